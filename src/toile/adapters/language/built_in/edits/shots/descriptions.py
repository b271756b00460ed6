"""Telling words that point at a shot from words that are the object of an edit."""

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.doing import is_held
from toile.adapters.language.built_in.edits.message.pronouns import object_pronoun
from toile.adapters.language.built_in.edits.shots.target_kinds import ARTICLES
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_SEEN = frozenset(("set", "light", "pose", "framing", "angle"))
DESCRIBED = word_set("targets.described")


def is_description(page: Page, clause: Clause, mention: Mention) -> bool:
    """Whether words of the board point at a shot ("the beach ones") and are no object of
    the edit.
    """
    if _takes_place(page, mention) or _goes_from(page, mention):
        return False
    if is_held(page, clause, mention.start):
        return False
    said = object_pronoun(page, clause)
    if said is not None and said < mention.start and mention.fields <= _SEEN:
        return False
    ground = page.span_at(mention.end, "s")
    if ground and "set" in mention.fields and page.span_at(ground.start, "f"):
        return True
    alone = page.span_at(mention.end, "ref")
    behind = alone.end if alone and alone.name == "only" else mention.end
    after = page.span_at(behind, "noun")
    if after and page.form(mention.end) not in word_set("targets.is_description"):
        return True
    before = page.span_at(mention.start - 1, "noun")
    lead = page.form(mention.start - 1)
    if before and mention.fields & DESCRIBED and lead not in ("no",):
        return True
    if _where(page, clause, mention):
        return True
    if (
        lead in word_set("targets.is_description.2")
        and not _is_of_verb(page, clause, mention.start - 1)
        and not _takes_over(page, clause, mention)
        and mention.start - 1 > clause.start  # "Med jacka över axeln" names no shot.
        and page.has(clause.start, mention.start, "noun", "ref")
        and mention.fields & {"talent", "garments", "props"}
        and (_noun_before(page, clause, mention))
        and _other_content(page, clause, mention)
    ):
        return True
    if not mention.fields & (DESCRIBED - {"talent"}):
        return False
    swedish = lead == "en" and page.languages[0] == "sv"  # "Gör den till en helbild."
    led = (lead in ARTICLES and not swedish) or _is_definite(page, clause, mention)
    return led and _other_content(page, clause, mention)


def _takes_over(page: Page, clause: Clause, mention: Mention) -> bool:
    """Whether "con Alba" names who comes: "sostituisci Ines con Alba in tutte e due"."""
    verbs = page.spans(clause.start, mention.start, "act")
    others = any(m.fields == {"talent"} and m.end < mention.start for m in clause.mentions)
    replaced = any(s.name == "replace" for s in verbs) and others
    led = page.form(mention.start - 1) in word_set("people.with")
    return replaced and led and mention.fields == {"talent"}


def _is_of_verb(page: Page, clause: Clause, place: int) -> bool:
    """Whether a word is the end of a verb: the "med" of "bort med halsduken" joins nothing."""
    return any(s.start < place < s.end for s in page.spans(clause.start, clause.end, "act"))


def _is_definite(page: Page, clause: Clause, mention: Mention) -> bool:
    """Whether a place needs no article: "piren sist", "Keller raus"."""
    replaced = any(s.name == "replace" for s in page.spans(clause.start, clause.end, "act"))
    if "set" not in mention.fields or replaced:
        return False
    if page.languages[0] == "sv":
        return page.form(mention.end - 1).endswith(_DEFINITE)
    return page.languages[0] == "de" and page.form(mention.start - 1) in ("", "und", ",")


_DEFINITE = ("n", "et", "na")


def _takes_place(page: Page, mention: Mention) -> bool:
    """Whether the words stand right behind "instead of" and name who or what goes."""
    return any(
        (span := page.span_at(place, "act")) is not None
        and span.name == "replace"
        and span.end == mention.start
        for place in range(max(0, mention.start - 4), mention.start)
    )


def _goes_from(page: Page, mention: Mention) -> bool:
    """Whether somebody is taken out of a picture: "enlève Marco de la vidéo"."""
    verb = next(
        (
            s
            for s in page.spans(max(0, mention.start - 3), mention.start, "act")
            if s.name == "delete"
        ),
        None,
    )
    gone = mention.fields == {"talent"} and verb is not None and verb.end == mention.start
    return gone and page.form(mention.end) in word_set("deleting.inside")


_WHERE = word_set("targets.where")


def _where(page: Page, clause: Clause, mention: Mention) -> bool:
    """Whether "wherever she wears the red dress" leads to the mention."""
    return any(
        page.form(p) in _WHERE for p in range(max(clause.start, mention.start - 5), mention.start)
    )


def _noun_before(page: Page, clause: Clause, mention: Mention) -> bool:
    spans = page.spans(clause.start, mention.start, "noun", "ref")
    return bool(spans) and spans[-1].end >= mention.start - 3


def _other_content(page: Page, clause: Clause, mention: Mention) -> bool:
    """Whether the clause says something to do beside this mention."""
    for place in range(clause.start, clause.end):
        if mention.start <= place < mention.end:
            continue
        if page.form(place) in word_set("people.does") | word_set("people.only"):
            return True
        span = page.first(
            place,
            "act",
            "rel",
            "framing",
            "angle",
            "lens",
            "light",
            "pose",
            "priority",
            "kind",
            "pos",
        )
        if span and span.start <= mention.start < mention.end <= span.end:
            continue  # "Luz de ventana" is one value, and no window that shots are told by.
        if span and not (
            span.kind == "act"
            and span.name == "set"
            and span.end - span.start == 1
            and page.form(place) in word_set("targets.other_content")
        ):
            return True
    return bool(clause.ratios)
