"""A model is loaded once for all who wait, and given up between its networks when nobody does."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import builders_tiny_pipelines as tiny
import diffusers
import pytest
import transformers
from builders_drawn import NOW, a_shot, a_studio, spring_use
from builders_own_model import NAME, brought_in

from toile.bootstrap import painting as bootstrap_painting
from toile.bootstrap.shared import Shared
from toile.domain.board import Board
from toile.domain.drafts import DraftRequest
from toile.domain.errors import Cancelled
from toile.domain.ids import BoardId, BrandId
from toile.domain.painting import NoPainter
from toile.settings import Settings
from toile.workflow.studio import Studio

NEVER: Callable[[], bool] = lambda: False  # noqa: E731


def until(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < ends
        time.sleep(0.01)


def test_drafts_side_by_side_are_given_one_model_loaded_once() -> None:
    made: list[object] = []

    def load(_: Callable[[], bool]) -> object:
        time.sleep(0.05)
        made.append(object())
        return made[-1]

    model = Shared(load)
    with ThreadPoolExecutor(8) as pool:
        given = [one.result() for one in [pool.submit(model, NEVER) for _ in range(8)]]
    assert len(made) == 1
    assert set(given) == set(made)


def test_who_is_stopped_leaves_at_once_and_the_load_goes_on_for_the_others() -> None:
    go, stop, given_up = Event(), Event(), list[bool]()

    def load(nobody_waits: Callable[[], bool]) -> str:
        go.wait(20)
        given_up.append(nobody_waits())
        return "model"

    model = Shared(load)
    with ThreadPoolExecutor(2) as pool:
        one, other = pool.submit(model, stop.is_set), pool.submit(model, NEVER)
        stop.set()
        with pytest.raises(Cancelled, match="while the model was loading"):
            one.result(5)
        assert not other.done()
        go.set()
        assert other.result(5) == "model"
    assert given_up == [False]


def test_a_load_that_nobody_waits_for_is_given_up_and_the_next_to_ask_begins_it_anew() -> None:
    stop, left, came, begun = Event(), Event(), Event(), list[int]()

    def load(nobody_waits: Callable[[], bool]) -> str:
        begun.append(1)
        if len(begun) == 1:
            stop.set()
            until(nobody_waits)
            left.set()
            came.wait(20)
            raise Cancelled("given up")
        return "model"

    model = Shared(load)
    with pytest.raises(Cancelled):
        model(stop.is_set)
    assert left.wait(20)
    # Also for one who comes in the very moment: the load before is nothing to wait for.
    with ThreadPoolExecutor(1) as pool:
        late = pool.submit(model, NEVER)
        until(lambda: model._waiting == 1)
        came.set()
        assert late.result(20) == "model"
    assert len(begun) == 2


def test_what_was_loaded_all_the_same_is_kept_and_a_fault_or_a_refusal_is_not() -> None:
    stop, answers = Event(), [ValueError("no room"), NoPainter(reason="no", hint=""), "model"]

    def load(_: Callable[[], bool]) -> Any:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    model: Shared[Any] = Shared(load, keeps=lambda made: not isinstance(made, NoPainter))
    with pytest.raises(ValueError, match="no room"):
        model(NEVER)
    assert isinstance(model(NEVER), NoPainter)
    assert model(NEVER) == "model"
    assert model(stop.is_set) == "model"
    assert answers == []


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    models = brought_in(
        tmp_path, tiny.klein_base(), "steps = 2\nconfig = { text_layers = [1, 2, 3] }"
    )
    return Settings(home=tmp_path / "home", models_dir=models, painter=NAME, device="cpu")


def test_a_model_is_given_up_between_two_of_its_networks(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    libraries: tuple[Any, ...] = (diffusers.ModelMixin, transformers.PreTrainedModel)
    for kind in libraries:
        own = kind.from_pretrained.__func__

        def noted(made: Any, /, *place: Any, _own: Any = own, **how: Any) -> Any:
            loaded.append(made.__name__)
            return _own(made, *place, **how)

        monkeypatch.setattr(kind, "from_pretrained", classmethod(noted))
    with pytest.raises(Cancelled, match="nobody waits for it"):
        bootstrap_painting.painter(settings, stopped=lambda: len(loaded) == 1)
    assert len(loaded) == 1
    assert not isinstance(bootstrap_painting.painter(settings), NoPainter)
    assert len(loaded) == 4, loaded


@pytest.mark.slow
def test_a_draft_cancelled_while_the_model_loads_ends_at_once_with_nothing_drawn_or_recorded(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    loading, let_go = Event(), Event()
    real = bootstrap_painting.painter

    def slow(*given: Any, **how: Any) -> Any:
        loading.set()
        let_go.wait(30)
        return real(*given, **how)

    monkeypatch.setattr(bootstrap_painting, "painter", slow)
    studio = a_studio(settings)
    request = a_request_of(studio)
    with ThreadPoolExecutor(1) as pool:
        drawing = pool.submit(studio.draft_shot, request)
        assert loading.wait(60)
        studio.asks.jobs.cancel(request.id)
        with pytest.raises(Cancelled):
            drawing.result(10)
        # Only now: the load itself had not ended when the draft did.
        assert not let_go.is_set()
        let_go.set()
    assert studio.draft_shot.drafts.draft(request.id) is None
    assert studio.draft_shot.ledger.entries() == ()
    assert not (settings.folder / "painting-memory.json").exists()
    monkeypatch.setattr(bootstrap_painting, "painter", real)
    again = request.model_copy(update={"seed": request.seed + 1})
    studio.asks.jobs.submit(again)
    assert studio.draft_shot(again) is not None


def a_request_of(studio: Studio) -> DraftRequest:
    board = Board(
        id=BoardId("board-x"),
        title="Autumn",
        brand=BrandId("maison-orel"),
        usage=spring_use(),
        panels=(a_shot("a", 1),),
        at=NOW,
    )
    studio.review.boards.save(board)
    request = studio.asks.request(board, board.panels[0], "Ada")
    assert isinstance(request, DraftRequest)
    small = request.model_copy(update={"width": 288, "height": 384, "quality": "preview"})
    studio.asks.jobs.submit(small)
    return small
