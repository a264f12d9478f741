"""Receipts: each number of a case study is one click from its source."""

import re
from copy import copy

import pytest
from failures import listed

from scifi import labels, urls
from scifi.facets import largest_sum
from scifi.grade import headline
from scifi.language import partial_date


@pytest.fixture(scope="module")
def cases(pages, corpus):
    """Each case study with its page."""
    found = [(case, pages[urls.url("casestudy", case.id)]) for case in corpus.casestudies]
    assert found
    return found


def test_every_case_file_has_its_page(pages, site):
    """A case study that was contributed can be read."""
    files = {p.stem for p in (site.parent / "casestudies").glob("*.yml")}
    built = {a.split("/")[1] for a in pages if re.fullmatch(r"casestudies/[^/]+/", a)}

    assert built == files


def _digits(text):
    return re.sub(r"[^\d.]", "", text)


def _shows(link, value):
    """Whether a link's text holds this number, however its digits are grouped."""
    # A fall below zero is told with the contrary word: "2 % more" for "-2 % less".
    digits = re.findall(r"\d+(?:\.\d+)?", link.get_text().replace(",", ""))
    return f"{abs(value):.10g}" in digits


def test_every_result_is_a_link_to_its_source(cases):
    """
    In a results table the number itself, and the one before, leads to where it was read.

    A number that is not reported leads to its question; what was read has its receipt behind it.
    """
    wrong = []
    for case, page in cases:
        rows = page.main.select("table.results tbody tr")
        assert len(rows) == len(case.results), case.id
        for result, row in zip(case.results, rows, strict=True):
            source = case.sources[result.source].url
            # The page is read by other tests as well.
            number, before = map(copy, row.find_all("td")[:2])
            for cell, value in ((number, result.value), (before, result.baseline)):
                links = cell.select("a.number")
                if value is None:
                    if "not reported" not in cell.get_text():
                        wrong.append((case.id, result.what, "an unknown value is not said"))
                elif [link["href"] for link in links] != [source] or not _shows(links[0], value):
                    wrong.append((case.id, result.what, str(cell)))
                receipts = cell.select("sup.receipt")
                if cell is number and value is None:
                    links += receipts
                    if [receipt.a["href"] for receipt in receipts] != [source]:
                        wrong.append((case.id, result.what, "no receipt of an unknown value"))
                for link in links:
                    link.extract()
                if re.search(r"\d", cell.get_text()):
                    wrong.append((case.id, result.what, f"a bare number: {cell.get_text()}"))

    assert not wrong, listed(wrong)


def test_every_sum_of_money_is_a_link_to_its_source(cases):
    """What a case cost leads to where that was read; no sum means "not reported"."""
    wrong = []
    for case, page in cases:
        facts = {d.dt.get_text(strip=True): d.dd for d in page.main.select("dl.facts div")}
        links = [
            link
            for name in ("Cost", "Other sums")
            if name in facts
            for link in facts[name].select("a.number")
        ]
        if not case.money and "not reported" not in facts["Cost"].get_text():
            wrong.append((case.id, "no sum, and the page does not say so"))
        if len(links) != len(case.money):
            wrong.append((case.id, f"{len(links)} links for {len(case.money)} sums"))
            continue
        largest = largest_sum(case)
        sums = sorted(case.money, key=lambda money: money is not largest)
        for money, link in zip(sums, links, strict=True):
            if link["href"] != case.sources[money.source].url or not _shows(link, money.amount):
                wrong.append((case.id, money.what, str(link)))

    assert not wrong, listed(wrong)


def test_the_receipts_hold_every_source_of_the_case(cases, corpus):
    """A source that the case file lists stands in the page's list, with link, publisher, date."""
    missing = []
    for case, page in cases:
        # The card says how many people live there, with the receipt of the city's file.
        cities = [corpus.get("city", city) for city in case.cities]
        counts = {city.sources[city.population.source].url for city in cities if city.population}
        others = counts - {source.url for source in case.sources.values()}
        items = [li for block in page.under("receipts") for li in block.select("ol > li")]
        receipts = [(li.a["href"], " ".join(li.get_text().split())) for li in items]
        assert len(receipts) == len(case.sources) + len(others), case.id
        assert others <= {url for url, _ in receipts}, case.id
        for key, source in case.sources.items():
            published = partial_date(source.date) if source.date else "no date given"
            said = [source.title, source.publisher, published, partial_date(source.read)]
            if not any(
                url == source.url and all(words in text for words in said) for url, text in receipts
            ):
                missing.append((case.id, key))

    assert not missing, listed(missing)


