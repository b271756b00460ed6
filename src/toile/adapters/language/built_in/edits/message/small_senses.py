"""Small words that are taken for more: "I'd like dusk" compares nothing, "für 7" is no fur."""

from toile.adapters.language.built_in.edits.message.kept_out import set_kept_out
from toile.adapters.language.built_in.edits.message.lit_things import set_lit_things_aside
from toile.adapters.language.built_in.edits.message.other_senses import set_other_senses_aside
from toile.adapters.language.built_in.edits.message.told_poses import set_told_poses_right
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words


def set_small_senses_right(page: Page) -> None:
    """Take from small words the sense that they have only elsewhere."""
    for place in range(len(page.tokens)):
        if page.form(place) == "like" and page.form(place - 1) in word_set("liking.ahead"):
            page.at[place].pop("sim", None)
        if page.form(place) == "as" and _stands_between_shots(page, place):
            page.at[place] = {"sim": Span(place, place + 1, "sim", "like")}
        if page.form(place) in word_set("small_senses.looks") and _seems(page, place):
            page.at[place].pop("noun", None)
            told = page.form(place) in word_set("small_senses.seems")
            if told and page.form(place + 1) in word_set("small_senses.unwanted"):
                page.at[place + 1].clear()  # "Amara looks bored" wishes nobody bored.
        accented = not page.tokens[place].text.isascii() and page.form(place) in function_words()
        told = f"{page.languages[0]}:{page.form(place)}" in word_set("small_senses.verbs")
        for kind in ("g", "h", "b", "j", "p", "m") if accented or told else ():
            page.at[place].pop(kind, None)  # "Für" is no fur, and "hay una taza" no hay.
        _seat_nothing(page, place)
        _nice_to_have(page, place)
        _needs_none(page, place)
        _need_not(page, place)
        _replace_with(page, place)
        _strip_back(page, place)
        if page.form(place) in word_set("small_senses.shoots") and _is_shot_so(page, place):
            page.at[place]["act"] = Span(place, place + 1, "act", "set")
    set_told_poses_right(page)
    set_kept_out(page)
    set_lit_things_aside(page)
    set_other_senses_aside(page)


def _seat_nothing(page: Page, place: int) -> None:
    """Let "en fin de journée" be a light and "nach oben schauen" a pose, and no place in a list."""
    seat, value = page.span_at(place, "pos"), page.first(place, "light", "pose")
    if seat is not None and value is not None and value.end > seat.end:
        del page.at[place]["pos"]


def _nice_to_have(page: Page, place: int) -> None:
    """Let "would be nice to have a silk scarf in 6" put it in, and rank no shot."""
    rank = page.span_at(place, "priority")
    if rank is None or page.form(rank.end - 1) not in word_set("small_senses.have"):
        return
    near = range(rank.end, min(rank.end + _NEAR, len(page.tokens)))
    led = page.form(rank.end) in word_set("giving.indefinite") | word_set("wished_there.some")
    if led and any(page.first(p, "g", "h", "b", "j", "p") for p in near):
        del page.at[place]["priority"]
        page.at[place]["act"] = Span(place, rank.end, "act", "add")


def _needs_none(page: Page, place: int) -> None:
    """Let "wir brauchen die 4 nicht" take it out: no verb is denied, only the need."""
    if f"{page.languages[0]}:{page.form(place)}" not in word_set("small_senses.need"):
        return
    end = page.segment_of(place).end
    end -= page.form(end - 1) in word_set("denied.over")
    neg = page.span_at(end - 1, "neg")
    verbs = (s.name for s in page.spans(place + 1, end - 1, "act"))
    more = page.has(place + 1, end - 1, "rel") or any(name != "set" for name in verbs)
    if neg is None or neg.name != "not" or more:
        return
    page.at[place]["act"] = Span(place, place + 1, "act", "delete")
    page.at[end - 1].clear()


def _replace_with(page: Page, place: int) -> None:
    """Let "with" in "replace chair with stool" say what comes, and not which shot is meant."""
    act = page.span_at(place, "act")
    if act is None or act.name != "replace" or place != page.segment_of(place).start:
        return
    leads = [s for s in page.spans(act.end, page.segment_of(place).end, "ref") if s.name == "with"]
    if len(leads) == 1 and page.form(leads[0].start) in word_set("people.with"):
        del page.at[leads[0].start]["ref"]


def _strip_back(page: Page, place: int) -> None:
    """Let "strip 2 back to the jumper" take no jumper out: it is what stays."""
    act = page.span_at(place, "act")
    if (
        act is None
        or act.name != "delete"
        or page.form(place) not in word_set("small_senses.strip")
    ):
        return
    for back in range(act.end, page.segment_of(place).end - 1):
        if f"{page.form(back)}_{page.form(back + 1)}" in word_set("small_senses.down_to"):
            page.at[place]["act"] = Span(place, act.end, "act", "keep")
            page.at[back].clear()
            page.at[back + 1].clear()


def _need_not(page: Page, place: int) -> None:
    """Let "vi behöver inte ta bort 4:an" take nothing out: the verb behind it is denied."""
    act = page.span_at(place, "act")
    if act is None or act.name != "delete" or place + 1 == act.end:
        return
    verb = page.span_at(act.end, "act")
    told = any(page.form(p) in word_set("naming.not") for p in range(place, act.end))
    if told and verb is not None and verb.name != "set":
        page.at[place] = {"neg": Span(place, act.end, "neg", "not")}


_NEAR = 4


def _is_shot_so(page: Page, place: int) -> bool:
    """Whether "saca la 4 en contrapicado" says how it is taken; a bare "saca la 4" loses it."""
    order = page.span_at(place, "act")
    if page.languages[0] != "es" or order is None or order.name != "delete":
        return False
    here = place + 1
    while page.form(here) in word_set("naming.articles") or page.first(here, "noun", "n"):
        here += 1
    here += page.tokens[here].text.isdecimal() if here < len(page.tokens) else 0
    led = page.form(here) in word_set("small_senses.so")
    near = range(here, min(len(page.tokens), here + (3 if led else 1)))
    return any(page.first(p, "angle", "framing", "light", "aspect", "grade") for p in near)


def _stands_between_shots(page: Page, place: int) -> bool:
    """Whether "6 as 2" likens a shot to another."""
    beside = (place - 1, place + 1)
    inside = 0 < place < len(page.tokens) - 1
    return inside and all(page.tokens[p].text.isdecimal() for p in beside)


def _seems(page: Page, place: int) -> bool:
    """Whether "Sofie looks cold" says how she seems, and speaks of none of her looks."""
    if place == 0 or place + 1 >= len(page.tokens):
        return False
    who = page.tokens[place - 1].is_name or page.form(place - 1) in word_set("small_senses.who")
    return who and page.first(place + 1, "rel", "mien", "expr", "pose", "light") is not None
