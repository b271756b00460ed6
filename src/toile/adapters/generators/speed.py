"""Ways to paint the same picture faster, each applied on its own so that each can be measured.

A lever that this machine does not have is named and left, never silently skipped; so are compiled
blocks that fail only when they first paint. Knows nothing of requests.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import torch
from diffusers.models.attention_dispatch import AttentionBackendName, dispatch_attention_fn

from toile.adapters.generators.family import Family
from toile.domain.errors import SettingMissing

log = logging.getLogger(__name__)
# Packs and sizes are many; the default of 8 makes compiled Z-Image control fail outright.
_RECOMPILES = 64
_COMPILED = "compiled blocks"
_BACKENDS = tuple(sorted(one.value for one in AttentionBackendName))


@dataclass(frozen=True)
class Levers:
    """What to pull: an attention backend by its library name, compiled blocks, a faster decoder."""

    attention: str = ""
    compiled: bool = False
    channels_last: bool = False


PLAIN = Levers()


@dataclass(frozen=True)
class Pulled:
    """A lever by name, and why this machine does not have it, or nothing."""

    name: str
    why_not: str = ""

    def __str__(self) -> str:
        return f"{self.name}: not on this machine ({self.why_not})" if self.why_not else self.name


class Missed:
    """Levers that were asked for in vain: said once, with the first picture made without them."""

    def __init__(
        self, sentences: tuple[str, ...], noted: Callable[[tuple[str, ...]], None]
    ) -> None:
        self._all = self._untold = sentences
        self._noted = noted
        noted(sentences)

    def add(self, missed: Pulled) -> None:
        """Note one lever more."""
        log.warning("painting without a lever: %s", missed)
        self._all += (f"{missed}.",)
        self._untold += (f"{missed}.",)
        self._noted(self._all)

    def once(self) -> tuple[str, ...]:
        """Return what was not said yet."""
        said, self._untold = self._untold, ()
        return said

    def tell_anew(self) -> None:
        """Let all be said once more: nobody saw the picture that it was said of."""
        self._untold = self._all


def levers_of(words: str) -> Levers:
    """Return the levers named in a setting: ``channels-last, compiled, attention=NAME``.

    Raises ``SettingMissing`` for a word that names none.
    """
    levers = Levers()
    for word in filter(None, (one.strip() for one in words.split(","))):
        name, _, value = word.partition("=")
        if name == "attention" and value in _BACKENDS:
            levers = replace(levers, attention=value)
        elif word == "channels-last":
            levers = replace(levers, channels_last=True)
        elif word == "compiled":
            levers = replace(levers, compiled=True)
        else:
            raise SettingMissing(
                f"TOILE_PAINTER_LEVERS names no lever with {word!r}.",
                hint=f"Levers: channels-last, compiled, attention= one of {', '.join(_BACKENDS)}.",
            )
    return levers


def pull(family: Family, levers: Levers) -> tuple[Pulled, ...]:
    """Apply the levers and tell of each, also when it cannot be had."""
    pulled: list[Pulled] = []
    if levers.channels_last:
        # The decoder is convolutions: this layout is the one the card's kernels want.
        decoder = family.base.vae
        name = "decoder: channels last"
        pulled.append(_tried(name, lambda: decoder.to(memory_format=torch.channels_last)))
    if levers.attention:
        pulled.append(_tried(f"attention {levers.attention}", lambda: _attend(family, levers)))
    if levers.compiled:
        pulled.append(_tried(_COMPILED, lambda: _compile(family)))
    return tuple(pulled)


def eager(family: Family, fault: Exception) -> Pulled | None:
    """Take compiled blocks back after a fault; ``None`` where nothing is compiled any more."""
    compiled = [part for network in _denoisers(family) for part in network.modules()]
    compiled = [part for part in compiled if getattr(part, "_compiled_call_impl", None)]
    for part in compiled:
        part._compiled_call_impl = None
    return Pulled(_COMPILED, _in_short(fault)) if compiled else None


def _attend(family: Family, levers: Levers) -> None:
    backend = AttentionBackendName(levers.attention)
    device = next(iter(_denoisers(family)[0].parameters())).device
    # A backend may be accepted and fail only when asked to attend, so it is asked now.
    probe = torch.zeros(1, 16, 2, 64, device=device, dtype=torch.bfloat16)
    dispatch_attention_fn(probe, probe, probe, backend=backend)
    for network in _denoisers(family):
        choose: Any = getattr(network, "set_attention_backend", None)
        if choose is not None:
            choose(levers.attention)


def _compile(family: Family) -> None:
    torch._dynamo.config.recompile_limit = _RECOMPILES
    for network in _denoisers(family):
        compile_blocks: Any = getattr(network, "compile_repeated_blocks", None)
        if compile_blocks is not None and getattr(network, "_repeated_blocks", None):
            compile_blocks(fullgraph=True)


def _denoisers(family: Family) -> list[torch.nn.Module]:
    """Return the networks that run every step: those that are neither decoder nor text reader."""
    base = family.base.components
    others = {id(part) for name, part in base.items() if name not in ("unet", "transformer")}
    return [network for network in family.modules() if id(network) not in others]


def _tried(name: str, lever: Callable[[], object]) -> Pulled:
    try:
        lever()
    except (ImportError, RuntimeError, ValueError, AttributeError) as error:
        return Pulled(name, _in_short(error))
    return Pulled(name)


def _in_short(error: Exception) -> str:
    said = str(error).strip()
    return said.splitlines()[0][:100].rstrip(".") if said else "not here"
