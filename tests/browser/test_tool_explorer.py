"""The explorer of case studies, as a person uses it: filters, search, sorting, table, map, tray."""

import csv
import json
import re
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import expect

from .page_types import DESK, NARROW, PHONE
from .test_browser_accessibility import AT_BOTH_WIDTHS, COLOUR_RULES, barriers_in
from .test_browser_keyboard import UNSEEN
from .test_browser_reflow import OUTSIDE, sideways

PAGE = "casestudies/"


@pytest.fixture(scope="session")
def known(site):
    """What the explorer works on, read from its data script."""
    text = (site / "assets/data/casestudies.js").read_text(encoding="utf-8")
    return json.loads(text.partition("] = ")[2].rstrip(";\n"))


@pytest.fixture(scope="session")
def cases(known):
    """All case studies, best evidence first."""
    return known["cases"]


@pytest.fixture
def explorer(visit):
    """`explorer("?theme=water", width=390)`: the page, when it is ready."""

    def open_it(query="", **settings):
        page = visit(PAGE + query, **settings)
        page.locator("[data-tool=explorer][data-ready]").wait_for()
        return page

    return open_it


def having(cases, **chosen):
    """The case studies that have one of the values on each facet."""
    return [
        case
        for case in cases
        if all(set(values) & set(case["facets"][facet]) for facet, values in chosen.items())
    ]


def ids(page):
    """The case studies that are shown, in order."""
    return page.locator("[data-case]").evaluate_all("cards => cards.map(card => card.dataset.case)")


def ids_of(cases):
    """The ids of case studies."""
    return [case["id"] for case in cases]


def said(page, number, total):
    """Wait until the status says how many of all fit."""
    words = f"All {total} " if number == total else f"{number} of {total} "
    expect(page.locator(".explorer-status")).to_contain_text(words)


def tick(page, facet, value):
    """Tick a value, opening what is closed around it."""
    filters = page.locator(".explorer-filters")
    if filters.get_attribute("open") is None:
        filters.locator("> summary").click()
    box = page.locator(f"[data-facet={facet}]")
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    option = box.locator(f"input[value='{value}']")
    if not option.is_visible():
        box.locator(".facet-more").click()
    option.check()


def count(page, facet, value):
    """The count beside a value."""
    label = page.locator(f"[data-facet={facet}] label").filter(
        has=page.locator(f"input[value='{value}']")
    )
    return int(re.match(r"\d+", label.locator(".facet-count").text_content()).group())


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_filters_narrow_the_list_and_the_address_remembers(explorer, cases, width):
    """Values of one facet add up, facets cut; reload and Back restore what was chosen."""
    page = explorer(width=width)
    said(page, len(cases), len(cases))

    tick(page, "theme", "water")
    tick(page, "theme", "waste")
    both = having(cases, theme=["water", "waste"])
    said(page, len(both), len(cases))
    tick(page, "grade", "D")
    few = having(cases, theme=["water", "waste"], grade=["D"])
    said(page, len(few), len(cases))

    assert ids(page) == ids_of(few)
    assert page.url.endswith("?theme=water,waste&grade=D")
    page.reload()
    said(page, len(few), len(cases))
    page.go_back()
    said(page, len(both), len(cases))
    assert not page.locator("input[value=D]").is_checked()
    page.go_forward()
    said(page, len(few), len(cases))


def test_the_count_beside_a_value_is_what_choosing_it_gives(explorer, cases):
    """Counts leave out their own facet, so that they say what another choice would bring."""
    page = explorer("?theme=energy")

    for grade in "BCDE":
        assert count(page, "grade", grade) == len(having(cases, theme=["energy"], grade=[grade]))
    tick(page, "grade", "B")
    said(page, len(having(cases, theme=["energy"], grade=["B"])), len(cases))
    assert count(page, "grade", "D") == len(having(cases, theme=["energy"], grade=["D"]))
    assert count(page, "theme", "water") == len(having(cases, theme=["water"], grade=["B"]))


