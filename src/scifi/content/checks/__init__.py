"""
Everything that can be wrong with content, found in one go.

`check_all` reads the content folders once and gives every problem of every file; it stops
at nothing and raises nothing a file could cause.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from scifi import guides
from scifi.content import load, source
from scifi.content.checks.ages import CheckedLately, today
from scifi.content.checks.base import Library, Rule
from scifi.content.checks.chapters import (
    ChapterMacros,
    ChapterMarkup,
    KeyPointsOfText,
    NumberReceipt,
)
from scifi.content.checks.codes import KnownCode
from scifi.content.checks.drawings import DrawingOfText
from scifi.content.checks.exceptions import NeededException, without_excused
from scifi.content.checks.fields import Fields, parse
from scifi.content.checks.hosts import PrimarySource, WebAddress
from scifi.content.checks.markdown import MarkdownShape
from scifi.content.checks.moved import FormerId, Redirects
from scifi.content.checks.numbers import DatesInOrder, FittingUnit, RangeInOrder
from scifi.content.checks.pages import OwnFile, PageHead, UsableName
from scifi.content.checks.places import PlaceInCountry
from scifi.content.checks.plain_text import PlainText
from scifi.content.checks.possible import PossibleDate, PossibleNumber
from scifi.content.checks.present import PresentForm
from scifi.content.checks.reading import (
    FileName,
    FilePlace,
    Finished,
    NullForUnknown,
    PlainScalars,
    ReadableFile,
    UniqueKeys,
    VisibleText,
    WholeText,
)
from scifi.content.checks.receipts import (
    ComparedResult,
    KnownSource,
    MeasuredPeriod,
    OutsideSource,
    UsedSource,
)
from scifi.content.checks.references import (
    FreeAddress,
    KnownClass,
    KnownId,
    KnownVariant,
    OwnLink,
    ToldApart,
)
from scifi.content.checks.safety import HarmlessProse, PrintableText, ShortText, WorksheetRows
from scifi.content.checks.words import ClearNumber, PerCent
from scifi.content.checks.worked import ContractBlanks, WorkedSums
from scifi.content.load import Document
from scifi.content.problem import Problem
from scifi.content.source import SourceFile
from scifi.corpus import Corpus
from scifi.kinds import KINDS
from scifi.model import Entry
from scifi.redirects import Redirect, redirects
from scifi.vocabulary import CHARTS, COUNTED_BESIDES

RULES: tuple[type[Rule], ...] = (
    ReadableFile,
    FilePlace,
    VisibleText,
    ShortText,
    OwnFile,
    UniqueKeys,
    PlainScalars,
    WholeText,
    ClearNumber,
    FileName,
    UsableName,
    Finished,
    NullForUnknown,
    PresentForm,
    Fields,
    Redirects,
    FormerId,
    KnownId,
    KnownClass,
    KnownVariant,
    KnownCode,
    OwnLink,
    ToldApart,
    FreeAddress,
    KnownSource,
    UsedSource,
    PrimarySource,
    WebAddress,
    OutsideSource,
    MeasuredPeriod,
    ComparedResult,
    FittingUnit,
    DatesInOrder,
    RangeInOrder,
    PossibleDate,
    PossibleNumber,
    PlaceInCountry,
    CheckedLately,
    ChapterMacros,
    ChapterMarkup,
    MarkdownShape,
    HarmlessProse,
    PageHead,
    PrintableText,
    WorksheetRows,
    NumberReceipt,
    KeyPointsOfText,
    DrawingOfText,
    WorkedSums,
    ContractBlanks,
    PlainText,
    PerCent,
    NeededException,
)
"""Every rule, in the order in which `scifi rule` lists them."""

PAGE_RULES: tuple[type[Rule], ...] = (
    ChapterMacros,
    ChapterMarkup,
    MarkdownShape,
    HarmlessProse,
    PageHead,
)
"""The rules for prose pages, which hold no entry."""


_FOLLOWING: dict[type[Rule], tuple[type[Rule], ...]] = {
    Fields: (
        *(NullForUnknown, ClearNumber, PerCent, PlainText, KnownId, KnownCode, PossibleDate),
        PlaceInCountry,
    ),
    FilePlace: (OwnFile,),
    PresentForm: (Fields,),
    FormerId: (KnownId,),
}
"""Rules that say nothing new at a place where a rule that knows it better has something to say."""


@dataclass(frozen=True)
class Report:
    """
    What a check found: the problems, in file order, and the corpus of all readable entries.

    Nothing is built while there are `problems`; `remarks` stop nothing.
    """

    problems: list[Problem]
    corpus: Corpus
    files: int
    remarks: list[Problem]


def check_all(root: Path, only: Iterable[Path] = (), day: date | None = None) -> Report:
    """
    Check the content below `root`, and the calls of macros in its prose pages.

    With `only`, problems of other files are left out; ids and units still come from all. The
    age of entries is counted up to `day`, by default today.
    """
    root, only = root.resolve(), [path.resolve() for path in only]
    paths, pages = source.find(root) + source.find_strays(root), source.find_pages(root)
    known = {*paths, *pages}
    # Of docs/ the rest is pictures, and what `own-file` tells.
    elsewhere = (path for path in only if not path.is_relative_to(root / "docs"))
    paths += [path for path in elsewhere if path.is_file() and path not in known]
    documents, problems = _loaded(source.read(path, root) for path in paths)
    prose, unread = _loaded(source.read_page(path, root) for path in pages)
    problems += unread
    listed, unread = _listed(root)
    problems += unread
    library, corpus = _library(root, paths, documents, guides.macros(root / "macros.py"))
    moved = redirects(listed[0].data) if listed else ()
    library = replace(library, today=day or today(), redirects=moved)
    corpus = replace(corpus, redirects=moved)
    for document in documents:
        in_file = [problem for rule in RULES for problem in rule().check(document, library)]
        problems += without_excused(document, in_file, RULES)
    for page in prose:
        for rule in PAGE_RULES:
            problems += rule().check(page, library)
    for list_ in listed:
        problems += Redirects().check(list_, library)
    problems += [*OwnFile.found(root), *UsableName.found(root)]
    if only:
        problems = [problem for problem in problems if _is_within(problem.path, root, only)]
    found = sorted(_one_for_each_mistake(set(problems)))
    return Report(
        [problem for problem in found if not problem.remark],
        corpus,
        len(paths) + len(pages),
        [problem for problem in found if problem.remark],
    )


def _loaded(files: Iterable[SourceFile | Problem]) -> tuple[list[Document], list[Problem]]:
    documents: list[Document] = []
    problems: list[Problem] = []
    for file in files:
        loaded = [file] if isinstance(file, Problem) else load.load(file)
        if isinstance(loaded, Document):
            documents.append(loaded)
        else:
            problems += loaded
    return documents, problems


def _listed(root: Path) -> tuple[list[Document], list[Problem]]:
    """The list of redirects, if there is one and it can be read."""
    return _loaded(filter(None, [source.read_redirects(root)]))


def former_entries(root: Path) -> tuple[Redirect, ...]:
    """What became of former entries, as the list of redirects says it; none if it has problems."""
    documents, _problems = _listed(root)
    return redirects(documents[0].data) if documents else ()


def _one_for_each_mistake(problems: set[Problem]) -> Iterable[Problem]:
    """Without what follows from another problem at the same place, or from a TODO in its line."""
    stubs = {problem.place[:2] for problem in problems if problem.rule == Finished.name}
    following = {rule.name: {other.name for other in _FOLLOWING[rule]} for rule in _FOLLOWING}
    told = {
        (problem.place, other) for problem in problems for other in following.get(problem.rule, ())
    }
    for problem in problems:
        hidden = problem.place[:2] in stubs and problem.rule != Finished.name
        if not hidden and (problem.place, problem.rule) not in told:
            yield problem


def _is_within(path: str, root: Path, wanted: Iterable[Path]) -> bool:
    """True if a path as a problem shows it is one of those wanted, or lies below one."""
    return any((root / path).is_relative_to(place) for place in wanted)


def _library(
    root: Path, paths: list[Path], documents: list[Document], macro_names: Collection[str]
) -> tuple[Library, Corpus]:
    ids: dict[str, list[str]] = {"chart": list(CHARTS), "kind": [*KINDS, *COUNTED_BESIDES]}
    for path in paths:
        # A file that cannot be read still has its name: its id is known, so one slip in it
        # is not reported a second time by every file that links to it.
        kind = source.kind_of(path, root)
        if kind:
            ids.setdefault(kind.name, []).append(path.stem)
    entries: dict[str, dict[str, Entry]] = {}
    bodies: dict[str, str] = {}
    for document in documents:
        entry = parse(document)
        if isinstance(entry, Entry):
            entries.setdefault(document.file.kind, {})[entry.id] = entry
            if document.file.kind == "chapter":
                bodies[entry.id] = document.body
    return Library(ids, entries, macro_names), Corpus(entries, bodies)
