"""
The settings in `mkdocs.yml`, for all who ask for one of them.

MkDocs reads the same file by itself. A value written `!ENV NAME` is that of the variable NAME of
the environment, as there (https://www.mkdocs.org/user-guide/configuration/#environment-variables).
"""

from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import add_env_tag


class _Loader(yaml.SafeLoader):
    """PyYAML's safe loader, which also knows `!ENV`."""


add_env_tag(_Loader)


def settings(root: Path) -> dict[str, Any]:
    """All settings of the project below `root`; none where it has no `mkdocs.yml`."""
    config = root / "mkdocs.yml"
    if not config.is_file():
        return {}
    found = yaml.load(config.read_text(encoding="utf-8"), Loader=_Loader)
    return found if isinstance(found, dict) else {}


def site_url(root: Path) -> str:
    """The published address, with a slash at its end; empty while there is none."""
    address = str(settings(root).get("site_url") or "")
    known = address.startswith(("http://", "https://"))
    return address.rstrip("/") + "/" if known else ""
