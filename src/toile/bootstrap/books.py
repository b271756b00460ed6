"""The brand's books, and the search of the roster beside them."""

from typing import TYPE_CHECKING

from toile.settings import Settings

if TYPE_CHECKING:
    from toile.adapters.search.embedding import Embedder
    from toile.adapters.search.library import GuidelineLibrary
    from toile.domain.guidelines import Citation, RuleReport
    from toile.domain.shots import Shot


def guideline_library(settings: Settings) -> "GuidelineLibrary":
    """Return the library of guideline books in the data folder."""
    from toile.adapters.documents.guarded import GuardedReader
    from toile.adapters.search.library import GuidelineLibrary

    return GuidelineLibrary(
        settings.folder / "library",
        reader=GuardedReader(),
        embedder=embedder(settings),
        chroma_url=settings.chroma_url or None,
    )


def embedder(settings: Settings) -> "Embedder":
    """Return what turns texts into vectors: packaged, or a service by setting."""
    if not settings.embedding_model:
        from toile.adapters.embeddings.minilm_onnx import MiniLmEmbedder

        return MiniLmEmbedder(threads=2)
    from toile.adapters.embeddings.openai_compatible import OpenAiCompatibleEmbedder

    return OpenAiCompatibleEmbedder(
        model=settings.embedding_model,
        base_url=settings.embedding_url or None,
        key=settings.embedding_key.get_secret_value(),
    )


def demo_guideline() -> tuple[str, bytes]:
    """Return the name and the PDF of the demo brand's guideline."""
    from toile.adapters.sample_world.brand_book import demo_brand_book

    return demo_brand_book()


def guideline_page(settings: Settings, citation: "Citation", width: int = 1_200) -> bytes | None:
    """Return the cited page as PNG with the passage marked; ``None`` for files without pages."""
    from toile.adapters.documents.page_pictures import page_picture

    data = guideline_library(settings).source(citation.guideline)
    if not data.startswith(b"%PDF"):
        return None
    return page_picture(data, citation.document, citation.page, citation.quote, width)


def check_draft(settings: Settings, shot: "Shot", picture: bytes, brand: str) -> "RuleReport":
    """Test a finished draft against the rules of the book that only pixels answer."""
    from toile.adapters.inspection.draft_pixels import measure
    from toile.domain import draft_rules

    rules = guideline_library(settings).rules(brand)
    return draft_rules.check_draft(shot, measure(picture), rules)
