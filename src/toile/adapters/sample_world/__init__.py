"""The demo: one fictional brand, eight adults who do not exist, twelve licences that differ."""
