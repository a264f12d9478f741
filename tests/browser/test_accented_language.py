"""
A made-up language, in which every letter of the catalogue is accented, leaves no plain English.

The content of the smallest knowledge base is written in Greek letters here, so any word in plain
letters that a reader sees was forgotten: it stands in a template, a script or the code, and
nobody could translate it.
"""

import calendar
import re
import shutil
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup
from playwright.sync_api import Page

from scifi import language
from scifi.content import load, source
from scifi.content.checks import RULES

from .conftest import built_by_mkdocs

GREEK = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "αβψδεφγηιξκλμνοπςρστθωχχυζΑΒΨΔΕΦΓΗΙΞΚΛΜΝΟΠΣΡΣΤΘΩΧΧΥΖ",
)

WRITTEN = {"unit", "units", "place", "forms", "act", "in_force", "when", "topic", "symptoms"}
"""Fields of single words that a reader sees as they are."""

FORMULAS = {"formula", "formula_to", "low_formula", "high_formula"}
"""Fields whose words are names of numbers."""

MACHINE = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*|[A-Z]{2,3}|https?://\S*|[a-z-]+/[a-z/-]*|[\d-]+")
"""Ids, codes, addresses and dates: no words."""

NAMES = {"cookbook", "CSV", "HTML", *(rule.name for rule in RULES)}
"""Our name beside our sign, formats, and rules, which have the same name in every language."""

HIDDEN = "script, style, code, pre, [data-page-address], .other-words [lang]"
"""Elements of code and addresses, and words of content in a language of their own."""

SEEN = ("title", "aria-label", "alt", "placeholder", "data-label")
"""Attributes that a reader sees or hears."""

NO_WORDS = re.compile(
    r"(?:https?|file)://\S+|\b[\w./-]+\.(?:yml|md|csv|pdf|docx|odt|zip|epub)\b"  # addresses, files
    r"|\bscifi [a-z]+|SCIFI(?: cookbook)?"  # commands, the name of the site
    rf"|\b(?:{'|'.join(calendar.month_name[1:])})\b"  # which the browser itself knows
    r"|\b[A-Z]{2,4}\b|\b\w+-\w[\w-]*\b"  # codes, ids
)


def chosen(key: str, value: object) -> bool:
    """Whether a field holds answers to the questions of the contract, which are codes."""
    return key == "answers" and isinstance(value, dict)


def greek(value: object, key: str = "") -> object:
    """Content with its words in Greek letters; ids, codes and receipts as they are."""
    if isinstance(value, dict):
        return {k: v if chosen(k, v) else greek(v, k) for k, v in value.items()}
    if isinstance(value, list):
        return [greek(item, key) for item in value]
    if (
        not isinstance(value, str)
        or key in FORMULAS
        or (MACHINE.fullmatch(value) and key not in WRITTEN)
    ):
        return value
    parts = re.split(r"(\[@[\w-]+\]|\{\{.*?\}\})", value)
    parts[::2] = [part.translate(GREEK) for part in parts[::2]]
    return "".join(parts)


def with_front(meta: dict, body: str) -> str:
    """A Markdown file of these values and this body."""
    return f"---\n{yaml.safe_dump(meta, allow_unicode=True, sort_keys=False)}---\n{body}"


def content_in_greek(path: Path, root: Path) -> str:
    """The text of a content file with its words in Greek letters."""
    document = load.load(source.read(path, root))
    if path.suffix == ".md":
        return with_front(greek(document.data), greek(document.body))
    return yaml.safe_dump(greek(document.data), allow_unicode=True, sort_keys=False)


KEPT = ("template", "script", "style", "part", "kind", "facets")
"""What the front matter of a prose page tells the frame, not the reader."""


