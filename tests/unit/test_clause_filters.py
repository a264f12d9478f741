"""What narrows the list of clauses: by trouble, by who asks for it, by which contracts hold it."""

import json

import pytest

from scifi.model.clause import ClauseLevel, Need
from scifi.site import blocks, clause_filters
from scifi.site.pages import Site


def test_every_option_shows_some_clauses_and_no_clause_is_out_of_reach(published):
    """No choice leads to an empty list; whoever goes through all choices meets every clause."""
    found = {clause.id: clause_filters.values(clause) for clause in published.clauses}
    for each in clause_filters.filters(published):
        had = {value for values in found.values() for value in values[each["id"]]}

        assert had == {value for value, _title in each["options"]}

    assert all(values["side"] and values["contracts"] for values in found.values())


@pytest.mark.parametrize(
    ("level", "needs", "contracts"),
    [
        (ClauseLevel.MUST, [], ["every"]),
        (ClauseLevel.MUST, [Need.AI], ["if-needed"]),
        (ClauseLevel.SHOULD, [], ["larger"]),
        (ClauseLevel.SHOULD, [Need.AI], ["larger", "if-needed"]),
        (ClauseLevel.IF_NEEDED, [Need.AI], ["if-needed"]),
    ],
)
def test_a_clause_with_a_condition_is_not_one_of_every_contract(
    corpus, make, level, needs, contracts
):
    """Who signs a small contract finds the clauses that it has in any case."""
    clause = make(corpus.clauses[0], level=level, needs=needs)

    assert clause_filters.values(clause)["contracts"] == contracts


def test_the_rows_of_the_list_say_what_the_filters_ask(corpus, as_read):
    """The script finds the options in the page, and the values beside each clause."""
    page = as_read(blocks.listing(Site(corpus, {}, {}), "clauses/", "clause"))
    filters = json.loads(page.select_one(".narrow")["data-filters"])
    (row,) = page.select("tbody tr")

    assert [each["id"] for each in filters] == ["trouble", "side", "contracts"]
    assert row["data-trouble"].split() == corpus.clauses[0].remedies
