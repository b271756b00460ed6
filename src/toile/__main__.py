"""``python -m toile`` and the ``toile`` command."""

from toile.cli.main import main

if __name__ == "__main__":
    main()
