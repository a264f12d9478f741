"""The home page: what works before what is not proven, and light enough for a phone."""

import gzip

HOME = 22_000
"""Most bytes of the home page's own HTML, compressed."""


def test_what_works_stands_before_what_is_not_proven(pages):
    """The ways in, the map, solutions, tools; then how many case studies prove nothing."""
    page = pages[""].main
    order = [".hero h1", ".search-door", ".doors", ".home-map", ".solution-list", ".tool-cards"]
    order += [".live-counts", "#chart-evidence-grades, [data-chart=evidence-grades]"]
    places = [list(page.descendants).index(page.select_one(selector)) for selector in order]

    assert places == sorted(places)


def test_the_name_is_spelled_out_at_the_top(pages):
    """Nobody has to guess what SCIFI stands for."""
    words = pages[""].main.select_one(".hero-words").get_text(" ", strip=True)

    assert "Smart Cities Innovation Framework Implementation" in words


def test_every_tool_on_the_home_page_has_a_drawing(pages):
    """Nine cards, each with a picture of what the tool does, none of them twice."""
    cards = pages[""].main.select(".tool-cards .card")
    drawings = {str(card.select_one("svg.sketch")) for card in cards}

    assert len(cards) == len(drawings) == 9


def test_each_pathway_shows_its_town_on_its_card_and_page(pages, corpus):
    """The same drawing in both places."""
    cards = pages["pathways/"].main.select(".card")

    for pathway in corpus.pathways:
        (card,) = [c for c in cards if c.select_one("a")["href"].strip("./") == pathway.id]
        head = pages[f"pathways/{pathway.id}/"].main.select_one(".pathway-head > svg.sketch")
        assert str(card.select_one("svg.sketch")) == str(head), pathway.id


def test_the_home_page_is_light(site):
    """Its map has one layer, and the lists behind its numbers stand on the page of cities."""
    assert len(gzip.compress((site / "index.html").read_bytes(), 9)) < HOME


def test_all_places_stand_in_one_list(pages, corpus):
    """Towns from A to Z without regard to accents, what is larger below them."""
    page = pages["cities/"].main
    towns, areas = (page.select(f"[data-group={name}] li > a") for name in ("towns", "regions"))

    assert {len(towns), len(areas)} == {
        sum(city.is_town is town for city in corpus.cities) for town in (True, False)
    }
    names = [town.get_text() for town in towns]
    assert names.index("Águilas") < names.index("Alba Iulia") < names.index("Zurich")
