"""What somebody sees of a page who gets its address in a message."""

import io
import re

from PIL import Image

from scifi.build import pictures
from scifi.printing.setting.typeset import pictures as set_pictures
from scifi.site import share_cards


def test_a_case_study_shows_its_finding_where_and_how_sure(published):
    """The finding is the headline; place, grade and state stand below."""
    card = share_cards.cards(published)["casestudies/smart-bins-suwaco-bruges/"]

    assert card.title == published.get("casestudy", "smart-bins-suwaco-bruges").title
    assert card.kicker == "Case study"
    assert re.fullmatch(r"Bruges, Belgium · Evidence grade [A-E] · [A-Z].+", card.facts)
    assert card.file == "assets/cards/casestudies-smart-bins-suwaco-bruges.png"


def test_a_page_without_a_card_of_its_own_has_that_of_its_part(published):
    """Every page of the site shows something; a site without an address shows nothing."""
    cards = share_cards.cards(published)

    assert share_cards.card_of(cards, "survival-guide/laws/gdpr/", "survival-guide").title == (
        "Survival guide"
    )
    assert share_cards.card_of(cards, "", "cookbook").address == "cookbook/"
    assert share_cards.card_of({}, "", "cookbook") is None
    assert len({card.file for card in cards.values()}) == len(cards)


def test_a_long_summary_ends_at_a_word():
    """No card ends in the middle of one."""
    text = share_cards.shortened("Ask the heritage office first, " * 9)

    assert len(text) <= share_cards.LONGEST + 2
    assert text.endswith((" office …", " first …", " heritage …", " the …", " Ask …"))
    assert share_cards.shortened("Short.") == "Short."


def test_colours_of_cards_are_those_of_the_site(project):
    """Whoever changes the palette of the site is reminded of the cards."""
    tokens = (project / "frontend/styles/tokens.css").read_text(encoding="utf-8")
    light = dict(re.findall(r"--([\w-]+): light-dark\((#\w+),", tokens))

    assert {name: light[name] for name in pictures.COLOURS} == pictures.COLOURS


def test_icons_are_squares_of_their_size(project, tmp_path):
    """Phones refuse an icon of another size; the round one has a margin to be cut."""
    icon = (project / "theme/assets/icon.svg").read_text(encoding="utf-8")

    pictures.draw_icons(icon, tmp_path / "kept", tmp_path / "icons")

    for name, asked in pictures.ICONS.items():
        with Image.open(tmp_path / "icons" / name) as drawn:
            assert drawn.size == (asked["size"], asked["size"]), name
    with Image.open(tmp_path / "icons/icon-round.png") as drawn:
        assert drawn.convert("RGB").getpixel((2, 2)) == (161, 60, 28)


def test_nothing_of_a_title_is_run_when_a_card_is_set(project):
    """Titles are a stranger's: they are data to the typesetter."""
    icon = (project / "theme/assets/icon.svg").read_text(encoding="utf-8")
    title = '#panic("ran") $x$ <script>\u202e{{ 7 * 7 }} \\ *bold* 城'
    card = {"part": "about", "kicker": "#import", "title": title, "facts": title}
    data = {"colours": pictures.COLOURS, "foot": title, "cards": [card]}

    (drawn,) = set_pictures("card.typ", data, {"icon.svg": icon})

    with Image.open(io.BytesIO(drawn)) as picture:
        assert picture.size == (share_cards.WIDTH, share_cards.HEIGHT)
