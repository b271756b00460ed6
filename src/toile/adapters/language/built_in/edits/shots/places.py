"""Order: where shots go, and what is said of shots that are not there or not sure."""

import re
from collections.abc import Collection

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.numbers import shot_numbers
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.pronouns import object_pronoun
from toile.adapters.language.built_in.edits.message.seats import (
    Seat,
    Step,
    seat_of,
    steps_of,
)
from toile.adapters.language.built_in.edits.shots.beside import names_people, names_pictures
from toile.adapters.language.built_in.edits.shots.positions import position
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import MoveShots, Reorder
from toile.domain.shots import ShotList


def move(page: Page, clause: Clause, out: Outcome, base: ShotList) -> bool:
    """Read a move; return whether the clause was one."""
    seat = seat_of(page, clause, len(base))
    if seat is not None:
        return _move_to_seat(page, clause, out, base, seat)
    stepped = steps_of(page, clause)
    if stepped:
        return _move_by(page, clause, out, base, stepped)
    span = position(page, clause)
    if span is None:
        return _move_to_number(page, clause, out, base)
    if span.name in ("before", "after"):
        return _beside(page, clause, out, base, span)
    target = _moved(page, clause, out, base, span)
    if target.missing:
        out.cannot.append(missing(target, base))
    if not target.shots:
        return False
    if _is_unsure(target):
        out.asks.append(which(base, target.shots))
        return True
    return _to_place(page, clause, out, base, span, target)


def _to_place(
    page: Page, clause: Clause, out: Outcome, base: ShotList, span: Span, target: Target
) -> bool:
    """Move shots to the top, to the end, one up or down, or between two others."""
    ids: list[str] = [shot.id for shot in out.shots.shots]
    if span.name == "top":
        return out.do(MoveShots(shots=target.shots, at=1))
    if span.name == "end":
        return out.do(MoveShots(shots=target.shots, at=len(ids) - len(target.shots) + 1))
    if span.name in ("up", "down"):
        now = ids.index(target.shots[0]) + 1
        by = -1 if span.name == "up" else 1
        return out.do(MoveShots(shots=target.shots, at=max(1, now + by)))
    return _between(page, clause, out, base, span, target)


def _move_by(page: Page, clause: Clause, out: Outcome, base: ShotList, step: Step) -> bool:
    """Read "the packshot up two", "move 2 three places back"."""
    target = _named_ahead(page, clause, out, base, step.start)
    if target is None:
        return False
    at = out.shots.shot(target.shots[0]).no + step.by
    return out.do(MoveShots(shots=target.shots, at=max(1, at)))


def _named_ahead(
    page: Page, clause: Clause, out: Outcome, base: ShotList, end: int
) -> Target | None:
    """Return the shots named ahead of the words that say where they go."""
    part = Clause(clause.start, end, mentions=[m for m in clause.mentions if m.end <= end])
    target = resolve_loose(page, part, base, out)
    return target if target.shots and target.how != "all" else None


def _moved(page: Page, clause: Clause, out: Outcome, base: ShotList, span: Span) -> Target:
    """Return what is moved: the shots named outside the words of place."""
    outside = Clause(
        clause.start, span.start, mentions=[m for m in clause.mentions if m.end <= span.start]
    )
    behind = Clause(
        span.end, clause.end, mentions=[m for m in clause.mentions if m.start >= span.end]
    )
    for part in (outside, behind):
        if part.end > part.start:
            if span.name == "between" and part is behind:
                continue
            target = resolve_loose(page, part, base, out)
            if target.shots and target.how not in ("all", "none", "spoken of", "only"):
                return target
            if target.missing:
                return target
    return resolve(page, outside, base, out.spoken)


def resolve_loose(page: Page, clause: Clause, base: ShotList, out: Outcome) -> Target:
    """Return the shots of a stretch where any word of the board may point at a shot."""
    target = resolve(page, clause, base, out.spoken)
    if target.how in ("number", "ordinal", "description") and (target.shots or target.missing):
        return target
    ids: tuple[str, ...] = ()
    for mention in clause.mentions:
        ids = mention.shots if not ids else tuple(i for i in ids if i in mention.shots) or ids
    if ids and len(ids) < len(base):
        order = tuple(shot.id for shot in base.shots if shot.id in ids)
        return Target(
            shots=order, how="description", used=list(clause.mentions), plural=len(order) > 1
        )
    return target


