"""
The list of papers: every printed file by its name, before any of them is made.

Pages write their links from it, and a print run makes exactly these files. A file is named by what
it is, never by its version, which stands inside: so links to it last.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from scifi import urls
from scifi.corpus import Corpus
from scifi.kinds import KINDS, part_title
from scifi.labels import label
from scifi.language import N_, _, capitalised
from scifi.model.base import Role

ALL, NO_BOOK, NONE = "all", "no-book", "none"
"""Which papers a site has; the book takes half of the time of all."""


@dataclass(frozen=True)
class Sort:
    """One sort of paper: its word in names of files, the heading of its list, its link."""

    word: str
    heading: str
    link: str
    """What a page calls its own one; `{format}` is filled in, and `{title}`."""
    note: str = ""
    """What a reader of the list should know."""


_PRINT = N_("Print ({format})")
_TITLE = N_("{title} ({format})")

SORTS = {
    "book": Sort("whole-book", N_("The whole book"), _TITLE),
    "press": Sort("whole-book-for-press", N_("The whole book"), _TITLE),
    "part": Sort("part", N_("The parts"), _PRINT),
    "chapter": Sort(KINDS["chapter"].paper, N_("Chapters of the cookbook"), _PRINT),
    "worksheet": Sort(
        "worksheet",
        N_("Worksheets to fill in"),
        N_("Worksheet “{title}” ({format})"),
        N_(
            "To fill one in on a computer, take DOCX or ODT. The PDFs have lines to write on, "
            "and no form fields: the program that sets them cannot make any yet."
        ),
    ),
    "contract": Sort(
        "contract",
        N_("Model contract"),
        _TITLE,
        N_(
            "It holds every clause. The assembler on the page of the contract takes out what "
            "your pilot does not need."
        ),
    ),
    "worked-pilot": Sort(
        KINDS["worked-pilot"].paper,
        N_("Worked pilots"),
        _PRINT,
        N_("The towns are invented. The page of each has a folder with all its files."),
    ),
    "worked-contract": Sort("worked-contract", N_("Worked pilots"), N_("Its contract ({format})")),
    "worked-sheets": Sort("worked-sheets", N_("Worked pilots"), N_("Its sheets ({format})")),
    "worked-sums": Sort("worked-sums", N_("Worked pilots"), N_("Its sums and budget ({format})")),
    "key-points": Sort(
        "key-points",
        N_("Key points of a chapter on one page"),
        N_("Key points on one page ({format})"),
    ),
    "large-print": Sort(
        KINDS["chapter"].paper, N_("Chapters in large print (18 pt)"), N_("Large print ({format})")
    ),
    "checklist": Sort(
        "checklist",
        N_("Checklist of the seven steps"),
        _TITLE,
        N_(
            "The one to fold: print on both sides, flip on the short edge, fold once. It "
            "takes 2 sheets of A4."
        ),
    ),
    "role": Sort("pages-for", N_("Pages for one role"), _TITLE),
    "step": Sort(KINDS["step"].paper, N_("Steps of the survival guide"), _PRINT),
    "solution": Sort(KINDS["solution"].paper, N_("Solutions"), _PRINT),
    "pathway": Sort(KINDS["pathway"].paper, N_("Pathways"), _PRINT),
    "remedy": Sort(KINDS["remedy"].paper, N_("Remedies of the aid kit"), _PRINT),
    "casestudy": Sort(KINDS["casestudy"].paper, N_("Case studies"), _PRINT),
    "chapter-pack": Sort(
        "chapter-pack",
        N_("Chapter packs"),
        N_("Chapter pack ({format})"),
        N_(
            "Everything that belongs to a chapter in one file: its papers, the case studies that "
            "it tells of, the solutions these tried, and the numbers of its charts."
        ),
    ),
}
"""Every sort, in the order of the list."""

LARGE = "-large-print"
"""What the name of a file in large print ends with."""

MEDIA_BY_ENDING = {
    ".pdf": "application/pdf",
    ".epub": "application/epub+zip",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".zip": "application/zip",
}

FILE_BY_ROLE = {
    Role.CHAMPION: "mayor",
    Role.PROJECT_LEAD: "project-lead",
    Role.BUYER: "buyer",
    Role.LAWYER: "lawyer",
    Role.DATA_OWNER: "data-officer",
    Role.CITIZEN_PANEL: "citizen-panel",
}
"""What each role is called in the name of its file."""


@dataclass(frozen=True)
class PaperFile:
    """
    One printed file: of which sort, about which entry, and what it is called.

    `address` is the page that it belongs to, from where it is linked; `file` its own address.
    """

    kind: str
    id: str
    title: str
    address: str
    file: str

    @property
    def name(self) -> str:
        """The name of the file, which is its place in the list too."""
        return PurePosixPath(self.file).name

    @property
    def format(self) -> str:
        """PDF, DOCX and so on."""
        return PurePosixPath(self.file).suffix[1:].upper()

    @property
    def media(self) -> str:
        """Its media type."""
        return MEDIA_BY_ENDING[PurePosixPath(self.file).suffix]

    @property
    def row(self) -> str:
        """What the list of all papers calls it; a PDF needs no word."""
        if self.format == "PDF":
            return self.title
        return _("{title} ({format})", title=self.title, format=self.format)

    @property
    def link(self) -> str:
        """What the page that it belongs to calls it."""
        return _(SORTS[self.kind].link, title=self.title, format=self.format)


def papers(corpus: Corpus, which: str = ALL) -> list[PaperFile]:
    """The papers that a site has: all, those without book and parts, or none."""
    if which == NONE:
        return []
    order = list(SORTS)
    found = [
        *_of_the_book(),
        *_of_entries(corpus),
        *_of_chapters(corpus),
        *_of_clauses(corpus),
        *_of_worked_pilots(corpus),
        *_of_roles(),
    ]
    left_out = ("book", "press", "part") if which == NO_BOOK else ()
    kept = (paper for paper in found if paper.kind not in left_out)
    return sorted(kept, key=lambda paper: order.index(paper.kind))


def grouped(listed: Iterable[PaperFile]) -> list[tuple[Sort, list[PaperFile]]]:
    """Papers under the headings of the list, each with its first sort."""
    groups: dict[str, tuple[Sort, list[PaperFile]]] = {}
    for paper in listed:
        sort = SORTS[paper.kind]
        groups.setdefault(sort.heading, (sort, []))[1].append(paper)
    return list(groups.values())


def file(kind: str, id_: str, suffix: str = "", ending: str = ".pdf") -> str:
    """The address of a file of this sort."""
    return urls.paper(SORTS[kind].word, id_, suffix, ending)


def _paper(kind: str, id_: str, title: str, address: str, ending: str = ".pdf") -> PaperFile:
    suffix = LARGE if kind == "large-print" else ""
    return PaperFile(kind, id_, title, address, file(kind, id_, suffix, ending))


def _of_the_book() -> Iterator[PaperFile]:
    yield _paper("book", "", _("SCIFI cookbook"), "")
    yield _paper("book", "", _("SCIFI cookbook for e-readers and phones"), "", ".epub")
    yield _paper("press", "", _("SCIFI cookbook with back cover, for a print shop"), "print/press/")
    for part in ("solutions", "pathways", "cookbook", "survival-guide", "aid-kit"):
        yield _paper("part", part, part_title(part), f"{part}/")


def _of_entries(corpus: Corpus) -> Iterator[PaperFile]:
    for kind in ("chapter", "step", "solution", "pathway", "remedy", "casestudy"):
        for entry in corpus.all(kind):
            yield _paper(kind, entry.id, entry.title, KINDS[kind].url(entry.id))


def _of_chapters(corpus: Corpus) -> Iterator[PaperFile]:
    for chapter in corpus.chapters:
        id_, title, address = chapter.id, chapter.title, urls.url("chapter", chapter.id)
        if chapter.key_points:
            yield _paper("key-points", id_, _("Key points: {title}", title=title), address)
        large = _("{title}, large print (18 pt)", title=title)
        yield _paper("large-print", id_, large, address)
        pack = _("Chapter pack: {title}", title=title)
        yield _paper("chapter-pack", id_, pack, address, ".zip")
    for sheet in corpus.worksheets:
        # A chapter names those of a set in its text: its head would be all links.
        address = KINDS["worksheet"].index if sheet.set else urls.url("chapter", sheet.chapter)
        for ending in (".pdf", ".docx", ".odt"):
            yield _paper("worksheet", sheet.id, sheet.title, address, ending)


def _of_clauses(corpus: Corpus) -> Iterator[PaperFile]:
    if corpus.clauses:
        title = _("Model contract for a pilot")
        for ending in (".pdf", ".docx", ".odt"):
            yield _paper("contract", "pilot", title, "clauses/contract/", ending)


def _of_worked_pilots(corpus: Corpus) -> Iterator[PaperFile]:
    for pilot in corpus.worked_pilots:
        id_, address = pilot.id, urls.url("worked-pilot", pilot.id)
        yield _paper("worked-pilot", id_, pilot.title, address)
        contract = _("Contract of the example: {title}", title=pilot.title)
        sheets = _("Sheets of the example: {title}", title=pilot.title)
        for ending in (".docx", ".odt"):
            yield _paper("worked-contract", id_, contract, address, ending)
            yield _paper("worked-sheets", id_, sheets, address, ending)
        sums = _("Sums and budget of the example: {title}", title=pilot.title)
        yield _paper("worked-sums", id_, sums, address, ".xlsx")


def worked_folder(id_: str) -> str:
    """The address of the folder with all files of a worked pilot."""
    return f"{urls.url('worked-pilot', id_)}{id_}.zip"


def _of_roles() -> Iterator[PaperFile]:
    guide = "survival-guide/"
    yield _paper("checklist", "seven-steps-a5", _("Checklist, page by page"), guide)
    yield _paper("checklist", "seven-steps-to-fold", _("Checklist to fold"), guide)
    for role, id_ in FILE_BY_ROLE.items():
        yield _paper("role", id_, capitalised(label(role)), "print/")
