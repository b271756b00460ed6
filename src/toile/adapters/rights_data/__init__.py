"""Rights tables, licences and scenarios read from YAML files into domain values."""
