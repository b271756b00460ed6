"""The painter over any diffusers family: packs, seeds, cancelling, memory, pasting back, facts.

Everything the families share is here, once. Nothing here asks which family it holds.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Lock
from typing import Any

import torch
from PIL import Image

from toile.adapters.generators.card import Card
from toile.adapters.generators.family import Family, Pack, Prepared, pack_of
from toile.adapters.generators.memory import Admission, Lesser, MemoryLedger, lesser
from toile.adapters.generators.pace import Pace
from toile.adapters.generators.previews import LatentColours, noise_left, over_original
from toile.adapters.generators.raster import fitted, mask_image, pasted_back, to_image, to_picture
from toile.adapters.generators.runs import Preview, Progress, Run, Stopped, Watch
from toile.adapters.generators.speed import Missed, eager
from toile.adapters.generators.twin_weights import wearing
from toile.domain.errors import Cancelled, CardLost, ServiceUnavailable
from toile.domain.painting import (
    Drift,
    GeneratorAbility,
    Inputs,
    Painted,
    PaintFacts,
    PaintRequest,
    packs,
)

# How much of the painting's time may go to showing it.
PREVIEW_SHARE = 0.2
_LOOK = 0.1


class DiffusersPainter:
    """Paints with one family that stays loaded.

    Callers take turns: a pipeline keeps the state of its call. While one draft is marked on the
    CPU, the next is painted.
    """

    def __init__(
        self,
        family: Family,
        ledger: MemoryLedger | None = None,
        *,
        preview_share: float = PREVIEW_SHARE,
        missed: tuple[str, ...] = (),
        noted: Callable[[tuple[str, ...]], None] = lambda _: None,
    ) -> None:
        self._family = family
        self._ledger = ledger or MemoryLedger()
        self._colours = LatentColours(family)
        self._preview_share = preview_share
        self._missed = Missed(missed, noted)
        self._turn = Lock()
        self._card = Card(family.ability.device)

    @property
    def ability(self) -> GeneratorAbility:
        """Return what the family can do."""
        return self._family.ability

    def tell_anew(self) -> None:
        """Say again what was said of pictures that nobody saw."""
        self._missed.tell_anew()

    def paint(
        self,
        requests: Sequence[PaintRequest],
        *,
        progress: Progress,
        stopped: Stopped,
        preview: Preview,
    ) -> tuple[Painted, ...]:
        """Return one picture a request, in the order asked.

        Raises ``Cancelled`` within a step of ``stopped`` and ``ServiceUnavailable`` when the card
        runs out of memory twice.
        """
        while not self._turn.acquire(timeout=_LOOK):
            if stopped():
                raise Cancelled("The painting was stopped.")
        try:
            return self._in_turn(requests, Watch(progress, stopped, preview, 0, len(requests)))
        finally:
            self._turn.release()

    def _in_turn(self, requests: Sequence[PaintRequest], watch: Watch) -> tuple[Painted, ...]:
        painted: dict[str, Painted] = {}
        for group in packs(self.ability, requests):
            for part in self._admitted(group):
                for one in self._paint_pack(part, replace(watch, done=len(painted))):
                    painted[one.id] = one
        return tuple(painted[request.id] for request in requests)

    def _admitted(self, group: tuple[PaintRequest, ...]) -> list[tuple[PaintRequest, ...]]:
        step = max(1, self._admission(self._size(group[0]), len(group)).pack)
        return [group[start : start + step] for start in range(0, len(group), step)]

    def _admission(self, size: tuple[int, int], pack: int) -> Admission:
        return self._ledger.admit(self.ability, size, pack, self._card.room_gb())

    def _paint_pack(self, group: tuple[PaintRequest, ...], watch: Watch) -> list[Painted]:
        size = self._size(group[0])
        known = self._admission(size, len(group))
        if known.pack == 0:
            return self._with_less(group, lesser(self.ability, group, size, known.because), watch)
        try:
            return self._finished(group, [self._run(group, size, watch)])
        except torch.OutOfMemoryError:
            # Nothing is done here: the traceback still holds the tensors of the failed run.
            pass
        self._measured(size, len(group))
        self._card.free()
        return self._with_less(group, lesser(self.ability, group, size, "Out of memory"), watch)

    def _with_less(
        self, group: tuple[PaintRequest, ...], less: Lesser, watch: Watch
    ) -> list[Painted]:
        """Try once more with less, and say so."""
        runs: list[Run] = []
        try:
            if self._admission(less.size, 1).pack:
                runs = [self._run(part, less.size, watch, less.said) for part in less.parts]
        except torch.OutOfMemoryError:
            self._measured(less.size, 1)
        if not runs:
            # Raised out here, since a fault that is passed on would take the failed tensors along.
            width, height = self._size(group[0])
            raise ServiceUnavailable(
                f"The card ran out of memory at {width} × {height}, and once more with less.",
                hint="Choose a smaller size, close other work on the card, or use a smaller model.",
            )
        return self._finished(group, [replace(run, said=(less.said,)) for run in runs])

    def _measured(self, size: tuple[int, int], pack: int) -> float | None:
        """Note the peak since the last run began."""
        peak = self._card.peak_gb()
        if peak is not None:
            self._ledger.record(self.ability, size, pack, peak)
        return peak

    def _run(
        self,
        group: tuple[PaintRequest, ...],
        size: tuple[int, int],
        watch: Watch,
        say: str = "",
    ) -> Run:
        if watch.stopped():
            raise Cancelled("The painting was stopped.")
        together = f" {len(group)} shots in one call" if len(group) > 1 else ""
        watch.progress(watch.share(0.0, len(group)), say or f"Painting{together}")
        started = time.perf_counter()
        self._card.start()
        pack = pack_of(self.ability, group, size)
        try:
            with wearing(self._family.base, group[0].weights):
                images = self._called_somehow(group, pack, watch)
        except torch.AcceleratorError as error:
            # Such a fault stays with the process: every later call on the card would meet it.
            raise CardLost(
                "The card failed while painting.", hint="It goes on by itself in a moment."
            ) from error
        peak = self._measured(size, len(group))
        return Run(tuple(images), pack, time.perf_counter() - started, peak)

    def _called_somehow(
        self, group: tuple[PaintRequest, ...], pack: Pack, watch: Watch
    ) -> list[Image.Image]:
        try:
            return self._called(group, pack, watch)
        except (Cancelled, torch.OutOfMemoryError, torch.AcceleratorError):
            raise
        except Exception as fault:
            missed = eager(self._family, fault)
            if missed is None:
                raise
            self._missed.add(missed)
        return self._called(group, pack, watch)

    def _called(
        self, group: tuple[PaintRequest, ...], pack: Pack, watch: Watch
    ) -> list[Image.Image]:
        call = self._family.call(pack)
        call.pipe.set_progress_bar_config(disable=True)
        self._colours.start()
        try:
            with torch.inference_mode(), call.apart:
                result = call.pipe(
                    **call.arguments,
                    width=pack.size[0],
                    height=pack.size[1],
                    num_inference_steps=pack.steps,
                    generator=[
                        torch.Generator("cpu").manual_seed(shot.seed) for shot in pack.shots
                    ],
                    callback_on_step_end=self._callback(group, pack, watch),
                )
        finally:
            # After an exception the offload hooks would keep their weights on the card.
            call.pipe.maybe_free_model_hooks()
        return list(result.images)

    def _callback(
        self, group: tuple[PaintRequest, ...], pack: Pack, watch: Watch
    ) -> Callable[[Any, int, Any, dict[str, Any]], dict[str, Any]]:
        pace = Pace(self._preview_share)

        def step_ended(pipe: Any, index: int, _: Any, tensors: dict[str, Any]) -> dict[str, Any]:
            if watch.stopped():
                # Raising skips the decoder; the pipeline's own interrupt would still run it.
                raise Cancelled("The painting was stopped.")
            steps = int(pipe.num_timesteps)
            share = watch.share((index + 1) / steps, len(group))
            noise = noise_left(pipe, index)
            watch.progress(share, f"Step {index + 1} of {steps}")
            forming = self._colours.forming(tensors["latents"], noise, pack.size)
            with pace as due:
                shown = zip(group, pack.shots, forming, strict=True) if due else ()
                for request, shot, image in shown:
                    picture = to_picture(over_original(image, shot, pack.size))
                    watch.preview(request.id, share, picture)
            return tensors

        return step_ended

    def _finished(self, group: tuple[PaintRequest, ...], runs: list[Run]) -> list[Painted]:
        painted: list[Painted] = []
        for run in runs:
            for image, shot in zip(run.images, run.pack.shots, strict=True):
                request = group[len(painted)]
                painted.append(self._one(request, image, shot, run))
        return painted

    def _one(self, request: PaintRequest, image: Image.Image, shot: Prepared, run: Run) -> Painted:
        full = fitted(image.convert("RGB"), (request.width, request.height))
        drift: Drift | None = None
        if request.original is not None and request.mask is not None:
            wanted = (request.width, request.height)
            original = fitted(to_image(request.original), wanted)
            full, drift = pasted_back(original, full, mask_image(request.mask, wanted))
        facts = self._facts(request, shot, run).model_copy(update={"drift": drift})
        return Painted(request.id, to_picture(full), facts)

    def _facts(self, request: PaintRequest, shot: Prepared, run: Run) -> PaintFacts:
        ability = self.ability
        said = (
            run.said
            + _aloud(shot.inputs, self._family.unread(request.prompt))
            + self._missed.once()
        )
        return PaintFacts(
            family=ability.family,
            model=ability.model,
            revision=ability.revision,
            licence=ability.licence,
            seed=request.seed,
            steps=run.pack.steps,
            size=run.pack.size,
            seconds=round(run.seconds / len(run.images), 4),
            pack=len(run.images),
            peak_gb=run.peak_gb,
            maps=shot.inputs.maps,
            references=tuple(item.twin or item.kind for item in shot.inputs.references),
            said=said,
        )

    def _size(self, request: PaintRequest) -> tuple[int, int]:
        return self.ability.size(request.width, request.height, edits=request.edits)


def _aloud(inputs: Inputs, unread: int) -> tuple[str, ...]:
    said = []
    if inputs.left_out:
        said.append(f"This model has no room for: {', '.join(inputs.left_out)}.")
    if unread:
        said.append(f"The model did not read the last {unread} tokens of the words.")
    return tuple(said)
