"""What can be measured on a finished draft, for the book's rules that only pixels answer."""
