"""ODRL 2.2 as values: what a rule says, whether it is active, and a licence as an Agreement."""
