"""Orders made of the words of the tables: ``python benchmarks/orders_from_words.py [--seed N]``.

Prints how many come to what their words say, by language and by what is ordered; ``--wrong`` prints
what does not hold.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "tests")]

from builders_orders_from_words import worded  # noqa: E402


def main() -> None:
    """Print the rates of one seed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=1080)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--wrong", action="store_true")
    told = asked.parse_args()
    good, all_, silent = Counter[str](), Counter[str](), 0
    for one in worded(told.seed, told.count):
        wrong = one.wrong()
        all_.update((one.language, one.do))
        good.update(() if wrong else (one.language, one.do))
        silent += wrong.startswith("silent")
        if wrong and told.wrong:
            print(f"{one.language} {one.do}: {one.message!r}\n   -> {wrong}")
    for name in sorted(all_, key=lambda name: good[name] / all_[name]):
        print(f"  {good[name]:5} of {all_[name]:5}  {100 * good[name] / all_[name]:5.1f} %  {name}")
    right = told.count - sum(all_.values()) // 2 + sum(good.values()) // 2
    print(f"\n{right} of {told.count} hold, {silent} do something else")


if __name__ == "__main__":
    main()
