"""The words around a noun that names shots: "both night portraits", "the one with the hat".

Reads outwards from the head; what it takes in narrows the shots meant.
"""

from dataclasses import dataclass, field

from toile.adapters.language.built_in.edits.message.numbers import LENSES
from toile.adapters.language.built_in.edits.message.talk import Talk
from toile.adapters.language.built_in.edits.shots.atoms import SIDES, VALUES, Atom, Ids
from toile.adapters.language.built_in.edits.shots.saying import says_more
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Segment


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
    denied: Ids = frozenset()
    near: Ids = frozenset()
    order: list[Span] = field(default_factory=list)
    count: int | None = None


def read_left(page: Talk, segment: Segment, atoms: list[Atom], phrase: Phrase) -> None:
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
            # "Only the stills" leaves others alone; "the solo stills" show one person.
            phrase.alone = page.form(phrase.start) not in word_set("naming.articles")
            phrase.start = place
        elif atom:
            phrase.shots, phrase.start, phrase.told = phrase.shots & atom.shots, atom.start, True
            phrase.people += atom.kind == "talent"
            phrase.led = phrase.led or owns(page, atom.end - 1)
        elif ref and _is_led_to(page, place):
            return
        elif ref and _counts_all(page, ref, place):
            phrase.led = phrase.plural = True
            phrase.start = place
        elif form in word_set("naming.other"):
            phrase.led = phrase.other = True
            phrase.start = place
        elif form in word_set("naming.articles") and not _is_no_article(page, place):
            phrase.led, phrase.start = True, place
        elif order or (ref and ref.name == "last"):
            phrase.order.append(order or ref)  # type: ignore[arg-type]
            phrase.start = place
        elif number and number.end == phrase.start and form not in ("one", "en", "un", "una"):
            phrase.count, phrase.plural, phrase.start = int(number.name), True, place
        else:
            return


def _is_no_article(page: Talk, place: int) -> bool:
    """Whether "i helfigur", "de cuerpo entero" says how something is, though "de" may be "the"."""
    form = page.form(place)
    return (form == "i" and "sv" in page.languages) or (form == "de" and "sv" not in page.languages)


def read_place(segment: Segment, atoms: list[Atom], phrase: Phrase) -> None:
    """Take in the place of "both kitchen", "les deux cuisine": two shots with no noun."""
    here = (a for a in atoms if a.start == phrase.end and a.kind == "set" and len(a.shots) == 2)
    place = max(here, key=lambda a: a.end, default=None)
    if place is not None and place.end < segment.end:
        phrase.shots, phrase.end, phrase.told = place.shots, place.end, True


def read_such(page: Talk, segment: Segment, atoms: list[Atom], phrase: Phrase) -> None:
    """Take in what "kill anything neon", "scrap everything hotel" holds of the shots that go."""
    verbs = page.spans(max(0, phrase.start - 3), phrase.start, "act")
    goes = bool(verbs) and verbs[-1].name == "delete" and verbs[-1].end == phrase.start
    if not goes or page.form(phrase.start) not in word_set("naming.anything"):
        return
    here = (a for a in atoms if a.start == phrase.end and a.end <= segment.end)
    such = max(here, key=lambda a: a.end, default=None)
    if such is not None:
        phrase.shots, phrase.end, phrase.told = such.shots, such.end, True


def _is_led_to(page: Talk, place: int) -> bool:
    """Whether "in allen" leads to the shots, or "them all" speaks of those said before."""
    them = page.form(place - 1) in word_set("naming.them")
    every = page.span_at(place, "ref")
    said = them and every is not None and every.name == "all"
    return said or page.form(place) in word_set("naming.to_all")


def _counts_all(page: Talk, ref: Span, place: int) -> bool:
    return ref.name in ("all", "both") and page.form(place) not in word_set("naming.everything")


