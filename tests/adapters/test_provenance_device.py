"""A key that never leaves its device signs credentials; what is wrong with the device is said."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_der_public_key

from toile.adapters.provenance.c2pa_signing import C2paSigner
from toile.adapters.provenance.certificates import new_chain_for
from toile.adapters.provenance.development_keys import development_credentials
from toile.adapters.provenance.hardware_keys import Device, device_credentials
from toile.bootstrap.pictures import given_credentials
from toile.domain.errors import MarkFailed, SettingMissing
from toile.domain.marks import Claims, SoftwareAgent, SourceType
from toile.settings import Settings

NOW = datetime.now(UTC).replace(microsecond=0)
LIBRARIES = ("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/pkcs11/libsofthsm2.so",
             "/usr/local/lib/softhsm/libsofthsm2.so")  # fmt: skip
MODULE = next((Path(path) for path in LIBRARIES if Path(path).exists()), None)
CLAIMS = Claims(
    title="Look 3", draft_id="d-2", version=2, twin_ids=("twin-7",), licence_ids=("lic-1",),
    source_type=SourceType.ALGORITHMIC, software=SoftwareAgent(name="Toile", version="0.1.0"),
    signed_at=NOW, mark_id=7,
)  # fmt: skip


@pytest.fixture(scope="module")
def device(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Device]:
    """A token of SoftHSM with one P-256 key, which cannot be taken out."""
    pytest.importorskip("pkcs11", reason="python-pkcs11 is not installed")
    tool = shutil.which("softhsm2-util")
    if MODULE is None or tool is None:
        pytest.skip("SoftHSM is not installed")
    folder = tmp_path_factory.mktemp("token")
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder}", encoding="utf-8")
    os.environ["SOFTHSM2_CONF"] = str(folder / "softhsm2.conf")
    made = ["--init-token", "--free", "--label", "atelier", "--pin", "2468", "--so-pin", "13579"]
    subprocess.run([tool, *made], check=True, capture_output=True)
    yield Device(MODULE, "atelier", "drafts", "2468")
    del os.environ["SOFTHSM2_CONF"]


@pytest.fixture(scope="module")
def chain(device: Device, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("chain") / "chain.pem"
    path.write_bytes(new_chain_for(made_inside(device), "Atelier Nord", NOW))
    return path


def made_inside(device: Device) -> ec.EllipticCurvePublicKey:
    """Return the public half of a key pair that the token makes for itself."""
    import pkcs11
    from pkcs11.util.ec import encode_ec_public_key, encode_named_curve_parameters

    token = pkcs11.lib(str(device.module)).get_token(token_label=device.token)
    with token.open(rw=True, user_pin=device.pin) as session:
        curve = {pkcs11.Attribute.EC_PARAMS: encode_named_curve_parameters("secp256r1")}
        shape = session.create_domain_parameters(pkcs11.KeyType.EC, curve, local=True)
        public, _ = shape.generate_keypair(store=True, label=device.key)
        found = load_der_public_key(encode_ec_public_key(public))
    assert isinstance(found, ec.EllipticCurvePublicKey)
    return found


def a_png() -> bytes:
    import numpy as np

    from toile.adapters.images.codec import encode

    return encode(np.full((96, 128, 3), 90, np.uint8), "image/png")


def test_a_draft_signed_by_the_device_reads_back_as_ours(device: Device, chain: Path) -> None:
    signer = C2paSigner(device_credentials(device, chain))
    for _ in range(2):
        reading = signer.read(signer.sign(a_png(), "image/png", CLAIMS).data, "image/png")
        assert reading is not None
        assert (reading.state, reading.signer) == ("trusted", "Atelier Nord")


def test_the_settings_lead_to_the_device(device: Device, chain: Path, tmp_path: Path) -> None:
    settings = Settings(
        home=tmp_path, signing_chain=chain, signing_module=device.module,
        signing_token=device.token, signing_label=device.key, signing_pin=device.pin,
    )  # fmt: skip
    found = given_credentials(settings)
    assert found is not None
    assert b"PRIVATE" not in found.chain
    assert "2468" not in repr(settings) + repr(device) + repr(found)


def test_a_wrong_pin_is_said_before_the_device_locks(device: Device, chain: Path) -> None:
    with pytest.raises(SettingMissing, match="refused the PIN"):
        device_credentials(replace(device, pin="1111"), chain)


@pytest.mark.parametrize("wrong", [{"token": "other"}, {"key": "other"}, {"module": Path("gone")}])
def test_a_device_that_is_not_there_is_said(
    device: Device, chain: Path, wrong: dict[str, object]
) -> None:
    with pytest.raises(SettingMissing, match="did not sign"):
        device_credentials(replace(device, **wrong), chain)  # type: ignore[arg-type]


def test_a_chain_for_another_key_is_refused(device: Device, chain: Path, tmp_path: Path) -> None:
    development_credentials(tmp_path, studio="Nord", now=NOW)
    with pytest.raises(SettingMissing, match="do not belong together"):
        device_credentials(device, tmp_path / "chain.pem")


def test_a_device_that_is_pulled_stops_drafting(device: Device, chain: Path) -> None:
    found = device_credentials(device, chain)

    def pulled(data: bytes) -> bytes:
        raise SettingMissing("The signing device did not sign.")

    with pytest.raises(MarkFailed, match="could not be signed"):
        C2paSigner(replace(found, sign=pulled)).sign(a_png(), "image/png", CLAIMS)


def test_half_a_setting_is_refused(tmp_path: Path) -> None:
    chain, key = tmp_path / "chain.pem", tmp_path / "key.pem"
    for given in ({"signing_module": key}, {"signing_chain": chain}, {"signing_key": key}):
        with pytest.raises(SettingMissing, match="belong together"):
            given_credentials(Settings(home=tmp_path, **given))
    with pytest.raises(SettingMissing, match="both in a file and in a device"):
        given_credentials(Settings(home=tmp_path, signing_key=key, signing_module=key))
    assert given_credentials(Settings(home=tmp_path)) is None
