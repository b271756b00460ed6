"""Which files a brief asks for, one unit a shot: counts and ratios as said, else a rhythm's own."""

from collections.abc import Iterator

from toile.adapters.language.built_in.plan.rhythm import rhythm
from toile.domain.brief import Brief, Deliverable
from toile.domain.shots import Reason

_MOST_SHOTS = 80
Unit = tuple[Deliverable, int, int, Reason | None]


def files_asked(brief: Brief) -> tuple[tuple[Deliverable, Reason | None], ...]:
    """Return what is counted in the brief, or a number of our own with its reason."""
    counted = tuple(d for d in brief.deliverables if d.count)
    if counted:
        return tuple((d, None) for d in counted)
    data = rhythm()
    per_look = (brief.looks or 0) * 2
    count = per_look or max(data.default_count, len(brief.products))
    because = f"{brief.looks} looks, two views of each." if per_look else data.default_because
    aspect = next((d.aspect for d in brief.deliverables if d.aspect), "4:5")
    kind = next((d.kind for d in brief.deliverables), "still")
    return (
        (
            Deliverable(count=count, kind=kind, aspect=aspect),
            Reason(field="files", because=because),
        ),
    )


def units_of(
    asked: tuple[tuple[Deliverable, Reason | None], ...],
) -> Iterator[Unit]:
    """Yield one unit a shot: the deliverable, its index there, its files, a reason."""
    total = sum(d.count or 0 for d, _ in asked)
    share = max(1, -(-total // _MOST_SHOTS))
    for deliverable, reason in asked:
        left, index = deliverable.count or 0, 0
        while left > 0:
            yield deliverable, index, min(share, left), reason
            left, index = left - share, index + 1
