"""Who is thanked for a file: a name, and the ORCID iD that tells people of one name apart."""

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from scifi.language import _
from scifi.model.base import Record
from scifi.model.texts import Label


def check_sign(digits: str) -> str:
    """
    The last sign of an ORCID iD, made from the fifteen digits before it.

    Source: ISO/IEC 7064, MOD 11-2, as ORCID describes it in "Structure of the ORCID Identifier".
    """
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    return "X" if rest == 10 else str(rest)


def _fits_its_last_sign(orcid: str) -> str:
    signs = orcid.replace("-", "")
    if check_sign(signs[:-1]) != signs[-1]:
        raise ValueError(
            _("is no ORCID iD: its last sign does not fit the others; copy it from your ORCID page")
        )
    return orcid


Orcid = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]$"),
    AfterValidator(_fits_its_last_sign),
]
"""An ORCID iD in four groups, without its address: 0000-0002-1825-0097."""


class Contributor(Record):
    """Somebody who is thanked on the page and named when it is cited."""

    name: Label = Field(description="The name as it should be cited.")
    orcid: Orcid | None = Field(
        default=None, description="The ORCID iD, such as 0000-0002-1825-0097, if there is one."
    )