def _beside(page: Page, clause: Clause, out: Outcome, base: ShotList, span: Span) -> bool:
    left = Clause(
        clause.start, span.start, mentions=[m for m in clause.mentions if m.end <= span.start]
    )
    # "Vor die Strandbilder": the article belongs to what stands there.
    behind = span.end - (page.form(span.end - 1) in word_set("naming.articles"))
    right = Clause(behind, clause.end, mentions=[m for m in clause.mentions if m.start >= span.end])
    moved, beside = _told(page, left, base, out), _told(page, right, base, out)
    if not any(page.tokens[p].text[:1].isalnum() for p in range(right.start, right.end)):
        beside = _just_moved(out)
    if beside.how in ("spoken of", "only", "none", "all") or not beside.shots:
        return False
    if len(beside.shots) > 1 and names_people(page, right):
        return False  # "Next to Petra".
    if not moved.shots and _has_pronoun(page, left):
        moved = Target(shots=tuple(i for i in out.last if i not in beside.shots), how="before")
    if not moved.shots or moved.how == "all":
        return False
    if _is_unsure(moved):
        out.asks.append(which(base, moved.shots))
        return True
    ids: list[str] = [shot.id for shot in out.shots.shots if shot.id not in moved.shots]
    # "Put 6 before the kitchen shot": of two there, 6 is itself the other.
    near = sorted(ids.index(one) for one in beside.shots if one in ids)
    several = beside.plural and names_pictures(page, right)
    if len(near) > 1 and not several:
        out.asks.append(which(base, tuple(ids[place] for place in near)))
        return True
    if not near:
        return False
    at = near[0] + 1 if span.name == "before" else near[-1] + 2
    return out.do(MoveShots(shots=moved.shots, at=at))


def _has_pronoun(page: Page, clause: Clause) -> bool:
    """Whether "ponla", "move it" speaks of the shot made or named just before."""
    said = object_pronoun(page, clause) is not None
    return said or any(s.name == "this" for s in page.spans(clause.start, clause.end, "ref"))


def _told(page: Page, clause: Clause, base: ShotList, out: Outcome) -> Target:
    """Return the shots of one side, by a value that only one has where no word is the board's."""
    target = resolve_loose(page, clause, base, out)
    if target.how in ("number", "ordinal", "description"):
        return target
    spans = page.spans(clause.start, clause.end, *_VALUES)
    ids = {s.id for span in spans for s in base.shots if getattr(s, span.kind) == span.name}
    return Target(shots=tuple(ids), how="description") if len(ids) == 1 else target


_VALUES = ("framing", "kind", "light", "set", "pose")


def _just_moved(out: Outcome) -> Target:
    """Return the shot behind which "5 right after" goes: the one that was moved before."""
    last = out.commands[-1] if out.commands else None
    moved = last.shots if isinstance(last, MoveShots) else ()
    return Target(shots=tuple(moved[-1:]), how="before" if moved else "none")


def _is_unsure(target: Target) -> bool:
    """Whether words for one shot describe several."""
    return len(target.shots) > 1 and not target.plural and target.how == "description"


def _described_pair(
    page: Page, clause: Clause, out: Outcome, base: ShotList, span: Span
) -> list[str]:
    """Return the two shots of "between the pool and the dinner"."""
    joins = range(span.end + 1, clause.end - 1)
    mark = next((p for p in joins if page.form(p) in word_set("naming.and")), None)
    if mark is None:
        return []
    found: list[str] = []
    for start, end in ((span.end, mark), (mark + 1, clause.end)):
        part = Clause(start, end, mentions=[m for m in clause.mentions if start <= m.start < end])
        one = resolve_loose(page, part, base, out)
        found += one.shots if len(one.shots) == 1 and one.how == "description" else ()
    return sorted(found, key=lambda i: base.shot(i).no)


