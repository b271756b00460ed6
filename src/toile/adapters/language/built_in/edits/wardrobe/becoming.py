"""What a thing becomes: "the swimsuit a bikini", "the coat to a trench", "cropped trousers"."""

from collections.abc import Callable

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.said_ahead import is_cut
from toile.adapters.language.built_in.edits.message.senses import stem, stems
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page


def becomes(page: Page, clause: Clause, acts: list[str], thing: Mention) -> bool:
    """Whether a thing is made or turned into another."""
    if "set" in acts and _is_made(page, clause, thing):
        return True
    arrow = any(page.form(p) == "→" for p in range(clause.start, clause.end))
    told = arrow or bool({"set", "swap", "move"} & set(acts))
    return told and new_after_to(page, clause, thing)


def _is_made(page: Page, clause: Clause, thing: Mention) -> bool:
    """Whether "make the swimsuit a bikini" puts one thing in the place of another."""
    article = page.form(thing.end) in word_set("giving.a")
    return article and page.has(thing.end + 1, clause.end, "g", "h", "b", "j", "p")


def is_other(page: Page, clause: Clause, things: list[Mention]) -> bool:
    """Whether "the coat to a camel trench" names another thing, and not a colour alone."""
    return _is_other(page, things[0], things[0].end, clause.end)


def names_other(page: Page, clause: Clause, things: list[Mention]) -> bool:
    """Whether "white trainers, not the silver boots" names a thing in front, too."""
    return is_other(page, clause, things) or _is_other(
        page, things[0], clause.start, things[0].start
    )


def _is_other(page: Page, thing: Mention, start: int, end: int) -> bool:
    own = {word for value in thing.values for word in stems(value)}
    named = page.spans(start, end, "g", "h", "b", "j")
    return any(stem(page.form(span.end - 1)) not in own for span in named)


def new_after_to(page: Page, clause: Clause, mention: Mention) -> bool:
    if page.form(mention.end) in word_set("becoming.being") and page.form(
        mention.end + 1
    ) in word_set("shared.to"):
        return False
    return any(
        page.form(p) in word_set("things.new_after_to")
        and page.form(p - 1) not in word_set("things.has_to")
        for p in range(mention.end, min(clause.end, mention.end + 5))
        if p < mention.end + 3 or page.form(p) == "→"
    )


def recut(page: Page, clause: Clause, out: Outcome, target: Target, thing: Mention) -> bool:
    """Read "cropped trousers in 2", "dress to the knee": how a thing the shot has is cut."""
    length = _length(page, clause, thing)
    if length and thing.fields == {"garments"}:
        return _remake(out, target, thing, lambda value: f"{value} {length}")
    start = thing.start
    while start > clause.start and is_cut(page, start - 1):
        start -= 1
    if start == thing.start or thing.fields & {"talent"}:
        return False
    text = page.words(start, thing.start).lower()
    return _remake(
        out, target, thing, lambda value: items.with_head(page, start, thing.start, text, value)
    )


def _remake(out: Outcome, target: Target, thing: Mention, renamed: Callable[[str], str]) -> bool:
    done = False
    for entry in items.scoped(thing, target, explicit=True):
        for command in items.replace_all((entry,), renamed(entry.value)):
            done = out.do(command) or done
        out.last = (entry.shot,)
    return done


def _length(page: Page, clause: Clause, thing: Mention) -> str:
    """Return "to the knee" where it tells how long a garment is."""
    for place in range(thing.end, min(thing.end + _NEAR, clause.end - 1)):
        end = place + 1 + (page.form(place + 1) in word_set("naming.articles"))
        if page.form(place) == "to" and page.form(end) in word_set("becoming.lengths"):
            return page.words(place, end + 1)
    return ""


_NEAR = 3
