"""The foot of a page says which file to edit; it is a link where the repository has an address."""

import pytest
from bs4 import BeautifulSoup, Tag
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

REPOSITORY = {"repo_url": "https://git.example/city/cookbook", "edit_uri": "edit/main/docs/"}
EDIT = "https://git.example/city/cookbook/edit/main/"


@pytest.fixture
def foot(hooks, small_project, monkeypatch):
    """`foot("index.md")`: the line at the foot of a page, in the frame of the theme."""
    monkeypatch.setenv("SCIFI_BROWSER", "none")

    def framed(src_uri: str, **options: str) -> Tag:
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
        return BeautifulSoup(html, "html.parser").select_one("main > .made-from")

    return framed


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("casestudies/example-bins.md", "casestudies/example-bins.yml"),
        ("cookbook/example-chapter.md", "cookbook/example-chapter.md"),
        ("index.md", "docs/index.md"),
    ],
)
def test_a_page_names_the_file_to_edit(foot, small_project, page, file):
    """A case study its YAML file, a chapter and a page of prose their Markdown."""
    line = foot(page)

    assert line.get_text(" ", strip=True) == f"Made from {file}"
    assert (small_project / file).is_file()
    assert line.a is None


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("casestudies/example-bins.md", "casestudies/example-bins.yml"),
        ("index.md", "docs/index.md"),
    ],
)
def test_the_name_is_a_link_where_the_repository_has_an_address(foot, page, file):
    """`repo_url` and `edit_uri` as every MkDocs project writes them: from docs/ on."""
    link = foot(page, **REPOSITORY).a

    assert (link.get_text(), link["href"]) == (file, EDIT + file)


def test_a_page_of_many_entries_names_their_folder(foot, small_project):
    """A folder cannot be edited, so it is no link."""
    line = foot("about/glossary.md", **REPOSITORY)

    assert line.get_text(" ", strip=True) == "Made from the files in data/glossary"
    assert (small_project / "data/glossary").is_dir()
    assert line.a is None


def test_the_search_does_not_find_pages_by_their_file(foot):
    """Nobody looks for a city and wants every page made from a file of its name."""
    assert foot("index.md").has_attr("data-pagefind-ignore")
