"""See ../selftest. Each case names a checker, a sample, the exit code it must give and words that its output must hold."""

import datetime
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unicodedata

import openpyxl
import sample_files
import sample_pdf
import xlsx_open
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont
from pikepdf import Name

PASS, VIOLATION, CANNOT_CHECK = 0, 1, 2

PAGE = """<!DOCTYPE html>
<html lang="vi">
<head><meta charset="utf-8"><title>Cẩm nang</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="style.css"></head>
<body><main><h1>Cẩm nang</h1>
<p id="dieu-1">Cơ quan nhà nước <a href="other.html#dieu-2">xem Điều 2</a>.</p>
</main></body>
</html>
"""
OTHER = PAGE.replace("dieu-1", "dieu-2").replace("other.html#dieu-2", "index.html#dieu-1")
STYLE = "body { color: #111; background: #fff; } a { color: #00c; }\n"
PARAGRAPH = '<p id="dieu-1">'
ADDRESS = "https://cam-nang.example/mau/"
ENTRY = """<entry><id>urn:uuid:50227100-9fab-8927-a80c-9819eebf92ae</id><title>Mới: Điều 2</title>
<updated>2014-01-31T00:00:00+07:00</updated><link rel="alternate" href="other.html"/></entry>
"""
FEED = f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
<id>urn:uuid:70428f4e-1587-8d23-b0dd-0f128dbc50ce</id><title>Cẩm nang: thay đổi</title>
<updated>2014-01-31T00:00:00+07:00</updated><author><name>Ban biên soạn</name></author>
{ENTRY}</feed>
"""

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//mau//VI
BEGIN:VEVENT
UID:mot@mau
DTSTAMP:20140131T000000Z
DTSTART;VALUE=DATE:20150131
RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31
SUMMARY:Cơ quan phải báo cáo
DESCRIPTION:Hạn
END:VEVENT
END:VCALENDAR
"""


def spoiled_page(old, new):
    assert old in PAGE, f"the sample page has no {old!r}"
    return PAGE.replace(old, new, 1)


def with_data(block):
    block = block.replace("{", '{"@context": "https://schema.org", ', 1)
    return spoiled_page("</head>", f'<script type="application/ld+json">{block}</script></head>')


def site(folder, page=PAGE, style=STYLE):
    folder.mkdir()
    (folder / "index.html").write_text(page, encoding="utf-8")
    (folder / "other.html").write_text(OTHER, encoding="utf-8")
    (folder / "style.css").write_text(style, encoding="utf-8")
    return folder


LONG = '<h2 id="mot">Một</h2><p style="height:9000px"></p><h2 id="hai">Hai</h2><p style="height:9000px"></p>'
JUMP = '<nav class="jump"><ul><li><a href="#{first}">Đầu</a></li><li><a href="#{second}">Sau</a></li></ul></nav>'


def with_figure(first="20", second="70", arrow="M10 50L10 90", bar="M20 80L90 80L90 95L20 95Z"):
    text = '<text class="t-name" x="{}" y="{}" font-size="14">Số {}</text>'
    shapes = f'<path class="d-past" d="{bar}"/><path class="d-arrow" d="{arrow}" stroke="#000"/>'
    texts = text.format(first, 40, 1) + text.format(20, second, 2)
    return spoiled_page("</main>", f'<svg class="drawing" viewBox="0 0 200 100"><title>Hình</title>{shapes}{texts}</svg></main>')


