"""A named part changed and nothing else: from the board's verb to the pixels and the recipe."""

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest

from toile.domain.board import Board, Panel, Version
from toile.domain.brief import Usage
from toile.domain.drafts import Draft, DraftRequest
from toile.domain.errors import BadInput, CommandRefused, NotAllowed
from toile.domain.ids import BoardId, BrandId, LicenceId, ShotId, TwinId
from toile.domain.maps import Maps
from toile.domain.part_edits import WHOLE, PartEdits, PartWish, region_edits
from toile.domain.pictures import Picture
from toile.domain.shots import Shot
from toile.workflow.make_picture import FIRST, Made, MakePicture, Watch
from toile.workflow.originals import Originals
from toile.workflow.studio import Studio

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
IMANI, LICENCE = TwinId("twin-imani"), LicenceId("lic-imani-orel-2026")


def a_board(studio: Studio, usage: Usage, name: str = "board-x", **facts: object) -> Board:
    shot = Shot(
        id=ShotId("a"),
        framing="full",
        light="window light",
        set="grey seamless",
        pose="standing",
        garments=("camel coat",),
        talent=("Imani Okafor",),
    ).with_(**facts)
    version = Version(number=1, parent=None, shot=shot, cast=(IMANI,), what="P", by="Ada", at=NOW)
    board = Board(
        id=BoardId(name),
        title="Autumn",
        brand=BrandId("maison-orel"),
        usage=usage,
        panels=(Panel(id=shot.id, versions=(version,), current=1),),
        at=NOW,
    )
    studio.review.boards.save(board)
    return board


def small(studio: Studio, board: Board) -> DraftRequest:
    """Return the request of the version shown, at a size that renders in seconds."""
    asked = studio.asks.request(board, board.panel("a"), "Ada")
    assert isinstance(asked, DraftRequest)
    return asked.model_copy(update={"width": 256, "height": 320, "quality": "preview"})


def drafted(studio: Studio, board: Board) -> Draft:
    request = small(studio, board)
    studio.asks.jobs.submit(request)
    made = studio.draft_shot(request)
    assert made is not None
    return made


def clean(studio: Studio, request: DraftRequest) -> Made:
    watch = Watch((LICENCE,), lambda *_: None, lambda *_: None, lambda: False)
    return studio.draft_shot.pictures(request, watch)


def pixels(picture: Picture) -> "np.ndarray[tuple[int, ...], np.dtype[np.int16]]":
    flat = np.frombuffer(picture.rgb, np.uint8).astype(np.int16)
    return flat.reshape(picture.height, picture.width, 3)


@pytest.mark.slow
def test_the_coat_changes_and_nothing_else_even_after_three_edits(
    studio: Studio, spring: Usage
) -> None:
    board = a_board(studio, spring)
    first = drafted(studio, board)
    before = pixels(clean(studio, first.request).picture)

    board = studio.changes.edit_region(board, "a", 1, "coat", "make it navy", by="Ada")
    assert board.panel("a").now.shot.garments == ("navy coat",)
    assert board.panel("a").now.number == 2
    second = drafted(studio, board)
    assert second.request.parent == first.id
    assert second.recipe.wishes == ("camel coat: make it navy",)
    assert second.recipe.drift is not None
    assert (second.recipe.drift.kept_most, second.recipe.drift.changed_share < 0.5) == (0, True)

    for words in ("make it red", "make it green"):
        now = board.panel("a").now
        board = studio.changes.edit_region(board, "a", now.number, "coat", words, by="Ada")
        last = drafted(studio, board)
    assert [wish.part for wish in last.request.edits.wishes] == [  # type: ignore[union-attr]
        "camel coat", "navy coat", "red coat",
    ]  # fmt: skip
    after = pixels(clean(studio, last.request).picture)
    moved = np.abs(after - before).max(axis=2) > 0
    region = studio.draft_shot.pictures.blocks.renderer.maps(
        studio.draft_shot.pictures.blocks(first.request), size=(256, 320)
    )
    coat = np.frombuffer(region.mask("camel coat").alpha, np.uint8).reshape(320, 256) > 0
    grown = coat.copy()
    for _ in range(3):
        grown[1:] |= grown[:-1]
        grown[:-1] |= grown[1:]
        grown[:, 1:] |= grown[:, :-1]
        grown[:, :-1] |= grown[:, 1:]
    assert not (moved & ~grown).any()
    assert moved[coat].mean() > 0.9
    assert last.recipe.drift is not None
    assert last.recipe.drift.kept_most == 0


