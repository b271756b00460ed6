"""Where a message says several things that each stand alone: "3 wider, and Tom out of 5".

What stands alone names its own shots, leans on nothing beside it and borrows no verb; read by
itself it cannot take up a word of its neighbour.
"""

from dataclasses import dataclass, replace

from toile.adapters.language.built_in.edits.asked import is_question
from toile.adapters.language.built_in.edits.borrowing import BECOMES, Part, borrowed, excepts
from toile.adapters.language.built_in.edits.clauses import pieces
from toile.adapters.language.built_in.edits.message import hearing
from toile.adapters.language.built_in.edits.message.asked_new import asked_new
from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.contents import has_content
from toile.adapters.language.built_in.edits.message.new_nouns import new_noun
from toile.adapters.language.built_in.edits.message.remarks import is_remark
from toile.adapters.language.built_in.edits.message.talk import Talk, is_named
from toile.adapters.language.built_in.edits.shots.naming import name_shots
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.flags.orders import injections
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.domain.commands import EditContext

_NAMED = ("number", "description", "ordinal", "all")
_TAG = 4
_MOST = 8


def apart(said: Talk, board: BoardWords, context: EditContext) -> list[Part]:
    """Return the parts of a message that may stand alone; none where it does not come apart."""
    cut = pieces(said, board)
    if len(cut) < 2 or is_of_others(said) or any(_is_beside(said, piece) for piece in cut):
        return []
    page = replace(said, at=[*said.at], named=[])
    name_shots(page, board, context.shots, None)
    talks = any(is_remark(said, Segment(piece.start, piece.end, 0, 0)) for piece in cut)
    if _leans(page, word_set("apart.beside_talk") if talks else frozenset()):
        return []
    found = _parts(said, page, board, context)
    return found if 1 < len(found) <= _MOST else []


def is_of_others(page: Talk) -> bool:
    """Whether some of a message is quoted, pasted, or speaks to a machine."""
    marked = any(s.depth or s.start in page.masked for s in page.segments)
    spoken = hearing.quotes(page) or hearing.addressed_to_a_machine(page)
    return marked or bool(spoken) or bool(injections(page))


def _is_beside(page: Page, piece: Clause) -> bool:
    """Whether "2 right after" ends on a place beside what the stretch before has named."""
    sides = page.spans(piece.start, piece.end, "pos")
    return any(s.name in ("before", "after") and s.end == piece.end for s in sides)


def _parts(said: Page, page: Talk, board: BoardWords, context: EditContext) -> list[Part]:
    """Return where each part begins and ends; what stands for nothing stays with the one before."""
    found: list[Part] = []
    told = False
    all_ = pieces(page, board)
    for place, piece in enumerate(all_):
        target = names_shots(page, piece, context)
        says = _says(said, page, board, piece, target)
        own = target is not None or says.own
        held = () if own else tuple(i for m in piece.mentions for i in m.shots)
        part = Part(piece.start, piece.end, own, target.shots if target else held, piece.later)
        opens = says.something or _leads(page, all_, place, context)
        verb = borrowed(page, found[-1], piece, part) if found and opens and told else None
        if found and says.talk:  # "... and the cup in 2 is gorgeous" goes on with no verb.
            verb = ""
        if not found or verb is not None:
            found.append(replace(part, verb=verb or ""))
        else:
            found[-1] = found[-1].with_(part)
        told = says.something or target is None
    return found


def _leans(page: Talk, free: frozenset[str]) -> bool:
    """Whether a message corrects itself, or some of it is said of what stands elsewhere in it.

    The ``free`` words lean on nothing here: "love the hat in 2, but 3 in blue".
    """
    leaning, leads = word_set("apart.leaning") - free, word_set("apart.leads")
    for place, token in enumerate(page.tokens):
        if token.form not in leaning or is_named(page, place) or excepts(page, place, place + 3):
            continue
        if not (token.form in leads and _starts(page, place)):
            return True
    fixes = page.spans(0, len(page.tokens), "fix")
    taken = [s for s in fixes if not (_only_leads(page, s.start, s.end) or _denies(page, s))]
    return bool(taken) or _scoped(page)


