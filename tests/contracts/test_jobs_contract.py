"""What every list of jobs promises the page, on SQLite and on PostgreSQL; no worker runs here."""

import socket
import subprocess
import sys
from datetime import timedelta

import pytest
from builders_records import NOON, StandingClock, a_request

from toile.adapters.jobs.clearing import clear_endings
from toile.adapters.jobs.durable import DurableJobs
from toile.adapters.jobs.handing import begin, left_behind, to_hand, workflow_id
from toile.adapters.jobs.rows import changing
from toile.adapters.jobs.tables import job
from toile.adapters.records.sql import SqlRecords
from toile.domain.drafts import Draft, DraftRequest
from toile.domain.errors import NotFound
from toile.domain.ids import BoardId, DraftId, ImageHash, TwinId

BOARD = BoardId("board-1")
FORMING = ImageHash("f" * 64)


@pytest.fixture
def jobs(records: SqlRecords, clock: StandingClock) -> DurableJobs:
    return DurableJobs(records.engine, clock.now)


def nothing_kept(_: DraftId) -> Draft | None:
    """Return no draft: none of these jobs has a picture on file."""
    return None


def drawn(jobs: DurableJobs, clock: StandingClock, request: DraftRequest, seconds: int) -> None:
    jobs.submit(request)
    begin(jobs.engine, request.id, "worker", clock.at, nothing_kept)
    clock.at += timedelta(seconds=seconds)
    jobs.report(request.id, "finished")


def begun(jobs: DurableJobs, clock: StandingClock, request: DraftRequest) -> None:
    jobs.submit(request)
    begin(jobs.engine, request.id, "worker", clock.at, nothing_kept)


def eta(jobs: DurableJobs, number: int) -> float | None:
    status = jobs.status(a_request(number).id)
    assert status is not None
    return status.eta_seconds


def test_the_same_request_twice_is_one_job(jobs: DurableJobs) -> None:
    first = jobs.submit(a_request())
    assert jobs.submit(a_request()) == first
    assert jobs.statuses(BOARD) == (first,)
    assert (first.state, first.queue_place, first.eta_seconds) == ("queued", 1, None)


def test_a_finished_draft_is_not_queued_again(jobs: DurableJobs, clock: StandingClock) -> None:
    drawn(jobs, clock, a_request(), 5)
    assert jobs.submit(a_request()).state == "finished"
    assert list(to_hand(jobs.engine)) == []


@pytest.mark.parametrize("ending", ["refused", "failed", "cancelled"])
def test_what_ended_without_a_picture_may_be_asked_again(jobs: DurableJobs, ending: str) -> None:
    request = a_request()
    jobs.submit(request)
    jobs.report(request.id, ending, say="why")  # type: ignore[arg-type]
    again = jobs.submit(request)
    assert (again.state, again.say) == ("queued", "")
    assert [workflow_id(row) for row in to_hand(jobs.engine)] == [f"{request.id}.2"]


def test_a_state_never_goes_backwards(jobs: DurableJobs, clock: StandingClock) -> None:
    request = a_request()
    jobs.submit(request)
    jobs.report(request.id, "running", "rendering", 0.6, "Rendering", FORMING)
    clock.at += timedelta(seconds=1)
    jobs.report(request.id, "running", "rendering", 0.2)
    (seen,) = jobs.statuses(BOARD)
    assert (seen.share, seen.say, seen.forming) == (0.6, "Rendering", FORMING)
    jobs.report(request.id, "finished")
    jobs.report(request.id, "running", "marking", 0.9)
    jobs.report(request.id, "failed", say="late")
    assert jobs.statuses(BOARD)[0].state == "finished"


def test_a_finished_draft_may_only_be_quarantined(jobs: DurableJobs, clock: StandingClock) -> None:
    drawn(jobs, clock, a_request(), 1)
    jobs.report(a_request().id, "quarantined", say="revoked")
    assert jobs.statuses(BOARD)[0].state == "quarantined"


