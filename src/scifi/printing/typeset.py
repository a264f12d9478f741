"""
Data to PDF. The only module that talks to Typst.

Typst reads one temporary folder: the template, the data and the drawings, nothing else. The PDF is
kept under a name made from all that went into it, so that unchanged content is not set again.
"""

import hashlib
import io
import json
import tempfile
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import typst
from pypdf import PdfReader

from scifi.printing.fonts import PACKAGES, fonts
from scifi.printing.glyphs import names, settable
from scifi.printing.tree import PrintError

STANDARDS: list[Literal["ua-1", "a-2a"]] = ["ua-1", "a-2a"]
"""Accessible (PDF/UA-1) and fit for an archive (PDF/A-2a), both at once."""


@cache
def _templates() -> dict[str, str]:
    folder = files("scifi.printing") / "typst"
    return {
        one.name: one.read_text(encoding="utf-8")
        for one in folder.iterdir()
        if one.name.endswith(".typ")
    }


@cache
def _tools() -> str:
    packages = ("typst", *(package.replace("_", "-") for package in PACKAGES))
    return ",".join(f"{package}={version(package)}" for package in packages)


@dataclass(frozen=True)
class Printout:
    """A finished PDF in the cache, and how many pages it has."""

    path: Path
    pages: int


@dataclass(frozen=True)
class Job:
    """What one PDF is made of: a template, its data, its drawings; and the cache it is kept in."""

    template: str
    data: dict[str, Any]
    drawings: dict[str, str]
    cache: Path

    @cached_property
    def inputs(self) -> dict[str, str]:
        """The files that the typesetter reads, by name."""
        return _inputs(self.data, self.drawings)

    @property
    def weight(self) -> int:
        """How long it takes, roughly: letters of data."""
        return len(self.inputs["data.json"])

    @cached_property
    def path(self) -> Path:
        """Where its PDF is kept: a name made from all that goes into it."""
        digest = hashlib.sha256(f"{self.template} {_tools()} {STANDARDS}".encode())
        for name, text in sorted(self.inputs.items()):
            digest.update(f"{name}\0{text}\0".encode())
        return self.cache / f"{digest.hexdigest()[:32]}.pdf"

    @property
    def done(self) -> bool:
        """True if the very same was set before."""
        return self.path.exists() and self.path.with_suffix(".pages").exists()

    def prepare(self) -> None:
        """Make what all jobs share."""
        fonts(self.cache)


def run(job: Job) -> Printout:
    """
    Set a job, unless the very same was set before.

    Raises:
        PrintError: Typst stopped, or complained; the message holds its words.
    """
    counted = job.path.with_suffix(".pages")
    if not job.done:
        job.cache.mkdir(parents=True, exist_ok=True)
        made = _made(job)
        part = job.path.with_suffix(".part")
        part.write_bytes(made)
        part.replace(job.path)
        counted.write_text(str(len(PdfReader(io.BytesIO(made)).pages)), encoding="ascii")
    return Printout(job.path, int(counted.read_text(encoding="ascii")))


def _made(job: Job) -> bytes:
    faces, title = fonts(job.cache), str(job.data.get("title", ""))
    try:
        return _set(job.template, job.inputs, faces, f'"{title}"')
    except PrintError:
        # Each page alone, to name the one that stops a book.
        for one in job.data.get("sections", []):
            alone = _inputs({**job.data, "sections": [one], "labels": []}, job.drawings)
            _set(job.template, alone, faces, f'"{title}", page "{one["title"]}" ({one["slug"]}),')
        raise


def _inputs(data: dict[str, Any], drawings: dict[str, str]) -> dict[str, str]:
    missing: set[str] = set()
    shown = settable(data, missing)
    if missing and "imprint" in shown:
        signs = ", ".join(names(missing))
        told = f"Signs that our typefaces lack are given by number: {signs}."
        # The last line leads to the address that follows it.
        shown["imprint"] = [*shown["imprint"][:-1], told, *shown["imprint"][-1:]]
    text = json.dumps(shown, ensure_ascii=False, sort_keys=True)
    return {**_templates(), **drawings, "data.json": text}


def _set(template: str, inputs: dict[str, str], faces: Path, title: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="print-") as folder:
        for name, text in inputs.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        try:
            made, said = typst.compile_with_warnings(
                str(Path(folder, template)),
                root=folder,
                font_paths=[str(faces)],
                ignore_system_fonts=True,
                pdf_standards=[*STANDARDS],
            )
        except typst.TypstError as error:
            raise PrintError(
                _words(title, getattr(error, "diagnostic", "") or str(error))
            ) from None
    if said:
        raise PrintError(_words(title, "; ".join(one.message for one in said)))
    assert isinstance(made, bytes)
    return made


def _words(title: str, said: str) -> str:
    return (
        f"{title} could not be set: {said.strip()}\n"
        "    A page holds something that the print template cannot set. Change the page, or the "
        "template in src/scifi/printing/typst/."
    )
