"""Poses in a person's own words: "sitting on the ball", "she's yawning"."""

from toile.adapters.language.built_in.edits.clause import Clause
from toile.adapters.language.built_in.lexicon import Span, word_set
from toile.adapters.language.built_in.page import Page
from toile.adapters.language.built_in.phrases import function_words, trim


def posed_until(page: Page, pose: Span) -> int:
    """Return where "sitting on the ball" ends: with the thing that holds the body."""
    place = pose.end
    if page.form(place) not in word_set("values.held_by"):
        return pose.end
    place += 1
    while page.form(place) in word_set("values.held_by.2"):
        place += 1
    thing = page.tokens[place] if place < len(page.tokens) else None
    if thing is None or place == pose.end + 1 or not thing.is_word:
        return pose.end
    if page.first(place, "s", "set", "light", "f", "framing", "g", "h", "j", "noun", "ref"):
        return pose.end
    after = page.tokens[place + 1] if place + 1 < len(page.tokens) else None
    named = after is not None and after.is_word and after.form not in function_words()
    return place + 1 + (named and not page.at[place + 1])


def acting(page: Page, clause: Clause) -> tuple[str, int, int] | None:
    """Read "she's yawning": a verb of doing that no vocabulary knows."""
    for place in range(clause.start + 1, clause.end):
        form, lead = page.form(place), page.form(place - 1)
        who = lead if lead not in ("is", "are") else page.form(place - 2)
        if form.endswith("ing") and len(form) > 5 and who in word_set("values.who"):
            if page.at[place] or page.tokens[place].is_name:
                continue
            start, end = trim(page, place, clause.end)
            return page.words(start, end).lower(), start, end
    return None
