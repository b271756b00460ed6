"""Messages to the studio as a whole: drafts, rights, fees, guidelines, the brief; and
pasted text.
"""

import copy
import itertools
import re

from toile.adapters.language.built_in.edits.asked import asks_of_licence, is_question
from toile.adapters.language.built_in.edits.clauses import cut
from toile.adapters.language.built_in.edits.message.board_words import words_of
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.hearing import without
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.refusals import refused_clauses
from toile.adapters.language.built_in.edits.message.talk import Talk
from toile.adapters.language.built_in.edits.shots.naming import name_shots
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.edits.variations import counted
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import find_ratios
from toile.domain.board_commands import MOST_VARIATIONS
from toile.domain.commands import (
    AskGuideline,
    CheckRights,
    Draft,
    Quote,
    Redraft,
    Vary,
)

_PASTED = re.compile(r"\[[^\]]*\]|<!--.*?-->|\{\{.*?\}\}|<[^>]{3,}>", re.S)


def mask_pasted(page: Page) -> None:
    """Mask bracketed text that talks to the machine."""
    for match in _PASTED.finditer(page.text):
        inside = [p for p, t in enumerate(page.tokens) if match.start() <= t.start < match.end()]
        if inside and page.has(inside[0], inside[-1] + 1, "inj"):
            without(page, inside[0], inside[-1] + 1)
            page.segments = sorted(
                [*page.segments, Segment(inside[0], inside[-1] + 1, 0, 0)], key=lambda s: s.start
            )
            page.masked.add(inside[0])


def read_board_command(page: Page, out: Outcome) -> bool:
    """Read a command about the board as a whole; return whether the message was one."""
    length = len(page.tokens)
    acts = {s.name for s in page.spans(0, length, "act")}
    clause = Clause(0, length, mentions=words_of(out.context.shots).mentions(page, 0, length))
    target = resolve(page, clause, out.context.shots, out.context)
    named = target.shots if target.how in _NAMED else ()
    first = page.first(0, "act")
    asks = [
        s
        for s in page.live()
        if is_question(page, s) or _is_asking(page, s) or asks_of_licence(page, s)
    ]
    if any(_asks_saving(page, s) for s in page.live()):
        return out.do(Quote())
    if asks and ("rights" in acts or _asks_rights(page, asks[0])):
        people = [m for m in clause.mentions if "talent" in m.fields]
        return out.do(CheckRights(shots=people[0].shots if people and not named else named))
    person = next((m for m in clause.mentions if m.fields == {"talent"}), None)
    bare = target.how == "number" and length < _BRIEF and not acts - {"set"}
    if bare and any(_asks_use(page, s) for s in page.live()):
        return out.do(CheckRights(shots=named))
    if person is not None and not named and any(_asks_use(page, s) for s in page.live()):
        return out.do(CheckRights(shots=person.shots))
    if asks and _asks_book(page, asks[0]):
        text = page.words(asks[0].start, min(asks[0].end + 1, length)).strip()
        return out.do(AskGuideline(text=text))
    reason = next((s for s in page.live() if _why(page, s)), None)
    if reason is not None and _tells_of_a_no(page, reason):
        return out.do(CheckRights(shots=named or (person.shots if person else ())))
    if reason is not None and person is None and _asks_why(page, reason):
        return out.do(AskGuideline(text=page.words(reason.start, min(reason.end + 1, length))))
    if "rights" in acts:
        return out.do(CheckRights(shots=named))
    if (
        (first and first.name == "quote")
        or (asks and "quote" in acts)
        or (page.span_at(1, "act") and page.at[1]["act"].name == "quote" and length < 8)
    ):
        return out.do(Quote())
    return _draw(page, clause, out, target, named)


