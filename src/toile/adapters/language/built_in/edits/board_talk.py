"""Messages to the studio as a whole: drafts, rights, fees, guidelines, the brief; and
pasted text.
"""

import re
from datetime import date

from toile.adapters.language.built_in.dates import find_dates
from toile.adapters.language.built_in.edits.board_words import BoardWords
from toile.adapters.language.built_in.edits.clause import Clause
from toile.adapters.language.built_in.edits.outcome import Outcome
from toile.adapters.language.built_in.edits.targets import resolve
from toile.adapters.language.built_in.lexicon import FOR_BRIEFS, word_set
from toile.adapters.language.built_in.page import Page, read_page
from toile.domain.commands import (
    AskGuideline,
    CheckRights,
    Draft,
    Quote,
    Redraft,
    SetBrief,
    Vary,
)

_PASTED = re.compile(r"\[[^\]]*\]|<!--.*?-->|\{\{.*?\}\}|<[^>]{3,}>", re.S)
_DELIVERY = word_set("board_talk.delivery")


def mask_pasted(page: Page) -> None:
    """Mask bracketed text that talks to the machine."""
    for match in _PASTED.finditer(page.text):
        inside = [p for p, t in enumerate(page.tokens) if match.start() <= t.start < match.end()]
        who = inside and page.has(inside[0], inside[-1] + 1, "inj")
        if who:
            page.segments = _cut_out(page, inside[0], inside[-1] + 1)


def _cut_out(page: Page, start: int, end: int):  # type: ignore[no-untyped-def]
    from toile.adapters.language.built_in.page import Segment

    found = []
    for s in page.segments:
        if s.end <= start or s.start >= end:
            found.append(s)
            continue
        if s.start < start:
            found.append(Segment(s.start, start, s.depth, s.line))
        if s.end > end:
            found.append(Segment(end, s.end, s.depth, s.line))
    found.append(Segment(start, end, 0, 0))
    page.masked.add(start)
    return sorted(found, key=lambda s: s.start)


def read_board_command(page: Page, out: Outcome) -> bool:
    """Read a command about the board as a whole; return whether the message was one."""
    length = len(page.tokens)
    acts = {s.name for s in page.spans(0, length, "act")}
    clause = Clause(0, length)
    target = resolve(page, clause, out.context.shots, out.context)
    named = target.shots if target.how in ("number", "ordinal", "spoken of") else ()
    first = page.first(0, "act")
    if "rights" in acts:
        return out.do(CheckRights(shots=named))
    if "guideline" in acts:
        return out.do(AskGuideline(text=page.text.strip()))
    if (first and first.name == "quote") or (
        page.span_at(1, "act") and page.at[1]["act"].name == "quote" and length < 8
    ):
        return out.do(Quote())
    if first and first.name == "redraft":
        return out.do(Redraft(shots=named))
    if first and first.name == "draft" and length < 10:
        return out.do(Draft(shots=named))
    if first and first.name == "vary" and len(named) == 1:
        return out.do(Vary(shot=named[0]))
    return _brief_fact(page, out)


def _brief_fact(page: Page, out: Outcome) -> bool:
    words = {t.form for t in page.tokens}
    today = out.context.today or date(2026, 11, 23)
    if not words & _DELIVERY or page.has(0, len(page.tokens), "noun"):
        return False
    dates = find_dates(read_page(page.text, FOR_BRIEFS, page.languages), today)
    if len(dates) != 1:
        return False
    return out.do(SetBrief(field="deadline", value=dates[0].last))


def board_words(out: Outcome) -> BoardWords:
    """Return the vocabulary of the board as it stands."""
    return BoardWords(out.shots)
