"""The knowledge base in memory: what is in it, and who names whom, both ways."""

import pytest

from scifi.content.checks import check_all
from scifi.corpus import Corpus, references
from scifi.kinds import KIND_BY_FIELD, KINDS


def test_every_file_becomes_an_entry_of_its_kind(corpus):
    """What stands in a folder is found under its kind and its file name."""
    assert set(corpus.entries) == set(KINDS)
    for kind, entries in corpus.entries.items():
        for id_, entry in entries.items():
            assert type(entry) is KINDS[kind].model
            assert entry.id == id_


def test_a_chapter_keeps_its_prose(corpus):
    """The Markdown below the front matter is at hand by the chapter's id."""
    assert corpus.bodies["example-chapter"].lstrip().startswith("## In short")


def test_steps_come_in_their_order_and_other_entries_by_id(corpus, corpus_with, make):
    """A list follows `order` where there is one; an early letter does not jump the queue."""
    assert [step.id for step in corpus.steps] == ["plan", "do"]

    other = make(corpus.remedies[0], id="a-remedy")
    assert [r.id for r in corpus_with(other).remedies] == ["a-remedy", "example-no-bids"]


def test_cities_come_by_name(corpus, corpus_with, make):
    """Readers look for a city under its name, not under its file."""
    other = make(corpus.cities[0], id="zzz", title="Anotherville")

    assert [city.title for city in corpus_with(other).cities] == ["Anotherville", "Exampleville"]


@pytest.mark.parametrize(
    "kind, id_, by, who",
    [
        ("city", "exampleville", "casestudy", ["example-bins"]),
        ("city", "exampleville", "programme", ["scifi"]),
        ("programme", "scifi", "casestudy", ["example-bins"]),
        ("remedy", "example-no-bids", "obstacle", ["example-silos"]),
        ("remedy", "example-no-bids", "chapter", ["example-chapter"]),
        ("obstacle", "example-silos", "step", ["plan", "do"]),
        ("casestudy", "example-bins", "remedy", ["example-no-bids"]),
        ("axis", "example-size", "city", ["exampleville"]),
        ("funding", "example-fund", "pathway", ["example-small"]),
        ("step", "do", "law", ["example-law"]),
        ("law", "example-law", "casestudy", []),
        ("city", "no-such-city", "casestudy", []),
    ],
)
def test_an_entry_knows_who_names_it(corpus, kind, id_, by, who):
    """Links backwards are made from the links forwards, so no page is a dead end."""
    assert corpus.naming(kind, id_, by) == who


def test_links_backwards_and_forwards_agree(corpus):
    """Whoever names is found by the named, once, however often it names it."""
    for kind in corpus.entries:
        for entry in corpus.all(kind):
            data = entry.model_dump(mode="json", by_alias=True)
            for _, to_kind, id_ in references(data):
                assert corpus.naming(to_kind, id_, kind).count(entry.id) == 1


def test_ids_are_found_wherever_they_stand_in_a_file():
    """Lists, groups and lists of groups; a text of the same name is no id."""
    data = {
        "cities": ["a", {"city": "x"}],
        "results": [{"indicator": "b", "what": "steps"}],
        "obstacles": [{"obstacle": "c", "step": "d"}],
        "axis": "e",
        "title": "remedy",
        "programme": None,
        "steps": 7,
    }

    assert list(references(data)) == [
        (("cities", 0), "city", "a"),
        (("results", 0, "indicator"), "indicator", "b"),
        (("obstacles", 0, "obstacle"), "obstacle", "c"),
        (("obstacles", 0, "step"), "step", "d"),
        (("axis",), "axis", "e"),
    ]


def test_every_field_of_the_model_that_names_an_entry_is_a_link():
    """A field called like a kind, or its plural, is checked and linked in every model."""
    plurals = {
        "city": "cities",
        "casestudy": "casestudies",
        "remedy": "remedies",
        "axis": "axes",
        "funding": "funding",
    }
    words = {kind: {kind, plurals.get(kind, kind + "s")} for kind in KINDS}
    named = {
        field: kind
        for model in (kind.model for kind in KINDS.values())
        for schema in [model.model_json_schema(by_alias=True)]
        for group in [schema, *schema.get("$defs", {}).values()]
        for field, what in group.get("properties", {}).items()
        for kind in words
        if field in words[kind] and "Id" not in field and _holds_ids(what)
    }

    assert named
    assert {field: KIND_BY_FIELD.get(field) for field in named} == named


def _holds_ids(what):
    """True for a field of the schema whose values are ids, alone or in a list."""
    options = [what, *what.get("anyOf", []), what.get("items", {})]
    return any("a-z0-9" in str(option.get("pattern", "")) for option in options)


def test_an_entry_that_does_not_exist_is_an_error(corpus):
    """A page never shows an empty link; the check reports the id first."""
    with pytest.raises(KeyError):
        corpus.get("city", "no-such-city")


def test_a_corpus_of_nothing_has_empty_lists():
    """The first file of a new knowledge base is not a special case."""
    empty = Corpus({})

    assert empty.casestudies == empty.steps == empty.cities == empty.all("law") == []
    assert empty.naming("city", "x", "casestudy") == []


def test_an_entry_that_breaks_a_rule_of_its_fields_is_not_in_the_corpus(root):
    """Pages are made only from what could be read."""
    (root / "data/cities/exampleville.yml").write_text("title: Exampleville\n")

    assert check_all(root).corpus.cities == []
