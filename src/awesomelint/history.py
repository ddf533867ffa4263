"""Git at the rim: what a file was at a revision.

In go a path and a revision's name, out comes the text of the file there. Nothing is fetched; a pull request's base has to be in the clone.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from .errors import HistoryError
from .files import decode

PULL_REQUEST = "pull-request"
"""The name for the base of the pull request that CI runs for."""


def base_revision(wanted: str, folder: Path) -> str | None:
    """The commit to compare with: where the branch began, if the revision went on since; None outside of a pull request.

    GitHub gives a pull request's base as GITHUB_BASE_REF, GitLab as CI_MERGE_REQUEST_DIFF_BASE_SHA ("Default environment variables" and
    "Predefined CI/CD variables" in their documentation). Raises HistoryError.
    """
    if wanted == PULL_REQUEST:
        sha, branch = os.environ.get("CI_MERGE_REQUEST_DIFF_BASE_SHA"), os.environ.get("GITHUB_BASE_REF")
        if not sha and not branch:
            return None
        wanted = sha or f"origin/{branch}"
    if wanted.startswith("-"):
        raise HistoryError(f"--since {wanted}: is no revision")
    if _git(folder, "rev-parse", "--verify", "--quiet", f"{wanted}^{{commit}}") is None:
        more = "; in CI fetch it first (actions/checkout with fetch-depth: 0)" if os.environ.get("CI") else ""
        raise HistoryError(f"--since {wanted}: git knows no such revision here{more}")
    began = _git(folder, "merge-base", wanted, "HEAD")
    return began.decode().strip() if began else wanted


def text_at(revision: str, path: Path) -> str:
    """A file's text at a revision, without byte-order mark; empty where it did not exist. Raises HistoryError, NotUtf8."""
    folder = path.resolve().parent
    listed = _git(folder, "ls-tree", "--name-only", revision, "--", path.name)
    if not listed:
        return ""
    data = _git(folder, "show", f"{revision}:./{path.name}")
    return "" if data is None else decode(data, f"{path} at {revision[:12]}")[0]


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git prints; None where it fails. Raises HistoryError where there is no git, or no repository."""
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)
    except OSError as error:
        raise HistoryError(f"--since needs git, which cannot be run ({error.strerror or error})") from error
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode(errors="replace").strip()
    if "not a git repository" in said or "dubious ownership" in said:
        raise HistoryError(f"{folder}: {said.splitlines()[0].removeprefix('fatal: ')}")
    return None
