"""Giving a shot what another has: one field is copied, an unnamed one is asked."""

from dataclasses import dataclass

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.talk import Named, is_named, named_in
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import count_at
from toile.domain.commands import CopyFields
from toile.domain.shots import ShotList


def read_copied(
    page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target
) -> bool | None:
    """Read "same light as 3", "make 2 match 6": one field is copied, an unnamed one is asked."""
    similar = page.spans(clause.start, clause.end, "sim")
    named = named_in(page, clause.start, clause.end)
    if similar and len(named) > 1 and len(target.shots) > 1:
        return _named_source(page, clause, out, named, similar[0].start)
    if not similar and has_source(page, clause, base, out):
        return _taken_from(page, clause, out, base)
    if not similar and _shared(page, clause, out, target):
        return True
    if similar and _of_the_one_before(page, clause, out, target):
        return True
    if not similar or target.how != "number" or len(target.shots) < 2:
        return _taken_from(page, clause, out, base)
    fields = tuple(dict.fromkeys(s.name for s in page.spans(clause.start, clause.end, "f")))
    marks = [
        p for p in range(similar[0].start, clause.end) if page.form(p) in word_set("acts.copied")
    ]
    after = marks[-1] if marks else similar[0].end
    behind = [p for p in sorted(target.places) if p >= after]
    numbers = {shot.no: shot.id for shot in base.shots}
    told = (count[0] for p in behind if (count := count_at(page, p)))
    first = next(told, None)
    last = target.shots[0] if _are_apart(page, target) else target.shots[-1]
    source = numbers.get(first) if first is not None else last
    if not marks and behind and _is_goal(page, behind[0], similar[0].end, target):
        source = target.shots[0]  # "The light in 3 is lovely, same in 6."
    if source is None:
        return None
    rest = tuple(i for i in target.shots if i != source)
    if not fields:
        out.asks.append(
            f"In which respect should it be like shot {base.shot(source).no}: light, framing, pose?"
        )
        return True
    return out.do(CopyFields(source=source, shots=rest, fields=fields))


def _is_goal(page: Page, number: int, same: int, target: Target) -> bool:
    """Whether only "in", "for" stands between "same" and a number, and a shot is named before."""
    led = word_set("naming.in") | word_set("echoes.for") | word_set("naming.articles")
    between = range(same, number)
    ahead = [p for p in target.places if p < same and page.tokens[p].text.isdecimal()]
    there = bool(between) and all(page.form(p) in led for p in between)
    return there and len(ahead) == 1


def asks_respect(page: Page, clause: Clause, out: Outcome, acts: list[str], target: Target) -> bool:
    """Ask what "2 same as 6 but without the cup", "die 3 soll wie die 5 aussehen" shall copy."""
    alike = next((s for s in page.spans(clause.start + 1, clause.end, "sim")), None)
    if alike is None or alike.name != "like" or {"duplicate", "swap", "delete"} & set(acts):
        return False
    place = alike.end
    while page.form(place) in word_set("copying.small"):
        place += 1
    ahead = [p for p in target.places if p < alike.start]
    if target.how != "number" or place not in target.places or not ahead:
        return False
    if page.has(clause.start, clause.end, "f") or page.form(alike.start - 1) in _MORE:
        return False
    source = page.tokens[place].text
    told = page.has(alike.end, clause.end, *_TOLD) or page.has(
        clause.start, alike.start, "s", "set"
    )
    if told or not source.isdecimal() or clause.ratios:
        return False
    out.asks.append(f"In which respect should it be like shot {source}: light, framing, pose?")
    return True


def _are_apart(page: Page, target: Target) -> bool:
    """Whether "3 is great, 8 could use the same light" has spoken of 3 before it names 8."""
    places = sorted(p for p in target.places if page.tokens[p].text.isdecimal())
    between = range(places[0] + 1, places[-1]) if places else ()
    words = sum(page.tokens[p].is_word and page.form(p) not in _SMALL for p in between)
    return words > 0 and any(page.tokens[p].text in ",;–—-" for p in between)


def _of_the_one_before(page: Page, clause: Clause, out: Outcome, target: Target) -> bool:
    """Read "don't touch 3, but 8 could use the same light": 3 lends it."""
    fields = tuple(dict.fromkeys(s.name for s in page.spans(clause.start, clause.end, "f")))
    same = any(page.form(p) in word_set("echoes.same") for p in range(clause.start, clause.end))
    kept = out.spared[-1][0] if out.spared and not out.commands else frozenset[str]()
    alone = target.how == "number" and len(target.shots) == 1
    if not (fields and same and alone) or len(kept) != 1 or kept == set(target.shots):
        return False
    out.last = target.shots
    return out.do(CopyFields(source=next(iter(kept)), shots=target.shots, fields=fields))


_SMALL = word_set("naming.and") | word_set("naming.articles")
_MORE = ("more", "less")
_TOLD = ("framing", "angle", "light", "lens", "col", "rel", "pos", "kind", "s", "set")


