"""The home page: what one sees first, on a desk and on a phone."""

BOXES = """
selectors => selectors.map(selector => {
    const { top, bottom, left } = document.querySelector(selector).getBoundingClientRect();
    return [top, bottom, left];
})
"""


def test_at_a_desk_the_first_view_holds_search_and_map(visit):
    """Beside the heading stands the map, whole; the doors begin below both."""
    page = visit("", width=1280)
    page.set_viewport_size({"width": 1280, "height": 800})
    words, search, drawn, doors = page.evaluate(
        BOXES, [".hero-words", ".search-door", ".home-map svg", ".doors"]
    )

    assert search[1] < 800
    assert drawn[1] < 800
    assert drawn[2] > 640, "beside the words, in the right half"
    assert doors[0] >= max(words[1], drawn[1])
    assert doors[0] < 700, "somebody sees that there are doors"


def test_on_a_phone_the_map_follows_search_and_doors(visit):
    """The way in comes first."""
    search, doors, drawn = visit("", width=390).evaluate(
        BOXES, [".search-door", ".doors", ".home-map svg"]
    )

    assert search[0] < doors[0] < drawn[0]
