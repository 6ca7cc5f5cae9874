"""The manual names every command, option, format and exit code there is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import typer.main

from dragoman.cli.app import app
from dragoman.cli.exits import ExitCode
from dragoman.cli.formats import Format
from dragoman.read import DEFAULT_LIMIT_BYTES

MANUAL = (Path(__file__).resolve().parent.parent.parent / "docs" / "cli.md").read_text("utf-8")
ROOT = typer.main.get_command(app)


def commands(command: Any, name: str) -> dict[str, Any]:
    """A command and those below it, by what one types."""
    below = getattr(command, "commands", {}).items()
    return {name: command} | {
        one: found for part, sub in below for one, found in commands(sub, f"{name} {part}").items()
    }


COMMANDS = commands(ROOT, "dragoman")


def options() -> list[tuple[str, str]]:
    found = [
        (name, option)
        for name, command in COMMANDS.items()
        for parameter in command.params
        for option in (*parameter.opts, *parameter.secondary_opts)
        if option.startswith("-")
    ]
    return [*found, *((name, option) for name in COMMANDS for option in ("-h", "--help"))]


@pytest.mark.parametrize(("command", "option"), options(), ids=lambda value: value.replace(" ", "_"))
def test_option_is_in_the_manual(command: str, option: str) -> None:
    part = MANUAL.split("## Options")[1].split("\n## ")[0]
    table = part.split(f"\n`{command}`:\n")[1].split("\n`")[0] if f"\n`{command}`:\n" in part else ""
    assert re.search(rf"`{re.escape(option)}[ `]", table)


@pytest.mark.parametrize("command", COMMANDS)
def test_command_is_in_the_manual(command: str) -> None:
    assert command in MANUAL


@pytest.mark.parametrize("code", ExitCode, ids=lambda code: code.name)
def test_exit_code_is_in_the_manual(code: ExitCode) -> None:
    assert re.search(rf"^\| {code.value} \|", MANUAL, re.MULTILINE)


def test_manual_lists_no_other_exit_code() -> None:
    listed = re.findall(r"^\| (\d+) \|", MANUAL, re.MULTILINE)
    assert [int(code) for code in listed] == [code.value for code in ExitCode]


@pytest.mark.parametrize("format_", Format)
def test_format_is_in_the_manual(format_: Format) -> None:
    assert f"| `{format_}` |" in MANUAL


def test_manual_names_the_size_limit() -> None:
    assert f"at most {DEFAULT_LIMIT_BYTES // 2**20} MiB" in MANUAL


def test_help_names_no_file_of_the_repository() -> None:
    assert "docs/" not in (ROOT.epilog or "")
    assert "Exit codes: 0" in (ROOT.epilog or "")
