"""Questions for who may stand in a shot: "who could be in 5 instead of Freya?"."""

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.talk import Talk
from toile.adapters.language.built_in.edits.shots.naming import name_shots
from toile.adapters.language.built_in.edits.shots.places import missing
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.domain.commands import AskCast


def read_who_may(page: Talk, board: BoardWords, out: Outcome) -> bool:
    """Read who may be cast; return whether nothing else is left of the message."""
    asked = next((s for s in page.live() if asks_who_may(page, s)), None)
    if asked is None:
        return False
    start, end = asked.start, asked.end
    name_shots(page, board, out.context.shots, out.context.last_mentioned)
    clause = Clause(start, end, mentions=board.mentions(page, start, end))
    target = resolve(page, clause, out.context.shots, out.context)
    said = {page.form(p) for p in range(start, end)}
    shots = target.shots
    if target.how in ("spoken of", "other") and not said & _HERE:
        # Nothing that points at a shot is a question for the whole board.
        shots = next((m.shots for m in clause.mentions if m.fields & _POINTING), ())
    text = page.words(start, min(end + 1, len(page.tokens))).strip()
    if target.missing:
        out.cannot.append(missing(target, out.context.shots))
    else:
        out.do(AskCast(shots=tuple(shots), text=text))
    page.segments = [one for one in page.segments if one is not asked]
    return not any(page.has(s.start, s.end, "act", "rel", "framing", "light") for s in page.live())


def asks_who_may(page: Page, segment: Segment) -> bool:
    """Whether a sentence asks which people could be cast, and not who is in a picture now."""
    forms = [page.form(p) for p in range(segment.start, segment.end)]
    said = set(forms)
    if said & _OTHER_DEEDS or not (page.form(segment.end) == "?" or set(forms[:2]) & _ASKING):
        return False
    more = said & _FREE or (said & _ELSE and not said & _IS)
    if said & _WHO or (said & _WHICH and said & _PEOPLE):
        return bool(more or said & _MAY)
    return bool(said & _ANYONE and (more or said & _ELSE))


_POINTING = {"talent", "framing", "set", "kind"}
_WHO = word_set("who_may.who")
_ANYONE = word_set("who_may.anyone")
_PEOPLE = word_set("who_may.people")
_WHICH = word_set("who_may.which")
_ASKING = _WHO | _WHICH
_MAY = word_set("who_may.may")
_FREE = word_set("who_may.free")
_ELSE = word_set("who_may.else")
_IS = word_set("who_may.is")
_HERE = word_set("who_may.here")
_OTHER_DEEDS = word_set("who_may.other_deeds")
