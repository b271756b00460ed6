"""What Verify answers: which of our drafts are in a file, and what each may be used for today."""

from collections.abc import Callable
from datetime import date
from typing import Literal

from toile.domain.brief import Usage
from toile.domain.ids import DraftId
from toile.domain.rights import Outcome
from toile.domain.values import Value
from toile.workflow.explain import MatrixCell

Evidence = Literal[
    "signed",
    "signature missing",
    "signature broken",
    "signature out of date",
    "signed by another studio",
]
Way = Literal["Show it to people outside", "Publish it"]
ELSEWHERE = (
    "Yes, this is a draft of this studio. What it shows and what it may do is told to those who "
    "work for its brand, and to whose twin it is."
)


class Check(Value):
    """One thing that was looked for, and what came of it; ``good`` where it speaks for us."""

    what: Literal["Credential", "Kept credential", "Metadata", "Hidden mark"]
    good: bool
    say: str


class Use(Value):
    """One way to use a picture, decided now; ``say`` is the reason in a sentence.

    ``duties`` are what a yes obliges to, each in a sentence.
    """

    what: Way
    outcome: Outcome
    say: str
    duties: tuple[str, ...] = ()


class Found(Value):
    """One of our drafts in a file.

    ``changed`` says what was done to it since; ``wrong_by_chance`` is the probability that a
    picture without a mark would have read the same; ``uses`` are decided for ``usage``, the use
    it was drafted for.
    """

    draft: DraftId
    board: str
    brand: str
    shot: str
    version: int
    twins: tuple[str, ...]
    licences: tuple[str, ...]
    drafted: date
    painted: bool
    evidence: Evidence
    # Proved to the byte: by a credential of ours in the file, or by the one kept of this draft.
    unchanged: bool
    places: tuple[str, ...]
    changed: tuple[str, ...]
    certain: str
    wrong_by_chance: float
    # The key of its hidden mark was retired, and no whole credential stands beside the mark.
    forgeable: bool
    usage: Usage
    withdrawn: str = ""
    uses: tuple[Use, ...] = ()
    cells: tuple[MatrixCell, ...] = ()
    checks: tuple[Check, ...] = ()

    @property
    def who(self) -> str:
        """Return the names of the people in it."""
        return " and ".join(self.twins) or "nobody"

    @property
    def may(self) -> str:
        """Return in one sentence what it may be used for today."""
        if self.withdrawn:
            return f"It may not be used. {self.withdrawn}"
        yes = [use.what.lower() for use in self.uses if use.outcome.yes]
        no = [f"{use.what}: {use.say}" for use in self.uses if not use.outcome.yes]
        allowed = f"You may {' and '.join(yes)}, for the use below." if yes else ""
        return " ".join((allowed, *no)).strip()


class Verification(Value):
    """The answer: ours or not, in one sentence, then each draft that was found.

    ``elsewhere`` counts drafts that are ours and that the asker may not see.
    """

    ours: bool
    sentence: str
    certain: str = ""
    finds: tuple[Found, ...] = ()
    elsewhere: int = 0
    checks: tuple[Check, ...] = ()

    def seen_by(self, sees: Callable[[DraftId], bool]) -> "Verification":
        """Return what is left for somebody who may see only some of the drafts."""
        seen = tuple(found for found in self.finds if sees(found.draft))
        hidden = len(self.finds) - len(seen)
        if not hidden:
            return self
        return Verification(
            ours=True,
            sentence=sentence_of(seen) if seen else ELSEWHERE,
            certain=seen[0].certain if seen else "",
            finds=seen,
            elsewhere=hidden,
        )


def sentence_of(finds: tuple[Found, ...]) -> str:
    """Return the answer in one sentence for the drafts found in a file, at least one."""
    first = finds[0]
    if len(finds) > 1:
        names = tuple(dict.fromkeys(name for found in finds for name in found.twins))
        count = len(finds)
        return f"Yes. There are {count} of our drafts in this file, of {' and '.join(names)}."
    if first.forgeable:
        return f"It carries the mark of our draft of {first.who}, but others may hold that key."
    return f"Yes. This is our draft of {first.who}, and {_whether_changed(first)}."


def _whether_changed(found: Found) -> str:
    if found.unchanged:
        return "not one byte of it was changed"
    if found.evidence == "signature out of date":
        return "its certificate has run out since, so that nothing proves it unchanged"
    return "the file was altered since"
