"""The label on a picture speaks the languages of its markets, and is never left out."""

from toile.adapters.vocabulary.market_languages import languages_of
from toile.domain.rights import Duty, DutyCode
from toile.workflow.disclose import disclosure_of

EU = Duty(
    code="EU_VISIBLE_AI_LABEL",
    say="The EU asks for a visible AI label.",
    visible=True,
    icon="generated",
    wording=(("en", "AI-generated"), ("de", "KI-generiert"), ("fr", "Généré par IA")),
)


def test_germany_and_france_read_their_own_languages() -> None:
    words, icon = disclosure_of([EU], languages_of(["DE", "FR"]))
    assert words == "KI-generiert · Généré par IA"
    assert icon == "generated"


def test_a_market_without_a_translation_keeps_the_first_wording() -> None:
    assert disclosure_of([EU], languages_of(["FI"]))[0] == "AI-generated"


def test_a_licence_that_gives_no_words_is_met_by_the_words_of_the_law_or_plain_ones() -> None:
    bare = Duty(code=DutyCode.LICENCE_LABEL, say="Imani's licence asks for a mark.", visible=True)
    assert disclosure_of([EU, bare], ["de"])[0] == "KI-generiert"
    assert disclosure_of([bare], ["de"])[0] == "AI-generated"


def test_a_duty_that_is_not_visible_asks_for_no_words() -> None:
    machine = Duty(code="EU_MACHINE_MARK", say="A machine mark.", machine=True)
    assert disclosure_of([machine], ["de"]) == (None, None)
