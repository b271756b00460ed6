"""Ways to paint faster: chosen by a setting, pulled when the model opens, and said when missing."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import builders_tiny_pipelines as tiny
import pytest
import torch
import torch._inductor.config as inductor
from builders_own_model import brought_in
from builders_tiny_pipelines import a_request, an_ability

from toile.adapters.generators import warming
from toile.adapters.generators.diffusers_flux2_klein import Flux2KleinFamily
from toile.adapters.generators.diffusers_painter import DiffusersPainter
from toile.adapters.generators.speed import Levers, levers_of, pull
from toile.adapters.generators.warming import warm
from toile.bootstrap import painting as bootstrap_painting
from toile.bootstrap.doctor import checkup
from toile.domain.errors import SettingMissing
from toile.domain.painting import NoPainter, Painted, PaintRequest
from toile.settings import Settings
from toile.workflow.ports import Painter


def klein() -> Flux2KleinFamily:
    ability = an_ability(images_together=4, maps=("blocked",), maps_together=1)
    return Flux2KleinFamily(tiny.klein_base(), ability, text_layers=(1, 2, 3), most_tokens=400)


def test_a_setting_names_levers_and_no_word_is_passed_over() -> None:
    assert levers_of("") == Levers()
    assert levers_of("channels-last, compiled,attention=native") == Levers(
        attention="native", compiled=True, channels_last=True
    )
    for wrong in ("fast", "attention", "compiled=yes", "compiled channels-last"):
        with pytest.raises(SettingMissing, match="TOILE_PAINTER_LEVERS cannot be used: levers are"):
            Settings(painter_levers=wrong)
    with pytest.raises(SettingMissing, match="names no lever"):
        levers_of(Settings(painter_levers="compiled, attention=fast").painter_levers)


def test_a_lever_that_this_machine_lacks_is_said_with_the_reason_and_the_rest_are_pulled() -> None:
    pulled = pull(klein(), Levers(attention="_flash_3", channels_last=True))
    assert [bool(one.why_not) for one in pulled] == [False, True]
    assert str(pulled[1]).startswith("attention _flash_3: not on this machine (")


def test_levers_of_this_machine_paint_the_same_picture() -> None:
    def painted(levers: Levers) -> bytes:
        family = klein()
        assert not any(one.why_not for one in pull(family, levers))
        made = DiffusersPainter(family).paint(
            [a_request(0, steps=2)],
            progress=lambda *_: None,
            stopped=lambda: False,
            preview=lambda *_: None,
        )
        return made[0].picture.rgb

    plain, pulled = painted(Levers()), painted(Levers(attention="native", channels_last=True))
    assert max(abs(one - other) for one, other in zip(plain, pulled, strict=True)) <= 2


@pytest.fixture
def models(tmp_path: Path) -> Path:
    return brought_in(tmp_path, tiny.klein_base(), "config = { text_layers = [1, 2, 3] }")


def test_the_first_picture_and_the_doctor_tell_of_a_lever_that_was_asked_for_in_vain(
    models: Path, tmp_path: Path
) -> None:
    settings = Settings(
        home=tmp_path,
        models_dir=models,
        painter="tiny-klein",
        device="cpu",
        painter_levers="attention=_flash_3, channels-last",
    )
    painter = bootstrap_painting.painter(settings)
    assert not isinstance(painter, NoPainter)
    told = said_of(painter, 0)
    assert "attention _flash_3: not on this machine" in told
    assert "channels last" not in told
    assert said_of(painter, 1) == ""
    (found,) = [one for one in checkup(settings) if one.about == "painting"]
    assert found.state == "advice"
    assert "It paints without attention _flash_3: not on this machine (" in found.say
    other = settings.model_copy(update={"painter_levers": "channels-last"})
    assert bootstrap_painting.levers_missed(other) == ()


def said_of(painter: Painter, place: int) -> str:
    made = painter.paint(
        [a_request(place, steps=2)],
        progress=lambda *_: None,
        stopped=lambda: False,
        preview=lambda *_: None,
    )
    return " ".join(said for said in made[0].facts.said if "on this machine" in said)


@pytest.fixture
def no_compiler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Take the compiler of compiled networks away: they fail when they first paint."""
    monkeypatch.setenv("TORCHINDUCTOR_CACHE_DIR", str(tmp_path / "compiled"))
    torch._dynamo.reset()
    with inductor.patch({"cpp.cxx": ("/no/such/compiler",)}):
        yield


