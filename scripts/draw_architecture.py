"""Draw docs/architecture.svg from the imports: ``python scripts/draw_architecture.py [--check]``.

A box a package, a row a layer, a line where one layer imports another, as thick as it does often.
``--check`` writes nothing and fails where the picture is not of today's code.
"""

import ast
import sys
from collections import Counter
from html import escape
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "toile"
PICTURE = ROOT / "docs" / "architecture.svg"
LAYERS = (("ui", "cli"), ("bootstrap",), ("adapters", "settings"), ("workflow",), ("domain",))
SAYS = {
    "ui": "pages, Streamlit", "cli": "commands, JSON", "bootstrap": "the wiring",
    "adapters": "one folder a seam", "settings": "read once", "workflow": "the verbs, the ports",
    "domain": "facts and rules",
}  # fmt: skip
WIDE, HIGH, GAP, MARGIN = 1080, 78, 46, 24
INK, SOFT, LINE, PAPER = "#15120E", "#6B645A", "#B7AFA2", "#F2EEE7"


def imports() -> Counter[tuple[str, str]]:
    """Return how many files of one layer import another."""
    found: Counter[tuple[str, str]] = Counter()
    for file in sorted(PACKAGE.rglob("*.py")):
        layer = _layer(file)
        if layer in SAYS:
            found.update((layer, other) for other in _imported(file) if other != layer)
    return found


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


def drawn() -> str:
    """Return the picture as SVG."""
    boxes = {
        name: (MARGIN + at * (WIDE - MARGIN) / len(row), MARGIN + row_at * (HIGH + GAP),
               (WIDE - MARGIN) / len(row) - MARGIN)
        for row_at, row in enumerate(LAYERS) for at, name in enumerate(row)
    }  # fmt: skip
    high = MARGIN + len(LAYERS) * (HIGH + GAP) - GAP + MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {high}" '
        'font-family="system-ui, sans-serif" role="img" aria-label="Layers and who imports whom">',
        f'<rect width="{WIDE}" height="{high}" fill="#FBF9F5"/>',
        *(_arrow(boxes, *pair, count) for pair, count in sorted(imports().items())),
        *(_box(name, *boxes[name]) for name in boxes),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _arrow(boxes: dict[str, tuple[float, float, float]], above: str, below: str, count: int) -> str:
    (x, y, wide), (x2, y2, wide2) = boxes[above], boxes[below]
    # Lines to one box leave each other room: each starts and ends at its own share of the width.
    share = (list(SAYS).index(below) + 1) / (len(SAYS) + 1)
    back = (list(SAYS).index(above) + 1) / (len(SAYS) + 1)
    start, end = (x + wide * share, y + HIGH), (x2 + wide2 * back, y2)
    thick = min(1 + count / 40, 6)
    return (
        f'<path d="M{start[0]:.0f} {start[1]:.0f} C{start[0]:.0f} {start[1] + 30:.0f} '
        f'{end[0]:.0f} {end[1] - 30:.0f} {end[0]:.0f} {end[1]:.0f}" fill="none" '
        f'stroke="{LINE}" stroke-width="{thick:.1f}"><title>{above} imports {below} in {count} '
        "files</title></path>"
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
