"""What is sold: the product tree.

Belongs here: reading the tree. Does not know: licences.
"""

from toile.domain.trees import Tree


class ProductTree(Tree):
    """Dot paths of product categories."""
