"""How often previews may be shown, so that showing them never takes the painting's time.

Knows nothing of pictures or models.
"""

import time


class Pace:
    """Lets previews take a fixed share of the painting's time: the first always, then as due.

    Whoever shows a preview marks it first, which on a fast card can cost more than the step.
    """

    def __init__(self, share: float) -> None:
        self._share = share
        self._began = time.perf_counter()
        self._spent = 0.0
        self._entered = 0.0

    def __enter__(self) -> bool:
        """Tell whether a preview may be made now; the block is what it costs."""
        self._entered = time.perf_counter()
        return self._spent <= self._share * (self._entered - self._began)

    def __exit__(self, *_: object) -> None:
        self._spent += time.perf_counter() - self._entered
