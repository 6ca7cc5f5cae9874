"""The sentence encoder: texts with two marked actors → the scores of each head, through ONNX Runtime."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dragoman.errors import TableError
from dragoman.models.wordpiece import Encoded, WordPiece, read_vocabulary

Array = npt.NDArray[np.float32]
BATCH = 16
"""Texts run at once; more gains nothing on one core and pads more."""
MODEL, VOCABULARY = "model.onnx", "vocab.txt"


class Scores(NamedTuple):
    """Logits, a row a text, in the order of the card's labels; `mean` is the text's own vector."""

    type: Array
    act: Array
    contexts: Array
    status: Array
    mean: Array


class SentenceEncoder:
    """Runs the network on one thread; make it once.

    Raises:
        TableError: If the model's files are missing or cannot be read.
    """

    def __init__(self, folder: Path) -> None:
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
        order = sorted(range(len(encoded)), key=lambda row: len(encoded[row].ids))
        parts = [
            self._run([encoded[row] for row in order[i : i + BATCH]]) for i in range(0, len(order), BATCH)
        ]
        back = np.argsort(np.asarray(order))
        return Scores(*(np.concatenate(head)[back] for head in zip(*parts, strict=True)))

    def _run(self, batch: list[Encoded]) -> list[Array]:
        ids = np.zeros((len(batch), max(len(one.ids) for one in batch)), dtype=np.int64)
        for row, one in enumerate(batch):
            ids[row, : len(one.ids)] = one.ids
        feed = {
            "ids": ids,
            "source": np.asarray([one.source for one in batch], dtype=np.int64),
            "target": np.asarray([one.target for one in batch], dtype=np.int64),
        }
        found: list[Array] = self._session.run(list(Scores._fields), feed)
        return found
