"""``toile doctor`` on a real data folder, made unsafe in one way at a time."""

import json
import os
import socket
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from builders_records import a_fact
from cli.conftest import Run
from sqlalchemy import text

from toile import bootstrap
from toile.settings import Settings

PEOPLE = "people:\n  - {id: a@b.c, name: Ada, brands: ['*'], roles: [%s]}\n"
AUTH = '[auth]\nredirect_uri = "https://s.example/oauth2callback"\ncookie_secret = "%s"\n'


@pytest.fixture
def states(toile: Callable[..., Run]) -> Callable[[], dict[str, str]]:
    def states() -> dict[str, str]:
        found = json.loads(toile("doctor", "--json").out)
        return {one["about"]: one["state"] for one in found["findings"]}

    return states


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def home() -> Path:
    folder = Path(os.environ["TOILE_HOME"])
    bootstrap.records(Settings()).close()
    return folder


def test_an_empty_place_is_safe_and_stays_empty(toile: Callable[..., Run]) -> None:
    found = toile("doctor")
    assert found.code == 0
    assert "Nothing is unsafe or broken." in found.out
    assert not Path(os.environ["TOILE_HOME"]).exists()


def test_the_sample_world_is_safe(world: Path, toile: Callable[..., Run]) -> None:
    world.chmod(0o700)
    assert toile("doctor").code == 0


def test_a_folder_and_keys_that_others_may_read_are_told_with_the_way_to_shut_them(
    home: Path, toile: Callable[..., Run], states: Callable[[], dict[str, str]]
) -> None:
    home.chmod(0o755)
    (home / "keys").mkdir()
    key = home / "keys" / "mark-0001.key"
    key.write_bytes(b"k" * 32)
    key.chmod(0o640)
    found = toile("doctor")
    assert found.code == 1
    assert f"chmod 700 {home}" in found.out
    assert f"chmod 600 {key}" in found.out
    home.chmod(0o700)
    key.chmod(0o600)
    assert {states()["data folder"], states()["secrets"]} == {"fine"}


def test_a_public_address_without_signing_in_is_unsafe(
    monkeypatch: pytest.MonkeyPatch, states: Callable[[], dict[str, str]]
) -> None:
    monkeypatch.setenv("TOILE_URL", "http://studio.example")
    assert (states()["address"], states()["signing in"]) == ("unsafe", "unsafe")
    monkeypatch.setenv("TOILE_URL", "https://studio.example")
    assert (states()["address"], states()["signing in"]) == ("fine", "unsafe")


@pytest.mark.parametrize(
    ("scheme", "state"), [("http", "unsafe"), ("https", "fine")], ids=["plain", "encrypted"]
)
def test_the_address_that_people_sign_in_with_is_to_be_encrypted(
    tmp_path: Path, states: Callable[[], dict[str, str]], scheme: str, state: str
) -> None:
    secrets = tmp_path / ".streamlit" / "secrets.toml"
    secrets.parent.mkdir()
    provider = f'[auth.house]\nserver_metadata_url = "{scheme}://id.example/openid"\n'
    secrets.write_text(AUTH % ("x" * 40) + provider, encoding="utf-8")
    assert states()["server_metadata_url in [auth.house]"] == state


def test_signing_in_needs_a_list_a_long_cookie_secret_and_a_closed_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, states: Callable[[], dict[str, str]]
) -> None:
    secrets = tmp_path / ".streamlit" / "secrets.toml"
    secrets.parent.mkdir()
    secrets.write_text(AUTH % "short", encoding="utf-8")
    secrets.chmod(0o644)
    assert (states()["signing in"], states()["secrets"]) == ("broken", "unsafe")
    people = tmp_path / "people.yaml"
    people.write_text(PEOPLE % "director", encoding="utf-8")
    people.chmod(0o666)
    monkeypatch.setenv("TOILE_PEOPLE", str(people))
    assert (states()["signing in"], states()["people"]) == ("unsafe", "unsafe")
    people.chmod(0o600)
    assert states()["people"] == "advice"
    people.write_text(PEOPLE % "admin", encoding="utf-8")
    secrets.write_text(AUTH % ("x" * 40), encoding="utf-8")
    assert (states()["signing in"], states()["people"]) == ("fine", "fine")
    people.write_text("people: nobody", encoding="utf-8")
    assert states()["people"] == "broken"


def test_one_half_of_a_signer_is_never_taken_for_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, states: Callable[[], dict[str, str]]
) -> None:
    monkeypatch.setenv("TOILE_SIGNING_KEY", str(tmp_path / "key.pem"))
    assert states()["certificate"] == "broken"
    with pytest.raises(Exception, match="only one of them is set"):
        bootstrap.marker(Settings())


def test_services_far_away_are_called_encrypted_or_named(
    monkeypatch: pytest.MonkeyPatch, states: Callable[[], dict[str, str]]
) -> None:
    monkeypatch.setenv("TOILE_MODEL", "a-model")
    monkeypatch.setenv("TOILE_MODEL_URL", "http://models.example/v1")
    monkeypatch.setenv("TOILE_EMBEDDING_MODEL", "another")
    monkeypatch.setenv("TOILE_EMBEDDING_URL", "https://models.example/v1")
    found = states()
    assert found["TOILE_MODEL_URL"] == "unsafe"
    assert found["TOILE_EMBEDDING_URL"] == "fine"


