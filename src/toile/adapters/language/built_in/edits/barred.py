"""Clauses that are refused, and whether the next one goes on about the same shots."""

from toile.adapters.language.built_in.edits.cast.uncleared import read_uncleared
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.verbs import names_of
from toile.adapters.language.built_in.text.page import Page
from toile.domain.brief import Flag


def is_barred(page: Page, clause: Clause, out: Outcome, flag: Flag | None) -> bool:
    """Whether a clause is refused for what it wishes, or for whom it casts."""
    if flag is not None:
        out.flags.append(flag)
        return True
    return "keep" not in names_of(page, clause) and read_uncleared(page, clause, out)


def goes_on(page: Page, behind: list[Clause]) -> bool:
    """Whether the clause behind a refused one changes what that spoke of: "and make it warmer"."""
    acts = set(names_of(page, behind[0])) if behind else set()
    stepped = "set" in acts and page.has(behind[0].start, behind[0].end, "rel")
    return bool(_CHANGING & acts or stepped)


_CHANGING = frozenset(("delete", "move", "replace"))