def test_every_facet_filters(explorer, known, cases):
    """Twelve facets; the most common value of each gives the cases that have it."""
    page = explorer()
    assert len(known["facets"]) == 12

    for facet in known["facets"]:
        values = [value for case in cases for value in case["facets"][facet["id"]]]
        most = max(facet["values"], key=values.count)
        tick(page, facet["id"], most)
        fitting = having(cases, **{facet["id"]: [most]})
        said(page, len(fitting), len(cases))
        page.get_by_role("button", name="Clear all").click()
        said(page, len(cases), len(cases))


def test_chips_take_back_what_was_chosen(explorer, cases):
    """Each choice has a button that removes it; the focus stays among the chips."""
    page = explorer("?theme=water,waste&status=failed,unknown")
    page.get_by_role("button", name="Remove Theme: Waste").click()

    fitting = having(cases, theme=["water"], status=["failed", "unknown"])
    said(page, len(fitting), len(cases))
    expect(page.locator(".chips button").first).to_be_focused()
    page.get_by_role("button", name="Clear all").click()
    said(page, len(cases), len(cases))
    expect(page.locator(".explorer-status")).to_be_focused()
    assert page.url.endswith(PAGE)


def test_where_nothing_fits_a_way_out_is_offered(explorer, cases):
    """Each filter says what giving it up would bring back."""
    page = explorer("?theme=parking&size=very-small-town")
    expect(page.locator(".explorer-nothing")).to_be_visible()
    expected = len(having(cases, theme=["parking"]))

    page.get_by_role("button", name=re.compile("Without the filter on city size")).click()

    said(page, expected, len(cases))
    assert expected > 0


def test_words_are_searched_in_everything_a_case_tells(explorer, cases):
    """All words must be there; the beginning of one is enough; accents and slips do not matter."""
    page = explorer()
    box = page.get_by_role("searchbox")

    for words, id_ in (
        ("the dimm Ipswich", "adaptive-lighting-ipswich"),
        ("aguilas led", "led-lighting-aguilas"),
        ("Sonderbrog", "social-housing-retrofit-sonderborg"),
    ):
        box.fill(words)
        page.get_by_role("button", name=f"Remove Words: {words}").wait_for()
        assert id_ in ids(page)
        assert len(ids(page)) < len(cases) / 4
    box.fill("Ipswich xyzzyqwv")
    expect(page.locator(".explorer-nothing")).to_be_visible()
    page.go_back()
    said(page, len(cases), len(cases))
    expect(box).to_have_value("")


def test_words_are_found_in_whichever_way_they_are_written(explorer):
    """The same case studies, whether one writes one word or two."""
    page = explorer()
    counts = set()
    for words in ("streetlight", "street light", "street-light", "Streetlights"):
        page.get_by_role("searchbox").fill(words)
        page.get_by_role("button", name=f"Remove Words: {words}", exact=True).wait_for()
        counts.add(page.locator(".explorer-status").inner_text())

    assert len(counts) == 1


def test_a_long_facet_is_narrowed_by_words(explorer):
    """Of two hundred indicators those are left that are called so, however CO₂ is written."""
    facet = explorer().locator("[data-facet=indicator]")
    facet.locator("summary").click()
    shown = facet.locator("label.facet-value:visible")
    expect(facet.get_by_role("button", name="Show all")).to_be_visible()

    facet.get_by_role("searchbox", name="Words in: Indicator").fill("co₂")

    expect(facet.get_by_role("button", name="Show all")).to_be_hidden()
    names = shown.locator(".facet-name").all_inner_texts()
    assert names
    assert all("co2" in name.casefold() for name in names)


def test_a_word_in_the_title_comes_first(explorer, cases):
    """Who types "bin" wants bins; another order is one choice away, and Back is the way back."""
    page = explorer("?q=bin")
    titles = {case["id"]: case["title"].lower() for case in cases}

    first = [titles[id_] for id_ in ids(page)[:5]]

    assert all(" bin" in f" {title}" for title in first), first
    expect(page.get_by_label("Sort by")).to_have_value("fit")
    page.get_by_label("Sort by").select_option("grade")
    page.wait_for_url("**/?q=bin&sort=grade")
    grades = [next(c for c in cases if c["id"] == id_)["facets"]["grade"][0] for id_ in ids(page)]
    assert grades == sorted(grades)


