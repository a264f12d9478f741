"""`scifi apply`: a reader's answer goes into its file, and nothing else changes."""

import difflib

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scifi.content.answers import applying, reading
from scifi.content.checks import check_all

CASE = "casestudies/example-bins.yml"
CITY = "data/cities/exampleville.yml"
REMEDY = "data/remedies/example-no-bids.yml"
REPORT = {
    "title": "Annual report of Exampleville",
    "publisher": "City of Exampleville",
    "url": "https://example.org/annual-report",
    "date": "2021-03",
    "read": "2026-11-30",
}
CITED = "city-of-exampleville-2021"
"""The key that such a source gets."""


@pytest.fixture
def apply(scifi, root, tmp_path):
    """Write an answer and apply it: `apply(file=..., field=..., was=..., now=...)`."""

    def run(*options, **answer):
        path = tmp_path / "answer.yml"
        path.write_text(yaml.safe_dump(answer, allow_unicode=True), encoding="utf-8")
        return scifi("apply", path, *options, root=root)

    return run


@pytest.fixture
def bare(root):
    """A case of which little is known, as the only change to the smallest knowledge base."""
    path = root / CASE
    text = path.read_text(encoding="utf-8")
    for name, following in (("money", "results"), ("providers", "partners"), ("afterwards", "unk")):
        start, end = text.index(f"\n{name}:"), text.index(f"\n{following}")
        text = text[:start] + f"\n{name}: []" + text[end:]
    unknown = "afterwards:\n  status: unknown\n  reason: No later page was found [@example-page].\n"
    text = text.replace("afterwards: []", unknown + "  confirmed: null  # nobody knows")
    path.write_text(text, encoding="utf-8")
    assert check_all(root).problems == []
    return root


def changed(before, after):
    """The lines that were taken out and those that were put in."""
    lines = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    gone = [line[2:] for line in lines if line.startswith("- ")]
    return gone, [line[2:] for line in lines if line.startswith("+ ")]


VALUES = [
    ("period.end", None, "2019-12", ["  end: null"], ["  end: 2019-12"]),
    ("period.end", None, 2020, ["  end: null"], ["  end: 2020"]),
    ("results[2].value", None, 12.5, ["    value: null"], ["    value: 12.5"]),
    ("results[1].baseline", None, 40, ["    baseline: null"], ["    baseline: 40"]),
    (
        "results[2].period",
        None,
        "January to March 2020",
        ["    period: null"],
        ["    period: January to March 2020"],
    ),
    (
        "results[2].measured_by",
        "unknown",
        "supplier",
        ["    measured_by: unknown"],
        ["    measured_by: supplier"],
    ),
]


@pytest.mark.parametrize(("field", "was", "now", "gone", "new"), VALUES)
def test_one_value_changes_one_line(apply, root, field, was, now, gone, new):
    """A date, a year, numbers, words and a choice; the file then passes the check."""
    before = (root / CASE).read_text(encoding="utf-8")

    done = apply(file=CASE, field=field, was=was, now=now, by="city")

    assert done.exit_code == 0, done.output
    assert f"{CASE}: {field} is filled in" in done.output
    assert "Told by: city" in done.output
    assert changed(before, (root / CASE).read_text(encoding="utf-8")) == (gone, new)
    assert check_all(root).problems == []


SOURCE_LINES = [
    f"  {CITED}:",
    "    title: Annual report of Exampleville",
    "    publisher: City of Exampleville",
    "    url: https://example.org/annual-report",
    "    date: 2021-03",
    "    read: 2026-11-30",
]


def test_a_sum_comes_with_its_source(apply, bare):
    """The first of an empty list is a group; it holds the key of the new source."""
    before = (bare / CASE).read_text(encoding="utf-8")
    sum_ = {"amount": 48000, "currency": "EUR", "what": "120 sensors", "kind": "reported"}

    done = apply(file=CASE, field="money", was=[], now=[sum_], source=REPORT)

    assert done.exit_code == 0, done.output
    gone, new = changed(before, (bare / CASE).read_text(encoding="utf-8"))
    assert gone == ["money: []"]
    assert new == [
        "money:",
        "  - what: 120 sensors",
        "    amount: 48000",
        "    currency: EUR",
        "    kind: reported",
        f"    source: {CITED}",
        *SOURCE_LINES,
    ]


def test_what_became_of_it_keeps_what_nobody_changed(apply, bare):
    """Of a group only the fields that differ are touched; the claim gets its receipt."""
    before = (bare / CASE).read_text(encoding="utf-8")
    now = {"status": "scaled", "reason": "The city bought 200 of them.", "confirmed": None}

    done = apply(file=CASE, field="afterwards", was={"status": "unknown"}, now=now, source=REPORT)

    assert done.exit_code == 0, done.output
    after = (bare / CASE).read_text(encoding="utf-8")
    gone, new = changed(before, after)
    assert gone[0] == "  status: unknown"
    assert new[:2] == [
        "  status: scaled",
        f"  reason: The city bought 200 of them [@{CITED}].",
    ]
    assert "confirmed: null  # nobody knows" in after


