"""The order of a list: by set-up, then look by look, each from wide to close and again.

On the day nobody changes light or clothes more often than needed; whoever reads the list meets no
run of one framing.
"""

from collections import Counter
from collections.abc import Sequence

from toile.adapters.language.built_in.plan.rhythm import rhythm
from toile.adapters.language.built_in.plan.set_ups import Light
from toile.adapters.language.built_in.text.lexicon import vocabulary
from toile.domain.shots import Shot

_LOOSEST = 9


def in_order(
    shots: Sequence[Shot],
    looks: Sequence[int],
    sets: Sequence[str],
    lights: Sequence[Sequence[Light]],
) -> list[Shot]:
    """Return the shots in the order of the day; ``looks`` tells the look of each."""
    named = [light for own in lights for light, _ in own]
    grouped = [
        (sets.index(shot.set or "") if (shot.set or "") in sets else 0, _at(named, shot.light))
        for shot in shots
    ]
    rounds: Counter[tuple[object, ...]] = Counter()
    keys: list[tuple[object, ...]] = []
    for shot, look, group in zip(shots, looks, grouped, strict=True):
        if shot.pose is None:
            # Things stand before one camera: what changes is the thing, not the framing.
            keys.append((*group, shot.kind == "video", True, _on_the_table(shot)))
            continue
        part = (*group, shot.kind == "video", False, look)
        keys.append((*part, rounds[*part, shot.framing], tightness(shot)))
        rounds[*part, shot.framing] += 1
    places = sorted(range(len(shots)), key=lambda place: keys[place])
    return [shots[place] for place in places]


def _on_the_table(shot: Shot) -> int:
    order = rhythm().on_the_table
    return order.index(shot.framing) if shot.framing in order else len(order)


def tightness(shot: Shot) -> int:
    """Return how close a framing is, 0 for the whole place."""
    term = vocabulary().find("framing", shot.framing or "")
    return int(term.scales.get("tightness", _LOOSEST)) if term else _LOOSEST


def _at(named: list[str], light: str | None) -> int:
    return named.index(light) if light in named else 0
