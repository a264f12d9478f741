"""
Data for the browser as classic scripts: a page opened from a USB stick may not fetch files.

And what the catalogue takes from the scripts of `frontend/`: the texts they say.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO


def literal(value: Any) -> str:
    """A value as a script writes it; no text in it can end the script, wherever it stands."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return re.sub(r"[<\u2028\u2029]", lambda sign: f"\\u{ord(sign[0]):04x}", text)


def script(name: str, value: Any) -> str:
    """A script that puts a value below `globalThis.scifi` under a name."""
    return f"(globalThis.scifi ??= {{}})[{literal(name)}] = {literal(value)};\n"


_LITERAL = r'\s*("(?:[^"\\\n]|\\.)*")\s*'
_CALL = re.compile(rf"\b(?:(_)\({_LITERAL}[,)]|(ngettext)\({_LITERAL},{_LITERAL},)")
_COMMENT = re.compile(r"^[ \t]*(?://|/?\*).*", re.M)


def texts(
    file: BinaryIO, keywords: object, comment_tags: object, options: object
) -> Iterator[tuple[int, str, tuple[str, ...], list[str]]]:
    """
    Calls of `_` and `ngettext` in a script, as Babel asks for them (`locale/babel.cfg`).

    Babel's own reader overlooks calls with values in braces inside the templates of a view.
    """
    source = _COMMENT.sub("", file.read().decode("utf-8"))
    for call in _CALL.finditer(source):
        function, *literals = [group for group in call.groups() if group]
        line = source.count("\n", 0, call.start()) + 1
        yield line, function, tuple(json.loads(literal) for literal in literals), []
