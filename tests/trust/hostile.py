"""Hostile input: a seeded hand that spoils good samples, and what must never come of it.

``attack`` yields a sentence for everything that is not one sentence to a person: another exception
than ours, a call to another machine, a file left outside. ``benchmarks/hostile.py`` times it.
"""

import copy
import io
import json
import random
import traceback
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal
from zipfile import ZIP_DEFLATED as DEFLATED

import yaml

from toile.domain.errors import ToileError

LARGEST = 60_000
BLOWN_UP = 40 * 2**20
WORDS = (
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"%s%n",
    b"../../etc/passwd",
    b"\xe2\x80\xae",
    b"999999999999999",
    b"-1",
    b"1e309",
    b"NaN",
    b"null",
    b"true",
    b"{",
    b"[" * 40,
    b"}",
    b"<script>",
    b"&a;",
    b"@context",
    b"http://127.0.0.1:9/",
    b"file:///etc/passwd",
    b"\n",
    b"\r\n\r\n",
    b"00",
    b"31.02.2027",
    b":",
    b"- ",
    b"*a",
    b"&a",
    b"<<",
    b"!!python/object",
    b"\xd8\x00",
    b"\xf0\x9f\xa7\xa5",
    b"''",
    b'"',
    b"\\",
    b"=1+1",
)


VALUES: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1e308,
    float("nan"),
    10**40,
    "",
    " ",
    "x" * 5000,
    "\x00",
    "\ud800",
    "../../x",
    "2026-13-45",
    "2026-11-24",
    "9999-12-31",
    "http://127.0.0.1:9/",
    "=1+1",
    [],
    {},
    [[]],
    {"a": {}},
    ["x"] * 300,
    "EU27",
    "WORLD",
    "*",
    "digital.social",
    "\u202e",
)


@dataclass(frozen=True)
class Surface:
    """One door: good samples, what is done with bytes that come in there, and their form."""

    name: str
    seeds: tuple[bytes, ...]
    take: Callable[[bytes, Path], object]
    form: Literal["bytes", "text", "json", "yaml", "zip"] = "bytes"


def hostile(surface: Surface, seed: int, number: int) -> bytes:
    """Return one spoiled input; the same three make the same one again."""
    chance = random.Random(f"{surface.name} {seed} {number}")
    if surface.form == "text":
        return _spoiled(tuple(_stretch(seed, chance) for seed in surface.seeds), chance)
    if surface.form != "bytes" and chance.random() < 2 / 3:
        sample = chance.choice(surface.seeds)
        bend = _repacked if surface.form == "zip" else _bent
        return bend(sample, surface.form, chance)
    return _spoiled(surface.seeds, chance)


def _stretch(sample: bytes, chance: random.Random) -> bytes:
    """Return a part of a text, far more often short than long: a short one is read in no time."""
    length = round(len(sample) ** chance.random())
    begin = chance.randrange(len(sample) - length + 1)
    return sample[begin : begin + length]


def _spoiled(seeds: tuple[bytes, ...], chance: random.Random) -> bytes:
    """Return a sample with one to six things done to its bytes."""
    data = bytearray(chance.choice(seeds))
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.randint(1, 1 + len(data) // 8))
        match chance.randrange(7):
            case 0:
                data[at:at] = chance.choice(WORDS)
            case 1:
                del data[at:end]
            case 2:
                data[at:at] = data[at:end] * chance.randint(1, 30)
            case 3:
                data[at:end] = bytes(chance.randrange(256) for _ in range(min(end - at, 32)))
            case 4 if at < len(data):
                data[at] ^= 1 << chance.randrange(8)
            case 5:
                other = chance.choice(seeds)
                begin = chance.randrange(len(other) + 1)
                data[at:end] = other[begin : begin + end - at]
            case _ if chance.random() < 1 / 4:
                del data[at:]
            case _:
                data[at:end] = chance.choice(WORDS)
    return bytes(data[:LARGEST])


def _bent(sample: bytes, form: str, chance: random.Random) -> bytes:
    """Return a whole document in which one to three values are other values."""
    found = copy.deepcopy(_read(sample, form))
    for _ in range(chance.randint(1, 3)):
        places = list(_places(found))
        if not places:
            break
        holder, key = chance.choice(places)
        held, whole = holder[key], chance.choice(places)
        match chance.randrange(4):
            case 0 if isinstance(holder, dict):
                holder[str(chance.choice(VALUES))[:40]] = copy.deepcopy(held)
            case 1:
                holder[key] = [held, copy.deepcopy(held)]
            case 2 if whole[0] is not holder:
                holder[key] = json.loads(json.dumps(whole[0][whole[1]], default=str))
            case _:
                holder[key] = copy.deepcopy(chance.choice(VALUES))
    text = json.dumps(found, default=str) if form == "json" else yaml.safe_dump(found)
    return text.encode("utf-8", "surrogatepass")


@cache
def _read(sample: bytes, form: str) -> Any:
    return json.loads(sample) if form == "json" else yaml.safe_load(sample)


def _repacked(sample: bytes, _form: str, chance: random.Random) -> bytes:
    """Return a whole archive of which one part was spoiled, left out or blown up."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sample)) as old, zipfile.ZipFile(out, "w", DEFLATED) as new:
        chosen = chance.choice(old.namelist())
        for name in old.namelist():
            data = old.read(name)
            if name != chosen:
                new.writestr(name, data)
            elif (what := chance.randrange(32)) == 0:
                new.writestr(name, data[:50] + b" " * BLOWN_UP)
            elif what > 4:
                new.writestr(name, _spoiled((data or b"x",), chance))
    return out.getvalue()


def _places(found: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every holder and key of a document."""
    keys = list(found) if isinstance(found, dict) else range(len(found))
    for key in keys:
        yield found, key
        if isinstance(found[key], dict | list):
            yield from _places(found[key])


def attack(surface: Surface, inputs: int, seed: int, place: Path) -> Iterator[str]:
    """Yield what went wrong in so many inputs."""
    inside = place / "inside"
    inside.mkdir()
    for number in range(inputs):
        if fault := meet(surface, hostile(surface, seed, number), inside):
            yield f"{surface.name}, input {number} of seed {seed}: {fault}"
    yield from (f"{one} was left outside" for one in place.iterdir() if one != inside)


def meet(surface: Surface, data: bytes, place: Path) -> str:
    """Give bytes to a door; return what was wrong with how it took them, or nothing."""
    try:
        surface.take(data, place)
    except ToileError as told:
        if not str(told) or "errors.pydantic.dev" in str(told):
            return f"no sentence: {str(told)[:80]!r}"
    except Exception as fault:
        return f"{type(fault).__name__} at {_where(fault)}: {str(fault)[:120]!r}"
    return ""


def _where(fault: Exception) -> str:
    ours = [one for one in traceback.extract_tb(fault.__traceback__) if "toile" in one.filename]
    return f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "the test itself"
