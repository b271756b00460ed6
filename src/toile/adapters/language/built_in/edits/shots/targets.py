"""Which shots a clause means: numbers, ordinals, scope words, descriptions, or the one
spoken of.
"""

import itertools

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.exceptions import exception_end, exception_start
from toile.adapters.language.built_in.edits.message.numbers import lens, shot_numbers
from toile.adapters.language.built_in.edits.message.talk import Named, named_in
from toile.adapters.language.built_in.edits.shots.descriptions import DESCRIBED, is_description
from toile.adapters.language.built_in.edits.shots.narrowing import all_meant, is_narrowed
from toile.adapters.language.built_in.edits.shots.onward import named_on_a_side, named_onward
from toile.adapters.language.built_in.edits.shots.ordering import is_value_beside
from toile.adapters.language.built_in.edits.shots.positions import from_the_second
from toile.adapters.language.built_in.edits.shots.said_before import all_counted, said_before
from toile.adapters.language.built_in.edits.shots.sides import on_side
from toile.adapters.language.built_in.edits.shots.spoken_of import spoken_of
from toile.adapters.language.built_in.edits.shots.target_kinds import (
    Target,
    named_by_neighbour,
    named_by_order,
    named_by_owner,
    named_by_place,
    named_by_ratio,
    named_by_value,
    pair_before,
)
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import count_at
from toile.domain.commands import EditContext
from toile.domain.shots import ShotList


def resolve(page: Page, clause: Clause, shots: ShotList, context: EditContext) -> Target:
    """Return the shots a clause names, or an empty target that says how it failed."""
    if clause.instead:
        start, end = clause.instead
        clause = Clause(start, end, mentions=[m for m in clause.mentions if start <= m.start < end])
    most = len(shots)
    focal = lens(page, clause, most)
    skip = set(range(focal[1], focal[2])) if focal else set()
    described = [m for m in clause.mentions if is_description(page, clause, m)]
    cut = exception_start(page, clause)
    numbers, places = shot_numbers(page, clause, most, skip)
    beside = named_by_neighbour(page, clause, context) or named_on_a_side(page, clause, shots)
    target = beside or _main(page, clause, shots, context, numbers, places, described, cut)
    if cut is not None and _keeps_things(page, clause, cut):
        ahead = [n for n in numbers if _place_of(page, places, n, cut)]
        return _numbered(shots, ahead, places) if ahead else target
    if cut is not None:
        return _except(page, clause, shots, target, cut, numbers, places)
    return target


def _keeps_things(page: Page, clause: Clause, cut: int) -> bool:
    """Whether "everything in 6 except the sandals" leaves out a thing and no shot."""
    behind = [m for m in clause.mentions if m.start > cut]
    things = bool(behind) and all(m.fields <= {"garments", "props"} for m in behind)
    every = any(page.form(p) in word_set("naming.everything") for p in range(clause.start, cut))
    acts = {s.name for s in page.spans(clause.start, cut, "act")}
    return things and every and "delete" in acts


def _main(
    page: Page,
    clause: Clause,
    shots: ShotList,
    context: EditContext,
    numbers: list[int],
    places: set[int],
    described: list[Mention],
    cut: int | None,
) -> Target:
    scope = _scope(page, clause, cut)
    phrases = named_in(page, clause.start, cut if cut is not None else clause.end)
    if phrases:
        return _phrased(shots, phrases, numbers if cut is None else [], places)
    before = [n for n in numbers if cut is None or _place_of(page, places, n, cut)]
    if cut is not None:
        described = [m for m in described if m.start < cut]
    onward = named_onward(page, clause, shots, scope)
    if onward is not None:
        return onward
    if before and not (cut is not None and scope):
        return _numbered(shots, before, places)
    by_ratio = (
        named_by_owner(page, clause, shots)
        or named_by_ratio(page, clause, shots)
        or named_by_value(page, clause, shots)
        or named_by_place(page, clause, shots, scope)
    )
    if by_ratio is not None:
        return by_ratio
    ordinal = named_by_order(page, clause, shots, cut)
    told = [m for m in described if not _is_what_it_becomes(page, m)]
    told = [m for m in told if not is_value_beside(page, ordinal, m)]
    if ordinal and not told and not (scope and scope.name in ("second", "odd", "even")):
        return ordinal
    if described:
        found = _described(page, clause, shots, described, scope)
        if found.shots or not scope:
            return found
    if scope:
        return _scoped(page, clause, shots, context, scope)
    return spoken_of(page, clause, shots, context)


