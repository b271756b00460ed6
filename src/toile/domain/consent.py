"""Consent: what a person wrote and signed about the twin, apart from any licence.

Belongs here: the document's recorded elements, and what each governing law asks of it. Does not
know: licences or uses. A recorded element is true, false or ``None`` (never recorded); the check
says "element missing", never "lawful".
"""

from typing import Literal

from toile.domain.days import Instant
from toile.domain.values import Value

Element = Literal[
    "scope", "purpose", "rate_of_pay", "duration", "specific_uses", "biometric_explicit"
]
Kind = Literal["create", "use", "biometric", "training"]


class ConsentElements(Value):
    """What the document states; ``None`` was never recorded."""

    scope: bool | None = None
    purpose: bool | None = None
    rate_of_pay: bool | None = None
    duration: bool | None = None
    specific_uses: bool | None = None
    biometric_explicit: bool | None = None


class Consent(Value):
    """One signed consent of a person for a twin.

    ``kinds`` says what it is for; ``represented_by`` is ``none``, ``agent_only``, ``lawyer`` or
    ``union``; ``given_to`` empty is for every licensee; ``by_estate`` was signed by the holder of
    the rights after death.
    """

    id: str
    twin: str
    kinds: tuple[Kind, ...] = ("create", "use", "biometric")
    written: bool | None = True
    separate_document: bool | None = None
    signed_at: Instant | None = None
    withdrawn_at: Instant | None = None
    covers_versions: tuple[str, ...] | None = ()
    governing_law: tuple[str, ...] | None = ()
    elements: ConsentElements = ConsentElements()
    represented_by: str | None = None
    replaces_in_person_work: bool | None = True
    given_to: tuple[str, ...] = ()
    by_estate: bool = False
    document_hash: str = ""
    quotes: dict[str, str] = {}
    demo: bool = False


class ConsentLaw(Value):
    """What one governing law asks: elements stated, a document of its own, the three-part test."""

    id: str
    name: str
    elements: tuple[Element, ...] = ()
    separate_document: bool = False
    three_part_test: bool = False
    source: str
    status: Literal["verified", "verify"]
    checked_on: str


class ConsentLaws(Value):
    """The table of laws, with the codes that a state or member falls under."""

    version: str
    laws: tuple[ConsentLaw, ...]
    members: dict[str, str] = {}

    def of(self, code: str) -> ConsentLaw | None:
        """Return the row of a law code, or ``None`` where the table has none."""
        wanted = self.members.get(code, code)
        return next((law for law in self.laws if law.id == wanted), None)
