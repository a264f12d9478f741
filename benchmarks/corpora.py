"""
A made-up knowledge base of any size: `python -m benchmarks.corpora COUNT FOLDER --seed N`.

For benchmarks only: nothing in it is true. It writes a whole project with COUNT case studies that
are like the real ones, and passes `scifi check`. The same seed gives the same bytes. Cities grow
with the case studies; chapters, solutions, laws and all other content stay as they are.
"""

import argparse
import re
import shutil
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from benchmarks import recombining
from scifi.content import load, source
from scifi.content.canonical import written

ROOT = Path(__file__).resolve().parent.parent

KEPT = ("cookbook", "data", "docs", "theme", "frontend", "macros.py", "hooks.py", "mkdocs.yml")
"""What a project has besides case studies."""

CITIES_PER_CASE = 2 / 3
"""As in the real content, where 158 cities stand beside 237 case studies."""

Entries = dict[str, dict[str, Any]]
"""Fields of entries by id."""


def write(count: int, folder: Path, seed: int = 1) -> None:
    """Write a project with `count` case studies into `folder`, which must not exist."""
    folder.mkdir(parents=True)
    for name in KEPT:
        _copy(ROOT / name, folder / name)
    real_cities, real_cases = _read("data/cities"), _read("casestudies")
    towns = cities(real_cities, count)
    made = cases(real_cases, real_cities, towns, count, seed)
    shutil.rmtree(folder / "data" / "cities")
    _write(folder / "data" / "cities", "city", {id_: town for id_, (_of, town) in towns.items()})
    _write(folder / "casestudies", "casestudy", made)
    _rename_cities(folder, towns)
    _rename_cases(folder, list(real_cases), list(made))


def cities(real: Entries, count: int) -> dict[str, tuple[str, dict[str, Any]]]:
    """Cities by id, each with the id of the real one that it is like; each real one has one."""
    ids = list(real)
    found = {}
    for number in range(max(len(ids), round(count * CITIES_PER_CASE))):
        like = ids[number % len(ids)]
        made = recombining.city(real[like], number)
        found[made["title"].lower()] = (like, made)
    return found


def cases(
    real: Entries,
    real_cities: Entries,
    towns: dict[str, tuple[str, dict[str, Any]]],
    count: int,
    seed: int,
) -> Entries:
    """Case studies by id: shapes drawn without returning any until all have been drawn."""
    random, shapes = Random(seed), _shuffled(list(real), seed)
    by_theme, alike = defaultdict(list), defaultdict(list)
    for id_, fields in real.items():
        by_theme[fields["themes"][0]].append(id_)
    for id_, (like, _town) in towns.items():
        alike[like].append(id_)
    found = {}
    for number in range(count):
        shape = real[next(shapes)]
        donor = real[random.choice(by_theme[shape["themes"][0]])]
        chosen = {like: random.choice(alike[like]) for like in shape.get("cities", [])}
        places = {like: (id_, real_cities[like], towns[id_][1]) for like, id_ in chosen.items()}
        what = shape["solutions"][0]["solution"] if shape.get("solutions") else shape["themes"][0]
        found[f"{what}-{number}"] = recombining.case(shape, donor, places, number)
    return found


def _shuffled(ids: list[str], seed: int) -> Iterator[str]:
    random = Random(seed)
    while True:
        yield from random.sample(ids, len(ids))


def _copy(old: Path, new: Path) -> None:
    if old.is_dir():
        shutil.copytree(old, new, ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
    else:
        shutil.copy(old, new)


def _read(folder: str) -> Entries:
    """The fields of every entry in a folder, by id."""
    return {path.stem: _fields(path, ROOT) for path in sorted((ROOT / folder).glob("*.yml"))}


def _fields(path: Path, root: Path) -> dict[str, Any]:
    file = source.read(path, root)
    assert isinstance(file, source.SourceFile)
    document = load.load(file)
    assert isinstance(document, load.Document)
    return dict(document.data)


def _write(folder: Path, kind: str, entries: Entries) -> None:
    folder.mkdir()
    for id_, fields in entries.items():
        (folder / f"{id_}.yml").write_text(written(kind, fields), encoding="utf-8")


def _rename_cities(folder: Path, towns: dict[str, tuple[str, dict[str, Any]]]) -> None:
    """Let programmes name a city that is like the one that they named."""
    new: dict[str, str] = {}
    for id_, (like, _town) in towns.items():
        new.setdefault(like, id_)
    for path in sorted((folder / "data" / "programmes").glob("*.yml")):
        fields = _fields(path, folder)
        if "cities" in fields:
            fields["cities"] = [new[id_] for id_ in fields["cities"]]
            path.write_text(written("programme", fields), encoding="utf-8")


def _rename_cases(folder: Path, old: Sequence[str], new: Sequence[str]) -> None:
    """Let all other content name made-up case studies, in a file none for two real ones."""
    place = {id_: number for number, id_ in enumerate(old)}
    longest_first = sorted(old, key=len, reverse=True)
    named = re.compile(rf"(?<![\w/-])({'|'.join(map(re.escape, longest_first))})(?![\w/-])")
    for path in sorted([*folder.glob("data/**/*.yml"), *folder.glob("*/**/*.md")]):
        text = path.read_text(encoding="utf-8")
        chosen = _chosen({id_: place[id_] for id_ in named.findall(text)}, new)
        if chosen:
            renamed = named.sub(lambda found, by=chosen: by[found[0]], text)
            path.write_text(renamed, encoding="utf-8")


def _chosen(places: dict[str, int], new: Sequence[str]) -> dict[str, str]:
    """For each real case study the made-up one in its place, or the next that is free."""
    chosen: dict[str, str] = {}
    for id_, place in places.items():
        first = place % len(new)
        around = [*new[first:], *new[:first]]
        taken = set(chosen.values())
        chosen[id_] = next((other for other in around if other not in taken), around[0])
    return chosen


def main() -> None:
    """Write the project that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("count", type=int, help="case studies")
    parser.add_argument("folder", type=Path, help="a folder that does not exist yet")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    write(asked.count, asked.folder, asked.seed)


if __name__ == "__main__":
    main()
