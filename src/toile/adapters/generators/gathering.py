"""Many callers, one card: shots that wait and have equal shape are painted in one call.

One thread talks to the card and to nothing else. Progress, previews and their marks, and asking
whether a draft was stopped happen in each caller's own thread, so that the card never waits for
them; so does all that a caller does with its picture while the next pack is painted.
"""

import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Condition, Lock

from toile.adapters.generators.pace import Pace
from toile.domain.errors import Cancelled
from toile.domain.painting import GeneratorAbility, Painted, PaintRequest, pack_key
from toile.domain.pictures import Picture
from toile.workflow.ports import Painter, Preview, Progress, Stopped

# Which class a shot waits in, interactive before batch, and its turn there; the lowest goes first.
Turn = tuple[int, int]
# A caller wakes for news; it only looks by itself to see whether its draft was stopped meanwhile.
_LOOK = 0.2
# How much of a picture's painting its caller may spend on marking previews: a picture that is done
# must not wait for the mark of one that is not.
_PREVIEWS = 0.5


@dataclass(eq=False)
class _Waiting:
    """One shot of one caller, from the asking to its picture."""

    request: PaintRequest
    turn: Turn
    key: tuple[object, ...]
    call: "Future[tuple[Painted, ...]] | None" = None
    place: int = 0
    together: int = 1
    # After a fault in a pack, each is painted by itself, so that one does not harm the others.
    alone: bool = False
    left: bool = False
    told: tuple[float, str] | None = None
    forming: tuple[float, Picture] | None = None
    painted: Painted | None = None


_News = tuple[_Waiting, tuple[float, str] | None, tuple[float, Picture] | None]


def first_come(_: str) -> Turn:
    """Give every shot the same turn, so that the first to ask is the first served."""
    return (0, 0)


class GatheringPainter:
    """The port ``Painter`` for a worker that draws several drafts side by side."""

    def __init__(self, inner: Painter, turns: Callable[[str], Turn] = first_come) -> None:
        self._inner, self._turns = inner, turns
        self._change = Condition()
        self._showing = Lock()
        self._waiting: list[_Waiting] = []
        self._card = ThreadPoolExecutor(1, thread_name_prefix="card")
        self._busy = False

    @property
    def ability(self) -> GeneratorAbility:
        """Return what the painter behind this can do."""
        return self._inner.ability

    def paint(
        self,
        requests: Sequence[PaintRequest],
        *,
        progress: Progress,
        stopped: Stopped,
        preview: Preview,
    ) -> tuple[Painted, ...]:
        """Return one picture a request, in the order asked, each painted in whatever pack it fits.

        Raises ``Cancelled`` at once when this caller is stopped; the others of its packs go on.
        """
        mine = [self._arrival(request) for request in requests]
        paces: dict[_Waiting, Pace] = {}
        try:
            with self._change:
                self._waiting += mine
                self._begin_next()
                behind = any(one.call is None for one in mine)
            if behind:
                progress(0.0, "Waiting for its turn to be painted")
            while any(one.painted is None for one in mine):
                self._look(mine)
                for one, told, forming in self._news(mine):
                    if told is not None:
                        progress(*told)
                    if forming is not None:
                        self._show(one, forming, paces.setdefault(one, Pace(_PREVIEWS)), preview)
                if stopped():
                    raise Cancelled("The painting was stopped.")
        finally:
            self._leave(mine)
        return tuple(one.painted for one in mine if one.painted is not None)

    def _arrival(self, request: PaintRequest) -> _Waiting:
        return _Waiting(request, self._turns(request.id), pack_key(self.ability, request))

    def _show(
        self, one: _Waiting, forming: tuple[float, Picture], pace: Pace, preview: Preview
    ) -> None:
        """Let the caller mark its preview, unless another is marking one.

        Many at a time would take the processor from the marks of pictures that are done.
        """
        if not self._showing.acquire(blocking=False):
            return
        try:
            with pace as due:
                if due:
                    preview(one.request.id, *forming)
        finally:
            self._showing.release()

    def _look(self, mine: list[_Waiting]) -> None:
        """Wait for news of these shots, a moment at most, and take the pictures that are done."""
        with self._change:
            self._change.wait_for(lambda: any(_has_news(one) for one in mine), timeout=_LOOK)
            over = [one for one in mine if one.call is not None and one.call.done()]
            for one in over:
                self._take(one)

    def _news(self, mine: list[_Waiting]) -> list[_News]:
        """Take what came of these shots since the last look."""
        with self._change:
            news = [(one, one.told, one.forming) for one in mine if one.painted is None]
            for one in mine:
                one.told = one.forming = None
        return news

    def _take(self, one: _Waiting) -> None:
        call = one.call
        if call is None or one.painted is not None:
            return
        if one.together == 1 or call.exception() is None:
            one.painted = call.result()[one.place]
            return
        one.call, one.alone = None, True
        self._waiting.append(one)
        self._begin_next()

    def _leave(self, mine: list[_Waiting]) -> None:
        with self._change:
            for one in mine:
                one.left = True
            self._waiting = [one for one in self._waiting if not one.left]

    def _begin_next(self) -> None:
        """Begin the next pack unless the card is at work; the caller holds the condition."""
        if self._busy or not self._waiting:
            return
        pack = self._next_pack()
        self._waiting = [one for one in self._waiting if one not in pack]
        self._busy = True
        # The call may only be seen as begun once every shot of it knows its place in it.
        call = self._card.submit(self._painted, pack)
        for place, one in enumerate(pack):
            one.call, one.place, one.together = call, place, len(pack)
        call.add_done_callback(self._ended)

    def _next_pack(self) -> list[_Waiting]:
        waiting = sorted(self._waiting, key=lambda one: one.turn)
        first = waiting[0]
        if first.alone:
            return [first]
        # A batch never rides along with somebody who waits at the screen: it would slow the pack.
        alike: dict[str, _Waiting] = {}
        for one in waiting:
            if (one.key, one.turn[0], one.alone) == (first.key, first.turn[0], False):
                alike.setdefault(one.request.id, one)
        return list(alike.values())[: max(1, self.ability.largest_pack)]

    def _painted(self, pack: list[_Waiting]) -> tuple[Painted, ...]:
        by_id = {one.request.id: one for one in pack}

        def progress(share: float, say: str) -> None:
            self._note(pack, told=(share, say))

        def preview(name: str, share: float, picture: Picture) -> None:
            self._note([by_id[name]], forming=(share, picture))

        try:
            return self._inner.paint(
                [one.request for one in pack],
                progress=progress,
                stopped=lambda: all(one.left for one in pack),
                preview=preview,
            )
        except Exception as error:
            # The fault is kept until every caller has looked; its frames hold tensors of the card.
            traceback.clear_frames(error.__traceback__)
            raise

    def _note(
        self,
        pack: Sequence[_Waiting],
        *,
        told: tuple[float, str] | None = None,
        forming: tuple[float, Picture] | None = None,
    ) -> None:
        with self._change:
            for one in pack:
                one.told = told or one.told
                # Only the newest is worth a mark.
                one.forming = forming or one.forming
            self._change.notify_all()

    def _ended(self, _: "Future[tuple[Painted, ...]]") -> None:
        with self._change:
            self._busy = False
            self._begin_next()
            self._change.notify_all()


def _has_news(one: _Waiting) -> bool:
    over = one.call is not None and one.call.done() and one.painted is None
    return over or one.told is not None or one.forming is not None
