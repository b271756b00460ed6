"""Steps said with a word for how much: "plus sombre", "troppo buia", "demasiado oscuras"."""

from collections.abc import Iterable, Iterator

_OPPOSITE = {
    "darker": "brighter", "brighter": "darker", "warmer": "cooler", "cooler": "warmer",
    "softer": "harder", "harder": "softer", "tighter": "wider", "wider": "tighter",
    "lower": "higher", "higher": "lower", "vague": "vague",
}  # fmt: skip
_TURNING = ("too", "less")
_DEGREES = ("more", "enough", *_TURNING)


def steps(
    rows: Iterable[tuple[str, ...]], languages: tuple[str, ...]
) -> Iterator[tuple[str, str, list[str]]]:
    """Yield step, language and the phrases for it, from the rows of degrees and of steps."""
    cells = {row[0]: dict(zip(languages, row[1:], strict=False)) for row in rows}
    for name, opposite in _OPPOSITE.items():
        for language in languages:
            words = [
                w
                for word in _words(cells[name].get(language, ""))
                for w in _inflected(word, language)
            ]
            for degree in _DEGREES:
                leads = _words(cells[degree].get(language, ""))
                step = opposite if degree in _TURNING else name
                yield step, language, [_said(lead, word) for lead in leads for word in words]


def _said(lead: str, word: str) -> str:
    """Return a degree said of a word: "too dark", and "not dark enough" around it."""
    return lead.replace("…", word) if "…" in lead else f"{lead} {word}"


def _words(cell: str) -> list[str]:
    return [word.strip() for word in cell.split(",") if word.strip()]


def _inflected(word: str, language: str) -> Iterator[str]:
    """Yield an adjective in its genders and numbers."""
    yield word
    if language == "fr":
        yield from (word + ending for ending in ("e", "s", "es"))
    elif language in ("it", "es") and word.endswith("o"):
        yield from (word[:-1] + ending for ending in ("a", *_PLURAL[language]))
    elif language == "it" and word.endswith("e"):
        yield word[:-1] + "i"
    elif language == "es":
        yield word + "s"


_PLURAL = {"it": ("i", "e"), "es": ("os", "as")}
