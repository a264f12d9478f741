"""The model contract as ODT: sections and placeholders that are named, comments beside them."""

from datetime import datetime
from pathlib import Path
from typing import Any

import odfdo

from scifi.corpus import Corpus
from scifi.model import Clause
from scifi.printing.documents import DocumentData
from scifi.printing.office.contract import (
    OF_CLAUSE,
    OF_GROUP,
    Field,
    grouped,
    guidance,
    heading,
    pieces,
)
from scifi.printing.office.opendocument import about, put
from scifi.printing.office.pieces import PLACE, saved

TEMPLATE = Path(__file__).with_name("contract.odt")


def contract_as_odt(corpus: Corpus, data: DocumentData) -> bytes:
    """The file with every clause; the same content gives the same bytes."""
    made = odfdo.Document(TEMPLATE)
    about(made, data)
    for foot in made.styles.get_elements("//style:footer"):
        put(foot, data["footer"])
    body: Any = made.body
    samples = {kind: s for s in body.children for kind in PLACE.findall(s.inner_text)[:1]}
    body.clear()
    texts = [("title", data["heading"]), ("lead", data["lead"])]
    for kind, words in [*texts, *(("note", words) for words in data["notes"])]:
        body.append(_copy(samples[kind], words))
    for group, clauses in grouped(corpus):
        part = odfdo.Section(name=OF_GROUP + group)
        part.append(_copy(samples["heading"], heading(group)))
        for clause in clauses:
            part.append(_clause(samples, clause, data))
        body.append(part)
    return saved(made)


def _clause(samples: dict[str, Any], clause: Clause, data: DocumentData) -> Any:
    part = odfdo.Section(name=OF_CLAUSE + clause.id)
    part.append(_copy(samples["clause"], clause.title))
    words = samples["words"].clone
    words.clear()
    words.style = samples["words"].style
    words.append(_comment(clause, data))
    for piece in pieces(clause):
        words.append(_blank(piece) if isinstance(piece, Field) else piece)
    part.append(words)
    return part


def _blank(field: Field) -> Any:
    """A field that takes what is typed in the stead of its name."""
    blank = odfdo.Element.from_tag("loext:content-control")
    for name, value in (("alias", field.name), ("tag", field.name), ("showing-place-holder", "true")):
        blank.set_attribute(f"loext:{name}", value)
    blank.append(odfdo.Span(field.shown, style="Blank"))
    return blank


def _comment(clause: Clause, data: DocumentData) -> Any:
    first, *others = guidance(clause)
    note = odfdo.Annotation(first, creator=data["author"], date=datetime(*data["date"]))
    for words in others:
        note.append(odfdo.Paragraph(words))
    return note


def _copy(sample: Any, words: str) -> Any:
    copied = sample.clone
    put(copied, words)
    return copied
