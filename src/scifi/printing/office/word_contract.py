"""The model contract as DOCX: content controls that are named, comments that can be removed."""

from copy import deepcopy
from datetime import datetime
from pathlib import Path
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run

from scifi.printing.documents import ContractClause, DocumentData
from scifi.printing.office.contract import OF_ANNEX, OF_CLAUSE, OF_GROUP, shown, signing
from scifi.printing.office.pieces import saved
from scifi.printing.office.word import END, begun, fill_table, name_parts, put

TEMPLATE = Path(__file__).with_name("contract.docx")


def contract_as_docx(data: DocumentData) -> bytes:
    """The file with every clause; the same content gives the same bytes."""
    made, samples = begun(TEMPLATE, data)
    body = made.element.body
    body[-1].addprevious(_copy(samples["title"], data["heading"]))
    body[-1].addprevious(_words(samples["lead"], data["parties"]))
    for words in data["notes"]:
        body[-1].addprevious(_copy(samples["note"], words))
    for group in data["groups"]:
        part, inside = _control(OF_GROUP + group["id"], group["title"])
        body[-1].addprevious(part)
        inside.append(_copy(samples["heading"], group["title"]))
        for clause in group["clauses"]:
            inside.append(_clause(made, samples, clause, data))
    body[-1].addprevious(_copy(samples["text"], data["annexes_lead"]))
    for annex in data["annexes"]:
        part, inside = _control(OF_ANNEX + annex["letter"], annex["title"])
        body[-1].addprevious(part)
        inside.append(_copy(samples["annex"], annex["title"]))
    body[-1].addprevious(_copy(samples["text"], signing(data).text))
    body[-1].addprevious(signed := deepcopy(samples["table"]))
    name_parts(signed, signing(data).text)
    fill_table(signed, signing(data), made.sections[-1])
    made.add_paragraph(style=END)
    return saved(made)


def _clause(made: Any, samples: dict[str, Any], clause: ContractClause, data: DocumentData) -> Any:
    part, inside = _control(OF_CLAUSE + clause["id"], clause["title"])
    words = _words(samples["words"], clause["pieces"])
    inside.extend([_copy(samples["clause"], clause["title"]), words])
    _comment(made, Run(words.r_lst[0], made._body), clause, data)
    return part


def _comment(made: Any, run: Run, clause: ContractClause, data: DocumentData) -> None:
    first, *others = clause["guidance"]
    note = made.add_comment(run, text=first, author=data["author"], initials="SC")
    for words in others:
        note.add_paragraph(words)
    year, month, day = data["date"]
    note._comment_elm.set(qn("w:date"), f"{datetime(year, month, day).isoformat()}Z")


def _words(sample: Any, pieces: list[str | list[str]]) -> Any:
    """A paragraph of the contract: words, and a control for each blank."""
    paragraph = deepcopy(sample)
    (run,) = paragraph.r_lst
    paragraph.remove(run)
    for piece in pieces:
        if isinstance(piece, str):
            paragraph.append(_copy(run, piece))
            continue
        control, inside = _control(piece[0], piece[0])
        blank = _copy(run, shown(piece))
        blank.style = "Blank"
        inside.append(blank)
        paragraph.append(control)
    return paragraph


def _copy(sample: Any, words: str) -> Any:
    copied = deepcopy(sample)
    put(copied, words)
    for text in copied.iter(qn("w:t")):
        text.set(qn("xml:space"), "preserve")
    return copied


def _control(tag: str, title: str) -> tuple[Any, Any]:
    """A content control, and what holds its content; Word takes names of 64 letters."""
    control = OxmlElement("w:sdt")
    about_it, inside = OxmlElement("w:sdtPr"), OxmlElement("w:sdtContent")
    for kind, value in (("w:alias", title), ("w:tag", tag)):
        element = OxmlElement(kind)
        element.set(qn("w:val"), value[:64])
        about_it.append(element)
    control.extend([about_it, inside])
    return control, inside
