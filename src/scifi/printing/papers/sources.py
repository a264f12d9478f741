"""The sources of a whole document: each once, numbered in the order in which they are cited."""

from scifi.language import _, partial_date
from scifi.model.base import Source
from scifi.printing.reading.addresses import readable
from scifi.printing.reading.nodes import Content, Node, inner, new_node, nodes_in, text_of, walk
from scifi.printing.words import filled

SOURCES = "sources"
"""The name of the list inside a file."""


class Sources:
    """The list in the making; a source is known by its address and its title."""

    def __init__(self) -> None:
        self.lines: dict[tuple[str, str], Node] = {}

    def number(self, line: Node) -> int:
        """The number of a source, given when it is first met; `line` is what its list says."""
        key = (line.get("to", ""), " ".join(text_of(inner(line)[:1]).split()))
        number = len(self.lines) + 1
        kept = self.lines.setdefault(key, {**line, "id": label(number), "n": number})
        # Pages may remark different things on a source; the longest remark says most.
        kept["c"] = max(inner(kept), inner(line), key=lambda said: len(text_of(said)))
        return kept["n"]

    def take(self, body: Content) -> Content:
        """The body of a page without its own list; its raised numbers are those of this one."""
        lists = [node for node in walk(body) if node["t"] == "receipts"]
        lines = {line["id"]: line for node in lists for line in nodes_in(node) if "id" in line}
        for node in walk(body):
            if "n" in node and node.get("to") in lines:
                node["n"] = self.number(lines[node["to"]])
                node["to"] = label(node["n"])
        for line in lines.values():
            self.number(line)
        return _without_list(body)


def label(number: int) -> str:
    """Where a raised number leads."""
    return f"{SOURCES}--{number}"


def line_of(source: Source) -> Node:
    """What a list of sources says of one that no page has listed; in the words of the pages."""
    values: dict[str, Node | str] = {
        "title": new_node("url", [source.title], to=source.url, lang=source.lang),
        "publisher": source.publisher,
        "date": partial_date(source.date) if source.date else "",
        "read": partial_date(source.read),
    }
    text = _("{title}. {publisher}, no date given. Read {read}.")
    if source.date:
        text = _("{title}. {publisher}, {date}. Read {read}.")
    note = [f" {source.note}"] if source.note else []
    said = [*filled(text, values), *note]
    return new_node("li", said, to=source.url, shown=readable(source.url))


def _without_list(body: Content) -> Content:
    """All but the list and what leads to it: its heading, and a sentence on it."""
    ids = [{node.get("id", node["t"]) for node in walk(part)} for part in body]
    ends = [at for at, part in enumerate(body) if any(n["t"] == "receipts" for n in walk(part))]
    heads = [at for at, found in enumerate(ids) if any(id_.endswith("--receipts") for id_ in found)]
    return body[: (heads or ends)[-1]] + body[ends[-1] + 1 :] if ends else body
