"""Keeps one drawing worker beside the server: a plain process, begun anew when it dies."""

import asyncio
import contextlib
import logging
import sys
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

log = logging.getLogger(__name__)
_COMMAND = (sys.executable, "-m", "toile", "worker")
_SHORTEST_PAUSE, _LONGEST_PAUSE = 2.0, 60.0
_STEADY_SECONDS = 30.0
_LEAVE_SECONDS = 10.0


@asynccontextmanager
async def drawing(_app: st.App) -> AsyncIterator[None]:
    """Run the worker for as long as the server runs."""
    keeper = asyncio.create_task(_keep())
    try:
        yield
    finally:
        keeper.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await keeper


async def _keep() -> None:
    pause = _SHORTEST_PAUSE
    while True:
        began = time.monotonic()
        # The worker leaves when its input closes, so a killed server leaves no orphan behind.
        process = await asyncio.create_subprocess_exec(*_COMMAND, stdin=asyncio.subprocess.PIPE)
        try:
            code = await process.wait()
        except asyncio.CancelledError:
            await _stop(process)
            raise
        log.warning("the worker ended and is begun anew", extra={"code": code})
        steady = time.monotonic() - began > _STEADY_SECONDS
        pause = _SHORTEST_PAUSE if steady else min(2 * pause, _LONGEST_PAUSE)
        await asyncio.sleep(pause)


async def _stop(process: Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.terminate()
        try:
            await asyncio.wait_for(process.wait(), _LEAVE_SECONDS)
        except TimeoutError:
            process.kill()
