"""Words that name something and came to nothing: told beside what is done.

"3 without flash, rather window light, and a longer dress" lengthens the dress; where the light
stays as it is, "window light" is said to be left undone.
"""

from collections.abc import Iterator
from functools import lru_cache

from toile.adapters.language.built_in.edits.message.board_words import BoardWords, Mention
from toile.adapters.language.built_in.edits.message.outcome import Outcome, touched
from toile.adapters.language.built_in.edits.message.senses import stem, stems
from toile.adapters.language.built_in.edits.message.talk import is_named
from toile.adapters.language.built_in.edits.still_there import still_there
from toile.adapters.language.built_in.edits.unknown_wishes import unknown_wishes
from toile.adapters.language.built_in.edits.untold_shots import untold_shots, untold_sides
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import in_english
from toile.domain.commands import Command, ReplaceItem
from toile.domain.shots import Shot

_VALUES = ("light", "framing", "angle", "pose", "set", "s", "grade")
_THINGS = ("g", "h", "b", "j", "p")
_TELLING = (*_VALUES, *_THINGS, "col")
# What else a word may be read as: "turn" orders, "line" asks for room, "ettan" is the first.
_OTHER = (
    "act", "rel", "noun", "ref", "ord", "n", "pos", "f", "way", "do", "kind", "aspect", "m", "chat",
    "priority", "copy", "lens", "q",
)  # fmt: skip
_NEAR, _LED = 4, 3
_SIGNS = frozenset(",;:()–—")
_LISTS = frozenset(("garments", "props"))
_SETTLED = frozenset(("light", "framing", "angle", "set"))
_TOLD = ("set_field", "step_field", "add_items", "remove_items", "replace_item", "copy_fields")


def left_over(page: Page, board: BoardWords, out: Outcome) -> list[str]:
    """Return what a message names and no command has to do with."""
    if not _is_all_done(out) or page.has(0, len(page.tokens), "fix"):
        return []
    heard = frozenset(_heard(out))
    fields = {getattr(command, "field", "") for command in out.commands}
    settled = _SETTLED & fields
    settled |= {"col"} if any(map(_is_recoloured, out.commands)) else set()
    changed = {shot for command in out.commands for shot in touched(command)}
    told = (span for span in _said(page) if span.kind not in settled)
    left = [span for span in told if out.read.isdisjoint(range(span.start, span.end))]
    left = [span for span in left if not _words_of(page, span) & heard]
    unheard = [
        page.words(span.start, span.end)
        for span in left
        if not any(
            _is_heard(mention, changed, heard, wished=_is_wished(page, span, fields))
            for mention in board.mentions(page, span.start, span.end)
        )
    ]
    denied = still_there(page, board, out, changed)
    untold = [*untold_shots(page, out, changed), *untold_sides(page, out)]
    return [*unheard, *denied, *untold, *unknown_wishes(page, board, heard)]


def _words_of(page: Page, span: Span) -> set[str]:
    """Return the words of what is named, as it is said and in English."""
    said = {stem(page.form(p)) for p in range(span.start, span.end)}
    return {*stems(span.name), *said, *stems(in_english(page, span.start, span.end))}


def _is_all_done(out: Outcome) -> bool:
    """Whether nothing is told yet that came to nothing, and shots are changed one by one."""
    told = out.asks or out.cannot or out.beyond or out.flags or out.answers or out.unheard
    return bool(out.commands) and not told and all(c.do in _TOLD for c in out.commands)


def _is_recoloured(command: Command) -> bool:
    """Whether a thing stays what it is and only looks otherwise."""
    if not isinstance(command, ReplaceItem):
        return False
    return stems(command.old)[-1:] == stems(command.new)[-1:]


def _is_wished(page: Page, span: Span, fields: set[str]) -> bool:
    """Whether a thing that is named may be wished, and is no description of its shot."""
    return not _is_led(page, span) and (bool(fields & _LISTS) or _stands_behind(page, span.start))


def _is_led(page: Page, span: Span) -> bool:
    """Whether a thing only says where another is: "into the skirt", "on the table"."""
    beside = word_set("left_over.beside")
    article = page.form(span.start - 1) in word_set("naming.articles")
    # "Sul tavolo" has its article in the word that leads.
    return page.form(span.start - 1) in beside or (article and page.form(span.start - 2) in beside)


def _stands_behind(page: Page, place: int) -> bool:
    """Whether a stretch behind a sign begins with a word: "4 in the rain, umbrella shut"."""
    segment = page.segment_of(place)
    article = page.form(place - 1) in word_set("naming.articles")
    opens = place - article > segment.start and page.tokens[place - article - 1].text in _SIGNS
    numbered = any(page.tokens[p].text.isdecimal() for p in range(place, segment.end))
    return opens and not numbered


def _is_heard(mention: Mention, changed: set[str], heard: frozenset[str], *, wished: bool) -> bool:
    """Whether words name a shot that is changed, or what a command speaks of."""
    describes = not (wished and mention.fields & _LISTS)
    here = describes and bool(changed & set(mention.shots))
    return here or any(set(stems(value)) & heard for value in mention.values)


def _said(page: Page) -> Iterator[Span]:
    """Yield what is named, by the longest span at each place."""
    for segment in page.live():
        spans = page.spans(segment.start, segment.end, *_TELLING, *_OTHER)
        for span in spans:
            if any(s.start < span.start and s.end >= span.end for s in spans):
                continue
            if page.form(span.start) in word_set("things.old_follows"):
                continue  # "I stället" is no place.
            own = page.first(span.start, *_TELLING)
            other = page.first(span.start, *_OTHER)
            if own is None or own.end < span.end or (other and other.end >= own.end):
                continue
            if own.kind in ("s", "set") and not _is_where(page, segment.start, own):
                continue
            if not _is_set_aside(page, segment.start, own):
                yield own


def _is_where(page: Page, first: int, place: Span) -> bool:
    """Whether a shot shall be in a place: not in "a note from the studio"."""
    near = range(max(first, place.start - _LED), place.start)
    return any(page.form(p) in word_set("left_over.where") for p in near)


def _is_set_aside(page: Page, first: int, span: Span) -> bool:
    """Whether words name shots, or what stays, is not wanted or is only likened to."""
    if any(is_named(page, p) for p in range(span.start, span.end)):
        return True
    start = span.start
    while start > max(first, span.start - _NEAR) and page.tokens[start - 1].text not in _SIGNS:
        start -= 1
    stop = min(span.end + _NEAR, page.segment_of(span.start).end)
    kept = any(s.name == "keep" for s in page.spans(start, stop, "act"))
    forms = {page.form(p) for p in range(start, span.start)}
    denied = page.has(start, span.start, "neg")
    return kept or denied or bool(forms & word_set("left_over.aside"))


def _heard(out: Outcome) -> Iterator[str]:
    """Yield the words of all that the commands write, take out or find in the shots they change."""
    before: dict[str, Shot] = {shot.id: shot for shot in out.context.shots.shots}
    for command in out.commands:
        yield from _words(command)
        for one in touched(command):
            if one in before:
                yield from _of_shot(before[one])


def _words(command: Command) -> Iterator[str]:
    for value in command.model_dump().values():
        for text in value if isinstance(value, (tuple, list)) else (value,):
            if isinstance(text, str):
                yield from stems(text)


@lru_cache(maxsize=1_000)
def _of_shot(shot: Shot) -> tuple[str, ...]:
    values = (shot.light, shot.framing, shot.angle, shot.pose, shot.set, shot.kind)
    texts = [*filter(None, values), *shot.talent]
    return tuple(word for text in texts for word in stems(text))
