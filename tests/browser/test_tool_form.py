"""The form for a case study, as somebody from a town hall fills it in."""

import io
import re
import shutil
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from scifi.content import canonical
from scifi.content.checks import check_all
from scifi.content.field_checks import with_checks
from scifi.site.form_fields import form_fields
from scifi.site.tools.form import titles

from .page_types import A4, NARROW, PHONE
from .test_browser_accessibility import barriers_everywhere
from .test_browser_reflow import OUTSIDE, sideways

FORM = "contribute/form/"

NEW_CASE = (
    ("The finding, in one sentence", "Twelve invented bins were emptied a third less often"),
    ("In short", "Sensors in twelve bins cut the rounds by a third [@city-of-delft]."),
    ("City", "Delft"),
    ("waste", " "),
    ("Title of the page, report or article", "Report on twelve invented bins"),
    ("Publisher", "City of Delft"),
    ("Web address", "https://www.delft.example/bins"),
    ("The need", "Bins were emptied by habit, full or not [@city-of-delft]."),
    ("What was done", "A sensor in each bin [@city-of-delft]."),
    ("What became of it", "scaled up"),
    ("Why, or how it is known", "The page still lists the bins [@city-of-delft]."),
    ("Lessons, one a line", "Look into the bin before you buy a sensor [@ours]."),
)
"""Labels in the order of the form, and the keys that are pressed there."""

FOCUSED = """
    () => {
        const { labels, textContent } = document.activeElement;
        const name = labels?.length ? labels[0].textContent : textContent;
        return name.trim().replace(/ needed$/, "");
    }
"""


