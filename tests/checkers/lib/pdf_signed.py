"""Signs a PDF as offices do, and as forgers would, and asks the program what it is now: see ../pdf-signed."""

import datetime
import hashlib
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner


def certificate(folder):
    """The files of a key and of what it says of itself. Both are of this run alone."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Người Ký Thử")])
    day = datetime.datetime(2030, 1, 1)
    usage = x509.KeyUsage(True, True, *[False] * 7)
    builder = x509.CertificateBuilder(name, name, key.public_key(), 1, day - datetime.timedelta(9999), day + datetime.timedelta(9999))
    signed = builder.add_extension(usage, critical=True).sign(key, hashes.SHA256())
    pem = serialization.Encoding.PEM
    plain = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "key.pem").write_bytes(key.private_bytes(pem, *plain))
    (folder / "certificate.pem").write_bytes(signed.public_bytes(pem))
    return signers.SimpleSigner.load(str(folder / "key.pem"), str(folder / "certificate.pem"))


class Office:
    """Makes the files; each way to change one takes a writer of an update."""

    def __init__(self, folder, file):
        self.folder, self.signer = folder, certificate(folder)
        self.own = file.read_bytes()

    def sign(self, data, field, change=None, place=None, **more):
        writer = self.writer(data)
        if change:
            change(writer)
        metadata = PdfSignatureMetadata(field_name=field, reason="Phát hành", location="Hà Nội", **more)
        return PdfSigner(metadata, self.signer, new_field_spec=place).sign_pdf(writer).getvalue()

    def update(self, data, change):
        writer = self.writer(data)
        change(writer)
        with (self.folder / "update.pdf").open("w+b") as out:
            writer.write(out)
        return (self.folder / "update.pdf").read_bytes()

    def writer(self, data):
        source = self.folder / "source.pdf"
        source.write_bytes(data)
        return IncrementalPdfFileWriter(source.open("rb"))


def first_page(writer):
    return writer.find_page_for_modification(0)[0].get_object()


def other_words(writer):
    page = writer.find_page_for_modification(0)[0]
    page.get_object()["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b"0 0 999 999 re f"))
    writer.update_container(page.get_object())


def note(writer):
    box = generic.ArrayObject(generic.NumberObject(side) for side in (50, 50, 400, 700))
    entries = {"/Type": "/Annot", "/Subtype": "/Square", "/Rect": box, "/F": 4, "/IC": [1, 1, 1]}
    dictionary = generic.DictionaryObject()
    for key, value in entries.items():
        if isinstance(value, str):
            value = generic.NameObject(value)
        elif isinstance(value, int):
            value = generic.NumberObject(value)
        elif not isinstance(value, generic.ArrayObject):
            value = generic.ArrayObject(generic.NumberObject(one) for one in value)
        dictionary[generic.NameObject(key)] = value
    page, reference = first_page(writer), writer.add_object(dictionary)
    page[generic.NameObject("/Annots")] = generic.ArrayObject([reference])
    writer.update_container(page)


def other_title(writer):
    writer.set_info(generic.DictionaryObject({generic.NameObject("/Title"): generic.TextStringObject("Tên khác")}))


def opens_an_address(writer):
    action = {"/S": generic.NameObject("/URI"), "/URI": generic.TextStringObject("https://example.invalid/")}
    action = generic.DictionaryObject({generic.NameObject(key): value for key, value in action.items()})
    writer.root[generic.NameObject("/OpenAction")] = action
    writer.update_root()


def files(office):
    """Each with the exit code and the words wanted of `verify`."""
    once = office.sign(office.own, "Chu-ky-1")
    twice = office.sign(once, "Chu-ky-2")
    author = office.sign(office.own, "Tac-gia", certify=True, docmdp_permissions=fields.MDPPerm.NO_CHANGES)
    seen = fields.SigFieldSpec("Chu-ky-1", on_page=0, box=(50, 50, 300, 120))
    nowhere = fields.SigFieldSpec("Chu-ky-1", on_page=0, box=(0, 0, 0, 0))
    altered = "Altered by appending"
    yield "nothing", office.own, 0, "has the hash"
    yield "once", once, 0, "with one signature more"
    yield "twice", twice, 0, "with 2 signatures more"
    yield "author", author, 0, "with one signature more"
    yield "nowhere", office.sign(office.own, "Chu-ky-1", place=nowhere), 0, "with one signature more"
    yield "picture", office.sign(office.own, "Chu-ky-1", place=seen), 1, "page 1"
    yield "words-then-signed", office.sign(office.own, "Chu-ky-1", change=other_words), 1, altered
    yield "note-then-signed", office.sign(office.own, "Chu-ky-1", change=note), 1, altered
    yield "title-then-signed", office.sign(office.own, "Chu-ky-1", change=other_title), 1, altered
    yield "action-then-signed", office.sign(office.own, "Chu-ky-1", change=opens_an_address), 1, altered
    for name, change in (("words", other_words), ("note", note), ("action", opens_an_address)):
        yield f"signed-then-{name}", office.update(once, change), 1, altered
        yield f"{name}-unsigned", office.update(office.own, change), 1, altered
        yield f"{name}-between", office.sign(office.update(once, change), "Chu-ky-2"), 1, altered
    yield "signed-then-bytes", once + b"% sau", 1, altered
    yield "other", office.own[:-9] + b"x" + office.own[-8:], 1, "Changed:"


def sign_one(key, certificate, source, to):
    """What an office has as its signer: `pdf_signed.py --sign KEY CERTIFICATE IN OUT`."""
    signer = signers.SimpleSigner.load(key, certificate)
    with open(source, "rb") as file, open(to, "wb") as out:
        metadata = PdfSignatureMetadata(field_name="Chu-ky")
        PdfSigner(metadata, signer).sign_pdf(IncrementalPdfFileWriter(file), output=out)


def office_that_signs(folder, file, checkers):
    """A hand-out of one letter, whose office has this program as its signer; the folder that it is run in."""
    place = folder / "office"
    shutil.copytree(pathlib.Path(checkers).parent / "diagnostics/_base", place / "corpus")
    own = [sys.executable, __file__, "--sign", str(folder / "key.pem"), str(folder / "certificate.pem"), "{in}", "{out}"]
    (place / "corpus/settings.yaml").write_text(f"letter:\n  sign: {json.dumps(own)}\n")
    copies = place / "output/handout/so-tay"
    (copies / "so-a").mkdir(parents=True)
    data = file.read_bytes()
    (copies / "so-a/thu.pdf").write_bytes(data)
    letter = {"kind": "letter", "path": "so-a/thu.pdf", "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    copy = {"id": "so-a", "name": "Sở A", "place": None, "email": None, "serial": "so-tay-001", "audiences": []}
    copy |= {"folder": "so-a", "key": "", "files": [letter]}
    ledger = {"version": 1, "generator": "camnang", "edition": "so-tay", "as_of": "2030-06-01", "corpus_sha256": ""}
    (copies / "ledger.json").write_text(json.dumps(ledger | {"copies": [copy], "failed": []}))
    return place


def signed_by_the_office(program, place, file, faults):
    """`handout --sign` twice: the first run signs, the second has nothing to do."""
    letter = place / "output/handout/so-tay/so-a/thu.pdf"
    for words in ("1 letters signed; 0 were signed before; 0 not signed", "0 letters signed; 1 were signed before; 0 not signed"):
        ran = subprocess.run([program, "handout", "--edition", "so-tay", "--sign", "--lang", "en"], cwd=place, capture_output=True, text=True)
        if ran.returncode or words not in ran.stdout:
            faults.append(f"handout --sign: exit code {ran.returncode}, wanted «{words}»\n{ran.stdout}{ran.stderr}")
    own = hashlib.sha256(file.read_bytes()).hexdigest()
    ran = subprocess.run([program, "verify", letter, "--against", own, "--lang", "en"], capture_output=True, text=True)
    if ran.returncode or "with one signature more" not in ran.stdout:
        faults.append(f"what the office signed: exit code {ran.returncode}\n{ran.stdout}{ran.stderr}")


def main(program, file, checkers):
    program, file = pathlib.Path(program).resolve(), pathlib.Path(file)
    faults, count = [], 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        own = hashlib.sha256(file.read_bytes()).hexdigest()
        for name, data, code, words in files(Office(folder, file)):
            count += 1
            path = folder / f"{name}.pdf"
            path.write_bytes(data)
            ran = subprocess.run([program, "verify", path, "--against", own, "--lang", "en"], capture_output=True, text=True)
            if ran.returncode != code or words not in ran.stdout + ran.stderr:
                faults.append(f"{name}: exit code {ran.returncode}, wanted {code} and «{words}»\n{ran.stdout}{ran.stderr}")
        signed_by_the_office(program, office_that_signs(folder, file, checkers), file, faults)
        twice = folder / "twice.pdf"
        read = subprocess.run(["pdfsig", "-nocert", twice], capture_output=True, text=True).stdout
        if read.count("Signature is Valid") != 2 or read.count("Total document signed") != 1:
            faults.append(f"pdfsig says of two signatures\n{read}")
        vera = subprocess.run([f"{checkers}/pdf-vera", twice], capture_output=True, text=True)
        if vera.returncode:
            faults.append(f"a signed file is not what it was\n{vera.stdout}{vera.stderr}")
    for fault in faults:
        print(f"  {fault}")
    print(f"pdf-signed: files={count} faults={len(faults)}")
    return bool(faults)


if __name__ == "__main__":
    if sys.argv[1] == "--sign":
        sys.exit(sign_one(*sys.argv[2:]))
    sys.exit(main(*sys.argv[1:]))
