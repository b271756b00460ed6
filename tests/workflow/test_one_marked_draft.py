"""A yes, all the way: blocked, marked, signed, kept, shown, verified, released, withdrawn."""

import io
import logging
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from builders_drawn import a_studio
from PIL import Image

from toile import bootstrap
from toile.adapters.marks.search import raw_pixels_in, unmarked_images_in
from toile.adapters.provenance.development_keys import development_credentials
from toile.domain.board import Board, Panel, Version
from toile.domain.brief import Usage
from toile.domain.drafts import Draft, DraftRequest
from toile.domain.errors import Cancelled, MarkFailed, NotAllowed, SettingMissing
from toile.domain.ids import BoardId, BrandId, ShotId, TwinId
from toile.domain.shots import Shot
from toile.settings import Settings
from toile.workflow.studio import Studio

pytestmark = pytest.mark.slow
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
PICTURE_STARTS = (b"\xff\xd8\xff", b"\x89PNG", b"RIFF", b"GIF8", b"BM6")


def a_board(studio: Studio, usage: Usage) -> Board:
    shot = Shot(
        id=ShotId("a"),
        title="Walking towards us",
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
    board = Board(
        id=BoardId("board-x"),
        title="Autumn",
        brand=BrandId("maison-orel"),
        usage=usage,
        panels=(Panel(id=shot.id, versions=(version,), current=1),),
        at=NOW,
    )
    studio.review.boards.save(board)
    return board


def a_small_request(studio: Studio, board: Board) -> DraftRequest:
    """Return the board's own request at a size that renders in seconds."""
    asked = studio.asks.request(board, board.panel("a"), "Ada")
    assert isinstance(asked, DraftRequest)
    return asked.model_copy(update={"width": 288, "height": 384, "quality": "preview"})


@pytest.fixture
def drafted(studio: Studio, spring: Usage) -> tuple[Board, Draft]:
    board = a_board(studio, spring)
    request = a_small_request(studio, board)
    studio.asks.jobs.submit(request)
    made = studio.draft_shot(request)
    assert made is not None
    return board, made


def test_a_yes_is_one_picture_that_can_be_verified_shown_and_released(
    studio: Studio, settings: Settings, drafted: tuple[Board, Draft]
) -> None:
    board, draft = drafted
    data, mime = studio.picture(draft.id, "full")
    assert (mime, Image.open(io.BytesIO(data)).size) == ("image/jpeg", (288, 384))

    (found,) = studio.verify(data).finds
    assert (found.evidence, found.twins, found.changed) == ("signed", ("Imani Okafor",), ())

    again = studio.draft_shot(draft.request)
    assert again == draft
    assert [e.fact.what for e in studio.draft_shot.ledger.entries()] == ["drafted"]

    export = studio.export(board, "zip", by="Ada")
    assert (export.shots, export.left_out) == (1, ())
    assert [e.fact.what for e in studio.draft_shot.ledger.entries()] == ["drafted", "exported"]

    gone = studio.owner.revoke("lic-imani-orel-2026", by="Imani")
    assert [use.draft for use in gone.live] == [draft.id]
    by = gone.live[0].take_down_by
    assert by is not None
    assert by - gone.live[0].left_on > timedelta(hours=71)
    with pytest.raises(NotAllowed, match="may no longer be shown"):
        studio.picture(draft.id, "preview")
    left = studio.export(board, "zip", by="Ada")
    assert left.shots == 0
    assert "revoked" in left.left_out[0]

    assert studio.offers.delete_drafts("lic-imani-orel-2026", by="Imani") == 1
    assert not any(_is_picture(path) for path in _files(settings.folder))
    assert studio.draft_shot.ledger.entries()[-1].fact.what == "deleted"


def test_a_draft_wears_the_marks_of_its_brand_or_is_not_drawn(
    settings: Settings, tmp_path: Path, spring: Usage
) -> None:
    file = tmp_path / "marks.yaml"
    file.write_text("marks: {maison-orel: {opacity: 0}}", encoding="utf-8")
    studio = a_studio(settings.model_copy(update={"brand_marks": file}))
    request = a_small_request(studio, a_board(studio, spring))
    studio.asks.jobs.submit(request)
    with pytest.raises(SettingMissing, match=r"maison-orel\.opacity"):
        studio.draft_shot(request)
    assert not any(_is_picture(path) for path in _files(settings.folder))

    file.write_text("marks: {maison-orel: {opacity: 0.9}}", encoding="utf-8")
    made = studio.draft_shot(request)
    assert made is not None
    loud, _ = studio.picture(made.id, "full")
    shades = np.asarray(Image.open(io.BytesIO(loud)).convert("L"))
    assert (shades[:90] < 60).mean() > 0.01, "black letters on the grey seamless"


def test_a_screenshot_without_any_metadata_still_leads_home(
    studio: Studio, drafted: tuple[Board, Draft]
) -> None:
    _, draft = drafted
    data, _ = studio.picture(draft.id, "full")
    shot = io.BytesIO()
    Image.open(io.BytesIO(data)).convert("RGB").save(shot, "JPEG", quality=70)
    (found,) = studio.verify(shot.getvalue()).finds
    assert (found.draft, found.evidence) == (draft.id, "signature missing")


def test_every_picture_in_the_data_folder_carries_its_mark(
    studio: Studio, settings: Settings, drafted: tuple[Board, Draft]
) -> None:
    _, draft = drafted
    marker = bootstrap.marker(settings)
    pictures = [path for path in _files(settings.folder) if _is_picture(path)]
    assert len(pictures) == 3
    for path in pictures:
        reading = marker.read(path.read_bytes(), (draft.image.mark_id,))
        assert reading.mark_id == draft.image.mark_id, path
        assert reading.manifest is not None
        assert reading.manifest.state == "trusted"


def the_clean_picture(studio: Studio, draft: Draft) -> np.ndarray:
    clean = studio.draft_shot.pictures.blocks.renderer.render(
        studio.draft_shot.pictures.blocks(draft.request),
        size=(288, 384),
        quality="preview",
        style=draft.request.style,
        progress=lambda share, say: None,
        stopped=lambda: False,
    )
    return np.frombuffer(clean.rgb, np.uint8).reshape(384, 288, 3)


def test_after_a_whole_run_no_file_database_cache_or_log_holds_the_clean_pixels(
    settings: Settings,
    spring: Usage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """From the brand's book to the exports, with all that is written beside the records."""
    beside = tmp_path / "beside"
    beside.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(beside))
    for name in ("TMPDIR", "HOME", "XDG_CACHE_HOME", "NUMBA_CACHE_DIR", "MPLCONFIGDIR"):
        monkeypatch.setenv(name, str(beside))
    caplog.set_level(logging.DEBUG)
    studio = a_studio(settings)
    studio.add_guideline(b"# Light\n\nWe shoot in window light.\n", "book.md", "maison-orel")
    board = a_board(studio, spring)
    request = a_small_request(studio, board)
    studio.asks.jobs.submit(request)
    draft = studio.draft_shot(request)
    assert draft is not None
    studio.ask_guideline("Which light do we shoot in?", "maison-orel")
    full, _ = studio.picture(draft.id, "full")
    studio.picture(draft.id, "preview")
    for form in ("pdf", "contact", "pptx", "zip"):
        (beside / f"board.{form}").write_bytes(studio.export(board, form, by="Ada").file.read())
    assert studio.verify(full).ours
    (beside / "studio.log").write_text(caplog.text, encoding="utf-8")

    clean = the_clean_picture(studio, draft)
    marked = np.asarray(Image.open(io.BytesIO(full)).convert("RGB"))
    assert any(path.suffix in (".sqlite3", ".db") for path in _files(settings.folder))
    for folder in (settings.folder, beside):
        assert raw_pixels_in(folder, clean) == ()
        assert unmarked_images_in(folder, clean, marked) == ()
    np.save(beside / "leak.npy", clean)
    assert [leak.path.name for leak in raw_pixels_in(beside, clean)] == ["leak.npy"]


def test_under_a_certificate_that_ran_out_nothing_is_drawn(
    tmp_path: Path, spring: Usage, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = tmp_path / "keys"
    development_credentials(keys, studio="Nord", now=datetime(2010, 1, 1, tzinfo=UTC))
    settings = Settings(
        home=tmp_path / "home", signing_chain=keys / "chain.pem", signing_key=keys / "key.pem"
    )
    studio = a_studio(settings)
    request = a_small_request(studio, a_board(studio, spring))
    studio.asks.jobs.submit(request)

    def drawn(*_: object) -> None:
        raise AssertionError("it was drawn")

    monkeypatch.setattr(type(studio.draft_shot.pictures), "__call__", drawn)
    with pytest.raises(MarkFailed, match=r"ran out on .*so nothing can be drafted"):
        studio.draft_shot(request)
    assert [path for path in (settings.folder / "images").rglob("*") if path.is_file()] == []


def test_a_stopped_draft_leaves_nothing(studio: Studio, settings: Settings, spring: Usage) -> None:
    board = a_board(studio, spring)
    request = a_small_request(studio, board)
    studio.asks.jobs.submit(request)
    studio.cancel(request.id)
    with pytest.raises(Cancelled):
        studio.draft_shot(request)
    assert not any(_is_picture(path) for path in _files(settings.folder))


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _is_picture(path: Path) -> bool:
    return path.read_bytes()[:4].startswith(PICTURE_STARTS)


def test_a_storyboard_page_names_the_draft_on_it(
    studio: Studio, drafted: tuple[Board, Draft]
) -> None:
    board, draft = drafted
    found = studio.verify(studio.export(board, "pdf", by="Ada").file.read())
    assert [one.draft for one in found.finds] == [draft.id]


def test_a_picture_without_the_label_owed_by_now_stays_in_the_house(
    studio: Studio, drafted: tuple[Board, Draft]
) -> None:
    board, draft = drafted
    assert (draft.image.disclosure or "").startswith("KI-generiert · Généré par IA")
    swedish = replace(studio.releases, languages=lambda _: ("sv",))
    export = swedish(board, "zip", by="Ada")
    assert export.shots == 0
    assert "label" in export.left_out[0]


@pytest.mark.parametrize(
    "wider",
    [{"territories": ("DE", "US")}, {"media": ("digital.social.paid",)}, {"territories": None}],
)
def test_a_board_widened_after_drafting_is_not_released_on_the_old_yes(
    studio: Studio, drafted: tuple[Board, Draft], wider: dict[str, object]
) -> None:
    board, _ = drafted
    usage = board.usage.model_copy(update=wider)
    export = studio.export(board.model_copy(update={"usage": usage}), "zip", by="Ada")
    assert export.shots == 0
    assert len(export.left_out) == 1
