"""
The worker of the preview: it answers a browser, from files as they are now.

What cannot be made says why in the page itself, and shows as soon as the file is mended.
"""

import html
import mimetypes
import os
import signal
import socket
import tempfile
import threading
import time
import traceback
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from scifi.language import _, code

if TYPE_CHECKING:
    from scifi.preview.engine import Engine

PATIENCE = 25
"""Seconds after which a browser that waits for a change is told that there is none."""

RELOAD = "-/reload.js"
STATE = "-/state"
"""Addresses that only a preview has."""


class Preview:
    """The site as it is now; `state` names each state of its files."""

    def __init__(self, root: Path, folder: Path):
        self.root, self.folder = root, folder
        self.state = ""
        self._engine: Engine | None = None
        self._failure = ""
        # MkDocs makes one page at a time.
        self._making = threading.RLock()
        self._changed = threading.Condition()
        self.renew()

    def renew(self) -> None:
        """Look at the files again, and let every browser that waits know of it."""
        with self._making:
            self._engine = None
            try:
                # Imported here: an edit that Python cannot read is told in the page.
                from scifi.preview.engine import Engine

                self._engine = Engine(self.root, self.folder)
            except Exception as error:
                self._failure = said(error)
        self.tell()

    def tell(self) -> None:
        """Name a new state."""
        with self._changed:
            self.state = str(time.time_ns())
            self._changed.notify_all()

    def wait(self, known: str) -> str:
        """The state, as soon as it is another than the one known."""
        with self._changed:
            self._changed.wait_for(lambda: self.state != known, PATIENCE)
            return self.state

    def answer(self, address: str) -> tuple[HTTPStatus, bytes]:
        """What is at an address, or why it cannot be made."""
        with self._making:
            if self._engine is None:
                return HTTPStatus.INTERNAL_SERVER_ERROR, page(self._failure)
            try:
                found = self._engine.answer(address)
                if found is None and address.startswith("pagefind/"):
                    found = self._last_index(address)
                if found is not None:
                    return HTTPStatus.OK, found
                return HTTPStatus.NOT_FOUND, self._engine.missing()
            except Exception as error:
                return HTTPStatus.INTERNAL_SERVER_ERROR, page(said(error))

    def has(self, address: str) -> bool:
        """True for what can be made."""
        with self._making:
            return self._engine is not None and self._engine.has(address)

    def _last_index(self, address: str) -> bytes | None:
        """The search index is that of the last build; to make it takes longer than all pages."""
        site = (self.root / "site").resolve()
        path = (site / address).resolve()
        return path.read_bytes() if path.is_relative_to(site) and path.is_file() else None


def said(error: Exception) -> str:
    """What a person needs to mend it: the problems of the content, or where the code stopped."""
    if type(error).__name__ in ("PluginError", "ConfigurationError"):
        return str(error).strip()
    return "".join(traceback.format_exception(error)).strip()


def page(failure: str) -> bytes:
    """A page that says why there is no other."""
    title = _("This cannot be shown yet")
    after = _("It shows by itself as soon as the file is mended and saved.")
    return (
        f'<!doctype html>\n<html lang="{code()}"><head><meta charset="utf-8">'
        f"<title>{title}</title></head><body><main><h1>{title}</h1>\n"
        f"<pre>{html.escape(failure)}</pre>\n<p>{after}</p></main></body></html>\n"
    ).encode()


class _Handler(BaseHTTPRequestHandler):
    preview: Preview
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        address = asked.path.lstrip("/")
        if address == STATE:
            known = parse_qs(asked.query).get("known", [""])[0]
            self._send(HTTPStatus.OK, self.preview.wait(known).encode(), "text/plain")
        elif address == RELOAD:
            script = Path(__file__).with_name("reload.js").read_bytes()
            self._send(HTTPStatus.OK, script, "text/javascript")
        else:
            self._show(address)

    def _show(self, address: str) -> None:
        name = f"{address}index.html" if address.endswith("/") or not address else address
        state = self.preview.state
        status, content = self.preview.answer(name)
        if status is HTTPStatus.NOT_FOUND and self.preview.has(f"{name}/index.html"):
            # The page of a folder has a slash at its end, from which its links are counted.
            return self._send_on(f"/{address}/")
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        if status is not HTTPStatus.OK or kind == "text/html":
            kind, content = "text/html", reloading(content, state)
        return self._send(status, content, kind)

    def _send(self, status: HTTPStatus, content: bytes, kind: str) -> None:
        charset = "; charset=utf-8" if kind.startswith("text/") else ""
        self.send_response(status)
        self.send_header("Content-Type", kind + charset)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def _send_on(self, address: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: each page asks for a dozen files."""


def reloading(content: bytes, state: str) -> bytes:
    """A page that loads itself again after a change."""
    script = f'<script src="/{RELOAD}" data-state="{state}"></script>'.encode()
    before, end, after = content.rpartition(b"</body>")
    return before + script + end + after


class _Server(ThreadingHTTPServer):
    """Answers at an address that another process holds, and the worker after this one too."""

    daemon_threads = True

    def __init__(self, listening: socket.socket, preview: Preview):
        handler = type("Handler", (_Handler,), {"preview": preview})
        address: Any = listening.getsockname()
        super().__init__(address, handler, bind_and_activate=False)
        self.socket.close()
        self.socket = listening

    def get_request(self) -> tuple[socket.socket, Any]:
        taken, address = self.socket.accept()
        taken.setblocking(True)
        return taken, address


def work(root: Path, listening: socket.socket, orders: Connection) -> None:
    """Answer until `orders` ends; whatever comes in it is a change of files."""
    # Ctrl-C reaches every process of a terminal; this one ends after the one that started it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.chdir(root)
    cache = root / ".cache"
    cache.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="preview-", dir=cache) as folder:
        preview = Preview(root, Path(folder))
        server = _Server(listening, preview)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        _obey(orders, preview)
        server.shutdown()
        # Whoever waits for a change asks the next worker.
        preview.tell()
        time.sleep(0.2)
    # Threads that still wait for a browser that is gone must not keep this process.
    os._exit(0)


def _obey(orders: Connection, preview: Preview) -> None:
    while True:
        try:
            orders.recv()
        except (EOFError, OSError):
            return
        preview.renew()
