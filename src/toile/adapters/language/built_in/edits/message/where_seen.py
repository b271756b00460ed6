"""Shots named by what is seen there, in front of the order: "dove c'è il cappotto, toglilo".

Read in the plain order: "togli il cappotto ovunque". English alone says it without a rewording.
"""

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_LOST = {
    "fr": "enlève {} partout", "it": "togli {} ovunque", "es": "quita {} en todas",
    "de": "überall {} weglassen", "sv": "ta bort {} överallt",
}  # fmt: skip
_MADE = {
    "fr": "{} {} partout", "it": "{} {} ovunque", "es": "{} {} en todas",
    "de": "{} überall {}", "sv": "{} {} överallt",
}  # fmt: skip
_THERE = {
    "fr": "dans celles avec {}, {}", "it": "in tutte quelle con {} {}",
    "es": "en todas las de {} {}", "de": "in allen mit {} {}", "sv": "i alla med {} {}",
}  # fmt: skip
_WORN = frozenset(("garments", "props"))
_ORDERS = ("set", "replace", "delete", "move", "add")
_LONGEST = 3


def told_where_seen(page: Page, board: BoardWords) -> str | None:
    """Return the text as a plain order, or ``None`` where nothing opens it so."""
    tongue = page.languages[0]
    if tongue not in _LOST or "?" in page.text:
        return None
    segment = next(iter(page.live()), None)
    begin = _behind_lead(page, segment) if segment else None
    if segment is None or begin is None:
        return None
    end = _ends(page, segment, begin)
    rest = end
    while rest < segment.end and _is_between(page, rest):
        rest += 1
    mentions = board.mentions(page, begin, end)
    if rest >= segment.end or len(mentions) != 1 or not _only_thing(page, begin, end, board):
        return None
    thing, tail = page.words(begin, end), page.words(rest, segment.end)
    told = _of_it(page, segment, rest) if mentions[0].fields <= _WORN else None
    if told is None:
        plain = _THERE[tongue].format(thing, tail) if _orders(page, rest) else None
    elif told < segment.end:
        plain = _MADE[tongue].format(thing, page.words(told, segment.end))
    else:
        plain = _LOST[tongue].format(thing)
    if plain is None:
        return None
    head, last = page.tokens[segment.start].start, page.tokens[segment.end - 1].end
    return page.text[:head] + plain + page.text[last:]


def _behind_lead(page: Page, segment: Segment) -> int | None:
    """Return the first place behind "là où il y a", "dove c'è", "wo"."""
    for count in range(_LONGEST, 0, -1):
        place = segment.start + count
        words = "_".join(page.form(p) for p in range(segment.start, place))
        if words in word_set("where_seen.leads"):
            while page.form(place) in word_set("where_seen.there"):
                place += 1
            return place
    return None


def _ends(page: Page, segment: Segment, begin: int) -> int:
    """Return where the thing seen ends: at a sign, "ist" or the order."""
    for place in range(begin + 1, segment.end):
        sign = not page.tokens[place].text[:1].isalnum()
        if sign or page.form(place) in word_set("where_seen.is") or _orders(page, place):
            return place
    return segment.end


def _is_between(page: Page, place: int) -> bool:
    return page.form(place) in word_set("where_seen.is") or page.tokens[place].text == ","


def _orders(page: Page, place: int) -> bool:
    act = page.span_at(place, "act")
    small = page.form(place) in word_set("where_seen.no_order")
    return act is not None and act.name in _ORDERS and not small


def _only_thing(page: Page, begin: int, end: int, board: BoardWords) -> bool:
    """Whether a stretch says no more than one thing of the board with its article."""
    said = {p for m in board.mentions(page, begin, end) for p in range(m.start, m.end)}
    articles = word_set("naming.articles") | word_set("new_shots.of")
    return all(
        p in said or page.form(p) in articles or not page.tokens[p].text[:1].isalnum()
        for p in range(begin, end)
    )


def _of_it(page: Page, segment: Segment, place: int) -> int | None:
    """Return what "make it" is followed by; the end where "take it off" says all."""
    verb = page.form(place)
    pair = f"{verb}_{page.form(place + 1)}"
    if pair in word_set("where_seen.be"):
        return place + 2
    act = page.span_at(place, "act")
    if act is None or act.name not in _ORDERS:
        if verb not in word_set("where_seen.make"):
            return None
        behind = place + 1
    else:
        behind = act.end
    joined = page.languages[0] in ("it", "es") and verb.endswith(_JOINED)
    behind = behind if joined else _behind_pronoun(page, place, behind)
    loses = act is not None and act.name == "delete"
    particles = all(
        page.form(p) in word_set("where_seen.away") or not page.tokens[p].is_word
        for p in range(behind, segment.end)
    )
    if behind == 0 or (not loses and not particles and behind >= segment.end):
        return None
    if particles:
        lost = loses or behind < segment.end
        return segment.end if lost else None
    return None if loses else behind


_JOINED = ("la", "lo", "li", "le", "las", "los")


def _behind_pronoun(page: Page, place: int, behind: int) -> int:
    """Return the place behind "it" near a verb: "mach ihn", "mets-la", "ta bort den"; else 0."""
    for here in range(place + 1, behind + 2):
        if page.form(here) in word_set("where_seen.it"):
            return max(here + 1, behind)
    return 0
