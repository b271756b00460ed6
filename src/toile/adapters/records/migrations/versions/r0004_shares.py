"""Review links, by the hash of their token, and the wrong guesses at them."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create both tables."""
    op.create_table(
        "share",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("token_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("board", sa.String, nullable=False, index=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "wrong_guess",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("at_what", sa.String, nullable=False, index=True),
        sa.Column("at", sa.String, nullable=False),
    )


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("wrong_guess")
    op.drop_table("share")
