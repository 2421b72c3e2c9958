"""See ../html-feed."""

import collections
import datetime
import pathlib
import sys
import urllib.parse

import feedparser
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"


def addresses(data):
    """Every address as it is written; feedparser makes them whole."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return []  # feedparser says so
    return [link.get("href", "") for link in root.iter(f"{ATOM}link")]


def is_moment(text):
    """RFC 3339; feedparser itself is lenient."""
    try:
        return datetime.datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def problems(site):
    data = (site / "feed.xml").read_bytes()
    feed = feedparser.parse(data)
    if feed.bozo:
        yield f"not sound: {feed.bozo_exception}"
    if feed.version != "atom10":
        yield f"not Atom 1.0 but {feed.version or 'unknown'}"
    if not feed.entries:
        yield "no entry"
    for place, one in [("the feed", feed.feed), *((entry.get("id") or f"entry {number}", entry) for number, entry in enumerate(feed.entries, 1))]:
        yield from (f"{place}: no {name}" for name in ("id", "title", "updated") if not one.get(name))
        if one.get("updated") and not is_moment(one.updated):
            yield f"{place}: {one.updated} is no moment"
        if one.get("id") and not urllib.parse.urlsplit(one.id).scheme:
            yield f"{place}: its id is no whole address"
    for entry in feed.entries:
        if not entry.get("links") and not entry.get("content"):
            yield f"{entry.get('id')}: neither a link nor content"
        if not entry.get("authors") and not feed.feed.get("authors"):
            yield f"{entry.get('id')}: no author, nor has the feed one"
    counted = collections.Counter(entry.get("id") for entry in feed.entries)
    yield from (f"{id}: the id of {count} entries" for id, count in counted.items() if count > 1)
    for address in addresses(data):
        split = urllib.parse.urlsplit(address)
        if not split.scheme and not (site / urllib.parse.unquote(split.path)).is_file():
            yield f"{address!r} names no file"


def main(site):
    site = pathlib.Path(site)
    found = list(problems(site))
    for problem in found:
        print(f"  {problem}")
    entries = len(feedparser.parse((site / "feed.xml").read_bytes()).entries)
    print(f"html-feed: entries={entries} faults={len(found)}")
    return 1 if found else 0


sys.exit(main(*sys.argv[1:]))
