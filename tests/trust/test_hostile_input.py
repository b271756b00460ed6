"""Spoiled and hostile input at every door; ``benchmarks/hostile.py`` does it 100,000 times."""

import http.server
import io
import json
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from trust import samples
from trust.doors import LIMITS, TODAY, surfaces
from trust.hostile import attack, meet

from toile import bootstrap
from toile.adapters.documents.reader import read_document
from toile.adapters.images import codec
from toile.adapters.images.folder import ImageFolder
from toile.adapters.images.views import views
from toile.adapters.moods.folder import MoodFolder
from toile.domain.commands import EditContext
from toile.domain.errors import BadInput, ToileError
from toile.domain.ids import BoardId, ImageHash
from toile.domain.shots import Shot, ShotList
from toile.settings import Settings

SEED = 20_261_128
LONGEST = 20_000
ORDINARY = (
    "Six stills and two clips for the spring drop: the camel coat, the wide jeans and a silk "
    "scarf, shot on a hotel roof at dusk with two women in their thirties. Portrait and 16:9 for "
    "web and paid social in France and Germany, from March to June. No fur, no logos but ours.\n"
)
SLOW = {
    "brief": 60,
    "edit": 80,
    "address of a model": 80,
    "model's reading": 80,
    "DOCX": 40,
    "PPTX": 40,
    "archive": 30,
    "scenarios": 40,
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner),
    max_leaves=12,
)


@pytest.mark.parametrize("name", sorted(surfaces()))
def test_a_spoiled_input_is_read_or_told_in_a_sentence(name: str, tmp_path: Path) -> None:
    inputs = SLOW.get(name, 250)
    assert list(attack(surfaces()[name], inputs, SEED, tmp_path)) == []


@pytest.mark.parametrize("name", ["DOCX", "PPTX", "archive"])
def test_an_archive_of_a_version_nobody_reads_is_told_in_a_sentence(
    name: str, tmp_path: Path
) -> None:
    data = bytearray(surfaces()[name].seeds[0])
    # Two bytes of the first entry of the list of contents say what it takes to unpack it.
    data[data.index(b"PK\x01\x02") + 6] = 137
    assert meet(surfaces()[name], bytes(data), tmp_path) == ""


@pytest.mark.parametrize("said", ["closer, er, and the coat in", "3 warmer, um, er, er, and for"])
def test_what_is_only_hummed_in_a_message_moves_no_other_word(said: str, tmp_path: Path) -> None:
    assert meet(surfaces()["edit"], said.encode(), tmp_path) == ""


def test_half_a_character_in_a_scenario_is_told_in_a_sentence(tmp_path: Path) -> None:
    quoted = b'half: "\\ud800"\n' + samples.scenarios()[0]
    with pytest.raises(BadInput, match="holds a value that cannot be read"):
        surfaces()["scenarios"].take(quoted, tmp_path)


@pytest.mark.parametrize("number", ["0", "9999", "999999999999", "1" * 21])
@pytest.mark.parametrize(
    "said", ["{0}.02.2027", "{0}/{0}", "March {0}", "for {0} weeks", "in {0} days", "week {0} 2027"]
)
def test_a_number_that_no_calendar_has_is_read_as_no_day(said: str, number: str) -> None:
    text = "Coats for the web shop, Germany. " + said.format(number)
    assert meet(surfaces()["brief"], text.encode(), Path()) == ""


@pytest.mark.timeout(60)
def test_a_brief_that_says_one_thing_without_end_is_read_in_time() -> None:
    assert meet(surfaces()["brief"], ("12 stills, " * 500).encode(), Path()) == ""


@pytest.mark.timeout(60)
@pytest.mark.parametrize("end", [";", "; ", ",", "(", "(a;", ":", "/", " and", "\n;"])
@pytest.mark.parametrize("said", ["Three coats: camel; navy", "two bags (red; blue", "zwei Mäntel"])
def test_a_brief_that_ends_in_the_middle_of_a_list_is_read(said: str, end: str) -> None:
    assert meet(surfaces()["brief"], (said + end).encode(), Path()) == ""


@given(text=st.text(max_size=400))
@settings(max_examples=60)
def test_any_text_is_a_brief_that_can_be_planned(text: str) -> None:
    reader = bootstrap.interpreter(Settings(_env_file=None))
    brief = reader.read_brief(text, TODAY)
    planned = reader.plan(brief, TODAY).shots
    assert [shot.no for shot in planned] == list(range(1, len(planned) + 1))


@given(text=st.text(max_size=200))
@settings(max_examples=80)
def test_any_text_is_an_edit_that_leaves_whole_shots(text: str) -> None:
    assert meet(surfaces()["edit"], text.encode("utf-8", "replace"), Path()) == ""


@given(found=JSON)
@settings(max_examples=150)
def test_any_json_is_an_answer_of_a_model_or_is_refused(found: Any) -> None:
    call = json.dumps({"name": "set_field", "args": found}).encode()
    assert meet(surfaces()["commands"], call, Path()) == ""
    assert meet(surfaces()["model's reading"], json.dumps(found).encode(), Path()) == ""


@given(found=JSON)
@settings(max_examples=100)
def test_any_json_is_a_licence_or_is_refused(found: Any) -> None:
    assert meet(surfaces()["licence, JSON-LD"], json.dumps(found).encode(), Path()) == ""


