"""A version of a shot that is wished for beside it: "5 a portrait version as well".

Read as "a portrait version of 5".
"""

from toile.adapters.language.built_in.text.lexicon import LANGUAGES, word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_OF = ("of", "de la", "della", "de la", "von der", "av")
_NEAR = 4


def version_too(page: Page) -> str | None:
    """Return the text with the version told plainly, ``None`` where none comes beside a shot."""
    for segment in page.live():
        number = segment.start + (page.form(segment.start) in word_set("naming.articles"))
        if number + 2 >= segment.end or not page.tokens[number].text.isdecimal():
            continue
        version = _version(page, segment, number)
        if version is not None and _is_beside(page, number, segment.end):
            return _told(page, segment, number, version)
    return None


def _version(page: Page, segment: Segment, number: int) -> int | None:
    """Return where "version" stands behind a number and nothing but what it is like."""
    start = _begin(page, number)
    known = word_set("versions_listed.version") | word_set("version_too.version")
    for place in range(start, min(start + _NEAR + 1, segment.end)):
        if page.form(place) in known:
            return place
        text = page.tokens[place].text
        if not text[:1].isalnum() and text != ":":
            return None
    return None


def _begin(page: Page, number: int) -> int:
    """Return where the version is told: behind "5,", "5 needs", "la 5 aussi"."""
    small = word_set("version_too.beside") | word_set("version_too.small")
    begin = number + 1
    while page.form(begin) in small:
        begin += 1
    return begin


def _is_beside(page: Page, number: int, end: int) -> bool:
    return any(page.form(p) in word_set("version_too.beside") for p in range(number + 1, end))


def _told(page: Page, segment: Segment, number: int, version: int) -> str:
    end = segment.end
    small = word_set("version_too.beside") | word_set("version_too.small")
    small |= word_set("contents.polite")
    while end > version + 1 and (page.form(end - 1) in small or not page.tokens[end - 1].is_word):
        end -= 1
    begin = _begin(page, number)
    language = LANGUAGES.index(page.languages[0])
    article = page.form(begin) in word_set("giving.indefinite") | word_set("giving.a")
    like = page.words(begin, begin + article)
    one = like or ("" if language else "a")
    begin += article
    while begin < version and not page.at[begin] and page.tokens[begin].is_word:
        begin += 1  # "Quick" says nothing of the picture.
    like = f"{one} {page.words(begin, version)}"
    head = page.text[: page.tokens[segment.start].start]
    shot = page.tokens[number].text
    rest = page.words(version + 1, end)
    name = page.tokens[version].text if language else "version"
    tail = page.text[page.tokens[segment.end - 1].end :]
    return f"{head}{like} {name} {_OF[language]} {shot} {rest}".rstrip() + tail