def read_right(
    page: Talk, segment: Segment, atoms: list[Atom], phrase: Phrase, *, pronoun: bool = False
) -> None:
    """Take in what stands behind the head: "with the hat", "on the stairs", "where she sits"."""
    while phrase.end < segment.end:
        being = phrase.people > 0 and page.form(phrase.end) in word_set("naming.being")
        ref = page.span_at(phrase.end + being, "ref")
        if ref and ref.name == "only" and (phrase.told or pronoun):
            phrase.alone, phrase.end = True, ref.end
            # "Everything that isn't Noor on her own": Noor with others is not spared.
            phrase.shots = phrase.shots | phrase.denied
            continue
        side = next((a for a in atoms if a.start == phrase.end and a.kind in SIDES), None)
        if side and phrase.shots & side.shots:
            phrase.shots, phrase.end, phrase.told = phrase.shots & side.shots, side.end, True
            continue
        lead = page.form(phrase.end)
        joined = lead in word_set("naming.and") and phrase.told
        if not (joined or lead in word_set("naming.with") or lead in word_set("naming.in")):
            return
        place, denied, solo = phrase.end + 1, False, False
        while place < segment.end and (page.form(place) in _small() or _is_in(page, place)):
            denied = denied or page.form(place) in word_set("naming.not")
            solo = solo or page.form(place) in word_set("naming.just")
            place += 1
        atom = max((a for a in atoms if a.start == place), key=lambda a: a.end, default=None)
        if atom is None or not _restricts(page, segment, phrase, atom, lead):
            return
        without = denied or lead in word_set("naming.without")
        kept = phrase.shots - atom.shots if without else phrase.shots & atom.shots
        if not kept and not without:  # "The close-up of the boots" may be a detail on the board.
            kept = phrase.near & atom.shots
        if not kept:
            return
        phrase.denied = phrase.shots & atom.shots if without else frozenset()
        phrase.shots, phrase.end, phrase.told = kept, atom.end, True
        phrase.people += atom.kind == "talent"
        phrase.alone = phrase.alone or (solo and atom.kind == "talent")


def _small() -> frozenset[str]:
    return word_set("naming.small") | word_set("naming.just")


def _is_in(page: Talk, place: int) -> bool:
    """Whether "en" in "tout ce qui est en vertical" stands behind the verb of being."""
    return page.form(place) in word_set("naming.in") and page.form(place - 1) in word_set(
        "naming.being"
    )


def _restricts(page: Talk, segment: Segment, phrase: Phrase, atom: Atom, lead: str) -> bool:
    """Whether the words behind the head name the shot and are not what it shall become."""
    if lead in word_set("naming.and"):
        return atom.kind == "talent" or _is_also_there(page, segment, phrase, atom)
    if lead in word_set("naming.with") and lead not in word_set("naming.wish"):
        # "All ring shots from low down": with nothing else to do, that is what they become.
        seen = atom.kind in ("angle", "framing", "light")
        return not seen or says_more(page, segment, phrase.start, atom.end)
    if lead in word_set("naming.in") and atom.kind in VALUES and atom.kind not in ("set", "pose"):
        goes = page.has(segment.start, segment.end, "pos")
        acts = {
            s.name
            for s in page.spans(segment.start, phrase.start, "act")
            if page.form(s.start) not in word_set("naming.turns") or goes
        }
        return bool(acts & {"delete", "move", "duplicate"}) or _changes_behind(page, segment, atom)
    return says_more(page, segment, phrase.start, atom.end)


def _is_also_there(page: Talk, segment: Segment, phrase: Phrase, atom: Atom) -> bool:
    """Whether "and the jeans" tells which of two shots "the one with the cup" is."""
    thing = atom.kind in ("garments", "props") and phrase.told and not phrase.plural
    unsure = len(phrase.shots) > 1 and len(phrase.shots & atom.shots) == 1
    ends = page.form(atom.end) == ":" or page.first(atom.end, "rel", "act", "framing") is not None
    return thing and unsure and ends and says_more(page, segment, phrase.start, atom.end)


def _changes_behind(page: Talk, segment: Segment, atom: Atom) -> bool:
    """Whether "everything on a 50" goes on with "goes on a 35", "can go": it is so today."""
    led = page.form(atom.end) == "," and page.first(atom.end + 1, "act") is not None
    signs = (p for p in range(atom.end + led, segment.end) if page.form(p) in (",", ";", ":"))
    spared = (s.start for s in page.spans(atom.end, segment.end, "ref") if s.name == "except")
    end = min(next(signs, segment.end), next(spared, segment.end))
    gone = any(s.name == "delete" for s in page.spans(atom.end, end, "act"))
    lengths = atom.kind == "lens" and any(
        page.tokens[p].text.isdecimal() and int(page.tokens[p].text) in LENSES
        for p in range(atom.end, end)
    )
    return gone or lengths or (atom.kind != "lens" and page.has(atom.end, end, atom.kind))


def owns(page: Talk, place: int) -> bool:
    """Whether a word has a possessive ending, "Ada's"; German and Swedish write none."""
    end = page.tokens[place].end if place >= 0 else 0
    return page.text[end : end + 2] in ("'s", "’s")
