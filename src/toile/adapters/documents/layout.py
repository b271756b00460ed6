"""Words with places on a page into lines, blocks and reading order. Knows no file format."""

from dataclasses import dataclass, replace
from itertools import pairwise


@dataclass(frozen=True)
class Word:
    """One word; the page's top left is the origin, lengths in points."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Line:
    """Words of one line in one column, or a whole paragraph of such lines."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool = False
    italic: bool = False
    pitch: float = 0.0


BULLETS = "•◦‣▪■□–—-✓✗✕✔✘×→"


def lines_of(words: list[Word]) -> list[Line]:
    """Join words into lines, cut where the gap is as wide as a column gutter."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: ((word.top + word.bottom) / 2, word.x0)):
        middle = (word.top + word.bottom) / 2
        if rows and abs(middle - _middle(rows[-1])) < 0.4 * word.size:
            rows[-1].append(word)
        else:
            rows.append([word])
    lines = [line for row in rows for line in _cut_at_gutters(sorted(row, key=lambda w: w.x0))]
    return _with_bullets(lines)


def _with_bullets(lines: list[Line]) -> list[Line]:
    """Give each lone bullet to the line that it stands before."""
    lone = [line for line in lines if line.text in BULLETS]
    out = [line for line in lines if line.text not in BULLETS]
    for bullet in lone:
        for at, line in enumerate(out):
            beside = 0 < line.x0 - bullet.x1 < 3 * line.size
            if beside and abs(line.top + line.bottom - bullet.top - bullet.bottom) < line.size:
                out[at] = replace(line, text=f"{bullet.text} {line.text}", x0=bullet.x0)
                break
    return out


def _middle(row: list[Word]) -> float:
    return (row[0].top + row[0].bottom) / 2


def _cut_at_gutters(row: list[Word]) -> list[Line]:
    runs = [[row[0]]]
    for left, right in pairwise(row):
        bullet = len(runs[-1]) == 1 and left.text in BULLETS
        wide = right.x0 - left.x1 > (3.0 if bullet else 1.1) * max(left.size, right.size)
        if wide or abs(left.size - right.size) > 0.6 * min(left.size, right.size):
            runs.append([])
        runs[-1].append(right)
    return [_line(run) for run in runs]


def _line(words: list[Word]) -> Line:
    letters = sum(len(word.text) for word in words)
    return Line(
        text=" ".join(word.text for word in words),
        x0=words[0].x0,
        x1=max(word.x1 for word in words),
        top=min(word.top for word in words),
        bottom=max(word.bottom for word in words),
        size=max(words, key=lambda word: len(word.text)).size,
        bold=sum(len(word.text) for word in words if word.bold) > 0.7 * letters,
        italic=sum(len(word.text) for word in words if word.italic) > 0.7 * letters,
    )


def paragraphs(lines: list[Line]) -> list[Line]:
    """Join lines of one face that follow each other closely, and put them in reading order."""
    open_: list[Line] = []
    for line in sorted(lines, key=lambda line: (line.top, line.x0)):
        for at in range(len(open_) - 1, -1, -1):
            if _follows(open_[at], line):
                open_[at] = _joined(open_[at], line)
                break
        else:
            open_.append(line)
    return reading_order(open_)


def _follows(block: Line, line: Line) -> bool:
    gap = line.top - block.bottom
    overlap = min(block.x1, line.x1) - max(block.x0, line.x0)
    same_face = abs(block.size - line.size) < 0.08 * block.size and block.bold == line.bold
    close = -0.3 * line.size <= gap < 0.75 * line.size
    if not (same_face and close and overlap > 0.5 * min(block.x1 - block.x0, line.x1 - line.x0)):
        return False
    if line.text[:1] in BULLETS and line.text[1:2] in ("", " "):
        return False
    # A paragraph keeps its leading: a wider step is the next paragraph.
    return not block.pitch or line.bottom - block.bottom < block.pitch * 1.25


def _joined(block: Line, line: Line) -> Line:
    hyphenated = block.text.endswith("-") and line.text[:1].islower()
    text = block.text[:-1] + line.text if hyphenated else f"{block.text} {line.text}"
    return replace(
        block,
        text=text,
        x0=min(block.x0, line.x0),
        x1=max(block.x1, line.x1),
        bottom=max(block.bottom, line.bottom),
        pitch=line.bottom - block.bottom,
    )


def reading_order(blocks: list[Line]) -> list[Line]:
    """Order blocks by cutting the page: columns first, then the topmost band, again and again."""
    if len(blocks) < 2:
        return blocks
    columns = _cut(blocks, "x0", "x1", least=8.0)
    if len(columns) > 1:
        return [block for column in columns for block in reading_order(column)]
    bands = _cut(blocks, "top", "bottom", least=0.0)
    if len(bands) > 1:
        rest = [block for band in bands[1:] for block in band]
        return reading_order(bands[0]) + reading_order(rest)
    return sorted(blocks, key=lambda block: (block.top, block.x0))


def _cut(blocks: list[Line], low: str, high: str, least: float) -> list[list[Line]]:
    """Return the groups that a white band at least that wide keeps apart."""
    groups: list[list[Line]] = []
    reach = 0.0
    for block in sorted(blocks, key=lambda block: float(getattr(block, low))):
        if groups and getattr(block, low) - reach <= least:
            groups[-1].append(block)
        else:
            groups.append([block])
        reach = max(reach, getattr(block, high)) if len(groups[-1]) > 1 else getattr(block, high)
    return groups
