"""
The article of a built page as plain Markdown (CommonMark with tables): what a reader hears of it.

Kept is what a screen reader says; what only works on a screen is left out. A receipt is its number
in brackets, `[3]`, and the list of receipts keeps these numbers. Every text is escaped: none of it
becomes Markdown or HTML.
"""

import re
from collections.abc import Callable, Iterator

from lxml.html import HtmlElement

LEFT_OUT_TAGS = {
    "nav", "script", "style", "template", "noscript", "button", "input", "select", "textarea",
    "dialog", "canvas", "datalist",
}  # fmt: skip
"""Ways to other pages, code, and what one presses or fills in."""

SCREEN_CLASSES = {"screen-only", "chart-tools", "chart-live"}
"""What leads to a tool or speaks of the screen."""

WORDS_ONLY = {"gap", "tell", "term"}
"""Links whose words are all that a text needs of them: to a form, or to the glossary."""

BLOCK_TAGS = {
    "p", "div", "section", "article", "ul", "ol", "dl", "table", "figure", "figcaption", "pre",
    "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "details", "summary", "form",
    "fieldset", "legend", "label", "main", "aside", "header", "footer", "address", "svg", "li",
    "dt", "dd", "caption",
}  # fmt: skip
"""Tags that begin a block of their own."""

BREAK = "\\\n"
"""A line that goes on below."""

RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
"""Raised digits as they stand in a plain text: m², 10⁶."""

_SIGNS = re.compile(r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])")
_TAG_OR_ENTITY = re.compile(r"<|&(?=#?\w+;)|~(?=~)")
_ENTITIES = {"<": "&lt;", "&": "&amp;", "~": "&#126;"}
_SPACES = re.compile(r"[\s\x00-\x1f\x7f]+")
_RUN = re.compile(" {2,}")
_BEGINS = re.compile(
    r"(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|>|[-=]{2,}\s*$|(?P<number>\d{1,9})(?=[.)](?:\s|$)))"
)
_BELOW = re.compile(r"\n(?!\n)")
_IS_LIST = re.compile(r"(?:-|\d+\.) ")


def escaped(text: str) -> str:
    """A text of one line in which no sign means anything to Markdown or HTML."""
    if not text or text.isspace():
        return text and " "
    text = _SIGNS.sub(r"\\\g<0>", _SPACES.sub(" ", text))
    # Not every reader of Markdown knows a backslash before these.
    return _TAG_OR_ENTITY.sub(lambda sign: _ENTITIES[sign[0]], text)


def begun(line: str) -> str:
    """A line that begins a block: what would make it a heading, a list or a quotation is not."""
    found = _BEGINS.match(line)
    at = found.end("number") if found and found["number"] else 0
    return f"{line[:at]}\\{line[at:]}" if found else line


def blocks(element: HtmlElement) -> list[str]:
    """All that stands inside an element, block by block; loose text becomes paragraphs."""
    out: list[str] = []
    line = [escaped(element.text or "")]
    for child in element:
        if not left_out(child):
            if child.tag in BLOCK_TAGS:
                out += _paragraph(line)
                out += _WRITERS.get(child.tag, blocks)(child)
                line = []
            else:
                line.append(_span(child))
        line.append(escaped(child.tail or ""))
    return out + _paragraph(line)


def left_out(element: HtmlElement) -> bool:
    """True for what is not read: hidden, an ornament, a control, or for the screen alone."""
    if not isinstance(element.tag, str) or element.tag in LEFT_OUT_TAGS:
        return True
    if element.get("aria-hidden") == "true" or element.get("hidden") is not None:
        return True
    name = element.get("class")
    if not name:
        return False
    # A division of this class alone holds words that stand elsewhere on paper.
    whole = name == "screen-only" and element.tag == "div"
    return not whole and not SCREEN_CLASSES.isdisjoint(name.split())


def _paragraph(line: list[str]) -> list[str]:
    text = _line("".join(line))
    return [begun(text)] if text else []


