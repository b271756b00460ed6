"""Mentions of people: which words mean somebody in the pictures, and how many there are."""

from toile.adapters.language.built_in.people.idioms import is_counted, is_idiom
from toile.adapters.language.built_in.people.kept_out import is_kept_out
from toile.adapters.language.built_in.people.kin_of_things import is_kin_of_a_thing
from toile.adapters.language.built_in.people.known_people import first_names
from toile.adapters.language.built_in.people.no_cast import is_bystander, makes_it, work_there
from toile.adapters.language.built_in.text.families import GERMANIC
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import inside
from toile.adapters.language.built_in.text.ratios import count_at

Group = tuple[Span, int | None]
GENERAL = frozenset(("model", "person", "friends", "employee", "twins"))
GENDERS = word_set("people.genders")
RELATIONS = frozenset(
    "mother father grandmother grandfather daughter son sister brother bride groom nephew niece "
    "grandchild".split()
)
_JOINED = word_set("people.joined")
_SELF = word_set("people.self")
_GOODS = ("g", "h", "b", "j", "c")


def groups_of(page: Page, negations: list[tuple[int, int]], skip: set[int]) -> list[Group]:
    """Return the people named, each with its count where one is said; ``skip`` are names."""
    found: list[Group] = []
    again: list[Group] = []
    for segment in page.live():
        if page.label(segment) in word_set("people.other_labels"):
            continue
        for span in page.spans(segment.start, segment.end, "people"):
            label = page.labels.get(segment.start)
            if inside(span.start, negations) or span.start in skip:
                continue
            if _in_a_feast(page, span) or _is_the_house(page, span, segment):
                continue
            if _is_taken_back(page, span) or _is_talked_of(page, span, segment):
                continue
            if label and span.start < label.start and page.label(segment) == "talent":
                continue  # "CAST: one woman": the label is nobody.
            count = count_before(page, span, segment)
            if count == 1 and page.form(span.start) in word_set("people.twins"):
                count = None
            if not is_talent(page, span) or not (count or span.name != "guide"):
                continue
            (again if count and _is_again(page, span) else found).append((span, count))
    known = {(span.name, count) for span, count in found}
    return found + [one for one in again if (one[0].name, one[1]) not in known]


def of_the_newest(page: Page, groups: list[Group]) -> tuple[list[Group], int | None]:
    """Return the people of the newest mail and its depth where it casts anew, else all of them."""
    depths = [page.segment_of(span.start).depth for span, _ in groups]
    newest = min(depths, default=0)
    own = [one for one, depth in zip(groups, depths, strict=True) if depth == newest]
    first = own[0][0].start if own else 0
    lead = {page.form(p) for p in range(max(0, first - 4), first)}
    more = lead & (word_set("taken_back.more") | word_set("people.also"))
    anew = any(count for _, count in own) and max(depths, default=0) > newest and not more
    return (own, newest) if anew else (groups, None)


def _is_taken_back(page: Page, span: Span) -> bool:
    """Whether "forget the couple", "drop the man" leaves people out."""
    lead = {page.form(p) for p in range(max(0, span.start - 2), span.start)}
    return bool(lead & word_set("taken_back.verbs"))


def _is_talked_of(page: Page, span: Span, segment: Segment) -> bool:
    """Whether nobody more is meant: "three per woman", "Dear colleagues", "the singer's voice"."""
    if is_bystander(page, span, segment) or is_kin_of_a_thing(page, span.start, segment):
        return True
    if is_kept_out(page, span, segment) or makes_it(page, span, segment):
        return True
    before = page.form(span.start - 1) if span.start > segment.start else ""
    if before in word_set("people.per") or before in word_set("people.ranges"):
        return True
    lead = [page.form(p) for p in range(max(segment.start, span.start - _FAR), span.start)]
    near = span.start - segment.start <= _FAR
    greeted = near and before in word_set("people.greetings")
    sounds = span.name not in GENDERS and bool(set(lead) & word_set("people.voice"))
    return greeted or sounds


_FAR = 6


_NEAR = 5


