"""The looks of a board for a stylist: garments, line sheet, palette, and a colour in many shots.

Belongs here: gathering what the garments are. Does not: changing a board (``revise``).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from toile.domain.board import Board, Version
from toile.domain.catalogue import Catalogue
from toile.domain.commands import Command, ReplaceItem
from toile.domain.completing import completed
from toile.domain.dressing import dress
from toile.domain.guidelines import Citation, Rule, RuleKind
from toile.domain.line_sheet import LineSheet, line_sheet
from toile.domain.values import Value
from toile.domain.wardrobe import Colour, Piece, colour_names, named, piece_of, recoloured


class Swatch(Value):
    """A colour to choose, and the page of the book that has it, when one has."""

    colour: Colour
    source: Citation | None = None


@dataclass(frozen=True)
class LookBook:
    """Read the looks of a board."""

    catalogue: Callable[[], Catalogue]
    rules: Callable[[str], Sequence[Rule]]

    def sheet(self, board: Board) -> LineSheet:
        """Return which look is in which shot, with what does not match."""
        worn = {str(panel.id): self._pieces(panel.now) for panel in board.panels}
        return line_sheet(board.shots.shots, worn)

    def pieces(self, board: Board, shot: str, version: int) -> tuple[Piece, ...]:
        """Return what is worn in a version, from the outside in; what nobody named is plain."""
        return self._pieces(board.panel(shot).version(version))

    def palette(self, board: Board) -> tuple[Swatch, ...]:
        """Return the colours of the brand's books with their page; empty when no book has any."""
        names = colour_names(self.catalogue())
        return tuple(
            Swatch(colour=named(code.lower(), names), source=rule.citation)
            for rule in self.rules(board.shelf)
            if rule.kind is RuleKind.PALETTE
            for code in rule.colours
        )

    def names(self, board: Board) -> tuple[Swatch, ...]:
        """Return the colours that the studio knows by name; ``board`` says who asks."""
        names = colour_names(self.catalogue())
        return tuple(
            Swatch(colour=Colour(code=code, name=name.replace("_", " "), off=0.0))
            for name, code in names.items()
        )

    def recolour(
        self, board: Board, shots: Sequence[str], garment: str, colour: str
    ) -> tuple[Command, ...]:
        """Return what would put a garment into another colour in all named shots that have it.

        ``garment`` is the kind of piece (``trench_coat``), so each shot keeps its own words for it.
        """
        found: list[Command] = []
        for shot in shots:
            for piece in self._pieces(board.panel(shot).now):
                if piece.id != garment or piece.plain:
                    continue
                new = recoloured(piece.said, colour, self.catalogue())
                if new != piece.said:
                    found.append(
                        ReplaceItem(shots=(shot,), field="garments", old=piece.said, new=new)
                    )
        return tuple(found)

    def _pieces(self, version: Version) -> tuple[Piece, ...]:
        catalogue, shot = self.catalogue(), version.shot
        garments, _ = dress(shot.garments, catalogue)
        if version.cast:
            said = " ".join(filter(None, (shot.pose, shot.notes, *shot.must_not)))
            place = catalogue.sets.find(shot.set)
            garments = completed(
                garments, catalogue, place=place.entry.what.id if place else "", said=said
            )
        names = colour_names(catalogue)
        return tuple(
            piece_of(garment, names) for garment in sorted(garments, key=lambda g: -g.layer)
        )
