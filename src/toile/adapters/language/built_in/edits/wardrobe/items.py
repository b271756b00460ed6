"""Things on the board: taking out, adding, replacing and recolouring garments, props and people."""

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.entries import Entry
from toile.adapters.language.built_in.edits.message.said_ahead import is_cut
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe.denied_things import is_denied
from toile.adapters.language.built_in.edits.wardrobe.fruit import is_fruit
from toile.adapters.language.built_in.edits.wardrobe.remade import (
    cloths,
    colours_apart,
    made_words,
    remade,
)
from toile.adapters.language.built_in.edits.wardrobe.told_behind import told_behind
from toile.adapters.language.built_in.edits.wardrobe.worn_over import is_over
from toile.adapters.language.built_in.text.families import ROMANCE
from toile.adapters.language.built_in.text.lexicon import FOR_EDITS, lexicon, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words, in_english, trim
from toile.adapters.language.built_in.text.tokens import fold, tokenise
from toile.domain.commands import AddItems, Command, RemoveItems, ReplaceItem
from toile.domain.shots import ShotList

LISTS = frozenset(("garments", "props", "talent"))
_STOPS = word_set("items.stops")


def objects(clause: Clause, target: Target) -> list[Mention]:
    """Return the mentions of things that did not name the shots."""
    return [
        m
        for m in clause.mentions
        if m not in target.used
        and m.fields & LISTS
        and not set(range(m.start, m.end)) & target.places
    ]


def scoped(mention: Mention, target: Target, *, explicit: bool) -> tuple[Entry, ...]:
    """Return the entries of a mention in the shots meant; everywhere where none is named."""
    own = mention.of(*LISTS).entries
    if not explicit:
        return own
    there = tuple(e for e in own if e.shot in target.shots)
    return there or tuple(e for e in mention.near if e.shot in target.shots)


def remove(entries: tuple[Entry, ...]) -> list[Command]:
    """Return the commands that take entries out, one for each item."""
    found: dict[tuple[str, str], list[str]] = {}
    for entry in entries:
        found.setdefault((entry.field, entry.value), []).append(entry.shot)
    return [
        RemoveItems(shots=tuple(shots), field=field, items=(value,))
        for (field, value), shots in found.items()
    ]


def replace_all(entries: tuple[Entry, ...], new: str) -> list[ReplaceItem]:
    """Return the commands that put ``new`` in the place of entries."""
    found: dict[tuple[str, str], list[str]] = {}
    for entry in entries:
        found.setdefault((entry.field, entry.value), []).append(entry.shot)
    return [
        ReplaceItem(shots=tuple(shots), field=field, old=value, new=_meant(value, new))
        for (field, value), shots in found.items()
        if value != new
    ]


def _meant(value: str, new: str) -> str:
    """Return what "a navy one" stands for: the same thing in another colour."""
    words = new.split()
    if len(words) > 1 and words[-1].casefold() in word_set("shared.one"):
        made = {fold(word) for word in words[:-1]} & made_words()
        return (remade if made else recoloured)(value, " ".join(words[:-1]))
    return new


def recoloured(value: str, colour: str) -> str:
    """Return a garment with its colour exchanged, or put before it."""
    tokens = tokenise(value)
    known = lexicon(("en",), FOR_EDITS)
    for place in range(len(tokens)):
        spans = [*known.at(tokens, place)]
        if any(span.kind == "p" and span.end - place > 1 for span in spans):
            break  # A "coffee cup" is not coffee-coloured.
        for span in spans:
            if span.kind == "col" and span.end < len(tokens):
                return (
                    value[: tokens[place].start] + colour + value[tokens[span.end - 1].end :]
                ).strip()
    return f"{colour} {value}"


def reclothed(value: str, cloth: str) -> str:
    """Return a garment with its cloth exchanged, or put before its last word."""
    tokens = tokenise(value)
    known = lexicon(("en",), FOR_EDITS)
    for place in range(len(tokens) - 1):
        for span in known.at(tokens, place):
            if span.kind == "m" and span.end < len(tokens):
                after = value[tokens[span.end - 1].end :]
                return (value[: tokens[place].start] + cloth + after).strip()
    head = _head_of(value)
    return f"{value.removesuffix(head)}{cloth} {head}"


