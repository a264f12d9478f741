"""
A content file brought into its written form, with its comments.

Nothing a person wrote is lost: what was said before is said after, in data and in comments, or
the file stays as it is.
"""

from scifi.content import canonical, comments
from scifi.content.load import Document, load
from scifi.content.settling import settled
from scifi.content.source import SourceFile
from scifi.language import _


class FormattingError(Exception):
    """The file stays as it is; the message is a sentence that says why."""


def formatted(file: SourceFile) -> str:
    """
    The text of a file in its written form.

    Raises:
        FormattingError: It cannot be read, or would not say the same afterwards.
    """
    before = load(file)
    if not isinstance(before, Document):
        raise FormattingError(_("it cannot be read; scifi check says why."))
    above = canonical.written(file.kind, before.data, comments.by_value(before))
    text = above + before.body
    after = load(SourceFile(file.path, file.kind, file.id, text))
    if not isinstance(after, Document) or not _says_the_same(before, after):
        raise FormattingError(_("its written form would not say the same; write it by hand."))
    return text


def _says_the_same(before: Document, after: Document) -> bool:
    kind = before.file.kind
    return (
        settled(kind, before.data) == settled(kind, after.data)
        and before.body == after.body
        and comments.told(before) == comments.told(after)
    )