def _is_what_it_becomes(page: Page, mention: Mention) -> bool:
    """Whether "in primo piano" says what a shot shall be, though another shot is so already."""
    led = page.form(mention.start - 1) in word_set("targets.other_content")
    return led and mention.fields <= {"framing", "angle"}


def _phrased(shots: ShotList, phrases: list[Named], numbers: list[int], places: set[int]) -> Target:
    """Return the shots of phrases and numbers; of several, "the still" beside one is none."""
    if numbers:
        phrases = [one for one in phrases if one.plural or len(one.shots) == 1]
    if not phrases:
        return _numbered(shots, numbers, places)
    order = shots.ids
    said = [i for one in sorted(phrases, key=_start) for i in order if i in one.shots]
    ids = {*said, *(shot.id for shot in shots.shots if shot.no in numbers)}
    # "Start with the portrait, then the flatlay" keeps the order in which they are named.
    there = tuple(dict.fromkeys(said)) if not numbers else tuple(i for i in order if i in ids)
    spoken = {p for phrase in phrases for p in range(phrase.start, phrase.end)}
    plural = len(phrases) > 1 or bool(numbers) or phrases[0].plural
    return Target(shots=there, how="description", places=places | spoken, plural=plural)


def _start(phrase: Named) -> int:
    return phrase.start


def _place_of(page: Page, places: set[int], number: int, cut: int) -> bool:
    said = [place for place in places if _says(page, place, number)]
    return any(place < cut for place in said) or not said


def _says(page: Page, place: int, number: int) -> bool:
    counted = count_at(page, place)
    return page.tokens[place].text == str(number) or (counted is not None and counted[0] == number)


def _numbered(shots: ShotList, numbers: list[int], places: set[int]) -> Target:
    known = {shot.no: shot.id for shot in shots.shots}
    return Target(
        shots=tuple(known[n] for n in numbers if n in known),
        how="number",
        missing=tuple(n for n in numbers if n not in known),
        places=places,
        plural=len(numbers) > 1,
    )


def _scope(page: Page, clause: Clause, cut: int | None) -> Span | None:
    end = cut if cut is not None else clause.end
    order = ("second", "odd", "even", "rest", "both", "all", "those", "other")
    spans = [s for s in page.spans(clause.start, end, "ref") if s.name in order]
    inner = (page.span_at(s.end - 1, "ref") for s in spans if s.end - s.start > 1)
    spans += [s for s in inner if s is not None and s.name == "rest" and s.end <= end]
    return min(spans, key=lambda s: order.index(s.name), default=None)


def _described(
    page: Page, clause: Clause, shots: ShotList, described: list[Mention], scope: Span | None
) -> Target:
    candidates: set[str] | None = None
    used: list[Mention] = []
    groups: list[set[str]] = []
    for mention in described:
        ids = (
            set(mention.of(*DESCRIBED).shots or mention.shots)
            if page.span_at(mention.end, "noun") is None
            else set(mention.shots)
        )
        groups.append(ids)
        used.append(mention)
    candidates = (
        set.intersection(*groups)
        if len(groups) > 1 and set.intersection(*groups)
        else set.union(*groups)
    )
    ordered = tuple(shot.id for shot in shots.shots if shot.id in candidates)
    if _alone(page, clause):
        people = {v for m in described for v in m.of("talent").values}
        ordered = tuple(i for i in ordered if len(shots.shot(i).talent) == max(1, len(people)))
    places = {p for m in used for p in range(m.start, m.end)}
    return Target(
        shots=ordered,
        how="description",
        places=places,
        used=used,
        plural=scope is not None or _plural(page, clause, used) or _listed(page, used, groups),
    )