def _in_a_feast(page: Page, span: Span) -> bool:
    """Whether "madre" only names a day: "el Día de la Madre"."""
    places = range(max(0, span.start - 3), span.start + 1)
    return any((f := page.span_at(p, "feast")) and f.end >= span.end for p in places)


def _is_the_house(page: Page, span: Span, segment: Segment) -> bool:
    """Whether people are those who write: "somos Colibrí, dos hermanas, hacemos ropa"."""
    we = any(
        s.name == "brand" and page.form(s.start) in word_set("people.we_are")
        for s in page.spans(segment.start, span.start, "cue")
    )
    makes = any(
        page.form(p) in word_set("products.house_verbs") for p in range(span.end, segment.end)
    )
    return (we and (makes or span.name in RELATIONS)) or work_there(page, span, segment, we)


def _is_again(page: Page, span: Span) -> bool:
    """Whether "all four men", "the two women" may speak of people counted elsewhere."""
    lead = {page.form(p) for p in range(max(0, span.start - 4), span.start)}
    return bool(lead & word_set("people.again"))


def is_talent(page: Page, span: Span) -> bool:
    """Whether a word for people means somebody who is in the pictures."""
    word = page.tokens[span.start]
    if len(word.form) == 1:
        return page.form(span.start + 1) == "/" or page.form(span.start - 1) == "/"
    inner = page.first(span.start - 1, *_GOODS) if span.start else None
    if inner and inner.end > span.start:
        return False
    behind = page.text[word.end : word.end + 2]
    possessive = behind in ("'s", "’s") or (word.form.endswith("s") and behind in ("' ", "’ "))
    if possessive and page.form(span.end) not in word_set("people.parts"):
        return False
    if _is_ours(page, span) or _names_a_style(page, span) or _is_young(page, span):
        return False
    if span.name in GENDERS and (
        page.first(span.end, *_GOODS)
        or (page.form(span.start) in _pronouns(page) and not _is_cast(page, span))
    ):
        return is_counted(page, span.start) and not page.first(span.end, *_GOODS)
    if span.name == "couple" and page.first(span.end, *_GOODS):
        return False
    joined = span.end + 2 * (page.form(span.end) in word_set("asks.joins"))
    if page.form(joined) in word_set("people.only_like"):
        return False  # "a mother and daughter vibe"
    if span.name == "twins" and page.form(span.end) in word_set("people.not_twins"):
        return False
    return not (
        is_idiom(page, span) or (span.name == "twins" and page.span_at(span.start - 1, "twin"))
    )


def _is_ours(page: Page, span: Span) -> bool:
    """Whether somebody only works for the writer: "our founder", "unser Tischler"."""
    before = page.form(span.start - 1)
    works = before in word_set("people.ours") and span.name not in RELATIONS
    return span.name != "model" and (before in _SELF or works)


def _names_a_style(page: Page, span: Span) -> bool:
    return _is_audience(page, span) or _is_style(page, span) or _is_a_name(page, span)


def _is_a_name(page: Page, span: Span) -> bool:
    """Whether a style is called so: "due mocassini: il Gemello e il Bambina"."""
    german = page.languages[0] == "de"
    if page.first(span.end, *_GOODS) and not is_counted(page, span.start):
        return True  # "the mom jean", "a schoolboy blazer"
    led = page.form(span.start - 1) in word_set("people.the")
    return led and page.tokens[span.start].is_name and not german


def _is_audience(page: Page, span: Span) -> bool:
    """Whether the words say who buys, not who is seen: "coats for women", "all for brides"."""
    word = page.form(span.start)
    plural = word.endswith(("s", "men", "n")) and not is_counted(page, span.start)
    return (plural and page.form(span.start - 1) in word_set("people.audience")) or (
        page.languages[0] != "en" and _wears_it(page, span)
    )


def _wears_it(page: Page, span: Span) -> bool:
    """Whether a good is told by who wears it: "zapato de mujer", "scarpe da uomo"."""
    led = page.form(span.start - 1) in word_set("people.worn_by")
    end = span.start - led
    first = max(page.segment_of(span.start).start, end - _NEAR)
    goods = page.spans(first, end, *_GOODS)
    return span.name in GENDERS and bool(goods) and goods[-1].end == end


