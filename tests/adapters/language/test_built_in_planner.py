"""The planner: exact counts, every product, no view twice, reasons that cite the brief."""

from collections import Counter
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.domain.brief import Brief, Deliverable, Product, Talent, TwinWish
from toile.domain.shots import ShotList

TODAY = date(2026, 11, 23)


def plan(brief: Brief) -> ShotList:
    return BuiltInInterpreter().plan(brief, TODAY)


@given(
    st.lists(
        st.tuples(st.integers(1, 15), st.sampled_from(["4:5", "1:1", "16:9", "9:16"])),
        min_size=1,
        max_size=3,
    )
)
@settings(max_examples=25, deadline=None)
def test_the_asked_files_are_planned_exactly(asked: list[tuple[int, str]]) -> None:
    brief = Brief(
        deliverables=tuple(Deliverable(count=count, aspect=aspect) for count, aspect in asked)
    )
    wanted: Counter[str | None] = Counter()
    for count, aspect in asked:
        wanted[aspect] += count
    planned: Counter[str | None] = Counter()
    for shot in plan(brief).shots:
        planned[shot.aspect] += shot.files
    assert planned == wanted


@given(st.integers(1, 8))
@settings(max_examples=8, deadline=None)
def test_every_product_is_shown(count: int) -> None:
    products = tuple(Product(item=f"coat {n}") for n in range(count))
    shown = {garment for shot in plan(Brief(products=products)).shots for garment in shot.garments}
    assert shown == {f"coat {n}" for n in range(count)}


def test_no_view_comes_twice_in_one_light() -> None:
    shots = plan(
        Brief(deliverables=(Deliverable(count=20, aspect="4:5"),), lighting=("window light",))
    ).shots
    assert max(Counter((s.framing, s.angle, s.light) for s in shots).values()) == 1


def test_no_title_stands_twice_on_a_board() -> None:
    lights = ("window light", "golden hour")
    shots = plan(Brief(deliverables=(Deliverable(count=30, aspect="4:5"),), lighting=lights)).shots
    assert max(Counter(shot.title for shot in shots).values()) == 1


def test_a_thin_brief_still_gets_a_sensible_plan_and_a_reason() -> None:
    shots = plan(Brief(brand="Oriel")).shots
    assert 6 <= len(shots) <= 8
    assert any("names no number" in reason.because for reason in shots[0].reasons)


def test_a_reason_cites_the_words_of_the_brief() -> None:
    brief = BuiltInInterpreter().read_brief(
        "4 stills 4:5 on a rooftop at sunset. Wool coat.", TODAY
    )
    sources = {reason.source for shot in plan(brief).shots for reason in shot.reasons}
    assert any("sunset" in source for source in sources)


def test_shots_are_grouped_by_set_up() -> None:
    brief = Brief(
        location=("street", "rooftop"),
        lighting=("dusk",),
        deliverables=(Deliverable(count=8, aspect="4:5"),),
    )
    groups = [shot.group for shot in plan(brief).shots]
    assert groups == sorted(groups, key=groups.index)


def test_named_twins_are_cast_and_nobody_else() -> None:
    brief = Brief(
        twins=TwinWish(kind="digital", names=("Noor",)),
        deliverables=(Deliverable(count=4, aspect="4:5"),),
    )
    assert {name for shot in plan(brief).shots for name in shot.talent} == {"Noor"}


def test_a_brief_without_people_shows_none() -> None:
    shots = plan(Brief(talent=Talent(people=0), products=(Product(item="watch"),))).shots
    assert all(shot.talent == () and shot.pose is None for shot in shots)


def test_what_must_not_be_is_not_planned() -> None:
    shots = plan(
        Brief(must_not=("running",), deliverables=(Deliverable(count=24, aspect="4:5"),))
    ).shots
    assert all(shot.pose != "running" for shot in shots)


def test_a_must_have_is_noted_where_it_can_be_seen() -> None:
    brief = Brief(
        products=(Product(item="leather bag"), Product(item="wool coat")),
        must_have=("logo of the bag in every picture", "coat open in two pictures"),
        deliverables=(Deliverable(count=8, aspect="4:5"),),
    )
    shots = plan(brief).shots
    noted = [
        [shot.garments for shot in shots if wish in (shot.notes or "")] for wish in brief.must_have
    ]
    assert noted[0] == [s.garments for s in shots if "leather bag" in s.garments]
    assert len(noted[1]) == 2
    assert all("wool coat" in garments for garments in noted[1])


def test_a_brief_in_black_and_white_is_planned_in_black_and_white_with_its_words() -> None:
    text = "Maison Aube, 4 stills 4:5 on a beach, all in black and white. March 2027."
    reader = BuiltInInterpreter()
    shots = reader.plan(reader.read_brief(text, TODAY), TODAY).shots

    assert {shot.grade for shot in shots} == {"black and white"}
    assert any(reason.field == "grade" and "black and white" in reason.source
               for reason in shots[0].reasons)  # fmt: skip


def test_a_brief_that_wants_some_in_black_and_white_leaves_open_which() -> None:
    reader = BuiltInInterpreter()
    for text in ("6 stills, two of them in black and white", "4 b&w portraits, a colour still"):
        shots = reader.plan(reader.read_brief(text, TODAY), TODAY).shots
        assert {shot.grade for shot in shots} == {None}
