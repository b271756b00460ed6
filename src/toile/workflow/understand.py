"""Words become a brief, a brief becomes a usage. Asks for what rights cannot do without.

Belongs here: the first stage of a board. Does not: shots, twins, pictures.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from textwrap import shorten

from toile.domain.board import Board, Turn
from toile.domain.brief import LICENCES, Brief, OpenQuestion, Usage
from toile.domain.errors import BadInput, Cancelled
from toile.domain.ids import BoardId, BrandId
from toile.domain.twins import Twin
from toile.workflow.listening import NOBODY, Listener
from toile.workflow.named_house import with_named_house
from toile.workflow.named_twins import with_named_twins
from toile.workflow.ports import Boards, Clock, Interpreter
from toile.workflow.usage_words import UsageWords

MOST_QUESTIONS = 5
LONGEST_BRIEF = 60_000
_LONGEST_TITLE = 48
# What a brief holds beside the facts that a person would look for on the card.
_NO_FACT = frozenset({"text", "language", "flags", "questions", "evidence"})
# What stands before an answer, in the talk and in the brief; most facts are called as they are.
_LABELS = {
    "window": "Live",
    LICENCES: "Licences",
    "hmu": "Hair and make-up",
    "budget.currency": "Currency of the budget",
    "channels.further": "Further channels",
    "deliverables.aspect": "Formats",
    "deliverables.split": "How many of each format",
    "idea.person": "Instead of the person",
    "idea.picture": "Instead of the picture",
    "law.alcohol": "Law on alcohol",
    "law.tobacco": "Law on tobacco",
    "markets_excluded": "Markets left out",
    "must_not": "Never",
    "markets.conditional": "The market that may join",
    "products.colour": "Colours of the products",
    "products.which": "Which pieces",
    "proof.effect": "Proof of the claim",
    "proof.green": "Proof",
    "talent.number": "Number of people",
}


@dataclass(frozen=True)
class Understand:
    """Read a brief, ask at most five questions, take the answers."""

    interpreter: Interpreter
    boards: Boards
    clock: Clock
    words: UsageWords
    house_brand: BrandId
    brands: Callable[[], Mapping[str, BrandId]]
    people: Callable[[], tuple[Twin, ...]]

    def start(
        self, text: str, *, by: str, brand: BrandId | None = None, listener: Listener = NOBODY
    ) -> Board:
        """Return a new board that holds the brief as understood.

        Raises ``Cancelled`` where the listener stops before all is read; there is no board then.
        """
        _check(text)
        now = self.clock.now()
        brief = self._read(text, brand, listener)
        if listener.stopped():
            # The built-in reader asks nobody on its way: what was stopped must leave no board.
            raise Cancelled("Stopped before the board was made.")
        board = Board(
            id=BoardId(self.clock.new_id("board")),
            title=_title(brief),
            brand=brand or self._brand(brief) or self.house_brand,
            brief=brief,
            usage=self.usage(brief),
            what="Read the brief",
            by=by,
            at=now,
        )
        said = Turn(by="you", name=by, text=text, at=now)
        answer = Turn(by="toile", text=_summary(brief), at=now, kind="question")
        board = board.with_turns(said, answer)
        self.boards.save(board)
        return board

    def answer(self, board: Board, about: str, answer: str, *, by: str) -> Board:
        """Return the board with one question answered in the person's own words."""
        if board.brief is None:
            raise BadInput("This board has no brief yet.", hint="Write one first.")
        if not answer.strip():
            raise BadInput("The answer is empty.", hint="Type a few words or pick one.")
        if about == LICENCES:
            brief, brand = _without_question(board.brief, about), self.brand_named(answer)
            if brand is None:
                raise BadInput(
                    f"No licences are on file for {answer!r}.",
                    hint=f"On file: {', '.join(self._brand_names())}.",
                )
            told = f"People are cast under the licences of {answer.strip()}. The card stays."
        else:
            text = f"{board.brief.text.rstrip()}\n{_label(about)}: {answer.strip()}"
            settled = board.unknown_house is None
            brief, brand = self._read(text, board.brand, settled=settled), board.brand
            brief = _without_question(brief, about)
            told = _read_again(board.brief, brief)
        now = self.clock.now()
        turns = (
            Turn(by="you", name=by, text=f"{_label(about)}: {answer}", at=now),
            Turn(by="toile", text=told, at=now),
        )
        changed = board.next(
            _answered(about),
            by,
            now,
            brief=brief,
            brand=brand,
            usage=self.usage(brief),
            title=_title(brief),
        ).with_turns(*turns)
        self.boards.save(changed)
        return changed

    def usage(self, brief: Brief) -> Usage:
        """Return the use that rights are decided for; what the brief leaves open stays unknown."""
        window = brief.window
        products = tuple(product.item for product in brief.products)
        return Usage(
            media=self.words.media(brief.channels, brief.text),
            territories=tuple(_territories(brief)) or None,
            start=window.start if window else None,
            end=window.end if window else None,
            product=self.words.product((*products, brief.collection or ""), brief.text),
        )

    def _read(
        self,
        text: str,
        brand: BrandId | None,
        listener: Listener = NOBODY,
        *,
        settled: bool = False,
    ) -> Brief:
        """Return the brief as read; ``settled`` says that it is known whose board it is."""
        brief = self.interpreter.read_brief(text, self.clock.now().date(), listener)
        brief = with_named_twins(_without_place_as_brand(brief), self.people())
        brief = with_named_house(brief, self._brand_names())
        whose = () if settled else self._whose(brief, brand)
        asked = (*whose, *self._must_ask(brief), *brief.questions)
        kept: dict[str, OpenQuestion] = {}
        for question in asked:
            if not _is_answered(text, question.about):
                kept.setdefault(question.about, question)
        return brief.model_copy(update={"questions": tuple(kept.values())[:MOST_QUESTIONS]})

    def _whose(self, brief: Brief, brand: BrandId | None) -> tuple[OpenQuestion, ...]:
        """Ask whose board it is where the brief names another house than it is filed under."""
        named = self._brand(brief)
        if not brief.brand or (named is not None and named == (brand or named)):
            return ()
        return (
            OpenQuestion(
                about=LICENCES,
                ask=f"No licences are on file for {brief.brand}. Under whose may we cast?",
                options=self._brand_names(),
            ),
        )

    def _must_ask(self, brief: Brief) -> tuple[OpenQuestion, ...]:
        """Return the questions that rights cannot be decided without, worst first."""
        usage = self.usage(brief)
        asked: list[OpenQuestion] = []
        if not usage.territories:
            asked.append(
                OpenQuestion(
                    about="markets",
                    ask="In which countries will the pictures run?",
                    options=("Germany and France", "European Union", "Sweden and Denmark"),
                )
            )
        if usage.media is None:
            asked.append(
                OpenQuestion(
                    about="channels",
                    ask="Where will people see them?",
                    options=("Web shop", "Web shop and organic social", "Print catalogue"),
                )
            )
        if usage.end is None:
            asked.append(
                OpenQuestion(
                    about="window",
                    ask="From when until when are they live?",
                    options=("1 March to 30 April 2027", "Six weeks from 1 March 2027"),
                )
            )
        if usage.product is None:
            asked.append(
                OpenQuestion(
                    about="products",
                    ask="What is it that is being sold?",
                    options=("Clothing", "Bags and accessories", "Fragrance"),
                )
            )
        return tuple(asked)

    def _brand_names(self) -> tuple[str, ...]:
        return tuple(sorted(name for name, brand in self.brands().items() if name != brand))

    def _brand(self, brief: Brief) -> BrandId | None:
        return self.brand_named(brief.brand) if brief.brand else None

    def brand_named(self, name: str) -> BrandId | None:
        """Return the brand on file that people call so, or ``None``."""
        lowered = {key.casefold(): value for key, value in self.brands().items()}
        return lowered.get(name.strip().casefold())


