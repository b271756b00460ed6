"""One conversation with an OpenAI-compatible endpoint: streamed, timed, retried, counted.

Nothing said or answered is logged. Knows nothing of briefs or shots. ``httpx2`` is what the
client of OpenAI speaks through since its version 3; its faults are not those of ``httpx``.
"""

import logging
import random
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

import httpx2
from langchain_core.messages import AIMessageChunk, BaseMessage
from langchain_core.runnables import Runnable
from langchain_openai import ChatOpenAI
from openai import APIConnectionError, APIStatusError, AuthenticationError, OpenAIError
from pydantic import SecretStr

from toile.domain.errors import Cancelled, ModelAnswerUnusable, ServiceUnavailable, SettingMissing

log = logging.getLogger(__name__)
_AGAIN = (408, 409, 429, 500, 502, 503, 504)
# What the client raises over an endpoint that speaks, but not the chat API: a page of HTML, a line
# that is no JSON, a piece without choices.
_GARBLED = (ValueError, TypeError, LookupError, AttributeError, AssertionError)


@dataclass(frozen=True)
class Heard:
    """An answer, whole or so far: text and the tools it called."""

    text: str
    calls: tuple[tuple[str, dict[str, Any]], ...]
    broken_calls: int = 0


@dataclass(frozen=True)
class Hearing:
    """What becomes of an answer so far, piece by piece, and whether it is still wanted."""

    take: Callable[[Heard], None]
    stopped: Callable[[], bool]


@dataclass
class Chat:
    """A client with a budget; ``budget`` counts tokens over its life, 0 is without end."""

    model: str
    base_url: str | None = None
    key: str = ""
    seconds: float = 30
    tries: int = 3
    budget: int = 0
    longest_answer: int = 4000
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random
    used: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self._client = ChatOpenAI(
            model=self.model,
            base_url=self.base_url,
            api_key=SecretStr(self.key or "none"),
            timeout=httpx2.Timeout(self.seconds, connect=min(10.0, self.seconds)),
            max_retries=0,
            max_tokens=self.longest_answer,
            temperature=0,
            stream_usage=True,
        )

    def answer_as(
        self,
        schema: dict[str, Any],
        messages: Sequence[BaseMessage],
        hearing: Hearing,
    ) -> Heard:
        """Return an answer in a JSON schema. Raises ServiceUnavailable, SettingMissing,
        Cancelled.
        """
        form = {
            "type": "json_schema",
            "json_schema": {"name": schema.get("title", "answer"), "schema": schema},
        }
        return self._ask(self._client.bind(response_format=form), messages, hearing)

    def answer_with(
        self,
        tools: list[dict[str, Any]],
        messages: Sequence[BaseMessage],
        hearing: Hearing,
    ) -> Heard:
        """Return the tools that the model calls. Raises as ``answer_as`` does."""
        return self._ask(self._client.bind_tools(tools), messages, hearing)

    def _ask(
        self,
        client: Runnable[Any, Any],
        messages: Sequence[BaseMessage],
        hearing: Hearing,
    ) -> Heard:
        if self.budget and self.used >= self.budget:
            raise ServiceUnavailable("The budget of tokens for the language model is spent.")
        for attempt in range(1, self.tries + 1):
            if hearing.stopped():
                raise Cancelled("Stopped before the language model was asked.")
            try:
                return self._listen(client, messages, hearing)
            except AuthenticationError as error:
                raise SettingMissing(
                    "The language model refused the key.", hint="Check the key in the settings."
                ) from error
            except (OpenAIError, httpx2.HTTPError) as error:
                wait = _asked_wait(error)
                if attempt == self.tries or not _worth_again(error) or wait > self.seconds:
                    raise ServiceUnavailable(
                        _said(error, self.seconds), hint="Try again later."
                    ) from error
                log.info(
                    "language model asked again",
                    extra={"attempt": attempt, "fault": type(error).__name__},
                )
                # Full jitter, so that many clients do not knock at the same moment.
                self.sleep(max(wait, self.chance() * min(8.0, 0.5 * 2**attempt)))
        raise ServiceUnavailable("The language model did not answer.")

    def _listen(
        self,
        client: Runnable[Any, Any],
        messages: Sequence[BaseMessage],
        hearing: Hearing,
    ) -> Heard:
        whole: AIMessageChunk | None = None
        until = time.monotonic() + self.seconds
        try:
            with closing(_pieces(client, messages)) as pieces:
                for piece in pieces:
                    if hearing.stopped():
                        raise Cancelled("Stopped while the language model was answering.")
                    if time.monotonic() > until:
                        raise httpx2.ReadTimeout("the answer took too long")
                    whole = piece if whole is None else whole + piece
                    hearing.take(_heard(whole))
        finally:
            # An answer that breaks off or is stopped has been paid for, too.
            if whole is not None:
                self._count(whole, messages)
        if whole is None:
            raise ModelAnswerUnusable("The language model answered nothing.")
        if not whole.response_metadata.get("finish_reason"):
            raise httpx2.RemoteProtocolError("the answer broke off")
        return _heard(whole)

    def _count(self, whole: AIMessageChunk, messages: Sequence[BaseMessage]) -> None:
        usage = whole.usage_metadata
        letters = sum(len(str(m.content)) for m in messages) + len(str(whole.content))
        self.used += int(usage["total_tokens"]) if usage else letters // 4


def _pieces(
    client: Runnable[Any, Any], messages: Sequence[BaseMessage]
) -> Generator[AIMessageChunk]:
    try:
        yield from client.stream(list(messages))
    except _GARBLED as error:
        raise ModelAnswerUnusable(
            "The address of the language model answers, but not as one."
        ) from error


def _heard(whole: AIMessageChunk) -> Heard:
    calls = tuple((call["name"], dict(call["args"])) for call in whole.tool_calls)
    return Heard(str(whole.text), calls, len(whole.invalid_tool_calls))


def _worth_again(error: Exception) -> bool:
    if isinstance(error, APIStatusError):
        return error.status_code in _AGAIN
    return isinstance(error, (APIConnectionError, httpx2.TransportError))


def _asked_wait(error: Exception) -> float:
    """Return the seconds that the server asks to wait, 0 where it says nothing readable."""
    if not isinstance(error, APIStatusError):
        return 0.0
    said = error.response.headers.get("retry-after", "")
    return float(said) if said.isdecimal() else 0.0


def _said(error: Exception, seconds: float) -> str:
    if isinstance(error, APIStatusError):
        return f"The language model answered with status {error.status_code}."
    timed_out = isinstance(error, httpx2.TimeoutException) or "imed out" in str(error)
    return (
        f"The language model did not answer within {seconds:g} seconds."
        if timed_out
        else ("The language model cannot be reached.")
    )
