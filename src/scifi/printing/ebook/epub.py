"""
The whole book as EPUB 3, from the same nodes as the PDF.

Written with the standard library: the usual package for it, ebooklib, stamps every file with the
clock and reads each chapter again as HTML, so that the same book had other bytes each time.
"""

import uuid
from dataclasses import dataclass, field
from importlib.resources import files

from markupsafe import Markup, escape

from scifi.language import N_, _, code
from scifi.printing.archive import archive
from scifi.printing.documents import BookSection, DocumentData, IndexEntry
from scifi.printing.ebook.xhtml import Xhtml, tag, text
from scifi.printing.imprint import LEGEND, LICENCE_ADDRESS, Imprint
from scifi.printing.reading.nodes import text_of, walk

RECEIPT = N_(
    "A raised number is a receipt: it leads to the list of receipts at the end of its chapter, "
    "and from there to the source."
)
"""In place of the PDF's words about notes at the foot of the page."""

XML_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'

CONTAINER = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>\n"
)

ACCESS = (
    ("schema:accessMode", "textual"),
    ("schema:accessMode", "visual"),
    ("schema:accessModeSufficient", "textual"),
    ("schema:accessModeSufficient", "textual,visual"),
    ("schema:accessibilityFeature", "alternativeText"),
    ("schema:accessibilityFeature", "displayTransformability"),
    ("schema:accessibilityFeature", "index"),
    ("schema:accessibilityFeature", "longDescription"),
    ("schema:accessibilityFeature", "readingOrder"),
    ("schema:accessibilityFeature", "structuralNavigation"),
    ("schema:accessibilityFeature", "tableOfContents"),
    ("schema:accessibilityHazard", "none"),
)
"""What the book says about who can read it, in the terms of schema.org."""

ACCESS_SUMMARY = N_(
    "All of it is text in reading order, with headings, lists and table heads marked. Each "
    "chart has an alternative text and its numbers as a table. It is made to meet EPUB "
    "Accessibility 1.1 with WCAG 2.1 at level AA, and checked with EPUBCheck. Nobody has "
    "certified it, so it does not claim to conform."
)
"""The same in words; no claim goes beyond what was checked."""


@dataclass
class EpubChapter:
    """One file of the book: its name, title, headings for the contents, and its markup."""

    name: str
    title: str
    is_part: bool
    headings: list[tuple[str, str]]
    body: Markup = field(default_factory=Markup)


def epub(data: DocumentData, imprint: Imprint, drawings: dict[str, str]) -> bytes:
    """The book from composed `data` and its drawings by name, as the bytes of an EPUB 3 file."""
    chapters = _chapters(data["sections"])
    shown = {name: svg for name, svg in drawings.items() if name.startswith("drawing-")}
    cover = _cover(data, imprint)
    held: list[tuple[str, str]] = [
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", CONTAINER),
        ("EPUB/package.opf", _package(data, imprint, chapters, sorted(shown))),
        ("EPUB/nav.xhtml", _nav(chapters)),
        ("EPUB/book.css", (files("scifi.printing.ebook") / "epub.css").read_text(encoding="utf-8")),
        ("EPUB/images/cover.svg", cover),
        ("EPUB/text/cover.xhtml", _cover_page(data, imprint)),
        ("EPUB/text/title.xhtml", _title_page(data, imprint)),
        *((f"EPUB/text/{item.name}", _page(item.title, item.body)) for item in chapters),
        *((f"EPUB/images/{name}", _picture(svg)) for name, svg in sorted(shown.items())),
    ]
    # The name of the format stands first and plain, so that it can be read without unpacking.
    return archive([(name, content.encode()) for name, content in held], unpacked=["mimetype"])


def _picture(svg: str) -> str:
    # A reader without the site's typeface would fall back to one with serifs.
    return XML_HEAD + svg.replace("font-family: 'Source Sans 3'", "font-family: sans-serif")


def _chapters(sections: list[BookSection]) -> list[EpubChapter]:
    places = _places(sections)
    mentions: dict[str, list[tuple[str, str]]] = {}
    made = []
    for section in sections:
        chapter = EpubChapter(
            _file(section), section["title"], section["type"] == "part", _headings(section)
        )
        writer = Xhtml(places, _Mentions(chapter, mentions))
        chapter.body = _body(section, writer, mentions)
        made.append(chapter)
    return made


@dataclass(frozen=True)
class _Mentions:
    """Remembers which places of a chapter an index has to lead to."""

    chapter: EpubChapter
    found: dict[str, list[tuple[str, str]]]

    def __call__(self, name: str) -> str:
        places = self.found.setdefault(name, [])
        id_ = f"{name}-{len(places) + 1}"
        places.append((self.chapter.title, f"{self.chapter.name}#{id_}"))
        return id_


def _file(section: BookSection) -> str:
    return f"{section['slug']}.xhtml"


