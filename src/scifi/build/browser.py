"""Which Chrome, Chromium or Edge this machine has; charts are drawn and tests are run in it."""

import os
import shutil
import sys
from pathlib import Path

from scifi.language import _

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chrome",
    "msedge",
)

_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)

FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
"""Flags that keep the browser from asking other hosts for anything."""


def none_found() -> str:
    """What it means that there is none, and what to do."""
    return _(
        "NO BROWSER FOUND: charts are tables only. Install Chromium, Chrome or Edge, or set "
        "SCIFI_BROWSER to its path, and build again."
    )


def find() -> str | None:
    """
    Path of a browser, or None if there is none.

    `SCIFI_BROWSER` wins; set to `none` it pretends that the machine has no browser.
    """
    chosen = os.environ.get("SCIFI_BROWSER")
    if chosen == "none":
        return None
    if chosen:
        return shutil.which(chosen)
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return next((path for path in _MAC if Path(path).exists()), None)


if __name__ == "__main__":
    found = find()
    print(found or "no browser found")
    sys.exit(0 if found else 1)
