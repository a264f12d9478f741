"""Rules about names: `known-id`, `own-link`, `known-class`, `known-variant`, `free-address`."""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from scifi.content.checks.base import Library, Rule
from scifi.content.load import Document, Path
from scifi.content.problem import Problem, closest, nearest
from scifi.kinds import KIND_BY_FIELD, KINDS
from scifi.language import _
from scifi.model import Axis, Solution
from scifi.model.texts import ID_PATTERN
from scifi.redirects import FILE


class KnownId(Rule):
    """
    Every id that a file names belongs to an entry that exists.

    An id is the name of a file without its ending: `remedies: [no-bids]` means
    `data/remedies/no-bids.yml`.

    Why: ids become links in both directions. A misspelt one would be a dead link, and
    the case would be missing where readers look for it.

    Fix: use the id offered in the message, or add the entry that is meant first
    (`scifi new remedy no-bids`).
    """

    name = "known-id"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every id without an entry."""
        for path, kind, id_ in document.references:
            if id_ not in library.ids.get(kind, []):
                yield self.problem(
                    document,
                    path,
                    _('unknown {kind} "{id}"', kind=kind, id=id_),
                    _("The page would link to nothing."),
                    self._advice(kind, id_, library.ids.get(kind, [])),
                )

    def _advice(self, kind: str, id_: str, known: list[str]) -> str:
        """The nearest id, and how to start the entry where the id is a new one."""
        if kind not in KINDS or not re.fullmatch(ID_PATTERN, id_):
            return nearest(id_, known)
        command = f"scifi new {kind} {id_}"
        near = closest(id_, known)
        if near:
            return _(
                'Did you mean "{name}"? If not, start a new entry with {command}.',
                name=near,
                command=command,
            )
        return _(
            "Start the entry with {command}, or name one of {folder}/.",
            command=command,
            folder=KINDS[kind].folder,
        )


class OwnLink(Rule):
    """
    No entry names itself, and no list names anything twice.

    Why: a page that sends its reader to itself helps nobody, and an entry named twice is counted
    twice.

    Fix: delete the line, or name the entry that is meant.
    """

    name = "own-link"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every id that is the file's own, and every id that its list has already."""
        seen: set[tuple[object, ...]] = set()
        for path, kind, id_ in document.references:
            if (kind, id_) == (document.file.kind, document.file.id):
                yield self.problem(
                    document,
                    path,
                    _("the entry names itself"),
                    _("The link would lead to the page that it stands on."),
                    _("Delete it, or name the entry that is meant."),
                )
            if isinstance(path[-1], int) and (path[:-1], id_) in seen:
                yield self._again(document, path, id_)
            seen.add((path[:-1], id_))
        for path, items in document.lists:
            texts = [item for item in items if isinstance(item, str)]
            if path[-1] not in KIND_BY_FIELD and "rows" not in path and len({*texts}) < len(texts):
                again = next(i for i, item in enumerate(items) if item in items[:i])
                yield self._again(document, (*path, again), str(items[again]))

    def _again(self, document: Document, path: Path, text: str) -> Problem:
        return self.problem(
            document,
            path,
            _('"{id}" is named twice', id=text),
            _("It would be shown twice, and counted twice."),
            _("Delete one of the two."),
        )


class ToldApart(Rule):
    """
    No two entries of a kind have the same title, or the same place in the order of their kind.

    Why: two cards with one title cannot be told apart, and of two steps with one number nobody
    knows which comes first. Mostly a file was copied, and a line not changed.

    Of a title `scifi check` only makes a remark: two cities may have one name.

    Fix: change the line in the file that was copied.
    """

    name = "told-apart"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """A title or an order that an entry before this one has."""
        kind, id_ = document.file.kind, document.file.id
        title = str(document.data.get("title")).casefold()
        for field, value in (("title", title), ("order", document.data.get("order"))):
            if field not in document.data or not isinstance(value, str | int):
                continue
            other = library.first_by.get((kind, field, value), id_)
            if other < id_:
                yield self.problem(
                    document,
                    (field,),
                    _("{id} has the same {field}", id=KINDS[kind].file(other), field=field),
                    _("Readers could not tell the two apart."),
                    _("Change it here or there."),
                    remark=field == "title",
                )


