"""How fast Toile paints, and how much of that is not the pipeline.

Random weights of the true architectures, so that nothing is downloaded: speed does not depend on
what weights say. Beside each figure stands a plain diffusers loop from the same run.
No card was at hand up to 2026-11-24, so no figure of a card is on record yet.

    python benchmarks/gpu.py                      one card, every family, about ten minutes
    python benchmarks/gpu.py --scale tiny --device cpu --side 64     the same path, in seconds
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import torch
from door import a_house, a_worker, as_a_worker
from door import requests as drafts_of_one_shot
from table import Row
from tokenizers.pre_tokenizers import ByteLevel
from torch.utils.flop_counter import FlopCounterMode

from toile import bootstrap
from toile.adapters.generators.diffusers_flux2_klein import Flux2KleinFamily
from toile.adapters.generators.diffusers_painter import DiffusersPainter
from toile.adapters.generators.diffusers_sdxl import SdxlFamily
from toile.adapters.generators.diffusers_z_image import ZImageFamily
from toile.adapters.generators.family import Family, modules_of, pack_of
from toile.adapters.generators.speed import Levers, pull
from toile.adapters.models.catalogue import model_list
from toile.adapters.sample_world.twins import demo_twins
from toile.domain.ids import ShotId
from toile.domain.maps import Maps
from toile.domain.marking import MarkFacts
from toile.domain.marks import Claims, OverlayStyle, PictureFacts, SoftwareAgent, SourceType
from toile.domain.painting import GeneratorAbility, PaintRequest, Reference
from toile.domain.pictures import Picture
from toile.domain.shots import Shot
from toile.domain.staging import block
from toile.settings import Settings

HERE = Path(__file__).parent
PROMPT = "Full length, camel wool coat, golden hour, 85mm."
LEVERS = {
    "eager": Levers(),
    "cudnn attention": Levers(attention="_native_cudnn", channels_last=True),
    "compiled": Levers(attention="_native_cudnn", compiled=True, channels_last=True),
}


# ------------------------------------------------------------------ pipelines of random weights


def clip_tokenizer() -> Any:
    symbols = sorted(ByteLevel.alphabet())
    words = [*symbols, *[f"{one}</w>" for one in symbols], "<|startoftext|>", "<|endoftext|>"]
    vocabulary = {word: place for place, word in enumerate(words)}
    kind = import_module("transformers").CLIPTokenizer
    return kind(vocab=vocabulary, merges=[], model_max_length=77)


def chat_tokenizer() -> Any:
    vocabulary = {one: place for place, one in enumerate(sorted(ByteLevel.alphabet()))}
    vocabulary["<|endoftext|>"] = len(vocabulary)
    tokenizer = import_module("transformers").Qwen2Tokenizer(vocab=vocabulary, merges=[])
    tokenizer.add_special_tokens({"additional_special_tokens": ["<|im_start|>", "<|im_end|>"]})
    tokenizer.chat_template = (
        "{% for m in messages %}<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>\n"
        "{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
    )
    return tokenizer


def part(spec: list[Any]) -> Any:
    """Return one component; transformers wants its config object, diffusers plain arguments."""
    library, name = spec[0].split(".")
    kind = getattr(import_module(library), name)
    if library == "transformers":
        return kind(kind.config_class(**spec[1]))
    return kind(**spec[1])


@contextmanager
def made_on(device: str) -> Iterator[None]:
    """Make weights on the device in its precision at once: no copy in memory, no second pass."""
    before = torch.get_default_dtype()
    torch.set_default_dtype(torch.float32 if device == "cpu" else torch.bfloat16)
    try:
        with torch.device(device):
            yield
    finally:
        torch.set_default_dtype(before)


def family_of(name: str, scale: str, device: str) -> Family:
    spec = json.loads((HERE / "gpu_architectures.json").read_text("utf-8"))[scale][name]
    layers, pipeline = tuple(spec.pop("text_layers", ())), spec.pop("pipeline")
    schedule = part(spec.pop("scheduler"))
    with made_on(device):
        parts = {key: part(value) for key, value in spec.items()}
    control = parts.pop("control", None)
    if name == "sdxl":
        more = {"tokenizer": clip_tokenizer(), "tokenizer_2": clip_tokenizer()}
        more["add_watermarker"] = False
    else:
        more = {"tokenizer": chat_tokenizer()}
    if name == "flux2_klein":
        more["is_distilled"] = True
    kind = getattr(import_module("diffusers"), pipeline)
    base = kind(**parts, **more, scheduler=schedule)
    ability = ability_of(name, device, scale)
    made: Family
    if name == "flux2_klein":
        made = Flux2KleinFamily(base, ability, text_layers=layers)
    elif name == "z_image":
        made = ZImageFamily(base, ability, control=control)
    else:
        made = SdxlFamily(base, ability, control=control, guidance=1.0)
    settled(modules_of(base), control)
    return made


def settled(modules: Iterator[torch.nn.Module], control: Any | None) -> None:
    """Fill what was left empty: a stray NaN would make every step cheap or strange."""
    for module in [*modules, *([control] if control is not None else [])]:
        module.eval().requires_grad_(False)
        for tensor in [*module.parameters(), *module.buffers()]:
            if tensor.is_floating_point() and not torch.isfinite(tensor).all():
                tensor.data.normal_(std=0.02)
        for pad in ("x_pad_token", "cap_pad_token"):
            if getattr(module, pad, None) is not None:
                getattr(module, pad).data.normal_(std=0.02)


def ability_of(name: str, device: str, scale: str) -> GeneratorAbility:
    known = model_list()
    family = known.family(name)
    if family is None:
        raise SystemExit(f"no family {name}")
    ability = family.ability(known.parts(name)[0], device=device)
    if name == "sdxl":
        ability = ability.model_copy(update={"steps": 8})
    small = {"shortest_side": 32, "edit_pixels": 0} if scale == "tiny" else {}
    return ability.model_copy(update=small)


# ------------------------------------------------------------------ what is asked


def a_picture(seed: int, side: int) -> Picture:
    pixels = np.random.default_rng(seed).integers(0, 255, (side, side, 3), dtype=np.uint8)
    return Picture(side, side, pixels.tobytes())


def some_maps(seed: int, side: int) -> Maps:
    chance = np.random.default_rng(seed)
    depth = chance.uniform(1, 4, (side, side)).astype("<f4").tobytes()
    normals = chance.integers(-127, 127, (side, side, 3), dtype=np.int8).tobytes()
    points = tuple((float(x), float(y)) for x, y in chance.uniform(0, side, (18, 2)))
    return Maps(side, side, depth, normals, bytes(side * side), ("",), (points,))


def requests(count: int, side: int, references: int, with_maps: bool) -> list[PaintRequest]:
    return [
        PaintRequest(
            id=f"shot-{place}",
            prompt=f"{PROMPT} Frame {place}.",
            seed=place,
            width=side,
            height=side,
            maps=some_maps(place, side) if with_maps else None,
            references=tuple(
                Reference(None, "face", a_picture(100 * place + one, min(512, side)))
                for one in range(references)
            ),
        )
        for place in range(count)
    ]


# ------------------------------------------------------------------ measuring


def settle(device: str) -> None:
    if device.startswith("cuda"):
        torch.cuda.synchronize()


def timed(device: str, work: Callable[[], object]) -> float:
    settle(device)
    began = time.perf_counter()
    work()
    settle(device)
    return time.perf_counter() - began


def matmul_peak(device: str) -> float:
    """Return the TFLOP/s that this device reaches on one large product, measured now."""
    side = 8192 if device.startswith("cuda") else 512
    kind = torch.bfloat16 if device.startswith("cuda") else torch.float32
    one = torch.randn(side, side, device=device, dtype=kind)
    times = [timed(device, lambda: one @ one) for _ in range(12)]
    return 2 * side**3 / min(times) / 1e12


class Ours:
    """Toile's painter, previews and all; remembers when the first preview came."""

    def __init__(self, painter: DiffusersPainter, asked: list[PaintRequest]) -> None:
        self._painter, self._asked = painter, asked
        self.first_preview = 0.0

    def __call__(self) -> None:
        began = time.perf_counter()
        first: list[float] = []

        def preview(*_: object) -> None:
            if not first:
                first.append(time.perf_counter() - began)

        self._painter.paint(
            self._asked, progress=lambda *_: None, stopped=lambda: False, preview=preview
        )
        self.first_preview = first[0] if first else 0.0


