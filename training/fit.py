"""Fit the classifier.

python training/fit.py --out FILE [--layers 0,1,2,3,4,5] [--epochs 3] [--train a,b,…] [--dev x] …
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from corpus import FOLDER, Example, read_corpus
from dragoman.codebooks import load_codebook
from dragoman.models.wordpiece import Encoded, WordPiece, read_vocabulary
from labels import LONGEST, Batch, Labels, Reading, batches, collate, collate_readings, encode_all, readings
from network import Classifier, Shape, base_folder, load_base, thinned

SIZE = 32
WARM = 0.08
SMOOTHING = 0.05
HEADS = "type=1,act=1,contexts=8,status=0.5,roles=1"
"""Weights of the heads' losses. That of contexts is a mean over 37 yes-or-no questions, mostly no."""
UNMARKED = 16
"""Texts without marks, for who acts on whom, beside each batch."""
OTHERS, HEAT = 24, 0.07
"""Definitions beside a batch's own that its sentences are kept from; the temperature of their likeness."""
MASKED = 0.1
"""Share of pieces inside the marks that are hidden, so that who acts does not decide what was done."""


def main() -> None:
    """Fit, print the dev figures after each epoch, save."""
    args = arguments()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    pieces = WordPiece(read_vocabulary(base_folder() / "vocab.txt"))
    labels = Labels.of(load_codebook())
    held = {*args.dev.split(","), *args.test.split(",")}
    names = (
        args.train.split(",")
        if args.train
        else [p.stem for p in sorted(FOLDER.glob("*.txt")) if p.stem not in held]
    )
    train, dev = read_corpus(names), read_corpus(args.dev.split(","))
    print(f"{len(train)} from {', '.join(names)}; dev {len(dev)}", flush=True)
    model = make(labels, len(pieces), tuple(map(int, args.layers.split(","))))
    before: list[str] = []
    if args.start:
        begun = torch.load(args.start)
        model.load_state_dict(begun["state"], strict=False)
        before = begun["train"]
    soft = torch.load(args.soft) if args.soft else None
    draw_to_definitions(model, train, pieces, labels, args)
    fit(model, train, dev, pieces, labels, args, soft)
    read = sorted({*before, *names})
    torch.save({"state": model.state_dict(), "layers": args.layers, "train": read}, args.out)


def arguments() -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", default="0,1,2,3,4,5", help="layers of the base to begin with")
    parser.add_argument("--frozen", type=int, default=0, help="lowest layers that keep the base's weights")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--train", default="", help="batches; all but dev and test when empty")
    parser.add_argument("--dev", default="pacific")
    parser.add_argument("--test", default="latin,annals")
    parser.add_argument("--heads", default=HEADS, help="those to fit, each with its weight")
    parser.add_argument("--contrast", type=float, default=0.0, help="weight of the contrastive loss")
    parser.add_argument("--defined", type=int, default=0, help="epochs of drawing acts to their definitions")
    parser.add_argument("--start", type=Path, help="a saved model to go on from")
    parser.add_argument("--soft", type=Path, help="logits of teachers for the training rows")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def make(labels: Labels, vocabulary: int, which: tuple[int, ...]) -> Classifier:
    """A classifier that begins with base weights."""
    shape = Shape(
        vocabulary,
        len(labels.types),
        len(labels.acts),
        len(labels.contexts),
        len(labels.statuses),
        len(which),
    )
    model = Classifier(shape)
    load_base(model.encoder, which)
    model.encoder.words.weight.requires_grad_(False)  # most words of the world are not in the corpus
    model.encoder.positions.weight.requires_grad_(False)
    return model


def fit(
    model: Classifier, train: list[Example], dev: list[Example], pieces: WordPiece, labels: Labels,
    args: argparse.Namespace, soft: dict[str, Tensor] | None,
) -> None:  # fmt: skip
    """Run the epochs."""
    for layer in list(model.encoder.layers)[: args.frozen]:
        layer.requires_grad_(False)
    encoded, chance = encode_all(train, pieces), random.Random(args.seed)  # chance, no secret
    lengths = [len(e.ids) for e in encoded]
    unmarked = readings(train, pieces)
    steps = args.epochs * math.ceil(len(train) / SIZE)
    optimizer = torch.optim.AdamW(groups(model, args.rate), weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: pace(step, steps))
    heads = {name: float(weight) for name, weight in (part.split("=") for part in args.heads.split(","))}
    done, begun, total = 0, time.monotonic(), 0.0
    for epoch in range(args.epochs):
        model.train()
        texts = endless(unmarked, chance)
        for rows in batches(lengths, SIZE, chance):
            batch = collate(train, encoded, rows, labels)
            value = loss(model, batch, heads, chance, args.contrast, soft)
            if "roles" in heads:
                value = value + heads["roles"] * roles_loss(model, next(texts))
            value.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            done, total = done + 1, total + float(value.detach())
            if done % 50 == 0:
                print(f"{done}/{steps} loss {total / 50:.3f} {time.monotonic() - begun:.0f} s", flush=True)
                total = 0.0
        report(f"epoch {epoch + 1}", model, dev, encode_all(dev, pieces), labels)
        print(f"roles at one, exact: {exact(model, readings(dev, pieces)):.3f}", flush=True)


