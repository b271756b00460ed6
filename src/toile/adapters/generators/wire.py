"""One question to an image server, and its answer: bounded, watched, dropped when nobody wants it.

Knows nothing of what is painted.
"""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import urlsplit

import httpx

from toile.domain.errors import BadInput, Cancelled, ModelAnswerUnusable, ServiceUnavailable

Stopped = Callable[[], bool]
Files = Sequence[tuple[str, tuple[str, bytes, str]]]

_LARGEST_ANSWER = 96 * 1024 * 1024
_LONGEST_WAIT = 20.0
_LOOK = 0.1
_HERE = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True)
class Wire:
    """Where the server is, how to be let in, and how long a picture may take."""

    url: str
    seconds: float
    headers: Mapping[str, str] = field(repr=False)

    @classmethod
    def to(cls, url: str, key: str, seconds: float) -> Self:
        """Return the wire to an address that may be trusted with pictures of people."""
        parts = urlsplit(url)
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _HERE):
            raise BadInput(
                "Pictures of people are sent to another machine over https only.",
                hint="Set TOILE_PAINTER_URL to an https address, or to this machine.",
            )
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        return cls(url=url.rstrip("/"), seconds=seconds, headers=headers)


def posted(
    wire: Wire, body: Mapping[str, str | int], files: Files, stopped: Stopped
) -> httpx.Response:
    """Send one request and return the whole answer, whatever its status.

    Raises ``Cancelled`` within a moment of ``stopped`` and ``ServiceUnavailable`` when the server
    is not there or late.
    """
    if stopped():
        raise Cancelled("The painting was stopped.")
    try:
        return asyncio.run(_watched(wire, body, files, stopped))
    except httpx.TimeoutException as error:
        raise _late() from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise down("could not be reached", "Check that it runs at TOILE_PAINTER_URL.") from error


async def _watched(
    wire: Wire, body: Mapping[str, str | int], files: Files, stopped: Stopped
) -> httpx.Response:
    limits = httpx.Timeout(wire.seconds, connect=10.0)
    async with httpx.AsyncClient(timeout=limits, follow_redirects=False) as client:
        asking = asyncio.create_task(_ask(client, wire, body, files))
        until = time.monotonic() + wire.seconds
        while not (await asyncio.wait({asking}, timeout=_LOOK))[0]:
            # Leaving drops the connection, which is how the server learns to stop.
            if stopped():
                asking.cancel()
                raise Cancelled("The painting was stopped.")
            if time.monotonic() > until:
                asking.cancel()
                raise _late()
        return asking.result()


async def _ask(
    client: httpx.AsyncClient, wire: Wire, body: Mapping[str, str | int], files: Files
) -> httpx.Response:
    text = {name: str(value) for name, value in body.items()}
    sent: dict[str, Any] = {"data": text, "files": list(files)} if files else {"json": dict(body)}
    url = f"{wire.url}/images/{'edits' if files else 'generations'}"
    async with client.stream("POST", url, headers=dict(wire.headers), **sent) as response:
        return await _bounded(response)


async def _bounded(response: httpx.Response) -> httpx.Response:
    """Read the answer, but no more of it than a picture can be."""
    data = bytearray()
    async for piece in response.aiter_bytes():
        data += piece
        if len(data) > _LARGEST_ANSWER:
            raise ModelAnswerUnusable(
                "The image server sent more than a picture.", hint="Check what runs there."
            )
    # The body is already unpacked; naming its packing again would unpack it twice.
    kept = [name for name in ("retry-after", "content-type") if name in response.headers]
    headers = {name: response.headers[name] for name in kept}
    return httpx.Response(response.status_code, headers=headers, content=bytes(data))


def asked_to_wait(response: httpx.Response) -> float:
    """Return how long a busy server asks to wait, within what a person would."""
    try:
        return min(_LONGEST_WAIT, max(0.0, float(response.headers.get("retry-after", "1"))))
    except ValueError:
        return 1.0


def waited(seconds: float, stopped: Stopped) -> None:
    """Wait, and look every moment whether anybody still does."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if stopped():
            raise Cancelled("The painting was stopped.")
        time.sleep(min(_LOOK, seconds))


def _late() -> ServiceUnavailable:
    return down("did not answer in time", "Try again, or ask for a smaller size.")


def down(what: str, hint: str) -> ServiceUnavailable:
    """Return the fault of a server in one sentence."""
    return ServiceUnavailable(f"The image server {what}.", hint=hint)
