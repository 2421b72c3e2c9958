"""See ../pdf-content."""

import re
import subprocess
import sys
import unicodedata

import pikepdf

VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, errors="replace").stdout


def fold(text):
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def text_problems(text):
    if not text.strip():
        yield "no text can be extracted"
        return
    if "\ufffd" in text:
        yield f"{text.count(chr(0xFFFD))} U+FFFD in the extracted text"
    if private := [c for c in text if unicodedata.category(c) == "Co"]:
        yield f"{len(private)} private-use characters in the extracted text"
    if control := [c for c in text if ord(c) < 32 and c not in "\n\t\f\r"]:
        yield f"{len(control)} control characters in the extracted text"
    if unicodedata.normalize("NFC", text) != text:
        yield "the extracted text is not NFC"
    if not VIETNAMESE.search(text):
        yield "no Vietnamese letter in the extracted text"


def missing_phrases(text, path):
    whole = fold(text)
    joined = fold(re.sub(r"\u00ad|-\n", "", text))  # as it reads when a word was broken at the end of a line
    with open(path, encoding="utf-8") as lines:
        for phrase in filter(None, map(fold, lines)):
            if phrase not in whole and phrase not in joined:
                yield f"expected phrase not found: {phrase}"


def font_problems(rows):
    for row in rows:
        columns = re.search(r"\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$", row)
        name = row[:36].strip()
        if not columns or columns[1] != "yes":
            yield f"font not embedded: {name}"
        if not columns or columns[3] != "yes":
            yield f"font without ToUnicode: {name}"


def structure_problems(info, tags, pdf, outline):
    if info.get("Tagged", "").strip() != "yes":
        yield "not tagged"
    if not info.get("Title", "").strip():
        yield "no title"
    if len(tags) < 2:
        yield "no structure elements"
    if not str(pdf.Root.get("/Lang", "")):
        yield "no language"
    if not outline:
        yield "no outline (bookmarks)"


def main(path, phrases=None):
    text = run("pdftotext", "-enc", "UTF-8", path, "-")
    fonts = run("pdffonts", path).splitlines()[2:]
    info = dict(line.split(":", 1) for line in run("pdfinfo", path).splitlines() if ":" in line)
    tags = re.findall(r"^\s*([A-Za-z0-9]+)", run("pdfinfo", "-struct", path), re.M)
    problems = [*text_problems(text), *font_problems(fonts)]
    if phrases:
        problems += missing_phrases(text, phrases)
    outline = 0
    try:
        with pikepdf.open(path) as pdf, pdf.open_outline() as bookmarks:
            outline = len(bookmarks.root)
            problems += structure_problems(info, tags, pdf, outline)
    except pikepdf.PdfError as error:
        problems.append(f"not readable as PDF: {str(error).replace(path, 'the file')}")
    for problem in problems[:30]:
        print(f"  {problem}")
    print(
        f"pdf-content: pages={info.get('Pages', '?').strip()} chars={len(text)} vietnamese={len(VIETNAMESE.findall(text))}"
        f" fonts={len(fonts)} struct={len(tags)} outline_top={outline} problems={len(problems)}"
    )
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
