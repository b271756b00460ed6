"""The clean picture of a draft is kept with the draft or not at all, and no longer than allowed."""

import errno
import os
from datetime import UTC, datetime, timedelta
from typing import NoReturn

import pytest
from builders_clock import At
from builders_drawn import a_shot

from toile.bootstrap.painting import sealed_originals
from toile.domain.board import Board
from toile.domain.brief import Usage
from toile.domain.drafts import Draft, DraftRequest
from toile.domain.errors import ServiceUnavailable
from toile.domain.ids import BoardId, BrandId, LicenceId
from toile.settings import Settings
from toile.workflow.originals import Originals
from toile.workflow.studio import Studio
from toile.workflow.sweep_originals import SweepOriginals

pytestmark = pytest.mark.slow

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
HELD, OTHER = LicenceId("lic-imani-orel-2026"), LicenceId("lic-of-somebody")


@pytest.fixture
def request_(studio: Studio, spring: Usage) -> DraftRequest:
    board = Board(
        id=BoardId("board-x"),
        title="Autumn",
        brand=BrandId("maison-orel"),
        usage=spring,
        panels=(a_shot("a", 1),),
        at=NOW,
    )
    studio.review.boards.save(board)
    asked = studio.asks.request(board, board.panel("a"), "Ada")
    assert isinstance(asked, DraftRequest)
    small = asked.model_copy(update={"width": 144, "height": 192, "quality": "preview"})
    studio.asks.jobs.submit(small)
    return small


@pytest.fixture
def draft(studio: Studio, request_: DraftRequest) -> Draft:
    made = studio.draft_shot(request_)
    assert made is not None
    return made


def swept(studio: Studio, settings: Settings, at: datetime) -> int:
    """Sweep at an instant, all that is kept being old enough; return how many are left."""
    for path in (settings.folder / "originals").iterdir():
        os.utime(path, (0, 0))
    owner = studio.owner
    SweepOriginals(owner.originals, owner.drafts, owner.registry, At(at))()
    return len(list((settings.folder / "originals").iterdir()))


def fresh(studio: Studio, settings: Settings) -> Originals:
    """Return what another process has: nothing in memory."""
    images = studio.draft_shot.images
    retouch = studio.draft_shot.pictures.originals.retouch
    return Originals(studio.owner.drafts, images, retouch, sealed_originals(settings))


def test_a_picture_made_under_one_licence_is_not_opened_for_a_use_that_another_allows(
    studio: Studio, settings: Settings, draft: Draft
) -> None:
    for originals in (studio.draft_shot.pictures.originals, fresh(studio, settings)):
        assert originals.kept(draft, (OTHER,)) is None
        assert originals.kept(draft, ()) is None
        assert originals.kept(draft, (OTHER, HELD)) is not None


@pytest.mark.parametrize("fault", [ServiceUnavailable("The records do not answer."), SystemExit(1)])
def test_a_draft_that_could_not_be_filed_leaves_no_clean_picture(
    studio: Studio,
    settings: Settings,
    request_: DraftRequest,
    monkeypatch: pytest.MonkeyPatch,
    fault: BaseException,
) -> None:
    seen: list[int] = []

    def fails(*_: object) -> NoReturn:
        # Revoked while it was drawn, after the last decision.
        seen.append(len(list((settings.folder / "originals").iterdir())))
        studio.owner.vault.forget(HELD)
        raise fault

    monkeypatch.setattr(type(studio.draft_shot.drafts), "keep", fails)
    with pytest.raises(type(fault)):
        studio.draft_shot(request_)
    assert seen == [1]
    assert list((settings.folder / "originals").iterdir()) == []


def test_a_licence_that_is_withdrawn_while_a_draft_is_filed_seals_nothing(
    studio: Studio, settings: Settings, request_: DraftRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal = Originals.seal

    def late(self: Originals, *more: object) -> None:
        studio.owner.revoke(HELD, by="Imani")
        seal(self, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(Originals, "seal", late)
    studio.draft_shot(request_)
    assert list((settings.folder / "originals").glob("*")) == []
    assert sealed_originals(settings).opened(request_.id, (HELD,)) is None
    assert list((settings.folder / "keys" / "twin-weights").glob("*.key")) == []


def test_a_revocation_on_a_full_disk_destroys_the_key_says_so_and_is_finished_later(
    studio: Studio, settings: Settings, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = settings.folder / "keys" / "twin-weights"

    def full(_: int) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(ServiceUnavailable, match="could not be noted: No space left"):
            studio.owner.vault.forget(HELD)
    assert list(keys.glob("*.key")) == []
    assert fresh(studio, settings).kept(draft, (HELD,)) is None
    studio.owner.revoke(HELD, by="Imani")
    assert len(list(keys.glob("*.gone"))) == 1
    assert list((settings.folder / "originals").iterdir()) == []


def test_a_sweep_takes_what_no_draft_names_and_what_a_licence_that_ended_had_allowed(
    studio: Studio, settings: Settings, draft: Draft
) -> None:
    sealed, picture = studio.owner.originals, fresh(studio, settings).kept(draft, (HELD,))
    assert picture is not None
    sealed.keep(type(draft.id)("9" * 64), (HELD,), picture)
    sealed.keep(type(draft.id)("8" * 64), (), picture)
    assert swept(studio, settings, NOW) == 1
    studio.owner.pause(HELD, by="Imani")
    assert swept(studio, settings, NOW + timedelta(days=1)) == 1
    (licence,) = (
        one
        for one in studio.owner.registry.licences((draft.request.casting.twins[0],))
        if one.id == HELD
    )
    assert licence.term is not None
    assert licence.term.end is not None
    end = datetime.combine(licence.term.end, datetime.min.time(), UTC)
    assert swept(studio, settings, end - timedelta(days=1)) == 1
    assert swept(studio, settings, end + timedelta(days=2)) == 0
