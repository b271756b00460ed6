"""Facts of the brief that a message changes: markets, channels, budget, days, season."""

import itertools
from dataclasses import dataclass

from toile.adapters.language.built_in.countries import countries
from toile.adapters.language.built_in.days.dates import find_dates
from toile.adapters.language.built_in.days.seasons import read_season
from toile.adapters.language.built_in.edits.asked import asks_of_licence, is_question
from toile.adapters.language.built_in.edits.brief_markets import only_markets
from toile.adapters.language.built_in.edits.brief_shift import shifted
from toile.adapters.language.built_in.edits.brief_windows import (
    is_until_a_day,
    window_of_days,
    window_of_length,
)
from toile.adapters.language.built_in.edits.cast.may_we import asks_may_we
from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.hearing import without
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.money import amounts
from toile.adapters.language.built_in.text.lexicon import FOR_BRIEFS, Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment, read_page
from toile.domain.commands import SetBrief

_BREAKS = frozenset((",", ";", "and", "und", "et", "e", "y", "och", "but", "aber", "mais", "ma",
                     "pero", "men", "then", "dann", "puis", "poi", "luego", "sen"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a message on the page of a brief, and the same stretch on that of a board."""

    brief: Page
    talk: Page
    start: int
    end: int

    def words(self) -> set[str]:
        return {self.talk.form(place) for place in range(self.start, self.end)}

    def cues(self) -> set[str]:
        found = {s.name for s in self.brief.spans(self.start, self.end, "cue")}
        return found | {
            s.name for p in range(self.start, self.end)
            if (s := self.brief.span_at(p, "cue")) is not None
        }  # fmt: skip

    def polarity(self) -> str:
        """Return whether the piece adds, removes or sets."""
        acts = {s.name for s in self.talk.spans(self.start, self.end, "act")}
        words = self.words()
        if "delete" in acts or words & word_set("brief_facts.out"):
            return "remove"
        return "add" if "add" in acts or words & word_set("brief_facts.in") else "set"


def read_brief_facts(page: Page, board: BoardWords, out: Outcome) -> None:
    """Take on what changes the brief and take those words out of the page."""
    brief = read_page(page.text, FOR_BRIEFS, page.languages, hummed=True)
    for segment in list(page.live()):
        asked_of = asks_of_licence(page, segment) or asks_may_we(page, segment)
        if asked_of or _asks_which(page, segment):
            continue
        for start, end in _pieces(page, brief, segment):
            piece = Piece(brief, page, start, end)
            asked = len(out.asks)
            commands = _read(piece, board, out)
            done = bool(commands) and all(out.do(command) for command in commands)
            if done or len(out.asks) > asked:
                without(page, start, end)


def _asks_which(page: Page, segment: Segment) -> bool:
    """Whether "which of these would work for TikTok?" asks for shots, and adds no channel."""
    first = page.span_at(segment.start, "q")
    which = first is not None and first.name == "which"
    acts = {s.name for s in page.spans(segment.start, segment.end, "act")}
    return which and is_question(page, segment) and acts <= {"keep"}


def _pieces(page: Page, brief: Page, segment: Segment) -> list[tuple[int, int]]:
    """Cut a sentence where something new begins; lists of countries and channels stay whole."""
    cuts = [segment.start]
    for place in range(segment.start, segment.end):
        if page.form(place) in _BREAKS and _begins(page, brief, place + 1, segment.end):
            cuts.append(place)
    cuts.append(segment.end)
    return [
        (start + (page.form(start) in _BREAKS), end)
        for start, end in itertools.pairwise(cuts)
        if end > start + 1 or segment.end - segment.start == 1
    ]


def _begins(page: Page, brief: Page, place: int, end: int) -> bool:
    listed = countries(brief, place, min(end, place + 3)) or brief.has(
        place, min(end, place + 3), "chan"
    )
    return not listed or page.first(place, "act") is not None


def _read(piece: Piece, board: BoardWords, out: Outcome) -> list[SetBrief]:
    cues = piece.cues()
    season = _season(piece)
    if season:
        return season
    if _is_about_shots(piece, board, cues):
        return []
    facts = only_markets(piece.brief, piece.talk, piece.start, piece.end)
    facts = facts or _markets(piece, cues, board) or _budget(piece) or _days(piece, out)
    return facts or ([] if _names_place(piece, board) else _channels(piece))


def _names_place(piece: Piece, board: BoardWords) -> bool:
    """Whether "the kitchen one as a reel format" shapes a shot, and adds no channel."""
    told = board.mentions(piece.talk, piece.start, piece.end)
    return any("set" in m.fields for m in told)


def _is_about_shots(piece: Piece, board: BoardWords, cues: set[str]) -> bool:
    """Whether the stretch names a shot or a thing of the board."""
    page = piece.talk
    named = [
        s for s in page.spans(piece.start, piece.end, "noun")
        if page.form(s.start) not in word_set("brief_facts.not_facts")
    ]  # fmt: skip
    if named and not {"market", "budget"} & cues:
        return True
    launch = word_set("brief_windows.launch")  # A Swedish "lansering" holds no ring.
    things = board.mentions(page, piece.start, piece.end)
    things = [m for m in things if page.form(m.start) not in launch]
    return any(m.fields & {"garments", "props", "talent"} for m in things)


def _season(piece: Piece) -> list[SetBrief]:
    if not piece.words() & word_set("brief_facts.season"):
        return []
    part = Page(piece.brief.text, piece.brief.languages, piece.brief.tokens,
                [Segment(piece.start, piece.end, 0, 0)], piece.brief.at)  # fmt: skip
    found = read_season(part)
    return [SetBrief(field="season", value=found[0])] if found else []


def _markets(piece: Piece, cues: set[str], board: BoardWords) -> list[SetBrief]:
    words, way = piece.words(), piece.polarity()
    cued = bool("market" in cues or words & word_set("brief_facts.run"))
    # "SH 03", "AS IS": two capitals are a country only where markets are spoken of.
    found = [
        c for c in countries(piece.brief, piece.start, piece.end)
        if not c.adjective and piece.brief.form(c.start) not in board.names
        and (cued or len(piece.brief.tokens[c.start].text) > 2)
    ]  # fmt: skip
    if not found:
        return []
    if not cued and (way == "set" or _is_elsewhere(piece, found[0].start)):
        return []
    codes = tuple(dict.fromkeys(code for country in found for code in country.codes))
    if way == "remove" and words & word_set("brief_facts.only"):
        return []  # "Not Germany only" names no country that goes.
    if way == "remove":
        return [SetBrief(field="markets", value=codes, mode="remove"),
                SetBrief(field="markets_excluded", value=codes, mode="add")]  # fmt: skip
    only = bool(words & word_set("brief_facts.only"))
    mode = "set" if only or ("market" in cues and way == "set") else "add"
    return [SetBrief(field="markets", value=codes, mode=mode)]


def _is_elsewhere(piece: Piece, place: int) -> bool:
    """Whether the country is where a thing comes from or stands: "a street in France"."""
    lead = piece.talk.form(place - 1)
    unnamed = {"in", "of", "from", "a", "an", "en", "de", "aus", "von", "di", "i", "fran"}
    things = piece.talk.has(piece.start, piece.end, "g", "h", "b", "j", "p", "s", "light", "pose")
    return (lead in unnamed and not piece.words() & word_set("brief_facts.use")) or things


def _budget(piece: Piece) -> list[SetBrief]:
    if not piece.words() & word_set("brief_facts.budget"):
        return []
    if piece.words() & word_set("brief_facts.by"):
        return []
    sums = [a for a in amounts(piece.brief, piece.start, piece.end) if a.value >= 100]
    if not sums:
        return []
    value = sums[-1]
    found = [SetBrief(field="budget.amount", value=f"{value.value:g}")]
    if value.value >= 1_000_000:
        found = [SetBrief(field="budget.amount", value=str(int(value.value)))]
    if value.currency:
        found.append(SetBrief(field="budget.currency", value=value.currency))
    return found


def _days(piece: Piece, out: Outcome) -> list[SetBrief]:
    today, words = out.context.today, piece.words()
    if today is None:
        return []
    if length := window_of_length(piece.talk, piece.start, piece.end, out):
        return length
    forms = {piece.brief.form(p) for p in range(piece.start, piece.end)}
    if not (words & _purposes() or forms & word_set("brief_windows.until")):
        return []  # No day is of the brief: the page is not read for dates at each of its pieces.
    part = Page(piece.brief.text, piece.brief.languages, piece.brief.tokens,
                [Segment(piece.start, piece.end, 0, 0)], piece.brief.at)  # fmt: skip
    dates = [d for d in find_dates(part, today) if piece.start <= d.start < piece.end]
    if not (words & _purposes() or is_until_a_day(piece.brief, (piece.start, piece.end), dates)):
        return []
    moved = not dates and words & word_set("brief_facts.due")
    later = shifted(piece.talk, piece.start, piece.end, out.context.brief_note, today)
    if moved and later:
        return [SetBrief(field="deadline", value=later)]
    if not dates:
        return []
    first, last = dates[0].first, dates[-1].last
    if words & word_set("brief_facts.due"):
        return [SetBrief(field="deadline", value=last)]
    if words & word_set("brief_facts.shoot"):
        return [SetBrief(field="shoot_date.start", value=first),
                SetBrief(field="shoot_date.end", value=last)]  # fmt: skip
    return window_of_days(words, dates, out.context.live[0])


def _purposes() -> frozenset[str]:
    """Return the words for what a day is for."""
    return (
        word_set("brief_facts.due") | word_set("brief_facts.live") | word_set("brief_facts.shoot")
    )


def _channels(piece: Piece) -> list[SetBrief]:
    spans = [s for s in piece.brief.spans(piece.start, piece.end, "chan") if not _held(piece, s)]
    if exchanged := _exchanged_channels(piece):
        return exchanged
    told = piece.words() & word_set("brief_facts.channel")
    way = piece.polarity()
    if not spans or (way == "set" and not told) or not (told or _only_channels(piece)):
        return []
    names = tuple(dict.fromkeys(s.name for s in spans))
    return [SetBrief(field="channels", value=names, mode="set" if way == "set" else way)]


def _exchanged_channels(piece: Piece) -> list[SetBrief]:
    """Read "TikTok instead of Instagram"."""
    instead = word_set("brief_markets.instead")
    turns = (p for p in range(piece.start, piece.end) if piece.talk.form(p) in instead)
    turn = next(turns, piece.end)
    spans = [s for s in piece.brief.spans(piece.start, piece.end, "chan") if not _held(piece, s)]
    ahead = tuple(dict.fromkeys(s.name for s in spans if s.start < turn))
    behind = tuple(dict.fromkeys(s.name for s in spans if s.start > turn))
    if not (ahead and behind and _only_channels(piece)):
        return []
    return [SetBrief(field="channels", value=behind, mode="remove"),
            SetBrief(field="channels", value=ahead, mode="add")]  # fmt: skip


def _held(piece: Piece, channel: Span) -> bool:
    """Whether somebody carries "a newspaper", and nothing is published in it."""
    led = piece.talk.form(channel.start - 1) in word_set("giving.indefinite")
    return led and piece.talk.first(channel.start, "p", "b") is not None


def _only_channels(piece: Piece) -> bool:
    """Whether the stretch says nothing of pictures: "no TikTok", "also for Pinterest"."""
    page = piece.talk
    shots = page.has(piece.start, piece.end, "framing", "pos", "light", "rel", "ord") or any(
        s.name not in ("without", "with", "except", "this")
        for s in page.spans(piece.start, piece.end, "ref")
    )
    numbers = any(page.tokens[p].text.isdecimal() for p in range(piece.start, piece.end))
    return not shots and not numbers
