"""Ids, keys and the code between them, without pictures."""

import pickle
import stat
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toile.adapters.marks.invisible import (
    KeyRing,
    StudioKey,
    load_keys,
    retire_key,
    rotate_keys,
)
from toile.adapters.marks.invisible.codeword import CODED, codeword, id_in
from toile.adapters.marks.invisible.layout import PERIOD, layout_of
from toile.adapters.marks.invisible.tile import Waves, synthesise
from toile.domain.errors import NotFound, SettingMissing

ids = st.integers(0, 2**64 - 1)
secrets = st.binary(min_size=16, max_size=64)


def noise(seed: int, spread: float) -> np.ndarray:
    return np.random.default_rng(seed).normal(0, spread, CODED)


@given(mark_id=ids, secret=secrets, seed=st.integers(0, 2**32))
@settings(max_examples=60, deadline=None)
def test_any_id_under_any_key_is_read_through_noise(mark_id: int, secret: bytes, seed: int) -> None:
    key = StudioKey(1, secret)
    # A spread of 0.9 gives about 13 % wrong signs.
    assert id_in(key, codeword(key, mark_id) + noise(seed, 0.9)) == mark_id


@given(mark_id=ids, secret=secrets, other=secrets)
@settings(max_examples=60, deadline=None)
def test_the_wrong_key_reads_nothing(mark_id: int, secret: bytes, other: bytes) -> None:
    if secret != other:
        assert id_in(StudioKey(1, other), codeword(StudioKey(1, secret), mark_id)) is None


def test_noise_is_no_id() -> None:
    key = StudioKey(1, b"k" * 32)
    assert not [seed for seed in range(2000) if id_in(key, noise(seed, 1.0)) is not None]


@given(secrets)
@settings(max_examples=20, deadline=None)
def test_a_tile_is_real_whole_and_carries_every_sign_often(secret: bytes) -> None:
    layout = layout_of(StudioKey(1, secret))
    assert np.bincount(layout.coded, minlength=CODED).min() >= 10
    assert len({tuple(wave) for wave in np.hstack([layout.pilots, layout.data]).T}) == (
        layout.pilots.shape[1] + layout.data.shape[1]
    )
    waves = Waves(np.exp(1j * layout.pilot_phases), np.zeros(layout.data.shape[1], complex))
    spectrum = np.fft.rfft2(synthesise(layout, waves)) * (2 / PERIOD**2)
    assert np.allclose(spectrum[layout.pilots[0], layout.pilots[1]], waves.pilots)


def test_the_tile_of_a_key_stays_what_it_is() -> None:
    """Marks made years ago must read: a change here needs a new numbered purpose, not a new sum."""
    layout = layout_of(StudioKey(1, bytes(range(32))))
    assert layout.pilots[:, :3].tolist() == [[-30, -26, -26], [2, 6, 17]]
    assert layout.coded[:5].tolist() == [235, 333, 319, 108, 347]
    signs = codeword(StudioKey(1, bytes(32)), 1)[:16]
    assert "".join("+" if sign > 0 else "-" for sign in signs) == "++++--+++---+-+-"


def test_keys_are_made_once_private_and_rotated(tmp_path: Path) -> None:
    first = load_keys(tmp_path / "marks")
    assert load_keys(tmp_path / "marks") == first
    both = rotate_keys(tmp_path / "marks")
    assert [key.version for key in both.keys] == [2, 1]
    assert both.newest.secret != first.newest.secret
    for path in (tmp_path / "marks").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_retired_key_makes_no_marks_and_another_takes_its_place(tmp_path: Path) -> None:
    first = load_keys(tmp_path).newest
    ring = retire_key(tmp_path, 1)
    assert [(key.version, key.retired) for key in ring.keys] == [(2, False), (1, True)]
    assert ring.keys[1].secret == first.secret
    assert retire_key(tmp_path, 1) == ring == load_keys(tmp_path)
    assert rotate_keys(tmp_path).newest.version == 3
    with pytest.raises(NotFound):
        retire_key(tmp_path, 9)


def test_a_key_is_neither_printed_nor_pickled() -> None:
    key = StudioKey(1, b"s" * 32)
    assert "sss" not in repr(KeyRing((key,)))
    with pytest.raises(TypeError):
        pickle.dumps(key)


def test_a_short_secret_or_no_key_is_refused() -> None:
    with pytest.raises(SettingMissing):
        StudioKey(1, b"short")
    with pytest.raises(SettingMissing):
        KeyRing(())
