"""A studio with the demo's people and contracts, and a board with a small drawing on it."""

from datetime import UTC, date, datetime

from toile import bootstrap
from toile.adapters.sample_world.licences import demo_rights
from toile.adapters.sample_world.twins import demo_twins
from toile.domain.board import Board, Panel, Version
from toile.domain.brief import Usage
from toile.domain.drafts import DraftRequest
from toile.domain.ids import BoardId, BrandId, ShotId, TwinId
from toile.domain.shots import Shot
from toile.settings import Settings
from toile.workflow.studio import Studio

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def a_studio(settings: Settings) -> Studio:
    """Return a studio with the demo's people and contracts on file."""
    kept = bootstrap.records(settings)
    rights = demo_rights()
    kept.registry.put(*demo_twins(), *rights.licences, *rights.consents)
    kept.world.claim(*rights.claims)
    for licence, state in rights.states.items():
        kept.world.change(licence, **state.model_dump())
    for party, name in rights.names.items():
        kept.world.know(party, name)
    kept.close()
    return bootstrap.studio(settings)


def spring_use() -> Usage:
    """Return web shop and organic social, Germany and France, March and April 2027."""
    return Usage(
        media=("digital.owned.ecommerce", "digital.social.organic"),
        territories=("DE", "FR"),
        start=date(2027, 3, 1),
        end=date(2027, 4, 30),
        product="apparel",
    )


def a_shot(name: str, no: int) -> Panel:
    shot = Shot(
        id=ShotId(name),
        no=no,
        title=f"Walking {name}",
        framing="full",
        light="window light",
        set="grey seamless",
        pose="standing",
        garments=("camel coat",),
        talent=("Imani Okafor",),
    )
    version = Version(
        number=1, parent=None, shot=shot, cast=(TwinId("twin-imani"),), what="P", by="Ada", at=NOW
    )
    return Panel(id=shot.id, versions=(version,), current=1)


def a_drawn_board(studio: Studio, spring: Usage) -> Board:
    """Return a board of two shots, the first of them drawn small."""
    made = Board(
        id=BoardId("board-x"),
        title="Autumn",
        brand=BrandId("maison-orel"),
        usage=spring,
        panels=(a_shot("a", 1), a_shot("b", 2)),
        at=NOW,
    )
    studio.review.boards.save(made)
    request = studio.asks.request(made, made.panel("a"), "Ada")
    assert isinstance(request, DraftRequest)
    small = request.model_copy(update={"width": 288, "height": 384, "quality": "preview"})
    studio.asks.jobs.submit(small)
    assert studio.draft_shot(small) is not None
    return made
