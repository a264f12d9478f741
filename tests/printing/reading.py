"""What a reader of a PDF gets: words, and the structure that a screen reader walks through."""

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator
from pathlib import Path

import lxml.etree
import lxml.html
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from scifi import urls
from scifi.figures.palette import PRINT
from scifi.printing.reading import furniture

SVG = {"svg": "http://www.w3.org/2000/svg"}
SHOWN_IN_DRAWING = './/svg:text[not(ancestor-or-self::*[@display="none"])]//text()'
"""Words of a drawing; the other texts of it are its description for a screen reader."""

CUT = re.compile(r"\w+(?:(?:\ufffe\s*|\r\n)\w+)+")
"""Words that may go on in the next line: behind a hyphen, or without one if they are long."""

LONG = 30
"""Letters of a word that is cut without a hyphen."""


MARKED = re.compile(rb"/Lang *\(([a-zA-Z-]+)\)")
"""The language of a piece of text, told where it stands."""


def pages(path: Path) -> list[str]:
    """The text of each page; a hyphen at the end of a line is the sign U+FFFE."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def destinations(file: pikepdf.Pdf) -> Callable[[pikepdf.Object], int]:
    """The page from 1 to which a link inside a file leads, by its place or by its name."""
    numbers = {page.objgen: number for number, page in enumerate(file.pages, 1)}
    names = pikepdf.NameTree(file.Root.Names.Dests) if "/Names" in file.Root else {}

    def leads_to(link: pikepdf.Object) -> int:
        place = link.Dest if isinstance(link.Dest, pikepdf.Array) else names[str(link.Dest)]
        return numbers[place[0].objgen]

    return leads_to


def links(path: Path, on: Container[int] | None = None) -> Iterator[tuple[str, int]]:
    """
    Words of each link inside the file, with the page from 1 to which it leads.

    Of all pages, or only of those whose numbers from 1 are in `on`.
    """
    with pypdfium2.PdfDocument(path) as pdf, pikepdf.open(path) as file:
        leads_to = destinations(file)
        for number, page in enumerate(file.pages, 1):
            if on is not None and number not in on:
                continue
            words = pdf[number - 1].get_textpage()
            for link in page.get("/Annots", []):
                if "/Dest" in link:
                    rect = [float(side) for side in link.Rect]
                    yield words.get_text_bounded(*rect).strip(), leads_to(link)


def text(path: Path) -> str:
    """All text with runs of space made one."""
    return " ".join("\n".join(pages(path)).replace("\ufffe", "-").split())


def words(texts: Iterable[str], wanted: Counter[str]) -> Counter[str]:
    """Every word and number; one cut at the end of a line is whole again if one is missing so."""
    text = "\n".join(texts)
    found = Counter(furniture.words_in(text))

    def is_missing(parts: list[tuple[str, str]]) -> bool:
        word = "".join(piece for _, piece in parts)
        is_cut = len(word) >= LONG or all(sign for sign, _ in parts[1:])
        return is_cut and found[word] < wanted[word]

    for match in CUT.finditer(text):
        parts = re.findall(r"(\ufffe?)\s*(\w+)", match[0])
        while parts:
            # The longest run of pieces that is a word, else the next piece alone.
            run = next((n for n in range(len(parts), 1, -1) if is_missing(parts[:n])), 1)
            if run > 1:
                pieces = [piece for _, piece in parts[:run]]
                found["".join(pieces)] += 1
                found.subtract(furniture.words_in(" ".join(pieces)))
            parts = parts[run:]
    return found


def starts(path: Path, depth: int) -> list[tuple[str, int]]:
    """The bookmarks of the upper levels: title, and number of the page counted from 0."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [
            (bookmark.get_title(), bookmark.get_dest().get_index())
            for bookmark in pdf.get_toc(max_depth=depth)
            if bookmark.level < depth
        ]


def tags(path: Path) -> Counter[str]:
    """How often each kind of structure occurs."""
    found: Counter[str] = Counter()
    root = PdfReader(path).trailer["/Root"]["/StructTreeRoot"]
    waiting = [root["/K"]]
    while waiting:
        tag = waiting.pop()
        if isinstance(tag, IndirectObject):
            tag = tag.get_object()
        if isinstance(tag, ArrayObject):
            waiting += list(tag)
        elif isinstance(tag, DictionaryObject):
            if "/S" in tag:
                found[str(tag["/S"])[1:]] += 1
            if "/K" in tag:
                waiting.append(tag["/K"])
    return found


