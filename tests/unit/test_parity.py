"""Two built sites compared: what a reader would miss is told, how the HTML is written is not."""

import pytest
from benchmarks import parity

PAGE = """<title>Bins – Cookbook</title><body><h1>Bins</h1><p class="page-lead">Half as often.</p>
<article class="a"><h2 id="why">Why</h2><p>Full, <b>or</b> not: see <a
href="../costs/">costs</a>.</p><table><tr><th>Rounds</th><td>312</td></tr></table></article>"""

OTHER_FRAME = """<title>Bins - Cookbook</title><body><article class="b"><h1 id="bins">Bins</h1>
<p class="page-lead">Half as often.</p><h2 id="why">Why</h2><p>Full, <b>or</b> not: see
<a href="/costs/">costs</a>.</p><table><tr>
<th>Rounds</th> <td>312</td></tr></table></article>"""


@pytest.fixture
def compared(tmp_path):
    """`compared(page)`: the differences of a site with `PAGE` and one with another page."""

    def compare(page, folder="bins"):
        for site, name, text in (("one", "bins", PAGE), ("two", folder, page)):
            place = tmp_path / site / name
            place.mkdir(parents=True)
            (place / "index.html").write_text(text, encoding="utf-8")
        return list(parity.differences(tmp_path / "one", tmp_path / "two"))

    return compare


def test_another_frame_around_the_same_words_is_no_difference(compared):
    """Nor is another way to break lines, to write a link, or to part a title from the site."""
    assert compared(OTHER_FRAME) == []


@pytest.mark.parametrize(
    ("aspect", "is_now", "was"),
    [
        ("title", "<h1>Bin</h1>", "<h1>Bins</h1>"),
        ("headings", 'id="reason"', 'id="why"'),
        ("headings", "<h3 id='why'>Why</h3>", '<h2 id="why">Why</h2>'),
        ("links", 'href="../cost/"', 'href="../costs/"'),
        ("text", "Full,<b>or</b>", "Full, <b>or</b>"),
        ("text", "Twice as often", "Half as often"),
        ("tables", "<td>312</td><td></td>", "<td>312</td>"),
    ],
)
def test_what_a_reader_would_miss_is_told(compared, aspect, is_now, was):
    """Each aspect by itself, with what stands in either page."""
    assert was in PAGE

    assert [found.aspect for found in compared(PAGE.replace(was, is_now))] == [aspect]


def test_a_page_that_only_one_has_is_told_with_its_address(compared):
    """A lost address is a dead link of somebody."""
    found = compared(PAGE, folder="bin")

    assert list(map(str, found)) == [
        "/bin/  address: '' | 'a page'",
        "/bins/  address: 'a page' | ''",
    ]


def test_a_share_counts_pages_not_differences(compared):
    """One page of four with two differences is a quarter in each of both aspects."""
    found = compared(PAGE.replace("Half", "Twice").replace("../costs/", "../cost/"))

    shares = parity.shares(found, 4)

    assert shares == dict.fromkeys(parity.ASPECTS, 100) | {"links": 75, "text": 75}
