"""`compliance rules new` as its users run it: where the page comes from, where the draft goes, what the exit code says."""

import datetime
import threading
import tomllib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from conftest import FIXTURES, Run

PAGE = FIXTURES / "drafting" / "en-under-an-article.html"
KINDS = {"source-credit", "byline", "original-link", "use-context", "permission"}


def kinds(source: str) -> set[str]:
    return {requirement["kind"] for requirement in tomllib.loads(source)["requirement"]}


def test_a_file(run: Run) -> None:
    done = run("rules", "new", PAGE)
    assert (done.returncode, kinds(done.stdout)) == (0, KINDS)
    assert done.stderr == "5 demands proposed, 0 sentences not placed: read the draft against the page, then set its status\n"
    data = tomllib.loads(done.stdout)
    assert (data["status"], data["terms"]["read_on"], data["publisher"]["name"]) == ("draft", datetime.date.today(), "Saltmarsh Review")


def test_standard_input_with_its_address_name_id_and_day(run: Run) -> None:
    options = ("--location", "https://www.marsh.example/terms", "--name", "The Marsh", "--id", "marsh-1", "--read-on", "2024-02-29")
    done = run("rules", "new", "-", *options, stdin=PAGE.read_bytes())
    data = tomllib.loads(done.stdout)
    assert (data["id"], data["publisher"]["name"], data["publisher"]["domains"]) == ("marsh-1", "The Marsh", ["marsh.example"])
    assert (data["terms"]["url"], data["terms"]["read_on"]) == ("https://www.marsh.example/terms", datetime.date(2024, 2, 29))


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = PAGE.read_bytes()
        self.send_response(200 if self.path == "/terms" else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        del format, args


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    httpd.server_close()


def test_an_address(run: Run, server: str) -> None:
    done = run("rules", "new", f"http://{server}/terms", "--allow-host", server)
    assert (done.returncode, kinds(done.stdout)) == (0, KINDS)
    data = tomllib.loads(done.stdout)
    assert data["terms"]["url"] == f"http://{server}/terms"
    assert data["publisher"]["domains"] == ["publisher.invalid"]  # an address of numbers is no domain


def test_an_address_that_is_not_fetched(run: Run, server: str) -> None:
    refused, gone = run("rules", "new", f"http://{server}/terms"), run("rules", "new", f"http://{server}/none", "--allow-host", server)
    assert (refused.returncode, refused.stdout, gone.returncode, gone.stdout) == (3, "", 3, "")
    assert "lies in a private network" in refused.stderr
    assert "there is no such page" in gone.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--id", "The Gazette"), "--id The Gazette: small letters"),
        (("--name", " "), "--name: give"),
        (("--location", "nowhere"), "--location nowhere: no web address"),
        (("--read-on", "yesterday"), "--read-on yesterday: no day"),
        (("--output", "/nonexistent/folder/x.toml"), "cannot be written"),
    ],
)
def test_bad_usage(arguments: tuple[str, ...], message: str, run: Run) -> None:
    done = run("rules", "new", PAGE, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


def test_no_file_is_written_over(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "draft.toml"
    path.write_text("mine", encoding="utf-8")
    link = tmp_path / "link.toml"
    link.symlink_to(tmp_path / "nowhere.toml")
    for each in (path, link):
        done = run("rules", "new", PAGE, "--output", each)
        assert (done.returncode, done.stdout) == (2, "")
        assert "exists already" in done.stderr
    assert path.read_text("utf-8") == "mine"
    assert not (tmp_path / "nowhere.toml").exists()


def test_to_a_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "draft.toml"
    done = run("rules", "new", PAGE, "--output", path)
    assert (done.returncode, done.stdout, kinds(path.read_text("utf-8"))) == (0, "", KINDS)


def test_no_terms(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "draft.toml"
    done = run("rules", "new", FIXTURES / "drafting" / "en-fair-use-only.txt", "--output", path)
    assert (done.returncode, done.stdout, path.exists()) == (5, "", False)
    assert "no terms found" in done.stderr
    assert "in English, French, Spanish and German" in done.stderr


@pytest.mark.parametrize(("name", "data"), [("none.html", None), ("empty.html", b" "), ("page.pdf", b"%PDF-1.7"), ("latin.bin", bytes(range(256)) * 20)])
def test_unreadable(name: str, data: bytes | None, run: Run, tmp_path: Path) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    done = run("rules", "new", path)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("error: ")


def test_terms_that_the_shelf_has_are_told(run: Run) -> None:
    done = run("rules", "new", PAGE, "--location", "https://theconversation.com/us/republishing-guidelines")
    assert "note: the shelf has terms “theconversation” already" in done.stderr


def test_the_same_page_gives_the_same_draft(run: Run) -> None:
    one, other = (run("rules", "new", PAGE, "--read-on", "2026-11-24").stdout for _ in range(2))
    assert one == other != ""


def test_a_long_page_is_drafted_in_time(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "long.html"
    path.write_text(
        "<p>" + "You must credit the author. " * 20000 + "</p><p>" + "must “link " * 50000 + "</p>" + "<li>You may republish our stories.</li>" * 3000,
        encoding="utf-8",
    )
    assert run("rules", "new", path).returncode in (0, 5)  # the run fixture stops after a minute


def test_a_page_of_nothing_but_terms_gives_a_draft_that_loads(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "terms.html"
    items = "".join(
        f"<li>You may republish our stories. You must credit the author, and you must add “This is the line of number {n}.” {'x' * 300}.</li>"
        for n in range(2000)
    )
    path.write_text(f"<h1>Republishing</h1><ul>{items}</ul>", encoding="utf-8")
    assert run("rules", "new", path, "--output", tmp_path / "draft.toml").returncode == 0
    assert kinds((tmp_path / "draft.toml").read_text("utf-8")) == {"byline"}
    assert run("rules", "lint", tmp_path / "draft.toml").returncode == 0
