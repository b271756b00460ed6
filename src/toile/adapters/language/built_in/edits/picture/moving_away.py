"""Shots that leave one place for another: "out of the studio and into a garage"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import SetField
from toile.domain.shots import ShotList

_PLACES = ("s", "set")
_NAMED = ("number", "ordinal", "description", "all", "rest")


def read_moved_away(
    page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target
) -> bool:
    """Read that shots go from one place to another; a place that is left takes no shot away."""
    left = _left(page, clause)
    if left is None or _is_about_a_thing(page, clause, left):
        return False
    goal = _goal(page, clause, left.end)
    shots = target.shots if target.how in _NAMED else _there(clause, left, base)
    shots = shots or _every(page, clause, base) or target.shots
    if goal is None:
        out.asks.append("Where shall it go instead?")
    elif not shots:
        out.asks.append("Which shots shall go there?")
    else:
        out.do(SetField(shots=shots, field="set", value=page.words(goal.start, goal.end).lower()))
        out.last, out.last_fields = shots, ("set",)
    return True


def goes_into(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "and into a garage" says where a shot goes that leaves its place."""
    left = _left(page, before)
    opens = page.form(piece.start) in word_set("moving_away.into")
    return left is not None and opens and _goal(page, piece, piece.start) is not None


def _left(page: Page, clause: Clause) -> Span | None:
    """Return the place that is left: "out of the studio", "from the studio to the beach"."""
    for place in range(clause.start, clause.end - 2):
        two = page.form(place), page.form(place + 1)
        away = two == ("out", "of") or (two[0] in word_set("moving_away.away") and two[1] == "from")
        bare = two[0] == "from" and any(
            page.form(p) in word_set("moving_away.into") for p in range(place + 2, clause.end)
        )
        found = _place(page, clause, place + 1 + away) if away or bare else None
        if found is not None and page.span_at(found.end, "noun") is None:
            return found
    return None


def _place(page: Page, clause: Clause, start: int) -> Span | None:
    """Return the words of a place behind its article: "the old mill"."""
    begin = start
    while page.form(begin) in word_set("values.new_set"):
        begin += 1
    for place in range(begin, min(begin + 3, clause.end)):
        known = page.first(place, *_PLACES)
        board = next((m for m in clause.mentions if m.start == place and "set" in m.fields), None)
        ends = [found.end for found in (known, board) if found is not None]
        if ends and max(ends) <= clause.end:
            return Span(begin, max(ends), "set", page.words(begin, max(ends)))
        if page.at[place] and not page.first(place, "col", "m", "adj"):
            return None
    return None


def _goal(page: Page, clause: Clause, start: int) -> Span | None:
    for place in range(start, clause.end - 1):
        if page.form(place) in word_set("moving_away.into"):
            found = _place(page, clause, place + 1)
            if found is not None:
                return found
    return None


def _is_about_a_thing(page: Page, clause: Clause, left: Span) -> bool:
    """Whether somebody or something is taken out of the picture, and the shot stays there."""
    held = (m for m in clause.mentions if m.end <= left.start and "set" not in m.fields)
    things = page.has(clause.start, left.start, "g", "h", "b", "j", "p", "light", "pose", "framing")
    whom = any(page.form(p) in word_set("giving.whom") for p in range(clause.start, left.start))
    stays = _goal(page, clause, left.end) is None
    return stays and (next(held, None) is not None or things or whom)


def _there(clause: Clause, left: Span, base: ShotList) -> tuple[str, ...]:
    """Return the shots that are at the place that is left."""
    known = (m.of("set") for m in clause.mentions if left.start <= m.start < left.end)
    ids = {i for mention in known for i in mention.shots}
    return tuple(shot.id for shot in base.shots if shot.id in ids)


def _every(page: Page, clause: Clause, base: ShotList) -> tuple[str, ...]:
    whole = any(
        page.form(p) in word_set("moving_away.whole") for p in range(clause.start, clause.end)
    )
    return tuple(shot.id for shot in base.shots) if whole else ()
