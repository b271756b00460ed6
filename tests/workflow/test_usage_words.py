"""What people call channels and goods, as paths; and what nobody said stays unknown."""

from importlib.resources import files

import pytest

from toile.adapters.vocabulary.usage_words import goods_of, load
from toile.bootstrap import rights_tables
from toile.domain.brief import Usage
from toile.domain.errors import SettingMissing
from toile.domain.ids import BrandId, TwinId
from toile.domain.shots import Shot
from toile.workflow.usage_words import UsageWords
from toile.workflow.uses import use_requests


@pytest.fixture(scope="module")
def words() -> UsageWords:
    return load()


def test_a_web_shop_and_instagram_are_two_media(words: UsageWords) -> None:
    assert words.media(("Web shop", "Instagram")) == (
        "digital.owned.ecommerce",
        "digital.social.organic",
    )


def test_paid_social_is_never_taken_for_organic(words: UsageWords) -> None:
    assert words.media(("paid social",)) == ("digital.social.paid",)


def test_one_channel_nobody_knows_makes_the_whole_answer_unknown(words: UsageWords) -> None:
    assert words.media(("web shop", "zeppelin")) is None


def test_no_channel_is_unknown_not_everything(words: UsageWords) -> None:
    assert words.media(()) is None


def test_the_narrowest_goods_count(words: UsageWords) -> None:
    assert words.product(("spring apparel", "raw indigo jeans")) == "apparel.denim"


@pytest.mark.parametrize(
    ("thing", "path"),
    [
        ("cream wool coat", "apparel.outerwear"),
        ("coat dress", "apparel.dresses"),
        ("black dress with a leather belt", "apparel.dresses"),
        ("sunglasses in tortoise", "accessories.eyewear"),
        ("Lido glasses", "accessories.eyewear"),
        ("Caban Iroise", "apparel.outerwear"),
        ("two silk scarves", "accessories"),
        ("T-shirts", "apparel.tops"),
        ("a bikini top", "apparel.swim"),
        ("eau de parfum, 50 ml", "beauty.fragrance"),
        ("mary-janes", "footwear"),
    ],
)
def test_a_thing_is_what_the_last_noun_of_its_name_says(
    words: UsageWords, thing: str, path: str
) -> None:
    assert words.products((thing,)) == (path,)


def test_a_thing_that_nobody_knows_has_no_path(words: UsageWords) -> None:
    assert words.products(("Vera", "")) == ()


def test_several_goods_are_several_paths_and_a_broad_one_yields_to_a_narrow_one(
    words: UsageWords,
) -> None:
    sold = words.products(("wool coat", "lipstick", "kimono", "navy parka"))
    assert sold == ("apparel.outerwear", "beauty.makeup")


def test_everything_that_a_brief_may_sell_has_a_path(words: UsageWords) -> None:
    """What a table of the reader calls a garment, a shoe, a bag, a jewel or a cosmetic."""
    tables = files("toile") / "data" / "language"
    lines = [
        line
        for table in ("nouns", "goods", "wardrobe")
        for line in (tables / f"{table}.psv").read_text(encoding="utf-8").splitlines()
    ]
    sold = {line.split("|")[0][2:] for line in lines if line[:2] in ("g:", "h:", "b:", "j:", "c:")}
    assert len(sold) > 300
    assert [thing for thing in sorted(sold) if not words.products((thing,))] == []


def test_a_noun_that_stands_under_two_paths_is_refused() -> None:
    with pytest.raises(SettingMissing, match=r"'boot' stands under footwear and under home"):
        goods_of({"footwear": ["boot"], "home": ["boot"]})


def asked(words: UsageWords, shot: Shot, sold: str | None = None) -> list[str | None]:
    usage = Usage(media=("digital.owned",), territories=("FR",), product=sold)
    uses = use_requests(
        shot, TwinId("t"), brand=BrandId("b"), usage=usage, words=words, action="generate"
    )
    return [use.product for use in uses]


def test_each_product_of_a_shot_is_asked_about(words: UsageWords) -> None:
    shot = Shot(id="a", no=1, products=("navy coat", "Nuit perfume"), garments=("navy coat",))
    assert asked(words, shot) == ["apparel.outerwear", "beauty.fragrance"]


def test_worn_goods_of_the_same_kind_are_sold_with_it_and_others_are_not(
    words: UsageWords,
) -> None:
    shot = Shot(id="a", no=1, products=("navy coat",), garments=("raw jeans", "tan boots"))
    assert asked(words, shot) == ["apparel.outerwear", "apparel.denim"]


def test_a_shot_that_names_no_product_sells_what_the_campaign_sells(words: UsageWords) -> None:
    shot = Shot(id="a", no=1, garments=("white shirt",))
    assert asked(words, shot, "accessories.bags") == ["accessories.bags"]
    assert asked(words, shot) == ["apparel.tops"]
    assert asked(words, Shot(id="a", no=1)) == [None]


def test_a_word_inside_another_is_not_that_word(words: UsageWords) -> None:
    assert words.content_tags(("further along the coast",)) == ()


def test_fur_and_a_cigarette_are_seen(words: UsageWords) -> None:
    assert words.content_tags(("fur coat", "a lit cigarette")) == ("fur", "tobacco")


def test_every_path_in_the_words_is_in_the_trees(words: UsageWords) -> None:
    tables = rights_tables()
    for paths in words.channels.values():
        for path in paths.split():
            assert tables.media.leaves(path), path
    for path in (*words.sold.values(), *words.goods.values()):
        assert tables.products.leaves(path), path


@pytest.mark.parametrize(
    "text",
    [
        "6 stills for paid social in Germany",
        "social ads in Norway",
        "boosted Instagram posts",
        "for social (paid) and nothing else",
        "we will promote it: sponsored posts on social",
    ],
)
def test_social_that_the_brief_calls_paid_is_paid(words: UsageWords, text: str) -> None:
    assert words.media(("social",), text) == ("digital.social.paid",)


def test_paid_and_organic_are_both(words: UsageWords) -> None:
    media = words.media(("social",), "organic and paid social")
    assert media == ("digital.social.organic", "digital.social.paid")


def test_a_paid_invoice_does_not_make_social_paid(words: UsageWords) -> None:
    assert words.media(("social",), "The invoice is paid. Social, Germany.") == (
        "digital.social.organic",
    )
    assert words.media(("social",), "Organic social. Budget paid up front.") == (
        "digital.social.organic",
    )
