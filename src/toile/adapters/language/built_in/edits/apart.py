"""Where a message says several things that each stand alone: "3 wider, and Tom out of 5".

What stands alone names its own shots, leans on nothing beside it and borrows no verb; read by
itself it cannot take up a word of its neighbour.
"""

from dataclasses import dataclass, replace

from toile.adapters.language.built_in.edits.asked import is_question
from toile.adapters.language.built_in.edits.clauses import pieces
from toile.adapters.language.built_in.edits.message import hearing
from toile.adapters.language.built_in.edits.message.asked_new import asked_new
from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.contents import VALUES, has_content, is_weak
from toile.adapters.language.built_in.edits.message.new_nouns import new_noun
from toile.adapters.language.built_in.edits.message.talk import Talk, is_named
from toile.adapters.language.built_in.edits.message.verbs import names_of
from toile.adapters.language.built_in.edits.shots.naming import name_shots
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.flags.orders import injections
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.domain.commands import EditContext

_NAMED = ("number", "description", "ordinal", "all")
_THINGS = ("g", "h", "b", "j", "p")
_VALUES = tuple(value for value in VALUES if value != "set")
_TAG = 4
_MOST = 8


@dataclass(frozen=True, slots=True)
class Part:
    """Tokens ``start`` to ``end``; ``own`` where they need no shot named beside them.

    ``shots`` are those it names, or which have what it names; ``later`` where they may be counted
    after what is done before; ``verb`` is the one that they have of the part before.
    """

    start: int
    end: int
    own: bool = True
    shots: tuple[str, ...] = ()
    later: bool = False
    verb: str = ""

    def with_(self, other: "Part") -> "Part":
        """Return this part and all up to the end of another."""
        later = self.later or other.later
        own, shots = self.own or other.own, self.shots + other.shots
        return Part(self.start, other.end, own, shots, later, self.verb)


def apart(said: Talk, board: BoardWords, context: EditContext) -> list[Part]:
    """Return the parts of a message that may stand alone; none where it does not come apart."""
    cut = pieces(said, board)
    if len(cut) < 2 or _is_of_others(said) or any(_is_beside(said, piece) for piece in cut):
        return []
    page = replace(said, at=[*said.at], named=[])
    name_shots(page, board, context.shots, None)
    if _leans(page):
        return []
    found = _parts(said, page, board, context)
    return found if 1 < len(found) <= _MOST else []


def _is_of_others(page: Talk) -> bool:
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
        target = _names(page, piece, context)
        says = _says(said, page, board, piece, target)
        own = target is not None or says.own
        held = () if own else tuple(i for m in piece.mentions for i in m.shots)
        part = Part(piece.start, piece.end, own, target.shots if target else held, piece.later)
        opens = says.something or _leads(page, all_, place, context)
        verb = _borrowed(page, found[-1], piece, part) if found and opens and told else None
        if not found or verb is not None:
            found.append(replace(part, verb=verb or ""))
        else:
            found[-1] = found[-1].with_(part)
        told = says.something or target is None
    return found


def _leans(page: Talk) -> bool:
    """Whether a message corrects itself, or some of it is said of what stands elsewhere in it."""
    leaning, leads = word_set("apart.leaning"), word_set("apart.leads")
    for place, token in enumerate(page.tokens):
        if token.form not in leaning or is_named(page, place) or _excepts(page, place, place + 3):
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


def _excepts(page: Talk, start: int, end: int) -> bool:
    """Whether a stretch leaves shots out: "all at 50 mm but 4", and not "meno luce"."""
    scopes = (s for s in page.spans(start, end, "ref") if s.name == "except")
    return any(page.span_at(s.start, "rel") is None for s in scopes)


@dataclass(frozen=True, slots=True)
class _Says:
    """Whether a stretch says something by itself, and needs no shot for it."""

    something: bool
    own: bool = False


