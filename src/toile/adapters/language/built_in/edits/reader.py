"""Reading an edit: what is data is set aside, questions are answered, then clause by clause,
then one sentence back.
"""

from dataclasses import replace

from toile.adapters.language.built_in.edits import board_talk
from toile.adapters.language.built_in.edits.acts import handle
from toile.adapters.language.built_in.edits.after_all import after_all
from toile.adapters.language.built_in.edits.alike import set_alikeness_aside
from toile.adapters.language.built_in.edits.also_heard import also_heard
from toile.adapters.language.built_in.edits.answering import answered
from toile.adapters.language.built_in.edits.apart import apart
from toile.adapters.language.built_in.edits.barred import goes_on, is_barred
from toile.adapters.language.built_in.edits.board_asks import read_board_asks
from toile.adapters.language.built_in.edits.brief_facts import read_brief_facts
from toile.adapters.language.built_in.edits.cast.may_we import read_may_we
from toile.adapters.language.built_in.edits.cast.plain_ways import plainly_cast
from toile.adapters.language.built_in.edits.cast.who_may import read_who_may
from toile.adapters.language.built_in.edits.clauses import cut
from toile.adapters.language.built_in.edits.each_alone import (
    all_alone,
    each_alone,
    is_whole,
)
from toile.adapters.language.built_in.edits.echoes import read_echo, read_exchanged
from toile.adapters.language.built_in.edits.foreign_words import set_aside, take_out_orders
from toile.adapters.language.built_in.edits.keeping import stays
from toile.adapters.language.built_in.edits.leaning import in_full
from toile.adapters.language.built_in.edits.left_over import left_over
from toile.adapters.language.built_in.edits.message import hearing
from toile.adapters.language.built_in.edits.message.beyond import WHY, is_beyond
from toile.adapters.language.built_in.edits.message.board_words import BoardWords, words_of
from toile.adapters.language.built_in.edits.message.camera_looks import set_camera_looks_aside
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.conditions import set_conditions_aside
from toile.adapters.language.built_in.edits.message.conditions_of_shots import decide_conditions
from toile.adapters.language.built_in.edits.message.contents import has_content
from toile.adapters.language.built_in.edits.message.earlier_times import (
    has_words,
    set_earlier_aside,
)
from toile.adapters.language.built_in.edits.message.exceptions import mark_exceptions
from toile.adapters.language.built_in.edits.message.left_alone import set_forbidden_aside
from toile.adapters.language.built_in.edits.message.list_marks import without_list_marks
from toile.adapters.language.built_in.edits.message.message import read_message
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.refusals import refused_clauses, refuses
from toile.adapters.language.built_in.edits.message.repairs import opens_fix
from toile.adapters.language.built_in.edits.message.rights_kept import refuse_going_round
from toile.adapters.language.built_in.edits.message.shots_kept import mark_kept_shots
from toile.adapters.language.built_in.edits.message.small_senses import set_small_senses_right
from toile.adapters.language.built_in.edits.message.steps_of_things import (
    set_steps_of_things_aside,
)
from toile.adapters.language.built_in.edits.message.talk import Talk
from toile.adapters.language.built_in.edits.message.told_why import set_reasons_aside
from toile.adapters.language.built_in.edits.message.verbs import names_of
from toile.adapters.language.built_in.edits.options import read_options
from toile.adapters.language.built_in.edits.order.dividing import read_divided
from toile.adapters.language.built_in.edits.order.front_order import read_front_order
from toile.adapters.language.built_in.edits.order.locking import read_lock
from toile.adapters.language.built_in.edits.order.new_shots import read_new_lists
from toile.adapters.language.built_in.edits.order.several_new import read_several_new
from toile.adapters.language.built_in.edits.order.sorting import read_groups
from toile.adapters.language.built_in.edits.picture.filming import read_filming
from toile.adapters.language.built_in.edits.picture.grading import (
    grade_new,
    grades_anew,
    read_grade,
)
from toile.adapters.language.built_in.edits.picture.poses import find_poses
from toile.adapters.language.built_in.edits.picture.room import read_room
from toile.adapters.language.built_in.edits.picture.stretching import read_stretching
from toile.adapters.language.built_in.edits.questions import (
    answer_questions,
    answer_rules,
)
from toile.adapters.language.built_in.edits.reasons import drops_colour, gives_way, is_reason
from toile.adapters.language.built_in.edits.refused_beside import refused_beside
from toile.adapters.language.built_in.edits.scratching import scratched
from toile.adapters.language.built_in.edits.shots import places
from toile.adapters.language.built_in.edits.shots.naming import name_shots
from toile.adapters.language.built_in.edits.stretches import in_stretches, says_which
from toile.adapters.language.built_in.edits.supposing import supposed
from toile.adapters.language.built_in.edits.taking_back import taken_back
from toile.adapters.language.built_in.edits.topics import note_topic
from toile.adapters.language.built_in.edits.unexplained import unexplained
from toile.adapters.language.built_in.edits.wardrobe.barefoot import shoes_on
from toile.adapters.language.built_in.edits.wardrobe.exchanging import read_lost
from toile.adapters.language.built_in.edits.wardrobe.only_this import read_only_this
from toile.adapters.language.built_in.edits.wardrobe.restating import read_restated
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import EditAnswer, EditContext
from toile.domain.shots import ShotList


