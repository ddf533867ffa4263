"""Where the tests find what lies beside the project."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("suite", max_examples=60, deadline=None)
settings.register_profile("fuzz", max_examples=3000, deadline=None)
settings.load_profile("suite")

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture(scope="session")
def corpus() -> list[Path]:
    """The real lists, read in place; a test that needs them is skipped where they are absent."""
    folder = SHARED / "corpus"
    if not folder.is_dir():
        pytest.skip("the corpus of real lists does not lie beside the project")
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in (".md", ".markdown"))
