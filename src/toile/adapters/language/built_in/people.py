"""Who is in the pictures: how many, of what kind, and which twins."""

import re

from toile.adapters.language.built_in.lexicon import Span, word_set
from toile.adapters.language.built_in.page import Page, Segment
from toile.adapters.language.built_in.phrases import function_words, inside
from toile.adapters.language.built_in.ratios import count_at
from toile.domain.brief import Talent, TwinWish

_GENDER = {"woman": ("woman", "women"), "man": ("man", "men")}
_JOINED = word_set("people.joined")
_SELF = word_set("people.self")
_DECADE = re.compile(r"^(early|mid|late)?\s*-?(\d0)s$")
_AGE_WORDS = {
    "sixty": "60",
    "seventy": "70",
    "sessantenne": "about 60",
    "sjuttio": "about 70",
    "twenties": "20s",
    "thirties": "30s",
    "forties": "40s",
    "fifties": "50s",
    "sixties": "60s",
    "seventies": "70s",
    "trentaine": "in their thirties",
    "quarantaine": "in their forties",
    "cinquantaine": "in their fifties",
    "soixantaine": "in their sixties",
    "vingtaine": "20s",
    "trentenne": "about 30",
    "cinquantenne": "about 50",
    "dreissiger": "30s",
    "vierziger": "40s",
}


def read_talent(page: Page, negations: list[tuple[int, int]]) -> tuple[Talent, int, int] | None:
    """Return the people asked for with the tokens of the first mention."""
    nobody = _nobody(page)
    if nobody:
        said = Talent(people=0, description=("no models",))
        return said, nobody.start, nobody.end
    groups: list[tuple[Span, int | None]] = []
    for segment in page.live():
        for span in page.spans(segment.start, segment.end, "people"):
            if not inside(span.start, negations) and _is_talent(page, span):
                groups.append((span, _count_before(page, span, segment)))
    if not groups:
        return None
    people = _people(groups)
    named = _named_models(page)
    people = people or (len(named) or None)
    words = tuple(dict.fromkeys((*named, *_kinds(groups), *_traits(page, negations))))
    if people is None and not words:
        return None
    return Talent(people=people, description=words), groups[0][0].start, groups[0][0].end


def _named_models(page: Page) -> list[str]:
    """Read "Model is Ada", "our model Ada"."""
    found = []
    for segment in page.live():
        for span in page.spans(segment.start, segment.end, "people"):
            place = span.end + (page.form(span.end) in word_set("people.called"))
            token = page.tokens[place] if place < segment.end else None
            plain = page.languages[0] == "de" and page.form(place - 1) not in ("ist", ":")
            if (
                span.name == "model"
                and token
                and token.is_name
                and token.is_word
                and not page.at[place]
                and not plain
            ):
                found.append(token.text)
    return found


def _nobody(page: Page) -> Span | None:
    for segment in page.live():
        for span in page.spans(segment.start, segment.end, "nobody"):
            return span
    return None


def _is_talent(page: Page, span: Span) -> bool:
    word = page.tokens[span.start]
    if len(word.form) == 1:
        return page.form(span.start + 1) == "/" or page.form(span.start - 1) == "/"
    possessive = page.text[word.end : word.end + 2] in ("'s", "’s")
    if possessive or page.form(span.start - 1) in _SELF:
        return False
    if span.name in ("woman", "man") and page.first(span.end, "g", "h", "b", "j", "c"):
        return False
    if span.name == "model" and any(
        page.form(p) in ("per", "each", "par", "je", "per")
        for p in range(span.start - 2, span.start)
    ):
        return False
    if span.name == "twins" and page.form(span.end) in ("set", "sets", "tip", "pack", "peaks"):
        return False
    if span.name == "couple" and page.form(span.end) in ("of", "de", "di"):
        return False
    if page.form(span.start - 1) == "of" and word.is_name:
        return False
    if page.form(span.start - 1) in ("other", "andere", "andra", "l'autre"):
        return False
    if span.name == "bride" and page.has(0, span.start, "people"):
        return False
    return not (span.name == "twins" and page.span_at(span.start - 1, "twin"))


def _count_before(page: Page, span: Span, segment: Segment) -> int | None:
    """Return a count in the few words before, unless another noun claims it; or right behind."""
    ahead = count_at(page, span.start - 1) if span.start > segment.start else None
    behind = count_at(page, span.end) if span.end < segment.end and not ahead else None
    if (
        behind
        and behind[0] <= 20
        and page.languages[0] != "en"
        and not page.first(behind[1], "media", "unit")
        and (page.form(behind[1]) not in _JOINED)
    ):
        return behind[0]
    for place in range(span.start - 1, max(segment.start, span.start - 4) - 1, -1):
        counted = count_at(page, place)
        if counted and counted[0] <= 60 and counted[1] > place:
            return counted[0]
        if page.tokens[place].form in word_set("people.count_before"):
            return 1
        if page.tokens[place].text in ",.;:()" or page.first(place, "media", "g", "people"):
            return None
    lead = page.form(span.start - 1)
    if lead in ("la", "el", "il", "le", "der", "die", "the", "den") and page.form(
        span.start
    ) in word_set("people.singular"):
        return 1
    return None


