"""The one picture that a must-have asks for: from the back, a detail of the clasp, walking."""

from collections.abc import Sequence

from toile.adapters.language.built_in.plan.rhythm import View, rhythm
from toile.adapters.language.built_in.plan.sold import Sold
from toile.adapters.language.built_in.text.lexicon import vocabulary, word_set
from toile.adapters.language.built_in.text.phrases import function_words
from toile.adapters.language.built_in.text.tokens import fold
from toile.domain.brief import Brief, Deliverable

_SHORTEST = 3


def words_of(text: str) -> frozenset[str]:
    """Return the words of a phrase without their plural."""
    words = [word.strip(",.;:") for word in fold(text).replace("-", " ").split()]
    known = (w for w in words if len(w) >= _SHORTEST and w not in function_words())
    return frozenset(word.removesuffix("s") for word in known)


def must_view(wish: str) -> View | None:
    """Return the view that shows what must be seen; none where any picture can, or all must."""
    words = {word.strip(",.;:") for word in fold(wish).split()}
    if words & word_set("musts.every") and not words & word_set("musts.once"):
        return None
    found = [view for view in rhythm().musts if words & word_set(view.said)]
    found += [view for view in (_posed(word) for word in sorted(words)) if view and not found]
    values: dict[str, object] = {}
    for view in found:
        values |= {name: value for name, value in view.model_dump().items() if value}
    return View.model_validate(values) if values else None


def throughout(brief: Brief) -> frozenset[int]:
    """Return the must-haves that hold for all pictures: "logo toujours visible"."""
    always = word_set("asks.always") | word_set("musts.every")
    told = {
        said.path: {word.strip(",.;:") for word in fold(said.quote).split()}
        for said in brief.evidence
    }
    places = range(len(brief.must_have))
    said_of = (told.get(f"must_have.{place}", set()) for place in places)
    return frozenset(
        place
        for place, words in enumerate(said_of)
        if words & always and not words & word_set("musts.once")
    )


def _posed(word: str) -> View | None:
    """Return the view of a pose that is told in one word: "walking"."""
    pose = vocabulary().find("pose", word)
    if pose is None:
        return None
    return View(framing="full", pose=pose.id, title=pose.id.capitalize(), implied=True)


def views_of_musts(
    wishes: Sequence[str], sold: Sequence[Sold], asked: Sequence[tuple[Deliverable, int]]
) -> dict[int, View]:
    """Return, by the index of a shot, the view that a must-have needs there.

    It is the last shot of the garment that the wish names, so that the first shows the whole look.
    """
    taken: dict[int, View] = {}
    for wish in wishes:
        view = must_view(wish)
        if view is None:
            continue
        words = words_of(wish)
        free = [
            index
            for index, (deliverable, _) in enumerate(asked)
            if index not in taken and deliverable.kind == "still" and not deliverable.role
        ]
        own = [i for i in free if words & words_of(" ".join(sold[i].garments))]
        if words_of(wish) & word_set("musts.every"):  # "Every piece once from behind".
            taken |= dict.fromkeys({sold[i].look: i for i in free}.values(), view)
        elif own or free:
            taken[(own or free)[-1]] = view
    return taken
