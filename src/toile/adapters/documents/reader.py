"""Any supported file into a document, by its first bytes and then its name."""

from collections.abc import Callable
from pathlib import PurePath

from toile.adapters.documents.limits import Limits, damaged
from toile.adapters.documents.markup import read_html, read_markdown, read_text
from toile.domain.errors import DocumentUnreadable
from toile.domain.guidelines import Document

Progress = Callable[[int, int], None]
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
KNOWN = "PDF, DOCX, PPTX, Markdown, HTML or plain text"


def no_progress(_done: int, _all: int) -> None:
    """Ignore progress."""


def read_document(
    data: bytes, name: str, limits: Limits | None = None, progress: Progress = no_progress
) -> Document:
    """Read a file in this process. Raises DocumentUnreadable with one sentence and a next step."""
    bounds = limits or Limits()
    if not data.strip():
        raise DocumentUnreadable(f"{name} is empty.", hint="Choose the file again.")
    if len(data) > bounds.bytes:
        raise DocumentUnreadable(
            f"{name} is larger than {bounds.bytes // 2**20} MB.",
            hint="Export it with smaller pictures, or split it.",
        )
    document = _read(data, name, bounds, progress)
    if sum(len(block.text) for block in document.blocks) > bounds.characters:
        raise DocumentUnreadable(
            f"{name} holds more text than a guideline.", hint="Add the chapters you need."
        )
    return document


def _read(data: bytes, name: str, limits: Limits, progress: Progress) -> Document:
    ending = PurePath(name).suffix.lower()
    if b"%PDF-" in data[:1024]:
        from toile.adapters.documents.pdf import read_pdf

        return read_pdf(data, name, limits, progress)
    if data[:4] == b"PK\x03\x04":
        return _read_office(data, name, ending, limits)
    if data[:4] == _OLD_OFFICE:
        raise DocumentUnreadable(
            f"{name} is an old or locked office file.",
            hint="Save it without a password as DOCX, PPTX or PDF.",
        )
    if ending in {".pdf", ".docx", ".pptx"}:
        raise damaged(name, f"a {ending[1:].upper()} file")
    return _read_markup(_decoded(data, name), name, ending)


def _read_office(data: bytes, name: str, ending: str, limits: Limits) -> Document:
    from toile.adapters.documents.office import read_docx, read_pptx

    if ending == ".pptx" or (b"ppt/presentation.xml" in data and ending != ".docx"):
        return read_pptx(data, name, limits)
    if ending == ".docx" or b"word/document.xml" in data:
        return read_docx(data, name, limits)
    raise DocumentUnreadable(f"{name} is an archive, not a guideline.", hint=f"Add {KNOWN}.")


def _read_markup(text: str, name: str, ending: str) -> Document:
    if ending in {".html", ".htm", ".xhtml"} or text.lstrip()[:200].lower().startswith(
        ("<!doctype html", "<html")
    ):
        return read_html(text, name)
    if ending in {".md", ".markdown"}:
        return read_markdown(text, name)
    if ending in {"", ".txt", ".text"}:
        return read_markdown(text, name) if "\n#" in f"\n{text}" else read_text(text, name)
    raise DocumentUnreadable(
        f"{name} is not a kind of file that can be read.", hint=f"Add {KNOWN}."
    )


def _decoded(data: bytes, name: str) -> str:
    if b"\x00" in data[:4096] and data[:2] not in {b"\xff\xfe", b"\xfe\xff"}:
        raise DocumentUnreadable(
            f"{name} is not a document that can be read.", hint=f"Add {KNOWN}."
        )
    for encoding in (
        ("utf-16",) if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig", "cp1252")
    ):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")
