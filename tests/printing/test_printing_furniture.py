"""Paper goes without what `furniture` names, each with its reason, and without nothing else."""

import re

import lxml.html

from scifi.printing.reading import furniture

from . import reading

TAGS = re.findall(
    r"\S+",
    """a abbr address area article aside audio b bdi bdo big blink blockquote body button
    canvas center cite code data dd del details dfn dialog dir div dl dt em embed fieldset
    figcaption figure font footer form frameset h1 h2 h3 h4 h5 h6 header hgroup i iframe ins
    kbd label legend li main map mark marquee math menu menuitem meter my-own-tag nav nobr
    noembed noframes noscript object ol optgroup option output p param picture pre progress
    q rp rt ruby s samp script search section select slot small span strike strong style sub
    summary sup svg table tbody td template textarea tfoot th thead time tr track tt u ul
    unknown var video wbr xmp""",
)
"""Every tag of HTML that can hold words, with old and made-up ones. An input holds none."""


def word(number: int) -> str:
    """A word that stands nowhere else."""
    return "q" + "".join("bcdfghjklm"[int(digit)] for digit in str(number)) + "q"


def lost(printed, names, markup) -> set[str]:
    """The names whose word is not on paper."""
    parts = [markup.format(name=name, word=word(n)) for n, name in enumerate(names)]
    said = reading.text(printed("\n".join(parts)).path)
    return {name for n, name in enumerate(names) if word(n) not in said}


def test_a_tag_loses_its_words_only_if_furniture_names_it(printed):
    """An unknown tag is lost; its text is not."""
    gone = lost(printed, TAGS, "<div><{name}>{word}</{name}></div>")

    assert gone == set(furniture.SCREEN_TAGS) - {"input"}


def test_a_class_loses_its_words_only_if_furniture_names_it(printed, project):
    """No class of our own pages, and no class that a stranger makes up, swallows text."""
    pages = [*(project / "site").glob("*/*/index.html"), *(project / "site").glob("*/index.html")]
    written = " ".join(
        names
        for page in pages
        for names in re.findall(r' class="([^"]*)"', page.read_text(encoding="utf-8"))
    )
    known = sorted({*written.split(), *furniture.SCREEN_CLASSES, "made-up", "no-print", "hidden"})

    assert len(known) > 200
    for tag in ("p", "div", "span", "ul", "ol", "table", "sup", "a", "figure", "section"):
        gone = lost(printed, known, f'<div><{tag} class="{{name}}">{{word}}</{tag}></div>')
        assert gone == set(furniture.SCREEN_CLASSES), tag


def test_an_attribute_loses_words_only_if_furniture_names_it(printed):
    """What is searched for and found, or folded away, stands open on paper."""
    named = [f'{name}="{value}"' for name, value in furniture.ATTRIBUTES]
    kept = ['hidden="until-found"', 'aria-hidden="false"', 'style="display:none"', 'inert=""']

    assert lost(printed, named + kept, "<p {name}>{word}</p>") == set(named)


def test_the_words_that_a_pdf_must_hold_are_all_but_the_named(printed):
    """The yardstick of the other tests is neither too long nor too short."""
    body = "<article>" + "".join(
        f"<div><{tag}>{word(n)}</{tag}></div>" for n, tag in enumerate(TAGS)
    )
    found = furniture.words_on_paper(lxml.html.fromstring(body))

    assert {tag for n, tag in enumerate(TAGS) if word(n) not in found} == set(
        furniture.SCREEN_TAGS
    ) - {"input"}


def test_each_name_has_its_reason():
    """Whoever misses words on paper reads why."""
    reasons = [
        *furniture.SCREEN_TAGS.values(),
        *furniture.SCREEN_CLASSES.values(),
        *furniture.ATTRIBUTES.values(),
    ]

    assert all(len(reason) > 3 for reason in reasons)
