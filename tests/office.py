"""Files as an office program reads them: LibreOffice, without a window."""

import subprocess
from pathlib import Path


def converted(folder: Path, to: str, *files: Path) -> None:
    """
    Let the office program write files in another format (`pdf`, `csv`), into the folder.

    What it remembers stands in the folder too: it may run for several tests at once.
    """
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", to, "--outdir", folder, *files],
        check=True,
        capture_output=True,
        timeout=300,
    )
