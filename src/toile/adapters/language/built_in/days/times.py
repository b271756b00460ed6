"""What each date is for: campaign window, deadline, shoot days; by the words around it."""

from dataclasses import dataclass
from datetime import date, timedelta

from toile.adapters.language.built_in.days.date_parts import When, plus_months
from toile.adapters.language.built_in.days.lengths import last_day, last_day_after
from toile.adapters.language.built_in.days.purposes import purpose_of
from toile.adapters.language.built_in.days.relative_times import Distance, anchor, distances
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import clauses
from toile.adapters.language.built_in.text.ratios import count_at
from toile.domain.brief import Deadline, ShootDate, Window

_JOIN = word_set("times.join")
_RUN = timedelta(days=5)
# Stretches that are live as a whole, unless something only starts in them.
_PARTS = ("part of year", "season", "year", "coming")


@dataclass
class Times:
    """The dates of a brief by purpose, with their tokens."""

    window: Window | None = None
    window_at: tuple[int, int] | None = None
    deadline: Deadline | None = None
    deadline_at: tuple[int, int] | None = None
    shoot: ShootDate | None = None
    shoot_at: tuple[int, int] | None = None
    noted: tuple[str, ...] = ()


def read_times(page: Page, dates: list[When]) -> Times:
    """Give every date of the page its purpose; the later word replaces the earlier."""
    times = Times()
    far = [(distance, anchor(page, distance, dates)) for distance in distances(page)]
    anchors = [
        base for distance, base in far if isinstance(base, When) and base.start > distance.start
    ]
    for segment in page.live():
        own = [
            when
            for when in dates
            if segment.start <= when.start < segment.end and when not in anchors
        ]
        skip = -1
        for index, when in enumerate(own):
            if index <= skip:
                continue
            if _denied(page, segment, when) or of_a_licence(page, segment, when):
                continue
            if _is_anothers(page, segment, when):
                continue
            purpose, what = purpose_of(page, segment, when)
            partner = (
                own[index + 1]
                if index + 1 < len(own) and _joined(page, when, own[index + 1])
                else None
            )
            if partner:
                skip = index + 1
            _keep(page, segment, times, when, partner, purpose, what)
    _lasting(page, times)
    _roll_over(times)
    _from_other_days(times, far)
    return times


def _roll_over(times: Times) -> None:
    """Let a stretch end in the year after its start: "from 1 Nov 2027 till end of Jan"."""
    window = times.window
    if window and window.start and window.end and window.end < window.start:
        later = plus_months(window.end, 12)
        if later >= window.start:
            times.window = window.model_copy(update={"end": later})


def _from_other_days(times: Times, far: list[tuple[Distance, When | str | None]]) -> None:
    """Read "finals three weeks before drop", "shoot 2 Feb, finals two weeks later"."""
    first = times.window.start if times.window else None
    for distance, base in far:
        if times.deadline is not None and not isinstance(base, When):
            continue
        day = _anchored(distance, base, first, times.shoot)
        if day is not None:
            times.deadline = Deadline(date=distance.from_day(day), what="finals")
            times.deadline_at = (distance.start, distance.end)


def _anchored(
    distance: Distance, base: When | str | None, first: date | None, shoot: ShootDate | None
) -> date | None:
    """Return the day a distance is counted from."""
    if isinstance(base, When):
        return base.last if distance.sign > 0 else base.first
    if base == "shoot" or (base is None and distance.sign > 0):
        return shoot.end if shoot else None
    return first


def _lasting(page: Page, times: Times) -> None:
    """Read "runs eight weeks from drop" where only the first day live is known."""
    start = times.window.start if times.window else None
    for segment in page.live():
        for place in range(segment.start, segment.end):
            counted = count_at(page, place)
            unit = page.span_at(counted[1], "unit") if counted else None
            if counted is None or unit is None or unit.name not in ("day", "week", "month"):
                continue
            before = [s.name for s in page.spans(segment.start, place, "cue")]
            runs = "live" in before or page.label(segment) == "window"
            away = page.form(unit.end) in word_set("times.before")
            if not (start and runs) or away or "due" in before:
                continue
            if times.window and times.window.end is None:
                end = last_day(start, counted[0], unit.name)
                times.window = times.window.model_copy(update={"end": end})


_NOT = word_set("times.not")
_FAR = 9


def _denied(page: Page, segment: Segment, when: When) -> bool:
    """Whether a date is the one that no longer holds: "5 Feb, not 22 Jan"."""
    return any(page.form(p) in _NOT for p in range(max(segment.start, when.start - 2), when.start))


def _is_anothers(page: Page, segment: Segment, when: When) -> bool:
    """Whether a bracket says what else is on a day: "for 15 January (fair on the 24th)"."""
    signs = [p for p in range(segment.start, when.start) if page.tokens[p].text in "()"]
    if not signs or page.tokens[signs[-1]].text != "(":
        return False
    inner = range(signs[-1] + 1, when.start)
    cued = page.has(inner.start, inner.stop, "cue", "head", "media", "chan")
    return not cued and any(page.tokens[p].is_word and len(page.form(p)) > _NOUN for p in inner)


_NOUN = 4


def of_a_licence(page: Page, segment: Segment, when: When) -> bool:
    """Whether a date says how long a permission holds, not when something is due or live."""
    return any(
        s.name == "valid" for s in page.spans(max(segment.start, when.start - 5), when.start, "cue")
    )


