"""A stand-in for the program, for the self-test of serve-live: shows two clauses of the current folder's corpus rightly, or with one fault. The scripts are
the program's own, of src/serve/client."""

import html
import http.server
import json
import pathlib
import re
import sys
import time

CLIENT = pathlib.Path(__file__).parents[3] / "src/serve/client"
FOLDER = pathlib.Path("corpus/excerpts/nd-2001-2010")
MISSPELT = {"topcis": "topics", "confidance": "confidence"}
WORDS = {
    "lang": "vi",
    "faults": "Cần sửa",
    "below": "Bên dưới là trang của lần dựng tốt gần nhất.",
    "warnings": "Cảnh báo",
    "gone": "Lệnh đã dừng",
    "pdf": "PDF",
    "pdf_absent": "Bản này dựng không kèm Typst.",
}
fault = sys.argv[1]
good = {}


def cards(name, text):
    """What is wrong with a clause."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        key = line.split(":")[0]
        if key in MISSPELT:
            place = f"{FOLDER / name}:{number}:1" if fault != "no-line" else str(FOLDER / name)
            message = f"khoá `{key}` không có trong phần đầu của trích dẫn"
            snippet = f"  {number} | {line}\n"
            found.append({"severity": "error", "place": place, "title": "lỗi CN104", "message": message, "snippet": snippet, "help": f"viết `{MISSPELT[key]}`"})
    return found


def look():
    """Reads the clauses; what has no fault is the last good of its page."""
    faults, warnings = [], []
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md"))}
    for name, text in texts.items():
        wrong = cards(name, text)
        faults += wrong
        if not wrong or fault == "loses-page":
            good[name] = "" if wrong else text.split("---")[2]
        if "gồm:" in text:
            warnings.append({"severity": "warning", "place": f"{FOLDER / name}:1:1", "title": "cảnh báo CN212", "message": "còn thiếu", "snippet": None, "help": "viết nốt"})
    for name in set(good) - set(texts):
        del good[name]
    version = str(hash(json.dumps(good))) if fault != "never-reloads" else "1"
    pdf = {"standing": "absent", "of": "", "file": None}
    return {"version": version, "faults": [] if fault == "silent" else faults, "warnings": warnings, "pdf": pdf, "words": WORDS}


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_GET(self):
        path = self.path.split("?")[0]
        if path == "/~/news":
            return self.news()
        if path.startswith("/~/"):
            kind = "text/css" if path.endswith(".css") else "text/javascript"
            return self.give(200, kind, (CLIENT / path.removeprefix("/~/")).read_text(encoding="utf-8"))
        if path == "/pdf":
            script = '<script src="/~/split.js" defer></script>'
            return self.give(200, "text/html", f'<!DOCTYPE html><title>x</title>{script}<iframe id="site"></iframe><p id="note"></p><iframe id="pdf" hidden></iframe>')
        version = look()["version"]
        clause = re.fullmatch(r"/e/nd-2001-2010\.(.*)\.html", path)
        text = good.get(f"{clause[1]}.md") if clause else "Trang đầu"
        status, text = (404, "Không có trang này") if text is None else (200, text)
        script = f'<script src="/~/live.js" data-version="{version}" defer></script>'
        filler = "<br>" * 100
        page = f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>x</title>{script}</head><body>'
        return self.give(status, "text/html", f"{page}<main><p>{html.escape(text)}</p>{filler}</main></body></html>")

    def give(self, status, kind, text):
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(text.encode())

    def news(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        former = None
        try:
            self.wfile.write(b"retry: 300\n\n")
            while True:
                now = look()
                if now != former:
                    self.wfile.write(f"data: {json.dumps(now)}\n\n".encode())
                former = now
                time.sleep(0.05)
        except OSError:
            pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
print(f"http://localhost:{server.server_port}/", flush=True)
try:
    server.serve_forever()
except KeyboardInterrupt:
    pass
