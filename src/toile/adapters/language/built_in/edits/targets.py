"""Which shots a clause means: numbers, ordinals, scope words, descriptions, or the one spoken of."""

from dataclasses import dataclass, field

from toile.adapters.language.built_in.edits.board_words import Mention
from toile.adapters.language.built_in.edits.clause import Clause
from toile.adapters.language.built_in.edits.numbers import lens, shot_numbers
from toile.adapters.language.built_in.lexicon import Span
from toile.adapters.language.built_in.page import Page
from toile.adapters.language.built_in.tokens import tokenise
from toile.domain.commands import EditContext
from toile.domain.shots import Shot, ShotList

DESCRIBED = frozenset(("set", "pose", "light", "framing", "angle", "talent"))
_ARTICLES = frozenset("the la le les il lo i gli el los las der die das den dem det of that this all both every "
                      "each any with where in on from for l d dell del della des du im am beim bei en alla de".split())


@dataclass
class Target:
    """The shots meant, how they were named, and the tokens that named them."""

    shots: tuple[str, ...] = ()
    how: str = "none"
    missing: tuple[int, ...] = ()
    places: set[int] = field(default_factory=set)
    used: list[Mention] = field(default_factory=list)
    plural: bool = False


def resolve(page: Page, clause: Clause, shots: ShotList, context: EditContext) -> Target:
    """Return the shots a clause names, or an empty target that says how it failed."""
    most = len(shots)
    focal = lens(page, clause, most)
    skip = set(range(focal[1], focal[2])) if focal else set()
    described = [m for m in clause.mentions if is_description(page, clause, m)]
    cut = _exception_start(page, clause)
    numbers, places = shot_numbers(page, clause, most, skip)
    target = _main(page, clause, shots, context, numbers, places, described, cut)
    if cut is not None:
        target = _except(page, clause, shots, target, cut, numbers, places, described)
    return target


def _main(
    page: Page, clause: Clause, shots: ShotList, context: EditContext, numbers: list[int],
    places: set[int], described: list[Mention], cut: int | None,
) -> Target:  # fmt: skip
    scope = _scope(page, clause, cut)
    before = [n for n in numbers if cut is None or _place_of(page, places, n, cut)]
    if cut is not None:
        described = [m for m in described if m.start < cut]
    if before and not (cut is not None and scope):
        return _numbered(shots, before, places)
    by_ratio = _by_ratio(page, clause, shots) or _by_value(page, clause, shots) or _by_place(page, clause, shots, scope)
    if by_ratio is not None:
        return by_ratio
    ordinal = _ordinals(page, clause, shots, cut)
    if ordinal and not described and not (scope and scope.name in ("second", "odd", "even")):
        return ordinal
    if described:
        found = _described(page, clause, shots, described, scope)
        if found.shots or not scope:
            return found
    if scope:
        return _scoped(page, clause, shots, context, scope)
    return _spoken_of(page, clause, shots, context)


_VALUES = ("framing", "priority", "kind", "aspect")


def _by_value(page: Page, clause: Clause, shots: ShotList) -> Target | None:
    """Read "all close-ups", "both portraits", "the musts": shots that have the value."""
    for span in page.spans(clause.start, clause.end, *_VALUES):
        lead = page.span_at(span.start - 1, "ref")
        scope = lead is not None and lead.name in ("all", "both") or page.form(span.start - 1) == "the"
        many = page.form(span.end - 1).endswith("s") and page.form(span.end - 1) not in ("us", "plus", "less", "close ups")
        if not (scope and many) and not (scope and page.form(span.end) in ("ones", "shots")):
            continue
        field = span.kind
        ids = tuple(s.id for s in shots.shots if getattr(s, field) == span.name)
        if ids:
            return Target(shots=ids, how="description", places=set(range(span.start, span.end)), plural=True)
    return None


