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
from toile.workflow.usage_words import UsageWords, narrowest

TEXT_FIELDS = (
    "title", "pose", "set", "light", "grade", "notes", "expression", "hair", "make_up", "look",
    "movement",
)  # fmt: skip
CHANGES = {"hair": "hair", "make_up": "makeup"}


def use_requests(
    shot: Shot,
    twin: TwinId,
    *,
    brand: BrandId,
    usage: Usage,
    words: UsageWords,
    action: str,
    key: str | None = None,
    picture: str | None = None,
) -> tuple[UseRequest, ...]:
    """Return the uses of one twin in one shot, one for each product; all must be a yes.

    What the usage leaves open stays unknown.
    """
    window, content = _window(usage.start, usage.end), _content(shot, usage, words)
    changes = tuple(change for field, change in CHANGES.items() if getattr(shot, field))
    return tuple(
        UseRequest(
            action=action,
            actor=brand,
            twins=(twin,),
            product=product,
            content_tags=content,
            media=usage.media,
            territory=usage.territories,
            online_reach=usage.online_reach,
            window=window,
            idempotency_key=key,
            modifications=changes,
            asset_hash=picture,
        )
        for product in _sold(shot, usage, words) or (None,)
    )


def _sold(shot: Shot, usage: Usage, words: UsageWords) -> tuple[str, ...]:
    """Return the paths of what a shot sells.

    That is what it is planned for, or else what the campaign sells, or else what is worn.
    What is worn beside it counts where it is of the same kind: jeans with a coat, a bag not.
    """
    worn = words.products(shot.garments)
    campaign = (usage.product,) if usage.product else ()
    sold = words.products(shot.products) or campaign or worn
    kinds = {path.partition(".")[0] for path in sold}
    alike = tuple(path for path in worn if path.partition(".")[0] in kinds)
    narrow = tuple(path for path in campaign if path.partition(".")[0] in kinds)
    return narrowest((*sold, *alike, *narrow))


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