def test_a_card_shows_its_number_its_place_and_its_money(explorer, cases):
    """Whatever the unit of the number: many pilots counted no change in per cent."""
    page = explorer("?theme=waste")
    shown = having(cases, theme=["waste"])
    assert any(case["headline"] and not case["effects"] for case in shown)

    for case in shown[:12]:
        card = page.locator(f"[data-case={case['id']}]")
        box, badge = (card.locator(f".{name}").bounding_box() for name in ("card-compare", "grade"))
        assert abs(box["y"] + box["height"] / 2 - badge["y"] - badge["height"] / 2) < 12
        if case["headline"]:
            expect(card.locator(".card-effect a")).to_have_text(case["headline"]["text"])
        expect(card.locator(".card-money")).to_contain_text(
            case["money"]["text"] if case["money"] else "Money: not reported"
        )


def test_place_and_money_are_in_view_in_the_table(explorer):
    """On a laptop nobody scrolls sideways to see what it cost and where."""
    page = explorer("?view=table", width=DESK)
    frame = page.get_by_role("region", name="Case studies as a table").bounding_box()

    for head in ("Headline result", "Place", "Money"):
        box = page.locator("thead th", has_text=head).bounding_box()
        assert box["x"] + box["width"] <= frame["x"] + frame["width"], head


def test_words_and_filters_work_together_from_the_address(explorer, cases):
    """A shared address opens the same selection, words included."""
    page = explorer("?theme=waste&q=bins")

    shown = set(ids(page))

    assert shown
    assert shown <= set(ids_of(having(cases, theme=["waste"])))
    expect(page.get_by_role("searchbox")).to_have_value("bins")


def test_sorting_by_date_and_by_effect(explorer, cases):
    """The newest first; the largest change first; what is not known stands last and says so."""
    page = explorer()
    page.get_by_label("Sort by").select_option("date")
    dates = {case["id"]: case["end"] or case["start"] or "" for case in cases}
    page.wait_for_url("**/?sort=date")
    shown = [dates[id_] for id_ in ids(page)]
    assert shown == sorted(dates.values(), reverse=True)[: len(shown)]

    page.get_by_label("Sort by").select_option("effect")
    page.wait_for_url("**/?sort=effect")
    changes = {case["id"]: case["effects"][0]["change"] for case in cases if case["effects"]}
    shown = ids(page)
    largest = sorted(changes.values(), reverse=True)
    assert [changes.get(id_) for id_ in shown][: len(largest)] == largest[: len(shown)]
    first = page.locator(".card-effect").first
    expect(first.locator("a")).to_have_attribute("href", re.compile("^https?://"))
    page.get_by_role("link", name="How it is worked out").click()
    expect(page.locator("#how-it-is-counted")).to_contain_text("Size of effect")
    expect(page.locator("#how-it-is-counted dl")).to_be_visible()


def test_a_card_names_the_solution_and_says_where_it_did_nothing(explorer, known, cases):
    """The name leads to its page; a badge stands beside those that changed nothing or did harm."""
    page = explorer("?solution=light-against-crime,dimming-and-presence-light")
    shown = having(cases, solution=["light-against-crime", "dimming-and-presence-light"])
    against = [case for case in shown if case["against"]]
    assert against
    assert len(against) < len(shown)

    for case in shown:
        line = page.locator(f"[data-case={case['id']}] .card-solution")
        tried = [id_ for id_ in case["facets"]["solution"] if id_ != "none"]
        links = line.locator("a").evaluate_all("links => links.map(link => link.pathname)")
        assert links == [f"/{known['solutions'][id_]}" for id_ in tried]
        said = line.locator(".direction").all_inner_texts()
        assert said == [case["against"][id_] for id_ in tried if id_ in case["against"]]
        assert set(said) <= {"no effect found", "worse"}


def test_a_number_without_effect_is_called_that(explorer, cases):
    """Nobody takes a difference by chance for an effect."""
    case = next(
        case
        for case in cases
        if case["headline"] and case["headline"]["kind"].endswith("no effect found")
    )
    page = explorer(f"?q={quote_plus(case['title'])}")

    line = page.locator(f"[data-case={case['id']}] .card-effect")
    expect(line).to_contain_text("no effect found")


