"""The message as a page: language, typing errors, pasted orders and spoken corrections."""

import re
from dataclasses import replace

from toile.adapters.language.built_in.edits.message.apertures import with_points
from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.counted_things import unlight_counted
from toile.adapters.language.built_in.edits.message.insides import end_in_close, read_as_wholes
from toile.adapters.language.built_in.edits.message.mistyped import put_right
from toile.adapters.language.built_in.edits.message.numbered import with_figures
from toile.adapters.language.built_in.edits.message.parted import open_phrases
from toile.adapters.language.built_in.edits.message.plain_order import READINGS
from toile.adapters.language.built_in.edits.message.preferring import let_take_place
from toile.adapters.language.built_in.edits.message.pronouns import pronoun_spans, split_pronoun
from toile.adapters.language.built_in.edits.message.said_of_things import leave_to_things
from toile.adapters.language.built_in.edits.message.senses import stem
from toile.adapters.language.built_in.edits.message.spoken import as_written
from toile.adapters.language.built_in.edits.message.talk import Talk
from toile.adapters.language.built_in.edits.message.unwrapping import plainly_typed
from toile.adapters.language.built_in.text.compounds import compound_span
from toile.adapters.language.built_in.text.english import is_english
from toile.adapters.language.built_in.text.lexicon import (
    FOR_EDITS,
    LANGUAGES,
    Span,
    is_known,
    lexicon,
    word_set,
)
from toile.adapters.language.built_in.text.page import annotate, read_page
from toile.adapters.language.built_in.text.spoken_in import languages_of
from toile.adapters.language.built_in.text.tokens import Token, tokenise
from toile.domain.shots import ShotList

_AFTER_SHOT = {
    "to": "2",
    "too": "2",
    "free": "3",
    "tree": "3",
    "for": "4",
    "fore": "4",
    "won": "1",
    "ate": "8",
}


def read_message(text: str, shots: ShotList, board: BoardWords) -> Talk:
    """Cut and annotate a message; typing errors and corrections in passing are put right."""
    text = _spelled(plainly_typed(text))
    spoken = _spoken(text)
    text = with_figures(as_written(text, spoken), spoken, len(shots))
    page = _read(text, shots, board)
    for read_as in READINGS:
        meant = read_as(page, board)
        page = _read(meant, shots, board, page.languages) if meant else page
    return page


def _spoken(text: str) -> tuple[str, ...]:
    """Return the languages of a message; "3:an" and "duplicami la 2" give theirs away."""
    if _SWEDISH.search(text):
        return ("sv",)
    spoken = languages_of(text, FOR_EDITS)
    spoken = _of_one_phrase(text, spoken) or spoken
    first = next((t.form for t in tokenise(text) if t.is_word), "")
    if is_known(first, spoken, FOR_EDITS) or is_english(first):
        return spoken
    joined = (name for name in ("it", "es") if split_pronoun(first, lexicon((name,), FOR_EDITS)))
    return spoken if {"it", "es"} & set(spoken) else tuple(joined) or spoken


