"""What a painter is asked, as values: inputs, packs, regions, words, edits, licences."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toile.bootstrap.painting import paint_template
from toile.domain.errors import BadInput
from toile.domain.ids import BrandId, PersonId, TwinId
from toile.domain.maps import Maps, Mask
from toile.domain.paint_words import PaintTemplate, facts_of
from toile.domain.painting import (
    GeneratorAbility,
    PaintRequest,
    Reference,
    TwinWeights,
    inputs_for,
    licence_refusal,
    packs,
)
from toile.domain.pictures import Picture
from toile.domain.region_edits import RegionEdit, merged, rederived
from toile.domain.shots import Shot
from toile.domain.twins import Hair, Mark, Measurements, Twin

TINY = Picture(4, 4, bytes(48))


def an_ability(**changes: object) -> GeneratorAbility:
    facts: dict[str, object] = {
        "family": "any",
        "model": "Any 1",
        "revision": "r",
        "licence": "Apache-2.0",
        "commercial": True,
        "references": 3,
        "maps": ("blocked", "pose", "depth"),
        "maps_together": 2,
        "images_together": 4,
        "strengths": True,
        "mask": True,
        "identity": "references",
        "steps": 4,
    }
    return GeneratorAbility.model_validate(facts | changes)


def some_maps() -> Maps:
    return Maps(
        4, 4, bytes(64), bytes(48), bytes([0, 1, 2, 2] * 4), ("", "coat", "hair"), (((1.0, 1.0),),)
    )


def a_request(name: str = "a", references: int = 1, **changes: object) -> PaintRequest:
    whose = TwinId("twin-1")
    facts: dict[str, object] = {
        "id": name,
        "prompt": "coat",
        "seed": 1,
        "width": 1024,
        "height": 1024,
        "blocked": TINY,
        "maps": some_maps(),
        "references": tuple(Reference(whose, "face", TINY) for _ in range(references)),
    }
    return PaintRequest(**(facts | changes))  # type: ignore[arg-type]


@given(references=st.integers(0, 6))
def test_nothing_a_family_cannot_take_is_dropped_silently(references: int) -> None:
    request = a_request(references=references)
    chosen = inputs_for(an_ability(), request)
    assert len(chosen.maps) + len(chosen.references) <= 4
    assert chosen.maps, "one map always stays: the composition is the director's"
    taken = len(chosen.maps) + len(chosen.references) + len(chosen.left_out)
    assert taken == 3 + references


def test_a_shot_without_people_has_no_pose_to_give() -> None:
    empty = Maps(4, 4, bytes(64), bytes(48), bytes(16), ("",))
    assert inputs_for(an_ability(), a_request(maps=empty)).maps == ("blocked", "depth")


@given(sizes=st.lists(st.sampled_from([512, 768, 1024]), min_size=1, max_size=12))
def test_packs_hold_equal_shapes_lose_nobody_and_stay_small(sizes: list[int]) -> None:
    requests = [a_request(f"r{place}", width=size) for place, size in enumerate(sizes)]
    grouped = packs(an_ability(), requests)
    assert sorted(one.id for pack in grouped for one in pack) == sorted(r.id for r in requests)
    assert all(len({one.width for one in pack}) == 1 for pack in grouped)
    assert max(len(pack) for pack in grouped) <= 4


def test_different_twin_weights_never_share_a_pack() -> None:
    def worn(digest: str) -> PaintRequest:
        return a_request(digest, weights=(TwinWeights(TwinId(digest), digest, 1.0, b""),))

    assert len(packs(an_ability(), [worn("ada"), worn("bo")])) == 2


def test_a_twins_weights_are_never_pickled() -> None:
    with pytest.raises(TypeError, match="never leave memory"):
        TwinWeights(TwinId("ada"), "d", 1.0, b"x").__reduce__()


@given(width=st.integers(200, 4000), height=st.integers(200, 4000))
def test_a_size_fits_the_grid_and_the_bounds(width: int, height: int) -> None:
    ability = an_ability(longest_side=1536, shortest_side=256, edit_pixels=1024 * 1024)
    for edits in (False, True):
        sides = ability.size(width, height, edits=edits)
        assert all(side % 16 == 0 and side > 0 for side in sides)
    if width / height < 4 and height / width < 4:
        assert max(ability.size(width, height)) <= 1536
        edited = ability.size(width, height, edits=True)
        assert edited[0] * edited[1] <= 1024 * 1024


def test_a_named_region_is_its_mask_and_an_unknown_one_is_refused() -> None:
    mask = some_maps().mask("hair")
    assert mask.alpha == bytes([0, 0, 255, 255] * 4)
    with pytest.raises(BadInput, match="no region 'shoe'") as caught:
        some_maps().mask("shoe")
    assert caught.value.hint == "There are: coat, hair."


def test_a_region_edit_needs_both_the_original_and_the_region() -> None:
    with pytest.raises(BadInput, match="needs the original"):
        a_request(original=TINY)
    with pytest.raises(BadInput, match="empty"):
        a_request(original=TINY, mask=Mask(4, 4, bytes(16)))


def test_edits_are_derived_again_from_the_original_with_all_words_and_regions() -> None:
    coat, hair = some_maps().mask("coat"), some_maps().mask("hair")
    edits = (RegionEdit("make the coat red.", coat), RegionEdit("shorter hair", hair))
    request = rederived(a_request(), TINY, edits)
    assert request.original is TINY
    assert request.mask == coat.union(hair)
    assert request.prompt.startswith("Make the coat red. Shorter hair.")
    assert request.seed == 1


def test_a_repeated_wish_is_said_once_and_last() -> None:
    mask = some_maps().mask("coat")
    edits = [RegionEdit(words, mask) for words in ("red", "blue", "Red.")]
    assert merged(edits) == "Blue. Red. Where these disagree, the last one counts."


def test_a_non_commercial_model_is_refused_by_name_for_a_commercial_brand_only() -> None:
    ability = an_ability(model="FLUX.2 [dev]", licence="FLUX NC", commercial=False)
    brand = BrandId("maison-orel")
    assert "FLUX.2 [dev] may not be used for maison-orel" in licence_refusal(
        ability, brand, commercial=True
    )
    assert licence_refusal(ability, brand, commercial=False) == ""


def a_twin() -> Twin:
    return Twin(
        id=TwinId("ines"),
        person=PersonId("p1"),
        name="Inès Duval",
        birth_date=date(1999, 1, 1),
        agency="Agency",
        based_in="FR",
        measurements=Measurements(
            height_cm=178, bust_cm=84, waist_cm=62, hips_cm=90, inseam_cm=84, shoe_eu=40
        ),
        skin=4,
        hair=Hair(style="bob", colour="dark brown", length="chin"),
        eyes="green",
        apparent_age=27,
        marks=(Mark(kind="freckles", where="nose"),),
    )


def test_the_words_hold_the_facts_and_never_a_name() -> None:
    shot = Shot.model_validate(
        {
            "id": "s1",
            "framing": "full length",
            "lens": "85mm",
            "garments": ("camel wool coat", "ivory trousers"),
            "pose": "walking towards the camera.",
            "must_not": ("sunglasses",),
        }
    )
    words = paint_template().fill(facts_of(shot, [a_twin()], ["Daylight only."]))
    assert words.version == 2
    assert "Wearing camel wool coat, ivory trousers." in words.text
    assert "Walking towards the camera." in words.text
    assert (
        "One woman who looks 27, chin dark brown hair, green eyes, freckles on the nose"
        in words.text
    )
    assert "The brand asks: Daylight only." in words.text
    assert "Without sunglasses." in words.text
    assert "Inès" not in words.text
    assert "Duval" not in words.text


def test_an_empty_fact_leaves_its_line_out_and_invents_nothing() -> None:
    words = paint_template().fill({"framing": "portrait"})
    assert words.text.startswith("Fashion photograph, portrait. Natural skin")
    assert "{" not in words.text


def test_a_template_that_disagrees_with_itself_is_refused() -> None:
    with pytest.raises(BadInput, match="does not agree"):
        PaintTemplate.parse("---\nid: x\nversion: 2\nplaceholders: a\n---\nHello {b}\n")
