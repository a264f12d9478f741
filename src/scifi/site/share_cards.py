"""
What the card of a shared link says: one for each entry that has a paper, one for each part.

Networks show such a card beside the address; they ask for a picture at a whole address, so a site
that has none (`site_url`) has no cards. `build/share_cards.py` draws them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from scifi import evidence, language
from scifi.corpus import Corpus
from scifi.grade import grade
from scifi.kinds import KINDS, PARTS, Kind, part_title
from scifi.labels import label
from scifi.language import _, and_list, capitalised, ngettext
from scifi.model import CaseStudy, City, Entry, Solution
from scifi.model.texts import without_citations
from scifi.site.pages import summary
from scifi.verdict import judge

WIDTH, HEIGHT = 1200, 630
"""Pixels: the size that networks show whole (https://developers.facebook.com/docs/sharing/webmasters/images/)."""

FOLDER = "assets/cards"

LONGEST = 150
"""Letters of a summary that stand on a card."""


@dataclass(frozen=True)
class Card:
    """One card: the page it is for (or its part alone), and what it says from top to bottom."""

    address: str
    part: str
    kicker: str
    title: str
    facts: str

    @property
    def file(self) -> str:
        """Its picture, below the site's root."""
        return f"{FOLDER}/{self.address.strip('/').replace('/', '-') or 'home'}.png"


def cards(corpus: Corpus) -> dict[str, Card]:
    """Every card by the address of its page; the card of a part by the address of the part."""
    made = [_of_part(part) for part in PARTS]
    for kind in KINDS.values():
        if kind.paper and kind.own_pages:
            made += (_of_entry(corpus, kind, entry) for entry in corpus.all(kind.name))
    return {card.address: card for card in made}


def card_of(known: dict[str, Card], address: str, part: str) -> Card | None:
    """The card of a page, or else that of its part; None where there are no cards."""
    return known.get(address) or known.get(f"{part}/")


def _of_part(part: str) -> Card:
    said = _("What cities tried, what it cost, and whether it worked.")
    return Card(f"{part}/", part, _("SCIFI cookbook"), part_title(part), said)


def _of_entry(corpus: Corpus, kind: Kind, entry: Entry) -> Card:
    kicker = _(kind.kicker or kind.title)
    return Card(kind.url(entry.id), kind.part, kicker, entry.title, _facts(corpus, entry))


def _facts(corpus: Corpus, entry: Entry) -> str:
    """The line below the title: of a case study where and how sure, of a solution its verdict."""
    if isinstance(entry, CaseStudy):
        return " · ".join(_of_case(corpus, entry))
    if isinstance(entry, Solution):
        cases = len(evidence.cases(corpus, entry))
        counted = ngettext("{n} case study", "{n} case studies", cases)
        verdict = _(judge(corpus, entry).verdict.name)
        return _("Verdict: {verdict} · {cases}", verdict=verdict, cases=counted)
    return shortened(without_citations(summary(entry)))


def _of_case(corpus: Corpus, case: CaseStudy) -> Iterator[str]:
    cities = [city for id_ in case.cities if isinstance(city := corpus.get("city", id_), City)]
    codes = dict.fromkeys([*(city.country for city in cities), *case.countries])
    countries = and_list([language.country(code) for code in codes])
    yield ", ".join(filter(None, [and_list([city.title for city in cities]), countries]))
    yield _("Evidence grade {letter}", letter=grade(corpus, case).letter)
    yield capitalised(label(case.afterwards.status))


def shortened(text: str) -> str:
    """A text that ends at a word, before it gets too long for a card."""
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rpartition(" ")[0].rstrip(" ,;:–") + " …"
