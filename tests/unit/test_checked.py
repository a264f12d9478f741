"""From files to the site's values: checked first, made once for each state of the files."""

import pytest

from scifi.build import checked, drawing

REMEDY = "data/remedies/example-no-bids.yml"


@pytest.fixture(autouse=True)
def no_browser(monkeypatch):
    """Tables are enough here."""
    monkeypatch.setenv("SCIFI_BROWSER", "none")


def test_right_content_becomes_a_site(root):
    """Corpus, charts and counts are at hand for pages and macros."""
    site = checked.site(root)

    assert site.counts["casestudy"] == 1
    assert "evidence-grades" in site.charts
    assert site.drawings == {}


def test_wrong_content_stops_with_every_problem(root):
    """The error lists all problems with place, reason and remedy, and says what it stops."""
    path = root / REMEDY
    path.write_text(path.read_text().replace("this-week", "this-weak"), encoding="utf-8")
    (root / "data/windows/two.yml").write_text("title: [\n", encoding="utf-8")

    with pytest.raises(checked.ContentError) as caught:
        checked.site(root)

    assert [p.path for p in caught.value.problems] == [REMEDY, "data/windows/two.yml"]
    for problem in caught.value.problems:
        assert str(problem) in str(caught.value)
    assert str(caught.value).endswith("The site is not built until these are mended.")


def test_the_site_is_made_once_for_each_state_of_the_files(root, monkeypatch):
    """An engine that asks for every page does not make everything anew each time."""
    made = []
    draw = drawing.draw
    monkeypatch.setattr(drawing, "draw", lambda *a: made.append(1) or draw(*a))

    first = checked.site(root)
    assert checked.site(root) is first
    assert len(made) == 1

    path = root / REMEDY
    path.write_text(path.read_text().replace("title: ", "title: Today "), encoding="utf-8")
    second = checked.site(root)
    assert second.corpus.remedies[0].title == "Today Nobody bids for the example"
    assert first.corpus.remedies[0].title == "Nobody bids for the example"
    assert len(made) == 2


def test_after_a_mistake_is_mended_the_site_is_there_again(root):
    """A preview survives a half-typed line."""
    path = root / REMEDY
    right = path.read_text(encoding="utf-8")
    path.write_text(right + "urgency: [", encoding="utf-8")
    with pytest.raises(checked.ContentError):
        checked.site(root)

    path.write_text(right, encoding="utf-8")

    assert checked.site(root).counts["remedy"] == 1


def test_charts_made_when_asked_for_are_those_made_at_once(root, monkeypatch):
    """A preview shows what a build shows."""
    monkeypatch.setenv("SCIFI_BROWSER", "none")
    at_once = checked.site(root).charts
    checked._content.clear()
    checked._sites.clear()

    wanted = checked.site(root, at_once=False).charts

    assert list(wanted) == list(at_once)
    for name, chart in at_once.items():
        assert wanted[name].finding == chart.finding
        assert wanted[name].data.equals(chart.data)