def _shared(page: Page, clause: Clause, out: Outcome, target: Target) -> bool:
    """Read "même lumière sur la 1 et la 3": the first of the shots lends it to the others."""
    same = page.form(clause.start) in word_set("echoes.same") | word_set("copying.same")
    fields = tuple(dict.fromkeys(s.name for s in page.spans(clause.start, clause.end, "f")))
    if not (same and fields) or target.how != "number" or len(target.shots) < 2:
        return False
    return out.do(CopyFields(source=target.shots[0], shots=target.shots[1:], fields=fields))


def _named_source(
    page: Page, clause: Clause, out: Outcome, named: list[Named], mark: int
) -> bool | None:
    """Read "the yellow one with the same lens as the macro"."""
    behind = [n for n in named if n.start >= mark and len(n.shots) == 1]
    ahead = [n for n in named if n.end <= mark]
    fields = tuple(dict.fromkeys(s.name for s in page.spans(clause.start, clause.end, "f")))
    if not behind or not ahead or not fields:
        return None
    shots = tuple(i for n in ahead for i in n.shots if i != behind[-1].shots[0])
    return out.do(CopyFields(source=behind[-1].shots[0], shots=shots, fields=fields))


@dataclass(frozen=True, slots=True)
class Source:
    """The shot that a field is taken from, and the words that name it."""

    shot: str
    start: int
    end: int


def has_source(page: Page, clause: Clause, base: ShotList, out: Outcome) -> bool:
    """Whether a clause says of which shot a field is: "same pose as the opener", "light from 4"."""
    return _source(page, clause, base, out) is not None


def _source(page: Page, clause: Clause, base: ShotList, out: Outcome) -> Source | None:
    similar = bool(page.spans(clause.start, clause.end, "sim"))
    fields = {s.end for s in page.spans(clause.start, clause.end, "f")}
    if not fields or clause.ratios:
        return None
    return source_behind(page, clause, base, out, None if similar else fields)


def source_behind(
    page: Page, clause: Clause, base: ShotList, out: Outcome, ends: set[int] | None
) -> Source | None:
    """Return the shot behind "as in", "from"; only at one of ``ends`` where these are given."""
    for mark in range(clause.start, clause.end - 1):
        if page.form(mark) not in word_set("copying.from") or (ends and mark not in ends):
            continue
        if is_named(page, mark):  # "Las del puerto" takes nothing from the harbour.
            continue
        stops = (p for p in range(mark + 2, clause.end) if page.form(p) in _STOPS)
        end = next(stops, clause.end)
        shot = _one(page, clause, base, out, mark + 1, end)
        if shot is not None:
            return Source(shot, mark, end)
    return None


_STOPS = word_set("copying.stops")
_NAMED = ("number", "ordinal", "description")


def _one(
    page: Page, clause: Clause, base: ShotList, out: Outcome, start: int, end: int
) -> str | None:
    """Return the one shot that a stretch names: by number, in words, or as the opener."""
    ends = page.spans(start - 1, end, "pos")
    if ends and ends[0].name in ("top", "end") and ends[0].end == end:
        return base.shots[0].id if ends[0].name == "top" else base.shots[-1].id
    part = Clause(start, end, mentions=[m for m in clause.mentions if start <= m.start < end])
    found = resolve(page, part, base, out.spoken)
    return found.shots[0] if found.how in _NAMED and len(found.shots) == 1 else None


def _taken_from(page: Page, clause: Clause, out: Outcome, base: ShotList) -> bool | None:
    """Read "3 should have the framing of 2", "same pose as the opener for 2"."""
    source = _source(page, clause, base, out)
    if source is None:
        return None
    outside = _outside(clause, source)
    fields = tuple(dict.fromkeys(s.name for one, two in outside for s in page.spans(one, two, "f")))
    similar = bool(page.spans(clause.start, clause.end, "sim"))
    goals = goals_of(page, clause, out, base, source, spoken=similar)
    if not goals or not fields:
        return None
    out.last = goals
    return out.do(CopyFields(source=source.shot, shots=goals, fields=fields))


def _outside(clause: Clause, source: Source) -> list[tuple[int, int]]:
    return [(clause.start, source.start), (source.end, clause.end)]


def goals_of(
    page: Page, clause: Clause, out: Outcome, base: ShotList, source: Source, *, spoken: bool
) -> tuple[str, ...]:
    """Return the shots that get what the source has: those named, else those spoken of."""
    shots: tuple[str, ...] = ()
    for start, end in _outside(clause, source):
        part = Clause(start, end, mentions=[m for m in clause.mentions if start <= m.start < end])
        found = resolve(page, part, base, out.spoken) if end > start else Target()
        shots += found.shots if found.how in (*_NAMED, "all", "rest", "both") else ()
    if not shots and spoken:
        shots = out.last or tuple(filter(None, (out.context.last_mentioned,)))
    return tuple(i for i in dict.fromkeys(shots) if i != source.shot)
