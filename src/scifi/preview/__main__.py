"""`python -m scifi.preview FOLDER PORT`: what `scifi serve` runs."""

if __name__ == "__main__":
    # Imported here, as workers look at this file too, and must not stumble over an edit.
    import sys
    from pathlib import Path

    from scifi.preview.run import serve

    sys.exit(serve(Path(sys.argv[1]), int(sys.argv[2])))
