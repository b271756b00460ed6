"""``toile worker``: draw queued drafts until told to leave; the studio starts one by itself."""

import logging
import os
import signal
import stat
import sys
import threading
import traceback
from types import FrameType

import typer

from toile import bootstrap
from toile.bootstrap.doctor import refuse_broken, unsigned
from toile.domain.errors import ServiceUnavailable, ToileError
from toile.settings import Settings

app = typer.Typer(help="Draw queued drafts (the studio starts one by itself).")

_PLAIN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


@app.command()
def worker(
    at_once: int | None = typer.Option(
        None, min=1, max=16, help="How many drafts are drawn side by side; else as many as it can."
    ),
) -> None:
    """Draw queued drafts until the studio that started this is gone, or a signal says so."""
    _log_facts()
    leave = threading.Event()
    # Ctrl-C reaches the whole group; the studio ends first and closes our input.
    signal.signal(signal.SIGINT, signal.SIG_IGN if _has_studio() else _leaving(leave))
    signal.signal(signal.SIGTERM, _leaving(leave))
    if _has_studio():
        threading.Thread(target=_watch, args=(leave,), daemon=True).start()
    code = 1
    try:
        settings = Settings()
        refuse_broken(settings)
        if why := unsigned(settings):
            logging.getLogger(__name__).warning(why)
        bootstrap.draw(settings, leave, at_once=at_once)
        code = 0
    except ToileError as error:
        sys.stderr.write(f"{error}\n")
        code = 3 if isinstance(error, ServiceUnavailable) else 2
    finally:
        if code == 1:
            traceback.print_exc()
        # The engine's threads would keep a broken worker alive. A draft half drawn is left as a
        # kill would leave it: the next worker takes it up.
        logging.shutdown()
        os._exit(code)


def _has_studio() -> bool:
    mode = os.fstat(sys.stdin.fileno()).st_mode
    return stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)


def _watch(leave: threading.Event) -> None:
    while sys.stdin.buffer.read(1024):
        pass
    leave.set()


def _leaving(leave: threading.Event) -> "signal._HANDLER":
    def handler(_signal: int, _frame: FrameType | None) -> None:
        leave.set()

    return handler


class _Facts(logging.Formatter):
    """One line an event: the time, what happened, and its facts as ``name=value``."""

    def format(self, record: logging.LogRecord) -> str:
        facts = {name: value for name, value in vars(record).items() if name not in _PLAIN}
        told = "".join(f" {name}={value}" for name, value in facts.items())
        return f"{self.formatTime(record)} {record.levelname} {record.getMessage()}{told}"


def _log_facts() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(_Facts())
    logging.getLogger("toile").addHandler(handler)
    logging.getLogger("toile").setLevel(logging.INFO)
