"""The law as code held against a corpus: encodings checked, tied to texts, and traced.

Commands and the published site take it from here, so that both say the same.
"""