def _line(text: str) -> str:
    """A line with single spaces; breaks within it stay."""
    if BREAK in text:
        parts = (part.strip() for part in text.split(BREAK))
        text = BREAK.join(part for part in parts if part)
    text = text.strip()
    return _RUN.sub(" ", text) if "  " in text else text


def _one_line(text: str) -> str:
    return _line(text.replace(BREAK, " "))


def inline(element: HtmlElement) -> str:
    """All that stands inside an element as one text."""
    parts = [escaped(element.text or "")]
    for child in element:
        if not left_out(child):
            parts.append(_span(child))
        parts.append(escaped(child.tail or ""))
    return "".join(parts)


def _span(element: HtmlElement) -> str:
    tag = element.tag
    if tag in BLOCK_TAGS:
        return f" {_in_one_line(_WRITERS.get(tag, blocks)(element))} "
    if tag == "br":
        return BREAK
    if tag == "img":
        return f"![{escaped(element.get('alt') or '')}]({_address(element.get('src') or '')})"
    if tag in ("code", "kbd", "samp"):
        return _code(element.text_content())
    if tag == "sup":
        return _raised(element)
    inside = inline(element)
    if element.get("class") == "money":
        return f"{BREAK}{inside}{BREAK}"
    if tag in ("strong", "b"):
        return _around("**", inside)
    if tag in ("em", "i", "cite"):
        return _around("*", inside)
    return _link(element, inside) if tag == "a" else inside


def _raised(element: HtmlElement) -> str:
    digits = re.findall(r"\d+", element.text_content())
    if "receipt" in (element.get("class") or "").split() and digits:
        # A bracket behind it would make it a link.
        room = " " if (element.tail or "").startswith("(") else ""
        return f"[{digits[-1]}]{room}"
    return inline(element).translate(RAISED)


def _link(element: HtmlElement, inside: str) -> str:
    href = re.sub(r"[\x00-\x1f]", "", element.get("href") or "").strip()
    words = inside.strip()
    names = (element.get("class") or "").split()
    foreign = re.match(r"(?i)[a-z][a-z0-9+.-]*:", href)
    allowed = not foreign or re.match(r"(?i)(?:https?|mailto):", href)
    if not words or not href or not allowed or not WORDS_ONLY.isdisjoint(names):
        return inside
    before, after = (" " if inside[:1] == " " else ""), (" " if inside[-1:] == " " else "")
    # A link in one line: a break inside would end it for some readers.
    return f"{before}[{_one_line(words)}]({_address(href)}){after}"


def _address(href: str) -> str:
    return re.sub(r"[\s()<>\\]", lambda sign: f"%{ord(sign[0]):02X}", href)


def _around(marks: str, inside: str) -> str:
    words = inside.strip()
    if not words:
        return inside
    before, after = inside[: len(inside) - len(inside.lstrip())], inside[len(inside.rstrip()) :]
    return f"{before}{marks}{words}{marks}{after}"


def _code(text: str) -> str:
    said = _SPACES.sub(" ", text).strip()
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", said)), default=0))
    room = " " if "`" in said else ""
    return f"{fence}{room}{said}{room}{fence}" if said else ""


def _in_one_line(parts: list[str]) -> str:
    """Blocks in the cell of a table or within a line; the items of a list follow each other."""
    lines = [line.strip() for part in parts for line in part.replace(BREAK, "\n").split("\n")]
    return " ".join(line.removeprefix("- ") for line in lines if line)


def _heading(element: HtmlElement) -> list[str]:
    words = _one_line(inline(element))
    return [f"{'#' * int(element.tag[1])} {words}"] if words else []


def _list(element: HtmlElement) -> list[str]:
    items = [child for child in element if child.tag == "li" and not left_out(child)]
    start = element.get("start") or "1"
    first = int(start) if re.fullmatch("[0-9]{1,6}", start) else 1
    lines = []
    for at, item in enumerate(items, first):
        mark = "-" if element.tag == "ul" else f"{_number(item) or at}."
        lines.append(_hung(mark, blocks(item)))
    return ["\n".join(line for line in lines if line)] if lines else []


def _number(item: HtmlElement) -> str | None:
    """The number by which a receipt is cited."""
    found = re.fullmatch(r"source-(\d+)", item.get("id") or "")
    return found[1] if found else None