def test_a_case_of_a_country_is_in_the_table_with_its_country(explorer, cases):
    """Where no city is named the country is the place, in the row and in what is saved."""
    case = next(case for case in cases if not case["cities"] and case["countries"])
    page = explorer(f"?q={quote_plus(case['title'])}&view=table")

    expect(page.locator(f"tr[data-case={case['id']}]")).to_contain_text(case["countries"][0])
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile("as CSV$")).click()
    rows = list(csv.DictReader(download.value.path().read_text("utf-8-sig").splitlines()))
    row = next(row for row in rows if row["Id"] == case["id"])
    assert row["Countries"] == "; ".join(case["countries"])
    assert row["Solution"]


def test_a_filter_on_an_indicator_shows_its_effect(explorer, cases):
    """The number on the card is that of the indicator one asked for."""
    page = explorer("?indicator=co2-saving&sort=effect")
    by_id = {
        case["id"]: next((e for e in case["effects"] if e["indicator"] == "co2-saving"), None)
        for case in having(cases, indicator=["co2-saving"])
    }

    for id_ in ids(page):
        line = page.locator(f"[data-case={id_}] .card-effect")
        expect(line).to_contain_text(by_id[id_]["text"] if by_id[id_] else "no change in per cent")


def test_without_a_profile_a_city_can_be_taken(explorer):
    """The sort says that it knows no city, leads to the questions, and takes one of ours."""
    page = explorer("?sort=similar")
    note = page.locator(".explorer-note")
    expect(note).to_contain_text("do not know your city")
    expect(note.get_by_role("link")).to_have_attribute("href", re.compile("pathways/find/"))

    note.get_by_label("Compare with").select_option(label="Bruges")

    page.wait_for_url("**/?sort=similar&like=bruges")
    likeness = page.locator(".card-likeness").first
    expect(likeness.locator("summary")).to_contain_text("known traits the same")
    likeness.locator("summary").click()
    rows = likeness.locator("tbody tr")
    texts = rows.all_inner_texts()
    same = sum(text.rstrip().endswith("same") for text in texts)
    not_known = sum("not known of both" in text for text in texts)
    expect(likeness.locator("summary")).to_contain_text(f"{same} of {len(texts) - not_known} ")


def test_the_profile_of_the_finder_is_used(explorer, visit, site):
    """Who answered the questions once is not asked again."""
    text = (site / "assets/data/profile.js").read_text(encoding="utf-8")
    profile = json.loads(text.partition("] = ")[2].rstrip(";\n"))
    answers = next(city for city in profile["cities"] if city["id"] == "bruges")["answers"]
    page = explorer()
    page.evaluate("kept => localStorage.setItem('scifi-profile', kept)", json.dumps(answers))
    page.reload()

    page.get_by_label("Sort by").select_option("similar")

    expect(page.locator(".explorer-note")).to_contain_text("the city you described")
    expect(page.locator(".card-likeness summary").first).to_contain_text("the same")
    summaries = page.locator(".card-likeness summary").all_inner_texts()
    numbers = [re.search(r"(\d+) of (\d+) known", text).groups() for text in summaries]
    alike = [2 * int(same) - int(of) for same, of in numbers]
    assert alike == sorted(alike, reverse=True)


def test_more_cards_come_on_demand(explorer, cases):
    """Thirty at a time; the focus goes to the first new one, and the address keeps the place."""
    page = explorer()
    assert len(ids(page)) == 30
    more = page.get_by_role("button", name=re.compile("Show 30 more"))
    more.focus()

    page.keyboard.press("Enter")

    expect(page.locator(".card-title a").nth(30)).to_be_focused()
    assert ids(page) == ids_of(cases)[:60]
    page.reload()
    expect(page.locator("[data-case]")).to_have_count(60)


def test_the_table_holds_the_whole_selection_and_saves_it(explorer, cases):
    """Every row of the selection, in its order, and the same rows as CSV."""
    page = explorer("?theme=energy&sort=date")
    page.get_by_role("button", name="Table").click()
    fitting = having(cases, theme=["energy"])
    expect(page.locator("tr[data-case]")).to_have_count(len(fitting))
    shown = ids(page)
    assert set(shown) == set(ids_of(fitting))

    with page.expect_download() as download:
        page.get_by_role("button", name=f"Save these {len(fitting)} rows as CSV").click()

    text = download.value.path().read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert [row["Id"] for row in rows] == shown
    first = next(case for case in cases if case["id"] == shown[0])
    assert rows[0]["Case study"] == first["title"]
    assert rows[0]["Evidence grade"] == first["facets"]["grade"][0]
    assert "Energy" in rows[0]["Theme"]
    assert rows[0]["Page"].endswith(f"casestudies/{shown[0]}/")


