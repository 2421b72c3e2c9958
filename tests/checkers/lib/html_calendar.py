"""See ../html-calendar."""

import collections
import csv
import datetime
import io
import pathlib
import sys

import icalendar
from dateutil.rrule import rrulestr

WANTED = ["UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION"]


def lines(data):
    """What is wrong with the lines as they are written: the reader forgives that."""
    if not data.endswith(b"\r\n"):
        yield "does not end with CRLF"
    for number, line in enumerate(data.split(b"\r\n"), 1):
        if b"\n" in line or b"\r" in line:
            yield f"line {number} does not end with CRLF"
        if len(line) > 75:
            yield f"line {number} has {len(line)} octets"
        try:
            line.decode()
        except UnicodeDecodeError:
            yield f"line {number} cuts a letter"


def event(one):
    missing = [name for name in WANTED if name not in one]
    if missing:
        yield f"an event without {', '.join(missing)}"
        return
    day = one.decoded("DTSTART")
    if isinstance(day, datetime.datetime) or not isinstance(day, datetime.date):
        yield f"{one['UID']} begins at {day}, which is no day"
        return
    if "RRULE" in one:
        rule = one["RRULE"].to_ical().decode()
        first = rrulestr(rule, dtstart=datetime.datetime.combine(day, datetime.time()))[0].date()
        if first != day:
            yield f"{one['UID']} is on {day}, and by its rule {rule} first on {first}"


def calendar(data):
    yield from lines(data)
    try:
        read = icalendar.Calendar.from_ical(data)
    except ValueError as error:
        yield f"cannot be read: {error}"
        return
    events = list(read.walk("VEVENT"))
    if not events:
        yield "has no event (RFC 5545, 3.6)"
    for one in [read, *events]:
        for name, fault in one.errors:
            yield f"{name}: {fault}"
    for one in events:
        yield from event(one)
    for name, count in collections.Counter(str(one.get("UID")) for one in events).items():
        if count > 1:
            yield f"{name} is the id of {count} events"


def table(data):
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    if not data.startswith(b"\xef\xbb\xbf"):
        yield "does not say that it is UTF-8"
    if len(rows) < 2:
        yield "has no row"
    yield from (f"row {number} has {len(row)} cells" for number, row in enumerate(rows, 1) if len(row) != len(rows[0]))


def main(site):
    folder, faults = pathlib.Path(site, "lich"), 0
    calendars, tables = (sorted(folder.glob(f"*.{end}")) for end in ("ics", "csv"))
    if not tables:
        print("  no table in lich")
        faults += 1
    # A table stands alone where all its days have passed.
    for file in [*calendars, *tables]:
        found = list((calendar if file in calendars else table)(file.read_bytes()))
        if not file.with_suffix(".csv").is_file():
            found.append("has no .csv beside it")
        faults += len(found)
        for fault in found:
            print(f"  {file.name}: {fault}")
    print(f"html-calendar: calendars={len(calendars)} tables={len(tables)} faults={faults}")
    return 1 if faults else 0


sys.exit(main(sys.argv[1]))
