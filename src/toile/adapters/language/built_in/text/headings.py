"""Headings: which field a stretch of text is labelled with ("light: ...", "| talent | ... |").

A label holds for its own sentence, for cells and bullets behind it, and, alone on a line, for the
lines below it up to the next label or an empty line.
"""

from dataclasses import replace

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Label, Page, Segment

_MARKS = frozenset(">-*•–—|·✓+#_=")
_SIGNS = frozenset(":=|→")
_FARTHEST = 5
_LINE = 3


def labels(page: Page) -> dict[int, Label]:
    """Return the labels of a page by the first token of the segment they hold for."""
    found: dict[int, Label] = {}
    section: str | None = None
    last: Segment | None = None
    heading: Segment | None = None
    for segment in sorted(page.segments, key=lambda s: s.start):
        if last is None or segment.line > last.line + (1 + (last is heading)):
            section = None
        if heading and segment.line > heading.line and _is_said_head(page, heading):
            section = None
        own = _label(page, segment)
        if own and own.start >= segment.end and not _goes_on(page, segment):
            section, own, heading = own.field, None, segment
        elif own is None:
            own = _inherited(page, segment, last, found)
            if own is None and section and _is_item(segment, last, heading):
                own = Label(section, content(page, segment))
        elif last is None or segment.line != last.line:
            section = None
        if own:
            found[segment.start] = _of_people(page, segment, own)
        last = segment
    return found


def _of_people(page: Page, segment: Segment, label: Label) -> Label:
    """Let "Modelle: zwei Bäcker, ein Mann und eine Frau" be the cast, where no good is named."""
    styles = page.form(content(page, segment)) in word_set("headings.models")
    if label.field != "products" or not styles or page.has(label.start, segment.end, *_GOODS):
        return label
    cast = page.has(label.start, segment.end, "people")
    return replace(label, field="talent") if cast else label


_GOODS = ("g", "h", "b", "j", "c")


def content(page: Page, segment: Segment) -> int:
    """Return the first token behind bullets, marks of quotation and numbers of a list."""
    place = segment.start
    while place < segment.end - 1 and page.tokens[place].text in _MARKS:
        place += 1
    if (
        place + 1 < segment.end
        and page.tokens[place].text.isdecimal()
        and page.tokens[place + 1].text in ").:"
        and page.tokens[place + 1].start == page.tokens[place].end
    ):
        place += 2
    return min(place, segment.end - 1)


def _label(page: Page, segment: Segment) -> Label | None:
    place = content(page, segment)
    for sign in range(place, min(segment.end, place + _FARTHEST + 1)):
        if sign > place and _is_sign(page, segment, sign):
            field = _field(page, place, sign)
            return Label(field, sign + 1) if field else None
        if page.tokens[sign].text in ",;(":
            return None
    if _is_said_head(page, segment):
        field = _field(page, place, segment.end)
        return Label(field, segment.end) if field else None
    if segment.end - place <= _LINE and (_ends_cell(page, segment) or _alone(page, segment)):
        field = _field(page, place, segment.end)
        return Label(field, segment.end) if field else None
    return None


def _is_sign(page: Page, segment: Segment, place: int) -> bool:
    """Whether a colon, or at the head of a line a dash with blanks around it, stands here."""
    text = page.tokens[place].text
    if text in _SIGNS:
        return True
    opens = segment.start == 0 or page.text[: page.tokens[segment.start].start].rstrip(
        " "
    ).endswith("\n")
    spaced = page.tokens[place - 1].end < page.tokens[place].start
    return opens and spaced and text in "-–—"


def _is_said_head(page: Page, segment: Segment) -> bool:
    """Whether a word with a full stop heads the rest of its line: "2. Casting. Three people"."""
    place = content(page, segment)
    if segment.end - place > _HEAD or not page.tokens[place].text[:1].isupper():
        return False
    first, last = page.tokens[segment.start], page.tokens[segment.end - 1]
    opens = not page.text[page.text.rfind("\n", 0, first.start) + 1 : first.start].strip(" \t>-*•")
    more = page.text[last.end :].split("\n", 1)[0]
    return (opens or _numbered(page, segment)) and more[:1] == "." and bool(more[1:].strip())


def _numbered(page: Page, segment: Segment) -> bool:
    """Whether the number of a list stands before a segment: "2. ", "3) "."""
    line = page.text.rfind("\n", 0, page.tokens[segment.start].start) + 1
    before = page.text[line : page.tokens[segment.start].start].strip()
    return before[:-1].isdecimal() and before[-1:] in ".)"


_HEAD = 2


def _ends_cell(page: Page, segment: Segment) -> bool:
    """Whether a bar or the end of a heading line stands behind the segment."""
    return segment.end < len(page.tokens) and page.tokens[segment.end].text == "|"


def _alone(page: Page, segment: Segment) -> bool:
    """Whether a short line in capitals or marks, with a line below it, can only be a heading."""
    start, end = page.tokens[segment.start].start, page.tokens[segment.end - 1].end
    line = page.text.rfind("\n", 0, start) + 1
    stop = page.text.find("\n", end)
    around = page.text[line:start] + page.text[end : stop if stop >= 0 else end]
    words = page.text[start:end]
    marked = around.strip(" \t").startswith(("#", "*", "=", "_")) or around.rstrip().endswith("*")
    shown = words.isupper() or marked or words[:1].isupper()
    return stop >= 0 and not around.strip(" #*=_-\t") and shown


def _field(page: Page, start: int, end: int) -> str | None:
    """Return the field that words name, where little else stands beside them."""
    place = start
    found: str | None = None
    while place < end:
        span = page.span_at(place, "head")
        if span and span.end <= end:
            found = found or span.name
            place = span.end
        elif page.form(place) in word_set("headings.beside") or page.tokens[place].text in "/&+":
            place += 1
        else:
            return None
    return found


def _goes_on(page: Page, segment: Segment) -> bool:
    return _ends_cell(page, segment)


def _inherited(
    page: Page, segment: Segment, last: Segment | None, found: dict[int, Label]
) -> Label | None:
    """Return the label of the cell or half-sentence before on the same line."""
    if last is None or last.line != segment.line or segment.start == 0:
        return None
    before = page.tokens[segment.start - 1].text
    label = found.get(last.start) or (_label(page, last) if before == "|" else None)
    if label and before in ";|":
        return Label(label.field, content(page, segment))
    return None


def _is_item(segment: Segment, last: Segment | None, heading: Segment | None) -> bool:
    """Whether a segment belongs to a list under a heading; an empty line may stand below that."""
    return last is not None and segment.line - last.line <= 1 + (last is heading)