def _of_one_phrase(text: str, spoken: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages in which a few words are one known phrase: "2 de dos"."""
    tokens = tuple(t for t in tokenise(text) if t.is_word and not t.text.isdecimal())
    if not 1 < len(tokens) <= _FEW or any(_is_phrase(tokens, name) for name in ("en", *spoken)):
        return ()
    return tuple(name for name in LANGUAGES[1:] if _is_phrase(tokens, name))


_FEW = 4


def _is_phrase(tokens: tuple[Token, ...], language: str) -> bool:
    """Whether one phrase of a language is all that words say."""
    known = lexicon((language,), FOR_EDITS)
    return any(span.end == len(tokens) for span in known.at(tokens, 0))


_ARROW = re.compile(r"\s*(?:-{1,2}>|=>|»|➡️?|⇒)\s*|(?<=\w) > (?=\w)")
_PLAIN_ARROW = re.compile(_ARROW.pattern.replace("»|", ""))
# "1. tighter 2. wider": a list of what becomes of each shot.
_POINT = re.compile(r"(?:^|(?<=\s))(\d{1,2})[.)]\s+(?=[^\W\d])")
_PAIR = re.compile(r"(?<![\d.,:/])(\d),(\d)(?![\d.,:])")


# Only Swedish counts shots so: "3:an", "2ans".
_SWEDISH = re.compile(r"(?<![\w:])\d{1,2}:?ans?\b")
_WITH = re.compile(r"(?<!\w)(w/(?:out|o)?)(?=\s|(?<=w/)\w)", re.IGNORECASE)


def _spelled(text: str) -> str:
    """Write an arrow as one sign, "drop 2,3" as two numbers, "w/" in full, points as lines."""
    points = [int(point[1]) for point in _POINT.finditer(text)]
    if len(points) > 1 and points == sorted(set(points)) and not _ends_sentence(text):
        text = _POINT.sub(r"\n\1: ", text).lstrip()
    text = _WITH.sub(lambda short: "without " if len(short[1]) > 2 else "with ", text)
    # Behind "«" a "»" closes what somebody said.
    arrow = _ARROW if "«" not in text else _PLAIN_ARROW
    return _PAIR.sub(r"\1, \2", arrow.sub(" → ", with_points(text)))


def _ends_sentence(text: str) -> bool:
    """Whether a number closes a sentence and opens no point: "love 1. Tom in 3. Drop 5"."""
    ends = (p for p in _POINT.finditer(text) if text[p.end(1)] == "." and p.start())
    led = [[t.form for t in tokenise(text[: p.start()])[-1:]] for p in ends]
    first = next(_POINT.finditer(text))
    opens = not text[: first.start()].strip() or text[: first.start()].rstrip()[-1] in ":;,.!?\n-–"
    in_line = text[first.end(1)] == "." and "\n" not in text[: first.start()]
    return any({*one} & word_set("naming.in") for one in led) or (in_line and not opens)


def _read(text: str, shots: ShotList, board: BoardWords, languages: tuple[str, ...] = ()) -> Talk:
    spoken = languages or _spoken(text)
    page = read_page(text, FOR_EDITS, spoken)
    active = tuple(name for name in LANGUAGES if name in {"en", *spoken})
    known = lexicon(active, FOR_EDITS, "en" not in spoken)
    names = frozenset(name.casefold() for shot in shots.shots for name in shot.talent)
    tokens = tuple(
        put_right(page.tokens, place, known, board, names) for place in range(len(page.tokens))
    )
    tokens = tuple(_foreign(token, spoken) for token in _homophones(tokens))
    at = annotate(tokens, known)
    for place, token in enumerate(tokens):
        joined = (
            None if at[place] or token.form in known.known else compound_span(token, place, spoken)
        )
        if joined:
            at[place][joined.kind] = joined
        if not at[place]:
            at[place] |= pronoun_spans(token, place, known)
    open_phrases(tokens, at, known)
    read_as_wholes(at, {p for p, t in enumerate(tokens) if t.is_name and t.form in board.names})
    leave_to_things(tokens, at)
    let_take_place(tokens, at)
    end_in_close(tokens, at)
    _go_on(tokens, at)
    _wear(tokens, at, board)
    talk = Talk(page.text, page.languages, tokens, page.segments, at)
    unlight_counted(talk)
    return talk


def _foreign(token: Token, spoken: tuple[str, ...]) -> Token:
    """Keep "låter" from being read as the English "later", which its own language has not."""
    if token.text.isascii() or spoken == ("en",):
        return token
    english = is_known(token.form, ("en",), FOR_EDITS)
    own = is_known(token.form, spoken, FOR_EDITS)
    return replace(token, form=token.text.casefold()) if english and not own else token


def _go_on(tokens: tuple[Token, ...], at: list[dict[str, Span]]) -> None:
    """Let "anzi no, la 4" correct what was said: only with nothing behind it does it take back."""
    for spans in at:
        # "Moving on to lunch" is small talk and no video.
        talk, kind = spans.get("chat"), spans.get("kind")
        if talk and kind and talk.end > kind.end:
            del spans["kind"]
    _deny(at)
    scratch = at[0].get("fix") if at else None
    if scratch is not None and scratch.end == 1 and _names_what(tokens):
        at[0] = {"act": Span(0, 1, "act", "delete")}
    for place, spans in enumerate(at):
        fix = spans.get("fix")
        if fix and _makes_that_one(tokens, fix):
            del spans["fix"]
        if fix is None or fix.name != "scratch":
            continue
        if place and _is_told_first(at, place):
            del spans["fix"]
            continue
        behind = fix.end
        while behind < len(tokens) and not tokens[behind].text[:1].isalnum():
            behind += 1
        if any(t.text.isdecimal() for t in tokens[behind : behind + 2]):
            spans["fix"] = replace(fix, name="actually")


_WHOLE = frozenset(("ref:second", "act:delete"))


def _makes_that_one(tokens: tuple[Token, ...], fix: Span) -> bool:
    """Whether "make that one a wide" speaks of a shot, and corrects nothing."""
    end = fix.end
    that = tokens[end - 1].form == "that" and end + 1 < len(tokens)
    return that and tokens[end].form in word_set("message.one") and tokens[end + 1].is_word


def _deny(at: list[dict[str, Span]]) -> None:
    """Let "no more film" wish for nothing more."""
    for place, spans in enumerate(at):
        denied = spans.get("neg")
        for inside in at[place + 1 : denied.end] if denied else ():
            inside.pop("rel", None)
        for span in spans.values():  # "Una sí y una no" denies and corrects nothing.
            for inside in at[place + 1 : span.end] if span.id in _WHOLE else ():
                inside.pop("neg", None)
                inside.pop("fix", None)


def _is_told_first(at: list[dict[str, Span]], place: int) -> bool:
    """Whether "le vélo, on oublie" takes out what was named, as nothing was wished before."""
    verbs = [one["act"] for one in at[max(0, place - 2) : place + 1] if "act" in one]
    gone = any(v.name == "delete" and v.end > place and v.start > 0 for v in verbs)
    ahead = at[: min((v.start for v in verbs), default=place)]
    wished = any(one.keys() & {"act", "rel", "light", "framing", "angle", "fix"} for one in ahead)
    return gone and not wished


def _names_what(tokens: tuple[Token, ...]) -> bool:
    """Whether "scratch 3" deletes a shot and takes nothing back."""
    return tokens[0].form == "scratch" and len(tokens) > 1 and tokens[1].text.isdecimal()


def _wear(tokens: tuple[Token, ...], at: list[dict[str, Span]], board: BoardWords) -> None:
    """Let "shorts" be what a look on the board has, not the upright pictures of a channel."""
    worn = {entry.stems[-1] for entry in board.entries if entry.field == "garments" and entry.stems}
    for place, (token, spans) in enumerate(zip(tokens, at, strict=True)):
        if stem(token.form) in worn:
            spans.pop("aspect", None)
            spans.pop("chan", None)
        if token.form == "top" and _is_garment(tokens, at, place):
            spans.pop("pos", None)


def _is_garment(tokens: tuple[Token, ...], at: list[dict[str, Span]], place: int) -> bool:
    """Whether "a silk top", "a plunging top" is worn and no place in the list."""
    made = bool(place) and bool(at[place - 1].keys() & {"m", "col"})
    ahead = [token.form for token in tokens[max(0, place - 3) : place]]
    return made or bool(set(ahead[-2:]) & word_set("giving.indefinite"))


def _homophones(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "shot to a full" and "first tree" as the numbers that were spoken."""
    fixed = list(tokens)
    for place in range(1, len(tokens)):
        before, token = tokens[place - 1].form, tokens[place]
        after = tokens[place + 1].form if place + 1 < len(tokens) else ""
        spoken = (
            before in ("shot", "number")
            and not (before == "shot" and token.form == "too" and _is_described(tokens, place - 1))
            and token.form in _AFTER_SHOT
            and (token.form not in word_set("shared.to") or after in word_set("message.homophones"))
        )
        if spoken or (before in ("first", "last") and token.form == "tree"):
            number = _AFTER_SHOT[token.form]
            fixed[place] = replace(token, form=number, text=number)
    return tuple(fixed)


def _is_described(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether "shot" has words of its own before it: "in the staircase shot too"."""
    ahead = [token.form for token in tokens[max(0, place - 4) : place]]
    return bool(ahead) and ahead[-1] not in _BARE and bool(_BARE & set(ahead[:-1]))


_BARE = frozenset(("the", "that", "this", "in", "on", "for"))