def read_edit(message: str, context: EditContext) -> EditAnswer:
    """Understand a message as commands on the board; what is not named does not change."""
    thought = supposed(message, context, read_edit)
    if thought is not None:
        return thought
    out, page, fresh = _in_parts(message, context)
    if not out.flags:
        out = refused_beside(fresh, context, _read_whole) or out
    return answered(out, page)


def _in_parts(message: str, context: EditContext) -> tuple[Outcome, Talk, Talk]:
    """Read a message sentence by sentence where each stands alone, or else as a whole.

    Also returns the page it was read from, as it is now and as it was written.
    """
    board = words_of(context.shots)
    message = without_list_marks(
        message,
        lambda text: is_whole(_read_whole(text, context)),
        lambda text: says_which(read_message(text, context.shots, board), board, context),
    )
    page = read_message(plainly_cast(message, context), context.shots, board)
    told = in_full(page, board, context)
    page = read_message(told, context.shots, board) if told else page
    fresh = _afresh(page)
    parts = [] if told else in_stretches(page, board, context)
    several = all_alone(page, parts, context, _read_whole) if parts else None
    if several is not None and not several.flags:
        return several, page, fresh
    return *_told(page, board, context, in_full=bool(told)), fresh


def _afresh(page: Talk) -> Talk:
    """Return a page as it was read; what is read of it later sets words aside."""
    return replace(page, at=[dict(spans) for spans in page.at], segments=[*page.segments])


def _told(
    page: Talk, board: BoardWords, context: EditContext, *, in_full: bool = False
) -> tuple[Outcome, Talk]:
    """Read a message in parts that stand alone, or else as a whole."""
    parts = [] if in_full else apart(page, board, context)
    several = each_alone(page, parts, context, _read_alone) if parts else None
    if several is not None and not several.flags:
        return several, page
    meant = None if in_full else after_all(page, board, context, _read_alone)
    if meant is not None:
        return meant, page
    fresh = _afresh(page)
    whole = _understood(page, board, context)
    if several is None and not in_full:
        whole = also_heard(fresh, board, whole, _read_alone) or whole
    # A refusal that only the whole message makes plain stands for all of it.
    refused = several is not None and _codes(several) == _codes(whole)
    return several if several is not None and refused else whole, page


def _codes(out: Outcome) -> set[str]:
    return {flag.code for flag in out.flags}


def _read_whole(text: str, context: EditContext) -> Outcome:
    board = words_of(context.shots)
    return _told(read_message(text, context.shots, board), board, context)[0]


def _read_alone(text: str, context: EditContext) -> Outcome:
    board = words_of(context.shots)
    return _understood(read_message(text, context.shots, board), board, context)


