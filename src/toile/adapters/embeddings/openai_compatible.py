"""Embeddings of any OpenAI-compatible service through LangChain."""

import numpy as np
from langchain_openai import OpenAIEmbeddings
from numpy.typing import NDArray
from openai import AuthenticationError, OpenAIError
from pydantic import SecretStr

from toile.domain.errors import ModelAnswerUnusable, ServiceUnavailable, SettingMissing


class OpenAiCompatibleEmbedder:
    """Embeds texts at a service; ``dimension`` is known after the first answer."""

    def __init__(self, *, model: str, base_url: str | None, key: str, seconds: float = 30) -> None:
        self.name = model
        # Raw text, not token ids: most compatible servers take nothing else.
        self._client = OpenAIEmbeddings(
            model=model,
            openai_api_base=base_url,
            # The client wants one, also for a server that asks for none.
            openai_api_key=SecretStr(key or "none"),
            request_timeout=seconds,
            max_retries=2,
            check_embedding_ctx_length=False,
            chunk_size=64,
        )

    def embed(self, texts: tuple[str, ...]) -> NDArray[np.float32]:
        """Return one row of length one a text. Raises ServiceUnavailable or SettingMissing."""
        if not texts:
            return np.zeros((0, 0), np.float32)
        try:
            rows = self._client.embed_documents(list(texts))
        except AuthenticationError as error:
            raise SettingMissing(
                "The embedding service refused the key.", hint="Check the key in the settings."
            ) from error
        except OpenAIError as error:
            raise ServiceUnavailable(
                "The embedding service did not answer.",
                hint="Try again, or use the built-in model by leaving the setting empty.",
            ) from error
        return _rows(rows, len(texts))


def _rows(rows: list[list[float]], texts: int) -> NDArray[np.float32]:
    if len(rows) != texts or not rows[0] or len({len(row) for row in rows}) != 1:
        raise ModelAnswerUnusable("The embedding service answered with something else.")
    table = np.asarray(rows, np.float32)
    norms = np.linalg.norm(table, axis=1, keepdims=True)
    if not np.isfinite(table).all() or not norms.all():
        raise ModelAnswerUnusable("The embedding service answered with unusable numbers.")
    return np.asarray(table / norms, np.float32)
