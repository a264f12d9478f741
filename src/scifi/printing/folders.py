"""The folder of a worked pilot: a zip with its papers and the sheets that it uses."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from scifi import urls
from scifi.archive import archive
from scifi.language import _
from scifi.model import WorkedPilot
from scifi.papers import PaperFile, worked_folder
from scifi.printing.imprint import LICENCE_ADDRESS, Imprint, imprint_lines
from scifi.printing.papers.kept import Printed
from scifi.printing.papers.press import Press
from scifi.printing.words import pages_in_words

Held = tuple[str, Path, str]
"""A file of a folder: its name there, where it comes from, and what it is in one line."""


def worked_folders(
    press: Press, listed: Iterable[PaperFile], printed: Iterable[Printed]
) -> list[Path]:
    """A folder for each worked pilot whose papers are printed; the same papers, the same bytes."""
    listed = list(listed)
    by_name = {file.path.name: file for file in printed}
    made = []
    for pilot in press.corpus.worked_pilots:
        held = list(_held(pilot, listed, by_name))
        if held:
            path = press.site / worked_folder(pilot.id)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_packed(pilot, press.composer.imprint, held))
            made.append(path)
    return made


def _held(
    pilot: WorkedPilot, listed: Iterable[PaperFile], by_name: dict[str, Printed]
) -> Iterator[Held]:
    """Its own papers, then each sheet that it uses as a file to fill in."""
    address = urls.url("worked-pilot", pilot.id)
    for paper in sorted(listed, key=lambda paper: paper.address != address):
        is_sheet = paper.kind == "worksheet" and paper.id in pilot.worksheets
        if paper.address != address and not (is_sheet and paper.format == "DOCX"):
            continue
        if file := by_name.get(paper.name):
            told = _("{title}. {format}.", title=paper.title, format=paper.format)
            if file.pages:
                pages = pages_in_words(file.pages)
                told = _("{title}. PDF, {pages}.", title=paper.title, pages=pages)
            yield paper.name, file.path, told


def _packed(pilot: WorkedPilot, imprint: Imprint, held: list[Held]) -> bytes:
    readme = _readme(pilot, imprint, held)
    files = [(f"{pilot.id}/README.txt", readme.encode())]
    files += [(f"{pilot.id}/{name}", path.read_bytes()) for name, path, _told in held]
    # What is compressed inside gets no smaller, and to try takes longer than all else.
    return archive(files, [name for name, _content in files[1:]])


def _readme(pilot: WorkedPilot, imprint: Imprint, held: list[Held]) -> str:
    address = urls.url("worked-pilot", pilot.id)
    where = _("the SCIFI cookbook, {address}", address=address)
    if imprint.site_url:
        where = imprint.site_url + address
    paragraphs = [
        _("SCIFI cookbook: worked pilot"),
        pilot.title,
        pilot.invented,
        _("A lawyer of your country has to read such a contract before you sign it."),
        _("What is in this folder"),
        *(f"  {name}\n      {told}" for name, _path, told in held),
        _("A copy grows old: check for a newer one at\n{address}", address=where),
        "\n".join(imprint_lines(imprint)),
        LICENCE_ADDRESS,
    ]
    return "\n\n".join(paragraphs) + "\n"
