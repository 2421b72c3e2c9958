"""A stand-in for the program, for the self-test of pdf-signed: judges its files by their names, rightly or with one fault."""

import pathlib
import sys

ONE = "one signature"
SIGNED = {"once": ONE, "twice": "2 signatures", "author": ONE, "nowhere": ONE, "thu": ONE}


def signs():
    """`handout --sign`: says what a first run says, and then what a second does."""
    been_here = pathlib.Path("been-here")
    before = been_here.exists()
    been_here.touch()
    print(f"{0 if before else 1} letters signed; {1 if before else 0} were signed before; 0 not signed.")
    return 0


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
    sys.exit(signs() if sys.argv[2] == "handout" else main(sys.argv[1], pathlib.Path(sys.argv[3]).stem))
