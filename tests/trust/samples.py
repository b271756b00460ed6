"""Good samples of everything that comes in from outside, made here and small."""

import io
import json
import tarfile
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

import docx
import pptx
import yaml
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from toile import bootstrap

SCENARIOS = Path(__file__).parents[1] / "golden" / "rights" / "published.yaml"
BRIEF = (
    "Autumn coats for Maison Orel: two stills 4:5 and one film 9:16, web shop and Instagram, "
    "Germany and France without Berlin, 1 March to 30 April 2027. Freya, camel coat, no fur, "
    "grey seamless, budget 12.000 EUR, by Friday."
)
BRIEFS = (
    BRIEF,
    "Zwei Motive und ein Film, Hochformat, für Instagram in Österreich, ab 1. März 2027: der "
    "Kamelmantel an Freya, kein Pelz, graue Hohlkehle.",
    "Trois photos 4:5 et un film pour la boutique en ligne, France et Belgique : le trench camel, "
    "lumière de fenêtre, pas de cuir, 12 000 € hors taxes.",
    "Cinque foto per la campagna, Italia esclusa Milano, cappotto cammello, luce naturale.",
    "Tres fotos del abrigo camel para Instagram, España y México, sin piel, fondo gris.",
    "三张照片,驼色大衣,灰色背景。カメル色のコート、三枚。",
    "Subject: Re: Fwd: coats\n> - 2 x 4:5, web shop\n> - 1 film 9:16\nPlus a close-up of the hem. "
    "| look | item |\n|---|---|\n| 1 | camel coat |\n",
)
EDITS = (
    "make 3 warmer and closer, and the coat in 1 camel",
    "swap 1 and 2, delete the last one, undo that",
    "shot 2: 85mm, from lower, 9:16; back to version 2 but keep the coat",
    "die 3 wärmer und näher, den Mantel in 1 kamelfarben, tausche 1 und 2",
    "la 2 plus serrée, en plongée, enlève la dernière ; annule",
    "la 1 más cálida y más cerca, quita la silla de la 3",
    "la seconda più da vicino, togli la sedia, luce calda",
    "why no leather? and two more like 3 but wider, with Freya and a hat",
)
SHOTS = [
    {"id": "a", "no": 1, "framing": "full", "garments": ["camel coat"], "aspect": "4:5"},
    {"id": "b", "no": 2, "framing": "close-up", "lens": "50mm", "talent": ["Freya"]},
    {"id": "c", "no": 3, "light": "window light", "set": "stairs", "props": ["chair"]},
]
BOARD = {
    "shots": SHOTS,
    "log": [{"n": 1, "changes": [{"shot": "a", "field": "lens", "to": "35mm"}]}],
    "versions": {"a": [{"v": 1, "lens": "35mm"}]},
    "last_mentioned": "b",
}
CALLS = [
    {"name": "copy_fields", "args": {"shots": ["a"], "source": "b", "fields": ["light", "lens"]}},
    {"name": "more_like", "args": {"shots": ["a"], "source": "b", "fields": ["light"]}},
    {"name": "less_like", "args": {"shot": "a", "other": "b", "field": "light", "to": "dusk"}},
    {"name": "set_field", "args": {"shots": ["a"], "field": "lens", "value": "85mm"}},
    {"name": "delete_shots", "args": {"shots": ["b"]}},
    {
        "name": "replace_item",
        "args": {"shots": ["a"], "field": "garments", "old": "camel coat", "new": "black coat"},
    },
]
MARKDOWN = "# Light\n\n- Window light, p. 3\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
HTML = "<html><h1>Light</h1><p style='display:none'>x</p><ul><li>a<li>b</ul></html>"
PEOPLE = "people:\n  - {id: a@b.c, name: A, brands: [x], roles: [admin]}\n"
NOTE = {
    "made_at": "2026-11-24T12:00:00Z",
    "toile": "0.1",
    "ledger_length": 0,
    "ledger_head": "",
    "files": [{"place": "toile.db", "size": 3, "sha256": "0"}],
}


def texts(*given: str) -> tuple[bytes, ...]:
    """Return texts as bytes."""
    return tuple(text.encode() for text in given)


def jsons(*values: object) -> tuple[bytes, ...]:
    """Return values as JSON."""
    return texts(*(json.dumps(value) for value in values))


@cache
def scenarios() -> tuple[bytes, ...]:
    """Return a few questions of rights, one a file."""
    return tuple(_scenarios())


def _scenarios() -> Iterator[bytes]:
    found = yaml.safe_load(SCENARIOS.read_text(encoding="utf-8"))
    for at in range(0, len(found["scenarios"]), 7):
        few = {**found, "scenarios": found["scenarios"][at : at + 1]}
        yield yaml.safe_dump(few, allow_unicode=True).encode()


@cache
def licences(form: Literal["json-ld", "turtle"]) -> tuple[bytes, ...]:
    """Return a few licences as ODRL."""
    found = bootstrap.rights_scenarios(SCENARIOS)
    held = [licence for one in found for licence in getattr(one, "licences", ())]
    return tuple(bootstrap.odrl_codec().write(one, form).encode() for one in held[:60:10])


@cache
def pdf() -> bytes:
    """Return a book of two pages."""
    out = io.BytesIO()
    page = Canvas(out, invariant=True, pageCompression=0)
    page.drawString(80, 700, "Light: window light for knitwear.")
    page.showPage()
    page.drawString(80, 700, "Never fur.")
    page.save()
    return out.getvalue()


@cache
def word() -> bytes:
    """Return a Word file with a heading, a paragraph and a table."""
    book, out = docx.Document(), io.BytesIO()
    book.add_heading("Light", 1)
    book.add_paragraph("Window light for knitwear.")
    book.add_table(2, 2).cell(0, 0).text = "a"
    book.save(out)
    return out.getvalue()


@cache
def slides() -> bytes:
    """Return a deck of one slide with a picture."""
    deck, out = pptx.Presentation(), io.BytesIO()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Light"
    slide.shapes.add_picture(io.BytesIO(pictures()[0]), 0, 0)
    deck.save(out)
    return out.getvalue()


@cache
def pictures() -> tuple[bytes, ...]:
    """Return one picture in every form that is read."""
    picture = Image.linear_gradient("L").resize((96, 80)).convert("RGB")
    made = []
    for kind in ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "AVIF"):
        out = io.BytesIO()
        picture.save(out, kind)
        made.append(out.getvalue())
    return tuple(made)


def tape() -> bytes:
    """Return a TAR of which one name climbs out."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as held:
        for name, data in zip(("../../evil.jpg", "a.png"), pictures(), strict=False):
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            held.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def archive() -> bytes:
    """Return a ZIP file of which one name climbs out."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as held:
        held.writestr("../../evil.jpg", pictures()[0])
        held.writestr("a.png", pictures()[1])
    return out.getvalue()
