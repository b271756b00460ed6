"""Finds the ratio that a book asks of each channel, in a table's row or in prose.

Belongs here: "stories are 9:16, the feed 4:5". Does not: other rules (``rule_reading``).
"""

import re
from collections.abc import Iterator

# Pictures' ratios and no times of day.
_RATIO = r"(?P<ratio>(?:[1-9]|16|21):(?:[1-9]|10|16))\b(?![:%\d])"
_ROW = re.compile(r"[^:;]+: (?P<channel>[^;]+);.*?\b(?P<ratio>\d{1,2}:\d{1,2})\b")
_FOR = re.compile(
    rf"{_RATIO} (?:for|on|in) (?:the |our |all )*(?P<channel>[a-z][\w -]{{2,40}}?)"
    r"(?= and (?:in )?\d|[,;.]|$)",
    re.I,
)
_IS = re.compile(
    r"(?:^|[.,;]\s+|\band )(?:(?:all|the|our|every|and)\s+)*(?P<channel>[a-z][a-z -]{2,40}?)"
    r"(?: (?:pictures?|images?|files?))?"
    r"(?::| (?:is|are|runs?|crops?)(?: (?:always|delivered|cropped|set|shot))?(?: (?:in|at|to))?)"
    rf" {_RATIO}(?! (?:for|on|in)\b)",
    re.I,
)
# "Stories are 9:16, the feed 4:5": the verb is said once.
_AND = re.compile(
    r"(?:[,;]| and)\s+(?:(?:and|all|the|our)\s+)*(?P<channel>[a-z][a-z -]{2,30}?)"
    rf"(?: (?:pictures?|images?|files?))? {_RATIO}(?! (?:for|on|in)\b)",
    re.I,
)
_NO_CHANNEL = re.compile(r"\b(?:ratio|format|crop|proportion|aspect|scale|contrast)s?\b", re.I)
_LONGEST_CHANNEL = 4


def ratios_in(line: str) -> Iterator[tuple[str, str]]:
    """Yield channel and ratio, as often as a line pairs them."""
    row = _ROW.match(line)
    said = [row] if row else [*_FOR.finditer(line), *_IS.finditer(line)]
    taken = {one.start("ratio") for one in said}
    if said and not row:
        said += [one for one in _AND.finditer(line) if one.start("ratio") not in taken]
    for one in sorted(said, key=lambda found: found.start("ratio")):
        channel, ratio = one["channel"].strip(), one["ratio"]
        if row or (_is_channel(channel) and not _is_contrast(ratio)):
            yield channel, ratio


def _is_channel(name: str) -> bool:
    return len(name.split()) <= _LONGEST_CHANNEL and not _NO_CHANNEL.search(name)


def _is_contrast(ratio: str) -> bool:
    return ratio.endswith(":1") and ratio not in {"1:1", "2:1"}
