"""Cuts a document into passages by meaning: heading path and rule. Knows no vectors."""

import re
from collections.abc import Iterator

from toile.domain.colours import hue_word
from toile.domain.glossary import Glossary
from toile.domain.guidelines import Block, BlockKind, Document, Passage
from toile.domain.words import terms

# Rules are short: a passage about one thing embeds better than a page about six.
TARGET_CHARS = 200
LONGEST_CHARS = 900
_CAPTION = re.compile(r"(fig(ure)?|plate|table|picture|photo)\.? ?\d|(do|don.?t)\s*[:.–—]", re.I)
_HEX = re.compile(r"#[0-9A-Fa-f]{6}\b")


def passages_of(document: Document) -> tuple[Passage, ...]:
    """Return the passages of a document in reading order; headings are context, never content."""
    return tuple(
        piece
        for headings, blocks in _sections(document.blocks)
        for group in _groups(blocks)
        for piece in _passage(headings, group)
    )


def _sections(blocks: tuple[Block, ...]) -> Iterator[tuple[tuple[str, ...], list[Block]]]:
    path: list[tuple[int, str]] = []
    held: list[Block] = []
    for block in blocks:
        if block.kind is not BlockKind.HEADING:
            held.append(block)
            continue
        if held:
            yield tuple(text for _, text in path), held
        held = []
        path = [*(step for step in path if step[0] < block.level), (block.level, block.text)]
    if held:
        yield tuple(text for _, text in path), held


def _groups(blocks: list[Block]) -> Iterator[list[Block]]:
    """Yield runs of one kind on one page, up to the target length."""
    group: list[Block] = []
    for block in blocks:
        if group and not _joins(group, block):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _joins(group: list[Block], block: Block) -> bool:
    first = group[0]
    if block.page != first.page:
        return False
    # "Never use:" belongs to the list that follows it.
    introduces = group[-1].text.rstrip().endswith(":") and block.kind is BlockKind.ITEM
    if block.kind is not group[-1].kind and not introduces:
        return False
    return block.end - first.start <= TARGET_CHARS


def _passage(headings: tuple[str, ...], group: list[Block]) -> Iterator[Passage]:
    page, start, end = group[0].page, group[0].start, group[-1].end
    text = "\n".join(block.text for block in group)
    for at, to in _cuts(text):
        yield Passage(
            text=text[at:to], page=page, start=start + at, end=start + to, headings=headings
        )
    if end - start != len(text):
        raise ValueError("blocks must be placed before they are cut")


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """Yield spans of at most ``LONGEST_CHARS``, cut after a sentence where there is one."""
    at = 0
    while len(text) - at > LONGEST_CHARS:
        window = text[at : at + LONGEST_CHARS]
        cut = max(window.rfind(mark) for mark in (". ", "? ", "! ", "; ", "\n"))
        cut = cut + 1 if cut > LONGEST_CHARS // 3 else max(window.rfind(" "), LONGEST_CHARS // 2)
        yield at, at + cut
        at += cut
        at += len(text[at:]) - len(text[at:].lstrip())
    if at < len(text):
        yield at, len(text)


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences and lines of a passage."""
    return tuple(sentence for line in text.split("\n") for sentence in _split(line))


def pieces(text: str) -> tuple[str, ...]:
    """Return what of a passage is worth a vector of its own: sentences, and things of lists."""
    return tuple(piece for sentence in sentences(text) for piece in (sentence, *_listed(sentence)))


def _listed(sentence: str) -> Iterator[str]:
    """Yield each thing of a long list with the words that lead it: one vector blurs them all."""
    lead, colon, rest = sentence.rpartition(": ")
    things = [one.strip(" .") for one in re.split(r",\s+(?:and |or )?|\s+(?:and|or)\s+", rest)]
    if len(things) < 3 or max(len(one.split()) for one in things) > 5:
        return
    for thing in things:
        if thing:
            yield f"{lead}{colon}{thing}"


def _split(line: str) -> Iterator[str]:
    start = 0
    for at in range(len(line) - 1):
        # A short run before a small letter is an abbreviation.
        least = 5 if line[at + 2 : at + 3].isupper() else 24
        if line[at] in ".?!;" and line[at + 1] == " " and at - start > least:
            yield line[start : at + 1].strip()
            start = at + 1
    if line[start:].strip():
        yield line[start:].strip()


def is_slight(text: str) -> bool:
    """Say whether a passage is a caption or a motto: it names a thing and rules nothing."""
    motto = len(text) < 60 and "\n" not in text and not any(mark.isdigit() for mark in text)
    return motto or _CAPTION.match(text) is not None


def text_to_embed(passage: Passage) -> str:
    """Return what is embedded of a passage: its nearest headings, then its words."""
    return ". ".join((*passage.headings[-2:], with_hues(passage.text.replace("\n", " "))))


def in_language(passage: Passage, glossary: Glossary) -> Passage:
    """Return a passage with the language of its words, told by all of them together."""
    language = glossary.language(f"{passage.heading} {passage.text}")
    return passage.model_copy(update={"language": language})


def stems_of(passage: Passage, glossary: Glossary) -> tuple[str, ...]:
    """Return what a passage is found by word for word: its own stems, and those of its English."""
    text = with_hues(f"{passage.heading} {passage.text}")
    english = "" if passage.language == "en" else glossary.english(text, passage.language)
    return terms(f"{text} {english}")


def with_hues(text: str) -> str:
    """Return the text with each colour code named, so that "red" finds ``#A63D2F``."""
    return _HEX.sub(lambda code: f"{code[0]} {hue_word(code[0])}", text)
