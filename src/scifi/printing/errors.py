"""What can go wrong in a print run."""


class PrintError(Exception):
    """A PDF could not be made; the message says which, why and what to do."""
