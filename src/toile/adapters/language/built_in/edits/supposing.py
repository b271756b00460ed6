"""What a message only thinks aloud: "what if we drop 3?", "et si on enlevait la 3 ?".

It is told what that would be, and nothing is done.
"""

import itertools
import re
from collections.abc import Callable

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.tokens import fold, tokenise
from toile.domain.commands import EditAnswer, EditContext, describe

Read = Callable[[str, EditContext], EditAnswer]
_LONGEST = 6
_LEAST = 2
_REACH = 8
_ENDED = re.compile(r"(?<=[?!.])\s+")
_CHANGES = ("change", "partial")
_TO_HAVE_IT = "say it as an order to have it."
_ASIDE = re.compile(r"(?<=\w), ")


def supposed(message: str, context: EditContext, read: Read) -> EditAnswer | None:
    """Return what "what if we ..." would come to; ``None`` where a message is more than that."""
    first, *more = _ENDED.split(message.strip())
    order = _order(first)
    # However often a message thinks aloud, it is read once.
    while order and (inner := _order(order)) is not None:
        order = inner
    if not order:
        return None
    rest = " ".join(itertools.dropwhile(_order, more))
    if rest and read(rest, context).type in _CHANGES:
        return None
    answer = read(order, context)
    if answer.type == "refuse":
        return answer
    if answer.type not in _CHANGES or not answer.commands:
        return None
    told = "; ".join(dict.fromkeys(describe(one, context) for one in answer.commands))
    refused = f" {answer.flag.why}" if answer.flag else ""
    say = f"That would be: {told}.{refused} Nothing is changed; {_TO_HAVE_IT}"
    return EditAnswer(type="answer", shots=context.shots, say=say, flag=answer.flag)


def _order(sentence: str) -> str | None:
    """Return the order behind "what if we", or behind "y si" where a verb of ours follows.

    "If we drop 3, does it still work?" asks what that would be, too.
    """
    words = [token for token in tokenise(sentence) if token.is_word]
    forms = [fold(token.text) for token in words]
    for first in (0, 1):
        for many in range(min(_LONGEST, len(words) - first - 1), _LEAST - 1, -1):
            end = first + many
            lead, behind = "_".join(forms[first:end]), forms[end : end + _REACH]
            ours = lead in word_set("supposing.ours") and _is_ours(behind)
            if ours or lead in word_set("supposing.we"):
                return sentence[words[end - 1].end :].strip(" ?!.,")
    asks = sentence.rstrip().endswith("?") and _ASIDE.search(sentence)
    if asks and "_".join(forms[:_LEAST]) in word_set("supposing.if"):
        return sentence[words[_LEAST - 1].end : asks.start()].strip()
    return None


def _is_ours(forms: list[str]) -> bool:
    """Whether one of the next words is a verb in "we": "quitamos", "togliessimo"."""
    return any(form.endswith(tuple(word_set("supposing.endings"))) for form in forms)
