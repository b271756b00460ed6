"""One stretch of a message that asks for one thing."""

from dataclasses import dataclass, field

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.text.ratios import Ratio


@dataclass
class Clause:
    """One stretch of a message; ``later`` when its numbers count after the change before."""

    start: int
    end: int
    later: bool = False
    mentions: list[Mention] = field(default_factory=list)
    ratios: list[Ratio] = field(default_factory=list)
    instead: tuple[int, int] | None = None

    def until(self, place: int) -> "Clause":
        """Return the words ahead of a place, with what they mention."""
        return Clause(self.start, place, mentions=[m for m in self.mentions if m.end <= place])
