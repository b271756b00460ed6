"""What every store of records keeps, on SQLite and on PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from builders_records import (
    NOON,
    StandingClock,
    a_board,
    a_draft,
    a_fact,
    a_licence,
    a_request,
    mark_of,
)

from toile.adapters.records.boards import SqlBoards
from toile.adapters.records.sql import SqlRecords
from toile.domain import ledger as chain
from toile.domain.consent import Consent
from toile.domain.errors import BadInput, CommandRefused, NotFound
from toile.domain.ids import BoardId, LicenceId, TwinId
from toile.domain.rights.world import Approval, Exclusivity, Hold

LICENCE = LicenceId("lic-1")


def test_every_revision_of_a_board_is_kept(records: SqlRecords) -> None:
    records.boards.save(a_board())
    records.boards.save(a_board(revision=2, title="Sea and salt"))
    # As another process reads: whoever saved a board has it in hand still.
    stored = SqlBoards(records.engine)
    assert stored.board(BoardId("board-1")).title == "Sea and salt"
    assert stored.board(BoardId("board-1"), 1) == a_board()


def test_the_second_of_two_tabs_is_refused_and_the_first_is_kept(records: SqlRecords) -> None:
    records.boards.save(a_board())
    records.boards.save(a_board(revision=2, what="mine"))
    with pytest.raises(CommandRefused, match="changed in another tab"):
        records.boards.save(a_board(revision=2, what="yours"))
    assert records.boards.board(BoardId("board-1")).what == "mine"


def test_a_revision_is_never_stored_over_a_gap(records: SqlRecords) -> None:
    records.boards.save(a_board())
    with pytest.raises(CommandRefused):
        records.boards.save(a_board(revision=3))


def test_twelve_tabs_at_once_make_one_revision(records: SqlRecords) -> None:
    records.boards.save(a_board())

    def save(tab: int) -> bool:
        try:
            records.boards.save(a_board(revision=2, what=f"tab {tab}"))
        except CommandRefused:
            return False
        return True

    with ThreadPoolExecutor(12) as pool:
        assert sum(pool.map(save, range(12))) == 1


def test_boards_are_listed_newest_first_and_by_brand(records: SqlRecords) -> None:
    records.boards.save(a_board("old"))
    records.boards.save(a_board("new", at=NOON + timedelta(hours=1)))
    records.boards.save(a_board("other", brand="rival"))
    assert [line.id for line in records.boards.listed("maison")] == ["new", "old"]
    assert len(records.boards.listed()) == 3


def test_a_board_that_is_not_on_file_is_named(records: SqlRecords) -> None:
    with pytest.raises(NotFound, match="no board nowhere"):
        records.boards.board(BoardId("nowhere"))


def test_a_signed_licence_is_never_changed(records: SqlRecords) -> None:
    records.registry.put(a_licence())
    records.registry.put(a_licence())
    with pytest.raises(BadInput, match="is signed"):
        records.registry.put(a_licence(licensee="rival"))
    assert records.registry.licences((TwinId("noor"),)) == (a_licence(),)


def test_the_newest_version_of_a_licence_is_given(records: SqlRecords) -> None:
    records.registry.put(a_licence(), a_licence(version=2, licensee="maison-two"))
    (found,) = records.registry.licences((TwinId("noor"),))
    assert (found.version, found.licensee) == (2, "maison-two")


def test_a_revocation_is_told_with_the_licence_and_the_earliest_stands(records: SqlRecords) -> None:
    records.registry.put(a_licence())
    records.registry.revoke(LICENCE, NOON)
    records.registry.revoke(LICENCE, NOON + timedelta(days=1))
    records.registry.revoke(LICENCE, NOON, kind="suspended", until=NOON)
    (found,) = records.registry.licences((TwinId("noor"),))
    assert found.revocation is not None
    assert (found.revocation.kind, found.revocation.effective) == ("revoked", NOON)


def test_a_suspension_may_end_and_a_revocation_may_follow(records: SqlRecords) -> None:
    records.registry.put(a_licence())
    records.registry.revoke(LICENCE, NOON, kind="suspended")
    records.registry.revoke(LICENCE, NOON + timedelta(days=1))
    (found,) = records.registry.licences((TwinId("noor"),))
    assert found.revocation is not None
    assert found.revocation.kind == "revoked"


def test_a_licence_that_is_not_on_file_cannot_be_revoked(records: SqlRecords) -> None:
    with pytest.raises(NotFound):
        records.registry.revoke(LICENCE, NOON)


def test_all_of_a_put_is_stored_or_none(records: SqlRecords) -> None:
    records.registry.put(a_licence())
    with pytest.raises(BadInput):
        records.registry.put(Consent(id="c-1", twin="noor"), a_licence(licensee="rival"))
    assert records.registry.consents((TwinId("noor"),)) == ()


def test_a_withdrawn_consent_replaces_the_one_on_file(records: SqlRecords) -> None:
    records.registry.put(Consent(id="c-1", twin="noor"))
    records.registry.put(Consent(id="c-1", twin="noor", withdrawn_at=NOON))
    (found,) = records.registry.consents((TwinId("noor"),))
    assert found.withdrawn_at == NOON


def test_a_draft_kept_twice_is_one_draft_and_one_entry(records: SqlRecords) -> None:
    request = a_request()
    first = records.drafts.keep(a_draft(request), a_fact(request))
    again = records.drafts.keep(a_draft(request, NOON + timedelta(1)), a_fact(request))
    assert again == first
    assert records.drafts.draft(request.id) == a_draft(request)
    assert records.ledger.entries() == (first,)


def test_ten_workers_with_one_draft_keep_it_once(records: SqlRecords) -> None:
    request = a_request()
    with ThreadPoolExecutor(10) as pool:
        kept = list(
            pool.map(lambda _: records.drafts.keep(a_draft(request), a_fact(request)), range(10))
        )
    assert len({entry.number for entry in kept}) == 1
    assert len(records.ledger.entries()) == 1


def test_a_draft_is_found_by_its_mark_and_listed_by_board_and_twin(records: SqlRecords) -> None:
    request = a_request()
    records.drafts.keep(a_draft(request), a_fact(request))
    assert records.drafts.by_mark(mark_of(request.id)) == a_draft(request)
    assert records.drafts.by_mark(1) is None
    assert records.drafts.issued_marks() == (mark_of(request.id),)
    (line,) = records.drafts.listed(board=request.board)
    assert (line.state, line.licences) == ("finished", ("lic-1",))
    assert records.drafts.listed(twin=TwinId("noor")) == (line,)
    assert records.drafts.listed(twin=TwinId("nobody")) == ()


def test_a_quarantined_draft_stays_listed_with_its_reason(records: SqlRecords) -> None:
    request = a_request()
    records.drafts.keep(a_draft(request), a_fact(request))
    records.drafts.quarantine((request.id,), "Licence lic-1 was revoked")
    records.drafts.quarantine((request.id,), "later")
    (line,) = records.drafts.listed(board=request.board)
    assert (line.state, line.reason) == ("quarantined", "Licence lic-1 was revoked")


def test_a_draft_kept_after_its_licence_ended_is_never_shown(records: SqlRecords) -> None:
    request = a_request()
    records.registry.put(a_licence())
    records.registry.revoke(LICENCE, NOON - timedelta(seconds=1))
    records.drafts.keep(a_draft(request), a_fact(request))
    line = records.drafts.line(request.id)
    assert line is not None
    assert (line.state, line.reason.split(" was ")[0]) == ("quarantined", "The licence lic-1")


def test_a_draft_kept_before_a_revocation_takes_effect_may_be_shown(records: SqlRecords) -> None:
    request = a_request()
    records.registry.put(a_licence())
    records.registry.revoke(LICENCE, NOON + timedelta(days=30))
    records.drafts.keep(a_draft(request), a_fact(request))
    assert [line.state for line in records.drafts.listed()] == ["finished"]


def test_the_largest_mark_fits(records: SqlRecords) -> None:
    draft = a_draft(a_request())
    image = draft.image.model_copy(update={"mark_id": 2**64 - 1})
    records.drafts.keep(draft.model_copy(update={"image": image}), a_fact())
    assert records.drafts.issued_marks() == (2**64 - 1,)


def test_appends_from_many_threads_make_one_whole_chain(records: SqlRecords) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda i: records.ledger.append(a_fact(shot=str(i))), range(40)))
    entries = records.ledger.entries()
    assert chain.verify(entries, length=40) is None


def test_the_ledger_is_read_by_twin(records: SqlRecords) -> None:
    records.ledger.append(a_fact(twins=("noor", "noor")))
    records.ledger.append(a_fact(twins=("mei",)))
    assert [entry.number for entry in records.ledger.entries(twin=TwinId("mei"))] == [2]


def test_two_hundred_publishes_against_one_free_unit_give_one_success(records: SqlRecords) -> None:
    records.registry.put(a_licence(units=1))
    until = NOON + timedelta(hours=1)
    with ThreadPoolExecutor(16) as pool:
        won = list(
            pool.map(lambda i: records.counts.reserve(LICENCE, f"use-{i}", 1, until), range(200))
        )
    assert sum(won) == 1


def test_the_same_key_never_counts_twice(records: SqlRecords) -> None:
    records.registry.put(a_licence(units=1))
    until = NOON + timedelta(hours=1)
    for _ in range(3):
        assert records.counts.reserve(LICENCE, "use-1", 1, until)
        records.counts.commit(LICENCE, "use-1")
    state = records.world.world((TwinId("noor"),)).state("lic-1")
    assert (state.used, state.counted_keys) == (1, ("use-1",))
    assert not records.counts.reserve(LICENCE, "use-2", 1, until)


def test_released_and_lapsed_units_are_free_again(
    records: SqlRecords, clock: StandingClock
) -> None:
    records.registry.put(a_licence(units=1))
    until = NOON + timedelta(minutes=5)
    assert records.counts.reserve(LICENCE, "a", 1, until)
    records.counts.release(LICENCE, "a")
    assert records.counts.reserve(LICENCE, "b", 1, until)
    clock.at = until
    assert records.counts.reserve(LICENCE, "c", 1, until + timedelta(minutes=5))
    records.counts.commit(LICENCE, "b")
    assert not records.counts.reserve(LICENCE, "d", 1, until + timedelta(minutes=5))


def test_a_reservation_may_shrink_and_grow_within_the_limit(records: SqlRecords) -> None:
    records.registry.put(a_licence(units=3))
    until = NOON + timedelta(hours=1)
    assert records.counts.reserve(LICENCE, "a", 3, until)
    assert not records.counts.reserve(LICENCE, "a", 4, until)
    assert records.counts.reserve(LICENCE, "a", 1, until)
    assert records.counts.reserve(LICENCE, "b", 2, until)


def test_a_licence_without_a_limit_is_never_used_up(records: SqlRecords) -> None:
    records.registry.put(a_licence())
    assert records.counts.reserve(LICENCE, "a", 1_000, NOON + timedelta(hours=1))


def test_the_world_tells_claims_payment_approvals_and_groups(records: SqlRecords) -> None:
    bought = Exclusivity(holder="rival", twin="noor", products=("fragrance",))
    option = Hold(holder="rival", twin="noor", expires_at=NOON)
    records.registry.put(a_licence())
    records.world.claim(bought, option, bought, Exclusivity(holder="rival", twin="mei"))
    asked = Approval(asset_hash="a" * 64, asked_at=NOON)
    records.world.change("lic-1", fee_paid=True, approvals=(asked,))
    records.world.know("group", "The Group", ("maison", "rival"))
    world = records.world.world((TwinId("noor"),))
    assert (world.exclusivities, world.holds) == ((bought,), (option,))
    assert world.state("lic-1").approvals == (asked,)
    assert world.group_of("maison") == {"maison", "rival", "group"}
    records.world.lift(option)
    assert records.world.world((TwinId("noor"),)).holds == ()


def test_more_twins_than_one_statement_takes_may_be_asked_for(records: SqlRecords) -> None:
    records.registry.put(a_licence(units=2), Consent(id="c-1", twin="noor"))
    records.counts.reserve(LICENCE, "a", 1, NOON + timedelta(hours=1))
    many = (*(TwinId(f"twin-{number}") for number in range(70_000)), TwinId("noor"))
    assert len(records.registry.licences(many)) == 1
    assert len(records.registry.consents(many)) == 1
    assert len(records.world.world(many).state("lic-1").reservations) == 1
