"""Data as any person may type it into a content file, for tests by Hypothesis."""

from hypothesis import strategies as st

from scifi.content import characters
from scifi.content.schema import schema

NASTY = st.sampled_from(
    [
        *(
            "NO",
            "no",
            "y",
            "null",
            "~",
            "",
            "12",
            "012",
            "1e3",
            "1.",
            ".5",
            "12:30",
            "0x1F",
            "0X1F",
        ),
        *("2023", "2023-05", "2023-05-01", "10 000", "33,5", "1_000", "+3", "-", "- a", "--- a"),
        *("a: b", "a:", ":a", "a #b", "a#b", "#a", "'s-Hertogenbosch", 'say "yes"', 'a: "b"'),
        *("@x", "&x", "*x*", "!x", "%", "% less", "`x`", "|", "> 5", "[a]", "{a}", "a, b", "?"),
        *("a\nb", "a\n\nb", "a\n  b", "a  b", "a \nb", " a ", "\n", "a\\b", "back\\slash: x"),
        *("falſe", "naïve", "Łódź → €", "😀 " * 70, "word " * 60, "x" * 130, "a" * 119 + " b"),
    ]
)
TEXT = NASTY | st.text(
    st.characters(exclude_categories=characters.REFUSED, codec="utf-8")
    | st.sampled_from("\n :#'\"-,[]{}\\"),
    max_size=150,
).filter(lambda text: characters.refused(text) is None)
NUMBER = st.integers(-(2**53), 2**53) | st.floats(-(2**53), 2**53)
SCALAR = TEXT | NUMBER | st.booleans() | st.none()
KEY = st.sampled_from([*schema("casestudy")["properties"], "no", "a b", "x: y", "é", "NO"])
VALUE = st.recursive(
    SCALAR,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEY, inner, max_size=4),
    max_leaves=12,
)
DATA = st.dictionaries(KEY, VALUE, max_size=6).map(lambda data: {"country": "BE", **data})
