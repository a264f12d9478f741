"""The drawing of a chapter: as a part of its page, and as files for paper."""

from collections.abc import Iterator

from scifi import urls
from scifi.figures import diagrams
from scifi.figures.palette import NARROW, PRINT, WIDE
from scifi.model import Chapter
from scifi.model.texts import OURS, cited
from scifi.site.views import View
from scifi.site.views.render import call


def name(chapter: Chapter) -> str:
    """What the files of a chapter's drawing are called."""
    return f"chapter-{chapter.id}"


def figure(view: View, chapter: Chapter) -> str:
    """The drawing with its finding, its sources and its words; nothing where there is none."""
    drawing = chapter.drawing
    if not drawing:
        return ""
    told = diagrams.told(drawing)
    noted = cited(drawing.note or "")
    keys = [key for _name, text in told for key in cited(text) if key not in (OURS, *noted)]
    sheets = [diagrams.draw(drawing, canvas) for canvas in (WIDE, NARROW)]
    shown = call(
        "diagrams.html", "figure", view, drawing, name(chapter), *sheets, told, dict.fromkeys(keys)
    )
    # An engine that reads it as Markdown takes an empty line for the end of a drawing.
    return "\n".join(line for line in shown.split("\n") if line) + "\n"


def files(chapter: Chapter) -> Iterator[tuple[str, str]]:
    """
    Address and text of the drawing for paper, unless it is longer than a page.

    Then paper has the words; large print always has them, as there a drawing takes most of a page
    and leaves the one before half empty.
    """
    drawing = chapter.drawing
    if not drawing:
        return
    sheet = diagrams.draw(drawing, PRINT)
    if sheet.height <= PRINT.room:
        svg = call("diagrams.html", "file", sheet, drawing.title, diagrams.told(drawing))
        yield urls.drawing(name(chapter), PRINT.name), svg
