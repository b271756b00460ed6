"""How a draft ends, whatever stopped it: in its row as a sentence, in the log as a place.

Nothing of a fault's message is written, since it may quote a brief.
"""

import logging
from types import TracebackType

from toile.adapters.jobs.durable import DurableJobs
from toile.domain.drafts import DraftRequest
from toile.domain.errors import Cancelled, CardLost, ToileError

log = logging.getLogger(__name__)


class Ending:
    """Give a draft its ending whatever stopped it; one draft's fault is not the worker's."""

    def __init__(self, jobs: DurableJobs, request: DraftRequest) -> None:
        self._jobs = jobs
        self._id = request.id

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        if error is None:
            # No effect after the verb's own "finished" or "refused": an ending stays.
            self._jobs.report(self._id, "finished")
            return True
        if isinstance(error, CardLost):
            # No ending: a fresh worker goes on with it.
            log.error("card lost", extra={"draft": self._id})
            return False
        if isinstance(error, Cancelled):
            self._jobs.report(self._id, "cancelled", say="Stopped")
            return True
        if isinstance(error, ToileError):
            self._jobs.report(self._id, "failed", say=str(error))
            log.warning("draft failed", extra={"draft": self._id, "fault": type(error).__name__})
            return True
        if isinstance(error, Exception):
            self._jobs.report(self._id, "failed", say=_fault(error))
            log.error("draft fault: %s", _place(error), extra={"draft": self._id})
            # The engine would log the message, which may quote a brief; the row has the ending.
            return True
        return False


def _fault(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return "There was not enough memory for this draft. Try the preview quality."
    return (
        f"A fault in the program stopped this draft ({type(error).__name__}). The log says where."
    )


def _place(error: Exception) -> str:
    # Only where it happened: a message may quote a brief.
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
    return f"{type(error).__name__} at {where}"