def test_a_library_server_that_does_not_answer_is_told(
    monkeypatch: pytest.MonkeyPatch, states: Callable[[], dict[str, str]]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setenv("TOILE_CHROMA_URL", f"http://127.0.0.1:{server.getsockname()[1]}")
        assert states()["TOILE_CHROMA_URL"] == "fine"
    assert states()["TOILE_CHROMA_URL"] == "broken"


@pytest.mark.parametrize(
    ("setting", "next_step"),
    [
        ("TOILE_MODEL_KEY", "Set TOILE_MODEL,"),
        ("TOILE_EMBEDDING_KEY", "Set TOILE_EMBEDDING_MODEL,"),
        ("TOILE_SIGNING_CHIAN", "Write TOILE_SIGNING_CHAIN,"),
    ],
)
def test_a_setting_that_does_nothing_is_told_with_what_it_needs_and_not_what_it_holds(
    toile: Callable[..., Run], monkeypatch: pytest.MonkeyPatch, setting: str, next_step: str
) -> None:
    monkeypatch.setenv(setting, "a-secret-word")
    found = toile("doctor")
    assert found.code == 1
    assert next_step in found.out
    assert "a-secret-word" not in found.out + found.err


@pytest.mark.parametrize(
    "url",
    ["postgresql://u:a-secret-word@h:port/t", "a-secret-word.db", "mysql://u:a-secret-word@h/t"],
)
def test_an_address_of_records_that_cannot_be_read_is_a_sentence_without_its_password(
    toile: Callable[..., Run], monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("TOILE_DATABASE_URL", url)
    found, listed = toile("doctor"), toile("board", "list")
    assert (found.code, listed.code) == (1, 2)
    assert "Give a sqlite:/// or postgresql:// address." in found.out
    assert "Give a sqlite:/// or postgresql:// address." in listed.err
    assert "a-secret-word" not in found.out + found.err + listed.err


def test_a_data_folder_that_cannot_be_made_is_broken_before_the_first_start(
    tmp_path: Path, toile: Callable[..., Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("TOILE_HOME", str(tmp_path / "file" / "home"))
    found = toile("doctor")
    assert found.code == 1
    assert "Set TOILE_HOME to a folder in which you may write." in found.out


def test_a_rate_card_that_cannot_be_read_is_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, states: Callable[[], dict[str, str]]
) -> None:
    assert states()["rate card"] == "fine"
    monkeypatch.setenv("TOILE_RATE_CARD", str(tmp_path / "missing.yaml"))
    assert states()["rate card"] == "broken"


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("TOILE_DATABASE_URL", "postgresql://u:p@h:port/t"),
        ("TOILE_PEOPLE", "/missing/people.yaml"),
        ("TOILE_BRAND_MARKS", "/missing/marks.yaml"),
        ("TOILE_RATE_CARD", "/missing/card.yaml"),
        ("TOILE_SIGNING_CHAIN", "/missing/chain.pem"),
    ],
)
def test_the_studio_does_not_start_on_what_would_stop_every_page(
    toile: Callable[..., Run], monkeypatch: pytest.MonkeyPatch, setting: str, value: str
) -> None:
    monkeypatch.setenv(setting, value)
    found = toile("studio", "--no-demo", "--no-browser", "--port", str(_a_free_port()))
    assert found.code == 2
    assert "Toile is at" not in found.err


def test_a_port_that_another_holds_is_told_with_the_next_step(toile: Callable[..., Run]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        found = toile("studio", "--no-demo", "--no-browser", "--port", str(port))
    assert found.code == 2
    assert "Give another --port" in found.err


def _a_free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def test_a_changed_ledger_and_a_clock_gone_back_are_told(
    home: Path, states: Callable[[], dict[str, str]]
) -> None:
    kept = bootstrap.records(Settings())
    kept.ledger.append(a_fact(at=datetime.now(UTC) + timedelta(days=2)))
    assert states()["records"] == "broken"
    with kept.engine.begin() as connection:
        connection.execute(text("UPDATE ledger SET body = replace(body, 'Ann', 'Eve')"))
    kept.close()
    assert states()["records"] == "broken"


def test_a_painter_that_may_not_be_used_for_money_is_broken(
    monkeypatch: pytest.MonkeyPatch, states: Callable[[], dict[str, str]]
) -> None:
    monkeypatch.setenv("TOILE_DEVICE", "cpu")
    monkeypatch.setenv("TOILE_PAINTER", "flux2-dev")
    assert states()["painting"] == "broken"


def test_a_face_reader_that_reads_nothing_is_told_before_a_draft_lacks_its_figure(
    monkeypatch: pytest.MonkeyPatch, toile: Callable[..., Run], states: Callable[[], dict[str, str]]
) -> None:
    assert "likeness" not in states()
    monkeypatch.setenv("TOILE_FACE_READER", "auraface")
    assert states()["likeness"] == "broken"
    said = " ".join(toile("doctor").out.split())
    assert "toile models pull" in said
    assert "It does nothing: TOILE_PAINTER is not set." in said


def test_a_setting_that_cannot_be_used_is_named_without_its_value(
    toile: Callable[..., Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOILE_RENDER_THREADS", "secret-many")
    found = toile("doctor")
    assert found.code == 2
    assert "TOILE_RENDER_THREADS cannot be used" in found.err
    assert "secret-many" not in found.err


def test_the_studio_is_not_served_to_strangers_by_accident(toile: Callable[..., Run]) -> None:
    found = toile("studio", "--host", "0.0.0.0", "--no-demo")
    assert found.code == 2
    assert "nobody is asked to sign in" in found.err