def _places(sections: list[BookSection]) -> dict[str, str]:
    """Every label of the book with its address."""
    found = {}
    for section in sections:
        name = _file(section)
        found[f"{section['slug']}--top"] = name
        for node in walk(section.get("body", [])):
            if "id" in node:
                found[node["id"]] = f"{name}#{node['id']}"
        for entry in section.get("entries", []):
            found[entry["label"]] = f"{name}#{entry['label']}"
    return found


def _headings(section: BookSection) -> list[tuple[str, str]]:
    """Headings of the second level with their ids, for the contents."""
    return [
        (node["id"], " ".join(text_of(node).split()))
        for node in walk(section.get("body", []))
        if node["t"] == "h" and node["l"] == 2 and "id" in node
        # Every chapter ends with them; eighty times the same word helps nobody.
        if not node["id"].endswith("--receipts")
    ]


def _body(
    section: BookSection, writer: Xhtml, mentions: dict[str, list[tuple[str, str]]]
) -> Markup:
    kicker = tag("p", section["kicker"], class_="kicker") if section.get("kicker") else Markup("")
    title = tag("h1", section["title"])
    lead = tag("p", section["lead"], class_="lead") if section["lead"] else Markup("")
    if section["type"] == "index":
        rest = tag("dl", [_entry(entry, mentions) for entry in section["entries"]])
    else:
        rest = writer.write(section["body"])
    return kicker + title + lead + rest


def _entry(entry: IndexEntry, mentions: dict[str, list[tuple[str, str]]]) -> Markup:
    head: list[str] = [entry["title"]]
    if entry["grade"]:
        head += [" ", tag("strong", _("Evidence grade {grade}", grade=entry["grade"]))]
    parts = [tag("dt", head, id=entry["label"])]
    if about := f"{entry['where']} {entry['text']}".strip():
        parts.append(tag("dd", about))
    first: dict[str, str] = {}
    for title, place in mentions.get(entry["index"], []):
        first.setdefault(title, place)
    if first:
        links = [tag("a", title, href=place) for title, place in first.items()]
        told = escape(_("Told in: {places}.")).format(places=Markup("; ").join(links))
        parts.append(tag("dd", [told]))
    if len(parts) == 1:
        parts.append(tag("dd", _("Not told in this book.")))
    return Markup("").join(parts)


def _page(title: str, body: Markup, style: str | None = None) -> str:
    head = tag("title", title) + Markup('<link rel="stylesheet" href="../book.css"/>')
    return _document(head, tag("body", body, class_=style))


def _document(head: Markup, body: Markup) -> str:
    root = (
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'lang="{code()}" xml:lang="{code()}">'
    )
    return f"{XML_HEAD}<!DOCTYPE html>\n{root}{tag('head', head)}{body}</html>\n"


def _cover_words(data: DocumentData, imprint: Imprint) -> str:
    return _(
        "Cover of the {title}, version {version}", title=data["title"], version=imprint.version
    )


def _cover_page(data: DocumentData, imprint: Imprint) -> str:
    picture = tag("img", src="../images/cover.svg", alt=_cover_words(data, imprint))
    body = tag("section", picture, epub_type="cover", class_="cover")
    return _page(_("Cover"), body)


def _cover(data: DocumentData, imprint: Imprint) -> str:
    """Title, what it is, and four bands in the colours of the parts, darkest first."""
    bands = "".join(
        f'<rect x="0" y="{1240 + at * 90}" width="1200" height="{90 - at * 18}" fill="{ink}"/>'
        for at, ink in enumerate(("#0b6074", "#a13c1c", "#3a6628", "#ad1c2c"))
    )
    lines = _lines(data["description"], 34)
    written = "".join(
        f'<text x="100" y="{760 + at * 72}" font-size="54">{text(line)}</text>'
        for at, line in enumerate(lines)
    )
    first, _space, second = data["title"].partition(" ")
    version = _("Version {version}", version=imprint.version)
    return XML_HEAD + (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 1800" width="1200" '
        f'height="1800" xml:lang="{code()}"><title>{text(_cover_words(data, imprint))}</title>'
        '<rect width="1200" height="1800" fill="#fbf8f1"/>'
        '<rect x="100" y="200" width="1000" height="14" fill="#a13c1c"/>'
        '<g fill="#16191f" font-family="Georgia, serif" font-weight="bold" font-size="190">'
        f'<text x="92" y="420">{text(first)}</text><text x="92" y="610">{text(second)}</text></g>'
        f'<g fill="#4a525d" font-family="sans-serif">{written}'
        f'<text x="100" y="1160" font-size="44">{text(version)}</text></g>'
        f"{bands}</svg>\n"
    )


def _lines(sentence: str, most: int) -> list[str]:
    """A sentence in lines of at most `most` letters."""
    lines = [""]
    for word in sentence.split():
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) > most and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = joined
    return lines