def _denies(page: Page, fix: Span) -> bool:
    """Whether "no sun in 1" says what shall not be, and corrects nothing."""
    told = page.first(fix.end, *_CORRECTED) is not None
    word = fix.end < len(page.tokens) and page.tokens[fix.end].is_word
    return page.form(fix.start) in word_set("naming.without") and word and not told


_CORRECTED = ("act", "rel", "framing", "angle", "lens", "kind", "priority", "ord", "ref", "noun",
              "pos", "n", "fix")  # fmt: skip


def _only_leads(page: Talk, start: int, end: int) -> bool:
    """Whether "ach und" goes on and takes nothing back."""
    leads = word_set("apart.leads")
    small = all(page.form(p) in leads for p in range(start, end))
    return small and page.form(end) in word_set("naming.and")


def _starts(page: Talk, place: int) -> bool:
    """Whether nothing but what leads to a wish stands between a sign or "and" and a word."""
    first = place
    while first and page.form(first - 1) in word_set("apart.leads"):
        first -= 1
    joined = any(page.form(p) in word_set("naming.and") for p in range(first, place))
    return joined or not first or not page.tokens[first - 1].text[:1].isalnum()


def _scoped(page: Talk) -> bool:
    scopes = page.spans(0, len(page.tokens), "ref")
    return any(s.name in ("rest", "both", "other") for s in scopes)


@dataclass(frozen=True, slots=True)
class _Says:
    """Whether a stretch says something by itself, needs no shot for it, or orders nothing."""

    something: bool
    own: bool = False
    talk: bool = False


def _says(said: Page, page: Talk, board: BoardWords, piece: Clause, target: Target | None) -> _Says:
    alone = Segment(piece.start, piece.end, 0, 0)
    asks_new = new_noun(page, piece) or asked_new(replace(said, segments=[alone]), board)
    # "5 is a video, isn't it?" is one question.
    tag = target is None and not piece.mentions and piece.end - piece.start <= _TAG
    if target is not None and is_remark(page, alone):
        return _Says(something=True, own=True, talk=True)
    if asks_new or is_question(page, alone):
        return _Says(something=bool(asks_new) or not tag, own=True)
    if page.form(piece.start) in word_set("open_places.if"):
        return _Says(something=False)
    if target is None:
        return _Says(_is_of_the_board(page, piece) and has_content(page, piece))
    if target.how == "description" and said.has(piece.start, piece.end, "act", "rel", *BECOMES):
        return _Says(something=True)
    small = word_set("naming.articles") | word_set("naming.and") | word_set("apart.in")
    more = [
        page.form(p)
        for p in range(piece.start, piece.end)
        if p not in target.places
        and page.tokens[p].is_word
        and page.form(p) not in small
        and page.span_at(p, "noun") is None
    ]
    # "3 and 4 instead of Leo": who comes instead is said before.
    return _Says(bool(more) and more[0] not in word_set("apart.instead"))


def _is_of_the_board(page: Talk, piece: Clause) -> bool:
    """Whether "the shirt" is a thing that shots have, and not a new one: "black boots"."""
    for mention in piece.mentions:
        if not mention.fields & {"garments", "props"}:
            continue
        place = mention.start
        while page.first(place - 1, "col", "m", "adj") is not None:
            place -= 1
        if page.form(place - 1) in word_set("naming.articles"):
            return True
    return False


def _leads(page: Talk, all_: list[Clause], place: int, context: EditContext) -> bool:
    """Whether "2" opens a sentence, or "in 6" stands ahead of what is said of it alone."""
    if place + 1 == len(all_) or names_shots(page, all_[place], context) is None:
        return False
    piece, behind = all_[place], all_[place + 1]
    if any(s.start == piece.start for s in page.segments):
        return True
    led = page.form(piece.start) in word_set("apart.in") | word_set("naming.wherever")
    return led and names_shots(page, behind, context) is None


def names_shots(page: Talk, piece: Clause, context: EditContext) -> Target | None:
    """Return the shots that a stretch names itself."""
    target = resolve(page, piece, context.shots, context)
    return target if target.shots and target.how in _NAMED else None
