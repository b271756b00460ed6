"""Every test has a data folder of its own, no key and no network beyond this machine."""

import os
import socket
from pathlib import Path

import pytest
from hypothesis import settings as property_settings

# CI tries the same examples each time; a desk looks for new ones. Machines are too noisy for a
# deadline an example.
property_settings.register_profile("ci", derandomize=True, deadline=None)
property_settings.register_profile("desk", deadline=None)
property_settings.load_profile("ci" if os.environ.get("CI") else "desk")
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ["ANONYMIZED_TELEMETRY"] = "False"
os.environ["HF_HUB_OFFLINE"] = "1"
LOCAL = ("127.", "::1", "localhost", "0.0.0.0")


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("TOILE_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("TOILE_HOME", str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = socket.socket.connect

    def local_only(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else ""
        if isinstance(host, str) and host and not host.startswith(LOCAL):
            raise AssertionError(f"A test tried to reach {host}.")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", local_only)
