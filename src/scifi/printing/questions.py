"""A sheet of questions for a city: what its case studies do not tell, with room to write."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from scifi import gaps, urls
from scifi.contact import Contact, contact
from scifi.corpus import Corpus
from scifi.language import _, and_list, capitalised
from scifi.model import City, Entry
from scifi.model.texts import without_citations
from scifi.printing.documents import WorksheetBlock
from scifi.printing.errors import PrintError
from scifi.printing.imprint import Imprint, imprint
from scifi.printing.office.word import as_docx
from scifi.printing.papers.paper import Paper, framed, paper_edition
from scifi.printing.papers.press import PAPERS_TEMPLATE, cache
from scifi.printing.setting.typeset import Document, run

__all__ = ["PrintError", "files", "sheet"]

LINES = 4
"""Empty lines at the end, for what nobody asked."""


def files(root: Path, corpus: Corpus, city: City) -> dict[str, bytes]:
    """
    The sheet for a city as PDF and DOCX, by ending.

    Raises:
        PrintError: Nothing is missing, or the sheet could not be set.
    """
    paper = sheet(corpus, imprint(root, corpus), contact(root), city)
    printed = run(Document(PAPERS_TEMPLATE, paper.data, {}, cache(root)))
    return {".pdf": printed.path.read_bytes(), ".docx": as_docx(paper.data)}


def sheet(corpus: Corpus, about: Imprint, to: Contact, city: City) -> Paper:
    """
    The questions on a city and its case studies, as a worksheet.

    Raises:
        PrintError: Nothing is missing.
    """
    cases = [case for case in corpus.casestudies if city.id in case.cities]
    tables = [_table(entry) for entry in (*cases, city) if gaps.gaps(entry)]
    if not tables:
        raise PrintError(_("Nothing is missing on {city}.", city=city.title))
    title = _("Questions for {city}", city=city.title)
    purpose = _(
        "The SCIFI cookbook tells what pilots in cities found. This is what it does not know."
    )
    edition = paper_edition(
        "worksheet", city.id, title, purpose, "casestudies", urls.url("city", city.id)
    )
    help_ = _(
        "Answer what you know and leave out the rest. Best is an answer that can be read "
        "somewhere: then write title, publisher and address of the page or report."
    )
    return framed(
        edition,
        about,
        _("Questions"),
        heading=title,
        lead=purpose,
        notes=[_where_to(to, about)],
        blocks=[
            {"type": "text", "text": help_},
            *tables,
            {"type": "lines", "title": _("What else should others know?"), "count": LINES},
            {"type": "lines", "title": _("Who tells this, and how can we ask back?"), "count": 2},
        ],
    )


def _where_to(to: Contact, about: Imprint) -> str:
    places = [place for place in (to.mail, to.repository) if place]
    if places:
        return _("Please send it to {place}.", place=_(" or ").join(places))
    if about.site_url:
        return _("How to send it: {address}", address=f"{about.site_url}contribute/gap/")
    return _("Please send it to whoever gave you this sheet.")


def _table(entry: Entry) -> WorksheetBlock:
    """The questions on one entry; all those on one of its numbers share a row."""
    rows = [[asked] for asked in _asked(gaps.gaps(entry))]
    columns = [_("Question"), _("Your answer, in your own words"), _("Where it can be read")]
    return {"type": "table", "title": entry.title, "columns": columns, "rows": rows, "empty": 0}


def _asked(found: list[gaps.Gap]) -> Iterator[str]:
    """The words of each row."""
    ordered = sorted(found, key=lambda gap: (bool(gap.about), gap.about))
    for about, together in groupby(ordered, key=lambda gap: gap.about):
        if about:
            missing = and_list([_(gap.question.short) for gap in together])
            yield _("{what}: {missing}?", what=capitalised(about), missing=missing)
        else:
            yield from (without_citations(gaps.as_question(gap)) for gap in together)
