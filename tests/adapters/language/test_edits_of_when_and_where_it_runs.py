"""When and where a campaign runs, told in passing: launch, end, length, markets, channels."""

from datetime import date

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditAnswer, EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(id="a", no=1, framing="full", lens="50mm", garments=("silver ring",), set="beach"),
        Shot(id="b", no=2, kind="video", framing="wide", pose="running", set="kitchen"),
    ]
)
LIVE = (date(2027, 3, 2), date(2027, 4, 30))


def _read(message: str, live: tuple[date | None, date | None] = LIVE) -> EditAnswer:
    return read_edit(message, EditContext(shots=BOARD, today=date(2026, 11, 23), live=live))


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("push the launch to 1 April", "Brief: window.start becomes 2027-04-01."),
        ("run it until June instead", "Brief: window.end becomes 2027-06-30."),
        ("extend to 31 December", "Brief: window.end becomes 2027-12-31."),
        ("make the campaign 6 months", "Brief: window.end becomes 2027-09-01."),
        ("the campaign runs three months longer", "Brief: window.end becomes 2027-07-30."),
        ("le lancement passe au 1er avril", "Brief: window.start becomes 2027-04-01."),
        ("jusqu'à fin août finalement", "Brief: window.end becomes 2027-08-31."),
        ("la campagna dura sei mesi", "Brief: window.end becomes 2027-09-01."),
        ("hasta junio mejor", "Brief: window.end becomes 2027-06-30."),
        ("die Kampagne läuft sechs Monate", "Brief: window.end becomes 2027-09-01."),
        ("lanseringen flyttas till 1 april", "Brief: window.start becomes 2027-04-01."),
        ("Germany only", "Brief: markets becomes DE."),
        (
            "Germany and Austria instead of France",
            "Brief: FR taken out of markets. Brief: DE, AT added to markets.",
        ),
        (
            "France and Italy only, not Spain",
            "Brief: markets becomes FR, IT. Brief: ES added to markets excluded.",
        ),
        (
            "TikTok instead of Instagram",
            "Brief: instagram taken out of channels. Brief: tiktok added to channels.",
        ),
        ("nur Deutschland und Österreich", "Brief: markets becomes DE, AT."),
    ],
)
def test_the_brief_changes_and_no_shot_does(message: str, said: str) -> None:
    answer = _read(message)

    assert (answer.say, answer.shots) == (said, BOARD)


@pytest.mark.parametrize("message", ["make the campaign 6 months", "la campaña dura seis meses"])
def test_a_length_without_a_first_day_is_asked_about(message: str) -> None:
    answer = _read(message, live=(None, None))

    assert (answer.type, answer.say) == ("ask", "From which day does the campaign run?")


@pytest.mark.parametrize(
    "message",
    ["hold until the sun is lower in 1", "start 1 a bit wider", "Berlin instead of the beach"],
)
def test_the_sun_a_start_and_a_town_change_no_brief(message: str) -> None:
    assert all(command.do != "set_brief" for command in _read(message).commands)


@pytest.mark.parametrize(
    "message",
    [
        "hold 1 until 15 December",
        "la cliente est absente jusqu'au 5 janvier",
        "could we run until 31 December?",
        "the campaign ran six months last year",
        "not Germany only",
    ],
)
def test_what_speaks_of_something_else_moves_no_window(message: str) -> None:
    assert all(command.do != "set_brief" for command in _read(message).commands)
