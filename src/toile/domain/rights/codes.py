"""The fixed words of a decision: outcomes, gates in their order, reasons, duties.

Belongs here: the words. Does not know: when they apply.
"""

from enum import IntEnum, StrEnum


class Outcome(StrEnum):
    """What a decision says, strongest first."""

    DENIED = "denied"
    NOT_ENOUGH_INFORMATION = "not_enough_information"
    NEEDS_APPROVAL = "needs_approval"
    PERMITTED_WITH_DUTIES = "permitted_with_duties"
    PERMITTED = "permitted"

    @property
    def strength(self) -> int:
        """Return the place in the order of precedence, 0 for the strongest."""
        return _STRENGTH[self]

    @property
    def yes(self) -> bool:
        """Return whether this is a yes, with duties or without."""
        return self in (Outcome.PERMITTED, Outcome.PERMITTED_WITH_DUTIES)


_STRENGTH = {outcome: place for place, outcome in enumerate(Outcome)}


class Gate(IntEnum):
    """The gates in the order in which the primary reason is looked for."""

    INPUT = 0
    AGE_CONSENT = 1
    LICENCE_STATUS = 2
    PARTY = 3
    PROHIBITION = 4
    EXCLUSIVITY = 5
    COVERAGE_ACTION = 6
    COVERAGE_TERRITORY = 7
    COVERAGE_MEDIA = 8
    COVERAGE_PRODUCT = 9
    COVERAGE_TIME = 10
    FEE = 11
    COUNT = 12
    MODIFICATION = 13
    APPROVAL = 14
    DUTY = 15


class Reason(StrEnum):
    """Why, in the order of their gates."""

    OK = "OK"
    INPUT_MISSING = "INPUT_MISSING"
    AGE_UNKNOWN = "AGE_UNKNOWN"
    MINOR_AT_CAPTURE = "MINOR_AT_CAPTURE"
    CONSENT_MISSING = "CONSENT_MISSING"
    CONSENT_INCOMPLETE = "CONSENT_INCOMPLETE"
    CONSENT_ELEMENT_UNKNOWN = "CONSENT_ELEMENT_UNKNOWN"
    CONSENT_UNENFORCEABLE = "CONSENT_UNENFORCEABLE"
    CONSENT_WITHDRAWN = "CONSENT_WITHDRAWN"
    SUBJECT_DECEASED = "SUBJECT_DECEASED"
    TWIN_VERSION_NOT_COVERED = "TWIN_VERSION_NOT_COVERED"
    NO_AGREEMENT = "NO_AGREEMENT"
    LICENCE_REVOKED = "LICENCE_REVOKED"
    TAKEDOWN_RUNNING = "TAKEDOWN_RUNNING"
    PARTY_NOT_AUTHORISED = "PARTY_NOT_AUTHORISED"
    PRODUCT_PROHIBITED = "PRODUCT_PROHIBITED"
    CONTENT_PROHIBITED = "CONTENT_PROHIBITED"
    CONTENT_UNCLASSIFIED = "CONTENT_UNCLASSIFIED"
    TRAINING_PROHIBITED = "TRAINING_PROHIBITED"
    EXCLUSIVITY_CONFLICT = "EXCLUSIVITY_CONFLICT"
    NAMED_COMPETITOR = "NAMED_COMPETITOR"
    HOLD_CONFLICT = "HOLD_CONFLICT"
    EXISTING_BOOKING_CONFLICT = "EXISTING_BOOKING_CONFLICT"
    ACTION_NOT_COVERED = "ACTION_NOT_COVERED"
    TERRITORY_NOT_COVERED = "TERRITORY_NOT_COVERED"
    TERRITORY_EXCLUDED = "TERRITORY_EXCLUDED"
    TERRITORY_AMBIGUOUS = "TERRITORY_AMBIGUOUS"
    ONLINE_REACH_EXCEEDS_TERRITORY = "ONLINE_REACH_EXCEEDS_TERRITORY"
    MEDIA_NOT_COVERED = "MEDIA_NOT_COVERED"
    PRODUCT_NOT_COVERED = "PRODUCT_NOT_COVERED"
    PRODUCT_NEEDS_APPROVAL = "PRODUCT_NEEDS_APPROVAL"
    TERM_NOT_STARTED = "TERM_NOT_STARTED"
    TERM_EXPIRED = "TERM_EXPIRED"
    WINDOW_EXCEEDS_TERM = "WINDOW_EXCEEDS_TERM"
    POST_TERM_ARCHIVE_OK = "POST_TERM_ARCHIVE_OK"
    FEE_PRECONDITION_UNMET = "FEE_PRECONDITION_UNMET"
    COUNT_EXHAUSTED = "COUNT_EXHAUSTED"
    MODIFICATION_FORBIDDEN = "MODIFICATION_FORBIDDEN"
    MODIFICATION_UNLISTED = "MODIFICATION_UNLISTED"
    APPROVAL_REQUIRED = "APPROVAL_REQUIRED"
    APPROVAL_STALE = "APPROVAL_STALE"
    APPROVAL_LAPSED = "APPROVAL_LAPSED"
    DISCLOSURE_REFUSED = "DISCLOSURE_REFUSED"


REASON_ORDER = {reason: place for place, reason in enumerate(Reason)}


class DutyCode(StrEnum):
    """What a contract asks to be done with a yes; what markets ask for is named by their rows."""

    LICENCE_LABEL = "LICENCE_LABEL"
    TAKE_DOWN_BY = "TAKE_DOWN_BY"
    REPORT_USE = "REPORT_USE"


MAKING = ("generate", "edit")
LEAVING = ("export", "publish", "keep_live")
