"""Words that came to nothing: asked about, unless they stand beside what was understood."""

from typing import Literal

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.contents import says_unknown
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.unwanted import complains
from toile.adapters.language.built_in.edits.shots import places
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.text.lexicon import vocabulary, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words

WHAT = "What exactly should change, and in which shot?"


def _is_order(page: Page, clause: Clause) -> bool:
    """Whether a clause has a verb of its own: "to Hugo" has none."""
    spans = page.spans(clause.start, clause.end, "act")
    return any(page.form(s.start) not in word_set("clauses.weak") for s in spans)


def unexplained(page: Page, clause: Clause, out: Outcome, acts: list[str]) -> None:
    """Ask about words that came to nothing; beside a change that was understood they are chat."""
    vague = any(s.name == "vague" for s in page.spans(clause.start, clause.end, "rel"))
    chat = page.has(clause.start, clause.end, "chat")
    meaning = [a for a in acts if a not in ("set",)]
    concrete = any(m.fields & {"garments", "props"} for m in clause.mentions)
    target = resolve(page, clause, out.context.shots, out.context)
    if target.missing:
        out.cannot.append(places.missing(target, out.context.shots))
        return
    which = _which_value(page, clause, out, target, acts)
    if which:
        out.asks.append(which)
        return
    told = _is_order(page, clause) or (concrete and target.how == "number")
    if not chat and (told or says_unknown(page, clause)):
        out.unheard.append(page.words(clause.start, clause.end).strip())
    if vague or (meaning and not chat):
        wished = vague and not complains(page, clause)
        (out.asks if wished or concrete else out.doubts).append(WHAT)
    elif _is_order(page, clause) and not chat and clause.end - clause.start > 1:
        (out.asks if concrete else out.doubts).append(
            "I did not understand that. Which shot, and what should change?"
        )


def _which_value(
    page: Page, clause: Clause, out: Outcome, target: Target, acts: list[str]
) -> str | None:
    """Return what to ask where "change the angle on 6" names a field and nothing for it."""
    fields = [s.name for s in page.spans(clause.start, clause.end, "f")]
    other = page.has(clause.start, clause.end, "rel", "chat", "sim", "q", "col", "neg")
    other = other or any(_is_unknown(page, p) for p in range(clause.start, clause.end))
    plain = set(acts) == {"set"} and not clause.mentions and not clause.ratios
    if len(fields) != 1 or not plain or other or target.how not in ("number", "ordinal"):
        return None
    numbers = ", ".join(str(out.context.shots.shot(i).no) for i in target.shots)
    now = {getattr(out.context.shots.shot(i), fields[0], None) for i in target.shots}
    terms = next((vocabulary().terms[one] for one in _LADDERS if one == fields[0]), ())
    ladder = [term.id for term in terms if term.id not in now]
    told = f": {', '.join(ladder[:_FEW])} …" if ladder else ""
    plural = "s" if len(target.shots) > 1 else ""
    return f"Which {_SAID.get(fields[0], fields[0])} for shot{plural} {numbers}{told}?"


def _is_unknown(page: Page, place: int) -> bool:
    """Whether a word may be what is wished, though no table has it: "give 6 the SS24 look"."""
    known = page.at[place] or page.form(place) in function_words()
    number = page.tokens[place].text.isdecimal()
    return page.tokens[place].text[:1].isalnum() and not (known or number)


_LADDERS: tuple[Literal["framing", "angle", "lens"], ...] = ("framing", "angle", "lens")
_FEW = 4
_SAID = {"aspect": "ratio", "set": "place", "garments": "look", "talent": "person"}
