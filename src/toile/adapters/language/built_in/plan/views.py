"""The view of every shot: what shows the thing that is sold, and none twice in one light.

A look is seen whole once before its details; then come framings that it has not had. Knows what a
kind of goods asks for, not how shots are put in order.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain, zip_longest

from toile.adapters.language.built_in.plan.rhythm import Kind, View, kinds_of, rhythm
from toile.domain.brief import Deliverable
from toile.domain.values import Value

# From which width to height a picture lies: 4:3 and wider.
_LYING = 1.3


class Wanted(Value):
    """What one shot has to show; ``people`` is unknown where the brief says nothing of any.

    ``fixed`` is what its role or a must-have settles.
    """

    deliverable: Deliverable
    look: int
    light: str
    garments: tuple[str, ...]
    people: bool | None
    fixed: View | None = None


@dataclass
class Views:
    """The views of one list, each given once in a light."""

    allowed: Callable[[View], bool]
    used: set[tuple[str, ...]] = field(default_factory=set)
    framed: Counter[str] = field(default_factory=Counter)
    posed: Counter[tuple[str | None, ...]] = field(default_factory=Counter)
    of_looks: dict[int, Counter[str]] = field(default_factory=dict)

    def next(self, wanted: Wanted) -> tuple[View, str]:
        """Return the view of a shot, and why it is this one."""
        kinds = kinds_of(wanted.garments)
        named = [(view, _merged(view, wanted, kinds)) for view in _candidates(wanted, kinds)]
        able = [pair for pair in named if self.allowed(pair[1])] or named
        _, best = min(able, key=lambda pair: self._rank(pair[0], pair[1], wanted, kinds))
        key = (best.framing or "", best.angle or "", wanted.light)
        own = (*key, str(wanted.look), *wanted.garments)
        because = self._because(best, key, own)
        self.used |= {key, own}
        self.framed[key[0]] += 1
        self.posed[best.framing, best.angle, best.pose, *_scope(best, wanted)] += 1
        self._seen(wanted)[key[0]] += 1
        return best, because

    def _because(self, view: View, key: tuple[str, ...], own: tuple[str, ...]) -> str:
        if key not in self.used:
            return f"Coverage: {view.framing} from {view.angle}."
        if own not in self.used:
            return "The same view again, of another look."
        return "The same view again: more files are asked than there are views."

    def _seen(self, wanted: Wanted) -> Counter[str]:
        return self.of_looks.setdefault(wanted.look, Counter())

    def _rank(
        self, base: View, view: View, wanted: Wanted, kinds: tuple[Kind, ...]
    ) -> tuple[int, ...]:
        """Return what speaks against a view, the worst first."""
        framing, seen = view.framing or "", self._seen(wanted)
        lies = _lies(wanted.deliverable.aspect)
        own = tuple(chain.from_iterable((*kind.people, *kind.things) for kind in kinds))
        whole = () if seen else tuple(chain.from_iterable(kind.whole for kind in kinds))
        late = 0 if own else rhythm().late.get(framing, 0)
        key: tuple[str, ...] = (framing, view.angle or "", wanted.light)
        scope = _scope(view, wanted)
        key = (*key, *scope)
        return (
            key in self.used,
            lies and framing in rhythm().upright,
            bool(whole) and framing not in whole and not (lies and framing == "wide"),
            bool(own) and base not in own,
            wanted.deliverable.kind == "video" and view.pose not in rhythm().moving,
            seen[framing] + late,
            0 if scope else self.framed[framing] + late,
            self.posed[view.framing, view.angle, view.pose, *scope],
        )


def shows_nobody(view: View) -> bool:
    """Whether a view is of a thing alone: a flat lay, a packshot."""
    return view.framing in rhythm().things


def sold_alone(garments: tuple[str, ...]) -> bool:
    """Whether all that is sold is worn by nobody: chairs, vases."""
    kinds = kinds_of(garments)
    return bool(kinds) and all(kind.alone for kind in kinds)


def _candidates(wanted: Wanted, kinds: tuple[Kind, ...]) -> tuple[View, ...]:
    """Return the views to choose from: the kind's own first, then all that show it."""
    fixed = wanted.fixed
    things = wanted.people is False or bool(fixed and shows_nobody(fixed))
    views = _of_things(kinds) if things else _of_people(kinds, wanted.people)
    if fixed is None or not fixed.framing:
        return views
    # Only a view of the same framing has a pose that suits the role.
    framing = _role_framing(fixed, wanted, kinds)
    every = (*views, *(rhythm().product if things else rhythm().people))
    return tuple(view for view in every if view.framing == framing) or views