def draw_to_definitions(
    model: Classifier, train: list[Example], pieces: WordPiece, labels: Labels, args: argparse.Namespace
) -> None:
    """Before the heads are fitted: draw sentences to the definition of their act, away from others'."""
    encoded, chance = encode_all(train, pieces), random.Random(args.seed)  # chance, no secret
    texts = [pieces.encode(text, None, None, LONGEST) for text in defined(labels)]
    optimizer = torch.optim.AdamW(groups(model, args.rate), weight_decay=0.01)
    for _ in range(args.defined):
        model.train()
        for rows in batches([len(e.ids) for e in encoded], SIZE, chance):
            batch = collate(train, encoded, rows, labels)
            acts = sorted({*batch.act.tolist(), *chance.sample(range(len(texts)), OTHERS)})
            pair, _, _ = model.read(
                hide(batch, chance), batch.source, batch.target, *thinned(batch.ids.shape[1])
            )
            longest = max(len(texts[act].ids) for act in acts)
            ids = torch.tensor([[*texts[a].ids, *[0] * (longest - len(texts[a].ids))] for a in acts])
            none = torch.zeros(len(acts), dtype=torch.long)
            _, _, meant = model.read(ids, none, none, *thinned(ids.shape[1]))
            near = functional.normalize(pair, dim=1) @ functional.normalize(meant, dim=1).T / HEAT
            wanted = torch.tensor([acts.index(act) for act in batch.act.tolist()])
            functional.cross_entropy(near, wanted).backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()


def defined(labels: Labels) -> list[str]:
    """The codebook's definition of each act."""
    kinds = load_codebook().types
    out = []
    for name, mode in labels.acts:
        kind = kinds.get(name)
        about = kind.definition if kind else "Nothing happens between the two."
        out.append(f"{about} {kind.modes[mode].definition}" if kind and mode else about)
    return out