def calls_in_greek(path: Path) -> str:
    """A prose page that holds nothing but its calls of macros."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    calls = re.findall(r'^\{\{ \w+\((?:"[\w-]+")?\) \}\}$', body, re.M)
    meta = {k: v if k in KEPT else greek(v, k) for k, v in yaml.safe_load(front).items()}
    return with_front(meta, "\n" + "\n\n".join(calls) + "\n")


@pytest.fixture(scope="module")
def accented(project, small_project, tmp_path_factory):
    """The smallest site with the prose pages' calls, built in the made-up language."""
    root = tmp_path_factory.mktemp("accented") / "project"
    ignore = shutil.ignore_patterns("node_modules", "hard-signs.yml", "site")
    shutil.copytree(small_project, root, ignore=ignore)
    (root / "frontend/node_modules").symlink_to(project / "frontend/node_modules")
    for path in source.find(root):
        path.write_text(content_in_greek(path, root), encoding="utf-8")
    shutil.rmtree(root / "docs")
    for page in (project / "docs").rglob("*.md"):
        copy = root / page.relative_to(project)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(calls_in_greek(page), encoding="utf-8")
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("language: en", f"language: {language.ACCENTED}")
    config = re.sub(r"(?m)^validation:\n( .*\n)*", "", config)
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    yield built_by_mkdocs(root, strict=False)
    language.use("en")


def plain_words(texts: list[str]) -> list[str]:
    """The texts that hold two plain letters in a row, without names, codes and addresses."""
    return [
        text
        for text in texts
        if text not in NAMES and re.search(r"[A-Za-z]{2}", NO_WORDS.sub("", text))
    ]


def test_no_page_shows_a_word_that_is_not_in_the_catalogue(accented):
    """Every text and every name for screen readers, page by page."""
    found: dict[str, list[str]] = {}
    for path in sorted(accented.rglob("*.html")):
        tree = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
        for hidden in tree.select(HIDDEN):
            hidden.decompose()
        texts = [str(text).strip() for text in tree.html.find_all(string=True) if text.strip()]
        texts += [e[name] for name in SEEN for e in tree.select(f"[{name}]")]
        if plain := plain_words(texts):
            found[path.relative_to(accented).as_posix()] = list(dict.fromkeys(plain))
    assert found == {}, "\n".join(f"{page}: {texts}" for page, texts in found.items())


SHOWN = """
    ([names, code]) => {
        const texts = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const text = walker.currentNode;
            const hidden = text.parentElement.closest(code);
            if (!hidden) texts.push(text.data.trim());
        }
        for (const name of names) {
            for (const element of document.querySelectorAll(`[${name}]`)) {
                texts.push(element.getAttribute(name));
            }
        }
        return texts.filter(Boolean);
    }
"""


def use(page: Page) -> None:
    """Do what a reader would do first, so that a tool shows what it has to say."""
    for box in page.locator("main input[type=checkbox]:visible").all()[:3]:
        box.check(force=True)
    for name in dict.fromkeys(
        radio.get_attribute("name") for radio in page.locator("main input[type=radio]").all()
    ):
        page.locator(f"main input[type=radio][name='{name}']").first.check(force=True)
    for search in page.locator("main input[type=search]:visible").all():
        search.fill("α")
    for submit in page.locator("main button[type=submit]:visible").all():
        submit.click()


@pytest.mark.parametrize(
    "address",
    [
        "pathways/find/",
        "pathways/maturity/",
        "casestudies/",
        "compare/?ids=example-bins",
        "indicators/plan/?ids=example-collections",
        "aid-kit/",
        "casestudies/example-bins/",
        "contribute/form/",
    ],
)
def test_no_tool_says_a_word_that_is_not_in_the_catalogue(accented, newcomer_to, address):
    """What scripts write once a reader has used a tool."""
    page = newcomer_to(accented, address)
    page.wait_for_load_state("networkidle")

    use(page)
    page.wait_for_timeout(300)

    plain = plain_words(page.evaluate(SHOWN, [list(SEEN), HIDDEN]))
    assert plain == [], "\n".join(plain)
