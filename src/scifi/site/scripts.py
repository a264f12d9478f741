"""Data for the browser as classic scripts: a page opened from a USB stick may not fetch files."""

import json
from typing import Any


def script(name: str, value: Any) -> str:
    """A script that puts a value below `globalThis.scifi` under a name."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"(globalThis.scifi ??= {{}})[{json.dumps(name)}] = {text};\n"
