"""The ``Renderer`` port over Mitsuba: pictures for people, maps for painters."""

from dataclasses import dataclass
from typing import cast

import numpy as np

from toile.adapters.renderers.buffers import look
from toile.adapters.renderers.finish.styles import STYLES
from toile.adapters.renderers.maps import Maps as StageMaps
from toile.adapters.renderers.mitsuba import MitsubaRenderer, Quality, Style
from toile.adapters.renderers.scene.stage import build_stage
from toile.domain.blocking import Blocking
from toile.domain.maps import Maps
from toile.domain.pictures import Picture
from toile.workflow.ports import Progress, Stopped
from toile.workflow.values import RendererAbility

LONGEST_SIDE = 4096
HIDDEN = (float("nan"), float("nan"))


@dataclass(frozen=True)
class BlockedDrafts:
    """Blocked drafts on this machine's CPU."""

    mitsuba: MitsubaRenderer

    @property
    def ability(self) -> RendererAbility:
        """Return which renderer works here, and why that one."""
        variant = self.mitsuba.variant
        return RendererAbility(
            name=f"3-D blocking, Mitsuba {variant.name}",
            because=variant.why,
            styles=tuple(STYLES),
            longest_side=LONGEST_SIDE,
        )

    def render(
        self,
        blocking: Blocking,
        *,
        size: tuple[int, int],
        quality: str,
        style: str,
        progress: Progress,
        stopped: Stopped,
    ) -> Picture:
        """Return the picture; raises ``Cancelled`` within one stage of being stopped."""
        made = self.mitsuba.render(
            blocking,
            size,
            quality=cast("Quality", quality),
            style=cast("Style", style),
            progress=progress,
            cancelled=stopped,
        )
        return Picture(width=made.width, height=made.height, rgb=made.rgb)

    def maps(self, blocking: Blocking, *, size: tuple[int, int]) -> Maps:
        """Return the control images of a blocking; no light is traced for them."""
        width, height = size
        stage = build_stage(blocking, width, height, detail=1, check=lambda: None)
        guides, _ = look(stage, blocking)
        made = StageMaps(stage, guides)
        metres = np.where(guides.sky, 0.0, made.metres).astype(np.float32)
        normals = (made.normals.astype(np.int16) - 128).astype(np.int8)
        return Maps(
            width=width,
            height=height,
            depth=metres.tobytes(),
            normals=normals.tobytes(),
            regions=made.regions.astype(np.uint8).tobytes(),
            legend=made.legend,
            keypoints=tuple(
                tuple((float(x), float(y)) for x, y in person[:, :2]) for person in made.keypoints
            ),
            hands=tuple(
                tuple((float(x), float(y)) if shows else HIDDEN for x, y, shows in person)
                for person in made.hands
            ),
        )
