"""Things told by whoever or whichever shot has them: "Tom's suit", "the blazer from 6".

Where somebody else is to have one, it is read by its own name: "put the navy suit on Ines".
"""

from toile.adapters.language.built_in.edits.message.board_words import BoardWords, Mention
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_WORN = frozenset(("garments", "props"))


def lent_things(page: Page, board: BoardWords) -> str | None:
    """Return the text with such a thing by its own name, or ``None``."""
    for segment in page.live():
        found = board.mentions(page, segment.start, segment.end)
        if not any(m.fields == {"talent"} for m in found):
            continue
        for thing in found:
            told = _told(page, board, segment, thing, found) if thing.fields <= _WORN else None
            if told is not None:
                return told
    return None


def _told(
    page: Page, board: BoardWords, segment: Segment, thing: Mention, found: list[Mention]
) -> str | None:
    forms = [page.form(p) for p in range(thing.start, thing.end)]
    owned = any(form.removesuffix("s") in board.names - {form} for form in forms)
    owned |= page.languages[0] == "en" and not board.names.isdisjoint(forms)
    end = thing.end if owned else _lender_ends(page, board, segment, thing)
    others = [m for m in found if _is_somebody(page, m) and m.start != thing.start]
    if end is None or not others or len(thing.values) != 1:
        return None
    head, tail = page.text[: page.tokens[thing.start].start], page.text[page.tokens[end - 1].end :]
    receiver = next((m for m in others if m.start == end + 1), None)
    if receiver is not None and page.form(segment.start) in word_set("lent_things.give"):
        head = f"{page.text[: page.tokens[segment.start].start]}put "
        tail = f" on {page.text[page.tokens[receiver.start].start :]}"
    article = "the " if owned and page.languages[0] == "en" else ""
    return f"{head}{article}{thing.values[0]}{tail}"


def _is_somebody(page: Page, mention: Mention) -> bool:
    """Whether a person is named, and not what she has: "swap Noor's coat for Lotte's"."""
    last = page.tokens[mention.end - 1]
    owns = page.text[last.end - 2 : last.end + 2]
    return mention.fields == {"talent"} and not any(sign in owns for sign in ("'s", "’s"))


def _lender_ends(page: Page, board: BoardWords, segment: Segment, thing: Mention) -> int | None:
    """Return where "from 6", "der 6" ends behind what somebody wears, where 6 has it."""
    wears = any(
        page.form(p) in word_set("lent_things.wears") for p in range(segment.start, segment.end)
    )
    number = thing.end + 1
    led = page.form(thing.end) in word_set("people.of") | word_set("acts.from")
    number += page.form(number) in word_set("naming.articles")
    text = page.tokens[number].text if number < segment.end else ""
    has = any(str(board.numbers[i]) == text for i in thing.shots)
    return number + 1 if wears and led and has else None
