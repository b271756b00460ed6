"""Hand Alembic the connection, and the transaction, that the caller opened."""

from alembic import context

from toile.adapters.records.schema import VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    version_table=VERSION_TABLE,
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()
