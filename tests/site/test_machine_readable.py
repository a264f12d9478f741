"""What programs read beside each page says what the page says."""

import json
import re
from copy import copy
from html import unescape

import brotli
import pytest
from failures import listed

from scifi import language
from scifi.exports import calendars, feeds
from scifi.site import change_notes

KINDS_OF_PAGES = (
    "",
    "casestudies/opencard-prague/",
    "casestudies/",
    "solutions/pay-as-you-throw/",
    "pathways/small-rural-town/",
    "pathways/axes/",
    "cookbook/measuring/",
    "survival-guide/plan/",
    "survival-guide/obstacles/silos/",
    "survival-guide/laws/gdpr/",
    "survival-guide/laws/",
    "survival-guide/funding/",
    "survival-guide/windows/",
    "aid-kit/no-bids/",
    "clauses/purpose/",
    "indicators/users/",
    "cities/bruges/",
    "programmes/scifi/",
    "about/evidence/",
    "about/glossary/",
    "print/worksheets/",
)
"""A page of every type."""


def _data(page):
    (block,) = page.soup.find_all("script", type="application/ld+json")
    return json.loads(block.get_text())["@graph"]


def test_the_data_of_each_page_name_its_title_and_its_newest_change(pages, corpus):
    """Every block is JSON; the page for lost visitors has none."""
    notes = change_notes.newest_by_page(corpus)
    wrong = []
    for address, page in pages.items():
        if address == "404.html":
            continue
        data = _data(page)[0]
        title = page.soup.title.get_text().removesuffix(" – SCIFI cookbook")
        day = notes[address].date if address in notes else None
        if (data.get("headline") or data["name"]) != title or data.get("dateModified") != day:
            wrong.append((address, data))

    assert not wrong, listed(wrong)


def test_the_data_are_light(pages):
    """At most 300 bytes more on a page in the middle, as it is sent."""
    html = pages["casestudies/opencard-prague/"].html
    without = re.sub(r'<script type="application/ld\+json">.*?</script>', "", html)
    more = len(brotli.compress(html.encode())) - len(brotli.compress(without.encode()))

    assert 0 < more <= 300


def test_every_page_leads_to_its_twin_and_to_the_feed(pages, site):
    missing = []
    for address, page in pages.items():
        links = {str(tag.get("type")): tag for tag in page.soup.find_all("link", rel="alternate")}
        # The page for lost visitors has no twin: it is shown at any address.
        twin = address == "404.html" or (site / address / "index.md").is_file()
        if "application/atom+xml" not in links or not twin:
            missing.append(address)

    assert not missing, listed(missing)


def test_the_page_of_an_entry_leads_to_its_document(pages, site):
    """With all its numbers and receipts; the pages of two kinds stand for all."""
    for address in ("casestudies/opencard-prague/", "aid-kit/no-bids/"):
        link = pages[address].soup.find("link", rel="alternate", type="application/json")
        path = (site / address / link["href"]).resolve()
        document = json.loads(path.read_text(encoding="utf-8"))

        assert document["entry"]["title"] == pages[address].soup.h1.get_text(strip=True)


@pytest.mark.parametrize("address", KINDS_OF_PAGES)
def test_a_twin_holds_headings_numbers_and_receipts_of_its_page(pages, site, address):
    """And not a tag: what a person reads, in plain text."""
    page = pages[address]
    text = (site / address / "index.md").read_text(encoding="utf-8")
    plain = unescape(re.sub(r"\\(?=[\\`*\[\]~_])|\*\*", "", text))
    article = page.main.find("article")

    for heading in page.main.find_all(["h1", "h2", "h3"]):
        words = copy(heading)
        for mark in words.find_all("sup"):
            mark.extract()
        if not heading.find_parent(hidden=True):
            assert " ".join(words.get_text().split()) in plain
    for number in article.select("a.number"):
        assert f"[{' '.join(number.get_text().split())}]" in plain, number
    for source in article.select(".receipts li[id]"):
        number = str(source["id"]).removeprefix("source-")
        assert f"\n{number}. [" in text and str(source.a["href"])[:40] in text
    for mark in article.select("sup.receipt"):
        assert f"[{re.findall(r'[0-9]+', mark.get_text())[-1]}]" in text
    assert not re.search(r"<(?!https?://)/?[a-z]", re.sub(r"`[^`]*`", "", text))
    assert "CC BY 4.0" in text.rsplit("---", 1)[1]


def test_feed_and_calendars_lie_at_the_root_and_agree_with_the_pages(pages, site):
    """Each last day of the calendar stands on the page of its line, as a reader says it."""
    for name in (feeds.ADDRESS, calendars.DATES, calendars.REVIEWS, "llms.txt"):
        assert (site / name).stat().st_size > 500
    text = (site / calendars.DATES).read_text(encoding="utf-8")
    days = re.findall(r"UID:funding-([a-z0-9-]+)-closes@\S+\s+\S+\s+DTSTART;VALUE=DATE:(\d+)", text)

    assert days
    for line, day in days:
        shown = pages[f"survival-guide/funding/{line}/"].main.get_text()
        said = language.partial_date(f"{day[:4]}-{day[4:6]}-{day[6:]}")
        assert f"Closes {said}" in " ".join(shown.split())
    assert pages["survival-guide/funding/"].soup.find("a", href="../../dates.ics")
    assert pages["about/changes/"].main.find("a", href="../../feed.xml")
    assert pages["contribute/"].main.find("a", href="../reviews.ics")


def test_the_guide_leads_to_files_that_there_are(site):
    text = (site / "llms.txt").read_text(encoding="utf-8")

    for link in re.findall(r"\]\(([^)]+)\)", text):
        assert (site / link).is_file(), link
