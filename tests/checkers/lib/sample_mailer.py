"""A stand-in for the program, for the self-test of mail-send: sends the hand-out of the current folder rightly, or with one fault."""

import base64
import email.policy
import json
import os
import pathlib
import re
import smtplib
import ssl
import sys
from email.headerregistry import Address
from email.message import EmailMessage

# Python 3.11 puts blanks into names where it folds them.
LONG_LINES = email.policy.SMTP.clone(max_line_length=900)
JOURNAL = pathlib.Path("sent")


def main(fault):
    if JOURNAL.exists() and fault != "twice":
        return
    JOURNAL.touch()
    folder = pathlib.Path("output/handout/so-tay")
    settings = pathlib.Path("corpus/settings.yaml").read_text(encoding="utf-8")
    with smtplib.SMTP("127.0.0.1", int(re.search(r"port: (\d+)", settings)[1])) as server:
        server.starttls(context=ssl.create_default_context(cafile="ca.pem"))
        # smtplib's own login knows ASCII only.
        server.ehlo()
        secret = "\0{CAMNANG_SMTP_USER}\0{CAMNANG_SMTP_PASSWORD}".format(**os.environ)
        server.docmd("AUTH", "PLAIN " + base64.b64encode(secret.encode()).decode())
        for number, copy in enumerate(json.loads((folder / "ledger.json").read_text())["copies"], 1):
            message = EmailMessage(policy=LONG_LINES)
            message["From"] = Address("Văn phòng Bộ Ví Dụ", addr_spec="vp@bo.example")
            message["To"] = Address(copy["name"] if fault != "wrong-name" else "Sở khác", addr_spec=copy["email"])
            message["Subject"] = f"Sổ tay ví dụ: bản số {copy['serial']}"
            message["Date"] = "Tue, 01 Jan 2030 00:00:00 +0000"
            message["Message-ID"] = f"<{number}@bo.example>"
            hashes = "\n".join(file["sha256"] for file in copy["files"])
            message.set_content(f"Kính gửi: {copy['name']}\n{hashes}\n")
            for file in copy["files"]:
                content = (folder / file["path"]).read_bytes()
                if fault == "wrong-bytes":
                    content = content.replace(b"\r\n", b"\n")
                message.add_attachment(content, maintype="application", subtype="pdf", filename=pathlib.Path(file["path"]).name)
            server.send_message(message)


main(sys.argv[1])
