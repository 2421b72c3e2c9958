"""See ../pdf-pages.

Pages are compared small and grey, as areas of ink: renderers, and versions of one, draw the edges of letters differently, but put the same amount of
ink into each small square. A word more or less, a line that moved, a rule or a tone that is otherwise changes that amount."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import pikepdf
from PIL import Image, ImageChops, ImageFilter

DPI = 60
TONES = 16  # of the images kept: enough for what is compared, and small files
SQUARE = 12  # pixels, 5 mm on paper
TOLERANCE = 11  # of 255, how much the mean tone of a square may differ: a line that moves by a millimetre makes 17 to 26, other ways of poppler's to draw lines up to 2


def main(path, approved, differences="target/pdf-pages"):
    approved, differences = pathlib.Path(approved), pathlib.Path(differences)
    accept = bool(os.environ.get("CAMNANG_ACCEPT"))
    chosen = read_list(approved / "pages.tsv")
    shutil.rmtree(differences, ignore_errors=True)
    wrong = 0
    try:
        with pikepdf.open(path) as pdf:
            places, count = bookmarks(pdf), len(pdf.pages)
    except pikepdf.PdfError as error:
        print(f"  not readable: {error}")
        places, count = {}, 0
    for name, place, offset in chosen:
        number = page_number(place, places)
        if number is None or not 1 <= number + offset <= count:
            print(f"  {name}: there is no page «{place}»")
            wrong += 1
            continue
        made = rendered(path, number + offset)
        kept = approved / f"{name}.png"
        if accept:
            made.quantize(TONES).save(kept, optimize=True)
        elif complaint := compared(name, kept, made, differences):
            print(f"  {name} (page {number + offset}): {complaint}")
            wrong += 1
    names = {f"{name}.png" for name, _, _ in chosen}
    for stray in sorted(file.name for file in approved.glob("*.png") if file.name not in names):
        print(f"  {stray}: pages.tsv does not name it")
        wrong += 1
    if wrong and differences.exists():
        print(f"  look at {differences}/*.png: approved, made, difference. If that is meant, approve it:")
        print(f"  CAMNANG_ACCEPT=1 tests/checkers/pdf-pages {path} {approved}")
    print(f"pdf-pages: pages={len(chosen)} {'approved' if accept else 'compared'} differ={wrong}")
    return bool(wrong or not chosen)


def read_list(path):
    """Name, place and offset of each page."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [(name, place, int(offset[0]) if offset else 0) for name, place, *offset in rows]


def bookmarks(pdf):
    """The page number of each bookmark, by its words."""
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    found = {}

    def walk(items):
        for item in items:
            target = item.destination
            if target is None and item.action is not None:
                target = item.action.get("/D")
            found.setdefault(str(item.title), numbers.get(target[0].objgen))
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


def compared(name, kept, made, differences):
    """What is wrong, or nothing."""
    if not kept.exists():
        return f"{kept} is not there: nobody has approved this page"
    with Image.open(kept) as image:
        approved = image.convert("L")
    made = made.quantize(TONES).convert("L")
    if approved.size != made.size:
        complaint = f"the page has {made.size[0]} × {made.size[1]} pixels, the approved one {approved.size[0]} × {approved.size[1]}"
    else:
        worst, where = most_different(approved, made)
        if worst <= TOLERANCE:
            return None
        across, down = (round(at * 25.4 / DPI) for at in where)
        complaint = f"differs by {worst:.0f} of 255 about {across} mm from the left and {down} mm from the top"
    leave(name, approved, made, differences)
    return complaint


def most_different(left, right):
    """The greatest difference of tone of any square, and its middle."""
    difference = ImageChops.difference(areas(left), areas(right))
    worst = difference.getextrema()[1]
    at = difference.tobytes().index(worst)
    return worst, (at % difference.width, at // difference.width)


def areas(image):
    """Each pixel as the mean of the square around it."""
    return image.filter(ImageFilter.BoxBlur(SQUARE / 2))


def leave(name, approved, made, differences):
    differences.mkdir(parents=True, exist_ok=True)
    width, height = (max(sizes) for sizes in zip(approved.size, made.size))
    sheet = Image.new("L", (3 * width + 20, height), 128)
    sheet.paste(approved, (0, 0))
    sheet.paste(made, (width + 10, 0))
    if approved.size == made.size:
        sheet.paste(ImageChops.invert(ImageChops.difference(approved, made)), (2 * width + 20, 0))
    sheet.save(differences / f"{name}.png")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
