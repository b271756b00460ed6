"""The shape of a picture: "rotate 4 to portrait" turns it; "à la verticale" is an angle."""

from dataclasses import replace

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.given import Given
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import Ratio, find_ratios
from toile.domain.shots import ShotList


def shaped(
    page: Page, clause: Clause, found: dict[str, Given], shape: Given | None
) -> dict[str, Given]:
    """Let "rotate 4 to portrait", "portrait for stories" shape the picture, and frame nobody."""
    turns = any(page.form(p) in word_set("values.turns") for p in range(clause.start, clause.end))
    framing = found.get("framing")
    if framing is None or framing.value != "portrait":
        return found
    rest = {field: own for field, own in found.items() if field != "framing"}
    lying = any(s.name == "landscape" for s in page.spans(0, len(page.tokens), "aspect"))
    if turns or lying:  # Beside "landscape", "portrait" says how the picture stands.
        return rest | {"aspect": replace(framing, field="aspect")}
    return rest if _is_shape(page, framing, shape or found.get("aspect")) else found


def _is_shape(page: Page, framing: Given, shape: Given | None) -> bool:
    """Whether "portrait for stories", "4:5 portrait" says only that the picture is upright."""
    if shape is None:
        return False
    first, second = sorted((framing, shape), key=lambda value: value.start)
    between = range(first.end, second.start)
    return all(page.form(p) in word_set("values.shape_between") for p in between)


def ratio_of(page: Page, clause: Clause, target: Target) -> Ratio | None:
    """Return the last ratio that names no shots and is not denied."""
    return next(
        (
            r
            for r in reversed(clause.ratios)
            if not set(range(r.start, r.end)) & target.places
            and not _is_framing(page, clause, r)
            and not negated(page, clause, Given("aspect", r.value, r.start, r.end))
        ),
        None,
    )


def _is_framing(page: Page, clause: Clause, ratio: Ratio) -> bool:
    """Whether "trois quarts", "à la verticale" frames somebody: nobody speaks of the format."""
    seen = page.spans(max(clause.start, ratio.start - 3), clause.end, "framing", "angle")
    inside = any(s.start <= ratio.start and ratio.end <= s.end for s in seen)
    return inside and not any(s.name == "aspect" for s in page.spans(clause.start, clause.end, "f"))


def framed(
    page: Page, clause: Clause, given: list[Given], base: ShotList, target: Target
) -> list[Given]:
    """Let "en portrait" frame somebody where every shot meant is upright already."""
    stands = [own for own in given if _may_frame(page, own)]
    shapes = [shot.aspect for shot in base.shots if shot.id in target.shots]
    if not (stands and shapes and all(_is_upright(shape) for shape in shapes)):
        return given
    segment = page.segment_of(clause.start)
    ratios = find_ratios(page, segment.start, segment.end)
    if len(ratios) > 1 or page.form(clause.end - 1) in word_set("values.format"):
        return given
    return [replace(own, field="framing") if own in stands else own for own in given]


def _may_frame(page: Page, own: Given) -> bool:
    portrait = (own.field, own.value) == ("aspect", "portrait")
    return portrait and page.form(own.start) in word_set("values.portrait")


def _is_upright(shape: str | None) -> bool:
    width, _, height = (shape or "").partition(":")
    return width.isdecimal() and height.isdecimal() and int(width) < int(height)


def negated(page: Page, clause: Clause, value: Given) -> bool:
    """Whether a value is what it should not be ("not black", "instead of 85")."""
    if _gives_way(page, clause, value) or _is_denied_behind(page, clause, value):
        return True
    led = False
    for place in range(value.start - 1, max(clause.start, value.start - 3) - 1, -1):
        if page.form(place) in (",", ";", ".", ":"):
            return False
        span = page.span_at(place, "neg") or page.span_at(place, "act")
        if _without(page, place, value):
            return True
        led |= span is not None and (span.kind, span.name) == ("act", "set")
        if (
            span
            and (span.kind == "neg" or span.name in ("replace", "delete"))
            and (span.end <= value.start or span.kind == "neg")
            and not (led and span.name == "delete")  # "Drop 2 to optional" says what it becomes.
        ):
            bare = page.form(place) == "no" and span.end - span.start == 1
            return not bare or value.field in ("aspect", "lens", "pose", "light", "kind")
    return False


def _is_denied_behind(page: Page, clause: Clause, value: Given) -> bool:
    """Whether "rennt sie nicht", "court pas" denies what stands before it, and nothing behind."""
    if value.field != "pose":
        return False
    place = value.end
    while place < clause.end and page.form(place) in word_set("values.who"):
        place += 1
    if page.form(place) not in word_set("values.denied_behind"):
        return False
    place += 1 + (page.form(place + 1) in word_set("unwanted.any_more"))
    return place >= clause.end or not page.tokens[place].is_word


def _gives_way(page: Page, clause: Clause, value: Given) -> bool:
    """Whether "en vez de en vídeo" names what gives way, however long the words for it are."""
    lead = value.start - (page.form(value.start - 1) in word_set("values.led_back"))
    return any(
        s.end in (lead, value.start)
        and s.name == "replace"
        and page.form(s.start) not in word_set("things.old")
        for s in page.spans(clause.start, value.start, "act")
    )


def _without(page: Page, place: int, value: Given) -> bool:
    """Whether "no tungsten", "no close-ups" only says what is not wanted."""
    between = range(place + 1, value.start)  # "No harsh sun" is "no sun" of a kind.
    near = all(page.first(p, "rel", "light", "mod", "adj") is not None for p in between)
    without = page.form(place) in word_set("values.without") and near
    return without and value.field in ("pose", "light", "framing")