def languages(path: Path) -> Counter[str]:
    """How many pieces of the text say that they are in another language than the document."""
    with pikepdf.open(path) as file:
        told = [
            str(tag.Lang)
            for tag in file.objects
            if isinstance(tag, pikepdf.Dictionary) and "/Lang" in tag
        ]
        marked = [
            found.decode()
            for page in file.pages
            for found in MARKED.findall(page.Contents.read_bytes())
        ]
        usual = str(file.Root.Lang)
    return Counter(language for language in told + marked if language != usual)


def fonts(path: Path) -> list[DictionaryObject]:
    """Every font of every page, those inside drawings included."""
    found = {}
    for resources in everything(path):
        for font in resources.get("/Font", {}).values():
            font = font.get_object()
            found[font["/BaseFont"]] = font
    return list(found.values())


def embedded(font: DictionaryObject) -> bool:
    """True if the letters of a font are in the file."""
    holder = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
    return any(key.startswith("/FontFile") for key in holder["/FontDescriptor"])


def pictures(path: Path) -> int:
    """How many bitmaps stand on the pages, those inside drawings included."""
    return sum(
        drawing.get_object()["/Subtype"] == "/Image"
        for resources in everything(path)
        for drawing in resources.get("/XObject", {}).values()
    )


def everything(path: Path) -> Iterator[DictionaryObject]:
    """What pages and the drawings on them are made of."""
    waiting = [page["/Resources"].get_object() for page in PdfReader(path).pages]
    while waiting:
        resources = waiting.pop()
        yield resources
        for kind in ("/XObject", "/Pattern"):
            inner = [drawing.get_object() for drawing in resources.get(kind, {}).values()]
            waiting += [
                drawing["/Resources"].get_object() for drawing in inner if "/Resources" in drawing
            ]


def words_in_drawings(element: lxml.html.HtmlElement, site: Path) -> list[str]:
    """The words of the drawings of a page: files for paper, and those in the page."""
    names = element.xpath(".//figure/@data-chart | .//figure/@data-drawing")
    files = [site / urls.drawing(name, PRINT.name) for name in names]
    drawings = [lxml.etree.parse(str(file)) for file in files if file.is_file()]
    texts = [text for svg in drawings for text in svg.xpath(SHOWN_IN_DRAWING, namespaces=SVG)]
    texts += element.xpath('.//figure[@class="headline"]/svg//text/text()')
    texts += element.xpath('.//figure[@class="headline"]/svg//tspan/text()')
    return furniture.words_in(" ".join(str(text) for text in texts))


def spoken(path: Path) -> list[str]:
    """The words of each element in the order in which a screen reader reads them."""
    found: list[str] = []
    with pypdfium2.PdfDocument(path) as pdf, pikepdf.open(path) as file:
        numbers = {page.objgen: number for number, page in enumerate(file.pages)}
        words = {}
        for number, page in enumerate(pdf):
            for key, said in _marked_text(page):
                words[number, key] = words.get((number, key), "") + said
        waiting: list[tuple[pikepdf.Object, int]] = [(file.Root.StructTreeRoot.K, 0)]
        while waiting:
            tag, number = waiting.pop()
            if isinstance(tag, pikepdf.Array):
                waiting += [(part, number) for part in reversed(list(tag))]
            elif isinstance(tag, pikepdf.Dictionary):
                number = numbers[tag.Pg.objgen] if "/Pg" in tag else number
                waiting.append((tag.get("/K", tag.get("/MCID")), number))
            elif tag is not None and (number, int(tag)) in words:
                found.append(words[number, int(tag)].strip())
    return found


def _marked_text(page: pypdfium2.PdfPage) -> Iterator[tuple[int, str]]:
    """Pieces of the text of a page, each with the number by which the structure calls it."""
    text_page = page.get_textpage()
    for piece in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT]):
        length = pdfium.FPDFTextObj_GetText(piece.raw, text_page.raw, None, 0)
        letters = (pdfium.FPDF_WCHAR * length)()
        pdfium.FPDFTextObj_GetText(piece.raw, text_page.raw, letters, length)
        said = bytes(letters).decode("utf-16-le").rstrip("\0")
        yield pdfium.FPDFPageObj_GetMarkedContentID(piece.raw), said