def test_a_waiting_draft_is_cancelled_at_once_and_a_running_one_at_its_next_look(
    jobs: DurableJobs, clock: StandingClock
) -> None:
    waiting, running = a_request(1), a_request(2)
    jobs.submit(waiting)
    jobs.submit(running)
    begin(jobs.engine, running.id, "worker", clock.at, nothing_kept)
    jobs.cancel(waiting.id)
    jobs.cancel(running.id)
    assert [status.state for status in jobs.statuses(BOARD)] == ["cancelled", "running"]
    assert jobs.stopped(running.id)
    assert begin(jobs.engine, waiting.id, "worker", clock.at, nothing_kept) is None


def test_a_draft_nobody_asked_for_cannot_be_cancelled(jobs: DurableJobs) -> None:
    with pytest.raises(NotFound):
        jobs.cancel(DraftId("0" * 64))
    assert jobs.status(DraftId("0" * 64)) is None
    assert not jobs.stopped(DraftId("0" * 64))


def test_fifty_drafts_of_one_person_do_not_keep_the_next_waiting(
    jobs: DurableJobs, clock: StandingClock
) -> None:
    for seed in range(5):
        jobs.submit(a_request(seed, by="Ann"))
    clock.at += timedelta(seconds=1)
    jobs.submit(a_request(100, by="Ben"))
    jobs.submit(a_request(101, by="Ben"))
    people = [row.person for row in to_hand(jobs.engine)]
    assert people == ["Ann", "Ben", "Ann", "Ben", "Ann", "Ann", "Ann"]


def test_a_newcomer_joins_at_the_turn_being_served(jobs: DurableJobs, clock: StandingClock) -> None:
    for seed in range(4):
        jobs.submit(a_request(seed, by="Ann"))
    for seed in range(2):
        begin(jobs.engine, a_request(seed, by="Ann").id, "worker", clock.at, nothing_kept)
        jobs.report(a_request(seed, by="Ann").id, "finished")
    clock.at += timedelta(seconds=1)
    jobs.submit(a_request(100, by="Ben"))
    assert [row.person for row in to_hand(jobs.engine)] == ["Ann", "Ben", "Ann"]


def test_interactive_drafts_come_before_a_batch(jobs: DurableJobs) -> None:
    jobs.submit(a_request(1, by="Batch"), interactive=False)
    late = jobs.submit(a_request(2, by="Ann"))
    assert [row.person for row in to_hand(jobs.engine)] == ["Ann", "Batch"]
    assert late.queue_place == 1


def test_there_is_no_estimate_before_the_first_measured_draft(
    jobs: DurableJobs, clock: StandingClock
) -> None:
    drawn(jobs, clock, a_request(1), 8)
    painted = a_request(2, generator="diffusers")
    assert jobs.submit(painted).eta_seconds is None
    assert jobs.submit(a_request(3)).eta_seconds is None
    jobs.cancel(painted.id)
    alone = jobs.status(a_request(3).id)
    assert alone is not None
    assert alone.eta_seconds == 8


def test_a_size_that_was_never_drawn_is_estimated_from_other_sizes(
    jobs: DurableJobs, clock: StandingClock
) -> None:
    drawn(jobs, clock, a_request(1, width=200, height=300), 8)
    assert jobs.submit(a_request(2, width=400, height=300)).eta_seconds == pytest.approx(16)


def test_the_first_draft_of_its_kind_is_estimated_from_its_own_progress(
    jobs: DurableJobs, clock: StandingClock
) -> None:
    begun(jobs, clock, a_request(1))
    clock.at += timedelta(seconds=4)
    jobs.report(a_request(1).id, "running", "deciding", 0.02)
    assert eta(jobs, 1) is None
    jobs.report(a_request(1).id, "running", "rendering", 0.4)
    assert eta(jobs, 1) == pytest.approx(6)


def test_a_draft_slower_than_usual_never_stands_at_its_last_second(
    jobs: DurableJobs, clock: StandingClock
) -> None:
    drawn(jobs, clock, a_request(1), 8)
    begun(jobs, clock, a_request(2))
    clock.at += timedelta(seconds=30)
    jobs.report(a_request(2).id, "running", "rendering", 0.5)
    assert eta(jobs, 2) == pytest.approx(30)


