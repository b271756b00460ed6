"""One file told with an article: "5 squares and a 16:9 banner", "un 9:16 pour les stories"."""

from toile.adapters.language.built_in.counts.asks import Ask
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import Ratio, count_at, seconds_at


def single_at(page: Page, place: int, ratios: list[Ratio]) -> Ask | None:
    """Return the one file that an article, a ratio and what it is for name at a place."""
    if _is_first_one(page, place):
        return _first(page, place, ratios)
    if bare := _without_count(page, place, ratios) or _headed(page, place):
        return bare
    if page.form(place) not in word_set("channels.articles"):
        return None
    ratio = next((r for r in ratios if r.start == place + 1 and r.value[:1].isdecimal()), None)
    if ratio is None:
        return _one_more(page, place, ratios)
    media = page.span_at(ratio.end, "media")
    role = page.span_at(ratio.end, "role")
    if media is None and role is None:
        return None
    kind = "video" if media and media.name in ("video", "reel") else "still"
    end = max(span.end for span in (media, role) if span)
    return Ask(place, end, 1, kind, media.name if media else "")


def _without_count(page: Page, place: int, ratios: list[Ratio]) -> Ask | None:
    """Read "key visual 16:9 and 3 banners": one file that nobody counts, right before its ratio."""
    opens = place == page.segment_of(place).start or page.form(place - 1) in word_set("single.plus")
    role = page.span_at(place, "role")
    if (
        not opens
        or role is None
        or role.name != "key visual"
        or page.form(role.end - 1)[-1:] == "s"
    ):
        return None
    media = page.span_at(role.end, "media")
    end = media.end if media else role.end
    told = any(r.start == end and r.value[:1].isdecimal() for r in ratios)
    after = page.tokens[end + 3] if end + 3 < len(page.tokens) else None
    if not told or (after is not None and after.text in "x×"):
        return None
    kind = "video" if media and media.name in ("video", "reel") else "still"
    return Ask(place, end, 1, kind, roles=[role.name])


def _headed(page: Page, place: int) -> Ask | None:
    """Read "Film: 30 sec, 16:9": one film that nobody counts, its length behind its label."""
    media = page.span_at(place, "media")
    segment = page.segment_of(place)
    lead = range(segment.start, place)
    opens = media is not None and not any(page.tokens[p].is_word for p in lead)
    if media is None or not opens or media.name not in ("video", "reel"):
        return None
    near = range(media.end + 1, media.end + _RATIO_NEAR)
    timed = page.form(media.end) in (":", "-", "–") and any(seconds_at(page, p) for p in near)
    counted = count_at(page, media.end + 1) and not seconds_at(page, media.end + 1)
    many = page.form(place).endswith("s") and page.languages[0] in ("en", "fr", "es")
    one = timed and not counted and not many
    return Ask(place, media.end, 1, "video", media.name) if one else None


def _one_more(page: Page, place: int, ratios: list[Ratio]) -> Ask | None:
    """Read "and a 10-second reel", "plus a group picture of all three, 16:9"."""
    comma = page.form(place - 1) == ","
    if page.form(place - 1) not in word_set("single.plus") and not comma:
        return None
    segment = page.segment_of(place)
    counted = any(count_at(page, p) for p in range(segment.start, place))
    if page.form(place - 1) in ("and", ",") and not counted:
        return None  # "For each a pair shot, a sole shot and a worn shot" is a list.
    stop = min(segment.end, place + _NOUN_NEAR)
    named = [s for s in page.spans(place + 1, stop, "media") if s.name in _ALONE]
    media = next((s for s in named if s.name != "still"), named[0] if named else None)
    if media is None or any(page.form(p) in (",", ";") for p in range(place, media.start)):
        return None
    timed = any(seconds_at(page, p) for p in range(place + 1, media.start))
    role = next(iter(page.spans(place + 1, media.start + 1, "role")), None)
    shaped = next((r for r in ratios if media.end <= r.start <= media.end + _RATIO_NEAR), None)
    if not timed and not (role and shaped and not comma):
        return None
    kind = "still" if media.name == "still" else "video"
    return Ask(place, media.end, 1, kind, media.name, roles=[role.name] if role else [])


_ALONE = frozenset(("still", "video", "reel"))
_NOUN_NEAR, _RATIO_NEAR = 6, 5


def is_denied(page: Page, ask: Ask, before: list[Ask]) -> bool:
    """Whether "(not four 4:5)" only says what no longer holds."""
    denied = page.form(ask.start - 1) in word_set("times.not") - {"instead"}
    return denied and bool(ask.aspects) and bool(before)


def _is_first_one(page: Page, place: int) -> bool:
    number = page.span_at(place, "n")
    return place > 0 and bool(page.span_at(place - 1, "ord") and number and number.name == "1")


def _first(page: Page, place: int, ratios: list[Ratio]) -> Ask | None:
    """Read "the first one in 16:9 as well": a file more of one of the pictures."""
    ratio = next((r for r in ratios if place < r.start <= place + _NEAR), None)
    if ratio is None or not ratio.value[:1].isdecimal():
        return None
    near = range(place, min(ratio.end + _NEAR, len(page.tokens)))
    more = any(page.form(p) in word_set("amends.also") for p in near)
    return Ask(place, ratio.end, 1, aspects=[ratio.value]) if more else None


_NEAR = 3
