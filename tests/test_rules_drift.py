"""`compliance rules drift`, with pages from a real HTTP server on loopback, and readings put into rule files."""

import datetime
import hashlib
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from conftest import Run

from compliance.cli import rules_drift
from compliance.drift import digest_of
from compliance.errors import RulesError
from compliance.load import web
from compliance.terms.reading import with_reading, write_reading

TODAY = datetime.date.today().isoformat()
TERMS = (
    "<h2>Republish our articles</h2><p>You may republish our articles free of charge. You must credit The Gazette as the source and link to the original "
    "article. You may not sell our articles.</p>"
)
NAV = "<nav><a href=/>Home</a><a href=/news>News of {day}</a></nav>"
FOOTER = "<aside><h3>Most read</h3><p>{day}: the ferry was late</p></aside><footer>© 2026 The Gazette. Contact us.</footer>"
OTHER = "<p>The Gazette was founded in Cold Point, and has a staff of nine.</p>"


def page(terms: str = TERMS, day: str = "Monday", title: str = "Republishing") -> str:
    frame = f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{title}</title></head><body>{NAV}<main>{{}}</main>{FOOTER}</body></html>"
    return frame.format(f"<h1>{title}</h1>{OTHER}{terms}", day=day)


class _Handler(BaseHTTPRequestHandler):
    pages: dict[str, str] = {}  # noqa: RUF012 - the test's own
    asked: list[str] = []  # noqa: RUF012

    def do_GET(self) -> None:
        self.asked.append(f"{self.path} {self.headers['User-Agent']}")
        name = self.path.strip("/")
        status = {"gone": 404, "broken": 500, "walled": 403, "away": 302, "home": 302}.get(name, 200)
        self.send_response(status)
        if status == 302:
            self.send_header("Location", {"away": "/terms", "home": "/"}[name])
        if name == "slow":
            time.sleep(1)
        body = self.pages.get(name, "").encode()
        self.send_header("Content-Type", "application/pdf" if name == "pdf" else "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        del format, args


@pytest.fixture
def server() -> Iterator[str]:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    _Handler.pages = {"terms": page(), "": page("<p>News of the day.</p>", title="The Gazette")}
    _Handler.asked = []
    yield f"127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    httpd.server_close()


def rules(folder: Path, server: str, *places: str, digest: str = "", more: str = "", status: str = "reviewed") -> Path:
    """A folder with a rule file per page."""
    home = folder / "theirs"
    home.mkdir(exist_ok=True)
    for place in places:
        name = place.replace("?", "-") or "front"
        stored = f'digest = "{digest}"\n' if digest else ""
        (home / f"{name}.toml").write_text(
            f'id = "{name}"\ntitle = "T"\nstatus = "{status}"\n\n[publisher]\nname = "The Gazette"\ndomains = ["{name}.example"]\n\n'
            f'[terms]\nurl = "http://{server}/{place}"\nread_on = 2026-11-02\n{stored}summary = "s"\n{more}\n'
            '[[requirement]]\nkind = "source-credit"\nobligation = "must"\nclause = "c"\n',
            encoding="utf-8",
        )
    return home


def drift(run: Run, home: Path, server: str, *options: str) -> tuple[int, list[str]]:
    done = run("rules", "drift", *options, "--rules", home, "--allow-host", server)
    assert done.stderr == ""
    return done.returncode, done.stdout.splitlines()


def stored(run: Run, home: Path, server: str) -> str:
    """The digest that is printed for what is not stored."""
    code, lines = drift(run, home, server, "terms")
    assert (code, lines[0]) == (0, f"not stored   terms  http://{server}/terms")
    assert lines[2:] == ["exit 0: 1 not stored"]
    line = lines[1].strip()
    assert line.startswith('digest = "sha256:')
    return line.removeprefix('digest = "').removesuffix('"')


def test_what_is_not_stored_is_printed_and_what_is_the_same_is_the_same(run: Run, tmp_path: Path, server: str) -> None:
    digest = stored(run, rules(tmp_path, server, "terms"), server)
    home = rules(tmp_path, server, "terms", digest=digest)
    assert drift(run, home, server, "terms") == (0, [f"same         terms  http://{server}/terms", "exit 0: 1 same"])
    # another day's navigation, side box, title and spelling of blanks and quotes
    _Handler.pages["terms"] = page(TERMS.replace(". You", ".\n   You").replace("<p>", "<p>\u200b").replace("You may", "You&nbsp;may"), "Friday", "Reuse")
    assert drift(run, home, server, "terms")[0] == 0
    assert all("compliance/" in asked for asked in _Handler.asked)


@pytest.mark.parametrize(
    "change",
    [
        ("credit The Gazette as the source", "credit The Gazette and its editor as the source"),
        ("You may not sell our articles.", ""),
        ("free of charge", "for a fee"),
        ("</p>", " You must not crop our photos.</p>"),
    ],
    ids=["words", "less", "other", "more"],
)
def test_a_changed_paragraph_is_told(run: Run, tmp_path: Path, server: str, change: tuple[str, str]) -> None:
    digest = stored(run, rules(tmp_path, server, "terms"), server)
    home = rules(tmp_path, server, "terms", digest=digest)
    _Handler.pages["terms"] = page(TERMS.replace(*change))
    code, lines = drift(run, home, server, "terms")
    assert code == 1
    assert lines == [
        f"changed      terms  http://{server}/terms",
        "             reads otherwise than on 2026-11-02: read it, mend the file, then `compliance rules drift terms --write`",
        "exit 1: 1 changed",
    ]


def test_terms_that_are_gone_from_their_page_have_changed(run: Run, tmp_path: Path, server: str) -> None:
    home = rules(tmp_path, server, "terms", digest=stored(run, rules(tmp_path, server, "terms"), server))
    _Handler.pages["terms"] = page("<p>We have moved our office to Harbour Street.</p>")
    code, lines = drift(run, home, server, "terms")
    assert (code, lines[0].split()[0]) == (1, "changed")
    assert lines[2].strip() == "no paragraph of terms was told apart: the page's whole text is compared"


CHALLENGE = "<html><title>Just a moment...</title><body><h1>gazette.example</h1><p>Verifying you are human. This may take a few seconds.</p></body></html>"
SHELL = "<html><title>The Gazette</title><body><div id=app></div><script src=/app.js></script></body></html>"


@pytest.mark.parametrize(
    ("place", "html", "words"),
    [
        ("gone", "", "the server answers 404: there is no such page; check the address"),
        ("broken", "", "the server answers 500, not a page: try again later"),
        ("walled", CHALLENGE, "the server answers 403: it does not let this program in"),
        ("challenge", CHALLENGE, "the site asks whether a person is there"),
        ("shell", SHELL, "no text stands on the page: it may be made by a script"),
        ("empty", "", ""),
        ("pdf", "%PDF-1.7\n\0\1\2", ""),
        ("home", "", "the address leads to the front page: the page of terms may be gone"),
    ],
)
def test_a_page_that_cannot_be_read_is_no_changed_one(run: Run, tmp_path: Path, server: str, place: str, html: str, words: str) -> None:
    _Handler.pages[place] = html
    code, lines = drift(run, rules(tmp_path, server, place, digest="sha256:" + "0" * 64), server, place)
    assert code == 3
    assert lines[0] == f"unreachable  {place}  http://{server}/{place}"
    assert words in lines[1]
    assert lines[-1] == "exit 3: 1 unreachable"


def test_a_redirect_is_followed_and_told(run: Run, tmp_path: Path, server: str) -> None:
    digest = stored(run, rules(tmp_path, server, "terms"), server)
    home = rules(tmp_path, server, "away", digest=digest)
    assert drift(run, home, server, "away") == (
        0,
        [f"same         away  http://{server}/away", f"             the page stands at http://{server}/terms now", "exit 0: 1 same"],
    )


def test_a_front_page_without_terms_is_not_compared(run: Run, tmp_path: Path, server: str) -> None:
    code, lines = drift(run, rules(tmp_path, server, ""), server, "front")
    assert (code, lines[1].strip()) == (3, "no paragraph of terms was found on this front page; its other text changes every day")
    _Handler.pages[""] = page(title="The Gazette")
    assert drift(run, rules(tmp_path, server, ""), server, "front")[0] == 0


def test_a_server_that_does_not_answer(tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from compliance.cli.main import main

    monkeypatch.setattr(web, "_READ_SECONDS", 0.2)
    home = rules(tmp_path, server, "slow")
    assert main(["rules", "drift", "slow", "--rules", str(home), "--allow-host", server]) == 3
    assert "the server did not answer in time: try again later" in capsys.readouterr().out
    (home / "slow.toml").write_text((home / "slow.toml").read_text("utf-8").replace(server, "127.0.0.1:9"), "utf-8")
    assert main(["rules", "drift", "slow", "--rules", str(home), "--allow-host", "127.0.0.1:9"]) == 3
    assert main(["rules", "drift", "slow", "--rules", str(home)]) == 3
    assert "lies in a private network" in capsys.readouterr().out


def test_drafts_and_terms_without_address_are_skipped(run: Run, tmp_path: Path, server: str) -> None:
    home = rules(tmp_path, server, "terms", status="draft")
    assert drift(run, home, server, "terms", "baseline") == (
        5,
        [
            f"skipped      terms  http://{server}/terms",
            "             a draft: nobody has read its terms yet",
            "skipped      baseline",
            "             no address of the terms is known",
            "exit 5: 2 skipped",
        ],
    )
    assert _Handler.asked == []


def test_of_several_the_worst_decides_and_each_address_is_asked_once(
    tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from compliance.cli.main import main

    waits: list[float] = []
    monkeypatch.setattr(time, "sleep", waits.append)
    home = rules(tmp_path, server, "terms", "gone")
    twin = (home / "terms.toml").read_text("utf-8").replace('"terms"', '"twin"').replace('["terms.example"]', '["twin.example"]')
    (home / "twin.toml").write_text(twin.replace("read_on", f'digest = "sha256:{"1" * 64}"\nread_on'), "utf-8")
    assert main(["rules", "drift", "terms", "twin", "gone", "--rules", str(home), "--allow-host", server]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "exit 1: 1 changed, 1 unreachable, 1 not stored"
    assert [asked.split()[0] for asked in _Handler.asked] == ["/terms", "/gone"]
    assert [round(wait) for wait in waits] == [1]


def test_unknown_ids_and_a_licence_s_own_text(run: Run, tmp_path: Path, server: str) -> None:
    assert "did you mean “propublica”?" in run("rules", "drift", "propublcia").stderr
    home = rules(tmp_path, server, "terms")
    text = (home / "terms.toml").read_text("utf-8")
    (home / "terms.toml").write_text(text.replace('[publisher]\nname = "The Gazette"\ndomains = ["terms.example"]\n', ""), "utf-8")
    digest = stored(run, home, server)
    _Handler.pages["terms"] = page().replace(OTHER, OTHER * 2)
    assert stored(run, home, server) != digest


# --write


def test_write_puts_digest_and_day_in_and_touches_nothing_else(run: Run, tmp_path: Path, server: str) -> None:
    home = rules(tmp_path, server, "terms", more='contact = "desk@gazette.example"  # the desk\n')
    path = home / "terms.toml"
    before = path.read_bytes().replace(b"\n", b"\r\n").replace(b"2026-11-02", b"2026-11-02   # a Monday")
    path.write_bytes(b"\xef\xbb\xbf" + before)
    path.chmod(0o640)
    code, lines = drift(run, home, server, "terms", "--write")
    digest = lines[1].strip()
    assert (code, lines[2].strip()) == (0, f"written: read on {TODAY}")
    wanted = before.replace(b"2026-11-02   # a Monday\r\n", f"{TODAY}   # a Monday\r\n{digest}\r\n".encode())
    assert path.read_bytes() == b"\xef\xbb\xbf" + wanted
    assert path.stat().st_mode & 0o777 == 0o640
    assert [file.name for file in home.iterdir()] == ["terms.toml"]
    assert drift(run, home, server, "terms")[1][0].startswith("same ")


def test_a_changed_text_is_written_only_when_its_id_is_named(tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    home = rules(tmp_path, server, "terms", digest="sha256:" + "1" * 64)
    before = (home / "terms.toml").read_bytes()
    monkeypatch.setattr(rules_drift, "load_shelf", lambda *_, **__: _only(home))
    from compliance.cli.main import main

    assert main(["rules", "drift", "--write", "--rules", str(home), "--allow-host", server]) == 1
    assert (home / "terms.toml").read_bytes() == before
    assert drift(run, home, server, "terms", "--write")[1][2].strip() == f"written: read on {TODAY}"
    after = (home / "terms.toml").read_text("utf-8")
    assert after.count("digest = ") == 1
    assert drift(run, home, server, "terms")[0] == 0


def _only(home: Path) -> object:
    """A shelf that holds nothing but the folder's terms, so that no other page is asked for."""
    from compliance.terms import Shelf, load_shelf
    from compliance.terms.index import index_of

    whole = load_shelf((str(home),), drafts=True)
    terms = {name: whole.terms[name] for name in ("terms",)}
    return Shelf(terms, whole.lexicon, whole.digest, (), index_of([("terms", terms["terms"].publisher)], 1))


DIGEST = "sha256:" + "a" * 64


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[terms]\nread_on = 2026-11-02\n", f'[terms]\nread_on = 2026-11-25\ndigest = "{DIGEST}"\n'),
        ("[terms]\nread_on = 2026-11-02", f'[terms]\nread_on = 2026-11-25\ndigest = "{DIGEST}"'),
        ("[terms]\n  read_on=2026-11-02# x\n", f'[terms]\n  read_on=2026-11-25# x\n  digest = "{DIGEST}"\n'),
        ("[terms]\ndigest = 'sha256:0' # old\nread_on = 2026-11-02\n", f'[terms]\ndigest = "{DIGEST}" # old\nread_on = 2026-11-25\n'),
        ('[a]\nread_on = 2020-01-01\n[ terms ]\nread_on = 2026-11-02\n[b]\ndigest = "x"\n', None),
        ("terms = { read_on = 2026-11-02 }\n", None),
        ("terms.read_on = 2026-11-02\n", None),
        ('x = """\n[terms]\nread_on = 2026-11-02\n"""\n[terms]\nread_on = 2026-11-02\n', None),
        ('[terms]\ndigest = """\nsha"""\nread_on = 2026-11-02\n', None),
        ("[terms]\nread_on = 2026-11-02T10:00:00\n", None),
        ("[terms]\nread_on = \n", None),
        ("no terms", None),
    ],
)
def test_readings_in_files_of_many_shapes(before: str, after: str | None) -> None:
    found = with_reading(before.encode(), DIGEST, "2026-11-25")
    if before.startswith("[a]"):
        after = before.replace("2026-11-02\n", f'2026-11-25\ndigest = "{DIGEST}"\n')
    assert found == (after.encode() if after else None)


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match="cannot be read"):
        write_reading(str(tmp_path / "none.toml"), DIGEST, "2026-11-25")
    (tmp_path / "inline.toml").write_text("terms = { read_on = 2026-11-02 }\n", "utf-8")
    with pytest.raises(RulesError, match="put it in yourself: read_on = 2026-11-25, digest = "):
        write_reading(str(tmp_path / "inline.toml"), DIGEST, "2026-11-25")


def test_a_digest_is_of_words() -> None:
    plain = "sha256:" + hashlib.sha256(b'credit us, and "link" to the cafe\'s page').hexdigest()
    assert digest_of("Credit us,  and “link”\nto the Café’s\u00a0page\u200b") == plain
    assert digest_of("Credit us and link") != plain
