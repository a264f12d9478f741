"""The numbers of an entry, each with unit, kind, grade, interval and sources."""

from collections.abc import Iterable, Iterator
from typing import Any

from scifi.corpus import Corpus
from scifi.exports.api.records import Promised, Receipt, ResultGrade, ResultValue, Value
from scifi.exports.api.refs import ref
from scifi.grade import GRADES, on_aim
from scifi.labels import label, quantity
from scifi.language import _
from scifi.model import CaseStudy, Chapter, City, Clause, Entry, Law, Programme, WorkedPilot
from scifi.model.base import EvidenceKind, Figure
from scifi.model.casestudy import Money, Result
from scifi.model.clause import NumberBasis
from scifi.model.texts import OURS, cited, without_citations
from scifi.model.worked import BudgetLine, PilotInput, Sum
from scifi.quantities import whole


def plain(number: float | None) -> float | int | None:
    """A number as it is written in a file: 10, not 10.0."""
    return None if number is None else whole(number)


def receipts(entry: Entry) -> list[Receipt]:
    """The sources of an entry, in the order of its file."""
    return [Receipt(key=key, **dict(source)) for key, source in entry.sources.items()]


def _cited(entry: Entry, keys: Iterable[str]) -> list[Receipt]:
    wanted = dict.fromkeys(keys)
    return [Receipt(key=key, **dict(entry.sources[key])) for key in wanted if key != OURS]


def values(entry: Entry) -> list[Value]:
    """The numbers of an entry that are no results of a case study, in the order of its file."""
    made = _BY_MODEL.get(type(entry))
    return list(made(entry)) if made else []


def _stated(
    entry: Entry, at: str, what: str, value: float | None, unit: str, keys: list[str], **more: Any
) -> Value:
    value_to, qualifier = more.get("value_to"), more.get("qualifier")
    return Value(
        at=at,
        what=what,
        value=plain(value),
        unit=unit,
        written=quantity(value, unit, value_to, qualifier),
        ours=not any(key != OURS for key in keys),
        sources=_cited(entry, keys),
        **{**more, "value_to": plain(value_to)},
    )


def _basis(kind: EvidenceKind | None) -> NumberBasis | None:
    return NumberBasis(str(kind)) if kind else None


def _figure(entry: Entry, at: str, figure: Figure) -> Value:
    return _stated(
        entry,
        at,
        figure.what,
        figure.value,
        figure.unit,
        [figure.source],
        value_to=figure.value_to,
        qualifier=figure.qualifier,
        kind=_basis(figure.kind),
        note=figure.note,
    )


def _of_case(case: Any) -> Iterator[Value]:
    assert isinstance(case, CaseStudy)
    for i, money in enumerate(case.money):
        yield _money(case, f"/money/{i}", money)


def _money(case: CaseStudy, at: str, money: Money) -> Value:
    return _stated(
        case,
        at,
        money.what,
        money.amount,
        money.currency,
        [money.source],
        qualifier=money.qualifier,
        kind=_basis(money.kind),
    )


def _of_programme(programme: Any) -> Iterator[Value]:
    assert isinstance(programme, Programme)
    for i, figure in enumerate(programme.numbers):
        yield _figure(programme, f"/numbers/{i}", figure)
    for i, stage in enumerate(programme.funnel):
        yield _figure(programme, f"/funnel/{i}/figure", stage.figure)


def _of_city(city: Any) -> Iterator[Value]:
    assert isinstance(city, City)
    people = city.population
    if people:
        yield _stated(
            city,
            "/population",
            _("population"),
            people.value,
            _("inhabitants"),
            [people.source],
            kind=None,
            date=people.date,
            note=people.note,
        )


def _of_law(law: Any) -> Iterator[Value]:
    assert isinstance(law, Law)
    for i, point in enumerate(law.points):
        if point.value is not None:
            what, keys = without_citations(point.text), cited(point.text)
            at, unit = f"/points/{i}", point.unit or ""
            yield _stated(law, at, what, point.value, unit, keys, kind=NumberBasis.RULE)
    for i, country in enumerate(law.national_limits):
        for j, limit in enumerate(country.limits):
            yield _stated(
                law,
                f"/national_limits/{i}/limits/{j}",
                f"{country.country}: {limit.what}",
                limit.value,
                limit.currency,
                cited(limit.text),
                kind=NumberBasis.RULE,
                date=limit.date,
                note=without_citations(limit.text),
            )


