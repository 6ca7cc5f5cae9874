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
from dragoman.models.encoder import PLACES, Scores
from dragoman.models.wordpiece import read_vocabulary
from fit import make
from labels import Labels
from network import Classifier, base_folder

OUT = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "models"


def load(path: Path) -> Classifier:
    """A saved classifier, ready to answer."""
    saved = torch.load(path)
    vocabulary = len(read_vocabulary(base_folder() / "vocab.txt"))
    model = make(Labels.of(load_codebook()), vocabulary, tuple(map(int, saved["layers"].split(","))))
    model.load_state_dict(saved["state"])
    return model.eval()


def export(model: Classifier, folder: Path) -> None:
    """Write `model.onnx`, which takes one text at a time, and `vocab.txt` into a folder."""
    places = [torch.arange(count) for count in (20, 10)]
    example = (torch.ones(1, 50, dtype=torch.long), torch.tensor([1]), torch.tensor([3]), *places)
    length = torch.export.Dim("length", min=4, max=512)
    kept = [{0: torch.export.Dim(name, min=3, max=512)} for name in PLACES]
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        torch.onnx.export(
            model, example, plain, input_names=["ids", "source", "target", *PLACES],
            output_names=[*Scores._fields, "roles", "joins", "index"], dynamo=True,
            dynamic_shapes={"ids": {1: length}, "source": None, "target": None, "places": tuple(kept)},
            external_data=False,
        )  # fmt: skip
        quantize_dynamic(
            plain, folder / "model.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=False
        )
    graph = onnx.load(folder / "model.onnx")
    graph.producer_name, graph.doc_string = "dragoman", ""
    forget(graph)
    onnx.save(graph, folder / "model.onnx")
    shutil.copyfile(base_folder() / "vocab.txt", folder / "vocab.txt")


def forget(model: onnx.ModelProto) -> None:
    """Take out where on this machine each part of the graph was written."""
    graph = model.graph
    for part in (
        model,
        graph,
        *graph.node,
        *graph.value_info,
        *graph.initializer,
        *graph.input,
        *graph.output,
    ):
        del part.metadata_props[:]
        if part is not model:
            part.doc_string = ""


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
