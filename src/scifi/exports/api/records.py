"""
What stands in the JSON files, as typed records: documents are made of them, OpenAPI describes them.

What is not known is null or an empty list, never left out. Addresses are relative to the site's
root; `root` says where that is, if the site has a published address.
"""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from scifi.model.base import (
    Comparison,
    Direction,
    MeasuredBy,
    Qualifier,
    Source,
    Tendency,
)
from scifi.model.casestudy import Interval, Promise
from scifi.model.clause import NumberBasis


class Shown(BaseModel):
    """A group of fields that is written and never read back here."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Ref(Shown):
    """Another entry by its address."""

    kind: str = Field(description="Its kind: casestudy, solution, law.")
    id: str = Field(description="Its id, the name of its file.")
    title: str = Field(description="Its heading.")
    page: str = Field(description="Its page, below the site's root.")
    self: str = Field(description="Its document, below the site's root.")


class Receipt(Source):
    """A source, with the key by which texts cite it: `[@key]`."""

    key: str = Field(description="The key.")


class ResultGrade(Shown):
    """How well one result is founded, by the rules of the evidence grade."""

    letter: str = Field(pattern="^[A-E]$", description="A is best, E is no measured number.")
    name: str = Field(description="The grade in words.")
    on_aim: bool = Field(description="Whether the grade of the case study may rest on it.")
    reasons: list[str] = Field(description="What decided: its kind, who measured, the comparison.")


class Value(Shown):
    """A number with all that one has to know to use it."""

    at: str = Field(description="Where it stands in `entry`, as a JSON Pointer (RFC 6901).")
    what: str = Field(description="What is counted.")
    value: float | int | None = Field(description="The number; null if it is not reported.")
    value_to: float | int | None = Field(default=None, description="The upper end of a range.")
    qualifier: Qualifier | None = Field(default=None, description="How far it holds.")
    unit: str = Field(description="The unit; empty where `written` alone has it.")
    written: str = Field(description="The number with its unit, as people read it.")
    kind: NumberBasis | None = Field(description="How it came about; null if that is not known.")
    grade: ResultGrade | None = Field(
        default=None, description="How well it is founded; null for what is no result of a pilot."
    )
    interval: Interval | None = Field(default=None, description="Its interval of confidence.")
    date: str | None = Field(default=None, description="When it was counted or holds from.")
    note: str | None = Field(default=None, description="What limits it.")
    ours: bool = Field(default=False, description="true where it is our own plan or advice.")
    sources: list[Receipt] = Field(description="Where it was read; empty if it is ours.")


class Promised(Promise):
    """What had been promised for the same number, with its source."""

    written: str = Field(description="The number with its unit, as people read it.")
    kind: NumberBasis = Field(description="Always planned.")
    sources: list[Receipt] = Field(description="Where the promise was read.")


class ResultValue(Value):
    """A result of a case study."""

    casestudy: Ref = Field(description="The case study.")
    indicator: Ref = Field(description="The indicator it belongs to.")
    headline: bool = Field(description="Whether it is marked as the result on the pilot's aim.")
    baseline: float | int | None = Field(description="The number before, or of the control group.")
    sample: str | None = Field(description="How many were counted.")
    direction: Direction | None = Field(description="Which way it points; null if no effect.")
    variant: str | None = Field(description="The variant of the solution it is about.")
    measured_by: MeasuredBy = Field(description="Who took the number.")
    comparison: Comparison = Field(description="What it is compared with.")
    promised: Promised | None = Field(description="What had been promised instead, if anything.")


class CaseGrade(Shown):
    """The evidence grade of a case study: that of its best-founded result on its aim."""

    letter: str = Field(pattern="^[A-E]$", description="A to E.")
    name: str = Field(description="The grade in words.")
    needs: str = Field(description="The rule that gave it.")
    raise_by: str = Field(description="What would earn the next better one; empty for an A.")
    rests_on: list[str] = Field(description="The results it rests on, as JSON Pointers.")


class Judged(Shown):
    """What one case study says on the outcome that decides a verdict."""

    casestudy: Ref = Field(description="The case study.")
    variant: str | None = Field(description="The variant that it tried.")
    tendency: Tendency = Field(description="Its results on the outcome, all taken together.")
    compared: bool = Field(description="Measured, against a control group or the time before.")
    independent: bool = Field(description="Compared, and measured by somebody independent.")
    control_group: bool = Field(description="Compared with a control group.")
    condition: bool | None = Field(description="Whether the condition was met; null if unknown.")
    results: list[ResultValue] = Field(description="The results that count.")


class FormVerdict(Shown):
    """The verdict on one variant of a solution."""

    variant: str = Field(description="The id of the variant.")
    title: str = Field(description="Its name.")
    id: str = Field(description="The verdict.")
    name: str = Field(description="The verdict in words.")


class Verdict(Shown):
    """What is known of a solution, computed from the case studies that tried it."""

    id: str = Field(description="The verdict: works, mixed, not-known.")
    name: str = Field(description="The verdict in words.")
    needs: str = Field(description="The rule that gave it.")
    outcome: Ref = Field(description="The indicator that decided.")
    compared: int = Field(description="How many measured and compared.")
    independent: int = Field(description="How many of these somebody independent measured.")
    told: int = Field(description="How many tell a direction without a comparison.")
    counts: dict[str, int] = Field(description="Compared measurements by tendency.")
    effect: str | None = Field(description="The change for the better in words; null if unknown.")
    cost: str | None = Field(description="The cost of one in words; null if unknown.")
    ended: dict[str, int] = Field(description="Fates: how many are `known`, how many `stopped`.")
    forms: list[FormVerdict] = Field(description="Verdicts on its variants.")
    evidence: list[Judged] = Field(description="What it rests on, best founded first.")
    casestudies: list[Ref] = Field(description="Every case study that tried it.")
    promises: list[ResultValue] = Field(description="Results beside which a promise is known.")


class Links(Shown):
    """Where an entry can be read; relative to the site's root, but for those ending in `_url`."""

    self: str = Field(description="This document.")
    page: str = Field(description="Its page for people.")
    index: str = Field(description="The list of its kind.")
    schema_: str = Field(alias="schema", description="The JSON Schema of `entry`.")
    self_url: str | None = Field(description="This document; null while nothing is published.")
    page_url: str | None = Field(description="Its page; null while nothing is published.")


