"""Small words that are taken for more: "I'd like dusk" compares nothing, "für 7" is no fur."""

from toile.adapters.language.built_in.edits.message.kept_out import set_kept_out
from toile.adapters.language.built_in.edits.message.lit_things import set_lit_things_aside
from toile.adapters.language.built_in.edits.message.other_senses import set_other_senses_aside
from toile.adapters.language.built_in.edits.message.told_poses import set_told_poses_right
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words


def set_small_senses_right(page: Page) -> None:
    """Take from small words the sense that they have only elsewhere."""
    for place in range(len(page.tokens)):
        if page.form(place) == "like" and page.form(place - 1) in word_set("liking.ahead"):
            page.at[place].pop("sim", None)
        if page.form(place) == "as" and _stands_between_shots(page, place):
            page.at[place] = {"sim": Span(place, place + 1, "sim", "like")}
        if page.form(place) in word_set("small_senses.looks") and _seems(page, place):
            page.at[place].pop("noun", None)
            told = page.form(place) in word_set("small_senses.seems")
            if told and page.form(place + 1) in word_set("small_senses.unwanted"):
                page.at[place + 1].clear()  # "Amara looks bored" wishes nobody bored.
        accented = not page.tokens[place].text.isascii()
        if accented and page.form(place) in function_words():
            for kind in ("g", "h", "b", "j", "p", "m"):
                page.at[place].pop(kind, None)
    set_told_poses_right(page)
    set_kept_out(page)
    set_lit_things_aside(page)
    set_other_senses_aside(page)


def _stands_between_shots(page: Page, place: int) -> bool:
    """Whether "6 as 2" likens a shot to another."""
    beside = (place - 1, place + 1)
    inside = 0 < place < len(page.tokens) - 1
    return inside and all(page.tokens[p].text.isdecimal() for p in beside)


def _seems(page: Page, place: int) -> bool:
    """Whether "Sofie looks cold" says how she seems, and speaks of none of her looks."""
    if place == 0 or place + 1 >= len(page.tokens):
        return False
    who = page.tokens[place - 1].is_name or page.form(place - 1) in word_set("small_senses.who")
    return who and page.first(place + 1, "rel", "mien", "expr", "pose", "light") is not None
