"""Several pictures of one shot, each told: "two versions of 3: one sitting, one standing".

The first is the shot's next version, the others stand beside it. "4 at noon and at night, both" is
the same wish; without "both" the words are left to be read as one picture.
"""

from collections.abc import Callable

from toile.adapters.language.built_in.edits.asked import is_question
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import count_at
from toile.domain.board_commands import MOST_VARIATIONS
from toile.domain.commands import AlsoVersion, EditAnswer, EditContext
from toile.domain.editing import FieldValue
from toile.domain.shots import Shot

Read = Callable[[str, EditContext], EditAnswer]
Fields = tuple[tuple[str, FieldValue], ...]
_MARKS = (":", "-", "–", "—", ",")
_PARTS = (",", ";", "/", "+", "&", "\n")


def read_options(page: Page, out: Outcome, read: Read) -> bool:
    """Take on every picture that is told of a shot; say whether the message was that wish."""
    listed = _listed(page, out.context) or _times(page, out.context)
    told = listed or _both(page, out.context)
    if told is None or not 2 <= len(told[1]) <= MOST_VARIATIONS:
        return False
    if _is_not_wished(page):
        out.kept.append("Nothing is changed.")
        return True
    shot, pieces = told
    answers = [read(f"{shot.no} {piece}", out.context) for piece in pieces]
    refused = [answer for answer in answers if answer.type == "refuse"]
    if refused:
        out.flags += [answer.flag for answer in refused if answer.flag]
        out.beyond += [answer.say for answer in refused if not answer.flag]
        return True
    if listed and sum(answer.type == "none" for answer in answers) == 1:
        # "Once with Tom" of a shot that has him is the version that is there.
        answers = [answer for answer in answers if answer.type != "none"]
    made = [_changed(shot, answer) for answer in answers]
    if not listed and _is_one_picture(page, made):
        return False
    if not all(made) or len(set(made)) < len(made):
        # Read as one picture, what is listed would be written over each other.
        lost = next((piece for piece, fields in zip(pieces, made, strict=True) if not fields), "")
        out.asks += [f"What shall “{lost}” change in shot {shot.no}?"] if listed and lost else []
        return bool(listed and lost)
    for command in answers[0].commands:
        out.do(command)
    for fields in made[1:]:
        out.do(AlsoVersion(shot=shot.id, fields=fields))
    return True


def _is_one_picture(page: Page, made: list[Fields]) -> bool:
    """Whether "2 both seated and barefoot" is one picture: nothing stands in another's way."""
    names = [name for fields in made for name, _ in fields]
    said = [p for p in range(len(page.tokens)) if page.form(p) in word_set("options.both")]
    ahead = bool(said) and said[0] + 1 < len(page.tokens) and page.tokens[said[0] + 1].is_word
    return all(made) and ahead and len(set(names)) == len(names)


def _is_not_wished(page: Page) -> bool:
    """Whether the versions are denied or asked about: "don't make two versions of 3: ..."."""
    first = page.segments[0]
    versions = next((s for s in page.spans(0, len(page.tokens), "act") if s.name == "vary"), None)
    ahead = range(first.start, versions.start if versions else first.start)
    none = any(page.form(place) in word_set("reader.kept") for place in ahead)
    return none or page.has(first.start, ahead.stop, "neg") or is_question(page, first)


def _changed(shot: Shot, answer: EditAnswer) -> Fields:
    """Return what an answer changes of a shot; nothing where it does more or less than that."""
    after = {one.id: one for one in answer.shots.shots}
    if answer.type != "change" or answer.unheard or shot.id not in after:
        return ()
    if any(set(getattr(one, "shots", ()) or (getattr(one, "shot", shot.id),)) != {shot.id}
           for one in answer.commands):  # fmt: skip
        return ()
    new = after[shot.id]
    names = (name for name in Shot.model_fields if getattr(new, name) != getattr(shot, name))
    return tuple((name, getattr(new, name)) for name in names)


