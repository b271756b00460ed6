"""Naming shots by what is in them: "the one on the stairs", "both night portraits", "the 4:5s".

Finds the phrases and takes their words out of what may be read as a change.
"""

from collections.abc import Iterator

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.joined_words import (
    has_article_inside,
    pictured,
)
from toile.adapters.language.built_in.edits.message.new_nouns import described_from
from toile.adapters.language.built_in.edits.message.talk import Named, Talk
from toile.adapters.language.built_in.edits.shots.atoms import Atom, Ids, find_atoms, is_thing
from toile.adapters.language.built_in.edits.shots.by_lens import by_lens
from toile.adapters.language.built_in.edits.shots.opening import (
    is_ordered,
    opening,
    somebody,
    whose,
)
from toile.adapters.language.built_in.edits.shots.ordering import is_given_on
from toile.adapters.language.built_in.edits.shots.phrase_sides import (
    Phrase,
    owns,
    read_left,
    read_place,
    read_right,
    read_such,
)
from toile.adapters.language.built_in.edits.shots.phrase_things import (
    goes_from,
    leave_thing,
    lost_with,
)
from toile.adapters.language.built_in.edits.shots.saying import (
    says_more,
    says_which_thing,
)
from toile.adapters.language.built_in.edits.shots.target_kinds import nth
from toile.adapters.language.built_in.edits.shots.value_heads import (
    HEADS,
    ends_in_s,
    is_figured,
    is_label,
    is_said_of,
    is_value_noun,
    leads,
    names_many,
)
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Segment
from toile.domain.shots import ShotList


def name_shots(page: Talk, board: BoardWords, shots: ShotList, last: str | None) -> None:
    """Find the phrases that name shots by content; their words say nothing else any more."""
    for segment in page.live():
        for phrase in _phrases(page, segment, board, shots):
            if phrase.other:
                phrase.shots -= _spoken(page, phrase, shots, last)
            ids = _chosen(phrase, shots)
            if ids:
                lost = lost_with(page, board, phrase)
                page.named.append(Named(phrase.start, phrase.end, ids, phrase.plural, lost))
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
        many = max(1, phrase.people)
        alone = frozenset(i for i in ids if len(shots.shot(i).talent) == many)
        # Of "everything that isn't Noor on her own", only Noor alone is spared.
        kept = phrase.shots - (alone & phrase.denied) if phrase.denied else alone
        ids = tuple(i for i in ids if i in kept)
    count = phrase.count or len(ids)
    # "The first two wide" makes two shots wide where there is one wide shot.
    if len(ids) < count or (len(ids) != count and not phrase.order):
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
        phrase = (
            by_lens(page, segment, place, shots)
            or _phrase(page, segment, atoms, place, shots)
            or _opened(page, segment, atoms, place, shots)
        )
        if phrase is not None:
            leave_thing(page, phrase)
        taken_out = phrase is not None and goes_from(page, board, phrase)
        taken_out = taken_out or (phrase is not None and _is_of_thing(page, segment, phrase))
        taken_out = taken_out or (phrase is not None and _parts_words(page, phrase))
        if phrase and phrase.told and phrase.shots and phrase.start >= free and not taken_out:
            yield phrase
            place = free = phrase.end
        else:
            place += 1


def _parts_words(page: Talk, phrase: Phrase) -> bool:
    """Whether a phrase would part words that belong together: "foto en lugar de vídeo"."""
    on = next((s for s in page.spans(max(0, phrase.start - 2), phrase.start, "reach")), None)
    behind = on is not None and on.name == "on" and on.end == phrase.start and on.start > 0
    if on is not None and behind and page.tokens[on.start - 1].text.isdecimal():
        # "De la 4 en adelante todas cuadradas" says what they become; "85 on all" is a lens.
        return page.has(max(0, on.start - 4), on.start - 1, "reach")
    near = page.spans(max(0, phrase.start - 4), phrase.end + 3, "act")
    return any(
        s.name == "replace" and (s.start < phrase.start < s.end or s.start < phrase.end < s.end)
        for s in near
    )


def _is_of_thing(page: Talk, segment: Segment, phrase: Phrase) -> bool:
    return says_which_thing(page, segment, phrase.start, phrase.end)


def _opened(
    page: Talk, segment: Segment, atoms: list[Atom], place: int, shots: ShotList
) -> Phrase | None:
    """Read "vestry portrait by candlelight": a place names its shot where nothing else does."""
    found = opening(page, segment, atoms, place, frozenset(shot.id for shot in shots.shots))
    hers = whose(page, segment, atoms, place)
    found = found or somebody(page, segment, atoms, place) or hers
    goes = found is not None and (page.form(found[1]) == ":" or is_ordered(page, found[1]))
    if found is None or not says_more(page, segment, found[0], found[1], goes=goes):
        return None
    listed = any(page.form(p) in word_set("naming.and") for p in range(*found[:2]))
    return Phrase(*found, told=True, led=True, plural=listed or found == hers)


