"""Draw docs/architecture.svg from the imports: ``python scripts/draw_architecture.py [--check]``.

A box a layer with its packages, a line where one layer imports another; no line behind a box.
``--check`` writes nothing and fails where the picture is not of today's code.
"""

import ast
import sys
from html import escape
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "toile"
PICTURE = ROOT / "docs" / "architecture.svg"
LAYERS = (("ui", "cli"), ("bootstrap",), ("adapters", "settings"), ("workflow",), ("domain",))
SAYS = {
    "ui": "pages, Streamlit", "cli": "commands, JSON", "bootstrap": "the wiring",
    "adapters": "one folder a seam", "settings": "read once", "workflow": "the verbs, the ports",
    "domain": "facts and rules",
}  # fmt: skip
WIDE, HIGH, GAP, MARGIN, SIDE = 1080, 78, 60, 24, 130
INK, SOFT, LINE, PAPER = "#15120E", "#6B645A", "#B7AFA2", "#F2EEE7"


class Box(NamedTuple):
    """Where a layer stands, in the picture's own units; ``row`` counts from the top."""

    x: float
    y: float
    wide: float
    row: int


def imports() -> set[tuple[str, str]]:
    """Return which layer imports which."""
    return {
        (_layer(file), other)
        for file in sorted(PACKAGE.rglob("*.py")) if _layer(file) in SAYS
        for other in _imported(file) if other != _layer(file)
    }  # fmt: skip


def _layer(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imported(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "toile":
            names |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("toile."):
            names.add(str(node.module).split(".")[1])
    return names & set(SAYS)


def boxes() -> dict[str, Box]:
    """Return where each layer stands."""
    wide = WIDE - 2 * SIDE + MARGIN
    return {
        name: Box(SIDE + at * wide / len(row), MARGIN + row_at * (HIGH + GAP),
                  wide / len(row) - MARGIN, row_at)
        for row_at, row in enumerate(LAYERS) for at, name in enumerate(row)
    }  # fmt: skip


def lines() -> dict[tuple[str, str], list[tuple[float, float]]]:
    """Return the corners of each line: down between rows, and past rows at the side."""
    at, found = boxes(), {}
    pairs = sorted(imports(), key=lambda pair: (at[pair[0]].row, at[pair[1]].row, pair))
    for lane, (above, below) in enumerate(pairs):
        source, target = at[above], at[below]
        # Each line has its own share of the room on its way, so that none hides another.
        share = (lane + 1) / (len(pairs) + 1)
        start = (source.x + source.wide * share, source.y + HIGH)
        end = (target.x + target.wide * share, target.y)
        out, into = start[1] + GAP * share, end[1] - GAP * (1 - share)
        if target.row == source.row + 1:
            found[above, below] = [start, (start[0], out), (end[0], out), end]
            continue
        left = source.x < WIDE / 2 and above not in ("bootstrap", "workflow")
        side = (SIDE - MARGIN) * share
        past = MARGIN / 2 + side if left else WIDE - MARGIN / 2 - side
        found[above, below] = [
            start, (start[0], out), (past, out), (past, into), (end[0], into), end
        ]  # fmt: skip
    return found


def drawn() -> str:
    """Return the picture as SVG."""
    high = MARGIN + len(LAYERS) * (HIGH + GAP) - GAP + MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {high}" '
        'font-family="system-ui, sans-serif" role="img" aria-label="Layers and who imports whom">',
        f'<rect width="{WIDE}" height="{high}" fill="#FBF9F5"/>',
        *(_box(name, box.x, box.y, box.wide) for name, box in boxes().items()),
        *(_line(*pair, corners) for pair, corners in lines().items()),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _line(above: str, below: str, corners: list[tuple[float, float]]) -> str:
    points = " ".join(f"{x:.0f},{y:.0f}" for x, y in corners)
    x, y = corners[-1]
    return (
        f'<polyline points="{points}" fill="none" stroke="{LINE}" stroke-width="1.5" '
        f'stroke-linejoin="round"><title>{above} imports {below}</title></polyline>'
        f'<path d="M{x - 4:.0f} {y - 7:.0f}h8l-4 7z" fill="{LINE}"/>'
    )


def _box(name: str, x: float, y: float, wide: float) -> str:
    inside = sorted(
        one.stem for one in (PACKAGE / name).iterdir()
        if (one / "__init__.py").exists() or (name == "workflow" and one.name == "ports.py")
    ) if (PACKAGE / name).is_dir() else []  # fmt: skip
    text = _fitting(inside, wide)
    return (
        f'<rect x="{x:.0f}" y="{y}" width="{wide:.0f}" height="{HIGH}" rx="4" fill="{PAPER}" '
        f'stroke="#DED8CD"/><text x="{x + 16:.0f}" y="{y + 30}" font-size="19" fill="{INK}">{name}'
        f'<tspan dx="12" font-size="13" fill="{SOFT}">{escape(SAYS[name])}</tspan></text>'
        f'<text x="{x + 16:.0f}" y="{y + 56}" font-size="12" fill="{SOFT}">{escape(text)}</text>'
    )


def _fitting(names: list[str], wide: float) -> str:
    most = int((wide - 32) / 6.3)
    text = " · ".join(names)
    return text if len(text) <= most else text[:most].rpartition(" · ")[0] + " · …"


def main() -> None:
    """Write the picture, or say that it is old."""
    if "--check" in sys.argv[1:]:
        if PICTURE.read_text(encoding="utf-8") != drawn():
            sys.exit("docs/architecture.svg is old: python scripts/draw_architecture.py")
        return
    PICTURE.write_text(drawn(), encoding="utf-8")


if __name__ == "__main__":
    main()
