"""A twin's own weights, put on for one call and taken off again.

Weights that stay on would put one person's face into the next person's picture, so they come off
whatever happens. Knows nothing of where they are kept or who may use them.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from safetensors import SafetensorError
from safetensors.torch import load

from toile.domain.errors import BadInput
from toile.domain.painting import TwinWeights


@contextmanager
def wearing(pipe: Any, weights: Sequence[TwinWeights]) -> Iterator[None]:
    """Hold the twins' weights on the pipeline for the length of the block."""
    if not weights:
        yield
        return
    try:
        for one in weights:
            pipe.load_lora_weights(_tensors(one), adapter_name=_name(one))
        pipe.set_adapters([_name(one) for one in weights], [one.strength for one in weights])
        yield
    finally:
        pipe.unload_lora_weights()


def _name(weights: TwinWeights) -> str:
    return f"twin_{weights.digest[:16]}"


def _tensors(weights: TwinWeights) -> dict[str, Any]:
    try:
        return dict(load(weights.data))
    except SafetensorError as error:
        raise BadInput(
            f"The weights of twin {weights.twin} are damaged.", hint="Add them again."
        ) from error
