"""The program as its users run it, without what starting Python costs each time.

In go the words of a call, its folder, environment and standard input; out comes what a process of its own gives: status and both outputs. One process has the
program loaded and forks for every call; a call whose environment speaks to Python itself, or a system without fork, gets a process from the start.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

SECONDS = 120

_SERVER = """
import json, os, signal, sys, traceback
from awesomelint.cli import main
import awesomelint.cli.run

for line in sys.stdin:
    call = json.loads(line)
    child = os.fork()
    if not child:
        status = 1
        try:
            signal.alarm(call["seconds"])
            os.chdir(call["folder"])
            os.environ.clear()
            os.environ.update(call["environment"])
            for number, (name, flags) in enumerate(zip(call["files"], (os.O_RDONLY, os.O_WRONLY, os.O_WRONLY))):
                os.dup2(os.open(name, flags), number)
            sys.stdin = open(0, encoding="utf-8", closefd=False)
            sys.argv = ["awesomelint", *call["words"]]
            main()
            status = 0
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        except BaseException:
            traceback.print_exc()
        finally:
            for stream in (sys.stdout, sys.stderr):
                try:
                    stream.flush()
                except (OSError, ValueError):
                    pass
            os._exit(status)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


def called(
    words: list[str], folder: Path, environment: Mapping[str, str], given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """One call of the program; it may take `SECONDS`."""
    if not hasattr(os, "fork") or any(_is_for_python(name, value) for name, value in environment.items()):
        command = [sys.executable, "-m", "awesomelint", *words]
        return subprocess.run(
            command, cwd=folder, env=environment, input=given, capture_output=True, check=False, timeout=SECONDS
        )
    with tempfile.TemporaryDirectory() as place:
        files = [Path(place) / name for name in ("in", "out", "err")]
        for path, content in zip(files, (given, b"", b""), strict=True):
            path.write_bytes(content)
        call = {
            "words": words,
            "folder": str(folder),
            "environment": dict(environment),
            "files": list(map(str, files)),
            "seconds": SECONDS,
        }
        server = _server()
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(json.dumps(call) + "\n")
        server.stdin.flush()
        status = int(server.stdout.readline())
        assert status != -14, f"awesomelint {' '.join(words)} took longer than {SECONDS} s"
        return subprocess.CompletedProcess(words, status, files[1].read_bytes(), files[2].read_bytes())


def _is_for_python(name: str, value: str) -> bool:
    """Whether a variable asks Python for something that this process was not asked for; the encoding of the outputs the program sets itself."""
    return name.startswith("PYTHON") and name != "PYTHONIOENCODING" and os.environ.get(name) != value


@cache
def _server() -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", _SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