def _listed(page: Page, context: EditContext) -> tuple[Shot, list[str]] | None:
    """Find "three options for 3: a, b and c": as many as are counted."""
    for span in page.spans(0, len(page.tokens), "act"):
        many = _count(page, span.start, span.end) if span.name == "vary" else None
        if many is None:
            continue
        number = next((p for p in range(span.end, len(page.tokens)) if _is_number(page, p)), None)
        shot = _shot(page, number, context)
        if number is None or shot is None or page.tokens[number + 1 :] == ():
            return None
        mark = number + 1
        if mark >= len(page.tokens) or page.tokens[mark].text not in _MARKS:
            return None
        pieces = _pieces(page, mark + 1, len(page.tokens))
        if len(pieces) == 1:
            pieces = _unsigned(page, mark + 1)
        return (shot, pieces) if len(pieces) == many else None
    return None


def _times(page: Page, context: EditContext) -> tuple[Shot, list[str]] | None:
    """Find "3 twice, once with Tom, once with Nora"."""
    once = [p for p in range(len(page.tokens)) if _is_once(page, p)]
    numbers = [p for p in range(once[0] if once else 0) if _is_number(page, p)]
    shot = _shot(page, numbers[0], context) if len(numbers) == 1 else None
    split = any(s.name == "split" for s in page.spans(0, len(page.tokens), "act"))
    if shot is None or split or len(once) < _TWO:
        return None
    ends = [*once[1:], len(page.tokens)]
    pieces = [_told(page, start, end) for start, end in zip(once, ends, strict=True)]
    return (shot, pieces) if all(pieces) else None


def _is_once(page: Page, place: int) -> bool:
    """Whether "once", "une fois", "en gång" begins one of the pictures."""
    pair = f"{page.form(place)}_{page.form(place + 1)}"
    return page.form(place) in word_set("options.once") or pair in word_set("options.once")


def _told(page: Page, start: int, end: int) -> str:
    """Return what is told of one picture, without "once" ahead and "and" behind."""
    start += 1 if page.form(start) in word_set("options.once") else 2
    small = word_set("options.and") | {",", ";", "."}
    while end > start and page.form(end - 1) in small:
        end -= 1
    return page.words(start, end) if end > start else ""


_TWO = 2


def _count(page: Page, start: int, end: int) -> int | None:
    """Return how many versions are counted, in the words for them or just before."""
    inside = (found for place in range(start, end) if (found := count_at(page, place)))
    ahead = (count_at(page, start - back) for back in (1, 2) if start >= back)
    return next((found[0] for found in (*inside, *ahead) if found and found[0] > 1), None)


def _both(page: Page, context: EditContext) -> tuple[Shot, list[str]] | None:
    """Find "3 at golden hour and at night, both please"."""
    both = [p for p in range(len(page.tokens)) if page.form(p) in word_set("options.both")]
    numbers = [p for p in range(len(page.tokens)) if _is_number(page, p)]
    if len(both) != 1 or len(numbers) != 1 or page.has(0, len(page.tokens), "neg", "q"):
        return None
    shot = _shot(page, numbers[0], context)
    start = numbers[0] + 1 if numbers[0] <= 1 else 0
    end = both[0] if both[0] > start else len(page.tokens)
    pieces = _pieces(page, both[0] + 1 if both[0] == start else start, end)
    return (shot, pieces) if shot is not None else None


def _pieces(page: Page, start: int, end: int) -> list[str]:
    """Return what is listed, without "one", "once" in front."""
    found, begin = list[str](), start
    for place in range(start, end + 1):
        cuts = place == end or page.tokens[place].text in _PARTS
        if not cuts and page.form(place) not in word_set("options.and"):
            continue
        while begin < place and page.form(begin) in word_set("options.one"):
            begin += 1
        words = page.words(begin, place).strip(" .,") if begin < place else ""
        found += [words] if words else []
        begin = place + 1
    return found


def _unsigned(page: Page, start: int) -> list[str]:
    """Return the pieces of "one at noon one at night", which no sign parts."""
    one = page.form(start)
    begins = [p for p in range(start, len(page.tokens)) if page.form(p) == one]
    if one not in word_set("options.one"):
        return []
    ends = [*begins[1:], len(page.tokens)]
    return [page.words(b + 1, e).strip(" .,") for b, e in zip(begins, ends, strict=True)]


def _is_number(page: Page, place: int) -> bool:
    return page.tokens[place].text.isdecimal()


def _shot(page: Page, place: int | None, context: EditContext) -> Shot | None:
    number = page.tokens[place].text if place is not None else ""
    return next((shot for shot in context.shots.shots if str(shot.no) == number), None)
