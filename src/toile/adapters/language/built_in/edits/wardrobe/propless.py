"""All props that go at once: "no props in 2", "lose the props", "die 3 ohne Requisiten"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.shots.places import resolve_loose
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import RemoveItems
from toile.domain.shots import ShotList

_THINGS = ("g", "h", "b", "j", "p")
_NEAR = 4
_MEANT = ("number", "ordinal", "description", "all", "both", "before", "rest")


def read_propless(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str]
) -> bool:
    """Take every prop out of the shots meant; say where there is none."""
    props = [s for s in page.spans(clause.start, clause.end, "f") if s.name == "props"]
    named = page.has(clause.start, clause.end, *_THINGS) or bool(clause.ratios)
    if props and not named and "add" in acts:
        out.asks.append("Which prop?")
        return True
    if not props or not _are_gone(page, clause, props[0]):
        return False
    if named:
        kept = [s for s in page.spans(props[0].end, clause.end, "ref") if s.name == "except"]
        if kept:
            out.asks.append("Which props shall go? Name them.")
        return bool(kept)
    target = resolve_loose(page, clause, base, out)
    shots = [base.shot(i) for i in target.shots] if target.how in _MEANT else []
    if not shots:
        out.asks.append("From which shot shall the props go?")
        return True
    for shot in shots:
        if shot.props:
            out.do(RemoveItems(shots=(shot.id,), field="props", items=shot.props))
        else:
            out.already.append(f"Shot {shot.no} has no props.")
    out.last = tuple(shot.id for shot in shots)
    return True


def _are_gone(page: Page, clause: Clause, props: Span) -> bool:
    """Whether a word for going or for none stands before the props."""
    before = range(max(clause.start, props.start - _NEAR), props.start)
    none = word_set("grooming.denied") | word_set("propless.none")
    if any(page.form(p) in word_set("propless.with") for p in before):
        return False  # "Delete 1 with its props" is about a shot.
    gone = any(s.name == "delete" for s in page.spans(before.start, props.start, "act"))
    return gone or any(page.span_at(p, "neg") or page.form(p) in none for p in before)
