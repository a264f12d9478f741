"""
The whole build: check, draw, bundle, MkDocs, search, print, data, and then replace `site/`.

MkDocs runs in a process of its own and writes into a folder beside the site, so a build that fails
or is stopped leaves the last good site as it was. Meanwhile the open data is written.
"""

import os
import runpy
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

from scifi import parallel
from scifi.build import assets, browser, checked, compressing, delivery, lock
from scifi.corpus import Corpus
from scifi.exports import markdown_twins, sizes
from scifi.exports import run as exports
from scifi.language import _, ngettext, number
from scifi.papers import ALL, NONE
from scifi.printing import run as press
from scifi.printing.errors import PrintError
from scifi.site import embed_code
from scifi.site.pages import Site


class BuildError(Exception):
    """The site could not be built; the message says why and what to do."""


def build(
    root: Path, tell: Callable[[str], None], which: str = ALL, compressed: bool = False
) -> str:
    """
    Build `root/site` and say in one line what was built; `tell` gets a line for each stage.

    `which` names the papers that it has, as in `scifi.papers`; `compressed` writes each
    text a second and third time, for hosts that send them so. While another build of the same
    project is at work, this one waits for it.

    Raises:
        BuildError: Something failed; `root/site` is untouched.
    """
    with lock.alone(root / checked.CACHE / "build.lock", tell):
        return _built(root, tell, which, compressed)


def _built(root: Path, tell: Callable[[str], None], which: str, compressed: bool) -> str:
    began = time.monotonic()
    place, old = root / "site", root / checked.CACHE / "site.old"
    delivery.recover(place, old)
    tell(_("Checking content and drawing charts ..."))
    try:
        site = checked.site(root)
    except checked.ERRORS as error:
        raise BuildError(str(error)) from None
    if browser.find() is None:
        tell(browser.none_found())
    tell(_("Bundling style sheet, scripts and fonts ..."))
    try:
        assets.build(root, root / checked.CACHE)
    except assets.AssetsError as error:
        raise BuildError(str(error)) from None
    tell(_("Writing pages, the search index and the open data ..."))
    fresh, data = root / checked.CACHE / "site.part", root / checked.CACHE / "data.part"
    for folder in (fresh, data):
        shutil.rmtree(folder, ignore_errors=True)
    data.mkdir(parents=True)
    _write(site, root, fresh, data, which)
    printed = []
    if which != NONE:
        tell(_("Setting the PDFs ..."))
        printed = _print(root, fresh, site.corpus, tell, which)
    markdown_twins.write(fresh)
    shutil.copytree(data, fresh, dirs_exist_ok=True)
    shutil.rmtree(data)
    sizes.fill_in(fresh)
    if compressed:
        tell(_("Compressing for the host ..."))
        compressing.compress(fresh)
    delivery.replace(place, fresh, old)
    return _summary(site, place, printed, time.monotonic() - began)


def _summary(site: Site, folder: Path, printed: list[press.Printed], seconds: float) -> str:
    """One line: how much was built, how long it took, where to look at it."""
    embedded = folder / embed_code.FOLDER
    pages = sum(not page.is_relative_to(embedded) for page in folder.rglob("index.html"))
    cases, drawn = len(site.corpus.casestudies), len(site.drawings)
    pdfs = sum(1 for file in printed if file.path.suffix == ".pdf")
    built = [
        ngettext("{n} page", "{n} pages", pages),
        ngettext("{n} case study", "{n} case studies", cases),
        ngettext("{n} chart", "{n} charts", drawn) if drawn else _("NO drawn charts (no browser)"),
        ngettext("{n} PDF", "{n} PDFs", pdfs) if printed else _("no PDFs"),
    ]
    return _(
        "Built site/ in {seconds} s: {what}. Look at it with `make serve`, or open "
        "site/index.html.",
        seconds=number(round(seconds)),
        what=", ".join(built),
    )


def _write(site: Site, root: Path, out: Path, data: Path, which: str) -> None:
    """Pages and the search index into `out`, and beside that the open data into `data`."""
    said = root / checked.CACHE / "mkdocs.log"
    with parallel.Beside(_mkdocs, root, out, which, said) as engine:
        exports.write(site, data)
        whole = engine.finish()
    if not whole:
        lines = said.read_text(encoding="utf-8").strip().splitlines()
        told = "\n".join(line for line in lines if not line.startswith("INFO"))
        raise BuildError(_("MkDocs stopped:\n{said}\nThe last good site/ is untouched.", said=told))


def _mkdocs(root: Path, out: Path, which: str, said: Path) -> None:
    """The program MkDocs, which writes into the file `said` what it has to say."""
    with said.open("w", encoding="utf-8") as told:
        for stream in (sys.stdout, sys.stderr):
            os.dup2(told.fileno(), stream.fileno())
    os.chdir(root)
    os.environ |= {"NO_MKDOCS_2_WARNING": "1", checked.PAPERS: which}
    sys.argv = ["mkdocs", "build", "--strict", "-d", str(out)]
    runpy.run_module("mkdocs", run_name="__main__")


def _print(
    root: Path, site: Path, corpus: Corpus, tell: Callable[[str], None], which: str
) -> list[press.Printed]:
    try:
        return press.print_all(root, site, corpus, tell, which)
    except PrintError as error:
        raise BuildError(_("{error}\nThe last good site/ is untouched.", error=error)) from None
