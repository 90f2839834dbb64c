"""Point in time and lineage: which text on a day, and one provision through time."""
