"""Values in a clause: framing, angle, lens, light, set, pose, ratio, priority, kind, and steps."""

from collections.abc import Iterator

from toile.adapters.language.built_in.edits.message.apertures import aperture
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.doing import doing, place_of_posture, way_of
from toile.adapters.language.built_in.edits.message.exceptions import told_ahead
from toile.adapters.language.built_in.edits.message.given import Given
from toile.adapters.language.built_in.edits.message.numbers import lens
from toile.adapters.language.built_in.edits.message.small_values import (
    is_old_film,
    is_order,
    means_it,
)
from toile.adapters.language.built_in.edits.message.unwanted import is_complaint, is_unlike
from toile.adapters.language.built_in.edits.picture.grounds import backdrop, plain_ground
from toile.adapters.language.built_in.edits.picture.manners import by_manner
from toile.adapters.language.built_in.edits.picture.poses import in_own_words
from toile.adapters.language.built_in.edits.picture.shapes import negated, ratio_of, shaped
from toile.adapters.language.built_in.edits.picture.whole_things import whole_thing
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words, in_english, trim

FIELDS = ("framing", "angle", "light", "pose", "priority", "kind")


def given(page: Page, clause: Clause, target: Target, most: int) -> list[Given]:
    """Return the values a clause gives, the last of a field winning."""
    found: dict[str, Given] = {}
    ratio = ratio_of(page, clause, target)
    if ratio:
        found["aspect"] = Given("aspect", ratio.value, ratio.start, ratio.end)
    taken = set(target.places) | (set(range(ratio.start, ratio.end)) if ratio else set())
    taken |= _glass(page, clause, most, found)
    found |= shaped(page, clause, _in_vocabulary(page, clause, taken), found.get("aspect"))
    for kind, field in (("lens", "lens"), ("whole", "framing")):
        named = page.spans(clause.start, clause.end, kind)
        if named and field not in found:
            found[field] = Given(field, named[-1].name, named[-1].start, named[-1].end)
    whole = whole_thing(page, clause)
    if whole:
        found.setdefault("framing", Given("framing", *whole))
    done = doing(page, clause)
    if done and not set(range(done[1], done[2])) & taken:
        found["pose"] = _together(found.get("pose"), Given("pose", *done))
    for own in _own_words(clause, target):
        found.setdefault(own.field, own)
    found |= _set_of_board(page, clause, target)
    ground = backdrop(page, clause) or plain_ground(page, clause, target)
    if ground:
        found.setdefault("set", ground)
    for field in ("light", "set", "pose"):
        free = _free(page, clause, field, target)
        if free and _says_more(free, found.get(field)):
            found[field] = free
    found = {f: o for f, o in found.items() if not (negated(page, clause, o) or _is_less(page, o))}
    return [*_with_manner(page, clause, found).values()]


def _says_more(free: Given, known: Given | None) -> bool:
    """Whether own words say more; "i levande ljus i vit skjorta" wears, and lights nothing."""
    return known is None or (known.end != free.start - 1 and len(free.value) > len(known.value))


def _is_less(page: Page, own: Given) -> bool:
    """Whether "less neon" wants less of a light, and not that light."""
    return own.field == "light" and page.form(own.start - 1) in word_set("values.fewer")


def _with_manner(page: Page, clause: Clause, found: dict[str, Given]) -> dict[str, Given]:
    """Let a verb and a way go before what stands in their words: no back, "lit from behind"."""
    for told in by_manner(page, clause):
        inside = [f for f, own in found.items() if told.start <= own.start < told.end]
        found = {field: own for field, own in found.items() if field not in inside}
        found[told.field] = told
    return found


def _glass(page: Page, clause: Clause, most: int, found: dict[str, Given]) -> set[int]:
    """Take in the lens and the aperture; return their tokens, which say nothing else."""
    focal, stop = lens(page, clause, most), aperture(page, clause)
    if focal:
        found["lens"] = Given("lens", *focal)
    if stop:
        found["aperture"] = Given("aperture", *stop)
    said = page.spans(clause.start, clause.end, "aperture")
    opened = {p for span in said for p in range(span.start, span.end)}
    named = page.spans(clause.start, clause.end, "lens")  # "A wide-angle lens" frames nothing.
    opened |= {p for span in named for p in range(span.start, span.end)}
    return _macro(focal) | opened | (set(range(stop[1], stop[2])) if stop else set())


