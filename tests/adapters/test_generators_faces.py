"""Faces read for a likeness: who looks at the camera is measured, nobody else scored low."""

import hashlib
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from builders_tiny_faces import a_portrait, tiny_finder, tiny_reader

from toile.adapters.generators.faces import OnnxFaces, turned
from toile.adapters.generators.likeness import FaceScorer
from toile.bootstrap import painting as bootstrap_painting
from toile.domain.errors import BadInput
from toile.domain.ids import TwinId
from toile.settings import Settings

ADA = TwinId("ada")
ROSE, UMBER = (214, 150, 130), (80, 60, 140)
LIST = """
[[model]]
name = "house-finder"
title = "House finder"
family = "house faces"
part = "finder"
source = "house/finder"
file = "finder.onnx"
licence = "our own"
commercial = true
size_gb = 0.0
checked = {{ on = 2026-11-28, by = "Ada", where = "made here" }}

[[model]]
name = "house-reader"
title = "House reader"
family = "house faces"
part = "face"
source = "house/reader"
file = "reader.onnx"
sha256 = "{hash}"
licence = "{licence}"
commercial = {commercial}
size_gb = 0.0
checked = {{ on = 2026-11-28, by = "Ada", where = "made here" }}
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    place = tmp_path_factory.mktemp("faces")
    return tiny_finder(place / "finder.onnx"), tiny_reader(place / "reader.onnx")


@pytest.fixture(scope="module")
def faces(files: tuple[Path, Path]) -> OnnxFaces:
    return OnnxFaces(*files)


def test_every_face_that_looks_at_the_camera_gives_one_vector(faces: OnnxFaces) -> None:
    assert faces(a_portrait()) == []
    assert [one.shape for one in faces(a_portrait(ROSE, UMBER))] == [(48,), (48,)]


def test_a_face_turned_away_or_too_small_is_not_scored_low_but_not_at_all(
    faces: OnnxFaces,
) -> None:
    scorer = FaceScorer("tiny", faces)
    for kind in ("turned", "small"):
        found = scorer.score(a_portrait(ROSE, kind=kind), ADA, [a_portrait(ROSE)])
        assert (kind, found.score) == (kind, None)
        assert "no face in the picture" in found.because


def test_the_twin_is_nearer_to_her_own_pictures_than_another_is(faces: OnnxFaces) -> None:
    scorer = FaceScorer("tiny", faces)
    same = scorer.score(a_portrait(ROSE), ADA, [a_portrait(ROSE)]).score
    other = scorer.score(a_portrait(UMBER), ADA, [a_portrait(ROSE)]).score
    beside = scorer.score(a_portrait(UMBER, ROSE), ADA, [a_portrait(ROSE)]).score
    assert same is not None
    assert other is not None
    assert same == beside == pytest.approx(1, abs=0.01)
    assert other < 0.8


def test_a_turn_is_measured_along_the_line_of_the_eyes_however_the_head_tilts() -> None:
    straight = np.array([[-10, 0], [10, 0], [0, 12], [-7, 22], [7, 22]], np.float32)
    aside = straight + np.array([[0, 0], [0, 0], [12, 0], [0, 0], [0, 0]], np.float32)
    angle = np.radians(30)
    tilt = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]], np.float32)
    assert turned(straight @ tilt.T) == pytest.approx(0, abs=1e-5)
    assert turned(aside @ tilt.T) == pytest.approx(0.6, abs=1e-5)
    assert turned(straight * 0) == float("inf")


def test_what_is_no_face_model_is_told_in_a_sentence(files: tuple[Path, Path]) -> None:
    files[0].with_name("words.onnx").write_text("not a network")
    with pytest.raises(BadInput, match=r"words\.onnx cannot be opened"):
        OnnxFaces(files[0], files[0].with_name("words.onnx"))


def a_studio(
    files: tuple[Path, Path], home: Path, *, commercial: bool = True, sha256: str = ""
) -> Settings:
    settings = Settings(home=home, face_reader="house-reader")
    folder = home / "models"
    folder.mkdir(parents=True)
    (folder / "models.toml").write_text(
        LIST.format(
            hash=sha256 or hashlib.sha256(files[1].read_bytes()).hexdigest(),
            licence="our own" if commercial else "research only",
            commercial=str(commercial).lower(),
        )
    )
    weights = bootstrap_painting.model_folder(settings)
    for name in ("house-finder", "house-reader"):
        weights.pull(name, on=date(2026, 11, 28), by="Ada", start=files[0].parent)
    return settings


def test_a_listed_and_pinned_face_reader_is_set_by_its_name(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    files[0].with_name("words.onnx").unlink(missing_ok=True)
    scorer = bootstrap_painting.likeness_scorer(a_studio(files, tmp_path))
    found = scorer.score(a_portrait(ROSE), ADA, [a_portrait(ROSE)])
    assert found.score == pytest.approx(1, abs=0.01)
    assert found.scorer.startswith("House reader")


def test_no_draft_is_lost_for_want_of_a_face_reader_and_each_says_what_would_mend_it(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    def because(settings: Settings) -> str:
        scorer = bootstrap_painting.likeness_scorer(settings)
        return scorer.score(a_portrait(ROSE), ADA, [a_portrait(ROSE)]).because

    assert "TOILE_FACE_READER" in because(Settings(home=tmp_path))
    assert "toile models pull yunet" in because(Settings(home=tmp_path, face_reader="auraface"))
    assert "reads no faces" in because(Settings(home=tmp_path, face_reader="yunet"))
    assert "is on the list" in because(Settings(home=tmp_path, face_reader="nobody"))
    alone = a_studio(files, tmp_path / "alone")
    listed = alone.folder / "models" / "models.toml"
    listed.write_text(listed.read_text().replace('part = "finder"', 'part = "references"'))
    assert "nothing that finds faces" in because(alone)
    research = a_studio(files, tmp_path / "research", commercial=False)
    assert "research only" in because(research)


def test_another_file_than_the_one_whose_licence_was_read_is_not_let_in(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    with pytest.raises(BadInput, match="not the file whose licence was read"):
        a_studio(files, tmp_path, sha256="0" * 64)
