"""The stages of a board: nothing yet, a brief understood, a wall of shots."""
