"""Shots that leave one place for another: "out of the studio and into a garage"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.places_told import may_be_place
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
    if left is None:
        return _goes_to(page, clause, out, target)
    if _is_about_a_thing(page, clause, left):
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


def _goes_to(page: Page, clause: Clause, out: Outcome, target: Target) -> bool:
    """Read "both of those go to the cobbler's": a place that no list of words holds."""
    if page.languages[0] != "en" or not target.shots or target.how not in _NAMED:
        return False
    for place in range(clause.start + 1, clause.end - 2):
        verb, to, article = (page.form(p) for p in (place, place + 1, place + 2))
        goes = verb in word_set("moving_away.goes") and to in word_set("moving_away.into")
        if not goes or article not in word_set("moving_away.the"):
            continue
        start, end = place + 3, clause.end
        while end > start and page.form(end - 1) in word_set("restating.tails"):
            end -= 1
        if end > start and _is_unknown(page, clause, start, end):
            last = page.tokens[end - 1]
            owner = page.text[last.end : last.end + 2] in ("'s", "’s")
            said = page.words(start, end).lower() + ("'s" if owner else "")
            out.do(SetField(shots=target.shots, field="set", value=said))
            out.last, out.last_fields = target.shots, ("set",)
            return True
    return False


def _is_unknown(page: Page, clause: Clause, start: int, end: int) -> bool:
    """Whether words may name a place, and nobody who works on the pictures."""
    people = any(page.form(p) in word_set("moving_away.people") for p in range(start, end))
    known = any(m.start < end and m.end > start for m in clause.mentions)
    return not people and not known and may_be_place(page, start, end)


def goes_into(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "and into a garage" says where a shot goes that leaves its place."""
    opens = page.form(piece.start) in word_set("moving_away.into")
    leaves = page.form(before.end - 1) in word_set("places.inner") or _left(page, before)
    return bool(leaves) and opens and _goal(page, piece, piece.start) is not None


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
