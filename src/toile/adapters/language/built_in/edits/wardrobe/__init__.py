"""What is worn and held: put on, taken off, exchanged and recoloured."""
