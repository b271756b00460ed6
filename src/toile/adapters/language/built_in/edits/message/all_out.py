"""Several things with the verb behind them: "take the newspaper and the oranges out of 6".

They are read in the plain order: "remove the newspaper and the oranges from 6".
"""

from toile.adapters.language.built_in.edits.message.board_words import BoardWords, Mention
from toile.adapters.language.built_in.text.lexicon import LANGUAGES, word_set
from toile.adapters.language.built_in.text.page import Page

_REMOVE = ("remove", "enlève", "togli", "quita", "entferne", "ta bort")
_LISTS = frozenset(("garments", "props"))


def all_out(page: Page, board: BoardWords) -> str | None:
    """Return the text with the verb in front of what goes, or ``None``."""
    for segment in page.live():
        things = [m for m in board.mentions(page, segment.start, segment.end) if _is_thing(m)]
        for index, last in enumerate(things):
            out = _out(page, last.end)
            first = _first(page, things[: index + 1]) if out else last
            if first is not last or (out and _is_everywhere(page, out)):
                return _told(page, first, last, out)
    return None


def _is_everywhere(page: Page, place: int) -> bool:
    """Whether "cups out everywhere", "out of all shots" speaks of the thing and of no shot."""
    scopes = (page.span_at(p, "ref") for p in range(place, min(place + 2, len(page.tokens))))
    return any(one is not None and one.name == "all" for one in scopes)


def _is_thing(mention: Mention) -> bool:
    return mention.fields <= _LISTS


def _out(page: Page, place: int) -> int:
    """Return where the words behind "out", "weg" begin; 0 where nothing goes."""
    verb = page.span_at(place, "act")
    if verb is not None and verb.name == "delete" and verb.end == place + 1:
        return verb.end
    return place + 1 if page.form(place) in word_set("all_out.out") else 0


def _first(page: Page, things: list[Mention]) -> Mention:
    """Return the thing with which the list begins that ends on the last of some things."""
    first = things[-1]
    for ahead in reversed(things[:-1]):
        between = [page.form(p) for p in range(ahead.end, first.start)]
        joins = word_set("naming.and") | word_set(f"succeeding.and.{page.languages[0]}") | {","}
        joined = any(word in joins for word in between)
        if not joined or not set(between) <= joins | word_set("naming.articles"):
            break
        first = ahead
    return first


def _told(page: Page, first: Mention, last: Mention, out: int) -> str:
    start = first.start
    while start > 0 and page.form(start - 1) in word_set("naming.articles"):
        start -= 1
    head = start
    while head > 0 and page.form(head - 1) in word_set("all_out.take"):
        head -= 1
    remove = _REMOVE[LANGUAGES.index(page.languages[0])]
    things = page.text[page.tokens[start].start : page.tokens[last.end - 1].end]
    rest = page.text[page.tokens[out - 1].end :]
    if page.form(out) == "of":  # "Out of 6".
        rest = " from" + page.text[page.tokens[out].end :]
    return f"{page.text[: page.tokens[head].start]}{remove} {things}{rest}"
