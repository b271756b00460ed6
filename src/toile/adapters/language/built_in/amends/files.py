"""Files put right: "8 stills", "two of them in 9:16", "drop the video", "all in 1:1"."""

from collections.abc import Iterable

from toile.adapters.language.built_in.amends.told import Told
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.ratios import count_at, find_ratios, seconds_at
from toile.domain.brief import Deliverable

Files = tuple[Deliverable, ...]
_FILMS = frozenset(("video", "reel"))


def files_put_right(have: Files, told: Told) -> Files | None:
    """Return the files as corrected, or ``None`` where the correction is of no files."""
    kept = _without_refused(have, told)
    if by_role := _of_a_role(kept, told):
        return by_role
    asked = _asked(told, kept)
    if asked:
        return _with_counts(kept, asked, told)
    if not have:
        return None
    shaped = _shaped(kept, told) or _timed(kept, told)
    return shaped or (kept if kept != have else None)


def _without_refused(have: Files, told: Told) -> Files:
    """Drop the kinds, or the ratios of a kind, that a correction refuses."""
    for start, end in told.refused:
        media = told.page.spans(start, end, "media")
        ratios = {ratio.value for ratio in find_ratios(told.page, start, end)}
        counted = any(count_at(told.page, place) for place in range(start, end) if not ratios)
        if counted or not (media or ratios) or (ratios and _ratios(told)):
            continue
        kinds = {_kind(span.name) for span in media} or {d.kind for d in have}
        have = tuple(d for d in have if d.kind not in kinds or (ratios and d.aspect not in ratios))
    return have


def _kind(media: str) -> str:
    return "video" if media in _FILMS else "still"


def _of_a_role(have: Files, told: Told) -> Files | None:
    """Give the files of a role another ratio: "the wide one is 16:9", "both close-ups square"."""
    named = {span.name for span in told.wanted("role")}
    named |= {"wide"} if told.says("broken_down.wide") else set()
    roles = named & {d.role for d in have}
    wanted = _ratios(told)
    own = [d for d in have if d.role in roles]
    counts = {c[0] for p in _open(told) if (c := count_at(told.page, p)) and not _in_ratio(told, p)}
    if len(wanted) != 1 or not own or counts - {sum(d.count or 0 for d in own)}:
        return None
    return tuple(d.model_copy(update={"aspect": wanted[0]}) if d in own else d for d in have)


def _asked(told: Told, have: Files) -> Files:
    """Return the counted files of a correction; "the video is 20 seconds" counts none."""
    real = tuple(
        _in_shape(told, d, have)
        for d in told.given.deliverables
        if d.count and not _is_length(told, d.count)
    )
    if real or not _ratios(told):
        return real
    counted = [c for p in _open(told) if (c := count_at(told.page, p)) and not _in_ratio(told, p)]
    return (Deliverable(count=counted[0][0], aspect=_ratios(told)[0]),) if counted else ()


def _in_shape(told: Told, new: Deliverable, have: Files) -> Deliverable:
    """Give "8 upright" the upright ratio that the brief already asks for, where there is one."""
    worded = {r.value for r in find_ratios(told.page, 0, len(told.page.tokens))} & _UPRIGHT.keys()
    if new.aspect or len(worded) != 1:
        return new
    upright = _UPRIGHT[worded.pop()]
    fitting = {d.aspect for d in have if d.aspect and _is_upright(d.aspect) == upright}
    return new.model_copy(update={"aspect": fitting.pop()}) if len(fitting) == 1 else new


_UPRIGHT = {"portrait": True, "landscape": False}


def _in_shapes(told: Told, new: list[Deliverable], have: Files) -> list[Deliverable]:
    """Give "3 upright and 2 wide" their ratios in turn, those of the brief where it has them."""
    found = find_ratios(told.page, 0, len(told.page.tokens))
    worded = [ratio.value for ratio in found if ratio.value in _UPRIGHT]
    if len(new) < 2 or len(worded) != len(new) or any(one.aspect for one in new):
        return new
    shaped: list[Deliverable] = []
    for one, word in zip(new, worded, strict=True):
        fitting = {d.aspect for d in have if d.aspect and _is_upright(d.aspect) == _UPRIGHT[word]}
        aspect = fitting.pop() if len(fitting) == 1 else word
        shaped.append(one.model_copy(update={"aspect": aspect}))
    return shaped


def _is_upright(aspect: str) -> bool | None:
    wide, _, high = aspect.partition(":")
    return None if wide == high or not high.isdecimal() else float(wide) < float(high)


def _is_length(told: Told, count: int) -> bool:
    lengths = [p for p in _open(told) if seconds_at(told.page, p) == count]
    told_else = [
        p for p in _open(told) if p not in lengths and (count_at(told.page, p) or (0,))[0] == count
    ]
    return bool(lengths) and not told_else


def _open(told: Told) -> Iterable[int]:
    """Yield the places of a correction that it does not refuse."""
    for place in range(len(told.page.tokens)):
        if not any(start <= place < end for start, end in told.refused):
            yield place


def _ratios(told: Told) -> list[str]:
    places = set(_open(told))
    found = find_ratios(told.page, 0, len(told.page.tokens))
    return [r.value for r in found if r.start in places and r.value[:1].isdecimal()]


def _in_ratio(told: Told, place: int) -> bool:
    found = find_ratios(told.page, 0, len(told.page.tokens))
    return any(r.start <= place < r.end for r in found)


def _with_counts(have: Files, asked: Files, told: Told) -> Files:
    for kind in dict.fromkeys(one.kind for one in asked):
        own = _in_shapes(told, [one for one in asked if one.kind == kind], have)
        if len(own) > 1 and all(one.aspect for one in own) and not told.says("amends.of_them"):
            have = (*(d for d in have if d.kind != kind), *own)
            continue
        for one in own:
            have = _with_count(have, one, told)
        have = _with_rest(have, own, told)
    return have


