"""Words whose sense their neighbours tell: "without the top" moves nothing there, "the hat should
go from 2" takes it out, and "nimm die Tasse aus der 2" too.
"""

import re

from toile.adapters.language.built_in.edits.message.hearing import without
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words

_THINGS = ("g", "h", "b", "j", "p")
_REACH = 8
_NEAR = 3


def set_other_senses_aside(page: Page) -> None:
    """Take from words the sense that their neighbours rule out."""
    _lettered(page)
    _first_then(page)
    _but_not(page)
    for place in range(len(page.tokens)):
        _top(page, place)
        _shoes_in(page, place)
        _should_go(page, place)
        _take_from(page, place)
        _pose_of(page, place)
        _need(page, place)
        _must(page, place)
        _more_of(page, place)
        _gloves(page, place)
        _cut_of(page, place)
        _were(page, place)
        _should_be(page, place)
        _in_focus(page, place)
        _behind(page, place)
        _hero_of(page, place)
        _pulled(page, place)
        _out_of(page, place)


def _lettered(page: Page) -> None:
    """Let "put a 'sold out' sticker on 4" delete nothing: a word or two in quotes is lettering."""
    for match in _LETTERING.finditer(page.text):
        for place, token in enumerate(page.tokens):
            if match.start() < token.start < match.end():
                page.at[place].clear()


_LETTERING = re.compile(r"(?<!\w)['\"‘“„«]\s?[^\W\d_]+(?:[ -][^\W\d_]+){0,3}\s?['\"’”“»](?!\w)")


_TOLD = ("rel", "light", "framing", "angle", "pose", "col", "g", "p", "set", "s", "lens", "aspect")


def _first_then(page: Page) -> None:
    """Let "first 6 warmer, then 2 closer" begin with shot 6, and not with the first six."""
    for segment in list(page.live()):
        number = segment.start + 1 + (page.form(segment.start + 1) in word_set("naming.articles"))
        opens = page.form(segment.start) in word_set("places.first") and number < segment.end
        numbered = opens and page.tokens[number].text.isdecimal()
        ahead = range(number, segment.end) if numbered else range(0)
        then = (p for p in ahead if page.form(p) in word_set("other_senses.then"))
        # "First 6, then 2" orders the list; what is told of 6 before "then" does not.
        if page.has(number, next(then, number), *_TOLD):
            without(page, segment.start, segment.start + 1)


def _but_not(page: Page) -> None:
    """Let "closer but not warmer" leave the light: what is denied behind a wish is no wish."""
    for segment in list(page.live()):
        for place in range(segment.start + 2, segment.end - 1):
            near = range(place + 1, min(place + 1 + _NEAR, segment.end))
            step = next((p for p in near if page.first(p, "rel", "s", "set")), None)
            joined = page.form(place - 1) in word_set("other_senses.but")
            denied = page.form(place) in word_set("naming.not") and step is not None
            if joined and denied and page.has(segment.start, place - 1, *_TOLD):
                span = page.first(step, "rel", "s", "set") if step is not None else None
                without(page, place - 1, span.end if span else place + 1)
                break


def _top(page: Page, place: int) -> None:
    """Let "the bandeau top", "no top" be worn: only "to the top", "2 on top" lead there."""
    span = page.span_at(place, "pos")
    if span is None or page.form(place) not in word_set("other_senses.top") or span.end > place + 1:
        return
    before = page.form(place - 1)
    small = before in function_words() or before in word_set("other_senses.very")
    worn = not small and page.tokens[place - 1].is_word
    without = {page.form(place - 1), page.form(place - 2)} & word_set("things.without")
    if place and (worn or without or _is_of_a_shot(page, span.end)):
        del page.at[place]["pos"]


def _is_of_a_shot(page: Page, place: int) -> bool:
    """Whether "of 2" follows: the top of a picture is no place in the list."""
    behind = page.tokens[place + 1].text if place + 1 < len(page.tokens) else ""
    return page.form(place) in word_set("other_senses.of") and behind.isdecimal()


def _shoes_in(page: Page, place: int) -> None:
    """Let "put her in shoes in 2" frame nothing: "in" leads to the shot."""
    span = page.span_at(place, "whole")
    behind = page.tokens[span.end].text if span and span.end < len(page.tokens) else ""
    if span and page.form(span.end - 1) in word_set("naming.in") and behind.isdecimal():
        del page.at[place]["whole"]


