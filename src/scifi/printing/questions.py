"""
A sheet of questions for a city: what its case studies do not tell, with room to write.

It is one page: whoever gets more leaves it for later. It holds what is worth most to know.
"""

from collections.abc import Sequence
from pathlib import Path

from scifi import gaps, urls
from scifi.asking import Asked, asked
from scifi.contact import Contact, contact
from scifi.corpus import Corpus
from scifi.language import _, and_list, capitalised, ngettext
from scifi.model import City
from scifi.model.texts import without_citations
from scifi.printing.documents import WorksheetBlock
from scifi.printing.errors import PrintError
from scifi.printing.imprint import Imprint, imprint
from scifi.printing.office.word import as_docx
from scifi.printing.papers.paper import Paper, framed, paper_edition
from scifi.printing.papers.press import PAPERS_TEMPLATE, cache
from scifi.printing.setting.typeset import Document, Printout, run

__all__ = ["PrintError", "files", "sheet"]

MOST = 8
"""No page of A4 holds more questions with room for their answers."""

LINES = 2
"""Empty lines at the end, for what nobody asked."""


def files(root: Path, corpus: Corpus, city: City) -> dict[str, bytes]:
    """
    The page for a city as PDF and DOCX, by ending.

    Raises:
        PrintError: Nothing is missing, or the sheet could not be set.
    """
    paper, printed = _on_one_page(root, corpus, city)
    return {".pdf": printed.path.read_bytes(), ".docx": as_docx(paper.data)}


def _on_one_page(root: Path, corpus: Corpus, city: City) -> tuple[Paper, Printout]:
    """The sheet with as many questions as one page holds, and its PDF."""
    about, to, rows = imprint(root, corpus), contact(root), asked(corpus, city)
    for most in range(min(len(rows), MOST) or 1, 0, -1):
        paper = sheet(about, to, city, rows[:most], len(rows) - most)
        printed = run(Document(PAPERS_TEMPLATE, paper.data, {}, cache(root)))
        if printed.pages == 1:
            break
    return paper, printed


def sheet(about: Imprint, to: Contact, city: City, rows: Sequence[Asked], left_out: int) -> Paper:
    """
    Questions on a city and its case studies as a worksheet; so many more are `left_out`.

    Raises:
        PrintError: Nothing is missing.
    """
    if not rows:
        raise PrintError(_("Nothing is missing on {city}.", city=city.title))
    title = _("Questions for {city}", city=city.title)
    purpose = _(
        "The SCIFI cookbook tells what pilots in cities found. This is what it does not know."
    )
    address = urls.url("city", city.id)
    edition = paper_edition("worksheet", city.id, title, purpose, "casestudies", address)
    help_ = _(
        "Answer what you know and leave out the rest. Best is an answer that can be read "
        "somewhere: then write title, publisher and address of the page or report."
    )
    tables: dict[tuple[str, str], list[Asked]] = {}
    for row in rows:
        tables.setdefault((gaps.kind_of(row.entry), row.entry.id), []).append(row)
    return framed(
        edition,
        about,
        _("Questions"),
        heading=title,
        lead=purpose,
        notes=[_where_to(to, about), *_more(about, city, left_out)],
        blocks=[
            {"type": "text", "text": help_},
            *(_table(together) for together in tables.values()),
            {"type": "lines", "title": _("What else should others know?"), "count": LINES},
            {"type": "lines", "title": _("Who tells this, and how can we ask back?"), "count": 1},
        ],
    )


def _more(about: Imprint, city: City, count: int) -> list[str]:
    """How many questions had no room, and where they are."""
    if not count:
        return []
    place = _("the page “{title}” of the cookbook", title=city.title)
    if about.site_url:
        place = about.site_url + urls.url("city", city.id)
    return [
        ngettext(
            "{n} more question is open: see {place}, and the case studies that it names.",
            "{n} more questions are open: see {place}, and the case studies that it names.",
            count,
            place=place,
        )
    ]


def _where_to(to: Contact, about: Imprint) -> str:
    places = [place for place in (to.mail, to.repository) if place]
    if places:
        return _("Please send it to {place}.", place=_(" or ").join(places))
    if about.site_url:
        return _("How to send it: {address}", address=f"{about.site_url}contribute/gap/")
    return _("Please send it to whoever gave you this sheet.")


def _table(rows: Sequence[Asked]) -> WorksheetBlock:
    """The questions on one entry."""
    columns = [_("Question"), _("Your answer, in your own words"), _("Where it can be read")]
    return {
        "type": "table",
        "title": rows[0].entry.title,
        "columns": columns,
        "rows": [[_words(row)] for row in rows],
        "empty": 0,
    }


def _words(row: Asked) -> str:
    """A gap as a question; all those on one number share it."""
    about = row.gaps[0].about
    if not about:
        return without_citations(gaps.as_question(row.gaps[0]))
    missing = and_list([_(gap.question.short) for gap in row.gaps])
    return _("{what}: {missing}?", what=capitalised(about), missing=missing)