def _with_rest(have: Files, own: list[Deliverable], told: Told) -> Files:
    """Give the files of a kind that no count names the ratio told of the rest."""
    rest = [p for p in _open(told) if told.page.form(p) in word_set("deliverables.rest")]
    found = find_ratios(told.page, rest[0], len(told.page.tokens)) if rest else []
    counted = {(one.kind, one.aspect) for one in own}
    if len(found) != 1 or not found[0].value[:1].isdecimal():
        return have
    return tuple(
        d.model_copy(update={"aspect": found[0].value})
        if d.kind == own[0].kind and (d.kind, d.aspect) not in counted
        else d
        for d in have
    )


def _with_count(have: Files, new: Deliverable, told: Told) -> Files:
    same = [d for d in have if d.kind == new.kind]
    own = [d for d in same if d.aspect == new.aspect] if new.aspect else same
    more = told.says("amends.more")
    if not same:
        return (*have, new)
    if more and not told.says("amends.only"):
        return _raised(have, own, new) if own else (*have, _as_before(new, same))
    if new.aspect and not own and more:
        return (*have, new)
    total = sum(d.count or 0 for d in same)
    others = [d for d in same if d.aspect != new.aspect]
    if new.aspect and (told.says("amends.of_them") or not own) and (new.count or 0) < total:
        return _set_apart(have, own, others, new) if others else _set(have, own[0], new)
    if own and (new.aspect or len(own) == 1):
        return _set(have, own[0], new)
    if new.aspect:
        return (*(d for d in have if d.kind != new.kind), _as_before(new, same))
    return have if total == new.count else _scaled(have, same, new)


def _as_before(new: Deliverable, same: list[Deliverable]) -> Deliverable:
    """Return new files that keep the length and the ratio all others of their kind have."""
    aspects, lengths = {d.aspect for d in same}, {d.seconds for d in same}
    return new.model_copy(
        update={
            "aspect": new.aspect or (aspects.pop() if len(aspects) == 1 else None),
            "seconds": new.seconds or (lengths.pop() if len(lengths) == 1 else None),
        }
    )


def _set(have: Files, old: Deliverable, new: Deliverable) -> Files:
    changed = old.model_copy(
        update={"count": new.count, "count_max": None, "seconds": new.seconds or old.seconds}
    )
    return tuple(changed if d is old else d for d in have)


def _raised(have: Files, own: list[Deliverable], new: Deliverable) -> Files:
    raised = own[0].model_copy(update={"count": (own[0].count or 0) + (new.count or 0)})
    return tuple(raised if d is own[0] else d for d in have)


def _set_apart(
    have: Files, own: list[Deliverable], others: list[Deliverable], new: Deliverable
) -> Files:
    """Take the files of a ratio from the largest other one, the sum as before."""
    largest = max(others, key=lambda d: d.count or 0)
    before = sum(d.count or 0 for d in own)
    left = (largest.count or 0) - ((new.count or 0) - before)
    part = (own[0] if own else largest).model_copy(
        update={"count": new.count, "aspect": new.aspect}
    )
    kept = [d for d in have if d not in own and d is not largest]
    rest = [largest.model_copy(update={"count": left})] if left > 0 else []
    return (*kept, *rest, part)


def _scaled(have: Files, same: list[Deliverable], new: Deliverable) -> Files:
    """Share a new total out as the old one was, where that comes out even; else leave it."""
    total = sum(d.count or 0 for d in same)
    shares = [(d.count or 0) * (new.count or 0) for d in same]
    if not total or any(share % total for share in shares):
        return have
    counts = {id(d): share // total for d, share in zip(same, shares, strict=True)}
    return tuple(
        d.model_copy(update={"count": counts[id(d)]}) if id(d) in counts else d for d in have
    )


def _shaped(have: Files, told: Told) -> Files | None:
    """Give all files of a kind other ratios: "all in 1:1", "1:1, not 4:5", "4:5 and 9:16"."""
    wanted = _ratios(told)
    if not wanted or (len(wanted) > 1 and told.says("deliverables.rest")):
        return None
    old = {
        ratio.value for start, end in told.refused for ratio in find_ratios(told.page, start, end)
    }
    kinds = {_kind(s.name) for s in told.wanted("media")} or {"still"}
    every = told.says("deliverables.all") or len({d.aspect for d in have if d.kind in kinds}) < 2
    if not (old or every):
        return None
    # In several ratios each file is wanted in each, as where one sentence says both.
    changed = tuple(
        one
        for d in have
        for one in (
            [d.model_copy(update={"aspect": ratio}) for ratio in wanted]
            if (d.aspect in old if old else d.kind in kinds)
            else [d]
        )
    )
    return _merged(changed) if changed != have else None


def _merged(files: Files) -> Files:
    """Put files of one shape together: four of 4:5 made 1:1 beside two of 1:1 are six."""
    sums: dict[tuple[object, ...], Deliverable] = {}
    for one in files:
        key = (one.kind, one.aspect, one.seconds, one.role, one.channel)
        held = sums.get(key)
        total = (held.count or 0) + (one.count or 0) if held else one.count
        sums[key] = one.model_copy(update={"count": total})
    return tuple(sums.values())


def _timed(have: Files, told: Told) -> Files | None:
    """Give the films another length: "the video is 20 seconds"."""
    lengths = [length for p in _open(told) if (length := seconds_at(told.page, p))]
    if len(lengths) != 1 or not any(d.kind == "video" for d in have):
        return None
    return tuple(
        d.model_copy(update={"seconds": lengths[0]}) if d.kind == "video" else d for d in have
    )
