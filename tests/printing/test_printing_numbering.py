"""Page numbers are printed last: each number of a gathering has signs of its own until then."""

import unicodedata

from scifi.printing.glyphs import known_characters
from scifi.printing.numbering import room


def test_each_digit_of_each_number_has_a_sign_of_its_own():
    """Two numbers that shared a sign would show the same digit."""
    signs = [sign for number in range(500) for sign in room(number, 4)]

    assert len(set(signs)) == 2_000
    assert room(7, 2) == room(7, 4)[:2]


def test_no_text_can_hold_a_sign_that_keeps_room():
    """It would be shown as a digit of some page number."""
    signs = {sign for number in range(4_000) for sign in room(number, 4)}

    assert {unicodedata.category(sign) for sign in signs} == {"Cn"}
    assert not signs & known_characters()