def _by_place(page: Page, clause: Clause, shots: ShotList, scope: Span | None) -> Target | None:
    """Read "everything after 3"."""
    if scope is None or scope.name not in ("all", "rest"):
        return None
    for span in page.spans(scope.end, min(clause.end, scope.end + 4), "pos"):
        text = page.tokens[span.end].text if span.end < clause.end else ""
        if span.name in ("before", "after") and text.isdigit():
            number = int(text)
            ids = tuple(s.id for s in shots.shots if (s.no < number if span.name == "before" else s.no > number))
            return Target(shots=ids, how="all", places={span.start, span.end}, plural=True)
    return None


def _by_ratio(page: Page, clause: Clause, shots: ShotList) -> Target | None:
    """Read "the squares should be 4:5": the first of two ratios names the shots."""
    if len(clause.ratios) < 2:
        return None
    first = clause.ratios[0]
    article = page.form(first.start - 1) in _ARTICLES
    if not article or any(p in ("to", "in") for p in (page.form(first.start - 1),)) and page.form(first.start - 1) == "in":
        return None
    ids = tuple(s.id for s in shots.shots if s.aspect == first.value)
    return Target(shots=ids, how="description", places=set(range(first.start, first.end)), plural=True) if ids else None


def _place_of(page: Page, places: set[int], number: int, cut: int) -> bool:
    return any(place < cut for place in places if page.tokens[place].text == str(number)) or not any(
        page.tokens[place].text == str(number) for place in places)


def _numbered(shots: ShotList, numbers: list[int], places: set[int]) -> Target:
    known = {shot.no: shot.id for shot in shots.shots}
    return Target(
        shots=tuple(known[n] for n in numbers if n in known), how="number",
        missing=tuple(n for n in numbers if n not in known), places=places, plural=len(numbers) > 1,
    )  # fmt: skip


def _scope(page: Page, clause: Clause, cut: int | None) -> Span | None:
    end = cut if cut is not None else clause.end
    order = ("second", "odd", "even", "rest", "both", "all", "those", "other")
    spans = [s for s in page.spans(clause.start, end, "ref") if s.name in order]
    return min(spans, key=lambda s: order.index(s.name), default=None)


def _exception_start(page: Page, clause: Clause) -> int | None:
    for span in page.spans(clause.start, clause.end, "ref"):
        if span.name == "except":
            return span.start
    return None


def _ordinals(page: Page, clause: Clause, shots: ShotList, cut: int | None) -> Target | None:
    """Read "the third one", "the last", "first three", "last two"."""
    end = cut if cut is not None else clause.end
    found: list[str] = []
    places: set[int] = set()
    for place in range(clause.start, end):
        order, last = page.span_at(place, "ord"), page.span_at(place, "ref")
        tail = last is not None and last.name == "last"
        if not (order or tail) or _says_where(page, clause, place):
            continue
        stop = order.end if order else last.end if last else place
        many = page.span_at(stop, "n")
        count = int(many.name) if many and page.form(stop) not in ("one", "en") else _digit(page, stop)
        ids = [shot.id for shot in shots.shots]
        if tail:
            found += ids[-count:] if count else ids[-1:]
        elif order and order.name == "1" and count and count > 1:
            found += ids[:count]
        elif order and int(order.name) <= len(ids) and not _is_every_second(page, place):
            found.append(ids[int(order.name) - 1])
        places |= set(range(place, stop + (count is not None and count > 0)))
    if not found:
        return None
    return Target(shots=tuple(dict.fromkeys(found)), how="ordinal", places=places, plural=len(found) > 1)


def _is_every_second(page: Page, place: int) -> bool:
    return page.has(max(0, place - 1), place + 1, "ref") and any(
        s.name == "second" for s in page.spans(max(0, place - 1), place + 2, "ref"))


def _digit(page: Page, place: int) -> int | None:
    text = page.tokens[place].text if place < len(page.tokens) else ""
    return int(text) if text.isdigit() and len(text) == 1 else None


