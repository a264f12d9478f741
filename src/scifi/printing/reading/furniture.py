"""What a page has for the screen only, and why paper goes without it."""

import re

from lxml.html import HtmlElement

SCREEN_TAGS = {
    "nav": "a way to other pages; the contents and the bookmarks do its work",
    "script": "code",
    "style": "belongs to the screen",
    "template": "not shown",
    "noscript": "not shown",
    "button": "nothing to press on paper",
    "input": "nothing to press on paper",
    "select": "nothing to press on paper",
    "textarea": "nothing to press on paper",
    "dialog": "not shown",
    "svg": "icons, and drawings of charts for the screen; paper has drawings of its own",
    "canvas": "drawn by code",
}
SCREEN_CLASSES = {
    "sr": "read aloud beside a sign; paper says the same by a word or a number",
    "chart-tools": "buttons",
    "chart-live": "filled by code",
    "toc": "the contents do its work",
    "skip": "a way to jump on the screen",
    "print-link": "leads to this very file",
    "made-from": "names the file to edit, for who sits at a screen",
    "screen-only": "leads to a tool, speaks of the screen, or is a paper of its own",
}
WORDS_ONLY = {
    "gap": "leads to a form; `scifi ask` prints the questions for a city",
    "tell": "the same",
}
"""Links of these classes are plain words on paper, and the reason."""

ATTRIBUTES = {
    ("aria-hidden", "true"): "an ornament",
    ("hidden", ""): "not shown",
    ("hidden", "hidden"): "not shown",
}
"""Left out on purpose: tag, class, or attribute with its value, and the reason."""

INSIDE = {
    ("chart-data", "caption"): "the title stands above the drawing",
    ("chart-data", "summary"): "the table stands open, under words of our own",
    ("more", "summary"): "what it opens stands open",
    (
        "drawing",
        "details",
    ): "the words of a drawing; paper has the drawing, or these where it is too long",
}
"""Left out on purpose: a tag inside a class, and the reason."""


def classes(element: HtmlElement) -> list[str]:
    """The classes of an element."""
    return (element.get("class") or "").split()


def left_out(element: HtmlElement) -> bool:
    """True for what stands on the page but not on paper."""
    return left_out_as(element) is not None


def left_out_as(element: HtmlElement) -> str | None:
    """The tag, attribute or class for which an element is left out; None for all that stays."""
    if not isinstance(element.tag, str):
        return "comment"
    if element.tag.lower() in SCREEN_TAGS:
        return element.tag.lower()
    if name := next((n for n, value in ATTRIBUTES if element.get(n) == value), None):
        return name
    return next((name for name in classes(element) if name in SCREEN_CLASSES), None)


def words_on_paper(element: HtmlElement) -> list[str]:
    """The words of an element that its PDF has to hold: all but what is left out on purpose."""
    found: list[str] = []

    def collect(part: HtmlElement) -> None:
        if left_out(part) or _is_repeated(part):
            return
        # BlockReader begin and end a word, spans do not. A raised number is a word of its own.
        edge = "" if part.tag in ("a", "b", "strong", "em", "i", "span", "small", "code") else " "
        found.append(edge + (part.text or ""))
        for child in part:
            collect(child)
            found.append(child.tail or "")
        found.append(edge)

    collect(element)
    return words_in("".join(found))


def _is_repeated(element: HtmlElement) -> bool:
    names = [name for name, tag in INSIDE if tag == element.tag]
    return any(name in classes(around) for name in names for around in element.iterancestors())


def words_in(text: str) -> list[str]:
    """The words and numbers of a text; `m2` and a word with a raised number are two."""
    return re.findall(r"[^\W\d_]+|\d+", text)
