from toile.domain.commands import ReplaceItem, SetField, Vary
from toile.domain.region_words import merged_part, whole, within


def test_brows_belong_to_the_face_and_the_sky_to_the_background() -> None:
    assert merged_part("brows") == "face"
    assert merged_part("sky") == "background"
    assert merged_part("camel trench coat") == "camel trench coat"


def test_it_is_the_part_that_was_pointed_at() -> None:
    assert whole("coat", "make it navy") == "make the coat navy"
    assert whole("coat", "coat in navy") == "coat in navy"
    assert whole("background", "warm paper") == "background: warm paper"


def test_words_about_the_coat_change_no_light_and_no_other_garment() -> None:
    coat = ReplaceItem(shots=("s1",), field="garments", old="camel coat", new="navy coat")
    boots = ReplaceItem(shots=("s1",), field="garments", old="boots", new="red boots")
    light = SetField(shots=("s1",), field="light", value="noon")
    assert within("camel coat", (coat, boots, light)) == (coat,)


def test_words_about_the_background_may_change_set_and_light_but_no_clothes() -> None:
    light = SetField(shots=("s1",), field="light", value="noon")
    coat = ReplaceItem(shots=("s1",), field="garments", old="camel coat", new="navy coat")
    assert within("background", (light, coat, Vary(shot="s1"))) == (light,)
