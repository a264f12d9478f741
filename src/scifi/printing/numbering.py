"""
Page numbers of a bound edition, printed into the room that its gatherings leave for them.

A gathering is set before anybody knows on which pages it will stand. Where a page number belongs,
the typesetter sets empty signs as wide as a digit, of a typeface of their own. Each sign stands
for one digit of one number in the gathering. When the edition is bound, the typeface is given the
shapes: each sign becomes its digit, and the first ones stay empty if there are more than digits.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from pikepdf import Object, Page, Pdf, Stream

from scifi.printing.fonts import NUMBERS, ROOM
from scifi.printing.typeset import Job

DIGITS = 4
"""The most that a page number has."""

EMPTY = " "
"""What a sign is that has no digit."""


def first_sign(number: int) -> int:
    """The sign for the first digit of a number in a gathering, counted from 0."""
    return ROOM[number * DIGITS]


def room(number: int, digits: int) -> str:
    """Signs that keep room for so many digits of a number in a gathering."""
    return "".join(chr(first_sign(number) + nth) for nth in range(digits))


def type_case(cache: Path) -> Job:
    """A document with the shapes of all digits, and of none, in each style."""
    data = {"title": NUMBERS, "lang": "en", "empty": first_sign(0)}
    return Job("type-case.typ", data, {}, cache)


class Numbering:
    """Prints page numbers into the pages of a file, with the typefaces of the type case."""

    def __init__(self, whole: Pdf, case: Path):
        self.whole = whole
        with Pdf.open(case) as made:
            fonts = [whole.copy_foreign(font) for font in made.pages[0].Resources.Font.values()]
        self.faces = {_name(font): font for font in fonts}
        for font in fonts:
            # It lists the signs of the type case.
            del font.DescendantFonts[0].FontDescriptor.CIDSet

    def print(self, pages: Iterable[Page], numbers: list[int]) -> None:
        """Print the numbers of a gathering on its pages."""
        # Pages share typefaces.
        fonts = {
            font.objgen: font
            for page in pages
            for font in page.Resources.get("/Font", {}).values()
            if _name(font) in self.faces
        }
        for font in fonts.values():
            self._shape(font, self.faces[_name(font)], numbers)

    def _shape(self, font: Object, face: Object, numbers: list[int]) -> None:
        """Give the empty signs of a typeface the shapes of another; each sign is two bytes."""
        places = {sign: divmod(ROOM.index(ord(letter)), DIGITS) for sign, letter in _letters(font)}
        digits = Counter(number for number, _ in places.values())
        shown = {
            sign: str(numbers[number]).rjust(digits[number])[nth]
            for sign, (number, nth) in places.items()
        }
        shapes = {
            EMPTY if letter == room(0, 1) else letter: sign for sign, letter in _letters(face)
        }
        drawn = [shapes.get(shown.get(sign, ""), NOTHING) for sign in _signs_up_to(max(shown))]
        [ours], [theirs] = font.DescendantFonts, face.DescendantFonts
        font.BaseFont = ours.BaseFont = face.BaseFont
        ours.FontDescriptor = theirs.FontDescriptor
        ours.CIDToGIDMap = Stream(self.whole, b"".join(drawn))
        font.ToUnicode = Stream(self.whole, _list_of(shown))


NOTHING = b"\0\0"
"""The sign of every typeface for what it does not have."""

LETTER = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>\n")
"""A sign of a typeface, and what it is in UTF-16, in the typeface's list of letters."""

HEAD, END = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    b"/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n",
    b"endcmap CMapName currentdict /CMap defineresource pop end end\n",
)
"""What stands around a list of letters: ISO 32000-1, 9.10.3."""

LONGEST = 100
"""Letters in one run of such a list, at most."""


def _name(font: Object) -> str:
    """What a typeface is called, without the mark before it that is different in each file."""
    return str(font.BaseFont).partition("+")[2]


def _letters(font: Object) -> list[tuple[bytes, str]]:
    """The signs of a typeface with the letters they are; all but the empty one for no letter."""
    pairs = LETTER.findall(font.ToUnicode.read_bytes())
    found = [(bytes.fromhex(a.decode()), bytes.fromhex(b.decode())) for a, b in pairs]
    return [(sign, letter.decode("utf-16-be")) for sign, letter in found if sign != NOTHING]


def _signs_up_to(last: bytes) -> Iterator[bytes]:
    return (nth.to_bytes(2) for nth in range(int.from_bytes(last) + 1))


def _list_of(letters: dict[bytes, str]) -> bytes:
    """Such signs and letters as a typeface lists them."""
    lines = [
        b"<%b> <%b>\n" % (sign.hex().encode(), letter.encode("utf-16-be").hex().encode())
        for sign, letter in letters.items()
    ]
    runs = [lines[at : at + LONGEST] for at in range(0, len(lines), LONGEST)]
    listed = [b"%d beginbfchar\n%bendbfchar\n" % (len(run), b"".join(run)) for run in runs]
    return HEAD + b"".join(listed) + END
