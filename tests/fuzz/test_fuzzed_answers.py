"""
Broken answers, and answers to broken files, through `scifi apply`.

Nothing raises, an answer that is refused writes nothing, and one that is taken changes its field:
not another byte, and no other file, wherever its name leads.
"""

import json
import os
import re
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from scifi.content import comments, editing, source
from scifi.content.answers import applying, placing, reading
from scifi.content.checks.base import Library
from scifi.content.editing import spelt
from scifi.content.load import Document, load
from scifi.content.problem import Problem
from scifi.content.settling import settled
from scifi.content.source import SourceFile

from .judging import EXAMPLES, hold, judged
from .mutate import SEED, changed, mutated, nasty

ANSWERS = 1_500
EACH_REALLY_CHECKED = 50
"""One answer in so many is judged as a person's is: by the whole check, on a copy."""

NOW = (
    *(None, True, 0, -1, 12.5, 1e300, 10**30, "", " ", "x", "2019-12", 2020, "unknown", "supplier"),
    *([], {}, ["x"], {"a": 1}, [[1, [2]]], [{"name": "Example Ltd", "country": "BE"}]),
    *("It ended [@ours].", "It cost less [@example-page].", "a: b # c", "- a\n- b", "'\"\\", "#"),
    {"status": "scaled", "reason": "The city bought 200 of them.", "confirmed": None},
    [{"amount": 48000, "currency": "EUR", "what": "120 sensors", "kind": "reported"}],
)
"""What an answer may say; some of it is right somewhere."""

SOURCE = {
    "title": "Annual report",
    "publisher": "City of Exampleville",
    "url": "https://example.org/annual-report",
    "date": "2021-03",
    "read": "2026-11-30",
}

ELSEWHERE = (
    *("../outside/secret.yml", "casestudies/../../outside/secret.yml", "casestudies/linked.yml"),
    *("mkdocs.yml", "macros.py", "casestudies", "", "/etc/passwd", "C:\\x", "casestudies/none.yml"),
    *("casestudies//example-bins.yml", "./casestudies/example-bins.yml", "x" * 5000, "a\x00b"),
)
"""Names that are those of no content file."""

FIELDS = (
    *("id", "sources", "sources.x.url", "results[99].value", "results[-1].value", "unknowns"),
    *("results[].value", "../x", "__class__", "results[0].__dict__", "period.end.x", "title[0]"),
    *("lessons[9999]", "results[1]", "draft", "aliases[1].x", "contributors[0].name", "roles"),
)
"""Names of fields, most of which no file has."""


@dataclass
class Folder:
    """A knowledge base on disk, the hostile one in it too, with something outside to reach for."""

    top: Path

    def __post_init__(self) -> None:
        self.root = shutil.copytree(EXAMPLES / "valid", self.top / "knowledge")
        for path in source.find(EXAMPLES / "hostile"):
            place = self.root / path.relative_to(EXAMPLES / "hostile")
            shutil.copy(path, place.with_stem(f"{path.stem}-hostile"))
        (self.top / "outside").mkdir()
        (self.top / "temporary").mkdir()
        self.texts = {path: path.read_text(encoding="utf-8") for path in source.find(self.root)}
        secret = shutil.copy(self.root / "casestudies/example-bins.yml", self.top / "outside")
        secret = Path(secret).rename(self.top / "outside/secret.yml")
        (self.root / "casestudies/linked.yml").symlink_to(secret)

    def state(self) -> dict[str, tuple[int, int, int]]:
        """What differs as soon as a file in it or beside it is written, added or removed."""
        names = (f"{at}/{name}" for at, _, found in os.walk(self.top) for name in found)
        stats = ((name, os.lstat(name)) for name in names)
        return {name: (stat.st_ino, stat.st_size, stat.st_mtime_ns) for name, stat in stats}


@dataclass
class Trial:
    """An answer as it comes in, with the file that it is about as that stands."""

    path: Path
    target: bytes
    answer: bytes
    keep: bool


