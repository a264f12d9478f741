"""Styles: how a document is set."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Style:
    """How an edition is set: paper "a4" or "us-letter", one ink only, letters of 18 pt."""

    paper: str = "a4"
    ink_saver: bool = False
    large: bool = False

    @property
    def suffix(self) -> str:
        """What a file name says about it; nothing for the usual one."""
        words = [
            word
            for word, on in (
                ("us-letter", self.paper != "a4"),
                ("ink-saver", self.ink_saver),
                ("large-print", self.large),
            )
            if on
        ]
        return "".join(f"-{word}" for word in words)


USUAL = Style()
"""A4, in colour, letters of 10 points."""
