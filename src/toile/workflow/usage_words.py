"""What people call channels, goods and content, as the paths and tags that rights know."""

import re
from collections.abc import Mapping
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


@dataclass(frozen=True)
class UsageWords:
    """The words of channels and goods as paths of the media and product trees.

    Data, not code: ``channels`` and ``products`` map a lower-case word to a path, and ``content``
    maps a word to the content tag that licences may prohibit.
    """

    channels: Mapping[str, str]
    products: Mapping[str, str]
    content: Mapping[str, str]

    def media(self, channels: tuple[str, ...], text: str = "") -> tuple[str, ...] | None:
        """Return the media paths that the channels name, or ``None`` when one is not known.

        Social media that the ``text`` calls paid anywhere is paid: the licence asks for more there,
        and a channel's name alone does not say it.
        """
        paths = [self._path(self.channels, channel) for channel in channels]
        if not paths or None in paths:
            return None
        found = dict.fromkeys(path for one in paths if one for path in one.split())
        if ORGANIC in found and PAID_WORDS.search(text):
            organic_too = ORGANIC_WORDS.search(text) is not None
            found = dict.fromkeys((*(p for p in found if organic_too or p != ORGANIC), PAID))
        return tuple(found)

    def product(self, words: tuple[str, ...]) -> str | None:
        """Return the narrowest product path the words agree on, or ``None``."""
        found = [path for word in words if (path := self._path(self.products, word))]
        return min(found, key=lambda path: -path.count(".")) if found else None

    def content_tags(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Return the content tags that the words of a shot call up."""
        found = (self._path(self.content, word) for word in words)
        return tuple(dict.fromkeys(tag for tag in found if tag))

    @staticmethod
    def _path(table: Mapping[str, str], words: str) -> str | None:
        lowered = f" {' '.join(words.casefold().replace('-', ' ').split())} "
        for word in sorted(table, key=len, reverse=True):
            if f" {word} " in lowered or f" {word}s " in lowered:
                return table[word]
        return None
