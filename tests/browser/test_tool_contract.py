"""The contract for a pilot: assembled on its page for ten towns, opened in an office program."""

import re
import zipfile
from html import escape
from urllib.parse import urlencode

import pypdfium2
import pytest
from playwright.sync_api import expect
from tests.office import converted

from scifi.content.checks import check_all
from scifi.model.texts import cited

from .conftest import Reader

ADDRESS = "clauses/contract/"

KINDS = ("docx", "odt")

TOWNS = {
    "behind the scenes": {},
    "bins": {"place": "devices", "rollout": "yes", "country": "BE"},
    "dust": {"price": "middle", "place": "devices", "source": "yes"},
    "app": {"data": "personal", "place": "app", "helps": "funder"},
    "cameras": {"price": "large", "data": "cameras", "ai": "yes", "place": "devices"},
    "both": {"data": "personal", "place": "devices,app", "rollout": "yes"},
    "order": {"rights": "city", "source": "yes"},
    "built": {"rights": "firm,built", "price": "large", "helps": "funder,aid"},
    "danger": {"security": "critical", "price": "middle"},
    "everything": {
        "price": "large",
        "helps": "funder,aid",
        "data": "cameras",
        "ai": "yes",
        "place": "devices,app",
        "rollout": "yes",
        "source": "yes",
        "rights": "firm,built",
        "security": "critical",
        "country": "NL",
    },
}
"""Answers by what is tried; what is not named is answered with the first choice."""

CITY = "Näherstadt & Sons <b>"
"""A name with signs that a file could trip over."""


@pytest.fixture(scope="module")
def clauses(project):
    """The clauses of the project by their ids."""
    return {clause.id: clause for clause in check_all(project).corpus.clauses}


@pytest.fixture(scope="module")
def contracts(browser, own, site_url, tmp_path_factory):
    """
    For each town the ids of its clauses as the page tells them, and its two files.

    Each file lies beside the PDF that the office program made of it.
    """
    folder = tmp_path_factory.mktemp("contracts")
    reader = Reader(browser, own)
    told = {}
    for town, answers in TOWNS.items():
        reader.page.goto("about:blank")
        reader.page.goto(f"{site_url}{ADDRESS}#{urlencode(answers)}")
        reader.page.get_by_label("Name of the city", exact=True).fill(CITY)
        rows = reader.page.locator("[data-contract-result] [data-clause]")
        told[town] = rows.evaluate_all("rows => rows.map(row => row.dataset.clause)")
        for kind in KINDS:
            with reader.page.expect_download() as download:
                reader.page.get_by_role("button", name=f"({kind.upper()})").click()
            (folder / kind).mkdir(exist_ok=True)
            download.value.save_as(folder / kind / f"{town}.{kind}")
    reader.context.close()
    assert reader.complaints == []
    for kind in KINDS:
        converted(folder / kind, "pdf", *sorted((folder / kind).iterdir()))
    return told, folder


@pytest.fixture(params=TOWNS)
def town(request):
    """The name of a town."""
    return request.param


@pytest.fixture(params=KINDS)
def kind(request):
    """The ending of a file."""
    return request.param


