"""What stands around an order and is none of it: a greeting, "if possible", thanks, a face.

Taken off both ends of a message, so that the order reads as it does alone. Knows words only.
"""

import re
from collections.abc import Iterator
from functools import cache

from toile.adapters.language.built_in.edits.message.new_gifts import opens_with_gift
from toile.adapters.language.built_in.text.lexicon import read_table, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.tokens import fold

_FACES = re.compile(
    "[\U0001f300-\U0001f44d\U0001f44f-\U0001faff\u2600-\u2704\u2706-\u274b\u2753-\u2797"
    "\u2b50\u2b55\U0001f1e6-\U0001f1ff\ufe0f\u200d\u20e3]+"
)
_LETTERS = re.compile(r"[^\W\d_]")
_SHORTEST = 8
_GAP = r"[\s,;:.!?…¡¿–—-]"


def plainly_typed(text: str) -> str:
    """Return a message without emoji, unless it says little else, and not all in capitals."""
    bare = re.sub(r"  +", " ", _FACES.sub("", text)).strip()
    return _quietly(bare if len(bare.split()) > 1 else text)


def _quietly(text: str) -> str:
    long = sum(len(word) > 1 for word in text.split()) > 1 and len(_LETTERS.findall(text))
    return text.lower() if long and long >= _SHORTEST and text == text.upper() else text


def unwrapped(page: Page) -> str | None:
    """Return the order alone, ``None`` where nothing stands around it."""
    text = page.text.strip()
    if opens_with_gift(page):
        return None
    for language in dict.fromkeys((*page.languages, "en")):
        text = _opened(_closed(text, language), language)
    return text if text != page.text.strip() and _is_whole(text) else None


def _opened(text: str, language: str) -> str:
    for _ in range(_MOST):
        found = ((k, m) for k in _FRONTS if (m := _pattern(k, language).match(text)))
        kind, match = next(found, ("", None))
        rest = text[match.end() :] if match else ""
        if not _is_whole(rest) or (kind in _OF_A_WISH and not _wishes(rest)):
            return text
        text = rest.rstrip(" ?") if kind == "asking" else rest
    return text


_FRONTS = ("opening", "greeting", "asking", "hedging")
_OF_A_WISH = ("asking", "hedging")


def _wishes(text: str) -> bool:
    """Whether "how about ..." goes on with more than a shot, and not with what it may do."""
    words = [fold(word) for word in re.findall(r"[^\W\d_]{2,}", text)]
    return not word_set("unwrapping.used") & set(words) and _says_more(words)


def _says_more(words: list[str]) -> bool:
    small = word_set("targets.articles") | word_set("naming.and") | word_set("unwrapping.shots")
    return any(word not in small for word in words)


def _closed(text: str, language: str) -> str:
    for _ in range(_MOST):
        match = _pattern("closing", language).search(text) or _timed(text, language)
        if match is None or not _is_whole(text[: match.start()]) or _is_tag(match.group()):
            return text
        asks = "?" if text[match.start() :].lstrip().startswith("?") else ""
        text = text[: match.start()] + asks
    return text


def _is_tag(said: str) -> bool:
    """Whether ", oder?" makes a question of what stands before."""
    words = [fold(word) for word in re.findall(r"[^\W\d_]+", said)]
    return "?" in said and "_".join(words) in word_set("asked.tags")


def _timed(text: str, language: str) -> re.Match[str] | None:
    """Return "if there's time" behind a wish; of a shot alone it says how much it is needed."""
    match = _pattern("time", language).search(text)
    said = re.split(r"[,;.:]", text[: match.start()])[-1] if match else ""
    words = [fold(word) for word in re.findall(r"[^\W\d_]{2,}", said)]
    return match if _says_more(words) else None


_MOST = 4


def _is_whole(text: str) -> bool:
    """Whether something is left that may be an order."""
    return len(re.findall(r"\w+", text)) > 1


@cache
def _pattern(place: str, language: str) -> re.Pattern[str]:
    found = [_phrase(p) for kind, spoken, said in read_table("wrappings")
             if kind == place and spoken == language for p in said.split(";")]  # fmt: skip
    words = "|".join(sorted(found, key=len, reverse=True)) or r"(?!)"
    if place in ("opening", *_OF_A_WISH):
        return re.compile(rf"{_GAP}*(?:{words})(?!\w){_GAP}*", re.IGNORECASE)
    if place == "greeting":
        return re.compile(rf"\s*(?:{words})\s*[,:;.!–—-]{_GAP}*", re.IGNORECASE)
    # A run of signs is looked at once, from its start: a long one costs no time.
    return re.compile(rf"(?<!{_GAP}){_GAP}+(?:{words}){_GAP}*$", re.IGNORECASE)


def _phrase(said: str) -> str:
    return "".join(_slots(said.split()))


def _slots(words: list[str]) -> Iterator[str]:
    """Yield the pattern of each word of a phrase, with the space that parts it from the others."""
    begun = False
    for word in words:
        choice = word.removesuffix("?").split("/")
        one = "|".join(r"[^\W\d_]+" if w == "*" else re.escape(w) for w in choice)
        one = f"(?:{one})".replace("'", "['’]")
        if word.endswith("?"):
            yield rf"(?:[\s,]+{one})?" if begun else rf"(?:{one}[\s,]+)?"
        else:
            yield rf"[\s,]+{one}" if begun else one
            begun = True
