"""The packaged model: right file, right vectors, no network."""

from pathlib import Path

import numpy as np
import pytest

from toile.adapters.embeddings.minilm_onnx import MiniLmEmbedder, _verified
from toile.domain.errors import ServiceUnavailable


def test_like_sentences_lie_closer_than_unlike_ones() -> None:
    vectors = MiniLmEmbedder().embed(
        ("Where is the lamp?", "The light stands on the left.", "Invoices are paid in May.")
    )
    assert vectors.shape == (3, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.1


def test_no_texts_are_no_rows() -> None:
    assert MiniLmEmbedder().embed(()).shape == (0, 384)


def test_a_model_file_that_was_changed_is_not_used(tmp_path: Path) -> None:
    changed = tmp_path / "model.onnx"
    changed.write_bytes(b"something else")
    with pytest.raises(ServiceUnavailable, match="not the file that was tested"):
        _verified(changed, "0" * 64)
    with pytest.raises(ServiceUnavailable, match="lacks"):
        _verified(tmp_path / "none", "0" * 64)
