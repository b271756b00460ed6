"""The worker: gives queued drafts to DBOS, runs one at a time, and takes over from the dead.

A draft is one durable step whose result is how it ended; pixels never leave that step. The engine
runs a draft at least once, and drafts are kept by their digest, so a draft is on file once.
"""

import logging
import threading
from collections.abc import Callable
from types import TracebackType

from dbos import DBOS, DBOSConfig, EnqueueOptions

from toile.adapters.jobs.crew import Crew
from toile.adapters.jobs.durable import DurableJobs
from toile.adapters.jobs.engine_json import FactsOnly
from toile.adapters.jobs.handing import (
    begin,
    forget_handing,
    hand_again,
    handed,
    left_behind,
    to_hand,
    unfinished,
    workflow_id,
)
from toile.domain.drafts import DraftRequest
from toile.domain.errors import Cancelled, ToileError

log = logging.getLogger(__name__)

QUEUE = "drafts"
WORKFLOW = "draft"
# Workflows of an older worker are finished by a newer one.
ENGINE_VERSION = "1"
POLL_SECONDS = 0.1
SWEEP_SECONDS = 2.0
OVER = ("SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED")


class Worker:
    """One process that draws; ``run`` makes one draft and reports where it stands."""

    def __init__(
        self, jobs: DurableJobs, run: Callable[[DraftRequest], object], *, engine_url: str, me: str
    ) -> None:
        self._jobs = jobs
        self._run = run
        self._url = engine_url
        self._crew = Crew(jobs.engine, jobs.now, me)

    def work(self, leave: threading.Event, *, at_once: int = 1) -> None:
        """Draw until ``leave`` is set; what is unfinished then goes on at the next start."""
        self._crew.beat()
        self._launch(at_once)
        forget_handing(self._jobs.engine)
        log.info("worker ready", extra={"worker": self._crew.me})
        sweep_in = 0.0
        while not leave.wait(POLL_SECONDS):
            if sweep_in <= 0:
                self._crew.beat()
                self._sweep()
                sweep_in = SWEEP_SECONDS
            sweep_in -= POLL_SECONDS
            self._hand_over()
        self._crew.leave()

    def _launch(self, at_once: int) -> None:
        DBOS(
            config=DBOSConfig(
                name="toile",
                system_database_url=self._url,
                executor_id=self._crew.me,
                application_version=ENGINE_VERSION,
                serializer=FactsOnly(),
                log_level="ERROR",
            )
        )

        # The engine marks what it is given, which a bound method does not allow.
        def draw(draft_id: str) -> str:
            return self._draw(draft_id)

        step = DBOS.step(name="draw")(draw)

        def draft(draft_id: str) -> str:
            return str(step(draft_id))

        DBOS.workflow(name=WORKFLOW)(draft)
        DBOS.launch()
        DBOS.register_queue(
            QUEUE,
            worker_concurrency=at_once,
            polling_interval_sec=POLL_SECONDS,
            on_conflict="always_update",
        )

    def _hand_over(self) -> None:
        for row in to_hand(self._jobs.engine):
            DBOS.enqueue_workflow_with_options(
                EnqueueOptions(
                    queue_name=QUEUE,
                    workflow_name=WORKFLOW,
                    workflow_id=workflow_id(row),
                    app_version=ENGINE_VERSION,
                    priority=row.turn,
                ),
                row.id,
            )
            handed(self._jobs.engine, row)

    def _sweep(self) -> None:
        alive = self._crew.alive()
        for flow in DBOS.list_workflows(status="PENDING", load_input=False, load_output=False):
            if flow.executor_id not in alive:
                DBOS.resume_workflow(flow.workflow_id, queue_name=QUEUE)
                log.info("draft taken over", extra={"workflow": flow.workflow_id})
        for row in left_behind(self._jobs.engine):
            hand_again(self._jobs.engine, row)
        rows = {workflow_id(row): row for row in unfinished(self._jobs.engine)}
        if not rows:
            return
        for flow in DBOS.list_workflows(
            workflow_ids=list(rows), status=list(OVER), load_input=False, load_output=False
        ):
            hand_again(self._jobs.engine, rows[flow.workflow_id])

    def _draw(self, draft_id: str) -> str:
        request = begin(self._jobs.engine, draft_id, self._crew.me, self._jobs.now())
        if request is None:
            return "not begun"
        with _Ending(self._jobs, request):
            self._run(request)
        return "done"


class _Ending:
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