def _understood(page: Talk, board: BoardWords, context: EditContext) -> Outcome:
    """Read a page as one message."""
    out = Outcome(context, context.shots)
    take_out_orders(page, out)
    set_aside(page, out)
    is_refused = refuses(page, context)
    if set_earlier_aside(page, is_refused) and not has_words(page):
        out.kept.append("What was done before is no order; nothing of it was done.")
    if hearing.set_small_talk_aside(page, is_refused) and not any(page.live()):
        out.kept.append("Nothing is changed.")
    if refuse_going_round(page, out):
        return out
    set_forbidden_aside(page, out)
    if read_options(page, out, read_edit):
        return out
    read_brief_facts(page, board, out)
    if read_who_may(page, board, out) or read_may_we(page, board, out):
        return out
    if read_board_asks(page, out, is_refused) or board_talk.read_board_command(page, out):
        return out
    answer_rules(page, board, out)
    answer_questions(page, board, out)
    set_alikeness_aside(page, out)
    set_camera_looks_aside(page)
    set_small_senses_right(page)
    set_steps_of_things_aside(page)
    out.kept += decide_conditions(page, context.shots)
    out.unheard += set_conditions_aside(page)
    out.unheard += set_reasons_aside(page, is_refused)
    mark_exceptions(page, board)
    mark_kept_shots(page)
    name_shots(page, board, context.shots, context.last_mentioned)
    find_poses(page, board)
    _read(page, board, out)
    shoes_on(out)
    out.unheard += left_over(page, board, out)
    return out


def _read(page: Talk, board: BoardWords, out: Outcome) -> None:
    read_divided(page, board, out)
    read_new_lists(page, board, out)
    if places.ordered_list(page, out, out.context.shots) or read_groups(page, out):
        return
    if read_front_order(page, board, out):
        return
    if read_exchanged(page, board, out) or read_lost(page, board, out):
        return
    if read_restated(page, board, out):
        return
    clauses = cut(page, board)
    refused = refused_clauses(page, clauses, out.context)
    out.flags += [flag for index, flag in refused.items() if index == len(clauses)]
    for index, clause in enumerate(clauses):
        if is_barred(page, clause, out, refused.get(index)):
            if goes_on(page, clauses[index + 1 :]):
                note_topic(page, clause, out)  # "... in 4 and put him in navy shorts"
            continue
        if is_beyond(page, clause):
            out.beyond.append(WHY)
            continue
        told = any(reader(page, clause, out) for reader in (drops_colour, scratched, is_reason))
        if not told and not gives_way(page, clause, clauses[index + 1 :]):
            _one(page, clause, out)


def _one(page: Page, clause: Clause, out: Outcome) -> None:
    base = out.shots if clause.later else out.context.shots
    new = grades_anew(page, clause)
    mark = (len(out.commands), out.shots)
    if read_stretching(page, clause, out, base) or read_several_new(page, clause, out):
        return
    told = [way(page, clause, out, base) for way in (read_room, read_filming, read_grade)]
    if any(told) and not has_content(page, clause):
        out.marks.append(mark)
        return
    acts = names_of(page, clause)
    if taken_back(page, clause, out, acts) or read_lock(page, clause, out, acts):
        return
    if read_only_this(page, clause, out):
        return
    if stays(page, clause, out, acts):
        note_topic(page, clause, out)
        return
    if read_echo(page, clause, out):
        return
    if opens_fix(page, clause):
        base = _step_back(out)
    out.marks.append((len(out.commands), out.shots))
    before = out.said(), list(out.commands)
    handle(page, clause, out, base)
    grade_new(out, new)
    if before[1] == out.commands:
        # "Take the scarf off 6 and make it square": without a scarf, the talk is still of 6.
        note_topic(page, clause, out)
    if before == (out.said(), out.commands) and not any(told):
        unexplained(page, clause, out, acts)


def _step_back(out: Outcome) -> ShotList:
    """Take back what the clause before did; the correction stands in its place."""
    if out.marks and out.marks[-1][0] < len(out.commands):
        count, shots = out.marks[-1]
        out.commands, out.shots = out.commands[:count], shots
    return out.context.shots
