"""Two readouts side by side: what both report, what only one does, and how the words differ."""

from dragoman.compare.compare import compare
from dragoman.compare.comparison import Comparison

__all__ = ["Comparison", "compare"]
