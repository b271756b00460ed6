"""What long work yields, for a page, a command line or a test to follow."""

from toile.domain.ids import DraftId
from toile.domain.values import Value


class Started(Value):
    """A step began."""

    step: str
    say: str


class Advanced(Value):
    """A step moved on; ``share`` is 0 to 1 of the whole."""

    step: str
    share: float
    say: str = ""


class Finished(Value):
    """A step ended well."""

    step: str
    say: str
    draft: DraftId | None = None


class Refused(Value):
    """The answer was no, with the reason in words: normal life, not a fault."""

    step: str
    say: str


Event = Started | Advanced | Finished | Refused