def _says(said: Page, page: Talk, board: BoardWords, piece: Clause, target: Target | None) -> _Says:
    alone = Segment(piece.start, piece.end, 0, 0)
    asks_new = new_noun(page, piece) or asked_new(replace(said, segments=[alone]), board)
    # "5 is a video, isn't it?" is one question.
    tag = target is None and not piece.mentions and piece.end - piece.start <= _TAG
    if asks_new or is_question(page, alone):
        return _Says(something=bool(asks_new) or not tag, own=True)
    if page.form(piece.start) in word_set("open_places.if"):
        return _Says(something=False)
    if target is None:
        return _Says(_is_of_the_board(page, piece) and has_content(page, piece))
    if target.how == "description" and said.has(piece.start, piece.end, "act", "rel", *_VALUES):
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
    if place + 1 == len(all_) or _names(page, all_[place], context) is None:
        return False
    piece, behind = all_[place], all_[place + 1]
    if any(s.start == piece.start for s in page.segments):
        return True
    led = page.form(piece.start) in word_set("apart.in") | word_set("naming.wherever")
    return led and _names(page, behind, context) is None


def _names(page: Talk, piece: Clause, context: EditContext) -> Target | None:
    """Return the shots that a stretch names itself."""
    target = resolve(page, piece, context.shots, context)
    return target if target.shots and target.how in _NAMED else None


def _borrowed(page: Talk, before: Part, piece: Clause, part: Part) -> str | None:
    """Return the verb that a stretch has of the one before: "lose the cup in 2, the chair in 5".

    "" where it needs none; ``None`` where the two cannot be read apart.
    """
    ahead = Clause(before.start, before.end)
    same = page.segment_of(before.end - 1) == page.segment_of(piece.start)
    if same and _excepts(page, before.start, piece.end):
        return None
    if any(is_question(page, Segment(one.start, one.end, 0, 0)) for one in (ahead, piece)):
        return ""
    if _bare(page, piece) and (before.verb or _strong(page, ahead)):
        if not part.own or page.has(piece.start, piece.end, "col"):
            return None
        # "Lose the hat in 1, 5 in the kitchen": a place is nothing that is lost.
        verb = before.verb or _leading_verb(page, before)
        if verb is None or _moves(page, ahead):
            return verb
        new = any(
            page.form(p) in word_set("giving.indefinite") for p in range(piece.start, piece.end)
        )
        if new or not _has_things(page, piece):
            return ""
        return None if _is_placed(page, piece) else verb
    last = _bare(page, ahead) and _strong(page, piece) and _ends_on_verb(page, piece)
    return None if last else ""


def _leading_verb(page: Talk, part: Part) -> str | None:
    """Return the verb that opens a part, "nimm {} raus", where it is the only one."""
    start = part.start
    while start < part.end and page.form(start) in word_set("apart.leads"):
        start += 1
    acts = [s for s in page.spans(start, part.end, "act") if not is_weak(page, s)]
    if not acts or acts[0].start != start or acts[0].name not in _BORROWED:
        return None
    verb = f"{page.words(start, acts[0].end)} {{}}"
    if len(acts) == 1:
        return verb
    parted = len(acts) == 2 and acts[1].end == part.end
    return f"{verb} {page.words(acts[1].start, part.end)}" if parted else None


_BORROWED = ("delete", "add", "set", "move")


def _ends_on_verb(page: Talk, clause: Clause) -> bool:
    """Whether a verb stands last, as in "in 2 die Tasse und in 5 den Stuhl wegnehmen"."""
    acts = page.spans(clause.start, clause.end, "act")
    return bool(acts) and acts[-1].end == clause.end


def _strong(page: Talk, clause: Clause) -> bool:
    acts = [s for s in page.spans(clause.start, clause.end, "act") if not is_weak(page, s)]
    without = word_set("naming.without")
    told = any(page.form(p) in without for p in range(clause.start, clause.end))
    return bool(acts) or told or bool(set(names_of(page, clause)) - {"set"})


def _bare(page: Talk, clause: Clause) -> bool:
    """Whether a stretch names things, people or places and not what becomes of them."""
    said = _strong(page, clause) or page.has(clause.start, clause.end, "rel", *_VALUES)
    return (_is_placed(page, clause) or _has_things(page, clause)) and not said


def _is_placed(page: Talk, clause: Clause) -> bool:
    placed = any("set" in m.fields for m in clause.mentions)
    return placed or page.has(clause.start, clause.end, "s")


def _has_things(page: Talk, clause: Clause) -> bool:
    things = any(m.fields & {"garments", "props", "talent"} for m in clause.mentions)
    return things or page.has(clause.start, clause.end, *_THINGS)


def _moves(page: Talk, clause: Clause) -> bool:
    acts = page.spans(clause.start, clause.end, "act")
    return any(s.name in ("move", "set") and not is_weak(page, s) for s in acts)
