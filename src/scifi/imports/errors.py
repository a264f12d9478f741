"""What keeps a file from being taken in at all."""


class ImportFileError(Exception):
    """The file cannot be taken in; the message is a sentence that says why and what to do."""
