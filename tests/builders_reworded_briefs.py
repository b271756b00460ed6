"""Ways to say a brief otherwise without a change of its facts."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from random import Random
from typing import Any

Case = Mapping[str, Any]
Way = Callable[[Case, Random], dict[str, Any] | None]

HOUSES = (
    "Marlow & Finch",
    "Atelier Corvin",
    "Nordhem",
    "Casa Belvento",
    "Petrel Knits",
    "Oda Lind",
)
NAMES = ("Maren", "Ilaria", "Tomas", "Noor", "Elin", "Casper", "Amaya", "Joris")
_WRITER = "Maren Hollis"
SIGNED = {
    "en": (
        "Best,", _WRITER, "Senior Producer", "T +44 20 7946 0018", "",
        "This e-mail and any attachment are confidential and meant for the addressee only.",
    ),
    "fr": (
        "Bien à vous,", _WRITER, "Productrice", "T +33 1 70 18 99 00", "",
        "Ce message et ses pièces jointes sont confidentiels, pour leur seul destinataire.",
    ),
    "it": (
        "Cordiali saluti,", _WRITER, "Produttrice", "T +39 02 5550 0018", "",
        "Questo messaggio e gli allegati sono riservati e destinati al solo destinatario.",
    ),
    "es": (
        "Un saludo,", _WRITER, "Productora", "T +34 91 555 00 18", "",
        "Este mensaje y sus adjuntos son confidenciales, solo para su destinatario.",
    ),
    "de": (
        "Viele Grüße", _WRITER, "Produktionsleitung", "T +49 30 5550 0018", "",
        "Diese Nachricht und ihre Anhänge sind vertraulich und nur für den Empfänger.",
    ),
    "sv": (
        "Vänliga hälsningar", _WRITER, "Producent", "T +46 8 555 00 18", "",
        "Det här meddelandet och dess bilagor är konfidentiella och bara för mottagaren.",
    ),
}  # fmt: skip
AHEAD = {
    "en": "FYI, see below.",
    "fr": "Pour info, voir ci-dessous.",
    "it": "Per conoscenza, vedi sotto.",
    "es": "Para tu información, ver abajo.",
    "de": "Zur Info, siehe unten.",
    "sv": "För kännedom, se nedan.",
}


def _said(case: Case, text: str, **changes: Any) -> dict[str, Any] | None:
    same = text == case["text"] and not changes
    return None if same else {**case, "text": text, **changes}


def quoted(case: Case, _: Random) -> dict[str, Any] | None:
    """Forward a brief below a line that adds nothing."""
    if ">" in case["text"]:
        return None
    lines = "\n".join(f"> {line}".rstrip() for line in case["text"].strip().split("\n"))
    return _said(case, f"{AHEAD[case['lang'][0]]}\n\n{lines}\n")


def signed(case: Case, _: Random) -> dict[str, Any] | None:
    """Sign a brief and add the lines that mail servers add."""
    return _said(case, "\n".join((case["text"].rstrip(), "", *SIGNED[case["lang"][0]])))


def small(case: Case, _: Random) -> dict[str, Any] | None:
    """Type a brief without capitals."""
    return _said(case, case["text"].lower())


def plain(case: Case, _: Random) -> dict[str, Any] | None:
    """Type a brief without accents."""
    expected = {**case["expected"], "brand": _bare(case["expected"].get("brand") or "") or None}
    text = _bare(case["text"])
    return _said(case, text, expected=expected) if text != case["text"] else None


def _bare(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text)
    return "".join(c for c in spread if not unicodedata.combining(c))


def bulleted(case: Case, _: Random) -> dict[str, Any] | None:
    """Make a bullet of every sentence of a brief in prose."""
    text = case["text"].strip()
    if re.search(r"^\s*[-*•>|]|\|", text, re.MULTILINE) or ":" in text.replace("4:5", ""):
        return None
    parts = re.split(r"(?<=[a-zà-ÿ)€£\"»”])\.\s+(?=[A-ZÀ-Þ0-9])", text)
    lines = [part.strip().rstrip(".") for part in parts if part.strip()]
    return _said(case, "\n".join(f"- {line}" for line in lines)) if len(lines) > 2 else None


def unstopped(case: Case, _: Random) -> dict[str, Any] | None:
    """End the sentences of a brief with new lines only."""
    text = case["text"].strip()
    if re.search(r"^\s*[>|]|\|", text, re.MULTILINE):
        return None
    return _said(case, re.sub(r"(?<=[a-zà-ÿ)€£\"»”])\.(?:\s+|$)(?=[A-ZÀ-Þ0-9]|$)", "\n", text))


def tabled(case: Case, _: Random) -> dict[str, Any] | None:
    """Put the labelled lines of a brief into a table of two columns."""
    lines = case["text"].strip().split("\n")
    found = [re.fullmatch(r"[-*• ]*([^:|>\d]{3,24}?) ?: (.+)", line) for line in lines]
    if "|" in case["text"] or sum(map(bool, found)) < 4:
        return None
    rows = [f"| {f[1]} | {f[2]} |" if f else line for f, line in zip(found, lines, strict=True)]
    return _said(case, "\n".join(rows))


def shuffled(case: Case, rng: Random) -> dict[str, Any] | None:
    """Put the bullets or labelled lines of a brief in another order."""
    lines = case["text"].strip().split("\n")
    own = [i for i, line in enumerate(lines) if re.match(r"[-*•] ?\S", line)]
    if len(own) < 4 or own != list(range(own[0], own[-1] + 1)):
        return None
    moved = [lines[i] for i in own]
    rng.shuffle(moved)
    return _said(case, "\n".join([*lines[: own[0]], *moved, *lines[own[-1] + 1 :]]))


def renamed(case: Case, rng: Random) -> dict[str, Any] | None:
    """Give a brief another house."""
    brand = case["expected"].get("brand")
    if not brand or case["text"].count(brand) != 1:
        return None
    new = rng.choice([house for house in HOUSES if house != brand])
    accept = {k: v for k, v in (case.get("accept") or {}).items() if k != "brand"}
    expected = {**case["expected"], "brand": new}
    return _said(case, case["text"].replace(brand, new), expected=expected, accept=accept)


def recast(case: Case, rng: Random) -> dict[str, Any] | None:
    """Ask for other twins of the same number."""
    twins = case["expected"].get("twins")
    names = (twins or {}).get("names") or [] if isinstance(twins, Mapping) else []
    single = [name for name in names if " " not in name and case["text"].count(name) == 1]
    if not names or single != names:
        return None
    new = rng.sample(NAMES, len(names))
    text = case["text"]
    for old, name in zip(names, new, strict=True):
        text = re.sub(rf"\b{old}\b", name, text)
    expected = {**case["expected"], "twins": {**twins, "names": new}, "talent": None}
    return _said(case, text, expected=expected)


WAYS: dict[str, Way] = {
    way.__name__: way
    for way in (
        quoted, signed, small, plain, bulleted, unstopped, tabled, shuffled, renamed, recast,
    )
}  # fmt: skip
# What a way takes away: a name without its capital may be any word.
LOST: dict[str, frozenset[str]] = {
    "small": frozenset(("brand", "collection", "twins", "talent", "products", "location")),
    "recast": frozenset(("talent", "must_have", "must_not", "hmu")),
    "renamed": frozenset(("collection",)),
}
