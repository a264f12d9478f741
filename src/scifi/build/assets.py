"""Style sheet, scripts and fonts: bundled by esbuild from `frontend/`, kept until one changes."""

import hashlib
import importlib.util
import shutil
from pathlib import Path

from scifi.build import lock, node
from scifi.language import _

KEPT = 3
"""Bundles that are kept: a build may still read the last one while a preview makes a newer."""


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
    with lock.alone(cache / "assets.lock", lambda line: None):
        # Meanwhile another run may have made it.
        return done if done.is_dir() else _bundled(root, cache, material, done)


def _bundled(root: Path, cache: Path, material: Path, done: Path) -> Path:
    part = cache / "assets.part"
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        node.install(root / "frontend")
        node.run(root / "frontend", "build.mjs", str(part), str(material))
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


def _material_css() -> Path:
    spec = importlib.util.find_spec("material")
    if spec is None or spec.origin is None:
        raise AssetsError(
            _("The package mkdocs-material is missing: run make site, which installs it.")
        )
    folder = Path(spec.origin).parent / "templates" / "assets" / "stylesheets"
    return next(folder.glob("main.*.min.css"))