def _territories(brief: Brief) -> list[str]:
    """Return the markets that are sure; a conditional one is not asked for until it is."""
    excluded = set(brief.markets_excluded)
    return ["WORLD" if code == "*" else code for code in brief.markets if code not in excluded]


def _check(text: str) -> None:
    if not text.strip():
        raise BadInput("The brief is empty.", hint="Write it the way you would tell a friend.")
    if len(text) > LONGEST_BRIEF:
        raise BadInput(
            f"The brief has {len(text):,} characters; {LONGEST_BRIEF:,} is the most.",
            hint="Add long material as a guideline instead.",
        )


def _title(brief: Brief) -> str:
    names = [part for part in (brief.brand, brief.collection or brief.season) if part]
    if names:
        return " · ".join(names)
    first = brief.text.strip().splitlines()[0] if brief.text.strip() else "Untitled"
    return shorten(first, _LONGEST_TITLE, placeholder=" …")


def _label(about: str) -> str:
    return _LABELS.get(about, about.replace("_", " ").capitalize())


def _answered(about: str) -> str:
    """Return what an answer was, as a thing that can be taken back."""
    if about == "correction":
        return "The correction of the brief"
    return f"The answer on {_label(about).lower()}"


def _is_answered(text: str, about: str) -> bool:
    """Whether a person has said something to a question, understood or not."""
    return f"\n{_label(about)}: " in text


def _without_question(brief: Brief, about: str) -> Brief:
    left = tuple(question for question in brief.questions if question.about != about)
    return brief.model_copy(update={"questions": left})


def _summary(brief: Brief) -> str:
    if brief.questions:
        count = len(brief.questions)
        return f"I have read it. {count} {'question' if count == 1 else 'questions'} before I plan."
    return "I have read it. Nothing is missing: shall I plan the shots?"


def _read_again(before: Brief, after: Brief) -> str:
    """Say which facts are not as they were, so that a misread answer is seen at once."""
    changed = [
        _label(field)
        for field in Brief.model_fields
        if field not in _NO_FACT and getattr(before, field) != getattr(after, field)
    ]
    new = " ".join(flag.why for flag in after.flags if flag not in before.flags)
    if not changed and not new:
        return "Nothing on the card has changed. Name what you mean first, as in “Markets: Norway”."
    told = f"Changed: {', '.join(changed).lower()}. The card shows what was before."
    return f"{new} {told if changed else ''}".strip()


def _without_place_as_brand(brief: Brief) -> Brief:
    """Return the brief without a brand whose words are a market: a country is nobody's client."""
    spans = {fact.path: (fact.start, fact.end) for fact in brief.evidence if fact.path == "brand"}
    here = spans.get("brand")
    if here is None:
        return brief
    places = [f for f in brief.evidence if f.path.startswith("markets")]
    if not any(place.start < here[1] and here[0] < place.end for place in places):
        return brief
    kept = tuple(fact for fact in brief.evidence if fact.path != "brand")
    return brief.model_copy(update={"brand": None, "evidence": kept})
