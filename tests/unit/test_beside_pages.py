"""Feed, calendars and guide: what other programs read in them is what the content says."""

import re
from dataclasses import replace
from datetime import date, timedelta

import icalendar
import pytest
from lxml import etree

from scifi.content.checks.ages import OLD, last_day
from scifi.exports import beside_pages, calendars, feeds
from scifi.model import Change
from scifi.site.pages import Site

ATOM = {"a": feeds.NAMESPACE}
HOSTILE = (
    'Ends ]]&gt; &lt;/title&gt; & "q" ; , \\ \\n BEGIN:VEVENT **b** [x](https://evil.example) ü'
)
BASE = "https://city.example/book/"


@pytest.fixture(scope="module")
def site(published):
    return Site(published, {}, {})


def read_feed(site):
    return etree.fromstring(feeds.feed(site).encode())


def read_calendar(text):
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def with_change(site, **fields):
    made = Change(id="evil", title=HOSTILE, date="2027-01", pages=["data/"], **fields)
    entries = {**site.corpus.entries, "change": {**site.corpus.entries["change"], "evil": made}}
    return replace(site, corpus=replace(site.corpus, entries=entries))


def test_the_feed_has_all_that_the_standard_asks_for(site):
    """RFC 4287, 4.1.1 and 4.1.2: one id, title and updated each, an author, links to pages."""
    root = read_feed(site)
    entries = root.findall("a:entry", ATOM)

    assert root.tag == f"{{{feeds.NAMESPACE}}}feed"
    for element in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"a:{name}", ATOM)) == 1
        updated = element.findtext("a:updated", namespaces=ATOM)
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", updated)
        assert len(element.findall("a:link[@rel='alternate']", ATOM)) == 1
    assert root.findtext("a:author/a:name", namespaces=ATOM)
    assert len(root.findall("a:link[@rel='self']", ATOM)) == 1
    ids = [entry.findtext("a:id", namespaces=ATOM) for entry in entries]
    assert len(set(ids)) == len(ids) == len(site.corpus.changes)


def test_the_feed_tells_every_change_with_its_pages(site):
    """Newest first, each page that changed as a link."""
    entries = read_feed(site).findall("a:entry", ATOM)

    for change, entry in zip(site.corpus.changes, entries, strict=True):
        assert entry.findtext("a:title", namespaces=ATOM) == change.title
        links = [link.get("href") for link in entry.findall("a:link", ATOM)]
        assert links == list(change.pages)


def test_a_site_that_moves_keeps_its_ids_and_changes_its_links(site):
    """Who has read an entry is not told of it again."""
    before, after = read_feed(site), read_feed(replace(site, published=BASE))

    assert before.xpath("//a:id/text()", namespaces=ATOM) == after.xpath(
        "//a:id/text()", namespaces=ATOM
    )
    for link in after.iter(f"{{{feeds.NAMESPACE}}}link"):
        assert link.get("href").startswith(BASE)


def test_a_hostile_title_is_words_in_the_feed(site):
    """It ends no element, and a month is its first day."""
    entry = read_feed(with_change(site)).find("a:entry", ATOM)

    assert entry.findtext("a:title", namespaces=ATOM) == HOSTILE
    assert entry.findtext("a:updated", namespaces=ATOM) == "2027-01-01T00:00:00Z"


def test_the_dates_are_those_of_the_content(site):
    """Calls that were not closed and coming dates of laws, where the day is known; no other."""
    wanted = {
        (f"funding-{line.id}-closes", line.closes)
        for line in site.corpus.funding
        if line.status != "closed" and len(line.closes or "") == 10
    } | {
        (f"law-{law.id}-{milestone.date}", milestone.date)
        for law in site.corpus.laws
        for milestone in law.coming
        if len(milestone.date) == 10
    }
    events = read_calendar(calendars.dates(site))
    found = {(str(e["UID"]).partition("@")[0], e["DTSTART"].dt.isoformat()) for e in events}

    assert found == wanted and len(events) == len(found) > 10


def test_every_entry_that_grows_old_is_due_once(site):
    """On the first day on which `scifi check` remarks on it."""
    events = read_calendar(calendars.reviews(site))
    listed = sorted(re.findall(r"(?m)^- .*\(([a-z0-9-]+)\)$", "\n".join(map(described, events))))
    old = [entry for kind in calendars.REVIEWED for entry in site.corpus.all(kind)]

    assert listed == sorted(entry.id for entry in old)
    for event in events:
        checked = str(event["UID"]).partition("@")[0][-7:]
        assert event["DTSTART"].dt == last_day(checked) + OLD + timedelta(days=1)


def described(event):
    return str(event["DESCRIPTION"])


@pytest.mark.parametrize("made", [calendars.dates, calendars.reviews])
def test_lines_of_calendars_are_as_the_standard_has_them(site, made):
    """RFC 5545, 3.1: ended by two signs, at most 75 octets; required fields in every event."""
    text = made(replace(site, published=BASE))

    assert text.count("\n") == text.count("\r\n") == text.count("\r")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    for event in read_calendar(text):
        assert event["UID"] and event["DTSTAMP"] and event["SUMMARY"]
        assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(days=1)
        assert str(event["URL"]).startswith(BASE)


def test_a_hostile_text_is_words_in_a_calendar():
    """Its signs come back, and it begins no event of its own."""
    day = date(2027, 2, 28)
    said = f"{HOSTILE}\r\nEND:VCALENDAR\n" + "ü" * 80
    event = calendars.Event("evil", day, HOSTILE, said, "data/", day)
    (read,) = read_calendar(calendars._calendar(HOSTILE, [event], ""))

    assert str(read["SUMMARY"]) == HOSTILE
    assert str(read["DESCRIPTION"]) == said.replace("\r\n", "\n")


def test_the_guide_names_pages_that_there_are(site, published):
    """Its own links lead to lists of kinds and to files; whole addresses once there is one."""
    made = dict(beside_pages.files(replace(site, published=BASE)))["llms.txt"]
    links = re.findall(r"\]\(([^)]+)\)", made)

    assert made.startswith("# SCIFI cookbook\n\n> ")
    assert all(link.startswith(BASE) for link in links) and len(links) > 20
    assert f"(https://city.example/book/casestudies/index.md): {len(published.casestudies)}" in made


def test_the_same_content_is_the_same_to_the_byte(site):
    assert list(beside_pages.files(site)) == list(beside_pages.files(site))
