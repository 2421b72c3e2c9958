"""Validates the parts of a file of Word against the transitional schemas."""

import pathlib
import re
import sys
import zipfile

from lxml import etree

XML = "http://www.w3.org/XML/1998/namespace"
# The schemas import the attributes of XML itself from no file.
OWN = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{XML}">
<xs:attribute name="space"><xs:simpleType><xs:restriction base="xs:NCName"><xs:enumeration value="default"/>
<xs:enumeration value="preserve"/></xs:restriction></xs:simpleType></xs:attribute><xs:attribute name="lang" type="xs:language"/></xs:schema>"""


class Schemas(etree.Resolver):
    def __init__(self, folder):
        super().__init__()
        self.folder = folder

    def resolve(self, url, _, context):
        name = url.rsplit("/", 1)[-1]
        if name == "xml.xsd":
            return self.resolve_string(OWN, context)
        text = (self.folder / name).read_text(encoding="utf-8")
        whole = re.sub(rf'<xsd:import namespace="{XML}"[^>]*/>', f'<xsd:import namespace="{XML}" schemaLocation="xml.xsd"/>', text)
        return self.resolve_string(whole, context, base_url=url)


def main(folder, path):
    folder = pathlib.Path(folder)
    if not (folder / "wml.xsd").is_file():
        print(f"docx-schema: no schemas in {folder}", file=sys.stderr)
        return 2
    parser = etree.XMLParser()
    parser.resolvers.add(Schemas(folder))
    schema = etree.XMLSchema(etree.parse(str(folder / "wml.xsd"), parser))
    faults = parts = 0
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if not (name.startswith("word/") and name.endswith(".xml")):
                continue
            parts += 1
            if not schema.validate(etree.fromstring(package.read(name))):
                for error in list(schema.error_log)[:10]:
                    print(f"  {name}:{error.line}: {error.message}")
                    faults += 1
    print(f"docx-schema: parts={parts} faults={faults}")
    return 1 if faults else 0


sys.exit(main(*sys.argv[1:]))
