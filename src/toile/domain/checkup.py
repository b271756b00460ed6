"""What a checkup looks at, and what it finds: the facts of one set-up, and findings about them."""

from datetime import datetime
from typing import Literal

from toile.domain.values import Value

State = Literal["fine", "advice", "unsafe", "broken"]


class Finding(Value):
    """One thing looked at: what it is about, how it stands, and what to do about it."""

    about: str
    state: State
    say: str
    do: str = ""


class DataFolder(Value):
    """The data folder; ``others_may`` is ``None`` where the system has no such rights."""

    path: str
    there: bool
    writable: bool = True
    others_may: bool | None = False
    free_bytes: int = 0


class Certificate(Value):
    """What signs credentials, and between which instants all of its chain holds."""

    own: bool
    begins: datetime | None = None
    ends: datetime | None = None
    problem: str = ""


class KeptRecords(Value):
    """The records and their ledger; ``latest`` is when its last entry says it was written."""

    there: bool = True
    entries: int = 0
    latest: datetime | None = None
    problem: str = ""


class Address(Value):
    """A service this studio calls: the setting that names it, and how it stands.

    ``answers`` is asked only of a service that nothing here stands in for.
    """

    setting: str
    url: str
    encrypted: bool
    answers: bool = True


class Idle(Value):
    """A setting that does nothing: another is missing, or none has this name."""

    setting: str
    without: str = ""
    meant: str = ""


class Tool(Value):
    """A program of the system that the studio can use and does without."""

    name: str
    there: bool
    gives: str


class SetUp(Value):
    """Everything that is looked at; read once, by ``toile doctor``."""

    home: DataFolder
    readable_secrets: tuple[str, ...] = ()
    people: Literal["one", "listed", "unreadable"] = "one"
    people_problem: str = ""
    admins: int = 0
    people_writable: bool = False
    brands_with_marks: int = 0
    marks_problem: str = ""
    rate_card: Literal["none", "read", "unreadable"] = "none"
    rate_card_problem: str = ""
    signs_in: bool = False
    cookie_secret: int = 0
    url: str = "http://127.0.0.1:8501"
    certificate: Certificate
    records: KeptRecords
    addresses: tuple[Address, ...] = ()
    idle: tuple[Idle, ...] = ()
    painter: str = ""
    no_painter: str = ""
    levers_missed: tuple[str, ...] = ()
    face_reader: str = ""
    no_likeness: str = ""
    tools: tuple[Tool, ...] = ()
