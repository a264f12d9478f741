"""
Content that tries to run, to leak or to call another host does nothing of it.

The hostile folder passes the checks; its texts hold all that a stranger could try. The site built
from it is looked at as it is and with the policy taken out of every page: the checks and the
escaping hold alone, and so does the policy.
"""

import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from scifi.site import hosting

from .conftest import _Quiet

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">\n')

NOT_OURS = r"""
    () => {
      const bad = [];
      const runs = /^[\s\x00-\x20]*(javascript|data|vbscript|file|blob):/i;
      const loads = "IMG SCRIPT IFRAME OBJECT EMBED VIDEO AUDIO SOURCE BASE".split(" ");
      for (const element of document.querySelectorAll("*")) {
        for (const { name, value } of element.attributes) {
          const isAddress = /^(href|src|action|data|xlink:href|formaction)$/.test(name);
          if (/^on|^srcdoc$/.test(name)) bad.push(`${element.tagName} has ${name}`);
          if (isAddress && runs.test(value)) bad.push(value);
        }
        const address = String(element.src || element.href || element.data);
        // A block of data has no address, and no browser runs it.
        const isData = element.type === "application/ld+json" && !element.src;
        const isOurs = isData || address.startsWith(location.origin);
        if (loads.includes(element.tagName) && !isOurs) bad.push(address);
      }
      if ("ran" in window) bad.push(`ran ${window.ran}`);
      return bad;
    }
"""
"""What no page may hold: handlers, addresses that run, anything that another host would send."""