def _should_be(page: Page, place: int) -> None:
    """Let "die 1 sollte in Schwarzweiß sein" rank no shot: "1 borde vara varmare" wishes."""
    rank = page.span_at(place, "priority")
    said = {page.form(place), f"{page.form(place)}_{page.form(place + 1)}"}
    if rank is None or said.isdisjoint(word_set("other_senses.should")):
        return
    behind = page.segment_of(place).end
    if page.has(rank.end, behind, *_SAID) or page.has(rank.end, behind, *_THINGS):
        del page.at[place]["priority"]


def _in_focus(page: Page, place: int) -> None:
    """Let "flou en arrière-plan", "background softer" say what is sharp, and no place or light."""
    span = page.span_at(place, "aperture")
    for inside in page.at[place : span.end] if span and span.end > place + 1 else ():
        for kind in ("rel", "f", "s", "set", "ref"):
            inside.pop(kind, None)


_SAID = ("rel", "light", "framing", "angle", "lens", "pose", "kind", "aspect", "grade", "s", "set")


def _should_go(page: Page, place: int) -> None:
    """Let "should go" take a thing out where it goes nowhere else."""
    span = page.span_at(place, "act")
    if span is None or span.name != "move" or not _ends_in_going(page, span):
        return
    thing = page.first(place - 1, *_THINGS) or page.first(place - 2, *_THINGS)
    behind = page.form(span.end)
    if thing and thing.end == place and (not behind or behind in word_set("other_senses.out")):
        page.at[place]["act"] = Span(span.start, span.end, "act", "delete")


def _ends_in_going(page: Page, span: Span) -> bool:
    return page.form(span.end - 1) in word_set("other_senses.go")


def _take_from(page: Page, place: int) -> None:
    """Let "nimm", "ta" with a thing and "aus der 2" take it out."""
    if page.form(place) not in word_set("other_senses.take"):
        return
    for far in range(place + 2, min(place + _REACH, len(page.tokens) - 1)):
        if page.form(far) not in word_set("other_senses.from"):
            continue
        number = far + 1 + (page.form(far + 1) in word_set("naming.articles"))
        thing = any(page.first(p, *_THINGS) for p in range(place + 1, far))
        rest = page.tokens[number + 1 : page.segment_of(place).end]
        if any(token.text.isdecimal() for token in rest):  # "Aus der 2 in die 4" takes it there.
            return
        if thing and number < len(page.tokens) and page.tokens[number].text.isdecimal():
            page.at[place]["act"] = Span(place, place + 1, "act", "delete")
        return


def _more_of(page: Page, place: int) -> None:
    """Let "more flowers in 2", "plus de fleurs" put props in: nothing is compared."""
    if page.form(place) not in word_set("other_senses.more"):
        return
    thing = place + 1 + (page.form(place + 1) in word_set("people.of"))
    while page.first(thing, "col", "m") and not page.first(thing, "p"):
        thing += 1
    found = page.first(thing, "p")
    if found is None or page.first(place - 1, "act", "n", "neg"):
        return
    near = range(found.end, found.end + _NEAR)
    if any(page.form(p) in word_set("other_senses.than") for p in near):
        return  # "More flowers than in 2" compares.
    if page.languages[0] == "fr" and not page.form(found.end - 1).endswith(("s", "x")):
        return  # "Plus de tasse" wants none.
    page.at[place].pop("rel", None)
    page.at[place]["act"] = Span(place, thing, "act", "add")


def _cut_of(page: Page, place: int) -> None:
    """Let "a slimmer cut" be how a garment is made, and delete nothing."""
    before = page.form(place - 1)
    made = before.endswith("er") or before in word_set("other_senses.cut_so")
    if page.form(place) in word_set("other_senses.cut") and made:
        page.at[place].pop("act", None)


def _need(page: Page, place: int) -> None:
    """Let "we need flowers in 2", "wir brauchen Blumen" put them in, though nothing is counted."""
    if page.form(place) not in word_set("other_senses.we"):
        return
    if page.form(place + 1) not in word_set("other_senses.need"):
        return
    start = place + 2 + (page.form(place + 2) in word_set("other_senses.some"))
    thing = start
    while page.first(thing, "col", "m") and not page.first(thing, *_THINGS):
        thing += 1
    if page.first(thing, *_THINGS):
        page.at[place + 1]["act"] = Span(place + 1, start, "act", "add")
        page.at[place + 2].pop("rel", None)  # "More flowers" compares nothing.


