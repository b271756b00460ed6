"""Naming shots by what is in them: "the one on the stairs", "both night portraits", "the 4:5s".

Finds the phrases and takes their words out of what may be read as a change.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from toile.adapters.language.built_in.edits.atoms import VALUES, Atom, Ids, find_atoms, is_thing
from toile.adapters.language.built_in.edits.board_words import BoardWords
from toile.adapters.language.built_in.edits.new_nouns import described_from
from toile.adapters.language.built_in.edits.opening import opening
from toile.adapters.language.built_in.edits.saying import says_more
from toile.adapters.language.built_in.edits.talk import Named, Talk
from toile.adapters.language.built_in.edits.target_kinds import nth
from toile.adapters.language.built_in.lexicon import Span, word_set
from toile.adapters.language.built_in.page import Segment
from toile.domain.shots import ShotList

_HEADS = ("framing", "kind", "priority", "aspect")


@dataclass
class Phrase:
    """A phrase being read: its bounds, what holds of the shots, and how many there are."""

    start: int
    end: int
    shots: Ids
    told: bool = False
    led: bool = False
    plural: bool = False
    alone: bool = False
    people: int = 0
    other: bool = False
    order: list[Span] = field(default_factory=list)
    count: int | None = None


def name_shots(page: Talk, board: BoardWords, shots: ShotList, last: str | None) -> None:
    """Find the phrases that name shots by content; their words say nothing else any more."""
    for segment in page.live():
        for phrase in _phrases(page, segment, board, shots):
            if phrase.other:
                phrase.shots -= _spoken(page, phrase, shots, last)
            ids = _chosen(phrase, shots)
            if ids:
                page.named.append(Named(phrase.start, phrase.end, ids, phrase.plural))
    for named in page.named:
        for place in range(named.start, named.end):
            page.at[place] = {}


def _spoken(page: Talk, phrase: Phrase, shots: ShotList, last: str | None) -> Ids:
    """Return the shots that "other" leaves out: those named before, else the one spoken of."""
    said = {page.tokens[p].text for p in range(phrase.start)}
    named = frozenset(s.id for s in shots.shots if str(s.no) in said)
    return named or frozenset(filter(None, (last,)))


def _chosen(phrase: Phrase, shots: ShotList) -> tuple[str, ...]:
    ids = tuple(s.id for s in shots.shots if s.id in phrase.shots)
    if phrase.alone:
        ids = tuple(i for i in ids if len(shots.shot(i).talent) == max(1, phrase.people))
    if phrase.count and phrase.count != len(ids) and not phrase.order:
        return ()
    for span in phrase.order:
        many = phrase.count or 1
        if span.name == "last":
            ids = ids[-many:]
        elif span.kind == "ord":
            first = span.name == "1" and many > 1
            ids = ids[:many] if first else tuple(nth(ids, int(span.name)))
        else:
            return ()
    return ids


def _phrases(page: Talk, segment: Segment, board: BoardWords, shots: ShotList) -> Iterator[Phrase]:
    atoms = find_atoms(page, segment, board, shots)
    new_start, new_end = described_from(page, segment)
    place = free = segment.start
    while place < segment.end:
        if new_start <= place < new_end:
            place = new_end
            continue
        phrase = _phrase(page, segment, atoms, place, shots) or _opened(
            page, segment, atoms, place, shots
        )
        if phrase and phrase.told and phrase.shots and phrase.start >= free:
            yield phrase
            place = free = phrase.end
        else:
            place += 1


def _opened(
    page: Talk, segment: Segment, atoms: list[Atom], place: int, shots: ShotList
) -> Phrase | None:
    """Read "vestry portrait by candlelight": a place names its shot where nothing else does."""
    found = opening(page, segment, atoms, place, frozenset(shot.id for shot in shots.shots))
    if found is None or not says_more(page, segment, found[0], found[1], goes=False):
        return None
    return Phrase(*found, told=True, led=True)


def _phrase(
    page: Talk, segment: Segment, atoms: list[Atom], place: int, shots: ShotList
) -> Phrase | None:
    """Read a phrase whose head stands at ``place``: a noun, a value used as one, or a scope."""
    everything: Ids = frozenset(shot.id for shot in shots.shots)
    solo = page.span_at(place, "ref")
    if solo and solo.name == "only" and _owner(page, place - 1):
        phrase = Phrase(place, solo.end, everything, alone=True, plural=_ends_in_s(page, place))
        _read_left(page, segment, atoms, phrase)
        return phrase
    noun = page.span_at(place, "noun")
    if noun and _is_head(page, noun):
        phrase = Phrase(place, noun.end, everything, plural=_is_plural(page, noun))
        _read_left(page, segment, atoms, phrase)
        _read_right(page, segment, atoms, phrase)
        return phrase if _is_definite(page, phrase) else None
    head = next((a for a in atoms if a.start == place and a.kind in _HEADS), None)
    # "Shorts" are worn as often as they are upright pictures.
    if head and head.kind == "aspect" and page.span_at(place, "g"):
        return None
    if head and not page.span_at(head.end, "noun"):
        phrase = Phrase(place, head.end, head.shots, plural=_ends_in_s(page, head.end - 1))
        _read_left(page, segment, atoms, phrase)
        if not _leads(page, segment, phrase) or not _is_value_noun(page, segment, head, phrase):
            return None
        phrase.told = True
        _read_right(page, segment, atoms, phrase)
        return phrase
    return _pronoun_phrase(page, segment, atoms, place, everything)


def _pronoun_phrase(
    page: Talk, segment: Segment, atoms: list[Atom], place: int, everything: Ids
) -> Phrase | None:
    """Read "everything on the beach", "todas las de la playa", "wherever she wears the hat"."""
    scope = page.span_at(place, "ref")
    lead = scope is not None and scope.name in ("all", "both")
    where = page.form(place) in word_set("naming.wherever")
    if not (lead or where or page.form(place) in word_set("naming.that")):
        return None
    end = place if where else scope.end if scope and lead else place + 1
    while lead and end < segment.end and page.form(end) in word_set("naming.that"):
        end += 1
    phrase = Phrase(place, end, everything, plural=lead or where, led=True)
    _read_right(page, segment, atoms, phrase, pronoun=not lead)
    return phrase


def _is_head(page: Talk, noun: Span) -> bool:
    """Whether a noun stands for a shot and is neither a number's nor new."""
    after = page.tokens[noun.end].text if noun.end < len(page.tokens) else ""
    # "Lucien looks into the camera" and "the looks" are one word.
    if page.span_at(noun.start, "pose") or page.form(noun.end) in word_set("naming.looks_where"):
        return False
    if page.form(noun.start) in word_set("naming.no_ones") and is_thing(page, noun.start):
        return False
    if page.form(noun.start) in word_set("naming.no_head") or after.isdecimal():
        return False
    if page.span_at(noun.end, "n") and page.form(noun.end) not in ("one", "en", "una", "un"):
        return False
    return page.form(noun.start - 1) not in word_set("naming.fresh")


