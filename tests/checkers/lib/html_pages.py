"""See ../html-pages."""

import os
import pathlib
import subprocess
import sys
import tempfile

import approved as approval
from PIL import Image

SCALE = 2  # pixels of the screen for one of an image


def main(site, approved, differences="target/html-pages"):
    approved, differences = pathlib.Path(approved), pathlib.Path(differences)
    rows = approval.rows(approved / "pages.tsv")
    with tempfile.TemporaryDirectory() as folder:
        shots = pathlib.Path(__file__).with_name("html-pages.mjs")
        node = os.environ["NODE"]
        subprocess.run([node, shots, site, approved / "pages.tsv", folder], check=True)
        pages = [(name, f"{name} ({address})", image(pathlib.Path(folder), name, address)) for name, address, *_ in rows]
    command = f"tests/checkers/html-pages {site} {approved}"
    return approval.judge("html-pages", pages, approved, differences, command, place_on_screen)


def image(folder, name, address):
    shot = folder / f"{name}.png"
    if not shot.exists():
        return f"there is no page «{address}»"
    with Image.open(shot) as picture:
        grey = picture.convert("L")
        return grey.resize((grey.width // SCALE, grey.height // SCALE), Image.Resampling.BOX)


def place_on_screen(across, down):
    return f"{across * SCALE} px from the left and {down * SCALE} px from the top"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
