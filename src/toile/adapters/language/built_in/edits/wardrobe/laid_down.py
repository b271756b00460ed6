"""A thing that lies or hangs somewhere: "the hat should lie on the floor" is nobody's pose."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_THINGS = ("g", "h", "b", "j", "p")
_LISTS = frozenset(("garments", "props"))


def read_laid(page: Page, clause: Clause, out: Outcome, target: Target) -> bool:
    """Ask what becomes of a thing that is to lie somewhere, where nobody is spoken of."""
    words = word_set("laid.verbs") | word_set("laid.floors")
    lying = [p for p in range(clause.start, clause.end) if page.form(p) in words]
    if not lying or _is_of_somebody(page, clause) or page.has(clause.start, clause.end, "kind"):
        return False
    floor = page.form(lying[0]) in word_set("laid.floors")
    lies = any(page.form(p) in word_set("laid.be") for p in range(clause.start, lying[0]))
    if floor and not (lies or _is_put_there(page, clause, lying[0])):
        return False
    thing = _thing(page, clause, lying[0], target)
    if thing:
        out.asks.append(
            f"Where the {thing} lies is no part of the board. Shall it be worn, or be a prop?"
        )
    return bool(thing)


def _is_put_there(page: Page, clause: Clause, floor: int) -> bool:
    """Whether "Rucksack auf den Boden" names a thing of the board right before the floor."""
    here = floor - 1
    while here > clause.start and page.form(here) in word_set("laid.onto"):
        here -= 1
    things = {m.end for m in clause.mentions if m.fields and m.fields <= _LISTS}
    return here < floor - 1 and here + 1 in things


def _thing(page: Page, clause: Clause, verb: int, target: Target) -> str:
    """Return the thing that a sentence is about, by its name on the board or as it is said."""
    for mention in clause.mentions:
        if mention.fields & _LISTS and mention.fields <= _LISTS and mention.end <= verb + 2:
            own = [e.value for e in mention.entries if e.shot in target.shots]
            return (own or [*mention.values])[0]
    near = page.spans(clause.start, verb, *_THINGS)
    return page.words(near[-1].start, near[-1].end) if near else ""


def _is_of_somebody(page: Page, clause: Clause) -> bool:
    named = any("talent" in mention.fields for mention in clause.mentions)
    people = word_set("laid.people") | word_set("deleting.somebody")
    return named or any(page.form(p) in people for p in range(clause.start, clause.end))
