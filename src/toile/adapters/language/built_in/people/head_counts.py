"""How many people there are, from the people that a text names and counts."""

from toile.adapters.language.built_in.people.ages import is_age
from toile.adapters.language.built_in.people.people import GENDERS, GENERAL, RELATIONS, Group
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page

_YOUNGEST, _OLDEST = 16, 99
_NEAR = 6


def people_in(page: Page, groups: list[Group]) -> int | None:
    """Return how many people there are: the general count, or the sum of the kinds."""
    told = _broken_down(page, groups)
    couples = word_set("people.couples")
    pairs = [2 * n for span, n in groups if page.form(span.start) in couples and n]
    if told or pairs:
        return told or sum(pairs)
    general = [n for span, n in groups if span.name in GENERAL and n]
    genders = sum(n or 0 for span, n in groups if span.name in GENDERS)
    couple = any(span.name == "couple" for span, _ in groups)
    roles = _roles(page, groups)
    if general and roles + genders and _are_styles(page, groups, roles + genders):
        general = []
    if general:
        return max(general[0], roles + genders) if roles + genders > general[0] else general[0]
    twins = [s for s, _ in groups if s.name == "twins"]
    if couple or any(page.form(s.start) not in word_set("people.one_twin") for s in twins):
        return 2 + _beside_couple(page, groups)
    if roles and genders:
        return max(roles, genders) if _breaks_down(groups) else roles + genders
    if roles or genders:
        return roles + genders + _beside_kin(page, groups, genders)
    names = {span.name for span, _ in groups}
    plural = word_set("people.plural")
    if _is_a_pair(page, groups):
        return 2
    if len(names) == len(groups) == 2 and names <= GENDERS:
        return None
    swedish_man = page.tokens[groups[0][0].start].text.casefold() == "man" if groups else False
    if len(groups) == 1 and page.form(groups[0][0].start) in plural and not swedish_man:
        return _as_many_as_ages(page, groups[0][0])
    return 1 if _is_one(page, groups) else None


def _beside_couple(page: Page, groups: list[Group]) -> int:
    """Count who comes beside a couple: "a couple in their sixties, and a young woman"."""
    places = [i for i, (span, _) in enumerate(groups) if span.name == "couple"]
    after = places[0] + 1 if places else len(groups)
    behind = [one for one in groups[after:] if one[0].name in GENDERS | RELATIONS]
    joins = word_set("asks.joins") | word_set("head_counts.more")
    return sum(count or 1 for span, count in behind if _is_joined(page, span, joins))


def _is_joined(page: Page, span: Span, joins: frozenset[str]) -> bool:
    """Whether ", and a young woman" adds somebody, as "a woman and a man" does not."""
    for place in range(span.start - 1, max(0, span.start - _NEAR), -1):
        if page.tokens[place].text in ",(:":
            return False
        if page.form(place) in joins:
            return page.form(place - 1) in (",", ";") or page.form(place) in word_set(
                "head_counts.more"
            )
    return False


def _is_a_pair(page: Page, groups: list[Group]) -> bool:
    """Whether a woman and a man are told of, and what they both are: "man and woman, skiers"."""
    plural = word_set("people.plural")
    own = [span for span, _ in groups if span.name in GENDERS]
    others = [span for span, _ in groups if span.name not in GENDERS]
    single = not any(page.form(span.start) in plural for span in own)
    many = all(page.form(span.start).endswith("s") for span in others)
    return len(own) == 2 and len({span.name for span in own}) == 2 and single and many


def _broken_down(page: Page, groups: list[Group]) -> int | None:
    """Return a total that is broken down right behind it: "three people, two men one woman"."""
    for place, (span, count) in enumerate(groups):
        told = (count or 0) > 1 and page.form(span.end) in (":", "(")
        if not count or not (span.name in GENERAL or told):
            continue
        segment, parts = page.segment_of(span.start), 0
        for other, number in groups[place + 1 :]:
            if other.start < segment.end and (other.name in GENDERS or told):
                parts += number or 0
        if parts == count:
            return count
    return None


