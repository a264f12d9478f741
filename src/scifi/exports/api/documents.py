"""One document for each entry: its fields, its numbers, what is computed, and who names whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from scifi import evidence, facets, verdict
from scifi.exports.api import addresses, refs, values
from scifi.exports.api.records import (
    CaseGrade,
    CaseStudyDocument,
    Document,
    FormVerdict,
    IndicatorDocument,
    Judged,
    Links,
    ResultValue,
    SolutionDocument,
    Verdict,
)
from scifi.grade import grade
from scifi.kinds import Kind
from scifi.language import _
from scifi.model import CaseStudy, Entry, Indicator, Solution
from scifi.model.casestudy import Result
from scifi.site.pages import Site
from scifi.site.views import solutions


@dataclass(frozen=True)
class Documents:
    """Makes the documents of a site; results of case studies are made once for all of them."""

    site: Site

    @cached_property
    def _results(self) -> Mapping[str, list[ResultValue]]:
        corpus = self.site.corpus
        return {case.id: values.results(corpus, case) for case in corpus.casestudies}

    def _result(self, case: CaseStudy, result: Result) -> ResultValue:
        at = next(i for i, each in enumerate(case.results) if each is result)
        return self._results[case.id][at]

    def document(self, kind: Kind, entry: Entry) -> Document:
        """The document of an entry."""
        common = self._common(kind, entry)
        if isinstance(entry, CaseStudy):
            return self._casestudy(entry, common)
        if isinstance(entry, Solution):
            return SolutionDocument(**common, verdict=self._verdict(entry))
        if isinstance(entry, Indicator):
            found = [each for case in self._results.values() for each in case]
            mine = [each for each in found if each.indicator.id == entry.id]
            return IndicatorDocument(**common, results=mine)
        return Document(**common)

    def _common(self, kind: Kind, entry: Entry) -> dict[str, Any]:
        corpus, held = self.site.corpus, fields(entry)
        return {
            "id": entry.id,
            "kind": kind.name,
            "title": entry.title,
            "root": self.site.published or None,
            "links": self._links(kind, entry),
            "entry": held,
            "body": corpus.bodies.get(entry.id) if kind.name == "chapter" else None,
            "values": values.values(entry),
            "sources": values.receipts(entry),
            "related": refs.related(corpus, held),
            "named_by": refs.named_by(corpus, kind.name, entry),
        }

    def _links(self, kind: Kind, entry: Entry) -> Links:
        root, page = self.site.published, kind.url(entry.id)
        own = addresses.document(kind, entry.id)
        return Links(
            self=own,
            page=page,
            index=addresses.part(kind),
            schema=addresses.schema(kind),
            self_url=root + own if root else None,
            page_url=root + page if root else None,
        )

    def _casestudy(self, case: CaseStudy, common: dict[str, Any]) -> CaseStudyDocument:
        corpus = self.site.corpus
        judged = grade(corpus, case)
        return CaseStudyDocument(
            **common,
            grade=CaseGrade(
                letter=judged.letter,
                name=_(judged.rule.name),
                needs=_(judged.rule.needs),
                raise_by=judged.raise_by,
                rests_on=[self._result(case, result).at for result in judged.results],
            ),
            results=self._results[case.id],
            facets=facets.values(corpus, case),
        )

    def _verdict(self, solution: Solution) -> Verdict:
        corpus, row = self.site.corpus, solutions.row(self.site.corpus, solution)
        whole, tried = row.whole, evidence.cases(corpus, solution)
        promises = evidence.promises(corpus, solution)
        return Verdict(
            id=whole.verdict.id,
            name=_(whole.verdict.name),
            needs=_(whole.verdict.needs),
            outcome=refs.ref("indicator", corpus.get("indicator", whole.outcome.indicator)),
            compared=whole.compared,
            independent=whole.independent,
            told=whole.told,
            counts={str(tendency): n for tendency, n in whole.counts},
            effect=row.effect or None,
            cost=row.cost or None,
            ended={"known": row.ends.known, "stopped": row.ends.stopped},
            forms=self._forms(solution),
            evidence=[self._judged(each) for each in whole.evidence],
            casestudies=[refs.ref("casestudy", case) for case in tried],
            promises=[self._result(case, result) for case, result in promises],
        )

    def _forms(self, solution: Solution) -> list[FormVerdict]:
        found = []
        for variant in solution.variants:
            rule = verdict.judge(self.site.corpus, solution, variant).verdict
            title, name = variant.title, _(rule.name)
            found.append(FormVerdict(variant=variant.id, title=title, id=rule.id, name=name))
        return found

    def _judged(self, each: evidence.Evidence) -> Judged:
        assert each.case
        case = each.case
        return Judged(
            casestudy=refs.ref("casestudy", case),
            variant=each.variant,
            tendency=each.tendency,
            compared=each.compared,
            independent=each.independent,
            control_group=each.control_group,
            condition=each.condition,
            results=[self._result(case, result) for result in each.results],
        )


def fields(entry: Entry) -> dict[str, Any]:
    """The fields of an entry as they stand in its file; a whole number has no point."""
    data = entry.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude={"id"})
    whole: dict[str, Any] = _whole(data)
    return whole


def _whole(data: Any) -> Any:
    if isinstance(data, float):
        return values.plain(data)
    if isinstance(data, dict):
        return {key: _whole(value) for key, value in data.items()}
    return [_whole(item) for item in data] if isinstance(data, list) else data
