"""
The preview as a whole: one address, one look-out for changes, and a worker that can be replaced.

The address stays open while a worker is replaced, so a browser only waits a little longer.
"""

import multiprocessing
import socket
import sys
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path

from scifi import language
from scifi.language import _
from scifi.preview.changes import changes, needs_restart
from scifi.preview.server import work

LIBRARIES = (
    *("babel.dates", "babel.lists", "jinja2", "lxml.html", "markdown", "pandas", "pydantic"),
    *("rapidfuzz", "yaml", "mkdocs.commands.build", "mkdocs_macros.plugin"),
)
"""What never changes while one writes: loaded once, and there at once in each new worker."""


def _start() -> ForkServerContext | SpawnContext:
    """How a worker is started: where the system can, from a process that knows the libraries."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    start = multiprocessing.get_context("forkserver")
    start.set_forkserver_preload(list(LIBRARIES))
    return start


class _Worker:
    """A process that answers, in the code as it is when it starts."""

    def __init__(self, root: Path, listening: socket.socket):
        start = _start()
        theirs, self.orders = start.Pipe(duplex=False)
        self.process = start.Process(target=work, args=(root, listening, theirs), daemon=True)
        self.process.start()
        theirs.close()

    @property
    def alive(self) -> bool:
        return self.process.is_alive()

    def renew(self) -> None:
        self.orders.send("files have changed")

    def leave(self) -> None:
        """End after the answers at hand; the address belongs to the next."""
        self.orders.close()


def serve(root: Path, port: int) -> int:
    """Show the project below `root` at a port of this machine until Ctrl-C; the exit status."""
    root = root.resolve()
    language.use(language.chosen(root))
    try:
        listening = socket.create_server(("127.0.0.1", port))
    except OSError:
        taken = _("Port {port} is taken; choose another: scifi serve --port {other}")
        print(taken.format(port=port, other=port + 1), file=sys.stderr)
        return 1
    listening.setblocking(False)
    address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
    print(_("The preview is at {address}; stop it with Ctrl-C.", address=address), flush=True)
    worker = _Worker(root, listening)
    try:
        for paths in changes(root):
            print(language.and_list(sorted(paths)), flush=True)
            if worker.alive and not any(map(needs_restart, paths)):
                worker.renew()
            else:
                worker.leave()
                worker = _Worker(root, listening)
    except KeyboardInterrupt:
        pass
    worker.leave()
    worker.process.join(2)
    return 0
