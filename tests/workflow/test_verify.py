"""What Verify says of our own exports, of altered copies, and to whom."""

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from builders_drawn import a_drawn_board, a_studio, spring_use
from PIL import Image

from toile import bootstrap
from toile.bootstrap.keys import retire, rotate
from toile.domain.board import Board
from toile.domain.marking import MarkReading
from toile.settings import Settings
from toile.workflow.ports import Marker
from toile.workflow.studio import Studio
from toile.workflow.verified import ELSEWHERE

pytestmark = pytest.mark.slow
PEOPLE = """
people:
  - {id: rae@example.com, name: Rae, brands: [maison-orel], roles: [reviewer]}
  - {id: kit@example.com, name: Kit, brands: [rival], roles: [director, admin]}
  - {id: imani@example.com, name: Imani, roles: [owner], twins: [twin-imani]}
"""


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(home=tmp_path_factory.mktemp("verify") / "home")


@pytest.fixture(scope="module")
def studio(settings: Settings) -> Studio:
    return a_studio(settings)


@pytest.fixture(scope="module")
def drawn_board(studio: Studio) -> Board:
    """One drawing for all: looking at it changes nothing, and the last test withdraws it."""
    return a_drawn_board(studio, spring_use())


Alter = Callable[[Image.Image], Image.Image]


def the_file(studio: Studio, board: Board) -> bytes:
    (line,) = studio.drafts(board)
    return studio.picture(line.id, "full")[0]


def saved_again(data: bytes, kind: str, alter: Alter = lambda p: p, **options: int) -> bytes:
    buffer = io.BytesIO()
    alter(Image.open(io.BytesIO(data)).convert("RGB")).save(buffer, kind, **options)
    return buffer.getvalue()


def test_the_original_is_told_whole(studio: Studio, drawn_board: Board) -> None:
    verified = studio.verify(the_file(studio, drawn_board))
    (found,) = verified.finds
    assert verified.sentence == (
        "Yes. This is our draft of Imani Okafor, and not one byte of it was changed."
    )
    assert (found.shot, found.version, found.brand) == ("Walking a", 1, "maison-orel")
    assert (found.licences, found.evidence) == (("lic-imani-orel-2026",), "signed")
    assert (found.changed, found.wrong_by_chance < 1e-6) == ((), True)
    assert [(use.what, use.outcome.yes) for use in found.uses] == [
        ("Show it to people outside", True),
        ("Publish it", True),
    ]
    assert {(cell.territory, cell.answer) for cell in found.cells} == {("DE", "yes"), ("FR", "yes")}


class YearsLater:
    """The studio's own marker once the certificate in a file has run out, whoever's it was."""

    def __init__(self, marker: Marker, signed: bytes) -> None:
        self._marker = marker
        self._credential = marker.read(signed).manifest

    def __getattr__(self, name: str) -> Any:
        return getattr(self._marker, name)

    def read(self, data: bytes, issued: Sequence[int] = ()) -> MarkReading:
        assert self._credential is not None
        expired = self._credential.model_copy(update={"state": "expired"})
        return self._marker.read(data, issued).model_copy(update={"manifest": expired})


def test_an_original_whose_certificate_has_run_out_is_not_called_altered(
    studio: Studio, drawn_board: Board
) -> None:
    file = the_file(studio, drawn_board)
    verify = replace(studio.verifies, marker=YearsLater(studio.verifies.marker, file))
    verified = verify(file)
    (found,) = verified.finds
    assert verified.sentence == (
        "Yes. This is our draft of Imani Okafor, and not one byte of it was changed."
    )
    assert (found.evidence, found.changed) == ("signature out of date", ())


def test_what_somebody_altered_and_signed_with_a_dead_certificate_is_called_altered(
    studio: Studio, drawn_board: Board
) -> None:
    file = the_file(studio, drawn_board)
    verify = replace(studio.verifies, marker=YearsLater(studio.verifies.marker, file))
    verified = verify(saved_again(file, "JPEG", quality=92))
    (found,) = verified.finds
    assert verified.sentence == (
        "Yes. This is our draft of Imani Okafor, and the file was altered since."
    )
    assert (found.evidence, found.unchanged) == ("signature broken", False)
    assert found.changed == ("Saved again as JPEG at quality 92",)


@pytest.mark.parametrize(("form", "places"), [
    ("pdf", ("page 1", "page 2")), ("pptx", ("slide 1, slide 2",)),
    ("zip", ("shot-001-v1.jpg",)), ("contact", ("page 1",)),
])  # fmt: skip
def test_our_own_exports_say_where_the_draft_is(
    studio: Studio, drawn_board: Board, form: str, places: tuple[str, ...]
) -> None:
    export = studio.export(drawn_board, form, by="Ada")
    (found,) = studio.verify(export.file.read()).finds
    assert (found.places, found.evidence) == (places, "signed")


