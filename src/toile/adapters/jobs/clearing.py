"""Old endings are cleared away, so that rows and the engine's file do not grow for ever.

A draft itself, its record and its ledger entry are elsewhere and stay. Knows nothing of drawing.
"""

from datetime import datetime, timedelta

from dbos import DBOSClient
from sqlalchemy import Engine, delete

from toile.adapters.jobs.rows import changing, stamp
from toile.adapters.jobs.tables import job

# A month of reasons why something was refused or failed; asking again later is a new job.
ENDINGS_KEPT = timedelta(days=30)
# The engine needs a finished workflow only until its ending was seen, which takes seconds.
FLOWS_KEPT = timedelta(days=1)
# A quarantined row stays: it is what keeps the same request from being drawn again.
CLEARED = ("finished", "refused", "failed", "cancelled")
OVER = ("SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED")
# Few enough to delete in one short transaction.
AT_ONCE = 500


def clear_endings(engine: Engine, now: datetime) -> int:
    """Delete the rows of drafts that ended long ago; return how many."""
    before = stamp(now - ENDINGS_KEPT)
    with changing(engine) as connection:
        gone = connection.execute(
            delete(job).where(job.c.state.in_(CLEARED), job.c.changed_at < before)
        )
    return gone.rowcount


def clear_flows(engine: DBOSClient, now: datetime) -> int:
    """Delete the engine's finished workflows, the oldest first; return how many."""
    flows = engine.list_workflows(
        status=list(OVER),
        completed_before=(now - FLOWS_KEPT).isoformat(),
        limit=AT_ONCE,
        load_input=False,
        load_output=False,
    )
    if flows:
        engine.delete_workflows([flow.workflow_id for flow in flows])
    return len(flows)
