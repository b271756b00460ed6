"""The sentences of a message that only ask: answered, and orders behind them read with them."""

from dataclasses import replace

from toile.adapters.language.built_in.edits.asked import asks_of_rules, is_question
from toile.adapters.language.built_in.edits.clauses import cut
from toile.adapters.language.built_in.edits.each_alone import UNCHANGED
from toile.adapters.language.built_in.edits.message import hearing
from toile.adapters.language.built_in.edits.message.board_words import BoardWords, Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.going_on import makes_it
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.refusals import refused_clauses
from toile.adapters.language.built_in.edits.told_of_board import answer
from toile.adapters.language.built_in.edits.topics import note_topic
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment


def has_orders(page: Page, segment: Segment) -> bool:
    return any(
        s.name not in ("set", "move", "keep")
        for s in page.spans(segment.start, segment.end, "act", "rel", "framing", "light", "angle")
    )


def answer_rules(page: Page, board: BoardWords, out: Outcome) -> None:
    """Answer what is allowed where a sentence asks for it instead of wishing it done."""
    asked = [s for s in page.live() if asks_of_rules(page, s)]
    if not asked:
        return
    clauses = cut(page, board)
    for index, flag in refused_clauses(page, clauses, out.context).items():
        place = clauses[min(index, len(clauses) - 1)].start
        if any(s.start <= place < s.end for s in asked):
            out.answers.append(f"{flag.why} Nothing is changed.")
    if out.answers:
        page.segments = [s for s in page.segments if s not in asked]


def answer_questions(page: Page, board: BoardWords, out: Outcome) -> None:
    """Answer the sentences that only ask; a refused wish is no question."""
    page.segments = [part for s in page.segments for part in _parted(page, s)]
    asked = [s for s in page.live() if is_question(page, s)]
    if not asked or _is_refused(page, board, asked, out):
        return
    told = answer(page, asked[0], board, out.context)
    rest = [s for s in page.live() if s not in asked and _goes_on(page, s, asked[0])]
    if not rest:
        out.answers.append(told)
        page.segments = []
        return
    if asked[0].end < rest[0].start and told.endswith(UNCHANGED):
        out.answers.append(told.removesuffix(UNCHANGED))
    # "What light is on 2? Make it softer": the talk is still of 2.
    mentions = board.mentions(page, asked[0].start, asked[0].end)
    note_topic(page, Clause(asked[0].start, asked[0].end, mentions=mentions), out)
    page.segments = [s for s in page.segments if s not in asked[1:]]
    _keep_thing(page, asked[0], mentions, rest[0])


def _is_refused(page: Page, board: BoardWords, asked: list[Segment], out: Outcome) -> bool:
    """Whether anything is refused; what is only asked beside is then no order either."""
    clauses = cut(page, board)
    places = {
        clauses[min(i, len(clauses) - 1)].start for i in refused_clauses(page, clauses, out.context)
    }
    if not places:
        return False
    whether = [s for s in asked if page.form(s.start) in word_set("questions.whether")]
    only = [s for s in whether if not any(s.start <= p < s.end for p in places)]
    for segment in only:
        mentions = board.mentions(page, segment.start, segment.end)
        note_topic(page, Clause(segment.start, segment.end, mentions=mentions), out)
        hearing.without(page, segment.start, segment.end)
    return True


def _parted(page: Page, segment: Segment) -> list[Segment]:
    """Return "tell me who is in 6" and "make it landscape" of one sentence apart."""
    if not is_question(page, segment):
        return [segment]
    for place in range(segment.start + 1, segment.end - 1):
        act = page.span_at(place + 1, "act")
        joined = page.form(place) in word_set("naming.and") and page.tokens[place].is_word
        orders = act is not None and page.form(place + 1) in word_set("questions.orders")
        head = replace(segment, end=place)
        if joined and orders and is_question(page, head):
            return [head, replace(segment, start=place + 1)]
    return [segment]


def _keep_thing(page: Page, asked: Segment, mentions: list[Mention], rest: Segment) -> None:
    """Leave the thing that is spoken of on: "is the jumper in 2 grey? make it blue"."""
    thing = next((m for m in mentions if m.fields & {"garments", "props"}), None)
    start = end = asked.end
    if thing is not None:
        bare = Clause(thing.start, thing.end, mentions=[thing])
        if makes_it(page, bare, Clause(rest.start, rest.end)):
            behind = range(thing.end, min(asked.end, thing.end + _NEAR))
            numbers = [p for p in behind if page.tokens[p].text.isdecimal()]
            start, end = thing.start, max([thing.end, *(p + 1 for p in numbers)])
    hearing.without(page, asked.start, start)
    hearing.without(page, end, asked.end)


_NEAR = 4


def _goes_on(page: Page, segment: Segment, asked: Segment) -> bool:
    """Whether a sentence beside a question orders something: "is it grey? make it blue"."""
    acts = page.has(segment.start, segment.end, "act")
    given = page.has(segment.start, segment.end, *_GIVEN)
    return has_orders(page, segment) or (segment.start > asked.start and acts and given)


_GIVEN = ("col", "g", "h", "b", "set", "pose", "lens", "aspect")
