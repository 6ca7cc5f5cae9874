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
        parts = [self._run(one) for one in encoded]
        return Scores(*(np.concatenate(head) for head in zip(*parts, strict=True)))

    def _run(self, one: Encoded) -> list[Array]:
        """Scores of one text.

        Several at once would be a tenth faster, but each would then change with the others: int8 takes its
        scale from all that is run together.
        """
        feed = {
            "ids": np.asarray([one.ids], dtype=np.int64),
            "source": np.asarray([one.source], dtype=np.int64),
            "target": np.asarray([one.target], dtype=np.int64),
        }
        found: list[Array] = self._session.run(list(Scores._fields), feed)
        return found