def _beside_kin(page: Page, groups: list[Group], genders: int) -> int:
    """Count somebody named beside her kin: "Chica de unos 20 y su abuela"."""
    kin = [span for span, _ in groups if span.name in RELATIONS]
    single = word_set("people.single_seen")
    own = [s for s, n in groups if s.name in GENDERS and not n and page.form(s.start) in single]
    if genders or len(kin) != 1 or len(own) != 1 or own[0].start > kin[0].start:
        return 0
    owned = page.form(kin[0].start - 1) in word_set("people.her")
    return int(owned and page.segment_of(own[0].start) is page.segment_of(kin[0].start))


def _is_one(page: Page, groups: list[Group]) -> bool:
    """Whether one person is told of: a woman, "Modell: kvinna", "modella 50-60 anni"."""
    names = {span.name for span, _ in groups}
    if len(groups) == 1 and names <= GENDERS | {"dancer", "runner"}:
        return True
    single = all(page.form(span.start) in word_set("people.single_seen") for span, _ in groups)
    own = [span for span, _ in groups if span.name != "model"]
    if own:
        return single and len(own) == 1 and own[0].name in GENDERS
    return single and any(_is_described(page, span) for span, _ in groups)


def _is_described(page: Page, span: Span) -> bool:
    """Whether an age or a look stands right behind a person."""
    stop = min(page.segment_of(span.start).end, span.end + _NEAR)
    aged = any(is_age(page.form(place)) for place in range(span.end, stop))
    return aged or page.has(span.end, stop, "look")


def _as_many_as_ages(page: Page, span: Span) -> int | None:
    """Return how many ages a list behind gives: "women of 25, 45 and 65"."""
    place, found = span.end + (page.form(span.end) in word_set("people.aged")), 0
    while place < len(page.tokens):
        text = page.tokens[place].text
        if text.isdecimal() and _YOUNGEST <= int(text) <= _OLDEST:
            found += 1
        elif page.form(place) not in word_set("colours.between"):
            break
        place += 1
    return found if found > 1 else None


def _roles(page: Page, groups: list[Group]) -> int:
    total = 0
    seen: set[str] = set()
    for span, count in groups:
        if span.name in GENERAL | GENDERS | {"couple"} or _is_apposed(page, span, count, groups):
            continue
        once = 1 if span.name in RELATIONS and span.name not in seen else 0
        plural = page.form(span.start).endswith("s") and page.languages[0] == "en"
        total += count or (0 if plural else once)
        seen.add(span.name)
    return total


def _is_apposed(page: Page, span: Span, count: int | None, groups: list[Group]) -> bool:
    """Whether a role tells of somebody counted before: "one man, sixties, a real fisherman"."""
    if count != 1 or span.name in RELATIONS:
        return False
    before = [s for s, n in groups if s.name in GENDERS and n and s.start < span.start]
    if not before:
        return False
    between = {page.form(p) for p in range(before[-1].end, span.start)}
    same = page.segment_of(before[-1].start) is page.segment_of(span.start)
    listed = sum(s.start < span.start and n == 1 for s, n in groups if s.name in GENDERS) > 1
    listed = listed and page.form(span.start - 1) in word_set("people.an")
    apart = word_set("asks.joins") | word_set("taken_back.more")
    return not same or not (listed or between & apart)


def _are_styles(page: Page, groups: list[Group], people: int) -> bool:
    """Whether "tre modelli" counts styles: the people are counted apart, and are fewer."""
    counted = [(s, n) for s, n in groups if s.name in GENERAL and n]
    return page.languages[0] != "en" and all(
        s.name == "model" and page.form(s.start) in word_set("people.styles") and n > people
        for s, n in counted
    )


def _breaks_down(groups: list[Group]) -> bool:
    """Whether women and men behind a role only say who they are: "2 skaters (1 guy 1 girl)"."""
    roles = [s.start for s, n in groups if s.name not in GENERAL | GENDERS and n and n > 1]
    genders = [s.start for s, _ in groups if s.name in GENDERS]
    return bool(roles) and bool(genders) and min(genders) > min(roles)
