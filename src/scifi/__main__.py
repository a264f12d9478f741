"""`python -m scifi` is the `scifi` command, where its folder is not on the path."""

from scifi.cli import main

if __name__ == "__main__":
    main(prog_name="scifi")
