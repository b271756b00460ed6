"""What a pose rules out: "nobody sits in 5" wishes none, "back to back" takes nothing back."""

from toile.adapters.language.built_in.edits.message.hearing import without
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page

_BACK = ("restore", "undo")


def set_told_poses_right(page: Page) -> None:
    """Take poses of nobody out of what is read, and orders out of the words of a pose.

    "Nobody smiling" is a wish and stays: only a posture is told of an empty seat.
    """
    for segment in list(page.live()):
        for place in range(segment.start, segment.end - 2):
            if _lets_do(page, place, segment.end):
                del page.at[place]["act"]
            if _turns_shot(page, place):
                page.at[place].pop("pose", None)
        for pose in page.spans(segment.start, segment.end, "pose"):
            posture = pose.name.split()[0] in word_set("told_poses.postures")
            if posture and _is_of_nobody(page, segment.start, pose.start, pose.end):
                without(page, pose.start, pose.end)
            elif pose.end - pose.start > 1:
                _take_scopes_out(page, pose.start, pose.end)
                _take_orders_out(page, pose.start, pose.end)
            _leave_out_what_lets(page, pose)


def _take_scopes_out(page: Page, start: int, end: int) -> None:
    """Let "facing each other" name no shots."""
    for place in range(start + 1, end):
        scope = page.span_at(place, "ref")
        if scope is not None and scope.end <= end:
            del page.at[place]["ref"]


def _take_orders_out(page: Page, start: int, end: int) -> None:
    for place in range(start, end):
        order = page.span_at(place, "act")
        if order is not None and order.name in _BACK and order.end <= end:
            del page.at[place]["act"]
        page.at[place].pop("chat", None)  # "Back in 5" is no shot, "back to back in 5" is one.


def _leave_out_what_lets(page: Page, pose: Span) -> None:
    """Let "nach oben schauen lassen" keep nothing as it is."""
    order = page.span_at(pose.end, "act")
    lets = page.form(pose.end) in word_set("told_poses.lets")
    if lets and order is not None and order.name == "keep":
        del page.at[pose.end]["act"]
    for place in range(pose.start + 1, pose.end):
        page.at[place].pop("do", None)


def _turns_shot(page: Page, place: int) -> bool:
    """Whether "we want to turn 3 into a close-up" turns a shot, and nobody in it."""
    number = place + 1 + (page.span_at(place + 1, "noun") is not None)
    turns = "act" in page.at[place] and "pose" in page.at[place]
    into = page.form(number + 1) in word_set("told_poses.into")
    return turns and page.tokens[min(number, len(page.tokens) - 1)].text.isdecimal() and into


def _lets_do(page: Page, place: int, end: int) -> bool:
    """Whether "låt Kenji dansa", "lass sie lachen" has somebody do it, and keeps nothing."""
    order = page.span_at(place, "act")
    who = page.tokens[place + 1].is_name or page.form(place + 1) in word_set("told_poses.whom")
    lets = page.form(place) in word_set("told_poses.let")
    if order is None or order.name != "keep" or not (who and lets):
        return False
    endings = tuple(word_set(f"told_poses.ends.{page.languages[0]}"))
    done = next(iter(page.spans(place + 2, end, "pose", "do")), None)
    if done is None:
        return False
    that = page.form(place + 1) in word_set("told_poses.that")
    verbs = (page.form(done.start), page.form(done.end - 1))
    return that or any(verb.endswith(endings) for verb in verbs)


def _is_of_nobody(page: Page, first: int, start: int, end: int) -> bool:
    """Whether "nobody is", "personne n'est" stands right before a pose, or "keiner" behind it."""
    nobody = word_set("told_poses.nobody")
    place = start - 1
    while place > first and page.form(place) in word_set("told_poses.between"):
        place -= 1
    two = f"{page.form(place - 1)}_{page.form(place)}"
    return page.form(place) in nobody or two in nobody or page.form(end) in nobody
