"""Brings weights from the Hugging Face hub: one pinned commit, safetensors and their configs only.

Knows nothing of licences or of what is done with the files.
"""

import re
from collections.abc import Callable
from pathlib import Path

import httpx
from huggingface_hub import snapshot_download
from huggingface_hub.errors import HfHubHTTPError, LocalEntryNotFoundError, OfflineModeIsEnabled

from toile.adapters.models.soundness import WANTED
from toile.domain.errors import BadInput, ServiceUnavailable
from toile.domain.models import ModelCard

_COMMIT = re.compile(r"[0-9a-f]{40}")
_NEVER = ("*.bin", "*.pt", "*.ckpt", "*.pkl", "*.py", "*.onnx", "*.onnx.*", "*.msgpack")


def fetched(card: ModelCard, revision: str, target: Path, say: Callable[[str], None]) -> str:
    """Download one commit of a model into a folder and return the commit."""
    wanted = revision or card.revision
    if not _COMMIT.fullmatch(wanted):
        raise BadInput(
            f"{card.title} has no pinned revision.",
            hint=(
                "Give the full commit of the weights whose licence you read: "
                f"toile models pull {card.name} --revision COMMIT"
            ),
        )
    say(f"Downloading {card.source} at {wanted[:12]}")
    only = [card.file, f"{card.encoder}/*", "*.md", "LICENSE*"] if card.file else list(WANTED)
    try:
        snapshot_download(
            card.source,
            revision=wanted,
            local_dir=target,
            allow_patterns=[pattern for pattern in only if pattern != "/*"],
            ignore_patterns=[pattern for pattern in _NEVER if not card.file.endswith(pattern[1:])],
        )
    except (HfHubHTTPError, LocalEntryNotFoundError, OfflineModeIsEnabled) as error:
        raise _unreachable(card) from error
    except (httpx.HTTPError, OSError) as error:
        raise _unreachable(card) from error
    return wanted


def _unreachable(card: ModelCard) -> ServiceUnavailable:
    return ServiceUnavailable(
        f"{card.source} could not be downloaded.",
        hint=f"Try again, or copy its files: toile models pull {card.name} --from FOLDER",
    )
