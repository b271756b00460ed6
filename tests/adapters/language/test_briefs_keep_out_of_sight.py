"""What a brief says must not be seen is ruled out, in every language."""

from datetime import date

import pytest

from toile.adapters.language.built_in.reader import read_brief

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    "text",
    [
        "Six stills 4:5 of a coat. Shoes must not be visible.",
        "Sechs Bilder, Mantel. Die Schuhe dürfen nicht zu sehen sein.",
        "Six photos, manteau. Les chaussures ne doivent pas être visibles.",
        "Sei foto, cappotto. Le scarpe non devono vedersi.",
        "Seis fotos, abrigo. Los zapatos no deben verse.",
        "Sex bilder, kappa. Skorna ska inte synas.",
    ],
)
def test_what_must_not_be_seen_is_ruled_out_and_not_sold(text: str) -> None:
    brief = read_brief(text, TODAY)
    assert [words.casefold() for words in brief.must_not] == ["shoes"]
    assert [product.item for product in brief.products] == ["coat"]


def test_what_is_not_there_yet_is_not_ruled_out() -> None:
    text = "The shoes are not available yet. Six stills of the coat."
    assert read_brief(text, TODAY).must_not == ()
