"""An exchange between two shots: of their places, or of one field."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.numbers import shot_numbers
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.talk import named_in
from toile.adapters.language.built_in.edits.shots.places import missing
from toile.adapters.language.built_in.edits.shots.target_kinds import named_by_order
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import SwapFields, SwapShots
from toile.domain.shots import ShotList


def swap(page: Page, clause: Clause, out: Outcome, base: ShotList) -> bool:
    """Read an exchange of places or of one field between two shots."""
    target = resolve(page, clause, base, out.spoken)
    acts = [
        s
        for s in page.spans(clause.start, clause.end, "act")
        if s.name != "set" or page.form(s.start - 1) not in word_set("naming.articles")
    ]  # "Swap the set" speaks of where it is.
    fields = [
        s.name
        for s in page.spans(clause.start, clause.end, "f")
        if not any(a.start <= s.start < a.end for a in acts)
        and page.form(s.start) not in word_set("seats.slot")
    ]
    pair = target.shots
    if target.missing:
        out.cannot.append(missing(target, base))
        return True
    if len(pair) != 2 or target.how in ("spoken of", "rest"):
        pair = _two_described(page, clause, base)
    if len(pair) == 2 and fields:
        for field in fields:
            out.do(SwapFields(first=pair[0], second=pair[1], field=field))
        return True
    if len(pair) == 2:
        return out.do(SwapShots(first=pair[0], second=pair[1]))
    return False


def is_crossed(page: Page, clause: Clause) -> bool:
    """Whether "4 where 2 is and 2 where 4 is" puts two shots each in the other's place."""
    places = range(clause.start, clause.end)
    where = sum(page.form(p) in word_set("seats.where") for p in places)
    numbers = [page.tokens[p].text for p in places if page.tokens[p].text.isdecimal()]
    return where == _PAIR and len(numbers) == 2 * _PAIR and numbers[:2] == numbers[:1:-1]


_PAIR = 2


_THINGS = frozenset(("garments", "props", "talent"))


def _two_described(page: Page, clause: Clause, base: ShotList) -> tuple[str, ...]:
    first_last = [
        s.name
        for s in page.spans(clause.start, clause.end, "ord", "ref")
        if s.name in ("1", "last")
    ]
    ids = [shot.id for shot in base.shots]
    if first_last == ["1", "last"] or first_last == ["last", "1"]:
        return ids[0], ids[-1]
    single = [m.shots[0] for m in clause.mentions if len(m.shots) == 1]
    numbers, _ = shot_numbers(page, clause, len(base), set())
    known = {shot.no: shot.id for shot in base.shots}
    ordinal = named_by_order(page, clause, base, None)
    named = [*(known[n] for n in numbers if n in known), *(ordinal.shots if ordinal else ())]
    phrased = [n.shots[0] for n in named_in(page, clause.start, clause.end) if len(n.shots) == 1]
    if phrased:  # "Swap the video and the café": a place stands for its shot, a cup does not.
        shown = [m for m in clause.mentions if m.fields - _THINGS]
        single = [m.shots[0] for m in shown if len(m.shots) == 1]
    named = [*dict.fromkeys([*single, *named, *phrased])]
    return (named[0], named[1]) if len(named) == 2 else ()
