"""One gap, one minute: from "not reported" on a page to an answer that its file takes."""

import re
import shutil
import time

import pytest
from playwright.sync_api import expect

from scifi import gaps
from scifi.contact import Contact
from scifi.content.answers import applying, reading
from scifi.content.checks import check_all
from scifi.kinds import KINDS
from scifi.questions import QUESTIONS, TOLD
from scifi.site.scripts import script

from .page_types import NARROW, PHONE

GAP = "contribute/gap/"
CASE = "smart-bins-suwaco-bruges"
END = f"{GAP}#casestudy/{CASE}/period.end"
ON = "() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.innerText"
SOURCE = {
    "source-title": "Report on the trial",
    "source-publisher": "Example City",
    "source-url": "https://city.example/report",
}


@pytest.fixture(scope="module")
def asked(published):
    """For each question the first entry that leaves it open, and the gap."""
    found = {}
    for kind in KINDS:
        for entry in published.all(kind):
            for gap in gaps.gaps(entry):
                found.setdefault(gap.question.name, (entry, gap))
    return found


@pytest.fixture
def content(project, tmp_path):
    """A copy of all content, to put answers into."""
    for folder in {kind.folder.partition("/")[0] for kind in KINDS.values()}:
        shutil.copytree(project / folder, tmp_path / "content" / folder)
    shutil.copy(project / "mkdocs.yml", tmp_path / "content")
    return tmp_path / "content"


def press_until(page, words):
    """Press Tab until the focus is on something whose name begins with these words."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(ON).startswith(words):
            return
    raise AssertionError(f"the keyboard does not come to {words}")


def go(page, hash_):
    """Write another gap behind the sign # of the address."""
    page.evaluate("hash => { location.hash = hash; }", hash_)


def make(page):
    """Ask for the answer, and give its text."""
    page.get_by_role("button", name="Make the answer").click()
    expect(page.get_by_role("heading", name="Your answer")).to_be_focused()
    return page.locator(".gap-form pre").inner_text()


def test_from_a_gap_to_an_answer_in_its_file_by_keyboard(visit, content, tmp_path, scifi):
    """Tab, Enter, a date, Enter, a file: in far less than a minute, and the file takes it."""
    started = time.monotonic()
    page = visit(f"casestudies/{CASE}/")
    press_until(page, "end not reported: when it ended")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="When did the pilot end?")).to_be_focused()
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.type("2020-09")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your answer")).to_be_focused()
    press_until(page, "Download as a file")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert time.monotonic() - started < 60

    answer = tmp_path / "answer.yml"
    download.value.save_as(answer)
    file = content / f"casestudies/{CASE}.yml"
    before = file.read_text(encoding="utf-8")
    done = scifi("apply", answer, root=content)

    assert done.exit_code == 0, done.output
    expected = re.sub(r"(period:\n  start: 2020-01\n  end:) null", r"\1 2020-09", before)
    assert file.read_text(encoding="utf-8") == expected != before


def fill(page, gap):
    """Write the example, or the first choice, into every box of a question."""
    for part in gap.question.parts:
        box = page.locator(f"[id='now-{part.name}']")
        if part.choices:
            box.select_option(part.choices[0].value)
        else:
            box.fill(part.example or "It was counted in 2023: 12 of them.")
    for id_, words in SOURCE.items() if gap.question.sourced else ():
        page.locator(f"#{id_}").fill(words)


def test_an_answer_to_every_question_goes_into_its_file(
    visit, asked, content, tmp_path, monkeypatch
):
    """Dates, numbers, choices, words, groups and lists; all content passes the check after."""
    monkeypatch.setattr(applying, "_check", lambda *_: [])
    assert len(asked) > 20
    page = visit(GAP)
    path = tmp_path / "answer.yml"
    for question in QUESTIONS:
        entry, gap = asked[question.name]
        go(page, gaps.address(entry, gap.field).removeprefix(GAP))
        expect(page.locator(".gap-page a")).to_have_text(entry.title)
        expect(page.get_by_role("heading", name=gaps.words(gap))).to_be_focused()
        fill(page, gap)
        path.write_text(make(page), encoding="utf-8")
        answer = reading.read(path)
        assert answer.field == gap.field
        if question.shape != TOLD:
            assert applying.apply(content, answer).kept, question.name
        else:
            with pytest.raises(reading.AnswerError):
                applying.apply(content, answer)

    assert check_all(content).problems == []