def plain(family: Family, asked: list[PaintRequest]) -> None:
    """The loop a person would write: shot by shot, words read each time, nothing of ours around."""
    size = family.ability.size(asked[0].width, asked[0].height)
    for one in asked:
        pack = pack_of(family.ability, [one], size)
        forget_words(family)
        call = family.call(pack)
        call.pipe.set_progress_bar_config(disable=True)
        with torch.inference_mode(), call.apart:
            call.pipe(
                **call.arguments,
                width=size[0],
                height=size[1],
                num_inference_steps=pack.steps,
                generator=[torch.Generator("cpu").manual_seed(one.seed)],
            )


def forget_words(family: Family) -> None:
    """Make the family read every prompt anew, as a plain loop does."""
    vars(family)["_prompts"].clear()


def measured(
    family: Family, asked: list[PaintRequest], options: argparse.Namespace, tflop: float
) -> dict[str, object]:
    painter = DiffusersPainter(family)
    ours = Ours(painter, asked)
    warm = timed(options.device, ours)
    plain(family, asked)
    mine, theirs, previews = [], [], []
    for _ in range(options.runs):
        # In turns, so that a card that warms up slows both alike.
        mine.append(timed(options.device, ours))
        previews.append(ours.first_preview)
        theirs.append(timed(options.device, lambda: plain(family, asked)))
    seconds, loop = statistics.median(mine), statistics.median(theirs)
    return {
        "shots": len(asked),
        "seconds": round(seconds / len(asked), 4),
        "images_s": round(len(asked) / seconds, 3),
        "plain_s": round(loop / len(asked), 4),
        "overhead": round(seconds / loop - 1, 4),
        "share": round(tflop / seconds / options.peak, 4),
        "preview_s": round(statistics.median(previews), 4),
        "first_s": round(warm, 2),
        "tflop": round(tflop, 6),
        "peak_gb": peak_gb(options.device),
    }


