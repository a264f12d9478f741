"""
What there is, for portals of open data: DCAT-AP as JSON-LD, every file with size and checksum.

Source: DCAT-AP 3.0, https://semiceu.github.io/DCAT-AP/releases/3.0.0/. Nothing outside is needed
to read it: the words of the vocabularies are in the file. While the site has no address of its
own, all addresses are relative to the file.
"""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from scifi.exports.edition import LICENCE, NAME, Edition
from scifi.exports.tables.explaining import lines, rules
from scifi.exports.tables.table import Table
from scifi.language import _, code

VOCABULARIES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

MEDIA_TYPES = {
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "sqlite": "application/vnd.sqlite3",
    "json": "application/json",
}
"""The registered type of a file by its ending (iana.org/assignments/media-types)."""

LANGUAGES = {"en": "ENG", "nl": "NLD", "fr": "FRA", "de": "DEU"}
AUTHORITY = "http://publications.europa.eu/resource/authority/"
"""Where the European Union keeps its lists of languages and themes."""

THEMES = ("GOVE", "REGI", "TECH")
"""Government, regions and cities, science and technology."""


def as_dcat(
    tables: Sequence[Table], contents: Mapping[str, bytes], about: Edition
) -> dict[str, Any]:
    """The catalogue: one dataset of everything, and one for each table; by names of files."""
    place = f"{about.published}data/" if about.published else ""
    whole = sorted(n for n in contents if n.startswith(NAME) or n == "datapackage.json")
    title, rule = lines(about)[0], " ".join(rules())
    everything = _dataset(about, f"{place}#all", title, rule)
    everything["dcat:distribution"] = [_file(place, n, contents[n]) for n in whole]
    parts = []
    for table in tables:
        part = _dataset(about, f"{place}#{table.name}", table.title, table.description)
        part["dct:isPartOf"] = {"@id": f"{place}#all"}
        part["dcat:distribution"] = [
            _file(place, f"{table.name}.{ending}", contents[f"{table.name}.{ending}"])
            for ending in ("csv", "parquet")
        ]
        parts.append(part)
    catalogue = {
        "@context": VOCABULARIES,
        "@id": f"{place}#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": _said(title),
        "dct:description": _said(_("Tables behind the SCIFI cookbook, in open formats.")),
        "dct:publisher": _publisher(),
        "dct:license": {"@id": LICENCE},
        "dct:modified": _day(about),
        "dcat:dataset": [everything, *parts],
    }
    return catalogue | _language() | _home(about)


def _dataset(about: Edition, id_: str, title: str, description: str) -> dict[str, Any]:
    made = {
        "@id": id_,
        "@type": "dcat:Dataset",
        "dct:title": _said(title),
        "dct:description": _said(description),
        "dct:identifier": id_.rpartition("#")[2],
        "dct:publisher": _publisher(),
        "dct:modified": _day(about),
        "dcat:version": about.version,
        "dcat:theme": [{"@id": f"{AUTHORITY}data-theme/{theme}"} for theme in THEMES],
    }
    return made | _language()


def _file(place: str, name: str, content: bytes) -> dict[str, Any]:
    address = {"@id": f"{place}{name}"}
    kind = MEDIA_TYPES[name.rpartition(".")[2]]
    return {
        "@id": f"{place}#file-{name}",
        "@type": "dcat:Distribution",
        "dct:title": _said(name),
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{kind}"},
        "dct:license": {"@id": LICENCE},
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(len(content))},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {
                "@type": "xsd:hexBinary",
                "@value": hashlib.sha256(content).hexdigest(),
            },
        },
    }


def _publisher() -> dict[str, Any]:
    return {"@type": "foaf:Agent", "foaf:name": _said(_("SCIFI cookbook contributors"))}


def _said(words: str) -> dict[str, str]:
    return {"@language": code(), "@value": words}


def _day(about: Edition) -> dict[str, str]:
    return {"@type": "xsd:date", "@value": about.day.isoformat()}


def _language() -> dict[str, Any]:
    known = LANGUAGES.get(code())
    return {"dct:language": {"@id": f"{AUTHORITY}language/{known}"}} if known else {}


def _home(about: Edition) -> dict[str, Any]:
    return {"foaf:homepage": {"@id": about.published}} if about.published else {}
