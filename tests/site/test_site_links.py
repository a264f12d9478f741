"""Links: none is dead, the promised addresses exist, and what leads there leads back."""

import json
import re
from collections import defaultdict

import pytest
from failures import listed

from scifi import urls
from scifi.kinds import KINDS

PROMISED = (
    "",
    "pathways/",
    "pathways/axes/",
    "cookbook/",
    "survival-guide/",
    "survival-guide/obstacles/",
    "clauses/",
    "worked-pilots/",
    "survival-guide/laws/",
    "survival-guide/funding/",
    "survival-guide/windows/",
    "aid-kit/",
    "casestudies/",
    "indicators/",
    "cities/",
    "programmes/",
    "data/",
    "about/",
    "about/accessibility/",
    "about/privacy/",
    "about/licence/",
    "about/changes/",
    "about/glossary/",
    "about/sources/",
    "404.html",
)
"""Addresses that other people's links may rely on, beside the page of each entry."""


@pytest.mark.parametrize("address", PROMISED)
def test_promised_addresses_exist(pages, address):
    """An address of the contract can be bookmarked."""
    assert pages[address].main.get_text(strip=True)


def test_every_entry_has_its_place(pages, corpus):
    """Each content file is a page, or a section of the page for its kind."""
    missing = []
    for kind in corpus.entries:
        for entry in corpus.all(kind) if KINDS[kind].listed else []:
            address, _, anchor = urls.url(kind, entry.id).partition("#")
            if address not in pages or (anchor and anchor not in pages[address].ids):
                missing.append(urls.url(kind, entry.id))

    assert not missing, listed(missing)


def test_every_entry_has_its_title_as_heading(pages, corpus):
    """Who follows a link to an entry finds its title as the heading."""
    wrong = []
    for kind in corpus.entries:
        for entry in corpus.all(kind) if KINDS[kind].listed else []:
            address, _, anchor = urls.url(kind, entry.id).partition("#")
            if address not in pages:
                continue
            page = pages[address]
            heading = page.main.find(id=anchor) if anchor else page.soup.find("h1")
            # A question of a tool is a group of answers; its legend numbers and names it.
            legend = heading.legend if heading else None
            words = " ".join((legend or heading).get_text().split()) if heading else ""
            behind_its_letter = words.startswith("Annex ") and words.endswith(f": {entry.title}")
            told = entry.title == words or behind_its_letter
            if not told and not (legend and entry.title in words):
                wrong.append((urls.url(kind, entry.id), entry.title))

    assert not wrong, listed(wrong)


GAP = "contribute/gap/"
"""The form for one answer; what stands behind # names the gap that it asks for."""


FORM = "contribute/form/"
"""The form for a case study; what stands behind # names the one that it loads."""


PAY_BACK = "solutions/pay-back/"
"""The calculator; what stands behind # names the solution whose results it shows."""


def _gaps(site):
    """Every gap that the form knows, as an address names it."""
    found = set()
    folder = site / "assets/data/gaps"
    for file in folder.rglob("*.js"):
        data = json.loads(file.read_text(encoding="utf-8").partition("] = ")[2].rstrip(";\n"))
        entry = file.relative_to(folder).with_suffix("").as_posix()
        found |= {f"{entry}/{field}" for field in data["gaps"]}
    return found


def test_no_link_inside_the_site_is_dead(pages, site):
    """Every link, picture, script and download leads to a file, every anchor to its place."""
    places = {address: set(page.ids) for address, page in pages.items()}
    places[GAP] |= _gaps(site)
    places[FORM] |= {f"casestudy/{page.parent.name}" for page in site.glob("casestudies/*/*.html")}
    places[PAY_BACK] |= {f"solution={file.stem}" for file in site.glob("assets/data/pay-back/*")}
    dead = []
    for address, page in pages.items():
        links = {
            str(tag[name])
            for tag in page.tags
            for name in ("href", "src", "data-src")
            if tag.has_attr(name)
        }
        for link in links:
            target = page.resolve(link)
            if target is None:
                continue
            path, _, anchor = target.partition("#")
            if path in pages:
                # What holds an "=" is the state of a tool, and no place.
                if anchor and "=" not in anchor and anchor not in places[path]:
                    dead.append((address, link, "no such place on the page"))
            elif not (site / path).is_file():
                dead.append((address, link, "no such file"))

    assert not dead, listed(dead)


def test_links_to_other_hosts_are_whole_addresses(pages):
    """An outgoing link has a scheme and a host; nothing is left over from a slip of the pen."""
    odd = {
        (a, str(link["href"]))
        for a, page in pages.items()
        for link in page.anchors
        if page.resolve(str(link["href"])) is None
        and not re.match(r"(https?://[^\s/]+\.[^\s/]+|mailto:)", str(link["href"]))
    }

    assert not odd, listed(odd)


