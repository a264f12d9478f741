"""macros.py: what a page may say."""

import inspect
import re

import jinja2
import pytest
from bs4 import BeautifulSoup

from scifi.vocabulary import KIND_BY_MACRO


def called(macros, call):
    """What a call gives, as an engine runs it."""
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined)
    return environment.from_string(f"{{{{ {call} }}}}", globals=macros).render()


def test_macros_can_be_imported_without_an_engine(macros):
    """An error in the file shows as what it is, not as a missing plugin."""
    assert callable(macros.define_env)
    classes = [name for name, value in vars(macros).items() if inspect.isclass(value)]
    assert [name for name in classes if getattr(macros, name).__module__ == macros.__name__] == []


def test_every_macro_has_a_guide_with_an_example_call(registered):
    """The docstring is what authors read: a sentence, and a call they can copy."""
    for name, macro in registered().items():
        guide = inspect.getdoc(macro) or ""
        assert re.match(r"[A-Z].*\.$", guide.replace("\n", " ")), name
        assert re.search(rf"`\{{\{{ {name}\([^)]*\) \}}\}}`", guide), name


def test_the_macros_of_chapters_are_all_there(registered):
    """What the check lets a chapter call, the engine can run."""
    assert set(KIND_BY_MACRO) <= set(registered())


def test_a_macro_of_chapters_takes_names_only(registered):
    """A call with a plain name in quotes always fits."""
    for name in KIND_BY_MACRO:
        for parameter in inspect.signature(registered()[name]).parameters.values():
            assert parameter.kind in (
                inspect.Parameter.VAR_POSITIONAL,
                inspect.Parameter.POSITIONAL_OR_KEYWORD,
            )
            assert parameter.default is inspect.Parameter.empty


def test_every_macro_is_called_by_the_small_project(registered, macro_calls):
    """Whoever adds a macro shows it at work; both engines then run it in tests."""
    assert {call.partition("(")[0] for call in macro_calls} == set(registered())


def test_every_macro_says_something_and_nothing_twice_over(registered, macro_calls):
    """Each gives text for the page, with no braces left for a second run."""
    macros = registered()
    for call in macro_calls:
        text = called(macros, call)
        assert BeautifulSoup(text, "html.parser").get_text().strip(), call
        assert not re.search(r"\{[{%]", text), call
        assert not re.search(r"\b(?:None|nan|Undefined)\b", text), call


@pytest.mark.parametrize(
    "page, prefix", [("", ""), ("aid-kit/", "../"), ("about/evidence/", "../../")]
)
def test_links_of_a_macro_fit_the_page_it_stands_on(registered, page, prefix):
    """The same call works on every page."""
    tree = BeautifulSoup(called(registered(page), 'casestudies("example-bins")'), "html.parser")

    assert tree.a["href"] == f"{prefix}casestudies/example-bins/"


def test_a_count_is_a_number(registered):
    """It can stand in the middle of a sentence."""
    assert called(registered(), 'count("city")') == "1"


def test_without_ids_a_macro_shows_all(registered):
    """A list page names nothing and forgets nothing."""
    macros = registered()

    assert "Twelve invented bins" in called(macros, "casestudies()")
    assert "hard-signs/" in called(macros, "casestudies()")
    assert "Nobody bids for the example" in called(macros, "remedies()")
    assert called(macros, "steps()").index("Plan the example") < called(macros, "steps()").index(
        "Do the example"
    )


@pytest.mark.parametrize(
    "call, says",
    [
        ('chart("no-such-chart")', 'there is no chart "no-such-chart"; the charts are: aid-kit, '),
        ('count("bins")', 'nothing is counted as "bins"; use one of: axis, casestudy, '),
    ],
)
def test_a_name_that_does_not_exist_is_answered_with_those_that_do(registered, call, says):
    """An author of prose reads what there is."""
    with pytest.raises(KeyError, match=re.escape(says)):
        called(registered(), call)


def test_the_list_of_macros_holds_every_macro_and_no_other(registered):
    """The authors' guide is made from the docstrings, so it cannot fall behind."""
    macros = registered()
    tree = BeautifulSoup(called(macros, "macro_list()"), "html.parser")

    shown = {dt.get_text(): dt.find_next("dd").get_text().replace("`", "") for dt in tree("dt")}
    assert shown == {name: inspect.getdoc(macro).replace("`", "") for name, macro in macros.items()}


def test_the_list_of_macros_leaves_out_what_an_engine_adds(macros, small_project, registered):
    """Engines bring macros of their own; they are not ours to explain."""
    mine = registered()
    mine_only = called(mine, "macro_list()")
    mine["now"] = jinja2.Environment().globals["range"]

    assert called(mine, "macro_list()") == mine_only


def test_engines_that_define_the_macros_once_a_page_load_the_content_once(registered, monkeypatch):
    """Zensical asks for every page anew."""
    from scifi.build import checked

    first = registered()
    called(first, 'count("city")')
    monkeypatch.setattr(checked, "check_all", lambda root: 1 / 0)

    assert called(registered("aid-kit/"), 'count("city")') == "1"
