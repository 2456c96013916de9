"""What starting costs: whole processes, CPU time, against `python -c pass`.

    python tests/benchmarks/startup.py [--runs 15]

The commands run in turn; printed are the medians and the medians of the ratios. Bytecode is allowed, one run of each is not counted.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "fixtures" / "publishers" / "baseline"


def cpu(command: list[str], environment: dict[str, str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=15)
    runs = options.parse_args().runs
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    program = str(Path(sys.executable).with_name("compliance"))
    page = str(next(iter(sorted(PAGE.glob("*.html")))))
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "import lxml.etree": [sys.executable, "-c", "import lxml.etree"],
        "compliance --version": [program, "--version"],
        "compliance check": [program, "check", page],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, command in commands.items():
            taken = cpu(command, environment)
            if run:
                times[name].append(taken)
    for name, taken_ in times.items():
        ratios = [own / bare for own, bare in zip(taken_, times["python -c pass"], strict=True)]
        print(f"{name:22} {statistics.median(taken_) * 1000:6.1f} ms CPU   {statistics.median(ratios):5.2f} x python -c pass")


if __name__ == "__main__":
    main()
