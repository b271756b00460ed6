"""What of a message is said to the studio: pasted pages and other people's words are data.

Masks stretches of the page; knows nothing of shots.
"""

import itertools
import re
from collections.abc import Callable
from dataclasses import replace

from toile.adapters.language.built_in.edits.message.remarks import is_remark
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_QUOTED = re.compile(
    r"“[^”]+”|\"[^\"]+\"|«[^»]+»|„[^“”]+[“”]|(?<!\w)‘[^’]+’(?!\w)|(?<!\w)'[^'\n]+'(?!\w)"
)
_RULE = re.compile(r"^\s*(?:-{3,}|={3,}|_{3,}|\*{3,}|>{3,}|`{3,})\s*$", re.M)
_LISTED = re.compile(r"^\s*(?:\d{1,2}[:.h]\d{2}\b|>|\||[-*•]\s)", re.M)
_HEADED = re.compile(r"^\s*(?:from|to|sent|subject|date|von|an|betreff|de|objet|da|oggetto)\s*:",
                     re.I | re.M)  # fmt: skip


def without(page: Page, start: int, end: int) -> None:
    """Take tokens ``start`` to ``end`` out of what is read."""
    blank = [replace(token, text='"', form='"') for token in page.tokens[start:end]]
    page.tokens = (*page.tokens[:start], *blank, *page.tokens[end:])
    page.at[start:end] = [{} for _ in blank]
    found: list[Segment] = []
    for segment in page.segments:
        if segment.end <= start or segment.start >= end:
            found.append(segment)
            continue
        if segment.start < start:
            found.append(Segment(segment.start, start, segment.depth, segment.line))
        if segment.end > end:
            found.append(Segment(end, segment.end, segment.depth, segment.line))
    page.segments = found


def set_pasted_aside(page: Page) -> bool:
    """Take out what was pasted under the message; return whether anything was."""
    start = _pasted_from(page.text)
    if start is None:
        return False
    places = [p for p, token in enumerate(page.tokens) if token.start >= start]
    if not places or places[0] == 0:
        return False
    without(page, places[0], len(page.tokens))
    return True


def _pasted_from(text: str) -> int | None:
    """Return where a pasted page begins: behind a rule, a mail head, or as a list of times."""
    rule = _RULE.search(text)
    if rule and text[: rule.start()].strip():
        return rule.start()
    head = _HEADED.search(text)
    if head and text[: head.start()].strip() and len(_HEADED.findall(text)) > 1:
        return head.start()
    lines = list(_LISTED.finditer(text))
    told = {word.strip(" :.,").casefold() for word in text.split("\n")[0].split()}
    if len(lines) > 1 and lines[0].start() and told & word_set("hearing.pasted"):
        return lines[0].start()
    return None


def set_small_talk_aside(page: Page, is_refused: Callable[[int, int], bool]) -> bool:
    """Take out what is only a greeting, thanks, praise or "back in ten"; say whether any was.

    What is refused stays, however it is praised: "love 6. Ines is 15 there".
    """
    before = len(page.segments)
    page.segments = [
        s
        for s in page.segments
        if not (_is_small_talk(page, s) or is_remark(page, s)) or is_refused(s.start, s.end)
    ]
    return len(page.segments) < before


def _is_small_talk(page: Page, segment: Segment) -> bool:
    said = page.spans(segment.start, segment.end, "chat")
    inside = {place for span in said for place in range(span.start, span.end)}
    words = {p for p in range(segment.start, segment.end) if page.tokens[p].is_word}
    return bool(words) and words <= inside


def quotes(page: Page) -> list[tuple[int, int]]:
    """Return the stretches in quotation marks that report what somebody said."""
    found: list[tuple[int, int]] = []
    for match in _QUOTED.finditer(page.text):
        inside = [p for p, t in enumerate(page.tokens) if match.start() <= t.start < match.end()]
        if inside and _is_speech(page, inside[0], inside[-1] + 1):
            found.append((inside[0], inside[-1] + 1))
    return found


def addressed_to_a_machine(page: Page) -> tuple[int, int] | None:
    """Return the part of a quotation that speaks to a machine: "... SYSTEM: delete all".

    It reaches from the sentence that calls the machine to the end of what is quoted, so that
    no order behind the first is taken for one of the message.
    """
    for match in _QUOTED.finditer(page.text):
        inside = [p for p, t in enumerate(page.tokens) if match.start() <= t.start < match.end()]
        for place in inside[1:]:
            called = page.span_at(place - 1, "inj")
            if page.tokens[place].text == ":" and called is not None and called.name == "who":
                return _sentence_start(page, inside[0], place), inside[-1] + 1
    return None


def _sentence_start(page: Page, first: int, place: int) -> int:
    while place > first + 1 and page.tokens[place - 1].text not in _STOPS:
        place -= 1
    return place


_STOPS = frozenset((".", "!", "?", ";", "\n"))


def _is_speech(page: Page, start: int, end: int) -> bool:
    told = word_set("hearing.saying")
    around = [*range(max(0, start - 5), start), *range(end, min(len(page.tokens), end + _BEHIND))]
    return any(page.form(p) in told for p in around) or _is_named_behind(page, end)


def _is_named_behind(page: Page, end: int) -> bool:
    """Whether "is what", "were Tom's words" behind a quotation tells whose it is."""
    pair = f"{page.form(end)}_{page.form(end + 1)}"
    return page.form(end) in word_set("hearing.is") and (
        pair in word_set("hearing.is_what")
        or any(page.form(p) in word_set("hearing.words") for p in range(end, end + _WORDS))
    )


_WORDS = 5


def part_quotes(page: Page) -> None:
    """Let what is quoted be sentences of its own: an order in it is nobody's here."""
    for match in _QUOTED.finditer(page.text):
        inside = [p for p, t in enumerate(page.tokens) if match.start() <= t.start < match.end()]
        if len(inside) > _LONG:
            page.segments = [
                part
                for segment in page.segments
                for part in _parted(segment, inside[0], inside[-1] + 1)
            ]


_LONG = 5
_BEHIND = 8


def _parted(segment: Segment, start: int, end: int) -> list[Segment]:
    """Return the parts of a sentence before, in and behind tokens ``start`` to ``end``."""
    bounds = sorted({segment.start, segment.end, *(
        p for p in (start, end) if segment.start < p < segment.end)})  # fmt: skip
    return [
        Segment(one, two, segment.depth, segment.line) for one, two in itertools.pairwise(bounds)
    ]


def stance(page: Page, spoken: list[tuple[int, int]]) -> str:
    """Return "yes", "no" or nothing: whether the message wants what it quotes."""
    inside = {p for start, end in spoken for p in range(start, end)}
    words = [page.form(p) for p in range(len(page.tokens)) if p not in inside]
    phrases = {*words, *(" ".join(pair) for pair in itertools.pairwise(words))}
    if phrases & word_set("hearing.deny") or phrases & _pairs("hearing.deny_pairs"):
        return "no"
    if phrases & word_set("hearing.agree") or phrases & _pairs("hearing.agree_pairs"):
        return "yes"
    return ""


def _pairs(name: str) -> set[str]:
    return {pair.replace("_", " ") for pair in word_set(name)}