def test_an_estimate_that_was_passed_never_jumps_beyond_the_time_already_gone(
    jobs: DurableJobs, clock: StandingClock
) -> None:
    drawn(jobs, clock, a_request(1), 8)
    begun(jobs, clock, a_request(2))
    clock.at += timedelta(seconds=10)
    jobs.report(a_request(2).id, "running", "rendering", 0.31)
    assert eta(jobs, 2) == pytest.approx(10)


def test_what_is_being_stopped_has_no_time_left_to_tell(
    jobs: DurableJobs, clock: StandingClock
) -> None:
    drawn(jobs, clock, a_request(1), 8)
    begun(jobs, clock, a_request(2))
    jobs.cancel(a_request(2).id)
    status = jobs.status(a_request(2).id)
    assert status is not None
    assert (status.say, status.stopping, status.eta_seconds) == ("Stopping", True, None)


def test_new_words_are_written_at_once_and_what_only_counts_on_is_not(
    jobs: DurableJobs, clock: StandingClock
) -> None:
    begun(jobs, clock, a_request(1))

    def said(say: str) -> str:
        jobs.report(a_request(1).id, "running", "rendering", 0.1, say)
        status = jobs.status(a_request(1).id)
        assert status is not None
        return status.say

    assert said("Getting the image model ready") == "Getting the image model ready"
    assert said("dressing") == "dressing"
    assert said("Step 1 of 4") == "Step 1 of 4"
    assert said("Step 2 of 4") == "Step 1 of 4"
    clock.at += timedelta(seconds=1)
    assert said("Step 3 of 4") == "Step 3 of 4"


def test_who_waits_at_the_screen_is_not_told_the_time_of_a_batch(
    jobs: DurableJobs, clock: StandingClock
) -> None:
    drawn(jobs, clock, a_request(1), 8)
    for number in (2, 3, 4):
        jobs.submit(a_request(number), interactive=False)
        begin(jobs.engine, a_request(number).id, "worker", clock.at, nothing_kept)
    begun(jobs, clock, a_request(5))
    assert (eta(jobs, 5), eta(jobs, 2)) == (8, 32)


def test_the_first_of_many_side_by_side_is_not_taken_to_be_slow(
    jobs: DurableJobs, clock: StandingClock
) -> None:
    for number in range(1, 8):
        begun(jobs, clock, a_request(number))
    clock.at += timedelta(seconds=70)
    jobs.report(a_request(1).id, "finished")
    jobs.submit(a_request(8))
    # Seven shared seventy seconds, so one takes ten; six still run, and each is about done.
    assert eta(jobs, 8) == pytest.approx(1 + 6 * 10)


def test_what_was_stopped_while_others_were_drawn_shared_their_time(
    jobs: DurableJobs, clock: StandingClock
) -> None:
    for number in (1, 2):
        begun(jobs, clock, a_request(number))
    clock.at += timedelta(seconds=20)
    jobs.report(a_request(2).id, "cancelled")
    jobs.report(a_request(1).id, "finished")
    jobs.submit(a_request(3))
    assert eta(jobs, 3) == pytest.approx(10)


def test_an_estimate_adds_what_runs_and_what_is_ahead(
    jobs: DurableJobs, clock: StandingClock
) -> None:
    drawn(jobs, clock, a_request(1), 8)
    jobs.submit(a_request(2))
    begin(jobs.engine, a_request(2).id, "worker", clock.at, nothing_kept)
    clock.at += timedelta(seconds=3)
    jobs.submit(a_request(3))
    last = jobs.submit(a_request(4))
    assert last.eta_seconds == 5 + 8 + 8
    running = jobs.status(a_request(2).id)
    assert running is not None
    assert running.eta_seconds == 5


def test_pictures_painted_together_do_not_make_one_alone_look_slow(
    jobs: DurableJobs, clock: StandingClock
) -> None:
    for number in range(1, 8):
        jobs.submit(a_request(number))
        begin(jobs.engine, a_request(number).id, "worker", clock.at, nothing_kept)
    clock.at += timedelta(seconds=70)
    for number in range(1, 8):
        jobs.report(a_request(number).id, "finished")
    assert jobs.submit(a_request(8)).eta_seconds == 10


