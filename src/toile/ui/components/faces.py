"""How a twin is shown before there is a picture: the cutter's grid and an initial."""

from html import escape

_GRID = "M0 37.5h120M0 75h120M0 112.5h120M40 0v150M80 0v150"


def initial(name: str) -> str:
    """Return a drawing in the ratio of a card; never a face that nobody licensed."""
    letter = escape(name.strip()[:1].upper() or "?")
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="600" viewBox="0 0 120 150">'
        '<rect width="120" height="150" fill="#857E73" fill-opacity=".13"/>'
        f'<path d="{_GRID}" stroke="#857E73" stroke-opacity=".3" stroke-width=".5"/>'
        '<path d="M0 150L120 0" stroke="#B08D57" stroke-opacity=".55" stroke-width=".7"/>'
        '<text x="60" y="86" text-anchor="middle" font-family="Georgia,serif" font-size="34" '
        f'fill="#857E73">{letter}</text></svg>'
    )
