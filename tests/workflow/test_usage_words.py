"""What people call channels and goods, as paths; and what nobody said stays unknown."""

import pytest

from toile.adapters.vocabulary.usage_words import load
from toile.bootstrap import rights_tables
from toile.workflow.usage_words import UsageWords


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
    assert words.product(("knit dress", "raw indigo jeans")) == "apparel.denim"


def test_a_word_inside_another_is_not_that_word(words: UsageWords) -> None:
    assert words.content_tags(("further along the coast",)) == ()


def test_fur_and_a_cigarette_are_seen(words: UsageWords) -> None:
    assert words.content_tags(("fur coat", "a lit cigarette")) == ("fur", "tobacco")


def test_every_path_in_the_words_is_in_the_trees(words: UsageWords) -> None:
    tables = rights_tables()
    for paths in words.channels.values():
        for path in paths.split():
            assert tables.media.leaves(path), path
    for path in words.products.values():
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
