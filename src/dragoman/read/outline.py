"""A text in blocks, with what head and body both need to know of each."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.read.blocks import Block, split_blocks
from dragoman.read.transcript import MAX_LABEL_CHARS, Label, find_speakers, match_label

LEAD_CHARS = 400
"""How much of a block is looked at; a head's line is shorter."""


class Outline(NamedTuple):
    """The blocks of a text; the three lists run in parallel."""

    text: str
    blocks: list[Block]
    leads: list[str]
    """The first `LEAD_CHARS` of each block, line ends as spaces."""
    labels: list[Label | None]
    """The speaker's label that a block begins with, if it is one that the text bears out."""

    def is_whole(self, number: int) -> bool:
        """Whether the lead is all of the block."""
        block = self.blocks[number]
        return block.end - block.start <= LEAD_CHARS


def outline(text: str) -> Outline:
    """Part a cleaned text into blocks and look at the beginning of each."""
    blocks = split_blocks(text)
    leads = [
        text[block.start : min(block.end, block.start + LEAD_CHARS)].replace("\n", " ") for block in blocks
    ]
    # from the text, not from the leads: a label does not go over a line end
    labels = [
        match_label(text[block.start : min(block.end, block.start + MAX_LABEL_CHARS)]) for block in blocks
    ]
    speakers = find_speakers(label for label in labels if label is not None)
    believed = [label if label is not None and label.name in speakers else None for label in labels]
    return Outline(text, blocks, leads, believed)
