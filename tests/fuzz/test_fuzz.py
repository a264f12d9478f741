"""
More than twenty thousand broken inputs a run: whatever a file holds, the answer is a sentence.

The same inputs on every machine; `SCIFI_FUZZ_SEED=7` gives others. What once made something stop
lies in `tests/examples/crashers`, is tried first, and never leaves.
"""

import os
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import jinja2
import pytest
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import ValidationError

from scifi.content import source
from scifi.content.checks import PAGE_RULES, RULES, check_all
from scifi.content.checks.base import Library
from scifi.content.checks.chapters import ChapterMacros
from scifi.content.checks.fields import parse
from scifi.content.load import Document, load
from scifi.content.problem import Problem
from scifi.content.source import PAGE, SourceFile
from scifi.corpus import Corpus
from scifi.figures.charts import charts
from scifi.guides import macros
from scifi.model import Entry
from scifi.site import downloads, pages
from scifi.site.pages import Site

from .mutate import STRANGE, mutated

EXAMPLES = Path(__file__).parents[1] / "examples"
SEED = int(os.environ.get("SCIFI_FUZZ_SEED", "1"))
FILES, TEMPLATES, SITES = 18_000, 4_000, 60
SECONDS = 5
"""How long one input may take on a busy machine; the slowest takes a fifth of a second."""


def right_files() -> list[SourceFile]:
    """The files of the smallest knowledge base, of the hostile one, and what once stopped us."""
    found = []
    for root in (EXAMPLES / "valid", EXAMPLES / "hostile"):
        found += [source.read(path, root) for path in source.find(root)]
        found += [source.read_page(path, root) for path in source.find_pages(root)]
    return [file for file in found if isinstance(file, SourceFile)]


@pytest.fixture(scope="module")
def library(valid: Path, project: Path) -> Library:
    """What a file may refer to."""
    entries = check_all(valid).corpus.entries
    ids = {kind: list(found) for kind, found in entries.items()}
    return Library(ids, entries, macros(project / "macros.py"))


def with_entry(library: Library, kind: str, id_: str, entry: Entry | ValidationError) -> Library:
    """The library as the check has it: the entry is in it if its fields are right."""
    entries = {k: v for k, v in library.entries.get(kind, {}).items() if k != id_}
    if isinstance(entry, Entry):
        entries[id_] = entry
    return replace(library, entries={**library.entries, kind: entries})


def answers(file: SourceFile, library: Library) -> list[Problem]:
    """All that the loader, the model and every rule say of one file."""
    read = load(file)
    if not isinstance(read, Document):
        return read
    if file.kind != PAGE:
        library = with_entry(library, file.kind, file.id, parse(read))
    rules = PAGE_RULES if file.kind == PAGE else RULES
    return [problem for rule in rules for problem in rule().check(read, library)]


def hold(problems: list[Problem]) -> None:
    """Every problem has a place, and sentences that fit on a line."""
    for problem in problems:
        assert problem.line >= 1 and problem.column >= 1
        assert problem.what and problem.fix
        assert "\n" not in f"{problem.path}{problem.what}{problem.why}{problem.fix}"


def test_what_once_stopped_us_is_answered(library: Library):
    """Each file in `crashers` is named by its kind; it is a problem or none, never an exception."""
    for path in sorted((EXAMPLES / "crashers").iterdir()):
        kind = path.parent.name if path.is_dir() else path.name.partition("--")[0]
        text = path.read_text(encoding="utf-8")
        hold(answers(SourceFile(path.name, kind, "a-file", text), library))


def test_every_broken_file_is_answered_at_once(library: Library):
    """The loader, the model and all rules: problems with their lines, and no input is slow."""
    dice, files, found = Random(SEED), right_files(), 0
    for number in range(FILES):
        file = dice.choice(files)
        broken = replace(file, text=mutated(file.text, dice))
        began = time.perf_counter()
        try:
            problems = answers(broken, library)
            hold(problems)
        except Exception as error:
            raise AssertionError(f"input {number} of {file.path}:\n{broken.text}") from error
        found += bool(problems)
        assert time.perf_counter() - began < SECONDS, f"input {number} of {file.path} is slow"

    # Most are broken indeed: the changes are not lost in comments.
    assert found > FILES / 2


