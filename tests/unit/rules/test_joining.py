from __future__ import annotations

import json
from typing import Any

import pytest

from statuteline.errors import RuleError
from statuteline.law import encoding
from statuteline.rules.document import document
from statuteline.rules.joining import joined
from statuteline.rules.json_place import parsed

NAME = "us-ct/lent"


def documents(of: str = "us-ct/vacatur") -> list[dict[str, Any]]:
    """Give a document for each version of a shipped encoding, by another name."""
    one = encoding(of)
    return [
        json.loads(json.dumps({**document(one, version), "encoding": NAME}))
        for version in one.versions
    ]


def read(*written: dict[str, Any], taken: tuple[str, ...] = ()) -> Any:  # noqa: ANN401
    places = (
        parsed(json.dumps(one), f"{number}.json") for number, one in enumerate(written)
    )
    return joined(tuple(places), taken)


@pytest.mark.parametrize("order", [1, -1])
def test_documents_of_one_name_are_the_versions_of_one_encoding(order: int) -> None:
    (found,) = read(*documents()[::order])
    shipped = encoding("us-ct/vacatur")
    assert found.name == NAME
    assert found.versions == shipped.versions
    assert set(found.axioms) == set(shipped.axioms)


def test_encodings_are_sorted_by_name() -> None:
    first, second = documents()[:2]
    second["encoding"] = "us-ct/a"
    assert [one.name for one in read(first, second)] == ["us-ct/a", NAME]


def test_each_node_knows_its_file_and_address() -> None:
    (found,) = read(*documents())
    where = found.versions[1].readings[0].outcomes[0].when.origin
    assert (where.file, where.address) == ("1.json", "$.readings[0].outcomes[0].when")
    assert str(where) == "1.json $.readings[0].outcomes[0].when"


def test_a_name_that_is_taken_is_refused() -> None:
    with pytest.raises(RuleError) as caught:
        read(documents()[0], taken=(NAME,))
    assert caught.value.where == "0.json $.encoding"
    assert NAME in caught.value.what


@pytest.mark.parametrize("key", ["title", "work", "governed-by"])
def test_versions_that_disagree_are_refused(key: str) -> None:
    first, second = documents()[:2]
    second[key] = "us-ct/cgs/1-1"
    with pytest.raises(RuleError) as caught:
        read(first, second)
    assert caught.value.where == f"1.json $.{key}"
    assert "0.json says" in caught.value.what


def test_one_version_twice_is_refused() -> None:
    first = documents()[0]
    with pytest.raises(RuleError, match=r"0\.json holds the version of the same day"):
        read(first, first)


def test_an_axiom_that_one_version_lacks_is_refused() -> None:
    """What is read alone and what is read together would decide differently."""
    (first, second) = documents("us-ct/vacatur")[1:3]
    axiom = second["axioms"][0]
    axiom["days"] = {"start": first["days"]["start"], "end": None}
    with pytest.raises(RuleError) as caught:
        read(first, second)
    assert caught.value.where == "0.json $.axioms"
    assert axiom["name"] in caught.value.what
