"""The command line: one thin group a file, every command with ``--json``, the same verbs as the
pages. Belongs here: reading arguments and printing. Does not: rules, vendors, state."""
