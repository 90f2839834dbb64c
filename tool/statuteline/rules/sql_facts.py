"""Words of a table read as facts, in SQL: never guessed, and never passed over.

It reads the words of a column as :mod:`statuteline.cases.typed` reads those of a file.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from statuteline.rules.facts import Choice, Day, YesNo
from statuteline.rules.sql_words import kind, name, one_of, text

if TYPE_CHECKING:
    from statuteline.rules.facts import Fact

_SPACES: Final = "".join(filter(str.isspace, map(chr, range(sys.maxunicode + 1))))
_DIGITS: Final = "0123456789"
_LONGEST_NUMBER: Final = 18  # digits, which a BIGINT holds
_SHOWN: Final = 60
_YES: Final = ("'true'", "'yes'")
_NO: Final = ("'false'", "'no'")


def text_of(column: str, *, fractions: bool) -> str:
    """Write a column as text.

    Args:
        column: The column, of any type that has words.
        fractions: Whether it holds numbers with a fraction: a whole one among them is
            told without.
    """
    told = f"CAST({name(column)} AS STRING)"
    if not fractions:
        return told
    whole = f"TRY_CAST({name(column)} AS BIGINT)"
    return (
        f"CASE WHEN {name(column)} = {whole} THEN CAST({whole} AS STRING) ELSE {told} END"
    )


def spaces() -> str:
    """Write every character that is a space."""
    return text(_SPACES)


def words_of(column: str, every_space: str) -> str:
    """Write the words of a column without the spaces around them.

    Args:
        column: A column of text.
        every_space: The column with every character that is a space.
    """
    told = name(column)
    # Looking for spaces of every kind is slow, and nearly no words have any.
    bare = f"{told} >= '!' AND {told} < '~' AND RIGHT({told}, 1) BETWEEN '!' AND '~'"
    trimmed = f"TRIM(BOTH {name(every_space)} FROM {told})"
    return f"CASE WHEN {bare} THEN {told} ELSE {trimmed} END"


def value_of(fact: Fact, words: str) -> str:
    """Write the value that words give a fact: NULL where they give it none.

    Args:
        fact: The fact.
        words: SQL of the words, without spaces around them.
    """
    match fact:
        case YesNo():
            lower = f"LOWER({words})"
            return (
                f"CASE WHEN {one_of(lower, _YES)} THEN TRUE "
                f"WHEN {one_of(lower, _NO)} THEN FALSE END"
            )
        case Choice(values=values):
            return f"CASE WHEN {one_of(words, map(text, values))} THEN {words} END"
        case Day():
            shape = f"TRANSLATE({words}, '{_DIGITS}', '{'0' * 10}') = '0000-00-00'"
            read = f"TRY_CAST({words} AS DATE)"
            return f"CASE WHEN {shape} AND {words} >= '0001' THEN {read} END"
        case _:
            digits = f"TRANSLATE({words}, '{_DIGITS}', '') = '' AND {words} <> ''"
            read = f"TRY_CAST({words} AS BIGINT)"
            return (
                f"CASE WHEN {digits} AND LENGTH({words}) <= {_LONGEST_NUMBER} "
                f"THEN {read} END"
            )


def no_value(fact: Fact) -> str:
    """Write that nobody knows a fact."""
    return f"CAST(NULL AS {kind(fact)})"


def fault_of(fact: Fact, words: str) -> str:
    """Write what is wrong with the words of a column; NULL where nothing is."""
    told = text(f"bad value in column {fact.name}: '")
    shown = (
        f"CASE WHEN LENGTH({words}) <= {_SHOWN} THEN {words} "
        f"ELSE SUBSTR({words}, 1, {_SHOWN}) || '…' END"
    )
    return (
        f"CASE WHEN {name(fact.name)} IS NULL AND {words} <> '' AND {words} <> 'unknown' "
        f"THEN {told} || {shown} || chr(39) END"
    )
