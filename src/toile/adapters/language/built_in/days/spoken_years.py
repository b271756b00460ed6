"""Years said in words: "deux mille vingt-sept", "twenty twenty-seven", "tjugohundratjugosju"."""

from functools import cache

from toile.adapters.language.built_in.text.lexicon import read_table, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.tokens import fold

_FIRST, _LAST = 20, 40


def spoken_year(page: Page, place: int) -> tuple[int | None, int]:
    """Return the year whose words begin at a place, and the next place."""
    for head in word_set("years.joined"):
        rest = page.form(place).removeprefix(head)
        if rest != page.form(place) and rest in _numbers():
            return 2000 + _numbers()[rest], place + 1
    for length in (3, 2, 1):
        said = "_".join(page.form(p) for p in range(place, place + length))
        behind = page.span_at(place + length, "n") if said in word_set("years.heads") else None
        if behind and _FIRST <= int(behind.name) <= _LAST:
            return 2000 + int(behind.name), behind.end
    return None, place


@cache
def _numbers() -> dict[str, int]:
    """Return the number words from twenty to forty, in all languages."""
    return {
        fold(word).replace("-", "").replace(" ", ""): int(number)
        for row in read_table("numbers")
        if row[0].startswith("n:") and (number := row[0].removeprefix("n:")).isdecimal()
        if _FIRST <= int(number) <= _LAST
        for cell in row[1:]
        for word in cell.split(",")
        if word
    }
