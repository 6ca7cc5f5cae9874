"""A fitted classifier → the files in src/dragoman/models: ONNX with int8 weights, and the vocabulary.

python training/export.py FITTED.pt [--out FOLDER]
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from dragoman.codebooks import load_codebook
from dragoman.models.wordpiece import read_vocabulary
from fit import make
from labels import Labels
from network import Classifier, base_folder

OUT = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "models"
OUTPUTS = ["type", "act", "contexts", "status", "mean"]


def load(path: Path) -> Classifier:
    """A saved classifier, ready to answer."""
    saved = torch.load(path)
    vocabulary = len(read_vocabulary(base_folder() / "vocab.txt"))
    model = make(Labels.of(load_codebook()), vocabulary, tuple(map(int, saved["layers"].split(","))))
    model.load_state_dict(saved["state"])
    return model.eval()


def export(model: Classifier, folder: Path) -> None:
    """Write `model.onnx` and `vocab.txt` into a folder."""
    example = (torch.ones(2, 9, dtype=torch.long), torch.tensor([1, 2]), torch.tensor([3, 4]))
    batch, length = torch.export.Dim("batch"), torch.export.Dim("length", max=512)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        torch.onnx.export(
            model, example, plain, input_names=["ids", "source", "target"], output_names=OUTPUTS, dynamo=True,
            dynamic_shapes=({0: batch, 1: length}, {0: batch}, {0: batch}), external_data=False,
        )  # fmt: skip
        quantize_dynamic(
            plain, folder / "model.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=False
        )
    graph = onnx.load(folder / "model.onnx")
    graph.producer_name, graph.doc_string = "dragoman", ""
    onnx.save(graph, folder / "model.onnx")
    shutil.copyfile(base_folder() / "vocab.txt", folder / "vocab.txt")


def main() -> None:
    """Export one fitted model."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("fitted", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    export(load(args.fitted), args.out)
    print(f"{(args.out / 'model.onnx').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
