"""Fit how the search decides that a book does not say, and tell how that decision generalises.

Run: python scripts/fit_silence.py [SET ...]
Each book is decided by weights fitted without it, and without its questions in the background;
then the weights of all books are printed for ``data/search/ranking.yaml``.
"""

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from toile.adapters.search import asking
from toile.adapters.search.background import Ground
from toile.bootstrap import guideline_library
from toile.cli.evaluate_search import read_set
from toile.domain.ranking import WEIGHED
from toile.settings import Settings

SETS = Path(__file__).parents[1] / "src" / "toile" / "data" / "search" / "evaluation"
WRONG = 0.05
RIDGE = 0.006
Numbers = NDArray[np.float64]


def main() -> None:
    """Print the table and the weights."""
    paths = [Path(name) for name in sys.argv[1:]] or sorted(SETS.glob("*.yaml"))
    sets = {path.stem: evidence(path) for path in paths}
    print(f"{'book':<12} {'right':>6} {'wrong':>6}   decided without it")
    rows = [told(name, sets) for name in sets]
    print(f"{'mean':<12} {np.mean([r for r, _ in rows]):6.3f} {np.mean([w for _, w in rows]):6.3f}")
    weights, bias = fit(*joined(sets.values()))
    print(
        f"bias: {bias:.2f}",
        *(f"{n}: {w:.2f}" for n, w in zip(WEIGHED, weights, strict=True)),
        sep="\n",
    )


def evidence(path: Path) -> tuple[Numbers, NDArray[np.bool_]]:
    """Return the evidence of the best passage for each question, and whether it is answered."""
    (name, data), questions = read_set(path)
    with tempfile.TemporaryDirectory() as folder:
        library = guideline_library(Settings(home=Path(folder)))
        library.add(data, name, "fitted")
        asker = library._asker
        asker._background.__dict__["_ground"] = without(asker, [one.ask for one in questions])
        rows = [asker.ranked(one.ask, "fitted")[0][1] for one in questions]
    figures = np.array([[getattr(row, name) for name in WEIGHED] for row in rows], float)
    return figures, np.array([bool(one.quotes) for one in questions])


def without(asker: asking.Asker, questions: list[str]) -> Ground:
    """Return the background less a book's own questions."""
    full = asker._background._ground
    own = asker._embedder.embed(tuple(asker.glossary.english(one) for one in questions))
    kept = (full.questions @ own.T).max(axis=1) < 0.995
    return full._replace(questions=full.questions[kept], answered=full.answered[kept])


def told(name: str, sets: dict[str, tuple[Numbers, NDArray[np.bool_]]]) -> tuple[float, float]:
    """Decide one book by the others; return silence right and silence wrong."""
    weights, bias = fit(*joined(one for other, one in sets.items() if other != name))
    figures, answered = sets[name]
    silent = figures @ weights + bias < 0
    right, wrong = float(silent[~answered].mean()), float(silent[answered].mean())
    print(f"{name:<12} {right:6.3f} {wrong:6.3f}")
    return right, wrong


def joined(sets: Iterable[tuple[Numbers, NDArray[np.bool_]]]) -> tuple[Numbers, NDArray[np.bool_]]:
    """Return several books as one."""
    figures, answered = zip(*sets, strict=True)
    return np.concatenate(figures), np.concatenate(answered)


def fit(figures: Numbers, answered: NDArray[np.bool_]) -> tuple[Numbers, float]:
    """Return ridge-logistic weights by Newton's method; the line calls one in twenty silent."""
    mean, spread = figures.mean(axis=0), figures.std(axis=0) + 1e-9
    table = np.c_[(figures - mean) / spread, np.ones(len(figures))]
    counts = np.where(answered, 1 / answered.sum(), 1 / (~answered).sum())
    ridge = np.diag([RIDGE] * len(WEIGHED) + [0.0])
    found = np.zeros(table.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-table @ found))
        slope = table.T @ (counts * (chance - answered)) + ridge @ found
        bend = (table * (counts * chance * (1 - chance))[:, None]).T @ table + ridge
        found -= np.linalg.solve(bend, slope)
    weights = found[:-1] / spread
    return weights, -float(np.quantile((figures @ weights)[answered], WRONG))


if __name__ == "__main__":
    main()
