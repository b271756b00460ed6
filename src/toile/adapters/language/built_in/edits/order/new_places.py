"""Where a new shot is: "a wide of the empty pier", "catching her breath on the bridge"."""

from collections.abc import Iterator

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.given import Given
from toile.adapters.language.built_in.edits.picture import grounds
from toile.adapters.language.built_in.edits.picture.poses import in_own_words
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.text.lexicon import FOR_EDITS, Span, lexicon, word_set
from toile.adapters.language.built_in.text.page import Page, annotate


def place_of(page: Page, body: Clause) -> str | None:
    """Return the place that words say of a new shot."""
    known = [e.value for m in body.mentions for e in m.entries if e.field == "set"]
    given = grounds.new_set(page, body, Target(how="new")) or _seen(page, body)
    there = given.value if given else None
    return known[0] if known else there or next(_posed(page, body), None)


def _seen(page: Page, body: Clause) -> Given | None:
    """Return the place that a picture is of: "a wide shot of the pier"."""
    leads = word_set("new_shots.of") | word_set("values.new_set") | word_set("new_shots.along")
    leads |= word_set("grounds.on")
    framed = [*page.spans(body.start, body.end, "framing")]
    for span in page.spans(body.start, body.end, "s"):
        if any(one.start <= span.start < one.end for one in framed):
            continue  # "Un campo largo" is no field.
        left = _described_from(page, span.start)
        lead = left - 1
        while page.form(lead) in word_set("naming.articles"):
            lead -= 1
        if page.form(lead) in leads and not _is_of_thing(page, span):
            english = page.languages[0] == "en"
            said = page.words(left, span.end).lower() if english else span.name
            return Given("set", said, left, span.end)
    return None


def _described_from(page: Page, place: int) -> int:
    """Return where "empty" begins in front of a place."""
    known = page.first(place - 1, "adj", "col", "m", "s") is not None
    plain = page.form(place - 1) in word_set("new_shots.bare")
    return place - 1 if known or plain else place


def _is_of_thing(page: Page, span: Span) -> bool:
    """Whether "beach" only says which towel: "a beach towel"."""
    return page.first(span.end, "g", "h", "b", "j", "p") is not None


def _posed(page: Page, body: Clause) -> Iterator[str]:
    """Yield the places inside poses that are told in a person's own words."""
    for pose in page.spans(body.start, body.end, "pose"):
        if not in_own_words(pose):
            continue
        tokens = page.tokens[pose.start : pose.end]
        at = annotate(tokens, lexicon(("en",), FOR_EDITS, False))
        for place, spans in enumerate(at):
            lead = place - 1 - (tokens[place - 1].form in word_set("naming.articles"))
            if "s" in spans and lead > 0 and tokens[lead].form in word_set("new_shots.posed"):
                end = spans["s"].end
                while end < len(at) and "s" in at[end]:
                    end = at[end]["s"].end
                yield page.words(pose.start + place, pose.start + end).lower()