@pytest.fixture
def opened(contracts, town, kind):
    """A contract as the office program shows it: its pages as text, without their feet."""
    pdf = pypdfium2.PdfDocument(contracts[1] / kind / f"{town}.pdf")
    pages = (" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf)
    return [re.sub(r" SCIFI cookbook [^/]+ / \d+$", "", page) for page in pages]


@pytest.fixture
def chosen(contracts, town, clauses):
    """The clauses that the page tells for a town, in order."""
    return [clauses[name] for name in contracts[0][town]]


def test_it_opens_with_its_clauses_numbered_without_a_gap(opened, chosen):
    """All that the page told, and no other; the numbers are those of the office program."""
    text = " ".join(opened)
    numbered, group, place = [], "", [0, 0]
    for clause in chosen:
        place = [place[0], place[1] + 1] if clause.group == group else [place[0] + 1, 1]
        group = clause.group
        numbered.append(f"{place[0]}.{place[1]} {clause.title}")
    places = [text.find(words) for words in numbered]

    assert [words for words, at in zip(numbered, places, strict=True) if at < 0] == []
    assert places == sorted(places)
    assert len(re.findall(r"(?<![\d.,])\d{1,2}\.\d{1,2} [A-Z]", text)) == len(numbered)


def test_every_blank_is_named_and_the_name_of_the_city_is_filled_in(opened, chosen):
    """What was typed stands in it with all its signs; nothing else was filled in."""
    text = " ".join(opened)
    known = {name for clause in chosen for name in clause.blanks} | {"name of the firm"}
    found = {blank.split(":")[0] for blank in re.findall(r"\[([^\]]*)\]", text)}

    assert f"Between {CITY} (the City)" in text
    assert found == known


def test_each_clause_keeps_its_receipts_beside_it(contracts, town, kind, chosen):
    """As comments: the address of each source of what stands in it and of our advice."""
    content = unzipped(contracts[1] / kind / f"{town}.{kind}")
    for clause in chosen:
        texts = [clause.settles, clause.advice, *(usual.what for usual in clause.usual)]
        keys = {key for text in texts for key in cited(text)} - {"ours"}
        missing = [key for key in keys if escape(clause.sources[key].url) not in content]
        assert missing == [], clause.id


def unzipped(file):
    """The words and comments of a file, as it holds them."""
    with zipfile.ZipFile(file) as parts:
        names = {"word/comments.xml", "content.xml"} & set(parts.namelist())
        return "".join(parts.read(name).decode() for name in names)


def test_it_lists_the_annexes_that_its_clauses_name_and_has_a_place_to_sign(opened, chosen):
    """And no annex that this pilot does not need; the table of signatures stands whole."""
    text = " ".join(opened)
    named = {letter for clause in chosen for letter in re.findall(r"Annex ([A-M])", clause.text)}

    assert set(re.findall(r"Annex ([A-M]): ", text)) == named
    assert "Signatures For the City For the Firm Place and date Name and function Signature" in text


@pytest.mark.parametrize("town", ["behind the scenes", "bins", "app"], indirect=True)
def test_a_small_contract_has_six_pages_at_most(opened):
    """A firm of three people reads it whole."""
    assert len(opened) <= 6


def test_a_contract_without_guidance_holds_no_comment(visit, tmp_path):
    """The file that is sent to the firm."""
    page = visit(ADDRESS)
    page.get_by_label("With our guidance as comments in the margin").uncheck()
    for kind in KINDS:
        with page.expect_download() as download:
            page.get_by_role("button", name=f"({kind.upper()})").click()
        with zipfile.ZipFile(download.value.path()) as parts:
            names = {"word/document.xml", "content.xml"} & set(parts.namelist())
            text = "".join(parts.read(name).decode() for name in names)
        assert "commentReference" not in text
        assert "office:annotation" not in text


def test_what_is_typed_is_kept_until_all_is_emptied(visit):
    """In this browser: one may close the page, and no one else finds it afterwards."""
    page = visit(ADDRESS)
    page.get_by_label("Name of the city", exact=True).fill("Delft")
    page.reload()
    expect(page.get_by_label("Name of the city", exact=True)).to_have_value("Delft")

    page.get_by_role("button", name="Empty all").click()
    page.reload()

    expect(page.get_by_label("Name of the city", exact=True)).to_have_value("")
    assert page.evaluate("localStorage.getItem('scifi-contract')") is None


def test_without_scripts_all_clauses_and_the_whole_files_are_there(visit, clauses):
    """With what makes each needed."""
    page = visit(ADDRESS, scripts=False)

    expect(page.locator("form[data-tool=contract]")).to_be_hidden()
    page.get_by_text("All clauses, and which contracts hold them").click()
    for clause in clauses.values():
        expect(page.get_by_role("link", name=clause.title, exact=True)).to_be_visible()
    assert page.locator("a[href$='.docx'], a[href$='.odt']").count() >= 2
