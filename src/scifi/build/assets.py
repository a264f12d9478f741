"""
Style sheet, scripts and fonts: bundled by esbuild from `frontend/`, kept until one changes.

Each file has a hash of its content in its name, so that a browser may keep it for ever; `address`
tells what it is called.
"""

import hashlib
import json
import shutil
from collections.abc import Iterable
from functools import cache as kept
from pathlib import Path

from scifi.build import fonts, lock, node
from scifi.language import _

KEPT = 3
"""Bundles that are kept: a build may still read the last one while a preview makes a newer."""


class AssetsError(Exception):
    """The front end could not be bundled; the message says what to do."""


def build(root: Path, cache: Path) -> Path:
    """
    The folder with the bundled files, made anew only when `frontend/` changed.

    Raises:
        AssetsError: Node or one of its packages failed; the last good bundle stays untouched.
    """
    sources = sorted(
        p for p in (root / "frontend").rglob("*") if p.is_file() and "node_modules" not in p.parts
    )
    done = cache / f"assets-{_digest([*sources, Path(fonts.__file__)])}"
    if done.is_dir():
        return done
    with lock.alone(cache / "assets.lock", lambda line: None):
        # Meanwhile another run may have made it.
        return done if done.is_dir() else _bundled(root, cache, done)


def address(bundle: Path, name: str) -> str:
    """Where a bundled file is on the site, below its root, by the name of its source."""
    return f"assets/{_names(bundle)[name]}"


@kept
def _names(bundle: Path) -> dict[str, str]:
    names: dict[str, str] = json.loads((bundle / "names.json").read_text(encoding="utf-8"))
    return names


def _digest(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def _bundled(root: Path, cache: Path, done: Path) -> Path:
    part = cache / "assets.part"
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        node.install(root / "frontend")
        made = _fonts(root / "frontend", cache)
        node.run(root / "frontend", "build.mjs", str(part), str(made))
    except node.NodeError as error:
        raise AssetsError(
            _(
                "frontend/: bundling style sheet and scripts failed: {said}\n"
                "    The site needs both. Check the network (packages are fetched once), then run "
                "make site again.",
                said=str(error)[-1500:],
            )
        ) from None
    part.rename(done)
    kept = sorted(cache.glob("assets-*"), key=lambda path: path.stat().st_mtime)
    for old in kept[:-KEPT]:
        shutil.rmtree(old)
    return done


def _fonts(front: Path, cache: Path) -> Path:
    """The folder with the fonts, made anew only when their packages or their letters change."""
    done = cache / f"fonts-{_digest([front / 'package-lock.json', Path(fonts.__file__)])}"
    if not done.is_dir():
        part = cache / "fonts.part"
        shutil.rmtree(part, ignore_errors=True)
        fonts.write(front / "node_modules", part)
        part.rename(done)
    return done
