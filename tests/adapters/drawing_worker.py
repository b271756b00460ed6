"""A real worker process for the kill tests: slow, honest drafts into a folder of their own.

Run as ``drawing_worker.py FOLDER SECONDS [SIDE_BY_SIDE]``; a draft is stored, kept and reported as
the studio's own verb does it. A line ``begin DRAFT PID`` is added to ``begun.log`` for each start.
"""

import os
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from builders_records import a_draft, a_fact, no_tables

from toile.adapters.images.folder import ImageFolder
from toile.adapters.jobs.durable import DurableJobs
from toile.adapters.jobs.handing import STARTS
from toile.adapters.jobs.worker import Worker
from toile.adapters.records.sql import SqlRecords
from toile.adapters.system import SystemClock
from toile.domain.drafts import DraftRequest
from toile.domain.errors import Cancelled, CardLost


def _die(request: DraftRequest, folder: Path, seconds: float, records: SqlRecords) -> None:
    """End the process by a draft that takes it down, or that is kept and told to nobody."""
    if request.style == "deadly":
        time.sleep(seconds)
        os._exit(7)
    if request.style == "untold" and records.drafts.draft(request.id) is None:
        if (folder / "begun.log").read_text(encoding="utf-8").count("\n") == STARTS:
            records.drafts.keep(a_draft(request, datetime.now(UTC)), a_fact(request))
        os._exit(7)


def main(folder: Path, seconds: float, at_once: int) -> None:
    url = os.environ.get("RECORDS", f"sqlite:///{folder / 'toile.db'}")
    records = SqlRecords.open(url, now=SystemClock().now, tables=no_tables)
    jobs = DurableJobs(records.engine, SystemClock().now)
    images = ImageFolder(folder / "images")

    def run(request: DraftRequest) -> None:
        with open(folder / "begun.log", "a", encoding="utf-8") as log:
            log.write(f"{request.id} {os.getpid()}\n")
        _die(request, folder, seconds, records)
        if request.style == "lost" and not (folder / "lost").exists():
            (folder / "lost").touch()
            raise CardLost("The card failed while painting.")
        if request.style == "faulty":
            raise ValueError("a brief about secret things")
        if known := records.drafts.draft(request.id):
            jobs.report(known.id, "finished", share=1.0)
            return
        for part in range(10):
            if jobs.stopped(request.id):
                raise Cancelled("stopped")
            time.sleep(seconds / 10)
            jobs.report(request.id, "running", "rendering", part / 10, "Rendering")
        images.put(request.id.encode(), "image/jpeg")
        records.drafts.keep(a_draft(request, datetime.now(UTC)), a_fact(request))
        jobs.report(request.id, "finished", share=1.0)

    engine_url = os.environ.get("ENGINE", f"sqlite:///{folder / 'engine.db'}")
    worker = Worker(
        jobs, run, records.drafts.draft, engine_url=engine_url, me=f"test-{os.getpid()}"
    )
    leave = threading.Event()

    def listen() -> None:
        sys.stdin.read()
        leave.set()

    threading.Thread(target=listen, daemon=True).start()
    try:
        worker.work(leave, at_once=at_once)
    except CardLost:
        os._exit(3)
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]), int([*sys.argv, "1"][3]))
