"""Characters that nobody sees: refused in every text, however they are written."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scifi.content.load import Document, load
from scifi.content.source import SourceFile

UNSEEN = st.characters(categories=("Cc", "Cf", "Cn", "Co", "Zl", "Zp"), exclude_characters="\n\t")
"""Controls, marks without width or that turn the direction, private and missing characters."""


def rules_broken(text, kind="city"):
    """Names of the rules a file with this text breaks while it is read."""
    read = load(SourceFile("folder/file.yml", kind, "file", text))
    return set() if isinstance(read, Document) else {problem.rule for problem in read}


@given(char=UNSEEN, before=st.text("ab é", max_size=3), after=st.text("ab é", max_size=3))
@example(char="\x7f", before="", after="![x](data:,){: onerror=alert(1) }")
@example(char="\u2028", before="Delft", after="--- ![x](data:,){: onerror=alert(3) }")
@example(char="\u3164", before="", after="")
def test_no_text_with_an_unseen_character_passes(char, before, after):
    """Neither as it is nor as an escape, in a value, a field name, a list, a comment or prose."""
    raw = before + char + after
    escaped = f'"{before}\\U{ord(char):08x}{after}"'

    for text in [f"title: x{raw}x\n", f"title: {escaped}\n", f"{escaped}: x\n"]:
        assert rules_broken(text) == {"visible-text"}
    assert rules_broken(f"list:\n  - a: [{escaped}]\n") == {"visible-text"}
    assert rules_broken(f"title: x # {raw}\n") == {"visible-text"}
    assert rules_broken(f"---\ntitle: x\n---\n{raw}\n", "chapter") == {"visible-text"}


@pytest.mark.parametrize(
    "text",
    [
        "title: Größe, coût, 50 m², ½ l – “so” … 4 °C € č 水 م\n",
        "title: |\n  a line\n  and\tanother\n",
        'title: "a paragraph\n\n  and another"\n',
        "title: no-break\xa0space\n",
    ],
)
def test_what_people_write_passes(text):
    """Letters of any script, signs, line ends and the tabs of a table are no mistake."""
    assert rules_broken(text) == set()


def test_a_tab_outside_a_block_text_is_refused():
    """A heading is one line of words; a tab written as an escape is neither."""
    assert rules_broken('title: "a\\tb"\n') == {"visible-text"}


def test_the_problem_is_placed_where_the_text_begins():
    """The place of an escape is that of its text, as for every other problem of a value."""
    (problem,) = load(SourceFile("f.yml", "city", "f", 'a: b\nc:\n  - "x\\u200by"\n'))

    assert (problem.line, problem.column) == (3, 5)
    assert problem.what == "there is an invisible character (U+200B)"