def peak_gb(device: str) -> float | None:
    if not device.startswith("cuda"):
        return None
    return round(torch.cuda.max_memory_allocated() / 1024**3, 1)


def cases(options: argparse.Namespace) -> Iterator[tuple[str, str, int, int, bool]]:
    """Yield name, family, shots, references and whether maps are given."""
    for count in options.packs:
        if "flux2_klein" in options.families:
            yield "klein 4B, 4 steps", "flux2_klein", count, 0, False
            yield "klein 4B, 4 steps, 3 references", "flux2_klein", count, 3, False
        if "z_image" in options.families:
            yield "Z-Image-Turbo, 8 steps", "z_image", count, 0, False
            yield "Z-Image-Turbo + ControlNet, 8 steps", "z_image", count, 0, True
        if "sdxl" in options.families:
            yield "SDXL, 8 steps, 3 maps", "sdxl", count, 0, True


def counted(family: Family, asked: list[PaintRequest]) -> float:
    """Return the TFLOP of one call, counted while it runs uncompiled."""
    with FlopCounterMode(display=False) as flops:
        plain(family, asked)
    return float(flops.get_total_flops()) / 1e12


def run(options: argparse.Namespace) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    held: tuple[str, Family] | None = None
    work: dict[tuple[str, int], float] = {}
    for lever in options.levers:
        for case, name, count, references, with_maps in cases(options):
            if held is None or held[0] != f"{name} {lever}":
                held = None
                free(options.device)
                held = (f"{name} {lever}", family_of(name, options.scale, options.device))
                for said in pull(held[1], LEVERS[lever]):
                    print(f"  {name}: {said}")
            asked = requests(count, options.side, references, with_maps)
            if (case, count) not in work:
                work[case, count] = counted(held[1], asked)
            row = {"case": case, "levers": lever}
            row |= measured(held[1], asked, options, work[case, count])
            rows.append(row)
            show(row)
    return rows


def marking_seconds(side: int, runs: int) -> float:
    """Return what the door adds to a painted picture: marks, signature, sizes and reading back."""
    now = datetime(2026, 11, 24, tzinfo=UTC)
    common = {"draft_id": "d" * 64, "title": "Shot 1", "source_type": SourceType.TRAINED}
    about = PictureFacts(
        **common,
        credit="Toile",
        rights="Draft",
        licence_ids=("licence-1",),
        licensor="Agency",
        licence_url="",
        ai_system="random weights",
        ai_system_version="0",
    )
    claims = Claims(
        **common,
        version=1,
        twin_ids=("twin-1",),
        licence_ids=("licence-1",),
        software=SoftwareAgent(name="Toile", version="0"),
        signed_at=now,
        mark_id=7,
    )
    facts = MarkFacts(
        label="DRAFT · benchmark",
        disclosure=None,
        icon=None,
        style=OverlayStyle(),
        mark_id=7,
        facts=about,
        claims=claims,
    )
    picture = a_picture(1, max(side, 256))
    with tempfile.TemporaryDirectory() as home:
        marker = bootstrap.marker(Settings(home=Path(home)))

        def door() -> None:
            whole, *_ = marker.sizes(picture, facts, (768, 384))
            marker.read(whole.data, (7,))

        door()
        return statistics.median(timed("cpu", door) for _ in range(runs))