def _joined(page: Page, first: When, second: When) -> bool:
    forms = [page.form(place) for place in range(first.end, second.start)]
    if (
        not forms
    ):  # "w10-w15": the dash between letters is no token; "a finales de" begins with "a".
        dash = page.text[page.tokens[first.end - 1].end] == "-"
        return dash or page.form(second.start) in _JOIN
    cued = page.spans(first.end, second.start, "cue")
    other = [s for s in cued if s.name in ("due", "shoot") and page.form(s.start) not in _JOIN]
    if other and set(forms) & ({","} | word_set("asks.joins")):
        return False
    small = word_set("times.of") | word_set("times.whole") | {"a", "al", "zu", "zum", "och", "med"}
    led = [form for form in forms if form not in small][-1:]
    if set(led) & word_set("times.until") and len(forms) <= _FAR and not other:
        return True  # "live on 1 May in the UK, until the end of August"
    return len(forms) <= 4 and (
        any(form in _JOIN for form in forms) or any(s.name == "end" for s in cued)
    )


def _keep(
    page: Page,
    segment: Segment,
    times: Times,
    when: When,
    partner: When | None,
    purpose: str,
    what: str | None,
) -> None:
    at = (when.start, (partner or when).end)
    known = times.window is not None and times.window.start and times.window.end
    if purpose == "between" or (known and not partner and _is_near(page, when)):
        return
    if purpose == "shoot" and times.shoot and when.kind == "weekday":
        return
    if purpose == "shoot":
        times.shoot = ShootDate(start=when.first, end=(partner or when).last)
        times.shoot_at = at
        return
    if purpose == "due" and not partner and times.deadline and times.deadline.what and not what:
        return
    if purpose == "due" and not partner:
        middle = when.kind.startswith("mid")
        times.deadline = Deadline(
            date=when.first.replace(day=15) if middle else when.last, what=what
        )
        times.deadline_at = at
        return
    long = when.kind in ("day", "weeks") and when.last - when.first >= _RUN
    whole = when.kind in ("month", "part of year")
    alone = whole and (_whole(page, when) or _stands_alone(page, segment, when))
    alone = alone or (whole and when.year_said and last_day_after(page, when, segment) is not None)
    # "1 March 2027 for three months"
    lasting = when.kind == "day" and page.form(when.end) in word_set("times.lasting")
    alone = alone or (lasting and last_day_after(page, when, segment) is not None)
    if purpose in ("live", "end", "due") or partner or long or alone or when.kind == "week":
        _keep_window(page, segment, times, when, partner, purpose, at)


def _is_near(page: Page, when: When) -> bool:
    """Whether a day is told as people tell of their week: "the van leaves on Monday"."""
    dated = any(page.tokens[place].text[:1].isdecimal() for place in range(when.start, when.end))
    return not dated and not page.has(when.start, when.end, "month", "feast")


def _keep_window(
    page: Page,
    segment: Segment,
    times: Times,
    when: When,
    partner: When | None,
    purpose: str,
    at: tuple[int, int],
) -> None:
    ends = purpose == "end" and partner is None
    if when.kind == "month" and not ends and partner is None and _lasts(page, when, purpose):
        last = last_day_after(page, when, segment) or when.last
        times.window, times.window_at = Window(start=when.first, end=last), at
        return
    if (
        when.kind == "month"
        and partner is None
        and purpose == "live"
        and not _start_word(page, when)
    ):
        times.window = times.window or Window(note=page.words(when.start, when.end))
        times.window_at = times.window_at or at
        return
    if purpose == "end" and when.kind == "month" and not _whole(page, when):
        return
    if purpose == "end" and partner is None:
        start = times.window.start if times.window else None
        times.window, times.window_at = Window(start=start, end=when.last), at
        return
    spread = when.kind in ("day", "weeks") or (when.kind in _PARTS and not _start_word(page, when))
    opens = _starts_in(page, segment, when, purpose)
    spread = spread and when.last > when.first and not opens
    behind = None if opens else last_day_after(page, when, segment)
    end = partner.last if partner else when.last if spread else behind
    if end is None and when.kind == "week":
        end = None if purpose == "live" else when.last
    if end is None and times.window and times.window.end and times.window.start is None:
        end = times.window.end
    times.window, times.window_at = Window(start=when.first, end=end), at


def _starts_in(page: Page, segment: Segment, when: When, purpose: str) -> bool:
    """Whether something only starts in some week: "goes live in the first week of May"."""
    cues = page.spans(segment.start, when.start, "cue")
    last = cues[-1] if cues else None
    opens = last is not None and page.form(last.start) in word_set("times.opens")
    return purpose == "live" and when.kind in ("weeks", "day") and opens


def _lasts(page: Page, when: When, purpose: str) -> bool:
    """Whether a month is the window and not the time of a start: "live March 2027"."""
    return _whole(page, when) or not purpose or (purpose == "live" and _is_year_said(page, when))


def _is_year_said(page: Page, when: When) -> bool:
    ended = any(s.name == "end" for s in page.spans(max(0, when.start - 2), when.start, "cue"))
    return when.year_said and not ended and not _start_word(page, when)


def _whole(page: Page, when: When) -> bool:
    """Whether the whole of a month is meant: "all of February", "todo marzo"."""
    place = when.start - 1
    while page.form(place) in word_set("times.of"):
        place -= 1
    behind = when.end + (page.form(when.end) in {","} | word_set("people.the"))
    entire = page.form(behind) in word_set("times.whole") and page.span_at(behind + 1, "unit")
    return page.form(place) in word_set("times.whole") or bool(entire)


def _stands_alone(page: Page, segment: Segment, when: When) -> bool:
    """Whether a month with its year makes a clause of its own: "5 squares, April 2027, France"."""
    return when.year_said and (when.start, when.end) in clauses(page, segment)


def _start_word(page: Page, when: When) -> bool:
    return page.form(when.start - 1) in word_set("times.start_word")