def _draw(page: Page, clause: Clause, out: Outcome, target: Target, named: tuple[str, ...]) -> bool:
    """Take the wish for drafts, for new ones, for variations, or to see shots."""
    drawn = _drawn(page, clause, target)
    if drawn and _is_refused(page, out):
        return False
    if drawn == "redraft":
        return out.do(Redraft(shots=named))
    if drawn == "draft":
        return out.do(Draft(shots=named))
    return _vary(page, out) or _show(page, clause, out, target)


def _is_refused(page: Page, out: Outcome) -> bool:
    """Whether what is to be drawn may not be: "redo the Dovima in 2"."""
    clauses = cut(page, words_of(out.context.shots))
    return bool(refused_clauses(page, clauses, out.context))


def _show(page: Page, clause: Clause, out: Outcome, target: Target) -> bool:
    """Take "show me 2", "can I see 2 and 3?" for a wish to have those shots drawn."""
    forms = {page.form(p) for p in range(clause.start, clause.end) if p not in target.places}
    small = word_set("board_talk.seeing") | word_set("naming.and") | word_set("contents.polite")
    small |= word_set("naming.articles") | word_set("joining.asking")
    told = bool(forms & word_set("board_talk.see")) and forms <= small | word_set("board_talk.see")
    return told and target.how in ("number", "ordinal") and out.do(Draft(shots=target.shots))


def _vary(page: Page, out: Outcome) -> bool:
    """Take the wish for variations of shots that are named, however many of each."""
    if not any(s.name == "vary" for s in page.spans(0, len(page.tokens), "act")):
        return False
    many, page = counted(page)
    page = _with_names(page, out)
    length = len(page.tokens)
    clause = Clause(0, length, mentions=words_of(out.context.shots).mentions(page, 0, length))
    target = resolve(page, clause, out.context.shots, out.context)
    named = target.how in _NAMED or (target.how == "description" and len(target.shots) == 1)
    if _drawn(page, clause, target) != "vary" or not named or not target.shots:
        return False
    if many > MOST_VARIATIONS:
        out.cannot.append(f"I make at most {MOST_VARIATIONS} variations of a shot at a time")
    count = min(many, MOST_VARIATIONS)
    done = [out.do(Vary(shot=shot, count=count)) for shot in target.shots]
    return all(done)


def _with_names(page: Page, out: Outcome) -> Page:
    """Return the page with the phrases that name shots: "two options of the running shot"."""
    if not isinstance(page, Talk):
        return page
    named = copy.copy(page)
    named.at, named.named = [dict(one) for one in page.at], []
    board = words_of(out.context.shots)
    name_shots(named, board, out.context.shots, out.context.last_mentioned)
    return named


_BRIEF = 7
_NAMED = ("number", "ordinal", "spoken of")


_DRAWS = ("redraft", "vary", "draft")
# Verbs that only lead to a drawing: "give me three versions", "let's have another draft".
_LEADS = frozenset((*_DRAWS, "set", "redo", "duplicate", "add"))


def _drawn(page: Page, clause: Clause, target: Target) -> str:
    """Return which drawing a message asks for: "redo the draft of 4", "options for 3"; or ""."""
    spans = list(page.spans(clause.start, clause.end, "act"))
    # "Redo 2" draws it again: what was undone is no shot.
    numbered = target.how in ("number", "ordinal")
    named = ["redraft" if s.name == "redo" and numbered else s.name for s in spans]
    if not set(named) & set(_DRAWS) or set(named) - _LEADS or clause.end - clause.start > _LONGEST:
        return ""
    # "Kan du" is no "could": what opens the message asks.
    start = clause.start + (page.span_at(clause.start, "q") is not None)
    told = [s for s in page.spans(start, clause.end, *_CHANGES) if not _is_kind(page, s)]
    if told or find_ratios(page, clause.start, clause.end):
        return ""
    varied = "vary" in named and len(target.shots) == 1
    if target.how == "description" and not varied:
        return ""
    again = any(page.form(p) in word_set("board_talk.again") for p in range(clause.end))
    found = next(name for name in _DRAWS if name in named)
    return "redraft" if again and found == "draft" else found


