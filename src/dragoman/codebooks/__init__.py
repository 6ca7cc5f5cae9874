"""What counts as an event: types, modes, contexts and sectors as data, PLOVER first.

`plover.yaml` is written here from the PLOVER manual; `cameo.csv` carries the CAMEO crosswalk under its own
licence (CC BY-SA 4.0, see `cameo.source.yaml`). A codebook of one's own is a YAML file of types with cues
and examples: docs/codebooks.md.
"""

from dragoman.codebooks.codebook import Codebook, Codes, Context, EventType, Fold, Mode, Sector
from dragoman.codebooks.conversion import root_2021
from dragoman.codebooks.load import PLOVER, load_codebook, read_neutral

__all__ = [
    "PLOVER",
    "Codebook",
    "Codes",
    "Context",
    "EventType",
    "Fold",
    "Mode",
    "Sector",
    "load_codebook",
    "read_neutral",
    "root_2021",
]
