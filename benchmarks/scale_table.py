"""The results of `benchmarks/scale.py` as they stand in the repository: figures, and a table."""

import importlib.metadata
import json
import os
import platform
import re
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent

FILE, TABLE = HERE / "scale.json", HERE / "README.md"

VERSIONS = ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "pagefind", "pydantic")

Results = dict[str, dict[str, Any]]
"""By number of case studies: date, machine, versions and figures."""

TEXT = """\
# Benchmarks

`make bench` measures the stages of a build on the real content, and then how costs grow;
`python -m benchmarks.scale 100 1000 10000` measures only growth, at the sizes that are named.

Its knowledge bases are made up (`benchmarks/corpora.py`): each case study has the shape of a real
one, two cities stand beside three case studies, at least 158 of them, and everything else is as it
is. Each was measured once, so a few per cent are chance; compare columns, not machines.

{table}

An empty cell was not measured. A build is without print, in a new process; only bundles of style
sheet, scripts and fonts are kept from before. Processor seconds count all that a program starts;
memory is that of its largest process. Stock is MkDocs with Material, macros and search on the same
Markdown, without our charts, downloads, open data and tools.
"""


def read() -> Results:
    """The results that stand there already."""
    found: Results = json.loads(FILE.read_text(encoding="utf-8")) if FILE.is_file() else {}
    return found


def write(results: Results) -> None:
    """Write both files, by size."""
    ordered = dict(sorted(results.items(), key=lambda size: int(size[0])))
    FILE.write_text(json.dumps(ordered, indent=2) + "\n", encoding="utf-8")
    TABLE.write_text(TEXT.format(table=table(ordered)), encoding="utf-8")


def circumstances() -> dict[str, Any]:
    """The day, the machine and the versions."""
    return {
        "date": date.today().isoformat(),
        "machine": f"{_processor()}, {os.cpu_count()} cores, {_memory()} GB",
        "versions": {
            "Python": platform.python_version(),
            **{name: importlib.metadata.version(name) for name in VERSIONS},
        },
    }


def table(results: Results) -> str:
    """A row for each figure, a column for each size; below it when and where it was measured."""
    names = list(dict.fromkeys(name for size in results.values() for name in size["figures"]))
    lines = [
        "| | " + " | ".join(f"{int(count):,} case studies" for count in results) + " |",
        "|---|" + "---:|" * len(results),
    ]
    for name in names:
        cells = [_number(size["figures"].get(name)) for size in results.values()]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    lines += ["", *(f"- {int(count):,}: {_when(size)}" for count, size in results.items())]
    return "\n".join(lines)


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:,.1f}"


def _when(size: dict[str, Any]) -> str:
    versions = ", ".join(f"{name} {version}" for name, version in size["versions"].items())
    return f"{size['date']}; {size['machine']}; {versions}"


def _processor() -> str:
    """The model of the processor, or its kind where the system does not tell."""
    path = Path("/proc/cpuinfo")
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    found = re.search(r"model name\s*: (.+)", text)
    return found[1] if found else platform.machine()


def _memory() -> int:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)
