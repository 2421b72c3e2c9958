"""Images that somebody approved, and whether what is made now still looks like them. For ../pdf-pages and ../html-pages.

Pages are compared small and grey, as areas of ink: renderers, and versions of one, draw the edges of letters differently, but put the same amount of
ink into each small square. A word more or less, a line that moved, a rule or a tone that is otherwise changes that amount."""

import os
import shutil

from PIL import Image, ImageChops, ImageFilter

TONES = 16  # of the images kept: enough for what is compared, and small files
SQUARE = 12  # pixels; at 60 to the inch 5 mm on paper
TOLERANCE = 11  # of 255, how much the mean tone of a square may differ: a line that moves by a millimetre makes 17 to 26, other ways of poppler's to draw lines up to 2


def judge(checker, pages, approved, differences, command, place):
    """Compares, or approves where CAMNANG_ACCEPT is set. `pages`: name, what to call it, and its image or what is wrong with it. `place` puts a point of
    an image into words; `command` is what approves. Gives the exit code."""
    accept = bool(os.environ.get("CAMNANG_ACCEPT"))
    shutil.rmtree(differences, ignore_errors=True)
    wrong = 0
    for name, called, made in pages:
        kept = approved / f"{name}.png"
        if isinstance(made, str):
            complaint = made
        elif accept:
            made.quantize(TONES).save(kept, optimize=True)
            continue
        else:
            complaint = compared(name, kept, made, differences, place)
        if complaint:
            print(f"  {called}: {complaint}")
            wrong += 1
    names = {f"{name}.png" for name, _, _ in pages}
    for stray in sorted(file.name for file in approved.glob("*.png") if file.name not in names):
        print(f"  {stray}: pages.tsv does not name it")
        wrong += 1
    if wrong and differences.exists():
        print(f"  look at {differences}/*.png: approved, made, difference. If that is meant, approve it:")
        print(f"  CAMNANG_ACCEPT=1 {command}")
    print(f"{checker}: pages={len(pages)} {'approved' if accept else 'compared'} differ={wrong}")
    return bool(wrong or not pages)


def rows(path):
    """The fields of each line of a list of pages."""
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def compared(name, kept, made, differences, place):
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
        complaint = f"differs by {worst:.0f} of 255 about {place(*where)}"
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
