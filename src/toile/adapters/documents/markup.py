"""Markdown, HTML and pasted text into a document. One page each: they have no others."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from toile.adapters.documents.limits import damaged
from toile.adapters.documents.office import rows_as_blocks
from toile.domain.guidelines import Block, BlockKind, Document, placed

_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_ITEM = re.compile(r"^\s*(?:[-*+•]|\d+[.)])\s+(.*)$")
_RULE = re.compile(r"^\s*([-*_]\s*){3,}$|^\s*\|?[\s:|-]*-{3,}[\s:|-]*\|?\s*$")
_EMPHASIS = re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


def read_markdown(text: str, name: str) -> Document:
    """Read Markdown: headings, lists, tables and paragraphs."""
    return _document(name, "text/markdown", _markdown(text))


def read_text(text: str, name: str) -> Document:
    """Read pasted text; a short line without a full stop above a paragraph is its heading."""
    return _document(name, "text/plain", _plain(text))


def read_html(text: str, name: str) -> Document:
    """Read a page; scripts, styles and hidden parts are left out."""
    parser = _Page()
    try:
        parser.feed(text)
        parser.close()
    except (AssertionError, ValueError) as error:
        # The parser gives up so on a broken declaration.
        raise damaged(name, "a page") from error
    notes = ("Hidden text in the page was left out.",) if parser.hid else ()
    return _document(name, "text/html", parser.blocks()).model_copy(update={"notes": notes})


def _document(name: str, media_type: str, blocks: Iterator[Block]) -> Document:
    return Document(name=name, media_type=media_type, pages=1, blocks=placed(tuple(blocks)))


def _clean(text: str) -> str:
    text = _LINK.sub(r"\1", text)
    return " ".join(_EMPHASIS.sub(r"\2", text).split())


def _markdown(text: str) -> Iterator[Block]:
    held: list[str] = []
    table: list[list[str]] = []
    text = re.sub(r"<!--.*?-->", "", text, flags=re.S)
    for line in [*text.splitlines(), ""]:
        if line.strip().startswith("|"):
            if not _RULE.match(line):
                table.append([_clean(cell) for cell in line.strip().strip("|").split("|")])
            continue
        yield from rows_as_blocks(table, 1) if table else ()
        table = []
        special = _special(line)
        if held and (special is not None or not line.strip() or _RULE.match(line)):
            yield Block(kind=BlockKind.TEXT, text=_clean(" ".join(held)), page=1)
            held = []
        if special is not None:
            yield special
        elif line.strip() and not _RULE.match(line):
            held.append(line.strip().lstrip("> "))


def _special(line: str) -> Block | None:
    heading = _HEADING.match(line)
    if heading and _clean(heading[2]):
        level = len(heading[1])
        return Block(kind=BlockKind.HEADING, text=_clean(heading[2]), page=1, level=level)
    item = _ITEM.match(line)
    if item and _clean(item[1]):
        return Block(kind=BlockKind.ITEM, text=_clean(item[1]), page=1)
    return None


def _plain(text: str) -> Iterator[Block]:
    for group in re.split(r"\n\s*\n", text.replace("\r", "")):
        lines = [line.strip() for line in group.splitlines() if line.strip()]
        if lines and _names_a_section(lines):
            yield Block(
                kind=BlockKind.HEADING, text=_clean(lines.pop(0)).rstrip(":"), page=1, level=1
            )
        run: list[str] = []
        for line in lines:
            special = _special(line)
            if special is None or special.kind is BlockKind.HEADING:
                run.append(line)
                continue
            yield from _paragraph(run)
            run = []
            yield special
        yield from _paragraph(run)


def _names_a_section(lines: list[str]) -> bool:
    first = lines[0]
    if _ITEM.match(first) or len(first) > 60 or first.endswith((".", ",", ";", "!", "?")):
        return False
    return first.isupper() or first.endswith(":") or len(first.split()) <= 6


def _paragraph(lines: list[str]) -> Iterator[Block]:
    if lines:
        yield Block(kind=BlockKind.TEXT, text=_clean(" ".join(lines)), page=1)


class _Page(HTMLParser):
    """Collects blocks of visible text."""

    _SKIPPED = frozenset({"script", "style", "noscript", "template", "svg", "title", "nav"})
    _ENDS = frozenset(
        re.findall(
            r"\w+",
            "p div section article li tr td th h1 h2 h3 h4 h5 h6 figcaption br table ul ol "
            "blockquote caption header footer main",
        )
    )
    _VOID = frozenset({"br", "img", "hr", "input", "meta", "link", "source", "wbr", "col", "area"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.hid = False
        self._out: list[Block] = []
        self._text: list[str] = []
        self._kinds: list[str] = []
        self._skip: list[str] = []
        self._row: list[str] = []
        self._rows: list[list[str]] = []

    def blocks(self) -> Iterator[Block]:
        """Return what was read."""
        self._flush()
        yield from self._out

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._skip or tag in self._SKIPPED or _hidden(dict(attrs)):
            self.hid = self.hid or (tag not in self._SKIPPED and not self._skip)
            if tag not in self._VOID:
                self._skip.append(tag)
            return
        if tag in self._ENDS:
            self._flush()
            self._kinds.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._skip:
            if tag in self._skip:
                del self._skip[len(self._skip) - 1 - self._skip[::-1].index(tag) :]
            return
        if tag in {"td", "th"}:
            self._row.append(self._taken())
        elif tag == "tr":
            self._rows.append(self._row)
            self._row = []
        elif tag == "table":
            self._out.extend(rows_as_blocks([row for row in self._rows if row], 1))
            self._rows = []
        elif tag in self._ENDS:
            self._flush()
        if tag in self._kinds:
            del self._kinds[len(self._kinds) - 1 - self._kinds[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if not self._skip:
            self._text.append(data)

    def _taken(self) -> str:
        text = " ".join("".join(self._text).split())
        self._text = []
        return text

    def _flush(self) -> None:
        text = self._taken()
        if not text:
            return
        tags = [
            tag for tag in self._kinds if tag not in {"div", "section", "article", "main", "br"}
        ]
        self._out.append(_tagged(tags[-1] if tags else "p", text))


def _tagged(tag: str, text: str) -> Block:
    if tag[0] == "h" and tag[1:].isdigit():
        return Block(kind=BlockKind.HEADING, text=text, page=1, level=int(tag[1:]))
    kinds = {"li": BlockKind.ITEM, "figcaption": BlockKind.CAPTION, "caption": BlockKind.CAPTION}
    return Block(kind=kinds.get(tag, BlockKind.TEXT), text=text, page=1)


def _hidden(attrs: dict[str, str | None]) -> bool:
    style = (attrs.get("style") or "").replace(" ", "").lower()
    tiny = re.search(r"font-size:0*[0-2](\.\d+)?(px|pt)?(;|$)", style)
    return (
        "hidden" in attrs
        or attrs.get("aria-hidden") == "true"
        or "display:none" in style
        or "visibility:hidden" in style
        or "opacity:0;" in style + ";"
        or tiny is not None
    )
