"""What people call channels, goods and content, as the paths and tags that rights know."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

ORGANIC, PAID = "digital.social.organic", "digital.social.paid"
# "paid social", "paid and organic social", "social ads", "boosted posts", and their like.
GAP = r"[^\w.!?;\n]+"
PAID_WORDS = re.compile(
    rf"\b(?:paid|sponsored|boosted|promoted)\b(?:{GAP}\w+){{0,3}}?{GAP}"
    r"(?:social|posts?|instagram|tiktok|meta)\b"
    r"|\b(?:social|instagram|tiktok|meta|facebook)\s+ad(?:s|verts?|vertising)?\b"
    rf"|\bsocial\b{GAP}(?:media{GAP})?\(?paid\b"
    r"|\bsocial\s+(?:payant|pagat\w+|pagad\w+|bezahlt\w*)\b"
    r"|\b(?:bezahlt\w*|betald\w*)\s+(?:social|sociala)\b",
    re.IGNORECASE,
)
ORGANIC_WORDS = re.compile(r"\borgani\w+\b", re.IGNORECASE)


# What stands behind one of these in the name of a thing is not the thing.
_BEHIND = frozenset(("with", "in", "for", "from", "by", "over", "under", "on"))
_LONGEST_NAME = 3


@dataclass(frozen=True)
class UsageWords:
    """The words of channels and goods as paths of the media and product trees.

    Data, not code: ``channels``, ``sold`` and ``content`` map a lower-case word of running text to
    a path or a content tag; ``goods`` maps the noun that a single thing is called by.
    """

    channels: Mapping[str, str]
    sold: Mapping[str, str]
    goods: Mapping[str, str]
    content: Mapping[str, str]

    def media(self, channels: tuple[str, ...], text: str = "") -> tuple[str, ...] | None:
        """Return the media paths that the channels name, or ``None`` when one is not known.

        Social media that the ``text`` calls paid anywhere is paid: the licence asks for more there,
        and a channel's name alone does not say it.
        """
        paths = [_longest(self.channels, channel) for channel in channels]
        if not paths or None in paths:
            return None
        found = dict.fromkeys(path for one in paths if one for path in one.split())
        if ORGANIC in found and PAID_WORDS.search(text):
            organic_too = ORGANIC_WORDS.search(text) is not None
            found = dict.fromkeys((*(p for p in found if organic_too or p != ORGANIC), PAID))
        return tuple(found)

    def products(self, things: Iterable[str]) -> tuple[str, ...]:
        """Return the product paths of things by their names, none that a narrower one stands for.

        A thing that nobody knows has none.
        """
        return narrowest(path for thing in things if (path := self._good(thing)))

    def product(self, things: Iterable[str], text: str = "") -> str | None:
        """Return the narrowest path that things have, or else one that a text names."""
        found = self.products(things) or tuple(filter(None, (_longest(self.sold, text),)))
        return min(found, key=lambda path: -path.count("."), default=None)

    def content_tags(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Return the content tags that the words of a shot call up."""
        found = (_longest(self.content, word) for word in words)
        return tuple(dict.fromkeys(tag for tag in found if tag))

    def _good(self, thing: str) -> str | None:
        """Return the path of a thing: the last noun of its name says what it is."""
        words = _words(thing)
        named = next((at for at, word in enumerate(words) if word in _BEHIND and at), len(words))
        for end in range(named, 0, -1):
            for start in range(max(0, end - _LONGEST_NAME), end):
                for noun in _one_of(words[end - 1]):
                    if path := self.goods.get(" ".join((*words[start : end - 1], noun))):
                        return path
        return None


def narrowest(paths: Iterable[str]) -> tuple[str, ...]:
    """Return each path once, without those that a narrower one stands for."""
    found = tuple(dict.fromkeys(paths))
    return tuple(one for one in found if not any(other.startswith(f"{one}.") for other in found))


def _words(text: str) -> list[str]:
    return re.sub(r"[^\w]+", " ", text.casefold()).split()


def _one_of(noun: str) -> Iterator[str]:
    """Yield a noun as it stands, and what it may be the plural of."""
    yield noun
    for ending, single in (("ies", "y"), ("ves", "f"), ("es", ""), ("s", "")):
        if noun.endswith(ending):
            yield noun.removesuffix(ending) + single


def _longest(table: Mapping[str, str], text: str) -> str | None:
    lowered = f" {' '.join(text.casefold().replace('-', ' ').split())} "
    for word in sorted(table, key=len, reverse=True):
        if f" {word} " in lowered or f" {word}s " in lowered:
            return table[word]
    return None
