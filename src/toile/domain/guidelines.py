"""Guideline, Document, Passage, Citation, Answer: the brand's own book and what it says.

Belongs here: the values that a book is read into and cited by. Does not: file formats, vectors,
scores (``ranking``), cutting (``passages``), finding rules (``rule_reading``), checks (``rules``).
"""

from enum import StrEnum
from typing import Literal

from pydantic import ConfigDict

from toile.domain.field_commands import RemoveItems, SetField
from toile.domain.values import Value


class BlockKind(StrEnum):
    """What a piece of a page is; ``ROW`` is one row of a table with its column headings."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    ROW = "row"
    CAPTION = "caption"


class Block(Value):
    """One piece of a page. ``start`` and ``end`` count characters of ``Document.text``."""

    kind: BlockKind
    text: str
    page: int
    start: int = 0
    level: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class BookPicture(Value):
    """A picture of the book as PNG, with its page (from 1) and the caption found beside it."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", ser_json_bytes="base64", val_json_bytes="base64"
    )

    page: int
    caption: str = ""
    png: bytes


class Document(Value):
    """A file as read. ``notes`` tell what could not be read, in words for a person."""

    name: str
    media_type: str
    pages: int
    blocks: tuple[Block, ...]
    pictures: tuple[BookPicture, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Return the whole text, one block a line: the ground that spans count on."""
        return "\n".join(block.text for block in self.blocks)


def placed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks with their places in ``Document.text``."""
    out: list[Block] = []
    at = 0
    for block in blocks:
        out.append(block.model_copy(update={"start": at}))
        at += len(block.text) + 1
    return tuple(out)


class Passage(Value):
    """What is searched and cited: one rule or thought with the headings above it.

    ``language`` is that of its words, ISO 639-1: passages in another language than English are
    found by their trade words in English.
    """

    text: str
    page: int
    start: int
    end: int
    headings: tuple[str, ...] = ()
    language: str = "en"

    @property
    def heading(self) -> str:
        return " › ".join(self.headings)


class Guideline(Value):
    """One book of one brand as it stands in the library."""

    id: str
    brand: str
    name: str
    version: int
    file_hash: str
    media_type: str
    pages: int
    passages: int
    pictures: int = 0
    added_at: str = ""
    notes: tuple[str, ...] = ()


class Citation(Value):
    """Where the words stand: enough to open the page and to find them on it."""

    guideline: str
    document: str
    version: int
    page: int
    start: int
    end: int
    quote: str
    headings: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.document}, p. {self.page}"


class Found(Value):
    """A cited passage; ``score`` is 0 to 1, the studio's belief that it answers."""

    citation: Citation
    score: float
    in_book: bool


class Answer(Value):
    """What the book says, best first. ``nearest`` is shown only as "not an answer, but near"."""

    question: str
    in_book: bool
    found: tuple[Found, ...] = ()
    nearest: tuple[Found, ...] = ()
    say: str = ""


class RuleKind(StrEnum):
    """What a rule limits, and so how it is checked."""

    AGE = "age"
    PEOPLE = "people"
    RATIO = "ratio"
    FORBIDDEN = "forbidden"
    PROPS = "props"
    GARMENTS = "garments"
    CLOSE_UPS = "close_ups"
    LENS = "lens"
    SECONDS = "seconds"
    RETOUCH = "retouch"
    PALETTE = "palette"
    LOGO_SPACE = "logo_space"
    CONTRAST = "contrast"


Level = Literal["error", "warning", "note"]


class Rule(Value):
    """A sentence of the book that can be checked.

    ``least`` and ``most`` are in the kind's own unit: years, people, pieces, millimetres, seconds,
    share of the height, contrast ratio, colour distance. ``unless`` are the book's own exceptions;
    ``grounds`` are those of the colours that the book gives to walls and backgrounds.
    """

    id: str
    kind: RuleKind
    level: Level
    citation: Citation
    least: float | None = None
    most: float | None = None
    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    channel: str = ""
    ratio: str = ""
    colours: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()


class RuleFinding(Value):
    """A rule that a shot or a draft does not keep, with the way to keep it.

    ``edits`` do what ``fix`` says, where that is a matter of commands and not of judgement.
    """

    rule: str
    kind: RuleKind
    level: Level
    shot: str | None
    say: str
    fix: str
    citation: Citation
    edits: tuple[SetField | RemoveItems, ...] = ()


class RuleReport(Value):
    """What was found, which rules are kept, and the ids of those that could not be tested.

    ``score`` is passed of tested; ``None`` where none was tested.
    """

    findings: tuple[RuleFinding, ...] = ()
    kept: tuple[Rule, ...] = ()
    untested: tuple[str, ...] = ()

    @property
    def passed(self) -> int:
        return len(self.kept)

    @property
    def tested(self) -> int:
        return self.passed + len({finding.rule for finding in self.findings})

    @property
    def score(self) -> float | None:
        return round(self.passed / self.tested, 4) if self.tested else None

    def joined(self, other: "RuleReport") -> "RuleReport":
        """Return this with another report on the same rules: tested in one is tested."""
        return RuleReport(
            findings=self.findings + other.findings,
            kept=self.kept + other.kept,
            untested=tuple(one for one in self.untested if one in other.untested),
        )
