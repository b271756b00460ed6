"""Cutting a message into the single things it asks for, corrections taken into account."""

from dataclasses import replace
from functools import cache

from toile.adapters.language.built_in.edits.board_words import BoardWords
from toile.adapters.language.built_in.edits.clause import Clause
from toile.adapters.language.built_in.edits.numbers import lens
from toile.adapters.language.built_in.edits.talk import is_named, named_in
from toile.adapters.language.built_in.lexicon import Span, word_set
from toile.adapters.language.built_in.page import Page
from toile.adapters.language.built_in.ratios import KNOWN, Ratio, find_ratios

VALUES = ("framing", "angle", "lens", "light", "set", "pose", "priority", "kind")
_SIGNS = frozenset(",;.!?\n&+/→:↔")
_JOINS = {
    "en": "and then also but plus", "de": "und dann sowie aber", "fr": "et puis mais",
    "it": "e ed poi ma", "es": "y e luego pero", "sv": "och sen men",
}  # fmt: skip


@cache
def _separators(languages: tuple[str, ...]) -> frozenset[str]:
    """Return the signs and the joining words of the languages of a message."""
    words = " ".join(_JOINS[name] for name in {"en", *languages})
    return _SIGNS | frozenset(words.split())


def cut(page: Page, board: BoardWords) -> list[Clause]:
    """Return the clauses of a message in order."""
    pieces: list[Clause] = []
    opens: set[int] = set()
    for segment in page.live():
        found = _pieces(page, segment.start, segment.end, board.names)
        found = [piece for piece in found if not _is_aside(page, *piece)]
        opens |= {start for start, _ in found[:1]}
        pieces += [_dressed(page, board, *piece) for piece in found]
    return _joined(page, pieces, frozenset(opens))


def _is_aside(page: Page, start: int, end: int) -> bool:
    """Whether a stretch only says what is so: "3 already has it"."""
    told = any(page.form(p) in word_set("clauses.already") for p in range(start, end))
    return told and end - start < 9 and not page.has(start, end, "rel", "pos")


