"""What `site_url` changes: pages that must know where the site is published."""

from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from mkdocs.commands.build import _build_template
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import Navigation

from scifi.build import checked
from scifi.site import pages

ADDRESS = "https://city.example/my/base/"


@pytest.fixture(autouse=True)
def no_browser(monkeypatch):
    """Tables are enough here."""
    monkeypatch.setenv("SCIFI_BROWSER", "none")


def test_a_page_not_found_below_a_path_is_whole(hooks, small_project):
    """Style, scripts and links of the page lead below the site's own address."""
    config = load_config(str(small_project / "mkdocs.yml"), site_url=ADDRESS)
    config = config.plugins.on_config(config)
    files = config.plugins.on_files(get_files(config), config=config)
    env = hooks.on_env(config.theme.get_env(), config, files)
    html = _build_template(
        "404.html", env.get_template("404.html"), files, config, Navigation([], [])
    )

    tree = BeautifulSoup(html, "html.parser")
    asked = [e.get("src") or e.get("href") for e in tree.select("script, img, link, a, [href]")]
    asked = [address for address in asked if address and not address.startswith("#")]
    assert len(asked) > 20
    for address in asked:
        assert urljoin(f"{ADDRESS}no/such/page/", address).startswith(ADDRESS), address
    assert "This page does not exist" in tree.h1.get_text()


def test_a_case_study_can_be_cited_with_its_address_and_year(small_project, monkeypatch):
    """Whoever reuses a number can name the page and its date."""

    def citation():
        site = checked.site(small_project)
        page = next(p for p in pages.pages(site) if p.address == "casestudies/example-bins/")
        return BeautifulSoup(page.body, "html.parser").select_one(".citation")

    without = citation()
    assert without.a is None

    monkeypatch.setattr(checked, "site_url", lambda root: ADDRESS)
    cited = citation()

    assert cited.a["href"] == cited.a.get_text() == f"{ADDRESS}casestudies/example-bins/"
    assert cited.get_text().strip().startswith("SCIFI cookbook (2026): “Twelve invented bins")
    assert "as of " in cited.get_text()
