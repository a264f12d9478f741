"""Lists of entries in parts, the facets of case studies, the changes by year, and what is here."""

from collections.abc import Iterator, Sequence
from importlib.metadata import version
from itertools import groupby
from typing import Any

from scifi import facets, urls, verdict
from scifi.corpus import Corpus
from scifi.exports.api import addresses, refs
from scifi.exports.api.records import (
    Changes,
    ChangeShown,
    Contents,
    Facets,
    FacetShown,
    FacetValue,
    KindShown,
    Licence,
    Listing,
    Ref,
    Row,
    Shortcuts,
    ShortcutShown,
    Year,
)
from scifi.exports.edition import LICENCE, newest_date
from scifi.kinds import Kind
from scifi.language import N_, _, code
from scifi.model import CaseStudy, Change, Entry, Shortcut, Solution
from scifi.site.pages import Site
from scifi.site.views import facet_titles

PART = 500
"""Entries in one part of a list at most: about 200 kB."""

CASE_FACETS = ("theme", "country", "status", "grade", "solution", "size", "programme")
"""Facets of case studies that stand in their list; the others stand in each document."""

FIELDS = ("themes", "country", "group", "touches", "level", "urgency", "status", "better", "binds")
"""Fields by which entries of other kinds are sorted out; each counts where an entry has it."""

NOTES = (
    N_("Addresses are relative to the root of the site; `root` is its published address, if any."),
    N_("In texts, [@key] cites a source of the same document; [@ours] marks our own advice."),
    N_("A number is measured, reported, estimated or planned; never read one kind as another."),
    N_("null means not known or not reported; it never means zero. Drafts are left out."),
)


def listings(corpus: Corpus, kind: Kind, part: int = PART) -> Iterator[tuple[str, Listing]]:
    """Address and content of each part of the list of a kind; one part at least."""
    rows = [_row(corpus, kind, entry) for entry in corpus.all(kind.name)]
    parts = max(1, -(-len(rows) // part))
    for number in range(1, parts + 1):
        yield (
            addresses.part(kind, number),
            Listing(
                kind=kind.name,
                title=_(kind.title),
                count=len(rows),
                part=number,
                parts=parts,
                next=addresses.part(kind, number + 1) if number < parts else None,
                entries=rows[(number - 1) * part : number * part],
            ),
        )


def _row(corpus: Corpus, kind: Kind, entry: Entry) -> Row:
    named = refs.ref(kind.name, entry)
    about = _facets(corpus, entry)
    return Row(id=entry.id, title=entry.title, page=named.page, self=named.self, facets=about)


def _facets(corpus: Corpus, entry: Entry) -> dict[str, list[str]]:
    if isinstance(entry, CaseStudy):
        held = facets.values(corpus, entry)
        return {"city": list(entry.cities), **{name: held[name] for name in CASE_FACETS}}
    found = {name: _texts(getattr(entry, name)) for name in FIELDS if hasattr(entry, name)}
    if isinstance(entry, Solution):
        found["verdict"] = [verdict.judge(corpus, entry).verdict.id]
    return found


def _texts(value: Any) -> list[str]:
    held = value if isinstance(value, list) else [value]
    return [str(each) for each in held if each is not None]


def facets_shown(corpus: Corpus) -> Facets:
    """Every facet with its values and their case studies."""
    members = facets.members(corpus)
    return Facets(
        facets=[
            FacetShown(
                id=facet.id,
                title=_(facet.title),
                kind=facet.kind,
                ordered=facet.ordered,
                values=[
                    FacetValue(
                        value=value,
                        title=facet_titles.title(corpus, facet, value),
                        page=facet_titles.address(facet, value),
                        casestudies=[case.id for case in cases],
                    )
                    for value, cases in members[facet.id].items()
                ],
            )
            for facet in facets.FACETS
        ]
    )


def shortcuts(corpus: Corpus) -> Shortcuts:
    """Lists and tools by other words."""
    found = [entry for entry in corpus.all("shortcut") if isinstance(entry, Shortcut)]
    return Shortcuts(
        shortcuts=[
            ShortcutShown(
                id=entry.id,
                title=entry.title,
                page=entry.page,
                lead=entry.lead,
                also_called=entry.also_called,
            )
            for entry in found
        ]
    )


def changes(corpus: Corpus) -> list[Changes]:
    """The changes by year, newest first."""
    pages = _entries_by_page(corpus)
    newest = sorted(corpus.changes, key=lambda change: (change.date, change.id), reverse=True)
    return [
        Changes(year=year, changes=[_change(change, pages) for change in found])
        for year, found in groupby(newest, key=lambda change: change.date[:4])
    ]


def _entries_by_page(corpus: Corpus) -> dict[str, Ref]:
    return {
        urls.url(kind.name, entry.id): refs.ref(kind.name, entry)
        for kind in addresses.listed()
        for entry in corpus.all(kind.name)
    }


def _change(change: Change, pages: dict[str, Ref]) -> ChangeShown:
    return ChangeShown(
        id=change.id,
        date=change.date,
        what=change.title,
        pages=list(change.pages),
        entries=[pages[page] for page in change.pages if page in pages],
    )


def contents(site: Site, years: Sequence[Changes]) -> Contents:
    """What is here."""
    return Contents(
        title=_("SCIFI cookbook: open data"),
        version=version("scifi-cookbook"),
        date=newest_date(site.corpus),
        language=code(),
        root=site.published or None,
        licence=Licence(
            name="CC BY 4.0", url=LICENCE, attribution=_("SCIFI cookbook contributors")
        ),
        notes=[_(note) for note in NOTES],
        kinds=[_kind(site.corpus, kind) for kind in addresses.listed()],
        facets=addresses.FACETS,
        shortcuts=addresses.SHORTCUTS,
        changes=[_year(year) for year in years],
        openapi=addresses.OPENAPI,
    )


def _kind(corpus: Corpus, kind: Kind) -> KindShown:
    return KindShown(
        kind=kind.name,
        title=_(kind.title),
        count=len(corpus.all(kind.name)),
        index=addresses.part(kind),
        document=addresses.document(kind, "{id}"),
        schema=addresses.schema(kind),
    )


def _year(changes: Changes) -> Year:
    newest, own = changes.changes[0].date, addresses.changes(changes.year)
    return Year(year=changes.year, newest=newest, self=own)
