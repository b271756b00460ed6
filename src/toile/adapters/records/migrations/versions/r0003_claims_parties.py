"""What others hold on a twin, what happened under a licence, and who belongs to whom."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the three tables."""
    op.create_table(
        "claim",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("twin", sa.String, nullable=True, index=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "licence_state",
        sa.Column("licence", sa.String, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "party",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("affiliates", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("party")
    op.drop_table("licence_state")
    op.drop_table("claim")
