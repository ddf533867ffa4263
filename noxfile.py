"""What developers do daily: `nox -s test`, `lint`, `types`, `corpus`, `reading`, `fuzz`, `bench`, `docs`.

Every session makes its own environment from the ranges in pyproject.toml.
"""

from __future__ import annotations

import nox

nox.options.sessions = ["test", "lint", "types"]
nox.options.reuse_existing_virtualenvs = True
PYTHONS = nox.project.python_versions(nox.project.load_toml("pyproject.toml"))


def install(session: nox.Session, *groups: str) -> None:
    """The project in place, with groups of development dependencies."""
    session.install("-e", ".", *nox.project.dependency_groups(nox.project.load_toml("pyproject.toml"), *groups))


@nox.session
def test(session: nox.Session) -> None:
    """The suite, on the Python that runs nox."""
    install(session, "test")
    session.run("pytest", "-n", "auto", "--dist", "worksteal", *session.posargs)


@nox.session(python=PYTHONS)
def pythons(session: nox.Session) -> None:
    """The suite on every Python of the classifiers that is installed."""
    install(session, "test")
    session.run("pytest", "-n", "auto", "--dist", "worksteal", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Lint and format check."""
    install(session, "lint")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """mypy, strict."""
    install(session, "test", "types")
    session.run("mypy")


@nox.session
def corpus(session: nox.Session) -> None:
    """Check and fix a folder of real lists: `nox -s corpus -- FOLDER [--save FILE] [--against FILE]`."""
    install(session)
    session.run("python", "tasks/corpus.py", *session.posargs)


@nox.session
def reading(session: nox.Session) -> None:
    """How well real lists are read, and where entries are lost: `nox -s reading -- FOLDER [FOLDER…] --gold DIR [DIR…]`."""
    install(session)
    session.run("python", "tasks/reading.py", *session.posargs)


@nox.session
def fuzz(session: nox.Session) -> None:
    """The property tests with fifty times as many examples."""
    install(session, "test")
    session.run("pytest", "-n", "auto", "--hypothesis-profile=fuzz", "-k", "law or markdown", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Speed beside mistune and mdformat, in one run."""
    install(session, "bench")
    session.run("python", "tasks/bench.py", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Write the handbook's pages from the rules."""
    install(session)
    session.run("python", "tasks/docs.py", *session.posargs)