def _head_of(value: str) -> str:
    """Return the words that name a thing: "belt bag" of "brown belt bag"."""
    tokens, known = tokenise(value), lexicon(("en",), FOR_EDITS)
    for place in range(len(tokens)):
        for span in known.at(tokens, place):
            if span.kind in _NAMED and span.end == len(tokens):
                return value[tokens[place].start :]
    return value.split()[-1] if value.split() else value


_NAMED = ("g", "h", "b", "j", "p")


def with_head(page: Page, start: int, end: int, text: str, old: str) -> str:
    """Return "wide leg cream" said instead of the charcoal trousers as trousers, too."""
    plain = all(
        is_cut(page, p)
        or page.form(p) in word_set("colours.shades")
        or any(s.start <= p < s.end for s in page.spans(start, end, "col", "m", "adj"))
        for p in range(start, end)
    )
    named = is_fruit(page, start, end) or page.has(start, end, *_NAMED)
    if not plain or named or page.languages[0] != "en":
        return text
    head = _head_of(old)
    colours, rest = colours_apart(old.removesuffix(head))
    kept = [] if page.has(start, end, "col") else colours
    if text in word_set("items.sizes"):
        return f"{text} {old}"
    same = word_set("items.cuts") | (cloths() if page.has(start, end, "m") else frozenset())
    return " ".join([*kept, text, *(w for w in rest if fold(w) not in same), head])


def new_item(page: Page, clause: Clause, start: int, target: Target) -> tuple[str, int, int] | None:
    """Read the thing to add or to put in: words up to a preposition or a shot."""
    begin = _likened(page, clause, start)
    while begin < clause.end and (
        begin in target.places
        or _is_receiver(page, clause, begin)
        or page.form(begin) in _LEAD | word_set("everybody.words")
        or _is_quantity(page, clause, begin)
        or _is_putting(page, begin)
        or (page.span_at(begin, "noun") and not _is_thing(page, begin))
    ):
        begin += 1
    end = begin
    while end < clause.end and not _ends(page, end, begin, target):
        end += 1
    begin, end = trim(page, begin, end)
    while end - 1 > begin and page.form(end - 1) in word_set("items.there"):
        end -= 1
    if all(_is_small(page, place) for place in range(begin, end)):
        return None
    named = (p for p in range(begin, end) if page.first(p, *_NAMED) is not None)
    if page.form(begin) in word_set("items.whatever") or is_denied(page, next(named, begin)):
        return None  # "Add whatever we need" names nothing, "no hat on" none that comes.
    text = in_english(page, begin, end) if page.languages[0] != "en" else page.words(begin, end)
    text = told_behind(page, begin, end, clause.end, text)
    return (text.lower() if not page.tokens[begin].is_name else text), begin, end


def _is_thing(page: Page, place: int) -> bool:
    """Whether a word for a shot begins a thing: "a one piece", "a card"."""
    return page.form(place) == "card" or page.first(place, *_NAMED) is not None


def _likened(page: Page, clause: Clause, start: int) -> int:
    """Return where the thing begins: of "a hat, something like a black fedora" the fedora."""
    for place in range(start, clause.end):
        if page.form(place) in word_set("things.something"):
            likes = (p for p in range(place, clause.end) if page.form(p) in word_set("things.like"))
            return next(likes, start - 1) + 1
    return start


def _is_quantity(page: Page, clause: Clause, place: int) -> bool:
    """Whether "few", "pair of" only counts what follows, or "in beiden" the shots."""
    scope = page.span_at(place, "ref")
    pair = scope is not None and scope.name == "both"
    counted = pair or page.form(place) in word_set("items.quantities")
    of = page.form(place) in word_set("items.of_some") and _is_quantity(page, clause, place - 1)
    return (counted and place + 1 < clause.end) or of


