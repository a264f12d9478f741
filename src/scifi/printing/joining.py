"""
Tagged PDFs joined to one, with one tree of tags, one set of bookmarks, and links across.

The parts come from our own typesetter; what it writes is known, and nothing else is provided for.
Numbering of tags follows ISO 32000-1, 14.7: each page and each link has a number in the tree.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from scifi.printing.typeset import Place

SCHEME = "book:"
"""How the address of a link begins that leads into another part."""

ABOVE = 10.0
"""A link shows its place with a little room above it, pt: as the typesetter's own links do."""

IN_CONTENTS = {"/L": "/TOC", "/LI": "/TOCI", "/LBody": "/Reference"}
"""Tags of a list to those of a table of contents."""


def joined(paths: list[Path], shifts: list[int], places: dict[str, list[Place]]) -> bytes:
    """
    The PDFs at `paths` as one; the first is the front, whose list is the table of contents.

    `shifts` are the levels by which the headings of each have to sink; `places` tells where each
    label stands in the joined file.
    """
    with Pdf.open(paths[0]) as whole:
        _make_unique(whole, "0-", shifts[0])
        _as_contents(whole)
        tree = _Tree(whole)
        for at, (path, shift) in enumerate(zip(paths[1:], shifts[1:], strict=True), 1):
            with Pdf.open(path) as part:
                _make_unique(part, f"{at}-", shift)
                tree.add(part, shift)
        tree.finish()
        _link(whole, places)
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
        _renumber(part, self.next)
        self.whole.pages.extend(part.pages)
        root = self.whole.copy_foreign(part.Root.StructTreeRoot)
        for one in root.K[0].K:
            one.P = self.document
            self.document.K.append(one)
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
        for one in list(_siblings(outlines)):
            if shift:
                self.bookmarks[-1].append(one)
            else:
                self.bookmarks.append([one, *_siblings(one)])

    def finish(self) -> None:
        """Write down what the parts have together."""
        new = self.whole.make_indirect
        self.root.ParentTree = new(Dictionary(Nums=Array(self.elements)))
        self.root.ParentTreeNextKey = self.next
        pairs = zip(self.ids[::2], self.ids[1::2], strict=True)
        by_id = sorted(pairs, key=lambda pair: bytes(pair[0]))
        self.root.IDTree = new(Dictionary(Names=Array([one for pair in by_id for one in pair])))
        outlines = new(Dictionary(Type=Name.Outlines))
        _chain(outlines, [first for first, *_ in self.bookmarks], is_open=True)
        for first, *below in self.bookmarks:
            _chain(first, below, is_open=False)
        self.whole.Root.Outlines = outlines


def _elements(part: Pdf) -> Iterator[Object]:
    """Every tag of a part."""
    for one in part.objects:
        if isinstance(one, Dictionary) and one.get("/Type") == Name.StructElem:
            yield one


def _make_unique(part: Pdf, prefix: str, shift: int) -> None:
    """Names of tags that no other part has, and headings at their level in the whole."""
    for one in _elements(part):
        if "/ID" in one:
            one.ID = _prefixed(one.ID, prefix)
        for attributes in one.get("/A", []):
            if "/Headers" in attributes:
                attributes.Headers = Array(_prefixed(name, prefix) for name in attributes.Headers)
        if shift and re.fullmatch(r"/H\d", str(one.S)):
            one.S = Name(f"/H{int(str(one.S)[2:]) + shift}")
    if "/IDTree" in part.Root.StructTreeRoot:
        names = part.Root.StructTreeRoot.IDTree.Names
        for at in range(0, len(names), 2):
            names[at] = _prefixed(names[at], prefix)


def _prefixed(name: Object, prefix: str) -> String:
    return String(prefix + bytes(name).decode())


def _as_contents(front: Pdf) -> None:
    """Tag the list of the front as a table of contents."""
    for one in _elements(front):
        role = str(one.S)
        if role == "/LI":
            one.K = Array(kid for kid in one.K if kid.get("/S") != Name.Lbl)
        if role in IN_CONTENTS:
            one.S = Name(IN_CONTENTS[role])
            if "/A" in one:
                del one["/A"]


def _renumber(part: Pdf, by: int) -> None:
    for one in part.objects:
        if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            for key in ("/StructParent", "/StructParents"):
                if key in one:
                    one[key] = int(one[key]) + by


def _siblings(parent: Object) -> Iterator[Object]:
    """The bookmarks right below one."""
    one = parent.get("/First")
    while one is not None:
        yield one
        one = one.get("/Next")


def _chain(parent: Object, children: list[Object], is_open: bool) -> None:
    """Make these the bookmarks below one."""
    for key in ("/First", "/Last", "/Count"):
        if key in parent:
            del parent[key]
    if not children:
        return
    parent.First, parent.Last = children[0], children[-1]
    parent.Count = len(children) if is_open else -len(children)
    for at, one in enumerate(children):
        one.Parent = parent
        for key, other in (("/Prev", at - 1), ("/Next", at + 1)):
            if 0 <= other < len(children):
                one[key] = children[other]
            elif key in one:
                del one[key]


def _link(whole: Pdf, places: dict[str, list[Place]]) -> None:
    """Lead links that name a label to its place."""
    for page in whole.pages:
        for one in page.get("/Annots", []):
            address = str(one.A.URI) if "/A" in one and "/URI" in one.A else ""
            if address.startswith(SCHEME):
                label, _, nth = address.removeprefix(SCHEME).rpartition("#")
                number, x, y = places[label][int(nth)]
                target = whole.pages[number - 1]
                above = float(target.MediaBox[3]) - max(y - ABOVE, 0)
                del one["/A"]
                one.Dest = Array([target.obj, Name.XYZ, round(x, 3), round(above, 3), 0])
                one.Contents = String(f"page {number}")


def _count(whole: Pdf) -> None:
    """Tell the number of pages in the description too, which is that of the first part."""
    told = whole.Root.Metadata.read_bytes()
    pages = b"<xmpTPg:NPages>%d<" % len(whole.pages)
    whole.Root.Metadata.write(re.sub(rb"<xmpTPg:NPages>\d+<", pages, told))