def test_every_link_says_something(pages):
    """No link is empty, so each can be read aloud and clicked."""
    silent = [
        (a, str(link)[:80])
        for a, page in pages.items()
        for link in page.anchors
        if not link.get_text(strip=True) and not link.get("aria-label")
    ]

    assert not silent, listed(silent)


def test_every_page_can_be_reached_from_the_home_page(pages):
    """Whoever follows links from the home page comes to every page there is."""
    reached, waiting = {""}, [""]
    while waiting:
        page = pages[waiting.pop()]
        for link in page.anchors:
            target = (page.resolve(str(link["href"])) or "").partition("#")[0]
            if target in pages and target not in reached:
                reached.add(target)
                waiting.append(target)

    assert set(pages) - reached == {"404.html"}


def test_the_search_leads_only_to_pages_that_exist(pages, site):
    """Whatever can be found by its name has its right address, lists and tools too."""
    text = (site / "assets" / "data" / "search.js").read_text(encoding="utf-8")
    rows = json.loads(text.partition(" = ")[2].strip().rstrip(";"))
    dead = [
        row["url"]
        for row in rows
        for path, _, anchor in [row["url"].partition("#")]
        if path not in pages or (anchor and anchor not in pages[path].ids)
    ]

    assert len(rows) > 100
    assert not dead, listed(dead)


BOTH_WAYS = (
    ("obstacle", "casestudy"),
    ("step", "casestudy"),
    ("remedy", "obstacle"),
    ("city", "casestudy"),
    ("indicator", "casestudy"),
    ("programme", "casestudy"),
    ("pathway", "city"),
    ("pathway", "obstacle"),
    ("pathway", "remedy"),
    ("chapter", "obstacle"),
    ("programme", "city"),
    ("law", "step"),
    ("window", "step"),
    ("funding", "step"),
)
"""Kinds whose entries name one another in the content: a link one way needs the way back."""


def _linked(pages, corpus, kind, other):
    """Pairs (id, id of the other kind) where the page of the first links to the second."""
    theirs = {urls.url(other, entry.id): entry.id for entry in corpus.all(other)}
    pairs = set()
    for entry in corpus.all(kind):
        address, _, anchor = urls.url(kind, entry.id).partition("#")
        page = pages[address]
        said = page.said
        if anchor:
            blocks = page.under(anchor)
            links = [link for block in blocks for link in block.select("a[href]")]
            said = {page.resolve(str(link["href"])) for link in links}
        pairs |= {(entry.id, theirs[target]) for target in said if target in theirs}
    return pairs


@pytest.mark.parametrize("pair", BOTH_WAYS, ids=" and ".join)
def test_what_links_there_links_back(pages, corpus, pair):
    """From either end of a connection a reader finds the other."""
    there = _linked(pages, corpus, *pair)
    back = {(id_, other) for other, id_ in _linked(pages, corpus, *reversed(pair))}

    assert there, f"no {pair[0]} links to any {pair[1]}"
    assert not there - back, f"{pair[1]} does not link back:\n{listed(there - back)}"
    assert not back - there, f"{pair[0]} does not link back:\n{listed(back - there)}"


def test_every_connection_in_a_case_file_is_a_link_on_its_page(pages, corpus):
    """City, programme, step, obstacle, remedy and indicator of a case are one click away."""
    missing = []
    for case in corpus.casestudies:
        said = pages[urls.url("casestudy", case.id)].said
        named = defaultdict(list)
        named["city"] = case.cities
        named["programme"] = [case.programme] if case.programme else []
        named["step"] = [*case.steps, *(o.step for o in case.obstacles)]
        named["obstacle"] = [o.obstacle for o in case.obstacles]
        named["remedy"] = [r.remedy for r in case.remedies]
        named["indicator"] = [r.indicator for r in case.results]
        missing += [
            (case.id, urls.url(kind, id_))
            for kind, ids in named.items()
            for id_ in ids
            if urls.url(kind, id_) not in said
        ]

    assert not missing, listed(missing)


def test_a_case_told_as_survivor_leads_to_the_remedy_that_tells_it(pages, corpus):
    """A remedy that names a case among those who survived is named on the page of that case."""
    lost = [
        (remedy.id, survivor.casestudy)
        for remedy in corpus.remedies
        for survivor in remedy.survivors
        if survivor.casestudy
        and urls.url("remedy", remedy.id)
        not in pages[urls.url("casestudy", survivor.casestudy)].said
    ]

    assert not lost, listed(lost)
