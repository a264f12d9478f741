"""
What a file to hand on may not hold: anything that runs, and anything that is fetched.

Each reader yields what it finds, in words; of a harmless file it yields nothing.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

import lxml.etree
import pikepdf

ADDRESS = re.compile(r"(https?|mailto):\S+", re.I)
"""Where a link may lead outside its file, once somebody presses it."""

STARTS = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
"""First signs of a cell that some spreadsheet runs."""

PRESSED = ("/URI", "/GoTo")
"""Actions of a PDF that only a press starts, and that only show something."""

KEYS = ("/JavaScript", "/JS", "/AA", "/EmbeddedFiles", "/EF", "/AcroForm", "/XFA", "/RichMedia")
"""What a PDF needs to run, to hide a file or to ask for words."""

RUNNING = {"script", "iframe", "object", "embed", "form", "base", "foreignobject", "handler", "set"}
FETCHING = {"src", "poster", "data", "srcset", "background", "action", "formaction"}
FIELDS = {"PAGE", "NUMPAGES", "TITLE"}
"""Fields of Word that only count and repeat."""

OFFICE_RUNS = {
    *("scripts", "event-listeners", "event-listener", "dde-source", "dde-connection", "object"),
    *("object-ole", "applet", "plugin", "floating-frame", "altChunk", "OLEObject", "control"),
}


def in_pdf(content: bytes) -> Iterator[str]:
    """Actions other than links, names of scripts, files within, addresses that run."""
    with pikepdf.open(io.BytesIO(content)) as file:
        if "/OpenAction" in file.Root and isinstance(file.Root.OpenAction, pikepdf.Dictionary):
            yield f"it begins with {file.Root.OpenAction.S}"
        for object_ in file.objects:
            if isinstance(object_, pikepdf.Dictionary | pikepdf.Stream):
                yield from _in_dictionary(object_)


def _in_dictionary(given: pikepdf.Object) -> Iterator[str]:
    yield from (f"it holds {key}" for key in KEYS if key in given)
    action = given.get("/A", given if "/S" in given and "/URI" in given else None)
    if isinstance(action, pikepdf.Dictionary):
        kind = str(action.get("/S"))
        if kind not in PRESSED:
            yield f"pressing starts {kind}"
        elif kind == "/URI" and not ADDRESS.fullmatch(str(action.URI)):
            yield f"a link leads to {action.URI}"
    if "/F" in given and "/FS" in given:
        yield f"it reads {given.F}"


def in_markup(text: bytes, names: set[str] | None = None) -> Iterator[str]:
    """What runs or is fetched in XHTML or SVG; `names` are the files beside it in its parcel."""
    for element in lxml.etree.fromstring(text).iter(lxml.etree.Element):
        tag = lxml.etree.QName(element).localname.lower()
        if tag in RUNNING:
            yield f"<{tag}>"
        if tag == "style":
            yield from in_style(element.text or "")
        for name, value in element.attrib.items():
            yield from _in_attribute(tag, lxml.etree.QName(name).localname.lower(), value, names)


def _in_attribute(tag: str, name: str, value: str, names: set[str] | None) -> Iterator[str]:
    if name.startswith("on"):
        yield f"<{tag} {name}>"
    elif name == "style" or "url(" in value:
        yield from in_style(value)
    elif name == "href" and tag in ("a", "area"):
        if re.match(r"[\w.+-]*:|//", value) and not ADDRESS.fullmatch(value):
            yield f"a link leads to {value}"
    elif name in FETCHING or name == "href":
        inside = not names or unquote(value.partition("#")[0]).split("/")[-1] in {*names, ""}
        if re.match(r"[\w.+-]*:|//", value) or not inside:
            yield f"<{tag}> fetches {value}"


def in_style(style: str) -> Iterator[str]:
    """What a style fetches or runs."""
    for address in re.findall(r"url\(\s*[\"']?([^)\"']*)", style):
        if not address.startswith("#") and re.match(r"[\w.+-]*:|//", address):
            yield f"a style fetches {address}"
    yield from re.findall(r"@import[^;]*|expression\(|-moz-binding", style)


def in_epub(content: bytes) -> Iterator[str]:
    """What runs or is fetched in any page, drawing, style or list of an e-book."""
    with zipfile.ZipFile(io.BytesIO(content)) as parcel:
        names = {name.rsplit("/")[-1] for name in parcel.namelist()}
        for name in parcel.namelist():
            text = parcel.read(name)
            if name.endswith((".xhtml", ".svg", ".ncx")):
                yield from (f"{name}: {what}" for what in in_markup(text, names))
            elif name.endswith(".css"):
                yield from (f"{name}: {what}" for what in in_style(text.decode()))
            elif name.endswith(".opf"):
                yield from re.findall(r"scripted|remote-resources", text.decode())
            elif name.endswith((".js", ".html", ".exe")):
                yield f"it holds {name}"


def in_office(content: bytes) -> Iterator[str]:
    """Macros, objects, fields that fetch, templates elsewhere and links that run, in office."""
    with zipfile.ZipFile(io.BytesIO(content)) as parcel:
        for name in parcel.namelist():
            if re.search(r"vba|\.bin$|activex|embeddings|Basic/|Scripts/", name, re.I):
                yield f"it holds {name}"
            part = parcel.read(name)
            # Office programs lay an empty part for shortcuts into each of their files.
            if part and name.endswith((".xml", ".rels")):
                root = lxml.etree.fromstring(part)
                yield from (f"{name}: {what}" for what in _in_part(root))


def _in_part(root: lxml.etree._Element) -> Iterator[str]:
    for element in root.iter(lxml.etree.Element):
        tag = lxml.etree.QName(element).localname
        if tag in OFFICE_RUNS and (len(element) or element.attrib):
            yield f"<{tag}>"
        words = element.text if tag == "instrText" else _attribute(element, "instr")
        if words and words.split()[:1] and words.split()[0] not in FIELDS:
            yield f"the field {words}"
        outside = _attribute(element, "TargetMode") == "External"
        target = _attribute(element, "Target" if outside else "href")
        link = str(_attribute(element, "Type")).endswith("/hyperlink")
        if outside and not (link and ADDRESS.fullmatch(target)):
            yield f"it fetches {target}"
        elsewhere = not outside and re.match(r"[\w.+-]+:|//|\.\./\.\.", target)
        if elsewhere and not (tag == "a" and ADDRESS.fullmatch(target)):
            yield f"it leads to {target}"


def _attribute(element: lxml.etree._Element, name: str) -> str:
    """An attribute by its name without its namespace; empty if there is none."""
    found = (v for k, v in element.attrib.items() if lxml.etree.QName(k).localname == name)
    return next(found, "")


def in_csv(text: str) -> Iterator[str]:
    """Cells that some spreadsheet runs, whichever sign it takes for the end of a cell."""
    for separator in ",;\t":
        for row in csv.reader(io.StringIO(text), delimiter=separator):
            for line in "\n".join(row).split("\n"):
                begun = line.lstrip(' "\t\r')
                if begun.startswith(STARTS) and not re.fullmatch(r"[+-]?\d[\d.,e+-]*", begun):
                    yield f"the cell {line}"
