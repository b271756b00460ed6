"""Rules read out of a book, and applied to shots and drafts with the citation they rest on."""

import pytest

from toile.adapters.search.words import (
    packaged_glossary,
    packaged_lookalikes,
    packaged_rule_wordings,
)
from toile.domain.colours import ciede2000, contrast, hue_word
from toile.domain.commands import EditContext, apply
from toile.domain.draft_facts import DraftFacts
from toile.domain.draft_rules import check_draft, check_drawn
from toile.domain.guidelines import Citation, Rule, RuleKind
from toile.domain.ids import ShotId
from toile.domain.rule_reading import rules_of
from toile.domain.rules import Known, check_shots
from toile.domain.shots import Shot, ShotList

GLOSSARY = packaged_glossary()
LOOKALIKES = packaged_lookalikes()
WORDINGS = packaged_rule_wordings(GLOSSARY)


def rules_in(text: str, *headings: str) -> tuple[Rule, ...]:
    citation = Citation(
        guideline="g", document="book.pdf", version=1, page=4, start=0, end=len(text), quote=text,
        headings=headings,
    )  # fmt: skip
    return rules_of([citation], ["en"], WORDINGS)


def a_shot(**facts: object) -> Shot:
    return Shot.model_validate({"id": ShotId("a"), "no": 1, **facts})


def found(
    text: str, shot: Shot, *headings: str, ages: dict[str, int | None] | None = None
) -> list[str]:
    report = check_shots([shot], rules_in(text, *headings), Known(GLOSSARY, ages or {}, LOOKALIKES))
    return [finding.fix for finding in report.findings]


@pytest.mark.parametrize(
    ("text", "kind", "least", "most"),
    [
        ("Everybody in our pictures must be 21 or older.", RuleKind.AGE, 21, None),
        ("Nobody is younger than 25 in advertising.", RuleKind.AGE, 25, None),
        ("Never show more than three people in a frame.", RuleKind.PEOPLE, None, 3),
        ("A look has at most one close-up.", RuleKind.CLOSE_UPS, None, 1),
        ("One prop in a picture is enough.", RuleKind.PROPS, None, 1),
        ("Focal lengths from 24 to 35 mm are the rule.", RuleKind.LENS, 24, 35),
        ("Films run between 6 and 15 seconds.", RuleKind.SECONDS, 6, 15),
        ("Clips are under twenty seconds.", RuleKind.SECONDS, None, 20),
        ("The upper 15 % of the height must stay calm.", RuleKind.LOGO_SPACE, 0.15, None),
        ("Text needs a contrast of 7:1.", RuleKind.CONTRAST, 7, None),
    ],
)
def test_a_limit_is_read_with_its_number(
    text: str, kind: RuleKind, least: float | None, most: float | None
) -> None:
    (rule,) = rules_in(text)
    assert (rule.kind, rule.least, rule.most) == (kind, least, most)
    assert rule.citation.page == 4


def test_a_sentence_that_only_describes_is_no_rule() -> None:
    assert (
        rules_in("We make boots for people who walk to work. At least one in four is over 45.")
        == ()
    )


def test_should_is_a_warning_and_must_an_error() -> None:
    assert rules_in("Films should run between 6 and 15 seconds.")[0].level == "warning"
    assert rules_in("Films must run between 6 and 15 seconds.")[0].level == "error"


def test_forbidden_things_are_read_one_by_one_with_their_exceptions() -> None:
    (rule,) = rules_in("Vehicles, except rescue vehicles and trains", "What stays out of the frame")
    assert (rule.words, rule.unless) == (("Vehicles",), ("rescue vehicles", "trains"))
    assert rules_in("No cars, graffiti or neon signs.")[0].words == (
        "cars",
        "graffiti",
        "neon signs",
    )


def test_a_forbidden_prop_is_found_under_another_word() -> None:
    shot = a_shot(props=("golden retriever dog",))
    assert found("Animals are never shown.", shot) == ["Take golden retriever dog out of shot 1."]
    assert found("Animals are never shown.", a_shot(props=("green parrot",)))
    assert found("Animals are never shown.", a_shot(props=("ash chair",))) == []


@pytest.mark.parametrize(
    ("book", "part", "text"),
    [
        ("No umbrellas.", "props", "a bowl"), ("No balloons.", "props", "white flowers"),
        ("No hats.", "garments", "leather belt"), ("No fur.", "garments", "leather coat"),
        ("No graffiti.", "set", "city street"), ("No kneeling.", "pose", "standing"),
    ],
)  # fmt: skip
def test_what_only_stands_near_a_forbidden_thing_is_no_breach(
    book: str, part: str, text: str
) -> None:
    given = (text,) if part in ("props", "garments") else text
    assert found(book, a_shot(**{part: given})) == []