CALLS = (
    *("count", "chart", "steps", "config", "cycler", "self", "context", "range", "lipsum", "dict"),
    *(".__class__", ".__globals__", ".__init__", ".mro()", "['os']", ".os", ".popen('x')", "|attr"),
    *(
        "('plan')",
        '("city")',
        "(",
        ")",
        ".",
        "[",
        "]",
        "{{",
        "}}",
        "{%",
        "%}",
        "{#",
        "#}",
        " ",
        "|",
    ),
    *("import", "include 'x'", "set a=", "if", "for x in", "endfor", "+", "~", "-", '"', "'", "x"),
    *("1", ",", "=", "safe", "\n", "namespace", "joiner", "macro", "raw", "endraw", "%", "é"),
)


def test_no_braces_reach_more_than_the_macros(library: Library):
    """What the check lets pass calls macros only; the sandbox stops what it would not have let."""
    dice, called = Random(SEED), []
    names = set(library.macros)
    calls = {name: lambda *ids, name=name: called.append(name) or "" for name in names}
    sandbox = ImmutableSandboxedEnvironment(undefined=jinja2.StrictUndefined)
    sandbox.globals |= calls
    for _number in range(TEMPLATES):
        pieces = "".join(dice.choice(CALLS) for _piece in range(dice.randint(1, 14)))
        whole = "{{ steps('plan') }}" if dice.random() < 0.2 else ""
        text = f"{whole}{{{{ {pieces} }}}}" if dice.random() < 0.9 else whole
        document = Document(SourceFile("docs/x.md", PAGE, "x", text), {}, body=text)
        passed = not list(ChapterMacros().check(document, library))
        try:
            shown = sandbox.from_string(text).render()
        except (jinja2.TemplateError, TypeError, ValueError, KeyError, AttributeError):
            assert not passed, text
        else:
            assert not re.search(r"<(function|module|class)|os\.", shown) or not passed, text

    assert set(called) <= names and called


def nasty(dice: Random, text: str) -> str:
    """A text of a field with strange signs in it."""
    put = "".join(dice.choice(STRANGE) for _piece in range(dice.randint(1, 5)))
    at = dice.choice((0, len(text), dice.randint(0, len(text))))
    return text[:at] + put + text[at:]


def changed(value: object, dice: Random, share: float) -> object:
    """Plain data in which a share of all texts and numbers is strange."""
    if isinstance(value, dict):
        return {key: changed(inner, dice, share) for key, inner in value.items()}
    if isinstance(value, list):
        return [changed(inner, dice, share) for inner in value]
    if dice.random() > share or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return nasty(dice, value)
    if isinstance(value, (int, float)):
        return dice.choice((0, -1, 1, 0.5, 1e-9, 1e15, -1e15, 1e300, 2**62, 1 / 3))
    return value


def passing_entries(corpus: Corpus, files: list[SourceFile], dice: Random) -> Iterator[tuple]:
    """Strange entries that the model takes, with their kind."""
    for file in files:
        document = load(file)
        if file.kind in (PAGE, "chapter") or not isinstance(document, Document):
            continue
        for _try in range(4):
            share = dice.choice((0.02, 0.1, 0.5))
            data = changed(document.data, dice, share)
            assert isinstance(data, dict)
            entry = parse(replace(document, data=data))
            if not isinstance(entry, ValidationError):
                yield file.kind, entry
                break


def test_every_page_is_made_from_whatever_the_checks_let_pass(valid: Path, library: Library):
    """Views, charts and downloads of strange entries: whole pages, with no braces of an engine."""
    dice, corpus = Random(SEED), check_all(valid).corpus
    files = [file for file in right_files() if file.kind != PAGE]
    entries_seen = 0
    for _site in range(SITES):
        entries = {kind: dict(found) for kind, found in corpus.entries.items()}
        for kind, entry in passing_entries(corpus, dice.sample(files, 8), dice):
            text = entry.model_dump_json(by_alias=True)
            document = Document(SourceFile("x", kind, entry.id, text), {})
            document.data = {k: v for k, v in entry.model_dump(by_alias=True).items() if k != "id"}
            known = with_entry(library, kind, entry.id, entry)
            if not any(True for rule in RULES for _p in rule().check(document, known)):
                entries[kind][entry.id] = entry
                entries_seen += 1
        strange = Corpus(entries, corpus.bodies)
        site = Site(strange, charts(strange), {})
        for page in pages.pages(site):
            assert "<script" not in page.body, page.address
        for _path, text in downloads.files(site):
            assert isinstance(text, str)

    assert entries_seen > SITES