def html_samples(folder):
    """What is wrong with each is its name."""
    pages = {
        "unclosed": spoiled_page("<h1>Cẩm nang</h1>", "<h1>Cẩm nang"),
        "duplicate-id": spoiled_page(PARAGRAPH, f'<p id="dieu-1">Một.</p>{PARAGRAPH}'),
        "no-alt": spoiled_page(PARAGRAPH, f'<img src="dot.png">{PARAGRAPH}'),
        "low-contrast": spoiled_page(PARAGRAPH, '<p id="dieu-1" style="color:#ccc">'),
        "too-wide": spoiled_page(PARAGRAPH, '<p id="dieu-1" style="width:900px">'),
        "script-error": spoiled_page("</main>", "<script>undefinedFunction();</script></main>"),
        "shifting": spoiled_page(
            "</main>",
            "<script>new PerformanceObserver(() => { document.querySelector('h1').style.marginTop = '400px'; })"
            ".observe({ type: 'paint', buffered: true });</script></main>",
        ),
        "dead-link": spoiled_page("other.html#dieu-2", "nowhere.html"),
        "dead-fragment": spoiled_page("other.html#dieu-2", "other.html#dieu-99"),
        "dead-image": spoiled_page(PARAGRAPH, f'<img src="nothing.png" alt="Hình">{PARAGRAPH}'),
        "folder-link": spoiled_page("other.html#dieu-2", "./"),
        "root-link": spoiled_page("other.html#dieu-2", "/other.html"),
        "linked-data": with_data('{"@id": "other.html", "@type": "Legislation", "legislationDate": "2013-07-15"}'),
        "unknown-property": with_data('{"@type": "Legislation", "legislationDay": "2013-07-15"}'),
        "unknown-type": with_data('{"@type": "Decree", "name": "Nghị định"}'),
        "wrong-value": with_data('{"@type": "Legislation", "legislationLegalForce": "Còn hiệu lực"}'),
        "linked-nowhere": with_data('{"@id": "nowhere.html", "@type": "Legislation"}'),
        "not-json": with_data("{'@type': 'Legislation'}"),
        "long-page": spoiled_page("</main>", LONG + "</main>"),
        "listed-page": spoiled_page("</h1>", "</h1>" + JUMP.format(first="mot", second="hai")).replace("</main>", LONG + "</main>"),
        "list-to-other-sheets": spoiled_page("</h1>", "</h1>" + JUMP.format(first="mot", second="hai").replace("#hai", "other.html#hai"))
        .replace("</main>", LONG + "</main>"),
        "list-to-nowhere": spoiled_page("</h1>", "</h1>" + JUMP.format(first="mot", second="ba")).replace("</main>", LONG + "</main>"),
        "list-out-of-order": spoiled_page("</h1>", "</h1>" + JUMP.format(first="hai", second="mot")).replace("</main>", LONG + "</main>"),
        "list-at-the-end": spoiled_page("</main>", LONG + JUMP.format(first="mot", second="hai") + "</main>"),
        "good-figure": with_figure(arrow="M10 50L10 90"),
        "struck-figure": with_figure(arrow="M30 5L30 90"),
        "text-over-text": with_figure(second="40"),
        "text-over-bar": with_figure(bar="M20 20L90 20L90 40L20 40Z"),
        "text-out-of-figure": with_figure(first="180"),
        "network-script": spoiled_page("</main>", '<script src="https://example.invalid/x.js"></script></main>'),
    }
    samples = {name: site(folder / name, page) for name, page in pages.items()}
    samples["good-site"] = site(folder / "good-site")
    described = spoiled_page("</head>", '<meta name="description" content="Các quy định, để tra cứu"><link rel="icon" href="data:,"></head>')
    samples["described-site"] = site(folder / "described-site", described)
    samples["moved-down"] = site(folder / "moved-down", style=STYLE + "h1 { padding-top: 6px; }\n")
    samples["bad-css"] = site(folder / "bad-css", style="body { colour: red; }\n")
    # Two editions of one output, each <edition>/html.
    for name, target in {"to-edition": "other.html#dieu-2", "to-no-page": "nowhere.html", "to-no-id": "other.html#dieu-99"}.items():
        for edition in ["nam-a", "nam-b"]:
            (folder / name / edition).mkdir(parents=True)
        samples[name] = site(folder / name / "nam-a/html", spoiled_page("other.html#dieu-2", f"../../nam-b/html/{target}"))
        site(folder / name / "nam-b/html")
    for name, (old, new) in {
        "fed-site": ("", ""),
        "broken-feed": ("</entry>", ""),
        "feed-without-entries": (ENTRY, ""),
        "feed-without-title": ("<title>Mới: Điều 2</title>", ""),
        "feed-of-no-day": ("31T00:00:00+07:00</updated><link", "45</updated><link"),
        "feed-of-one-id": (ENTRY, ENTRY + ENTRY),
        "feed-of-week-days": ("2014-01-31T00:00:00+07:00</updated><link", "2014-W05-5T00:00:00+07:00</updated><link"),
        "feed-published-only": ("updated>2014-01-31T00:00:00+07:00</updated><link", "published>2014-01-31T00:00:00+07:00</published><link"),
        "feed-to-nowhere": ("other.html", "nowhere.html"),
        "feed-at-an-address": ("<author>", f'<link rel="self" href="{ADDRESS}feed.xml"/><link rel="alternate" href="{ADDRESS}"/><author>'),
        "feed-away-from-its-address": ("<author>", f'<link rel="self" href="{ADDRESS}feed.xml"/><link rel="alternate" href="{ADDRESS}none.html"/><author>'),
    }.items():
        samples[name] = site(folder / name)
        (samples[name] / "feed.xml").write_text(FEED.replace(old, new, 1), encoding="utf-8")
    # A feed of a topic, which lies a folder deeper.
    for name, (old, new) in {
        "topic-feed": ("other.html", "../other.html"),
        "topic-feed-of-the-same-id": ("", ""),
        "topic-feed-to-nowhere": ("", ""),
    }.items():
        samples[name] = site(folder / name)
        (samples[name] / "feed.xml").write_text(FEED, encoding="utf-8")
        (samples[name] / "chu-de").mkdir()
        text = FEED.replace(old, new)
        if name != "topic-feed-of-the-same-id":
            text = text.replace("</id>", "0</id>", 1)
        (samples[name] / "chu-de/mot.xml").write_text(text, encoding="utf-8")
    for name, (old, new) in {
        "with-calendar": ("", ""),
        "calendar-of-no-event": ("", ""),
        "table-without-calendar": ("", ""),
        "calendar-without-table": ("", ""),
        "calendar-of-no-day": ("20150131", "20150132"),
        "calendar-without-an-id": ("UID:mot@mau\n", ""),
        "calendar-of-another-rule": ("BYMONTHDAY=31", "BYMONTHDAY=30"),
        "calendar-of-long-lines": ("SUMMARY:", "SUMMARY:" + "dài " * 30),
    }.items():
        samples[name] = site(folder / name)
        (samples[name] / "lich").mkdir()
        text = CALENDAR.replace(old, new, 1).replace("\n", "\r\n")
        (samples[name] / "lich/so.ics").write_bytes(text.encode())
        (samples[name] / "lich/so.csv").write_bytes("\ufeffNgày,Việc\r\n2015-01-31,báo cáo\r\n".encode())
    start, end = CALENDAR.index("BEGIN:VEVENT"), CALENDAR.index("END:VCALENDAR")
    (samples["calendar-of-no-event"] / "lich/so.ics").write_bytes((CALENDAR[:start] + CALENDAR[end:]).replace("\n", "\r\n").encode())
    (samples["table-without-calendar"] / "lich/so.ics").unlink()
    (samples["calendar-without-table"] / "lich/so.csv").unlink()
    name = "calendar-that-is-not-there"
    samples[name] = site(folder / name, spoiled_page("other.html#dieu-2", "lich/so.ics"))
    samples["out-of-site"] = site(folder / "out-of-site", spoiled_page("other.html#dieu-2", "../good-site/other.html"))
    samples["large-page"] = site(folder / "large-page", spoiled_page("</head>", f"<!-- {'dài ' * 80_000} --></head>"))
    samples["endless-page"] = site(folder / "endless-page", spoiled_page(PARAGRAPH, f"{'<p>Một.</p>' * 600}{PARAGRAPH}"))
    samples["no-pages"] = folder / "no-pages"
    samples["no-pages"].mkdir()
    return samples


