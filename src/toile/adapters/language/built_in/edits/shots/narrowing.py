"""Words that narrow "all" to shots the board does not know: "all the moon shots"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.shots.target_kinds import ARTICLES
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page


def is_narrowed(page: Page, clause: Clause, scope: Span) -> bool:
    """Whether "all the moon shots" speaks of some that the board does not know: never of all."""
    place = scope.end
    if scope.name != "all" or place >= clause.end:
        return False
    while place < clause.end and page.form(place) in ARTICLES:
        place += 1
    if _shows_something(page, place):
        return True
    for head in range(place, min(place + 3, clause.end)):
        if page.span_at(head, "noun"):
            counted = page.first(head - 1, "ref", "n") or page.tokens[head - 1].text.isdecimal()
            return head > place and not counted
        if page.first(head, "act", "rel", "pos", "neg") or not page.tokens[head].is_word:
            return False
    return False


def _shows_something(page: Page, place: int) -> bool:
    """Whether a word like "Mondbilder" says what is in the pictures."""
    form = page.form(place)
    return not any(page.at[place : place + 1]) and any(
        form.endswith(noun) and len(form) > len(noun) + 2 for noun in word_set("naming.joined")
    )