def _of_things(kinds: tuple[Kind, ...]) -> tuple[View, ...]:
    things = tuple(chain.from_iterable(kind.things for kind in kinds))
    alone = all(kind.alone for kind in kinds)
    return (*things, *(_showing(rhythm().product, kinds) if alone else rhythm().product))


def _of_people(kinds: tuple[Kind, ...], people: bool | None) -> tuple[View, ...]:
    own = tuple(chain.from_iterable(kind.people for kind in kinds))
    if people is None:
        own = _in_turn(own, tuple(chain.from_iterable(kind.things for kind in kinds)))
    views = (*own, *_showing(rhythm().people, kinds))
    barred = {pose for kind in kinds for pose in kind.without}
    return tuple(view for view in views if view.pose not in barred) or views


def _in_turn(people: tuple[View, ...], things: tuple[View, ...]) -> tuple[View, ...]:
    """Return views with and without somebody by turns: nobody said whether there is a model."""
    pairs = zip_longest(people, things)
    return tuple(view for pair in pairs for view in pair if view is not None)


def _showing(views: tuple[View, ...], kinds: tuple[Kind, ...]) -> tuple[View, ...]:
    """Return the views that show what is sold: boots in no portrait."""
    if not kinds or not all(kind.framings for kind in kinds):
        return views
    framings = {framing for kind in kinds for framing in kind.framings}
    return tuple(view for view in views if view.framing in framings) or views


def role_view(deliverable: Deliverable, place: int) -> View | None:
    """Return what the role of a deliverable fixes, the parts of "front and back" by turns."""
    parts = [part.strip() for part in (deliverable.role or "").split(" and ")]
    known = [part for part in parts if part in rhythm().roles]
    return rhythm().roles[known[place % len(known)]] if known else None


def _merged(base: View, wanted: Wanted, kinds: tuple[Kind, ...]) -> View:
    """Return a view as its role wants it."""
    fixed = wanted.fixed
    if fixed is None:
        return base
    values = {k: v for k, v in fixed.model_dump(exclude={"implied", "said"}).items() if v}
    if fixed.framing:
        values["framing"] = _role_framing(fixed, wanted, kinds)
    return base.model_copy(update=values)


def _role_framing(fixed: View, wanted: Wanted, kinds: tuple[Kind, ...]) -> str | None:
    """Return the framing of a role: that of a thing, and an implied one as what is sold asks."""
    framing = fixed.framing or ""
    if wanted.people is False:
        return rhythm().of_things.get(framing, framing)
    shown = kinds[0].framings if kinds else ()
    return kinds[0].whole[0] if fixed.implied and shown and framing not in shown else framing


def _scope(view: View, wanted: Wanted) -> tuple[str, ...]:
    """Return within what no view comes twice: one look where looks are compared, else the list.

    Packshots and the fronts of a lookbook are seen alike.
    """
    alike = wanted.people is False or view.framing in rhythm().things or wanted.fixed is not None
    return (str(wanted.look), *wanted.garments) if alike else ()


def _lies(aspect: str | None) -> bool:
    width, _, height = (aspect or "").partition(":")
    return bool(height) and float(width) / float(height) >= _LYING
