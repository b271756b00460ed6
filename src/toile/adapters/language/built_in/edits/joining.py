"""Joining stretches of a message that ask for one thing only together."""

from dataclasses import replace

from toile.adapters.language.built_in.edits.listing import merged, with_lists
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.completing import WAYS, dropped_for
from toile.adapters.language.built_in.edits.message.contents import (
    has_content,
    has_target,
    in_ratio,
    is_weak,
    only_names,
    says_where,
)
from toile.adapters.language.built_in.edits.message.entrances import enters
from toile.adapters.language.built_in.edits.message.going_on import (
    colours_it,
    comes_instead,
    differs_from_echo,
    differs_in_copy,
    echoes,
    exchanges_on,
    goes_on_anew,
    goes_out_of_it,
    leaves_some_out,
    leaves_the_rest,
    makes_it,
    says_what_like,
    says_which,
    spares_it_too,
    takes_place,
)
from toile.adapters.language.built_in.edits.message.judged import is_judged
from toile.adapters.language.built_in.edits.message.new_nouns import new_noun
from toile.adapters.language.built_in.edits.message.talk import named_in
from toile.adapters.language.built_in.edits.message.verbs import says_again
from toile.adapters.language.built_in.edits.picture.moving_away import goes_into
from toile.adapters.language.built_in.edits.picture.ranking import goes_on_ranking
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_LONGEST = 160


def joined(page: Page, pieces: list[Clause], opens: frozenset[int]) -> list[Clause]:
    """Put stretches without content to the next or the one before; ``opens`` start sentences."""
    clauses: list[Clause] = []
    waiting: Clause | None = None
    for piece in pieces:
        fresh = piece.start in opens
        if waiting is None or (has_target(page, piece) and _corrects(page, waiting, piece)):
            whole = piece
        elif fresh or _is_too_long(waiting, piece) or _are_apart(page, waiting, piece):
            clauses.append(waiting)
            whole = piece
        else:
            whole = merged(waiting, piece)
        waiting = _placed(page, clauses, whole, fresh)
    if waiting is not None:
        clauses.append(waiting)
    return with_lists(page, clauses)


def _placed(page: Page, clauses: list[Clause], piece: Clause, fresh: bool) -> Clause | None:
    """Put a stretch into the list; return it if it only names shots and waits for the next."""
    if clauses and not fresh and _differs_next(page, clauses[-1], piece):
        return piece
    if clauses and any(apart(page, clauses[-1], piece) for apart in _APART):
        clauses.append(piece)
        return None
    if clauses and not fresh and _opens_next(page, clauses[-1], piece):
        return piece
    if clauses and (not fresh or _goes_back(page, clauses[-1], piece)):
        attached = _attached(page, clauses, piece)
        if attached is not None:
            clauses[-1] = attached
            return None
    if only_names(page, piece):
        return piece
    clauses.append(piece)
    return None


