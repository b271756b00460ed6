"""The plain order for a new shot, in the words of each language that the reader takes up."""

from toile.adapters.language.built_in.text.page import Page

ORDERS = {
    "en": "add a shot {}: ", "fr": "ajoute un plan {} : ", "it": "aggiungi uno scatto {}: ",
    "es": "añade un plano {}: ", "de": "füge ein Bild {} hinzu: ", "sv": "lägg till en bild {}: ",
}  # fmt: skip
AFTER = {
    "en": "after {}", "fr": "après la {}", "it": "dopo la {}", "es": "después de la {}",
    "de": "nach der {}", "sv": "efter {}",
}  # fmt: skip
FIRST = {
    "en": "at the start", "fr": "au début", "it": "all'inizio", "es": "al principio",
    "de": "am Anfang", "sv": "först",
}  # fmt: skip


def add_a_shot(page: Page, seat: str) -> str:
    """Return the order for a new shot at a place, up to where what it shows is told."""
    order = ORDERS[page.languages[0]].format(seat)
    return order.replace("  ", " ").replace(" :", ":")


def add_in_the_place_of(page: Page, number: int) -> str:
    """Return the order for a new shot where another stood."""
    seats = AFTER if number > 1 else FIRST
    return add_a_shot(page, seats[page.languages[0]].format(number - 1))
