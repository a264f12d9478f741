"""Addresses: a contract with everybody who ever linked to a page."""

import posixpath
from itertools import product

import pytest

from scifi import urls
from scifi.kinds import KINDS


@pytest.mark.parametrize(
    "here, there, link",
    [
        ("", "", "./"),
        ("", "casestudies/", "casestudies/"),
        ("", "casestudies/a/", "casestudies/a/"),
        ("", "survival-guide/windows/#x", "survival-guide/windows/#x"),
        ("", "data/charts/a.csv", "data/charts/a.csv"),
        ("casestudies/", "", "../"),
        ("casestudies/", "casestudies/", "./"),
        ("casestudies/", "casestudies/a/", "a/"),
        ("casestudies/a/", "casestudies/", "../"),
        ("casestudies/a/", "casestudies/b/", "../b/"),
        ("casestudies/a/", "casestudies/a/", "./"),
        ("casestudies/a/", "aid-kit/no-bids/", "../../aid-kit/no-bids/"),
        ("casestudies/a/", "assets/charts/a.js", "../../assets/charts/a.js"),
        ("survival-guide/windows/", "survival-guide/windows/#x", "#x"),
        ("survival-guide/", "survival-guide/windows/#x", "windows/#x"),
        ("survival-guide/obstacles/silos/", "pathways/axes/#size", "../../../pathways/axes/#size"),
    ],
)
def test_a_link_leads_from_one_page_to_another(here, there, link):
    """Links are relative, so the site works in any folder and from a USB stick."""
    assert urls.relative(here, there) == link


def test_following_a_link_always_arrives():
    """From every kind of page to every kind of page."""
    pages = [urls.url(kind, "an-id") for kind in KINDS]
    pages += [*(kind.index for kind in KINDS.values()), ""]

    for here, there in product([p.partition("#")[0] for p in pages], pages):
        path, _, anchor = urls.relative(here, there).partition("#")
        arrived = posixpath.normpath(posixpath.join("/", here, path))
        wanted, _, wanted_anchor = there.partition("#")
        assert arrived == posixpath.normpath(posixpath.join("/", wanted)), (here, there)
        assert anchor == wanted_anchor


@pytest.mark.parametrize(
    "kind, address",
    [
        ("pathway", "pathways/x/"),
        ("chapter", "cookbook/x/"),
        ("step", "survival-guide/x/"),
        ("obstacle", "survival-guide/obstacles/x/"),
        ("law", "survival-guide/laws/x/"),
        ("funding", "survival-guide/funding/x/"),
        ("window", "survival-guide/windows/#x"),
        ("remedy", "aid-kit/x/"),
        ("casestudy", "casestudies/x/"),
        ("indicator", "indicators/x/"),
        ("city", "cities/x/"),
        ("programme", "programmes/x/"),
        ("axis", "pathways/axes/#x"),
    ],
)
def test_addresses_are_those_that_were_promised(kind, address):
    """A page once linked to stays where it is."""
    assert urls.url(kind, "x") == address
