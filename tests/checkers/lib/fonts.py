"""See ../fonts. Neither text extraction nor PDF validation notices a font that lacks letters, so the fonts themselves are checked."""

import pathlib
import sys

from fontTools.ttLib import TTFont, TTLibError

NEEDED = {
    *range(0x20, 0x7F),
    *range(0x1EA0, 0x1EFA),
    *map(ord, "ăâđêôơưĂÂĐÊÔƠƯ"),
    *map(ord, "àáãèéìíĩòóõùúũýÀÁÃÈÉÌÍĨÒÓÕÙÚŨÝ"),
    *map(ord, "\u0300\u0301\u0303\u0309\u0323§–—‘’“”…"),
}


def lacking(path):
    with TTFont(path) as font:
        names, outlines = font.getBestCmap(), font["glyf"]
        return [c for c in sorted(NEEDED) if c not in names or (chr(c) != " " and not outlines[names[c]].numberOfContours)]


def main(folder):
    faulty = 0
    paths = sorted(pathlib.Path(folder).glob("*.ttf"))
    for path in paths:
        try:
            missing = lacking(path)
        except TTLibError as error:
            print(f"  {path.name}: not a font: {error}")
            faulty += 1
            continue
        if missing:
            print(f"  {path.name}: {len(missing)} characters missing: {' '.join(f'U+{c:04X}' for c in missing[:12])}")
            faulty += 1
    print(f"fonts: files={len(paths)} characters={len(NEEDED)} faulty={faulty}")
    return bool(faulty or not paths)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
