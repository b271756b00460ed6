"""People in the pictures: how many, who by name, their traits, and the twins asked for."""
