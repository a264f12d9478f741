"""Where a source may not lead: shops for documents, copies of other pages, and lists of papers."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from urllib.parse import urlsplit

from scifi.content.checks.base import Library, Rule
from scifi.content.load import Document
from scifi.content.problem import Problem
from scifi.language import _

DOCUMENT_SHOPS = """
    5dok 9dok 123dok adoc.pub docest docplayer docsbay docslib documents.pub dokumen.tips dokument
    doczz fdocument fdocuments fdokument issuu kipdf moam.info paperzz pdf4pro pdfcoffee pdfslide
    powershow readkong scribd silo.tips slideserve slideshare studylib vdocument vdocuments yumpu
    zdoc
"""
"""They offer what others wrote, often without asking, and take it down again."""

WIKI_MIRRORS = """
    alchetron everybodywiki frwiki.wiki knowpia the-uncensored-wiki wiki2 wikiland wikimili
    wikipedia wikizero wikiz zxc.wiki
"""
"""An encyclopedia that anyone may change, and its copies."""

AGGREGATORS = """
    academia.edu aminer businessdocbox coek.info daneshyari dntb.gov.ua myresearchconnect paperity
    paperexplained.cn parkingarticlelibrary researcher.life researchgate scitransfer.eu
    semanticscholar
"""
"""They retell or list what was published elsewhere."""

PROXIES = """
    arietiform.com clateway.com cnpereading.com cricutcom-setup.com elementfx.com herokuapp
    legalize.dev translate.goog webcache.googleusercontent.com www2.mdpi.com
"""
"""Copies and staging places of another site; addresses with "proxy" in them are refused as well."""

_OWN_NETWORK = ".local .localdomain .internal .intranet .lan .home .test .invalid"
OWN_NETWORK = tuple(_OWN_NETWORK.split())
"""Ends of hosts that only one's own network knows."""

REFUSED = tuple(f"{DOCUMENT_SHOPS} {WIKI_MIRRORS} {AGGREGATORS} {PROXIES}".split())
"""A name with a dot is a host with its subdomains; one without is such a name in any country."""


class PrimarySource(Rule):
    """
    A source leads to the page of those who published it, or to a DOI: never to a copy.

    Refused are shops for documents, an encyclopedia and its mirrors, lists of papers, caches and
    proxies. Their list stands in `src/scifi/content/checks/hosts.py`.

    Why: copies vanish, are changed, cost money or carry the wrong date, and a reader cannot see
    who stands behind them.

    Fix: search for the title and link the publisher's own page or `https://doi.org/...`. If there
    is none, take the source out, and the claim with it.
    """

    name = "primary-source"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every source whose address is on a host that is refused."""
        sources = document.data.get("sources")
        for key, source in sources.items() if isinstance(sources, Mapping) else ():
            url = source.get("url") if isinstance(source, Mapping) else None
            host = _host(url) if isinstance(url, str) else ""
            if is_refused(host):
                yield self.problem(
                    document,
                    ("sources", key, "url"),
                    _('"{host}" shows what others published', host=host),
                    _("A copy can vanish or change, and nobody sees who stands behind it."),
                    _("Link the page of its publisher or its DOI, or leave out source and claim."),
                )


class WebAddress(Rule):
    """
    The address of a source or a law is one that a stranger can open.

    Refused are hosts without a dot and bare numbers, addresses of one's own computer or network,
    names with a password, `https://` twice, and a full stop, comma or bracket at the end that
    belongs to the sentence around it.

    Why: a receipt that opens nowhere is no receipt, and a password in a file is public.

    Fix: open the page in a private window of the browser, and copy the address from there.
    """

    name = "web-address"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every address that leads nowhere, or to one's own machine."""
        for path, group in document.groups:
            for field in ("url", "text_url"):
                url = group.get(field)
                if isinstance(url, str) and (what := _fault(url)):
                    yield self.problem(
                        document,
                        (*path, field),
                        what,
                        _("A reader who wants to check it has to be able to open it."),
                        _("Open the page, and copy its address from the browser."),
                    )


def _fault(url: str) -> str:
    """What keeps a stranger from opening an address; empty for nothing, and for no address."""
    host = _host(url)
    if not re.match(r"https?://", url):
        return ""
    if url.count("://") > 1 and re.match(r"https?:/*https?:?/", url):
        return _("the address has https:// twice")
    if url.endswith((".", ",", ";")) or (url.endswith(")") and url.count("(") < url.count(")")):
        return _('the address ends in "{sign}"', sign=url[-1])
    if "@" in url.split("/")[2]:
        return _("the address has a name or password in it")
    if "." not in host or re.fullmatch(r"[\d.]+", host) or host.endswith(OWN_NETWORK):
        return _('"{host}" is no host that others can reach', host=host)
    return ""


@cache
def is_refused(host: str) -> bool:
    """True for a host on the list, and for the proxy of a library."""
    labels = host.split(".")
    return "proxy" in host or any(
        name in labels if "." not in name else f".{host}".endswith(f".{name}") for name in REFUSED
    )


def _host(url: str) -> str:
    """The host of an address in small letters; empty for one that cannot be read."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""
