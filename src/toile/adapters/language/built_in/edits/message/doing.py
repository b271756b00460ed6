"""Poses told in other languages than English: "guarda il mare", "assise sur les marches"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words, in_english

_LONGEST = 4
_NO_THING = ("act", "rel", "neg", "noun", "ref", "n", "ord", "framing", "lens", "f", "fix", "sim")


def doing(page: Page, clause: Clause) -> tuple[str, int, int] | None:
    """Read "elle regarde la mer", "Lotte legge un libro", "que mire al suelo"."""
    for verb in page.spans(clause.start, clause.end, "do"):
        if page.languages[0] == "en" or not _is_somebodys(page, clause, verb):
            continue
        tail = way_of(page, verb.end, clause.end) or _object(page, verb, clause.end)
        said, end = tail or ("", verb.end)
        return f"{verb.name} {said}".strip(), verb.start, end
    return None


def is_held(page: Page, clause: Clause, place: int) -> bool:
    """Whether a word belongs to a pose: the steps in "assise sur les marches"."""
    for span in page.spans(clause.start, place, "pose", "do"):
        tail = way_of(page, span.end, clause.end)
        apart = place_of_posture(page, span, clause) if span.kind == "pose" else None
        if apart is not None and apart[1] <= place < apart[2]:
            return True
        if tail is None and span.kind == "do" and _is_somebodys(page, clause, span):
            tail = _object(page, span, clause.end)
        if tail and span.end <= place < tail[1]:
            return page.languages[0] != "en"
    return False


def _is_somebodys(page: Page, clause: Clause, verb: Span) -> bool:
    """Whether somebody in the picture does it, and not the studio: "guarda la 3" is an order."""
    form = page.form(verb.start)
    if verb.end - verb.start > 1 or form.endswith(_endings("doing.gerund")):
        return True
    if page.span_at(verb.start, "s") and page.form(verb.start - 2) in word_set("naming.in"):
        return False  # "En la cocina" is in the kitchen, and "she cooks" elsewhere.
    led = range(max(clause.start, verb.start - 2), verb.start)
    names = {p for m in clause.mentions if m.fields == {"talent"} for p in range(m.start, m.end)}
    return any(page.form(p) in word_set("doing.who") or p in names for p in led)


def _endings(name: str) -> tuple[str, ...]:
    """Return a named list of endings as ``str.endswith`` takes it."""
    return tuple(word_set(name))


def _object(page: Page, verb: Span, limit: int) -> tuple[str, int] | None:
    thing = _thing(page, verb.end, limit)
    if thing is None:
        return None
    return (f"at {thing[0]}" if verb.name == "looking" else thing[0]), thing[1]


def way_of(page: Page, place: int, limit: int) -> tuple[str, int] | None:
    """Read where a pose goes: "sur les marches", "verso la porta", "por la ventana"."""
    way = page.span_at(place, "way") if place < limit else None
    if way is None or way.end > limit or _leads_to_pose(page, way, limit):
        return None
    if _leads_to_light(page, way, limit):
        return None
    longer = page.span_at(place, "act")
    if longer is not None and longer.end > way.end:  # "En vez de correr" goes nowhere.
        return None
    behind = page.tokens[way.end] if way.end < limit else None
    if way.name == "from" and behind is not None and behind.is_name and not page.at[way.end]:
        return None  # "La main sur l'épaule de Sofie" says whose.
    if " " in way.name and way.name != "in front of":
        return way.name, way.end
    thing = _thing(page, way.end, limit)
    return (f"{way.name} {thing[0]}", thing[1]) if thing else None


def place_of_posture(page: Page, pose: Span, clause: Clause) -> tuple[str, int, int] | None:
    """Read where somebody sits with the shot told between: "sitzt in der 6 auf dem Boden"."""
    posture = pose.name.split()[0] in word_set("told_poses.postures")
    if page.languages[0] == "en" or not posture or " " in pose.name:
        return None
    here = pose.end
    while here < clause.end and _is_shot_or_name(page, here):
        here += 1
    way = page.span_at(here, "way") if here > pose.end else None
    if way is None or way.name not in _STANDS:
        return None
    told = way_of(page, here, clause.end)
    return (told[0], here, told[1]) if told else None


_STANDS = ("on", "against", "at the ground", "behind", "in front of", "by")


def _is_shot_or_name(page: Page, place: int) -> bool:
    """Whether a word belongs to "in der 6", "nella foto 6" or is a name; "auf" alone is none."""
    form, token = page.form(place), page.tokens[place]
    if token.is_name or token.text.isdecimal() or page.first(place, "noun", "n"):
        return True
    leads = form in word_set("naming.in") | word_set("naming.articles")
    behind = range(place + 1, min(place + 4, len(page.tokens)))
    numbered = any(page.tokens[p].text.isdecimal() or page.span_at(p, "n") for p in behind)
    ending = form in word_set("listed_numbers.endings") or token.text in ":"
    return ending or (leads and numbered)


def _leads_to_light(page: Page, way: Span, limit: int) -> bool:
    """Whether "à la bougie", "im Gegenlicht" is the light and no place, "con un abito" worn."""
    thing = way.end
    while thing < limit and page.form(thing) in word_set("naming.articles") | word_set(
        "new_shots.worn"
    ):
        thing += 1
    lit = page.first(way.start, "light") or page.first(thing, "light")
    worn = way.name == "with" and page.first(thing, "g", "h") is not None
    return worn or (lit is not None and page.first(thing, "p", "s") is None)


def _leads_to_pose(page: Page, way: Span, limit: int) -> bool:
    """Whether "con" in "con los brazos cruzados" only leads to another pose."""
    longer = page.first(way.start, "pose", "do")
    behind = range(way.end, min(limit, way.end + 2))
    return longer is not None or any(page.first(place, "pose", "do") for place in behind)


def _thing(page: Page, place: int, limit: int) -> tuple[str, int] | None:
    """Read a thing with its article, in English."""
    article = "the"
    while place < limit and page.form(place) in word_set("doing.articles"):
        article = "a" if page.form(place) in word_set("giving.indefinite") else "the"
        place += 1
    end = place
    while end < limit and end - place < _LONGEST and _goes_on(page, place, end):
        end += 1
    while end > place and _is_small(page, end - 1):
        end -= 1
    said = in_english(page, place, end) if end > place else ""
    return (f"{article} {said.lower()}", end) if said else None


def _is_small(page: Page, place: int) -> bool:
    """Whether a word names no thing: "mer" is the sea, and more only in Swedish."""
    thing = page.first(place, "s", "g", "h", "b", "j", "p")
    return thing is None and page.form(place) in function_words()


def _goes_on(page: Page, start: int, here: int) -> bool:
    token = page.tokens[here]
    if not token.is_word or page.first(here, *_NO_THING):
        return False
    return (
        here == start or token.form in word_set("shared.de") or token.form not in function_words()
    )
