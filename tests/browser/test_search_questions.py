"""Real questions, typed into the search: from a folder all of them, from a server some of them."""

import csv
import re
from collections.abc import Iterable

import pytest

QUESTIONS = "tests/examples/search/questions.tsv"
NEAR = 3
"""Places in which a page is seen without scrolling."""

ASK = """
    async questions => {
        const dialog = document.querySelector("#search");
        const [words, facet] = [dialog.querySelector("input"), dialog.querySelector("select")];
        const [list, status] = [".search-results", "[role=status]"].map(
            found => dialog.querySelector(found));
        const answered = () => new Promise(answer => {
            const watch = new MutationObserver(() => { watch.disconnect(); answer(); });
            watch.observe(status, { childList: true });
        });
        const found = [];
        for (const question of questions) {
            const answer = answered();
            words.value = question;
            // A choice is answered at once; after a letter the search waits for the next one.
            facet.dispatchEvent(new Event("change"));
            await answer;
            found.push([...list.querySelectorAll("a")].slice(0, 3).map(link => link.href));
        }
        return found;
    }
"""
"""The addresses of the first three results, for each question."""


@pytest.fixture(scope="module")
def questions(project) -> list[dict[str, str]]:
    """Each with `query`, its `group`, and the addresses `expected`, one of which answers it."""
    with (project / QUESTIONS).open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def lost(page, root: str, asked: list[dict[str, str]]) -> list[str]:
    """The questions whose page is not among the first three."""
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("waste")
    page.locator(".search-results a").first.wait_for()
    found = page.evaluate(ASK, [question["query"] for question in asked])
    return [
        question["query"]
        for question, links in zip(asked, found, strict=True)
        if not set(below(root, links)) & set(question["expected"].split("|"))
    ]


def below(root: str, links: Iterable[str]) -> list[str]:
    """Addresses of folders below the site, as the list of questions has them."""
    return [re.sub(r"(index\.html)?(#.*)?$", "", "/" + link.removeprefix(root)) for link in links]


def test_from_a_folder_nearly_every_question_finds_its_page(open_page, site, questions):
    """Where no server and no index is, 85 of 100 find it among the first three; names do it."""
    root = f"{site.as_uri()}/"
    page = open_page(f"{root}index.html")

    missed = lost(page, root, questions)

    assert len(questions) >= 200
    assert len(missed) <= 0.15 * len(questions), missed
    links = page.locator(".search-results a").evaluate_all("all => all.map(link => link.href)")
    assert links
    assert not [link for link in links if re.search(r"/(#|$)", link)]


def test_from_a_server_nearly_every_question_finds_its_page(visit, site_url, questions):
    """The same with the index of whole texts; every sixteenth question tells."""
    asked = questions[::16]

    missed = lost(visit(), site_url, asked)

    assert len(missed) <= 0.1 * len(asked), missed
