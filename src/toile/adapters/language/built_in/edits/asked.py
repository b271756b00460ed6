"""Which sentences only ask, and which ask politely for a change."""

from toile.adapters.language.built_in.edits.message.talk import is_named
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import find_ratios

_POLITE = word_set("asked.polite")
_WHO = word_set("asked.who_has")
_YOU = word_set("asked.you")
_OPINION = word_set("asked.opinion")


def is_question(page: Page, segment: Segment) -> bool:
    """Whether a sentence asks for an answer and not, politely, for a change."""
    start = opening_of(page, segment)
    if start >= segment.end:
        return False
    ends = any(
        page.tokens[p].text == "?" for p in range(start, min(segment.end + 1, len(page.tokens)))
    )
    exchanged = any(
        page.form(p) in word_set("echoes.vice_versa") for p in range(start, segment.end)
    )
    if exchanged and not ends:
        return False
    first = page.span_at(start, "q")
    form, then = page.form(start), page.form(start + 1)
    if _opens_as_question(page, start) or (ends and _closes_as_question(page, start, segment.end)):
        return True
    if first and first.name == "which":
        return ends or form in word_set("asked.is_question")
    if form in _POLITE and then in _YOU:
        return False
    if ends and _asks_inside(page, start, segment.end):
        return True
    if ends and (_supposes(page, segment, start) or _states(page, start, segment.end)):
        return True
    if form in _POLITE and form != "would" and ends:
        return False
    thinks = any(page.form(p) == "think" for p in range(start, segment.end))
    if ends and form in _SHOWS and page.has(start, segment.end, "noun"):
        return True
    return ends and (form in _OPINION or form == "ist" or thinks or _verb_asks(page, segment))


def _supposes(page: Page, segment: Segment, start: int) -> bool:
    """Whether "what if 2 was outside?", "¿y si la 2 fuera azul?" only thinks aloud."""
    lead = start - 1 if start > segment.start and page.tokens[start - 1].is_word else start
    pairs = ((page.form(p), page.form(p + 1)) for p in {lead, start})
    return any(f"{one}_{two}" in word_set("asked.what_if") for one, two in pairs)


def _states(page: Page, start: int, end: int) -> bool:
    """Whether "la veste de la 6 est bleue ?" asks how a thing is, and wishes nothing."""
    said = [page.tokens[p].text.casefold() for p in range(start + 1, end)]
    worn = any(says_has(page, p) and page.form(p - 1) in _WHO for p in range(start + 1, end))
    if not worn and not any(word in word_set("asked.so_it_is") for word in said):
        return False
    asks = _POLITE | _YOU | word_set("conditions.polite") | word_set("unwanted.wrong") | {","}
    acts = {s.name for s in page.spans(start, end, "act") if not says_has(page, s.start)}
    acts -= {"set", "keep"}
    return not acts and not any(page.form(p) in asks for p in range(start, end))


def _asks_what_is_worn(page: Page, start: int, end: int) -> bool:
    """Whether "Hat 2 einen Hut?", "a-t-elle un chapeau ?" begins with having or wearing.

    "Lleva la 2 a la playa?" takes the shot somewhere: it is a wish.
    """
    takes = page.has(start, start + 1, "act") and _is_of_a_shot(page, start + 1)
    return says_has(page, start) and not takes and not page.has(start, end, "rel")


def _is_of_a_shot(page: Page, place: int) -> bool:
    numbered = (page.tokens[p].text.isdecimal() for p in (place, place + 1) if p < len(page.tokens))
    return any(numbered)


def says_has(page: Page, place: int) -> bool:
    """Whether a word says, in the language of the message, that something is had or worn."""
    return f"{page.languages[0]}:{page.form(place)}" in word_set("asked.has")


def asks_of_licence(page: Page, segment: Segment) -> bool:
    """Whether a question names a licence: "can 5 run in the US, is that in the licence?"."""
    words = {page.form(p) for p in range(segment.start, segment.end)}
    return page.form(segment.end) == "?" and bool(words & word_set("asked.licence"))


def _opens_as_question(page: Page, start: int) -> bool:
    """Whether a sentence begins as a question, with or without a mark: "how many", "is there"."""
    first = page.span_at(start, "q")
    if first is not None and first.name == "howmany":
        return True
    form, then = page.form(start), page.form(start + 1)
    if form in word_set("asked.why"):  # "Why not delete 3" is a wish.
        return then not in word_set("asked.why_not")
    return f"{form}_{then}" in word_set("asked.exists") or form in word_set("asked.suppose")


def _closes_as_question(page: Page, start: int, end: int) -> bool:
    """Whether "5 is a video, right?", "anything on an 85?", "do we keep it or not?" asks."""
    if offers_two(page, start, end) or _asks_for_field(page, start, end):
        return True
    pair = f"{page.form(start)}_{page.form(start + 1)}"
    if pair in word_set("asked.have"):
        return True
    if {page.form(start), pair, f"{pair}_{page.form(start + 2)}"} & word_set("asked.had"):
        return True
    if _asks_what_is_worn(page, start, end):
        return True
    counts = any(s.name == "howmany" for s in page.spans(start, end, "q"))
    if counts or page.form(start) in word_set("asked.anything"):
        return True
    return _is_tagged(page, start, end)


