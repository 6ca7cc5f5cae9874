"""Foreign event data → the lake: POLECAT, ICEWS and GDELT 2.0 rows beside what dragoman codes.

Imported events have no evidence: their text is not here. `origin` says where they are from.
"""

from dragoman.importing.into_lake import Imported, import_file, iter_reports_of

__all__ = ["Imported", "import_file", "iter_reports_of"]
