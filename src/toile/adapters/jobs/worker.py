"""The worker: gives queued drafts to DBOS, draws them, and takes over from the dead.

A draft is one durable step whose result is how it ended; pixels never leave that step. The engine
runs a draft at least once, and drafts are kept by their digest, so a draft is on file once. After
a death the interrupted drafts are drawn one by one: one that kills a worker does so alone.
"""

import logging
import threading
from collections.abc import Callable

from dbos import DBOS, DBOSClient, DBOSConfig, EnqueueOptions
from sqlalchemy.exc import DBAPIError

from toile.adapters.jobs.clearing import AT_ONCE, OVER, clear_endings, clear_flows
from toile.adapters.jobs.crew import Crew
from toile.adapters.jobs.durable import DurableJobs
from toile.adapters.jobs.ending import Ending
from toile.adapters.jobs.engine_file import make_ready
from toile.adapters.jobs.engine_json import FactsOnly
from toile.adapters.jobs.handing import (
    any_suspect,
    any_unfinished,
    begin,
    forget_handing,
    hand_again,
    handed,
    interrupted,
    left_behind,
    let_go,
    to_hand,
    unfinished,
    workflow_id,
)
from toile.domain.drafts import Draft, DraftRequest
from toile.domain.errors import CardLost, ServiceUnavailable
from toile.domain.ids import DraftId

log = logging.getLogger(__name__)

QUEUE = "drafts"
WORKFLOW = "draft"
# Workflows of an older worker are finished by a newer one.
ENGINE_VERSION = "1"
POLL_SECONDS = 0.2
# Each draft waits for the engine's next look, so it looks often while there are some; an idle
# worker that looked so often would warm a laptop.
LOOK_SECONDS, IDLE_LOOK_SECONDS = 0.02, 0.2
SWEEP_SECONDS = 2.0
CLEAR_SECONDS = 3600.0
# Looks in a row that the records may leave unanswered; each has waited for them already.
MOST_SILENT = 20


