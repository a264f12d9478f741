"""Rule `present-form`: a file is written for the model of today."""

from collections.abc import Iterator

from scifi.content import migrations
from scifi.content.checks.base import Library, Rule
from scifi.content.load import Document
from scifi.content.problem import Problem
from scifi.language import _


class PresentForm(Rule):
    """
    A file has the form of today, not one that an older version of the project asked for.

    Why: files come from old copies, forks and letters. The page is made from the fields of today.

    Fix: run `scifi check --fix`. It brings the file into the present form; what the older form did
    not tell, it marks TODO with the reason.
    """

    name = "present-form"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every field by which an older form is known."""
        for step in migrations.steps(document.file):
            if (step.field,) in document.keys:
                yield self.problem(
                    document,
                    (step.field,),
                    _("{field}: this is of an older form of the file", field=step.field),
                    _("In the present form {change}.", change=step.words),
                    _("Run scifi check --fix, which writes the present form."),
                    key=True,
                )