def test_a_fix_that_commands_can_do_comes_as_commands_and_deletes_no_shot() -> None:
    shots = ShotList(
        shots=(a_shot(props=("hat", "cup"), pose="kneeling", lens="24mm", talent=("N",)),)
    )
    book = "No hats. No kneeling. Lenses from 50 to 85 mm are used."
    report = check_shots(shots.shots, rules_in(book), Known(GLOSSARY))
    edits = [edit for finding in report.findings for edit in finding.edits]
    (changed,) = apply(edits, EditContext(shots=shots)).shots
    assert (changed.props, changed.lens, changed.pose) == (("cup",), "50mm", "kneeling")


def test_a_draft_off_the_palette_is_repainted_and_a_tight_one_framed_wider() -> None:
    rules = (
        *rules_in("Chalk #F4EFE6\nInk #22262B\nKeep a colour distance of 12.", "House colours"),
        *rules_in("The upper 15 % must stay calm. Text needs a contrast of 7:1."),
    )
    shot = a_shot(set="grey seamless", framing="medium", light="window light")
    facts = DraftFacts(
        width=8, height=10, areas=(("#6E7073", 0.5),), top_busy=(0.5,) * 10, ground="#6E7073"
    )
    edits = [edit for one in check_draft(shot, facts, rules).findings for edit in one.edits]
    assert {(one.field, getattr(one, "value", "")) for one in edits} == {
        ("set", "#22262B seamless"),
        ("framing", "three-quarter"),
        ("light", "low-key window light"),
    }


def test_what_a_note_rules_out_is_not_shown() -> None:
    assert found("No sunglasses.", a_shot(notes="no sunglasses please")) == []


def test_an_exception_of_the_book_is_kept() -> None:
    book, head = "Vehicles, except rescue vehicles and trains", "What stays out of the frame"
    assert found(book, a_shot(props=("a train",)), head) == []
    assert found(book, a_shot(props=("vehicle",)), head)


def test_a_person_too_young_or_of_unknown_age_is_an_error() -> None:
    book, shot = "Everybody must be 21 or older.", a_shot(talent=("Noor",))
    assert found(book, shot, ages={"Noor": 24}) == []
    assert found(book, shot, ages={"Noor": 19}) == ["Cast somebody of 21 or older in shot 1."]
    assert found(book, shot, ages={"Noor": None}) == ["Record the age of Noor."]


def test_the_ratio_of_a_channel_is_checked_for_that_channel_only() -> None:
    book = "Channel: Instagram feed; Ratio: 4:5"
    assert found(book, a_shot(channel="Instagram", aspect="1:1")) == [
        "Set the ratio of shot 1 to 4:5."
    ]
    assert found(book, a_shot(channel="newsletter", aspect="1:1")) == []


def test_lens_length_and_seconds_name_the_nearest_that_is_allowed() -> None:
    lens = "Lenses from 50 to 85 mm are used."
    assert found(lens, a_shot(lens="24mm", talent=("Noor",))) == ["Use a 50mm lens in shot 1."]
    assert found(lens, a_shot(lens="100mm macro", talent=("Noor",))) == []
    film = "Films run between 6 and 15 seconds."
    assert found(film, a_shot(kind="video", seconds=30)) == ["Make shot 1 15 seconds long."]


def test_a_film_too_long_is_told_the_most_where_the_book_names_no_least() -> None:
    shot = a_shot(kind="video", seconds=30)
    report = check_shots([shot], rules_in("Films run under 12 seconds."), Known(GLOSSARY))
    assert report.findings[0].say == "Shot 1: 30 seconds; the book asks for 12 at the most."


def test_a_second_close_up_of_a_look_is_one_too_many() -> None:
    shots = [
        a_shot(id="a", framing="close-up", look="1"),
        a_shot(id="b", no=2, framing="close-up", look="1"),
    ]
    report = check_shots(shots, rules_in("A look has at most one close-up."), Known(GLOSSARY))
    assert [finding.shot for finding in report.findings] == ["b"]


def test_the_score_counts_what_was_tested_only() -> None:
    book = "No hats. Films run between 6 and 15 seconds. Text needs a contrast of 7:1."
    report = check_shots([a_shot(props=("hat",))], rules_in(book), Known(GLOSSARY))
    assert (report.passed, report.tested, report.score, len(report.untested)) == (0, 1, 0.0, 2)


def test_a_draft_off_the_palette_is_told_the_nearest_house_colour() -> None:
    book = "Chalk #F4EFE6\nInk #22262B\nKeep a colour distance of 12."
    rules = rules_in(book, "House colours")
    facts = DraftFacts(width=800, height=1000, areas=(("#3060C0", 0.4),), top_busy=(0.0,) * 10)
    report = check_draft(a_shot(), facts, rules)
    assert "#22262B" in report.findings[0].fix
    calm = facts.model_copy(update={"areas": (("#F2EEE4", 0.7),)})
    assert check_draft(a_shot(), calm, rules).score == 1