def _pieces(page: Page, start: int, end: int, names: frozenset[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    begin = start
    separators = _separators(page.languages)
    for place in range(start, end):
        if page.tokens[place].form in separators and not _within(page, place, names):
            if place > begin:
                found.append((begin, place))
            begin = place + 1
    if end > begin:
        found.append((begin, end))
    return found


def _both_names(page: Page, place: int, names: frozenset[str]) -> bool:
    return page.form(place - 1) in names and page.form(place + 1) in names


def _within(page: Page, place: int, names: frozenset[str]) -> bool:
    """Whether a separator is part of a ratio or a known phrase."""
    token = page.tokens[place]
    if is_named(page, place):
        return True
    if token.text in "/+:↔" and place and page.tokens[place - 1].text.isdecimal():
        return True
    if any(span.end > place + 1 for span in page.at[place].values()):
        return True
    if token.text == ":" and (page.has(max(0, place - 8), place, "f", "act") or place == 0):
        return True
    if token.form in word_set("clauses.within") and _both_names(page, place, names):
        return True
    return any(
        span.start < place < span.end
        for before in range(max(0, place - 5), place)
        for span in page.at[before].values()
    )


def _dressed(page: Page, board: BoardWords, start: int, end: int) -> Clause:
    later = (start > 0 and page.form(start - 1) in word_set("clauses.dressed")) or any(
        page.form(p) in ("new",) and page.tokens[p + 1].text.isdecimal()
        for p in range(start, end - 1)
    )
    if page.form(start) in ("then", "dann", "puis", "poi", "luego"):
        later = True
    return Clause(start, end, later, board.mentions(page, start, end), _ratios(page, start, end))


def _ratios(page: Page, start: int, end: int) -> list[Ratio]:
    """Return the ratios of a stretch; "shot 3: 20 mm" is none."""
    return [
        r for r in find_ratios(page, start, end)
        if r.value in KNOWN or page.form(r.end) not in word_set("numbers.millimetres")
    ]  # fmt: skip


def has_content(page: Page, clause: Clause) -> bool:
    """Whether a stretch says something to do, beyond naming shots."""
    told = [s for s in page.spans(clause.start, clause.end, "act", "rel") if not _is_weak(page, s)]
    if told or clause.ratios or page.has(clause.start, clause.end, "g", "h", "j", "b", "p"):
        return True
    if len([m for m in clause.mentions if "talent" in m.fields]) > 1:
        return True
    if any(
        page.span_at(s.end, "noun") is None for s in page.spans(clause.start, clause.end, *VALUES)
    ):
        return True
    if lens(page, clause, 12) or page.has(clause.start, clause.end, "s"):
        return True
    return any(m.fields & {"garments", "props"} for m in clause.mentions)


def _is_weak(page: Page, span: Span) -> bool:
    """Whether a small word only leads to a value: "in", "as", "to"."""
    return span.end - span.start == 1 and page.form(span.start) in word_set("clauses.weak")


def has_target(page: Page, clause: Clause) -> bool:
    """Whether a stretch names shots by number or by scope."""
    numbers = any(
        page.tokens[p].text.isdecimal() and not _in_ratio(clause, p) and not is_named(page, p)
        for p in range(clause.start, clause.end)
    )
    scope = [
        s
        for s in page.spans(clause.start, clause.end, "ref")
        if s.name in word_set("clauses.has_target")
    ]
    return (
        numbers
        or bool(scope)
        or bool(named_in(page, clause.start, clause.end))
        or any(
            not _in_ratio(clause, s.start) for s in page.spans(clause.start, clause.end, "n", "ord")
        )
        or any(m.fields & {"set", "pose", "talent"} for m in clause.mentions)
    )


def _in_ratio(clause: Clause, place: int) -> bool:
    return any(r.start <= place < r.end for r in clause.ratios)


def _joined(page: Page, pieces: list[Clause], opens: frozenset[int]) -> list[Clause]:
    """Put stretches without content to the next or the one before."""
    clauses: list[Clause] = []
    waiting: Clause | None = None
    for piece in pieces:
        fresh = piece.start in opens
        if waiting is not None and has_target(page, piece) and _corrects(page, waiting, piece):
            waiting = None
        if waiting is not None:
            if fresh and waiting.start < piece.start:
                clauses.append(waiting)
            else:
                piece = _merge(waiting, piece)
            waiting = None
        if fresh and clauses and not _corrects(page, clauses[-1], piece):
            if has_content(page, piece) or not has_target(page, piece):
                clauses.append(piece)
            else:
                waiting = piece
        elif clauses and (_belongs(page, clauses[-1], piece) or _shares(page, clauses, piece)):
            clauses[-1] = _merge(clauses[-1], piece)
        elif has_content(page, piece):
            clauses.append(piece)
        elif has_target(page, piece) and not clauses:
            waiting = piece
        elif clauses and has_target(page, piece) and _corrects(page, clauses[-1], piece):
            clauses[-1] = replace(clauses[-1], instead=(piece.start, piece.end))
        elif clauses and _continues(page, clauses[-1], piece):
            clauses[-1] = _merge(clauses[-1], piece)
        else:
            waiting = piece if has_target(page, piece) else None
            if waiting is None:
                clauses.append(piece)
    if waiting is not None:
        clauses.append(waiting)
    return _with_lists(page, clauses)


_NEW = word_set("clauses.new")


def _shares(page: Page, clauses: list[Clause], piece: Clause) -> bool:
    """Whether a stretch goes on with the one before: "darker and moodier on 1", a new shot's
    facts.
    """
    before = clauses[-1]
    relative = not page.has(before.start, before.end, "act") and page.has(
        before.start, before.end, "rel"
    )
    if relative and not has_target(page, before) and len(clauses) == 1:
        return page.has(piece.start, piece.end, "rel") and page.form(piece.start - 1) in word_set(
            "clauses.shares"
        )
    if (
        any(s.name == "add" for s in page.spans(before.start, before.end, "act"))
        and not has_target(page, before)
        and (
            not page.has(piece.start, piece.end, "act")
            and has_target(page, piece)
            and page.form(piece.start - 1) in word_set("clauses.shares.2")
        )
    ):
        return True
    adds = (
        any(s.name == "add" for s in page.spans(before.start, before.end, "act"))
        or page.form(before.start) in _NEW
    )
    noun = any(
        page.span_at(p, "noun") and page.form(p - 1) in _NEW
        for p in range(before.start, min(before.end, before.start + 6))
    )
    numbers = any(
        page.tokens[p].text.isdecimal()
        and not _in_ratio(piece, p)
        and page.form(p + 1) not in ("mm",)
        for p in range(piece.start, piece.end)
    )
    acts = [s for s in page.spans(piece.start, piece.end, "act") if not _is_weak(page, s)]
    return adds and noun and not numbers and not acts


def _turns(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "not the jumper" is followed by what comes in its place."""
    if page.form(before.start) not in word_set("wearing.not") or page.has(
        before.start, before.end, "act", "rel"
    ):
        return False
    thing = any(m.fields & {"garments", "props"} for m in before.mentions)
    new = page.has(piece.start, piece.end, "g", "h", "b", "j", "p") or any(
        m.fields & {"garments", "props"} for m in piece.mentions
    )
    return thing and new and not page.has(piece.start, piece.end, "act")


def _belongs(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether a stretch limits the one before: "except 3", "but keep the coat" behind a restore."""
    if _turns(page, before, piece):
        return True
    first = page.first(piece.start, "ref", "act")
    if first is None:
        return False
    history = {s.name for s in page.spans(before.start, before.end, "act")} & {"restore", "undo"}
    return first.name == "except" or (first.name == "keep" and bool(history))


def _corrects(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "la 3 ..., euh non, la 2" gives the clause before another shot."""
    spans = page.spans(max(before.start, piece.start - 4), piece.end, "fix")
    return any(
        s.name == "actually"
        and (
            before.end <= s.start <= piece.start
            or s.end in (piece.start, before.end)
            or (s.start == piece.start + 1 and page.form(piece.start) in word_set("clauses.er"))
        )
        for s in spans
    )


def _continues(page: Page, before: Clause, piece: Clause) -> bool:
    return (
        has_target(page, piece) and page.has(before.start, before.end, "act", "ref", "noun")
    ) or _only_name(page, piece)


def _only_name(page: Page, piece: Clause) -> bool:
    return piece.end - piece.start <= 2 and not page.has(piece.start, piece.end, "act")


def _merge(first: Clause, second: Clause) -> Clause:
    return replace(
        first,
        end=second.end,
        mentions=[*first.mentions, *second.mentions],
        ratios=[*first.ratios, *second.ratios],
    )


def _with_lists(page: Page, clauses: list[Clause]) -> list[Clause]:
    """Join "swap 2 and 3", "before ... and after", where the second half has no verb of its own."""
    found: list[Clause] = []
    for clause in clauses:
        if found and _needs_more(page, found[-1]):
            found[-1] = _merge(found[-1], clause)
        else:
            found.append(clause)
    return found


def _needs_more(page: Page, clause: Clause) -> bool:
    acts = [s.name for s in page.spans(clause.start, clause.end, "act")]
    if (
        acts == ["duplicate"]
        and page.has(clause.start, clause.end, "f")
        and not has_target(page, clause)
    ):
        return True
    if acts == ["swap"] and not any(m.fields for m in clause.mentions):
        digits = sum(page.tokens[p].text.isdecimal() for p in range(clause.start, clause.end))
        words = len(page.spans(clause.start, clause.end, "n", "ord"))
        return digits + words < 2 and not page.has(clause.start, clause.end, "ref")
    return False


def acts(page: Page, clause: Clause) -> list[Span]:
    """Return the actions named in a clause."""
    return page.spans(clause.start, clause.end, "act")
