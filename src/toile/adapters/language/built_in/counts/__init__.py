"""How many files of what kind and ratio: each request, then sums, rests and corrections."""
