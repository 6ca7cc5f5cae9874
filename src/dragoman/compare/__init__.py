"""Two readouts side by side: what both report, what only one does, and how the words differ.

comparison = compare(pipeline(one), pipeline(other))
for match in comparison.claims:
    print(match.why, match.changes)
"""

from dragoman.compare.compare import compare
from dragoman.compare.comparison import Comparison
from dragoman.compare.page import comparison_html
from dragoman.compare.text import comparison_json, comparison_text

__all__ = ["Comparison", "compare", "comparison_html", "comparison_json", "comparison_text"]
