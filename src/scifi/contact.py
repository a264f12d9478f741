"""
Where a reader can send what they know: the repository and the mail address of the project.

Both are settings of `mkdocs.yml` and may be missing: `repo_url` (GitHub or GitLab) and
`contact` under `extra`. What is missing is a door that is not there: its address is None.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote, urlsplit

from scifi.language import _
from scifi.settings import settings

Forge = Literal["github", "gitlab"]

_MAIL = re.compile(r"[^\s@<>\"'(),:;\\\[\]?&%]+@[\w-]+(\.[\w-]+)+")
_EDIT_URI = re.compile(r"(-/)?edit/(.+?)/docs/?")

FORMS: dict[Forge, dict[str, str]] = {
    "github": {
        "edit": "/edit/{branch}/{path}",
        "new_file": "/new/{branch}?filename={path}&value={text}",
        "issue": "/issues/new?title={title}&body={body}",
        "correction": "/issues/new?template=correct-a-fact.yml&title={title}&page={address}",
    },
    "gitlab": {
        "edit": "/-/edit/{branch}/{path}",
        # It fills in the name alone: GitLab has ignored a text in the address since 2025.
        "new_file": "/-/new/{branch}?file_name={path}",
        "issue": "/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={body}",
        "correction": "/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={body}",
    },
}
"""What follows the address of a repository, by what one wants to do there."""

LETTER = "mailto:{mail}?subject={subject}&body={body}"


class ContactError(Exception):
    """A setting names nothing that a letter or a change could be sent to; the message says how."""


@dataclass(frozen=True)
class Contact:
    """
    The doors of the project: its `repository` with the `branch` to change, and its `mail`.

    Each method gives an address with all its texts percent-encoded, or None without that door.
    """

    repository: str | None = None
    branch: str = "main"
    mail: str | None = None
    forge: Forge = "github"

    @property
    def doors(self) -> dict[str, str]:
        """
        Addresses by door, for scripts: `{path}`, `{text}`, `{title}` ... are theirs to encode.

        Doors are `edit`, `new_file`, `issue`, `correction` and `letter`.
        """
        found: dict[str, str] = {}
        if self.repository:
            start, branch = self.repository, quote(self.branch)
            for door, form in FORMS[self.forge].items():
                found[door] = start + form.replace("{branch}", branch)
        if self.mail:
            found["letter"] = LETTER.replace("{mail}", quote(self.mail, safe="@"))
        return found

    def edit(self, path: str) -> str | None:
        """Where the file at `path`, below the project, is edited."""
        return self._door("edit", path=path)

    def new_file(self, path: str, text: str) -> str | None:
        """Where a file is added; GitLab takes its name alone, and its text has to be pasted."""
        return self._door("new_file", path=path, text=text)

    def issue(self, title: str, body: str) -> str | None:
        """Where an issue is written, begun with these texts."""
        return self._door("issue", title=title, body=body)

    def letter(self, subject: str, body: str) -> str | None:
        """A mail to the project, begun with these texts."""
        # Mail counts lines as ended by both signs.
        return self._door("letter", subject=subject, body=body.replace("\n", "\r\n"))

    def mistake(self, title: str, address: str) -> list[tuple[str, str]]:
        """Ways to tell of a mistake on the page at `address`: what each is called, and its own."""
        subject = _("Something wrong: {title}", title=title)
        asked = _(
            "Page: {address}\n\nWhat is wrong?\n\nHow do you know? A source, if there is one:\n",
            address=address,
        )
        form = self._door("correction", title=subject, address=address, body=asked)
        ways = [(_("Write a mail"), self.letter(subject, asked)), (_("Write an issue"), form)]
        return [(name, way) for name, way in ways if way]

    def _door(self, name: str, **texts: str) -> str | None:
        form = self.doors.get(name)
        return form and re.sub(r"\{(\w+)\}", lambda match: quote(texts[match[1]], safe="/"), form)


NOBODY = Contact()
"""A project that names no door."""


def contact(root: Path) -> Contact:
    """
    The doors that `mkdocs.yml` below `root` names.

    Raises:
        ContactError: An address has a form that cannot be used.
    """
    named = settings(root)
    repository, forge, branch = _repository(named)
    return Contact(repository, branch, _mail(named), forge)


def _mail(named: dict[str, Any]) -> str | None:
    mail = (named.get("extra") or {}).get("contact")
    if mail is None:
        return None
    if not _MAIL.fullmatch(str(mail)):
        raise ContactError(
            _(
                'mkdocs.yml: contact "{mail}" is no mail address; write it as '
                "`contact: name@city.example` under `extra`, or leave it out.",
                mail=mail,
            )
        )
    return str(mail)


def _repository(named: dict[str, Any]) -> tuple[str | None, Forge, str]:
    """Address, kind of host and branch: told by `edit_uri` where there is one."""
    if named.get("repo_url") is None:
        return None, "github", "main"
    address = str(named["repo_url"]).rstrip("/")
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not re.fullmatch(r"[\w.~/%@:-]+", address):
        raise ContactError(
            _(
                'mkdocs.yml: repo_url "{address}" is no web address of a repository; write it as '
                "`repo_url: https://github.com/city/cookbook`, or leave it out.",
                address=address,
            )
        )
    edit_uri = named.get("edit_uri")
    told = _EDIT_URI.fullmatch(str(edit_uri)) if edit_uri else None
    if told:
        return address, "gitlab" if told[1] else "github", told[2]
    for forge in FORMS:
        if forge in (parts.hostname or "") and not edit_uri:
            return address, forge, "main"
    raise ContactError(
        _(
            "mkdocs.yml: repo_url and edit_uri do not tell how a file of {address} is edited; "
            "write `edit_uri: edit/main/docs/` for GitHub and hosts like it, or "
            "`edit_uri: -/edit/main/docs/` for GitLab, with your branch for main.",
            address=address,
        )
    )