def _between(
    page: Page, clause: Clause, out: Outcome, base: ShotList, span: Span, target: Target
) -> bool:
    numbers, _ = shot_numbers(page, Clause(span.end, clause.end), len(base), set())
    known = {shot.no: shot.id for shot in base.shots}
    counted: list[str] = [known[n] for n in numbers if n in known]
    pair = counted or _described_pair(page, clause, out, base, span)
    if len(pair) != 2:
        return False
    ids: list[str] = [shot.id for shot in out.shots.shots if shot.id not in target.shots]
    if pair[0] not in ids or pair[1] not in ids:
        return False
    return out.do(MoveShots(shots=target.shots, at=max(ids.index(pair[0]), ids.index(pair[1])) + 1))


def _move_to_seat(page: Page, clause: Clause, out: Outcome, base: ShotList, seat: Seat) -> bool:
    """Read "put the flatlay where 2 is": it takes that place, the others move up."""
    target = _named_ahead(page, clause, out, base, seat.start)
    if target is None:
        return False
    if len(target.shots) > 1 and not target.plural:
        out.asks.append(which(base, target.shots))
        return True
    return out.do(MoveShots(shots=target.shots, at=seat.number))


def _move_to_number(page: Page, clause: Clause, out: Outcome, base: ShotList) -> bool:
    """Read "move 5 to 2", "4 should be number 1"; "in 2 and 3" names two shots and no way."""
    numbers, said = shot_numbers(page, clause, len(base), set())
    known = {shot.no: shot.id for shot in base.shots}
    listed = said and any(
        page.form(p) in word_set("naming.and") or page.form(p) == ","
        for p in range(min(said), max(said))
    )
    if len(numbers) == 2 and listed:
        return False
    if len(numbers) == 2 and all(n in known for n in numbers):
        return out.do(MoveShots(shots=(known[numbers[0]],), at=numbers[1]))
    target = resolve_loose(page, clause, base, out)
    if len(numbers) == 1 and len(target.used) == 1 and numbers[0] in known:
        return out.do(MoveShots(shots=target.shots, at=numbers[0]))
    return False


def reverse(out: Outcome, some: Collection[str] = ()) -> bool:
    """Turn the order round: of all shots, or of some in their places."""
    order = [shot.id for shot in out.shots.shots]
    turned = [i for i in reversed(order) if not some or i in some]
    return out.do(
        Reorder(order=tuple(turned.pop(0) if not some or i in some else i for i in order))
    )


def ordered_list(page: Page, out: Outcome, base: ShotList) -> bool:
    """Read a bare order of all shots: "order: 3, 1, 2, 4", or nothing but the numbers."""
    # "6,5,4" is one token where nothing parts the figures.
    numbers = [int(figures) for figures in re.findall(r"\d+", page.text)]
    if _is_front_list(page, numbers, len(base)):
        ids = {shot.no: shot.id for shot in base.shots}
        return out.do(MoveShots(shots=tuple(ids[n] for n in numbers), at=1))
    if sorted(numbers) != list(range(1, len(base) + 1)) or len(numbers) < 3:
        return False
    words = {t.form for t in page.tokens if t.is_word}
    if words and not words & word_set("places.order"):
        return False
    known = {shot.no: shot.id for shot in base.shots}
    return out.do(Reorder(order=tuple(known[n] for n in numbers)))


def _is_front_list(page: Page, numbers: list[int], most: int) -> bool:
    """Whether "6 first, then 2" says no more than which shots come first, in their order."""
    words = {t.form for t in page.tokens if t.is_word and not t.text.isdecimal()}
    first, then = word_set("places.first"), word_set("places.then")
    known = len(set(numbers)) == len(numbers) > 1 and max(numbers) <= most and min(numbers) > 0
    small = first | then | word_set("naming.articles")
    return known and bool(words & first) and bool(words & then) and words <= small


def missing(target: Target, base: ShotList) -> str:
    """Say which shots are not there."""
    numbers = ", ".join(map(str, target.missing))
    return f"There is no shot {numbers}; the board has 1 to {len(base)}."


def which(base: ShotList, ids: tuple[str, ...]) -> str:
    """Ask which of several shots is meant."""
    numbers = " or ".join(str(base.shot(i).no) for i in ids)
    return f"Which shot do you mean: {numbers}?"
