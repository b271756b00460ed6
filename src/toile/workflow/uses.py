"""A shot and a usage as the question that the rights check answers.

Who is in a shot is read from its casting and from its words: a twin named only in a pose or a
title is in the picture as much as one in the talent column.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from toile.domain.brief import Usage
from toile.domain.ids import BrandId, TwinId
from toile.domain.rights import UseRequest, Window
from toile.domain.shots import Shot
from toile.domain.twins import Twin
from toile.workflow.usage_words import UsageWords

TEXT_FIELDS = (
    "title", "pose", "set", "light", "notes", "expression", "hair", "make_up", "look", "movement",
)  # fmt: skip
CHANGES = {"hair": "hair", "make_up": "makeup"}


def use_request(
    shot: Shot,
    twin: TwinId,
    *,
    brand: BrandId,
    usage: Usage,
    words: UsageWords,
    action: str,
    key: str | None = None,
    picture: str | None = None,
) -> UseRequest:
    """Return the use of one twin in one shot; what the usage leaves open stays unknown."""
    return UseRequest(
        action=action,
        actor=brand,
        twins=(twin,),
        product=_product(shot, usage, words),
        content_tags=_content(shot, usage, words),
        media=usage.media,
        territory=usage.territories,
        online_reach=usage.online_reach,
        window=_window(usage.start, usage.end),
        idempotency_key=key,
        modifications=tuple(change for field, change in CHANGES.items() if getattr(shot, field)),
        asset_hash=picture,
    )


def _product(shot: Shot, usage: Usage, words: UsageWords) -> str | None:
    """Return the narrowest of what the shot shows and what the campaign sells."""
    shown = words.product((*shot.products, *shot.garments))
    sold = usage.product
    if shown and sold and not shown.startswith(sold) and sold.startswith(shown):
        return sold
    return shown or sold


def _content(shot: Shot, usage: Usage, words: UsageWords) -> tuple[str, ...] | None:
    if usage.content_tags is None:
        return None
    said = (*shot.garments, *shot.props, *texts(shot))
    return tuple(dict.fromkeys((*usage.content_tags, *words.content_tags(said))))


def _window(start: date | None, end: date | None) -> Window | None:
    return Window(start=start, end=end) if start or end else None


def texts(shot: Shot) -> tuple[str, ...]:
    """Return the free words of a shot, beside its lists."""
    return tuple(text for field in TEXT_FIELDS if (text := getattr(shot, field)))


def people_in(shot: Shot, twins: Sequence[Twin]) -> tuple[tuple[TwinId, str], ...]:
    """Return id and name of everybody a shot names; a name nobody has on file is its own id."""
    found: dict[TwinId, str] = {}
    for name in shot.talent:
        twin = named(name, twins)
        found[twin.id if twin else TwinId(f"unknown:{name.strip()}")] = twin.name if twin else name
    said = " ".join((*texts(shot), *shot.garments, *shot.props))
    for twin in twins:
        if mentions(said, twin.name):
            found[twin.id] = twin.name
    return tuple(found.items())


def named(name: str, twins: Iterable[Twin]) -> Twin | None:
    """Return the twin of that full or first name, or ``None``."""
    wanted = name.strip().casefold()
    for twin in twins:
        if wanted in {twin.name.casefold(), twin.name.split()[0].casefold(), twin.id}:
            return twin
    return None


def mentions(text: str, name: str) -> bool:
    """Say whether a text calls somebody by the full or the first name."""
    return _called(name).search(text) is not None


def renamed(text: str, name: str, other: str) -> str:
    """Return a text that calls somebody else where it called this one."""
    return _called(name).sub(lambda _: other, text)


@cache
def _called(name: str) -> re.Pattern[str]:
    """Names are asked of every shot on a wall, so each is made ready once."""
    first = name.split()[0]
    return re.compile(rf"(?<!\w)(?:{re.escape(name)}|{re.escape(first)})(?!\w)")


def wants_people(shot: Shot) -> bool:
    """Return whether a shot shows a person: a flat lay or a packshot does not."""
    said = " ".join(filter(None, (shot.framing, shot.pose, shot.title))).casefold()
    return not any(word in said for word in ("flatlay", "flat lay", "still life", "packshot"))
