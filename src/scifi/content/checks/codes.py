"""Rule `known-code`: countries, currencies and languages are those of the ISO lists."""

from collections.abc import Iterator, Mapping
from functools import cache

from babel import Locale

from scifi.content.checks.base import Library, Rule
from scifi.content.load import Document, Path
from scifi.content.problem import Problem, nearest
from scifi.language import N_, _

_NO_COUNTRY = ("EZ", "QO", "UN", "XA", "XB", "ZZ")
"""Territories of Babel that are no country; the European Union, EU, may stand for one."""

_OTHER_CODES = {"UK": "GB", "EL": "GR", "EN": "GB", "SP": "ES", "SW": "SE", "GER": "DE"}
"""What people write for a country, some of it as the Union does."""

_WHAT = {
    "country": N_('"{code}" is no country'),
    "currency": N_('"{code}" is no currency'),
    "lang": N_('"{code}" is no language'),
}


@cache
def names(field: str) -> Mapping[str, str]:
    """The codes a field may hold, each with its English name."""
    locale = Locale("en")
    if field == "currency":
        return dict(locale.currencies)
    if field == "lang":
        return {code: name for code, name in locale.languages.items() if len(code) == 2}
    found = {code: name for code, name in locale.territories.items() if code.isalpha()}
    return {c: name for c, name in found.items() if len(c) == 2 and c not in _NO_COUNTRY}


def meant(field: str, text: str) -> str:
    """The code for what somebody wrote: `be`, `Belgium`, `UK`; empty where none fits."""
    code = text.strip().lower() if field == "lang" else text.strip().upper()
    if field == "country":
        code = _OTHER_CODES.get(code, code)
    if code in names(field):
        return code
    by_name = {name.casefold(): code for code, name in names(field).items()}
    return by_name.get(text.strip().casefold(), "")


def advice(field: str, text: str) -> str:
    """A sentence that offers the code meant, or the nearest ones."""
    code = meant(field, text)
    if code:
        return _('Write "{code}", for {name}.', code=code, name=names(field)[code])
    if field == "lang":
        return _("Write two letters of ISO 639, such as nl, fr or de.")
    return nearest(text, list(names(field)))


class KnownCode(Rule):
    """
    Codes of countries, currencies and languages exist.

    Countries are those of ISO 3166, two capital letters, and EU for the Union; currencies those of
    ISO 4217; languages those of ISO 639, two small letters. Britain is GB, Greece is GR.

    Why: names, filters, sums and the voice of a screen reader follow from these codes.

    Fix: use the code that the message offers.
    """

    name = "known-code"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every code of the right form that stands for nothing."""
        for path, group in document.groups:
            for field in ("country", "currency", "lang"):
                yield from self._unknown(document, (*path, field), field, group.get(field))
            countries = group.get("countries")
            for i, code in enumerate(countries if isinstance(countries, list) else ()):
                yield from self._unknown(document, (*path, "countries", i), "country", code)
        also = document.data.get("also_called")
        for code in also if isinstance(also, Mapping) else ():
            yield from self._unknown(document, ("also_called", code), "lang", code)

    def _unknown(
        self, document: Document, path: Path, field: str, code: object
    ) -> Iterator[Problem]:
        length = 3 if field == "currency" else 2
        if isinstance(code, str) and len(code) == length and code not in names(field):
            cased = code.lower() if field == "lang" else code.upper()
            if code != cased:
                return  # `fields` says how it is written
            yield self.problem(
                document,
                path,
                _(_WHAT[field], code=code),
                _("Names, filters and sums follow from the code."),
                advice(field, code),
            )
