"""Reads the Nu HTML checker's JSON report; see ../html-vnu."""

import json
import sys


def show(message):
    page = message.get("url", "?").rsplit("/", 1)[-1]
    print(f"  {message['type']} {page}:{message.get('lastLine', '?')} {message['message']}")


def main():
    report = sys.stdin.read()
    try:
        messages = json.loads(report[report.index("{") :])["messages"]  # Java may say something of its own first
    except (ValueError, KeyError):
        print(f"html-vnu: the checker gave no report: {report[:500]}", file=sys.stderr)
        return 2
    warnings = [m for m in messages if m["type"] == "info"]
    errors = [m for m in messages if m["type"] != "info"]
    for message in errors[:15] + warnings[:5]:
        show(message)
    print(f"html-vnu: errors={len(errors)} warnings={len(warnings)}")
    return bool(errors)


if __name__ == "__main__":
    sys.exit(main())
