"""What dragoman knows beforehand: countries, cities, bodies, offices and who held them.

Every table is a plain file in this folder with a `<name>.source.yaml` beside it that names its producer,
licence and date. `python -m dragoman.knowledge.build` makes the built ones again.
"""

from dragoman.knowledge.countries import Country
from dragoman.knowledge.dated_roles import DatedRole, DatedRoles
from dragoman.knowledge.gazetteer import Entry, EntryKind, Gazetteer, Hit
from dragoman.knowledge.leaders import Leaders, Tenure
from dragoman.knowledge.load import Knowledge, load_knowledge
from dragoman.knowledge.titles import Titles

__all__ = [
    "Country",
    "DatedRole",
    "DatedRoles",
    "Entry",
    "EntryKind",
    "Gazetteer",
    "Hit",
    "Knowledge",
    "Leaders",
    "Tenure",
    "Titles",
    "load_knowledge",
]
