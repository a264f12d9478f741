"""How a test over the whole site tells what it found wrong."""

from collections.abc import Iterable


def listed(found: Iterable[object]) -> str:
    """Everything that was found, one a line, so that all of it can be mended at once."""
    return "\n" + "\n".join(sorted(map(str, found)))
