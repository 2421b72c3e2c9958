"""See ../mail-send. Lays out an office with a hand-out as the program leaves it, and a server that is not the program's own."""

import email
import email.header
import email.policy
import email.utils
import hashlib
import json
import os
import pathlib
import re
import socket
import ssl
import subprocess
import sys
import tempfile

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

USER, PASSWORD = "vp", "mật khẩu"
EDITION = "so-tay"
CORPUS = {
    "editions/so-tay.yaml": "id: so-tay\ntitle: Sổ tay ví dụ\nissuer:\n  name: Bộ Ví Dụ\ndescription: Một ví dụ.\nas-of: 2030-06-01\nparts:\n"
    "  - title: Phần\n    chapters:\n      - id: chuong\n        title: Chương\n        select:\n          topics: [mua-sam]\n",
    "vocabulary.yaml": "topics:\n  - id: mua-sam\n    name: Mua sắm\naudiences: []\nlevels: []\n",
}
DEPARTMENTS = {
    "so-a": "Sở Thông tin và Truyền thông tỉnh Ví Dụ A",
    "so-b": 'Sở "Khoa học, Công nghệ" thành phố Ví Dụ B, cơ quan chuyên môn có tên rất dài thuộc Uỷ ban nhân dân',
    "so-c": "So C",
}


class Store:
    """Keeps what comes."""

    def __init__(self):
        self.messages = []

    async def handle_DATA(self, server, session, envelope):
        encrypted = session.ssl is not None
        self.messages.append((envelope.rcpt_tos, envelope.original_content, encrypted, session.authenticated))
        return "250 2.0.0 kept"


def authenticate(server, session, envelope, mechanism, data):
    known = LoginPassword(USER.encode(), PASSWORD.encode())
    return AuthResult(success=isinstance(data, LoginPassword) and data == known)


def certificate(folder):
    """An authority, and a certificate for this machine by it."""

    def openssl(*args):
        subprocess.run(["openssl", *args], check=True, cwd=folder, capture_output=True)

    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Vi Du", "-keyout", "ca.key", "-out", "ca.pem")
    openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1", "-keyout", "own.key", "-out", "own.csr")
    (folder / "own.ext").write_text("subjectAltName=IP:127.0.0.1\nbasicConstraints=CA:FALSE\n")
    openssl("x509", "-req", "-in", "own.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-days", "2", "-extfile", "own.ext", "-out", "own.pem")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(folder / "own.pem", folder / "own.key")
    return context


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def lay_out(folder, port):
    """The corpus, its settings, the copies and their ledger; the files of each department by their names."""
    files = {f"corpus/{name}": text.encode() for name, text in CORPUS.items()}
    settings = f"mail:\n  host: 127.0.0.1\n  port: {port}\n  from: Văn phòng Bộ Ví Dụ <vp@bo.example>\n  ca: ../ca.pem\n  per-minute: 600\n"
    files["corpus/settings.yaml"] = settings.encode()
    expected, copies = {}, []
    for number, (id, name) in enumerate(DEPARTMENTS.items(), 1):
        booklet = b"%PDF-1.7\n.\r\n..\r\n.\n" + bytes(range(256)) * 400 + id.encode()
        own = {"letter": (f"so-tay-{id}-thu.pdf", b"%PDF-1.7\nthu " + id.encode()), "booklet": (f"so-tay-{id}.pdf", booklet)}
        listed = []
        for kind, (file, content) in own.items():
            files[f"output/handout/{EDITION}/{id}/{file}"] = content
            listed.append({"kind": kind, "path": f"{id}/{file}", "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()})
        expected[f"van-thu@{id}.example"] = (name, {file: content for file, content in own.values()})
        copies.append({"id": id, "name": name, "place": None, "email": f"van-thu@{id}.example", "serial": f"so-tay-{number:03}",
                       "audiences": [], "folder": id, "key": "", "files": listed})
    ledger = {"version": 1, "generator": "", "edition": EDITION, "as_of": "2030-06-01", "corpus_sha256": "", "copies": copies, "failed": []}
    files[f"output/handout/{EDITION}/ledger.json"] = json.dumps(ledger).encode()
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return expected


def people(raw, header):
    """Name and address of a header. By Python's older functions: the newer ones leave blanks between the parts of a long name (RFC 2047, 6.2)."""
    written = email.message_from_bytes(raw).get_all(header, [])
    pairs = email.utils.getaddresses([re.sub(r"\r?\n", "", text) for text in written])
    return [(str(email.header.make_header(email.header.decode_header(name))), address) for name, address in pairs]


def faults_of(to, raw, name, files):
    message = email.message_from_bytes(raw, policy=email.policy.default)
    defects = [defect for part in message.walk() for defect in part.defects]
    if defects:
        yield f"defects: {defects}"
    for header in ("From", "To", "Subject", "Date", "Message-ID", "MIME-Version"):
        if len(message.get_all(header, [])) != 1:
            yield f"{header} does not stand there once"
    if people(raw, "To") != [(name, to)]:
        yield f"To is {message['To']}"
    if people(raw, "From") != [("Văn phòng Bộ Ví Dụ", "vp@bo.example")]:
        yield f"From is {message['From']}"
    if "số so-tay-00" not in message["Subject"]:
        yield f"Subject is {message['Subject']}"
    text = message.get_body(("plain",)).get_content()
    if f"Kính gửi: {name}" not in text:
        yield "the text does not greet the department"
    got = {part.get_filename(): part.get_content() for part in message.iter_attachments()}
    if got.keys() != files.keys():
        yield f"attachments are {sorted(got)}"
    for file, content in files.items():
        if got.get(file) != content:
            yield f"{file} is not the file that was built"
        if hashlib.sha256(content).hexdigest() not in text:
            yield f"the hash of {file} is not in the text"
    if any(len(line) > 998 for line in raw.split(b"\r\n")) or b"\n" in raw.replace(b"\r\n", b""):
        yield "lines are too long or do not end in CRLF"


def main(program):
    found = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        store, port = Store(), free_port()
        server = Controller(store, hostname="127.0.0.1", port=port, tls_context=certificate(folder), require_starttls=True,
                            authenticator=authenticate, auth_required=True, data_size_limit=20_000_000)
        server.start()
        try:
            expected = lay_out(folder, port)
            environment = {**os.environ, "CAMNANG_SMTP_USER": USER, "CAMNANG_SMTP_PASSWORD": PASSWORD}
            command = [str(pathlib.Path(program).resolve()), "handout", "--edition", EDITION, "--send", "--really", "--lang", "en"]
            for _ in range(2):
                ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)
                if ran.returncode != 0:
                    found.append(f"exit code {ran.returncode}: {ran.stdout}{ran.stderr}")
        finally:
            server.stop()
    recipients = [to for tos, *_ in store.messages for to in tos]
    if sorted(recipients) != sorted(expected):
        found.append(f"messages came for {recipients}")
    for tos, raw, encrypted, authenticated in store.messages:
        if not (encrypted and authenticated):
            found.append(f"{tos}: sent without encryption or login")
        for to in tos:
            found += [f"{to}: {fault}" for fault in faults_of(to, raw, *expected.get(to, ("", {})))]
    for fault in found:
        print(f"  {fault}")
    print(f"mail-send: {len(store.messages)} messages, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
