"""What one person has in hand: the open board, shot and plan. All session state goes through here.

The board itself is not here: it is read from the records on every run, so a reload loses nothing.
"""

from dataclasses import dataclass, replace
from typing import Any, Literal

import streamlit as st

from toile.settings import Settings
from toile.ui.hearing import Hearing

_KEY, _VISITS, _SENT, _SHOWN = "in_hand", "visits", "{}_sent", "address"
_TURN, _SAID = "{}_next", "said_in_passing"
_NAMED = ("board", "shot")
Manner = Literal["plan", "assist", "auto"]


@dataclass(frozen=True)
class Waiting:
    """Words that wait for their turn: for which board, and about which shots if not all.

    ``card`` is what was seen above the prompt as they were said.
    """

    board: str
    words: str
    about: tuple[str, ...] = ()
    card: str = ""


@dataclass(frozen=True)
class InHand:
    """The open board and shot by id, the plan that waits for a yes, the shots chosen.

    ``room`` is the shot whose room was open last; ``asked`` is a shot whose "why" was asked for
    in words; ``asked_for`` are words taken instead of refused ones; ``hearing`` is a wish that is
    being read, and ``queued`` are those said meanwhile; ``priced`` says that the fees were asked
    for; ``owed`` is the board and the change whose pictures this page asked for after a kill;
    ``later`` is the board and the shots for which an offer to draw was put off.
    ``part`` is the part of the open picture that the next words are about; ``manner`` is when a
    plan waits for a yes; ``narrow`` says that the window has no room for facts beside a picture.
    """

    board: str | None = None
    shot: str | None = None
    room: str | None = None
    version: int | None = None
    proposal: Any = None
    pin: tuple[float, float] | None = None
    picked: frozenset[str] = frozenset()
    asked: str | None = None
    asked_for: str | None = None
    priced: bool = False
    hearing: Hearing | None = None
    part: str | None = None
    manner: Manner = "plan"
    owed: tuple[str, int] | None = None
    later: tuple[str, frozenset[str]] | None = None
    queued: tuple[Waiting, ...] = ()
    narrow: bool = False


def read() -> InHand:
    """Return what is in hand; an address that somebody typed, or went back to, wins."""
    held, asked = _held(), {name: st.query_params.get(name) for name in _NAMED}
    if asked["board"] and asked != st.session_state.get(_SHOWN):
        if asked["board"] != held.board:
            held = InHand(manner=held.manner, narrow=held.narrow)
        held = replace(held, board=asked["board"], shot=asked["shot"], version=None)
        st.session_state[_KEY], st.session_state[_SHOWN] = held, asked
    return held


def in_room() -> InHand:
    """Return what is in hand in the room of a shot: the one that the address names, else the last.

    Who presses Back twice in haste meets an address that has lost its shot on the way.
    """
    held = read()
    return write(shot=held.shot or st.query_params.get("shot") or held.room)


def write(**changes: Any) -> InHand:
    """Replace what is in hand; the next page that opens shows it in the address."""
    held = replace(_held(), **changes)
    held = replace(held, room=held.shot or held.room)
    st.session_state[_KEY] = held
    return held


def _held() -> InHand:
    held: InHand = st.session_state.get(_KEY, InHand())
    return held


def address(*, shot: bool = True) -> dict[str, str]:
    """Return what the address is to name, so that a reload finds it again.

    Every change of an address is one more press of Back. So it is changed where a page opens and
    nowhere else, and with ``shot`` false the one that it names is left there: that page minds none.
    """
    held, said = _held(), st.query_params.get("shot")
    named = {"board": held.board, "shot": held.shot if shot else said}
    st.session_state[_SHOWN] = named
    return {name: value for name, value in named.items() if value}


def show_address(*, shot: bool = False) -> None:
    """Write what is open into the address, where it does not name it yet."""
    wanted = address(shot=shot)
    for name in _NAMED:
        if name in wanted and st.query_params.get(name) != wanted[name]:
            st.query_params[name] = wanted[name]
        elif name not in wanted and name in st.query_params:
            del st.query_params[name]


def sent(key: str, trigger: str) -> Any:
    """Return what a custom part sent, in the callback that it called."""
    return getattr(st.session_state.get(key), trigger, None)


def let_wait(board: str, words: str, about: tuple[str, ...] = (), card: str = "") -> None:
    """Let words wait for their turn: those before them may still be read."""
    write(queued=(*_held().queued, Waiting(board, words, about, card)))


def waiting(board: str) -> tuple[Waiting, ...]:
    """Return the words that wait for a board, or for the one that a brief becomes."""
    return tuple(each for each in _held().queued if each.board == board)


def take_waiting(board: str) -> tuple[str, ...]:
    """Return all words that wait for a board; they wait no longer."""
    taken = waiting(board)
    write(queued=tuple(each for each in _held().queued if each not in taken))
    return tuple(each.words for each in taken)


def take_first_waiting(board: str) -> str | None:
    """Return the first words that wait for a board, or ``None``; the others go on waiting."""
    first = next(iter(waiting(board)), None)
    if first is None:
        return None
    write(queued=tuple(each for each in _held().queued if each is not first))
    return first.words


def keep_sent(key: str) -> None:
    """Keep what a prompt was sent, in its callback: the page that takes it may be cut short."""
    name = _SENT.format(key)
    st.session_state[name] = [*st.session_state.get(name, ()), st.session_state[key]]


def take_sent(key: str) -> Any:
    """Return what a prompt was sent first and was not taken yet, or ``None``."""
    first, *rest = st.session_state.get(_SENT.format(key)) or (None,)
    st.session_state[_SENT.format(key)] = rest
    return first


def prefill(key: str, text: str) -> None:
    """Put words into a prompt, for the person to read, change and send."""
    st.session_state[key] = text


def turn_next(key: str, number: int) -> None:
    """Have the pages under a key turned to a number when they are next drawn."""
    st.session_state[_TURN.format(key)] = number


def turn_to(key: str) -> None:
    """Turn the pages under a key to where they were told to be, before they are drawn."""
    if (number := st.session_state.pop(_TURN.format(key), None)) is not None:
        st.session_state[key] = number


def say_once(words: str, how: dict[str, Any]) -> None:
    """Keep something said in passing until a page shows it."""
    st.session_state[_SAID] = [*st.session_state.get(_SAID, ()), (words, how)]


def take_said() -> list[tuple[str, dict[str, Any]]]:
    """Return what was said in passing and not shown yet."""
    said: list[tuple[str, dict[str, Any]]] = st.session_state.pop(_SAID, [])
    return said


def visit(token: str) -> Any:
    """Return who was let in by a review link in this session, or ``None``."""
    return st.session_state.get(_VISITS, {}).get(token)


def let_in(token: str, who: Any) -> None:
    """Keep who was let in by a review link, for this session only."""
    st.session_state[_VISITS] = {**st.session_state.get(_VISITS, {}), token: who}


def signs_in() -> bool:
    """Say whether people sign in here: Streamlit's secrets have an ``[auth]``."""
    try:
        return "auth" in st.secrets
    except FileNotFoundError:
        return False


def person() -> str:
    """Return the login of who is at the screen: the proven address, or the one person here.

    Where people sign in, whoever has not is nobody; so is an address that was not proven.
    """
    if not signs_in():
        return _alone()
    if not st.user.get("is_logged_in"):
        return ""
    proven = st.user.get("email_verified") is not False
    return str(st.user.get("email") or "") if proven else ""


@st.cache_resource(show_spinner=False)
def _alone() -> str:
    """Return the one person of a studio of one; read once, since it is asked for on every call."""
    return Settings().person
