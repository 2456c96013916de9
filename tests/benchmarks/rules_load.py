"""What the rules cost at every start: a shelf from the kept file, with the bundled rules and with many more files of terms.

    python tests/benchmarks/rules_load.py [--more 230] [--runs 15]

Whole processes, CPU time over `import compliance.terms`; bytecode is allowed, and the start that reads the rules is told apart.
The further files are the bundled ones of publishers under other names.
"""

import argparse
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
IMPORT = "from compliance.terms import shelf"
LOAD = IMPORT + "; import sys; shelf.bundled = lambda: sys.argv[1]; found = shelf.load_shelf(); found.by_url('https://a.example/b'); found.by_name('Nobody')"


def cpu(code: str, folder: Path) -> float:
    """Milliseconds of a process."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"} | {"PYTHONPATH": str(ROOT)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code, str(folder)], check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def grow(rules: Path, more: int) -> None:
    """Add files of terms: other ids, names and domains, the same demands."""
    texts = [path.read_text("utf-8") for path in sorted((rules / "publishers").glob("*.toml"))]
    for number in range(more):
        text = texts[number % len(texts)]
        for pattern, new in (
            (r'^id = "(.*)"', rf'id = "\1-{number}"'),
            (r'^name = "(.*)"', rf'name = "\1 {number}"'),
            (r"^also_known_as = \[[^\]]*\]", f'also_known_as = ["Paper {number}", "The {number} Review"]'),
            (r"^domains = \[[^\]]*\]", f'domains = ["paper{number}.example", "review{number}.example"]'),
        ):
            text = re.sub(pattern, new, text, count=1, flags=re.MULTILINE)
        (rules / "publishers" / f"paper{number}.example.toml").write_text(text, "utf-8")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--more", type=int, default=230)
    options.add_argument("--runs", type=int, default=15)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as home:
        bare, grown = Path(home) / "bare", Path(home) / "grown"
        for folder in (bare, grown):
            shutil.copytree(ROOT / "rules", folder, ignore=shutil.ignore_patterns("__pycache__"))
        grow(grown, given.more)
        first = {name: cpu(LOAD, folder) for name, folder in (("bundled", bare), ("grown", grown))}
        subprocess.run(["sleep", "3"], check=True)
        for folder in (bare, grown):  # kept just after they were written, the files are looked into once more
            cpu(LOAD, folder)
        times: dict[str, list[float]] = {"import": [], "bundled": [], "grown": []}
        for _ in range(given.runs):
            for name, code, folder in (("import", IMPORT, bare), ("bundled", LOAD, bare), ("grown", LOAD, grown)):
                times[name].append(cpu(code, folder))
    base = statistics.median(times["import"])
    for name, files in (("bundled", "the bundled rules"), ("grown", f"and {given.more} files more")):
        print(f"{files:22} {statistics.median(times[name]) - base:6.1f} ms from the kept file, {first[name] - base:7.1f} ms reading them")


if __name__ == "__main__":
    main()
