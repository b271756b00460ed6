"""Where a picture is seen: the media tree, and which media are online.

Belongs here: reading the tree. Does not know: licences.
"""

from toile.domain import paths
from toile.domain.trees import Tree


class MediaTree(Tree):
    """Dot paths of media; ``online`` names the branches that can be reached over the network."""

    online: tuple[str, ...] = ()

    def is_online(self, path: str) -> bool:
        """Say whether any part of the medium is online."""
        return paths.any_overlaps(self.online, path)
