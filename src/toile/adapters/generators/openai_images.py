"""A painter on another machine, over the OpenAI images API: vLLM-Omni, SGLang and their kind.

One picture a request, no previews, stopped by dropping the connection. The answer is checked like
anything from outside: size, type, and no link is ever followed. Knows nothing of licences.
"""

import base64
import binascii
import io
import json
import time
from collections.abc import Callable, Sequence

import httpx
from PIL import Image, UnidentifiedImageError

from toile.adapters.generators.family import Prepared, prepared
from toile.adapters.generators.places import with_places
from toile.adapters.generators.raster import fitted, mask_image, pasted_back, to_image, to_picture
from toile.adapters.generators.wire import Wire, asked_to_wait, down, posted, waited
from toile.domain.errors import ModelAnswerUnusable
from toile.domain.models import ModelCard
from toile.domain.painting import (
    Drift,
    GeneratorAbility,
    Painted,
    PaintFacts,
    PaintRequest,
)
from toile.domain.pictures import Picture

Progress = Callable[[float, str], None]
Stopped = Callable[[], bool]
Preview = Callable[[str, float, Picture], None]

_MOST_PIXELS = 64_000_000


class OpenAiImagesPainter:
    """Paints by asking a server for one listed model, by the name its maker gave it."""

    def __init__(self, url: str, card: ModelCard, *, key: str = "", seconds: float = 300.0) -> None:
        self._wire = Wire.to(url, key, seconds)
        self._model = card.source
        self._ability = _ability(card)

    @property
    def ability(self) -> GeneratorAbility:
        """Return what the server's model can do."""
        return self._ability

    def paint(
        self,
        requests: Sequence[PaintRequest],
        *,
        progress: Progress,
        stopped: Stopped,
        preview: Preview,
    ) -> tuple[Painted, ...]:
        """Return one picture a request, in the order asked; one request a picture."""
        painted: list[Painted] = []
        for request in requests:
            progress(len(painted) / len(requests), "Waiting for the image server")
            painted.append(self._one(request, stopped))
        progress(1.0, "Painted")
        return tuple(painted)

    def _one(self, request: PaintRequest, stopped: Stopped) -> Painted:
        started = time.perf_counter()
        size = self.ability.size(request.width, request.height, edits=request.edits)
        shot = prepared(self.ability, request, size)
        image, waited = self._answered(request, shot, size, stopped)
        said = [waited] if waited else []
        if shot.inputs.left_out:
            said.append(f"This model has no room for: {', '.join(shot.inputs.left_out)}.")
        if image.size != size:
            said.append(f"The server painted {image.width} × {image.height}; it was fitted.")
        wanted = (request.width, request.height)
        full, drift = _whole(request, fitted(image, wanted), wanted)
        facts = PaintFacts(
            family=self.ability.family,
            model=self.ability.model,
            revision=self.ability.revision,
            licence=self.ability.licence,
            seed=request.seed,
            steps=request.steps or self.ability.steps,
            size=size,
            seconds=round(time.perf_counter() - started, 4),
            maps=shot.inputs.maps,
            references=tuple(item.twin or item.kind for item in shot.inputs.references),
            drift=drift,
            said=tuple(said),
        )
        return Painted(request.id, to_picture(full), facts)

    def _answered(
        self, request: PaintRequest, shot: Prepared, size: tuple[int, int], stopped: Stopped
    ) -> tuple[Image.Image, str]:
        response = self._sent(request, shot, size, stopped)
        if response.status_code not in (429, 503):
            return self._read(response), ""
        wait = asked_to_wait(response)
        waited(wait, stopped)
        again = self._sent(request, shot, size, stopped)
        return self._read(again), f"The image server was busy: asked again after {wait:.0f} s."

    def _sent(
        self, request: PaintRequest, shot: Prepared, size: tuple[int, int], stopped: Stopped
    ) -> httpx.Response:
        words = with_places(
            request.prompt, shot.inputs.maps, shot.inputs.references, edits=request.edits
        )
        body: dict[str, str | int] = {
            "model": self._model,
            "prompt": words,
            "n": 1,
            "size": f"{size[0]}x{size[1]}",
            "response_format": "b64_json",
            "seed": request.seed,
            "num_inference_steps": request.steps or self.ability.steps,
        }
        return posted(self._wire, body, _files(shot), stopped)

    def _read(self, response: httpx.Response) -> Image.Image:
        if response.status_code in (401, 403):
            raise down("refused the key", "Check TOILE_PAINTER_KEY.")
        if response.status_code == 404:
            raise down(f"does not serve {self._model}", "Check TOILE_PAINTER and the server.")
        if response.status_code != 200:
            what = f"answered with a fault ({response.status_code}){_why(response)}"
            raise down(what, "Try again; its own log says more.")
        return _picture(response)


def _ability(card: ModelCard) -> GeneratorAbility:
    """Return what the API can carry: pictures and one mask, no strengths, nothing while waiting."""
    return GeneratorAbility(
        family="openai_images",
        model=card.title,
        revision=card.revision or "as served",
        licence=card.licence,
        commercial=card.commercial,
        references=3,
        maps=("blocked", "pose", "depth"),
        maps_together=1,
        images_together=4,
        strengths=False,
        mask=True,
        identity="references",
        steps=card.steps or 4,
        largest_pack=1,
        previews=False,
        cancel="request",
        remote=True,
        device="remote",
    )


def _files(shot: Prepared) -> list[tuple[str, tuple[str, bytes, str]]]:
    images = [image for _, image in shot.maps] + list(shot.references)
    if shot.original is not None:
        images.insert(0, shot.original)
    name = "image[]" if len(images) > 1 else "image"
    files = [
        (name, (f"{place}.png", _png(image), "image/png"))
        for place, image in enumerate(images, start=1)
    ]
    if shot.mask is not None:
        # The API paints where the mask is transparent.
        open_here = Image.new("RGBA", shot.mask.size)
        open_here.putalpha(shot.mask.point(lambda alpha: 255 - alpha))
        files.append(("mask", ("mask.png", _png(open_here), "image/png")))
    return files


def _png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def _picture(response: httpx.Response) -> Image.Image:
    hint = "The server must answer with b64_json; links are not followed."
    try:
        data = base64.b64decode(response.json()["data"][0]["b64_json"], validate=True)
        image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP"))
        if image.width * image.height > _MOST_PIXELS:
            raise ModelAnswerUnusable("The image server sent too large a picture.", hint=hint)
        return image.convert("RGB")
    except (KeyError, IndexError, TypeError, json.JSONDecodeError, UnicodeDecodeError) as error:
        raise ModelAnswerUnusable("The image server sent no picture.", hint=hint) from error
    except (binascii.Error, ValueError, OSError, UnidentifiedImageError, SyntaxError) as error:
        raise ModelAnswerUnusable(
            "The image server sent a picture that cannot be read.", hint="Try again."
        ) from error


def _whole(
    request: PaintRequest, full: Image.Image, wanted: tuple[int, int]
) -> tuple[Image.Image, Drift | None]:
    if request.original is None or request.mask is None:
        return full, None
    original = fitted(to_image(request.original), wanted)
    return pasted_back(original, full, mask_image(request.mask, wanted))


def _why(response: httpx.Response) -> str:
    try:
        error = response.json()["error"]
        words = error["message"] if isinstance(error, dict) else str(error)
    except (ValueError, KeyError, TypeError):
        return ""
    return f": {' '.join(str(words).split())[:160]}"
