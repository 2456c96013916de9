"""Kept rules hold as long as what they were read from, and a kept file that nobody vouches for is none."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT

from compliance.terms import Shelf, cache, load_shelf, rules, shelf

FILE = "publishers/mondialisation.ca.toml"
LOAD = "import sys; sys.dont_write_bytecode = False; from compliance.terms import shelf; shelf.bundled = lambda: sys.argv[1]; print(shelf.load_shelf().digest)"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the bundled rules that takes their place, some minutes old."""
    folder = tmp_path / "rules"
    shutil.copytree(ROOT / "rules", folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(shelf, "bundled", lambda: str(folder))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(cache, "_COARSE", -(10**18))  # no file of this test is old enough
    return folder


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows by one whenever the rule files are read."""
    counted: list[str] = []
    real = rules.read_rules

    def counting(folder: str, folders: tuple[str, ...]) -> rules.Rules:
        counted.append(folder)
        return real(folder, folders)

    monkeypatch.setattr(rules, "read_rules", counting)
    return counted


def kept(own: Path) -> Path:
    return own / "__pycache__" / "rules.bin"


def same(one: Shelf, other: Shelf) -> bool:
    return (dict(one.terms), one.lexicon, one.digest) == (dict(other.terms), other.lexicon, other.digest)


def test_a_second_start_reads_no_rule_file_and_gets_the_same(own: Path, reads: list[str]) -> None:
    first, second = load_shelf(drafts=True), load_shelf(drafts=True)
    assert len(reads) == 1
    assert same(first, second)
    for terms in first.terms.values():
        for name in terms.publisher.names if terms.publisher else ():
            assert (found := first.by_name(name)) is not None
            assert second.by_name(name) == found
        for domain in terms.publisher.domains if terms.publisher else ():
            assert second.by_url(f"https://www.{domain}/2024/story") == first.by_url(f"https://www.{domain}/2024/story")


def test_drafts_are_kept_and_stay_off_the_shelf(own: Path) -> None:
    draft = (own / FILE).read_text("utf-8").replace('status = "reviewed"', 'status = "draft"')
    (own / FILE).write_text(draft, "utf-8")
    for _ in range(2):
        assert load_shelf().by_name("Mondialisation.ca") is None
        assert "mondialisation" not in load_shelf().terms
        assert load_shelf(drafts=True).by_name("Mondialisation.ca") is not None


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda data: data[:10],
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1],
        lambda data: data + b"\0",
        lambda _: b"\xff" * 4096,
        lambda data: data[:5000] + bytes([data[5000] ^ 1]) + data[5001:],
        lambda data: data.replace(b"compliance rules", b"compliance ruled", 1),
        lambda data: data.replace(data[: data.index(b"\n")], b"compliance rules 0.0.1 30a0000", 1),
        lambda data: data[data.index(b"\n") + 5 :],
    ],
    ids=["empty", "head", "half", "short", "long", "garbage", "bit", "magic", "version", "bare"],
)
def test_a_kept_file_that_is_damaged_or_foreign_is_read_anew(own: Path, reads: list[str], damage: Callable[[bytes], bytes]) -> None:
    whole = load_shelf()
    data = kept(own).read_bytes()
    kept(own).write_bytes(damage(data))
    assert same(load_shelf(), whole)
    assert len(reads) == 2
    assert kept(own).read_bytes() == data


def test_a_kept_file_that_others_may_write_is_not_believed(own: Path, reads: list[str]) -> None:
    load_shelf()
    kept(own).chmod(0o664)
    load_shelf()
    assert len(reads) == 2
    assert kept(own).stat().st_mode & 0o022 == 0
    stranger = list(kept(own).stat())
    stranger[4] = 54321
    assert not cache._is_ours(os.stat_result(stranger), str(own))
    assert cache._is_ours(kept(own).stat(), str(own))


def test_a_pipe_in_its_place_does_not_hang(own: Path, reads: list[str]) -> None:
    kept(own).parent.mkdir()
    os.mkfifo(kept(own))
    load_shelf()
    assert kept(own).is_file()


def test_a_change_of_the_contents_is_seen_whatever_size_and_time_say(own: Path, reads: list[str]) -> None:
    before = load_shelf()
    status = (own / FILE).stat()
    text = (own / FILE).read_text("utf-8")
    (own / FILE).write_text(text.replace("Mondialisation.ca", "Mondialisation.cb"), "utf-8")
    os.utime(own / FILE, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert (own / FILE).stat().st_size == status.st_size
    after = load_shelf()
    assert after.digest != before.digest
    assert len(reads) == 2


def test_a_change_within_the_clock_s_grain_is_seen(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where neither size, times nor inode tell: what was kept just after the file was written is looked into."""
    monkeypatch.setattr(cache, "_COARSE", 2_000_000_000)
    blind = cache.sources
    before = load_shelf()
    frozen = blind(str(own), ())
    monkeypatch.setattr(shelf, "sources", lambda folder, folders: blind(folder, folders)._replace(states=frozen.states))
    (own / FILE).write_text((own / FILE).read_text("utf-8").replace("Mondialisation.ca", "Mondialisation.cb"), "utf-8")
    assert load_shelf().digest != before.digest


def test_files_that_were_only_touched_are_not_read_anew(own: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    load_shelf()
    os.utime(own / FILE, (1, 1))
    load_shelf()
    monkeypatch.setattr(cache, "content", lambda _: pytest.fail("looked into the files again"))
    load_shelf()
    assert len(reads) == 1


def test_a_new_file_and_a_missing_one_are_seen(own: Path, reads: list[str]) -> None:
    load_shelf()
    shutil.copy(own / FILE, own / "publishers" / "other.toml")
    text = (own / FILE).read_text("utf-8").replace('id = "mondialisation"', 'id = "other"')
    (own / "publishers" / "other.toml").write_text(text, "utf-8")
    assert "other" in load_shelf().terms
    (own / "publishers" / "other.toml").unlink()
    assert "other" not in load_shelf().terms


def test_what_changes_while_it_is_read_is_not_kept(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = rules.read_rules

    def changing(folder: str, folders: tuple[str, ...]) -> rules.Rules:
        read = real(folder, folders)
        (own / FILE).write_text((own / FILE).read_text("utf-8") + "\n", "utf-8")
        return read

    monkeypatch.setattr(rules, "read_rules", changing)
    load_shelf()
    assert not kept(own).exists()


def test_a_folder_that_cannot_be_written_and_python_without_bytecode(own: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    (own / "__pycache__").write_text("in the way", "utf-8")
    assert same(load_shelf(), load_shelf())
    (own / "__pycache__").unlink()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    load_shelf()
    assert len(reads) == 3
    assert not (own / "__pycache__").exists()


def test_many_starts_at_once_get_the_same_and_leave_one_file(own: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    starts = [
        subprocess.Popen([sys.executable, "-c", LOAD, str(own)], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(6)
    ]
    told = [start.communicate(timeout=60) for start in starts]
    assert {errors for _, errors in told} == {""}
    assert {digest for digest, _ in told} == {load_shelf().digest + "\n"}
    assert [path.name for path in kept(own).parent.iterdir()] == ["rules.bin"]


def test_what_broken_starts_left_behind_is_removed(own: Path) -> None:
    kept(own).parent.mkdir()
    old, new = (kept(own).with_name(f"rules.bin.{number}-abcdef01") for number in (1, 2))
    old.write_bytes(b"half")
    new.write_bytes(b"another start is writing this")
    os.utime(old, (time.time() - 7200,) * 2)
    load_shelf()
    assert not old.exists()
    assert new.exists()


def test_further_folders_are_kept_beside_the_bundled_rules_and_never_in_themselves(own: Path, reads: list[str], tmp_path: Path) -> None:
    further = tmp_path / "ours"
    further.mkdir()
    text = (own / FILE).read_text("utf-8").replace('id = "mondialisation"', 'id = "ours"').replace('"Mondialisation.ca"', '"Our Paper"')
    (further / "ours.toml").write_text(text.replace("mondialisation.ca", "ours.example"), "utf-8")
    load_shelf()
    first, second = load_shelf((str(further),)), load_shelf((str(further),))
    assert len(reads) == 2
    assert same(first, second)
    assert "ours" in second.terms
    assert "ours" not in load_shelf().terms
    assert [path.name for path in further.iterdir()] == ["ours.toml"]
    # a kept file that travels in the folder is nothing
    (further / "__pycache__").mkdir()
    shutil.copy(kept(own), further / "__pycache__" / "rules.bin")
    (further / "ours.toml").write_text((further / "ours.toml").read_text("utf-8").replace("Our Paper", "Our Daily Paper"), "utf-8")
    assert load_shelf((str(further),)).by_name("Our Daily Paper") is not None


def test_of_further_folders_a_few_are_kept(own: Path, tmp_path: Path) -> None:
    for number in range(11):
        further = tmp_path / f"ours{number}"
        further.mkdir()
        text = (own / "licenses" / "cc-by-4.0.toml").read_text("utf-8").replace('id = "cc-by-4.0"', f'id = "ours-{number}"')
        (further / "ours.toml").write_text(text, "utf-8")
        load_shelf((str(further),))
    assert len([path for path in kept(own).parent.iterdir() if path.name.startswith("rules-")]) == 8
