"""A refused sentence is refused wherever it stands: "love 6. her skin: a bit lighter".

A sentence beside others may be read as going on from them. Where nothing of a message was refused,
each sentence that a refusal could turn on is read by itself, and with its neighbour; what is
refused then is taken out, and the rest of the message is read as if it had never been there.
"""

import itertools
from collections.abc import Iterator

from toile.adapters.language.built_in.edits.apart import is_of_others
from toile.adapters.language.built_in.edits.each_alone import Reading, is_of_people
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.refusals import people_of
from toile.adapters.language.built_in.edits.message.talk import Talk
from toile.adapters.language.built_in.edits.message.touching_rights import touches_rights
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.brief import Flag
from toile.domain.commands import EditContext

_MOST = 12
_LONGEST = 60
_ENDS = frozenset(".!?;")
_DASHES = frozenset("-–—")
_REST = "Nothing else of it was done; say the rest by itself."
Stretch = tuple[int, int]


def refused_beside(page: Talk, context: EditContext, read: Reading) -> Outcome | None:
    """Return what a message comes to without its refused sentences; ``None`` where it has none."""
    people = people_of(context)
    sentences = list(_sentences(page))
    if len(sentences) > _MOST or _is_one(page, sentences) or is_of_others(page):
        return None

    def refused(said: str) -> list[Flag]:
        return [flag for flag in read(said, context).flags if flag.action == "refuse"]

    touching = [
        two - one <= _LONGEST and touches_rights(page, people, one, two) for one, two in sentences
    ]
    found: list[list[Flag]] = []
    for one, touched in zip(sentences, touching, strict=True):
        own = refused(page.words(*one)) if touched else []
        told = _behind_a_colon(page, *one) if touched and not own else ""
        found.append(own or (refused(told) if told else []))
    for place, (one, two) in enumerate(itertools.pairwise(sentences)):
        near = slice(place, place + 2)
        short = two[1] - one[0] <= _LONGEST
        if short and any(touching[near]) and not any(found[near]):
            found[place + 1] = refused(f"{page.words(*one)}, {page.words(*two)}")
    flags = [flag for own in found for flag in own]
    rest = [page.words(*said) for said, own in zip(sentences, found, strict=True) if not own]
    return _with_the_rest(". ".join(rest), flags, context, read) if flags else None


def _with_the_rest(rest: str, flags: list[Flag], context: EditContext, read: Reading) -> Outcome:
    """Return what the rest comes to beside refusals; nobody is cast beside one."""
    out = read(rest, context) if rest else Outcome(context, context.shots)
    if any(map(is_of_people, out.commands)):
        out = Outcome(context, context.shots, cannot=[_REST])
    out.flags = flags
    return out


def _is_one(page: Page, sentences: list[Stretch]) -> bool:
    """Whether a message is one sentence from its first word to its last: it was read as that."""
    if len(sentences) != 1:
        return not sentences
    (start, end), last = sentences[0], len(page.tokens)
    return (
        not start
        and all(not page.tokens[p].text[:1].isalnum() for p in range(end, last))
        and (not _behind_a_colon(page, start, end))
    )


def _behind_a_colon(page: Page, start: int, end: int) -> str:
    """Return what "the client called: 2 thinner" tells; nothing behind a "don't"."""
    for place in range(start, end - 1):
        if page.form(place) in word_set("naming.not"):
            return ""
        if page.tokens[place].text == ":" and page.text[page.tokens[place].end].isspace():
            return page.words(place + 1, end)
    return ""


def _sentences(page: Page) -> Iterator[Stretch]:
    """Yield what stands between stops, dashes and joints, without what only leads to it."""
    for segment in page.live():
        start = segment.start
        for place in range(segment.start, segment.end + 1):
            if place < segment.end and not _parts(page, place):
                continue
            asked = place < segment.end and page.tokens[place].text == "?"
            first = _first(page, start, place)
            if first < place:
                yield first, place + asked
            start = place + 1


def _parts(page: Page, place: int) -> bool:
    """Whether a sentence ends on a sign: a stop, a dash, ", and 6", "and also"."""
    token = page.tokens[place]
    ahead, behind = page.text[: token.start][-1:], page.text[token.end :][:1]
    if token.text in _ENDS:
        return not behind or behind.isspace()
    if token.text in _DASHES:
        return behind.isspace() and ahead.isspace()
    if token.text == ",":
        return page.form(place + 1) in word_set("naming.and") and _is_figure(page, place + 2)
    joined = token.form in word_set("naming.and")
    return joined and page.form(place + 1) in word_set("stretches.joints")


def _first(page: Page, start: int, end: int) -> int:
    """Return where a sentence begins behind "hi all,", "ok" and "2)"."""
    leads = word_set("apart.leads") | word_set("stretches.joints") | word_set("asked.fillers")
    while start < end and (page.form(start) in leads or not _is_said(page, start)):
        start += 1
    return start


def _is_said(page: Page, place: int) -> bool:
    """Whether a token is a word or a figure, and no number of a point."""
    point = _is_figure(page, place) and page.form(place + 1) == ")"
    return page.tokens[place].text[:1].isalnum() and not point


def _is_figure(page: Page, place: int) -> bool:
    return page.form(place).isdecimal()
