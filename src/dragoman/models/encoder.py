"""The sentence encoder: texts with two marked actors → the scores of each head, through ONNX Runtime."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dragoman.errors import TableError
from dragoman.models.wordpiece import Encoded, WordPiece, read_vocabulary

Array = npt.NDArray[np.float32]
MODEL, VOCABULARY = "model.onnx", "vocab.txt"
ROLES = 4
"""Scores of a piece by itself, see `Roles`."""
KEPT = (0.6, 0.4)
"""Share of a text's pieces that are read on after the third layer, and after the fourth."""
PLACES = tuple(f"kept{number + 1}" for number in range(len(KEPT)))
"""Inputs of the graph: 0, 1, … up to how many pieces are kept after each of these layers."""
FEWEST = 8
"""Pieces that are never dropped below: the marks, and a few words."""


def kept(length: int) -> list[int]:
    """How many of a text's pieces are read on after each of the layers that drop some."""
    return [min(length, max(FEWEST, round(share * length))) for share in KEPT]


class Scores(NamedTuple):
    """Logits, a row a text, in the order of the card's labels; `vector` is the text's own."""

    type: Array
    act: Array
    contexts: Array
    status: Array
    vector: Array


class Roles(NamedTuple):
    """Scores of a text's pieces."""

    ends: Array
    """(pieces, 4): as the first and the last of a source, as the first and the last of a target."""
    joins: Array
    """(pieces, pieces): what is added where one begins the source and the other its target."""


class SentenceEncoder:
    """Runs the network on one thread; make it once.

    Raises:
        TableError: If the model's files are missing or cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        # else it writes an identity of the machine into the user's home, to be sent to its maker
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"
        import onnxruntime  # noqa: PLC0415  # 0.2 s that runs which never ask the model are spared

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.pieces = WordPiece(read_vocabulary(folder / VOCABULARY))
        try:
            self._session = onnxruntime.InferenceSession(
                str(folder / MODEL), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # the runtime's errors have no common class of their own
            raise TableError(MODEL, f"cannot be read ({error})") from error

    def run(self, encoded: Sequence[Encoded]) -> Scores:
        """Scores of some texts, in their order.

        Args:
            encoded: At least one text, split by `pieces`.
        """
        parts = [self._run(one) for one in encoded]
        return Scores(*(np.concatenate(head) for head in zip(*parts, strict=True)))

    def _run(self, one: Encoded) -> list[Array]:
        """Scores of one text.

        Several at once would be a tenth faster, but each would then change with the others: int8 takes its
        scale from all that is run together.
        """
        found: list[Array] = self._session.run(list(Scores._fields), _feed(one, kept(len(one.ids))))
        return found

    def roles(self, ids: tuple[int, ...]) -> Roles:
        """Who may act on whom in a text without marks, split by `pieces`."""
        feed = _feed(Encoded(ids, 0, 0), [len(ids)] * len(KEPT))
        scores, joins, index = self._session.run(["roles", "joins", "index"], feed)
        order = index[0].argsort()
        return Roles(scores[0][order], joins[0][order][:, order])


def _feed(one: Encoded, counts: Sequence[int]) -> dict[str, npt.NDArray[np.int64]]:
    """Inputs of the graph."""
    return {
        "ids": np.asarray([one.ids], dtype=np.int64),
        "source": np.asarray([one.source], dtype=np.int64),
        "target": np.asarray([one.target], dtype=np.int64),
        **{name: np.arange(count, dtype=np.int64) for name, count in zip(PLACES, counts, strict=True)},
    }