def _people(groups: list[tuple[Span, int | None]]) -> int | None:
    general = [
        n for span, n in groups if span.name in ("model", "person", "friends", "employee") and n
    ]
    special = [
        n or (2 if span.name == "couple" else 0)
        for span, n in groups
        if span.name not in ("model", "person", "friends", "employee")
    ]
    total = sum(special)
    if general:
        return max(general[-1], total) if total > general[-1] else general[-1]
    if any(span.name == "couple" for span, _ in groups):
        return 2
    if total:
        return total
    plain = {span.name for span, _ in groups}
    return (
        1 if plain <= {"woman", "man", "bride", "dancer", "runner"} and len(groups) == 1 else None
    )


def _kinds(groups: list[tuple[Span, int | None]]) -> list[str]:
    words: list[str] = []
    counted = len({span.name for span, _ in groups if span.name not in _PLAIN}) > 1
    for span, count in groups:
        singular, plural = _GENDER.get(span.name, (span.name, span.name + "s"))
        if span.name in _PLAIN:
            continue
        many = (count or 1) > 1 and span.name != "couple" and not span.name.endswith("s")
        word = plural if many else singular
        words.append(f"{count} {word}" if counted and many else word)
    return words


_PLAIN = frozenset(("model", "person", "twins"))


def _traits(page: Page, negations: list[tuple[int, int]]) -> list[str]:
    words: list[str] = []
    for segment in page.live():
        for span in page.spans(segment.start, segment.end, "look"):
            if not inside(span.start, negations):
                words.append(span.name)
        if page.has(segment.start, segment.end, "people", "look", "twin"):
            words += _ages(page, segment)
    return list(dict.fromkeys(words))


def _ages(page: Page, segment: Segment) -> list[str]:
    found: list[str] = []
    for place in range(segment.start, segment.end):
        form = page.form(place)
        before = page.form(place - 1)
        shade = f"{before} " if before in ("early", "mid", "late") else ""
        if form in _AGE_WORDS:
            found.append(shade + _AGE_WORDS[form])
        number = page.tokens[place].text
        if number.isdecimal() and 18 <= int(number) <= 99:
            age = _age_at(page, place, int(number), shade)
            if age:
                found.append(age)
    return found


def _age_at(page: Page, place: int, age: int, shade: str) -> str | None:
    after, before = page.form(place + 1), page.form(place - 1)
    if after == "s" and age % 10 == 0:
        return f"{shade}{age}s"
    if after in ("-", "–", "to", "bis", "a") and page.tokens[place + 2].text.isdecimal():
        upper = int(page.tokens[place + 2].text)
        if age < upper <= 99 and not page.first(place + 3, "media") and upper - age >= 3:
            return f"{age} to {upper}"
    listed = (",", "und", "et", "and", "y", "e", "och", "(", ":", "&", "+", "")
    if (
        before in listed
        and after in (*listed, ")", ".", ";")
        and page.has(max(0, place - 8), place, "people")
        and not (page.first(place + 1, "media"))
    ):
        return str(age)
    if before in ("over", "oltre", "uber", "over") or after in ("+", "plus"):
        return f"over {age}"
    if after in word_set("people.age_at"):
        return str(age)
    if before in word_set("people.age_at.2"):
        return f"about {age}"
    return None


def read_twins(page: Page) -> tuple[TwinWish, int, int] | None:
    """Return the wish for twins; "twins" alone may mean real people, and is left unclear."""
    for segment in page.live():
        for span in page.spans(segment.start, segment.end, "twin"):
            names = _names_near(page, span, segment)
            kind = "digital" if span.name == "digital" else "real"
            count = _count_before(page, span, segment)
            return (
                TwinWish(kind=kind, count=count or (len(names) or None), names=names),
                span.start,
                span.end,
            )
        for span in page.spans(segment.start, segment.end, "people"):
            if span.name == "twins" and _is_talent(page, span):
                names = _names_near(page, span, segment)
                owned = (
                    page.form(span.end) in ("of", "de", "di", "von", "av")
                    and page.tokens[min(span.end + 1, len(page.tokens) - 1)].is_name
                )
                if owned or (
                    names
                    and page.text[
                        page.tokens[span.start].start - 3 : page.tokens[span.start].start
                    ].strip()
                    in ("'s", "’s")
                ):
                    return TwinWish(kind="digital", count=1, names=names[:1]), span.start, span.end
                if page.languages[0] == "it" and _cufflinks(page):
                    continue
                return (
                    TwinWish(kind="unclear", count=_count_before(page, span, segment), names=names),
                    span.start,
                    span.end,
                )
    return None


def _cufflinks(page: Page) -> bool:
    return page.has(0, len(page.tokens), "j")


def _names_near(page: Page, span: Span, segment: Segment) -> tuple[str, ...]:
    names: list[str] = []
    small = function_words()
    for place in range(max(segment.start, span.start - 6), min(segment.end, span.end + 6)):
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
                and len(token.text) > 2
                and ("'" not in token.text)
                and (possessed or token.text[1:].islower())
            )
            and not page.at[place]
            and not page.text[token.start : token.end].isupper()
        ):
            joined = names and place and page.tokens[place - 1].text == names[-1].split()[-1]
            if joined:
                names[-1] = f"{names[-1]} {token.text}"
            else:
                names.append(token.text)
    return tuple(dict.fromkeys(names))
