"""Orders of every kind on one board: ``python benchmarks/orders_on_a_board.py [--seed N]``.

Prints how many come to what is meant, by language and by kind; ``--wrong`` prints what does not.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "tests")]

from builders_orders_on_a_board import Told, told  # noqa: E402

_HOW = ("holds", "told", "not done", "silent")


def main() -> None:
    """Print the rates of one seed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=1980)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--wrong", action="store_true")
    chosen = asked.parse_args()
    counted = Counter[tuple[str, str]]()
    for one in told(chosen.seed, chosen.count):
        how, wrong = _how(one)
        counted.update(((one.kind, how), (one.language, how), ("all", how)))
        if wrong and chosen.wrong:
            print(f"{one.language} {one.kind}: {one.message!r}\n   -> {wrong}")
    for name in sorted({name for name, _ in counted}, key=lambda name: counted[name, "silent"]):
        print("  ".join(f"{counted[name, how]:5} {how}" for how in _HOW), f" {name}")


def _how(one: Told) -> tuple[str, str]:
    wrong = one.wrong()
    return (wrong.split(":")[0] if wrong else "holds"), wrong


if __name__ == "__main__":
    main()
