"""Values only: ids, provisions, expressions, changes. Knows no file, no XML, no clock."""
