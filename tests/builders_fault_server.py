"""A real HTTP server that speaks the OpenAI chat API and fails on demand."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

_OPEN = Event()
_OPEN.set()


class FaultServer:
    """Answers requests from a list, one each; keeps what was asked."""

    def __init__(self) -> None:
        self.answers: list[Any] = []
        self.asked: list[dict[str, Any]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                outer.asked.append(json.loads(self.rfile.read(length)))
                _answer(self, outer.answers.pop(0))

            def log_message(self, format: str, *args: object) -> None:
                return

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"
        self._thread = Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def text(content: str) -> dict[str, Any]:
    """Return an answer of words, streamed in two pieces."""
    half = len(content) // 2
    return {"pieces": [{"content": content[:half]}, {"content": content[half:]}], "finish": "stop"}


def calls(*made: tuple[str, Any]) -> dict[str, Any]:
    """Return an answer that calls tools."""
    called = [
        {"index": i, "id": f"c{i}", "type": "function",
         "function": {"name": name, "arguments": args if isinstance(args, str) else json.dumps(args)}}  # noqa: E501
        for i, (name, args) in enumerate(made)
    ]  # fmt: skip
    return {"pieces": [{"tool_calls": called}], "finish": "tool_calls"}


def streamed_call(name: str, *parts: str) -> dict[str, Any]:
    """Return an answer that calls one tool, its arguments in parts."""
    head = {"index": 0, "id": "c0", "type": "function"}
    first = {"tool_calls": [{**head, "function": {"name": name, "arguments": parts[0]}}]}
    rest = [{"tool_calls": [{"index": 0, "function": {"arguments": part}}]} for part in parts[1:]]
    return {"pieces": [first, *rest], "finish": "tool_calls"}


def held_up(answer: dict[str, Any], gate: Event) -> dict[str, Any]:
    """Return an answer that goes on after its first piece only once a gate is opened."""
    return {**answer, "gate": gate}


def half_a_stream(content: str) -> dict[str, Any]:
    """Return an answer whose connection ends before the end."""
    return {"pieces": [{"content": content}], "finish": None}


def cut_off(content: str) -> dict[str, Any]:
    """Return an answer whose line is cut in the middle of a piece."""
    return {**half_a_stream(content), "cut": True}


def garbled(*lines: str) -> dict[str, Any]:
    """Return an answer of lines that the chat API does not have."""
    return {"lines": lines}


def page(html: str) -> str:
    """Return a page for people, as a proxy or a wrong address gives it."""
    return html


def _answer(handler: BaseHTTPRequestHandler, answer: Any) -> None:
    answer, wait = answer if isinstance(answer, tuple) else (answer, "")
    if isinstance(answer, int):
        body = json.dumps({"error": {"message": "no", "type": "fault"}}).encode()
        handler.send_response(answer)
        if wait:
            handler.send_header("Retry-After", wait)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)
        return
    if isinstance(answer, str):
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", str(len(answer)))
        handler.end_headers()
        handler.wfile.write(answer.encode())
        return
    handler.send_response(200)
    handler.send_header("Content-Type", "text/event-stream")
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    for line in answer.get("lines") or _stream(answer):
        piece = f"data: {line}\n\n".encode()
        handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
    if answer.get("cut"):
        handler.wfile.write(b"40\r\ndata: {")
        handler.close_connection = True
    else:
        handler.wfile.write(b"0\r\n\r\n")


def _stream(answer: dict[str, Any]) -> Iterator[str]:
    for piece in answer["pieces"]:
        yield json.dumps(_chunk({"role": "assistant", **piece}, None))
        answer.get("gate", _OPEN).wait(60)
    if answer["finish"]:
        yield json.dumps(_chunk({}, answer["finish"]))
        usage = {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15}
        yield json.dumps({**_chunk({}, None), "choices": [], "usage": usage})
        yield "[DONE]"


def _chunk(delta: dict[str, Any], finish: str | None) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return {
        "id": "x",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "m",
        "choices": [choice],
    }
