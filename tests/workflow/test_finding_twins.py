"""The roster asked in words: fit, decision and the nearest who may be used, in one list."""

from pathlib import Path

import pytest

from toile import bootstrap
from toile.adapters.embeddings.minilm_onnx import MiniLmEmbedder
from toile.adapters.sample_world.twins import demo_twins
from toile.adapters.search.likeness import TwinLikeness
from toile.domain.errors import SettingMissing
from toile.domain.ids import BrandId
from toile.settings import Settings


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    made = Settings(home=tmp_path_factory.mktemp("home"))
    bootstrap.make_demo(made)
    return made


def test_each_twin_comes_with_the_decision_for_this_use(settings: Settings) -> None:
    answer = bootstrap.find_twins(settings).find(
        "runway walk, for instagram in Germany in January 2027", BrandId("maison-orel"), limit=8
    )
    assert len(answer.found) == 8
    assert answer.usage.territories == ("DE",)
    assert str(answer.usage.start) == "2027-01-01"
    assert all(one.decision.say for one in answer.found)


def test_the_best_fit_leads_and_the_nearest_cleared_is_named(settings: Settings) -> None:
    answer = bootstrap.find_twins(settings).find("late fifties, grey hair", BrandId("maison-orel"))
    assert answer.found[0].twin.name == "Astrid Holm"
    if not answer.found[0].allowed and any(one.allowed for one in answer.found):
        assert answer.nearest_cleared is not None
        assert answer.nearest_cleared.allowed


def test_words_that_no_field_asks_are_compared_with_descriptions(tmp_path: Path) -> None:
    likeness = TwinLikeness(tmp_path, MiniLmEmbedder())
    twins = tuple(demo_twins())
    found = likeness.to_words("calm upright elderly lady", twins)
    assert max(found, key=lambda one: found[one]) == "twin-astrid"
    again = TwinLikeness(tmp_path, MiniLmEmbedder()).to_words("calm upright elderly lady", twins)
    assert again == pytest.approx(found)


def test_comparing_with_a_picture_is_refused_honestly(tmp_path: Path) -> None:
    with pytest.raises(SettingMissing, match="no picture model"):
        TwinLikeness(tmp_path, MiniLmEmbedder()).to_picture(b"png", ())
