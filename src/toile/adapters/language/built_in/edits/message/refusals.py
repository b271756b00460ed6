"""What an edit may not do: bodies, faces, skin, minors, known people. Clause by clause."""

from collections.abc import Callable

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.marks_kept import unmarking
from toile.adapters.language.built_in.edits.message.mixed_people import mixed
from toile.adapters.language.built_in.edits.message.told_new import tells_of_new
from toile.adapters.language.built_in.flags.alterations import alterations
from toile.adapters.language.built_in.flags.copied_pictures import is_photographer
from toile.adapters.language.built_in.flags.flagging import wishes
from toile.adapters.language.built_in.people.known_people import known_person, stranger
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import negated
from toile.adapters.language.built_in.text.tokens import fold, tokenise
from toile.domain.brief import Flag
from toile.domain.commands import EditContext


def refused_clauses(page: Page, clauses: list[Clause], context: EditContext) -> dict[int, Flag]:
    """Return the flags of refused clauses by their place; one past the last is of no clause."""
    people = people_of(context)
    found: dict[int, Flag] = {}
    for index, clause in enumerate(clauses):
        if any(s.name == "keep" for s in page.spans(clause.start, clause.end, "act")[:1]):
            continue
        part = _only(page, clause)
        flags = [
            f
            for f in wishes(part, _denied(page, clause), people, chosen=True)
            if f.action == "refuse" or f.code in _ASKED
        ]
        if _is_about_shots(page, clause, people, len(context.shots)):
            flags = [f for f in flags if f.code != "MINOR"]
        if _is_cut_of_garment(page, clause, people):
            flags = [f for f in flags if f.code != "BODY_RESHAPING"]
        flag = (
            unmarking(page, clause) or _stranger(page, clause, people) or _kin(page, clause, people)
        )
        flag = flag or _face_moved(page, clause, people) or mixed(page, clause, people)
        flag = flag or _boy(page, clause, people)
        if flags:
            claim = flags[0].code.endswith("_CLAIM")
            flag = flags[0].model_copy(update={"action": "ask" if claim else "refuse"})
        if flag:
            found[index] = flag
    for place, flag in _altered(page, people):
        index = _clause_of(clauses, place)
        of_garment = index < len(clauses) and _is_cut_of_garment(page, clauses[index], people)
        if not (of_garment and flag.code == "BODY_RESHAPING"):
            found.setdefault(index, flag)
    return found


def refuses(page: Page, context: EditContext) -> Callable[[int, int], bool]:
    """Return whether anything of a stretch of a page is refused."""
    return lambda start, end: bool(refused_clauses(page, [Clause(start, end)], context))


def refuses_any(page: Page, context: EditContext) -> bool:
    """Whether anything of a message is refused: no cut into parts hides a wish for a body."""
    sentences = [Clause(segment.start, segment.end) for segment in page.live()]
    return bool(refused_clauses(page, sentences, context))


def _altered(page: Page, people: frozenset[str]) -> list[tuple[int, Flag]]:
    """Return the wishes to change a person.

    Whole sentences are read as they were written: no cut and no mended typing error hides one.
    """
    denied, written = negated(page), tokenise(page.text)
    if len(written) == len(page.tokens):
        page = Page(page.text, page.languages, written, page.segments, page.at, page.masked)
    return [
        a
        for segment in page.live()
        for a in alterations(page, segment, denied, people, chosen=True)
    ]


def is_wish_about_a_person(page: Page, clause: Clause) -> bool:
    """Whether a stretch asks to change a body, a face or a skin."""
    stretch = Segment(clause.start, clause.end, 0, 0)
    return bool(alterations(page, stretch, [], frozenset(), chosen=True))


def _clause_of(clauses: list[Clause], place: int) -> int:
    """Return which clause a wish stands in; one past the last where none holds it."""
    held = (index for index, c in enumerate(clauses) if c.start <= place < c.end)
    return next(held, len(clauses))


_ASKED = ("THIRD_PARTY_RIGHTS", "MINOR", "GREEN_CLAIM", "HEALTH_OR_EFFICACY_CLAIM")


def _is_about_shots(page: Page, clause: Clause, people: frozenset[str], most: int) -> bool:
    """Whether "make 2 look like 5" speaks of shots: all its figures are shots, nobody is named."""
    forms = [page.form(p) for p in range(clause.start, clause.end)]
    figures = [int(f) for f in forms if f.isdecimal()]
    # "La 3" is a shot, not a person.
    others = {page.form(p) for p in range(clause.start, clause.end) if not _is_figure(page, p + 1)}
    somebody = others & (word_set("refusals.persons") | word_set("refusals.hers") | people)
    aged = set(forms) & word_set("flagging.ages")
    compared = len(figures) > 1 or _is_like_a_figure(page, clause)
    return bool(figures) and compared and max(figures) <= most and not somebody and not aged


def _is_like_a_figure(page: Page, clause: Clause) -> bool:
    """Whether "like" leads to the only figure: "should look like 5"."""
    return any(
        _is_figure(page, p) and page.form(p - 1) in word_set("minors.as")
        for p in range(clause.start + 1, clause.end)
    )


def _is_figure(page: Page, place: int) -> bool:
    return page.form(place).isdecimal()


def _is_cut_of_garment(page: Page, clause: Clause, people: frozenset[str]) -> bool:
    """Whether "slimmer shoulders on it, the new fit" speaks of a garment and of nobody."""
    words = {page.form(p) for p in range(clause.start, clause.end)}
    if words & (word_set("refusals.persons") | word_set("refusals.hers") | people):
        return False
    return bool(words & word_set("refusals.cut"))


