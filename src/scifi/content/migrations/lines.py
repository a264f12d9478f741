"""The lines of fields at the left edge of a file, taken out or written otherwise."""

from collections.abc import Mapping, Sequence

from scifi.content.load import Document


def replaced(document: Document, fields: Mapping[str, Sequence[str]]) -> str:
    """The text with other lines in the place of some fields; without those that get none."""
    lines = document.file.text.split("\n")
    spans = sorted((*_span(document, field), field) for field in fields)
    for first, end, field in reversed(spans):
        lines[first:end] = fields[field]
    return "\n".join(lines)


def renamed(document: Document, field: str, name: str) -> list[str]:
    """The lines of a field under another name."""
    first, end = _span(document, field)
    head, *rest = document.file.text.split("\n")[first:end]
    return [head.replace(field, name, 1), *rest]


def _span(document: Document, field: str) -> tuple[int, int]:
    """First line of a field and the one after its last, from 0; comments belong to what follows."""
    lines = document.file.text.split("\n")
    starts = [place[0] - 1 for path, place in document.keys.items() if len(path) == 1]
    first = document.keys[(field,)][0] - 1
    end = min((start for start in starts if start > first), default=len(lines))
    while end > first + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return first, end
