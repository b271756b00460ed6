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
            _put_on(pipe, one)
        pipe.set_adapters([_name(one) for one in weights], [one.strength for one in weights])
        yield
    finally:
        pipe.unload_lora_weights()


def _put_on(pipe: Any, weights: TwinWeights) -> None:
    hint = "Make them again for this model."
    try:
        pipe.load_lora_weights(_tensors(weights), adapter_name=_name(weights))
    except (ValueError, KeyError, RuntimeError) as error:
        raise BadInput(
            f"The weights of twin {weights.twin} do not fit this model.", hint=hint
        ) from error
    # Weights made for another model are only warned about, and would paint nobody.
    worn = {name for names in pipe.get_list_adapters().values() for name in names}
    if _name(weights) not in worn:
        raise BadInput(f"The weights of twin {weights.twin} are for another model.", hint=hint)


def _name(weights: TwinWeights) -> str:
    return f"twin_{weights.digest[:16]}"


def _tensors(weights: TwinWeights) -> dict[str, Any]:
    try:
        return dict(load(weights.data))
    except SafetensorError as error:
        raise BadInput(
            f"The weights of twin {weights.twin} are damaged.", hint="Add them again."
        ) from error
