"""The files of the tables, and where they stand below the site."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from scifi.exports.edition import LICENCE, NAME, edition
from scifi.exports.tables.catalogue import as_dcat
from scifi.exports.tables.databases import as_parquet, as_sqlite
from scifi.exports.tables.datapackage import as_datapackage
from scifi.exports.tables.excel import as_xlsx
from scifi.exports.tables.gather import tables
from scifi.exports.tables.opendocument import as_ods
from scifi.exports.tables.plain_csv import as_csv
from scifi.language import _
from scifi.site.pages import Site

FOLDER = "data/"
"""Where they stand below the site's root."""


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Path below the site's root and bytes of each file, checksums of all others at the end."""
    found, about = tables(site.corpus), edition(site)
    texts = {table.name: as_csv(table).encode() for table in found}
    made = {f"{name}.csv": text for name, text in texts.items()}
    made |= {f"{name}.parquet": content for name, content in as_parquet(found).items()}
    made[f"{NAME}.xlsx"] = as_xlsx(found, about)
    made[f"{NAME}.ods"] = as_ods(found, about)
    made[f"{NAME}.sqlite"] = as_sqlite(found)
    made["datapackage.json"] = _json(as_datapackage(found, texts, about))
    made["dcat.jsonld"] = _json(as_dcat(found, made, about))
    made["LICENCE.txt"] = _licence(about.published).encode()
    made["SHA256SUMS"] = _checksums(made).encode()
    for name, content in made.items():
        yield f"{FOLDER}{name}", content


def _json(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _licence(published: str) -> str:
    """What one may do with the files, in a file beside them."""
    return "\n".join(
        [
            _("The data of the SCIFI cookbook are under the licence CC BY 4.0:"),
            f"{LICENCE}legalcode",
            "",
            _("You may share and change them for any purpose. Name the SCIFI cookbook, link to"),
            _("the licence and say what you changed. The sources that the data cite belong to"),
            _("their authors."),
            *([published] if published else []),
            "",
        ]
    )


def _checksums(made: Mapping[str, bytes]) -> str:
    """A line for each file, as `sha256sum --check` reads it."""
    return "".join(
        f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(made.items())
    )
