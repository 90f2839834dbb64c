from __future__ import annotations

import pytest

from statuteline.errors import SealError
from statuteline.sealing.tree import Tree, grown, inclusion_path, root_from_path

# Leaves and roots that implementations of certificate transparency test themselves with.
LEAVES = tuple(
    bytes.fromhex(one)
    for one in (
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
)  # fmt: skip
ROOTS = (
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)


@pytest.mark.parametrize("count", range(len(ROOTS)))
def test_the_root_is_that_of_the_standard(count: int) -> None:
    tree = grown(Tree(), LEAVES[:count])
    assert (tree.count, tree.root) == (count, ROOTS[count])


@pytest.mark.parametrize("first", range(9))
def test_a_tree_that_grows_is_the_tree_of_all(first: int) -> None:
    assert grown(grown(Tree(), LEAVES[:first]), LEAVES[first:]).root == ROOTS[-1]


@pytest.mark.parametrize("count", [1, 2, 3, 5, 7, 8, 33])
def test_a_path_leads_from_each_leaf_to_the_root_and_from_no_other(count: int) -> None:
    leaves = [f"leaf {number}".encode() for number in range(count)]
    root = grown(Tree(), leaves).root
    for place, leaf in enumerate(leaves):
        path = inclusion_path(leaves, place)
        assert root_from_path(leaf, place, count, path) == root
        assert root_from_path(b"another", place, count, path) != root
        for other in set(range(count)) - {place}:
            try:
                assert root_from_path(leaf, other, count, path) != root
            except SealError:
                continue  # the path is not as long as that leaf's


@pytest.mark.parametrize(
    ("place", "count", "path", "told"),
    [
        (0, 0, (), "no leaf 0"),
        (3, 3, (), "no leaf 3"),
        (-1, 3, (), "no leaf -1"),
        (0, 3, ("00" * 32,), "too short"),
        (0, 1, ("00" * 32,), "too long"),
    ],
)
def test_a_path_that_no_tree_has_is_refused(
    place: int, count: int, path: tuple[str, ...], told: str
) -> None:
    with pytest.raises(SealError, match=told):
        root_from_path(b"leaf", place, count, path)