def test_a_supplier_needs_no_source(apply, bare):
    """The field has no place for one."""
    done = apply(
        file=CASE, field="providers", was=[], now=[{"name": "Example Ltd", "country": None}]
    )

    assert done.exit_code == 0, done.output
    assert "  - name: Example Ltd\n    country: null\n" in (bare / CASE).read_text(encoding="utf-8")


def test_a_source_that_is_listed_already_is_cited_by_its_key(apply, bare):
    """One page, one entry under sources."""
    known = {**REPORT, "url": "https://example.org/bins"}
    now = {"status": "stopped", "reason": "It ended in 2020.", "confirmed": "2020"}

    done = apply(file=CASE, field="afterwards", was={"status": "unknown"}, now=now, source=known)

    assert done.exit_code == 0, done.output
    after = (bare / CASE).read_text(encoding="utf-8")
    assert "reason: It ended in 2020 [@example-page]." in after
    assert CITED not in after


def test_a_source_without_a_place_in_the_file_is_not_lost(apply, root):
    """It is said, so that it can go into the message of the commit."""
    done = apply(file=CASE, field="period.end", was=None, now="2019-12", source=REPORT, note="Tea?")

    assert done.exit_code == 0, done.output
    assert "https://example.org/annual-report" in done.output
    assert "Note: Tea?" in done.output
    assert CITED not in (root / CASE).read_text(encoding="utf-8")


def test_an_open_question_goes_where_a_person_says(apply, root):
    """Without such a place it is refused; with it, it stands at the end of the list."""
    question = {"file": CASE, "field": "unknowns[0]", "was": "What the twelve bins cost in a year."}
    refused = apply(**question, now="They cost 400 EUR.", source=REPORT)

    assert refused.exit_code == 1
    assert "`into: lessons`" in refused.output

    done = apply(**question, now="They cost 400 EUR.", source=REPORT, into="lessons")

    assert done.exit_code == 0, done.output
    after = (root / CASE).read_text(encoding="utf-8")
    assert f"sensor [@ours].\n  - They cost 400 EUR [@{CITED}].\n" in after
    assert "  - What the twelve bins cost in a year." in after


def refused(done, path, before):
    """The words of a refusal; the file is untouched."""
    assert done.exit_code == 1, done.output
    assert "Traceback" not in done.output
    assert path.read_bytes() == before
    assert not list(path.parent.glob(".*"))
    return done.output


LESSON = "Look into the bin before you buy a sensor [@ours]."

REFUSALS = [
    ({"was": "2019-11"}, "holds another value"),
    ({"field": "period.edn"}, "is no field of"),
    ({"field": "id"}, "is no field of"),
    ({"field": "sources.example-page.url"}, "is no field of"),
    ({"field": "results[99].value"}, "there is no results[99]"),
    ({"field": "../../x"}, "is no field of"),
    ({"file": "../../etc/passwd"}, "is no file of content"),
    ({"file": "/etc/passwd"}, "is no file of content"),
    ({"file": "casestudies/../mkdocs.yml"}, "is no file of content"),
    ({"file": "casestudies/example-bin.yml"}, "example-bins.yml"),
    ({"now": None}, "holds this answer already"),
    ({"now": "soon"}, "period.end"),
    ({"now": "2019-02-30"}, "is no date of the calendar"),
    ({"now": ["2019"]}, "period.end"),
    ({"now": {"a": 1}}, "period.end"),
    ({"by": 3}, "by: this is not text"),
    ({"extra": 1}, "extra: an answer has no such line"),
    ({"source": "a book"}, "source: this is not a group"),
    ({"source": {"titel": "x"}}, "source.titel: a source has no such line"),
    ({"now": "It ended [@ours]."}, "[@ours] marks advice"),
    ({"field": "lessons[0]", "was": LESSON, "now": "Buy none."}, "This answer needs a source"),
]


@pytest.mark.parametrize(("change", "words"), REFUSALS)
def test_what_does_not_fit_is_refused_in_words(apply, root, change, words):
    """Places outside, fields that there are not, values of another kind, answers that came late."""
    before = (root / CASE).read_bytes()
    answer = {"file": CASE, "field": "period.end", "was": None, "now": "2019-12", **change}

    assert words in refused(apply(**answer), root / CASE, before)


