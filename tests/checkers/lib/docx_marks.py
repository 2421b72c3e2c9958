"""Marks a copy for Word as readers do, in two programs, and asks camnang for the marks."""

import copy
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

WHEN = "2031-06-02T09:30:00Z"


def bodies(book):
    """The paragraphs of each excerpt, by the name of its bookmark: from the one with its beginning to the one with its end."""
    found, name, number = {}, None, None
    for one in book.paragraphs:
        begins = one._p.find(qn("w:bookmarkStart"))
        before = one._p.getprevious()
        if before is not None and before.tag == qn("w:bookmarkStart"):
            begins = before
        if begins is not None and one.style.name == "Heading 3":
            name, number = begins.get(qn("w:name")), begins.get(qn("w:id"))
        if name:
            found.setdefault(name, []).append(one)
            ends = [mark.get(qn("w:id")) for mark in one._p.iter(qn("w:bookmarkEnd"))]
            if number in ends:
                name = None
    return found


def tracked(kind, paragraph, number):
    """The last run of a paragraph is removed, or a new one is added."""
    change = OxmlElement(kind)
    change.set(qn("w:id"), str(9000 + number))
    change.set(qn("w:author"), "Trần Thị B")
    change.set(qn("w:date"), WHEN)
    runs = [run for run in paragraph.runs if run.text.strip()]
    if kind == "w:ins":
        run = copy.deepcopy(runs[-1]._r)
        run.find(qn("w:t")).text = f" thêm {number}"
        change.append(run)
        runs[-1]._r.addnext(change)
        return f" thêm {number}"
    run = runs[-1]._r
    said = runs[-1].text
    run.addnext(change)
    change.append(run)
    for text in run.findall(qn("w:t")):
        text.tag = qn("w:delText")
    return said


def marked(book):
    """Nothing in a piece of guidance is of an excerpt."""
    expected = []
    for number, (name, paragraphs) in enumerate(bodies(book).items()):
        body = [one for one in paragraphs if any(run.text.strip() for run in one.runs)]
        is_excerpt = re.match(r"\d+\. ", paragraphs[0].text)
        name = name if is_excerpt else ""
        book.add_comment(body[0].runs, text=f"Ý kiến {number}", author="Nguyễn Văn A", initials="A")
        expected.append((name, "comment", f"Ý kiến {number}"))
        kind = ("w:ins", "w:del")[number % 2]
        expected.append((name, {"w:ins": "insertion", "w:del": "deletion"}[kind], tracked(kind, body[-1], number)))
    return expected


def asked(program, file, corpus):
    out = subprocess.run([program, "comments", file, "--corpus", corpus, "--format", "json"], capture_output=True, text=True, check=True)
    return json.loads(out.stdout)


def bookmark(excerpt):
    """As `src/render/docx/bookmarks.rs` makes it of an id."""
    if excerpt is None:
        return ""
    name = "cn_" + excerpt.replace(".", "__").replace("-", "_")
    return name if len(name) <= 40 else f"{name[:27]}_{hashlib.sha256(excerpt.encode()).hexdigest()[:12]}"


def faults_of(rows, expected):
    found = sorted((bookmark(row["excerpt"]), row["kind"], " ".join(row["said"].split())) for row in rows)
    wanted = sorted((name, kind, " ".join(said.split())) for name, kind, said in expected)
    if len(found) != len(wanted):
        yield f"{len(found)} marks came back of {len(wanted)}"
    for one, other in zip(found, wanted):
        if one != other:
            yield f"{one} came back for {other}"


def main(program, file, corpus):
    book = docx.Document(file)
    expected = marked(book)
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        marked_file = pathlib.Path(folder, "y-kien.docx")
        book.save(marked_file)
        faults += [f"python-docx: {one}" for one in faults_of(asked(program, marked_file, corpus), expected)]
        again = pathlib.Path(folder, "lai")
        convert = ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "docx:MS Word 2007 XML", "--outdir", again, marked_file]
        subprocess.run(convert, capture_output=True, timeout=300, check=False)
        faults += [f"LibreOffice: {one}" for one in faults_of(asked(program, again / "y-kien.docx", corpus), expected)]
    for fault in faults[:30]:
        print(f"  {fault}")
    print(f"docx-marks: places={len(expected) // 2} marks={len(expected)} programs=2 faults={len(faults)}")
    return 1 if faults or not expected else 0


sys.exit(main(*sys.argv[1:]))
