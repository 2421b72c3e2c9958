"""A stand-in for the program, for the self-test of pdf-signed: judges its files by their names, rightly or with one fault."""

import pathlib
import sys

SIGNED = {"once": "one signature", "twice": "2 signatures", "author": "one signature", "nowhere": "one signature"}


def main(fault, name):
    if name == "nothing":
        print("Unchanged: it has the hash that was given.")
    elif name in SIGNED and fault != "doubts" or fault == "believes":
        print(f"Signed: with {SIGNED.get(name, 'one signature')} more")
    elif name == "other":
        print("Changed: it")
        return 1
    else:
        print("Altered by appending: page 1")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[3]).stem))
