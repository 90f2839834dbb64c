"""Acts as printed: their marks read, cut into sections and clauses."""
