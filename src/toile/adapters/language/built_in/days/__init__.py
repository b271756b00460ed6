"""Calendar dates, weeks, feasts and seasons as people write them, and what each is for."""
