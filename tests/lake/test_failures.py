"""When the system says no: what was acknowledged stands, the error helps, the same command goes on."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dragoman.errors import LakeDamageError, LakeWriteError, NoLakeError
from dragoman.lake import Lake

DOCUMENTS = 4

APPENDER = Path(__file__).with_name("appender.py")

SCRIPT = f"""
import importlib.util, json, os, resource, sys
spec = importlib.util.spec_from_file_location("appender", {str(APPENDER)!r})
appender = importlib.util.module_from_spec(spec)
spec.loader.exec_module(appender)
from dragoman.errors import LakeWriteError
from dragoman.lake import Lake

def run(path, limit):
    said = {{"acknowledged": [], "error": None}}
    try:
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        with Lake.create(path).writer() as writer:
            for number in range({DOCUMENTS}):
                writer.append_batch([appender.specimen(number, "first")], coder="first")
                said["acknowledged"].append(number)
    except LakeWriteError as error:
        said["error"] = str(error)
    os.write(1, (json.dumps(said) + "\\n").encode())

for argument in sys.argv[1:]:
    path, _, limit = argument.partition("::")
    child = os.fork()
    if not child:
        run(path, int(limit or 0))
        os._exit(0)
    os.waitpid(child, 0)
"""


def run(*lakes: str, before: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """Append documents one by one, each lake in a process of its own; `LAKE::BYTES` limits the size of files.

    Returns:
        For each lake what was `acknowledged`, and the `error` that ended it, if any.
    """
    done = subprocess.run(
        [*before, sys.executable, "-c", SCRIPT, *lakes],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert "Traceback" not in done.stderr  # delta-rs reports a full disk there in its own words, too
    return [json.loads(line) for line in done.stdout.splitlines()]


def assert_sound(lake: Path, acknowledged: list[int], appender: ModuleType) -> None:
    opened = Lake.open(lake)
    there = [int(row["id"]) for row in opened.query("SELECT id FROM documents ORDER BY id").to_pylist()]
    assert set(acknowledged) <= set(there)
    expected = [appender.specimen(number, "first") for number in there]
    assert opened.snapshot().coded([one.document.id for one in expected]) == expected
    assert not [finding for finding in opened.check() if finding.severe]


def test_no_file_may_grow_past(tmp_path: Path, appender: ModuleType) -> None:
    """A limit on the size of files ends an append at another table each time."""
    limits = [400, 4_500, 8_600, 15_000]
    for limit in limits:
        Lake.create(tmp_path / f"{limit}").append([appender.specimen(0, "first")], coder="first")
    for limit, cut in zip(limits, run(*(f"{tmp_path}/{limit}::{limit}" for limit in limits)), strict=True):
        assert "the lake cannot be written" in cut["error"]
        assert "run the same command again" in cut["error"]
        assert_sound(tmp_path / f"{limit}", [0, *cut["acknowledged"]], appender)
    for limit, whole in zip(limits, run(*(f"{tmp_path}/{limit}" for limit in limits)), strict=True):
        assert whole == {"acknowledged": list(range(DOCUMENTS)), "error": None}
        assert_sound(tmp_path / f"{limit}", list(range(DOCUMENTS)), appender)
        assert Lake.open(tmp_path / f"{limit}").check() == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 500 KB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if not mount or not umount:
        pytest.skip("needs mount")
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=500k", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("needs the right to mount a file system")
    yield disk
    subprocess.run([umount, "--lazy", str(disk)], check=True)


def test_full_disk(small_disk: Path, appender: ModuleType) -> None:
    lake = small_disk / "lake"
    [cut] = run(str(lake))
    assert "the lake cannot be written" in cut["error"]
    assert cut["acknowledged"]
    assert_sound(lake, cut["acknowledged"], appender)
    bigger = small_disk.parent / "bigger"
    shutil.copytree(lake, bigger)
    again, whole = run(str(lake), str(bigger))
    assert "the lake cannot be written" in again["error"]
    assert_sound(lake, cut["acknowledged"], appender)
    assert whole["error"] is None
    assert_sound(bigger, list(range(DOCUMENTS)), appender)
    assert Lake.open(bigger).check() == []


def bound_by_permissions() -> tuple[str, ...]:
    """What to run a command with so that it may not write where the folder forbids it."""
    if os.geteuid() != 0:
        return ()
    setpriv = shutil.which("setpriv")
    if not setpriv:
        pytest.skip("needs setpriv: root may write anywhere")
    return (setpriv, "--bounding-set=-dac_override,-dac_read_search")


@pytest.fixture
def read_only(tmp_path: Path, appender: ModuleType) -> Iterator[Path]:
    """A lake with one document that nobody may write to."""
    lake = tmp_path / "lake"
    Lake.create(lake).append([appender.specimen(0, "first")], coder="first")
    folders = [lake, *(path for path in lake.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    yield lake
    for folder in folders:
        folder.chmod(0o755)


def test_read_only_folder_takes_nothing(read_only: Path, appender: ModuleType) -> None:
    files = sorted(read_only.rglob("*"))
    [refused] = run(str(read_only), before=bound_by_permissions())
    assert refused["acknowledged"] == []
    assert "the lake cannot be written" in refused["error"]
    assert "ermission denied" in refused["error"]
    assert sorted(read_only.rglob("*")) == files
    assert_sound(read_only, [0], appender)


def test_read_only_folder_can_be_read(read_only: Path) -> None:
    reading = (
        "import sys; from dragoman.lake import Lake; lake = Lake.open(sys.argv[1]);"
        "print(len(lake.events()), len(lake.search('thanked')), lake.check())"
    )
    done = subprocess.run(
        [*bound_by_permissions(), sys.executable, "-c", reading, str(read_only)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("1 2 []\n", "")


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LakeWriteError, match="cannot be written"):
        Lake.create(tmp_path / "file" / "lake")


@pytest.fixture
def lake(tmp_path: Path, appender: ModuleType) -> Lake:
    made = Lake.create(tmp_path / "lake")
    made.append([appender.specimen(number, "first") for number in range(3)], coder="first")
    return made


def test_missing_file_is_found(lake: Lake) -> None:
    gone = next((lake.path / "events").rglob("*.parquet"))
    gone.unlink()
    findings = Lake.open(lake.path).check()
    assert [(finding.severe, finding.text) for finding in findings] == [
        (True, f"{gone}: the file is missing")
    ]
    with pytest.raises(LakeDamageError, match="the lake is damaged"):
        Lake.open(lake.path).events()


def test_shortened_file_is_found(lake: Lake) -> None:
    short = next((lake.path / "claims").rglob("*.parquet"))
    short.write_bytes(short.read_bytes()[:-100])
    [finding] = Lake.open(lake.path).check()
    assert finding.severe
    assert f"{short}: the file has another size" in finding.text
    with pytest.raises(LakeDamageError):
        Lake.open(lake.path).claims()


def test_table_without_its_log_is_damage(lake: Lake) -> None:
    shutil.rmtree(lake.path / "dyads" / "_delta_log")
    with pytest.raises(LakeDamageError, match="dragoman lake check"):
        Lake.open(lake.path).events()


def test_unreadable_log_is_damage(lake: Lake) -> None:
    log = sorted((lake.path / "commits" / "_delta_log").glob("*.json"))[1]
    log.write_text("no json")
    with pytest.raises(LakeDamageError, match="the lake is damaged"):
        Lake.open(lake.path)


def test_foreign_table_of_that_name_is_no_lake(tmp_path: Path) -> None:
    import pyarrow as pa
    from deltalake import write_deltalake

    write_deltalake(tmp_path / "commits", pa.table({"author": ["x"]}))
    with pytest.raises(NoLakeError):
        Lake.open(tmp_path)


def test_rows_behind_our_back_are_found(lake: Lake) -> None:
    """Somebody deletes rows with another program."""
    from deltalake import DeltaTable

    from dragoman.lake.commits import Commits, pinned

    table = DeltaTable(lake.path / "mentions")
    table.delete("entity = 'e1' AND document LIKE '%2'")
    Commits(lake.path).add(lambda _: {"kind": "compact", "versions": pinned({"mentions": table.version()})})
    assert [finding.text for finding in Lake.open(lake.path).check()] == [
        f"document {2:032d}: 1 rows in mentions, 2 were written"
    ]