def tab_to(page, name):
    """Press Tab until the field or button of this name has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED) == name:
            return
    raise AssertionError(f"Tab does not lead to {name!r}")


def written(page):
    """The text of the file, as the page shows it."""
    page.wait_for_timeout(400)
    return page.locator(".form-outcome pre").text_content()


def standing(page):
    return page.locator(".form-status")


def fill_in(page):
    """Everything that is needed, by mouse or touch."""
    for label, keys in NEW_CASE:
        field = page.get_by_label(re.compile(f"^{re.escape(label)}( needed)?$")).last
        if keys == " ":
            field.check()
        elif keys == "scaled up":
            field.select_option(label=keys)
        else:
            field.fill(keys)
            field.blur()


@pytest.fixture
def with_doors(open_page, visit, site_url):
    """The form on a site whose settings name a repository and a mail address."""

    def open_form(doors, address=FORM):
        page = visit("404.html")
        page.route(
            "**/assets/data/contact.js",
            lambda route: route.fulfill(
                content_type="text/javascript",
                body=f"(globalThis.scifi ??= {{}}).contact = {doors};",
            ),
        )
        page.goto(site_url + address)
        page.locator(".form-outcome").wait_for()
        return page

    return open_form


GITHUB = """{
    "letter": "mailto:hello@city.example?subject={subject}&body={body}",
    "new_file": "https://github.com/city/cookbook/new/main?filename={path}&value={text}",
    "edit": "https://github.com/city/cookbook/edit/main/{path}",
}"""


@pytest.fixture
def copied_root(project, tmp_path):
    """A copy of the content into which a new file can be laid."""
    for folder in ("casestudies", "cookbook", "data"):
        shutil.copytree(project / folder, tmp_path / folder)
    shutil.copy(project / "mkdocs.yml", tmp_path)
    return tmp_path


def test_a_new_case_by_keyboard_alone_on_a_phone_passes_the_check(visit, copied_root):
    """From an empty form to a file against which `scifi check` has nothing to say."""
    page = visit(FORM, width=PHONE)
    page.locator(".form-outcome").wait_for()
    for label, keys in NEW_CASE:
        tab_to(page, label)
        page.keyboard.type(keys)
    tab_to(page, "Check")
    page.keyboard.press("Enter")

    expect(standing(page)).to_have_text("Nothing is wrong: it is complete.")
    name = page.get_by_label("Name of the file").input_value()
    path = copied_root / "casestudies" / f"{name}.yml"
    path.write_text(written(page), encoding="utf-8")
    report = check_all(copied_root, [path])
    assert [str(problem) for problem in report.problems] == []
    case = report.corpus.get("casestudy", name)
    assert (case.cities, case.afterwards.status) == (["delft"], "scaled")
    assert sideways(page) <= 0


def test_what_is_missing_is_told_in_one_list_that_leads_to_each_field(visit):
    """The list gets the focus, names each field, and its links put the focus there."""
    page = visit(FORM)
    page.get_by_role("button", name="Check").click()

    summary = page.locator(".form-summary")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("heading")).to_have_text("8 things to mend")
    links = summary.get_by_role("link")
    assert links.first.text_content() == "“The finding, in one sentence” is missing"
    expect(summary).to_contain_text("“Cities” and “Whole countries” are both empty")
    links.nth(1).click()
    field = page.get_by_label("In short")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("“In short” is missing"))
    field.fill("Short and good.")
    field.blur()
    expect(summary.get_by_role("heading")).to_have_text("7 things to mend")


def test_a_mistake_is_told_when_its_field_is_left_in_the_words_of_the_check(visit):
    """Not while one types, and not at fields that nobody has touched."""
    page = visit(FORM)
    page.get_by_label("The need").fill("Bins were emptied by habit")
    expect(page.locator(".field-error")).to_have_count(0)
    page.get_by_label("The need").blur()

    expect(page.locator(".field-error")).to_have_count(1)
    expect(page.locator(".field-error")).to_contain_text("has no receipt")
    page.get_by_role("button", name="[@ours]").first.click()
    expect(page.get_by_label("The need")).to_have_value("Bins were emptied by habit [@ours]")
    expect(page.locator(".field-error")).to_have_count(0)


def test_groups_repeat_and_their_numbers_follow(visit):
    """A second result gets its own fields; without the first it is the first."""
    page = visit(FORM)
    add = page.get_by_role("button", name="Add a result")
    add.click()
    add.click()
    results = page.locator("[data-field=results] > .items > .item")
    results.nth(1).get_by_label("Number", exact=True).fill("33,5")
    results.nth(1).get_by_label("Number", exact=True).blur()
    expect(results.nth(1).locator(".field-error")).to_contain_text('"33,5" is not a number')
    expect(results.nth(1).locator(".field-error")).to_contain_text("33.5")
    results.nth(1).get_by_label("Number", exact=True).fill("10.000")
    results.nth(1).get_by_label("Number", exact=True).blur()
    expect(results.nth(1).locator(".field-error")).to_contain_text("10000")
    expect(results.nth(1).locator(".field-error")).to_contain_text("10.0")
    expect(results.nth(0).locator(".field-error")).to_have_count(0)
    ids = page.evaluate("() => [...document.querySelectorAll('[id]')].map(({ id }) => id)")
    assert len(ids) == len(set(ids))

    results.nth(0).get_by_role("button", name="Remove").last.click()

    expect(results).to_have_count(1)
    expect(results.nth(0).locator("legend").first).to_have_text("Result 1")
    expect(results.nth(0).get_by_label("Number", exact=True)).to_have_value("10.000")
    expect(add).to_be_focused()


def test_what_is_written_outlives_a_reload_until_it_is_forgotten(visit):
    """It is kept in this browser, and the button deletes it."""
    page = visit(FORM)
    fill_in(page)
    before = written(page)
    page.reload()
    page.locator(".form-outcome").wait_for()
    assert written(page) == before
    expect(page.locator(".form-notice")).to_contain_text("This is what you wrote here before.")

    page.get_by_role("button", name="Forget what I wrote").click()

    assert page.evaluate("() => localStorage.getItem('scifi-case')") is None
    expect(page.get_by_label("The finding, in one sentence")).to_have_value("")
    page.reload()
    expect(page.get_by_label("The finding, in one sentence")).to_have_value("")


CORRECTED = (
    "allride-cycling-mechelen-bruges",
    "smart-meter-rollout-great-britain",
    "adaptive-lighting-ipswich",
    "telecare-dementia-england",
)
"""With variants, promises, intervals, whole countries and sums of money."""


def test_a_case_is_loaded_for_correction_and_comes_out_as_it_was(visit, site_url, published):
    """Opened and sent back untouched, no value has changed; a change is the only difference."""
    page = visit(FORM)
    for id_ in CORRECTED:
        page.goto("about:blank")
        page.goto(f"{site_url}{FORM}#casestudy/{id_}")
        page.locator(".form-outcome").wait_for()
        case = published.get("casestudy", id_)
        text = canonical.written("casestudy", case.written())
        empty = "period:\n  start: null\n  end: null\n"
        assert written(page) == text.replace(empty, "")
        expect(standing(page)).to_have_text("Nothing is wrong: it is complete.")
        expect(page.get_by_label("Name of the file")).to_have_value(id_)


def test_a_draft_asks_for_a_title_a_place_and_a_service(visit):
    """What is not written yet is no mistake, and the page says what a draft is."""
    page = visit(FORM)
    for label, keys in NEW_CASE[:1] + NEW_CASE[2:3]:
        page.get_by_label(re.compile(f"^{label}( needed)?$")).fill(keys)
    page.get_by_label("waste").check()
    expect(standing(page)).to_have_text("5 things are missing or wrong.")

    page.get_by_label(re.compile("^This is a draft")).check()

    expect(standing(page)).to_have_text("Nothing is wrong. It is a draft: shown, and not counted.")
    assert "draft: true\n" in written(page)


def test_without_settings_there_are_no_doors_that_lead_nowhere(visit):
    """Download and copy are always there; mail and repository only where one is named."""
    page = visit(FORM)
    page.get_by_label("The finding, in one sentence").fill("A finding about bins")

    doors = page.locator(".form-doors li")
    expect(doors.filter(visible=True)).to_have_count(2)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Download").click()
    assert saved.value.suggested_filename == "a-finding-about-bins.yml"
    assert saved.value.path().read_text(encoding="utf-8") == written(page)


def test_a_short_file_is_opened_as_pull_request_and_a_long_one_says_why_not(with_doors):
    """The address carries the text up to the bytes a host takes; the other doors stay."""
    page = with_doors(GITHUB)
    fill_in(page)
    text = written(page)
    link = page.get_by_role("link", name="Open as pull request")
    address = link.get_attribute("href")
    assert len(address) < 8000 and link.get_attribute("target") == "_blank"
    asked = parse_qs(urlsplit(address).query)
    assert asked["value"] == [text]
    assert asked["filename"] == [
        f"casestudies/{page.get_by_label('Name of the file').input_value()}.yml"
    ]
    letter = page.get_by_role("link", name="Write a mail").get_attribute("href")
    assert letter.startswith("mailto:hello@city.example?subject=Case%20study")

    page.get_by_label("Looked for and not found").fill("What a bin costs in a year.\n" * 200)

    expect(page.locator(".form-no-door")).to_contain_text("8,000 bytes or more")
    expect(link).to_be_hidden()
    expect(page.get_by_role("link", name="Write a mail")).to_be_visible()
    expect(page.get_by_role("button", name="Copy")).to_be_visible()


def test_where_no_address_carries_a_text_it_is_copied_to_be_pasted(with_doors, site_url):
    """GitLab opens an empty file of that name: the page says what to do, and has done its part."""
    page = with_doors(f'{{"new_file": "{site_url}404.html?file_name={{path}}"}}')
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_label("The finding, in one sentence").fill("A finding about bins")
    text = written(page)
    door = page.locator(".form-doors li").filter(has_text="Open as pull request")
    expect(door).to_contain_text("This copies your text: paste it there.")

    with page.expect_popup() as opened:
        page.get_by_role("link", name="Open as pull request").click()

    expect(page.locator(".form-told")).to_have_text(
        "Copied. Then paste it into the file that has opened."
    )
    assert opened.value.url.endswith("?file_name=casestudies/a-finding-about-bins.yml")
    opened.value.close()
    assert page.evaluate("navigator.clipboard.readText()") == text
    page.context.clear_permissions()


def test_a_correction_opens_the_file_that_is_there(with_doors):
    """A new file of the same name would overwrite it or fail."""
    page = with_doors(GITHUB, f"{FORM}#casestudy/{CORRECTED[0]}")

    expect(page.get_by_role("link", name="Open the file in the repository")).to_have_attribute(
        "href", f"https://github.com/city/cookbook/edit/main/casestudies/{CORRECTED[0]}.yml"
    )


def flat(fields):
    """All fields of a form, those of groups too."""
    return [each for field in fields for each in (field, *flat(field.fields))]


def test_without_javascript_it_is_a_whole_form_for_paper(visit, published):
    """Every field of the model has its label and help; nothing needs a click to be seen."""
    page = visit(FORM, scripts=False)

    asked = flat(form_fields(with_checks("casestudy"), titles(published)))
    shown = page.locator("[data-field]").evaluate_all("all => all.map(e => e.dataset.field)")
    assert sorted(shown) == sorted(field.name for field in asked)
    expect(page.get_by_role("button")).to_have_count(0)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 900})
    for name in ("summary", "low", "lang"):
        lines = page.locator(f"[data-field={name}]").locator("input, textarea")
        expect(lines.first).to_be_visible()
    choices = page.locator("[data-field=status] .paper-choice")
    assert choices.all_inner_texts()[:2] == ["still running", "scaled up"]
    assert len(PdfReader(io.BytesIO(page.pdf(**A4))).pages) <= 9


def test_a_filled_form_has_no_barrier(visit):
    """With items, messages and the list of what to mend."""
    page = visit(FORM)
    page.get_by_role("button", name="Add a result").click()
    page.get_by_role("button", name="Check").click()

    assert barriers_everywhere(page) == {}


def test_nothing_sticks_out_on_the_narrowest_phone(visit):
    """Neither fields nor the text of the file."""
    page = visit(f"{FORM}#casestudy/{CORRECTED[0]}", width=NARROW)
    page.locator(".form-outcome").wait_for()

    assert sideways(page) <= 0
    assert page.evaluate(OUTSIDE) == []
