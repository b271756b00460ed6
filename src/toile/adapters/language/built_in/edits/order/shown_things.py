"""The things that words say of a new shot and the board does not know: "with confetti"."""

from collections.abc import Iterator

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.order.everybody import means_people
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.text.families import ROMANCE
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_THINGS = ("g", "h", "b", "j", "p")
_TOLD = ("framing", "angle", "light", "set", "pose", "f", "n")


def shown_things(page: Page, body: Clause, nobody: Target) -> Iterator[tuple[str, str]]:
    """Yield what stands behind "with" or "of" and the board does not know: "with confetti"."""
    inside = {p for m in body.mentions if not is_another(page, m) for p in range(m.start, m.end)}
    for place in range(body.start, body.end - 1):
        led = page.form(place) in word_set("new_shots.with") or _is_worn(page, place)
        posed = page.first(place, "pose") is not None  # "Med armarna i kors" brings no sleeve.
        if posed or not (led or _is_of(page, place)):
            continue
        seats = (s for s in page.spans(place + 1, body.end, "pos") if s.start > place + 1)
        ends = [*(r.start for r in body.ratios), *(s.start for s in seats)]
        end = min((start for start in ends if start > place), default=body.end)
        end = _thing_until(page, place + 2, end)
        found = items.new_item(page, Clause(body.start, end), place + 1, nobody)
        if found is None or set(range(found[1], found[2])) & inside:
            continue
        people = means_people(page, found[1]) or means_people(page, place + 1)
        told = page.has(found[1], found[2], *_TOLD) or people
        named = page.tokens[found[1]].is_name and not page.first(found[1], *_THINGS)
        if not told and not named:
            yield items.field_of(page, found[1], found[2], frozenset()), found[0]


def _thing_until(page: Page, start: int, end: int) -> int:
    """Return where a thing ends: "with flowers" of "with flowers walking at dusk"."""
    for place in range(start, end):
        leads = page.form(place) in word_set("new_shots.with") or _leads_on(page, place)
        if leads or page.first(place, "pose", "light", "framing", "lens") is not None:
            return place
    return end


def _leads_on(page: Page, place: int) -> bool:
    """Whether "in the library", "in a red coat" goes on; "in red silk" tells of the thing."""
    if page.form(place) not in word_set("naming.in"):
        return False
    thing = place + 1
    while (which := page.first(thing, "col", "m")) is not None:
        thing = which.end
    return thing == place + 1 or page.first(thing, "g", "h") is not None


def is_another(page: Page, mention: Mention) -> bool:
    """Whether "white linen shirt" or "red dress" is not the board's white linen dress."""
    if mention.fields & {"talent"}:
        return False
    beside = list(page.spans(max(0, mention.start - 1), mention.start, "col", "m"))
    # "Une robe noire" tells its colour behind it.
    told_so = page.first(mention.end, "g", *(("col", "m") if page.languages[0] in ROMANCE else ()))
    made = page.first(mention.end + 1, "col", "m") if _leads_to_make(page, mention.end) else None
    told = [{s.name, page.words(s.start, s.end)} for s in (*beside, *filter(None, (told_so, made)))]
    return any(not any(one in value for one in names for value in mention.values) for names in told)


def _leads_to_make(page: Page, place: int) -> bool:
    """Whether "in", "of" behind a thing leads to its cloth: "a dress in red silk"."""
    return page.form(place) in word_set("naming.in") | word_set("new_shots.of")


def _is_of(page: Page, place: int) -> bool:
    """Whether "of" leads from a framing to the thing it shows: "a detail of the rope"."""
    thing = place + 1 + (page.form(place + 1) in word_set("naming.articles"))
    while (which := page.first(thing, "col", "m")) is not None:
        thing = which.end
    framed = any(page.at[p].get("framing") for p in range(max(0, place - 3), place))
    led = page.form(place) in word_set("new_shots.of") and framed
    return led and page.first(thing, "p", "g", "h", "b", "j") is not None


def _is_worn(page: Page, place: int) -> bool:
    """Whether "in" leads to what somebody wears: "Nora in a red coat", "en manteau rouge"."""
    articles = word_set("new_shots.worn") | word_set("naming.articles")
    thing = place + 1 + (page.form(place + 1) in articles)
    while (which := page.first(thing, "col", "m")) is not None:
        thing = which.end
    return page.form(place) in word_set("naming.in") and page.first(thing, "g") is not None