class KnownClass(Rule):
    """
    A city's class, and those other files name, exist on the axis they name.

    Why: the pathway map and the pathway finder compare classes by name; a misspelt one
    never matches.

    Fix: use a class id from the axis file in `data/axes/`.
    """

    name = "known-class"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every class its axis does not have."""
        if document.file.kind not in ("city", "funding", "pathway", "question"):
            return
        for path, group in document.groups:
            axis = library.entries.get("axis", {}).get(str(group.get("axis")))
            if not isinstance(axis, Axis):
                continue
            known = [c.id for c in axis.classes]
            single, several = group.get("class"), group.get("classes")
            named = [((*path, "class"), single)] if isinstance(single, str) else []
            if isinstance(several, list):
                named += [((*path, "classes", i), c) for i, c in enumerate(several)]
            for place, class_ in named:
                if class_ not in known:
                    yield self.problem(
                        document,
                        place,
                        _('the axis "{axis}" has no class "{name}"', axis=axis.id, name=class_),
                        _("A class that does not exist never matches a city."),
                        nearest(class_, known),
                    )


class KnownVariant(Rule):
    """
    A variant that a case study names is one of the solution it tried.

    `solutions` of the case says which variant of which solution was tried; `variant` of a
    result says which of these the result is about.

    Why: effects are counted by variant; a misspelt one would found a verdict of its own.

    Fix: use a variant from `data/solutions/<id>.yml`.
    """

    name = "known-variant"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every variant its solution does not have."""
        if document.file.kind != "casestudy":
            return
        known: list[str] = []
        for path, group in document.groups:
            if path[:1] == ("solutions",):
                solution = library.entries.get("solution", {}).get(str(group.get("solution")))
                own = [v.id for v in solution.variants] if isinstance(solution, Solution) else []
                known += own
                yield from self._unknown(document, path, group, own)
        for path, group in document.groups:
            if path[:1] == ("results",):
                yield from self._unknown(document, path, group, known)

    def _unknown(
        self, document: Document, path: Path, group: Mapping[str, object], known: list[str]
    ) -> Iterator[Problem]:
        variant = group.get("variant")
        if isinstance(variant, str) and variant not in known:
            yield self.problem(
                document,
                (*path, "variant"),
                _('unknown variant "{id}"', id=variant),
                _("Effects are counted by variant of a solution that the case names."),
                nearest(variant, known),
            )


class FreeAddress(Rule):
    """
    No entry takes the address of a page that the site has already.

    Nor the name that another entry had before: `data/redirects.yml` lists these.

    Why: the id becomes the page's address. A remedy called `today` would stand where the
    page "First aid today" stands, and one of the two would be lost.

    Fix: choose another name for the file, with a word more: `today-offline.yml`.
    """

    name = "free-address"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """The file's own name, if it is taken, or was that of a former entry."""
        file = document.file
        other = f"{file.id}-2{PurePath(file.path).suffix}"
        if file.kind in KINDS and file.id in KINDS[file.kind].taken:
            yield self.problem_at(
                document,
                (1, 1),
                _('the name "{id}" is taken by a page of the site', id=file.id),
                _("The id becomes the page's address, and an address leads to one page."),
                _("Rename the file, such as {name}.", name=other),
            )
        elif (file.kind, file.id) in library.former:
            yield self.problem_at(
                document,
                (1, 1),
                _('the name "{id}" was that of a former entry', id=file.id),
                _("Whoever has its address is to find what took its place, and nothing else."),
                _(
                    "Rename the file, such as {name}; if it was never gone, delete its line in "
                    "{list}.",
                    name=other,
                    list=FILE,
                ),
            )
