"""Hostile input by the hundred thousand: ``python benchmarks/hostile.py [--inputs N] [SURFACE …]``.

Prints, for every door of the studio, how many spoiled inputs it took, how long each took it, and
whatever was not a sentence. ``--minutes`` bounds the time a surface gets; most texts are short, so
that many fit in. Another ``--seed`` goes on with other inputs.
"""

import argparse
import logging
import resource
import signal
import sys
import tempfile
import time
import warnings
from pathlib import Path

HERE = Path(__file__).parents[1]
sys.path[:0] = [str(HERE / "tests")]

from trust.doors import surfaces  # noqa: E402
from trust.hostile import Surface, hostile, meet  # noqa: E402

MEMORY = 8 * 2**30
LONGEST_SECONDS = 2.0
# What is not done by then never will be.
GIVEN_UP_SECONDS = 120


def _long(surface: Surface, inputs: int, seed: int, minutes: float) -> int:
    began, worst, faults, number = time.process_time(), 0.0, set[str](), 0
    end = time.monotonic() + minutes * 60
    with tempfile.TemporaryDirectory() as place:
        for number in range(1, inputs + 1):
            data = hostile(surface, seed, number - 1)
            fault, took = timed(surface, data, Path(place))
            if took > LONGEST_SECONDS:
                # The first words of a language load its lists, once for the process.
                fault, took = timed(surface, data, Path(place))
            worst = max(worst, took)
            fault = fault or (f"{took:.1f} s of work" if took > LONGEST_SECONDS else "")
            kind = fault.partition(": ")[0]
            if fault and kind not in faults:
                faults.add(kind)
                print(f"  FAULT {surface.name}, input {number - 1}: {fault}", flush=True)
            if time.monotonic() > end:
                break
    each = (time.process_time() - began) / max(number, 1) * 1000
    print(f"{surface.name:20} {number:8} inputs {each:8.2f} ms each {worst:6.2f} s worst "
          f"{len(faults):3} faults", flush=True)  # fmt: skip
    return len(faults)


def timed(surface: Surface, data: bytes, place: Path) -> tuple[str, float]:
    """Return what was wrong with how an input was taken, and the processor time it took."""
    began = time.thread_time()
    signal.signal(signal.SIGALRM, _give_up)
    signal.alarm(GIVEN_UP_SECONDS)
    fault = meet(surface, data, place)
    signal.alarm(0)
    return fault, time.thread_time() - began


def _give_up(*_: object) -> None:
    raise TimeoutError(f"not read after {GIVEN_UP_SECONDS} s")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("surfaces", nargs="*", help="All of them by default.")
    asked.add_argument("--inputs", type=int, default=100_000)
    asked.add_argument("--minutes", type=float, default=1e6)
    asked.add_argument("--seed", type=int, default=1)
    args = asked.parse_args()
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    # A bomb ends in a MemoryError, which is a fault here, instead of ending the machine.
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    chosen = args.surfaces or list(surfaces())
    found = sum(_long(surfaces()[one], args.inputs, args.seed, args.minutes) for one in chosen)
    print(f"{found} kinds of fault")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
