"""Credentials sign, read back, and break loudly."""

import contextlib
import pickle
import stat
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from toile.adapters.images.codec import decode, encode
from toile.adapters.metadata.xmp import XmpWriter
from toile.adapters.provenance.c2pa_signing import C2paSigner
from toile.adapters.provenance.development_keys import (
    Credentials,
    development_chain,
    development_credentials,
    development_roots,
    load_credentials,
)
from toile.adapters.provenance.running_out import runs_out
from toile.domain.errors import BadInput, MarkFailed, SettingMissing
from toile.domain.marks import Claims, PictureFacts, SoftwareAgent, SourceType

# The library compares certificates with the machine's own clock.
NOW = datetime.now(UTC).replace(microsecond=0)
MIMES = ["image/png", "image/jpeg", "image/webp"]
MARK = 0xFEED_FACE_CAFE_BEEF


@pytest.fixture(scope="module")
def credentials(tmp_path_factory: pytest.TempPathFactory) -> Credentials:
    folder = tmp_path_factory.mktemp("keys") / "signing"
    return development_credentials(folder, studio="Atelier Nord", now=NOW)


@pytest.fixture(scope="module")
def signer(credentials: Credentials) -> C2paSigner:
    return C2paSigner(credentials)


def a_file(mime: str) -> bytes:
    rows, columns = np.mgrid[0:96, 0:128]
    pixels = np.stack([rows * 2, columns, rows + columns], axis=-1).astype(np.uint8)
    return encode(pixels, mime)  # type: ignore[arg-type]


def the_claims(**changes: object) -> Claims:
    return Claims(
        title="Look 3, seated", draft_id="d-2", version=2, twin_ids=("twin-7", "twin-9"),
        licence_ids=("lic-1",), source_type=SourceType.ALGORITHMIC,
        software=SoftwareAgent(name="Toile", version="0.1.0"), signed_at=NOW, mark_id=MARK,
    ).model_copy(update=changes)  # fmt: skip


@pytest.mark.parametrize("mime", MIMES)
def test_a_signed_draft_reads_back_as_ours(mime: str, signer: C2paSigner) -> None:
    reading = signer.read(signer.sign(a_file(mime), mime, the_claims()).data, mime)
    assert reading is not None
    assert (reading.state, reading.signer, reading.problems) == ("trusted", "Atelier Nord", ())
    assert (reading.draft_id, reading.version, reading.mark_id) == ("d-2", 2, MARK)
    assert (reading.twin_ids, reading.licence_ids) == (("twin-7", "twin-9"), ("lic-1",))
    assert (reading.source_type, reading.signed_at) == (SourceType.ALGORITHMIC, NOW)


@pytest.mark.parametrize("mime", MIMES)
def test_an_edited_draft_names_its_parent_and_its_changes(mime: str, signer: C2paSigner) -> None:
    first = signer.sign(a_file(mime), mime, the_claims(draft_id="d-1")).data
    claims = the_claims(parent_draft_id="d-1", changes=("the coat is blue",))
    for parent in (first, None):
        signed = signer.sign(a_file(mime), mime, claims, parent=parent)
        reading = signer.read(signed.data, mime)
        assert reading is not None
        assert (reading.state, reading.parent_draft_id) == ("trusted", "d-1")
        assert reading.changes == ("the coat is blue",)


@pytest.mark.parametrize("mime", MIMES)
def test_signing_moves_no_pixel(mime: str, signer: C2paSigner) -> None:
    signed = signer.sign(a_file(mime), mime, the_claims())
    assert np.array_equal(decode(signed.data), decode(a_file(mime)))