def test_a_receipt_number_is_the_place_of_its_source_in_the_list(pages):
    """The raised 3 and the third source of the list are the same, on every page with a list."""
    wrong = []
    for address, page in pages.items():
        receipts = [str(a["href"]) for a in page.main.select(".receipts > ol > li > a:first-child")]
        if not receipts:
            continue
        for mark in page.main.select("sup.receipt > a"):
            number = int(_digits(mark.get_text()))
            if number > len(receipts) or receipts[number - 1] != mark["href"]:
                wrong.append((address, number, str(mark["href"])))

    assert not wrong, listed(wrong)


def test_one_receipt_number_means_one_source(pages):
    """On no page do two different sources carry the same raised number."""
    shared = {}
    for address, page in pages.items():
        meant = {}
        for mark in page.main.select("sup.receipt > a"):
            meant.setdefault(_digits(mark.get_text()), set()).add(str(mark["href"]))
        if doubles := sorted(number for number, sources in meant.items() if len(sources) > 1):
            shared[address] = doubles

    assert not shared, listed(shared.items())


def test_every_case_has_a_grade_a_status_and_a_reason(cases):
    """Cost, evidence grade, status and length head every case page; why stands further down."""
    for case, page in cases:
        signs = [cell.dt.get_text(strip=True) for cell in page.main.select(".strip > div")]
        assert signs == ["Cost", "Proof", "What became of it", "How long"], case.id
        assert page.main.select_one(".strip .grade"), case.id
        assert page.main.select_one(".strip .status"), case.id
        reason = " ".join(block.get_text(" ") for block in page.under("what-became-of-it"))
        assert len(reason.split()) > 5, case.id


def test_every_case_names_its_related_cases(cases):
    """Who has read one case is led to those that share a city, theme, obstacle or indicator."""
    lonely = []
    for case, page in cases:
        links = [a for block in page.under("related-cases") for a in block.select(".case-list a")]
        targets = {page.resolve(str(a["href"])) for a in links}
        assert urls.url("casestudy", case.id) not in targets, case.id
        said = " ".join(block.get_text(" ") for block in page.under("related-cases"))
        if not links and "No other case shares" not in said:
            lonely.append(case.id)

    assert not lonely, listed(lonely)
    assert any(page.main.select(".related .case-list a") for _, page in cases)


def test_every_case_says_how_to_cite_it(cases):
    """The citation holds title, id, version and licence."""
    for case, page in cases:
        citation = " ".join(b.get_text(" ", strip=True) for b in page.under("how-to-cite"))
        assert case.title in citation
        assert case.id in citation
        assert re.search(r"version \d+\.\d+", citation), case.id
        assert "CC BY 4.0" in citation


def test_failures_stand_in_the_default_list(pages, corpus):
    """The list of case studies hides none, whatever became of the pilot."""
    hidden = {urls.url("casestudy", case.id) for case in corpus.casestudies}
    hidden -= pages["casestudies/"].said

    assert not hidden, listed(hidden)


def test_the_headline_result_is_seen_before_it_is_read(cases, corpus):
    """Its drawing says in words what it shows, and leads to the source of its number."""
    drawn = [(case, page) for case, page in cases if page.main.select(".headline")]
    assert len(drawn) > len(cases) / 3
    for case, page in drawn:
        result = headline(corpus, case)
        figure = page.main.select_one(".case-card-head figure.headline")
        assert figure.figcaption.a["href"] == case.sources[result.source].url, case.id
        assert (
            labels.quantity(result.value, result.unit, result.value_to, result.qualifier)
            in figure.svg["aria-label"]
        ), case.id
        assert not figure.select("[style]"), case.id


def test_dates_are_drawn_beside_their_list(cases):
    """A line of time is an ornament to who hears the page: the list says the same."""
    lines = [(case, page.main.select_one("figure.case-line")) for case, page in cases]
    assert sum(line is not None for _case, line in lines) > len(cases) / 3
    for case, line in lines:
        if line is not None:
            assert case.milestones, case.id
            assert line["aria-hidden"] == "true", case.id
            assert len(line.select(".line-event")) == len({m.date for m in case.milestones}), (
                case.id
            )
