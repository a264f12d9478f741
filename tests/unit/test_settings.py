"""The address of the site: said by one variable or in the file, the same for MkDocs and for us."""

import pytest
from mkdocs.config import load_config

from scifi.settings import settings, site_url


@pytest.mark.parametrize(
    ("written", "variable", "found"),
    [
        ("!ENV SITE_URL", "https://city.example/cookbook", "https://city.example/cookbook/"),
        ("!ENV SITE_URL", "", ""),
        ("!ENV SITE_URL", None, ""),
        ('!ENV [SITE_URL, "https://old.example/"]', None, "https://old.example/"),
        ("https://city.example/x/ # ours", "https://other.example/", "https://city.example/x/"),
    ],
)
def test_the_address_is_that_of_the_variable_or_of_the_file(
    tmp_path, monkeypatch, written, variable, found
):
    """As MkDocs understands it, so that no page and no paper name different addresses."""
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\nsite_url: {written}\n", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    monkeypatch.delenv("SITE_URL", raising=False)
    if variable is not None:
        monkeypatch.setenv("SITE_URL", variable)

    assert site_url(tmp_path) == found
    assert (load_config(str(tmp_path / "mkdocs.yml")).site_url or "") == found


def test_a_project_without_settings_has_none(tmp_path):
    """A folder that is no project yet can be checked all the same."""
    assert settings(tmp_path) == {}
    assert site_url(tmp_path) == ""
