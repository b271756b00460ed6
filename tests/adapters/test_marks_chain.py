"""The whole chain on one picture: marked, signed, found again in whatever came back."""

import io
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image

from toile.adapters.images import codec, views
from toile.adapters.marks.chain import MarkChain
from toile.adapters.marks.invisible import InvisibleMark, KeyRing, StudioKey
from toile.adapters.marks.visible import VisibleOverlay
from toile.adapters.metadata.xmp import XmpWriter
from toile.adapters.provenance.c2pa_signing import C2paSigner
from toile.adapters.provenance.development_keys import development_credentials
from toile.domain.marking import Marked, MarkFacts
from toile.domain.marks import Claims, OverlayStyle, PictureFacts, SoftwareAgent, SourceType
from toile.domain.pictures import Picture

NOW = datetime.now(UTC).replace(microsecond=0)


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> MarkChain:
    folder: Path = tmp_path_factory.mktemp("keys")
    return MarkChain(
        overlay=VisibleOverlay(),
        hidden=InvisibleMark(KeyRing((StudioKey(1, b"a studio secret of thirty-two by"),))),
        words=XmpWriter(),
        signer=C2paSigner(development_credentials(folder, studio="Nord", now=NOW)),
        encode=codec.encode,
        views=views.views,
        mime_of=views.kind_of,
    )


def a_picture(seed: int) -> Picture:
    chance = np.random.default_rng(seed)
    rows, columns = np.mgrid[0:768, 0:576].astype(float)
    waves = sum(
        chance.uniform(10, 30)
        * np.sin(rows / chance.uniform(9, 90) + columns / chance.uniform(9, 90))
        for _ in range(5)
    )
    pixels = np.clip(128 + waves[..., None] + chance.normal(0, 2, (768, 576, 3)), 0, 255)
    return Picture(width=576, height=768, rgb=pixels.astype(np.uint8).tobytes())


def the_facts(mark_id: int) -> MarkFacts:
    return MarkFacts(
        label="DRAFT · Nord · 7f3a", disclosure="AI-generated image", icon="generated",
        style=OverlayStyle(), mark_id=mark_id,
        facts=PictureFacts(
            draft_id=f"d-{mark_id}", title="Look 3", source_type=SourceType.ALGORITHMIC,
            credit="Nord", rights="© Nord", licence_ids=("lic-1",), licensor="Agency",
            licence_url="https://agency.example", ai_system="Toile", ai_system_version="0.1.0",
        ),
        claims=Claims(
            title="Look 3", draft_id=f"d-{mark_id}", version=1, twin_ids=("twin-1",),
            licence_ids=("lic-1",), source_type=SourceType.ALGORITHMIC, signed_at=NOW,
            software=SoftwareAgent(name="Toile", version="0.1.0"), mark_id=mark_id,
        ),
    )  # fmt: skip


@pytest.fixture(scope="module")
def drafts(chain: MarkChain) -> list[Marked]:
    return [chain.sizes(a_picture(number), the_facts(number), ())[0] for number in (71, 72)]


def test_a_fresh_draft_says_everything(chain: MarkChain, drafts: list[Marked]) -> None:
    reading = chain.read(drafts[0].data)
    assert reading.manifest is not None
    assert reading.manifest.state == "trusted"
    assert reading.facts == the_facts(71).facts
    assert (reading.mark_id, reading.how, reading.also) == (71, "decoded", ())


def test_a_stripped_screenshot_still_says_which_draft(
    chain: MarkChain, drafts: list[Marked]
) -> None:
    picture = Image.open(io.BytesIO(drafts[0].data))
    screen = Image.new("RGB", (1400, 900), (240, 240, 240))
    screen.paste(picture.resize((480, 640)), (500, 100))
    buffer = io.BytesIO()
    screen.save(buffer, "JPEG", quality=80)
    reading = chain.read(buffer.getvalue())
    assert (reading.manifest, reading.facts, reading.mark_id) == (None, None, 71)


def test_a_page_with_two_drafts_names_both(chain: MarkChain, drafts: list[Marked]) -> None:
    page = Image.new("RGB", (1240, 877), "white")
    for left, draft in zip((20, 640), drafts, strict=True):
        page.paste(Image.open(io.BytesIO(draft.data)), (left, 50))
    buffer = io.BytesIO()
    page.save(buffer, "PDF", resolution=150)
    reading = chain.read(buffer.getvalue())
    assert {one.mark_id for one in (reading, *reading.also)} == {71, 72}
    assert all(one.places == ("page 1",) for one in (reading, *reading.also))


def test_a_draft_beside_another_on_a_page_is_named_however_the_page_keeps_it(
    chain: MarkChain, drafts: list[Marked]
) -> None:
    document = pdfium.PdfDocument.new()
    page = document.new_page(900, 600)
    as_jpeg, as_pixels = (pdfium.PdfImage.new(document) for _ in range(2))
    as_jpeg.load_jpeg(io.BytesIO(drafts[0].data), inline=True)
    as_pixels.set_bitmap(pdfium.PdfBitmap.from_pil(Image.open(io.BytesIO(drafts[1].data))))
    for left, image in ((20, as_jpeg), (460, as_pixels)):
        image.set_matrix(pdfium.PdfMatrix().scale(400, 533).translate(left, 30))
        page.insert_obj(image)
    page.gen_content()
    buffer = io.BytesIO()
    document.save(buffer)
    reading = chain.read(buffer.getvalue())
    assert [one.mark_id for one in (reading, *reading.also)] == [71, 72]
    assert [one.manifest is not None for one in (reading, *reading.also)] == [True, False]


def test_every_size_of_a_picture_carries_the_same_mark_and_its_own_signature(
    chain: MarkChain,
) -> None:
    made = chain.sizes(a_picture(74), the_facts(74), (384, 200))
    assert [max(one.width, one.height) for one in made] == [768, 384, 200]
    for one in made:
        reading = chain.read(one.data, issued=(74,))
        assert reading.manifest is not None
        assert (reading.mark_id, reading.manifest.state) == (74, "trusted")


def test_a_preview_is_marked_and_signed_too(chain: MarkChain) -> None:
    small = chain.smaller(a_picture(73), the_facts(73), 480)
    assert (max(small.width, small.height), small.mime) == (480, "image/webp")
    reading = chain.read(small.data)
    assert reading.manifest is not None
    assert reading.mark_id == 73


def test_a_strangers_picture_says_nothing(chain: MarkChain) -> None:
    picture = a_picture(9)
    pixels = np.frombuffer(picture.rgb, np.uint8).reshape(768, 576, 3)
    reading = chain.read(codec.encode(pixels, "image/png"), issued=range(50))
    assert (reading.manifest, reading.facts, reading.mark_id, reading.how) == (
        None,
        None,
        None,
        "none",
    )