@pytest.fixture(scope="module")
def hostile(hostile_project: Path) -> Path:
    """The site built from the hostile folder, with drawn charts."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "-d", "site"]
    done = subprocess.run(command, cwd=hostile_project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return hostile_project / "site"


@pytest.fixture(scope="module")
def unguarded(hostile: Path) -> Path:
    """The same site without its policy, as a host or an old browser may show it."""
    bare = shutil.copytree(hostile, hostile.with_name("bare"))
    for page in bare.rglob("*.html"):
        text, count = POLICY.subn("", page.read_text(encoding="utf-8"))
        assert count == 1, page
        page.write_text(text, encoding="utf-8")
    (bare / "_headers").write_text("/*\n", encoding="utf-8")
    return bare


class Witness:
    """A browser window on a site, which hears everything that a page does."""

    def __init__(self, page: Page, address: str):
        self.page, self.address = page, address
        self.heard: list[str] = []
        page.on("request", lambda request: self._hear(request.url))
        page.on("dialog", lambda dialog: self.heard.append(f"dialog: {dialog.message}"))
        page.on("pageerror", lambda error: self.heard.append(f"error: {error}"))
        page.on("console", lambda said: said.type == "error" and self.heard.append(said.text))

    def _hear(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.heard.append(f"asked for {url}")

    def look_at(self, path: str) -> None:
        """Open a page, let its scripts work, and pass over what would start a handler."""
        self.page.goto(self.address + path)
        self.page.evaluate(
            """() => { for (const e of document.querySelectorAll("main *")) {
                 for (const name of ["mouseover", "focus", "load", "error", "toggle"])
                   e.dispatchEvent(new Event(name)); } }"""
        )
        self.heard += [f"{path}: {what}" for what in self.page.evaluate(NOT_OURS)]


@pytest.fixture(scope="module", params=["with the policy", "without it"])
def witness(
    request: pytest.FixtureRequest, browser: Browser, hostile: Path, unguarded: Path
) -> Iterator[Witness]:
    """A window on the hostile site, with the policy and without it."""
    site = hostile if request.param == "with the policy" else unguarded
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context()
    yield Witness(context.new_page(), f"http://127.0.0.1:{server.server_port}/")
    context.close()
    server.shutdown()
    server.server_close()


def test_no_page_of_the_hostile_site_runs_or_calls_anything(witness: Witness, hostile: Path):
    """Every page, its scripts at work: nothing of a text runs, no other host is asked."""
    paths = [page.relative_to(hostile).as_posix() for page in hostile.rglob("*.html")]

    for path in sorted(paths):
        witness.look_at(path.removesuffix("index.html"))

    assert len(paths) > 35
    assert witness.heard == []


def test_what_scripts_put_on_a_page_runs_nothing_either(witness: Witness):
    """Search, the live chart, a comparison: made in the browser from the same texts."""
    page = witness.page
    witness.look_at("")
    page.locator(".chart-explore").first.click()
    page.locator(".chart-live .main-svg").first.wait_for()
    page.locator("[data-search-open]").first.click()
    page.locator("#search input").fill("invented")
    page.locator(".search-results li").first.wait_for()
    witness.heard += page.evaluate(NOT_OURS)
    witness.look_at("compare/?cases=example-bins")
    witness.look_at("aid-kit/?q=bids#bids")
    witness.look_at("casestudies/?q=%3Cimg%20src%3Dx%20onerror%3Dwindow.ran%3D1%3E")

    assert witness.heard == []


def test_a_script_in_a_page_would_not_run_under_the_policy(browser: Browser, hostile: Path):
    """The second wall holds alone: what a text could put into a page is not run, styled or sent."""
    page = hostile / "about" / "index.html"
    whole = page.read_text(encoding="utf-8")
    harm = (
        "<script>window.ran=1</script><img src=x onerror=window.ran=2>"
        "<img src='https://other.example/a'><iframe src='https://other.example/b'></iframe>"
        "<p id=styled style='position:fixed'></p><style>#styled{color:red}</style>"
        "<base href='https://other.example/'><a id=link href='javascript:window.ran=3'>x</a>"
        "<object data='https://other.example/c'></object>"
    )
    page.with_name("harmed.html").write_text(whole.replace("</main>", f"{harm}</main>"))
    context = browser.new_context()
    window, asked = context.new_page(), []
    # A blocked address is announced as a request and then refused; only an answer was sent for.
    window.on("response", lambda answer: asked.append(answer.url))
    window.goto((page.with_name("harmed.html")).as_uri())
    window.evaluate("document.querySelector('#link').click()")
    style = window.evaluate("getComputedStyle(document.querySelector('#styled')).position")
    ran = window.evaluate("'ran' in window")
    context.close()
    page.with_name("harmed.html").unlink()

    assert (ran, style) == (False, "static")
    assert [url for url in asked if "other.example" in url] == []


def test_every_page_of_the_site_carries_the_policy_and_no_style(site: Path):
    """One policy everywhere, nothing in it lets a script or a style of a text in."""
    said = set()
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        said |= set(POLICY.findall(text)) or {f"none in {path}"}
        assert not re.search(r"<[^<>]* (?:style|on\w+)=|<style|<script>", text), path

    (policy,) = said
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'self'"
    assert rules["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert {rules[name] for name in ("object-src", "base-uri", "form-action")} == {"'none'"}
    assert "unsafe-inline" not in policy and "http" not in policy


def test_a_page_of_another_site_may_read_the_open_data(
    browser: Browser, site_url: str, tmp_path: Path
):
    """As the portal of a city does that shows a number from here."""
    portal = tmp_path / "portal.html"
    portal.write_text("<title>A city</title>", encoding="utf-8")
    page = browser.new_page()
    page.goto(portal.as_uri())
    read = "address => fetch(address).then(answer => answer.json())"

    about = page.evaluate(read, f"{site_url}api/v1/index.json")

    page.close()
    assert about["licence"]["name"] == "CC BY 4.0"


def test_a_page_from_the_disk_works_under_the_policy(newcomer: Page, site: Path):
    """A USB stick has no host: the files beside the page are still its own."""
    newcomer.goto((site / "about" / "evidence" / "index.html").as_uri())
    newcomer.locator(".chart-explore").first.click()
    newcomer.locator(".chart-live .main-svg").first.wait_for()

    assert newcomer.evaluate("document.documentElement.classList.contains('js')")
    assert "--running-title" in newcomer.evaluate("document.documentElement.style.cssText")


def test_a_host_is_told_what_to_say_with_every_file(newcomer: Page, site: Path, site_url: str):
    """All tests in the browser run under the headers of the site's own file for hosts."""
    answer = newcomer.goto(site_url)
    assert answer
    heard = answer.all_headers()

    assert heard["content-security-policy"] == f"{hosting.policy()}, frame-ancestors 'none'"
    assert heard["x-content-type-options"] == "nosniff"
    whole = f"{hosting.policy()}; frame-ancestors 'none'"
    for file in (".htaccess", "hosting/nginx.conf", "hosting/Caddyfile"):
        text = (site / file).read_text(encoding="utf-8")
        assert whole in text, file
        assert all(name in text for name in hosting.headers()), file
