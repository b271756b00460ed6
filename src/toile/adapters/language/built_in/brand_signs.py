"""What the words beside a name say of it: the writer's own house, or a style and no house."""

from toile.adapters.language.built_in.known_people import first_names
from toile.adapters.language.built_in.lexicon import word_set
from toile.adapters.language.built_in.page import Page, Segment

_GOODS = ("g", "h", "b", "j", "c")
_PERSON = 2
_GREETING = 9


def is_run(page: Page, start: int, end: int) -> bool:
    """Whether "I run Tregenza Knits" or "Petra Lund (that's us)" names the writer's own house."""
    bracket = page.form(end) == "("
    ours = {page.form(p) for p in range(end + 1, end + 5)} & word_set("brands.us")
    return page.form(start - 1) in word_set("brands.runs") or (bracket and bool(ours))


def is_signed(page: Page, start: int) -> bool:
    """Whether the writer's first name and a small word stand before: "Sanna på Vårvind"."""
    person = page.tokens[start - 2] if start >= _PERSON else None
    near = start <= _GREETING and page.form(start - 1) in word_set("brands.at")
    if page.form(start - 1) in word_set("names.trades"):
        return True  # "Bruno del calzaturificio Rigoletti"
    return bool(near and person and person.is_name and person.is_word)


def is_thing(page: Page, start: int, end: int) -> bool:
    """Whether "the Ferry tote" or "it's called the Porter" names a style, not the house."""
    led = page.form(start - 1) in word_set("people.the")
    called = page.form(start - 1 - led) in word_set("named_models.called")
    goods = page.first(end, *_GOODS) is not None
    return (led and goods and end - start == 1) or called


def is_writer(page: Page, start: int, end: int) -> bool:
    """Whether "Sanna på Vårvind" begins here: a first name, and the house behind it."""
    return end - start == 1 and page.form(start) in first_names() and is_signed(page, end + 1)


def is_author(page: Page, start: int, end: int, segment: Segment) -> bool:
    """Whether the name is of the writer of a mail: "> Karla, 19.11.: ..." or a signature."""
    after = page.tokens[end : end + 2]
    quoted = segment.depth > 0 and start <= segment.start + segment.depth
    dated = len(after) == 2 and after[0].text == "," and after[1].text[:1].isdecimal()
    return (quoted and dated) or page.words(start, end) in _writers(page)


def _writers(page: Page) -> set[str]:
    """Return the first names in the heads of the mails, and those that open a quoted one."""
    quoted = {
        page.tokens[s.start + s.depth].text
        for s in page.segments
        if s.depth
        and s.end > s.start + s.depth + 2
        and page.form(s.start + s.depth + 1) == ","
        and page.tokens[s.start + s.depth + 2].text[:1].isdecimal()
    }
    return quoted | {
        page.tokens[p].text
        for s in page.segments
        if s.start in page.masked
        for p in range(s.start, s.end)
        if page.tokens[p].is_name
    }
