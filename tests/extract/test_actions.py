"""Splitting a commitment into actions and areas."""

from __future__ import annotations

import pytest

from dragoman.extract.actions import area_list, first_action, split_actions
from dragoman.read import read_text

SPLITS = [
    ("Norway will build a port.", "build", ["build a port"]),
    ("Norway will build a port and train the crew.", "build", ["build a port", "train the crew"]),
    (
        "Norway will build a port, train the crew, and jointly patrol the coast.",
        "build",
        ["build a port", "train the crew", "jointly patrol the coast"],
    ),
    ("Norway will deepen and expand its trade.", "deepen", ["deepen and expand its trade"]),
    ("Norway will build ports and roads.", "build", ["build ports and roads"]),
    ("Norway will support the people who build and repair the roads.", "support",
     ["support the people who build and repair the roads"]),
    ("Norway will open the port so as to lower prices.", "open", ["open the port"]),
    ("Norway will open the port while Kenya repairs the road.", "open",
     ["open the port while Kenya repairs the road"]),
    ("Norway looks forward to opening the port and training the crew.", "opening",
     ["opening the port", "training the crew"]),
]  # fmt: skip


def tree_of(parser, text):
    (tree,) = parser.parse([read_text(f"OSLO, May 3, 2024 (NTB) -- {text}", "row")])
    return tree


def words(tree, first, last):
    return " ".join(tree.words[first:last])


@pytest.mark.parametrize(("text", "verb", "actions"), SPLITS, ids=[row[0] for row in SPLITS])
def test_splits(parser, text, verb, actions):
    tree = tree_of(parser, text)
    ranges = split_actions(tree, tree.words.index(verb), len(tree) - 1)
    assert [words(tree, *r).replace(" ,", ",") for r in ranges] == actions


FIRST = [
    ("Norway will build a port.", "build", "build", None),
    ("Norway will continue to build ports.", "continue", "build", None),
    ("Norway will work with Kenya to build a port.", "work", "build", "Kenya"),
    ("Norway will strive to build a port.", "strive", "build", None),
    ("Norway will help Kenya to build a port.", "help", "help", None),
    ("Norway will work hard.", "work", "work", None),
]


@pytest.mark.parametrize(("text", "verb", "action", "partner"), FIRST, ids=[row[0] for row in FIRST])
def test_steps_over_light_verbs(parser, text, verb, action, partner):
    tree = tree_of(parser, text)
    found, other = first_action(tree, tree.words.index(verb))
    assert (tree.words[found], tree.words[other] if other is not None else None) == (action, partner)


AREAS = [
    ("deepen cooperation in health, fisheries, and education.", ["health", "fisheries", "education"]),
    pytest.param(
        "deepen cooperation in health, fisheries and education.",
        ["health", "fisheries", "education"],
        marks=pytest.mark.xfail(strict=True, reason="without a comma before it, 'and' joins the last two"),
    ),
    ("deepen cooperation in health, fisheries and other fields.", ["health", "fisheries"]),
    ("deepen cooperation in health and fisheries.", []),
    ("deepen cooperation in trade and investment, health, and culture.", ["investment", "health", "culture"]),
    ("build schools, roads and ports.", []),
    ("speak in Oslo, Bergen and Tromso.", []),
]


@pytest.mark.parametrize(("text", "areas"), AREAS)
def test_areas(parser, text, areas):
    tree = tree_of(parser, f"Norway will {text}")
    found = [tree.words[i] for i in area_list(tree, 2, len(tree) - 1)]
    assert found == areas
