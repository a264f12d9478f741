"""The JSON interface: described by OpenAPI, the same bytes every time, drafts left out."""

import json
from dataclasses import replace

import pytest
from openapi_spec_validator import validate
from tests.openapi import Described

from scifi.content.checks import check_all
from scifi.content.schema import known_ids, schema
from scifi.exports.api import addresses, lists, run
from scifi.kinds import KINDS
from scifi.site.pages import Site


def written(site):
    """Every file as a reader gets it, by its address."""
    return {address: json.loads(content) for address, content in run.files(site)}


@pytest.fixture(scope="module")
def api(site):
    """The files of the smallest knowledge base."""
    return written(site)


@pytest.fixture(scope="module")
def hostile(project):
    """A knowledge base whose texts try to run, as a site."""
    return Site(check_all(project / "tests/examples/hostile").corpus, {}, {})


def test_the_description_is_one_of_openapi(api):
    """Other people's programs can read it."""
    validate(api[addresses.OPENAPI])


@pytest.mark.parametrize("which", ["api", "hostile"])
def test_every_file_is_as_described(which, request):
    """Whatever the texts say, a file holds the fields that the description names."""
    held = request.getfixturevalue(which)
    files = held if which == "api" else written(held)
    described = Described(files[addresses.OPENAPI])

    wrong = [error for address in files for error in described.wrong(address, files[address])]

    assert wrong == []


def test_the_description_notices_a_wrong_file(api):
    """A missing grade and a number as text are told, so the test above can fail."""
    described = Described(api[addresses.OPENAPI])
    address = "api/v1/casestudies/example-bins.json"
    broken = {**api[address], "grade": None, "results": [{"value": "33"}]}

    assert len(described.wrong(address, broken)) >= 2


def test_every_entry_has_its_document_with_the_fields_of_its_file(api, corpus):
    """Nothing is left out, and what the file does not say is not added."""
    for kind in addresses.listed():
        for entry in corpus.all(kind.name):
            held = api[addresses.document(kind, entry.id)]
            again = kind.model.model_validate_json(json.dumps({"id": entry.id, **held["entry"]}))
            assert again == entry
            assert held["sources"] == [
                {"key": key, **json.loads(source.model_dump_json())}
                for key, source in entry.sources.items()
            ]


def test_a_result_says_how_well_it_is_founded(api):
    """Value, unit, kind, grade with its reasons, source and promise stand beside each other."""
    case = api["api/v1/casestudies/example-bins.json"]
    first = case["results"][0]

    assert (first["value"], first["unit"], first["written"]) == (33, "% less", "33 % less")
    assert (first["kind"], first["grade"]["letter"]) == ("measured", "A")
    assert first["grade"]["reasons"] == [
        "measured",
        "taken by somebody independent",
        "compared with the time before",
    ]
    assert first["sources"][0]["url"].startswith("https://")
    assert case["grade"]["rests_on"] == ["/results/0"]


def test_a_number_that_nobody_reported_stays_unknown(api):
    """It is null and not zero, and a plan earns no grade but the last."""
    results = api["api/v1/casestudies/example-bins.json"]["results"]
    unknown = [result for result in results if result["value"] is None]

    assert [result["grade"]["letter"] for result in unknown] == ["E"]
    assert unknown[0]["written"] == "not reported"
    assert "no number is reported" in unknown[0]["grade"]["reasons"]


def test_hostile_texts_survive_and_no_tag_stands_in_a_file(hostile):
    """A reader gets the text as it was written; a program that takes the file for a page, none."""
    case = hostile.corpus.casestudies[0]
    data = dict(run.files(hostile))[f"api/v1/casestudies/{case.id}.json"]

    assert b"<" not in data
    assert "</script>" in case.remedies[0].text
    assert json.loads(data)["entry"]["remedies"][0]["text"] == case.remedies[0].text


def test_the_same_content_gives_the_same_bytes(site):
    """Made twice, each file is the same to the byte."""
    made = dict(run.files(site))

    assert made
    assert dict(run.files(site)) == made


def test_a_draft_is_left_out(corpus_with, case, make):
    """It has no document, stands in no list, and nobody is said to be named by it."""
    draft = make(case, id="half-done", draft=True)
    files = written(Site(corpus_with(draft), {}, {}))

    assert "half-done" not in json.dumps({**files, addresses.OPENAPI: None})


def test_a_long_list_comes_in_parts(corpus_with, case, make):
    """Each part names the next; together they have every entry once."""
    copies = [make(case, id=f"copy-{n}") for n in range(6)]
    corpus = corpus_with(*copies)
    kind = KINDS["casestudy"]

    parts = dict(lists.listings(corpus, kind, part=3))

    assert list(parts) == [addresses.part(kind, n) for n in (1, 2, 3)]
    assert [part.next for part in parts.values()] == [*list(parts)[1:], None]
    ids = [row.id for part in parts.values() for row in part.entries]
    assert ids == [entry.id for entry in corpus.casestudies]


def test_a_published_site_says_its_address(site):
    """Addresses stay relative, so that a copy works; the whole one stands beside them."""
    links = written(replace(site, published="https://city.example/"))[
        "api/v1/laws/example-law.json"
    ]["links"]

    assert links["page"] == "survival-guide/laws/example-law/"
    assert links["page_url"] == "https://city.example/survival-guide/laws/example-law/"


def test_the_schemas_are_those_of_the_content_files(api, valid):
    """They are what `scifi schema` writes, with the ids of this knowledge base as examples."""
    for kind in KINDS.values():
        assert api[addresses.schema(kind)] == schema(kind.name, known_ids(valid))
