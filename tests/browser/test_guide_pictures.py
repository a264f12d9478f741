"""The pictures of the guide show the site as it is: same headings, labels and buttons."""

import json
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader

import pytest

from scifi import gaps


@pytest.fixture
def pictures(project):
    """The command that takes the pictures, as a module."""
    loader = SourceFileLoader("take_pictures", str(project / "tools/take-pictures"))
    module = module_from_spec(spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


def test_the_gap_in_the_pictures_is_still_open(pictures, published):
    """As soon as somebody has told, the guide needs another case study."""
    assert gaps.gap(published.get("casestudy", pictures.CASE), "period.end")


def test_no_picture_shows_a_word_that_the_site_says_no_longer(pictures, newcomer, site_url):
    """Whoever follows the guide finds on the page what the picture shows; else take them again."""
    shown = json.loads(pictures.WORDS.read_text(encoding="utf-8"))
    gone = {}

    for name, elements in pictures.scenes(newcomer, lambda address: site_url + address):
        there = pictures.words(newcomer, pictures.frame(elements))
        gone[name] = [words for words in shown.pop(name) if words not in there]

    assert {name: words for name, words in gone.items() if words} == {}, "run tools/take-pictures"
    assert shown == {}