def _owner(page: Talk, place: int) -> bool:
    """Whether a word has a possessive ending, "Ada's"; German and Swedish write none."""
    end = page.tokens[place].end if place >= 0 else 0
    return page.text[end : end + 2] in ("'s", "’s")


def _is_plural(page: Talk, noun: Span) -> bool:
    return page.form(noun.start) in word_set("naming.plural")


def _ends_in_s(page: Talk, place: int) -> bool:
    return page.form(place).endswith("s") and page.form(place) not in ("less", "plus")


def _is_definite(page: Talk, phrase: Phrase) -> bool:
    """Whether the phrase points at shots that are there: "the beach one", "beach shots"."""
    start = phrase.start
    # In "an extra detail shot of the boots" the value stands between the article and the noun.
    while not phrase.led and page.first(start - 1, *_HEADS, "angle", "light", "adj", "set", "s"):
        start -= 1
    return page.form(start - 1) not in word_set("naming.fresh") and not any(
        s.name == "add" for s in page.spans(max(0, start - 2), start, "act")
    )


def _leads(page: Talk, segment: Segment, phrase: Phrase) -> bool:
    """Whether a value used as a noun is led by an article, or is a plural that opens a stretch."""
    before = page.form(phrase.start - 1)
    opens = phrase.start == segment.start or before in word_set("naming.opens")
    return phrase.led or (phrase.plural and opens and phrase.end - phrase.start == 1)