def _in_words(entry: Entry, at: str, number: str, what: str, kind: NumberBasis | None) -> Value:
    """A number that its file has with its unit in one text."""
    keys = cited(what)
    return Value(
        at=at,
        what=without_citations(what),
        value=None,
        unit="",
        written=number,
        kind=kind,
        ours=not any(key != OURS for key in keys),
        sources=_cited(entry, keys),
    )


def _of_clause(clause: Any) -> Iterator[Value]:
    assert isinstance(clause, Clause)
    for i, usual in enumerate(clause.usual):
        yield _in_words(clause, f"/usual/{i}", usual.number, usual.what, usual.basis)


def _of_chapter(chapter: Any) -> Iterator[Value]:
    assert isinstance(chapter, Chapter)
    for i, figure in enumerate(chapter.key_points.figures if chapter.key_points else ()):
        yield _in_words(chapter, f"/key_points/figures/{i}", figure.number, figure.what, None)


def _of_worked_pilot(pilot: Any) -> Iterator[Value]:
    assert isinstance(pilot, WorkedPilot)
    for i, given in enumerate(pilot.inputs):
        yield _input(pilot, f"/inputs/{i}", given)
    for i, each in enumerate(pilot.sums):
        yield _sum(pilot, f"/sums/{i}", each)
    for i, line in enumerate(pilot.budget):
        yield _line(pilot, f"/budget/{i}", line)


def _input(pilot: WorkedPilot, at: str, given: PilotInput) -> Value:
    return _stated(
        pilot,
        at,
        given.what,
        given.value,
        given.unit,
        [given.source] if given.source else [],
        value_to=given.value_to,
        qualifier=given.qualifier,
        kind=_basis(given.kind),
        note=given.note,
    )


def _sum(pilot: WorkedPilot, at: str, each: Sum) -> Value:
    more = {"value_to": each.value_to, "kind": None, "note": each.note}
    return _stated(pilot, at, each.what, each.value, each.unit, [], **more)


def _line(pilot: WorkedPilot, at: str, line: BudgetLine) -> Value:
    return _stated(
        pilot,
        at,
        line.what,
        line.low,
        "EUR",
        cited(line.text),
        value_to=line.high if line.high != line.low else None,
        kind=_basis(line.kind),
        note=without_citations(line.text),
    )


_BY_MODEL = {
    CaseStudy: _of_case,
    Chapter: _of_chapter,
    City: _of_city,
    Clause: _of_clause,
    Law: _of_law,
    Programme: _of_programme,
    WorkedPilot: _of_worked_pilot,
}
"""How the numbers of each kind are found; a kind that is not here has none."""


def results(corpus: Corpus, case: CaseStudy) -> list[ResultValue]:
    """The results of a case study, in the order of its file."""
    aims = [id(result) for result in on_aim(corpus, case)]
    return [
        _result(corpus, case, f"/results/{i}", result, id(result) in aims)
        for i, result in enumerate(case.results)
    ]


def _result(corpus: Corpus, case: CaseStudy, at: str, result: Result, aim: bool) -> ResultValue:
    told = _stated(
        case,
        at,
        result.what,
        result.value,
        result.unit,
        [result.source],
        value_to=result.value_to,
        qualifier=result.qualifier,
        kind=_basis(result.kind),
        grade=_grade(result, aim),
        interval=result.interval,
        date=result.period,
        note=result.note,
    )
    return ResultValue(
        **dict(told),
        casestudy=ref("casestudy", case),
        indicator=ref("indicator", corpus.get("indicator", result.indicator)),
        headline=result.headline,
        baseline=plain(result.baseline),
        sample=result.sample,
        direction=result.direction,
        variant=result.variant,
        measured_by=result.measured_by,
        comparison=result.comparison,
        promised=_promised(case, result),
    )


def _grade(result: Result, aim: bool) -> ResultGrade:
    rule = next(rule for rule in GRADES if rule.holds(result))
    by = _("taken by {who}", who=label(result.measured_by))
    reasons = [label(result.kind), by, label(result.comparison)]
    missing = [_("no number is reported")] if result.value is None else []
    return ResultGrade(
        letter=rule.grade, name=_(rule.name), on_aim=aim, reasons=[*missing, *reasons]
    )


def _promised(case: CaseStudy, result: Result) -> Promised | None:
    promise = result.promised
    if promise is None:
        return None
    return Promised(
        **dict(promise),
        written=quantity(promise.value, result.unit, promise.value_to),
        kind=NumberBasis.PLANNED,
        sources=_cited(case, [promise.source]),
    )
