"""What the law asks of the tool is on file, so a use in its grace months is decided."""

from datetime import date

from toile import bootstrap
from toile.domain.brief import Usage
from toile.workflow.studio import Studio

BRIEF = """Maison Orel. Two stills for the web shop, Germany.
Live from 25 November 2026 to 30 November 2026. Freya, the camel trench coat, grey seamless."""


def test_the_mark_for_machines_is_owed_from_the_first_day_of_a_tool_released_after_the_law(
    studio: Studio, spring: Usage
) -> None:
    board = studio.confirm(studio.start(BRIEF, by="Ada"), by="Ada")
    use = spring.model_copy(
        update={"territories": ("DE",), "start": date(2026, 11, 25), "end": date(2026, 11, 30)}
    )
    shot = board.panels[0].now.shot
    casting = studio.casts.casting_of(shot, brand=board.brand, usage=use, action="export")
    decisions = [role.decision for role in casting.roles]
    assert decisions
    assert all("tool.on_market" not in decision.missing for decision in decisions)


def test_the_tables_say_since_when_this_tool_is_on_the_market() -> None:
    assert bootstrap.rights_tables().tool.on_market == date(2026, 11, 24)
