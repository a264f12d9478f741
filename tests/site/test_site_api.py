"""The JSON interface of the built site says what its pages say, and leads to what was built."""

import json
import re

import pytest
from tests.openapi import Described

LEADING = ("self", "page", "index", "next", "facets", "openapi", "schema", "shortcuts")
"""Fields that hold an address below the site's root."""

EVERY = 7
"""Of each kind, one document in so many is held against the description."""


@pytest.fixture(scope="module")
def api(site):
    """Every file of the interface, by its address."""
    files = sorted((site / "api/v1").rglob("*.json"))
    assert files, "the built site has no API"
    return {f.relative_to(site).as_posix(): json.loads(f.read_bytes()) for f in files}


@pytest.fixture(scope="module")
def documents(api):
    """Every document of an entry."""
    return [held for held in api.values() if "entry" in held and "links" in held]


def _addresses(held):
    """Every address below the site's root that a file names, pages and documents alike."""
    if isinstance(held, dict):
        for key, value in held.items():
            if key in LEADING and isinstance(value, str):
                yield value
            elif key not in ("entry", "body"):
                yield from _addresses(value)
    elif isinstance(held, list):
        for item in held:
            yield from _addresses(item)


def test_each_link_leads_to_a_file(api, site):
    """A program that follows an address finds what it names."""
    described = {name: held for name, held in api.items() if "/schemas/" not in name}
    del described["api/v1/openapi.json"]
    named = {address for held in described.values() for address in _addresses(held)}
    assert len(named) > 1000

    def there(address):
        path = site / address.partition("#")[0]
        return path.is_file() or (
            address.partition("#")[0].endswith("/") and (path / "index.html").is_file()
        )

    assert [address for address in sorted(named) if not there(address)] == []


def test_documents_are_as_described(api):
    """One document in so many, of every kind, and every list."""
    described = Described(api["api/v1/openapi.json"])
    by_path = {}
    for address in api:
        by_path.setdefault(described.path(address), []).append(address)

    sample = [address for found in by_path.values() for address in found[::EVERY]]

    assert [wrong for address in sample for wrong in described.wrong(address, api[address])] == []


def test_results_are_those_of_the_pages(documents, pages):
    """Each number of a case study stands on its page, with the address of its source."""
    missing, counted = [], 0
    for held in documents:
        if held["kind"] != "casestudy":
            continue
        page = pages[held["links"]["page"]]
        links = {str(link["href"]) for link in page.anchors}
        said = set(re.findall(r"\d+(?:\.\d+)?", page.main.get_text(" ").replace(",", "")))
        for result in held["results"]:
            if result["value"] is None:
                continue
            counted += 1
            digits = f"{abs(result['value']):.10g}"
            if digits not in said or result["sources"][0]["url"] not in links:
                missing.append((held["id"], result["at"], digits))
    assert counted > 500
    assert missing == []


def test_grades_and_verdicts_are_those_of_the_pages(documents, pages):
    """What is computed is the same for programs and for people."""
    for held in documents:
        text = " ".join(pages[held["links"]["page"].partition("#")[0]].main.get_text(" ").split())
        if held["kind"] == "casestudy":
            assert f"{held['grade']['letter']}" in text and held["grade"]["name"] in text, held[
                "id"
            ]
        elif held["kind"] == "solution":
            assert held["verdict"]["name"].lower() in text.lower(), held["id"]


def test_counts_are_those_of_the_lists(api):
    """The first file counts what the lists have, and each row leads to its document."""
    for kind in api["api/v1/index.json"]["kinds"]:
        rows, part = [], kind["index"]
        while part:
            rows += api[part]["entries"]
            part = api[part]["next"]
        assert len(rows) == kind["count"] > 0
        assert all(api[row["self"]]["title"] == row["title"] for row in rows)
