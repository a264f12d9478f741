"""
The language of the site: every word a reader sees passes through `_` or `ngettext`.

English stands in the code and is its own catalogue. Another language is a gettext catalogue,
`locale/<code>/LC_MESSAGES/scifi.po`, made from the template `locale/scifi.pot` that `make words`
renews. The made-up language `en-XA` accents every letter: what it leaves plain was forgotten.

Values stand in braces, in Python, templates and scripts alike: `_("{n} of {all} cities", ...)`.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, get_group_symbol

from scifi.settings import settings

FOLDER = Path(__file__).parent / "locale"
"""Where the catalogues lie."""

ACCENTED = "en-XA"
"""The made-up language of the tests; its name is the usual one for such a language."""

LOCALES = {"en": "en_GB", ACCENTED: "en_GB", "nl": "nl_NL", "fr": "fr_FR"}
"""Whose habits for numbers, dates and lists each language of the site follows."""


class LanguageError(Exception):
    """There is no such language; the message names those there are."""


_LETTERS = dict(
    zip(
        map(ord, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"),
        "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž",
        strict=True,
    )
)
_KEPT = re.compile(r"(\{[^{}]*\}|<[^<>]*>|&#?\w+;)")


def accented(text: str) -> str:
    """A text with every letter accented, but for values in braces, tags and entities."""
    parts = _KEPT.split(text)
    parts[::2] = [part.translate(_LETTERS) for part in parts[::2]]
    return "".join(parts)


class _Accented(NullTranslations):
    def gettext(self, message: str) -> str:
        return accented(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return accented(super().ngettext(msgid1, msgid2, n))


_code = "en"
_words = NullTranslations()


def use(code: str) -> None:
    """
    Speak this language from now on.

    Raises:
        LanguageError: There is no catalogue of that name.
    """
    global _code, _words
    if code == "en":
        _words = NullTranslations()
    elif code == ACCENTED:
        _words = _Accented()
    else:
        compiled = BytesIO()
        write_mo(compiled, catalogue(code))
        compiled.seek(0)
        _words = GNUTranslations(compiled)
    _code = code


def chosen(root: Path) -> str:
    """The language that `mkdocs.yml` names for the site; English where it names none."""
    return str(settings(root).get("theme", {}).get("language", "en"))


def code() -> str:
    """The code of the language spoken, as pages name it in `lang`."""
    return _code


def _locale() -> str:
    return LOCALES.get(_code, _code)


@cache
def catalogue(code: str) -> Catalog:
    """The catalogue of a language; of `en-XA` the template, whose texts are English."""
    path = FOLDER / code / "LC_MESSAGES" / "scifi.po"
    if code == ACCENTED:
        path = FOLDER / "scifi.pot"
    if not path.exists():
        known = ", ".join(["en", ACCENTED, *sorted(p.parts[-3] for p in FOLDER.glob("*/*/*.po"))])
        raise LanguageError(f'There is no language "{code}". The languages are: {known}.')
    with path.open("rb") as file:
        return read_po(file)


def script_words() -> dict[str, str | list[str]]:
    """The translations that scripts need: by English text, a list where there are plurals."""
    if _code == "en":
        return {}
    return dict(_script_word(message) for message in catalogue(_code) if _is_in_script(message))


def _is_in_script(message: Message) -> bool:
    return any(path.startswith("frontend/") for path, _ in message.locations)


def _script_word(message: Message) -> tuple[str, str | list[str]]:
    if isinstance(message.id, (tuple, list)):
        singular, plural = message.id
        return singular, [
            _words.ngettext(singular, plural, 1),
            _words.ngettext(singular, plural, 2),
        ]
    return str(message.id), _words.gettext(str(message.id))


def N_(text: str) -> str:  # noqa: N802 (gettext's name)
    """Mark a text of a table for the catalogue; `_` translates it where it is shown."""
    return text


def _(text: str, **values: Any) -> str:
    """A text in the language of the site, with values in its braces."""
    said = _words.gettext(text)
    return said.format(**values) if values else said


def ngettext(singular: str, plural: str, n: int, **values: Any) -> str:
    """A text that depends on a number, which stands in it as `{n}`."""
    return _words.ngettext(singular, plural, n).format(n=number(n), **values)


_LARGE = 1e15
"""From here on decimals say nothing, and rounding needs more digits than Babel has."""


def number(value: float, places: int | None = None) -> str:
    """
    A number as people read it: digits grouped, at most ten of them after the sign.

    `places` asks for exactly so many decimals.
    """
    pattern = "#,##0." + ("#" * 10 if places is None else "0" * places)
    if abs(value) >= _LARGE:
        return f"{int(value):,}".replace(",", get_group_symbol(_locale()))
    return format_decimal(value, format=pattern.rstrip("."), locale=_locale())


def partial_date(text: str) -> str:
    """A year, month or day (`2024`, `2024-05`, `2024-05-14`) as people read it."""
    year, month, day = [*map(int, text.split("-")), 1, 1][:3]
    pattern = {1: "y", 2: "MMMM y", 3: "d MMMM y"}[text.count("-") + 1]
    return _by_babel(format_date(date(year, month, day), pattern, locale=_locale()))


def and_list(items: Sequence[str]) -> str:
    """Several things in one phrase: a, b and c."""
    return _list(items, "standard")


def or_list(items: Sequence[str]) -> str:
    """A choice of things in one phrase: a, b or c."""
    return _list(items, "or")


def _list(items: Sequence[str], style: Literal["standard", "or"]) -> str:
    places = [f"{{{place}}}" for place in range(len(items))]
    return _by_babel(format_list(places, style=style, locale=_locale())).format(*items)


def language_name(iso_code: str) -> str:
    """A language in the language of the site: nl is Dutch."""
    name = Locale.parse(_locale()).languages.get(iso_code, iso_code)
    return _by_babel(str(name))


def country(iso_code: str) -> str:
    """The name of a country by its ISO 3166-1 code; the code if it has none."""
    name = Locale.parse(_locale()).territories.get(iso_code, iso_code)
    # Babel's English writes "Bosnia & Herzegovina"; the site has no such sign in its sentences.
    return _by_babel(name.replace(" & ", " and "))


def _by_babel(text: str) -> str:
    """Words that Babel knows; in the made-up language they are accented like all others."""
    return accented(text) if _code == ACCENTED else text


def capitalised(text: str) -> str:
    """A text that begins a line: its first letter large, the others as they are."""
    return text[:1].upper() + text[1:]
