"""How many files of which ratio a brief asks for, in the many ways that people count them."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml

from toile.adapters.language.built_in.reader import read_brief

TODAY = date(2026, 11, 30)
COUNTED = yaml.safe_load(
    (Path(__file__).parents[2] / "evaluation" / "what-briefs-count.yaml").read_text("utf-8")
)


@pytest.mark.parametrize("text", COUNTED)
def test_the_files_are_counted_as_the_brief_counts_them(text: str) -> None:
    counted: Counter[str] = Counter()
    for one in read_brief(text, TODAY).deliverables:
        counted[f"{one.kind[0]}{one.aspect or ''}"] += one.count or 0
    wanted = dict(part.split("=") for part in COUNTED[text].split())
    assert counted == {name: int(count) for name, count in wanted.items()}
