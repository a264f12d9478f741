"""
Tagged PDFs joined to one, with one tree of tags, one set of bookmarks, and links across.

The parts come from our own typesetter; what it writes is known, and nothing else is provided for.
Numbering of tags follows ISO 32000-1, 14.7: each page and each link has a number in the tree.
"""

import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from scifi.printing import numbering
from scifi.printing.numbering import Numbering
from scifi.printing.typeset import Job, PlaceOnPage, Printout, is_kept, keep, run

SCHEME = "book:"
"""How the address of a link begins that leads into another part."""

ABOVE = 10.0
"""A link shows its place with a little room above it, pt: as the typesetter's own links do."""

IN_CONTENTS = {"/L": "/TOC", "/LI": "/TOCI", "/LBody": "/Reference"}
"""Tags of a list to those of a table of contents."""


MIRROR = 1.5 * 72 / 25.4
"""How far the text moves from the middle of the page to its outer edge, pt: 1.5 mm."""


@dataclass(frozen=True)
class Part:
    """
    A part of a binding: its file and how many pages it has, the levels by which its headings have
    to sink, and the labels whose pages its text names. The numbers that are to be printed on it are
    the count of all pages, those of these labels, and that of each page of its own.
    """

    path: Path
    pages: int
    shift: int
    refers: list[str]


@dataclass(frozen=True)
class Binding:
    """
    Parts to be joined in this order; the first is the front, whose list is the table of contents.

    `places` tells where each label stands in the joined file, at whose feet so many pages are
    counted; `type_case` is what its page numbers are printed with.
    """

    parts: list[Part]
    places: dict[str, list[PlaceOnPage]]
    count: int
    type_case: Job

    @cached_property
    def path(self) -> Path:
        """Where the joined file is kept: a name made from those of all that it is made of."""
        files = [self.type_case.path, *(part.path for part in self.parts)]
        made_from = " ".join([CODE, version("pikepdf"), *(file.stem for file in files)])
        return files[0].with_stem(hashlib.sha256(made_from.encode()).hexdigest()[:32])

    @property
    def done(self) -> bool:
        """True if the very same was joined before."""
        return is_kept(self.path)


def bind(binding: Binding) -> Printout:
    """The joined file, unless the very same was joined before."""
    return keep(binding.path, lambda: _joined(binding), sum(part.pages for part in binding.parts))


CODE = hashlib.sha256(
    b"".join(Path(file).read_bytes() for file in (__file__, numbering.__file__))
).hexdigest()
"""Changed code may join the same parts to another file."""

BRANCH = 64
"""Pairs in a branch of the trees of numbers and names."""

NAMED = {"/Note", "/TH", "/TD"}
"""Tags that have names, or name others."""

HEADING = re.compile(r"/H(\d)")


def _joined(binding: Binding) -> bytes:
    front = binding.parts[0]
    with Pdf.open(front.path) as whole:
        _make_unique(whole, "0-", front.shift, 0)
        _as_contents(whole)
        tree = _Tree(whole)
        for at, part in enumerate(binding.parts[1:], 1):
            with Pdf.open(part.path) as pdf:
                _make_unique(pdf, f"{at}-", part.shift, tree.next)
                tree.add(pdf, part.shift)
        tree.finish()
        _number(whole, binding)
        _mirror(whole)
        _link(whole, binding.places)
        _count(whole)
        out = io.BytesIO()
        whole.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )
        return out.getvalue()


class _Tree:
    """The first part, while pages, tags and bookmarks of the others are added to it."""

    def __init__(self, whole: Pdf):
        self.whole = whole
        self.root = whole.Root.StructTreeRoot
        self.document = self.root.K[0]
        self.elements: list[Any] = list(self.root.ParentTree.Nums)
        self.next = int(self.root.ParentTreeNextKey)
        self.ids = list(self.root.IDTree.Names) if "/IDTree" in self.root else []
        self.bookmarks: list[list[Object]] = []

    def add(self, part: Pdf, shift: int) -> None:
        """Put the pages of another part behind, and join its tags and bookmarks."""
        self.whole.add_pages_from(part, forms="strip")
        root = self.whole.copy_foreign(part.Root.StructTreeRoot)
        for tag in root.K[0].K:
            tag.P = self.document
            self.document.K.append(tag)
        numbers = list(root.ParentTree.Nums)
        for at in range(0, len(numbers), 2):
            self.elements += [int(numbers[at]) + self.next, numbers[at + 1]]
        self.next += int(root.ParentTreeNextKey)
        self.ids += list(root.IDTree.Names) if "/IDTree" in root else []
        for role, standard in root.RoleMap.items():
            self.root.RoleMap[role] = standard
        if "/Outlines" in part.Root:
            self._add_bookmarks(self.whole.copy_foreign(part.Root.Outlines), shift)

    def _add_bookmarks(self, outlines: Object, shift: int) -> None:
        """What sinks by a level belongs below the last bookmark of the highest level."""
        for bookmark in list(_siblings(outlines)):
            if shift:
                self.bookmarks[-1].append(bookmark)
            else:
                self.bookmarks.append([bookmark, *_siblings(bookmark)])

    def finish(self) -> None:
        """Write down what the parts have together."""
        new = self.whole.make_indirect
        self.root.ParentTree = self._branches("Nums", self.elements)
        self.root.ParentTreeNextKey = self.next
        pairs = zip(self.ids[::2], self.ids[1::2], strict=True)
        by_id = sorted(pairs, key=lambda pair: bytes(pair[0]))
        if by_id:
            self.root.IDTree = self._branches("Names", [item for pair in by_id for item in pair])
        outlines = new(Dictionary(Type=Name.Outlines))
        _chain(outlines, [first for first, *_ in self.bookmarks], is_open=True)
        for first, *below in self.bookmarks:
            _chain(first, below, is_open=False)
        self.whole.Root.Outlines = outlines

    def _branches(self, kind: str, pairs: list[Any]) -> Object:
        """A tree of sorted pairs in branches: a reader that seeks one need not go through all."""
        leaves = []
        for at in range(0, len(pairs), 2 * BRANCH):
            leaf = Dictionary({f"/{kind}": Array(pairs[at : at + 2 * BRANCH])})
            leaf.Limits = Array([leaf[f"/{kind}"][0], leaf[f"/{kind}"][-2]])
            leaves.append(self.whole.make_indirect(leaf))
        return self.whole.make_indirect(Dictionary(Kids=Array(leaves)))


