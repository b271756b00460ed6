"""Sentences that forbid what is never done: "don't retouch her skin", "no slimming in 2"."""

from toile.adapters.language.built_in.edits.message.hearing import without
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.refusals import people_of
from toile.adapters.language.built_in.flags.alterations import alterations
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import negated

_NEAR = 4
_KEPT = "Nobody's body, face or skin is changed here."


def set_forbidden_aside(page: Page, out: Outcome) -> None:
    """Take such words out, and say that it is so; what else a sentence asks for is read."""
    denied, people = negated(page), people_of(out.context)
    for segment in [*page.live()]:
        suggested = _suggests(page, segment)
        far = segment.end if suggested else min(segment.end, segment.start + _NEAR)
        if not any(page.span_at(p, "neg") for p in range(segment.start, far)):
            continue
        wished = alterations(page, segment, [], people, chosen=True)
        if wished and not alterations(page, segment, denied, people, chosen=True):
            place, flag = wished[0]
            held = (end for start, end in denied if start <= place < end)
            if suggested:
                out.flags.append(flag)
            else:
                out.kept.append(_KEPT)
            without(page, segment.start, max(held, default=segment.end))


def _suggests(page: Page, segment: Segment) -> bool:
    """Whether "why don't we slim her", "don't forget to slim her" wishes what it seems to deny."""
    told = {page.form(p) for p in range(segment.start, min(segment.start + _NEAR + 1, segment.end))}
    wishing = word_set("denied.why") | word_set("left_alone.forget")
    return page.form(segment.end) == "?" or not told.isdisjoint(wishing)
