"""
Data to PDF. The only module that talks to Typst.

Typst reads one temporary folder: the template, the data and the drawings, nothing else. The PDF is
kept under a name made from all that went into it, so that unchanged content is not set again.
"""

import hashlib
import io
import json
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Literal

import typst
from pikepdf import ObjectStreamMode, Pdf

from scifi.language import _
from scifi.printing.documents import Data
from scifi.printing.errors import PrintError
from scifi.printing.setting.fonts import folder, fonts
from scifi.printing.setting.glyphs import ready, settable

STANDARDS: list[Literal["ua-1", "a-2a"]] = ["ua-1", "a-2a"]
"""Accessible (PDF/UA-1) and fit for an archive (PDF/A-2a), both at once."""


@dataclass(frozen=True)
class Printout:
    """A finished PDF in the cache, and how many pages it has."""

    path: Path
    pages: int


class Document:
    """What one PDF is made of: a template, its data, its drawings; and the cache it is kept in."""

    def __init__(self, template: str, data: Data, drawings: dict[str, str], cache: Path):
        self.template = template
        self.title = str(data.get("title", ""))
        self.inputs = _inputs(template, data, drawings)
        self.cache = cache
        self.faces = folder(cache)

    @cached_property
    def path(self) -> Path:
        """Where its PDF is kept: a name made from all that goes into it."""
        digest = hashlib.sha256(
            f"{self.template} {_typst()} {self.faces.name} {STANDARDS}".encode()
        )
        for name, text in sorted(self.inputs.items()):
            digest.update(f"{name}\0{text}\0".encode())
        return self.cache / f"{digest.hexdigest()[:32]}.pdf"

    @property
    def done(self) -> bool:
        """True if the very same was set before."""
        return self.path.exists() and self.path.with_suffix(ENDING).exists()


def run(document: Document) -> Printout:
    """
    Set a document, unless the very same was set before.

    Raises:
        PrintError: Typst stopped, or complained; the message holds its words.
    """
    count = document.path.with_suffix(ENDING)
    if not document.done:
        with _typesetter(document) as typesetter:
            made, pages = _packed(_pdf(document, typesetter))
        _write(document.path, made)
        _write(count, str(pages).encode())
    # Touched, so that a full run can tell what is used no more.
    for path in (document.path, count):
        path.touch()
    return Printout(document.path, int(count.read_text(encoding="utf-8")))


def _packed(made: bytes) -> tuple[bytes, int]:
    """A PDF with its small objects in compressed streams, which takes a third of the room."""
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(made)) as document:
        document.save(out, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
        return out.getvalue(), len(document.pages)


ENDING = ".pages"
"""The ending of a file that holds how many pages the PDF beside it has."""


def _write(path: Path, content: bytes) -> None:
    # Written beside it and renamed, so that a run that is stopped leaves no half file.
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(path)


@cache
def _templates(name: str) -> dict[str, str]:
    """A template with those that it imports."""
    text = (files("scifi.printing.setting") / name).read_text(encoding="utf-8")
    found = {name: text}
    for other in re.findall(r'#import "(\w+\.typ)"', text):
        found |= _templates(other)
    return found


@cache
def _typst() -> str:
    from importlib.metadata import version

    return version("typst")


def _inputs(template: str, data: Data, drawings: dict[str, str]) -> dict[str, str]:
    text = json.dumps(ready(data), ensure_ascii=False, sort_keys=True)
    return {**_templates(template), **drawings, "data.json": text}


@contextmanager
def _opened(template: str, inputs: dict[str, str], faces: Path | None) -> Iterator[typst.Compiler]:
    """Typst with nothing to read but these files."""
    with tempfile.TemporaryDirectory(prefix="print-") as folder:
        for name, text in inputs.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        yield typst.Compiler(
            str(Path(folder, template)),
            root=folder,
            font_paths=[str(faces)] if faces else [],
            ignore_system_fonts=True,
        )


@contextmanager
def _typesetter(document: Document) -> Iterator[typst.Compiler]:
    with _opened(document.template, document.inputs, fonts(document.faces)) as typesetter:
        try:
            yield typesetter
        except typst.TypstError as error:
            said = getattr(error, "diagnostic", "") or str(error)
            raise PrintError(_refusal(_culprit(document), said)) from None


def _pdf(document: Document, typesetter: typst.Compiler) -> bytes:
    made, said = typesetter.compile_with_warnings(format="pdf", pdf_standards=[*STANDARDS])
    if said:
        raise PrintError(
            _refusal(_culprit(document), "; ".join(warning.message for warning in said))
        )
    assert isinstance(made, bytes)
    return made


def pictures(
    template: str, data: object, drawings: dict[str, str], faces: Path | None = None
) -> list[bytes]:
    """
    The pages of a template as PNG, a pixel for each point; `data` is what it reads as `data.json`.

    `faces` is the folder of the typefaces; None for a template without text.
    """
    text = json.dumps(settable(data, set()), ensure_ascii=False, sort_keys=True)
    inputs = {**_templates(template), **drawings, "data.json": text}
    with _opened(template, inputs, faces) as typesetter:
        made = typesetter.compile(format="png", ppi=72)
    found = made if isinstance(made, list) else [made]
    return [page for page in found if page is not None]


def _culprit(document: Document) -> str:
    """A document that cannot be set, with the page that stops it: each is tried alone."""
    data = json.loads(document.inputs["data.json"])
    for section in data.get("sections", []):
        alone = {**data, "sections": [section], "labels": []}
        inputs = {**document.inputs, "data.json": json.dumps(alone)}
        if not _can_be_set(document.template, inputs, fonts(document.faces)):
            return _(
                '"{document}", page "{page}" ({name}),',
                document=document.title,
                page=section.get("title", ""),
                name=section["slug"],
            )
    return f'"{document.title}"'


def _can_be_set(template: str, inputs: dict[str, str], faces: Path) -> bool:
    with _opened(template, inputs, faces) as typesetter:
        try:
            return not typesetter.compile_with_warnings(format="pdf", pdf_standards=[*STANDARDS])[1]
        except typst.TypstError:
            return False


def _refusal(culprit: str, said: str) -> str:
    return _(
        "{document} could not be set: {reason}\n"
        "    A page holds something that the print template cannot set. Change the page, or the "
        "template in src/scifi/printing/setting/.",
        document=culprit,
        reason=said.strip(),
    )
