"""Reads linkinator's JSON report and adds what opening the same site from a folder shows; see ../html-links."""

import json
import pathlib
import sys
import urllib.parse
from html.parser import HTMLParser

LINKS = {("a", "href"), ("area", "href")}
ASSETS = {
    ("audio", "src"), ("embed", "src"), ("iframe", "src"), ("img", "src"), ("input", "src"), ("link", "href"), ("object", "data"),
    ("script", "src"), ("source", "src"), ("track", "src"), ("video", "poster"), ("video", "src"),
}  # fmt: skip
# What a browser does not load when it shows the page, so an absolute address is fine.
LINK_RELATIONS_NOT_LOADED = {"alternate", "author", "canonical", "license", "next", "prev", "up", "self", "help"}


class Page(HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.ids, self.references = set(), []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if attributes.get("id"):
            self.ids.add(attributes["id"])
        relations = set((attributes.get("rel") or "").split())
        for name, value in attributes.items():
            value = value or ""
            if (tag, name) in LINKS or (tag == "link" and relations & LINK_RELATIONS_NOT_LOADED and name == "href"):
                self.references.append((value, False))
            elif (tag, name) in ASSETS:
                self.references.append((value, True))
            elif name == "srcset":
                self.references += [(candidate.split()[0], True) for candidate in value.split(",") if candidate.strip()]


def folder_problems(site):
    """What breaks when the pages are opened as files: a link to a folder, to outside the site, or an asset from the network."""
    pages = {path: Page(path) for path in sorted(site.rglob("*.html"))}
    outward = 0
    problems = []
    for path, page in pages.items():
        for value, is_asset in page.references:
            address = urllib.parse.urlsplit(value)
            if address.scheme or address.netloc:
                outward += 1
                if is_asset and address.scheme != "data":
                    problems.append(f"{path.relative_to(site)}: loads {value} from the network")
                continue
            fault = file_fault(site, pages, path, address)
            if fault:
                problems.append(f"{path.relative_to(site)}: {value!r} {fault}")
    return pages, outward, problems


def edition_fault(site, pages, target, address):
    """A link out of the site may lead to a page of another edition of the same output, <edition>/html/, and that must be there."""
    output = site.parent.parent
    within = target.relative_to(output).parts if target.is_relative_to(output) else ()
    if site.name != "html" or len(within) < 3 or within[1] != "html":
        return "leads out of the site"
    if not target.is_file():
        return "names no file of that edition"
    fragment = urllib.parse.unquote(address.fragment)
    if fragment and fragment not in Page(target).ids:
        return "names no id on that page of the other edition"
    return None


def file_fault(site, pages, path, address):
    target = path
    if address.path:
        if address.path.startswith("/"):
            return "starts at the server's root, which a folder does not have"
        target = (path.parent / urllib.parse.unquote(address.path)).resolve()
        if not target.is_relative_to(site):
            return edition_fault(site, pages, target, address)
        if target.is_dir():
            return "names a folder, which opens as a listing without a server"
        if not target.is_file():
            return "names no file"
    fragment = urllib.parse.unquote(address.fragment)
    if fragment and fragment != "top" and target in pages and fragment not in pages[target].ids:
        return "names no id on that page"
    return None


def main(folder):
    report = sys.stdin.read()
    try:
        served = json.loads(report)["links"]
    except (ValueError, KeyError):
        print(f"html-links: linkinator gave no report: {report[:300]}", file=sys.stderr)
        return 2
    broken = [link for link in served if link["state"] == "BROKEN"]
    pages, outward, problems = folder_problems(pathlib.Path(folder).resolve())
    for link in broken[:15]:
        print(f"  served: broken {link['url']} from {link.get('parent')}")
    for problem in problems[:15]:
        print(f"  folder: {problem}")
    print(
        f"html-links: pages={len(pages)} served_links={len(served)} served_broken={len(broken)} folder_problems={len(problems)} outward={outward}"
    )
    return bool(broken or problems or not served)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
