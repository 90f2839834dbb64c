"""The language of predicates: facts, trees over them, decisions, and what can be proved."""
