"""The model contract as ODT: sections and placeholders that are named, comments beside them."""

from datetime import datetime
from pathlib import Path
from typing import Any

import odfdo

from scifi.printing.documents import ContractClause, DocumentData
from scifi.printing.office.contract import OF_ANNEX, OF_CLAUSE, OF_GROUP, shown, signing
from scifi.printing.office.opendocument import begun, fill_table, put
from scifi.printing.office.pieces import saved

TEMPLATE = Path(__file__).with_name("contract.odt")


def contract_as_odt(data: DocumentData) -> bytes:
    """The file with every clause; the same content gives the same bytes."""
    made, samples = begun(TEMPLATE, data)
    body = made.body
    body.append(_copy(samples["title"], data["heading"]))
    body.append(_words(samples["lead"], data["parties"]))
    for words in data["notes"]:
        body.append(_copy(samples["note"], words))
    for group in data["groups"]:
        part = odfdo.Section(name=OF_GROUP + group["id"])
        part.append(_copy(samples["heading"], group["title"]))
        for clause in group["clauses"]:
            part.append(_clause(samples, clause, data))
        body.append(part)
    body.append(_copy(samples["text"], data["annexes_lead"]))
    for annex in data["annexes"]:
        part = odfdo.Section(name=OF_ANNEX + annex["letter"])
        part.append(_copy(samples["annex"], annex["title"]))
        body.append(part)
    body.append(_copy(samples["text"], signing(data).text))
    signed = samples["table"].clone
    signed.set_attribute("table:name", signing(data).text)
    fill_table(made, signed, signing(data))
    body.append(signed)
    return saved(made)


def _clause(samples: dict[str, Any], clause: ContractClause, data: DocumentData) -> Any:
    part = odfdo.Section(name=OF_CLAUSE + clause["id"])
    part.append(_copy(samples["clause"], clause["title"]))
    part.append(_words(samples["words"], clause["pieces"], _comment(clause, data)))
    return part


def _words(sample: Any, pieces: list[str | list[str]], *before: Any) -> Any:
    """A paragraph of the contract: what is given first, words, and a field for each blank."""
    words = sample.clone
    words.clear()
    words.style = sample.style
    for piece in [*before, *pieces]:
        words.append(_blank(piece) if isinstance(piece, list) else piece)
    return words


def _blank(piece: list[str]) -> Any:
    """A field that takes what is typed in the stead of its name."""
    blank = odfdo.Element.from_tag("loext:content-control")
    for name, value in (("alias", piece[0]), ("tag", piece[0]), ("showing-place-holder", "true")):
        blank.set_attribute(f"loext:{name}", value)
    blank.append(odfdo.Span(shown(piece), style="Blank"))
    return blank


def _comment(clause: ContractClause, data: DocumentData) -> Any:
    first, *others = clause["guidance"]
    year, month, day = data["date"]
    note = odfdo.Annotation(first, creator=data["author"], date=datetime(year, month, day))
    for words in others:
        note.append(odfdo.Paragraph(words))
    return note


def _copy(sample: Any, words: str) -> Any:
    copied = sample.clone
    put(copied, words)
    return copied