def _listed(page: Page, used: list[Mention], groups: list[set[str]]) -> bool:
    """Whether shots are named one by one: "the cellar and the stairs"."""
    between = (p for a, b in itertools.pairwise(used) for p in range(a.end, b.start))
    apart = len(groups) > 1 and not set.intersection(*groups)
    return apart and any(page.form(p) in word_set("clauses.within") for p in between)


def _alone(page: Page, clause: Clause) -> bool:
    return any(s.name == "only" for s in page.spans(clause.start, clause.end, "ref"))


def _plural(page: Page, clause: Clause, used: list[Mention]) -> bool:
    plurals = word_set("targets.plurals")
    return any(
        page.form(p) in plurals
        for m in used
        for p in range(max(0, m.start - 3), min(m.end + 2, len(page.tokens)))
    ) or any(
        s.name in ("all", "both", "those") for s in page.spans(clause.start, clause.end, "ref")
    )


def _scoped(
    page: Page, clause: Clause, shots: ShotList, context: EditContext, scope: Span
) -> Target:
    if is_narrowed(page, clause, scope):
        return Target(how="other")
    ids = tuple(shot.id for shot in shots.shots)
    if scope.name == "second":
        ids = ids[1::2] if from_the_second(page, scope) else ids[::2]
    elif scope.name in ("odd", "even"):
        ids = ids[::2] if scope.name == "odd" else ids[1::2]
    elif scope.name in ("both", "those"):
        said = said_before(page, clause.start, shots)
        two = tuple(i for i in ids if i in said) if len(said) == 2 else ()
        pair = ids if len(ids) == 2 else two or pair_before(context, shots)
        return Target(shots=pair, how="both" if not pair else "number", plural=True)
    elif scope.name in ("rest", "other"):
        said = said_before(page, clause.start, shots)
        if said and scope.name == "rest":
            return Target(shots=tuple(i for i in ids if i not in said), how="rest", plural=True)
        single = scope.name == "other"
        if context.last_mentioned is None or (single and len(ids) > 2):
            return Target(how="other")
        rest = tuple(i for i in ids if i != context.last_mentioned)
        return Target(shots=rest, how="rest", plural=True)
    counted = all_counted(page, clause, shots, scope)
    if counted is not None:
        return counted
    return all_meant(page, clause, shots, scope, ids)


def _except(
    page: Page,
    clause: Clause,
    shots: ShotList,
    target: Target,
    cut: int,
    numbers: list[int],
    places: set[int],
) -> Target:
    out: set[str] = set()
    end = exception_end(page, clause, cut)
    clause = Clause(clause.start, end, mentions=[m for m in clause.mentions if m.start < end])
    known = {shot.no: shot.id for shot in shots.shots}
    after = {
        int(page.tokens[p].text) for p in places if p > cut and page.tokens[p].text.isdecimal()
    }
    after |= {
        n
        for n in numbers
        if any(p > cut for p in places) and not any(page.tokens[p].text == str(n) for p in places)
    }
    out |= {known[n] for n in after if n in known}
    ordinals = named_by_order(page, Clause(cut, clause.end, mentions=clause.mentions), shots, None)
    if ordinals:
        out |= set(ordinals.shots)
    out |= {i for phrase in named_in(page, cut, clause.end) for i in phrase.shots}
    out |= {i for place in range(cut, clause.end) for i in on_side(page, place, shots)}
    for mention in clause.mentions:
        if mention.start > cut:
            ids = set(mention.shots)
            if _alone(page, Clause(cut, clause.end)):
                ids = {i for i in ids if len(shots.shot(i).talent) == 1}
            out |= ids
    for span in page.spans(cut, clause.end, "framing"):
        out |= {s.id for s in shots.shots if s.framing == span.name}
    base = (
        target.shots
        if target.how in ("all", "description", "number", "rest") and target.shots
        else tuple(shot.id for shot in shots.shots)
    )
    if target.how in ("spoken of", "only", "none"):
        base = tuple(shot.id for shot in shots.shots)
    return Target(
        shots=tuple(i for i in base if i not in out), how="all", plural=True, places=places
    )
