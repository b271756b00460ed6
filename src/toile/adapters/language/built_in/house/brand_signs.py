"""What the words beside a name say of it: the writer's own house, or a style and no house."""

from toile.adapters.language.built_in.counts.media_named import compound
from toile.adapters.language.built_in.people.known_people import first_names, known_person
from toile.adapters.language.built_in.text.dictionary import exactly
from toile.adapters.language.built_in.text.english import english_words
from toile.adapters.language.built_in.text.families import ROMANCE
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import function_words
from toile.adapters.language.built_in.text.thread import subjects
from toile.adapters.language.built_in.text.tokens import Token

_GOODS = ("g", "h", "b", "j", "c")
_GREETING = 9
_NEAR = 5
_ENDS = ("\n\n", "\n--")
_BEHIND_A_STYLE = frozenset((",", "(", *"in en i et e y och con avec med".split()))
# The ends of Swedish nouns with their article: "löparskon Fjäll" is one style.
_DEFINITE = ("en", "et", "an", "on", "na")


def is_run(page: Page, start: int, end: int) -> bool:
    """Whether "I run Tregenza Knits" or "Petra Lund (that's us)" names the writer's own house."""
    bracket = page.form(end) == "("
    ours = {page.form(p) for p in range(end + 1, end + 5)} & word_set("brands.us")
    return page.form(start - 1) in word_set("brands.runs") or (bracket and bool(ours))


def are_channels(page: Page, start: int, end: int) -> bool:
    """Whether a name is made of several channels: "for TikTok and Reels"."""
    words = (p for p in range(start, end) if page.tokens[p].is_word)
    plain = [p for p in words if page.form(p) not in function_words()]
    return len(plain) > 1 and all(page.first(p, "chan", "media") for p in plain)


def asks_for_files(page: Page, start: int, end: int) -> bool:
    """Whether a house wants pictures: "Lumi Kökstextil vill ha 6 bilder", not "Sam wants 6"."""
    near = page.has(end, min(page.segment_of(start).end, end + _NEAR), "media")
    return near and page.form(start) not in first_names()


def is_somebody(page: Page, start: int, end: int) -> bool:
    """Whether a later sentence opens with who is in the picture: "Freya, window light"."""
    if end - start > 1 or page.form(end) not in (",", "and", "&"):
        return False
    seen = page.first(end + 1, "light", "pose", "framing", "angle", "hmu") is not None
    return seen and (page.form(end) == "," or page.form(start) in first_names())


def is_signed(page: Page, start: int) -> bool:
    """Whether the writer's first name stands before: "Sanna på Vårvind", "soy Inés, de Olmo"."""
    if page.form(start - 1) in word_set("names.trades") or _is_house_of(page, start):
        return True  # "Bruno del calzaturificio Rigoletti", "Lidia (Casa Ferri)"
    place = start - 2 if page.form(start - 1) in word_set("brands.at") else -1
    comma = place > 0 and page.form(place) == ","
    place -= comma
    if place < 0 or not (page.tokens[place].is_name and page.tokens[place].is_word):
        return False
    told = page.form(place - 1) in word_set("brands.i_am")
    return told or (start <= _GREETING and not (comma and page.form(place) not in first_names()))


def is_in_a_place(page: Page, start: int, segment: Segment) -> bool:
    """Whether "the slipway at Whitby", "una azotea de Cádiz" says where, not for whom."""
    before = page.form(start - 1)
    noun = page.languages[0] == "de" and exactly([page.form(start)], "de")
    if noun and before in word_set("brands.at") - word_set("brands.for"):
        return True  # "am Deich bei Wind"
    named = page.form(start) in word_set("names.houses") | word_set("names.trades")
    if (
        named
        or before in word_set("brands.for") - {"per"}
        or before not in word_set("names.introduced")
    ):
        return False
    first = max(segment.start, start - _NEAR)
    stop = max((p + 1 for p in range(first, start) if page.form(p) in ",(:"), default=first)
    return page.has(stop, start, "s", "set")


def is_greeted(page: Page, start: int, end: int, segment: Segment) -> bool:
    """Whether a first name is only spoken to or signs: "Hi Hettie,", "Thanks, Bex"."""
    if end - start > 1:
        return False
    small = word_set("names.common") | word_set("brands.articles")
    opens = all(
        not page.tokens[p].is_word or page.form(p) in small for p in range(segment.start, start)
    )
    greets = opens and start > segment.start and page.form(end) == ","
    called = page.form(start - 1) in word_set("people.greetings") | word_set("scene.greets")
    if (greets or (opens and page.form(end) in (":", "!", "."))) and called:
        return True
    if greets and page.text[page.tokens[end].end :].lstrip(" ").startswith("\n"):
        return True  # "Liebe Runde," and a new line.
    signs = opens and end == segment.end and page.form(segment.start) in word_set("names.closing")
    alone = segment.start == start and end == segment.end
    last = (
        alone and start > 0 and page.text[page.tokens[end - 1].end :].lstrip(" ").startswith(_ENDS)
    )
    return last or signs or ((greets or alone) and page.form(start) in first_names())


