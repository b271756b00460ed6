"""A sound of thinking between two things of one kind: "the basket, er the hat, out of 1"."""

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.repairs import Unit, dressed, units_of
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_PAUSES = frozenset((",", "…", "...", ".", "-", "–", "—"))


def put_right_aloud(page: Page, board: BoardWords) -> str | None:
    """Return the text with only the second of two things, or ``None`` where nobody hesitates."""
    sounds = word_set("hesitations.sounds")
    said = [p for p in range(1, len(page.tokens) - 1) if page.form(p) in sounds]
    said = [p for p in said if page.tokens[p - 1].text in _PAUSES and not page.span_at(p, "fix")]
    if not said:
        return None
    known = dressed([*units_of(page, board)])
    for place in said:
        new = next((u for u in known if u.start > place), None)
        old = next((u for u in reversed(known) if u.end <= place), None)
        old = _slip(page, place, new) or old
        if old and new and _is_put_right(page, old, new, place):
            return _told(page, old, new)
    return None


def _is_put_right(page: Page, old: Unit, new: Unit, place: int) -> bool:
    """Whether a thing takes the place of one of its kind, with only the sound between them."""
    if old.kind != new.kind or (old.kind == "number" and _is_listed(page, new)):
        return False
    if page.words(old.start, old.end).casefold() == page.words(new.start, new.end).casefold():
        return False
    close = all(page.tokens[p].text in _PAUSES for p in range(old.end, place))
    return close and all(
        page.tokens[p].text in _PAUSES or page.form(p) in _articles()
        for p in range(place + 1, new.start)
    )


def _slip(page: Page, place: int, new: Unit | None) -> Unit | None:
    """Return the one word behind "lose the", whatever it names, where a thing follows it."""
    end = place
    while end > 0 and page.tokens[end - 1].text in _PAUSES:
        end -= 1
    verb = _led(page, end - 1)
    lost = any(s.name == "delete" and s.end == verb for s in page.spans(0, verb, "act"))
    slipped = lost and verb < end - 1 and page.tokens[end - 1].is_word
    return Unit(end - 1, end, "item") if slipped and new and new.kind == "item" else None


def _is_listed(page: Page, new: Unit) -> bool:
    """Whether numbers are counted up while thinking: "2, er, 3 and 4"."""
    if new.end >= len(page.tokens):
        return False
    goes_on = page.tokens[new.end].text == "," or page.form(new.end) in word_set("naming.and")
    after = new.end + 1
    return goes_on and after < len(page.tokens) and page.tokens[after].text.isdecimal()


def _told(page: Page, old: Unit, new: Unit) -> str:
    """Put the new thing with its article in the place of the old one."""
    text = page.text[: page.tokens[_led(page, old.start)].start]
    text += page.words(_led(page, new.start), new.end)
    rest = page.text[page.tokens[new.end - 1].end :]
    return text + (rest[1:] if rest.startswith(",") and old.kind != "number" else rest)


def _led(page: Page, place: int) -> int:
    """Return where a thing with its article begins."""
    while place > 0 and page.form(place - 1) in _articles():
        place -= 1
    return place


def _articles() -> frozenset[str]:
    return word_set("targets.articles") | word_set("giving.indefinite")