def _is_receiver(page: Page, clause: Clause, place: int) -> bool:
    """Whether "Ines" in "give Ines the boots" says who gets the thing."""
    named = any(m.start == place and m.fields == {"talent"} for m in clause.mentions)
    worn = page.first(place + 1, "g", "h", "b", "j", "col", "m") is not None
    owned = page.form(place + 1) in word_set("items.owned") | word_set("giving.indefinite")
    return named and (worn or owned)


def _is_putting(page: Page, place: int) -> bool:
    """Whether "mettimi" in "al posto delle rose mettimi delle peonie" only says to put it."""
    act = page.span_at(place, "act")
    other = page.first(place, "g", "h", "b", "j", "p", "col", "m")
    puts = act is not None and act.name in ("set", "add", "move") and act.end == place + 1
    return puts and other is None and page.languages[0] in ROMANCE


def _is_small(page: Page, place: int) -> bool:
    """Whether a word names no thing: "there", "that", "back"."""
    form = page.form(place)
    small = form in function_words() or form in word_set("items.small")
    return small and not page.first(place, "g", "h", "b", "j", "p", "col", "m")


_LEAD = word_set("items.lead")


def _ends(page: Page, here: int, begin: int, target: Target) -> bool:
    token, ref = page.tokens[here], page.span_at(here, "ref")
    odd = not (token.is_word or token.text.isdecimal() or token.text in "-%&'’#\"")
    return here != begin and (
        odd
        or (page.form(here + 1) in word_set("giving.whom") and here > begin)
        or (token.form == "next" and page.form(here + 1) == "to")
        or (token.form in _STOPS and not _glues(page, here))
        or here in target.places
        or token.text in "(),;:."
        or (
            ref is not None
            and ref.name in ("all", "this", "both", "except")
            and token.form not in word_set("items.la")
        )
        or page.first(here, "rel", "neg") is not None
        or is_over(page, here)
    )


def _glues(page: Page, here: int) -> bool:
    """Whether a small word belongs to the thing: "cup of tea", "bouclé de laine"."""
    return (
        (page.form(here) in word_set("shared.of.2") or _is_made_of(page, here))
        and here + 1 < len(page.tokens)
        and not page.tokens[here + 1].text.isdecimal()
        and page.tokens[here + 1].is_word
    )


def _is_made_of(page: Page, here: int) -> bool:
    """Whether "en" in "une combinaison en jean" says of what cloth something is."""
    cloth = page.first(here + 1, "m", "col") or page.span_at(here + 1, "g")
    made = page.form(here) in word_set("items.made_of") and page.languages[0] != "en"
    return made and cloth is not None and bool(page.first(here - 1, "g", "h", "b", "j", "p"))


def field_of(page: Page, start: int, end: int, names: frozenset[str]) -> str:
    """Return the list a new thing belongs to."""
    words = {page.form(place) for place in range(start, end)}
    if words & names:
        return "talent"
    words |= {span.name.split()[-1] for span in page.spans(start, end, "b", "p")}
    if ({page.form(end - 1)} if page.languages[0] == "en" else words) & word_set("items.props"):
        return "props"
    named = [
        (span.end - span.start, span.end, kind not in ("p",))
        for place in range(start, end)
        for kind in ("g", "h", "j", "b", "p")
        if (span := page.span_at(place, kind)) and span.end <= end
    ]
    return "garments" if named and max(named)[2] else "props"


def field_for(base: ShotList, text: str, page: Page, start: int, end: int) -> str:
    """Return the list that holds a thing on the board, else the one it belongs to."""
    for shot in base.shots:
        for field in ("garments", "props"):
            if text in getattr(shot, field):
                return field
    return field_of(page, start, end, frozenset())


def add(shots: tuple[str, ...], field: str, item: str) -> Command:
    """Return the command that adds one thing."""
    return AddItems(shots=shots, field=field, items=(item,))


def names(shots: ShotList, twins: tuple[str, ...] | None) -> dict[str, str]:
    """Return the names of the board and of the cleared twins by their folded form."""
    known = {name for shot in shots.shots for name in shot.talent} | set(twins or ())
    return {tokenise(name)[0].form: name for name in known if tokenise(name)}