def searched_site(folder, script):
    """A site of the edition `mau` whose page of the search answers as the script says."""
    folder.mkdir()
    (folder / "view.json").write_text('{"edition": {"id": "mau"}}', encoding="utf-8")
    html = site(folder / "html")
    page = spoiled_page("</main>", f"</main><script>{script}</script>")
    (html / "tim-kiem.html").write_text(page, encoding="utf-8")
    return html


ANSWERS = """
function cut(text) { return text.split(/\\s+/).map(word => ({ folded: word, exact: word, marked: false })); }
class Citations { groups = []; }
async function called() { return new Map(); }
async function open() { return { syllables: ["hai"], entries: ["in-force", "ended"].map(key => ({ kind: "excerpt", status: { key } })) }; }
async function record(core, entry) { return [`e/dieu-${entry + 1}.html`, entry + 1, `Điều ${entry + 1}`, "điều 1", null, "hai"]; }
async function search() { return { hits: [HITS] }; }
"""


def search_samples(folder):
    samples = {
        "search-answers": searched_site(folder / "search-answers", ANSWERS.replace("HITS", "0, 1")),
        "search-errs": searched_site(folder / "search-errs", ANSWERS.replace("HITS", "1")),
        "search-ended-first": searched_site(folder / "search-ended-first", ANSWERS.replace("HITS", "1, 0")),
        "search-calls": searched_site(
            folder / "search-calls", ANSWERS.replace("HITS", "0, 1") + 'new Image().src = "https://example.invalid/";'
        ),
        "queries": folder / "queries.tsv",
        "other-queries": folder / "other-queries.tsv",
        "former-queries": folder / "former-queries.tsv",
        "typed-queries": folder / "typed-queries.tsv",
    }
    samples["queries"].write_text("# mẫu\nmau\tđiều 1\tdieu-1\n", encoding="utf-8")
    samples["former-queries"].write_text("mau\tđiều 1\tdieu-1|dieu-9\n", encoding="utf-8")
    samples["typed-queries"].write_text("mau\tđiều 1\tdieu-1\ttyped\n", encoding="utf-8")
    samples["other-queries"].write_text("khac\tđiều 1\tdieu-1\n", encoding="utf-8")
    return samples


