"""What is known of questions before any book is read: topics, and questions to other books.

Against this ground the evidence of one book becomes comparable with that of any other. Belongs
here: the ground's vectors and the figures drawn from them. Does not: passages, ranking, weights.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from io import BytesIO
from typing import Any, NamedTuple, Protocol

import numpy as np
import yaml
from numpy.typing import NDArray

from toile.adapters.search.words import dictionary
from toile.domain.glossary import Glossary
from toile.domain.ranking import GroundWeights, Sought

Vectors = NDArray[np.float32]
_ELSEWHERE, _TOPICS = "elsewhere.txt", "topics.txt"


class _Embedder(Protocol):
    name: str

    def embed(self, texts: tuple[str, ...]) -> Vectors: ...


class Foreign(NamedTuple):
    """How near a question is to a topic of other trades, and to any topic not on the pages."""

    elsewhere: float
    unsaid: float


class Ground(NamedTuple):
    """Topics of other trades, all topics and questions as vectors; which questions are answered."""

    elsewhere: Vectors
    topics: Vectors
    questions: Vectors
    answered: NDArray[np.bool_]


@dataclass
class Background:
    """The ground for one embedding model."""

    glossary: Glossary
    embedder: _Embedder
    weights: GroundWeights

    def foreign(self, question: Vectors, said: Vectors, held: frozenset[str]) -> Foreign:
        """Return the cosines of a question with topics that the pages neither touch nor name."""
        ground, (others, topics) = self._ground, self._keys
        return Foreign(
            _highest(
                ground.elsewhere, question, said, self.weights.touched,
                lambda at: all(one.held_by(held) for one in others[at][0]),
            ),
            _highest(
                ground.topics, question, said, self.weights.named,
                lambda at: any(_all_in(part, held) for part in topics[at]),
            ),
        )  # fmt: skip

    def usual(self, question: Vectors) -> float:
        """Return whether books answer such questions: log odds, 0 where nothing is known."""
        yes = self._ground.answered
        weights = np.exp(self.weights.sharpness * (self._ground.questions @ question))
        return float(np.log(weights[yes].mean() / weights[~yes].mean()))

    def outstanding(self, question: Vectors, sentences: Vectors) -> Vectors:
        """Return how far a question stands out among all questions to each sentence.

        In standard deviations: a sentence that is near to everything proves nothing.
        """
        mean, spread = self._moments
        usual = sentences @ mean
        variance = np.einsum("nd,nd->n", sentences @ spread, sentences) - usual**2
        own = sentences @ question
        return np.asarray((own - usual) / np.sqrt(np.maximum(variance, 1e-6)), np.float32)

    @cached_property
    def _moments(self) -> tuple[Vectors, Vectors]:
        """Return the mean question, and the mean product of each two of its numbers."""
        asked = self._ground.questions
        return asked.mean(axis=0), asked.T @ asked / np.float32(len(asked))

    @cached_property
    def _keys(self) -> tuple[tuple[tuple[tuple[Sought, ...], ...], ...], ...]:
        return tuple(
            tuple(
                tuple(self.glossary.sought(name.strip()) for name in topic.split(","))
                for topic in lines(name)
            )
            for name in (_ELSEWHERE, _TOPICS)
        )

    @cached_property
    def _ground(self) -> Ground:
        """Return the ground: baked for the packaged model, or made here for another."""
        baked = np.load(BytesIO((_data() / "background.npz").read_bytes()))
        if str(baked["model"]) != self.embedder.name or str(baked["digest"]) != digest():
            return ground(self.glossary, self.embedder)
        others, topics, asked = (np.asarray(baked[name], np.float32) for name in Ground._fields[:3])
        return Ground(others, topics, asked, baked["answered"])


def ground(glossary: Glossary, embedder: _Embedder) -> Ground:
    """Return the packaged topics and questions as vectors of a model."""
    asked: list[str] = []
    answered: list[bool] = []
    for path in _sets():
        for one in yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)["questions"]:
            asked.append(glossary.english(one["ask"]))
            answered.append(bool(one.get("in")))
    others, topics = embedder.embed(lines(_ELSEWHERE)), embedder.embed(lines(_TOPICS))
    return Ground(others, topics, embedder.embed(tuple(asked)), np.array(answered))


def digest() -> str:
    """Return what changes when any word of the ground does."""
    named = [_data() / name for name in (_ELSEWHERE, _TOPICS, "glossary.txt")]
    spoken = "\n".join(dictionary()).encode("utf-8")
    parts = b"\0".join((*(path.read_bytes() for path in (*named, *_sets())), spoken))
    return hashlib.sha256(parts).hexdigest()[:16]


def _sets() -> list[Any]:
    folder = _data() / "evaluation"
    found = (path for path in folder.iterdir() if path.name.endswith(".yaml"))
    return sorted(found, key=lambda path: path.name)


def lines(name: str) -> tuple[str, ...]:
    """Return the topics of a packaged list."""
    text = (_data() / name).read_text("utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def _data() -> Any:
    return files("toile") / "data" / "search"


def _all_in(part: Sequence[Sought], held: frozenset[str]) -> bool:
    return bool(part) and all(held.issuperset(one.own) for one in part)


def _highest(
    topics: Vectors, question: Vectors, said: Vectors, near: float, named: Callable[[int], bool]
) -> float:
    """Return the cosine of the nearest topic that the pages are not near to and do not name."""
    cosines = topics @ question
    for at in np.argsort(-cosines):
        if float((said @ topics[at]).max()) < near and not named(int(at)):
            return float(cosines[at])
    return 0.0
