"""Mitsuba: a blocking is path-traced on the CPU, denoised, and drawn in a style.

Light comes from Mitsuba 3; maps, guides and ink lines come from an exact z-buffer, so they carry
no noise. Same blocking, size and style give the same bytes on the same machine.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from typing import Any, Literal

import cv2
import numpy as np
import numpy.typing as npt
import pyoidn

from toile.adapters.renderers.bodies.skin import FACE
from toile.adapters.renderers.buffers import Guides, look
from toile.adapters.renderers.finish.focus import beside, circles, focused
from toile.adapters.renderers.finish.grading import graded
from toile.adapters.renderers.finish.styles import STYLES, Plate, drawn
from toile.adapters.renderers.finish.tone import backdrop_gain, balance_for, exposure_for, face_gain
from toile.adapters.renderers.finish.upsample import relit
from toile.adapters.renderers.maps import Maps
from toile.adapters.renderers.probe import SCALAR, Variant, working_variant
from toile.adapters.renderers.scene.lights import illuminant
from toile.adapters.renderers.scene.loaded import load_scene
from toile.adapters.renderers.scene.stage import BACKGROUND, Stage, build_stage
from toile.domain.blocking import Blocking
from toile.domain.errors import BadInput, Cancelled, ServiceUnavailable

Quality = Literal["preview", "draft"]
Style = Literal["colour", "ink", "wash", "clay"]
# Against a hundred samples a pixel, a draft of eight is 2.2 of 255 off, and one of sixteen 1.7.
_SAMPLES: dict[str, int] = {"preview": 8, "draft": 8}
# Which share of the picture's width and height is traced: drawn styles need less than colour.
_SHARE: dict[str, dict[str, float]] = {
    "colour": {"preview": 0.62, "draft": 0.62},
    "drawn": {"preview": 0.58, "draft": 0.5},
}
_BOUNCES = 4
_LOOK = 0.1
_TRACING = Lock()
_FACE = (FACE, "eyes", "teeth", "brows", "lashes")


@dataclass(frozen=True)
class Rendered:
    """8-bit RGB row by row from the top left, and the maps behind it."""

    width: int
    height: int
    rgb: bytes = field(repr=False)
    stage: Stage = field(repr=False)
    guides: Guides = field(repr=False)
    variant: Variant

    @cached_property
    def maps(self) -> Maps:
        """Return depth, normals, regions and keypoints."""
        return Maps(self.stage, self.guides)


class MitsubaRenderer:
    """Renders blockings on any CPU."""

    ability = "blocked drafts on the CPU"

    def __init__(self, variant: Variant | None = None, threads: int | None = None) -> None:
        self._variant = variant
        self._threads = threads

    @property
    def variant(self) -> Variant:
        """Return the Mitsuba variant in use and why."""
        if self._variant is None:
            self._variant = working_variant()
        return self._variant

    def render(
        self,
        blocking: Blocking,
        size: tuple[int, int],
        *,
        quality: Quality = "preview",
        style: Style = "ink",
        progress: Callable[[float, str], None] = lambda share, stage: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Rendered:
        """Return the picture of a blocking; raises ``Cancelled`` between stages when asked to."""
        width, height = size
        if style not in STYLES:
            raise BadInput(
                f"There is no style {style!r}.", hint=f"Choose one of {', '.join(STYLES)}."
            )
        if not (32 <= width <= 4096 and 32 <= height <= 4096):
            raise BadInput("A draft is 32 to 4096 pixels wide and high.")

        def check() -> None:
            if cancelled():
                raise Cancelled("The draft was stopped.")

        progress(0.02, "dressing")
        detail = 1 if quality == "draft" else 0
        stage = build_stage(blocking, width, height, detail=detail, check=check)
        progress(0.25, "looking")
        check()
        guides, fine = look(stage, blocking)
        progress(0.35, "lighting")
        check()
        small = _small(guides, _SHARE[style if style == "colour" else "drawn"][quality])
        light = self._light(blocking, stage, small, quality, check)
        progress(0.85, "finishing")
        check()
        light = _exposed(blocking, _denoised(light, small), small)
        light = relit(light, small.maps, (fine.albedo, fine.normal, fine.depth), fine.mixed)
        # The largest arrays by far, and finishing needs room of its own.
        del fine
        sharp = beside(guides.person)
        blur = circles(blocking.camera, stage.view, stage.face, guides.depth, sharp)
        # Clay is the light without the colour that it fell on, and that is as little in focus.
        albedo = focused(guides.albedo, blur) if style == "clay" else guides.albedo
        picture = drawn(_plate(focused(light, blur), albedo, guides, blur), style)
        picture = graded(picture, blocking.grade)
        rgb = (picture * 255 + 0.5).astype(np.uint8)
        progress(1.0, "drawn")
        return Rendered(width, height, rgb.tobytes(), stage, guides, self.variant)

    def _light(
        self,
        blocking: Blocking,
        stage: Stage,
        small: "_Small",
        quality: Quality,
        check: Callable[[], None],
    ) -> npt.NDArray[np.float64]:
        view = stage.view.at(small.width, small.height)
        samples = _SAMPLES[quality]
        with self.tracer(quality, check) as mi:
            scene = load_scene(mi, blocking, stage, view, samples=samples, bounces=_BOUNCES)
            try:
                image = np.array(mi.render(scene, spp=samples, seed=blocking.seed))
            except RuntimeError as error:
                raise ServiceUnavailable(
                    "The renderer stopped in the middle of a draft.", hint="Try again."
                ) from error
            # What the tracer keeps for its next scene is wanted for finishing this one.
            del scene
            _drjit().flush_malloc_cache()
        return np.nan_to_num(image[..., :3].astype(np.float64))

    @contextmanager
    def tracer(self, quality: Quality, check: Callable[[], None]) -> Iterator[Any]:
        """Lend Mitsuba to one caller at a time, in the variant that this quality wants.

        The variant is one for the whole process, and a scene takes every core as it is; ``check``
        is asked while another traces.
        """
        while not _TRACING.acquire(timeout=_LOOK):
            check()
        try:
            yield self._mitsuba(quality)
        finally:
            _TRACING.release()

    def _mitsuba(self, quality: Quality) -> Any:
        import mitsuba

        # A preview has too few samples to pay for LLVM's start: measured 1.5 against 2.4 CPU-s.
        name = SCALAR if quality == "preview" else self.variant.name
        if mitsuba.variant() != name:
            mitsuba.set_variant(name)
        if self._threads:
            _drjit().set_thread_count(self._threads)
        return mitsuba


def _drjit() -> Any:
    import drjit

    return drjit


@dataclass(frozen=True)
class _Small:
    """The guides at the size that light is traced at; ``sky`` is the share of each pixel."""

    maps: tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], npt.NDArray[np.float64]]
    lit_person: npt.NDArray[np.bool_]
    face: npt.NDArray[np.bool_]
    behind: npt.NDArray[np.bool_]
    sky: npt.NDArray[np.float64]
    backdrop: npt.NDArray[np.float64]

    @property
    def width(self) -> int:
        """Return the width in pixels."""
        return int(self.maps[2].shape[1])

    @property
    def height(self) -> int:
        """Return the height in pixels."""
        return int(self.maps[2].shape[0])


def _small(guides: Guides, share: float) -> _Small:
    height, width = guides.depth.shape
    size = (max(16, round(width * share)), max(16, round(height * share)))

    def resized(image: npt.NDArray[Any], how: int) -> npt.NDArray[np.float64]:
        plain = image.astype(np.float64)
        return np.asarray(cv2.resize(plain, size, interpolation=how), dtype=np.float64)

    return _Small(
        (
            resized(guides.albedo, cv2.INTER_AREA),
            resized(guides.normal, cv2.INTER_AREA),
            resized(guides.depth, cv2.INTER_NEAREST),
        ),
        resized(guides.lit_person, cv2.INTER_NEAREST) > 0.5,
        resized(_shows(guides, FACE), cv2.INTER_NEAREST) > 0.5,
        resized(_shows(guides, BACKGROUND), cv2.INTER_NEAREST) > 0.5,
        resized(guides.sky, cv2.INTER_AREA),
        resized(guides.backdrop, cv2.INTER_AREA),
    )


def _shows(guides: Guides, *regions: str) -> npt.NDArray[np.bool_]:
    """Return where any of the regions is seen."""
    wanted = [guides.legend.index(name) for name in regions if name in guides.legend]
    return np.isin(guides.region, wanted)


def _denoised(light: npt.NDArray[np.float64], small: _Small) -> npt.NDArray[np.float64]:
    def plain(image: npt.NDArray[np.float64]) -> npt.NDArray[np.float32]:
        return np.ascontiguousarray(image, dtype=np.float32)

    clean = pyoidn.denoise(
        plain(light),
        albedo=plain(np.clip(small.maps[0], 0, 1)),
        normal=plain(small.maps[1]),
        hdr=True,
        quality="balanced",
    )
    return np.asarray(clean, dtype=np.float64)


def _exposed(
    blocking: Blocking, light: npt.NDArray[np.float64], small: _Small
) -> npt.NDArray[np.float64]:
    """Return the light as the camera takes it: metered and balanced on the subject."""
    rig, albedo = blocking.rig, small.maps[0]
    balanced = np.maximum(light, 0) * balance_for(illuminant(rig))
    metered = exposure_for(balanced, albedo, small.lit_person)
    metered *= face_gain(balanced * metered, albedo, small.face)
    if rig.backdrop is not None and not blocking.set.outdoors:
        gain = backdrop_gain(balanced, albedo, small.behind, metered, rig.backdrop)
        balanced = balanced * np.where(small.behind, gain, 1.0)[..., None]
    sky = small.sky[..., None] * small.backdrop * min(rig.exposure, 1.0)
    return balanced * metered * rig.exposure * (small.sky[..., None] < 0.999) + sky


def _plate(
    light: npt.NDArray[np.float64],
    albedo: npt.NDArray[np.float64],
    guides: Guides,
    blur: npt.NDArray[np.float64],
) -> Plate:
    return Plate(
        light=light,
        albedo=albedo,
        normal=guides.normal,
        depth=guides.depth,
        edges=guides.edges,
        focus=np.clip(1 - blur, 0, 1),
        face=_shows(guides, *_FACE),
        line=guides.line,
        person=guides.person,
        hair=guides.hair,
    )
