"""A colour behind a thing, as another shot has it: "in der 5 das Kleid schwarz" recolours the
dress of 5, though 1 has a black one.
"""

from dataclasses import replace

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.entries import THINGS, things_of_kind
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.shots import ShotList

_OTHERWISE = {"delete", "replace", "add", "move", "keep", "swap"}


def with_colour_apart(
    page: Page, clause: Clause, base: ShotList, acts: list[str], target: Target
) -> Clause:
    """Return the clause with its things read without a colour that their own shots lack."""
    if not target.shots or target.how == "all" or set(acts) & _OTHERWISE:
        return clause
    own = [_apart(page, mention, base, target) for mention in clause.mentions]
    return replace(clause, mentions=own) if own != clause.mentions else clause


def _apart(page: Page, thing: Mention, base: ShotList, target: Target) -> Mention:
    """Return the thing of the shots meant, where only another shot has it in that colour."""
    colour = page.spans(thing.start + 1, thing.end, "col")
    behind = bool(colour) and colour[-1].end == thing.end
    if behind and _is_worn(page, thing.start):
        return thing  # "With the black jeans" puts those on.
    if not behind or not thing.fields <= THINGS or set(thing.shots) & set(target.shots):
        return thing
    heads = {entry.stems[-1] for entry in thing.entries}
    meant = (shot for shot in base.shots if shot.id in target.shots)
    found = things_of_kind(meant, heads)
    each = {entry.shot for entry in found}
    alone = len(found) == len(each) == len(target.shots)
    return Mention(thing.start, colour[-1].start, found) if alone else thing


def _is_worn(page: Page, place: int) -> bool:
    """Whether "with the" leads to a thing."""
    while page.form(place - 1) in word_set("naming.articles"):
        place -= 1
    return page.form(place - 1) in word_set("wearing.with")
