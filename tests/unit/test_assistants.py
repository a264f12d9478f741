"""The door for assistants over the smallest knowledge base: honest, closed, clear when it fails."""

import json
import socket
import sys

import pytest

from scifi.assistants import door
from scifi.assistants.replies import PARTLY, text
from scifi.assistants.search import About, Search
from scifi.assistants.shelf import Shelf, ShelfError
from scifi.assistants.tools import Tools
from scifi.content.checks import check_all
from scifi.exports import run as exports
from scifi.exports.api import run
from scifi.site.pages import Site


@pytest.fixture(scope="module")
def folder(site, tmp_path_factory):
    """A folder with the files of the smallest knowledge base."""
    made = tmp_path_factory.mktemp("site")
    exports.write_part(run.files(site), made)
    return made


@pytest.fixture
def tools(folder):
    """The tools over it."""
    return Tools(Shelf(folder))


def test_a_case_comes_with_its_receipts(tools):
    """The number, its kind and grade, and where and when it was read."""
    (row,) = tools.find_cases(trouble="bins emptied")["rows"]
    (result,) = row["result"]

    assert (row["id"], row["page"]) == ("example-bins", "casestudies/example-bins/")
    assert (result["value"], result["unit"], result["kind"]) == (33, "% less", "measured")
    assert result["grade"]["letter"] == "A"
    assert {"source_title", "source_address", "date_read"} <= set(result["sources"][0])


def test_what_is_not_here_is_said_to_be_not_here(tools):
    """No tool invents an entry; each says what it looked through."""
    asked = {
        "find_cases": {"trouble": "hovercraft"},
        "solution": {"id": "hovercraft"},
        "results": {"indicator": "hovercraft"},
        "promised_and_delivered": {"about": "hovercraft"},
        "remedy": {"symptom": "hovercraft"},
        "law": {"topic": "hovercraft"},
        "clause": {"trouble": "hovercraft"},
        "not_found": {"question": "hovercraft"},
    }
    for name, given in asked.items():
        reply = tools.all[name](**given)
        assert reply["found"] is False and "hovercraft" in reply["said"], name
        assert reply["looked_through"], name


def test_a_filter_that_does_not_exist_is_named(tools):
    """The assistant is told which filters and values there are."""
    assert "There is no filter colour" in tools.find_cases(filters={"colour": "red"})["hint"]
    assert "there are waste" in tools.find_cases(filters={"theme": "moon"})["hint"]


def test_no_id_leads_out_of_the_folder(tools, folder):
    """An id is no path: nothing but the files of the site is read."""
    (folder / "secret.json").write_text('{"secret": 1}')

    for id_ in ("../../../secret", "/etc/passwd", "..\\secret", "example-law/../example-law"):
        assert Shelf(folder).get("law", id_) is None
        assert 'secret": 1' not in json.dumps(tools.solution(id_))


def test_only_advice_is_called_ours():
    """Neither a text with sources nor one without marks is ours; with both, a part of it is."""
    source = {
        "title": "T",
        "publisher": "P",
        "url": "https://x.example",
        "read": "2026",
        "note": None,
    }
    document = {"sources": [{"key": "a", **source}]}

    assert "ours" not in text(document, "It fell [@a].")
    assert text(document, "It fell; ask why [@a][@ours].")["ours"] == PARTLY
    assert "without a source" in text(document, "Ask why [@ours].")["ours"]
    assert text(document, "A summary.") == {"text": "A summary."}


def test_a_search_answers_half_of_a_question_or_nothing():
    """Words of other languages, slips and inflections are found; a chance word is not enough."""
    search = Search(
        {
            "lights": About(("street lighting", "Straßenbeleuchtung")),
            "bins": About(("litter bins", "vuilnisbakken")),
        }
    )

    assert [hit.id for hit in search.ask("Beleuchtung")] == ["lights"]
    assert [hit.id for hit in search.ask("vuilnisbak")] == ["bins"]
    assert [hit.id for hit in search.ask("streat lightning")] == ["lights"]
    assert search.ask("hovercraft landing permit for the street") == []
    assert search.ask("how do we") == []


def test_missing_files_are_told_in_one_sentence(scifi, tmp_path):
    """Where nothing was built, the command says what to do."""
    told = scifi("mcp", "--site", tmp_path)

    assert told.exit_code == 1
    assert f"There is no api/v1/index.json in {tmp_path}: build the site" in told.output


def test_a_broken_file_is_told(folder, tmp_path, site):
    """A build at work, or a copy that was cut short, does not end in a traceback."""
    exports.write_part(run.files(site), tmp_path)
    (tmp_path / "api/v1/laws/example-law.json").write_text("{")

    with pytest.raises(ShelfError, match=r"example-law\.json cannot be read"):
        Tools(Shelf(tmp_path)).law("example")


def test_a_missing_package_is_told_in_one_sentence(scifi, folder, monkeypatch):
    """Without the extra the command names it."""
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    told = scifi("mcp", "--site", folder)

    assert told.exit_code == 1
    assert "The package mcp is missing: install it with" in told.output


def test_no_other_computer_is_asked(folder, monkeypatch):
    """Every tool answers while no connection can be opened."""

    def refuse(*_arguments):
        raise AssertionError("a tool opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    tools = Tools(Shelf(folder))
    before = sorted(path.as_posix() for path in folder.rglob("*"))

    for name, given in {
        "what_is_here": {},
        "find_cases": {},
        "not_found": {"question": "x"},
    }.items():
        assert tools.all[name](**given)
    assert sorted(path.as_posix() for path in folder.rglob("*")) == before


def test_hostile_texts_are_only_texts(project, tmp_path):
    """They come back as they were written, in plain data."""
    hostile = Site(check_all(project / "tests/examples/hostile").corpus, {}, {})
    exports.write_part(run.files(hostile), tmp_path)
    reply = Tools(Shelf(tmp_path)).find_cases()

    assert json.loads(json.dumps(reply)) == reply
    assert reply["rows"][0]["title"] == hostile.corpus.casestudies[0].title


def test_each_tool_says_what_it_is_for(folder):
    """An assistant chooses by these words, so none is missing."""
    pytest.importorskip("mcp")
    assert door.server(Shelf(folder)).name == "scifi-cookbook"
    for name, tool in Tools(Shelf(folder)).all.items():
        assert tool.__doc__ and len(tool.__doc__) > 60, name
