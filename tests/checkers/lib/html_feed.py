"""See ../html-feed."""

import collections
import datetime
import pathlib
import posixpath
import re
import sys
import urllib.parse

import feedparser
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"

# RFC 3339, of which feedparser forgives a lot.
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def read(data):
    """The feed as it is written: feedparser makes addresses whole and takes one element for another."""
    try:
        return etree.fromstring(data)
    except etree.XMLSyntaxError:
        return etree.Element("nothing")  # feedparser says what is wrong


def is_moment(text):
    if not MOMENT.fullmatch(text):
        return False
    try:
        datetime.datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def addresses(root, path):
    """Every address below the site's, which the feed tells where it knows it; else from the feed on."""
    links = [(link.get("rel", "alternate"), link.get("href", "")) for link in root.iter(f"{ATOM}link")]
    base = next((href.removesuffix(path) for rel, href in links if rel == "self"), None)
    for _, href in links:
        yield href.removeprefix(base) if base else posixpath.normpath(posixpath.join(posixpath.dirname(path), href))


def problems(site, path, data, feed):
    if feed.bozo:
        yield f"not sound: {feed.bozo_exception}"
    if feed.version != "atom10":
        yield f"not Atom 1.0 but {feed.version or 'unknown'}"
    if not feed.entries:
        yield "no entry"
    root = read(data)
    for one in [root, *root.iter(f"{ATOM}entry")]:
        said = {name: (one.findtext(f"{ATOM}{name}") or "").strip() for name in ("id", "title", "updated")}
        place = said["id"] or etree.QName(one).localname
        yield from (f"{place}: no {name}" for name, text in said.items() if not text)
        if said["updated"] and not is_moment(said["updated"]):
            yield f"{place}: {said['updated']} is no moment"
        if said["id"] and not urllib.parse.urlsplit(said["id"]).scheme:
            yield f"{place}: its id is no whole address"
    for entry in feed.entries:
        if not entry.get("links") and not entry.get("content"):
            yield f"{entry.get('id')}: neither a link nor content"
        if not entry.get("authors") and not feed.feed.get("authors"):
            yield f"{entry.get('id')}: no author, nor has the feed one"
    counted = collections.Counter(entry.get("id") for entry in feed.entries)
    yield from (f"{id}: the id of {count} entries" for id, count in counted.items() if count > 1)
    for address in addresses(root, path):
        page = urllib.parse.unquote(urllib.parse.urlsplit(address).path)
        # The address of the folder is that of its first page.
        if urllib.parse.urlsplit(address).scheme or not (site / (page or "index.html")).is_file():
            yield f"{address!r} names no file of the site"


def main(site):
    site = pathlib.Path(site)
    paths = ["feed.xml", *sorted(path.relative_to(site).as_posix() for path in site.glob("chu-de/*.xml"))]
    entries, faults = 0, 0
    names = set()
    for path in paths:
        data = (site / path).read_bytes()
        feed = feedparser.parse(data)
        found = list(problems(site, path, data, feed))
        if feed.feed.get("id") in names:
            found.append("its id is that of another feed")
        names.add(feed.feed.get("id"))
        for problem in found:
            print(f"  {path}: {problem}")
        entries += len(feed.entries)
        faults += len(found)
    print(f"html-feed: feeds={len(paths)} entries={entries} faults={faults}")
    return 1 if faults else 0


sys.exit(main(*sys.argv[1:]))