BOMBS = {
    "aliases": "a: &a [x, x]\nb: [*a, *a]\n",
    "a tag": "file: !!python/object/apply:os.system [id]\n",
    "depth": "now: " + "[" * 400,
    "not YAML": "file: [\n",
    "a list": "- 1\n",
    "nothing": "",
    "too long": "note: " + "x" * 20_000,
    "huge": "note: " + "x" * 2_000_000,
    "no text": "\x00\x01",
    "hidden signs": 'file: "a\\u202eb"\n',
    "other bytes": "\udcff",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_file_that_is_no_answer_is_refused_in_words(scifi, root, tmp_path, name):
    """Nothing in it is run, unfolded or believed."""
    path = tmp_path / "answer.yml"
    path.write_bytes(BOMBS[name].encode("utf-8", "surrogateescape"))
    before = (root / CASE).read_bytes()

    assert "answer.yml" in refused(scifi("apply", path, root=root), root / CASE, before)


def test_what_the_check_refuses_stays_out_unless_it_is_kept(apply, root):
    """The problems are shown as always; `--keep` leaves them for a person to mend."""
    path = root / CASE
    before = path.read_bytes()
    answer = {"file": CASE, "field": "results[2].measured_by", "was": "unknown", "now": "mayor"}

    said = refused(apply(**answer), path, before)
    assert '"mayor" is not a choice' in said
    assert f"{CASE} is as it was" in said

    done = apply("--keep", **answer)
    assert done.exit_code == 1
    assert b"measured_by: mayor" in path.read_bytes()


def test_the_same_answer_twice_is_refused_the_second_time(apply, root):
    """What stands there is no longer what the answer says."""
    answer = {"file": CASE, "field": "period.end", "was": None, "now": "2019-12"}
    assert apply(**answer).exit_code == 0
    before = (root / CASE).read_bytes()

    assert "holds another value" in refused(apply(**answer), root / CASE, before)


def test_a_file_that_somebody_saves_meanwhile_is_left_alone(apply, root, monkeypatch):
    """Between reading and writing a person may have saved it."""
    check = applying._check

    def saved_meanwhile(root, path, after):
        path.write_bytes(path.read_bytes() + b"# my note\n")
        return check(root, path, after)

    monkeypatch.setattr(applying, "_check", saved_meanwhile)
    done = apply(file=CASE, field="period.end", was=None, now="2019-12")

    assert done.exit_code == 1
    assert "was changed while" in done.output
    after = (root / CASE).read_bytes()
    assert after.endswith(b"# my note\n")
    assert b"end: null" in after


def test_a_link_in_the_place_of_a_file_is_not_followed(apply, root, tmp_path):
    """An answer writes where content lies, and nowhere else."""
    elsewhere = tmp_path / "elsewhere.yml"
    (root / CASE).replace(elsewhere)
    (root / CASE).symlink_to(elsewhere)
    before = elsewhere.read_bytes()

    done = apply(file=CASE, field="period.end", was=None, now="2019-12")

    assert done.exit_code == 1
    assert elsewhere.read_bytes() == before


def test_line_ends_of_windows_and_comments_stay(apply, root):
    """Not another byte is touched."""
    path = root / CASE
    text = "# first\n" + path.read_text(encoding="utf-8").replace("end: null", "end: null  # ask")
    path.write_bytes(text.replace("\n", "\r\n").encode())
    before = path.read_bytes()

    done = apply(file=CASE, field="period.end", was=None, now="2019-12")

    assert done.exit_code == 0, done.output
    assert path.read_bytes() == before.replace(b"end: null  # ask", b"end: 2019-12  # ask")


def test_an_answer_can_begin_a_list_that_the_file_does_not_have(apply, root):
    """A list that is empty may be left out of a file; the answer makes it."""
    path = root / CITY
    text = path.read_text(encoding="utf-8")
    asked = "unknowns:\n  - Why it does not exist.\nsources:"
    path.write_text(text.replace("sources:", asked), encoding="utf-8")
    question = {"file": CITY, "field": "unknowns[0]", "was": "Why it does not exist."}

    done = apply(**question, now="It was made up.", source=REPORT, into="facts")

    assert done.exit_code == 0, done.output
    assert f"facts:\n  - It was made up [@{CITED}].\n" in path.read_text(encoding="utf-8")


KEYS = st.sampled_from([*reading.KEYS, "id", "x"])
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
VALUES_OF_ANY_KIND = st.recursive(
    SCALARS | st.sampled_from(["period.end", "results[1]", "lessons[0]", "money", CASE, "2019"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(more=st.dictionaries(KEYS, VALUES_OF_ANY_KIND, max_size=6))
@settings(
    max_examples=300,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_an_answer_says_it_is_put_in_whole_or_refused(root, tmp_path, more):
    """No answer ends in a traceback, and none changes a field that it does not name."""
    answer = {"file": CASE, "field": "period.end", "was": None, "now": "2019", **more}
    path = tmp_path / "any.yml"
    path.write_text(yaml.safe_dump(answer, allow_unicode=True), encoding="utf-8")
    before = (root / CASE).read_text(encoding="utf-8")
    try:
        done = applying.apply(root, reading.read(path), keep=True)
    except reading.AnswerError:
        assert (root / CASE).read_text(encoding="utf-8") == before
        return
    after = (root / CASE).read_text(encoding="utf-8")
    (root / CASE).write_text(before, encoding="utf-8")
    named = {field.partition(".")[0].partition("[")[0] for field in done.values}
    old, new = yaml.safe_load(before), yaml.safe_load(after)
    assert {name for name in new if new[name] != old.get(name)} <= named
