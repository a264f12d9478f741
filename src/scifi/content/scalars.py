"""What a value without quotes means, and which of them two readers would understand differently."""

import re
from math import isfinite

_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_TRUTH = re.compile(r"(?i:y|n|yes|no|on|off)")
_AMBIGUOUS = re.compile(
    r"(?i:y|n|yes|no|on|off)"  # YAML 1.1 booleans
    r"|[-+]?0[0-9_]+"  # octal there, decimal here
    r"|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"  # base 60
    r"|[-+]?[0-9]+_[0-9_]*"  # digits grouped by underscores
    r"|0[xob][0-9a-fA-F_]+"
    r"|[-+]?\.(?i:inf|nan)|\.(?i:nan)"
)
_GROUPED = re.compile(r"([-+]?[1-9][0-9]{0,2})\.([0-9]{3})")


def plain(text: str) -> object:
    """What a text without quotes means: null, true, false, a number, or itself."""
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE"):
        return True
    if text in ("false", "False", "FALSE"):
        return False
    if _INT.fullmatch(text) and len(text) < 20:
        return int(text)
    if _FLOAT.fullmatch(text) and len(text) < 40 and isfinite(float(text)):
        return float(text)
    return text


def is_ambiguous(text: str) -> bool:
    """True for `NO`, `012`, `12:30`, `1_000`: other YAML readers see something else in them."""
    return (len(text) <= 3 or text[0] in "+-.0123456789") and bool(_AMBIGUOUS.fullmatch(text))


def is_truth(text: str) -> bool:
    """True for the words that are true or false to some YAML readers: `NO`, `yes`, `off`."""
    return bool(_TRUTH.fullmatch(text))


def two_readings(text: str) -> tuple[str, str] | None:
    """
    A number with three digits behind its point, written clearly in both ways; else None.

    Half of Europe groups thousands by points: `13.900` is `13900` there, `13.9` elsewhere. A zero
    in front, `0.125`, can only be a fraction.
    """
    match = _GROUPED.fullmatch(text) if text[-4:-3] == "." else None
    if not match:
        return None
    whole, decimals = match.groups()
    return whole + decimals, clear(float(text))


def clear(number: float) -> str:
    """A number as content writes it: `13.9`, and `555.0280` where three digits would mislead."""
    text = repr(number)
    return text + "0" if _GROUPED.fullmatch(text) else text