def _must(page: Page, place: int) -> None:
    """Let "il faut enlever la tasse" take it out: "il faut" adds what no verb follows."""
    verb = page.span_at(place, "act")
    said = "_".join(page.form(p) for p in range(verb.start, verb.end)) if verb else ""
    if verb and said in word_set("other_senses.must") and page.first(verb.end, "act"):
        page.at[place].pop("act", None)


def _pose_of(page: Page, place: int) -> None:
    """Let "pose de la 2 : de profil" name the field; elsewhere the French word puts something."""
    label = f"{page.languages[0]}:{page.form(place)}" in word_set("other_senses.label")
    follows = page.form(place + 1) in word_set("other_senses.label_of")
    colon = any(page.form(p) == ":" for p in range(place + 1, min(place + 5, len(page.tokens))))
    if label and follows and colon:
        page.at[place].pop("act", None)
        page.at[place]["f"] = Span(place, place + 1, "f", "pose")


def _gloves(page: Page, place: int) -> None:
    """Let "sätt vantar på henne" put gloves on: waiting is written alike without its dots."""
    if page.form(place) not in word_set("other_senses.gloves"):
        return
    put_on = page.first(place - 1, "act") is not None or page.form(place - 1) in word_set(
        "other_senses.gloves_led"
    )
    if page.tokens[place].text.isascii() and put_on:
        for kind in ("pose", "do", "chat"):
            page.at[place].pop(kind, None)


def _were(page: Page, place: int) -> None:
    """Let "y si la 2 fuera azul" take nothing out: it says what would be."""
    if page.form(place) not in word_set("other_senses.were"):
        return
    numbered = page.tokens[place - 1].text.isdecimal()
    led = page.form(place + 1) in word_set("naming.in") | word_set("people.with")
    away = any(token.text.isdecimal() for token in page.tokens[place + 1 : place + 4])
    so = numbered and ((led and not away) or page.first(place + 1, *_SAID) is not None)
    if so or page.first(place + 1, "col", "rel", "adj") is not None:
        page.at[place].pop("act", None)


def _behind(page: Page, place: int) -> None:
    """Let "a dog in the background" be where the dog is, and no set."""
    lead = place - 1 - (page.form(place - 1) in word_set("naming.articles"))
    said = {f"{page.languages[0]}:{page.form(p)}" for p in (place - 1, lead)}
    led = said & word_set("other_senses.behind_led")
    if page.form(place) not in word_set("other_senses.behind") or not led:
        return
    for kind in ("s", "f", "set"):
        page.at[place].pop(kind, None)
    if page.first(place - 2, *_THINGS, "s", "set"):  # "Con un perro al fondo" moves no shot.
        page.at[place - 1].pop("pos", None)


def _hero_of(page: Page, place: int) -> None:
    """Let "the hero of 5" be somebody in a picture, and rank no shot."""
    span = page.span_at(place, "priority")
    if span is None or page.form(span.end - 1) not in word_set("roles.hero"):
        return
    behind = page.tokens[span.end + 1].text if span.end + 1 < len(page.tokens) else ""
    led = page.form(span.end) in word_set("asks.part_of") | word_set("naming.in")
    if led and behind.isdecimal():
        page.at[place].pop("priority", None)


def _pulled(page: Page, place: int) -> None:
    """Let "pull 1 back", "push 3 in" move the camera, and the shot to no other place."""
    way = f"{page.form(place)}_{page.form(place + 2)}"
    steps = {"wider": "other_senses.pulled", "tighter": "other_senses.pushed"}
    name = next((step for step, words in steps.items() if way in word_set(words)), None)
    number = page.tokens[place + 1].text if place + 1 < len(page.tokens) else ""
    seated = any(page.first(p, "pos", "ord") for p in range(place + 3, place + 3 + _NEAR))
    if name is None or not number.isdecimal() or seated:
        return
    page.at[place].pop("act", None)
    page.at[place]["rel"] = Span(place, place + 1, "rel", name)
    page.at[place + 2].clear()


def _out_of(page: Page, place: int) -> None:
    """Let "la 2 fuera de la cocina" be outside a place, and delete no shot."""
    act = page.span_at(place, "act")
    if act is None or act.name != "delete" or page.form(place) not in word_set("other_senses.away"):
        return
    numbered = page.tokens[place - 1].text.isdecimal()
    led = numbered and page.form(act.end) in word_set("people.of") | word_set("acts.from")
    far = act.end + 1 + (page.form(act.end + 1) in word_set("naming.articles"))
    if led and page.first(far, "s", "set"):
        page.at[place].pop("act", None)
        page.at[far].pop("s", None)
        page.at[far].pop("set", None)
