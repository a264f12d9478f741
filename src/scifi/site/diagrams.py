"""The drawing of a chapter: as a part of its page, and as files for paper."""

from collections.abc import Iterator

from scifi import urls
from scifi.figures import diagrams
from scifi.figures.palette import NARROW, ON_PAPER, WIDE
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
    Address and text of the drawing for each canvas of paper on which it is no longer than a page.

    Where it would be longer, paper has the words.
    """
    drawing = chapter.drawing
    if not drawing:
        return
    for canvas in ON_PAPER:
        sheet = diagrams.draw(drawing, canvas)
        if sheet.height <= canvas.room:
            svg = call("diagrams.html", "file", sheet, drawing.title, diagrams.told(drawing))
            yield urls.drawing(name(chapter), canvas.name), svg
