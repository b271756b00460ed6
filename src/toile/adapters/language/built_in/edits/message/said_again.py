"""What is denied once more in a correction: "1 wide, no not wide, full", "no hat in 1, only in 3".

Read without what is said twice: "1 wide, no, full", "no hat in 1".
"""

from toile.adapters.language.built_in.edits.message.board_words import BoardWords, Mention
from toile.adapters.language.built_in.text.lexicon import LANGUAGES, word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_THINGS = frozenset(("garments", "props"))
_NEAR = 4
_NO = ("no", "pas de", "senza", "sin", "kein", "ingen")
_PUT = ("put it in", "mets-le dans la", "mettilo nella", "ponlo en la", "setz ihn in die",
        "sätt den i")  # fmt: skip


def denied_again(page: Page) -> str | None:
    """Return the text without "not wide," behind a "no", ``None`` where nothing is denied so."""
    for segment in page.live():
        for place in range(segment.start + 2, segment.end - 3):
            no = page.form(place) in word_set("said_again.no")
            if not no or page.form(place + 1) not in word_set("naming.not"):
                continue
            end = _denied_until(page, segment, place + 2)
            if end is not None:
                ahead = page.text[: page.tokens[place].end]
                return f"{ahead}, {page.text[page.tokens[end].start :]}"
    return None


def _denied_until(page: Page, segment: Segment, start: int) -> int | None:
    """Return where what shall be begins, if words of before stand up to a sign."""
    before = {page.form(p) for p in range(segment.start, start - 2)}
    small = word_set("naming.articles") | word_set("naming.in")
    for place in range(start, min(start + _NEAR + 1, segment.end - 1)):
        if page.form(place) in {","} | word_set("joining.but"):
            behind = place + 1
            return behind + (page.form(behind) in word_set("joining.but"))
        if page.form(place) not in before | small:
            return None
    return None


def only_there(page: Page, board: BoardWords) -> str | None:
    """Return "no hat in 1" for "no hat in 1, only in 3", where 3 has it or gets it."""
    for segment in page.live():
        mark = next((p for p in range(segment.start + 3, segment.end - 2) if _only_in(page, p)), 0)
        number = _number(page, segment, mark + 3) if mark else None
        thing = _denied(page, board, segment)
        if not mark or number is None or thing is None:
            continue
        owners = {str(board.numbers[shot]) for shot in thing.shots}
        language = LANGUAGES.index(page.languages[0])
        no = page.form(segment.start) in word_set("naming.without")
        head = page.text[: page.tokens[segment.start].start]
        first = page.tokens[segment.start].text if no else _NO[language]
        told = f"{head}{first} {page.words(thing.start, mark)}"
        shot = page.tokens[number].text
        put = "" if shot in owners else f", {_PUT[language]} {shot}"
        return f"{told}{put}{page.text[page.tokens[segment.end - 1].end :]}"
    return None


def _denied(page: Page, board: BoardWords, segment: Segment) -> Mention | None:
    """Return the thing of the board that "no hat", "not the hat" begins with."""
    start = segment.start
    if page.form(start) not in word_set("naming.without") | word_set("naming.not"):
        return None
    start += 1
    while page.form(start) in word_set("naming.articles"):
        start += 1
    found = board.mentions(page, start, segment.end)
    return next((m for m in found if m.start == start and m.fields <= _THINGS), None)


def _only_in(page: Page, place: int) -> bool:
    """Whether ", only in" stands at a place."""
    only = word_set("reader.only_these") | word_set("only_that_stays.only")
    scope = page.span_at(place + 1, "ref")
    said = page.form(place + 1) in only or (scope is not None and scope.name == "only")
    return page.form(place) == "," and said and page.form(place + 2) in word_set("naming.in")


def _number(page: Page, segment: Segment, place: int) -> int | None:
    """Return the number that ends the sentence behind "only in"."""
    while place < segment.end and page.form(place) in word_set("naming.articles"):
        place += 1
    small = word_set("contents.polite") | word_set("listed_numbers.endings") | {":"}
    numbered = place < segment.end and page.tokens[place].text.isdecimal()
    ends = all(page.form(p) in small for p in range(place + 1, segment.end))
    return place if numbered and ends else None
