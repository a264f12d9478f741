"""Who is thanked: named at the foot of the page and in its citation, with a checked ORCID iD."""

import pytest
from bs4 import BeautifulSoup
from pydantic import TypeAdapter, ValidationError

from scifi.figures.charts import charts
from scifi.model.credit import Orcid
from scifi.site.pages import Site, pages


@pytest.mark.parametrize("orcid", ["0000-0002-1825-0097", "0000-0002-9079-593X"])
def test_an_orcid_whose_last_sign_fits_is_taken(orcid):
    """The example of ORCID itself, and one that ends with X."""
    assert TypeAdapter(Orcid).validate_python(orcid) == orcid


@pytest.mark.parametrize(
    "orcid",
    [
        "0000-0002-1825-0079",
        "0000-0002-1825-009X",
        "https://orcid.org/0000-0002-1825-0097",
        "0000000218250097",
    ],
)
def test_another_form_or_a_slip_is_refused(orcid):
    """Two digits swapped would thank somebody else."""
    with pytest.raises(ValidationError):
        TypeAdapter(Orcid).validate_python(orcid)


@pytest.fixture
def foot(corpus_with, case, make):
    """`foot(contributors)`: the end of a case study's page, from "How to cite" on."""

    def build(*people):
        corpus = corpus_with(make(case, contributors=list(people)))
        made = pages(Site(corpus, charts(corpus), {}))
        body = next(page.body for page in made if page.address == f"casestudies/{case.id}/")
        return BeautifulSoup(body[body.index('<h2 id="how-to-cite">') :], "html.parser")

    return build


def test_who_contributed_is_named_and_cited(foot):
    """With a link where an ORCID iD is known; the name stands first in the citation."""
    page = foot({"name": "Ana Müller", "orcid": "0000-0002-1825-0097"}, {"name": "B. O'Neil & co"})

    thanks = page.select_one("p.contributors")
    assert thanks.get_text() == (
        "Contributed by Ana Müller (ORCID 0000-0002-1825-0097); B. O'Neil & co."
    )
    assert [a["href"] for a in thanks("a")] == ["https://orcid.org/0000-0002-1825-0097"]
    assert (
        page.select_one("p.citation")
        .get_text()
        .startswith("Ana Müller and B. O'Neil & co. SCIFI cookbook (2026): “")
    )


def test_without_contributors_nobody_is_thanked(foot):
    """No empty line, and the citation begins with the cookbook."""
    page = foot()

    assert not page.select("p.contributors")
    assert page.select_one("p.citation").get_text().startswith("SCIFI cookbook (2026): “")
