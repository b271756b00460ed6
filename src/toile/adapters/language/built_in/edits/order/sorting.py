"""Putting all shots into an order by groups: "musts first, then the rest", "sort by place"."""

from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.seats import ordered_pairs
from toile.adapters.language.built_in.edits.message.talk import Talk
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.phrases import function_words
from toile.domain.commands import Reorder
from toile.domain.shots import Shot

_LONGEST = 4
_CHANGED = ("rel", "light", "framing", "angle", "lens", "h", "b", "j", "p", "col", "neg", "q")
_RANK = {"must": 0, "should": 1, "could": 2}


def read_groups(page: Talk, out: Outcome) -> bool:
    """Read groups that stand one after another; return whether the message was an order."""
    if _by_field(page, out) or _by_pairs(page, out) or _together(page, out) or _by_rank(page, out):
        return True
    if _names(page, "sorting.shooting") and _is_all(page, "sorting.shooting"):
        return _sorted_by(out, "set", "light")
    groups = [named.shots for named in page.named if _is_led(page, named.start, named.end)]
    if len(groups) < 2 or not any(_first(page, n.end) for n in page.named):
        return False
    return _ordered(out, [shot for group in groups for shot in group])


def _by_rank(page: Talk, out: Outcome) -> bool:
    """Read "prima tutti i must, poi gli altri": the shots of one rank come first."""
    ranks = page.spans(0, min(_LONGEST + 2, len(page.tokens)), "priority")
    then = any(t.form in word_set("sorting.then") for t in page.tokens)
    if len(ranks) != 1 or not then or page.form(0) not in word_set("places.first"):
        return False
    small = word_set("sorting.rest") | word_set("sorting.then") | word_set("naming.articles")
    left = [t for p, t in enumerate(page.tokens) if p and not ranks[0].start <= p < ranks[0].end]
    if any(t.is_word and t.form not in small for t in left):
        return False
    return _ordered(out, [s.id for s in out.shots.shots if s.priority == ranks[0].name])


def _together(page: Talk, out: Outcome) -> bool:
    """Read "group the beach shots together": the others follow where the first of them stands."""
    groups = [named.shots for named in page.named if len(named.shots) > 1]
    told = _names(page, "sorting.together") and not page.has(0, len(page.tokens), *_CHANGED)
    if len(groups) != 1 or not told or not _is_all(page, "sorting.together"):
        return False
    ids = [str(shot.id) for shot in out.shots.shots]
    first = min(ids.index(shot) for shot in groups[0])
    group = [shot for shot in ids if shot in groups[0]]
    rest = [shot for shot in ids[first:] if shot not in groups[0]]
    return out.do(Reorder(order=(*ids[:first], *group, *rest)))


def _is_all(page: Talk, what: str) -> bool:
    """Whether nothing is said but the shots, where they go, and what leads to it."""
    named = {place for one in page.named for place in range(one.start, one.end)}
    words = {word for phrase in word_set(what) for word in phrase.split("_")}
    small = words | word_set("sorting.small") | word_set("sorting.sort") | function_words()
    acts = {p for s in page.spans(0, len(page.tokens), "act") for p in range(s.start, s.end)}
    left = set(range(len(page.tokens))) - named - acts
    rest = (page.tokens[place] for place in left)
    return all(not t.text[:1].isalnum() or t.form in small for t in rest)


def _names(page: Talk, what: str) -> bool:
    """Whether a message says words of a list, one behind the other: "shooting_order"."""
    forms = [token.form for token in page.tokens]
    lengths = range(1, _LONGEST + 1)
    said = {"_".join(forms[p : p + n]) for p in range(len(forms)) for n in lengths}
    return bool(said & word_set(what))


def _by_pairs(page: Talk, out: Outcome) -> bool:
    """Read "2 first, 1 second, the rest as it is"."""
    pairs = ordered_pairs(page, len(out.shots))
    if not pairs:
        return False
    ids = [shot.id for shot in out.shots.shots if shot.no not in pairs]
    known = {shot.no: shot.id for shot in out.shots.shots}
    for number, place in sorted(pairs.items(), key=lambda pair: pair[1]):
        ids.insert(place - 1, known[number])
    return out.do(Reorder(order=tuple(ids)))


def _is_led(page: Talk, start: int, end: int) -> bool:
    """Whether a group is told to come first, or behind a "then"."""
    then = page.form(start - 1) in word_set("sorting.then") or (
        page.form(start - 2) in word_set("sorting.then")
    )
    return then or _first(page, end)


def _first(page: Talk, end: int) -> bool:
    """Whether a group is told to come first, in its own stretch and before it comes last."""
    for place in range(end, min(end + 4, len(page.tokens))):
        where = page.span_at(place, "pos")
        if page.form(place) in (",", ".", ";") or (where is not None and where.name == "end"):
            return False
        if where is not None and where.name == "top":
            return True
    return False


def _ordered(out: Outcome, ahead: list[str]) -> bool:
    ids = [*dict.fromkeys(ahead)]
    ids += [shot.id for shot in out.shots.shots if shot.id not in ids]
    return out.do(Reorder(order=tuple(ids)))


def _by_field(page: Talk, out: Outcome) -> bool:
    """Read "sort by priority", "group by location"."""
    for place in range(len(page.tokens) - 2):
        sorts = page.form(place) in word_set("sorting.sort")
        near = range(place + 1, min(place + 6, len(page.tokens)))
        by = next((p for p in near if page.form(p) in word_set("sorting.by")), None)
        if not sorts or by is None:
            continue
        fields = page.spans(by, min(by + 4, len(page.tokens)), "f")
        if fields:
            return _sorted_by(out, fields[0].name)
    return False


def _sorted_by(out: Outcome, *fields: str) -> bool:
    seen: dict[object, int] = {}

    def rank(shot: Shot) -> list[int]:
        values = [getattr(shot, field) for field in fields]
        return [
            _RANK[value] if field == "priority" else seen.setdefault((field, value), len(seen))
            for field, value in zip(fields, values, strict=True)
        ]

    return _ordered(out, [shot.id for shot in sorted(out.shots.shots, key=rank)])