@pytest.mark.usefixtures("no_compiler")
def test_blocks_that_cannot_be_compiled_paint_as_they_are_and_that_is_said_once() -> None:
    family, heard = klein(), list[tuple[str, ...]]()
    assert not any(one.why_not for one in pull(family, Levers(compiled=True)))
    painter = DiffusersPainter(family, noted=heard.append)
    told = said_of(painter, 0)
    assert told.startswith("compiled blocks: not on this machine (")
    assert "No working C++ compiler" in told
    assert said_of(painter, 1) == ""
    assert [len(missed) for missed in heard] == [0, 1]
    plain = DiffusersPainter(klein()).paint(
        [a_request(1, steps=2)],
        progress=lambda *_: None,
        stopped=lambda: False,
        preview=lambda *_: None,
    )
    again = painter.paint(
        [a_request(1, steps=2)],
        progress=lambda *_: None,
        stopped=lambda: False,
        preview=lambda *_: None,
    )
    assert again[0].picture == plain[0].picture


@pytest.mark.usefixtures("no_compiler")
def test_a_model_that_fails_to_compile_while_it_is_warmed_says_so_to_the_first_who_sees_a_picture(
    models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warming, "_SHAPES", (((64, 64), 1), ((64, 96), 2)))
    settings = Settings(
        home=tmp_path,
        models_dir=models,
        painter="tiny-klein",
        device="cpu",
        painter_levers="compiled",
    )
    painter = bootstrap_painting.painter(settings)
    assert not isinstance(painter, NoPainter)
    assert "compiled blocks: not on this machine" in said_of(painter, 0)
    assert said_of(painter, 1) == ""
    assert bootstrap_painting.levers_missed(settings)[0].startswith("compiled blocks: ")


def test_a_fault_that_no_lever_is_to_blame_for_is_not_painted_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    family, tried = klein(), list[int]()

    def fails(*_: Any) -> Any:
        tried.append(1)
        raise RuntimeError("a broken family")

    monkeypatch.setattr(family, "call", fails)
    with pytest.raises(RuntimeError, match="a broken family"):
        said_of(DiffusersPainter(family), 0)
    assert len(tried) == 1


class Noted:
    """The real painter; notes how many shots of which size it was asked for at once."""

    def __init__(self) -> None:
        self.inner = DiffusersPainter(klein())
        self.ability = self.inner.ability
        self.asked: list[tuple[int, tuple[int, int]]] = []

    def paint(self, requests: Sequence[PaintRequest], **how: Any) -> tuple[Painted, ...]:
        made = self.inner.paint(requests, **how)
        self.asked.append((made[0].facts.pack, made[0].facts.size))
        return made


def test_a_compiled_model_has_seen_two_sizes_and_two_packs_before_anybody_waits() -> None:
    painter = Noted()
    warm(painter)
    assert [pack for pack, _ in painter.asked] == [1, 2]
    assert len({size for _, size in painter.asked}) == 2


@pytest.mark.parametrize(("levers", "times"), [("", 0), ("channels-last", 0), ("compiled", 1)])
def test_only_a_model_that_is_compiled_is_warmed(
    models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, levers: str, times: int
) -> None:
    warmed: list[Painter] = []
    monkeypatch.setattr(warming, "warm", lambda painter, _: warmed.append(painter))
    settings = Settings(
        home=tmp_path, models_dir=models, painter="tiny-klein", device="cpu", painter_levers=levers
    )
    assert not isinstance(bootstrap_painting.painter(settings), NoPainter)
    assert len(warmed) == times


def test_drafts_stand_side_by_side_only_where_a_card_would_have_to_wait(models: Path) -> None:
    def together(**how: str) -> int:
        return bootstrap_painting.side_by_side(Settings(models_dir=models, **how))

    assert together(painter="tiny-klein", device="cpu") == 1
    assert together(painter="tiny-klein", painter_url="http://127.0.0.1:9", device="cpu") == 8
    assert together(device="cpu") == 1