def _is_kind(page: Page, span: Span) -> bool:
    """Whether "different" only says which versions are wished for."""
    act = page.span_at(span.start, "act")
    return act is not None and act.name == "vary" and span.end <= act.end


_LONGEST = 14
_CHANGES = ("rel", "framing", "light", "angle", "pose", "pos", "priority", "g", "col")


def _is_asking(page: Page, segment: Segment) -> bool:
    """Whether a sentence says to ask, or ends in a question mark and names the book or a fee."""
    if page.form(segment.start) in word_set("board_talk.asking"):
        return True
    ends = segment.end < len(page.tokens) and page.tokens[segment.end].text == "?"
    acts = {s.name for s in page.spans(segment.start, segment.end, "act")}
    return ends and bool(acts & {"guideline", "quote"})


def _asks_saving(page: Page, segment: Segment) -> bool:
    """Whether a question asks if something costs less: "is it cheaper if we drop 4?"."""
    forms = [page.form(p) for p in range(segment.start, segment.end)]
    words = {*forms, *(f"{one}_{two}" for one, two in itertools.pairwise(forms))}
    return page.form(segment.end) == "?" and bool(words & word_set("board_talk.cheaper"))


def _asks_book(page: Page, segment: Segment) -> bool:
    """Whether a question is for the brand's book: "which light does the book want?"."""
    if any(s.name == "guideline" for s in page.spans(segment.start, segment.end, "act")):
        return True
    return any(
        page.form(p) in word_set("board_talk.book")
        and page.form(p - 1) in word_set("board_talk.the")
        for p in range(segment.start + 1, segment.end)
    )


def _why(page: Page, segment: Segment) -> int | None:
    """Return the place behind the "why" that leads a question."""
    start = segment.start + (not page.tokens[segment.start].is_word)
    spelt = f"{page.form(start)}_{page.form(start + 1)}"
    if spelt in word_set("board_talk.why_two"):
        return start + 2
    return start + 1 if page.form(start) in word_set("board_talk.why") else None


def _asks_why(page: Page, segment: Segment) -> bool:
    """Whether "why hard flash?", "why no leather?" asks for a reason: the book, or the brief."""
    start = _why(page, segment)
    marked = page.form(segment.end) == "?"
    if start is None or start >= segment.end or page.has(start, segment.end, "rel") or not marked:
        return False
    if {s.name for s in page.spans(start, segment.end, "act")} - {"set"}:
        return False
    # "pourquoi pas" proposes, "pourquoi pas de cuir ?" asks why there is none.
    proposed = page.form(start) in word_set("board_talk.why_not")
    looks = page.has(start, segment.end, *_LOOK)
    return not proposed or looks or page.form(start + 1) in ("de", "d'")


_LOOK = ("light", "lens", "angle", "framing", "set", "s", "aspect", "pose")


def _tells_of_a_no(page: Page, segment: Segment) -> bool:
    """Whether "why is 3 refused?", "why can't we use Freya?" asks what rights say."""
    words = {page.form(p) for p in range(segment.start, segment.end)}
    uses = bool(words & word_set("board_talk.may_not")) and bool(words & word_set("board_talk.use"))
    return uses or bool(words & word_set("board_talk.refused"))


def _asks_use(page: Page, segment: Segment) -> bool:
    """Whether "can we use Ines in Japan?" asks what a licence covers, and changes nothing."""
    words = {page.form(p) for p in range(segment.start, segment.end)}
    acts = {s.name for s in page.spans(segment.start, segment.end, "act")}
    ends = segment.end < len(page.tokens) and page.tokens[segment.end].text == "?"
    return ends and bool(words & word_set("board_talk.using")) and acts <= {"set"}


def _asks_rights(page: Page, segment: Segment) -> bool:
    words = {page.form(p) for p in range(segment.start, segment.end)}
    return bool(words & word_set("board_talk.rights"))
