"""Sentences that ask for nothing: praise, who is shown it, when the call is, who is at lunch."""

import itertools
from collections.abc import Iterator

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.pronouns import object_pronoun
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_VALUES = (
    "rel",
    "framing",
    "angle",
    "lens",
    "aspect",
    "priority",
    "kind",
    "col",
    "neg",
    "copy",
    "photo",
    "face",
)
_NEAR = 3


def is_remark(page: Page, segment: Segment) -> bool:
    """Whether a sentence only talks: it has no order in it, and says so by its words."""
    start, end = segment.start, segment.end
    acts = {s.name for s in page.spans(start, end, "act")} - {"set", "keep"}
    forms = [page.form(p) for p in range(start, end)]
    if _is_of_the_day(forms) and acts <= {"move"}:
        return True
    if _is_talked_of(page, segment):
        return True
    if _comes_later(forms) or _is_brought(page, segment, forms):
        return True
    if page.form(end) == "?" or _goes_on_to_order(page, segment):
        return False
    if not acts and _is_doubted(forms) and not page.has(start, end, "rel", "aspect"):
        return not _is_taken_up(page, segment)
    if acts or page.has(start, end, *_VALUES):
        return False
    if _praises(forms) or _goes_to_somebody(forms) or _is_away(forms) or _is_of_kin(forms):
        return True
    if (_is_liked(forms) and not _is_liked_so(page, segment)) or _works(forms):
        return True
    return _is_hailed(page, segment) or _trails_off(page, segment) or _ends_well(page, segment)


def _goes_on_to_order(page: Page, segment: Segment) -> bool:
    """Whether an order stands behind a comma: "me gusta el sombrero, pónselo a Tom"."""
    commas = [p for p in range(segment.start, segment.end) if page.tokens[p].text == ","]
    led = (p + 1 + (page.form(p + 1) in word_set("naming.and")) for p in commas)
    acts = (s for p in led for s in page.spans(p, min(p + 1, segment.end), "act"))
    return any(act.name != "keep" for act in acts)


def _said(forms: list[str], listed: str) -> bool:
    """Whether up to three words in a row are of a list."""
    runs = {"_".join(forms[p : p + many]) for p in range(len(forms)) for many in (1, 2, 3)}
    return bool(runs & word_set(listed))


def _is_liked(forms: list[str]) -> bool:
    """Whether "I like the hat in 2", "la giacca mi piace" praises: better it does not ask for."""
    wishes = _said(forms, "remarks.rather") or _said(forms, "remarks.wants")
    return _said(forms, "remarks.likes") and not wishes


def _is_liked_so(page: Page, segment: Segment) -> bool:
    """Whether "I like 2 in softbox" tells in what light a shot is liked."""
    return any(
        page.tokens[p].text.isdecimal()
        and page.form(p + 1) in word_set("naming.in") | word_set("people.with")
        and page.first(p + 2, "light") is not None
        for p in range(segment.start, segment.end - 2)
    )


def _works(forms: list[str]) -> bool:
    """Whether "the hat in 2 works so well", "der Hut passt" says how a thing is, to its end."""
    places = [p for p, form in enumerate(forms) if form in word_set("remarks.works")]
    ends = places and set(forms[places[-1] + 1 :]) <= word_set("remarks.well")
    return bool(ends and not _said(forms, "remarks.wants"))


def _is_doubted(forms: list[str]) -> bool:
    """Whether "not sure about the hat in 2" doubts, and says nothing else."""
    return _said(forms, "remarks.doubts") and not {*forms} & word_set("remarks.wants")


def _is_taken_up(page: Page, segment: Segment) -> bool:
    """Whether the next sentence orders something of it: "not sure about the hat. Lose it"."""
    behind = next((s for s in page.segments if s.start >= segment.end), None)
    if behind is None or not page.has(behind.start, behind.end, "act"):
        return False
    forms = {page.form(p) for p in range(behind.start, behind.end)}
    said = forms & (word_set("stretches.it") | word_set("taking_it_from.it"))
    return bool(said) or object_pronoun(page, Clause(behind.start, behind.end)) is not None


def _is_hailed(page: Page, segment: Segment) -> bool:
    """Whether "tolles Kleid in der 2!" calls out how good a thing is."""
    hailed = page.form(segment.start) in word_set("remarks.hails")
    more = segment.end - segment.start > 1 and page.tokens[segment.start + 1].is_word
    return hailed and more and page.form(segment.end) == "!"


