"""
The fields of a case study as a form asks for them, made from the model.

What a field is comes from the schema, its help is the model's description unless that speaks of
files; labels, words for somebody who has never seen the model, stand here. A new field without one
is called by its name, so that the form never lacks a field.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scifi.kinds import KIND_BY_FIELD
from scifi.labels import LABELS
from scifi.language import N_, _

TITLES = {
    "contributors": N_("Who is thanked on the page"),
    "orcid": N_("ORCID iD"),
    "title": N_("The finding, in one sentence"),
    "summary": N_("In short"),
    "cities": N_("Cities"),
    "countries": N_("Whole countries"),
    "themes": N_("City services"),
    "draft": N_("This is a draft: not everything is written yet"),
    "sources": N_("Sources"),
    "sources.title": N_("Title of the page, report or article"),
    "key": N_("Short key"),
    "lang": N_("Language"),
    "publisher": N_("Publisher"),
    "url": N_("Web address"),
    "date": N_("Date"),
    "read": N_("When you read it"),
    "note": N_("Note"),
    "challenge": N_("The need"),
    "built": N_("What was done"),
    "lessons": N_("Lessons, one a line"),
    "afterwards": N_("What became of it"),
    "afterwards.status": N_("What became of it"),
    "reason": N_("Why, or how it is known"),
    "confirmed": N_("Confirmed for"),
    "results": N_("Results"),
    "what": N_("What"),
    "value": N_("Number"),
    "value_to": N_("Up to"),
    "qualifier": N_("How far the number holds"),
    "unit": N_("Unit"),
    "kind": N_("Kind of evidence"),
    "source": N_("Source"),
    "indicator": N_("Indicator"),
    "headline": N_("This is the result on the pilot's own aim"),
    "direction": N_("Which way it points"),
    "interval": N_("Interval of confidence"),
    "low": N_("Lower end"),
    "high": N_("Upper end"),
    "level": N_("Level of confidence, per cent"),
    "sample": N_("How many were counted"),
    "promised": N_("What had been promised"),
    "baseline": N_("Number before, or of the control group"),
    "results.period": N_("When or how long it was counted"),
    "measured_by": N_("Who took the number"),
    "comparison": N_("Compared with what"),
    "money": N_("Money"),
    "amount": N_("Sum"),
    "currency": N_("Currency, three letters"),
    "paid_for": N_("How many things it paid for"),
    "count": N_("How many"),
    "period": N_("Period of the pilot"),
    "start": N_("Began"),
    "end": N_("Ended"),
    "solutions": N_("Solutions it tried"),
    "solution": N_("Solution"),
    "variant": N_("Variant"),
    "condition": N_("The solution's condition was met here"),
    "programme": N_("Programme"),
    "cycle": N_("Accelerator cycle"),
    "data_used": N_("Data that went in, one a line"),
    "providers": N_("Suppliers"),
    "name": N_("Name"),
    "country": N_("Country"),
    "partners": N_("Others who took part, one a line"),
    "milestones": N_("Events with a date"),
    "milestones.what": N_("What happened"),
    "obstacles": N_("Obstacles met"),
    "obstacle": N_("Obstacle"),
    "step": N_("Step"),
    "text": N_("In words"),
    "remedies": N_("Remedies tried"),
    "remedy": N_("Remedy"),
    "steps": N_("Steps it shows best"),
    "needed_elsewhere": N_("What another city needs first, one a line"),
    "unknowns": N_("Looked for and not found, one a line"),
}
"""What a field is called, by its name, or by that of its group and its own."""

HELP = {
    "title": N_("What the pilot found, with its number if there is one."),
    "cities": N_("Where it took place, by name; none if it was a trial of a whole country."),
    "countries": N_("Countries that it covered as a whole, by name."),
    "themes": N_("One or more."),
    "draft": N_("Tick it to send what you have; others can fill in the rest."),
    "sources": N_("Pages, reports and articles where others can read it. Yours count, too."),
    "sources.title": N_("As it stands there, in its own language."),
    "lang": N_("The language of the title, two letters (nl, fr); empty for English."),
    "sources.date": N_("When it was published; empty if it does not say."),
    "read": N_("A month or a day: 2026-11."),
    "afterwards": N_("The question readers ask most."),
    "afterwards.status": N_("In one word."),
    "confirmed": N_("The date for which a source says so; empty if none does."),
    "results": N_("One for each number. The result on the pilot's own aim comes first."),
    "results.what": N_("What was counted, in a few words."),
    "value": N_("Digits only, with a point for decimals; empty if it is not reported."),
    "unit": N_("As the indicator knows it; choose the indicator first."),
    "source": N_("The short key of a source above."),
    "indicator": N_("What the number shows, chosen from the list by name."),
    "headline": N_("The evidence grade rests on it."),
    "direction": N_("Better, worse, no difference found, or unclear; empty if it is no effect."),
    "qualifier": N_("About, at least or at most, as the source says."),
    "baseline": N_("Empty if it is not reported."),
    "results.period": N_("Such as “six weeks in winter”; needed where the number was measured."),
    "money": N_("One for each sum a source names."),
    "currency": N_("EUR, GBP, SEK."),
    "amount": N_("Digits only: 45000."),
    "start": N_("Empty if not reported."),
    "end": N_("Empty if not reported, or if it goes on."),
    "solutions": N_("Only those of our list; none if it was something else."),
    "condition": N_("Empty if it is not known, or if the solution has none."),
    "data_used": N_("Such as fill levels, or the timetable."),
    "providers": N_("Companies and institutes that supplied it."),
    "country": N_("By name; empty if not reported."),
    "milestones": N_("Such as the day of the contract, or of the first sensor."),
    "obstacles": N_("What stood in the way, as the survival guide names it."),
    "remedies": N_("What was done against it, as the aid kit names it."),
    "unknowns": N_("Others who know may tell us."),
}
"""What helps more in a form than the words of the model, which speak of files."""

ITEMS = {
    "cities": (N_("City"), N_("Add a city")),
    "countries": (N_("Country"), N_("Add a country")),
    "sources": (N_("Source"), N_("Add a source")),
    "results": (N_("Result"), N_("Add a result")),
    "money": (N_("Sum"), N_("Add a sum")),
    "solutions": (N_("Solution"), N_("Add a solution")),
    "providers": (N_("Supplier"), N_("Add a supplier")),
    "milestones": (N_("Event"), N_("Add an event")),
    "obstacles": (N_("Obstacle"), N_("Add an obstacle")),
    "remedies": (N_("Remedy"), N_("Add a remedy")),
    "contributors": (N_("Person"), N_("Add a person")),
}
"""What one of several is called, and what the button says that adds one more."""

MOST_BOXES, MOST_LISTED = 20, 40
"""Choices that are shown as boxes to tick, and in a list to open; more are looked up by name."""

LONG = 500
"""Texts that may have more characters get several lines."""


@dataclass(frozen=True)
class FormField:
    """
    A field: its name in the file, label, help, and how it is asked for.

    `type` is one of: line, text, lines (one text a line), number, date, flag, choice, choices,
    entry and entries (named by title), group, groups, keyed (groups, each with a key).
    `options` are value and words; `kind` is that of entries; `fields` are those of a group.
    `needed`: the file cannot be without it. `nullable`: it writes null where nothing is known.
    """

    name: str
    label: str
    help: str
    type: str
    needed: bool = False
    nullable: bool = False
    options: tuple[tuple[str, str], ...] = ()
    kind: str = ""
    fields: tuple["FormField", ...] = ()
    one: str = ""
    add: str = ""
    claim: bool = False
    """A text that needs a receipt."""

    @property
    def listed(self) -> bool:
        """Whether its choices are so many that they stand in one list for all fields."""
        return len(self.options) > MOST_LISTED


def form_fields(
    schema: Mapping[str, Any], titles: Mapping[str, Mapping[str, str]]
) -> list[FormField]:
    """The fields of a schema in its order; `titles` are those of the entries there are, by kind."""
    return _Form(schema, titles).group(schema, "")


_WORDS: dict[str, Mapping[Any, str]] = {
    **{cls.__name__: words for cls, words in LABELS.items()},
    "Qualifier": {"about": N_("about"), "at-least": N_("at least"), "at-most": N_("at most")},
}
"""What the values of an enumeration are called, by its name."""


class _Form:
    def __init__(self, schema: Mapping[str, Any], titles: Mapping[str, Mapping[str, str]]):
        self.definitions = schema.get("$defs", {})
        self.titles = titles

    def group(self, schema: Mapping[str, Any], owner: str) -> list[FormField]:
        needed = [*schema.get("required", ()), *schema.get("else", {}).get("required", ())]
        return [
            self.field(name, asked, owner, name in needed)
            for name, asked in schema["properties"].items()
        ]

    def field(self, name: str, asked: Mapping[str, Any], owner: str, required: bool) -> FormField:
        schema, nullable = self.followed(asked)
        title = TITLES.get(f"{owner}.{name}") or TITLES.get(name)
        help_ = HELP.get(f"{owner}.{name}") or HELP.get(name) or asked.get("description")
        common: dict[str, Any] = {
            "name": name,
            "label": _(title) if title else name.replace("_", " ").capitalize(),
            "help": _(help_) if help_ else "",
            "needed": required and not nullable,
            "nullable": required and nullable,
            "claim": "_has_receipt" in asked.get("x-checks", ()),
        }
        return FormField(**common, **self.shape(name, schema, nullable))

    def followed(self, schema: Mapping[str, Any]) -> tuple[Mapping[str, Any], bool]:
        """A schema without references and null, and whether null was one of its forms."""
        options = [o for o in schema.get("anyOf", [schema]) if o.get("type") != "null"]
        nullable = len(options) < len(schema.get("anyOf", options))
        found = dict(options[0])
        if "$ref" in found:
            named = found.pop("$ref").rpartition("/")[2]
            found = {"name": named, **self.definitions[named], **found}
        return {**found, "x-checks": schema.get("x-checks", ())}, nullable

    def shape(self, name: str, schema: Mapping[str, Any], nullable: bool) -> dict[str, Any]:
        """How a field is asked for."""
        one, add = (_(words) for words in ITEMS.get(name, (N_("Entry"), N_("Add an entry"))))
        if schema.get("type") == "array":
            shape = self.several(name, schema)
            return (
                shape
                if shape["type"] in ("lines", "choices")
                else {**shape, "one": one, "add": add}
            )
        if "properties" in schema:
            return {"type": "group", "fields": tuple(self.group(schema, name))}
        if "patternProperties" in schema or isinstance(schema.get("additionalProperties"), dict):
            groups = [
                *schema.get("patternProperties", {}).values(),
                schema.get("additionalProperties"),
            ]
            item, _null = self.followed(groups[0])
            return {
                "type": "keyed",
                "fields": tuple(self.group(item, name)),
                "one": one,
                "add": add,
            }
        return self.single(name, schema, nullable)

    def several(self, name: str, schema: Mapping[str, Any]) -> dict[str, Any]:
        item, _null = self.followed(schema["items"])
        if "properties" in item:
            return {"type": "groups", "fields": tuple(self.group(item, name))}
        single = self.single(name, item, False)
        if single["type"] in ("line", "text"):
            return {"type": "lines"}
        many = len(single["options"]) > MOST_BOXES
        return {**single, "type": "entries" if many else "choices"}

    def single(self, name: str, schema: Mapping[str, Any], nullable: bool) -> dict[str, Any]:
        if "enum" in schema:
            words = _WORDS.get(schema.get("name", ""), {})
            options = {value: _(words.get(value, value)) for value in schema["enum"]}
            return {"type": "choice", "options": tuple(options.items())}
        kind = "country" if name in ("country", "countries") else KIND_BY_FIELD.get(name, "")
        if kind in self.titles:
            return {"type": "entry", "kind": kind, "options": tuple(self.titles[kind].items())}
        if schema.get("type") == "boolean":
            yes_or_no = (("true", _("yes")), ("false", _("no")))
            return {"type": "choice", "options": yes_or_no} if nullable else {"type": "flag"}
        if schema.get("type") in ("number", "integer"):
            return {"type": "number"}
        if "_is_date" in schema["x-checks"]:
            return {"type": "date"}
        return {"type": "text" if schema.get("maxLength", 0) > LONG else "line"}
