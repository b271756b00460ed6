"""Orders to the machine hidden in pasted text."""

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment


def injections(page: Page) -> list[Segment]:
    """Return the segments that give orders to the machine instead of telling it of the campaign."""
    found: list[Segment] = []
    for segment in page.segments:
        who = [s for s in page.spans(segment.start, segment.end, "inj") if s.name == "who"]
        order = [s for s in page.spans(segment.start, segment.end, "inj") if s.name == "order"]
        strong = [s for s in order if _machine_talk(page, s.start, s.end)]
        hidden = _hidden(page, segment)
        alone = any(_joined(page, s.start, s.end) in word_set("orders.alone") for s in order)
        if alone or (who and order) or (len(order) >= 2 and strong) or (hidden and (order or who)):
            found.append(segment)
    return found


def _machine_talk(page: Page, start: int, end: int) -> bool:
    words = _joined(page, start, end)
    return any(talk in words or words in talk for talk in word_set("orders.talk"))


def _joined(page: Page, start: int, end: int) -> str:
    return "_".join(page.form(p) for p in range(start, end))


def _hidden(page: Page, segment: Segment) -> bool:
    around = page.text[
        max(0, page.tokens[segment.start].start - 60) : page.tokens[segment.end - 1].end + 3
    ]
    return (
        "<!--" in around
        or "color:#fff" in around
        or "display:none" in around
        or "font-size:0" in around
    )
