"""What every shot sells: the products as garments, every one in turn, or those of its look."""

from collections.abc import Iterator, Sequence

from toile.domain.brief import Brief, Deliverable
from toile.domain.values import Value

Asked = tuple[Deliverable, int]


class Sold(Value):
    """The look of a shot, counted from 0, and what it shows."""

    look: int
    garments: tuple[str, ...] = ()


def garments_of(brief: Brief) -> tuple[str, ...]:
    """Return the products as garments: colour, material and item in the order people say them."""
    named: list[str] = []
    for product in brief.products:
        said = product.item.casefold()
        words = [w for w in (product.colour, product.material) if w and w.casefold() not in said]
        named.append(" ".join([*words, product.item]))
    return tuple(dict.fromkeys(named))


def sold_by_shot(
    brief: Brief, garments: tuple[str, ...], asked: Sequence[Asked], people: bool
) -> tuple[Sold, ...]:
    """Return what each shot sells, for every shot its deliverable and its index there."""
    told = [_told(garments, *one) for one in asked]
    if brief.looks or not _shows_all(garments, told):
        told = [None] * len(asked)
    if not people:
        told = [
            Sold(look=len(garments), garments=garments) if deliverable.role == "group" else own
            for (deliverable, _), own in zip(asked, told, strict=True)
        ]
    return tuple(_sold(brief, garments, told))


def _told(garments: tuple[str, ...], deliverable: Deliverable, place: int) -> Sold | None:
    """Return the product that a role names: "four pictures of the Iroise"."""
    role = (deliverable.role or "").casefold()
    own = [look for look, garment in enumerate(garments) if role and role in garment.casefold()]
    if not own:
        return None
    look = own[place % len(own)]
    return Sold(look=look, garments=(garments[look],))


def _shows_all(garments: tuple[str, ...], told: Sequence[Sold | None]) -> bool:
    """Whether the shots of no product in particular are enough for those that no role names."""
    named = {one.look for one in told if one}
    return len(garments) - len(named) <= sum(one is None for one in told)


def _sold(brief: Brief, garments: tuple[str, ...], told: Sequence[Sold | None]) -> Iterator[Sold]:
    looks = max(1, min(brief.looks or len(garments), len(told)))
    named = {one.look for one in told if one}
    first = [look for look in range(looks) if look not in named]
    order = [*first, *(look for look in range(looks) if look in named)]
    turn = 0
    for one in told:
        if one:
            yield one
            continue
        look = order[turn % looks]
        yield Sold(look=look, garments=_of_look(garments, look, turn, looks))
        turn += 1


def _of_look(garments: tuple[str, ...], look: int, turn: int, looks: int) -> tuple[str, ...]:
    """Return the garments of a look; of more than there are shots, several share one."""
    if not garments:
        return ()
    own = tuple(garment for place, garment in enumerate(garments) if place % looks == look)
    return own or (garments[turn % len(garments)],)
