"""A look that names one piece is completed in plain toile, and nothing named is changed."""

import pytest

from toile.adapters.renderers.library import load_catalogue
from toile.domain.catalogue import Catalogue
from toile.domain.completing import TOILE, completed
from toile.domain.dressing import dress
from toile.domain.looks import GarmentSpec


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def worn(catalogue: Catalogue, *said: str, **where: str) -> tuple[GarmentSpec, ...]:
    return completed(dress(said, catalogue)[0], catalogue, **where)


def plain(garments: tuple[GarmentSpec, ...]) -> set[str]:
    return {garment.id for garment in garments if garment.fabric.colour == TOILE}


@pytest.mark.parametrize(
    ("said", "added"),
    [
        (("camel cardigan",), {"tee", "trousers", "loafers"}),
        (("rust pleated skirt",), {"tee", "loafers"}),
        (("red silk slip dress",), {"loafers"}),
        (("navy suit",), {"tee", "loafers"}),
        (("white shirt", "blue jeans", "black boots"), set()),
        (("red swimsuit",), set()),
    ],
)
def test_only_what_is_missing_is_added(
    catalogue: Catalogue, said: tuple[str, ...], added: set[str]
) -> None:
    assert plain(worn(catalogue, *said)) == added


def test_what_was_named_stays_as_it_was(catalogue: Catalogue) -> None:
    named = dress(("camel cardigan",), catalogue)[0]
    assert set(named) <= set(worn(catalogue, "camel cardigan"))


def test_nobody_wears_shoes_on_the_beach_or_when_barefoot(catalogue: Catalogue) -> None:
    assert "loafers" not in plain(worn(catalogue, "white dress", place="beach"))
    assert "loafers" not in plain(worn(catalogue, "white dress", said="barefoot on the stairs"))
