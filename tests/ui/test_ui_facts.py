from datetime import date

from toile.domain.brief import Brief, Deliverable, Evidence, Usage
from toile.ui import facts, wording


def evidence(path: str, start: int, end: int) -> Evidence:
    return Evidence(path=path, quote="", start=start, end=end)


def test_underlined_words_never_overlap_and_the_longer_ones_win() -> None:
    found = facts.spans((evidence("mood[0]", 4, 9), evidence("location", 0, 12)))
    assert [(span["start"], span["end"]) for span in found] == [(0, 12)]


def test_each_kind_of_fact_has_its_own_line() -> None:
    found = facts.spans((evidence("markets[0]", 0, 2), evidence("must_not[0]", 3, 5)))
    assert [span["kind"] for span in found] == ["use", "rule"]


def test_what_is_unknown_has_no_row_on_the_card() -> None:
    nothing = (Brief(), Usage())
    assert facts.changed(nothing, nothing) == []


def test_the_card_says_count_ratio_place_and_days() -> None:
    brief = Brief(deliverables=(Deliverable(count=8, aspect="4:5"),))
    usage = Usage(
        media=("digital.social.paid",),
        territories=("DE", "FR"),
        start=date(2027, 3, 2),
        end=date(2027, 6, 1),
    )
    card = {label: words for label, words, _ in facts.changed((brief, usage), (brief, usage))}
    assert card["What"] == "8 pictures, 4:5"
    assert card["Where it runs"] == "Paid social · Germany, France"
    assert card["When"] == "2 Mar 2027 to 1 Jun 2027"


def test_words_of_others_never_become_markup() -> None:
    assert wording.plain("[x](http://a) **b**") == "\\[x\\](http\\:\u2060//a) \\*\\*b\\*\\*"


def test_the_stricter_of_two_people_decides_the_word() -> None:
    assert wording.strictest(("permitted", "denied")).word == "Refused"
    assert wording.strictest(()) is wording.NOBODY


def test_no_estimate_is_said_as_such() -> None:
    assert wording.seconds(None) == "no estimate yet"
    assert wording.seconds(40.2) == "about 40 s"


def test_a_card_read_again_shows_what_stood_in_the_rows_that_changed() -> None:
    was = (Brief(mood=("calm",), location=("pier",)), Usage(territories=("NO",)))
    now = (Brief(mood=("calm",), palette=("oat",)), Usage(territories=("NO", "SE")))
    rows = {label: (value, before) for label, value, before in facts.changed(now, was)}
    assert rows["Where it runs"] == ("Norway, Sweden", "Norway")
    assert rows["Palette"] == ("Oat", "")
    assert rows["Place"] == ("", "Pier")
    assert rows["Mood"] == ("Calm", None)