def _together(old: Given | None, new: Given) -> Given:
    """Return two poses as one: "standing, looking out of the window"."""
    if old is None:
        return new
    if old.start <= new.start < old.end:
        return new if new.end > old.end else old
    return Given("pose", f"{old.value}, {new.value}", old.start, new.end)


def _macro(focal: tuple[str, int, int] | None) -> set[int]:
    """Return the tokens of "100er Makro": a lens, and no framing."""
    return set(range(focal[1], focal[2] + 2)) if focal and focal[0].endswith("macro") else set()


def _in_vocabulary(page: Page, clause: Clause, taken: set[int]) -> dict[str, Given]:
    """Return the values that the field's vocabulary knows; poses add up."""
    found: dict[str, Given] = {}
    held: set[int] = set()
    for span in _spans(page, clause, taken):
        if span.start in held or negated(
            page, clause, Given(span.kind, span.name, span.start, span.end)
        ):
            continue
        if span.kind == "pose" and "pose" in found:
            old = found["pose"]
            if _word(page, span).startswith(old.value):
                found["pose"] = Given("pose", _word(page, span), old.start, span.end)
                continue
            both = f"{old.value}, {_word(page, span)}"
            found["pose"] = Given("pose", both, old.start, span.end)
            continue
        found[span.kind] = Given(span.kind, _word(page, span), span.start, span.end)
        way = way_of(page, span.end, clause.end) if span.kind == "pose" else None
        if way and not set(range(span.end, way[1])) & taken:
            found["pose"] = Given("pose", f"{span.name} {way[0]}", span.start, way[1])
            held |= set(range(span.end, way[1]))
        elif span.kind == "pose" and (apart := place_of_posture(page, span, clause)):
            found["pose"] = Given("pose", f"{span.name} {apart[0]}", span.start, apart[2])
            held |= set(range(apart[1], apart[2]))
    return found


def _own_words(clause: Clause, target: Target) -> Iterator[Given]:
    """Yield values that the board itself has, in its own words: "in welding light"."""
    for mention in clause.mentions:
        free = not set(range(mention.start, mention.end)) & target.places
        plain = mention.fields in ({"light"}, {"pose"}) and len(mention.values) == 1
        if free and plain and mention not in target.used and mention.end - mention.start > 1:
            yield Given(next(iter(mention.fields)), mention.values[0], mention.start, mention.end)


def _set_of_board(page: Page, clause: Clause, target: Target) -> dict[str, Given]:
    """Return the place that "in the studio" means where the board has one: its white studio."""
    if target.how not in ("number", "ordinal") or page.has(clause.start, clause.end, "pos"):
        return {}
    for mention in clause.mentions:
        lead = page.form(mention.start - 1)
        led = lead in word_set("values.the") or (
            lead in word_set("giving.the") and page.form(mention.start - 2) in word_set("naming.in")
        )
        free = not set(range(mention.start, mention.end)) & target.places
        bare = (
            page.first(mention.end, "noun", "s", "p", "light", "f") is None
            and mention not in target.used
        )
        others = page.spans(clause.start, mention.start, "s", "set")
        others += page.spans(mention.end, clause.end, "s", "set")
        one = mention.fields == {"set"} and len(mention.values) == 1 and not others
        if one and led and free and bare:
            return {"set": Given("set", mention.values[0], mention.start, mention.end)}
    return {}