def test_a_wall_off_the_palette_is_given_a_colour_of_walls_and_not_one_of_type() -> None:
    book = (
        "Name: Ink; Code: #22262B; Use: type\nName: Chalk; Code: #F4EFE6; Use: backgrounds\n"
        "Name: Ardoise; Code: #9AA3AA; Emploi: fonds\nKeep a colour distance of 12."
    )
    rules = rules_in(book, "House colours")
    assert rules[0].grounds == ("#F4EFE6", "#9AA3AA")
    facts = DraftFacts(width=800, height=1000, areas=(("#404C60", 0.4),), top_busy=(0.0,) * 10)
    (finding,) = check_draft(a_shot(set="blue wall"), facts, rules).findings
    assert finding.fix == "Use #9AA3AA in the set of shot 1."
    assert [getattr(edit, "value", "") for edit in finding.edits] == ["#9AA3AA wall"]


def test_a_head_in_the_space_of_the_name_is_found() -> None:
    rules = rules_in("The upper 15 % of the height must stay calm.")
    facts = DraftFacts(width=800, height=1000, top_busy=(0.0, 0.5) + (0.6,) * 8)
    assert "head" in check_draft(a_shot(), facts, rules).findings[0].fix


def test_a_drawn_shot_is_held_against_rules_for_words_and_rules_for_pixels_at_once() -> None:
    book = "No hats. The upper 15 % must stay calm. Films run between 6 and 15 seconds."
    rules, shot = rules_in(book), a_shot(props=("hat",))
    calm = DraftFacts(width=800, height=1000, top_busy=(0.0,) * 10)
    report = check_drawn(shot, [shot], calm, rules, Known(GLOSSARY))
    assert [rule.kind for rule in report.kept] == [RuleKind.LOGO_SPACE]
    assert [finding.kind for finding in report.findings] == [RuleKind.FORBIDDEN]
    assert (report.passed, report.tested, len(report.untested)) == (1, 2, 1)
    assert check_drawn(shot, [shot], None, rules, Known(GLOSSARY)).tested == 1


def test_a_shot_answers_for_its_own_close_up_only() -> None:
    first, second, third = (
        a_shot(id="a", framing="close-up", look="1"),
        a_shot(id="b", no=2, framing="close-up", look="1"),
        a_shot(id="c", no=3, framing="full", look="1"),
    )
    rules = rules_in("A look has at most one close-up.")
    reports = [
        check_drawn(one, [first, second, third], None, rules, Known(GLOSSARY))
        for one in (first, second, third)
    ]
    assert [(one.passed, one.tested) for one in reports] == [(1, 1), (0, 1), (0, 0)]


def test_colour_distance_agrees_with_the_published_pairs() -> None:
    pairs = [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ]
    for one, other, expected in pairs:
        assert ciede2000(one, other) == pytest.approx(expected, abs=1e-4)


def test_colours_have_plain_names_and_contrast() -> None:
    assert [hue_word(code) for code in ("#A63D2F", "#5E6650", "#FFFFFF", "#22262B", "#1F4FA0")] == [
        "red", "green", "white", "near-black", "blue",
    ]  # fmt: skip
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)


FORBIDDEN = "No animals, alcohol, cigarettes, weapons, children or cars."


@pytest.mark.parametrize(
    "garment",
    [
        "camel trench coat", "champagne satin slip dress", "wine red knit", "cigarette trousers",
        "gunmetal clutch", "baby blue shirt", "car coat", "houndstooth blazer", "kitten heels",
        "leopard print skirt", "tobacco suede boots", "cocktail dress", "dove grey coat",
        "butterfly sleeve blouse", "cognac leather bag", "salmon pink scarf",
    ],
)  # fmt: skip
def test_a_garment_that_only_sounds_like_a_breach_is_no_breach(garment: str) -> None:
    assert found(FORBIDDEN, a_shot(garments=(garment,))) == []


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("hair", "low ponytail"), ("make_up", "smoky eye"), ("notes", "bird's eye view"),
        ("light", "butterfly lighting"), ("notes", "headshot, shot from the hip"),
    ],
)  # fmt: skip
def test_words_of_the_trade_are_no_breach(part: str, text: str) -> None:
    assert found(FORBIDDEN, a_shot(**{part: text})) == []


@pytest.mark.parametrize(
    "prop", ["a camel", "a glass of champagne", "a cigarette", "a kitten", "a toy gun", "a car"]
)
def test_the_thing_itself_is_still_a_breach(prop: str) -> None:
    assert found(FORBIDDEN, a_shot(props=(prop,)))


@pytest.mark.parametrize(
    ("sentence", "words", "unless"),
    [
        ("Never use logos other than ours.", ("logos",), ("ours",)),
        ("No jewellery apart from a watch.", ("jewellery",), ("watch",)),
        ("Never show logos, other than our own.", ("logos",), ("our own",)),
        ("Logos are not allowed except for ours.", ("Logos",), ("ours",)),
    ],
)
def test_what_a_book_excepts_is_not_forbidden(
    sentence: str, words: tuple[str, ...], unless: tuple[str, ...]
) -> None:
    (rule,) = rules_in(sentence)
    assert (rule.words, rule.unless) == (words, unless)
