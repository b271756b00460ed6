"""Messages made of the words of the tables: ``python benchmarks/orders_from_words.py [--of talk]``.

Prints how many come to what their words say, by language and by what is said: orders; ``talk``,
which orders nothing; an order ``beside`` talk of another shot; ``new`` shots. ``--wrong`` prints
what does not hold.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "tests")]

from builders_new_shots import wished  # noqa: E402
from builders_orders_from_words import worded  # noqa: E402
from builders_talk_from_words import beside, talked  # noqa: E402

Told = tuple[str, str, str, str]
_WAYS = 200  # Of talking, in all languages together.


def _orders(seed: int, count: int) -> Iterator[Told]:
    return ((o.language, o.do, o.message, o.wrong()) for o in worded(seed, count))


def _talk(seed: int, count: int) -> Iterator[Told]:
    return ((o.language, o.do, o.message, o.changed()) for o in talked(seed, -(-count // _WAYS)))


def _beside(seed: int, count: int) -> Iterator[Told]:
    return ((o.language, "beside", o.message, o.other()) for o in beside(seed, -(-count // 42)))


def _new(seed: int, count: int) -> Iterator[Told]:
    return ((o.language, "new", o.message, o.wrong()) for o in wished(seed, -(-count // 6)))


_KINDS: dict[str, Callable[[int, int], Iterator[Told]]] = {
    "orders": _orders, "talk": _talk, "beside": _beside, "new": _new,
}  # fmt: skip


def main() -> None:
    """Print the rates of one seed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--of", choices=sorted(_KINDS), default="orders")
    asked.add_argument("--count", type=int, default=1080)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--wrong", action="store_true")
    told = asked.parse_args()
    good, all_, failed = Counter[str](), Counter[str](), []
    for language, kind, message, wrong in _KINDS[told.of](told.seed, told.count):
        all_.update((language, kind))
        good.update(() if wrong else (language, kind))
        failed += [wrong] if wrong else []
        if wrong and told.wrong:
            print(f"{language} {kind}: {message!r}\n   -> {wrong}")
    for name in sorted(all_, key=lambda name: good[name] / all_[name]):
        print(f"  {good[name]:5} of {all_[name]:5}  {100 * good[name] / all_[name]:5.1f} %  {name}")
    count = sum(all_.values()) // 2
    silent = sum(one.startswith("silent") for one in failed)
    print(f"\n{count - len(failed)} of {count} hold", end="")
    print(f", {silent} do something else" if told.of == "orders" else "")


if __name__ == "__main__":
    main()
