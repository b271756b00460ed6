"""What mail programs and servers add below a brief: job titles, telephone numbers, disclaimers.

A line that a flag may be of stays: whoever hides an order or a child there is found.
"""

import re

from toile.adapters.language.built_in.text.lexicon import LANGUAGES, lexicon, word_set
from toile.adapters.language.built_in.text.phrases import function_words
from toile.adapters.language.built_in.text.tokens import fold, tokenise

_WORD = re.compile(r"[^\W\d_]+")
_CONTACT = re.compile(
    r"(?:(?:t|m|f|tel|tél|mob|mobile|mobil|phone|fax|fon|tfn|telefon|telefono|teléfono|cell)"
    r"[.: ]*)?\+?[\d(][\d ()/.–-]{7,}"
    r"|(?:www\.|https?://)\S+|\S+@\S+\.\w+",
    re.IGNORECASE,
)
_MARKS = " \t>|–-•*_"
_SHORT, _BELOW = 7, 5


def without_signatures(text: str) -> str:
    """Return a text of the same length, what stands below a mail and says nothing blanked out."""
    lines = text.split("\n")
    closed: int | None = None
    for place, line in enumerate(lines):
        said = [fold(word) for word in _WORD.findall(line)]
        if _closes(said):
            closed = place
        if _is_bare_head(line):
            lines[place] = _blank(line)
        below = closed is not None and 0 < place - closed <= _BELOW
        added = _is_small_print(line, said) or (below and _is_title(line, said))
        if _is_contact(line) or (added and not _may_be_flagged(line)):
            lines[place] = _blank(line)
    return "\n".join(lines)


def _blank(line: str) -> str:
    """Return the marks of quotation of a line alone."""
    head = line[: len(line) - len(line.lstrip(" >"))]
    return head + " " * (len(line) - len(head))


def _is_bare_head(line: str) -> bool:
    """Whether a row only says that fields and what they hold are below: "| Feld | Inhalt |"."""
    cells = [fold(cell.strip(_MARKS)) for cell in line.strip(" |").split("|")]
    return len(cells) == _COLUMNS and all(cell in word_set("tables.bare_heads") for cell in cells)


_COLUMNS = 2


def _closes(words: list[str]) -> bool:
    return 0 < len(words) <= _SHORT and all(word in word_set("names.closing") for word in words[:2])


def _is_contact(line: str) -> bool:
    """Whether a line holds nothing but numbers and addresses to reach somebody under."""
    parts = [part.strip(_MARKS) for part in line.split("|")]
    told = [part for part in parts if part]
    return bool(told) and all(_CONTACT.fullmatch(part) for part in told)


def _is_small_print(line: str, words: list[str]) -> bool:
    """Whether a line is the small print of a mail: "This e-mail and any attachment are ..."."""
    if any(letter.isdecimal() for letter in line):
        return False
    own, kinds = set(words), word_set("signatures.mail")
    return bool(own & kinds) and bool(own & word_set("signatures.small_print"))


def _is_title(line: str, words: list[str]) -> bool:
    """Whether a short line below a closing tells what its writer does: "Senior Producer"."""
    plain = not any(letter.isdecimal() or letter in ":?!" for letter in line)
    titles = word_set("signatures.titles")
    named = all(
        word[0].isupper() or fold(word) in titles | function_words() for word in _WORD.findall(line)
    )
    return plain and named and len(words) <= _SHORT and bool(set(words) & titles)


def _may_be_flagged(line: str) -> bool:
    """Whether a line speaks of a child or gives an order to a program, in any language."""
    known, tokens = lexicon(LANGUAGES, ("flags",)), tokenise(line)
    spans = (span for place in range(len(tokens)) for span in known.at(tokens, place))
    return any(span.id == "inj:order" or span.kind == "young" for span in spans)
