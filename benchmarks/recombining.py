"""
Case studies and cities that nobody made, put together from the real ones.

A case study keeps the shape of a real one: its results, sources, solutions and obstacles. Place,
dates and values change, and its lists of texts come from another one of the same theme.
"""

import re
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

Fields = dict[str, Any]
"""What stands in a content file."""

SYLLABLES = ("bar", "den", "fel", "gro", "hem", "kir", "lun", "mar", "nov", "pel", "ros", "tav")

ENDS = ("ach", "berg", "ford", "grad", "holm", "ia", "ona", "stad", "vik", "ville")

BORROWED = ("lessons", "needed_elsewhere", "unknowns", "data_used", "partners")
"""Fields whose texts come from another case study."""

MEASURES = ("value", "value_to", "baseline")
"""Numbers of a result that change by one factor."""

EARLIEST_YEAR = 1950
"""Dates before it stay, as they are history and no pilot's."""


LONGEST_TITLE = 150
"""Characters that `scifi check` lets a title have."""


def city(real: Fields, number: int) -> Fields:
    """A city like a real one, under a name that no other number has, a few kilometres away."""
    name = _name(number)
    made: Fields = _with_text(real, {real["title"]: name})
    made["title"] = name
    made.pop("also_called", None)
    random = Random(number)
    if "location" in made:
        for axis in ("latitude", "longitude"):
            made["location"][axis] = round(made["location"][axis] + random.uniform(-0.02, 0.02), 5)
    made["sources"] = _own_addresses(made["sources"], f"city-{number}")
    return made


def case(
    real: Fields, donor: Fields, places: Mapping[str, tuple[str, Fields, Fields]], number: int
) -> Fields:
    """
    A case study in the shape of `real`, with texts of `donor`.

    `places` tells for each of its cities the new id, the real city and the new one.
    """
    random = Random(number)
    names = {old["title"]: new["title"] for _id, old, new in places.values()}
    made: Fields = _with_text(real, names)
    made = _earlier(made, random.randrange(4))
    made["title"] = _short(f"{_name(number)}: {made['title']}")
    if places:
        made["cities"] = [places[id_][0] for id_ in real["cities"]]
    for result in made.get("results", []):
        _scale(result, random.uniform(0.6, 1))
    _borrow(made, donor)
    made["sources"] = _own_addresses(_cited(made), f"case-{number}")
    return made


def _name(number: int) -> str:
    """A name for each number: syllables as its digits, so that no two are the same."""
    number, end = divmod(number, len(ENDS))
    parts = []
    while number or not parts:
        number, digit = divmod(number, len(SYLLABLES))
        parts.append(SYLLABLES[digit])
    return "".join(parts).capitalize() + ENDS[end]


def _short(title: str) -> str:
    """The words of a title that fit."""
    return title if len(title) <= LONGEST_TITLE else title[:LONGEST_TITLE].rsplit(" ", 1)[0]


def _with_text(data: Any, names: Mapping[str, str]) -> Any:
    """A copy in which each text has new names; keys, ids and addresses have none of the old."""
    if isinstance(data, dict):
        return {k: v if k == "sources" else _with_text(v, names) for k, v in data.items()}
    if isinstance(data, list):
        return [_with_text(item, names) for item in data]
    if isinstance(data, str):
        for old, new in names.items():
            data = re.sub(rf"\b{re.escape(old)}\b", new, data)
    return data


def _earlier(made: Fields, years: int) -> Fields:
    """The case study with all its own dates some years earlier."""
    dated = [(made.get("period", {}), name) for name in ("start", "end")]
    dated += [(milestone, "date") for milestone in made.get("milestones", [])]
    dated += [(made["afterwards"], "confirmed")]
    for group, name in dated:
        date = str(group.get(name) or "")
        if date and int(date[:4]) > EARLIEST_YEAR:
            kind = type(group[name])
            group[name] = kind(f"{int(date[:4]) - years}{date[4:]}")
    return made


def _scale(result: Fields, factor: float) -> None:
    """Smaller numbers with as many decimals; where they must keep to others, nothing changes."""
    if any(result.get(name) is not None for name in ("value_to", "interval", "promised")):
        return
    for name in MEASURES:
        value = result.get(name)
        if isinstance(value, int) and value > 1:
            result[name] = max(1, round(value * factor))
        elif isinstance(value, float):
            decimals = len(str(value).partition(".")[2])
            result[name] = round(value * factor, decimals)


def _borrow(made: Fields, donor: Fields) -> None:
    """Take texts from the donor; they cite the sources that are here, in place of the donor's."""
    keys = list(made["sources"])
    own = {key: keys[i % len(keys)] for i, key in enumerate(donor["sources"])}
    for name in BORROWED:
        if name in donor and name in made:
            made[name] = [_citing(text, own) for text in donor[name]]


def _citing(text: str, own: Mapping[str, str]) -> str:
    """A text whose citations name other sources; those that name none stay."""
    return re.sub(r"@([a-z0-9-]+)", lambda found: "@" + own.get(found[1], found[1]), text)


def _cited(made: Fields) -> Fields:
    """The sources that the case study cites, in a text or as the source of a number."""
    found = set(_keys({name: value for name, value in made.items() if name != "sources"}))
    return {key: source for key, source in made["sources"].items() if key in found}


def _keys(data: Any) -> Sequence[str]:
    if isinstance(data, dict):
        own = [data["source"]] if isinstance(data.get("source"), str) else []
        return [*own, *(key for value in data.values() for key in _keys(value))]
    if isinstance(data, list):
        return [key for item in data for key in _keys(item)]
    return re.findall(r"@([a-z0-9-]+)", data) if isinstance(data, str) else []


def _own_addresses(sources: Mapping[str, Fields], name: str) -> Fields:
    """The same sources, each at an address that no other entry has, as most real ones are."""
    return {
        key: {**source, "url": f"{source['url']}{'&' if '?' in source['url'] else '?'}of={name}"}
        for key, source in sources.items()
    }