def forgetful(studio: Studio) -> MakePicture:
    """Return what makes pictures as another process has it: nothing in memory."""
    old = studio.draft_shot.pictures.originals
    fresh = Originals(old._drafts, old._images, old.retouch, old._sealed)
    return replace(studio.draft_shot.pictures, originals=fresh)


@pytest.mark.slow
def test_an_original_that_is_no_longer_in_memory_is_opened_or_made_again_and_recognised(
    studio: Studio, spring: Usage
) -> None:
    board = a_board(studio, spring)
    first = drafted(studio, board)
    board = studio.changes.edit_region(board, "a", 1, "background", "white seamless", by="Ada")
    request = small(studio, board)
    warm = clean(studio, request)
    watch = Watch((LICENCE,), lambda *_: None, lambda *_: None, lambda: False)
    kept = forgetful(studio)
    assert kept.originals.kept(first, (LICENCE,)) is not None
    assert kept(request, watch).picture.rgb == warm.picture.rgb
    studio.owner.originals.forget([first.id])
    lost = forgetful(studio)
    assert lost.originals.kept(first, (LICENCE,)) is None
    again = lost(request, watch)
    assert again.picture.rgb == warm.picture.rgb
    assert not any("made again" in said for said in again.said)
    # A use that another licence allows starts from a picture made under that one, and is told so.
    heard: list[str] = []
    other = replace(watch, holding=(LicenceId("lic-b"),), progress=lambda _, say: heard.append(say))
    assert studio.draft_shot.pictures(request, other).picture.rgb == warm.picture.rgb
    assert any(say.startswith(FIRST) for say in heard)


@pytest.mark.slow
def test_what_edits_start_from_is_gone_with_its_licence_and_with_its_picture(
    studio: Studio, spring: Usage
) -> None:
    sealed = studio.owner.originals
    first = drafted(studio, a_board(studio, spring))
    assert sealed.opened(first.id, (LICENCE,)) is not None
    studio.owner.pause(LICENCE, by="Imani")
    assert sealed.opened(first.id, (LICENCE,)) is not None
    studio.owner.lift(LICENCE, by="Imani")
    studio.owner.revoke(LICENCE, by="Imani")
    assert sealed.opened(first.id, (LICENCE,)) is None
    assert forgetful(studio).originals.kept(first, (LICENCE,)) is None


def test_an_original_made_again_is_told_apart_from_the_edit_that_follows() -> None:
    heard: list[tuple[float, str]] = []
    watch = Watch((), lambda *told: heard.append(told), lambda *_: None, lambda: False)
    watch.part(0.0, 0.4, FIRST).progress(0.5, "Step 2 of 4")
    watch.part(0.4, 1.0).progress(0.5, "Step 2 of 4")
    assert heard == [(0.2, "The original again: step 2 of 4"), (0.7, "Step 2 of 4")]


@pytest.mark.slow
def test_a_wish_is_refused_where_it_cannot_be_honoured(studio: Studio, spring: Usage) -> None:
    board = a_board(studio, spring, locked=("set",))
    with pytest.raises(CommandRefused, match="no picture that may be changed"):
        studio.changes.edit_region(board, "a", 1, "coat", "navy", by="Ada")
    made = drafted(studio, board)
    with pytest.raises(CommandRefused, match="There is no part 'umbrella'"):
        studio.changes.edit_region(board, "a", 1, "umbrella", "red", by="Ada")
    with pytest.raises(CommandRefused, match="locked"):
        studio.changes.edit_region(board, "a", 1, "background", "a beach", by="Ada")
    with pytest.raises(CommandRefused, match="A blocked picture cannot show that"):
        studio.changes.edit_region(board, "a", 1, "coat", "more drama please", by="Ada")
    with pytest.raises(CommandRefused, match="must be cast"):
        studio.changes.edit_region(board, "a", 1, "face", "make it Noor Haddad", by="Ada")
    with pytest.raises(BadInput, match="empty"):
        studio.changes.edit_region(board, "a", 1, "coat", "  ", by="Ada")

    edited = studio.changes.edit_region(board, "a", 1, "coat", "navy", by="Ada")
    request = small(studio, edited)
    elsewhere = request.model_copy(update={"board": BoardId("board-y")})
    with pytest.raises(NotAllowed, match="another board"):
        clean(studio, elsewhere)
    studio.owner.drafts.quarantine([made.id], "withdrawn")
    with pytest.raises(NotAllowed, match="may no longer be used"):
        clean(studio, request)


