"""The shot that was last spoken of, which a message means where it names none."""

import re

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.shots.said_before import said_before
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import EditContext
from toile.domain.shots import ShotList


def spoken_of(page: Page, clause: Clause, shots: ShotList, context: EditContext) -> Target:
    """Return the shot last spoken of, or the only one there is; else an empty target."""
    asked = _asked_about(context, shots)
    if asked:
        return Target(shots=(asked,), how="spoken of")
    known = {shot.id for shot in shots.shots}
    if context.last_mentioned in known and context.last_mentioned:
        here = _points_to_one(page, clause) and not said_before(page, clause.start, shots)
        return Target(shots=(context.last_mentioned,), how="number" if here else "spoken of")
    if len(shots) == 1:
        return Target(shots=(shots.shots[0].id,), how="only")
    return Target()


def _asked_about(context: EditContext, shots: ShotList) -> str:
    """Return the one shot of the question just put: "Which angle for shot 2: low, high …?"."""
    before = (context.before or "").rstrip()
    numbers = set(_SHOT.findall(before)) if before.endswith("?") else set()
    named = [shot.id for shot in shots.shots if str(shot.no) in numbers]
    return named[0] if len(numbers) == len(named) == 1 else ""


# The studio asks in English, whatever it is told in.
_SHOT = re.compile(r"\bfor shot (\d+)\b")


def _points_to_one(page: Page, clause: Clause) -> bool:
    """Whether "in this one", "in that shot" is said, as plain as a number."""
    for place in range(clause.start, clause.end - 1):
        this = page.span_at(place + 1, "ref")
        if page.form(place) not in word_set("naming.in") or this is None or this.name != "this":
            continue
        noun = page.span_at(this.end, "noun")
        alone = this.end == clause.end or page.form(this.end) in word_set("naming.articles")
        pointed = page.form(this.end - 1) in word_set("spoken_of.this") and alone
        one = this.end - this.start > 1 and this.end <= clause.end  # "In that one".
        if one or pointed or (noun is not None and noun.end <= clause.end):
            return True
    return False
