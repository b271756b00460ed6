"""Orders put together in one message: ``python benchmarks/orders_together.py [--seed N]``.

Takes orders that are read right alone and prints how many messages of two (``--size 3``: three)
come to what the orders come to one by one: by language, by what joins them and by what they do.
``--wrong`` prints what does not hold.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "tests")]

from builders_orders_put_together import Together, together  # noqa: E402


def _rates(title: str, of: dict[str, tuple[int, int]]) -> None:
    print(f"\n{title}")
    for name, (good, all_) in sorted(of.items(), key=lambda one: one[1][0] / one[1][1]):
        print(f"  {good:5} of {all_:5}  {100 * good / all_:5.1f} %  {name!r}")


def _by(rows: Iterable[tuple[Together, str]], names: str) -> dict[str, tuple[int, int]]:
    good, total = Counter[str](), Counter[str]()
    for one, wrong in rows:
        own = {
            "language": {one.language},
            "way": {one.way},
            "kinds": {kind for order in one.orders for kind in order.kinds},
        }[names]
        total.update(own)
        good.update(own if not wrong else ())
    return {name: (good[name], many) for name, many in total.items()}


def main() -> None:
    """Print the rates of one seed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=600)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--size", type=int, default=2)
    asked.add_argument("--wrong", action="store_true")
    told = asked.parse_args()
    rows = [(one, one.wrong()) for one in together(told.seed, told.count, told.size)]
    for one, wrong in rows:
        if wrong and told.wrong:
            alone = " + ".join(order.answer.say for order in one.orders)
            print(f"{one.language} {one.message!r}\n      {alone}\n   -> {wrong}")
    for title, names in (("By language", "language"), ("By what joins them", "way"),
                         ("By what they do", "kinds")):  # fmt: skip
        _rates(title, _by(rows, names))
    good = sum(not wrong for _, wrong in rows)
    silent = sum(wrong.startswith("silent") for _, wrong in rows)
    share = 100 * good / len(rows)
    print(f"\n{good} of {len(rows)} hold ({share:.1f} %), {silent} are silently wrong")


if __name__ == "__main__":
    main()
