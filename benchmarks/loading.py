"""Read every content file of a project, no more: `python -m benchmarks.loading FOLDER`."""

import sys
from pathlib import Path

from scifi.content import load, source


def main() -> None:
    """Read the folder that is named."""
    root = Path(sys.argv[1]).resolve()
    for path in source.find(root):
        file = source.read(path, root)
        if isinstance(file, source.SourceFile):
            load.load(file)


if __name__ == "__main__":
    main()
