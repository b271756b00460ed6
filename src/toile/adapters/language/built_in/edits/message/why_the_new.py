"""Why a new thing is better than the old one, which is no part of its name.

"No newspaper in the café, a paperback has more charm" is read without its praise.
"""

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_LONGEST = 5
_INSTEAD = {
    "en": "instead", "fr": "à la place", "it": "al suo posto", "es": "en su lugar",
    "de": "stattdessen", "sv": "istället",
}  # fmt: skip


def without_praise(page: Page) -> str | None:
    """Return the text with the new thing alone, or ``None`` where nothing praises it."""
    if "?" in page.text:
        return None
    for segment in page.live():
        for comma in range(segment.start + 2, segment.end - 2):
            if page.tokens[comma].text not in ",;–—-" or not _gives_up(page, segment, comma):
                continue
            verb = _verb(page, segment, comma + 1)
            if verb is not None:
                tail = page.tokens[segment.end - 1].end
                new = page.text[: page.tokens[verb - 1].end]
                return f"{new} {_INSTEAD[page.languages[0]]}{page.text[tail:]}"
    return None


def _gives_up(page: Page, segment: Segment, end: int) -> bool:
    """Whether an old thing goes before the comma: "lose the bicycle", "kein Fahrrad"."""
    acts = {s.name for s in page.spans(segment.start, end, "act")}
    denied = page.form(segment.start) in word_set("things.without") | word_set("why_the_new.no")
    return denied or "delete" in acts


def _verb(page: Page, segment: Segment, start: int) -> int | None:
    """Return where "has more charm" begins behind a new thing and praises it to the end."""
    for place in range(start + 1, min(start + _LONGEST, segment.end)):
        owned = page.text[page.tokens[place - 1].end :][:2] in ("'s", "’s")
        told = {page.form(place), f"{page.languages[0]}:{page.form(place)}"}
        if not owned and not told & word_set("why_the_new.verbs"):
            continue
        rest = [page.form(p) for p in range(place, segment.end)]
        others = any(not page.tokens[p].is_word for p in range(place, segment.end))
        praised = any(_is_better(page, form) for form in rest)
        return place if praised and not others else None
    return None


def _is_better(page: Page, form: str) -> bool:
    english = page.languages[0] == "en" and form.endswith("er") and len(form) > _BRIEF
    return english or form in word_set("why_the_new.better")


_BRIEF = 4
