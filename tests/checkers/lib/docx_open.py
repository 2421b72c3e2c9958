"""Opens the booklet for Word by python-docx and says what is in it; the second file is the text of what LibreOffice made of it."""

import re
import sys
import unicodedata

import docx
from docx.oxml.ns import qn

FIELDS = re.compile(r" (PAGE|PAGEREF cn_\w+ \\h) ")


def letters(text):
    return "".join(unicodedata.normalize("NFC", text).split())


def main(path, laid_out):
    faults = []
    book = docx.Document(path)
    text = open(laid_out, encoding="utf-8").read()
    laid_out_letters = letters(text)
    names = [mark.get(qn("w:name")) for mark in book.element.iter(qn("w:bookmarkStart"))]
    if len(set(names)) != len(names):
        faults.append("two bookmarks have one name")
    faults += [f"the bookmark {name} is longer than Word takes" for name in names if len(name) > 40]
    for link in book.element.iter(qn("w:hyperlink")):
        anchor = link.get(qn("w:anchor"))
        if anchor is not None and anchor not in names:
            faults.append(f"a link leads to {anchor}, which is nowhere")
    fields = [node.text for node in book.element.iter(qn("w:instrText"))]
    faults += [f"a field of another kind: {code}" for code in fields if not FIELDS.fullmatch(code)]
    heads = [one for one in book.paragraphs if one.style.name == "Heading 3" and re.match(r"\d+\. ", one.text)]
    for head in heads:
        if letters(head.text) not in laid_out_letters:
            faults.append(f"LibreOffice lays out no «{head.text}»")
    contents = [one for one in book.paragraphs if one.style.name.lower() in ("toc 1", "toc 2")]
    for line in contents:
        title = letters(line.text.split("\t")[0])
        if not re.search(re.escape(title) + r"\.*\d", laid_out_letters):
            faults.append(f"the contents have no page for «{title}»")
    for table in book.tables:
        first = table.rows[0]._tr.trPr
        if len(table.rows) > 1 and table.style.name != "Booklet Grid":
            faults.append("a table without a style")
        if first is not None and first.find(qn("w:tblHeader")) is None:
            faults.append("a head that does not stay with its table")
    pictures = [node.get("descr") for node in book.element.iter(qn("wp:docPr"))]
    if not all(pictures):
        faults.append("a picture without words")
    if not heads and not contents:
        faults.append("it has neither excerpts nor contents")
    for fault in faults[:30]:
        print(f"  {fault}")
    print(f"docx: excerpts={len(heads)} contents={len(contents)} tables={len(book.tables)} bookmarks={len(names)} pictures={len(pictures)} faults={len(faults)}")
    return 1 if faults else 0


sys.exit(main(*sys.argv[1:]))
