"""The reference of fields: nothing that a file may hold is missing, and each says what to write."""

import pytest
from bs4 import BeautifulSoup
from pydantic import TypeAdapter

from scifi.content.schema import schema
from scifi.kinds import KINDS
from scifi.site import blocks, field_forms


@pytest.fixture
def tree(site):
    """`tree("casestudy")`: the reference of a kind as a reader sees it."""
    return lambda kind: BeautifulSoup(blocks.field_list(site, f"fields/{kind}/", kind), "lxml")


def rows(table):
    """Name, what it is and what to write, of each field in a table."""
    return [
        (row.th.code.get_text(), row.th.small.get_text(), row.td.get_text())
        for row in table.select("tbody tr")
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_group_stands_there(tree, kind):
    """As the JSON Schema of the kind has them, group by group."""
    asked = schema(kind)
    groups = [asked, *asked["$defs"].values()]
    wanted = sorted(sorted(group["properties"]) for group in groups if "properties" in group)

    shown = sorted(sorted(name for name, *_ in rows(table)) for table in tree(kind)("table"))

    assert shown == wanted


@pytest.mark.parametrize("kind", KINDS)
def test_each_field_says_what_it_is_whether_it_is_needed_and_what_to_write(tree, kind):
    """A field that may be a word of a list names the words; any other has an example or a group."""
    for table in tree(kind)("table"):
        for row in table.select("tbody tr"):
            write = row.td.span.extract().get_text(strip=True)
            assert len(row.td.get_text(strip=True)) > 2, row
            assert row.th.small.get_text(strip=True), row
            assert write and not write.endswith(":"), row
            assert all(code.get_text() for code in row("code")), row


def test_what_is_needed_is_told_from_what_may_be_left_out(tree):
    """And what a draft may do without, and where null stands for what nobody tells."""
    fields = {name: need for name, need, *_ in rows(tree("casestudy").table)}
    assert fields["title"] == "needed"
    assert fields["built"] == "needed; a draft may leave it out"
    assert fields["money"] == "may be left out"
    period = tree("casestudy").find(id="period-end").small.get_text()
    assert period == "needed; null where nobody tells"


@pytest.mark.parametrize(
    ("kind", "field", "said"),
    [
        ("casestudy", "cities", "A list; each: the id of an entry: ID in data/cities/ID.yml"),
        ("casestudy", "results-measured_by", "city (the city)"),
        ("casestudy", "results-source", "The key of a source of the file"),
        ("casestudy", "results-interval-level", "above 0 and below 100"),
        ("chapter", "key_points-decisions", "A list of 3 to 5; each: a paragraph with its receipt"),
        ("step", "order", "A whole number, from 1 to 7"),
        ("city", "location-latitude", "with a point before decimals, from -90 to 90"),
        ("worksheet", "blocks-table-type", "Always the word: table"),
    ],
)
def test_what_to_write_is_said_in_words(tree, kind, field, said):
    """Ids, words, keys, limits."""
    row = tree(kind).find(id=field).parent

    assert said in " ".join(row.td.span.get_text().split())


@pytest.mark.parametrize("kind", KINDS)
def test_links_to_groups_lead_to_their_tables(tree, kind):
    """And no two places of a page have one name."""
    page = tree(kind)
    ids = [element["id"] for element in page.select("[id]")]

    assert len(ids) == len(set(ids))
    for link in page.select('a[href^="#"]'):
        assert link["href"][1:] in ids


def test_an_example_is_a_value_of_a_file(tree, case):
    """Of one that fits on a line, if there is one."""
    shown = tree("casestudy").find(id="title").parent.select_one(".field-form code")

    assert shown.get_text() == case.title


@pytest.mark.parametrize(
    ("type_", "words", "example"),
    field_forms.FORMS,
    ids=[str(example) for _type, _words, example in field_forms.FORMS],
)
def test_a_made_up_example_is_right(type_, words, example):
    """Nobody copies a mistake."""
    assert TypeAdapter(type_).validate_python(example) == example


def test_the_list_names_every_kind_with_its_folder(site):
    """With what a file tells, and the way to its fields."""
    page = BeautifulSoup(blocks.field_list(site, "contribute/fields/", ""), "lxml")

    assert {link["href"] for link in page("a")} == {f"{kind}/" for kind in KINDS}
    assert {code.get_text() for code in page("code")} == {k.file("ID") for k in KINDS.values()}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_page(project, kind):
    """Whoever adds a kind adds a page with its fields."""
    page = project / f"docs/contribute/fields/{kind}.md"

    assert f'{{{{ field_list("{kind}") }}}}' in page.read_text(encoding="utf-8")
    assert KINDS[kind].file("ID") in page.read_text(encoding="utf-8")


def test_a_kind_that_does_not_exist_is_answered_with_those_that_do(site):
    """An author of prose reads what there is."""
    with pytest.raises(KeyError, match='there is no kind "bin"; the kinds are: axis, casestudy'):
        blocks.field_list(site, "", "bin")
