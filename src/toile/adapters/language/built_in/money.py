"""Money: amounts, ranges and caps, in whole units of a currency."""

import re
from dataclasses import dataclass
from functools import cache

from toile.adapters.language.built_in.text.lexicon import read_table, word_set
from toile.adapters.language.built_in.text.page import Page, Segment, read_page
from toile.adapters.language.built_in.text.tokens import fold
from toile.domain.brief import Budget

_TIMES = {
    "k": 1e3, "m": 1e6, "mio": 1e6, "million": 1e6, "millions": 1e6, "thousand": 1e3,
    "mila": 1e3, "mille": 1e3, "mil": 1e3, "tausend": 1e3, "tusen": 1e3, "grand": 1e3,
    "millones": 1e6, "milioni": 1e6, "mn": 1e6, "tsd": 1e3, "t": 1e3,
}  # fmt: skip
_MOST_FILES = 1000
_RANGE = word_set("money.range")
_BETWEEN = word_set("money.between")


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum at tokens ``start`` to ``end``."""

    start: int
    end: int
    value: float
    currency: str | None
    scaled: bool


@cache
def currencies() -> dict[str, str]:
    """Return the words for money with the code of each."""
    return {fold(row[0]): row[1] for row in read_table("currencies")}


@cache
def _units_meant() -> dict[str, float]:
    """Return how many units a word for money means: 1000 of "TEUR", "tkr"."""
    return {fold(row[0]): float(row[2]) for row in read_table("currencies") if len(row) > 2}


def amounts(page: Page, start: int, end: int) -> list[Amount]:
    """Return the sums in a stretch."""
    codes = currencies()
    found: list[Amount] = []
    place = start
    while place < end:
        amount = _amount(page, place, end, codes)
        if amount:
            found.append(amount)
            place = amount.end
        else:
            place += 1
    return found


def _amount(page: Page, place: int, end: int, codes: dict[str, str]) -> Amount | None:
    token = page.tokens[place]
    value = token.number
    start, after = place, place + 1
    if value is None:
        value, after = _said(page, place)
    if value is None or token.text.startswith("#"):
        return None
    if page.form(after) in ("'", ".") and page.form(after + 1) == "000":
        value, after = value * 1000, after + 2
    factor = _TIMES.get(page.form(after)) if after < end else None
    glued = factor is not None and (page.form(after) not in ("k", "m", "t") or _near(page, after))
    if glued and factor:
        value, after = value * factor, after + 1
    currency = None
    after += page.form(after) == "." and page.form(after - 1) in word_set("money.tsd")
    if page.form(after) == "," and page.form(after + 1) in ("-", "–"):
        after += 2
    currency = codes.get(page.form(after)) if after < end else None
    if currency:
        value *= _units_meant().get(page.form(after), 1)
        after += 1
    elif start and page.form(start - 1) in codes and not _is_a_code(page, start):
        start, currency = start - 1, codes[page.form(start - 1)]
        value *= _units_meant().get(page.form(start), 1)
        if page.form(start - 1) in word_set("money.dollars") and page.form(start) == "$":
            start -= 1
    return Amount(start, after, value, currency, glued)


def _is_a_code(page: Page, place: int) -> bool:
    """Whether letters and figures name a thing: "KR-231"."""
    letters, figures = page.tokens[place - 1], page.tokens[place]
    return letters.is_word and page.text[letters.end : figures.start] in ("-", "_")


def _said(page: Page, place: int) -> tuple[float | None, int]:
    """Return a sum said in words that a thousand or a million follows, and the next place."""
    spoken = page.span_at(place, "n")
    half = spoken and [page.form(spoken.end + step) for step in range(3)] == ["and", "a", "half"]
    if spoken and half and page.form(spoken.end + 3) in _TIMES:
        return float(spoken.name) + 0.5, spoken.end + 3
    if spoken and page.form(spoken.end) in _TIMES:
        return float(spoken.name), spoken.end
    return _thousands(page, page.form(place)), place + 1


def _thousands(page: Page, form: str) -> float | None:
    """Read "ottomila", "achttausend", "attatusen"."""
    for ending in ("mila", "tausend", "tusen"):
        if form.endswith(ending) and len(form) > len(ending):
            said = read_page(form.removesuffix(ending), ("numbers",), page.languages)
            span = said.span_at(0, "n")
            return float(span.name) * 1000 if span else None
    return None


def _near(page: Page, place: int) -> bool:
    return page.tokens[place].start - page.tokens[place - 1].end <= 1


def _is_money(page: Page, amount: Amount, segment: Segment, taken: set[int]) -> bool:
    if any(place in taken for place in range(amount.start, amount.end)):
        return False
    if page.form(amount.start - 1) in word_set("money.is_money"):
        return False
    if amount.currency:
        return amount.value >= 100 or amount.currency != "SEK"
    before = page.spans(max(segment.start, amount.start - 7), amount.start, "cue")
    after = page.spans(amount.end, min(segment.end, amount.end + 4), "cue")
    near = any(span.name == "budget" for span in (*before, *after))
    near |= page.form(amount.end) in word_set("money.taxed") and amount.value >= _MOST_FILES
    return near and (amount.value >= 500 or amount.scaled)


def read_budget(page: Page, taken: set[int]) -> tuple[Budget, int, int] | None:
    """Return the budget and its tokens; later words replace earlier ones."""
    best: tuple[Budget, int, int] | None = None
    for segment in page.live():
        sums = list(amounts(page, segment.start, segment.end))
        money = [a for a in sums if _is_money(page, a, segment, taken)]
        if not money:
            continue
        found = _budget(page, sums, money[0], segment)
        if best is None or _outranks(found[0], best[0]):
            same = best[0].currency if best and not found[0].currency else found[0].currency
            best = (found[0].model_copy(update={"currency": same}), found[1], found[2])
    return best


def _outranks(new: Budget, old: Budget) -> bool:
    return not (old.currency and not new.currency and new.amount == old.amount)


def _budget(
    page: Page, sums: list[Amount], main: Amount, segment: Segment
) -> tuple[Budget, int, int]:
    index = sums.index(main)
    partner = _partner(page, sums, index)
    currency = main.currency or _currency_near(page, segment, main)
    note = _note(page, segment, main)
    if partner is None:
        return Budget(amount=main.value, currency=currency, note=note), main.start, main.end
    low, high = sorted((partner, main), key=lambda a: a.start)
    low_value = low.value
    if high.value >= 1000 and low_value < high.value / 100:
        low_value *= 1000
    budget = Budget(min=low_value, max=high.value, currency=currency or partner.currency, note=note)
    return budget, low.start, high.end


def _partner(page: Page, sums: list[Amount], index: int) -> Amount | None:
    main = sums[index]
    if index and _ranged(page, sums[index - 1], main):
        return sums[index - 1]
    if index + 1 < len(sums) and _ranged(page, main, sums[index + 1]):
        return sums[index + 1]
    return None


def _ranged(page: Page, low: Amount, high: Amount) -> bool:
    between = [page.form(place) for place in range(low.end, high.start)]
    if len(between) != 1 or between[0] not in _RANGE:
        return False
    opened = page.form(low.start - 1) in _BETWEEN
    return opened or between[0] in word_set("money.ranged")


def _currency_near(page: Page, segment: Segment, amount: Amount) -> str | None:
    codes = currencies()
    for place in range(amount.end, min(segment.end, amount.end + 5)):
        if page.form(place) in codes:
            return codes[page.form(place)]
    return None


def _note(page: Page, segment: Segment, amount: Amount) -> str | None:
    around = fold(page.words(max(segment.start, amount.start - 6), segment.end))
    for row in read_table("budget_notes"):
        if any(re.search(rf"(?<!\w){re.escape(fold(word))}", around) for word in row[1].split(",")):
            return row[0]
    return None
