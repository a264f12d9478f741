"""
The build without print beside stock MkDocs on the same Markdown, in pairs.

Stock is Material with the macros and search plugins, on the pages that `scifi stage` writes.
Both run the same macros; ours makes charts, downloads and a search index besides. Drawings and
bundles are kept from an earlier build, as they are on any day but the first.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

from scifi.build.stage import stage

PAIRS = 3


def measure(root: Path, folder: Path) -> dict[str, float]:
    """Seconds of processor time of either (medians), and ours divided by stock's."""
    staged = folder / "staged"
    prepare(root, staged)
    built(root, folder / "site")
    pairs = [(built(root, folder / "site"), built(staged, folder / "stock")) for _ in range(PAIRS)]
    ours, stock = (statistics.median(side) for side in zip(*pairs, strict=True))
    return {
        "build without print, processor s": round(ours, 2),
        "stock MkDocs on the same Markdown, processor s": round(stock, 2),
        "build without print / stock": round(
            statistics.median(mine / theirs for mine, theirs in pairs), 2
        ),
    }


def prepare(root: Path, staged: Path) -> None:
    """Write a project for stock MkDocs: the staged pages, with macros and search."""
    stage(root, staged)
    macros = (root / "macros.py").read_text(encoding="utf-8")
    macros = macros.replace("Path(env.project_dir)", f"Path({str(root)!r})")
    (staged / "macros.py").write_text(macros, encoding="utf-8")
    config = yaml.safe_load((staged / "mkdocs.yml").read_text(encoding="utf-8"))
    config["plugins"].append("search")
    ours = [name for name in config["markdown_extensions"] if str(name).startswith("scifi.")]
    config["markdown_extensions"] = [e for e in config["markdown_extensions"] if e not in ours]
    (staged / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")


def built(project: Path, out: Path) -> float:
    """Processor time, s, of MkDocs and all that it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", str(out)],
        cwd=project,
        check=True,
        capture_output=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        for what, value in measure(Path.cwd(), Path(temporary)).items():
            print(f"{what}: {value}")
