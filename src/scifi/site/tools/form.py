"""
The form for a whole case study: made from the model, whole as a paper form without JavaScript.

The script reads the fields from the page. What a case study may refer to is data of its own, and
so is each case study as it stands in its file, to be loaded for a correction.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from scifi.content.alphabet import PRINTABLE
from scifi.content.checks import codes
from scifi.content.checks.hosts import OWN_NETWORK, REFUSED
from scifi.content.checks.possible import YARDSTICKS
from scifi.content.field_checks import with_checks
from scifi.corpus import Corpus
from scifi.kinds import KIND_BY_FIELD, KINDS
from scifi.language import N_, _, country
from scifi.model.casestudy import CHANGE_WORDS
from scifi.model.texts import KEPT_NAMES
from scifi.site.finished_html import finished
from scifi.site.form_fields import MOST_LISTED, FormField, form_fields
from scifi.site.pages import Site
from scifi.site.scripts import script
from scifi.site.views.render import call

NAMED = ("city", "indicator", "obstacle", "programme", "remedy", "solution", "step")
"""Kinds of entries that a case study names."""

PARTS = (
    (
        "what-and-where",
        N_("What happened, and where"),
        N_("A city or a country is needed. A finding that a pilot failed is as welcome as any."),
        ("title", "summary", "cities", "countries", "themes"),
    ),
    (
        "where-it-can-be-read",
        N_("Where it can be read"),
        N_("Each claim below ends with the key of a source in brackets, such as [@delft-2024]."),
        ("sources",),
    ),
    (
        "the-story",
        N_("The story"),
        N_("Your own advice ends with [@ours]; it needs no source."),
        ("challenge", "built", "afterwards", "lessons"),
    ),
    (
        "the-numbers",
        N_("The numbers"),
        N_("Nothing here is needed. What you leave out shows as “not reported”."),
        ("results", "money", "period"),
    ),
    ("more", N_("More, if you know it"), "", ()),
    (
        "how-complete-it-is",
        N_("How complete it is"),
        N_("A draft needs a title, a place and a service. It is shown, and counts nowhere."),
        ("draft",),
    ),
)
"""Anchor, title, lead and fields of each part of the form; one without fields has all others."""


def block(site: Site, here: str) -> str:
    """The form, to be filled in on paper too."""
    known = titles(site.corpus)
    fields = {field.name: field for field in form_fields(with_checks("casestudy"), known)}
    placed = {name for *_words, names in PARTS for name in names}
    rest = [name for name in fields if name not in placed]
    parts = [
        (id_, _(title), _(lead) if lead else "", _picked(fields, names or rest))
        for id_, title, lead, names in PARTS
    ]
    lists = [(kind, list(of.items())) for kind, of in known.items() if len(of) > MOST_LISTED]
    return finished(call("form.html", "page", site.view(here), parts, lists))


def _picked(fields: Mapping[str, FormField], names: Iterable[str]) -> list[FormField]:
    return [fields[name] for name in names if name in fields]


def files(site: Site) -> Iterator[tuple[str, str]]:
    """What the form checks against, and each case study as it stands in its file."""
    yield "assets/data/form.js", script("form", library(site.corpus))
    for case in [*site.corpus.casestudies, *site.corpus.drafts]:
        name = f"cases/{case.id}"
        yield f"assets/data/{name}.js", script(name, case.written())


def titles(corpus: Corpus) -> dict[str, dict[str, str]]:
    """By kind, the title of each entry by id; of countries their names by code."""
    found = {kind: {e.id: e.title for e in corpus.all(kind)} for kind in NAMED}
    countries = {code: country(code) for code in codes.names("country")}
    return {**found, "country": dict(sorted(countries.items(), key=lambda item: item[1]))}


def library(corpus: Corpus) -> dict[str, Any]:
    """
    What the twin of the checks needs, `frontend/scripts/pure/case-rules.js`.

    Returns:
        schema: the JSON Schema of a case study with its `x-checks`, without its help.
        titles: by kind, the title of each entry by id. kinds: the kind of id a field holds.
        units: by indicator. variants: by solution. refused: hosts of copies.
        ownNetwork: ends of hosts that no stranger can reach.
        codes: of countries, currencies and languages. noShares: last words of units that begin
            with "% of" and are no share of a whole.
        taken: ids that pages of the site have, and names that a system keeps for itself.
        former: ids of case studies that were renamed, joined or taken out.
        printable: characters that paper can show. cases: ids of the case studies there are.
    """
    return {
        "schema": _without_words(with_checks("casestudy")),
        "titles": titles(corpus),
        "kinds": KIND_BY_FIELD,
        "units": {indicator.id: indicator.units for indicator in corpus.indicators},
        "variants": {
            solution.id: [variant.id for variant in solution.variants]
            for solution in corpus.solutions
        },
        "refused": REFUSED,
        "ownNetwork": OWN_NETWORK,
        "codes": {field: list(codes.names(field)) for field in ("country", "currency", "lang")},
        "noShares": [*CHANGE_WORDS, *YARDSTICKS],
        "taken": sorted({*KINDS["casestudy"].taken, *KEPT_NAMES}),
        "former": [moved.id for moved in corpus.redirects if moved.kind == "casestudy"],
        "printable": "".join(sorted(PRINTABLE)),
        "cases": [case.id for case in [*corpus.casestudies, *corpus.drafts]],
    }


def _without_words(schema: Any) -> Any:
    """A schema without titles and descriptions: the page has them as labels and help."""
    if isinstance(schema, list):
        return [_without_words(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        name: _without_words(part)
        for name, part in schema.items()
        if not (name in ("title", "description") and isinstance(part, str))
    }
