"""
The whole book as EPUB 3, from the same nodes as the PDF.

The folder `templates` is the book as it lies in its zip; `page.xhtml` stands for all its pages.
No package writes it: ebooklib (AGPL) and mkepub stamp it with the clock, and pandoc (155 MB and
seven times as slow) leaves pages without titles and speaks English in the landmarks.
"""

import uuid
from collections import Counter
from dataclasses import dataclass, field

import jinja2
from lxml.html import HtmlElement, tostring
from markupsafe import Markup

from scifi.archive import archive
from scifi.printing.documents import BookSection, DocumentData
from scifi.printing.ebook.html import mend, tag, written
from scifi.printing.imprint import LICENCE_ADDRESS, Imprint
from scifi.site.views.render import environment

PAGE = "page.xhtml"

OFTEN = 3
"""A heading that so many pages have, such as "In short", helps nobody to find one of them."""

Mentions = dict[str, dict[str, str]]
"""For each name in an index: the pages that tell of it by their titles, with the first place."""


@dataclass
class Page:
    """A section as one file of the book; in the contents it has headings, and pages below it."""

    section: BookSection
    body: HtmlElement
    headings: list[tuple[str, str]] = field(default_factory=list)
    below: "list[Page]" = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"{self.section['slug']}.xhtml"

    @property
    def short_title(self) -> str:
        """Its title as it stands in an index."""
        return self.section.get("running") or self.section["title"]

    @property
    def markup(self) -> Markup:
        """Its body as XHTML."""
        return Markup(tostring(self.body, method="xml", encoding="unicode"))


def epub(data: DocumentData, imprint: Imprint, drawings: dict[str, str]) -> bytes:
    """The book from composed `data` and its drawings by name, as the bytes of an EPUB 3 file."""
    held = [section for section in data["sections"] if section.keys() & {"body", "entries"}]
    pages = [Page(section, _body(section)) for section in held]
    mentions = _mentions(pages)
    places = _link(pages)
    shown = {name: svg for name, svg in sorted(drawings.items()) if name.startswith("drawing-")}
    edition = f"{data['title']}, version {imprint.version}, {data['lang']}"
    words = {
        "data": data,
        "imprint": imprint,
        "id": uuid.uuid5(uuid.NAMESPACE_OID, edition),
        "licence_address": LICENCE_ADDRESS,
        "mentions": mentions,
        "places": places,
        "pages": pages,
        "contents": _contents(pages),
        "drawings": list(shown),
    }
    templates = environment().overlay(loader=jinja2.PackageLoader("scifi.printing.ebook"))
    # The name of the format stands first and plain, so that it can be read without unpacking.
    files = {"mimetype": "application/epub+zip"}
    for name in templates.list_templates():
        if name != PAGE:
            files[name] = templates.get_template(name).render(words)
    for page in pages:
        files[f"EPUB/text/{page.name}"] = templates.get_template(PAGE).render(words, page=page)
    for name, svg in shown.items():
        # A reader without the site's typeface would fall back to one with serifs.
        svg = svg.replace("font-family: 'Source Sans 3'", "font-family: sans-serif")
        files[f"EPUB/images/{name}"] = svg
    return archive([(name, text.encode()) for name, text in files.items()], unpacked=["mimetype"])


def _body(section: BookSection) -> HtmlElement:
    body = tag("div", *written(section.get("body")))
    mend(body)
    return body


def _mentions(pages: list[Page]) -> Mentions:
    """The places that indexes name; each gets a label if it has none."""
    found: Mentions = {}
    for page in pages:
        for place in page.body.iterfind(".//*[@data-index]"):
            name = place.attrib.pop("data-index")
            places = found.setdefault(name, {})
            if page.short_title not in places:
                label = place.get("id") or f"{name}-{len(places) + 1}"
                place.set("id", label)
                places[page.short_title] = f"{page.name}#{label}"
    return found


def _contents(pages: list[Page]) -> list[Page]:
    """The pages of the first level, each with its headings and the pages below it."""
    told = Counter(words for page in pages for _label, words in _headings(page))
    top: list[Page] = []
    for page in pages:
        page.headings = [heading for heading in _headings(page) if told[heading[1]] < OFTEN]
        under_a_part = page.section.get("level", 1) > 1 and top
        (top[-1].below if under_a_part else top).append(page)
    return top


def _headings(page: Page) -> list[tuple[str, str]]:
    found = [(heading.get("id"), heading.text_content()) for heading in page.body.iter("h2")]
    return [(label, " ".join(words.split())) for label, words in found if label]


def _link(pages: list[Page]) -> dict[str, str]:
    """Every label with its address, once all links have it; one to nowhere becomes its words."""
    places: dict[str, str] = {}
    for page in pages:
        places[f"{page.section['slug']}--top"] = page.name
        for entry in page.section.get("entries", []):
            places[entry["label"]] = f"{page.name}#{entry['label']}"
        for element in page.body.iterfind(".//*[@id]"):
            label = element.get("id")
            if label in places:
                del element.attrib["id"]
            else:
                places[label] = f"{page.name}#{label}"
    for page in pages:
        for link in list(page.body.iter("a")):
            href = link.get("href", "")
            if href[1:] in places:
                link.set("href", places[href[1:]])
            elif href.startswith("#"):
                words = link.get("title")
                link.text = f"{link.text or ''} ({words})" if words else link.text
                link.drop_tag()
    return places