def _spans(page: Page, clause: Clause, taken: set[int]) -> list[Span]:
    """Return the value spans, longest at each place, items of the board left out."""
    items = {
        p
        for m in clause.mentions
        if m.fields & {"garments", "props"} and not m.fields & {"framing", "light", "pose", "angle"}
        for p in range(m.start, m.end)
    }
    items |= {
        p
        for s in page.spans(clause.start, clause.end, "rel")
        # "Get down on the floor" is an angle, of which "get down" is only a part.
        if (angle := page.span_at(s.start, "angle")) is None or angle.end <= s.end
        for p in range(s.start, s.end)
    }
    items |= set(told_ahead(page, clause))
    spans: list[Span] = []
    cut = next(
        (s.start for s in page.spans(clause.start, clause.end, "ref") if s.name == "except"), None
    )
    place = clause.start
    while place < clause.end:
        span = page.first(place, *FIELDS)
        if (
            span
            and cut is not None
            and place > cut
            and page.form(place - 1) in word_set("values.the.2")
        ):
            span = None
        if (
            span
            and span.end <= clause.end
            and not set(range(span.start, span.end)) & (taken | items)
            and means_it(page, clause, span)
            and not is_order(page, clause, span)
            and not is_complaint(page, clause, span)
            and not is_unlike(page, clause, span)
            and not is_old_film(page, span)
            and not (span.kind == "pose" and page.span_at(span.start, "aspect") and clause.ratios)
        ):
            spans.append(span)
            place = span.end
        else:
            place += 1
    return spans


_SHADES = word_set("values.shades")


def _word(page: Page, span: Span) -> str:
    if span.kind == "light" and page.languages[0] == "en":
        start = span.start
        while start and page.form(start - 1) in _SHADES:
            start -= 1
        end = span.end
        while page.first(end, "col") and not page.first(end, "light"):
            end += 1
        while start < end - 1 and page.form(start) in word_set("values.led"):
            start += 1
        if end - start > 1 or _is_light_of_its_own(page.form(start), span.name):
            return " ".join(page.form(p) for p in range(start, end))
    if span.kind == "pose" and in_own_words(span):
        return span.name
    if (
        span.kind == "pose"
        and page.languages[0] == "en"
        and (page.form(span.start).endswith("ing") or span.end - span.start > 2)
    ):
        return page.words(span.start, _posed_until(page, span)).lower()
    return span.name


def _is_light_of_its_own(said: str, term: str) -> bool:
    """Whether "lamplight", "spotlight", "tungsten" names the light as well as the term does."""
    whole = said.endswith("light") and said not in ("light", "backlight", "daylight", "sunlight")
    return whole or term == f"{said} lamp"


_TO = word_set("values.to")


def _free(page: Page, clause: Clause, field: str, target: Target) -> Given | None:
    """Read free words behind a field word: "light: rain and headlights", "set to the old mill"."""
    for span in page.spans(clause.start, clause.end, "f"):
        if span.name != field or (
            field == "set"
            and span.start == clause.start
            and page.form(span.start) == "set"
            and page.tokens[min(span.end, len(page.tokens) - 1)].text.isdecimal()
        ):
            continue
        here = span.end
        while here < clause.end and (
            here in target.places or page.form(here) in word_set("values.free")
        ):
            here += 1
        if here >= clause.end or page.form(here) not in _TO:
            continue
        start, end = trim(page, here + 1, clause.end)
        if start in target.places:
            continue
        if end > start and not page.has(here + 1, end, "rel", "rest"):
            text = (
                page.words(start, end)
                if page.languages[0] == "en"
                else in_english(page, start, end)
            )
            known = page.first(start, field)
            value = known.name if known and known.end >= end and field != "light" else text.lower()
            return Given(field, value, start, end)
    return None


def _posed_until(page: Page, pose: Span) -> int:
    """Return where "sitting on the ball" ends: with the thing that holds the body."""
    place = pose.end
    if page.form(place) not in word_set("values.held_by"):
        return pose.end
    place += 1
    while page.form(place) in word_set("values.held_by.2"):
        place += 1
    thing = page.tokens[place] if place < len(page.tokens) else None
    if thing is None or place == pose.end + 1 or not thing.is_word:
        return pose.end
    if page.first(place, "s", "set", "light", "f", "framing", "g", "h", "j", "noun", "ref"):
        return pose.end
    after = page.tokens[place + 1] if place + 1 < len(page.tokens) else None
    named = after is not None and after.is_word and after.form not in function_words()
    return place + 1 + (named and not page.at[place + 1])
