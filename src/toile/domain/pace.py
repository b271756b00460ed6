"""How long a picture takes by itself, told from pictures that were made side by side."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

Span = tuple[datetime, datetime]


def own_seconds(spans: Sequence[Span]) -> tuple[float, ...]:
    """Return the seconds of each span if all that ran at the same time shared the machine evenly.

    Seven pictures painted in one call of seventy seconds took ten each.
    """
    edges = sorted({edge for span in spans for edge in span})
    stretches = [
        (begin, end, sum(a <= begin and end <= b for a, b in spans))
        for begin, end in pairwise(edges)
    ]
    return tuple(
        sum((end - begin).total_seconds() / n for begin, end, n in stretches if a <= begin < b)
        for a, b in spans
    )
