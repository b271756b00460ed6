"""Hostile input that follows what it reaches: ``python benchmarks/guided.py [SURFACE …]``.

``hostile.py`` spoils good samples blindly. Here libFuzzer (``pip install atheris``) keeps every
input that reached code of ours which none had reached before, and spoils that one further.
``--minutes`` is the time of a surface. Each runs in a process of its own, which libFuzzer ends.
"""

import argparse
import logging
import re
import resource
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trust.hostile import Surface

HERE = Path(__file__).parents[1]
sys.path[:0] = [str(HERE / "tests"), str(HERE / "benchmarks")]

LONGEST_TEXT = {"text": 2_000, "json": 6_000, "yaml": 6_000}
FAULT = "FAULT"


def _alone(name: str, seed: int, minutes: float, place: Path) -> None:
    """Fuzz one surface until its time is up; this does not return."""
    import atheris

    # Only what is imported under its eyes is watched, also what the first input imports.
    with atheris.instrument_imports(include=["toile"]):
        from hostile import LONGEST_SECONDS, MEMORY, timed
        from trust.doors import surfaces

        surface = surfaces()[name]
        inside, corpus = place / "inside", place / "corpus"
        inside.mkdir()
        corpus.mkdir()
        for number, sample in enumerate(_samples(surface)):
            (corpus / str(number)).write_bytes(sample)
            timed(surface, sample, inside)
    told = set[str]()

    def taken(data: bytes) -> None:
        fault, took = timed(surface, data, inside)
        fault = fault or (f"{took:.1f} s of work" if took > LONGEST_SECONDS else "")
        kind = fault.partition(": ")[0]
        if fault and kind not in told:
            told.add(kind)
            print(f"  {FAULT} {name}: {fault} for {data[:300]!r}", flush=True)

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    ends = f"-max_total_time={round(minutes * 60)}"
    bounds = (
        f"-max_len={LONGEST_TEXT.get(surface.form, 60_000)}",
        "-rss_limit_mb=0",
        "-timeout=120",
    )
    asked = (ends, *bounds, f"-seed={seed}", f"-dict={_words(place)}", f"-artifact_prefix={place}/")
    atheris.Setup([name, *asked, str(corpus)], taken)
    atheris.Fuzz()


def _words(place: Path) -> Path:
    """Write down the words that do harm, as libFuzzer reads them."""
    from trust.hostile import WORDS

    file = place / "words"
    escaped = ("".join(f"\\x{byte:02x}" for byte in word) for word in WORDS)
    file.write_text("".join(f'"{word}"\n' for word in escaped), encoding="ascii")
    return file


def _samples(surface: "Surface") -> list[bytes]:
    """Return the good samples, and the lines of those that are texts: short ones are read fast."""
    if surface.form != "text":
        return list(surface.seeds)
    return [one for seed in surface.seeds for one in (seed, *seed.splitlines()) if one.strip()]


def _row(name: str, seed: int, minutes: float) -> int:
    """Run one surface in a process of its own, print what came of it, return its faults."""
    with tempfile.TemporaryDirectory() as place:
        asked = ["--alone", place, "--seed", str(seed), "--minutes", str(minutes), name]
        ran = subprocess.run(
            [sys.executable, __file__, *asked],
            capture_output=True, text=True, errors="replace", check=False,
        )  # fmt: skip
    faults = [line for line in ran.stdout.splitlines() if FAULT in line]
    done = re.search(r"Done (\d+) runs", ran.stderr)
    if done is None:
        faults.append(f"  {FAULT} {name}: ended before its time: {ran.stderr[-600:]}")
    reached = re.findall(r"cov: (\d+)", ran.stderr) or ["0"]
    print(*faults, sep="\n", end="\n" if faults else "")
    print(f"{name:20} {done[1] if done else 0:>9} inputs  reached {reached[0]:>6} places at first "
          f"{reached[-1]:>6} at last {len(faults):3} faults", flush=True)  # fmt: skip
    return len(faults)


def _all() -> list[str]:
    from trust.doors import surfaces

    return list(surfaces())


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("surfaces", nargs="*", help="All of them by default.")
    asked.add_argument("--minutes", type=float, default=5)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--alone", type=Path, help=argparse.SUPPRESS)
    args = asked.parse_args()
    if args.alone:
        warnings.simplefilter("ignore")
        logging.disable(logging.CRITICAL)
        _alone(args.surfaces[0], args.seed, args.minutes, args.alone)
    names = args.surfaces or _all()
    sys.exit(1 if sum(_row(name, args.seed, args.minutes) for name in names) else 0)


if __name__ == "__main__":
    main()