def _hung(mark: str, parts: list[str]) -> str:
    """Blocks behind the mark of a list, each line below its text."""
    text = ""
    for part in parts:
        text += ("\n" if _IS_LIST.match(part) else "\n\n") * bool(text) + part
    hung = _BELOW.sub("\n" + " " * (len(mark) + 1), text)
    return f"{mark} {hung}" if text else ""


def _terms(element: HtmlElement) -> list[str]:
    lines: list[str] = []
    term = ""
    for part in element.iter("dt", "dd"):
        if part.tag == "dt":
            term = _one_line(inline(part)).rstrip(":")
            continue
        parts = blocks(part) or ["–"]
        lead = f"**{term}**: " if term and not _IS_LIST.match(parts[0]) else ""
        own = [f"**{term}**"] if term and not lead else []
        lines.append(_hung("-", [*own, lead + parts[0], *parts[1:]]))
        term = ""
    return ["\n".join(lines)] if lines else []


def _table(element: HtmlElement) -> list[str]:
    caption = element.find("./caption")
    words = _line(inline(caption)) if caption is not None else ""
    rows = [row for row in map(_row, _rows(element)) if row]
    if not rows:
        return [f"**{words}**"] if words else []
    width = max(map(len, rows))
    even = [[*row, *[""] * (width - len(row))] for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in even]
    lines.insert(1, "|" + " --- |" * width)
    return [*([f"**{words}**"] if words else []), "\n".join(lines)]


def _rows(element: HtmlElement) -> Iterator[HtmlElement]:
    for part in element:
        if part.tag == "tr" and not left_out(part):
            yield part
        elif part.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(part)


def _row(row: HtmlElement) -> list[str]:
    cells: list[str] = []
    for cell in row:
        if cell.tag in ("td", "th"):
            said = "" if left_out(cell) else _in_one_line(blocks(cell))
            span = cell.get("colspan") or "1"
            cells += [said.replace("|", "\\|"), *[""] * (min(int(span), 99) - 1)]
    return cells


def _bold(element: HtmlElement) -> list[str]:
    words = _one_line(inline(element)).replace("**", "")
    return [f"**{words}**"] if words else []


def _figure(element: HtmlElement) -> list[str]:
    """A drawing for each width is told once, and not at all where its words stand below it."""
    if element.find("./details[@class='drawing-words']") is not None:
        for svg in element.findall(".//svg"):
            svg.drop_tree()
    return list(dict.fromkeys(blocks(element)))


def _details(element: HtmlElement) -> list[str]:
    """What is folded on the screen stands open; words that only open it are left out."""
    found = blocks(element)
    has_words = element.find("./summary") is not None and found
    return found[1:] if has_words and "more" in (element.get("class") or "").split() else found


def _fenced(element: HtmlElement) -> list[str]:
    text = element.text_content().strip("\n")
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return [f"{fence}\n{text}\n{fence}"]


def _quoted(element: HtmlElement) -> list[str]:
    lines = "\n\n".join(blocks(element)).split("\n")
    return ["\n".join(f"> {line}".rstrip() for line in lines)] if lines != [""] else []


def _drawing(element: HtmlElement) -> list[str]:
    """A drawing by its words: those that say what it shows to who cannot see it."""
    said = element.get("aria-label")
    if not said:
        named = [element.find(f"./{{*}}{name}") for name in ("title", "desc")]
        said = " ".join(part.text_content() for part in named if part is not None)
    words = _line(escaped(said))
    return [f"*{words}*"] if words else []


_WRITERS: dict[str, Callable[[HtmlElement], list[str]]] = {
    **{f"h{level}": _heading for level in range(1, 7)},
    "ul": _list,
    "ol": _list,
    "dl": _terms,
    "table": _table,
    "figure": _figure,
    "figcaption": _bold,
    "summary": _bold,
    "legend": _bold,
    "details": _details,
    "pre": _fenced,
    "blockquote": _quoted,
    "svg": _drawing,
    "hr": lambda element: ["---"],
}
"""How each tag is written; every other block is what stands inside it."""
