"""A painter behind the OpenAI images API, against a real local server that also misbehaves."""

import base64
import io
import json
import threading
import time
from collections.abc import Callable, Iterator
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from builders_tiny_pipelines import a_request
from PIL import Image

from toile.adapters.generators.openai_images import OpenAiImagesPainter
from toile.adapters.models.catalogue import model_list, named
from toile.bootstrap import painting as bootstrap_painting
from toile.domain.errors import BadInput, Cancelled, ModelAnswerUnusable, ServiceUnavailable
from toile.domain.painting import NoPainter, Painted
from toile.settings import Settings

CARD = named(model_list(), "flux2-klein-4b")
Answer = tuple[int, dict[str, str], bytes]


def a_png(
    width: int = 256, height: int = 256, colour: tuple[int, int, int] = (9, 99, 199)
) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(buffer, "PNG")
    return buffer.getvalue()


def painted_answer(png: bytes | None = None) -> Answer:
    data = base64.b64encode(png or a_png()).decode()
    return 200, {}, json.dumps({"created": 1, "data": [{"b64_json": data}]}).encode()


class Server:
    """Answers in turn from a list; keeps what it was asked; knows who hung up."""

    def __init__(self) -> None:
        self.answers: list[Answer | Callable[[BaseHTTPRequestHandler], None]] = []
        self.asked: list[dict[str, Any]] = []
        self.hung_up = threading.Event()
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                server.asked.append(_read(self.path, dict(self.headers), body))
                answer = server.answers.pop(0) if server.answers else painted_answer()
                if callable(answer):
                    return answer(self)
                status, headers, data = answer
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("content-length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)
                return None

            def log_message(self, *_: object) -> None:
                return None

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._http.server_port}/v1"
        threading.Thread(
            target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        ).start()

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()


def _read(path: str, headers: dict[str, str], body: bytes) -> dict[str, Any]:
    kind = headers["Content-Type"]
    if kind == "application/json":
        return {"path": path, "headers": headers, "files": [], **json.loads(body)}
    message = BytesParser(policy=HTTP).parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
    found: dict[str, Any] = {"path": path, "headers": headers, "files": []}
    for part in message.iter_parts():
        disposition = part["content-disposition"]
        name, data = disposition.params["name"], part.get_content()
        if part.get_filename():
            found["files"].append((name, data))
        else:
            found[name] = data
    return found


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.close()


def a_painter(server: Server, seconds: float = 20.0) -> OpenAiImagesPainter:
    return OpenAiImagesPainter(server.url, CARD, key="secret", seconds=seconds)


def paint(painter: OpenAiImagesPainter, *requests: Any, stopped: Any = None) -> tuple[Painted, ...]:
    return painter.paint(
        requests or (a_request(0),),
        progress=lambda *_: None,
        stopped=stopped or (lambda: False),
        preview=lambda *_: None,
    )


def test_a_shot_is_asked_for_with_its_blocking_its_twin_and_its_seed(server: Server) -> None:
    painted = paint(a_painter(server), a_request(3))[0]
    asked = server.asked[0]
    assert asked["path"] == "/v1/images/edits"
    assert asked["headers"]["Authorization"] == "Bearer secret"
    assert (asked["model"], asked["seed"]) == ("black-forest-labs/FLUX.2-klein-4B", "10")
    assert asked["size"] == "256x256"
    assert [name for name, _ in asked["files"]] == ["image[]"] * 3
    assert "Image 1 is the blocking" in asked["prompt"]
    assert "Image 2 is the face of the person" in asked["prompt"]
    assert painted.picture.rgb[:3] == bytes((9, 99, 199))
    assert (painted.picture.width, painted.picture.height) == (64, 64)
    assert painted.facts.model == "FLUX.2 [klein] 4B"


def test_words_alone_go_to_generations(server: Server) -> None:
    plain = a_request(0, maps=None, blocked=None, references=())
    paint(a_painter(server), plain)
    assert server.asked[0]["path"] == "/v1/images/generations"
    assert server.asked[0]["n"] == 1


def test_a_region_edit_sends_an_open_mask_and_keeps_the_rest(server: Server) -> None:
    request = a_request(0, edits=True)
    assert request.original is not None
    assert request.mask is not None
    painted = paint(a_painter(server), request)[0]
    files = dict(server.asked[0]["files"])
    alpha = np.asarray(Image.open(io.BytesIO(files["mask"])).getchannel("A"))
    assert (alpha.min(), alpha.max()) == (0, 255)
    outside = np.frombuffer(request.mask.alpha, np.uint8) == 0
    before = np.frombuffer(request.original.rgb, np.uint8).reshape(-1, 3)
    after = np.frombuffer(painted.picture.rgb, np.uint8).reshape(-1, 3)
    assert (before[outside] == after[outside]).all()
    assert painted.facts.drift is not None
    assert painted.facts.drift.kept_most == 0


