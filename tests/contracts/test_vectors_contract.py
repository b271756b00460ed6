"""Vectors of passages: in a folder and on a real Chroma server, the same promises."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from builders_servers import a_chroma_server

from toile.adapters.search.chroma import ChromaVectors

IDS = ("a", "b", "c")
VECTORS = np.eye(4, dtype=np.float32)[:3]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with a_chroma_server(tmp_path_factory.mktemp("chroma")) as url:
        yield url


@pytest.fixture(params=["folder", "server"])
def vectors(request: pytest.FixtureRequest, tmp_path: Path) -> ChromaVectors:
    # The server is shared: each test has a model of its own, and so collections of its own.
    if request.param == "folder":
        return ChromaVectors("m", folder=tmp_path / "vectors")
    return ChromaVectors(request.node.name, url=request.getfixturevalue("server"))


def test_the_nearest_comes_first(vectors: ChromaVectors) -> None:
    vectors.add("orel", IDS, VECTORS, 1)
    asked = np.array([0.1, 0.9, 0.3, 0], dtype=np.float32)
    assert vectors.near("orel", asked, 3, 1) == ("b", "c", "a")
    assert vectors.near("orel", asked, 1, 1) == ("b",)


def test_a_brand_never_finds_another_brand_s_passages(vectors: ChromaVectors) -> None:
    vectors.add("orel", IDS, VECTORS, 1)
    assert vectors.near("nord", VECTORS[0], 3, 1) == ()
    assert (vectors.count("orel", 1), vectors.count("nord", 1)) == (3, 0)
    assert (vectors.ids("orel", 1), vectors.ids("nord", 1)) == (frozenset(IDS), frozenset())


def test_the_same_id_again_takes_the_place_of_the_first(vectors: ChromaVectors) -> None:
    vectors.add("orel", IDS, VECTORS, 1)
    vectors.add("orel", ("a",), VECTORS[2:3], 2)
    assert vectors.count("orel", 2) == 3
    assert set(vectors.near("orel", VECTORS[2], 2, 2)) == {"a", "c"}


def test_what_is_forgotten_is_not_found_and_the_unknown_is_no_fault(
    vectors: ChromaVectors,
) -> None:
    vectors.add("orel", IDS, VECTORS, 1)
    vectors.forget("orel", ("a", "nobody"), 2)
    vectors.forget("nord", ("a",), 2)
    assert set(vectors.near("orel", VECTORS[0], 3, 2)) == {"b", "c"}


def test_a_brand_is_forgotten_whole_and_may_come_back(vectors: ChromaVectors) -> None:
    vectors.add("orel", IDS, VECTORS, 1)
    vectors.forget_brand("orel", 2)
    vectors.forget_brand("nord", 2)
    assert vectors.count("orel", 2) == 0
    vectors.add("orel", ("d",), VECTORS[:1], 3)
    assert vectors.near("orel", VECTORS[0], 3, 3) == ("d",)
