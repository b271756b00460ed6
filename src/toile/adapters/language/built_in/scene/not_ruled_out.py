"""Denials that rule nothing out of a picture: copy in quotation marks, a feeling, a bare verb."""

import re

from toile.adapters.language.built_in.scene.turned_round import THINGS
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_QUOTED = re.compile(r'["“„«][^"”“»«\n]{1,90}["”“»]')


def rules_out_nothing(page: Page, start: int, end: int) -> bool:
    """Whether a denial tells of words, of a feeling or of an act, and of no thing to be seen."""
    return _in_copy(page, start) or _of_a_feeling(page, start, end) or _is_verb(page, start, end)


def _in_copy(page: Page, start: int) -> bool:
    """Whether the denial itself stands in a line of copy: '"100% neutral, zero impact"'."""
    place = page.tokens[max(0, start - 1)].start
    line = page.text.rfind("\n", 0, place) + 1
    return any(
        m.start() < place < m.end() - 1 and " " in m.group().strip()
        for m in _QUOTED.finditer(page.text, line)
    )


def _of_a_feeling(page: Page, start: int, end: int) -> bool:
    """Whether "warm but not sugary" tells how it feels: one word that is no thing."""
    denied = page.form(start - 1) in word_set("not_ruled_out.not")
    behind = page.form(start - 2) in word_set("not_ruled_out.but")
    return denied and behind and end - start == 1 and not page.has(start, end, *THINGS)


def _is_verb(page: Page, start: int, end: int) -> bool:
    """Whether nothing but a verb is denied: "la nonna non può"."""
    return end - start == 1 and page.form(start) in word_set("not_ruled_out.verbs")
