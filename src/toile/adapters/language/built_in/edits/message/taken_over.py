"""A thing taken out of one shot and put into another: "take the cup from 6 and put it in 4".

Read with a plain verb of removing, "remove the cup from 6 and put it in 4".
"""

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.text.lexicon import LANGUAGES, word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_GIVES = frozenset(("move", "set", "add"))
_THINGS = frozenset(("garments", "props"))
_REMOVE = ("remove", "enlève", "togli", "quita", "entferne", "ta bort")
_NEAR = 4


def taken_over(page: Page, board: BoardWords) -> str | None:
    """Return the text with its verbs told plainly, ``None`` where nothing is taken over."""
    for segment in page.live():
        for verb in range(segment.start, min(segment.start + _NEAR, segment.end)):
            takes = page.form(verb) in word_set("taken_over.take")
            if not (takes or _removes(page, verb)):
                continue
            put = _put(page, segment, verb)
            if put is None or not _is_from_a_shot(page, board, segment, verb):
                break
            return _told(page, verb if takes else None, put)
    return None


def _told(page: Page, verb: int | None, put: int) -> str | None:
    """Return the text with "remove" for "take", "put it on" for "give it to"."""
    text = page.text
    gives = [page.form(p) for p in (put, put + 1, put + 2)] in _GIVEN
    if gives:
        start, end = page.tokens[put].start, page.tokens[put + 2].end
        text = f"{text[:start]}put {page.tokens[put + 1].text} on{text[end:]}"
    if verb is not None:
        order = _REMOVE[LANGUAGES.index(page.languages[0])]
        text = f"{text[: page.tokens[verb].start]}{order}{text[page.tokens[verb].end :]}"
    return text if gives or verb is not None else None


_GIVEN = (["give", "it", "to"], ["give", "them", "to"])


def _removes(page: Page, place: int) -> bool:
    verb = page.span_at(place, "act")
    none = page.form(place) in word_set("naming.without") and page.first(place + 1, "g", "h", "p")
    return bool(none) or (verb is not None and verb.name == "delete")


def _is_from_a_shot(page: Page, board: BoardWords, segment: Segment, verb: int) -> bool:
    """Whether a thing of the board follows the verb, and where it is from follows that."""
    begin = verb + 1
    while page.form(begin) in word_set("naming.articles"):
        begin += 1
    ends = {m.end for m in board.mentions(page, begin, segment.end)
            if m.start == begin and m.fields & _THINGS}  # fmt: skip
    led = word_set("carried_across.from") | word_set("naming.in") | word_set("people.off")
    return any(page.form(end) in led for end in ends)


def _put(page: Page, segment: Segment, verb: int) -> int | None:
    """Return where "put it" follows behind "and"."""
    they = word_set("saying.it") | word_set("passing_on.who")
    for place in range(verb + 1, segment.end - 1):
        if page.form(place) not in word_set("naming.and") | word_set("clauses.then") | {","}:
            continue
        put = place + 1 + (page.form(place + 1) in word_set("clauses.then"))
        act = page.span_at(put, "act")
        gives = act is not None and act.name in _GIVES
        gives = gives or page.form(put) in word_set("taken_over.put")
        joined = page.form(put).endswith(tuple(word_set("taken_over.joined")))
        near = range(put + 1, min(put + _NEAR, segment.end))
        if gives and (joined or any(page.form(p) in they for p in near)):
            return put
    return None
