"""Documents: the data of one PDF, as plain values that JSON can hold and a Typst template reads."""

from collections.abc import Mapping
from typing import Any, NotRequired, TypedDict

from scifi.printing.reading.nodes import Content


class OutsideLink(TypedDict):
    """An address out of the cookbook, and how paper shows it."""

    to: str
    shown: str


class NamedPage(TypedDict, total=False):
    """A page that a short document names and does not hold; its address if the site has one."""

    title: str
    address: str
    web: str


class IndexEntry(TypedDict):
    """
    A line of an index: `label` is its own place, `index` names the places that it lists.

    `to` is the label of what is about it, empty if nothing is; lines with the same `where` stand
    together.
    """

    title: str
    grade: str
    where: str
    text: str
    label: str
    index: str
    to: str


class MapPlace(TypedDict):
    """A place on the map of the cover, in radii of the earth, and how many case studies it has."""

    name: str
    x: float
    y: float
    cases: int


class CoverMap(TypedDict):
    """The map of the cover with its net of degrees; the frame is left, top, right and bottom."""

    alt: str
    told: str
    places: list[MapPlace]
    lines: list[list[tuple[float, float]]]
    frame: list[float]


class NumberedSource(TypedDict):
    """A source at the end of a paper."""

    n: int
    text: str


class BriefPart(TypedDict):
    """A part of a brief under its title."""

    title: str
    body: Content


class Brief(TypedDict):
    """A whole brief of one length, and how to read it."""

    parts: list[BriefPart]
    how: str


class Decision(TypedDict):
    """What a council is asked: boxes to tick, and lines to write on."""

    title: str
    question: str
    ticks: list[str]
    lines: list[str]


class KeyFigure(TypedDict):
    """A number and the words after it."""

    number: str
    text: Content


class TitledList(TypedDict):
    """A list under its title."""

    title: str
    items: list[Content]


class BookSection(TypedDict, total=False):
    """
    A section of a document; `type` says what it is, and which keys it has beside slug and title.

    "sheet": a page of the site. "part": the page that opens a part. "theme": the case studies of
    a theme in short form. "page": a page of the book's own, such as its key figures or sources.
    All these have `lead`, `level` of the title, and a `body` of nodes. "index" has `lead` and
    `entries`. "front" (cover, imprint, contents), "blank" and "back-cover" are for paper only.
    """

    type: str
    slug: str
    part: str
    kicker: str
    number: str
    running: str
    title: str
    lead: str
    level: int
    contents: bool
    body: Content
    links: list[OutsideLink]
    named: list[NamedPage]
    entries: list[IndexEntry]

    lengths: "list[Brief]"
    decision: Decision
    figures: "list[KeyFigure]"
    ticks: TitledList
    questions: TitledList
    how: str
    sources: "list[NumberedSource]"


class PictogramOnPaper(TypedDict):
    """A pictogram as SVG, and its words."""

    svg: str
    words: str


class WorksheetBlock(TypedDict, total=False):
    """A text, a table, lines to write on, boxes to tick, or questions: `type` says which."""

    type: str
    title: str
    text: str
    columns: list[str]
    rows: list[list[str]]
    empty: int
    wide: bool
    count: int
    items: list[str]
    lines: int
    pictograms: list[PictogramOnPaper]


class ContractClause(TypedDict):
    """A clause: its words, in which a blank is a list of its name and our proposal; guidance."""

    id: str
    title: str
    pieces: list[str | list[str]]
    guidance: list[str]


class ContractAnnex(TypedDict):
    """A paper that belongs to a contract, by the letter that its text names."""

    letter: str
    title: str


class ContractGroup(TypedDict):
    """The clauses of a contract that are about the same."""

    id: str
    title: str
    clauses: list[ContractClause]


class SheetCell(TypedDict, total=False):
    """A cell: a text, a number, or a formula with what it gives; `name` is its name in formulas."""

    text: str
    number: float
    formula: str
    name: str


class SheetRow(TypedDict):
    """A row of cells that look alike: "title", "head", "text", "line" or "total"."""

    look: str
    cells: list[SheetCell]


class Sheet(TypedDict):
    """A sheet of a spreadsheet; widths of its columns in letters."""

    title: str
    widths: list[int]
    rows: list[SheetRow]


class Design(TypedDict):
    """How a document is set."""

    paper: str
    ink_saver: bool
    large: bool
    compact: NotRequired[bool]


class DocumentData(TypedDict, total=False):
    """What every document has, then what books have, then what worksheets and contracts have."""

    kind: str
    title: str
    description: str
    author: str
    keywords: list[str]
    part: str
    lang: str
    date: list[int]
    header: str
    footer: str
    design: Design
    words: dict[str, str]
    imprint: list[str]

    version_line: str
    licence_line: str
    version_sentence: str

    site: str
    address: str
    qr: str
    legend: list[str]
    cover: CoverMap
    sections: list[BookSection]
    labels: list[str]

    kicker: str
    heading: str
    lead: Any
    notes: list[str]
    blocks: list[WorksheetBlock]
    parties: list[str | list[str]]
    groups: list[ContractGroup]
    annexes_lead: str
    annexes: list[ContractAnnex]
    signatures: list[list[str]]
    sheets: list[Sheet]


Data = Mapping[str, Any]
"""Any document as the typesetter sees it."""
