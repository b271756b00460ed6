"""Somebody who is to be cast and is no twin of this campaign: "put Lukas into 3"."""

from toile.adapters.language.built_in.edits.cast.kin import kin_named
from toile.adapters.language.built_in.edits.cast.leaving import is_twins
from toile.adapters.language.built_in.edits.cast.taking_place import not_cleared
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.new_nouns import new_noun
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.talk import is_named
from toile.adapters.language.built_in.edits.message.told_new import tells_of_new
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.people.known_people import first_names
from toile.adapters.language.built_in.text.lexicon import common_words, word_set
from toile.adapters.language.built_in.text.page import Page

_WORN = ("g", "h", "b", "j", "p", "s", "col", "light")
_THINGS = ("g", "h", "b", "j", "p", "s", "col", "light", "m", "season")


def read_uncleared(page: Page, clause: Clause, out: Outcome) -> bool:
    """Refuse somebody whom a clause casts and nobody here is; say whether it did."""
    kin = kin_named(page, clause)
    if kin:
        return not_cleared(out, kin)
    known = items.names(out.context.shots, out.context.twins)
    for place in range(clause.start, clause.end):
        name = _name(page, place, known)
        if name and _is_cast(page, clause, place):
            return not_cleared(out, name)
    return False


def _name(page: Page, place: int, known: dict[str, str]) -> str:
    """Return somebody's first name that is unknown here and part of nothing else; else ""."""
    token = page.tokens[place]
    if not token.is_name or _is_of_a_thing(page, place):
        return ""
    twin = _is_a_twins(page, place)
    named = token.form in first_names()
    form = token.form.removesuffix("s") if twin and not named else token.form
    unknown = twin and not page.at[place] and form not in common_words()
    if {form, token.form} & known.keys() or not (form in first_names() or unknown):
        return ""
    return token.text[: len(form)]


def _is_a_twins(page: Page, place: int) -> bool:
    """Whether a name is a twin's: "Freya's digital twin", "the digital Freya"."""
    return is_twins(page, place) or page.form(place - 1) in word_set("twins.digital")


def _is_of_a_thing(page: Page, place: int) -> bool:
    """Whether a name is a thing's: "the Freya bag", "Summer light"; or of a first and last name."""
    surname = page.tokens[place - 1].is_name and page.form(place - 1) in first_names()
    owned = page.text[page.tokens[place].end :][:2] in ("'s", "’s")
    owned = owned and not is_twins(page, place)
    beside = page.first(place, *_THINGS) or page.first(place + 1, *_THINGS)
    return surname or owned or beside is not None


def _is_cast(page: Page, clause: Clause, place: int) -> bool:
    """Whether somebody is put into a shot, by the words around the name."""
    if _is_a_twins(page, place):
        return True
    behind = place + 1
    while behind < clause.end and page.form(behind) in word_set("uncleared.also"):
        behind += 1
    into = page.form(behind) in word_set("uncleared.into") and _is_shot(page, behind + 1)
    instead = page.form(behind) in word_set("uncleared.instead")
    led = page.form(place - 1) in word_set("uncleared.led") and place > clause.start
    if _is_pictured(page, clause, place) or _is_carried(page, clause, place):
        return True
    return instead or (into and (led or place == clause.start))


def _is_pictured(page: Page, clause: Clause, place: int) -> bool:
    """Whether somebody is who a new shot is of: "a portrait of Kenji", "new shot: Kenji in 3"."""
    of = page.form(place - 1) in word_set("people.of") | word_set("new_shots.of")
    if of and place > clause.start:
        return new_noun(page, clause) is not None
    led = page.form(place - 1) in word_set("naming.and") | {":", ","}
    here = page.form(place + 1) in word_set("people.does") | word_set("naming.in") | _JOINS
    return led and here and tells_of_new(page, clause)


_JOINS = word_set("naming.and") | word_set("people.with")


def _is_carried(page: Page, clause: Clause, place: int) -> bool:
    """Whether somebody goes from one shot to another: "move Kenji from 1 to 2"."""
    moved = place > clause.start and page.form(place - 1) in word_set("carried_across.moves")
    whence = page.form(place + 1) in word_set("carried_across.from")
    return moved and whence and _is_shot(page, place + 2)


def _is_shot(page: Page, place: int) -> bool:
    """Whether a shot follows: "3", "the last one", "die 5"."""
    while page.form(place) in word_set("naming.articles"):
        place += 1
    if place >= len(page.tokens):
        return False
    numbered = page.tokens[place].text.isdecimal() or is_named(page, place)
    return numbered or page.first(place, "noun", "ord", "n", "ref", "framing", "kind") is not None


def strangers_in(page: Page, clause: Clause, known: dict[str, str]) -> list[str]:
    """Return single names that nobody on the board or among the twins carries."""
    found = []
    for place in range(clause.start, clause.end):
        token, lead = page.tokens[place], page.form(place - 1)
        if not token.is_word or token.form in known or page.first(place + 1, *_WORN):
            continue
        surname = page.tokens[place - 1].is_name and lead not in first_names() and place > 1
        cast = lead in word_set("things.strangers") or acts_on_cast(page, clause)
        cast = cast and lead not in word_set("people.places")
        named = token.form in first_names() and cast and not surname
        named = named and (token.is_name or lead in word_set("things.strangers"))
        led = lead in word_set("things.strangers.2") and page.languages[0] != "de"
        unknown = token.is_name and not page.at[place] and token.form not in common_words()
        plain = not page.at[place].keys() & set(_WORN)
        led = led or page.form(place + 1) in word_set("people.does") or is_twins(page, place)
        if lead in word_set("people.written_to") and not acts_on_cast(page, clause):
            continue
        if place > clause.start and ((named and plain) or (led and unknown)):
            found.append(token.text)
    return found


def acts_on_cast(page: Page, clause: Clause) -> bool:
    """Whether a clause puts somebody into a picture: "add", "swap", "cast", "with"."""
    acts = {s.name for s in page.spans(clause.start, clause.end, "act")}
    return bool(acts & {"add", "replace", "swap", "cover"})