def groups(model: Classifier, rate: float) -> list[dict[str, object]]:
    """Parameters with their rates: the heads learn faster, the low layers slower."""
    layers = list(model.encoder.layers)
    out: list[dict[str, object]] = []
    for number, layer in enumerate(layers):
        out.append({"params": list(layer.parameters()), "lr": rate * 0.85 ** (len(layers) - 1 - number)})
    out.append({"params": [*model.encoder.norm.parameters()], "lr": rate * 0.5})
    own = [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
    out.append({"params": own, "lr": rate * 5})
    return out


def pace(step: int, steps: int) -> float:
    """Linear warm-up, then linear decay."""
    warm = WARM * steps
    return step / warm if step < warm else max(0.0, (steps - step) / (steps - warm))


def loss(
    model: Classifier, batch: Batch, heads: dict[str, float], chance: random.Random, contrast: float,
    soft: dict[str, Tensor] | None,
) -> Tensor:  # fmt: skip
    """Weighted sum of the heads' losses."""
    ids = hide(batch, chance)
    pair, about, _ = model.read(ids, batch.source, batch.target, *thinned(ids.shape[1]))
    kind, act, contexts, status = model.kind(pair), model.act(pair), model.contexts(about), model.status(pair)
    parts = {
        "type": functional.cross_entropy(kind, batch.type, label_smoothing=SMOOTHING),
        "act": functional.cross_entropy(act, batch.act, label_smoothing=SMOOTHING),
        "contexts": functional.binary_cross_entropy_with_logits(contexts, batch.contexts),
    }
    if bool((batch.status >= 0).any()):
        parts["status"] = functional.cross_entropy(status, batch.status)
    total = torch.stack([heads[name] * value for name, value in parts.items() if name in heads]).sum()
    if soft is not None:
        total = (
            total
            + 2
            * torch.stack(
                [distance(kind, soft["type"][batch.rows]), distance(act, soft["act"][batch.rows])]
            ).sum()
        )
    return total + contrast * supervised_contrast(pair, batch.act) if contrast else total


def endless(unmarked: list[Reading], chance: random.Random) -> Iterator[list[Reading]]:
    """Batches of texts without marks, again and again."""
    while True:
        for rows in batches([len(reading.ids) for reading in unmarked], UNMARKED, chance):
            yield [unmarked[row] for row in rows]


def roles_loss(model: Classifier, some: list[Reading]) -> Tensor:
    """Cross-entropy of where sources begin and end, and where the target of each begins and ends."""
    asked = collate_readings(some)
    scores, joins = model.spans(asked.ids)
    chances = torch.log_softmax(scores[:, :, :2], dim=1)
    sources = -(asked.sources * chances).sum() / (2 * len(some))
    begun = scores[asked.row, :, 2] + joins[asked.row, asked.source]
    ended = scores[asked.row, :, 3]
    parts = torch.stack(
        [
            functional.cross_entropy(begun, asked.target[:, 0], reduction="none"),
            functional.cross_entropy(ended, asked.target[:, 1], reduction="none"),
        ]
    )
    return (sources + (parts.mean(0) * asked.weight).sum() / len(some)) / 2


def distance(ours: Tensor, theirs: Tensor) -> Tensor:
    """Divergence of the student's answers from the teachers' probabilities."""
    return functional.kl_div(torch.log_softmax(ours, 1), theirs, reduction="batchmean")


def supervised_contrast(pair: Tensor, labels: Tensor, heat: float = 0.1) -> Tensor:
    """Examples of one act are drawn together (Khosla et al. 2020, arXiv 2004.11362)."""
    unit = functional.normalize(pair, dim=1)
    near = unit @ unit.T / heat
    near = near - 1e4 * torch.eye(len(labels))
    same = (labels[:, None] == labels[None, :]).float() - torch.eye(len(labels))
    has = same.sum(1) > 0
    if not bool(has.any()):
        return pair.sum() * 0
    log = torch.log_softmax(near, dim=1)
    return -((same * log).sum(1)[has] / same.sum(1)[has]).mean()


def hide(batch: Batch, chance: random.Random) -> Tensor:
    """Hide some pieces of the actors."""
    ids = batch.ids.clone()
    mask = 103  # [MASK] of the base vocabulary
    for row, line in enumerate(batch.ids.tolist()):
        for begin, closing in ((int(batch.source[row]), 3), (int(batch.target[row]), 5)):
            if begin and chance.random() < 0.5:
                end = next((i for i in range(begin + 1, len(line)) if line[i] == closing), begin)
                for i in range(begin + 1, end):
                    if chance.random() < 2 * MASKED:
                        ids[row, i] = mask
    return ids


@torch.no_grad()
def answers(
    model: Classifier, examples: list[Example], encoded: list[Encoded], labels: Labels
) -> dict[str, Tensor]:
    """Logits of every head for every example, in order."""
    model.eval()
    out: dict[str, list[Tensor]] = {
        name: [torch.empty(0)] * len(examples) for name in ("type", "act", "contexts", "status")
    }
    for rows in batches([len(e.ids) for e in encoded], 64, None):
        batch = collate(examples, encoded, rows, labels)
        pair, about, _ = model.read(batch.ids, batch.source, batch.target, *thinned(batch.ids.shape[1]))
        found = model.kind(pair), model.act(pair), model.contexts(about), model.status(pair)
        for name, values in zip(out, found, strict=True):
            for row, value in zip(rows, values, strict=True):
                out[name][row] = value
    return {name: torch.stack(values) for name, values in out.items()}


@torch.no_grad()
def exact(model: Classifier, texts: list[Reading]) -> float:
    """Share of texts in which the best source and its best target are, to the piece, a marked pair's."""
    model.eval()
    right = 0
    for rows in batches([len(reading.ids) for reading in texts], 64, None):
        some = [texts[row] for row in rows]
        scores, joins = model.spans(collate_readings(some).ids)
        for reading, own, joined in zip(some, scores, joins, strict=True):
            first, last = own[:, :2].argmax(0).tolist()
            begin, end = int((own[:, 2] + joined[first]).argmax()), int(own[:, 3].argmax())
            right += (first, last, begin, end) in reading.pairs
    return right / len(texts)


def report(
    title: str, model: Classifier, examples: list[Example], encoded: list[Encoded], labels: Labels
) -> None:
    """One line of dev figures."""
    found = answers(model, examples, encoded, labels)
    kinds = [labels.types[int(i)] for i in found["type"].argmax(1)]
    right = sum(kind == e.type for kind, e in zip(kinds, examples, strict=True)) / len(examples)
    acts = [labels.acts[int(i)] for i in found["act"].argmax(1)]
    modes = sum(act == (e.type, e.mode) for act, e in zip(acts, examples, strict=True)) / len(examples)
    status = [
        labels.statuses[int(i)] == e.status
        for i, e in zip(found["status"].argmax(1), examples, strict=True)
        if e.status
    ]
    hit = said = gold = 0
    for row, e in zip(torch.sigmoid(found["contexts"]), examples, strict=True):
        ours = {name for name, p in zip(labels.contexts, row.tolist(), strict=True) if p > 0.4}
        hit, said, gold = hit + len(ours & set(e.contexts)), said + len(ours), gold + len(e.contexts)
    f1 = 2 * hit / max(1, said + gold)
    figures = f"type {right:.3f} act {modes:.3f} status {sum(status) / len(status):.3f} contexts F1 {f1:.3f}"
    print(f"{title}: {figures}", flush=True)


if __name__ == "__main__":
    main()
