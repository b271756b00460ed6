"""Places that the vocabulary does not know: named beside a known place, or behind a preposition."""

from toile.adapters.language.built_in.countries import countries
from toile.adapters.language.built_in.scene.not_places import is_told_aside
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import (
    clauses,
    everyday_words,
    function_words,
    inside,
    say,
    trim,
)
from toile.adapters.language.built_in.text.ratios import count_at

Idea = tuple[str, int, int]
_QUOTES = frozenset("\"”“»'’")
_CLAIMED = (
    "media",
    "people",
    "g",
    "h",
    "b",
    "j",
    "c",
    "chan",
    "group",
    "cue",
    "neg",
    "month",
    "look",
    "hmu",
    "mood",
    "must",
    "aspect",
    "claim",
    "weekday",
    "feast",
    "unit",
    "nobody",
    "twin",
    "role",
    "pose",
    "inj",
    "young",
    "copy",
    "who",
    "photo",
    "light",
    "m",
    "col",
    "twinright",
    "each",
    "third",
    "skin",
    "when",
    "week",
    "part",
    "n",
    "adj",
    "head",
)


def open_places(
    page: Page, known: list[Idea], negations: list[tuple[int, int]], skip: set[int]
) -> list[Idea]:
    """Return the unclaimed clauses that stand for a place."""
    found: list[Idea] = []
    for segment in page.live():
        if page.label(segment):
            continue
        parts = clauses(page, segment)
        placed = {i for i, (s, e) in enumerate(parts) if any(s <= k[1] < e for k in known)}
        for index, (start, end) in enumerate(parts):
            shot = shot_in(page, start, end) if index not in placed else None
            if shot and not inside(start, negations):
                found.append((say(page, *shot), *shot))
                continue
            named = start > segment.start and page.tokens[start - 1].text in _QUOTES
            if named or page.form(start) in word_set("open_places.if"):
                continue  # Behind a style in quotation marks stands its colour.
            if is_told_aside(page, segment, start, skip):
                continue
            near = index - 1 in placed and end - start <= 5 and _is_plain(page, start, end)
            if index in placed or not _free(page, start, end, negations, skip, near):
                continue
            beside = near
            led = (
                page.form(start) in word_set(f"open_places.led.{page.languages[0]}")
                and end - start <= 8
                and _named_or_first(page, start, end)
                and page.form(end - 1) not in word_set("open_places.talk")
            )
            if beside or led:
                left, right = trim(page, start, end)
                text = say(page, left, right)
                if text and len(text) > 2:
                    found.append((text, left, right))
                    placed |= {index} if beside else set()
    return found


def shot_in(page: Page, start: int, end: int) -> tuple[int, int] | None:
    """Return the words behind "we shoot in ...", "vorrei girare nella ..."."""
    led = word_set(f"open_places.led.{page.languages[0]}")
    for place in range(start, end - 1):
        goes = page.form(place + 1) in word_set("places.to") and page.form(place) in word_set(
            "places.go"
        )
        behind = goes or (
            page.form(place + 1) in led and page.form(place) in word_set("places.shoot_verbs")
        )
        if behind and not page.has(place + 1, end, "month", "weekday", "week", "media", "unit"):
            left, right = trim(page, place + 2, end)
            if goes and not page.tokens[left].is_name:
                continue
            if not any(
                page.form(p).isalpha() and page.form(p) not in everyday_words()
                for p in range(left, right)
            ):
                return None  # "Shooting am 15.02." says when.
            return (left, right) if right > left else None
    return None


def _is_plain(page: Page, start: int, end: int) -> bool:
    """Whether a clause is a noun with its own words: nobody speaks, no name opens it."""
    forms = [page.form(p) for p in range(start, end)]
    talk = word_set("traits.talk") | word_set("open_places.talk")
    first = page.tokens[start]
    named = first.is_name and page.languages[0] != "de" and page.form(start - 1) not in (".", "")
    small = forms[0] in function_words() and forms[0] not in word_set("places.articles")
    return not (talk & set(forms)) and not named and not small


def _named_or_first(page: Page, start: int, end: int) -> bool:
    """Whether a clause behind a preposition holds a name or a word of weight."""
    return any(
        page.tokens[p].is_word and not page.at[p] and page.tokens[p].form not in everyday_words()
        for p in range(start + 1, end)
    )


def _free(
    page: Page,
    start: int,
    end: int,
    negations: list[tuple[int, int]],
    skip: set[int],
    near: bool,
) -> bool:
    """Whether no other field claims a clause; beside a place, its colours and materials may."""
    near = near and any(not page.at[p] and len(page.form(p)) > 3 for p in range(start, end))
    claimed = tuple(kind for kind in _CLAIMED if not (near and kind in ("m", "col", "adj")))
    if end - start > 8 or inside(start, negations) or any(p in skip for p in range(start, end)):
        return False
    if page.has(start, end, *claimed) or countries(page, start, end):
        return False
    words = [page.tokens[p] for p in range(start, end)]
    if any(count_at(page, p) for p in range(start, end)) or not all(
        w.is_word or w.text in "'-&" for w in words
    ):
        return False
    weight = [w for w in words if w.form not in everyday_words()]
    return bool(weight)
