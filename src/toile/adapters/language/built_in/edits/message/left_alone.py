"""Sentences that forbid what is never done: "don't retouch her skin", "no slimming in 2"."""

from toile.adapters.language.built_in.edits.message.hearing import without
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.refusals import people_of
from toile.adapters.language.built_in.flags.alterations import alterations
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import negated

_NEAR = 4
_KEPT = "Nobody's body, face or skin is changed here."


def set_forbidden_aside(page: Page, out: Outcome) -> None:
    """Take such words out, and say that it is so; what else a sentence asks for is read."""
    denied, people = negated(page), people_of(out.context)
    for segment in [*page.live()]:
        near = range(segment.start, min(segment.end, segment.start + _NEAR))
        if not any(page.span_at(p, "neg") for p in near):
            continue
        wished = alterations(page, segment, [], people, chosen=True)
        if wished and not alterations(page, segment, denied, people, chosen=True):
            held = (end for start, end in denied if start <= wished[0][0] < end)
            without(page, segment.start, max(held, default=segment.end))
            out.kept.append(_KEPT)