@pytest.mark.slow
def test_a_wish_about_a_part_is_told_before_it_is_done(studio: Studio, spring: Usage) -> None:
    board = a_board(studio, spring)
    drafted(studio, board)
    plan = studio.changes.plan_region(board, "a", 1, "face", "a slight smile")
    assert (plan.part, plan.line) == ("face", "shot 1: expression becomes slight smile")
    assert studio.board(board.id) == board
    done = studio.changes.edit_region(board, "a", 1, plan.part, plan.words, by="Ada").panel("a").now
    assert (done.shot.expression, done.shot.pose) == ("slight smile", "standing")
    shoes = studio.changes.plan_region(board, "a", 1, "loafers", "black")
    assert shoes.line == "shot 1: loafers becomes black loafers"


@pytest.mark.slow
def test_a_variation_keeps_what_is_locked_and_says_when_all_is(
    studio: Studio, spring: Usage
) -> None:
    board = a_board(studio, spring, locked=("pose", "framing", "lens"))
    varied = studio.changes.vary(board, "a", 1, "strong", by="Ada")
    now, before = varied.panel("a").now, board.panel("a").now
    assert (now.number, now.parent) == (2, 1)
    assert (now.shot.pose, now.shot.garments) == (before.shot.pose, before.shot.garments)
    assert now.shot != before.shot
    every = ("pose", "angle", "expression", "framing", "lens")
    shut = a_board(studio, spring, "board-z", locked=every)
    drafted(studio, shut)
    with pytest.raises(CommandRefused, match="locked"):
        studio.changes.vary(shut, "a", 1, "subtle", by="Ada")


def test_three_variations_are_three_versions_from_one_and_all_are_asked_for(
    studio: Studio, spring: Usage
) -> None:
    board = a_board(studio, spring, locked=("framing",))
    proposal = studio.propose(board, "three variations of shot 1")
    done = studio.apply(board, proposal, by="Ada")
    panel, was = done.panel("a"), board.panel("a").now.shot
    made = panel.versions[1:]
    assert [(v.number, v.parent) for v in made] == [(2, 1), (3, 1), (4, 1)]
    assert panel.current == 2
    assert len({v.shot.model_copy(update={"no": 1}).model_dump_json() for v in made}) == 3
    assert all(v.shot != was and v.shot.framing == was.framing for v in made)
    asked = studio.draft(done, ("a",), by="Ada", since=board)
    assert [(one.version, one.state) for one in asked] == [(n, "queued") for n in (2, 3, 4)]
    assert studio.undo(done, by="Ada").panel("a").versions == board.panel("a").versions


def test_a_shot_that_is_mostly_locked_promises_no_more_variations_than_it_has(
    studio: Studio, spring: Usage
) -> None:
    board = a_board(studio, spring, locked=("pose", "angle", "framing", "lens"))
    proposal = studio.propose(board, "six variations of shot 1")
    panel = studio.apply(board, proposal, by="Ada").panel("a")
    made = len(panel.versions) - 1
    assert 1 <= made < 6
    said = "A variation" if made == 1 else f"{made} variations"
    assert proposal.lines[0] == f"{said} of shot 1"


def test_a_region_is_where_the_part_was_and_where_it_is_now_without_what_is_kept() -> None:
    def maps(rows: bytes, *legend: str) -> Maps:
        return Maps(4, 1, bytes(16), bytes(12), rows, legend)

    before = maps(bytes([0, 1, 2, 0]), "sky", "camel coat", "face")
    after = maps(bytes([0, 0, 2, 1]), "sky", "navy coat", "face")
    wish = PartWish(part="camel coat", words="navy")
    edits = PartEdits(original="d" * 64, wishes=(wish,))
    assert region_edits(edits, before, after)[0].mask.alpha == bytes([0, 255, 0, 255])
    everything = PartEdits(
        original="d" * 64, wishes=(PartWish(part=WHOLE, words="varied"),), kept=("face",)
    )
    assert region_edits(everything, before, after)[0].mask.alpha == bytes([255, 255, 0, 255])


def test_a_request_without_edits_keeps_the_name_it_always_had(
    studio: Studio, spring: Usage
) -> None:
    board = a_board(studio, spring)
    request = small(studio, board)
    assert "edits" not in request.model_dump_json()
    assert DraftRequest.model_validate_json(request.model_dump_json()) == request