def _trails_off(page: Page, segment: Segment) -> bool:
    """Whether "hmm, the hat in 2..." thinks, and does not say what."""
    end = page.tokens[segment.end - 1].end
    thinks = page.form(segment.start) in word_set("remarks.thinks")
    return thinks and page.text[end : end + 3].strip().startswith(("...", "…"))


def _ends_well(page: Page, segment: Segment) -> bool:
    """Whether "le manteau de la 2, top" ends on praise."""
    last = segment.end - 1
    praised = page.form(last) in word_set("remarks.hails") and page.tokens[last - 1].text == ","
    return praised and last - 1 > segment.start


def _comes_later(forms: list[str]) -> bool:
    """Whether "the hat for 2 arrives on Monday" says when a thing is there."""
    return bool({*forms} & word_set("remarks.comes") and {*forms} & word_set("remarks.days"))


def _is_brought(page: Page, segment: Segment, forms: list[str]) -> bool:
    """Whether "the stylist brings the hat for 2" says who sees to a thing, and orders nothing."""
    crew = {*forms[:_NEAR]} & word_set("remarks.crew")
    if not crew or not _said(forms, "remarks.brings"):
        return False
    joined = (
        p
        for p in range(segment.start, segment.end)
        if page.form(p) in word_set("naming.and") or page.tokens[p].text == ","
    )
    return not any(page.has(p + 1, p + 2, "act") for p in joined)


def _is_talked_of(page: Page, segment: Segment) -> bool:
    """Whether "let's talk about 4", "lass uns über die 4 reden" only says what to talk of."""
    places = range(segment.start, segment.end)
    numbers = [p for p in places if page.tokens[p].text.isdecimal()]
    if not numbers:
        return False
    rest = (p for p in places if p > numbers[-1] and page.tokens[p].is_word)
    lead, behind = numbers[0] - 1, [page.form(p) for p in rest]
    pair = False
    while lead > segment.start and not pair:
        pair = f"{page.form(lead - 1)}_{page.form(lead)}" in word_set("remarks.talk_of")
        noun = page.span_at(lead, "noun") is not None
        if page.form(lead) not in word_set("naming.articles") and not noun:
            break
        lead -= 1
    ends = all(form in word_set("remarks.later") for form in behind)
    about = page.form(lead) in word_set("remarks.about")
    return (pair and ends) or (about and behind[-1:] in _TALKING)


_TALKING = [[word] for word in word_set("remarks.talking")]


def _praises(forms: list[str]) -> bool:
    """Whether "3 is my favourite", "trop belle la 3", "die find ich stark" praises."""
    owned = word_set("naming.articles") | word_set("minors.whose")
    # "The make-up" makes nothing.
    made_up = any(b == "make" and c == "up" and a in owned for a, b, c in _threes(forms))
    words = set(forms) - ({"make"} if made_up else set())
    if words & word_set("remarks.wants"):
        return False
    if words & word_set("remarks.loves"):
        return True
    return any(
        form in word_set("remarks.fine")
        and bool(set(forms[max(0, place - _NEAR) : place]) & word_set("remarks.is"))
        for place, form in enumerate(forms)
    )


def _is_of_kin(forms: list[str]) -> bool:
    """Whether "Nora's sister called" tells what somebody's family says or does."""
    tells = word_set("kin.tells")
    kin = (p for p, form in enumerate(forms) if form in word_set("kin.words"))
    return any(tells & {*forms[p + 1 : p + _NEAR]} for p in kin)


def _threes(forms: list[str]) -> Iterator[tuple[str, str, str]]:
    return zip(forms, forms[1:], forms[2:], strict=False)


def _goes_to_somebody(forms: list[str]) -> bool:
    """Whether "I'll ask the client about 4" tells whom it is shown to first."""
    words = set(forms)
    told = words & word_set("remarks.tells") and words & word_set("remarks.people")
    return bool(told and words & word_set("remarks.me"))


def _is_of_the_day(forms: list[str]) -> bool:
    """Whether "the client call moved to 4pm", "la reunión es a las 4" is about the day."""
    words = set(forms)
    timed = words & word_set("remarks.hours") or any(
        form.rstrip("hpmu").isdecimal()
        and (not form.isdecimal() or forms[place - 1] in word_set("remarks.at"))
        for place, form in enumerate(forms)
    )
    return bool(timed and words & word_set("remarks.events"))


def _is_away(forms: list[str]) -> bool:
    """Whether somebody goes to lunch, is late or comes back later."""
    pairs = {f"{one}_{two}" for one, two in itertools.pairwise(forms)}
    if set(forms) & word_set("grooming.hair"):
        return False  # "Slick her hair back in 2".
    return bool((set(forms) | pairs) & word_set("remarks.away"))
