"""A small PDF that is PDF/A-2a and PDF/UA-1 at once, written object by object, and ways to spoil it.

Two pages, one paragraph each, set in a shipped font that is embedded whole."""

import io

import pikepdf
from fontTools.ttLib import TTFont
from PIL import ImageCms
from pikepdf import Array, Dictionary, Name, String

TITLE = "Cẩm nang mẫu"
LINES = ["Cơ quan nhà nước phải kết nối mạng.", "Điều khoản này đã hết hiệu lực."]
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">TITLE</rdf:li></rdf:Alt></dc:title>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>""".replace("TITLE", TITLE)


def good(font_path):
    pdf = pikepdf.new()
    font = add_font(pdf, font_path)
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree, K=Array()))
    parents = Array()
    for number, line in enumerate(LINES):
        page = add_page(pdf, font, line, number)
        paragraph = Dictionary(Type=Name.StructElem, S=Name.P, P=document, Pg=page.obj, K=0)
        paragraph = pdf.make_indirect(paragraph)
        document.K.append(paragraph)
        parents.extend([number, pdf.make_indirect(Array([paragraph]))])
    tree.K = document
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=parents))
    tree.ParentTreeNextKey = len(LINES)
    add_catalogue(pdf, tree)
    return pdf


def add_page(pdf, font, line, number):
    page = pdf.add_blank_page(page_size=(595, 842))
    glyphs = "".join(f"{font['glyph_of'][char]:04X}" for char in line)
    page.obj.Contents = pdf.make_stream(f"/P <</MCID 0>> BDC BT /F1 24 Tf 60 700 Td <{glyphs}> Tj ET EMC".encode())
    page.obj.Resources = Dictionary(Font=Dictionary(F1=font["object"]))
    page.obj.StructParents = number
    page.obj.Tabs = Name.S
    return page


def add_catalogue(pdf, tree):
    root = pdf.Root
    root.StructTreeRoot = tree
    root.MarkInfo = Dictionary(Marked=True)
    root.Lang = String("vi-VN")
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    metadata = pdf.make_stream(XMP.encode())
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    root.Metadata = metadata
    profile = pdf.make_stream(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile.N = 3
    intent = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier=String("sRGB"), DestOutputProfile=profile)
    root.OutputIntents = Array([pdf.make_indirect(intent)])
    pdf.docinfo["/Title"] = TITLE
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(TITLE, 0))


def add_font(pdf, path):
    font = TTFont(path)
    names, widths, order = font.getBestCmap(), font["hmtx"], font.getReverseGlyphMap()
    scale = 1000 / font["head"].unitsPerEm
    glyph_of = {char: order[names[ord(char)]] for char in sorted(set("".join(LINES)))}
    width_of = {glyph: round(widths[font.getGlyphName(glyph)][0] * scale, 3) for glyph in glyph_of.values()}
    with open(path, "rb") as file:
        program = pdf.make_stream(file.read())
    name = Name("/LiberationSerif")
    metrics, box = font["hhea"], font["head"]
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=name, Flags=4, ItalicAngle=0, StemV=80,
        FontBBox=Array([round(v * scale) for v in (box.xMin, box.yMin, box.xMax, box.yMax)]),
        Ascent=round(metrics.ascent * scale), Descent=round(metrics.descent * scale), CapHeight=660, FontFile2=program,
    )  # fmt: skip
    descendant = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=name, FontDescriptor=pdf.make_indirect(descriptor), CIDToGIDMap=Name.Identity,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0), DW=1000,
        W=Array([item for glyph, width in sorted(width_of.items()) for item in (glyph, Array([width]))]),
    )  # fmt: skip
    composite = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=name, Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(descendant)]), ToUnicode=to_unicode(pdf, glyph_of),
    )  # fmt: skip
    return {"object": pdf.make_indirect(composite), "glyph_of": glyph_of}


def to_unicode(pdf, glyph_of, spell=lambda char: char):
    """The map from glyphs back to text; `spell` says what a letter is said to be."""
    rows = "\n".join(f"<{glyph:04X}> <{spell(char).encode('utf-16-be').hex().upper()}>" for char, glyph in glyph_of.items())
    return pdf.make_stream(
        f"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{len(glyph_of)} beginbfchar
{rows}
endbfchar endcmap CMapName currentdict /CMap defineresource pop end end""".encode()
    )


def font_object(pdf):
    return pdf.pages[0].obj.Resources.Font.F1


def respell(font_path, spell):
    """The good sample with a ToUnicode map that lies."""
    pdf = good(font_path)
    font = TTFont(font_path)
    names, order = font.getBestCmap(), font.getReverseGlyphMap()
    font_object(pdf).ToUnicode = to_unicode(pdf, {c: order[names[ord(c)]] for c in sorted(set("".join(LINES)))}, spell)
    return pdf


def as_bytes(pdf):
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()