def _is_tagged(page: Page, start: int, end: int) -> bool:
    """Whether a statement is closed by "right?", or leaves open whether a thing stays."""
    forms = [page.form(p) for p in range(start, end)]
    tagged = any("_".join(forms[-n:]) in word_set("asked.tags") for n in (1, 2, 3))
    told = bool(set(forms) & word_set("asked.is")) or any(
        says_has(page, p) for p in range(start, end)
    )
    states = told and not page.has(start, end, "rel")
    acts = {s.name for s in page.spans(start, end, "act") if not says_has(page, s.start)}
    acts -= {"set", "keep"}
    if tagged and states and not acts:
        return True
    marks = [p for p in range(start + 1, end) if page.form(p) in word_set("asked.or")]
    return bool(marks) and _leaves_open(page, start, marks[-1], end)


def _leaves_open(page: Page, start: int, mark: int, end: int) -> bool:
    """Whether "keep it or lose it", "la quitamos o sigue" names a thing and its contrary."""
    ahead = {s.name for s in page.spans(start, mark, "act")}
    behind = {s.name for s in page.spans(mark + 1, end, "act")}
    forms = {page.form(p) for p in range(mark + 1, end)}
    stays = bool(forms & word_set("asked.stays")) or "keep" in behind
    denied = end - mark <= _TAG and bool(forms & word_set("asked.not"))
    if denied:
        return bool(ahead & {"keep", "delete"})
    return ("delete" in ahead and stays) or ("keep" in ahead and "delete" in behind)


_TAG = 3


def _asks_for_field(page: Page, start: int, end: int) -> bool:
    """Whether "lens on 4?", "talent in 4?" names no more than a field and its shot."""
    field = page.span_at(start, "f")
    if field is None or page.form(field.end) not in word_set("naming.in"):
        return False
    return all(
        page.tokens[p].text.isdecimal()
        or is_named(page, p)
        or page.form(p) in word_set("seats.small")
        or page.first(p, "noun", "ord", "n") is not None
        for p in range(field.end + 1, end)
    )


def offers_two(page: Page, start: int, end: int) -> bool:
    """Whether "16:9 or 9:16?", "should 2 be tighter or wider?" leaves a choice open."""
    marks = [p for p in range(start + 1, end - 1) if page.form(p) in word_set("asked.or")]
    ratios = find_ratios(page, start, end)
    for mark in marks:
        if page.tokens[mark - 1].text.isdecimal() and page.tokens[mark + 1].text.isdecimal():
            return True
        for kind in _CHOICES:
            told = [s.start for s in page.spans(start, end, kind)]
            if any(p < mark for p in told) and any(p > mark for p in told):
                return True
        if any(r.end <= mark for r in ratios) and any(r.start > mark for r in ratios):
            return True
    return False


_CHOICES = ("rel", "framing", "angle", "lens", "light", "aspect", "priority", "kind", "pose", "col")


def asks_of_rules(page: Page, segment: Segment) -> bool:
    """Whether a sentence asks what is allowed, and is no polite request: "are we allowed to"."""
    if page.form(segment.end) != "?":
        return False
    forms = [page.form(p) for p in range(segment.start, segment.end)]
    said = {
        "_".join(forms[start : start + length])
        for start in range(len(forms))
        for length in range(1, _LONGEST_RULE + 1)
    }
    return bool(said & word_set("asked.rules"))


_LONGEST_RULE = 4


def _asks_inside(page: Page, start: int, end: int) -> bool:
    """Whether "la 4 est à quelle focale ?" asks behind what it is about, and orders nothing."""
    asks = any(
        s.name == "which" and page.form(s.end - 1) in word_set("asked.is_question")
        for s in page.spans(start, end, "q")
    )
    acts = {s.name for s in page.spans(start, end, "act")}
    return asks and not page.has(start, end, "rel") and acts <= {"set", "move", "keep"}


_SHOWS = word_set("asked.shows")


def opening_of(page: Page, segment: Segment) -> int:
    """Return where a sentence begins behind "hmm", "ok so", "and", "btw"."""
    start = segment.start
    while start < segment.end and (
        page.form(start) in word_set("asked.fillers") or not page.tokens[start].text[:1].isalnum()
    ):
        start += 1
    asking = f"{page.form(start)}_{page.form(start + 1)}" in word_set("asked.tell")
    return start + 2 if asking and page.first(start + 2, "q") else start


def _verb_asks(page: Page, segment: Segment) -> bool:
    """Whether a question has a verb of being there: "does", "sale", "finns"."""
    return any(
        page.form(p) in word_set("asked.there") for p in range(segment.start, segment.end)
    ) and not page.has(segment.start, segment.end, "rel")
