"""See ../pdf-pages."""

import pathlib
import subprocess
import sys
import tempfile

import approved as approval
import pikepdf
from PIL import Image

DPI = 60


def main(path, approved, differences="target/pdf-pages"):
    approved, differences = pathlib.Path(approved), pathlib.Path(differences)
    try:
        with pikepdf.open(path) as pdf:
            places, count = bookmarks(pdf), len(pdf.pages)
    except pikepdf.PdfError as error:
        print(f"  not readable: {error}")
        places, count = {}, 0
    pages = []
    for name, place, *offset in approval.rows(approved / "pages.tsv"):
        number = page_number(place, places)
        number = number and number + (int(offset[0]) if offset else 0)
        if number is None or not 1 <= number <= count:
            pages.append((name, name, f"there is no page «{place}»"))
        else:
            pages.append((name, f"{name} (page {number})", rendered(path, number)))
    command = f"tests/checkers/pdf-pages {path} {approved}"
    return approval.judge("pdf-pages", pages, approved, differences, command, place_on_paper)


def place_on_paper(across, down):
    across, down = (round(at * 25.4 / DPI) for at in (across, down))
    return f"{across} mm from the left and {down} mm from the top"


def bookmarks(pdf):
    """The page number of each bookmark, by its words; any white space between them is a space."""
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    found = {}

    def walk(items):
        for item in items:
            target = item.destination
            if target is None and item.action is not None:
                target = item.action.get("/D")
            found.setdefault(" ".join(str(item.title).split()), numbers.get(target[0].objgen))
            walk(item.children)

    with pdf.open_outline(max_depth=99) as outline:
        walk(outline.root)
    return found


def page_number(place, places):
    if place.isdigit():
        return int(place)
    return next((number for title, number in places.items() if title.startswith(place)), None)


def rendered(path, number):
    with tempfile.TemporaryDirectory() as folder:
        page = ["-f", str(number), "-l", str(number), "-r", str(DPI)]
        subprocess.run(["pdftoppm", *page, "-gray", "-singlefile", path, f"{folder}/page"], check=True, capture_output=True)
        with Image.open(f"{folder}/page.pgm") as image:
            return image.convert("L")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
