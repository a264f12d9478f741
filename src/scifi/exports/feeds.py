"""
The Atom feed of what changed on which pages, newest first (RFC 4287): `feed.xml`.

Made from the notes in `data/changes`; nothing else in the content says on which day it became new.
"""

from html import escape

from lxml import etree

from scifi.kinds import KINDS
from scifi.language import _, code
from scifi.model import Change
from scifi.site import change_notes
from scifi.site.pages import Site

ADDRESS = "feed.xml"
"""Where it lies below the site's root."""

NAMESPACE = "http://www.w3.org/2005/Atom"

TAG = "tag:scifi-cookbook,2026:"
"""
How ids begin (RFC 4151). They hold no address of a site: a reader's program knows an entry again
after the site has moved.
"""


def feed(site: Site) -> str:
    """The feed as XML; links are whole addresses where the site has one, else relative to it."""
    changes = site.corpus.changes
    root = etree.Element(_name("feed"), nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    root.set("{http://www.w3.org/XML/1998/namespace}lang", code())
    _add(root, "title", _("SCIFI cookbook: changes"))
    _add(root, "id", f"{TAG}changes")
    _add(root, "updated", moment(changes[0].date if changes else "1970"))
    _link(root, "self", site.published + ADDRESS, "application/atom+xml")
    _link(root, "alternate", site.published + KINDS["change"].index, "text/html")
    _add(etree.SubElement(root, _name("author")), "name", _("SCIFI cookbook contributors"))
    _add(root, "rights", _("Texts and data: CC BY 4.0."))
    for change, note in zip(changes, change_notes.notes(site.corpus), strict=True):
        _entry(root, site.published, change, note)
    etree.indent(root)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True).decode() + "\n"


def moment(date: str) -> str:
    """A year, month or day as RFC 3339 asks for it: its first second, in UTC."""
    year, month, day = [*date.split("-"), "01", "01"][:3]
    return f"{year}-{month}-{day}T00:00:00Z"


def _entry(root: etree._Element, base: str, change: Change, note: change_notes.Note) -> None:
    entry = etree.SubElement(root, _name("entry"))
    _add(entry, "title", note.what)
    _add(entry, "id", f"{TAG}changes/{change.id}")
    _add(entry, "updated", moment(note.date))
    (first, title), *others = note.pages
    _link(entry, "alternate", _to(base, first), "text/html", title)
    for address, name in others:
        _link(entry, "related", _to(base, address), "text/html", name)
    _add(entry, "content", _pages(base, note.pages)).set("type", "html")


def _pages(base: str, pages: list[tuple[str, str]]) -> str:
    """The pages that changed, as HTML; XML escapes it once more."""
    items = "".join(
        f'<li><a href="{escape(_to(base, address))}">{escape(title)}</a></li>'
        for address, title in pages
    )
    return f"<p>{escape(_('Changed pages:'))}</p><ul>{items}</ul>"


def _to(base: str, address: str) -> str:
    return base + address or "./"


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"


def _add(parent: etree._Element, name: str, text: str) -> etree._Element:
    made = etree.SubElement(parent, _name(name))
    made.text = text
    return made


def _link(parent: etree._Element, rel: str, href: str, type_: str, title: str = "") -> None:
    made = etree.SubElement(parent, _name("link"), rel=rel, type=type_, href=href)
    if title:
        made.set("title", title)