def test_each_of_two_workers_is_measured_by_itself(jobs: DurableJobs, clock: StandingClock) -> None:
    for number, worker in ((1, "one"), (2, "two")):
        jobs.submit(a_request(number))
        begin(jobs.engine, a_request(number).id, worker, clock.at, nothing_kept)
    clock.at += timedelta(seconds=8)
    for number in (1, 2):
        jobs.report(a_request(number).id, "finished")
    assert jobs.submit(a_request(3)).eta_seconds == 8


def test_an_estimate_knows_that_drafts_are_drawn_side_by_side(
    jobs: DurableJobs, clock: StandingClock
) -> None:
    drawn(jobs, clock, a_request(1), 8)
    for number in (2, 3):
        jobs.submit(a_request(number))
        begin(jobs.engine, a_request(number).id, "worker", clock.at, nothing_kept)
        clock.at += timedelta(seconds=2)
    first, second, third = (jobs.submit(a_request(number)) for number in (4, 5, 6))
    # The two that run share a worker: each takes 16 seconds, and 12 and 14 are left.
    assert (first.eta_seconds, second.eta_seconds) == (12 + 16, 14 + 16)
    assert third.eta_seconds == 12 + 16 + 16


def test_old_endings_are_cleared_and_what_is_quarantined_or_waits_is_not(
    jobs: DurableJobs, clock: StandingClock
) -> None:
    drawn(jobs, clock, a_request(1), 8)
    jobs.submit(a_request(2))
    jobs.report(a_request(2).id, "quarantined")
    jobs.submit(a_request(3))
    clock.at += timedelta(days=29)
    drawn(jobs, clock, a_request(4), 8)
    clock.at += timedelta(days=2)
    assert clear_endings(jobs.engine, clock.at) == 1
    left = {status.state for status in jobs.statuses(BOARD)}
    assert jobs.status(a_request(1).id) is None
    assert left == {"finished", "quarantined", "queued"}


def test_drafts_under_way_are_found_by_twin(jobs: DurableJobs) -> None:
    jobs.submit(a_request())
    assert [status.id for status in jobs.under_way(TwinId("noor"))] == [a_request().id]
    assert jobs.under_way(TwinId("mei")) == ()


def test_a_draft_made_here_is_not_given_to_a_worker(
    jobs: DurableJobs, clock: StandingClock
) -> None:
    claimed = jobs.claim(a_request())
    assert claimed.state == "running"
    assert list(to_hand(jobs.engine)) == []
    assert begin(jobs.engine, claimed.id, "worker", clock.at, nothing_kept) is None
    assert list(left_behind(jobs.engine)) == []


def test_a_draft_whose_maker_died_is_left_to_a_worker(jobs: DurableJobs) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    claimed = jobs.claim(a_request())
    with changing(jobs.engine) as connection:
        name = f"here:{socket.gethostname()}:{gone.pid}"
        connection.execute(job.update().values(worker=name))
    assert [row.id for row in left_behind(jobs.engine)] == [claimed.id]


@pytest.mark.parametrize("body", ["{}", a_request(99).model_dump_json()])
def test_a_request_changed_in_the_database_is_never_drawn(
    jobs: DurableJobs, clock: StandingClock, body: str
) -> None:
    jobs.submit(a_request())
    with changing(jobs.engine) as connection:
        connection.execute(job.update().values(body=body))
    assert begin(jobs.engine, a_request().id, "worker", clock.at, nothing_kept) is None
    assert jobs.statuses(BOARD)[0].state == "failed"


def test_many_reports_are_few_writes(jobs: DurableJobs, clock: StandingClock) -> None:
    request = a_request()
    jobs.submit(request)
    jobs.report(request.id, "running", "rendering", 0.1)
    for share in range(10, 90):
        jobs.report(request.id, "running", "rendering", share / 100)
    assert jobs.statuses(BOARD)[0].share == 0.1
    clock.at = NOON + timedelta(seconds=1)
    jobs.report(request.id, "running", "rendering", 0.9)
    assert jobs.statuses(BOARD)[0].share == 0.9
