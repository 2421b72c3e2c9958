"""Reads html-validate's JSON report; see ../html-validate."""

import collections
import json
import sys

ERROR = 2  # html-validate's severity


def main(pages):
    report = sys.stdin.read()
    try:
        results = json.loads(report)
    except ValueError:
        print(f"html-validate: the checker gave no report: {report[:500]}", file=sys.stderr)
        return 2
    first = {}
    rules = collections.Counter()
    for result in results:
        for message in result["messages"]:
            if message["severity"] == ERROR:
                rules[message["ruleId"]] += 1
                page = result["filePath"].rsplit("/", 1)[-1]
                first.setdefault(message["ruleId"], f"{page}:{message['line']} {message['message']}")
    for rule, count in rules.most_common(15):
        print(f"  {rule} x{count}, first {first[rule]}")
    print(f"html-validate: pages={pages} errors={sum(rules.values())}")
    return bool(rules)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