def _goes_back(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether a new sentence takes the last one up: "no, 2", "mach ihn blau"."""
    return _corrects(page, before, piece) or makes_it(page, before, piece)


def _is_too_long(before: Clause, piece: Clause) -> bool:
    """Whether two stretches are more than is said in one: it is read anew whenever it grows."""
    return piece.end - before.start > _LONGEST


def _are_apart(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether each of two stretches is whole: "2 first, 3 last", "Noor in 2, Lotte in 1"."""
    both = says_where(page, before) and says_where(page, piece)
    return both or enters(page, before, piece) or is_judged(page, before, piece)


_APART = (_are_apart, goes_on_ranking, echoes, goes_out_of_it)


def _opens_next(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "3" in "1 and 2 wide, 3 and 4 upright" goes with the shots behind it."""
    bare = has_target(page, piece) and not has_content(page, piece) and _only_name(page, piece)
    goes_on = word_set("naming.and") | word_set("echoes.too")  # "2 also tighter"
    behind = piece.start - 1 - (page.form(piece.start - 1) in word_set("naming.and"))
    listed = page.form(behind) == "," and page.form(piece.end) in goes_on
    return bare and listed and has_content(page, before)


def _differs_next(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "and 4" in "3 warmer, and 4 but cooler" goes with what is other there."""
    behind = piece.end + 1
    but = page.form(piece.end) in word_set("joining.but")
    told = page.has(behind, behind + _NEAR, "rel", "light", "framing", "angle")
    echoed = any(page.form(p) in word_set("echoes.same") for p in range(piece.start, piece.end))
    own = only_names(page, piece) and not echoed
    return but and told and own and has_content(page, before)


_NEAR = 2


def _attached(page: Page, clauses: list[Clause], piece: Clause) -> Clause | None:
    """Return the clause before with a stretch that belongs to it, or ``None``."""
    before = clauses[-1]
    if _is_too_long(before, piece):
        return None
    taken_back = page.span_at(piece.start, "fix")
    if taken_back is not None and taken_back.name == "scratch":
        return None
    if leaves_some_out(page, before, piece) or comes_instead(page, before, piece):
        return None
    if piece.later and not before.later and goes_on_anew(page, before, piece):
        return None
    if any(apart(page, before, piece) for apart in (echoes, differs_from_echo, leaves_the_rest)):
        return None
    if _belongs(page, before, piece) or _shares(page, clauses, piece):
        return merged(before, piece)
    if has_content(page, piece):
        return None
    if has_target(page, piece) and _corrects(page, before, piece):
        return replace(before, instead=(piece.start, piece.end))
    return merged(before, piece) if _continues(page, before, piece) else None


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
    return new_noun(page, before) is not None and _is_fact(page, piece)


def _is_fact(page: Page, piece: Clause) -> bool:
    """Whether a stretch only tells more of a new shot: "golden hour", "no people", "after 4"."""
    numbers = any(
        page.tokens[p].text.isdecimal()
        and not in_ratio(piece, p)
        and page.form(p + 1) not in word_set("numbers.millimetres")
        and not page.has(max(piece.start, p - 2), p, "pos")
        and not page.has(max(piece.start, p - 4), p, "sim")
        and page.form(p - 1) not in word_set("new_shots.as_number") | word_set("acts.copied")
        for p in range(piece.start, piece.end)
    )
    acts = [
        s
        for s in page.spans(piece.start, piece.end, "act")
        if not is_weak(page, s) and page.form(s.start) not in word_set("joining.shows")
    ]
    return not numbers and not acts


def _is_copy(page: Page, clause: Clause) -> bool:
    """Whether a stretch asks for one more of a shot; "but with a hat" says what differs in it."""
    similar = page.span_at(clause.start, "sim")
    acts = {s.name for s in page.spans(clause.start, clause.end, "act")}
    again = not acts and says_again([page.form(p) for p in range(clause.start, clause.end)])
    return again or "duplicate" in acts or (similar is not None and similar.name == "like")


def _waits_for_what(page: Page, before: Clause) -> bool:
    """Whether "wherever you have the mules" still needs what shall happen there."""
    acts = {s.name for s in page.spans(before.start, before.end, "act")}
    return page.form(before.start) in word_set("naming.wherever") and acts <= {"set"}


def _belongs(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether a stretch limits the one before: "except 3", "but keep the coat" behind a restore."""
    completes = any(way(page, before, piece) for way in WAYS)
    if completes or _waits_for_what(page, before):
        return True
    if _says_where_to(page, before, piece) or goes_into(page, before, piece):
        return True
    if _is_unposed(page, before, piece) or _goes(page, before, piece):
        return True
    if _is_copy(page, before) and differs_in_copy(page, piece):
        return True
    if any(goes_on(page, before, piece) for goes_on in _GOING_ON):
        return True
    if dropped_for(page, before, piece) and not has_target(page, piece):
        return True
    acts = {s.name for s in page.spans(before.start, before.end, "act")}
    keeps = page.spans(piece.start, piece.end, "act")
    if acts & {"restore", "undo"} and page.form(piece.start) in word_set("reader.only_these"):
        return page.has(piece.start, piece.end, "f")
    if acts & {"restore", "undo"} and keeps and keeps[0].name == "keep":
        return not named_in(page, piece.start, piece.end)
    only = "keep" in acts and any(
        page.form(p) in word_set("reader.only_these") for p in range(before.start, before.end)
    )
    if only and not keeps and named_in(page, piece.start, piece.end):
        return True
    first = page.first(piece.start, "ref", "act")
    return first is not None and first.name == "except"


_GOING_ON = (exchanges_on, colours_it, says_what_like, says_which, spares_it_too, takes_place)


def _says_where_to(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "straight after 1" says how much "earlier" is meant."""
    steps = any(s.name in ("up", "down") for s in page.spans(before.start, before.end, "pos"))
    where = page.span_at(piece.start, "pos")
    return steps and where is not None and where.name in ("before", "after", "between")


def _goes(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether a bare thing is followed by no more than its removal: "le vélo, on oublie"."""
    acts = page.spans(piece.start, piece.end, "act")
    bare = len(acts) == 1 and acts[0].name == "delete" and acts[0].end == piece.end
    told = page.has(before.start, before.end, "act", "rel", "light", "pose", "framing", "angle")
    things = any(m.fields & {"garments", "props"} for m in before.mentions)
    return bare and acts[0].start == piece.start and things and not told


def _is_unposed(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether a stretch says how somebody does not stand any more: "standing, not seated"."""
    denied = page.form(piece.start) in word_set("naming.not")
    poses = page.spans(piece.start, piece.end, "pose")
    alone = bool(poses) and poses[-1].end == piece.end and piece.end - piece.start < _BRIEF
    return denied and alone and page.has(before.start, before.end, "pose")


_BRIEF = 5


def _corrects(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "la 3 ..., euh non, la 2" gives the clause before another shot."""
    spans = page.spans(max(before.start, piece.start - 4), piece.end, "fix")
    return any(
        s.name == "actually"
        and page.form(s.start - 1) != ":"  # "The forest film: no Leo" takes nothing back.
        and (
            before.end <= s.start <= piece.start
            or s.end in (piece.start, before.end)
            or (s.start == piece.start + 1 and page.form(piece.start) in word_set("clauses.er"))
        )
        for s in spans
    )


_WAITING = ("act", "ref", "noun", "rel")


def _continues(page: Page, before: Clause, piece: Clause) -> bool:
    if page.form(piece.start) in word_set("joining.lets"):
        return False  # "Take Tom out of 5 and let Nora dance" lets nobody else go.
    return (
        has_target(page, piece) and page.has(before.start, before.end, *_WAITING)
    ) or _only_name(page, piece)


def _only_name(page: Page, piece: Clause) -> bool:
    return piece.end - piece.start <= 2 and not page.has(piece.start, piece.end, "act")