def _phrase(
    page: Talk, segment: Segment, atoms: list[Atom], place: int, shots: ShotList
) -> Phrase | None:
    """Read a phrase whose head stands at ``place``: a noun, a value used as one, or a scope."""
    everything: Ids = frozenset(shot.id for shot in shots.shots)
    solo = page.span_at(place, "ref")
    if solo and solo.name == "only" and owns(page, place - 1):
        phrase = Phrase(place, solo.end, everything, alone=True, plural=ends_in_s(page, place))
        read_left(page, segment, atoms, phrase)
        return phrase
    noun = page.span_at(place, "noun")
    if noun and _is_head(page, noun) and not _is_kind(atoms, noun):
        phrase = Phrase(place, noun.end, everything, plural=_is_plural(page, noun))
        read_left(page, segment, atoms, phrase)
        read_right(page, segment, atoms, phrase)
        return phrase if _is_definite(page, phrase) and not _is_given(page, phrase) else None
    head = next((a for a in atoms if a.start == place and a.kind in HEADS), None)
    # "Shorts" are worn as often as they are upright pictures.
    if head and head.kind == "aspect" and (page.span_at(place, "g") or is_figured(page, head)):
        return None
    if pictured(page, place):
        return _picture(page, segment, atoms, place)
    if head and is_said_of(page, head):
        return None
    if head and not page.span_at(head.end, "noun"):
        phrase = Phrase(place, head.end, head.shots, plural=names_many(page, head.end - 1))
        phrase.near = head.near
        phrase.led = has_article_inside(page, place)
        read_left(page, segment, atoms, phrase)
        labels = is_label(page, segment, head, phrase)
        if not labels and not (
            leads(page, segment, head, phrase) and is_value_noun(page, segment, head, phrase)
        ):
            return None
        phrase.told = True
        read_right(page, segment, atoms, phrase)
        return phrase
    return _pronoun_phrase(page, segment, atoms, place, everything)


def _picture(page: Talk, segment: Segment, atoms: list[Atom], place: int) -> Phrase | None:
    """Read "Treppenbild", "trappbilderna": one word that says what a picture shows."""
    shown = max((a for a in atoms if a.start == place), key=lambda a: len(a.shots), default=None)
    if shown is None or shown.end > place + 1:
        return None
    many = pictured(page, place) == "many"
    phrase = Phrase(place, shown.end, shown.shots, told=True, led=True, plural=many)
    read_left(page, segment, atoms, phrase)
    read_right(page, segment, atoms, phrase)
    return phrase if _is_definite(page, phrase) else None


def _pronoun_phrase(
    page: Talk, segment: Segment, atoms: list[Atom], place: int, everything: Ids
) -> Phrase | None:
    """Read "everything on the beach", "todas las de la playa", "wherever she wears the hat"."""
    scope = page.span_at(place, "ref")
    lead = scope is not None and scope.name in ("all", "both")
    where = page.form(place) in word_set("naming.wherever")
    swedes = page.form(place) == "de" and page.languages[0] == "sv"
    if not (lead or where or swedes or page.form(place) in word_set("naming.that")):
        return None
    # French and Italian say "celle", "quella": a bare "la" is what the verb before it moves.
    if page.languages[0] in ("fr", "it") and page.form(place) in word_set("naming.la"):
        return None
    end = place if where else scope.end if scope and lead else place + 1
    such = word_set("naming.that") | word_set("naming.all_that")
    while lead and end < segment.end and page.form(end) in such:
        end += 1
    many = lead or where or swedes or page.form(place) in word_set("naming.many_that")
    phrase = Phrase(place, end, everything, plural=many, led=True)
    if scope is not None and scope.name == "both":
        read_place(segment, atoms, phrase)
    read_such(page, segment, atoms, phrase)
    read_right(page, segment, atoms, phrase, pronoun=not lead)
    # "Both of the Jonas stills" goes on behind the name.
    for atom in (a for a in atoms if a.start == phrase.end and a.kind in HEADS):
        many = names_many(page, atom.end - 1)
        goes_on = many or (atom.kind != "priority" and says_more(page, segment, place, atom.end))
        if phrase.told and phrase.shots & atom.shots and goes_on:
            phrase.shots, phrase.end = phrase.shots & atom.shots, atom.end
    return phrase


def _is_head(page: Talk, noun: Span) -> bool:
    """Whether a noun stands for a shot and is neither a number's nor new."""
    after = page.tokens[noun.end].text if noun.end < len(page.tokens) else ""
    # "Lucien looks into the camera" and "the looks" are one word.
    looks = page.form(noun.start).startswith("look")
    if page.span_at(noun.start, "pose") or (
        looks and page.form(noun.end) in word_set("naming.looks_where")
    ):
        return False
    if page.form(noun.start) in word_set("naming.no_ones") and is_thing(page, noun.start):
        return False
    if page.form(noun.start) in word_set("naming.no_head") or after.isdecimal():
        return False
    if page.span_at(noun.end, "n") and page.form(noun.end) not in word_set("shared.one.2"):
        return False
    return page.form(noun.start - 1) not in word_set("naming.fresh")


def _is_kind(atoms: list[Atom], noun: Span) -> bool:
    """Whether "photos fixes" says more than "photos"."""
    return any(a.start == noun.start and a.kind == "kind" and a.end > noun.end for a in atoms)


def _is_plural(page: Talk, noun: Span) -> bool:
    if page.form(noun.start) not in word_set("naming.invariable"):
        return page.form(noun.start) in word_set("naming.plural")
    one = page.form(noun.start - 1) in word_set("naming.one_article")
    return page.languages[0] == "it" and not one  # "La foto" is one, "le foto" are many.


def _is_given(page: Talk, phrase: Phrase) -> bool:
    """Whether "wide shot for 4" says what a shot becomes."""
    value = page.first(phrase.start, "framing", "angle")
    bare = value is not None and page.form(phrase.start) not in word_set("naming.articles")
    return bare and not phrase.led and is_given_on(page, phrase.end)


def _is_definite(page: Talk, phrase: Phrase) -> bool:
    """Whether the phrase points at shots that are there: "the beach one", "beach shots"."""
    start = phrase.start
    # In "an extra detail shot of the boots" the value stands between the article and the noun.
    while not phrase.led and page.first(start - 1, *HEADS, "angle", "light", "adj", "set", "s"):
        start -= 1
    return page.form(start - 1) not in word_set("naming.fresh") and not any(
        s.name == "add" for s in page.spans(max(0, start - 2), start, "act")
    )