def _is_young(page: Page, span: Span) -> bool:
    """Whether a small letter makes a German boy an adjective: "einer jungen Frau"."""
    token = page.tokens[span.start]
    return page.languages[0] == "de" and token.form.startswith("junge") and not token.is_name


def _is_cast(page: Page, span: Span) -> bool:
    """Whether a word stands right behind a label for the cast: "Person = man"."""
    label = page.labels.get(page.segment_of(span.start).start)
    return label is not None and label.field == "talent" and label.start == span.start


def _pronouns(page: Page) -> frozenset[str]:
    return word_set("people.pronouns") if page.languages[0] in GERMANIC else frozenset()


def _is_style(page: Page, span: Span) -> bool:
    """Whether "model" means a style: "per model", "modelo 12", 'modello "Zattere"'."""
    if span.name != "model":
        return False
    if {page.form(span.start - 1), page.form(span.start - 2)} & {"per", "each", "par", "je", "por"}:
        return True
    if page.form(span.start) not in word_set("style_names.leads"):
        return False
    told = page.has(span.end, span.end + 12, "people", "look")
    told = told or page.form(span.end + 1) in first_names()
    listed = page.form(span.end) == ":" and not told
    if page.form(span.start) in word_set("people.models"):
        return listed
    place = span.end
    while page.form(place) in word_set("people.before_style") and place < span.end + 3:
        place += 1
    token = page.tokens[min(place, len(page.tokens) - 1)]
    named = token.is_name and token.is_word and not page.at[min(place, len(page.tokens) - 1)]
    numbered = token.text[:1].isdecimal() and not _is_aged(page, place)
    return numbered or named or place > span.end


def _is_aged(page: Page, place: int) -> bool:
    """Whether "28-35" tells how old a model is, and names no style."""
    joined = page.form(place + 1) in word_set("times.join")
    years = [page.form(p) for p in (place, place + 2)]
    return joined and all(y.isdecimal() and _YOUNG <= int(y) < _OLD for y in years)


_YOUNG, _OLD = 16, 100


def count_before(page: Page, span: Span, segment: Segment) -> int | None:
    """Return a count in the few words before, unless another noun claims it; or right behind."""
    ahead = count_at(page, span.start - 1) if span.start > segment.start else None
    behind = _behind(page, span, segment) if not ahead else None
    if behind:
        return behind
    for place in range(span.start - 1, max(segment.start, span.start - 4) - 1, -1):
        counted = count_at(page, place)
        if page.form(place) in (word_set("asks.joins") | word_set("surfaces.on")) - {"mit"}:
            break  # "Vater um 55 und Tochter": the number is of another.
        if counted and counted[0] <= 60 and counted[1] > place:
            return None if page.form(place - 1) in word_set("people.aged") else counted[0]
        if page.tokens[place].form in word_set("people.count_before"):
            return 1
        if page.tokens[place].text == ")" and count_at(page, place - 1):
            continue
        if page.tokens[place].text in ",.;:(" or page.first(place, "media", "g", "people"):
            break
    lead = page.form(span.start - 1)
    single = page.form(span.start) in word_set("people.singular")
    return 1 if lead in word_set("people.the") and single else None


def _behind(page: Page, span: Span, segment: Segment) -> int | None:
    """Return a small count behind the noun: "mujer 1", "model, one"."""
    comma = page.form(span.end) == ","
    place = span.end + comma
    counted = count_at(page, place) if place < segment.end else None
    if counted is None or counted[0] > 9 or page.first(counted[1], "media", "unit", *_GOODS):
        return None
    if comma:
        alone = counted[1] >= segment.end or page.form(counted[1]) in (",", ")", ".")
        return counted[0] if alone and counted[0] == 1 else None
    plain = page.languages[0] != "en" and page.form(counted[1]) not in _JOINED
    return counted[0] if plain else None
