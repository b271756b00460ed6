"""What a brief sells, in the many ways that people list goods, as the garments of its plan."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from toile.adapters.language.built_in.plan.sold import garments_of
from toile.adapters.language.built_in.reader import read_brief
from toile.workflow.score_ideas import stems

TODAY = date(2026, 11, 30)
SOLD = yaml.safe_load(
    (Path(__file__).parents[2] / "evaluation" / "what-briefs-sell.yaml").read_text("utf-8")
)


@pytest.mark.parametrize("text", SOLD)
def test_every_good_of_a_list_is_sold_and_nothing_else(text: str) -> None:
    sold = [set(stems(garment).split()) for garment in garments_of(read_brief(text, TODAY))]
    wanted = [set(stems(words).split()) for words in SOLD[text]]
    assert len(sold) == len(wanted)
    assert [words for words in wanted if not any(words <= garment for garment in sold)] == []
