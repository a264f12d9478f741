"""
Project records of CORDIS, as one takes them from the page of a project or from its data sets.

JSON as in `project.json` of the data sets (one record or a list), XML as of a project's page. The
names of the fields are the same in both; sums are in euro. The text of a record is not taken: our
texts are our own words.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from scifi.content import characters
from scifi.imports import values
from scifi.imports.bounded import read, xml
from scifi.imports.cells import Cell
from scifi.imports.drafts import TODO, Draft, slug
from scifi.imports.errors import ImportFileError
from scifi.imports.taken import Taken
from scifi.imports.values import Value
from scifi.language import N_, _, and_list

MOST = 50
"""Most records of one file."""

SUMS = {
    "totalCost": N_("cost of the whole project, with all partners"),
    "ecMaxContribution": N_("contribution of the European Union to the project, at most"),
}
"""The sums of a record, and what each paid for."""


def take(path: Path, taken: Taken) -> None:
    """
    Begin a draft for each record of a file.

    Raises:
        ImportFileError: The file cannot be read, or holds no record or too many.
    """
    records = list(_of_json(read(path)) if path.suffix.lower() == ".json" else _of_xml(read(path)))
    records = [record for record in records if record.get("acronym") or record.get("title")]
    if not records:
        raise ImportFileError(_("It holds no project record of CORDIS with an acronym or a title."))
    if len(records) > MOST:
        raise ImportFileError(
            _("It holds {n} projects; take at most {most} at a time.", n=len(records), most=MOST)
        )
    for number, record in enumerate(records, 1):
        where = _("project {number}", number=record.get("id") or number)
        wrong = next(filter(None, (characters.refused(t, "\n\t") for t in _texts(record))), None)
        id_ = slug(record.get("acronym") or record.get("title", ""))
        why = wrong[1] if wrong else _why_not(id_, taken)
        if why:
            taken.told.append(_("{where} is left out: {why}.", where=where, why=why))
        else:
            _fill(taken.draft(id_), record, where)
            taken.told.append(_("{where} is taken as {id}.", where=where, id=id_))
            if record.get("objective"):
                taken.told.append(
                    _("{where}: its text is left out; say it in words of your own.", where=where)
                )


def _why_not(id_: str, taken: Taken) -> str:
    if not id_:
        return _("its acronym makes no id")
    if id_ in taken.drafts:
        return _("{id} stands in the file twice", id=id_)
    return _("{id} is there already", id=id_) if taken.blocked(id_) else ""


def _texts(record: dict[str, Any]) -> Iterator[str]:
    for value in record.values():
        if isinstance(value, str):
            yield value
    for organisation in record["organizations"]:
        yield from organisation.values()


def _of_json(data: bytes) -> Iterator[dict[str, Any]]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        raise ImportFileError(_("It is no JSON that can be read.")) from None
    found = found.get("project", found) if isinstance(found, dict) else found
    for record in found if isinstance(found, list) else [found]:
        if isinstance(record, dict):
            partners = record.get("organizations", [])
            plain = {k: str(v) for k, v in record.items() if isinstance(v, str | int | float)}
            yield {
                **plain,
                "organizations": [
                    {k: str(v) for k, v in one.items() if isinstance(v, str | int | float)}
                    for one in (partners if isinstance(partners, list) else [])
                    if isinstance(one, dict)
                ],
            }


def _of_xml(data: bytes) -> Iterator[dict[str, Any]]:
    root = xml(data)
    for project in [root] if _name(root) == "project" else root.iter("{*}project"):
        fields = {
            _name(child): child.text.strip()
            for child in project
            if isinstance(child.tag, str) and child.text and child.text.strip()
        }
        partners = [
            {
                "name": one.findtext("{*}legalName") or "",
                "city": one.findtext("{*}address/{*}city") or "",
                "country": one.findtext("{*}address/{*}country") or "",
                "role": one.get("type", ""),
            }
            for one in project.iter("{*}organization")
        ]
        yield {**fields, "organizations": partners}


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def _fill(draft: Draft, record: dict[str, Any], where: str) -> None:
    name = values.words(Cell(record.get("title", "")), most=300).value or record.get("acronym", "")
    draft.doubt(
        ("title",), _("{where} is called “{name}”; a title is the finding", where=where, name=name)
    )
    seats = [
        " ".join(filter(None, [one.get("city", ""), one.get("country", "")]))
        for one in record["organizations"]
    ]
    known = list(dict.fromkeys(filter(None, seats)))[:10]
    said = _("{where} does not say where it took place", where=where)
    if known:
        said = _(
            "{where} does not say where it took place; its partners sit in {places}",
            where=where,
            places=and_list(known),
        )
    draft.data["cities"] = [TODO]
    draft.doubt(("cities",), said)
    draft.data["themes"] = [TODO]
    draft.doubt(("themes",), _("{where} does not say the service", where=where))
    partners = [values.words(Cell(one.get("name", ""))) for one in record["organizations"]]
    if names := list(dict.fromkeys(str(one.value) for one in partners if one.value)):
        draft.data["partners"] = names
    draft.data["period"] = {"start": None, "end": None}
    for field, column in (("start", "startDate"), ("end", "endDate")):
        found = values.date(Cell(record.get(column, "")))
        draft.put(("period", field), found, f"{where}, {column}")
    _money(draft, record, where)


def _money(draft: Draft, record: dict[str, Any], where: str) -> None:
    """The sums of the grant agreement, which says what was planned, not what was spent."""
    for column, what in SUMS.items():
        sum_ = values.number(Cell(record.get(column, "")))
        if sum_.doubt:
            draft.left_out(
                _("{where}, {column}: {doubt}.", where=where, column=column, doubt=sum_.doubt)
            )
        if not sum_.value:
            continue
        money: list[dict[str, Any]] = draft.data.setdefault("money", [])
        money.append({"what": _(what), "amount": sum_.value, "currency": "EUR", "kind": "planned"})
        money[-1]["source"] = _source(draft, record, where)
        draft.comments.above[("money", len(money) - 1, "kind")] = [
            "# "
            + _("A sum of the grant agreement; what was spent in the end, CORDIS does not say.")
        ]


def _source(draft: Draft, record: dict[str, Any], where: str) -> str:
    number = record.get("id", "")
    address = "https://cordis.europa.eu/project/id/" + number
    if not (number.isascii() and number.isalnum()):
        return TODO
    day = values.date(Cell(record.get("contentUpdateDate", "")))
    title = values.words(Cell(record.get("title", ""))).value
    known: dict[str, Value | object] = {"title": title, "publisher": "CORDIS", "date": day.value}
    return draft.source(address, **known)
