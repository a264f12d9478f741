"""Orders carried out: found in the cache under their key, or made now, several at once."""

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from scifi import children, language
from scifi.printing.papers.editions import Edition
from scifi.printing.papers.press import Kept, Order, Press, cache
from scifi.printing.setting.fonts import folder, fonts

CORES = os.cpu_count() or 1

WORTH_A_PROCESS = 4
"""Fewer orders than this are done sooner than a process has started."""

BATCH = 60
"""Orders of one pool: the typesetter keeps what it has set, and gives it up with its process."""

LEDGER = "ledger.json"
"""The file in the cache that says what is kept for each file of the site."""


@dataclass(frozen=True)
class Printed:
    """An edition with one of its files, its pages (0 if it has none) and its size in bytes."""

    edition: Edition
    path: Path
    pages: int
    size: int


def carry_out(
    press: Press,
    orders: Iterable[Order],
    tell: Callable[[str], None] = lambda line: None,
    *,
    only_these: bool = False,
) -> list[Printed]:
    """
    Put the files of these orders into the site; `tell` gets a line for all that could not be kept.

    With `only_these`, whatever else is in the cache is removed.

    Raises:
        PrintError: A page is missing, or something could not be set.
    """
    orders = list(orders)
    known = _read(cache(press.root))
    missing = [order for order in orders if not _is_kept(press, known.get(order.file), order)]
    made = dict(zip((order.file for order in missing), _make(press, missing), strict=True))
    kept = known | made
    if only_these:
        kept = {order.file: kept[order.file] for order in orders}
    _write(cache(press.root), kept, tidy=only_these)
    for line in dict.fromkeys(line for order in orders for line in kept[order.file].told):
        tell(line)
    return [_deliver(press, order, kept[order.file]) for order in orders]


def _is_kept(press: Press, kept: Kept | None, order: Order) -> bool:
    return bool(kept and kept.key == order.key and (cache(press.root) / kept.name).is_file())


def _deliver(press: Press, order: Order, kept: Kept) -> Printed:
    path = press.site / order.file
    path.parent.mkdir(parents=True, exist_ok=True)
    # Copied beside it and renamed: whoever reads the old file meanwhile never meets half a new one.
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    shutil.copyfile(cache(press.root) / kept.name, part)
    part.replace(path)
    return Printed(order.edition, path, kept.pages, path.stat().st_size)


def _make(press: Press, orders: list[Order]) -> list[Kept]:
    """Make all; what was told of a page is told once more with each file that holds it."""
    if len(orders) < WORTH_A_PROCESS:
        return [press.make(order) for order in orders]
    # The faces are cut once, before several processes ask for them.
    fonts(folder(cache(press.root)))
    made: dict[str, Kept] = {}
    for batch in _batches(orders):
        begin = (press, language.code(), children.group())
        with ProcessPoolExecutor(CORES, get_context("spawn"), _begin, begin) as pool:
            try:
                found = pool.map(_make_one, batch)
                made |= {order.file: kept for order, kept in zip(batch, found, strict=True)}
            except KeyboardInterrupt:
                # Without it the pool would first finish all that was begun.
                children.end()
                raise
    return [made[order.file] for order in orders]


def _batches(orders: list[Order]) -> Iterator[list[Order]]:
    """The whole book by itself, as it needs much memory; all else side by side."""
    books = [
        order
        for order in orders
        if order.edition.kind in ("book", "press") and order.ending == ".pdf"
    ]
    yield from ([book] for book in books)
    others = [order for order in orders if order not in books]
    count = -(-len(others) // BATCH)
    # The first ones take longest, so that each batch gets its share of them.
    yield from (others[at::count] for at in range(count))


_press: Press
"""The press of this process."""


def _begin(press: Press, code: str, group: int | None) -> None:
    global _press
    children.join(group)
    language.use(code)
    _press = press


def _make_one(order: Order) -> Kept:
    return _press.make(order)


def _read(folder: Path) -> dict[str, Kept]:
    try:
        found = json.loads((folder / LEDGER).read_text(encoding="utf-8"))
        return {file: Kept(*kept) for file, kept in found.items()}
    except (OSError, ValueError, TypeError):
        # None yet, or not one of ours: then all is made.
        return {}


def _write(folder: Path, kept: dict[str, Kept], tidy: bool) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    # Written beside it and renamed, so that a run that is stopped leaves no half file.
    part = folder / f"{LEDGER}.{os.getpid()}.part"
    part.write_text(json.dumps(kept, indent=1), encoding="utf-8")
    part.replace(folder / LEDGER)
    if tidy:
        names = {Path(made.name).stem for made in kept.values()}
        for path in folder.iterdir():
            if path.is_file() and path.stem not in names and path.name != LEDGER:
                path.unlink()