def _is_value_noun(page: Talk, segment: Segment, head: Atom, phrase: Phrase) -> bool:
    """Whether "the close-up" names a shot: something else must be said of it."""
    counted = phrase.plural if head.kind == "priority" else _ends_in_s(page, head.end - 1)
    if head.kind in ("priority", "aspect") and not counted:
        return False
    return says_more(page, segment, phrase.start, head.end)


def _read_left(page: Talk, segment: Segment, atoms: list[Atom], phrase: Phrase) -> None:
    """Take in what stands before the head: values, people, an order, a count, the article."""
    while phrase.start > segment.start:
        place = phrase.start - 1
        atom = max(
            (a for a in atoms if a.end == phrase.start and phrase.shots & a.shots),
            key=lambda a: phrase.start - a.start,
            default=None,
        )
        ref, form = page.span_at(place, "ref"), page.form(place)
        order = page.span_at(place, "ord")
        number = page.span_at(place, "n")
        if ref and ref.name == "only":
            phrase.alone, phrase.start = True, place
        elif atom:
            phrase.shots, phrase.start, phrase.told = phrase.shots & atom.shots, atom.start, True
            phrase.people += atom.kind == "talent"
            phrase.led = phrase.led or _owner(page, atom.end - 1)
        elif ref and ref.name in ("all", "both") and form not in word_set("naming.everything"):
            phrase.led = phrase.plural = True
            phrase.start = place
        elif form in word_set("naming.other"):
            phrase.led = phrase.other = True
            phrase.start = place
        elif form in word_set("naming.articles") and not (form == "i" and "sv" in page.languages):
            phrase.led, phrase.start = True, place
        elif order or (ref and ref.name == "last"):
            phrase.order.append(order or ref)  # type: ignore[arg-type]
            phrase.start = place
        elif number and number.end == phrase.start and form not in ("one", "en", "un", "una"):
            phrase.count, phrase.plural, phrase.start = int(number.name), True, place
        else:
            return


def _read_right(
    page: Talk, segment: Segment, atoms: list[Atom], phrase: Phrase, *, pronoun: bool = False
) -> None:
    """Take in what stands behind the head: "with the hat", "on the stairs", "where she sits"."""
    while phrase.end < segment.end:
        ref = page.span_at(phrase.end, "ref")
        if ref and ref.name == "only" and (phrase.told or pronoun):
            phrase.alone, phrase.end = True, ref.end
            continue
        lead = page.form(phrase.end)
        joined = lead in word_set("naming.and") and phrase.told
        if not (joined or lead in word_set("naming.with") or lead in word_set("naming.in")):
            return
        place, denied = phrase.end + 1, False
        while place < segment.end and page.form(place) in word_set("naming.small"):
            denied = denied or page.form(place) in word_set("naming.not")
            place += 1
        atom = max((a for a in atoms if a.start == place), key=lambda a: a.end, default=None)
        if atom is None or not _restricts(page, segment, phrase, atom, lead):
            return
        without = denied or lead in word_set("naming.without")
        kept = phrase.shots - atom.shots if without else phrase.shots & atom.shots
        if not kept:
            return
        phrase.shots, phrase.end, phrase.told = kept, atom.end, True
        phrase.people += atom.kind == "talent"


def _restricts(page: Talk, segment: Segment, phrase: Phrase, atom: Atom, lead: str) -> bool:
    """Whether the words behind the head name the shot and are not what it shall become."""
    if lead in word_set("naming.and"):
        return atom.kind == "talent"
    if lead in word_set("naming.with") and lead not in word_set("naming.wish"):
        return True
    if lead in word_set("naming.in") and atom.kind in VALUES and atom.kind not in ("set", "pose"):
        acts = {
            s.name
            for s in page.spans(segment.start, phrase.start, "act")
            if page.form(s.start) not in word_set("naming.turns")
        }
        return bool(acts & {"delete", "move", "duplicate"})
    return says_more(page, segment, phrase.start, atom.end)
