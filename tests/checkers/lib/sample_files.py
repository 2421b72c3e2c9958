"""Small files for other programs, good ones and some with the fault in their name: books, files of Word, law XML."""

import zipfile

import docx
from docx.oxml import OxmlElement

CONTAINER = """<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
PACKAGE = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:00000000-0000-8000-8000-000000000000</dc:identifier><dc:title>Cẩm nang</dc:title><dc:language>vi</dc:language>
<meta property="dcterms:modified">2014-01-31T00:00:00Z</meta></metadata><manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>
<spine><itemref idref="n"/></spine></package>"""
NAV = """<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Mục lục</title></head>
<body><nav epub:type="toc"><ol><li><a href="nav.xhtml">Mục lục</a></li></ol></nav></body></html>"""
LAW = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="camnang"><meta><identification source="#a"><FRBRWork>
<FRBRthis value="/a"/><FRBRuri value="/a"/><FRBRdate date="2014-01-31" name="as-of"/><FRBRauthor href="#a"/><FRBRcountry value="vn"/></FRBRWork><FRBRExpression>
<FRBRthis value="/a"/><FRBRuri value="/a"/><FRBRdate date="2014-01-31" name="as-of"/><FRBRauthor href="#a"/><FRBRlanguage language="vie"/></FRBRExpression>
<FRBRManifestation><FRBRthis value="/a"/><FRBRuri value="/a"/><FRBRdate date="2014-01-31" name="as-of"/><FRBRauthor href="#a"/></FRBRManifestation></identification></meta>
<mainBody><p>Điều 1</p></mainBody></doc></akomaNtoso>"""


def book(path, nav):
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/epub+zip")
        for name, text in (("META-INF/container.xml", CONTAINER), ("EPUB/package.opf", PACKAGE), ("EPUB/nav.xhtml", nav)):
            package.writestr(name, text)


def word(path, spoil):
    file = docx.Document()
    file.add_heading("1. Điều 1", 3)
    spoil(file.add_paragraph("Cơ quan nhà nước"))
    file.save(path)


def foreign_field(paragraph):
    code = OxmlElement("w:instrText")
    code.text = ' INCLUDETEXT "/etc/passwd" '
    paragraph.add_run()._r.append(code)


def samples(folder):
    files = {name: folder / name for name in ("good.epub", "book-with-a-lost-link.epub", "good.docx", "word-with-a-foreign-field.docx", "good.akn.xml", "law-without-a-body.akn.xml")}
    book(files["good.epub"], NAV)
    book(files["book-with-a-lost-link.epub"], NAV.replace('href="nav.xhtml"', 'href="lost.xhtml"'))
    word(files["good.docx"], lambda paragraph: None)
    word(files["word-with-a-foreign-field.docx"], foreign_field)
    files["good.akn.xml"].write_text(LAW, encoding="utf-8")
    files["law-without-a-body.akn.xml"].write_text(LAW.replace("mainBody", "nothing"), encoding="utf-8")
    return files