def test_the_map_shows_places_and_filters_by_them(explorer, cases):
    """A mark for each place of the selection; a click keeps its cases and lists them beside it."""
    page = explorer("?view=map&theme=waste")
    fitting = having(cases, theme=["waste"])
    open_place(page, "bruges")

    here = [case for case in fitting if "bruges" in case["cities"]]
    said(page, len(here), len(cases))
    assert ids(page) == ids_of(here)
    assert "city=bruges" in page.url
    for case in here:
        expect(page.locator(".map-beside")).to_contain_text(case["title"])
    page.get_by_role("button", name="Remove Place: Bruges").click()
    said(page, len(fitting), len(cases))


def open_place(page, city):
    """Choose a place on the map, through the list of its mark where it shares one."""
    mark = page.locator(f"[data-places~={city}]")
    shared = " " in mark.get_attribute("data-places")
    mark.click()
    if shared:
        name = re.compile(rf"^\s*{city}", re.IGNORECASE)
        page.locator(".map-beside").get_by_role("button", name=name).click()


def test_every_case_of_the_selection_is_on_the_map(explorer, cases):
    """Towns, regions, whole countries, places beyond Europe: none is missing."""
    page = explorer("?view=map")

    marked = page.locator("[data-places]").evaluate_all(
        "marks => marks.flatMap(mark => mark.dataset.places.split(' '))"
    )

    assert len(marked) == len(set(marked))
    assert [c["id"] for c in cases if not {*c["cities"], *c["nations"]} & set(marked)] == []


def test_a_country_as_a_whole_is_shaded_and_shows_its_own_cases(explorer, cases):
    """A trial in all of Norway is not one of Oslo."""
    page = explorer("?view=map&country=NO")
    expect(page.locator(".explorer-map .map-here")).to_have_count(1)

    page.locator("summary", has_text="The same as a list").click()
    page.locator("#map-list").get_by_role("button", name="Norway as a whole").click()

    whole = [case for case in cases if "NO" in case["nations"]]
    said(page, len(whole), len(cases))
    assert "city=NO" in page.url


def test_the_map_is_made_larger_and_moved(explorer):
    """By buttons and by keys; a larger map tells apart what was one mark, and gets finer lines."""
    page = explorer("?view=map")
    drawing = page.locator(".explorer-map svg")
    box = "svg => svg.viewBox.baseVal.width"
    before = page.locator("[data-places]").count()
    rough = page.locator(".map-land path").first.get_attribute("d")

    page.locator("[data-places~=rotterdam]").click()
    page.get_by_role("button", name="Show them larger").click()

    assert drawing.evaluate(box) < 300
    marks = page.locator("[data-places]").evaluate_all("marks => marks.map(m => m.dataset.places)")
    assert any(places == "rotterdam" or "rotterdam" in places.split(" ") for places in marks)
    expect(page.locator(".map-land path").first).not_to_have_attribute("d", rough)
    drawing.focus()
    west = drawing.evaluate("svg => svg.viewBox.baseVal.x")
    page.keyboard.press("ArrowLeft")
    assert drawing.evaluate("svg => svg.viewBox.baseVal.x") < west
    page.get_by_role("button", name="All of Europe").click()
    assert drawing.evaluate(box) == 600
    assert page.locator("[data-places]").count() == before


def test_a_pull_moves_the_map_and_chooses_nothing(explorer):
    """The hand that ends on a mark has not asked for it."""
    page = explorer("?view=map")
    page.get_by_role("button", name="Larger").click()
    drawing = page.locator(".explorer-map svg")
    west = drawing.evaluate("svg => svg.viewBox.baseVal.x")
    drawing.evaluate("svg => svg.scrollIntoView({ block: 'center' })")
    box = drawing.bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0] - 90, middle[1], steps=4)
    page.mouse.up()

    assert drawing.evaluate("svg => svg.viewBox.baseVal.x") > west
    assert "city=" not in page.url
    expect(page.locator(".map-said")).to_contain_text("Choose a mark")


