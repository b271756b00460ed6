"""What every shot list keeps, over all development briefs as they are read."""

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.domain.brief import Brief
from toile.domain.shots import ShotList

TODAY = date(2026, 11, 23)
SETS = Path(__file__).parents[2] / "evaluation"
TEXTS = {
    case["id"]: case["text"]
    for path in sorted(SETS.glob("briefs-*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))["briefs"]
}


@cache
def planned(name: str) -> tuple[Brief, ShotList]:
    reader = BuiltInInterpreter()
    brief = reader.read_brief(TEXTS[name], TODAY)
    return brief, reader.plan(brief, TODAY)


every_brief = pytest.mark.parametrize("name", TEXTS)


@every_brief
def test_files_and_ratios_are_those_asked(name: str) -> None:
    brief, plan = planned(name)
    asked: Counter[tuple[str, str | None, int | None]] = Counter()
    for ask in brief.deliverables:
        asked[ask.kind, ask.aspect, ask.seconds] += ask.count or 0
    made: Counter[tuple[str, str | None, int | None]] = Counter()
    for shot in plan.shots:
        made[shot.kind, shot.aspect, shot.seconds] += shot.files
    assert +asked in (+made, Counter())


@every_brief
def test_every_product_and_every_must_have_is_on_the_list(name: str) -> None:
    brief, plan = planned(name)
    worn = " | ".join(garment for shot in plan.shots for garment in shot.garments)
    assert [p.item for p in brief.products if p.item not in worn] == []
    notes = " | ".join(shot.notes or "" for shot in plan.shots)
    assert [wish for wish in brief.must_have if wish not in notes] == []


@every_brief
def test_a_view_comes_back_only_with_a_reason(name: str) -> None:
    _, plan = planned(name)
    untold = Counter(
        (shot.framing, shot.angle, shot.light)
        for shot in plan.shots
        if not any("again" in reason.because for reason in shot.reasons)
    )
    assert max(untold.values(), default=0) <= 1


@every_brief
def test_shots_of_one_set_up_stand_together(name: str) -> None:
    _, plan = planned(name)
    groups = [shot.group for shot in plan.shots]
    assert groups == sorted(groups, key=groups.index)


@every_brief
def test_light_and_ratio_cite_the_brief_where_it_names_them(name: str) -> None:
    brief, plan = planned(name)
    refused = {words.casefold() for words in brief.must_not}
    # "Glacier at blue hour" is no light to choose once the glacier is ruled out.
    lights = [one for one in brief.lighting if not any(no in one.casefold() for no in refused)]
    for shot in plan.shots:
        cited = {reason.field for reason in shot.reasons if reason.source.startswith("brief")}
        of_another = len(brief.location) > 1 and any(
            reason.because.startswith("No light is named for this place") for reason in shot.reasons
        )
        assert "light" in cited or not lights or of_another
        assert "aspect" in cited or not (shot.aspect and any(d.count for d in brief.deliverables))
        assert all(reason.because for reason in shot.reasons)
        assert {reason.field for reason in shot.reasons} >= {"framing", "light"}


@every_brief
def test_what_is_ruled_out_is_chosen_nowhere(name: str) -> None:
    brief, plan = planned(name)
    refused = {words.casefold() for words in brief.must_not}
    for shot in plan.shots:
        chosen = {shot.framing, shot.angle, shot.light, shot.pose, *shot.props} - {None}
        assert not {str(value).casefold() for value in chosen} & refused