def _title_page(data: DocumentData, imprint: Imprint) -> str:
    foot_note = _(LEGEND["receipt"])
    legend = [_(RECEIPT) if line == foot_note else line for line in data["legend"]]
    site = imprint.site_url
    newer = escape(_("A copy grows old: check the cookbook's page “Print” for a newer one."))
    if site:
        told = escape(_("A copy grows old: check for a newer one at {address}."))
        newer = told.format(address=tag("a", site, href=site))
    body = [
        tag("h1", data["title"]),
        tag("p", data["description"], class_="lead"),
        *(tag("p", line) for line in data["imprint"]),
        tag("p", [newer]),
        tag("h2", _("How to read the signs")),
        *(tag("p", line) for line in legend),
    ]
    return _page(data["title"], tag("section", body, epub_type="titlepage"))


def _nav(chapters: list[EpubChapter]) -> str:
    """Contents by part, chapter and heading, and the landmarks that readers offer as buttons."""
    groups: list[tuple[EpubChapter, list[EpubChapter]]] = []
    for chapter in chapters:
        if chapter.is_part or not groups or chapter.name.startswith("index-"):
            groups.append((chapter, []))
        else:
            groups[-1][1].append(chapter)
    rows = [tag("li", tag("a", _("Title and imprint"), href="text/title.xhtml"))]
    rows += [_nav_entry(head, [_nav_entry(below) for below in rest]) for head, rest in groups]
    contents = tag(
        "nav", [tag("h1", _("Contents")), tag("ol", rows)],
        epub_type="toc", role="doc-toc", id="toc", aria_label=_("Contents"),
    )  # fmt: skip
    marks = [("cover", _("Cover"), "text/cover.xhtml"), ("toc", _("Contents"), "#toc")]
    marks.append(("bodymatter", _("Begin reading"), f"text/{chapters[0].name}"))
    landmarks = tag(
        "nav",
        [
            tag("h2", _("Landmarks")),
            tag("ol", [tag("li", tag("a", w, href=h, epub_type=t)) for t, w, h in marks]),
        ],
        epub_type="landmarks", hidden="hidden",
    )  # fmt: skip
    head = tag("title", _("Contents")) + Markup('<link rel="stylesheet" href="book.css"/>')
    return _document(head, tag("body", [contents, landmarks]))


def _nav_entry(chapter: EpubChapter, below: list[Markup] | None = None) -> Markup:
    place = f"text/{chapter.name}"
    under = [tag("li", tag("a", title, href=f"{place}#{id_}")) for id_, title in chapter.headings]
    under += below or []
    link = tag("a", chapter.title, href=place)
    return tag("li", [link, tag("ol", under)] if under else link)


def _package(
    data: DocumentData, imprint: Imprint, chapters: list[EpubChapter], drawings: list[str]
) -> str:
    year, month, day = imprint.date
    date = f"{year:04}-{month:02}-{day:02}"
    name = f"{data['title']}, version {imprint.version}, {code()}"
    licence = imprint.licence_line
    subjects = (_("smart city"), _("public procurement"), _("evidence"))
    about = [
        tag("dc:identifier", f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, name)}", id="book-id"),
        tag("dc:title", data["title"]),
        tag("dc:language", code()),
        tag("dc:creator", data["author"]),
        tag("dc:publisher", data["author"]),
        tag("dc:date", date),
        tag("dc:description", data["description"]),
        tag("dc:rights", _("{licence}. {address}", licence=licence, address=LICENCE_ADDRESS)),
        *(tag("dc:subject", word) for word in subjects),
        tag("meta", f"{date}T00:00:00Z", property="dcterms:modified"),
        tag("meta", imprint.version, property="schema:version"),
        *(tag("meta", value, property=name) for name, value in ACCESS),
        tag("meta", _(ACCESS_SUMMARY), property="schema:accessibilitySummary"),
    ]
    texts = ["cover.xhtml", "title.xhtml", *(chapter.name for chapter in chapters)]
    items = [
        _item("nav", "nav.xhtml", "application/xhtml+xml", "nav"),
        _item("css", "book.css", "text/css"),
        _item("cover-image", "images/cover.svg", "image/svg+xml", "cover-image"),
        *(_item(f"t{n}", f"text/{name}", "application/xhtml+xml") for n, name in enumerate(texts)),
        *(_item(f"d{n}", f"images/{name}", "image/svg+xml") for n, name in enumerate(drawings)),
    ]
    order = [_ref(f"t{n}") for n in range(len(texts))]
    spine = tag("spine", [*order[:2], _ref("nav"), *order[2:]])
    return (
        f'{XML_HEAD}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        f'unique-identifier="book-id" xml:lang="{code()}">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{Markup("").join(about)}</metadata>'
        f"{tag('manifest', items)}{spine}</package>\n"
    )


def _item(id_: str, href: str, kind: str, properties: str | None = None) -> Markup:
    return Markup('<item id="{}" href="{}" media-type="{}"{}/>').format(
        id_, href, kind, Markup(' properties="{}"').format(properties) if properties else ""
    )


def _ref(id_: str) -> Markup:
    return Markup('<itemref idref="{}"/>').format(id_)