def trial(folder: Folder, dice: Random) -> Trial:
    """An answer that fits its file, more or less; each of the two broken now and then."""
    path = dice.choice(list(folder.texts))
    text = remarked(folder.texts[path], dice)
    answer = "".join(
        f"{name}: {json.dumps(value, ensure_ascii=dice.random() < 0.5)}\n"
        for name, value in answered(path, folder.root, text, dice).items()
    )
    if dice.random() < 0.25:
        answer = mutated(answer, dice)
    if dice.random() < 0.2:
        text = mutated(text, dice)
    if dice.random() < 0.1:
        text = dice.choice(("\ufeff", "")) + text.replace("\n", dice.choice(("\r\n", "\r", "\n")))
    return Trial(path, encoded(text), encoded(answer), dice.random() < 0.5)


def remarked(text: str, dice: Random) -> str:
    """A file with comments of people in it, above and beside some fields."""
    share, lines = dice.choice((0, 0.1, 0.5)), []
    for line in text.split("\n"):
        # Beside a text a remark is refused, as it may be a part of the text.
        field = re.fullmatch(r"( *)(?!name|unit)[a-z_]+:( [\w-]+)?", line)
        put = bool(field) and dice.random() < share
        lines += [f"{field[1]}# above"] if field and put and dice.random() < 0.5 else []
        lines.append(f"{line}  # beside" if put else line)
    return "\n".join(lines)


def encoded(text: str) -> bytes:
    """A text as bytes, right or wrong."""
    return text.encode("utf-8", "surrogatepass")


def answered(path: Path, root: Path, text: str, dice: Random) -> dict[str, Any]:
    """What an answer about a file says, not yet broken."""
    name = path.relative_to(root).as_posix()
    kind = source.kind_of(path, root)
    document = load(SourceFile(name, kind.name if kind else "", path.stem, text))
    assert isinstance(document, Document)
    place = dice.choice(places(document.data))
    was = placing.present(document.data, place)
    strange = dice.random() < 0.1
    answer = {
        "file": dice.choice(ELSEWHERE) if dice.random() < 0.1 else name,
        "field": dice.choice(FIELDS) if strange else spelt(place),
        "was": dice.choice(NOW) if dice.random() < 0.1 else was,
        "now": now(was, dice),
        "source": dice.choice((SOURCE, SOURCE, changed(SOURCE, dice, 0.2), {}, None)),
        "into": dice.choice(("lessons", "facts", "period.end", *FIELDS)),
        "by": dice.choice(("city", nasty("me", dice))),
        "note": nasty("A note.", dice),
    }
    kept = {name for name in ("source", "by", "note") if dice.random() < 0.7}
    kept |= {"into"} if "unknowns" in place and dice.random() < 0.8 else set()
    return {
        key: value
        for key, value in answer.items()
        if key in ("file", "field", "was", "now") or key in kept
    }


def places(data: Any, path: placing.Path = ()) -> list[placing.Path]:
    """The path of every value in plain data."""
    items = data.items() if isinstance(data, dict) else ()
    items = enumerate(data) if isinstance(data, list) else items
    found = []
    for key, value in items:
        found += [(*path, key), *places(value, (*path, key))]
    return found


def now(was: Any, dice: Random) -> Any:
    """Another value: of its own kind, or of any."""
    if dice.random() < 0.4:
        return dice.choice(NOW)
    if isinstance(was, str):
        return nasty(was, dice) if dice.random() < 0.5 else f"Once more. {was}"
    return changed(was, dice, 0.3) if was else dice.choice(("2019-12", "Words.", 40, ["A-b"]))


class CheckedPut:
    """`put`, with a look at each text that it gives; the last of them stays."""

    def __init__(self) -> None:
        self.last = ""

    def __call__(self, text: str, path: placing.Path, value: object, kind: str = "") -> str:
        self.last = editing.put(text, path, value, kind)
        hold_else(text, self.last, path, kind)
        return self.last


def hold_else(before: str, after: str, path: placing.Path, kind: str) -> None:
    """All that is not the value at a path stays: line ends, every other byte, comments, values."""
    newline = "\r\n" if "\r\n" in before else "\n"
    assert after.count(newline) == after.count("\n")
    assert before.startswith("\ufeff") == after.startswith("\ufeff")
    was, is_ = (
        load(SourceFile("", kind, "", text.removeprefix("\ufeff").replace("\r\n", "\n")))
        for text in (before, after)
    )
    assert isinstance(was, Document) and isinstance(is_, Document)
    first, last = stretch(was, path)
    gone = removed(was.file.text, is_.file.text)
    assert gone[0] >= gone[1] or first <= gone[0] <= gone[1] <= last, path
    assert comments.told(was) <= comments.told(is_), path
    assert rest(was, path) == rest(is_, path), path


