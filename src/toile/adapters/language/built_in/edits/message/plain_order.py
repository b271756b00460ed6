"""Roundabout messages told as the plain order that they come to, one way after the other."""

from collections.abc import Callable

from toile.adapters.language.built_in.edits.message.all_out import all_out
from toile.adapters.language.built_in.edits.message.asked_new import asked_new
from toile.adapters.language.built_in.edits.message.bare_new import bare_new
from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.complaints import wished_instead
from toile.adapters.language.built_in.edits.message.contrasts import contrasted
from toile.adapters.language.built_in.edits.message.dressed_there import dressed_there
from toile.adapters.language.built_in.edits.message.hesitations import put_right_aloud
from toile.adapters.language.built_in.edits.message.in_its_place import (
    comes_in_its_place,
    takes_every_place,
)
from toile.adapters.language.built_in.edits.message.kept_but import kept_but_coloured
from toile.adapters.language.built_in.edits.message.kind_for_kind import kind_for_kind
from toile.adapters.language.built_in.edits.message.lent_things import lent_things
from toile.adapters.language.built_in.edits.message.lit_as_there import lit_as_there
from toile.adapters.language.built_in.edits.message.made_over import made_over
from toile.adapters.language.built_in.edits.message.matched import matched
from toile.adapters.language.built_in.edits.message.may_wear import may_wear
from toile.adapters.language.built_in.edits.message.meant_for import meant_for
from toile.adapters.language.built_in.edits.message.not_but import not_but
from toile.adapters.language.built_in.edits.message.not_the_old import not_the_old
from toile.adapters.language.built_in.edits.message.one_more_of import one_more_of
from toile.adapters.language.built_in.edits.message.only_that_stays import left_out_last
from toile.adapters.language.built_in.edits.message.owned_fields import owned_fields
from toile.adapters.language.built_in.edits.message.parted_steps import parted_steps
from toile.adapters.language.built_in.edits.message.repairs import repaired
from toile.adapters.language.built_in.edits.message.said_again import denied_again, only_there
from toile.adapters.language.built_in.edits.message.said_of_each import said_of_each
from toile.adapters.language.built_in.edits.message.seen_together import seen_together
from toile.adapters.language.built_in.edits.message.taken_over import taken_over
from toile.adapters.language.built_in.edits.message.things_crossed import things_crossed
from toile.adapters.language.built_in.edits.message.twice import copied
from toile.adapters.language.built_in.edits.message.unwrapping import unwrapped
from toile.adapters.language.built_in.edits.message.used_places import used_place
from toile.adapters.language.built_in.edits.message.version_too import version_too
from toile.adapters.language.built_in.edits.message.versions_listed import versions_listed
from toile.adapters.language.built_in.edits.message.where_seen import told_where_seen
from toile.adapters.language.built_in.edits.message.why_the_new import without_praise
from toile.adapters.language.built_in.edits.message.wished_there import wished_there
from toile.adapters.language.built_in.edits.message.without_both import without_both
from toile.adapters.language.built_in.edits.message.worn_on import worn_on
from toile.adapters.language.built_in.text.page import Page

# Each returns the text in plain order, or ``None`` where it has nothing to put right.
READINGS: tuple[Callable[[Page, BoardWords], str | None], ...] = (
    wished_there,
    lambda page, _: unwrapped(page),
    lambda page, _: contrasted(page),
    lambda page, _: without_praise(page),
    lambda page, _: said_of_each(page),
    lambda page, _: denied_again(page),
    only_there,
    not_but,
    put_right_aloud,
    repaired,
    lambda page, _: parted_steps(page),
    lambda page, _: seen_together(page),
    lambda page, _: worn_on(page),
    lambda page, _: versions_listed(page),
    lambda page, _: version_too(page),
    lambda page, _: copied(page),
    lambda page, _: one_more_of(page),
    lambda page, _: comes_in_its_place(page),
    takes_every_place,
    told_where_seen,
    owned_fields,
    matched,
    lent_things,
    kind_for_kind,
    taken_over,
    things_crossed,
    lit_as_there,
    dressed_there,
    used_place,
    made_over,
    kept_but_coloured,
    without_both,
    left_out_last,
    not_the_old,
    meant_for,
    all_out,
    may_wear,
    asked_new,
    bare_new,
    wished_instead,
)