def _make_unique(part: Pdf, prefix: str, shift: int, by: int) -> None:
    """Give tags names and numbers that no other part has, and headings their level."""
    for item in part.objects:
        if isinstance(item, Dictionary):
            if item.get("/Type") == Name.StructElem:
                _rename(item, prefix, shift)
                continue
            for key in ("/StructParent", "/StructParents"):
                if key in item:
                    item[key] = int(item[key]) + by
    if "/IDTree" in part.Root.StructTreeRoot:
        names = part.Root.StructTreeRoot.IDTree.Names
        for at in range(0, len(names), 2):
            names[at] = _prefixed(names[at], prefix)


def _rename(tag: Object, prefix: str, shift: int) -> None:
    role = str(tag.S)
    if role in NAMED:
        if "/ID" in tag:
            tag.ID = _prefixed(tag.ID, prefix)
        for attributes in tag.get("/A", []):
            if "/Headers" in attributes:
                attributes.Headers = Array(_prefixed(name, prefix) for name in attributes.Headers)
    elif shift and (level := HEADING.fullmatch(role)):
        tag.S = Name(f"/H{int(level[1]) + shift}")


def _prefixed(name: Object, prefix: str) -> String:
    return String(prefix + bytes(name).decode())


def _as_contents(front: Pdf) -> None:
    """Tag the list of the front as a table of contents."""
    for item in front.objects:
        if not isinstance(item, Dictionary) or item.get("/Type") != Name.StructElem:
            continue
        role = str(item.S)
        if role == "/LI":
            item.K = Array(kid for kid in item.K if kid.get("/S") != Name.Lbl)
        if role in IN_CONTENTS:
            item.S = Name(IN_CONTENTS[role])
            if "/A" in item:
                del item["/A"]


def _siblings(parent: Object) -> Iterator[Object]:
    """The bookmarks right below one."""
    bookmark = parent.get("/First")
    while bookmark is not None:
        yield bookmark
        bookmark = bookmark.get("/Next")


def _chain(parent: Object, children: list[Object], is_open: bool) -> None:
    """Make these the bookmarks below one."""
    for key in ("/First", "/Last", "/Count"):
        if key in parent:
            del parent[key]
    if not children:
        return
    parent.First, parent.Last = children[0], children[-1]
    parent.Count = len(children) if is_open else -len(children)
    for at, child in enumerate(children):
        child.Parent = parent
        for key, other in (("/Prev", at - 1), ("/Next", at + 1)):
            if 0 <= other < len(children):
                child[key] = children[other]
            elif key in child:
                del child[key]


def _number(whole: Pdf, binding: Binding) -> None:
    """Print the page numbers."""
    printer = Numbering(whole, run(binding.type_case).path)
    pages = list(whole.pages)
    before = 0
    for part in binding.parts:
        after = before + part.pages
        # What stands nowhere has got no room.
        named = [next((page for page, _, _ in binding.places.get(to, [])), 0) for to in part.refers]
        numbers = [binding.count, *named, *range(before + 1, after + 1)]
        printer.print(pages[before:after], numbers)
        before = after


def _mirror(whole: Pdf) -> None:
    """Make the margins inner and outer ones: move what is seen of the page, not what is on it."""
    for number, page in enumerate(whole.pages, 1):
        aside = -MIRROR if number % 2 else MIRROR
        left, lower, right, upper = map(float, page.MediaBox)
        page.MediaBox = Array([round(left + aside, 3), lower, round(right + aside, 3), upper])


def _link(whole: Pdf, places: dict[str, list[PlaceOnPage]]) -> None:
    """Lead links that name a label to its place, and tell of each to which page it leads."""
    numbers: dict[Any, int] = {page.objgen: number for number, page in enumerate(whole.pages, 1)}
    for page in whole.pages:
        for link in page.get("/Annots", []):
            address = str(link.A.URI) if "/A" in link and "/URI" in link.A else ""
            if address.startswith(SCHEME):
                label, _, nth = address.removeprefix(SCHEME).rpartition("#")
                number, x, y = places[label][int(nth)]
                target = whole.pages[number - 1]
                above = float(target.MediaBox[3]) - max(y - ABOVE, 0)
                del link["/A"]
                link.Dest = Array([target.obj, Name.XYZ, round(x, 3), round(above, 3), 0])
            if "/Dest" in link:
                link.Contents = String(f"page {numbers[link.Dest[0].objgen]}")


def _count(whole: Pdf) -> None:
    """Tell the number of pages in the description too, which is that of the first part."""
    told = whole.Root.Metadata.read_bytes()
    pages = b"<xmpTPg:NPages>%d<" % len(whole.pages)
    whole.Root.Metadata.write(re.sub(rb"<xmpTPg:NPages>\d+<", pages, told))
