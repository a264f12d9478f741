"""Rules about receipts: that there is one, that it leads somewhere, and what it must say."""

from collections.abc import Iterator, Mapping

from scifi.content.checks import marks
from scifi.content.checks.base import Library, Rule
from scifi.content.checks.expected import slug
from scifi.content.load import Document, Path, Place
from scifi.content.problem import Problem, nearest
from scifi.language import _
from scifi.model.casestudy import states_change
from scifi.model.texts import CITATION, OURS, cited


def citations(document: Document) -> Iterator[tuple[Place, str, bool]]:
    """Every source key a file cites: its place, the key, and whether a field `source` holds it."""
    for path, group in document.groups:
        if isinstance(group.get("source"), str):
            yield document.place((*path, "source")), str(group["source"]), True
    for place, text in document.passages:
        for key in CITATION.findall(text):
            yield place, key, False


def meant(document: Document) -> set[str]:
    """The keys under `sources`, also as they should be written: of "My note" there is `my-note`."""
    keys = listed(document)
    return {*keys, *(slug(key) for key in keys)}


def listed(document: Document) -> list[str]:
    """The keys under `sources` of a file."""
    sources = document.data.get("sources")
    return [str(key) for key in sources] if isinstance(sources, Mapping) else []


class KnownSource(Rule):
    """
    Every source key that is cited stands under `sources` in the same file.

    A key is cited by `source: key` or, inside a text, by `[@key]`. `[@ours]` marks
    our own advice and needs no entry.

    Why: a receipt that leads nowhere is no receipt. Files carry their own sources, so
    that one file is a whole contribution.

    Fix: use a key from `sources`, or add the source there.
    """

    name = "known-source"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every cited key that is not listed, and marks that look like a citation but are none."""
        known, keys = listed(document), meant(document)
        for place, key, in_field in citations(document):
            if key not in keys and (key != OURS or in_field):
                yield self.problem_at(
                    document,
                    place,
                    _('source "{key}" is not listed under "sources"', key=key),
                    _("Every receipt has to lead to a page one can open."),
                    nearest(key, known),
                )
        for place, text in document.passages:
            for mark, key in marks.almost(text, known):
                yield self.problem_at(
                    document,
                    place,
                    _('"{mark}" is not a citation', mark=mark),
                    _("It would be printed as it stands instead of leading to a source."),
                    marks.advice(key),
                )


class UsedSource(Rule):
    """
    Every source listed in a file is cited in it at least once.

    Why: a list of sources that nothing leans on looks like evidence and is none.

    Fix: cite it where it supports something, as `source: key` or `[@key]`, or delete it.
    """

    name = "used-source"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every source nobody cites."""
        used = {key for _place, key, _in_field in citations(document)}
        used |= _unfinished(document)
        for key in listed(document):
            if key == OURS:
                yield self.problem(
                    document,
                    ("sources", key),
                    _('a source cannot be called "ours"'),
                    _("[@ours] marks our own advice."),
                    _("Give the source another key."),
                    key=True,
                )
            elif key not in used and slug(key) not in used:
                yield self.problem(
                    document,
                    ("sources", key),
                    _('source "{key}" is never cited', key=key),
                    _("Sources that support nothing make a page look better founded than it is."),
                    _("Cite it with [@{key}] where it supports something, or delete it.", key=key),
                    key=True,
                )


def _unfinished(document: Document) -> set[str]:
    """Sources that still say TODO: one problem is enough for them."""
    texts = ((path[1], text) for path, text in document.source_texts if len(path) > 1)
    return {str(key) for key, text in texts if text.startswith("TODO")}


class MeasuredPeriod(Rule):
    """
    A result of kind `measured` says in which period it was measured.

    Why: a saving of one summer week and one of three years are different findings; who
    reads the number cannot tell them apart without the period.

    Fix: fill in `period`, such as "2019" or "six weeks in winter". If the source does not
    say, the number is `reported`, not `measured`.
    """

    name = "measured-period"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every measured result without a period."""
        results = document.data.get("results")
        if document.file.kind != "casestudy" or not isinstance(results, list):
            return
        for i, result in enumerate(results):
            measured = isinstance(result, Mapping) and result.get("kind") == "measured"
            if measured and not result.get("period"):
                yield self.problem(
                    document,
                    ("results", i, "period"),
                    _("a measured result has no period"),
                    _("Without its period nobody can compare or repeat the measurement."),
                    _("Fill in `period`, or call the result `reported` if no source names one."),
                )


GROUPS = ("control-group", "other-form")
"""Comparisons with a group whose number a reader must see."""


class ComparedResult(Rule):
    """
    A result compared with a group gives that group's number too, or is itself the difference.

    The other number is the `baseline`: that of the control group or of the other form. A unit
    that ends in "less", "more" or "better" says that the value is a difference.

    Why: twelve injuries "compared with a control group" prove nothing as long as nobody sees
    how many there were in the control group.

    Fix: fill in `baseline`, or state the difference in a unit such as "% less"; if no source
    gives either, `comparison` is `none` or `value` is null.
    """

    name = "compared-result"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every compared result that shows one side only."""
        results = document.data.get("results")
        if document.file.kind != "casestudy" or not isinstance(results, list):
            return
        for i, result in enumerate(results):
            if not isinstance(result, Mapping) or result.get("comparison") not in GROUPS:
                continue
            one_sided = result.get("value") is not None and result.get("baseline") is None
            if one_sided and not states_change(str(result.get("unit"))):
                yield self.problem(
                    document,
                    ("results", i, "comparison"),
                    _("a compared result shows one side only"),
                    _("A comparison nobody can see is none."),
                    _('Fill in `baseline`, or give the difference in a unit such as "% less".'),
                )


class OutsideSource(Rule):
    """
    What a law says, key figures of a chapter, and a funding line's size and rate have a source.

    Of a law these are its points, its dates, and the limits of countries.

    Why: readers act on these numbers. `[@ours]` is fine for advice, never for a threshold.

    Fix: cite the page it was read on, `[@key]`; a remark of ours may follow.
    """

    name = "outside-source"
    of_judgement = True

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every such text that cites only ourselves; one without any receipt fails in `fields`."""
        for path, text in document.texts:
            if self._is_meant(document.file.kind, path) and set(cited(text)) == {OURS}:
                yield self.problem(
                    document,
                    path,
                    _("this has no source but ourselves"),
                    _("Readers act on laws and sums of money; they must be able to check them."),
                    _("Cite the page it was read on, [@key]."),
                )

    def _is_meant(self, kind: str, path: Path) -> bool:
        if kind == "law":
            return path[0] in ("points", "dates", "national_limits") and path[-1:] == ("text",)
        if kind == "chapter":
            return path[:2] == ("key_points", "figures") and path[-1:] == ("what",)
        return kind == "funding" and path in (("size",), ("rate",))
