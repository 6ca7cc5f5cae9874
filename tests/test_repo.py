"""The repository itself: locks that any mirror serves, no machine paths, targets that say what they do."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
LOCKS = sorted((REPOSITORY / "requirements").glob("*.lock"))

# Written in halves, so that this file does not find itself.
PACKAGE_HOSTS = re.compile(
    "|".join(["py" r"pi\.org", "python" r"hosted\.org", "npm" r"js\.(?:org|com)", "deb" r"ian\.org"])
)
MACHINE_PATHS = re.compile(r"(?<![\w.~/-])/(?:" + "|".join(["work", "root", "home", "opt"]) + r")/\w")
TEXT_LIMIT_BYTES = 400_000
"""Larger files are tables of data, which a test of their own reads."""


def tracked() -> list[Path]:
    """Files under version control, or every file of an unpacked source archive."""
    git = shutil.which("git")
    if git and (REPOSITORY / ".git").exists():
        listed = subprocess.run(
            [git, "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, check=True
        ).stdout
        paths = [REPOSITORY / name for name in listed.decode().split("\0") if name]
    else:
        paths = [path for path in REPOSITORY.rglob("*") if ".venv" not in path.parts]
    return [path for path in paths if path.is_file() and path.stat().st_size < TEXT_LIMIT_BYTES]


def lines(path: Path) -> list[str]:
    data = path.read_bytes()
    return [] if b"\0" in data else data.decode("utf-8", "replace").splitlines()


@pytest.mark.parametrize("pattern", [PACKAGE_HOSTS, MACHINE_PATHS], ids=["package host", "machine path"])
def test_no_file_names_a(pattern: re.Pattern[str]) -> None:
    found = [
        f"{path.relative_to(REPOSITORY)}:{number}: {line.strip()[:120]}"
        for path in tracked()
        for number, line in enumerate(lines(path), start=1)
        if pattern.search(line)
    ]
    assert not found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("see " + "/ho" + "me/somebody/notes", True, id="home"),
        pytest.param("../shared/gold", False, id="relative"),
        pytest.param("a homely/rooted path", False, id="words"),
        pytest.param("docs/" + "work" + "/x", False, id="folder inside"),
    ],
)
def test_machine_path_pattern(text: str, found: bool) -> None:
    assert bool(MACHINE_PATHS.search(text)) == found


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_lock_pins_every_file_and_names_no_source(lock: Path) -> None:
    text = lock.read_text("utf-8")
    for word in ("://", "--index-url", "--extra-index-url", "--find-links", "--trusted-host", " @ ", "file:"):
        assert word not in text
    requirements = re.split(r"\n(?=[A-Za-z0-9])", text)[1:]
    assert len(requirements) > 20
    for requirement in requirements:
        assert re.match(r"[A-Za-z0-9_.-]+==\S+", requirement), requirement[:80]
        assert "--hash=sha256:" in requirement, requirement[:80]


def test_locks_agree() -> None:
    """What the development lock installs satisfies the run lock, so that one environment serves both."""
    run, dev = (
        set(
            re.findall(
                r"^([a-z0-9_.-]+==[^\s;]+)", (REPOSITORY / "requirements" / name).read_text("utf-8"), re.M
            )
        )
        for name in ("run.lock", "dev.lock")
    )
    assert run < dev


@pytest.mark.parametrize(("lock", "group"), [("run.lock", None), ("dev.lock", "dev")])
def test_lock_covers_pyproject(lock: str, group: str | None) -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
    wanted = list(project["project"]["dependencies"])
    wanted += [item for item in project["dependency-groups"].get(group, []) if isinstance(item, str)]
    pinned = set(
        re.findall(r"^([a-z0-9_.-]+)==", (REPOSITORY / "requirements" / lock).read_text("utf-8"), re.M)
    )
    names = {re.split(r"[\[<>=!~ ;]", item)[0].lower().replace("_", "-") for item in wanted}
    assert names <= pinned, "run `make lock`"


def test_make_help_names_every_target() -> None:
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.M)
    assert phony
    said = subprocess.run(["make", "help"], cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout
    assert [line.split()[0] for line in said.splitlines()] == phony.group(1).split()
    assert all(len(line.split()) > 2 for line in said.splitlines())