class Worker:
    """One process that draws; ``run`` makes one draft and reports where it stands.

    ``kept`` returns a draft that is on file, so that none is given up whose picture is; ``tidy`` is
    called at the start and once an hour.
    """

    def __init__(
        self,
        jobs: DurableJobs,
        run: Callable[[DraftRequest], object],
        kept: Callable[[DraftId], Draft | None],
        *,
        engine_url: str,
        me: str,
        tidy: Callable[[], object] | None = None,
    ) -> None:
        self._jobs = jobs
        self._run = run
        self._kept = kept
        self._tidy = tidy
        self._url = engine_url
        self._crew = Crew(jobs.engine, jobs.now, me)
        self._sweep_in = self._clear_in = 0.0
        self._pace = (0, 0.0)
        self._lost = threading.Event()

    def work(self, leave: threading.Event, *, at_once: int = 1) -> None:
        """Draw until ``leave`` is set; what is unfinished then goes on at the next start.

        Raises ``CardLost`` when the card failed: another process must go on.
        """
        self._crew.beat()
        make_ready(self._url)
        DBOS.migrate(self._url)
        engine = DBOSClient(system_database_url=self._url, serializer=FactsOnly())
        # Before this worker takes anything: what was interrupted goes on first.
        self._sweep(engine)
        forget_handing(self._jobs.engine)
        if engine.retrieve_queue(QUEUE) is not None:
            # The engine begins as the last worker left it, before it can be told otherwise.
            self._open_queue(at_once, engine.register_queue)
        self._launch()
        self._open_queue(at_once)
        log.info("worker ready", extra={"worker": self._crew.me})
        silent = 0
        while not leave.wait(POLL_SECONDS) and not self._lost.is_set():
            try:
                self._look(engine, at_once)
                silent = 0
            except (ServiceUnavailable, DBAPIError) as error:
                # A connection that was cut is whole again at the next call.
                silent += 1
                log.warning("records did not answer", extra={"fault": type(error).__name__})
                if silent == MOST_SILENT:
                    raise _gone() from error
        self._crew.leave()
        if not self._lost.is_set():
            let_go(self._jobs.engine, self._crew.me, self._jobs.now())
        else:
            raise CardLost("The card failed.", hint="A fresh worker goes on where this one was.")

    def _look(self, engine: DBOSClient, at_once: int) -> None:
        if self._sweep_in <= 0:
            self._crew.beat()
            self._sweep(engine)
            self._sweep_in = SWEEP_SECONDS
        if self._clear_in <= 0:
            self._clear(engine)
            self._clear_in = CLEAR_SECONDS
        self._sweep_in -= POLL_SECONDS
        self._clear_in -= POLL_SECONDS
        self._hand_over(engine)
        self._open_queue(at_once)

    def _now(self, at_once: int) -> tuple[int, float]:
        """Return how many drafts are drawn side by side now, and how often the engine looks."""
        if not any_unfinished(self._jobs.engine):
            return at_once, IDLE_LOOK_SECONDS
        if at_once > 1 and any_suspect(self._jobs.engine, self._crew.alive()):
            return 1, LOOK_SECONDS
        return at_once, LOOK_SECONDS

    def _launch(self) -> None:
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

    def _open_queue(
        self, at_once: int, register: Callable[..., object] = DBOS.register_queue
    ) -> None:
        if (pace := self._now(at_once)) == self._pace:
            return
        side_by_side, look = pace
        register(
            QUEUE,
            worker_concurrency=side_by_side,
            polling_interval_sec=look,
            on_conflict="always_update",
        )
        self._pace = pace

    def _hand_over(self, engine: DBOSClient) -> None:
        for row in to_hand(self._jobs.engine):
            engine.enqueue(
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

    def _sweep(self, engine: DBOSClient) -> None:
        alive = self._crew.alive()
        for flow in engine.list_workflows(status="PENDING", load_input=False, load_output=False):
            if flow.executor_id not in alive:
                engine.resume_workflow(flow.workflow_id, queue_name=QUEUE)
                interrupted(self._jobs.engine, flow.workflow_id, self._jobs.now())
                log.info("draft taken over", extra={"workflow": flow.workflow_id})
        for row in left_behind(self._jobs.engine):
            hand_again(self._jobs.engine, row)
        rows = {workflow_id(row): row for row in unfinished(self._jobs.engine)}
        if not rows:
            return
        for flow in engine.list_workflows(
            workflow_ids=list(rows), status=list(OVER), load_input=False, load_output=False
        ):
            hand_again(self._jobs.engine, rows[flow.workflow_id])

    def _clear(self, engine: DBOSClient) -> None:
        now = self._jobs.now()
        if self._tidy:
            self._tidy()
        while (flows := clear_flows(engine, now)) == AT_ONCE:
            log.info("old workflows cleared", extra={"count": flows})
        if rows := clear_endings(self._jobs.engine, now):
            log.info("old endings cleared", extra={"count": rows})

    def _draw(self, draft_id: str) -> str:
        # A lost card paints nothing more; each draft it is given waits for the next worker.
        if self._lost.is_set():
            return "not begun"
        me, now = self._crew.me, self._jobs.now()
        request = begin(self._jobs.engine, draft_id, me, now, self._kept)
        if request is None:
            return "not begun"
        try:
            with Ending(self._jobs, request):
                self._run_through(request)
        except CardLost:
            self._lost.set()
            interrupted(self._jobs.engine, draft_id, self._jobs.now())
            return "interrupted"
        return "done"

    def _run_through(self, request: DraftRequest) -> None:
        try:
            self._run(request)
        except CardLost:
            raise
        except ServiceUnavailable as error:
            # A connection that was cut is whole again; a disk that is full says so once more.
            log.info(
                "draft tried again", extra={"draft": request.id, "fault": type(error).__name__}
            )
            self._run(request)


def _gone() -> ServiceUnavailable:
    return ServiceUnavailable(
        "The records have not answered this worker for a while, so it left.",
        hint="Drafts that wait go on when a worker starts again.",
    )
