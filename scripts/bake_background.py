"""Bake the vectors that the search holds questions against, for the packaged embedding model.

Run after a change of topics, glossary or question sets: python scripts/bake_background.py
"""

from pathlib import Path

import numpy as np

from toile.adapters.embeddings.minilm_onnx import MiniLmEmbedder
from toile.adapters.search.background import Ground, digest, ground
from toile.adapters.search.words import packaged_glossary

TARGET = Path(__file__).parents[1] / "src" / "toile" / "data" / "search" / "background.npz"


def main() -> None:
    """Write the file."""
    model = MiniLmEmbedder()
    made = ground(packaged_glossary(), model)
    vectors = {name: getattr(made, name).astype(np.float16) for name in Ground._fields[:3]}
    np.savez_compressed(
        TARGET, model=model.name, digest=digest(), answered=made.answered, **vectors
    )
    print(f"{TARGET.name}: {len(made.questions)} questions, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
