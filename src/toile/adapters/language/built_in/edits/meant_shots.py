"""The shots that a clause is about: those it names, the copy just made, or those spoken of."""

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.verbs import names_copy
from toile.adapters.language.built_in.edits.order.duplicating import of_copy
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import DuplicateShot
from toile.domain.shots import ShotList


def meant(page: Page, clause: Clause, out: Outcome, base: ShotList) -> tuple[Target, ShotList]:
    """Return the shots that a clause is about, and the list in which they stand."""
    copied = names_copy(page, clause)
    if copied:
        base = out.shots
        out.last = _last_copy(out) or out.last
        clause.mentions = _of_the_copy(clause.mentions, out)
    target = resolve(page, clause, base, out.context)
    if target.how == "description" and copied and _last_copy(out):
        target = Target()  # "Put the copy in the kitchen" names where it goes.
    if target.how == "none" and not out.last:
        target = _told_behind(page, clause, base, out) or target
    leans = target.how in ("spoken of", "none", "both", "other") or _is_them_all(page, clause)
    if leans and out.last:
        target = Target(shots=out.last, how="before", plural=len(out.last) > 1)
        if any(i not in {s.id for s in base.shots} for i in out.last):
            base = out.shots
            clause.mentions = _of_the_copy(clause.mentions, out)
    return target, base


def _is_them_all(page: Page, clause: Clause) -> bool:
    """Whether "make them all stills" is said of the shots just spoken of."""
    every = (s for s in page.spans(clause.start, clause.end, "ref") if s.name == "all")
    return any(page.form(s.start - 1) in word_set("naming.them") for s in every)


def _last_copy(out: Outcome) -> tuple[str, ...]:
    made = [c.new_id for c in out.commands if isinstance(c, DuplicateShot)]
    return tuple(made[-1:])


def _of_the_copy(mentions: list[Mention], out: Outcome) -> list[Mention]:
    """Return the mentions with what the copy has from its source: "the clone a red bag"."""
    made = [c for c in out.commands if isinstance(c, DuplicateShot)]
    if not made or len(out.last) != 1:
        return mentions
    return [of_copy(m, made[-1].shot, out.last[0]) for m in mentions]


def _told_behind(page: Page, clause: Clause, base: ShotList, out: Outcome) -> Target | None:
    """Return the shots that close the sentence: "Amara looking down, lashes visible in 1"."""
    end = page.segment_of(clause.start).end
    start = end - 1
    while start > clause.end and page.form(start - 1) not in word_set("acts.in_shot"):
        start -= 1
    if start <= clause.end or end - start > 3:
        return None
    target = resolve(page, Clause(start, end), base, out.context)
    return target if target.how == "number" and target.shots else None
