"""Points that are only counted: "1) lose the hat in 3 2) 4 closer" speaks of no shots 1 and 2."""

import re
from collections.abc import Callable

_AT_LINE = re.compile(r"^[ \t]*\(?(\d)[).][ \t]+", re.M)
_INLINE = re.compile(r"(?:^|(?<=[\s,;.:]))\(?(\d)\)[ \t]+")


def without_list_marks(
    text: str, stands_alone: Callable[[str], bool], names_shots: Callable[[str], bool]
) -> str:
    """Return a message without the numbers of its points, where each point stands alone.

    "1) closer 2) warmer" does not: there the numbers are those of shots, and so they may be in
    "1) no hat 2) no cup", where no point names a shot of its own.
    """
    for pattern in (_AT_LINE, _INLINE):
        marks = list(pattern.finditer(text))
        if len(marks) > 1 and [int(mark[1]) for mark in marks] == list(range(1, len(marks) + 1)):
            ends = [mark.start() for mark in marks[1:]] + [len(text)]
            points = [
                text[mark.end() : end].strip(" ,;\n\t")
                for mark, end in zip(marks, ends, strict=True)
            ]
            if any(map(names_shots, points)) and all(p and stands_alone(p) for p in points):
                lead = text[: marks[0].start()].rstrip(" :,\n\t")
                return "\n".join(filter(None, (lead, *points)))
            return text
    return text
