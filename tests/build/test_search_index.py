"""The index of the search: made of the pages, and the same for the same pages."""

import json
import shutil

import pytest

from scifi.build import search_index

COUNTRIES = ("Austria", "Belgium", "Estonia", "Finland", "Greece", "Hungary", "Italy", "Malta")

PAGE = """<!doctype html><html lang="en"><head><title>{name}</title></head><body>
<main data-pagefind-body><h1 data-pagefind-meta="title">{name}</h1><p>Bins in {name}.</p>
<span data-pagefind-filter="country:{name}"></span><span data-pagefind-filter="part:{part}"></span>
</main></body></html>"""


def written(folder):
    for number, name in enumerate(COUNTRIES):
        page = folder / name.lower() / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(PAGE.format(name=name, part=f"Part {number % 5}"), encoding="utf-8")
    search_index.write(folder)
    return folder / "pagefind"


def files(folder):
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def indexes(tmp_path_factory):
    return [written(tmp_path_factory.mktemp(name)) for name in ("one", "two", "three")]


def test_the_same_pages_give_the_same_index(indexes):
    first, *others = map(files, indexes)

    assert first["pagefind.js"]
    assert all(other == first for other in others)


def test_every_file_that_the_index_names_is_there(indexes):
    folder = indexes[0]
    entry = json.loads((folder / "pagefind-entry.json").read_text())
    about = search_index._read(folder / f"pagefind.{entry['languages']['en']['hash']}.pf_meta")

    named = {name for _filter, name in about[search_index.FILTERS]}
    assert named == {path.stem for path in (folder / "filter").iterdir()}
    read = dict(search_index._read(path) for path in (folder / "filter").iterdir())
    assert [value for value, _pages in read["country"]] == list(COUNTRIES)
    assert all(len(pages) == 1 for _value, pages in read["country"])


def test_a_site_that_cannot_be_indexed_is_told(tmp_path):
    with pytest.raises(search_index.SearchError, match="could not index"):
        search_index.write(tmp_path / "no-such-site")


def test_an_index_once_put_in_order_stays_as_it_is(indexes, tmp_path):
    shutil.copytree(indexes[0], tmp_path / "again")
    search_index.put_in_order(tmp_path / "again")

    assert files(tmp_path / "again") == files(indexes[0])
