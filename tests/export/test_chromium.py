"""Pages are opened by Chromium, with nothing outside to reach; skipped where there is none."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from dragoman.exchange import iter_reports
from dragoman.records import Coded

NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((found for name in NAMES if (found := shutil.which(name))), None)
SECONDS = 60

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")


def opened(page: Path, tmp_path: Path) -> tuple[str, str]:
    """The page's content after its scripts have run, and what the browser said."""
    done = subprocess.run(
        [
            *(str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
            *(
                "--no-first-run",
                f"--user-data-dir={tmp_path / 'profile'}",
                "--enable-logging=stderr",
                "--v=0",
            ),
            *("--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=5000", "--dump-dom"),
            page.as_uri(),
        ],
        check=True,
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )
    return done.stdout, done.stderr


def complaints(said: str) -> list[str]:
    """What the page's console said: errors, refusals of its policy, things that could not be loaded."""
    return [line for line in said.splitlines() if ":CONSOLE" in line]


def test_plot(coded: Coded, tmp_path: Path) -> None:
    pytest.importorskip("altair", reason="needs the extra lake")
    from dragoman.series import Choice, Dyads, chart, render, series

    table = series(Dyads(iter_reports(coded)), Choice(period="month"))
    page = tmp_path / "plot.html"
    page.write_bytes(render(chart(table, "counts", period="month", title="Kenya and Norway"), "html"))
    content, said = opened(page, tmp_path)
    assert "<canvas" in content or "<svg" in content  # drawn, by the script in the page
    assert complaints(said) == []


def test_dossier(coded: Coded, tmp_path: Path) -> None:
    pytest.importorskip("deltalake", reason="needs the extra lake")
    from dragoman.lake import Lake, dossier_html

    lake = Lake.create(tmp_path / "lake")
    lake.append([coded])
    page = tmp_path / "dossier.html"
    page.write_bytes(dossier_html(lake.dossier("NOR", "KEN")))
    content, said = opened(page, tmp_path)
    assert "Norway and Kenya</h1>" in content
    assert content.count("<blockquote>") >= 8
    assert complaints(said) == []