def removed(before: str, after: str) -> tuple[int, int]:
    """From where to where the first text lies that the second has no more; nothing: end first."""
    shorter = min(len(before), len(after))
    same = next((i for i in range(shorter) if before[i] != after[i]), shorter)
    end = next((i for i in range(shorter) if before[-1 - i] != after[-1 - i]), shorter)
    return same, len(before) - min(end, len(after) - same)


def stretch(document: Document, path: placing.Path) -> tuple[int, int]:
    """From where to where the value at a path stands; of one in brackets, its outermost."""
    node: Any = yaml.compose(comments.fields_of(document), Loader=yaml.CSafeLoader)
    text, first = document.file.text, 0
    for key in path:
        if isinstance(node, yaml.CollectionNode) and node.flow_style:
            break
        if isinstance(node, yaml.MappingNode):
            names = {name.value: (name, value) for name, value in node.value}
            if key not in names:
                return 0, 0  # a field more takes nothing away
            first, node = names[key][0].end_mark.index, names[key][1]
        elif isinstance(node, yaml.SequenceNode):
            if key == len(node.value):
                return 0, 0
            node = node.value[key]
            first = text.rindex("-", 0, node.start_mark.index + 1)
        else:
            break
    # The lines of a list begin behind a comment that stands beside the value.
    beside = re.match(" +#[^\n]*", text[node.end_mark.index :])
    return first, node.end_mark.index + len(beside[0] if beside else "")


def rest(document: Document, path: placing.Path) -> dict[placing.Path, Any]:
    """Every single value but that at a path, and those within and around it."""
    data = settled(document.file.kind, document.data)
    return {
        place: placing.present(data, place)
        for place in places(data)
        if not isinstance(placing.present(data, place), dict | list)
        and place[: len(path)] != path[: len(place)]
    }


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """A folder whose temporary files lie in it too, where those left over would be seen."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "top/temporary"))
    (tmp_path / "top").mkdir()
    return Folder(tmp_path / "top")


def test_whatever_an_answer_says_nothing_but_its_field_changes(
    folder: Folder, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Strange values, fields, places, sources and files, each taken whole or refused in words."""
    dice, put = Random(SEED), CheckedPut()
    whole_check, outcomes = applying._check, Counter[str]()

    def check(root: Path, path: Path, after: str) -> list[Problem]:
        if number % EACH_REALLY_CHECKED == 0:
            return whole_check(root, path, after)
        text = after.removeprefix("\ufeff").replace("\r\n", "\n")
        kind = source.kind_of(path, root)
        found = judged(SourceFile(path.name, kind.name if kind else "", path.stem, text), library)
        return [problem for problem in found if not problem.remark]

    monkeypatch.setattr(applying, "put", put)
    monkeypatch.setattr(applying, "_check", check)
    for number in range(ANSWERS):
        tried = trial(folder, dice)
        tried.path.write_bytes(tried.target)
        (tmp_path / "answer.yml").write_bytes(tried.answer)
        before = folder.state()
        try:
            written = outcome(folder, tmp_path / "answer.yml", tried.keep, outcomes)
            after = folder.state()
            assert {name for name in {*before, *after} if before.get(name) != after.get(name)} == (
                {str(written)} if written else set()
            )
            assert not written or written.read_bytes() == put.last.encode()
        except Exception as error:
            raise AssertionError(f"input {number}: {tried}") from error
        for path in {tried.path, written or tried.path}:
            path.write_bytes(folder.texts[path].encode())

    assert min(outcomes[name] for name in ("taken", "left out", "refused")) > ANSWERS / 20


def outcome(folder: Folder, answer: Path, keep: bool, outcomes: Counter[str]) -> Path | None:
    """Apply an answer; gives the file that was changed, if any."""
    try:
        done = applying.apply(folder.root, reading.read(answer), keep=keep)
    except reading.AnswerError as refusal:
        assert re.search(r"\w", str(refusal))
        outcomes["refused"] += 1
        return None
    hold(done.problems)
    assert done.kept == (keep or not done.problems)
    outcomes["taken" if done.kept else "left out"] += 1
    return done.path if done.kept else None
