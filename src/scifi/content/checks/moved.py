"""Rules about entries that were renamed, joined or taken out: `redirects`, `former-id`."""

from collections.abc import Collection, Iterator

from scifi.content.checks import mends
from scifi.content.checks.base import Library, Rule
from scifi.content.load import Document, Path
from scifi.content.problem import Problem, nearest
from scifi.content.source import REDIRECTS, SourceFile
from scifi.kinds import KINDS
from scifi.language import _
from scifi.redirects import FILE, Redirect, entry_of


class Redirects(Rule):
    """
    Whoever renames, joins or takes out an entry says in `data/redirects.yml` where its facts are.

    A line names the file that was, a colon, and the file that is:
    `data/indicators/company-loss.yml: data/indicators/profit-or-loss.yml`. For an entry that was
    taken out because it was wrong, write `null`; its address then leads to the list of its kind.
    `scifi check --changed` asks git which files of the main branch are gone and have no line.

    Why: other sites, letters and papers name the old address. With the line it leads on; without
    it, to nothing. Of an entry without a page of its own, the address leads to the page of all.

    Fix: write the line that the message shows. A line stays for ever, and the name before the
    colon is never used again.
    """

    name = "redirects"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every line that leads from no former entry, or to none that is there."""
        if document.file.kind != REDIRECTS:
            return
        for was, now in document.data.items():
            yield from self._wrong_start(document, was)
            yield from self._wrong_goal(document, was, now, library)

    def _wrong_start(self, document: Document, was: str) -> Iterator[Problem]:
        if entry_of(was) is None:
            yield self.problem(
                document,
                (was,),
                _('"{file}" is not the name of a content file', file=was),
                _("The line says which page was there before, by the file it was made from."),
                _("Write the whole name, such as {file}.", file=KINDS["casestudy"].file("id")),
                key=True,
            )

    def _wrong_goal(
        self, document: Document, was: str, now: object, library: Library
    ) -> Iterator[Problem]:
        entry = entry_of(now)
        if now is None or (entry and entry[1] in library.ids.get(entry[0], ())):
            return
        further = document.data.get(str(now)) if entry else None
        if further:
            fix = _("Write {file}, where that one leads.", file=further)
        else:
            fix = nearest(now, [KINDS[k].file(i) for k in KINDS for i in library.ids.get(k, ())])
        yield self.problem(
            document,
            (was,),
            _("there is no content file {file}", file=now),
            _("A former address leads to an entry that is there, in one step."),
            fix,
        )

    @classmethod
    def missing(cls, gone: Collection[str], known: Collection[Redirect]) -> list[Problem]:
        """A problem for each file of the main branch that is gone and that no line names."""
        named = {(redirect.kind, redirect.id) for redirect in known}
        return [
            Problem(
                FILE,
                1,
                1,
                cls.name,
                _("{file} is gone, and no line says where its facts are", file=file),
                _("Others have its address, and it would lead to nothing."),
                _(
                    "Write the line `{file}: ` with the file that holds them now, or with null.",
                    file=file,
                ),
            )
            for file in sorted(gone)
            if (entry := entry_of(file)) and entry not in named
        ]


class FormerId(Rule):
    """
    No file names an entry by the name that it had before.

    `data/redirects.yml` says which names these are, and what took their place.

    Why: readers would be led round a corner, and counts by that name would find nothing.

    Fix: use the name in the message. `scifi check --fix` does so where an entry of the same kind
    has taken its place.
    """

    name = "former-id"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every former id, and every former address of a page."""
        for path, kind, id_ in document.references:
            redirect = library.former.get((kind, id_))
            if redirect and id_ not in library.ids.get(kind, ()):
                yield self._told(document, path, redirect)
        for path, address in _pages(document):
            if redirect := library.former_addresses.get(address):
                yield self._told(document, path, redirect, address)

    def _told(
        self, document: Document, path: Path, redirect: Redirect, address: str = ""
    ) -> Problem:
        what = _('"{name}" is a former name', name=address or redirect.id)
        why = _("The entry was renamed, joined with another or taken out.")
        if redirect.now is None:
            fix = _("Delete it: the entry was taken out.")
        elif address:
            fix = _("Write {name}.", name=redirect.goal)
        elif redirect.now[0] == redirect.kind:
            fix = _("Write {name}.", name=redirect.now[1])
        else:
            fix = _(
                "Delete it; its facts are in {file} now, which may be named instead.",
                file=KINDS[redirect.now[0]].file(redirect.now[1]),
            )
        return self.problem(document, path, what, why, fix)


def renamed(file: SourceFile, library: Library) -> Iterator[str]:
    """The file with one former name replaced by that of the entry of the same kind, for each."""
    document = mends.document_of(file)
    if document is None:
        return
    for path, kind, id_ in document.references:
        redirect = library.former.get((kind, id_))
        if redirect and redirect.now and redirect.now[0] == kind:
            yield from mends.put(document, path, redirect.now[1])
    for path, address in _pages(document):
        if redirect := library.former_addresses.get(address):
            yield from mends.put(document, path, redirect.goal)


def _pages(document: Document) -> Iterator[tuple[Path, str]]:
    """The addresses of pages that a note of a change, or a shortcut, names."""
    for path, text in document.texts:
        if document.file.kind in ("change", "shortcut") and path[0] in ("page", "pages"):
            yield path, text
