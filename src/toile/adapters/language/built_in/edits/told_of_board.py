"""What is answered to a question about the board: read from it, nothing changed."""

import itertools

from toile.adapters.language.built_in.edits.answers import (
    asked_fields,
    facts_of,
    numbers_of,
    people_of,
    yes_or_no,
)
from toile.adapters.language.built_in.edits.asked import offers_two, opening_of, says_has
from toile.adapters.language.built_in.edits.looked_for import matching
from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.numbers import lens
from toile.adapters.language.built_in.edits.shots.places import missing
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import find_ratios
from toile.domain.commands import EditContext
from toile.domain.shots import ShotList


def answer(page: Page, segment: Segment, board: BoardWords, context: EditContext) -> str:
    """Answer a question from the board."""
    shots = context.shots
    start, end = segment.start, segment.end
    clause = Clause(start, end, mentions=board.mentions(page, start, end),
                    ratios=find_ratios(page, start, end))  # fmt: skip
    asked_of = resolve(page, clause, shots, context)
    if asked_of.how == "number" and len(asked_of.shots) == 1 and lens(page, clause, len(shots)):
        return facts_of(shots, asked_of.shots[0], ["lens"])  # "Is 4 on a 24?"
    if _asks_of_what_one_has(page, segment, clause, asked_of):
        return facts_of(shots, asked_of.shots[0], ["garments", "props"])
    found = None if offers_two(page, start, end) else matching(page, clause, shots)
    counted = any(s.name == "howmany" for s in page.spans(0, len(page.tokens), "q"))
    fields = asked_fields(page)
    if found is not None and len(found) == 1 and _asks_what_field(page, opening_of(page, segment)):
        return facts_of(shots, found[0], fields)
    told = _whether(page, segment, clause, asked_of, found, shots)
    if told:
        return told
    if found is not None:
        who = _asks_who(page, segment) and not counted
        return people_of(shots, found) if who else numbers_of(shots, found, counted=counted)
    if counted:
        return f"{len(shots)} shots."
    target = asked_of
    if target.missing:
        return f"{missing(target, shots)} Nothing is changed."
    if len(target.shots) == 1:
        if _asks_who(page, segment):
            fields = ["talent"]
        return facts_of(shots, target.shots[0], fields)
    return "Nothing is changed. Say what you would like, and for which shot."


def _whether(
    page: Page, segment: Segment, clause: Clause, asked_of: Target,
    found: tuple[str, ...] | None, shots: ShotList,
) -> str:  # fmt: skip
    """Answer whether one shot is so, or has a thing; nothing where that is not asked."""
    of_thing = _asks_for_thing(page, clause, asked_of)
    if found is None and not clause.mentions and of_thing:
        return f"No. {facts_of(shots, asked_of.shots[0], ['garments', 'props'])}"
    asks = (of_thing or _is_yes_or_no(page, segment, asked_of)) and not _asks_who(page, segment)
    if found is None or not asks:
        return ""
    return yes_or_no(page, clause, shots, asked_of.shots[0], found)


def _asks_of_what_one_has(page: Page, segment: Segment, clause: Clause, asked_of: Target) -> bool:
    """Whether "Hat 2 einen Hut?", "6 has a blue blazer, right?" asks what one shot has on."""
    start, end = segment.start, segment.end
    one = asked_of.how == "number" and len(asked_of.shots) == 1
    has = any(says_has(page, p) for p in range(start, end))
    named = bool(clause.mentions) or page.has(start, end, "g", "h", "b", "j")
    return one and has and named and not page.has(start, end, "q") and not _asks_who(page, segment)


def _is_yes_or_no(page: Page, segment: Segment, asked_of: Target) -> bool:
    """Whether "is 2 a must?", "ist die 4 quadratisch?" asks of one shot whether it is so."""
    opens = page.form(opening_of(page, segment)) in word_set("asked.is_it")
    return opens and asked_of.how == "number" and len(asked_of.shots) == 1


def _asks_for_thing(page: Page, clause: Clause, asked_of: Target) -> bool:
    """Whether "is there a hat in 2?", "c'è una tazza nella 2?" asks one shot for one thing."""
    things = page.spans(clause.start, clause.end, "g", "h", "b", "j", "p")
    made = page.has(clause.start, clause.end, "col", "m", "rel", "neg", "f")
    one = asked_of.how == "number" and len(asked_of.shots) == 1
    asks = {s.name for s in page.spans(clause.start, clause.end, "q")} - {"would"}
    return one and not made and not asks and len({s.start for s in things}) == 1


def _asks_what_field(page: Page, start: int) -> bool:
    """Whether a question opens with a field: "what lens did we say for the car park?"."""
    asks = page.span_at(start, "q")
    if asks is None or page.form(start) in word_set("who_may.who"):
        return False
    return page.span_at(asks.end, "f") is not None


def _asks_who(page: Page, segment: Segment) -> bool:
    """Whether "who" opens a question or stands in it: "c'est qui sur la 5 ?", "vilka är med"."""
    forms = [page.form(p) for p in range(opening_of(page, segment), segment.end)]
    near = {f"{one}_{two}" for one, two in itertools.pairwise(forms)}
    who = word_set("who_may.who")
    return bool({*forms[:1]} & who or near & word_set("asked.who"))
