"""
Broken files by the thousand: whatever a file holds, the answer is a sentence.

The same inputs on every machine; `SCIFI_FUZZ_SEED=7` gives others. What once made something stop
lies in `tests/examples/crashers`, is tried first, and never leaves.
"""

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import ValidationError

from scifi.content.checks import RULES, check_all
from scifi.content.checks.base import Library
from scifi.content.checks.chapters import ChapterMacros
from scifi.content.checks.fields import parse
from scifi.content.load import Document, load
from scifi.content.source import PAGE, SourceFile
from scifi.corpus import Corpus
from scifi.figures.charts import charts
from scifi.site import downloads, pages
from scifi.site.pages import Site

from .judging import EXAMPLES, hold, judged, right_files, with_entry
from .mutate import SEED, changed, mutated

FILES, TEMPLATES, SITES = 15_000, 4_000, 30
SECONDS = 5
"""How long one input may take on a busy machine; the slowest takes a fifth of a second."""


def test_what_once_stopped_us_is_answered(library: Library):
    """Each file in `crashers` is named by its kind; it is a problem or none, never an exception."""
    for path in sorted((EXAMPLES / "crashers").iterdir()):
        kind = path.parent.name if path.is_dir() else path.name.partition("--")[0]
        text = path.read_text(encoding="utf-8")
        hold(judged(SourceFile(path.name, kind, "a-file", text), library))


def test_every_broken_file_is_answered_at_once(library: Library):
    """The loader, the model and all rules: problems with their lines, and no input is slow."""
    dice, files, found = Random(SEED), right_files(), 0
    for number in range(FILES):
        file = dice.choice(files)
        broken = replace(file, text=mutated(file.text, dice))
        began = time.perf_counter()
        try:
            problems = judged(broken, library)
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
        for kind, entry in passing_entries(corpus, dice.sample(files, 16), dice):
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

    assert entries_seen > 2 * SITES