class Document(Shown):
    """One entry: its fields as in its content file, and what is computed from them."""

    id: str = Field(description="The name of its file, which never changes.")
    kind: str = Field(description="Its kind.")
    title: str = Field(description="Its heading.")
    root: str | None = Field(description="The site's published address; null if there is none.")
    links: Links = Field(description="Where it can be read.")
    entry: dict[str, Any] = Field(
        description="Its fields as in its file; `[@key]` cites a source, `[@ours]` is our advice."
    )
    body: str | None = Field(default=None, description="The Markdown of a chapter.")
    values: list[Value] = Field(description="Its numbers, but for the results of case studies.")
    sources: list[Receipt] = Field(description="Its sources, whole.")
    related: dict[str, list[Ref]] = Field(description="Entries that it names, by kind.")
    named_by: dict[str, list[Ref]] = Field(description="Entries that name it, by kind.")


class CaseStudyDocument(Document):
    """A case study."""

    grade: CaseGrade = Field(description="Its evidence grade.")
    results: list[ResultValue] = Field(description="Its results, in the order of its file.")
    facets: dict[str, list[str]] = Field(description="Its values by facet.")


class SolutionDocument(Document):
    """A solution."""

    verdict: Verdict = Field(description="What is known of it.")


class IndicatorDocument(Document):
    """An indicator."""

    results: list[ResultValue] = Field(description="Every result on it, by case study.")


