"""Where the new value begins that a place or a light turns into: "is now a quarry"."""

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_MOST = 5


def turned_into(page: Page, clause: Clause, old: Mention, target: Target) -> int:
    """Return where "a quarry" begins in "the beach in 5 becomes a quarry"; 0 for nothing such."""
    place = old.end
    while place < clause.end and (
        place in target.places or page.form(place) in word_set("poses.to_shot")
    ):
        place += 1
    if not _is_plainly_told(page, clause, old):
        return 0
    says_is = page.form(place) in word_set("exchanging.is")
    now = says_is and page.form(place + 1) in word_set("exchanging.now")
    owns = page.text[page.tokens[old.end - 1].end :][:2] in ("'s", "’s")  # "The bar's a loft now."
    if (owns or says_is) and place == old.end and page.form(clause.end - 1) == "now":
        return place + says_is if _is_a(page, place + says_is) else 0
    if now:
        return place + 2 if _is_a(page, place + 2) and place + 2 < clause.end else 0
    begins = _behind_way(page, clause, place) or _behind_verb(page, place)
    if not begins and place == old.end and _is_made_out_of(page, clause, old):
        begins = place
    return begins if begins < clause.end else 0


def _is_plainly_told(page: Page, clause: Clause, old: Mention) -> bool:
    """Whether no more than "change the", "from the" stands in front of the old value."""
    before = {page.form(p) for p in range(clause.start, old.start)}
    ways = word_set("turned_into.out_of") | word_set("turned_into.makes")
    return before <= word_set("exchanging.before") | ways


def _behind_way(page: Page, clause: Clause, place: int) -> int:
    """Return the place behind "is going to be", "pasa a ser"; a mere "is" leads to a known value.

    "The alley will be a problem" makes no place of a problem.
    """
    for count in range(min(_MOST, clause.end - place), 0, -1):
        said = "_".join(page.form(p) for p in range(place, place + count))
        if said in word_set("turned_into.becomes"):
            return place + count
        if said in word_set("turned_into.may_be") and _is_known(page, place + count):
            return place + count
    return 0


def _behind_verb(page: Page, place: int) -> int:
    if page.form(place) not in word_set("exchanging.becomes"):
        return 0
    return place + 1 + (page.form(place + 1) in word_set("exchanging.to"))


def _is_made_out_of(page: Page, clause: Clause, old: Mention) -> bool:
    """Whether "mach aus der Gasse", "fais de la ruelle" stands in front of a known value."""
    before = {page.form(p) for p in range(clause.start, old.start)}
    made = before & word_set("turned_into.makes") and before & word_set("turned_into.out_of")
    led = page.form(old.end) in word_set("giving.indefinite")
    return bool(made) and led and _is_known(page, old.end)


def _is_known(page: Page, place: int) -> bool:
    """Whether a place or a light of the vocabulary stands there, behind its article or not."""
    while page.form(place) in word_set("giving.indefinite") | word_set("naming.articles"):
        place += 1
    while page.first(place, "col", "m") is not None and page.first(place, "s", "set") is None:
        place += 1
    return page.first(place, "s", "set", "light") is not None


def _is_a(page: Page, place: int) -> bool:
    """Whether a place or an article stands there: "the bar is now perfect" changes nothing."""
    led = page.form(place) in word_set("giving.a") | word_set("naming.articles")
    return led or page.first(place, "s", "set", "light", "col") is not None
