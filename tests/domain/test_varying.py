from hypothesis import given
from hypothesis import strategies as st

from toile.adapters.vocabulary.variations import load
from toile.domain.ids import ShotId
from toile.domain.shots import Shot
from toile.domain.varying import STRONG, SUBTLE, variation

SHOT = Shot(
    id=ShotId("s1"),
    pose="walking",
    angle="eye level",
    framing="full",
    lens="50mm",
    expression="neutral",
)
seeds = st.integers(0, 2**32)


@given(seeds)
def test_a_subtle_variation_takes_one_step_of_one_thing(seed: int) -> None:
    (step,) = variation(SHOT, SUBTLE, seed, load())
    row = next(row for row in load().near[step.field] if str(getattr(SHOT, step.field)) in row)
    assert abs(row.index(str(step.value)) - row.index(str(getattr(SHOT, step.field)))) == 1


@given(seeds)
def test_a_strong_variation_changes_three_things(seed: int) -> None:
    steps = variation(SHOT, STRONG, seed, load())
    assert len({step.field for step in steps}) == 3
    assert all(getattr(SHOT, step.field) != step.value for step in steps)


@given(seeds, st.sampled_from([SUBTLE, STRONG]))
def test_what_is_locked_never_varies(seed: int, strength: float) -> None:
    locked = SHOT.with_(locked=("pose", "framing"))
    fields = {step.field for step in variation(locked, strength, seed, load())}
    assert not fields & {"pose", "framing"}


@given(seeds)
def test_the_same_seed_gives_the_same_variation(seed: int) -> None:
    assert variation(SHOT, STRONG, seed, load()) == variation(SHOT, STRONG, seed, load())


def test_a_shot_with_everything_locked_does_not_vary() -> None:
    shot = SHOT.with_(locked=("pose", "angle", "framing", "lens", "expression"))
    assert variation(shot, STRONG, 1, load()) == ()
