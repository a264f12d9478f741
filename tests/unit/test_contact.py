"""Where readers can send what they know: from one setting, whole, or not shown at all."""

import json
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from scifi.contact import Contact, ContactError, contact

GITHUB = Contact("https://github.com/city/cookbook")
GITLAB = Contact("https://gitlab.com/city/cookbook", forge="gitlab")
BY_MAIL = Contact(mail="cookbook@city.example")

HARD = 'Bins & "lamps" ?=#%\nLine two: é, 城'


def configured(root, text):
    """The doors of a project with this mkdocs.yml."""
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    return contact(root)


def asked(address):
    """The questions of an address, decoded as its host does."""
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def test_a_project_without_the_settings_has_no_doors(root):
    """Nothing is invented: every address is None, and scripts are given none."""
    doors = configured(root, "site_name: Example\n")

    assert (doors.repository, doors.mail, doors.doors) == (None, None, {})
    assert doors.edit("a.yml") is doors.new_file("a.yml", "x") is doors.issue("a", "b") is None
    assert doors.letter("a", "b") is None
    assert doors.mistake("a", "b") == []
    (root / "mkdocs.yml").unlink()
    assert contact(root) == doors


@pytest.mark.parametrize(
    ("settings", "edit"),
    [
        ("repo_url: https://github.com/a/b/", "https://github.com/a/b/edit/main/x.yml"),
        ("repo_url: https://gitlab.com/a/b", "https://gitlab.com/a/b/-/edit/main/x.yml"),
        (
            "repo_url: https://code.city.example/a/b\nedit_uri: -/edit/trunk/docs/",
            "https://code.city.example/a/b/-/edit/trunk/x.yml",
        ),
        (
            "repo_url: https://git.example/a/b\nedit_uri: edit/new/text/docs/",
            "https://git.example/a/b/edit/new/text/x.yml",
        ),
    ],
)
def test_the_repository_and_its_branch_are_told_by_the_settings_of_mkdocs(root, settings, edit):
    """`edit_uri` as every MkDocs project writes it; without it the two hosts are known by name."""
    assert configured(root, settings).edit("x.yml") == edit


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ("repo_url: javascript:alert(1)", 'repo_url "javascript:alert'),
        ("repo_url: https://github.com/a b", "is no web address"),
        ("repo_url: git@github.com:a/b.git", "write it as `repo_url: https://github.com/"),
        ("repo_url: https://git.example/a/b", "write `edit_uri: edit/main/docs/`"),
        ("repo_url: https://github.com/a/b\nedit_uri: blob/x", "write `edit_uri: edit/main"),
        ("extra: {contact: 'mayor at city'}", 'contact "mayor at city" is no mail address'),
        ("extra: {contact: 'a@b.example?bcc=x@y.example'}", "is no mail address"),
    ],
)
def test_a_setting_that_leads_nowhere_is_refused_with_the_right_form(root, settings, says):
    """A dead link would cost the one reader who wanted to help."""
    with pytest.raises(ContactError) as refused:
        configured(root, settings)

    assert says in str(refused.value)


def test_every_text_arrives_as_it_was_written():
    """Signs, line ends and other letters, in each kind of address."""
    assert asked(GITHUB.new_file("casestudies/a b.yml", HARD)) == {
        "filename": "casestudies/a b.yml",
        "value": HARD,
    }
    assert asked(GITHUB.issue(HARD, HARD)) == {"title": HARD, "body": HARD}
    assert asked(GITLAB.issue(HARD, "x")) == {"issue[title]": HARD, "issue[description]": "x"}
    assert asked(GITLAB.new_file("casestudies/a.yml", HARD)) == {"file_name": "casestudies/a.yml"}
    letter = asked(BY_MAIL.letter(HARD, HARD))
    assert letter == {"subject": HARD, "body": HARD.replace("\n", "\r\n")}
    assert (
        unquote(urlsplit(GITHUB.edit("docs/ä b?.md")).path)
        == "/city/cookbook/edit/main/docs/ä b?.md"
    )


def test_a_mistake_is_told_with_its_page():
    """GitHub opens the form `correct-a-fact.yml`; elsewhere the page stands in the text."""
    page = "https://x.example/casestudies/bins/"

    ((name, address),) = GITHUB.mistake("Bins", page)
    assert name == "Write an issue"
    assert urlsplit(address).path == "/city/cookbook/issues/new"
    told = asked(address)
    assert told == {"template": "correct-a-fact.yml", "title": told["title"], "page": page}

    ((name, address),) = GITLAB.mistake("Bins", page)
    assert asked(address)["issue[description]"].startswith(f"Page: {page}\n")
    ((name, address),) = BY_MAIL.mistake("Bins", page)
    assert asked(address)["subject"] == "Something wrong: Bins"


def test_scripts_get_the_same_addresses_with_their_places_open():
    """Filled in there, they are what Python makes."""
    form = json.loads(json.dumps(GITHUB.doors))["new_file"]

    assert form.replace("{path}", "a.yml").replace("{text}", "x") == GITHUB.new_file("a.yml", "x")