def test_what_a_mark_stands_for_is_said(explorer):
    """A screen reader hears it at once, and a link leads past all marks."""
    page = explorer("?view=map")
    expect(page.locator(".map-said")).to_have_role("status")

    page.locator("[data-places~=rotterdam]").focus()
    page.keyboard.press("Enter")

    expect(page.locator(".map-said")).to_contain_text(re.compile(r"\d+ places near .+: \d+ case"))
    page.locator(".map-skip a").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.map-both')") is None


def test_two_to_four_cases_are_put_aside_to_compare(explorer, cases):
    """One is too few, five are too many; the address keeps them, the link names them."""
    page = explorer()
    boxes = page.locator("[data-compare]")
    boxes.nth(0).check()
    tray = page.get_by_role("region", name="Chosen to compare")
    expect(tray).to_contain_text("Choose one more")
    expect(tray.get_by_role("link")).to_be_hidden()
    expect(boxes.nth(0)).to_be_focused()

    for place in (1, 2, 3):
        boxes.nth(place).check()

    four = ids_of(cases)[:4]
    link = tray.get_by_role("link", name="Compare 4 cases")
    expect(link).to_have_attribute("href", re.compile(r"/compare/\?ids=" + ",".join(four) + "$"))
    expect(boxes.nth(4)).to_be_disabled()
    assert page.url.endswith("?compare=" + ",".join(four))
    page.reload()
    expect(tray).to_contain_text("4 cases chosen")
    tray.get_by_role("button", name=re.compile("^Do not compare")).first.click()
    expect(boxes.nth(4)).to_be_enabled()
    tray.get_by_role("button", name="Clear").click()
    expect(tray).to_be_hidden()


def test_the_keyboard_alone_finds_filters_and_compares(explorer, cases):
    """From the search box: words, a facet, the view, a case; Space and Enter do everything."""
    page = explorer()
    page.get_by_role("searchbox").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="To the results")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("[data-facet=theme] summary")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    theme = page.locator("[data-facet=theme] input").first.get_attribute("value")
    said(page, len(having(cases, theme=[theme])), len(cases))
    expect(page.locator("[data-facet=theme] input").first).to_be_focused()

    page.locator("[data-view=map]").focus()
    page.keyboard.press("Enter")
    dot = page.locator(".explorer-map [data-city]").first
    dot.focus()
    name = dot.get_attribute("aria-label")
    expect(page.locator(".map-pointed")).to_have_text(name)
    page.keyboard.press("Enter")
    expect(dot).to_be_focused()
    assert f"city={dot.get_attribute('data-city')}" in page.url

    page.locator("[data-compare]").first.focus()
    page.keyboard.press("Space")
    expect(page.locator("[data-compare]").first).to_be_focused()
    expect(page.locator(".tray")).to_be_visible()
    page.locator(".card-title a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/casestudies/*/")


@pytest.mark.parametrize(
    "query",
    [
        "?theme=water",
        "?view=map&city=bruges",
        "?view=table&sort=effect",
        "?sort=similar&like=bruges&theme=water&compare=led-lighting-aguilas,presence-lighting-lyon",
    ],
)
def test_no_view_has_a_barrier(explorer, query):
    """Cards, map, table and tray pass WCAG 2.2 AA in both palettes, on desk and phone."""
    page = explorer(query)
    page.evaluate(
        """() => {
            for (const box of document.querySelectorAll(".explorer details")) box.open = true;
            const cards = [...document.querySelectorAll("[data-case]")];
            for (const card of cards.slice(4)) card.remove();
        }"""
    )

    seen = (*AT_BOTH_WIDTHS, (DESK, "dark", {**COLOUR_RULES}))

    assert barriers_in(page, *seen) == {}


@pytest.mark.parametrize("query", ["", "?view=map", "?view=table", "?sort=similar&like=bruges"])
def test_nothing_sticks_out_on_the_narrowest_screen(explorer, query):
    """At 320 px, which is 400 % zoom, all views stay on the page, the tray too."""
    page = explorer(query, width=NARROW)
    page.locator(".explorer-filters > summary").click()
    page.evaluate(
        "() => { for (const facet of document.querySelectorAll('.facet')) facet.open = true; }"
    )

    assert page.evaluate(OUTSIDE) == []
    assert sideways(page) <= 0