def is_thing(page: Page, start: int, end: int) -> bool:
    """Whether "the Ferry tote" or "it's called the Porter" names a style, not the house."""
    led = page.form(start - 1) in word_set("people.the")
    called = page.form(start - 1 - led) in word_set("named_models.called")
    goods = page.first(end, *_GOODS) is not None
    series = page.form(end) in word_set("names.heads_called") and any(
        s.name == "collection" for s in page.spans(end, end + 4, "cue")
    )
    return (led and goods and end - start == 1) or called or series


def is_writer(page: Page, start: int, end: int) -> bool:
    """Whether "Sanna på Vårvind" begins here: a first name, and the house behind it."""
    return end - start == 1 and page.form(start) in first_names() and is_signed(page, end + 1)


def _is_house_of(page: Page, start: int) -> bool:
    """Whether a name stands in brackets right behind a first name."""
    return page.form(start - 1) == "(" and page.form(start - 2) in first_names()


def is_author(page: Page, start: int, end: int, segment: Segment) -> bool:
    """Whether the name is of the writer of a mail: "> Karla, 19.11.: ..." or a signature."""
    after = page.tokens[end : end + 2]
    quoted = segment.depth > 0 and start <= segment.start
    dated = len(after) == 2 and after[0].text == "," and after[1].text[:1].isdecimal()
    return (quoted and dated) or page.words(start, end) in _writers(page)


def _writers(page: Page) -> set[str]:
    """Return the first names in the heads of the mails, and those that open a quoted one."""
    quoted = {
        page.tokens[s.start].text
        for s in page.segments
        if s.depth
        and s.end > s.start + 2
        and page.form(s.start + 1) == ","
        and page.tokens[s.start + 2].text[:1].isdecimal()
    }
    return quoted | {
        page.tokens[p].text
        for s in page.segments
        if s.start in page.masked and s not in subjects(page)
        for p in range(s.start, s.end)
        if page.tokens[p].is_name
    }


def is_legal(word: Token) -> bool:
    return word.is_name and word.form in word_set("brands.legal")


def is_heading(page: Page, start: int, end: int, words: list[Token]) -> bool:
    """Whether words head a line: "INVITATION TO QUOTE", "Vocal retranscrit : ..."."""
    return _is_shouted(words) or _is_head_of_line(page, start, end)


def _is_shouted(words: list[Token]) -> bool:
    shouted = len(words) > 1 and all(w.text.isupper() and len(w.text) > 1 for w in words)
    plain = sum(w.form in english_words() or w.form in function_words() for w in words)
    return shouted and plain > len(words) / 2


def _is_head_of_line(page: Page, start: int, end: int) -> bool:
    """Whether small words and a colon stand behind."""
    segment = page.segment_of(start)
    if start > segment.start or page.form(end) in word_set("brands.campaign"):
        return False
    if page.first(end, *_GOODS, "season", "cue"):
        return False
    sign = next((p for p in range(end, min(end + 4, segment.end)) if page.form(p) == ":"), end)
    return sign > end and all(
        page.tokens[p].is_word and not page.tokens[p].is_name for p in range(end, sign)
    )


def is_known(page: Page, start: int, end: int) -> bool:
    """Whether the name is of a well-known person: nobody's house."""
    return end - start > 1 and known_person(page, start, end, frozenset()) != (0, 0)


def is_titled(page: Page, start: int) -> bool:
    """Whether somebody is spoken to or of: "Liebe Frau Sommer", "chez M. Aubry"."""
    titles = word_set("brands.titles")
    return page.form(start) in titles or page.form(start - 1 - (page.form(start - 1) == ".")) in (
        titles
    )


def is_bracketed(page: Page, start: int, segment: Segment) -> bool:
    """Whether the name stands in a bracket."""
    forms = [page.tokens[p].text for p in range(segment.start, start)]
    inner = forms.count("(") > forms.count(")") and not _is_house_of(page, start)
    opened = max((p for p in range(segment.start, start) if page.form(p) == "("), default=start)
    cues = page.spans(max(segment.start, opened - 2), opened, "cue")
    return inner and not any(s.name == "brand" for s in cues)


def is_in_a_row(page: Page, start: int) -> bool:
    """Whether the name stands in a row of a table, where styles and colours are."""
    place = page.tokens[start].start
    begin = page.text.rfind("\n", 0, place) + 1
    line = page.text[begin:].split("\n", 1)[0]
    titles = not page.text[:place].strip(" \n#*|")  # "PINTO & VALE | eyewear | brief v3"
    return line.count("|") > 1 and not titles


