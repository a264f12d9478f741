"""What a check says about a file: place, fault, reason and remedy in one value."""

import re
from dataclasses import asdict, dataclass

from rapidfuzz import fuzz, process

from scifi.language import _, ngettext

_MOVING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""What ends a line, turns it round, or moves the cursor of a terminal."""


@dataclass(frozen=True, order=True)
class Problem:
    """
    One thing a contributor has to mend.

    `path` is relative to the project, `line` and `column` count from 1.
    `what` says what is wrong, `why` why it matters, `fix` what to do about it;
    each is one plain sentence. `rule` is the name `scifi rule NAME` explains. A `remark` asks
    for the same, but nothing is refused for it.
    """

    path: str
    line: int
    column: int
    rule: str
    what: str
    why: str
    fix: str
    remark: bool = False

    @property
    def place(self) -> tuple[str, int, int]:
        """Where it stands: path, line and column."""
        return self.path, self.line, self.column

    def __post_init__(self) -> None:
        """Keep each sentence on its line: what it quotes from a file or name may hold anything."""
        for name in ("path", "what", "why", "fix"):
            object.__setattr__(self, name, _MOVING.sub(" ", getattr(self, name)))

    def __str__(self) -> str:
        """`path:line:col: what [rule]`, then why and how to mend it, indented."""
        what = _("remark: {what}", what=self.what) if self.remark else self.what
        head = f"{self.path}:{self.line}:{self.column}: {what} [{self.rule}]"
        return "\n".join([head, *(f"    {line}" for line in (self.why, self.fix) if line)])

    def as_dict(self) -> dict[str, str | int]:
        """The same for `scifi check --format json`."""
        return asdict(self)


def closest(word: object, choices: list[str]) -> str:
    """
    The closest of `choices`; empty if none is close.

    "Close" is a rapidfuzz ratio of at least 60 of 100: it still catches two swapped
    syllables and no longer offers an unrelated word.
    """
    best = process.extractOne(
        str(word), choices, scorer=fuzz.ratio, score_cutoff=60, processor=str.lower
    )
    return best[0] if best else ""


def nearest(word: object, choices: list[str]) -> str:
    """A sentence that offers the closest of `choices`, or lists them if none is close."""
    best = closest(word, choices)
    if best:
        return _('Did you mean "{name}"?', name=best)
    if not choices:
        return _("There is nothing to choose from yet.")
    shown, more = ", ".join(sorted(choices)[:12]), len(choices) - 12
    if more > 0:
        return ngettext(
            "Use one of: {names} and {n} more.",
            "Use one of: {names} and {n} more.",
            more,
            names=shown,
        )
    return _("Use one of: {names}.", names=shown)