@pytest.mark.parametrize(("alter", "said"), [
    (lambda p: p, ()),
    (lambda p: p.resize((432, 576)), ("Made larger, to 150% of its size",)),
    (lambda p: p.crop((0, 0, 288, 288)), ("Cropped: at most 75% of it is left",)),
    (lambda p: p.transpose(Image.Transpose.FLIP_LEFT_RIGHT), ("Mirrored",)),
])  # fmt: skip
def test_an_altered_copy_says_what_was_done_and_the_kept_credential_answers(
    studio: Studio, drawn_board: Board, alter: Alter, said: tuple[str, ...]
) -> None:
    copy = saved_again(the_file(studio, drawn_board), "JPEG", alter, quality=80)
    verified = studio.verify(copy)
    (found,) = verified.finds
    assert "the file was altered" in verified.sentence
    assert found.changed == (*said, "Saved again as JPEG at quality 80")
    kept = next(check for check in found.checks if check.what == "Kept credential")
    assert kept.good
    assert kept.say.startswith("We kept the one signed on ")


@pytest.mark.parametrize("kind", ["GIF", "TIFF", "BMP"])
def test_kinds_that_carry_no_credential_lead_home_by_the_kept_one(
    studio: Studio, drawn_board: Board, kind: str
) -> None:
    (found,) = studio.verify(saved_again(the_file(studio, drawn_board), kind)).finds
    assert found.evidence == "signature missing"
    assert any(check.what == "Kept credential" for check in found.checks)


def test_a_page_with_a_strangers_picture_and_ours_names_only_ours(
    studio: Studio, drawn_board: Board
) -> None:
    page = Image.new("RGB", (900, 500), "white")
    page.paste(Image.effect_mandelbrot((288, 384), (-2, -1, 1, 1), 90).convert("RGB"), (20, 40))
    page.paste(Image.open(io.BytesIO(the_file(studio, drawn_board))), (560, 40))
    buffer = io.BytesIO()
    page.save(buffer, "PNG")
    (found,) = studio.verify(buffer.getvalue()).finds
    assert found.shot == "Walking a"


def test_a_strangers_picture_is_not_ours_and_says_so_plainly(studio: Studio) -> None:
    stranger = Image.effect_mandelbrot((400, 500), (-2, -1, 1, 1), 90).convert("RGB")
    buffer = io.BytesIO()
    stranger.save(buffer, "PNG")
    verified = studio.verify(buffer.getvalue())
    assert (verified.ours, verified.finds) == (False, ())
    assert not any(check.good for check in verified.checks)


def test_people_without_the_right_are_told_only_that_it_is_ours(
    studio: Studio, drawn_board: Board, settings: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "people.yaml"
    file.write_text(PEOPLE, encoding="utf-8")
    desks = bootstrap.desks(settings.model_copy(update={"people": file}))
    data = the_file(studio, drawn_board)

    told = desks.desk("kit@example.com").verify(data)
    assert (told.ours, told.sentence, told.finds, told.elsewhere) == (True, ELSEWHERE, (), 1)
    said = told.model_dump_json()
    for secret in ("Imani", "maison", "Walking", "lic-", drawn_board.id):
        assert secret not in said

    for login in ("rae@example.com", "imani@example.com"):
        assert desks.desk(login).verify(data).finds[0].twins == ("Imani Okafor",)


def test_drafts_of_a_rotated_key_verify_and_those_of_a_retired_one_are_not_relied_on(
    studio: Studio, drawn_board: Board, settings: Settings
) -> None:
    data = the_file(studio, drawn_board)
    copy = saved_again(data, "JPEG", quality=80)
    rotate(settings)
    (found,) = bootstrap.studio(settings).verify(copy).finds
    assert not found.forgeable
    retire(settings, 1)
    verified = bootstrap.studio(settings).verify(copy)
    assert verified.finds[0].forgeable
    assert "others may hold that key" in verified.sentence
    (whole,) = bootstrap.studio(settings).verify(data).finds
    assert (whole.evidence, whole.forgeable) == ("signed", False)


def test_a_withdrawn_draft_may_be_used_for_nothing_today(
    studio: Studio, drawn_board: Board
) -> None:
    data = the_file(studio, drawn_board)
    studio.owner.revoke("lic-imani-orel-2026", by="Imani")
    (found,) = studio.verify(data).finds
    assert found.may.startswith("It may not be used.")
    assert (found.uses, found.cells) == ((), ())
    assert found.licences == ("lic-imani-orel-2026",)
