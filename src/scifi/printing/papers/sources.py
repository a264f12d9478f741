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
        self._lines: dict[tuple[str, str], Node] = {}

    def number(self, line: Node) -> int:
        """The number of a source, given when it is first met; `line` is what its list says."""
        key = (line.get("to", ""), " ".join(text_of(inner(line)[:1]).split()))
        number = len(self._lines) + 1
        known = self._lines.setdefault(key, {**line, "id": f"{SOURCES}--{number}", "n": number})
        return known["n"]

    def take(self, body: Content) -> Content:
        """The body of a page without its own list; its raised numbers are those of this one."""
        lines = {
            line["id"]: line
            for node in walk(body)
            if node["t"] == "receipts"
            for line in nodes_in(node)
            if "id" in line
        }
        for node in walk(body):
            if "n" in node and node.get("to") in lines:
                node["n"] = self.number(lines[node["to"]])
                node["to"] = label_of_source(node["n"])
        for line in lines.values():
            self.number(line)
        return _without_list(body)

    def __len__(self) -> int:
        return len(self._lines)

    def listed(self) -> Content:
        """The list as content."""
        return [new_node("receipts", list(self._lines.values()))]


def label_of_source(number: int) -> str:
    """Where a raised number leads."""
    return f"{SOURCES}--{number}"


def line_of(source: Source) -> Node:
    """What a list of sources says of one that no page has listed; in the words of the pages."""
    title = new_node("url", [source.title], to=source.url, lang=source.lang)
    values: dict[str, Node | str] = {
        "title": title,
        "publisher": source.publisher,
        "date": partial_date(source.date) if source.date else "",
        "read": partial_date(source.read),
    }
    text = _("{title}. {publisher}, no date given. Read {read}.")
    if source.date:
        text = _("{title}. {publisher}, {date}. Read {read}.")
    said: Content = list(filled(text, values))
    note = [f" {source.note}"] if source.note else []
    return new_node("li", [*said, *note], to=source.url, shown=readable(source.url))


def _without_list(body: Content) -> Content:
    """All but the list and what leads to it: its heading, and a sentence on it."""
    ends = [at for at, node in enumerate(body) if _holds(node, "receipts")]
    if not ends:
        return body
    heads = [
        at
        for at, part in enumerate(body[: ends[0]])
        if any(node.get("id", "").endswith("--receipts") for node in walk(part))
    ]
    return body[: heads[-1] if heads else ends[0]] + body[ends[0] + 1 :]


def _holds(content: Node | str, type_: str) -> bool:
    return any(node["t"] == type_ for node in walk(content))
