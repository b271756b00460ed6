"""A thing and the one it is not: "paper bag, not string bag, in 1" puts it in the other's place."""

from toile.adapters.language.built_in.edits.message.board_words import BoardWords, Mention
from toile.adapters.language.built_in.text.lexicon import LANGUAGES, common_words, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import function_words

_INSTEAD = ("instead of", "à la place de", "al posto di", "en lugar de", "statt", "istället för")
_THINGS = ("g", "h", "b", "j", "p")
_LISTS = frozenset(("garments", "props"))
_PLAIN = {"set", "add", "move", "keep"}


def not_the_old(page: Page, board: BoardWords) -> str | None:
    """Return "tulips instead of peonies in 2" for "tulips not peonies in 2", or ``None``."""
    for segment in page.live():
        if {s.name for s in page.spans(segment.start, segment.end, "act")} - _PLAIN:
            continue
        for place in range(segment.start + 1, segment.end - 1):
            old = _old(page, board, segment, place)
            begin = _begin(page, place)
            if old is not None and _is_new(page, board, segment, begin, old, place):
                instead = _INSTEAD[LANGUAGES.index(page.languages[0])]
                ahead = page.text[: page.tokens[begin - 1].end]
                return f"{ahead} {instead} {page.text[page.tokens[old.start].start :]}"
    return None


def _old(page: Page, board: BoardWords, segment: Segment, place: int) -> Mention | None:
    """Return the thing of the board that "not", "pas", "keine" at a place denies."""
    if page.form(place) not in word_set("not_the_old.not") | word_set("not_the_old.no"):
        return None
    start = place + 1
    while page.form(start) in word_set("naming.articles") | word_set("not_the_old.some"):
        start += 1
    found = (m for m in board.mentions(page, start, segment.end) if m.start == start)
    old = next(found, None)
    if old is None or not old.fields <= _LISTS:
        return None
    ends = old.end >= segment.end or not page.tokens[old.end].is_word
    return old if ends or page.form(old.end) in word_set("naming.in") else None


def _begin(page: Page, place: int) -> int:
    """Return where ", and not" begins."""
    while place > 0 and (
        page.tokens[place - 1].text == "," or page.form(place - 1) in word_set("naming.and")
    ):
        place -= 1
    return place


def _is_new(
    page: Page, board: BoardWords, segment: Segment, begin: int, old: Mention, denied: int
) -> bool:
    """Whether another thing than the old one stands before the denial."""
    near = range(max(segment.start, begin - 3), begin)
    new = next((s for p in near for k in _THINGS if (s := page.span_at(p, k)) and s.end == begin),
               None)  # fmt: skip
    if new is None and not _is_strange(page, segment, begin - 1):
        return False
    held = (m for m in board.mentions(page, segment.start, begin) if m.end == begin)
    other = next(held, None)
    if other and not set(other.entries) & set(old.entries) and set(other.shots) & set(old.shots):
        return False
    same = page.form(begin - 1) == page.form(old.end - 1)
    return same or page.form(denied) in word_set("not_the_old.not")


def _is_strange(page: Page, segment: Segment, place: int) -> bool:
    """Whether a word that no table knows opens a sentence, or stands behind an article."""
    token, ahead = page.tokens[place], place - 1
    led = word_set("giving.indefinite") | word_set("naming.articles")
    opens = ahead < segment.start or page.form(ahead) in led or not page.tokens[ahead].is_word
    small = function_words() | common_words()
    return opens and token.is_word and not page.at[place] and token.form not in small
