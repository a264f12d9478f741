"""The drawing of a chapter or a worked pilot: as a part of its page, and as files for paper."""

from collections.abc import Iterator

from scifi import urls
from scifi.figures import diagrams
from scifi.figures.palette import NARROW, PRINT, WIDE
from scifi.model import Chapter, WorkedPilot
from scifi.model.texts import OURS, cited
from scifi.site.views import View
from scifi.site.views.render import call

Drawn = Chapter | WorkedPilot
"""What has a drawing."""


def name(entry: Drawn) -> str:
    """What the files of an entry's drawing are called."""
    kind = "chapter" if isinstance(entry, Chapter) else "worked-pilot"
    return f"{kind}-{entry.id}"


def figure(view: View, entry: Drawn) -> str:
    """The drawing with its finding, its sources and its words; nothing where there is none."""
    drawing = entry.drawing
    if not drawing:
        return ""
    told = diagrams.told(drawing)
    noted = cited(drawing.note or "")
    keys = [key for _name, text in told for key in cited(text) if key not in (OURS, *noted)]
    sheets = [diagrams.draw(drawing, canvas) for canvas in (WIDE, NARROW)]
    shown = call(
        "diagrams.html", "figure", view, drawing, name(entry), *sheets, told, dict.fromkeys(keys)
    )
    # An engine that reads it as Markdown takes an empty line for the end of a drawing.
    return "\n".join(line for line in shown.split("\n") if line) + "\n"


def files(entry: Drawn) -> Iterator[tuple[str, str]]:
    """
    Address and text of the drawing for paper, unless it is longer than a page.

    Then paper has the words; large print always has them, as there a drawing takes most of a page
    and leaves the one before half empty.
    """
    drawing = entry.drawing
    if not drawing:
        return
    sheet = diagrams.draw(drawing, PRINT)
    if sheet.height <= PRINT.room:
        svg = call("diagrams.html", "file", sheet, drawing.title, diagrams.told(drawing))
        yield urls.drawing(name(entry), PRINT.name), svg
