"""The page of a message: a page that also knows which words name shots."""

from dataclasses import dataclass, field

from toile.adapters.language.built_in.text.page import Page


@dataclass(frozen=True, slots=True)
class Named:
    """Words ``start`` to ``end`` that name shots; ``plural`` where several may be meant.

    ``lost`` are field and value of the thing that goes: "anything with a backpack: lose it".
    """

    start: int
    end: int
    shots: tuple[str, ...]
    plural: bool
    lost: tuple[tuple[str, str], ...] = ()


@dataclass(eq=False)
class Talk(Page):
    """A message as a page; ``named`` are the phrases that point at shots, left to right."""

    named: list[Named] = field(default_factory=list)


def named_in(page: Page, start: int, end: int) -> list[Named]:
    """Return the phrases of a stretch that name shots."""
    found = page.named if isinstance(page, Talk) else []
    return [one for one in found if start <= one.start and one.end <= end]


def is_named(page: Page, place: int) -> bool:
    """Whether a token belongs to a phrase that names shots."""
    return isinstance(page, Talk) and any(n.start <= place < n.end for n in page.named)
