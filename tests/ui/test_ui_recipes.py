"""What the recipe card says of a picture: everything recorded of its making, and nothing else."""

from typing import Any

from builders_records import a_draft, a_request

from toile.domain.drafts import Draft
from toile.domain.painting import Drift
from toile.ui import recipes

PAINTED: dict[str, Any] = {
    "renderer": "klein (Apache-2.0), 4 steps",
    "template": "paint-shot 3",
    "together": 4,
}


def drawn(generator: str = "diffusers", **facts: Any) -> dict[str, str]:
    draft: Draft = a_draft(a_request(generator=generator))
    made = draft.recipe.model_copy(update=facts)
    return dict(recipes.lines(draft.model_copy(update={"recipe": made})))


def test_a_painted_picture_says_its_model_its_words_and_who_shared_the_call() -> None:
    said = drawn(**PAINTED, unread=("Likeness to twin-a: not measured.",))
    assert said["Made by"] == "klein (Apache-2.0), 4 steps"
    assert said["Words from"] == "paint-shot 3"
    assert said["Together"].startswith("In one call with 3 other shots")
    assert said["Note"] == "Likeness to twin-a: not measured."
    assert "Style" not in said


def test_a_painted_picture_says_which_weights_and_what_they_were_shown() -> None:
    said = drawn(
        **PAINTED,
        revision="c0ffee",
        maps=("blocked", "pose"),
        references=("2 pictures of Imani Okafor",),
    )
    assert said["Weights"] == "c0ffee"
    assert said["Held to"] == "The blocking, its pose"
    assert said["Shown"] == "2 pictures of Imani Okafor"
    assert drawn(**PAINTED)["Shown"] == "No picture of anybody"


def test_a_blocked_picture_says_its_style_and_which_words_it_does_not_show() -> None:
    said = drawn("blocking", unread=("cape", "veil"))
    assert (said["Style"], said["Not drawn"]) == ("colour", "cape, veil")
    assert not {"Together", "Wishes", "The rest", "Words from"} & said.keys()


def test_an_edit_says_its_wishes_and_how_far_the_rest_moved() -> None:
    drift = Drift(raw_mean=3.14, raw_most=40, kept_most=0, changed_share=0.2)
    said = drawn(wishes=("coat: red", "coat: longer"), drift=drift)
    assert said["Wishes"] == "coat: red; coat: longer"
    assert said["The rest"] == (
        "Unchanged outside the part, measured; "
        "unguarded it would have moved by 3.1 of 255 on average."
    )
    moved = drawn(drift=drift.model_copy(update={"kept_most": 2, "raw_most": 0}))
    assert moved["The rest"] == "Moved by up to 2 of 255 outside the part."
