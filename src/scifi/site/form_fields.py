"""
The fields of a case study as a form asks for them, made from the model.

What a field is comes from the schema, its help is the model's description; only the label, a few
words for somebody who has never seen the model, stands here. A new field without one is called by
its name, so that the form never lacks a field.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scifi.kinds import KIND_BY_FIELD
from scifi.labels import LABELS
from scifi.language import N_, _

TITLES = {
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

ITEMS = {
    "cities": N_("Add a city"),
    "countries": N_("Add a country"),
    "sources": N_("Add a source"),
    "results": N_("Add a result"),
    "money": N_("Add a sum"),
    "solutions": N_("Add a solution"),
    "providers": N_("Add a supplier"),
    "milestones": N_("Add an event"),
    "obstacles": N_("Add an obstacle"),
    "remedies": N_("Add a remedy"),
}
"""What the button says that adds one more."""

MOST_BOXES = 20
"""Choices that are shown as boxes to tick; more are looked up by name."""

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
    add: str = ""
    claim: bool = False
    """A text that needs a receipt."""


def form_fields(
    schema: Mapping[str, Any], titles: Mapping[str, Mapping[str, str]]
) -> list[FormField]:
    """The fields of a schema in its order; `titles` are those of the entries there are, by kind."""
    return _Form(schema, titles).group(schema, "")


_WORDS = {cls.__name__: words for cls, words in LABELS.items()}


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
        common = {
            "name": name,
            "label": _(title) if title else name.replace("_", " ").capitalize(),
            "help": _(asked["description"]) if asked.get("description") else "",
            "needed": required and not nullable,
            "nullable": required and nullable,
            "claim": "_has_receipt" in asked.get("x-checks", ()),
            "add": _(ITEMS.get(name, N_("Add one"))),
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
        if schema.get("type") == "array":
            return self.several(name, schema)
        if "properties" in schema:
            return {"type": "group", "fields": tuple(self.group(schema, name))}
        if "patternProperties" in schema or isinstance(schema.get("additionalProperties"), dict):
            groups = [
                *schema.get("patternProperties", {}).values(),
                schema.get("additionalProperties"),
            ]
            item, _null = self.followed(groups[0])
            return {"type": "keyed", "fields": tuple(self.group(item, name))}
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
