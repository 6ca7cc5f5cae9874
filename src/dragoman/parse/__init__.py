"""Document → sentences, tokens, dependencies."""

from dragoman.parse.english import EnglishParser
from dragoman.parse.tree import Tree

__all__ = ["EnglishParser", "Tree"]
