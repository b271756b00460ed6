"""The twins a text asks for, with their names."""

from toile.adapters.language.built_in.people.people import count_before, is_talent
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import function_words, inside
from toile.domain.brief import TwinWish


def read_twins(page: Page, negations: list[tuple[int, int]]) -> tuple[TwinWish, int, int] | None:
    """Return the wish for twins; "twins" alone may mean real people, and is left unclear."""
    for segment in page.live():
        for span in page.spans(segment.start, segment.end, "twin"):
            names = _names_near(page, span, segment)
            kind = "digital" if span.name == "digital" else "real"
            count = count_before(page, span, segment)
            many = max(count or 0, len(names)) or None
            return (
                TwinWish(kind=kind, count=many, names=names),
                span.start,
                span.end,
            )
        people = page.spans(segment.start, segment.end, "people")
        for span in (s for s in people if not inside(s.start, negations)):
            names = _names_near(page, span, segment) if span.name == "twins" else ()
            behind = page.tokens[min(_behind(page, span.end), len(page.tokens) - 1)]
            if page.form(span.start) == "twin" and behind.is_word and behind.is_name:
                return TwinWish(kind="digital", count=1, names=(behind.text,)), span.start, span.end
            ours = page.form(span.start - 1) in word_set("people.self") and bool(names)
            if span.name == "twins" and (ours or is_talent(page, span)):
                if ours and _cleared(page):
                    return (
                        TwinWish(kind="digital", count=len(names), names=names),
                        span.start,
                        span.end,
                    )
                owned = (
                    page.form(span.end) in word_set("twins.of")
                    and page.tokens[min(span.end + 1, len(page.tokens) - 1)].is_name
                )
                if owned or (
                    names
                    and page.text[
                        page.tokens[span.start].start - 3 : page.tokens[span.start].start
                    ].strip()
                    in ("'s", "’s", "s'", "s’")
                ):
                    return TwinWish(kind="digital", count=1, names=names[:1]), span.start, span.end
                if page.languages[0] in ("it", "es") and _cufflinks(page):
                    continue
                said = _said_of(page, segment) or _not_the_real_one(page, segment)
                if said:
                    return TwinWish(kind=said, count=2, names=names), span.start, span.end
                return (
                    TwinWish(kind="unclear", count=count_before(page, span, segment), names=names),
                    span.start,
                    span.end,
                )
    return None


def _behind(page: Page, place: int) -> int:
    """Return where a name may stand: 'Twin: "Amara"'."""
    while page.form(place) in word_set("twins.between"):
        place += 1
    return place


def _said_of(page: Page, segment: Segment) -> str:
    """Return what the next sentence says the twins are: "Real ones, age 30"."""
    place = segment.end + 1
    forms = {page.form(p) for p in range(place, min(place + 3, len(page.tokens)))}
    if forms & word_set("twins.real"):
        return "real"
    return "digital" if forms & word_set("twins.digital") else ""


def _not_the_real_one(page: Page, segment: Segment) -> str:
    """Return "digital" where a sentence says so by denying: "her twin, not the real Nadia"."""
    for place in range(segment.start, segment.end):
        denied = page.form(place) in word_set("musts.turned")
        near = {page.form(p) for p in range(place + 1, min(place + 4, segment.end))}
        if denied and near & word_set("twins.real_one"):
            return "digital"
    return ""


def _cleared(page: Page) -> bool:
    """Whether the text speaks of rights to people: real ones are booked, twins are cleared."""
    return any(page.has(s.start, s.end, "twinright") for s in page.live())


def _cufflinks(page: Page) -> bool:
    return page.has(0, len(page.tokens), "j")


def _particle(page: Page, place: int, last: str) -> bool:
    """Whether "ter", "van", "de" joins a name to the one before: "Joris ter Horst"."""
    between = page.form(place - 1) in word_set("names.particles")
    return between and page.tokens[place - 2].text == last


def _is_anothers(page: Page, place: int) -> bool:
    """Whether a name is that of a client: "the twin that we built for Larkspur", "let's"."""
    client = page.form(place - 1) in word_set("people.audience")
    return client or page.form(place) in word_set("twins.no_names")


def _names_near(page: Page, span: Span, segment: Segment) -> tuple[str, ...]:
    names: list[str] = []
    small = function_words()
    for place in range(max(segment.start, span.start - 6), min(segment.end, span.end + 9)):
        token = page.tokens[place]
        initial = place == segment.start and not page.text[token.end : token.end + 2].startswith(
            ("'s", "’s")
        )
        possessed = page.text[token.end : token.end + 2] in ("'s", "’s")
        if (
            (
                token.is_name
                and token.is_word
                and not initial
                and token.form not in small
                and not _is_anothers(page, place)
                and page.form(place - 1) not in word_set("markets.place_words")
                and len(token.text) > 2
                and ("'" not in token.text)
                and (possessed or token.text[1:].islower())
            )
            and not page.at[place]
            and not page.text[token.start : token.end].isupper()
        ):
            last = names[-1].split()[-1] if names else ""
            if last and last.endswith(page.tokens[place - 1].text):
                joint = page.text[page.tokens[place - 1].end : token.start]
                names[-1] = f"{names[-1]}{joint}{token.text}"
            elif last and _particle(page, place, last):
                names[-1] = f"{names[-1]} {page.tokens[place - 1].text} {token.text}"
            else:
                names.append(token.text)
    return tuple(dict.fromkeys(names))
