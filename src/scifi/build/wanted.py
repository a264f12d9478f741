"""Values that are made when they are first asked for: who wants one need not wait for all."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

ValueT = TypeVar("ValueT")


class Wanted(Mapping[str, ValueT]):
    """
    A mapping of names to what `make` gives for them; a name for which it gives None is left out.

    Each value is made once. To count or list them all, all are made.
    """

    def __init__(self, names: Iterable[str], make: Callable[[str], ValueT | None]):
        self._names = dict.fromkeys(names)
        self._make = make
        self._made: dict[str, ValueT | None] = {}

    def __getitem__(self, name: str) -> ValueT:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._made:
            self._made[name] = self._make(name)
        value = self._made[name]
        if value is None:
            raise KeyError(name)
        return value

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._names if name in self)

    def __len__(self) -> int:
        return sum(1 for _name in self)