@pytest.mark.parametrize("mime", MIMES)
def test_one_changed_byte_is_altered(mime: str, signer: C2paSigner) -> None:
    signed = bytearray(signer.sign(a_file(mime), mime, the_claims()).data)
    signed[len(signed) // 2 if mime == "image/webp" else -20] ^= 1
    reading = signer.read(bytes(signed), mime)
    assert reading is None or reading.state == "altered"


def test_words_written_after_signing_are_altered(signer: C2paSigner) -> None:
    facts = PictureFacts(
        draft_id="d", title="t", source_type=SourceType.ALGORITHMIC, credit="c", rights="r",
        licence_ids=(), licensor="l", licence_url="", ai_system="", ai_system_version="",
    )  # fmt: skip
    signed = signer.sign(a_file("image/jpeg"), "image/jpeg", the_claims()).data
    reading = signer.read(XmpWriter().write(signed, "image/jpeg", facts), "image/jpeg")
    assert reading is not None
    assert reading.state == "altered"
    assert reading.draft_id == "d-2"


def test_a_stripped_copy_leads_back_through_the_kept_manifest(signer: C2paSigner) -> None:
    signed = signer.sign(a_file("image/jpeg"), "image/jpeg", the_claims())
    stripped = encode(decode(signed.data), "image/jpeg", quality=60)
    assert signer.read(stripped, "image/jpeg") is None
    reading = signer.read_detached(stripped, "image/jpeg", signed.manifest)
    assert reading is not None
    assert (reading.state, reading.draft_id) == ("altered", "d-2")


def test_another_studio_is_valid_but_not_trusted(signer: C2paSigner, tmp_path: Path) -> None:
    other = C2paSigner(development_credentials(tmp_path, studio="Elsewhere", now=NOW))
    signed = other.sign(a_file("image/png"), "image/png", the_claims()).data
    reading = signer.read(signed, "image/png")
    assert reading is not None
    assert (reading.state, reading.problems) == ("valid", ())


def test_an_older_root_of_ours_stays_trusted(credentials: Credentials, tmp_path: Path) -> None:
    old = C2paSigner(credentials).sign(a_file("image/png"), "image/png", the_claims()).data
    fresh = development_credentials(tmp_path, studio="Atelier Nord", now=NOW)
    reading = C2paSigner(fresh, also_trusted=credentials.anchors).read(old, "image/png")
    assert reading is not None
    assert reading.state == "trusted"


def test_a_plain_file_carries_no_credential(signer: C2paSigner) -> None:
    assert signer.read(a_file("image/png"), "image/png") is None
    assert signer.read(b"not a picture", "image/png") is None


def test_no_draft_is_offered_for_training(signer: C2paSigner) -> None:
    manifest = signer.sign(a_file("image/png"), "image/png", the_claims()).manifest
    assert b"cawg.training-mining" in manifest
    assert manifest.count(b"notAllowed") == 4


def test_a_gif_is_refused(signer: C2paSigner) -> None:
    with pytest.raises(BadInput):
        signer.sign(b"GIF89a", "image/gif", the_claims())


def test_the_key_is_private_made_once_and_never_printed(tmp_path: Path) -> None:
    first = development_credentials(tmp_path / "a", studio="Nord", now=NOW)
    again = development_credentials(tmp_path / "a", studio="Nord", now=NOW)
    assert first == again
    assert stat.S_IMODE((tmp_path / "a" / "key.pem").stat().st_mode) == 0o600
    assert "PRIVATE" not in repr(first)
    with pytest.raises(TypeError):
        pickle.dumps(first)


def test_a_key_of_another_chain_is_refused(tmp_path: Path) -> None:
    for name in ("a", "b"):
        development_credentials(tmp_path / name, studio="Nord", now=NOW)
    with pytest.raises(SettingMissing, match="do not belong together"):
        load_credentials(tmp_path / "a" / "chain.pem", tmp_path / "b" / "key.pem")
    with pytest.raises(SettingMissing):
        load_credentials(tmp_path / "absent.pem", tmp_path / "b" / "key.pem")


def test_what_was_signed_before_a_real_certificate_came_is_still_ours(tmp_path: Path) -> None:
    before = C2paSigner(development_credentials(tmp_path / "own", studio="Nord", now=NOW))
    old = before.sign(a_file("image/png"), "image/png", the_claims()).data
    real = development_credentials(tmp_path / "real", studio="Nord", now=NOW)
    for roots, state in ((b"", "valid"), (development_roots(tmp_path / "own"), "trusted")):
        reading = C2paSigner(real, also_trusted=roots).read(old, "image/png")
        assert reading is not None
        assert reading.state == state
    assert development_roots(tmp_path / "nowhere") == b""


def test_a_certificate_made_here_is_renewed_years_ahead_and_what_it_signed_stays_ours(
    tmp_path: Path,
) -> None:
    six_years_ago = NOW - timedelta(days=6 * 365)
    old = C2paSigner(development_credentials(tmp_path, studio="Nord", now=six_years_ago))
    draft = old.sign(a_file("image/png"), "image/png", the_claims()).data
    renewed = development_credentials(tmp_path, studio="Nord", now=NOW)
    assert development_credentials(tmp_path, studio="Nord", now=NOW) == renewed
    chain = development_chain(tmp_path)
    assert chain is not None
    assert runs_out(chain) - NOW > timedelta(days=9 * 365)
    assert stat.S_IMODE((chain.parent / "key.pem").stat().st_mode) == 0o600
    assert [path.relative_to(tmp_path) for path in tmp_path.rglob("key.pem")] == [
        Path("signing-0002/key.pem")
    ]
    signer = C2paSigner(renewed, also_trusted=development_roots(tmp_path))
    for data in (draft, signer.sign(a_file("image/png"), "image/png", the_claims()).data):
        reading = signer.read(data, "image/png")
        assert reading is not None
        assert reading.state == "trusted"
    again = development_credentials(tmp_path, studio="Nord", now=NOW + timedelta(days=6 * 365))
    assert (tmp_path / "signing-0003" / "chain.pem").read_bytes() == again.chain


def test_first_starts_at_once_make_one_chain_and_leave_no_secret_to_others(tmp_path: Path) -> None:
    keys = tmp_path / "keys"
    with ThreadPoolExecutor(8) as starts:
        made = starts.map(
            lambda _: development_credentials(keys, studio="Nord", now=NOW).chain, range(8)
        )
        assert len(set(made)) == 1
    readable = {path.name for path in keys.iterdir() if path.stat().st_mode & 0o077}
    assert readable <= {"chain.pem"}


def test_a_start_killed_while_it_writes_its_key_leaves_none_behind_for_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as kill:
        kill.setattr(Path, "rename", killed)
        with pytest.raises(KeyboardInterrupt):
            development_credentials(tmp_path, studio="Nord", now=NOW)
    assert not (tmp_path / "key.pem").exists()
    assert development_credentials(tmp_path, studio="Nord", now=NOW).key


def test_a_renewal_that_cannot_be_written_goes_on_with_the_old_chain(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = development_credentials(tmp_path, studio="Nord", now=NOW - timedelta(days=6 * 365))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(Path, "rename", full)
        assert development_credentials(tmp_path, studio="Nord", now=NOW) == before
    assert sorted(path.name for path in tmp_path.glob("[!.]*")) == ["chain.pem", "key.pem"]


def signed_just_before_the_end(folder: Path) -> tuple[C2paSigner, bytes, datetime]:
    """Return a signer whose certificate is about to run out, and a file it still signed."""
    for seconds in (3, 30, 120):
        ends = datetime.now(UTC) + timedelta(seconds=seconds)
        made = ends - timedelta(days=10 * 365)
        credentials = development_credentials(folder / str(seconds), studio="Nord", now=made)
        signer = C2paSigner(credentials, renewing="Start the studio again.")
        with contextlib.suppress(MarkFailed):
            return signer, signer.sign(a_file("image/jpeg"), "image/jpeg", the_claims()).data, ends
    raise AssertionError("this machine takes minutes to sign a file")


def test_once_a_certificate_has_run_out_nothing_is_signed_and_nothing_is_called_altered(
    tmp_path: Path,
) -> None:
    signer, draft, ends = signed_just_before_the_end(tmp_path)
    while datetime.now(UTC) <= ends + timedelta(seconds=1):
        time.sleep(0.2)
    with pytest.raises(MarkFailed) as told:
        signer.sign(a_file("image/jpeg"), "image/jpeg", the_claims(signed_at=datetime.now(UTC)))
    assert str(told.value) == (
        f"The certificate that signs drafts ran out on {ends:%Y-%m-%d}, so nothing can be drafted. "
        "Start the studio again."
    )
    for data, state in ((draft, "expired"), (draft[:-600] + b"x" + draft[-599:], "altered")):
        reading = signer.read(data, "image/jpeg")
        assert reading is not None
        assert (reading.state, reading.draft_id) == (state, "d-2")
