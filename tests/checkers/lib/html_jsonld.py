"""See ../html-jsonld."""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
from html.parser import HTMLParser

HEAD = 'import type { Graph, Thing, WithContext } from "schema-dts";'
OPTIONS = ["--noEmit", "--strict", "--skipLibCheck", "--pretty", "false", "--module", "esnext", "--moduleResolution", "bundler", "--lib", "es2022"]


class Blocks(HTMLParser):
    """The data blocks of one page."""

    def __init__(self, path):
        super().__init__()
        self.blocks, self.inside = [], False
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        self.inside = tag == "script" and dict(attributes).get("type") == "application/ld+json"
        if self.inside:
            self.blocks.append("")

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "script"

    def handle_data(self, data):
        if self.inside:
            self.blocks[-1] += data


def ids(value):
    """Every `@id` within."""
    if isinstance(value, list):
        for one in value:
            yield from ids(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key == "@id":
                yield one
            else:
                yield from ids(one)


def missing(page, block):
    for address in ids(block):
        split = urllib.parse.urlsplit(address)
        if not split.scheme and not (page.parent / urllib.parse.unquote(split.path)).is_file():
            yield address


def typed(npm, node, blocks):
    """What the types of schema.org say: (page, message)."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "node_modules").symlink_to(npm)
        lines = [HEAD]
        for number, (_, block) in enumerate(blocks):
            kind = "Graph" if "@graph" in block else "WithContext<Thing>"
            lines.append(f"export const block{number}: {kind} = {json.dumps(block, ensure_ascii=False)};")
        (folder / "blocks.ts").write_text("\n".join(lines), encoding="utf-8")
        tsc = pathlib.Path(npm) / "typescript/bin/tsc"
        run = subprocess.run([node, str(tsc), *OPTIONS, "blocks.ts"], cwd=folder, capture_output=True, text=True)
    said = re.findall(r"^blocks\.ts\((\d+),\d+\): error (.*(?:\n .*)*)", run.stdout, re.MULTILINE)
    if run.returncode and not said:
        raise RuntimeError((run.stdout + run.stderr)[:500])
    for line, message in said:
        # The innermost reason stands last.
        yield blocks[int(line) - 2][0], message.strip().splitlines()[-1].strip()[:400]


def main(place, npm, node):
    place = pathlib.Path(place)
    pages = sorted(place.rglob("*.html")) if place.is_dir() else [place]
    blocks, faults = [], []
    for page in pages:
        for text in Blocks(page).blocks:
            try:
                block = json.loads(text)
            except ValueError as error:
                faults.append((page, f"not JSON: {error}"))
                continue
            blocks.append((page, block))
            faults += [(page, f"`@id` {address!r} names no file") for address in missing(page, block)]
    if not blocks and not faults:
        faults.append((place, "no page has a block"))
    try:
        faults += typed(npm, node, blocks) if blocks else []
    except RuntimeError as error:
        print(f"html-jsonld: the compiler could not run: {error}", file=sys.stderr)
        return 2
    for page, fault in faults[:15]:
        print(f"  {page.name}: {fault}")
    print(f"html-jsonld: pages={len(pages)} blocks={len(blocks)} faults={len(faults)}")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