def _only(page: Page, clause: Clause) -> Page:
    segment = Segment(clause.start, clause.end, 0, 0)
    return Page(page.text, page.languages, page.tokens, [segment], page.at)


def _denied(page: Page, clause: Clause) -> list[tuple[int, int]]:
    """Return the stretch under a "don't" at the head of a clause."""
    for span in page.spans(clause.start, min(clause.end, clause.start + 4), "neg"):
        return [(span.end, clause.end)]
    return []


def people_of(context: EditContext) -> frozenset[str]:
    """Return the folded names of those on the board and among the twins."""
    names = {fold(name) for shot in context.shots.shots for name in shot.talent}
    return frozenset(names | {fold(name) for name in context.twins or ()})


def _stranger(page: Page, clause: Clause, people: frozenset[str]) -> Flag | None:
    """Return a flag where somebody who is no twin is to be put into a picture."""
    acts = {s.name for s in page.spans(clause.start, clause.end, "act")}
    start, end = known_person(page, clause.start, clause.end, people)
    led = (
        acts & _PUTS
        or _is_said_of_somebody(page, clause, people, end)
        or (end and tells_of_new(page, clause))
        or any(
            page.form(p) in word_set("refusals.likeness")
            for p in range(max(clause.start, start - 5), min(clause.end, end + 3))
        )
    )
    if not (end and led):
        start, end = stranger(page, clause.start, clause.end, people) if acts & _PUTS else (0, 0)
    if not end or is_photographer(page, start, end):
        return None
    name = page.words(start, end)
    return Flag(
        code="CELEBRITY_LIKENESS",
        action="refuse",
        quote=name,
        why=f"{name} is no licensed twin of this campaign.",
    )


def _face_moved(page: Page, clause: Clause, people: frozenset[str]) -> Flag | None:
    """Return a flag where somebody is to have another's face: "his face on Nora"."""
    for place in range(clause.start, clause.end):
        if page.form(place) not in word_set("refusals.face"):
            continue
        on = place + 1
        while on < clause.end and (page.form(on) in people or page.form(on) in _WHOSE):
            on += 1  # "Le visage d'Ines sur Nora".
        put_on = page.form(on) in word_set("refusals.face_on") and page.form(on + 1) in people
        owners = {page.form(place - 1), page.form(place - 1).removesuffix("s")}
        given = place - 2 >= clause.start and page.form(place - 2) in people
        given = given and bool(owners & people)  # "Give Nora Ines's face".
        if put_on or given:
            return Flag(
                code="FEATURE_ALTERATION",
                action="refuse",
                quote=page.words(place, min(on + 2, clause.end)),
                why="Toile does not change the features of a face.",
            )
    return None


_WHOSE = word_set("people.of") | frozenset("d")


def _kin(page: Page, clause: Clause, people: frozenset[str]) -> Flag | None:
    """Return a flag where somebody's child is to be in a picture: "with her son", "of Nora's"."""
    opens = tells_of_new(page, clause)
    ahead = page.languages[0] in ("en", "de", "sv")  # "Todas las de Nerea son must" is of nobody's.
    for place in range(clause.start, clause.end - 2):
        whose = {page.form(place + 1), f"{page.languages[0]}:{page.form(place + 1)}"}
        led = page.form(place) in word_set("people.with") and bool(whose & word_set("minors.whose"))
        named = ahead and page.form(place + 1).removesuffix("s") in people
        led = led or (named and page.form(place) in word_set("people.of") | word_set("people.with"))
        led = led or (_is_put(page, place, people) and bool(whose & word_set("minors.whose")))
        led = led or (opens and bool(whose & word_set("minors.whose")))  # "New shot: her son".
        kin = place + 2 + (page.form(place + 2) in word_set("minors.little"))
        if not led or kin >= clause.end or page.form(kin) not in word_set("minors.kin"):
            continue
        if page.first(kin + 1, "g", "h", "b", "j", "p") is None and page.form(kin + 1) != "'":
            return Flag(
                code="MINOR",
                action="refuse",
                quote=page.words(place, kin + 1),
                why="Toile casts adults only, and makes nobody look under 18.",
            )
    return None


def _boy(page: Page, clause: Clause, people: frozenset[str]) -> Flag | None:
    """Return a flag where a boy is put into a picture: "put a boy in 3", not "boy shorts"."""
    behind = word_set("naming.in") | word_set("people.with") | word_set("minors.does")
    for place in range(clause.start, clause.end - 2):
        led = page.form(place + 1) in word_set("giving.indefinite")
        boy = place + 2
        if not led or page.form(boy) not in word_set("minors.boys"):
            continue
        alone = boy + 1 >= clause.end or page.form(boy + 1) in behind
        if alone and (_is_put(page, place, people) or tells_of_new(page, clause)):
            return Flag(
                code="MINOR",
                action="refuse",
                quote=page.words(place + 1, boy + 1),
                why="Toile casts adults only, and makes nobody look under 18.",
            )
    return None


def _is_put(page: Page, place: int, people: frozenset[str]) -> bool:
    """Whether what follows is put into a picture: "Ines and her son", "put her son in 1"."""
    acts = {span.name for span in page.spans(place, place + 1, "act")}
    joined = page.form(place) in word_set("naming.and") and page.form(place - 1) in people
    return joined or bool(acts & _PUTS)


def _is_said_of_somebody(page: Page, clause: Clause, people: frozenset[str], end: int) -> bool:
    """Whether a known name is said of who is in a picture: not of a "Grace Kelly bag"."""
    words = {page.form(p) for p in range(clause.start, clause.end)}
    thing = page.has(end, min(clause.end, end + 2), "g", "h", "b", "j", "p")
    return bool(end and words & people) and not thing


_PUTS = frozenset(("add", "replace", "move", "swap", "set", "duplicate"))
