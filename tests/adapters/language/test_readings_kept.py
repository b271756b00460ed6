"""The roster asked in words with a language model set: the same words are read once."""

from pathlib import Path

import pytest
from builders_drawn import a_studio
from builders_fault_server import FaultServer, text

from toile.domain.ids import BrandId
from toile.settings import Settings
from toile.workflow.studio import Studio

OREL = BrandId("maison-orel")
WORDS = "freckles, web shop in Germany in March 2027"
READ = text('{"markets": ["DE"], "evidence": [{"path": "markets", "quote": "Germany"}]}')


@pytest.fixture
def studio(tmp_path: Path, server: FaultServer) -> Studio:
    return a_studio(Settings(home=tmp_path, model="m", model_url=server.url))


def test_looking_again_at_who_fits_asks_the_model_nothing(
    studio: Studio, server: FaultServer
) -> None:
    server.answers = [READ]
    first = studio.finds.find(WORDS, OREL)
    again = studio.finds.find(WORDS, OREL)
    assert (again.usage, again.when, again.wishes) == (first.usage, first.when, first.wishes)
    assert len(server.asked) == 1


def test_other_words_are_read_anew(studio: Studio, server: FaultServer) -> None:
    server.answers = [READ, READ]
    studio.finds.find(WORDS, OREL)
    studio.finds.find(f"curly hair; {WORDS}", OREL)
    assert len(server.asked) == 2


def test_a_model_out_of_reach_is_asked_again_when_it_is_back(
    studio: Studio, server: FaultServer
) -> None:
    server.answers = [404, READ]
    studio.finds.find(WORDS, OREL)
    studio.finds.find(WORDS, OREL)
    studio.finds.find(WORDS, OREL)
    assert len(server.asked) == 2