def test_what_is_missing_is_named_and_leads_to_its_box(visit):
    """The list of problems takes the focus; each line leads to its box, and goes when mended."""
    page = visit(f"{GAP}#casestudy/{CASE}/afterwards", width=PHONE)

    page.get_by_role("button", name="Make the answer").click()

    expect(page.locator("#gap-problems")).to_be_focused()
    lines = page.locator("#gap-problems a")
    assert lines.all_inner_texts() == [
        "What became of it: Fill this in.",
        "Why, or how it is known: Fill this in.",
        "Title of the page or report: Fill this in.",
        "Who published it: Fill this in.",
        "Its address: Fill this in.",
    ]
    lines.nth(4).click()
    box = page.get_by_label("Its address")
    expect(box).to_be_focused()
    box.fill("city.example")
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#source-url-problem")).to_contain_text("it starts with https://")
    assert "source-url-problem" in box.get_attribute("aria-describedby")
    box.fill("https://city.example/")
    expect(lines).to_have_count(4)
    assert page.url.endswith("/afterwards")


@pytest.mark.parametrize(
    ("typed", "said"),
    [("June 2020", "Write a year"), ("2020-02-30", "Write a year"), ("", "Fill this in")],
)
def test_what_is_no_date_is_said_beside_the_box(visit, typed, said):
    """In the words in which the check would say it."""
    page = visit(END)
    page.get_by_label("Your answer").fill(typed)

    page.get_by_role("button", name="Make the answer").click()

    expect(page.locator(".gap-problem")).to_contain_text(said)
    expect(page.get_by_role("heading", name="Your answer")).to_have_count(0)


def test_an_open_question_is_shown_word_for_word(visit, asked):
    """And what one writes about it is an answer to those words."""
    entry, gap = asked["city unknowns[]"]
    page = visit(gaps.address(entry, gap.field))

    expect(page.locator(".gap-asked")).to_have_text(re.sub(r"\s*\[@[\w-]+\]", "", gap.was))


HOSTILE = (
    "#casestudy/<img src=x onerror=alert(1)>/x",
    "#casestudy/constructor/__proto__",
    f"#casestudy/{CASE}/constructor",
    f"#casestudy/{CASE}/period.start",
    "#__proto__/x/y",
    "#" + "a/" * 3000,
)


def test_an_address_that_names_no_gap_is_told_so(visit):
    """It asks for nothing, shows nothing of what it says, and breaks nothing."""
    page = visit(GAP)
    expect(page.locator(".gap-form")).to_contain_text("Press “not reported” on any page")
    for hash_ in HOSTILE:
        go(page, hash_)
        expect(page.locator(".gap-form")).to_contain_text("take a question from the list")
        assert page.locator(".gap-form :is(form, img)").count() == 0
    page.locator(".gap-form a").click()
    expect(page.locator("h1")).to_have_text("What we have not found")


def test_doors_are_those_that_the_project_has(visit):
    """A mail and an issue hold the answer; without them no dead link stands there."""
    project = Contact("https://github.com/city/cookbook", mail="a@city.example")
    doors = script("contact", project.doors)
    page = visit()
    page.route("**/contact.js", lambda route: route.fulfill(body=doors))
    page.goto(page.url + END)
    page.get_by_label("Your answer").fill("2020-09")
    make(page)
    links = page.locator(".gap-doors a")

    assert links.all_inner_texts() == ["Write a mail", "Open an issue (new tab)"]
    mail, issue = (link.get_attribute("href") for link in links.all())
    assert mail.startswith("mailto:a@city.example?subject=An%20answer")
    assert "%0D%0A%20%20%20%20now%3A%20%222020-09%22" in mail
    assert issue.startswith("https://github.com/city/cookbook/issues/new?title=An%20answer")


def test_without_doors_there_are_file_and_copy(visit):
    """This copy of the site names no address of its own."""
    page = visit(END)
    page.get_by_label("Your answer").fill("2020-09")
    make(page)

    names = page.locator(".gap-doors :is(a, button)").all_inner_texts()
    assert names[:2] == ["Download as a file", "Copy as a letter"]


def test_a_new_gap_begins_with_an_empty_form(visit, asked):
    """What was typed for one question does not turn up in the answer to another."""
    page = visit(END)
    page.get_by_label("Your answer").fill("2020-09")
    make(page)

    go(page, f"#casestudy/{CASE}/results[1].period")

    expect(page.locator("#gap-question")).to_contain_text("for how long")
    expect(page.get_by_label("Your answer")).to_have_value("")
    expect(page.locator(".gap-form pre")).to_have_count(0)


@pytest.mark.parametrize("width", [PHONE, NARROW])
def test_without_javascript_the_page_tells_what_to_write(visit, width):
    """What belongs into a letter, and the file to copy, with its lines as they must stand."""
    page = visit(END, scripts=False, width=width)

    expect(page.locator("main")).to_contain_text("where it can be read")
    text = page.locator("main pre.gap-file").inner_text()
    assert "source:\n  title: Report" in text
    answer = dict(line.split(": ", 1) for line in text.splitlines() if ": " in line)
    assert answer["field"] == "period.end"
