"""The floors of the house: imports go downwards only, typing-only and function-level ones too, and never in a circle."""

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from compliance.requirements import KINDS

PACKAGE = Path(__file__).parent.parent / "compliance"
ROOMS = {path.relative_to(PACKAGE.parent).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__"): path for path in PACKAGE.rglob("*.py")}

# From the top down. Rooms on one floor are strangers to each other, but for the pairs in NEIGHBOURS.
FLOORS: tuple[frozenset[str], ...] = (
    frozenset({"__main__"}),
    frozenset({"cli"}),
    frozenset({"", "examples"}),
    frozenset({"api", "drift"}),
    frozenset({"pipeline", "drafting"}),
    frozenset({"identify", "judge"}),
    frozenset({"terms"}),
    frozenset({"requirements", "attribution", "read", "load", "report"}),
    frozenset({"weighing"}),
    frozenset({"text"}),
    frozenset({"model", "errors", "version"}),
)
OWNERS = {"lxml": "read", "feedparser": "read", "markdown_it": "read", "httpx": "load", "httpcore": "load", "can_ada": "text"}


def imports(path: Path) -> set[str]:
    """Every module that a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide where a name comes from"
            base = node.module or ""
            found.update(f"{base}.{alias.name}" if f"{base}.{alias.name}" in ROOMS else base for alias in node.names)
    return found


def floor_of(module: str) -> int:
    room = module.removeprefix("compliance").removeprefix(".").partition(".")[0]
    return next(index for index, floor in enumerate(FLOORS) if room in floor)


def room_of(module: str) -> str:
    return module.removeprefix("compliance").removeprefix(".").partition(".")[0]


@pytest.mark.parametrize("module", sorted(ROOMS))
def test_imports_go_downwards(module: str) -> None:
    for other in imports(ROOMS[module]):
        if other not in ROOMS:
            continue
        same_room = room_of(module) == room_of(other)
        assert same_room or floor_of(other) > floor_of(module), f"{module} imports {other}, which is not below it"


def test_no_circle() -> None:
    graph = {module: {other for other in imports(path) if other in ROOMS and other != module} for module, path in ROOMS.items()}
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(f"circle: {' -> '.join(error.args[1])}")


def test_every_room_has_a_floor() -> None:
    rooms = {room_of(module) for module in ROOMS}
    assert rooms <= frozenset().union(*FLOORS)


@pytest.mark.parametrize("module", sorted(ROOMS))
def test_foreign_libraries_have_one_owner(module: str) -> None:
    for other in imports(ROOMS[module]):
        owner = OWNERS.get(other.partition(".")[0])
        assert owner is None or room_of(module) == owner, f"{module} imports {other}, which belongs to {owner}/"


@pytest.mark.parametrize("module", sorted(name for name, path in ROOMS.items() if path.name == "__init__.py" and name != "compliance"))
def test_a_face_defines_nothing(module: str) -> None:
    tree = ast.parse(ROOMS[module].read_text("utf-8"))
    assert not [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]


def test_files_stay_readable() -> None:
    assert [f"{path}: {count} lines" for path in ROOMS.values() if (count := len(path.read_text("utf-8").splitlines())) > 400] == []


def test_no_drawers_for_odds_and_ends() -> None:
    assert [path for path in ROOMS.values() if path.stem in ("utils", "helpers", "common", "misc")] == []


def test_every_kind_is_in_the_catalogue_under_its_own_name() -> None:
    written = {path.stem.replace("_", "-") for path in (PACKAGE / "requirements").glob("*.py") if " = Kind(\n" in path.read_text("utf-8")}
    assert written == set(KINDS)
    assert [name for name, kind in KINDS.items() if kind.name != name] == []