def is_inner(page: Page, start: int, end: int) -> bool:
    """Whether a number is written as a name inside a sentence: "soy Inés, de Tres Lunas"."""
    inner = start > page.segment_of(start).start and page.languages[0] != "de"
    return inner and end - start > 1 and counts(page, start)


def counts(page: Page, place: int) -> bool:
    """Whether a word counts or names files: "Drei Pullover", "Produktbilder"."""
    counted = page.span_at(place, "n") is not None and page.tokens[place].is_word
    return counted or compound(page.form(place)) is not None


def is_house(page: Page, place: int) -> bool:
    """Whether the words say what house the name belongs to: ", marque de vestes"."""
    return any(s.name == "brand" for s in page.spans(place, place + 3, "cue"))


def is_called(page: Page, segment: Segment, start: int) -> bool:
    """Whether "a studio called Barro Vivo" names the house, not a thing or a person."""
    called = page.form(start - 1) in word_set("named_models.called") - {"som"}
    near_us = {page.form(p) for p in range(max(segment.start, start - 3), start)}
    sorts = (page.form(p) for p in range(max(segment.start, start - _NEAR), start - 1))
    own = any(form in word_set("brands.sorts") for form in sorts)
    near = max(segment.start, start - 3)
    other = not own and page.has(near, start, *_GOODS, "people", "twin", "look")
    return called and not other and (own or bool(near_us & word_set("musts.we")))


def is_named_good(page: Page, start: int, end: int, segment: Segment) -> bool:
    """Whether a name stands right behind a good and is its own: "le sac Tilou, pour Arden"."""
    goods = page.spans(max(segment.start, start - 3), start, "g", "h", "b", "j", "c")
    beside = any(s.end == start for s in goods) and page.form(start) not in word_set("names.houses")
    told = end + (page.form(end) in word_set("brand_signs.behind"))
    if beside and page.languages[0] != "en" and page.first(told, "col", "m"):
        return True  # "chaqueta Tilo verde", "sandalo Riva in cuoio"
    if page.form(end) == "," and any(s.end == start for s in goods):
        behind = end + 1 + (page.form(end + 1) in word_set("shared.in"))
        if page.span_at(behind, "col"):
            return True  # "Zopfpulli Münster, natur", "montatura Gozzano, in tartaruga"
    if end - start == 1 and any(s.end == start for s in goods) and _is_of_a_row(page, segment):
        return True
    if end - start > 1 or page.languages[0] not in (*ROMANCE, "sv"):
        return False
    closed = page.form(end) in _BEHIND_A_STYLE
    closed |= any(page.form(s.start - 1) in word_set("brands.one") for s in goods if s.end == start)
    closed |= page.languages[0] == "sv" and page.form(start - 1).endswith(_DEFINITE)
    own = [s for s in goods if s.end == start and s.start > segment.start]
    return closed and bool(own) and not _of_a_collection(page, own[0].start, end)


def _is_of_a_row(page: Page, segment: Segment) -> bool:
    """Whether a sentence lists goods by name: "anello Onda, collana Vento", "bag A, bag B"."""
    named = [
        good
        for good in page.spans(segment.start, segment.end, *_GOODS)
        if good.end < segment.end
        and page.tokens[good.end].is_name
        and page.form(good.end + 1) in word_set("asks.joins") | {",", ".", ";", "", "in", "en", "i"}
    ]
    return len(named) > 1


def _of_a_collection(page: Page, goods: int, end: int) -> bool:
    """Whether a house's things are told, not one: "la collezione di occhiali Lumaca, modello"."""
    cues = page.spans(max(0, goods - 3), goods, "cue")
    return any(s.name == "collection" for s in cues) and not page.first(end + 1, "col", "m")


def ordinariness(page: Page, start: int, segment: Segment, words: list[Token]) -> float:
    """Return how plain the words are that open a sentence: "Scalloped ring", "Kleine Sache"."""
    if start != segment.start:
        return 0.0
    language, goods = page.languages[0], page.first(start + len(words), *_GOODS)
    if language == "en":
        form = words[0].form
        shaped = form.endswith("ed") if goods else form in english_words()
        return _ORDINARY if len(words) == 1 and shaped else 0.0
    common = [word for word in words if word.form in word_set("names.common")]
    known = [word for word in words if word in common or exactly([word.form], language)]
    leads_on = page.form(start + len(words)) in word_set("names.common")  # "Petit truc urgent"
    plain = not goods and known == words and (common or leads_on)
    return 2 * _ORDINARY if plain else 0.0


_ORDINARY = 1.5
