import pytest
from hypothesis import given
from hypothesis import strategies as some

from toile.domain.people import (
    Allowed,
    Person,
    Refused,
    Role,
    Subject,
    VerbRow,
    alone,
    may,
    who_can,
)

EXPORT = VerbRow(of="board", says="let a board leave", roles=(Role.DIRECTOR, Role.PRODUCER))
REVOKE = VerbRow(of="licence", says="withdraw a licence", roles=(Role.OWNER,))
MAISON = Subject("maison-orel")


def somebody(*roles: Role, brands: tuple[str, ...] = ("maison-orel",)) -> Person:
    return Person(id="noor@example.com", name="Noor", brands=brands, roles=roles)


def test_a_producer_may_export_her_brands_board() -> None:
    assert may(somebody(Role.PRODUCER), EXPORT, MAISON) == Allowed(Role.PRODUCER)


def test_a_reviewer_is_told_who_can() -> None:
    answer = may(somebody(Role.REVIEWER), EXPORT, MAISON)
    assert isinstance(answer, Refused)
    assert answer.why == "As a reviewer you may not let a board leave."
    assert who_can(answer) == "Ask a director or a producer."
    assert not answer.elsewhere


def test_another_brands_board_lies_outside_her_sight() -> None:
    answer = may(somebody(Role.PRODUCER), EXPORT, Subject("rival"))
    assert isinstance(answer, Refused)
    assert answer.elsewhere


def test_an_owner_may_stop_licences_of_her_own_twin_only() -> None:
    owner = Person(id="i", name="Imani", roles=(Role.OWNER,), twins=("imani",))
    assert isinstance(may(owner, REVOKE, Subject("rival", ("imani",))), Allowed)
    assert isinstance(may(owner, REVOKE, Subject("rival", ("yuki",))), Refused)


def test_a_director_of_the_licensee_cannot_stop_a_licence() -> None:
    director = somebody(Role.DIRECTOR)
    assert isinstance(may(director, REVOKE, Subject("maison-orel", ("imani",))), Refused)


@pytest.mark.parametrize("row", [EXPORT, REVOKE])
def test_a_studio_of_one_is_never_refused(row: VerbRow) -> None:
    assert isinstance(may(alone("You"), row, Subject()), Allowed)


@given(
    roles=some.sets(some.sampled_from(Role)),
    brands=some.sets(some.sampled_from(["a", "b"])),
    twins=some.sets(some.sampled_from(["x", "y"])),
    allowed=some.sets(some.sampled_from(Role), min_size=1),
    brand=some.sampled_from([None, "a", "b", "c"]),
    inside=some.sets(some.sampled_from(["x", "y", "z"])),
)
def test_a_yes_always_rests_on_a_role_that_reaches_the_thing(
    roles: set[Role],
    brands: set[str],
    twins: set[str],
    allowed: set[Role],
    brand: str | None,
    inside: set[str],
) -> None:
    person = Person(id="p", name="P", roles=tuple(roles), brands=tuple(brands), twins=tuple(twins))
    row = VerbRow(of="draft", says="see", roles=tuple(allowed))
    answer = may(person, row, Subject(brand, tuple(inside)))
    if isinstance(answer, Allowed):
        assert answer.role in roles & allowed
        assert twins & inside if answer.role is Role.OWNER else brand in brands
    else:
        working = roles & allowed - {Role.OWNER}
        assert not (working and brand in brands)