def _says_where(page: Page, clause: Clause, place: int) -> bool:
    """Whether "first" or "last" says where to move, not which shot."""
    span = page.span_at(place, "pos")
    moving = any(s.name in ("move", "add", "duplicate") for s in page.spans(clause.start, clause.end, "act"))
    article = page.form(place - 1) in ("the", "la", "le", "il", "el", "der", "die", "das", "den", "l", "lo")
    return span is not None and not article and (moving or place == clause.end - 1 and place > clause.start)


def is_description(page: Page, clause: Clause, mention: Mention) -> bool:
    """Whether words of the board point at a shot ("the beach ones") and are no object of the edit."""
    after = page.span_at(mention.end, "noun")
    if after and page.form(mention.end) not in ("no", "number", "nr", "nummer", "card", "views"):
        return True
    before = page.span_at(mention.start - 1, "noun")
    lead = page.form(mention.start - 1)
    if before and mention.fields & DESCRIBED and lead not in ("no",):
        return True
    if _where(page, clause, mention):
        return True
    if lead in ("with", "avec", "con", "mit", "med", "where", "w", "of", "von", "di", "de", "av") and page.has(
            clause.start, mention.start, "noun", "ref") and mention.fields & {"talent", "garments", "props"} and (
            _noun_before(page, clause, mention)):
        return True
    if not mention.fields & (DESCRIBED - {"talent"}):
        return False
    return lead in _ARTICLES and _other_content(page, clause, mention)


_WHERE = frozenset("where wherever whenever wo dove donde dar ou wenn".split())


def _where(page: Page, clause: Clause, mention: Mention) -> bool:
    """Whether "wherever she wears the red dress" leads to the mention."""
    return any(page.form(p) in _WHERE for p in range(max(clause.start, mention.start - 5), mention.start))


def _noun_before(page: Page, clause: Clause, mention: Mention) -> bool:
    spans = page.spans(clause.start, mention.start, "noun", "ref")
    return bool(spans) and spans[-1].end >= mention.start - 3


def _other_content(page: Page, clause: Clause, mention: Mention) -> bool:
    """Whether the clause says something to do beside this mention."""
    for place in range(clause.start, clause.end):
        if mention.start <= place < mention.end:
            continue
        span = page.first(place, "act", "rel", "framing", "angle", "lens", "light", "pose", "priority", "kind", "pos")
        if span and not (span.kind == "act" and span.name == "set" and span.end - span.start == 1 and page.form(place) in (
                "in", "as", "to", "en", "a", "auf", "till", "i", "als")):
            return True
    return bool(clause.ratios)


def _described(
    page: Page, clause: Clause, shots: ShotList, described: list[Mention], scope: Span | None
) -> Target:
    candidates: set[str] | None = None
    used: list[Mention] = []
    groups: list[set[str]] = []
    for mention in described:
        ids = set(mention.of(*DESCRIBED).shots or mention.shots) if page.span_at(mention.end, "noun") is None else set(mention.shots)
        groups.append(ids)
        used.append(mention)
    candidates = set.intersection(*groups) if len(groups) > 1 and set.intersection(*groups) else set.union(*groups)
    ordered = tuple(shot.id for shot in shots.shots if shot.id in candidates)
    if _alone(page, clause):
        people = {v for m in described for v in m.of("talent").values}
        ordered = tuple(i for i in ordered if len(shots.shot(i).talent) == max(1, len(people)))
    places = {p for m in used for p in range(m.start, m.end)}
    return Target(shots=ordered, how="description", places=places, used=used,
                  plural=scope is not None or _plural(page, clause, used))  # fmt: skip


def _alone(page: Page, clause: Clause) -> bool:
    return any(s.name == "only" for s in page.spans(clause.start, clause.end, "ref"))