def untagged(pdf):
    del pdf.Root.StructTreeRoot, pdf.Root.MarkInfo


def claimless(pdf):
    del pdf.Root.Metadata


def nameless(pdf):
    del pdf.docinfo["/Title"], pdf.Root.Metadata


def unembedded(pdf):
    del sample_pdf.font_object(pdf).DescendantFonts[0].FontDescriptor.FontFile2


def wordless(pdf):
    del sample_pdf.font_object(pdf).ToUnicode


def with_blank_page(pdf):
    pdf.add_blank_page(page_size=(595, 842))


def with_moved_line(pdf):
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(b"1 0 0 1 0 -3 cm\n" + page.Contents.read_bytes())


def without_language(pdf):
    del pdf.Root.Lang


def without_outline(pdf):
    del pdf.Root[Name.Outlines]


def pdf_samples(folder, font):
    spoilers = {
        "untagged": untagged, "claimless": claimless, "nameless": nameless, "unembedded": unembedded, "wordless": wordless,
        "blank-page": with_blank_page, "moved-line": with_moved_line, "no-language": without_language, "no-outline": without_outline,
    }  # fmt: skip
    pdfs = {name: sample_pdf.good(font) for name in [*spoilers, "good-pdf"]}
    for name, spoil in spoilers.items():
        spoil(pdfs[name])
    pdfs["decomposed"] = sample_pdf.respell(font, lambda char: unicodedata.normalize("NFD", char))
    pdfs["lost-letters"] = sample_pdf.respell(font, lambda char: "\ufffd" if char == "ơ" else char)
    pdfs["private-use"] = sample_pdf.respell(font, lambda char: "\ue001" if char == "ơ" else char)
    samples = {}
    for name, pdf in pdfs.items():
        samples[name] = folder / f"{name}.pdf"
        samples[name].write_bytes(sample_pdf.as_bytes(pdf))
    whole = samples["good-pdf"].read_bytes()
    samples["truncated"] = folder / "truncated.pdf"
    samples["truncated"].write_bytes(whole[: len(whole) // 2])
    samples["misplaced-xref"] = folder / "misplaced-xref.pdf"
    samples["misplaced-xref"].write_bytes(whole.replace(b"startxref\n", b"startxref\n1"))
    samples["not-a-pdf"] = folder / "not-a-pdf.pdf"
    samples["not-a-pdf"].write_text("Cẩm nang")
    return samples


def approved_pages(folder, checkers, good):
    """Images of the good sample, approved, and a list that nobody has approved images for."""
    approved, unknown = folder / "approved-pages", folder / "unknown-pages"
    for sample in (approved, unknown):
        sample.mkdir()
    (approved / "pages.tsv").write_text("first\t1\nsecond\t2\n", encoding="utf-8")
    (unknown / "pages.tsv").write_text("third\t3\n", encoding="utf-8")
    accepting = {**os.environ, "CAMNANG_ACCEPT": "1"}
    subprocess.run([checkers / "pdf-pages", good, approved, folder / "differences"], env=accepting, check=True, capture_output=True)
    return {"approved-pages": approved, "unknown-pages": unknown, "differences": folder / "differences"}


def approved_web_pages(folder, checkers, good):
    """As [`approved_pages`], of the good site."""
    approved, unknown = folder / "approved-web-pages", folder / "unknown-web-pages"
    for sample in (approved, unknown):
        sample.mkdir()
    (approved / "pages.tsv").write_text("first\tindex.html\twide\tlight\ndark\tother.html#dieu-2\tphone\tdark\n", encoding="utf-8")
    (unknown / "pages.tsv").write_text("first\tindex.html\tpaper\tlight\nthird\tnowhere.html\twide\tlight\n", encoding="utf-8")
    accepting = {**os.environ, "CAMNANG_ACCEPT": "1"}
    subprocess.run([checkers / "html-pages", good, approved, folder / "web-differences"], env=accepting, check=True, capture_output=True)
    return {"approved-web-pages": approved, "unknown-web-pages": unknown, "web-differences": folder / "web-differences"}


def workbooks(folder):
    """The workbook of an edition with one row in each sheet, and others with the fault in their name."""
    faults = {
        "good-book": lambda book: None,
        "book-of-three-sheets": lambda book: book.remove(book.worksheets[3]),
        "book-with-a-formula": lambda book: book.worksheets[0].cell(4, 1, "=1+1"),
        "book-that-scrolls": lambda book: setattr(book.worksheets[0], "freeze_panes", None),
        "book-without-filter": lambda book: setattr(book.worksheets[0].auto_filter, "ref", None),
        "book-without-a-head": lambda book: book.worksheets[0].cell(3, 2, ""),
    }
    samples = {}
    for name, spoil in faults.items():
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title in xlsx_open.SHEETS:
            sheet = book.create_sheet(title)
            for row in (["Cẩm nang"], ["Tính đến ngày 31/01/2014"], ["Việc", "Ngày"], ["báo cáo", datetime.date(2014, 1, 31)]):
                sheet.append(row)
            sheet.freeze_panes = "A4"
            sheet.auto_filter.ref = "A3:B4"
        spoil(book)
        samples[f"{name}.xlsx"] = folder / f"{name}.xlsx"
        book.save(samples[f"{name}.xlsx"])
    return samples


def font_samples(folder, font):
    samples = {"good-fonts": folder / "good-fonts", "incomplete-fonts": folder / "incomplete-fonts"}
    for sample in samples.values():
        sample.mkdir()
    shutil.copy(font, samples["good-fonts"])
    incomplete = TTFont(font)
    subsetter = Subsetter()
    subsetter.options.drop_tables += ["FFTM"]  # FontForge's time stamp, which the subsetter does not know
    subsetter.populate(unicodes=[c for c in incomplete.getBestCmap() if c != ord("ữ")])
    subsetter.subset(incomplete)
    incomplete.save(samples["incomplete-fonts"] / "incomplete.ttf")
    return samples


CASES = [
    # checker, sample, exit code, words in the output
    ("pdf-vera", "good-pdf", PASS, "ua1=pass"),
    ("pdf-vera", "untagged", VIOLATION, "2a=FAIL"),
    ("pdf-vera", "unembedded", VIOLATION, "2a=FAIL"),
    ("pdf-vera", "no-language", VIOLATION, "ua1=FAIL"),
    ("pdf-vera", "claimless", VIOLATION, "claims no PDF/A"),
    ("pdf-vera", "not-a-pdf", VIOLATION, "not readable"),
    ("pdf-qpdf", "good-pdf", PASS, "pages=2"),
    ("pdf-qpdf", "truncated", VIOLATION, "file is damaged"),
    ("pdf-qpdf", "misplaced-xref", VIOLATION, "status=3"),
    ("pdf-qpdf", "not-a-pdf", VIOLATION, "status=2"),
    ("pdf-content", "good-pdf", PASS, "problems=0"),
    ("pdf-content", "good-pdf + phrases", PASS, "problems=0"),
    ("pdf-content", "good-pdf + absent-phrases", VIOLATION, "expected phrase not found: Không có ở đây"),
    ("pdf-content", "untagged", VIOLATION, "not tagged"),
    ("pdf-content", "nameless", VIOLATION, "no title"),
    ("pdf-content", "no-language", VIOLATION, "no language"),
    ("pdf-content", "no-outline", VIOLATION, "no outline"),
    ("pdf-content", "unembedded", VIOLATION, "font not embedded"),
    ("pdf-content", "wordless", VIOLATION, "font without ToUnicode"),
    ("pdf-content", "decomposed", VIOLATION, "not NFC"),
    ("pdf-content", "lost-letters", VIOLATION, "U+FFFD"),
    ("pdf-content", "private-use", VIOLATION, "private-use"),
    ("pdf-content", "not-a-pdf", VIOLATION, "not readable"),
    ("pdf-render", "good-pdf", PASS, "pages=2 blank=0"),
    ("pdf-render", "blank-page", VIOLATION, "blank pages: 3"),
    ("pdf-render", "truncated", VIOLATION, "pdf-render: pages="),
    ("pdf-render", "not-a-pdf", VIOLATION, "no page rendered"),
    ("pdf-pages", "good-pdf + approved-pages + differences", PASS, "differ=0"),
    ("pdf-pages", "moved-line + approved-pages + differences", VIOLATION, "first (page 1): differs by"),
    ("pdf-pages", "blank-page + unknown-pages + differences", VIOLATION, "nobody has approved this page"),
    ("pdf-pages", "good-pdf + unknown-pages + differences", VIOLATION, "there is no page «3»"),
    ("pdf-pages", "not-a-pdf + approved-pages + differences", VIOLATION, "not readable"),
    ("html-vnu", "good-site", PASS, "errors=0"),
    ("html-vnu", "unclosed", VIOLATION, "Unclosed element"),
    ("html-vnu", "duplicate-id", VIOLATION, "Duplicate ID"),
    ("html-vnu", "bad-css", VIOLATION, "colour"),
    ("html-vnu", "no-pages", CANNOT_CHECK, "no HTML page"),
    ("html-validate", "good-site", PASS, "pages=2 errors=0"),
    ("html-validate", "unclosed", VIOLATION, "close-order"),
    ("html-validate", "duplicate-id", VIOLATION, "no-dup-id"),
    ("html-validate", "no-pages", CANNOT_CHECK, "no HTML page"),
    ("html-links", "good-site", PASS, "served_broken=0 folder_problems=0"),
    ("html-links", "dead-link", VIOLATION, "nowhere.html"),
    ("html-links", "dead-fragment", VIOLATION, "dieu-99"),
    ("html-links", "dead-image", VIOLATION, "nothing.png"),
    ("html-links", "folder-link", VIOLATION, "names a folder"),
    ("html-links", "root-link", VIOLATION, "server's root"),
    ("html-links", "network-script", VIOLATION, "from the network"),
    ("html-links", "to-edition", PASS, "folder_problems=0"),
    ("html-links", "to-no-page", VIOLATION, "names no file of that edition"),
    ("html-links", "to-no-id", VIOLATION, "names no id on that page of the other edition"),
    ("html-links", "out-of-site", VIOLATION, "leads out of the site"),
    ("html-links", "no-pages", CANNOT_CHECK, "no index.html"),
    ("html-jsonld", "linked-data", PASS, "blocks=1 faults=0"),
    ("html-jsonld", "unknown-property", VIOLATION, "legislationDay"),
    ("html-jsonld", "unknown-type", VIOLATION, "Decree"),
    ("html-jsonld", "wrong-value", VIOLATION, "not assignable"),
    ("html-jsonld", "linked-nowhere", VIOLATION, "names no file"),
    ("html-jsonld", "not-json", VIOLATION, "not JSON"),
    ("html-jsonld", "good-site", VIOLATION, "no page has a block"),
    ("html-jsonld", "no-pages", CANNOT_CHECK, "no HTML page"),
    ("html-calendar", "with-calendar", PASS, "calendars=1 tables=1 faults=0"),
    ("html-calendar", "calendar-of-no-event", VIOLATION, "has no event"),
    ("html-calendar", "table-without-calendar", PASS, "calendars=0 tables=1 faults=0"),
    ("html-calendar", "calendar-without-table", VIOLATION, "no .csv beside it"),
    ("html-calendar", "calendar-of-no-day", VIOLATION, "faults="),
    ("html-calendar", "calendar-without-an-id", VIOLATION, "without UID"),
    ("html-calendar", "calendar-of-another-rule", VIOLATION, "by its rule"),
    ("html-calendar", "calendar-of-long-lines", VIOLATION, "octets"),
    ("html-calendar", "good-site", PASS, "none offered"),
    ("html-calendar", "calendar-that-is-not-there", VIOLATION, "leads to a calendar"),
    ("html-budget", "good-site", PASS, "pages=2 "),
    ("html-budget", "large-page", VIOLATION, "more than 300000"),
    ("html-budget", "endless-page", VIOLATION, "more than 15000"),
    ("html-feed", "fed-site", PASS, "entries=1 faults=0"),
    ("html-feed", "broken-feed", VIOLATION, "not sound"),
    ("html-feed", "feed-without-entries", VIOLATION, "no entry"),
    ("html-feed", "feed-without-title", VIOLATION, "no title"),
    ("html-feed", "feed-of-no-day", VIOLATION, "is no moment"),
    ("html-feed", "feed-of-one-id", VIOLATION, "the id of 2 entries"),
    ("html-feed", "feed-of-week-days", VIOLATION, "is no moment"),
    ("html-feed", "feed-published-only", VIOLATION, "no updated"),
    ("html-feed", "feed-to-nowhere", VIOLATION, "names no file"),
    ("html-feed", "feed-at-an-address", PASS, "entries=1 faults=0"),
    ("html-feed", "feed-away-from-its-address", VIOLATION, "names no file"),
    ("html-feed", "topic-feed", PASS, "feeds=2 entries=2 faults=0"),
    ("html-feed", "topic-feed-of-the-same-id", VIOLATION, "chu-de/mot.xml: its id is that of another feed"),
    ("html-feed", "topic-feed-to-nowhere", VIOLATION, "chu-de/mot.xml: 'chu-de/other.html' names no file of the site"),
    ("html-feed", "good-site", CANNOT_CHECK, "no feed.xml"),
    ("html-figures", "good-site", PASS, "figures=0 long=0"),
    ("html-figures", "good-figure", PASS, "figures=2"),
    ("html-figures", "struck-figure", VIOLATION, 'strikes through "Số 1"'),
    ("html-figures", "text-over-text", VIOLATION, '"Số 1" over "Số 2"'),
    ("html-figures", "text-over-bar", VIOLATION, '"Số 1" over a bar'),
    ("html-figures", "text-out-of-figure", VIOLATION, '"Số 1" is out of the figure'),
    ("html-figures", "listed-page", PASS, "long=1"),
    ("html-figures", "long-page", VIOLATION, "px and no list to jump"),
    ("html-figures", "list-to-other-sheets", VIOLATION, "px and no list to jump"),
    ("html-figures", "list-to-nowhere", VIOLATION, '"Sau" leads nowhere'),
    ("html-figures", "list-out-of-order", VIOLATION, '"Sau" is above the one before it'),
    ("html-figures", "list-at-the-end", VIOLATION, "px down"),
    ("html-figures", "no-pages", CANNOT_CHECK, "no HTML page"),
    ("html-axe", "good-site", PASS, "views=8 wcag_violations=0"),
    ("html-axe", "no-alt", VIOLATION, "image-alt"),
    ("html-axe", "low-contrast", VIOLATION, "color-contrast"),
    ("html-axe", "too-wide", VIOLATION, "horizontal overflow"),
    ("html-axe", "script-error", VIOLATION, "undefinedFunction"),
    ("html-axe", "no-pages", CANNOT_CHECK, "no HTML page"),
    ("html-pages", "good-site + approved-web-pages + web-differences", PASS, "pages=2 compared differ=0"),
    ("html-pages", "moved-down + approved-web-pages + web-differences", VIOLATION, "first (index.html): differs by"),
    ("html-pages", "good-site + unknown-web-pages + web-differences", VIOLATION, "nobody has approved this page"),
    ("html-pages", "good-site + unknown-web-pages + web-differences", VIOLATION, "there is no page «nowhere.html»"),
    ("html-lighthouse", "described-site", PASS, "accessibility=100 best-practices=100 seo=100"),
    ("html-lighthouse", "no-alt", VIOLATION, "image-alt"),
    ("html-lighthouse", "good-site", VIOLATION, "meta-description"),
    ("html-lighthouse", "shifting", VIOLATION, "while it loads, at most 0.05"),
    ("html-lighthouse", "script-error", VIOLATION, "errors-in-console"),
    ("html-lighthouse", "no-pages", CANNOT_CHECK, "no index.html"),
    ("html-search", "search-answers + queries", PASS, "mrr=1.000 recall@5=1.000"),
    ("html-search", "search-errs + queries", VIOLATION, "first is dieu-2"),
    ("html-search", "search-ended-first + queries", VIOLATION, "dieu-2, which has ended, stands before dieu-1, which is in force"),
    ("html-search", "search-answers + former-queries", VIOLATION, "nothing is called dieu-9"),
    ("html-search", "search-answers + typed-queries", PASS, "typed@3=1/1"),
    ("html-search", "search-errs + typed-queries", VIOLATION, "of 1 queries that people type, 0 are answered"),
    ("html-search", "search-calls + queries", VIOLATION, "request: https://example.invalid/"),
    ("html-search", "search-answers + other-queries", CANNOT_CHECK, "no query is for the edition mau"),
    ("html-search", "good-site", CANNOT_CHECK, "no tim-kiem.html"),
    ("html-journeys", "good-site", CANNOT_CHECK, "no tim-kiem.html"),
    ("fonts", "good-fonts", PASS, "faulty=0"),
    ("fonts", "incomplete-fonts", VIOLATION, "U+1EEF"),
    ("fonts", "no-pages", VIOLATION, "files=0"),
]
CASES += [
    ("xlsx", "good-book.xlsx", PASS, "sheets=4 cells=24 days=4 faults=0"),
    ("xlsx", "book-of-three-sheets.xlsx", VIOLATION, "its sheets are"),
    ("xlsx", "book-with-a-formula.xlsx", VIOLATION, "is a formula"),
    ("xlsx", "book-that-scrolls.xlsx", VIOLATION, "is where it scrolls"),
    ("xlsx", "book-without-filter.xlsx", VIOLATION, "its filter is"),
    ("xlsx", "book-without-a-head.xlsx", VIOLATION, "its heads are"),
]
CASES += [
    ("docx", "good.docx", PASS, "excerpts=1 contents=0 tables=0 bookmarks=0 pictures=0 faults=0"),
    ("docx", "word-with-a-foreign-field.docx", VIOLATION, "a field of another kind"),
    ("epub", "good.epub", PASS, "0 errors / 0 warnings"),
    ("epub", "book-with-a-lost-link.epub", VIOLATION, "ERROR"),
    ("akn", "good.akn.xml", PASS, "faults=0"),
    ("akn", "law-without-a-body.akn.xml", VIOLATION, "nothing"),
]
CASES += [
    ("mail-send", "good-mailer", PASS, "3 messages, 0 faults"),
    ("mail-send", "mailer-twice", VIOLATION, "messages came for"),
    ("mail-send", "mailer-wrong-name", VIOLATION, "To is"),
    ("mail-send", "mailer-wrong-bytes", VIOLATION, "is not the file that was built"),
]
CASES += [
    ("serve-live", "good-server", PASS, "12 steps, 0 problems"),
    ("serve-live", "server-never-reloads", VIOLATION, "an edit is seen without touching the browser: "),
    ("serve-live", "server-silent", VIOLATION, "a fault is told over the last good page: "),
    ("serve-live", "server-no-line", VIOLATION, "dieu-5.md:6:1» is not in"),
    ("serve-live", "server-loses-page", VIOLATION, "the last good page"),
]
CASES += [
    ("pdf-signed", "good-verifier + good-pdf", PASS, "faults=0"),
    ("pdf-signed", "verifier-believes + good-pdf", VIOLATION, "note-between: exit code 0, wanted 1"),
    ("pdf-signed", "verifier-doubts + good-pdf", VIOLATION, "twice: exit code 1, wanted 0"),
]
CHECKERS = sorted({case[0] for case in CASES})


def programs(folder):
    """Programs that do their work rightly, or with the fault in their name: of mail, of the live view, and of signed files."""
    samples = {}
    for script, kind in (("sample_mailer.py", "mailer"), ("sample_serve.py", "server"), ("sample_verifier.py", "verifier")):
        stand_in = pathlib.Path(__file__).with_name(script)
        named = {name for _, names, *_ in CASES for name in names.split(" + ") if name == f"good-{kind}" or name.startswith(f"{kind}-")}
        for name in sorted(named):
            samples[name] = folder / name
            samples[name].write_text(f'#!/bin/sh\nexec "{sys.executable}" "{stand_in}" {name.removeprefix(f"{kind}-")} "$@"\n')
            samples[name].chmod(0o755)
    return samples


def run_case(checkers, samples, checker, sample, code, words):
    """What is wrong with the checker's answer, or None."""
    arguments = [str(samples[name]) for name in sample.split(" + ")]
    answer = subprocess.run([str(checkers / checker), *arguments], capture_output=True, text=True)
    output = answer.stdout + answer.stderr
    if answer.returncode != code:
        return f"exit code {answer.returncode}, expected {code}\n{output[-1500:]}"
    if words not in output:
        return f"{words!r} is not in its output\n{output[-1500:]}"
    lines = answer.stdout.splitlines()
    if code != CANNOT_CHECK and not (lines and lines[-1].startswith(f"{checker}: ")):
        return f"its last line is not its figures\n{output[-1500:]}"
    return None


def main(checkers):
    checkers = pathlib.Path(checkers)
    font = checkers.parent.parent / "templates/fonts/LiberationSerif-Regular.ttf"
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        samples = {**html_samples(folder), **search_samples(folder), **pdf_samples(folder, font), **font_samples(folder, font), **workbooks(folder), **sample_files.samples(folder), **programs(folder)}
        samples.update(approved_pages(folder, checkers, samples["good-pdf"]))
        samples.update(approved_web_pages(folder, checkers, samples["good-site"]))
        samples["phrases"] = folder / "phrases.txt"
        samples["phrases"].write_text("\n".join(sample_pdf.LINES), encoding="utf-8")
        samples["absent-phrases"] = folder / "absent-phrases.txt"
        samples["absent-phrases"].write_text("Không có ở đây", encoding="utf-8")
        samples["nothing"] = folder / "nothing"
        cases = CASES + [(checker, "nothing", CANNOT_CHECK, "no such file or folder") for checker in CHECKERS]
        for case in cases:
            fault = run_case(checkers, samples, *case)
            if fault:
                failed += 1
                print(f"  {case[0]} on {case[1]}: {fault}")
    print(f"selftest: checkers={len(CHECKERS)} cases={len(cases)} failed={failed}")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
