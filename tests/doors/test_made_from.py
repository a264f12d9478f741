"""The foot of a page: the file it is made from, the way to change it, whom to tell of a mistake."""

from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from scifi.build import checked
from scifi.contact import Contact

REPOSITORY = "https://github.com/city/cookbook"
ALL = Contact(REPOSITORY, mail="cookbook@city.example")
ADDRESS = "https://cookbook.example/"


@pytest.fixture
def frame(hooks, small_project, monkeypatch):
    """`frame("index.md", contact)`: a page in the frame of the theme."""
    monkeypatch.setenv("SCIFI_BROWSER", "none")

    def framed(src_uri: str, contact: Contact | None = None, **options: str) -> BeautifulSoup:
        if contact:
            monkeypatch.setattr(checked, "contact", lambda root: contact)
        config = load_config(str(small_project / "mkdocs.yml"), **options)
        config = config.plugins.on_config(config)
        files = config.plugins.on_files(get_files(config), config=config)
        file = files.get_file_from_path(src_uri)
        page = file.page or Page(None, file, config)
        page.read_source(config)
        page.render(config, files)
        env = hooks.on_env(config.theme.get_env(), config, files)
        context = get_context(Navigation([], []), files, config, page)
        html = env.get_template("main.html").render(context)
        return BeautifulSoup(html, "html.parser")

    return framed


@pytest.fixture
def foot(frame):
    """`foot("index.md", contact)`: the line at the foot of a page."""
    return lambda *asked, **options: frame(*asked, **options).select_one("main > .made-from")


def words(line: Tag) -> str:
    """What a line says, in one line."""
    return " ".join(line.get_text(" ", strip=True).split())


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("casestudies/example-bins.md", "casestudies/example-bins.yml"),
        ("cookbook/example-chapter.md", "cookbook/example-chapter.md"),
        ("index.md", "docs/index.md"),
    ],
)
def test_a_page_names_the_file_to_edit(foot, small_project, page, file):
    """A case study its YAML file, a chapter and a page of prose their Markdown; no dead link."""
    line = foot(page)

    assert words(line) == f"Made from {file}"
    assert (small_project / file).is_file()
    assert line.a is None


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("casestudies/example-bins.md", "casestudies/example-bins.yml"),
        ("index.md", "docs/index.md"),
    ],
)
def test_it_can_be_edited_where_the_repository_has_an_address(foot, page, file):
    """The link leads to the very file."""
    links = {a.get_text(): a["href"] for a in foot(page, ALL)("a")}

    assert links["Edit this page"] == f"{REPOSITORY}/edit/main/{file}"


def test_a_page_of_many_entries_names_their_folder(foot, small_project):
    """A folder cannot be edited, so there is no link; a mistake can be told all the same."""
    line = foot("about/glossary.md", ALL)

    assert words(line) == (
        "Made from the files in data/glossary · Something wrong? Write a mail · Write an issue"
    )
    assert (small_project / "data/glossary").is_dir()


def test_a_mistake_is_told_with_the_page_it_is_on(foot):
    """Whoever answers need not ask which page was meant."""
    line = foot("casestudies/example-bins.md", ALL, site_url=ADDRESS)
    page = f"{ADDRESS}casestudies/example-bins/"

    mail, issue = (parse_qs(urlsplit(a["href"]).query) for a in line("a")[1:])
    assert mail["subject"][0].startswith("Something wrong: Twelve invented bins")
    assert mail["body"][0].startswith(f"Page: {page}\r\n\r\nWhat is wrong?")
    assert issue["template"] == ["correct-a-fact.yml"]
    assert issue["page"] == [page]


def test_each_door_stands_alone_where_the_other_is_missing(foot):
    """One setting is enough."""
    by_mail = foot("index.md", Contact(mail="a@b.example"))
    assert words(by_mail) == "Made from docs/index.md · Something wrong? Write a mail"
    by_issue = foot("index.md", Contact(REPOSITORY))
    assert words(by_issue) == (
        "Made from docs/index.md · Edit this page · Something wrong? Write an issue"
    )


def test_the_search_does_not_find_pages_by_their_file(foot):
    """Nobody looks for a city and wants every page made from a file of its name."""
    assert foot("index.md").has_attr("data-pagefind-ignore")
