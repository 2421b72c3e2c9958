"""See ../pdf-render."""

import pathlib
import subprocess
import sys
import tempfile

from PIL import Image

DPI = "40"
CONTRAST_OF_INK = 40  # of 255, between a page's lightest and darkest point; antialiased body text at 40 dpi reaches well over 100


def is_blank(image_path):
    with Image.open(image_path) as image:
        lightest_and_darkest = image.getextrema()
    return lightest_and_darkest[1] - lightest_and_darkest[0] < CONTRAST_OF_INK


def main(path):
    with tempfile.TemporaryDirectory() as folder:
        renderer = subprocess.run(["pdftoppm", "-r", DPI, "-gray", path, f"{folder}/page"], capture_output=True, text=True)
        images = sorted(pathlib.Path(folder).glob("*.pgm"))
        blank = [number for number, image in enumerate(images, 1) if is_blank(image)]
    complaints = renderer.stderr.strip().splitlines()
    for line in complaints[:10]:
        print(f"  {line}")
    if blank:
        print(f"  blank pages: {', '.join(map(str, blank[:20]))}")
    if not images:
        print("  no page rendered")
    print(f"pdf-render: pages={len(images)} blank={len(blank)} complaints={len(complaints)} status={renderer.returncode}")
    return bool(renderer.returncode or complaints or blank or not images)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
