"""One shot made of two, or two of one: "split 5, one for Imani, one for Jonas"; "merge 1 and 2"."""

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.refusals import refused_clauses
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.text.families import GERMANIC
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.tokens import fold
from toile.domain.commands import DuplicateShot, SetField
from toile.domain.editing import free_id

_TWO = 2
_NAMED = ("number", "ordinal", "description", "spoken of", "only", "both")


def read_divided(page: Page, board: BoardWords, out: Outcome) -> None:
    """Read the sentences that split a shot or make one of two, and take them out of the page."""
    for segment in [*page.live()]:
        acts = {
            s.name
            for s in page.spans(segment.start, segment.end, "act")
            if _is_verb(page, segment, s)
        }
        whole = Clause(segment.start, segment.end)
        refused = refused_clauses(page, [whole], out.context).get(0) if "split" in acts else None
        if refused is not None:
            out.flags.append(refused)
            page.segments.remove(segment)
            continue
        split = "split" in acts and _split(page, board, out, segment)
        if split or ("merge" in acts and _merge(page, board, out, segment)):
            page.segments.remove(segment)


def _is_verb(page: Page, segment: Segment, span: Span) -> bool:
    """Whether a word orders and names nothing: a banana split is eaten."""
    if span.end == segment.end:
        return page.languages[0] in GERMANIC
    return all(page.form(p) in word_set("joining.asking") for p in range(segment.start, span.start))


def _split(page: Page, board: BoardWords, out: Outcome, segment: Segment) -> bool:
    start = next(s for s in page.spans(segment.start, segment.end, "act") if s.name == "split")
    mentions = board.mentions(page, start.end, segment.end)
    ends = (p for p in range(start.end, segment.end) if page.form(p) in word_set("dividing.into"))
    first = min((*(m.start for m in mentions), *ends), default=segment.end)
    target = resolve(page, Clause(segment.start, first), out.context.shots, out.spoken)
    if target.how not in _NAMED or not target.shots:
        return False
    if len(target.shots) > 1:
        out.asks.append("Which shot shall be split?")
        return True
    shot = out.shots.shot(target.shots[0])
    there = {fold(name): name for name in shot.talent}
    told = (page.form(p).removesuffix("s") for p in range(start.end, segment.end))
    named = tuple(dict.fromkeys(there[form] for form in told if form in there))
    if len(named) != _TWO:
        out.asks.append(f"What shall each of the two shots made of shot {shot.no} show?")
        return True
    copy = free_id(out.shots, f"{shot.id}-copy")
    out.do(DuplicateShot(shot=shot.id, new_id=copy, changes={"talent": named[1:]}))
    return out.do(SetField(shots=(shot.id,), field="talent", value=named[:1]))


def _merge(page: Page, board: BoardWords, out: Outcome, segment: Segment) -> bool:
    mentions = board.mentions(page, segment.start, segment.end)
    whole = Clause(segment.start, segment.end, mentions=mentions)
    target = resolve(page, whole, out.context.shots, out.spoken)
    if target.how not in _NAMED or len(target.shots) < 2:
        return False
    numbers = [str(out.context.shots.shot(i).no) for i in target.shots]
    said = f"{', '.join(numbers[:-1])} and {numbers[-1]}"
    out.asks.append(f"Shots {said} in one: which of them stays, and what does it take over?")
    return True