def whole_way(options: argparse.Namespace) -> list[dict[str, object]]:
    """Return what a picture costs from asked to on file, beside the same pictures in a plain loop.

    Queue, rights, blocking, marks, signature, reading back and ledger are all in it, as the worker
    draws them: what is done with one picture while the next is painted costs nothing.
    """
    found: list[dict[str, object]] = []
    names, lever = options.whole, options.levers[-1]
    if not names:
        return found
    first = family_of(names[0], options.scale, options.device)
    with a_house(DiffusersPainter(first)) as house, a_worker(house):
        for name in names:
            family = first if name == names[0] else family_of(name, options.scale, options.device)
            pull(family, LEVERS[lever])
            house.painter.now = DiffusersPainter(family)
            side = max(options.side, 256)
            asked = drafts_of_one_shot(house.studio, name, options.drafts, side)
            seconds = as_a_worker(house, asked)
            painted = house.painter.asked
            plain(family, painted[:1])
            loop = timed(options.device, partial(plain, family, painted)) / len(painted)
            found.append({"family": name, "levers": lever, "seconds": seconds, "plain_s": loop})
            print(
                f"{name}, {lever}, {len(painted)} drafts the whole way: {seconds:.4f} s a picture, "
                f"plain {loop:.4f} s: everything that is not the pipeline {seconds / loop - 1:+.1%}"
            )
    return found


def blocking_seconds(side: int) -> tuple[float, float]:
    """Return the processor seconds of a painter's guides: first for a composition, then again."""
    with tempfile.TemporaryDirectory() as home:
        renderer = bootstrap.renderer(Settings(home=Path(home)))
        shot = Shot(id=ShotId("a"), framing="full", garments=("camel coat",))

        def guides(framing: str) -> float:
            scene = shot.model_copy(update={"framing": framing})
            blocking = block(scene, demo_twins()[:1], bootstrap.catalogue(), 0)
            began = time.process_time()
            renderer.render(
                blocking,
                size=(min(side, 512), min(side, 512)),
                quality="preview",
                style="colour",
                progress=lambda *_: None,
                stopped=lambda: False,
            )
            renderer.maps(blocking, size=(side, side))
            return time.process_time() - began

        # The first of all loads the renderer, which is no cost of a picture.
        guides("close-up")
        return guides("full"), guides("full")


def free(device: str) -> None:
    if device.startswith("cuda"):
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats()


def show(row: dict[str, object]) -> None:
    print(
        f"{row['case']:<38} {row['levers']:<16} x{row['shots']:<2} "
        f"{row['seconds']:>8} s/image  {row['images_s']:>8} images/s  "
        f"{float(str(row['share'])):>6.1%} of peak  plain {row['plain_s']:>8} s  "
        f"ours {float(str(row['overhead'])):>+6.1%}  first preview {row['preview_s']} s"
    )


def rows(*, quick: bool) -> Iterator[Row]:
    """Yield seconds a picture beside the plain pipeline for the common table, on a card."""
    if not torch.cuda.is_available():
        yield Row("not measured: no CUDA card here")
        return
    options = options_given(["--runs", "2", "--packs", "1"] if quick else [])
    options.peak = matmul_peak(options.device)
    with redirect_stdout(sys.stderr):
        found = run(options)
    for row in found:
        what = f"{row['case']}, {row['levers']}, x{row['shots']}, a picture"
        yield Row(
            what, float(str(row["seconds"])), "s", "plain pipeline", float(str(row["plain_s"]))
        )


def options_given(words: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--scale", choices=("true", "tiny"), default="true")
    parser.add_argument("--side", type=int, default=1024)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--packs", type=int, nargs="+", default=[1, 4])
    parser.add_argument("--families", nargs="+", default=["flux2_klein", "z_image", "sdxl"])
    parser.add_argument("--levers", nargs="+", choices=LEVERS, default=list(LEVERS))
    parser.add_argument("--whole", nargs="*", default=["flux2_klein"])
    parser.add_argument("--drafts", type=int, default=32)
    parser.add_argument("--json", type=Path)
    return parser.parse_args(words)


def main() -> None:
    options = options_given()
    if options.device.startswith("cuda") and not torch.cuda.is_available():
        raise SystemExit("No CUDA card here. Prove the path with --scale tiny --device cpu.")
    options.peak = matmul_peak(options.device)
    card = torch.cuda.get_device_name() if options.device.startswith("cuda") else "CPU"
    print(f"{card}, torch {torch.__version__}, {options.peak:.3g} TFLOP/s on one matrix product")
    rows = run(options)
    whole = whole_way(options)
    door = marking_seconds(options.side, options.runs)
    print(f"The door, on the CPU: {door:.3f} s a picture to mark, sign, size and read back.")
    first, again = blocking_seconds(max(options.side, 256))
    print(
        f"Blocking, on the CPU: {first:.2f} processor seconds for the first draft of a shot, "
        f"{again:.4f} for each one after it."
    )
    if options.json:
        facts = {
            "card": card,
            "torch": torch.__version__,
            "peak": options.peak,
            "door_s": door,
            "blocking_cpu_s": {"first": first, "again": again},
            "rows": rows,
            "whole_way": whole,
        }
        options.json.write_text(json.dumps(facts, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
