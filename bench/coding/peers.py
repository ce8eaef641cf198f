"""Taguette's side of the measurement: its own program on a port of this machine, asked as its pages ask it."""

import html
import http.cookiejar
import json
import re
import socket
import sqlite3
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Sequence
from pathlib import Path

Place = tuple[int, int, tuple[int, int]]


class Taguette:
    """One running Taguette with an empty database."""

    def __init__(self, program: str, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.program, self.file, log = program, folder / "taguette.sqlite3", folder / "taguette.log"
        self.running = subprocess.Popen(
            [program, "--no-browser", "--port", str(port), "--database", str(self.file)],
            stdout=log.open("w"),
            stderr=subprocess.STDOUT,
            env={
                "HOME": str(folder),
                "PATH": "/usr/bin:/bin",
                "XDG_DATA_HOME": str(folder),
                "LANG": "C.UTF-8",
            },
        )
        self.base = f"http://127.0.0.1:{port}"
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(self.cookies), urllib.request.ProxyHandler({})
        )
        token = self._token(log)
        self.get(f"/?token={token}")
        self.get("/project/new")

    def version(self) -> str:
        """As it names itself."""
        said = subprocess.run([self.program, "--version"], capture_output=True, text=True, check=False)
        return (said.stdout or said.stderr).strip().splitlines()[-1].strip()

    def stop(self) -> None:
        """End it."""
        self.running.terminate()
        self.running.wait(20)

    def get(self, path: str) -> str:
        """What an address answers."""
        with self.opener.open(self.base + path, timeout=600) as answer:
            return str(answer.read().decode())

    def post(self, path: str, data: bytes, kind: str) -> tuple[str, str]:
        """What a POST answers, and where it led."""
        token = next(one.value for one in self.cookies if one.name == "_xsrf")
        headers = {"Content-Type": kind, "X-XSRFToken": token}
        request = urllib.request.Request(self.base + path, data, headers)
        with self.opener.open(request, timeout=600) as answer:
            return str(answer.read().decode()), str(answer.geturl())

    def get_bytes(self, path: str) -> bytes:
        """The file that an address hands out."""
        with self.opener.open(self.base + path, timeout=600) as answer:
            return bytes(answer.read())

    def project(
        self, title: str, text: str, places: list[tuple[int, int, tuple[int, ...]]], tags: Sequence[str]
    ) -> "TaguetteText":
        """A project made by its own doors alone, highlights too; places in code points, bytes of UTF-8 to it."""
        form = urllib.parse.urlencode({"name": title, "description": ""}).encode()
        _said, led = self.post("/project/new", form, "application/x-www-form-urlencoded")
        project = int(led.rsplit("/", 1)[1])
        made = TaguetteText(
            self, project, self._document(project, title, text), self._tags(project, list(tags))
        )
        for start, end, chosen in places:
            first = len(text[:start].encode())
            made.add(first, first + len(text[start:end].encode()), chosen)
        return made

    def fill(self, title: str, text: str, places: list[Place], codes: list[str]) -> "TaguetteText":
        """A project of its own: the document through its import, tags and highlights straight into its file."""
        form = urllib.parse.urlencode({"name": title, "description": ""}).encode()
        _said, led = self.post("/project/new", form, "application/x-www-form-urlencoded")
        project = int(led.rsplit("/", 1)[1])
        document = self._document(project, title, text)
        tags = self._tags(project, codes)
        with sqlite3.connect(self.file, timeout=60) as db:
            (first,) = db.execute("SELECT coalesce(max(id), 0) + 1 FROM highlights").fetchone()
            db.executemany(
                "INSERT INTO highlights (id, document_id, start_offset, end_offset, snippet) VALUES (?, ?, ?, ?, ?)",
                ((first + n, document, a, b, text[a:b]) for n, (a, b, _codes) in enumerate(places)),
            )
            db.executemany(
                "INSERT INTO highlight_tags (highlight_id, tag_id) VALUES (?, ?)",
                ((first + n, tags[code]) for n, (_a, _b, codes) in enumerate(places) for code in codes),
            )
        db.close()
        return TaguetteText(self, project, document, tags)

    def _document(self, project: int, title: str, text: str) -> int:
        lines = [html.escape(line, quote=False) for line in text.split("\n")]
        head = '<html><head><meta charset="utf-8"></head><body>'
        page = head + "".join(f"<p>{line}\n</p>" for line in lines) + "</body></html>"
        edge = "a7f3c1edge"
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in (("name", title), ("description", ""), ("text_direction", "LEFT_TO_RIGHT"))
        ]
        parts.append(
            f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="text.html"\r\n'
            f"Content-Type: text/html\r\n\r\n{page}\r\n--{edge}--\r\n"
        )
        path = f"/api/project/{project}/document/new"
        said, _led = self.post(path, "".join(parts).encode(), f"multipart/form-data; boundary={edge}")
        return int(json.loads(said)["created"])

    def _tags(self, project: int, codes: list[str]) -> list[int]:
        made = []
        for name in codes:
            body = json.dumps({"path": name, "description": ""}).encode()
            said, _led = self.post(f"/api/project/{project}/tag/new", body, "application/json")
            made.append(int(json.loads(said)["id"]))
        return made

    def _token(self, log: Path) -> str:
        for _n in range(600):
            if hit := re.search(r"token=([0-9a-f]+)", log.read_text()):
                return hit[1]
            if self.running.poll() is not None:
                raise RuntimeError(f"Taguette ended: {log.read_text()[-500:]}")
            time.sleep(0.1)
        raise RuntimeError("Taguette does not start.")


class TaguetteText:
    """One document of Taguette's, with the works to be timed."""

    def __init__(self, server: Taguette, project: int, document: int, tags: list[int]) -> None:
        self.server, self.project, self.document, self.tags = server, project, document, tags

    def open_all(self) -> str:
        """What its page asks to show a document: contents and every highlight."""
        self.server.get(f"/api/project/{self.project}/document/{self.document}/contents")
        return self.server.get(f"/api/project/{self.project}/document/{self.document}")

    def quotations(self) -> str:
        """Every highlight as CSV."""
        return self.server.get(f"/project/{self.project}/export/highlights/.csv")

    def highlighted(self) -> str:
        """The document with its highlights as a page."""
        return self.server.get(f"/project/{self.project}/export/document/{self.document}.html")

    def path(self, rest: str) -> str:
        """An address of this project."""
        return f"/project/{self.project}/{rest}"

    def add(self, start: int, end: int, codes: tuple[int, ...]) -> bool:
        """A new highlight; whether it was taken."""
        body = {"start_offset": start, "end_offset": end, "tags": [self.tags[code] for code in codes]}
        path = f"/api/project/{self.project}/document/{self.document}/highlight/new"
        said, _led = self.server.post(path, json.dumps(body).encode(), "application/json")
        return "id" in json.loads(said)