class Row(Shown):
    """An entry in the list of its kind."""

    id: str = Field(description="Its id.")
    title: str = Field(description="Its heading.")
    page: str = Field(description="Its page.")
    self: str = Field(description="Its document.")
    facets: dict[str, list[str]] = Field(description="What it can be sorted out by.")


class Listing(Shown):
    """A part of the list of a kind."""

    kind: str = Field(description="The kind.")
    title: str = Field(description="What several of them are called.")
    count: int = Field(description="How many there are in all parts.")
    part: int = Field(description="Which part this is, from 1.")
    parts: int = Field(description="How many parts there are.")
    next: str | None = Field(description="The next part; null in the last one.")
    entries: list[Row] = Field(description="The entries of this part.")


class FacetValue(Shown):
    """A value of a facet that at least one case study has."""

    value: str = Field(description="The value.")
    title: str = Field(description="The value in words.")
    page: str = Field(description="The page about it.")
    casestudies: list[str] = Field(description="Ids of the case studies.")


class FacetShown(Shown):
    """A way to sort out case studies."""

    id: str = Field(description="Its name.")
    title: str = Field(description="Its name in words.")
    kind: str | None = Field(description="The kind of its values where they are entries.")
    ordered: bool = Field(description="Whether its values have an order of their own.")
    values: list[FacetValue] = Field(description="Its values.")


class Facets(Shown):
    """Every facet of case studies."""

    facets: list[FacetShown] = Field(description="The facets, in the order of the site.")


class ShortcutShown(Shown):
    """A list or a tool, by other words that people use."""

    id: str = Field(description="Its id.")
    title: str = Field(description="What it is called.")
    page: str = Field(description="Its page.")
    lead: str = Field(description="What one finds there.")
    also_called: dict[str, list[str]] = Field(description="Words people search it by.")


class Shortcuts(Shown):
    """Pages that are no entries: lists and tools."""

    shortcuts: list[ShortcutShown] = Field(description="The shortcuts, by id.")


class ChangeShown(Shown):
    """What is different since a day."""

    id: str = Field(description="Its id.")
    date: str = Field(description="The day: 2026-11-30.")
    what: str = Field(description="What is different, in one sentence.")
    pages: list[str] = Field(description="The pages it is about.")
    entries: list[Ref] = Field(description="The entries that stand on these pages alone.")


class Changes(Shown):
    """The changes of one year, newest first: whoever asks for those since a day stops there."""

    year: str = Field(description="The year.")
    changes: list[ChangeShown] = Field(description="The changes.")


class KindShown(Shown):
    """A kind of entries and where it is listed."""

    kind: str = Field(description="Its name.")
    title: str = Field(description="What several of them are called.")
    count: int = Field(description="How many there are; drafts are left out.")
    index: str = Field(description="The first part of its list.")
    document: str = Field(description="The address of a document, with {id} in it.")
    schema_: str = Field(alias="schema", description="The JSON Schema of its fields.")


class Year(Shown):
    """A year with changes."""

    year: str = Field(description="The year.")
    newest: str = Field(description="The day of its newest change.")
    self: str = Field(description="Its file.")


class Licence(Shown):
    """What one may do with all this."""

    name: str = Field(description="Its short name.")
    url: str = Field(description="Its text.")
    attribution: str = Field(description="Whom to name.")


class Contents(Shown):
    """What is here."""

    title: str = Field(description="What this is.")
    version: str = Field(description="The version of the knowledge base.")
    date: str = Field(description="The newest day on which a source was read or a page changed.")
    language: str = Field(description="The language of its texts.")
    root: str | None = Field(description="The site's published address; null if there is none.")
    licence: Licence = Field(description="What one may do with it.")
    notes: list[str] = Field(description="How to read it.")
    kinds: list[KindShown] = Field(description="The kinds of entries, by name.")
    facets: str = Field(description="The facets of case studies.")
    shortcuts: str = Field(description="Lists and tools by other words.")
    changes: list[Year] = Field(description="Years with changes, newest first.")
    openapi: str = Field(description="The description of every file.")
