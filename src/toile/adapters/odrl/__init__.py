"""ODRL 2.2 by way of rdflib: licences in and out, and the public test suite."""
