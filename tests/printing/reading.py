"""What a reader of a PDF gets: words, and the structure that a screen reader walks through."""

from collections import Counter
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from scifi.printing import furniture


def words(path: Path) -> Counter[str]:
    """Every word and number of a PDF."""
    return Counter(furniture.words(" ".join(p.extract_text() for p in PdfReader(path).pages)))


def text(path: Path) -> str:
    """All text with runs of space made one."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def tags(path: Path) -> Counter[str]:
    """How often each kind of structure occurs."""
    found: Counter[str] = Counter()
    root = PdfReader(path).trailer["/Root"]["/StructTreeRoot"]
    waiting = [root["/K"]]
    while waiting:
        one = waiting.pop()
        if isinstance(one, IndirectObject):
            one = one.get_object()
        if isinstance(one, ArrayObject):
            waiting += list(one)
        elif isinstance(one, DictionaryObject):
            if "/S" in one:
                found[str(one["/S"])[1:]] += 1
            if "/K" in one:
                waiting.append(one["/K"])
    return found


def fonts(path: Path) -> list[DictionaryObject]:
    """Every font of every page."""
    found = {}
    for page in PdfReader(path).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            one = font.get_object()
            found[one["/BaseFont"]] = one
    return list(found.values())


def embedded(font: DictionaryObject) -> bool:
    """True if the letters of a font are in the file."""
    holder = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
    return any(key.startswith("/FontFile") for key in holder["/FontDescriptor"])


def pictures(path: Path) -> int:
    """How many bitmaps stand on the pages, those inside drawings included."""

    def count(resources: DictionaryObject) -> int:
        found = 0
        for one in resources.get("/XObject", {}).values():
            thing = one.get_object()
            found += thing["/Subtype"] == "/Image"
            if "/Resources" in thing:
                found += count(thing["/Resources"].get_object())
        return found

    return sum(count(page["/Resources"].get_object()) for page in PdfReader(path).pages)
