"""Pronouns that hang on a verb or stand beside it: "spostala", "quítale", "mets-la", "la metti"."""

from collections.abc import Iterator

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.text.lexicon import Lexicon, Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.tokens import Token

_JOINED = ("it", "es")
_VERBS = ("act", "rel")
_SHORTEST = 3


def split_pronoun(form: str, known: Lexicon) -> tuple[str, str] | None:
    """Return verb and pronoun of a word such as "spostala", "fammelo" or "quitale"."""
    for language in (name for name in _JOINED if name in known.languages):
        for pronoun in sorted(word_set(f"pronouns.{language}"), key=len, reverse=True):
            head = form.removesuffix(pronoun)
            if head == form or len(head) < _SHORTEST - 1:
                continue
            for verb in _hosts(head, pronoun, language):
                if any(k in _VERBS and len(p) == 1 for p, k, _ in known.phrases.get(verb, ())):
                    return verb, pronoun
    return None


def _hosts(head: str, pronoun: str, language: str) -> Iterator[str]:
    """Yield the verbs that may stand before a pronoun: "mettere" in "metterla"."""
    yield head
    if language == "it" and head.endswith("r"):
        yield f"{head}e"
    if language == "it" and head[-1] == pronoun[0] and len(head) <= _SHORTEST:
        yield f"{head[:-1]}i"
    if language == "es" and head.endswith("mo"):
        yield f"{head}s"


def pronoun_spans(token: Token, place: int, known: Lexicon) -> dict[str, Span]:
    """Return what the verb of a word with a pronoun at its end stands for."""
    parts = split_pronoun(token.form, known) if token.is_word else None
    rows = known.phrases.get(parts[0], ()) if parts else ()
    return {
        kind: Span(place, place + 1, kind, name)
        for phrase, kind, name in rows
        if kind in _VERBS and len(phrase) == 1
    }


def object_pronoun(page: Page, clause: Clause) -> int | None:
    """Return where a clause says "it" of the shot spoken of, with its verb: "mets-la", "ponla"."""
    if page.languages[0] not in ("fr", *_JOINED):
        return None
    for verb in page.spans(clause.start, clause.end, "act"):
        place = verb.end - 1
        form = page.form(place)
        if page.form(verb.start - 1) in word_set("pronouns.object") and verb.start > clause.start:
            return verb.start - 1
        behind = page.tokens[verb.end] if verb.end < clause.end else None
        hyphen = behind and page.text[page.tokens[place].end : behind.start] == "-"
        if hyphen and behind and behind.form in word_set("pronouns.object"):
            return verb.end
        joined = any(
            form.endswith(p) and len(form) > len(p) + 2
            for p in word_set("pronouns.object")
            if p != "l"
        )
        if joined and page.languages[0] in _JOINED and verb.end - verb.start == 1:
            return place
    return None