@given(name=st.text(max_size=80))
def test_no_name_of_a_picture_or_reference_leads_out_of_its_folder(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("out")
    (place / "secret").write_text("not yours", encoding="utf-8")
    with pytest.raises(ToileError):
        ImageFolder(place / "images").get(ImageHash(f"../secret{name}"))
    moods = MoodFolder(place / "moods", codec.decode, lambda p: codec.encode(p, "image/jpeg"))
    with pytest.raises(ToileError):
        moods.picture(BoardId("../.."), f"../secret{name}")


def test_a_picture_that_would_unpack_to_gigabytes_is_refused_unopened() -> None:
    out = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(out, "PNG")
    with pytest.raises(BadInput, match="would unpack"):
        codec.decode(out.getvalue())


def test_an_archive_that_would_unpack_to_gigabytes_is_refused_unopened() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("a.png", b"\0" * (300 * 2**20))
    with pytest.raises(BadInput, match="unpacks to far more"):
        list(views(out.getvalue()))


@pytest.fixture
def calls() -> Iterator[tuple[str, list[str]]]:
    """Serve anything on this machine, and note who called."""
    seen: list[str] = []

    class Noting(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *_: object) -> None:
            return

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Noting)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}", seen
    server.shutdown()


def test_no_document_makes_the_studio_call_an_address(calls: tuple[str, list[str]]) -> None:
    url, seen = calls
    page = f'<html><img src="{url}/i"><link rel=stylesheet href="{url}/c"><script src="{url}/s">'
    read_document(f"{page}</script><p>Light</p></html>".encode(), "book.html", LIMITS)
    read_document(f"# Light\n![x]({url}/m)\n".encode(), "book.md", LIMITS)
    book, out = docx.Document(), io.BytesIO()
    book.add_paragraph("Light")
    book.part.relate_to(f"{url}/d", RELATIONSHIP_TYPE.IMAGE, is_external=True)
    book.save(out)
    read_document(out.getvalue(), "book.docx", LIMITS)
    assert seen == []


@pytest.mark.parametrize(
    "context",
    [
        "{url}/c", ["{url}/c"], {"@import": "{url}/c"},
        {"x": {"@id": "x:y", "@context": "{url}/c"}},
        [{"x": {"@id": "x:y", "@context": [{"@import": "{url}/c"}]}}],
    ],
)  # fmt: skip
def test_no_licence_makes_the_studio_call_an_address(
    calls: tuple[str, list[str]], context: object
) -> None:
    url, seen = calls
    licence = json.loads(samples.licences("json-ld")[0])
    hostile = json.loads(json.dumps(context).replace("{url}", url))
    licence |= {"@context": [licence["@context"], hostile], "x": {"a": "b"}}
    with pytest.raises(BadInput, match="fetched"):
        bootstrap.odrl_codec().read(json.dumps(licence))
    assert seen == []


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "ftp://a.example", "gopher://a", "http://", "no address", r"http://a\b"],
)
def test_only_web_addresses_are_taken_for_services(address: str) -> None:
    for setting in ("model_url", "embedding_url", "painter_url", "chroma_url"):
        with pytest.raises(ToileError, match=f"TOILE_{setting.upper()} cannot be used"):
            Settings(_env_file=None, **{setting: address})


@pytest.fixture(scope="module")
def ordinary_seconds() -> float:
    """How long an ordinary text of the longest length is read here, coverage and all."""
    return _seconds(ORDINARY)


def _seconds(words: str) -> float:
    began = time.thread_time()
    bootstrap.interpreter().read_brief((words * LONGEST)[:LONGEST], TODAY)
    return time.thread_time() - began


@pytest.mark.parametrize(
    "words", ["12, ", "no ", "hat, ", "not ", "a ", "Anna Berg, ", "\n", "a|b|c\n"]
)
def test_a_sentence_without_an_end_is_read_about_as_fast_as_an_ordinary_text(
    ordinary_seconds: float, words: str
) -> None:
    # Two and a half times as long where each word is read a few times; a hundred where it hangs.
    assert _seconds(words) < 6 * ordinary_seconds


MESSAGE = 2_000
ORDERS = "Make it warmer and a bit closer, with the hat off and a chair beside her. "


@pytest.mark.parametrize("words", ["2;", "a|b|c\n", "; "])
def test_a_message_of_many_pieces_is_read_about_as_fast_as_one_of_many_orders(words: str) -> None:
    # Four times as long, as there are ten times as many pieces; forty where each reads them all.
    assert _edit_seconds(words) < 12 * _edit_seconds(ORDERS)


def _edit_seconds(words: str) -> float:
    board = EditContext(shots=ShotList.of([Shot(id="a", no=1, light="dusk")]), today=TODAY)
    began = time.thread_time()
    bootstrap.interpreter().read_edit((words * MESSAGE)[:MESSAGE], board)
    return time.thread_time() - began


@pytest.mark.parametrize("words", ["2:", "4:5:", "3/4/"])
def test_numbers_joined_without_an_end_are_read(words: str, tmp_path: Path) -> None:
    assert meet(surfaces()["edit"], words.encode() * 1000, tmp_path) == ""