@pytest.mark.parametrize("width", [DESK, NARROW])
def test_one_always_sees_where_one_is(explorer, width):
    """Every stop comes into view and wears an outline, with the tray open at the foot."""
    page = explorer("?theme=water&compare=smart-water-app-valencia", width=width)
    page.keyboard.press("Tab")

    _, unseen = page.evaluate(UNSEEN)

    assert unseen == []


@pytest.mark.parametrize("palette", ["light", "dark"])
def test_the_map_can_be_told_from_the_sea(explorer, palette):
    """Land, sea and dots differ in brightness, so the map can be read in grey."""
    page = explorer("?view=map", color_scheme=palette)

    bright = page.evaluate(
        """() => {
            const canvas = document.createElement("canvas");
            const pen = canvas.getContext("2d", { willReadFrequently: true });
            const of = (selector, name) => {
                pen.fillStyle = getComputedStyle(document.querySelector(selector))[name];
                pen.fillRect(0, 0, 1, 1);
                const [r, g, b] = pen.getImageData(0, 0, 1, 1).data;
                return .3 * r + .59 * g + .11 * b;
            };
            return [of(".explorer-map svg", "backgroundColor"), of(".map-land path", "fill"),
                of(".map-dot", "fill")];
        }"""
    )
    sea, land, dot = bright

    assert abs(sea - land) > 20
    assert abs(land - dot) > 40


def test_a_strict_content_policy_stops_nothing(newcomer, site_url):
    """No script of the explorer makes code out of text."""
    policy = {"Content-Security-Policy": "script-src 'self'; object-src 'none'"}

    def with_policy(route):
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, **policy})

    newcomer.route(f"**/{PAGE}*", with_policy)

    newcomer.goto(f"{site_url}{PAGE}?view=map&city=bruges&q=bins")

    expect(newcomer.locator("[data-places~=bruges]")).to_be_visible()
    expect(newcomer.locator("[data-case]").first).to_be_visible()


def test_a_month_is_written_out(explorer, cases):
    """When a pilot ran is told in words, as on its page."""
    case = next(case for case in cases if case["start"] == "2020-01" and not case["end"])
    page = explorer(f"?q={case['id'].replace('-', '+')}&view=table")

    expect(page.locator(f"[data-case={case['id']}]")).to_contain_text("from January 2020")


def test_without_javascript_every_facet_leads_to_plain_pages(visit, cases):
    """The list by theme stands there, and every value has a page with its cases."""
    page = visit(PAGE, scripts=False)
    expect(page.locator("#water")).to_be_visible()
    page.locator("details.browse summary", has_text=re.compile("^Country")).click()
    link = page.get_by_role("link", name="Belgium", exact=True)
    link.click()

    expect(page.locator("h1")).to_have_text("Country: Belgium")
    listed = page.locator(".case-list > li")
    expect(listed).to_have_count(len(having(cases, country=["BE"])))


def test_when_its_data_are_missing_the_list_is_still_there(newcomer, site_url):
    """A broken connection costs the filters, not the case studies."""
    newcomer.route("**/assets/data/casestudies.js", lambda route: route.fulfill(body=""))

    newcomer.goto(site_url + PAGE)

    expect(newcomer.locator("#water")).to_be_visible()
    expect(newcomer.locator("[data-tool=explorer]")).to_be_hidden()


def test_from_a_usb_stick_all_of_it_works(open_page, site, cases):
    """Filters, words, map and links need no server, and the address keeps the choice."""
    page = open_page(f"{site.as_uri()}/casestudies/index.html?theme=waste")
    said(page, len(having(cases, theme=["waste"])), len(cases))
    page.get_by_role("searchbox").fill("bruges")
    page.get_by_role("button", name="Remove Words: bruges").wait_for()
    page.locator("[data-view=map]").click()
    expect(page.locator("[data-places~=bruges]")).to_be_visible()
    page.locator("[data-view=cards]").click()
    first = page.locator(".card-title a").first
    title = first.inner_text()
    first.click()

    expect(page.locator("h1")).to_have_text(title)