def test_each_shot_is_a_request_of_its_own_so_no_face_meets_another(server: Server) -> None:
    paint(a_painter(server), a_request(0), a_request(1))
    first, second = ({data for _, data in asked["files"]} for asked in server.asked)
    assert not first & second


def test_a_picture_of_another_size_is_fitted_and_said(server: Server) -> None:
    server.answers = [painted_answer(a_png(512, 384))]
    painted = paint(a_painter(server))[0]
    assert painted.facts.said[-1] == "The server painted 512 × 384; it was fitted."


def test_a_busy_server_is_asked_once_more_after_the_time_it_names(server: Server) -> None:
    server.answers = [(429, {"retry-after": "0.2"}, b"{}")]
    painted = paint(a_painter(server))[0]
    assert len(server.asked) == 2
    assert painted.facts.said[0].startswith("The image server was busy")
    server.answers = [(503, {"retry-after": "0"}, b"{}")] * 2
    with pytest.raises(ServiceUnavailable, match="503"):
        paint(a_painter(server))


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        ((401, {}, b"{}"), ServiceUnavailable, "refused the key"),
        ((404, {}, b"{}"), ServiceUnavailable, "does not serve black-forest-labs"),
        (
            (500, {}, b'{"error": {"message": "CUDA out of memory"}}'),
            ServiceUnavailable,
            "(500): CUDA out of memory",
        ),
        ((302, {"location": "http://127.0.0.1:1/x"}, b""), ServiceUnavailable, "302"),
        ((200, {}, b"<html>"), ModelAnswerUnusable, "no picture"),
        ((200, {}, b'{"data": []}'), ModelAnswerUnusable, "no picture"),
        ((200, {}, b'{"data": [{"url": "http://x/y.png"}]}'), ModelAnswerUnusable, "no picture"),
        ((200, {}, b'{"data": [{"b64_json": "***"}]}'), ModelAnswerUnusable, "cannot be read"),
        ((200, {}, b'{"data": [{"b64_json": "aGVsbG8="}]}'), ModelAnswerUnusable, "cannot be read"),
        (painted_answer(a_png()[:120]), ModelAnswerUnusable, "cannot be read"),
    ],
)
def test_every_fault_is_one_sentence_with_the_next_step(
    server: Server, answer: Answer, kind: type[ServiceUnavailable], words: str
) -> None:
    server.answers = [answer]
    with pytest.raises(kind) as caught:
        paint(a_painter(server))
    assert words in caught.value.message
    assert caught.value.hint
    assert "secret" not in str(caught.value)


def test_a_connection_cut_in_the_middle_is_one_sentence(server: Server) -> None:
    def cut(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("content-length", "5000")
        handler.end_headers()
        handler.wfile.write(b'{"data": [')
        handler.close_connection = True

    server.answers = [cut]
    with pytest.raises(ServiceUnavailable, match="could not be reached"):
        paint(a_painter(server))


def test_a_server_that_is_not_there_is_one_sentence(server: Server) -> None:
    server.close()
    with pytest.raises(ServiceUnavailable, match="could not be reached"):
        paint(a_painter(server))


def _slow(server: Server) -> Callable[[BaseHTTPRequestHandler], None]:
    def wait(handler: BaseHTTPRequestHandler) -> None:
        handler.connection.settimeout(30)
        if handler.connection.recv(1) == b"":
            server.hung_up.set()
        handler.close_connection = True

    return wait


def test_stopping_drops_the_connection_at_once(server: Server) -> None:
    server.answers = [_slow(server)]
    began = time.monotonic()
    with pytest.raises(Cancelled):
        paint(a_painter(server), stopped=lambda: time.monotonic() > began + 0.3)
    assert time.monotonic() - began < 15
    assert server.hung_up.wait(15), "the server must learn that nobody wants the picture"


def test_a_server_that_never_answers_is_left_in_time(server: Server) -> None:
    server.answers = [_slow(server)]
    with pytest.raises(ServiceUnavailable, match="did not answer in time"):
        paint(a_painter(server, seconds=0.4))


def test_pictures_of_people_travel_encrypted_or_not_at_all() -> None:
    with pytest.raises(BadInput, match="https only"):
        OpenAiImagesPainter("http://gpu.example.com/v1", CARD)


def test_the_settings_lead_to_the_server_and_only_to_listed_models(
    server: Server, tmp_path: Path
) -> None:
    def settings(model: str) -> Settings:
        return Settings(home=tmp_path, painter_url=server.url, painter=model)

    painter = bootstrap_painting.painter(settings("flux2-klein-4b"))
    assert isinstance(painter, OpenAiImagesPainter)
    assert painter.ability.remote
    unknown = bootstrap_painting.painter(settings("somebody/unknown"))
    assert isinstance(unknown, NoPainter)
    assert "not on the list" in unknown.reason
    assert "may not be used for" in bootstrap_painting.why_not_painting(settings("flux2-dev"))
