"""Several wishes of one shot in one breath: "2 seated, and also with Noor".

Read together, a wish may be lost on the way. Each is read by itself behind the number of its shot,
and where they do all that the message read whole does, and more, they are what is meant.
"""

from collections.abc import Iterator

from toile.adapters.language.built_in.edits.clauses import pieces
from toile.adapters.language.built_in.edits.each_alone import Reading, is_whole
from toile.adapters.language.built_in.edits.message import hearing
from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.contents import has_content
from toile.adapters.language.built_in.edits.message.outcome import Outcome, touched
from toile.adapters.language.built_in.edits.message.talk import Talk, is_named
from toile.adapters.language.built_in.edits.message.told_why import says_why
from toile.adapters.language.built_in.edits.message.verbs import names_of
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import find_ratios
from toile.domain.shots import Shot

_MOST = 4
_LENSES = 20
_SCOPES = {"all", "rest", "other", "except", "second"}
_WISHED = (
    "rel", "light", "framing", "angle", "lens", "pose", "kind", "aspect", "priority", "grade",
    "col", "mod", "s", "set", "g", "h", "b", "j", "p", "expr", "aperture", "f",
)  # fmt: skip
_CHANGING = ("set_field", "step_field", "add_items", "remove_items", "replace_item")
_UNTOLD = ("id", "no", "title", "reasons", "notes")
_Changed = dict[tuple[str, str], object]


def also_heard(page: Talk, board: BoardWords, whole: Outcome, read: Reading) -> Outcome | None:
    """Return what the wishes of one shot come to; ``None`` where the whole message says it all."""
    if whole.flags or whole.answers or whole.beyond:
        return None
    if any(command.do not in _CHANGING for command in whole.commands):
        return None
    said = [*_said(page, board)]
    if not 2 <= len(said) <= _MOST:
        return None
    done = [read(text, whole.context) for text in said]
    if not all(is_whole(out) and not out.flags and not out.unheard for out in done):
        return None
    union = Outcome(whole.context, whole.context.shots, kept=whole.kept, spared=whole.spared)
    alike = [{shot for c in out.commands for shot in touched(c)} for out in done]
    named = max(alike, key=len)
    for out, shots in zip(done, alike, strict=True):
        if not (shots <= named and _goes_with(union, out)) or not all(map(union.do, out.commands)):
            return None
        union.already += out.already
        union.ends += out.ends
    return union if _does_more(whole, union) else None


def _said(page: Talk, board: BoardWords) -> Iterator[str]:
    """Yield each wish behind its shot: "2 seated", "2 with Noor"; nothing where it is otherwise."""
    cut = pieces(page, board)
    numbers = numbers_ahead(page, cut)
    if not numbers or len(cut) < 2 or hearing.quotes(page) or page.masked or _corrects(page):
        return
    shot, number = shots_said(page, numbers), numbers[-1]
    small = word_set("apart.leads") | word_set("also_heard.leads")
    for piece in cut:
        start, end = max(piece.start, number + 1), piece.end
        while start < end and (page.form(start) in small or not page.tokens[start].is_word):
            start += 1
        while end > start and page.form(end - 1) in small | word_set("also_heard.tails"):
            end -= 1
        if _keeps(page, piece) or (piece.start > number and says_why(page, start, end)):
            continue
        if piece.start > number and not _opens_plainly(page, start):
            return
        if start < end:
            yield f"{shot} {page.words(start, end)}"


def _keeps(page: Talk, piece: Clause) -> bool:
    """Whether "Licht bleibt" says no more than what stays."""
    acts = {s.name for s in page.spans(piece.start, piece.end, "act")}
    return acts == {"keep"} and not page.has(piece.start, piece.end, "rel", "ref")


def _opens_plainly(page: Talk, place: int) -> bool:
    """Whether "with Noor", "darker", "a red scarf" is wished, and nothing told: "it looks warm"."""
    led = word_set("naming.in") | word_set("people.with") | word_set("giving.indefinite")
    small = page.form(place) in led | word_set("naming.without") | word_set("also_heard.like")
    groomed = word_set("grooming.hair") | word_set("grooming.make_up")
    small = small or page.form(place) in groomed
    return small or page.first(place, *_WISHED) is not None or _is_ratio(page, place)


def _is_ratio(page: Talk, place: int) -> bool:
    return any(
        ratio.start == place for ratio in find_ratios(page, place, min(place + 3, len(page.tokens)))
    )


def shots_said(page: Page, numbers: list[int]) -> str:
    """Return the words for the shots: "die 2", "2 and 6"."""
    first = numbers[0] - (page.form(numbers[0] - 1) in word_set("naming.articles"))
    return page.words(max(first, 0), numbers[-1] + 1)


def numbers_ahead(page: Talk, cut: list[Clause]) -> list[int]:
    """Return the places of the only numbers, where they stand ahead of all that is wished."""
    scopes = {span.name for span in page.spans(0, len(page.tokens), "ref")}
    if not cut or page.named or scopes & _SCOPES:
        return []
    ratios = [ratio for clause in cut for ratio in clause.ratios]
    numbers = [
        p
        for p, token in enumerate(page.tokens)
        if token.text.isdecimal()
        and int(token.text) < _LENSES
        and not any(r.start <= p < r.end for r in ratios)
    ]
    if not numbers or not cut[0].start <= numbers[0] or not _are_listed(page, numbers):
        return []
    ahead = Clause(cut[0].start, numbers[-1] + 1)
    strong = set(names_of(page, ahead)) - {"set"}
    named = any(is_named(page, place) for place in numbers)
    return [] if named or strong or has_content(page, ahead) else numbers


def _are_listed(page: Page, numbers: list[int]) -> bool:
    """Whether nothing but "and", a sign and articles stands between numbers."""
    small = (
        word_set("naming.articles") | word_set("naming.and") | word_set("listed_numbers.endings")
    )
    between = (p for p in range(numbers[0], numbers[-1]) if p not in numbers)
    return all(page.form(p) in small or page.tokens[p].text in ",:" for p in between)


def _corrects(page: Talk) -> bool:
    return page.has(0, len(page.tokens), "fix")


def _goes_with(union: Outcome, out: Outcome) -> bool:
    """Whether a wish is of nothing that was wished of the shots before."""
    plain = all(command.do in _CHANGING for command in out.commands)
    return plain and not set(changed(union)) & set(changed(out))


def _does_more(whole: Outcome, union: Outcome) -> bool:
    """Whether all that the whole message does of the shot is done, and more is."""
    shots = {shot for command in union.commands for shot in touched(command)}
    did = {key: value for key, value in changed(whole).items() if key[0] in shots}
    does = changed(union)
    lost = len(changed(whole)) > len(did)
    held = {key for key in set(did) - set(does) if key[1] == "props"}
    same = all(_is_so(does.get(key), value) for key, value in did.items() if key not in held)
    fresh = set(does) - set(did)
    return same and bool(lost or fresh or does != did) and (bool(fresh) or not held)


def _is_so(alone: object, together: object) -> bool:
    """Whether a value read alone is the one read among others: "arms crossed", and not "... too".

    What became a thing in a hand beside other words, and a pose or a place alone, is no thing.
    """
    longer = isinstance(alone, str) and str(together).startswith(f"{alone} ")
    return alone == together or longer


def changed(out: Outcome) -> _Changed:
    """Return what becomes of each field of each shot that is not as it was."""
    return {
        (old.id, name): getattr(new, name)
        for old, new in zip(out.context.shots.shots, out.shots.shots, strict=True)
        for name in Shot.model_fields
        if name not in _UNTOLD and getattr(old, name) != getattr(new, name)
    }
