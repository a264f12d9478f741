"""
A reader's answer put into the file that it is about, without touching another byte.

What is put in is judged by the same check as any other change, on a copy, before the file itself
is touched. Where a value is no longer what the answer says, nothing is put in.
"""

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from scifi.content import load, source
from scifi.content.answers import placing
from scifi.content.answers.placing import Placing
from scifi.content.answers.reading import Answer, AnswerError
from scifi.content.checks import check_all
from scifi.content.checks.ages import today
from scifi.content.editing import EditingError, put, spelt
from scifi.content.problem import Problem, nearest
from scifi.content.saving import save
from scifi.kinds import KINDS
from scifi.language import _
from scifi.model.texts import OURS


@dataclass(frozen=True)
class Applied:
    """
    What became of an answer: the file, the values by field, and what the check says of it.

    `kept` is true if the file was changed. `told` is what the answer says and the file has no
    place for.
    """

    path: Path
    values: Mapping[str, Any]
    problems: list[Problem]
    kept: bool
    told: list[str]


def apply(root: Path, answer: Answer, *, keep: bool = False) -> Applied:
    """
    Put an answer into its file, unless the check then finds problems in it.

    With `keep` the file is changed in spite of problems. A file that changes meanwhile is left
    as it is.

    Raises:
        AnswerError: The answer fits no field, or the field no longer holds what it says.
    """
    path = _target(root, answer.file)
    document = _document(path, root)
    before = _text(path)
    placed = _placed(document, answer)
    after = _with(before, document.file.kind, placed.edits)
    problems = _check(root, path, after)
    kept = keep or not problems
    if kept:
        _replace(path, before, after)
    values = {spelt(place): value for place, value in placed.edits}
    return Applied(path, values, problems, kept, list(_told(answer, placed)))


def _target(root: Path, name: str) -> Path:
    """The content file of that name: only those that the site is made of are ever touched."""
    files = {path.relative_to(root).as_posix(): path for path in source.find(root)}
    if name not in files:
        raise AnswerError(
            _(
                '"{file}" is no file of content. {fix}',
                file=name[:200],
                fix=nearest(name[:200], list(files)),
            )
        )
    if files[name].is_symlink():
        raise AnswerError(
            _('"{file}" is a link to another file; answers change no links.', file=name)
        )
    return files[name]


def _document(path: Path, root: Path) -> load.Document:
    text = source.read(path, root)
    loaded = [text] if isinstance(text, Problem) else load.load(text)
    if not isinstance(loaded, load.Document):
        said = "\n".join(str(problem) for problem in loaded)
        raise AnswerError(_("The file has to be mended first:\n{problems}", problems=said))
    return loaded


def _placed(document: load.Document, answer: Answer) -> Placing:
    """The values that an answer puts into a document, each with its path."""
    path = _asked(document, answer)
    if answer.into:
        path = _room(document, answer.into)
    elif "unknowns" in path:
        raise AnswerError(_needs_place(document.file.kind, answer.field))
    if f"[@{OURS}]" in str(answer.now):
        raise AnswerError(
            _("[@ours] marks advice of the cookbook's own; name your source instead.")
        )
    model = KINDS[document.file.kind].model
    made = Placing(model, document.data, dict(answer.source), str(today()))
    made.place(path, answer.now)
    if not made.edits:
        raise AnswerError(
            _(
                "{file}: {field} holds this answer already; there is nothing to change.",
                file=document.file.path,
                field=spelt(path),
            )
        )
    return made


def _asked(document: load.Document, answer: Answer) -> placing.Path:
    """The field that an answer is about, which has to hold what the answer says it held."""
    path = placing.parse_field(answer.field)
    if not path or placing.hint_at(KINDS[document.file.kind].model, path) is None:
        raise AnswerError(
            _(
                '"{field}" is no field of {file}. Write it such as period.end or '
                "results[0].baseline.",
                field=answer.field[:200],
                file=document.file.path,
            )
        )
    if not placing.same(answer.was, placing.present(document.data, path)):
        raise AnswerError(
            _(
                "{file}: {field} holds another value than the answer says; somebody has changed it "
                "since. Compare the two, and correct `was` if the answer is still right.",
                file=document.file.path,
                field=answer.field,
            )
        )
    return path


def _room(document: load.Document, name: str) -> placing.Path:
    """The empty field that an answer in free words goes into; the end of a list has room."""
    model, path = KINDS[document.file.kind].model, placing.parse_field(name)
    if not path or "unknowns" in path or placing.hint_at(model, path) is None:
        raise AnswerError(_('"{field}" is no field that an answer can go into.', field=name[:200]))
    held = placing.present(document.data, path)
    if placing.is_list(model, path):
        return (*path, len(held or []))
    if held is not None:
        raise AnswerError(
            _('"{field}" holds something already; an answer never overwrites.', field=name)
        )
    return path


PLACES = {
    "casestudy": "lessons, milestones, afterwards.confirmed",
    "city": "facts",
    "programme": "results, legacy",
    "solution": "side_effects",
    "law": "points",
    "funding": "size, rate",
}
"""Where answers in free words mostly go, by kind."""


def _needs_place(kind: str, name: str) -> str:
    return _(
        "{field} is a question and no field, so a person decides where its answer goes: add a line "
        "such as `into: {place}` to the answer ({places}), or write the answer into the file by "
        "hand. Then delete the question, if all of it is answered.",
        field=name,
        place=PLACES[kind].split(",")[0],
        places=PLACES[kind],
    )


def _with(before: str, kind: str, edits: list[tuple[placing.Path, Any]]) -> str:
    """The text of a file with these values put in."""
    text = before
    try:
        for path, value in edits:
            text = put(text, path, value, kind)
    except EditingError as error:
        raise AnswerError(str(error)) from None
    return text


def _check(root: Path, path: Path, after: str) -> list[Problem]:
    """What the check says of a file with this text, on a copy of all content."""
    with TemporaryDirectory(prefix="scifi-") as name:
        copy = Path(name).resolve()
        for folder in [*(kind.folder for kind in KINDS.values()), "docs"]:
            if (root / folder).is_dir():
                shutil.copytree(root / folder, copy / folder, symlinks=True, dirs_exist_ok=True)
        for file in ("macros.py", "mkdocs.yml"):
            if (root / file).is_file():
                shutil.copy(root / file, copy / file)
        changed = copy / path.relative_to(root)
        changed.write_bytes(after.encode("utf-8"))
        return check_all(copy, [changed]).problems


def _replace(path: Path, before: str, after: str) -> None:
    """Change a file in one move, unless somebody else has changed it meanwhile."""
    if _text(path) != before:
        raise AnswerError(
            _(
                "{file} was changed while the answer was put in; run the command again.",
                file=path.name,
            )
        )
    try:
        save(path, after)
    except OSError as error:
        raise AnswerError(
            _("{file} cannot be written: {reason}", file=path.name, reason=error.strerror)
        ) from None


def _text(path: Path) -> str:
    """What stands in a file, its way to end lines included."""
    return path.read_bytes().decode("utf-8")


def _told(answer: Answer, placed: Placing) -> Iterator[str]:
    """What the answer says and the file has no place for."""
    if answer.source and not placed.cited:
        yield _(
            "The field has no place for a source; say it in the message of your commit: {source}",
            source=re.sub(r"\s+", " ", ", ".join(str(part) for part in answer.source.values())),
        )
    if answer.by:
        yield _("Told by: {who}", who=answer.by)
    if answer.note:
        yield _("Note: {note}", note=answer.note)
