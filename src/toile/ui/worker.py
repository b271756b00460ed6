"""Keeps one drawing worker beside the server: a plain process, begun anew when it dies."""

import asyncio
import contextlib
import logging
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

log = logging.getLogger(__name__)
_COMMAND = (sys.executable, "-m", "toile", "worker")
_PAUSE_SECONDS = 2.0
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
    while True:
        # The worker leaves when its input closes, so a killed server leaves no orphan behind.
        process = await asyncio.create_subprocess_exec(*_COMMAND, stdin=asyncio.subprocess.PIPE)
        try:
            code = await process.wait()
        except asyncio.CancelledError:
            await _stop(process)
            raise
        log.warning("the worker ended and is begun anew", extra={"code": code})
        await asyncio.sleep(_PAUSE_SECONDS)


async def _stop(process: Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.terminate()
        try:
            await asyncio.wait_for(process.wait(), _LEAVE_SECONDS)
        except TimeoutError:
            process.kill()
