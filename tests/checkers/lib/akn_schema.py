"""Validates a file against a schema."""

import sys

from lxml import etree


def main(schema, path):
    schema = etree.XMLSchema(etree.parse(schema))
    file = etree.parse(path)
    schema.validate(file)
    faults = list(schema.error_log)
    for fault in faults[:20]:
        print(f"  {fault.line}: {fault.message}")
    provisions = file.findall(".//{*}hcontainer[@name='provision']")
    summaries = sum(one.get("status") == "editorial" for one in provisions)
    print(f"akn: acts={len(file.findall('.//{*}act'))} provisions={len(provisions)} summaries={summaries} faults={len(faults)}")
    return 1 if faults else 0


sys.exit(main(*sys.argv[1:]))