def _plural(page: Page, clause: Clause, used: list[Mention]) -> bool:
    plurals = frozenset("ones shots frames images pics pictures photos plans scatti fotos tomas bilder bilderna "
                        "motive images aufnahmen ritratti shots those these".split())
    return any(page.form(p) in plurals for m in used for p in range(max(0, m.start - 3), min(m.end + 2, len(page.tokens)))) or any(
        s.name in ("all", "both", "those") for s in page.spans(clause.start, clause.end, "ref"))


def _scoped(
    page: Page, clause: Clause, shots: ShotList, context: EditContext, scope: Span
) -> Target:
    ids = tuple(shot.id for shot in shots.shots)
    if scope.name == "second":
        second = page.has(scope.end, clause.end, "ord") and any(
            s.name == "2" for s in page.spans(scope.end, clause.end, "ord"))
        ids = ids[1::2] if second else ids[::2]
    elif scope.name in ("odd", "even"):
        ids = ids[::2] if scope.name == "odd" else ids[1::2]
    elif scope.name in ("both", "those"):
        pair = ids if len(ids) == 2 else _pair(context, shots)
        return Target(shots=pair, how="both" if not pair else "number", plural=True)
    elif scope.name in ("rest", "other"):
        rest = tuple(i for i in ids if i != context.last_mentioned)
        single = scope.name == "other"
        if context.last_mentioned is None or (single and len(ids) > 2):
            return Target(how="other")
        return Target(shots=rest, how="rest", plural=True)
    return Target(shots=ids, how="all", plural=True)


def _pair(context: EditContext, shots: ShotList) -> tuple[str, ...]:
    """Return the two shots that the message before spoke of."""
    known = {str(shot.no): shot.id for shot in shots.shots}
    spoken = [known[t.text] for t in tokenise(context.before or "") if t.text in known]
    pair = tuple(dict.fromkeys(spoken))
    return pair if len(pair) == 2 else ()


def _spoken_of(page: Page, clause: Clause, shots: ShotList, context: EditContext) -> Target:
    known = {shot.id for shot in shots.shots}
    if context.last_mentioned in known and context.last_mentioned:
        return Target(shots=(context.last_mentioned,), how="spoken of")
    if len(shots) == 1:
        return Target(shots=(shots.shots[0].id,), how="only")
    return Target()


def _except(
    page: Page, clause: Clause, shots: ShotList, target: Target, cut: int, numbers: list[int],
    places: set[int], described: list[Mention],
) -> Target:  # fmt: skip
    out: set[str] = set()
    known = {shot.no: shot.id for shot in shots.shots}
    after = {int(page.tokens[p].text) for p in places if p > cut and page.tokens[p].text.isdigit()}
    after |= {n for n in numbers if any(p > cut for p in places) and not any(page.tokens[p].text == str(n) for p in places)}
    out |= {known[n] for n in after if n in known}
    ordinals = _ordinals(page, Clause(cut, clause.end, mentions=clause.mentions), shots, None)
    if ordinals:
        out |= set(ordinals.shots)
    for mention in clause.mentions:
        if mention.start > cut:
            ids = set(mention.shots)
            if _alone(page, Clause(cut, clause.end)):
                ids = {i for i in ids if len(shots.shot(i).talent) == 1}
            out |= ids
    base = target.shots if target.how in ("all", "description", "number", "rest") and target.shots else tuple(
        shot.id for shot in shots.shots)
    if target.how in ("spoken of", "only", "none"):
        base = tuple(shot.id for shot in shots.shots)
    return Target(shots=tuple(i for i in base if i not in out), how="all", plural=True, places=places)


def containing(shots: ShotList, mention: Mention, among: tuple[str, ...]) -> tuple[str, ...]:
    """Return the shots of a mention, within some shots where given."""
    return tuple(s.id for s in shots.shots if s.id in mention.shots and (not among or s.id in among))


def talent_of(shot: Shot) -> tuple[str, ...]:
    """Return who is in a shot."""
    return shot.talent
