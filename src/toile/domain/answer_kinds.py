"""What form an answer takes: a length for "how wide", money for "what does it cost".

Belongs here: which kind a question in any of the six languages asks for, and whether a text holds
one. Does not: the patterns themselves (a data file), the weight that this has.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class AnswerKind:
    """One kind of answer: how it is asked for, and what a text that gives it holds."""

    name: str
    ask: re.Pattern[str]
    gives: re.Pattern[str]

    def given_by(self, text: str) -> bool:
        """Say whether the text holds such a thing."""
        return self.gives.search(text) is not None


@dataclass(frozen=True)
class AnswerKinds:
    """The kinds that can be told by their form; the first whose wording fits is the one meant."""

    kinds: tuple[AnswerKind, ...]

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> "AnswerKinds":
        """Read the data file: ``number``, and ``kinds`` of ``kind``, ``ask`` and ``gives``."""
        number = re.sub(r"\s+\|", "|", given["number"])
        return cls(
            tuple(
                AnswerKind(
                    one["kind"],
                    re.compile(one["ask"], re.I),
                    re.compile(one["gives"].replace("{number}", number), re.I),
                )
                for one in given["kinds"]
            )
        )

    def asked(self, question: str) -> AnswerKind | None:
        """Return the kind of answer that a question wants; none where its form tells nothing."""
        return next((one for one in self.kinds if one.ask.search(question)), None)
