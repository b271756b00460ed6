"""Set-ups: the place and light of every shot, so that each look is led through the places."""

from collections import Counter
from collections.abc import Callable, Sequence

from toile.adapters.language.built_in.plan.rhythm import rhythm
from toile.adapters.language.built_in.plan.told_places import lights_of_places
from toile.domain.brief import Brief
from toile.domain.shots import Reason

Light = tuple[str, Reason]
Cite = Callable[[str, int, str, str], Reason]


def places_of_shots(shares: Sequence[int], looks: Sequence[int]) -> tuple[int, ...]:
    """Return the place of every shot: shares exact, each look led through the places in turn.

    ``looks`` tells the look of each shot.
    """
    left = list(shares)
    seen: Counter[tuple[int, int]] = Counter()
    order: list[int] = []
    for look in looks:
        place = min(
            (p for p in range(len(left)) if left[p]),
            key=lambda p: (seen[look, p], order.count(p) / shares[p], p),
        )
        left[place] -= 1
        seen[look, place] += 1
        order.append(place)
    return tuple(order)


def lights_by_place(
    brief: Brief, sets: Sequence[str], cited: Cite, forbidden: Callable[[str], bool]
) -> tuple[tuple[Light, ...], ...]:
    """Return the lights of every place: those told of it, those told of all, else its own."""
    own = lights_of_places(brief)
    wished = [
        (i, (light, cited("lighting", i, "light", f"The brief asks for {light}.")))
        for i, light in enumerate(brief.lighting)
        if not forbidden(light)
    ]
    shared = [light for i, light in wished if i not in own]
    places = max(1, len(sets))
    found: list[tuple[Light, ...]] = []
    for place in range(places):
        told = tuple(light for i, light in wished if own.get(i) == place)
        common = tuple(shared[place::places] or shared[:1])
        name = sets[place] if sets else ""
        found.append(told or common or _usual(brief, name, places > 1, forbidden))
    return tuple(found)


def _usual(
    brief: Brief, place: str, several: bool, forbidden: Callable[[str], bool]
) -> tuple[Light, ...]:
    """Return the light that a place asks for, and where it is the only one a change of it."""
    data = rhythm()
    rule = next(r for r in data.lights if any(word in place.casefold() for word in r.where))
    named = " for this place" if brief.lighting else ""
    because = f"No light is named{named}; {rule.because}."
    source = place if brief.location else ""
    first = (rule.light, Reason(field="light", because=because, source=source))
    second = data.second_light.get(rule.light)
    if several or second is None or forbidden(second):
        return (first,)
    return (first, (second, Reason(field="light", because=f"A change of mood within {first[0]}.")))
