"""Pages by address, from a real HTTP server on loopback."""

import gzip
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from conftest import Run

from compliance.load.web import fetch
from compliance.model.resource import Resource, Unread


class _Handler(BaseHTTPRequestHandler):
    page = b""

    def do_GET(self) -> None:
        name = self.path.strip("/")
        body = {"latin": "<p>Équipe".encode("latin-1"), "gzip": gzip.compress(self.page), "cutgzip": gzip.compress(self.page)[:-12]}.get(name, self.page)
        status = {"gone": 404, "busy": 429, "walled": 403, "broken": 500, "away": 302, "loop": 302, "script": 302, "inward": 302}.get(name, 200)
        self.send_response(status)
        if status == 302:
            targets = {"away": "/page", "loop": "/loop", "script": "javascript:alert(1)", "inward": "http://10.0.0.1/"}
            self.send_header("Location", targets[name])
        self.send_header("Content-Type", "text/html; charset=iso-8859-1" if name == "latin" else "text/html; charset=utf-8")
        if "gzip" in name:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body) + (100 if name == "short" else 0)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        del format, args


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    yield f"127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    httpd.server_close()


def load(server: str, name: str) -> Resource | Unread:
    return fetch(f"http://{server}/{name}", frozenset({server}))


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("gone", "http-status"),
        ("broken", "http-status"),
        ("busy", "rate-limited"),
        ("walled", "blocked"),
        ("loop", "too-many-redirects"),
        ("script", "unsafe-redirect"),
        ("inward", "blocked-address"),
        ("short", "protocol"),
        ("cutgzip", "truncated"),
    ],
)
def test_what_is_no_page_is_an_error_with_its_reason(server: str, name: str, reason: str) -> None:
    loaded = load(server, name)
    assert isinstance(loaded, Unread)
    assert loaded.reason == reason
    assert loaded.message.startswith(f"http://{server}/{name}: ")


def test_pages_redirects_and_compressed_pages_are_read(server: str) -> None:
    _Handler.page = b"<p>page</p>"
    for name in ("page", "away", "gzip"):
        loaded = load(server, name)
        assert isinstance(loaded, Resource)
        assert loaded.data == b"<p>page</p>"
    loaded = load(server, "away")
    assert isinstance(loaded, Resource)
    assert loaded.url == f"http://{server}/page"
    assert (loaded.location, loaded.charset) == (f"http://{server}/away", "utf-8")


def test_addresses_in_private_networks_are_refused_in_every_spelling(server: str) -> None:
    port = server.partition(":")[2]
    for host in ("127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "169.254.169.254"):  # noqa: S104
        loaded = fetch(f"http://{host}:{port}/page")
        assert isinstance(loaded, Unread), host
        assert loaded.reason in ("blocked-address", "unreachable"), (host, loaded)
        assert "127.0.0.1" not in host or loaded.reason == "blocked-address"


def test_no_host_and_no_address() -> None:
    assert isinstance(loaded := fetch("http://no-such-host.invalid/"), Unread)
    assert loaded.reason == "unreachable"
    assert isinstance(loaded := fetch("http://"), Unread)
    assert loaded.reason == "bad-address"


def test_the_command_line_checks_an_address_and_reports_a_missing_one(server: str, run: Run, page: Path) -> None:
    _Handler.page = page.read_bytes()
    done = run("check", f"http://{server}/copy", f"http://{server}/gone", "--allow-host", server, "--format", "json")
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert [article["original"]["publisher"] for article in report["articles"]] == ["The Gazette"]
    assert [error["reason"] for error in report["errors"]] == ["http-status"]
    assert done.stderr == f"error: http://{server}/gone: the server answers 404: there is no such page; check the address\n"
    assert run("check", f"http://{server}/gone", "--allow-host", server).returncode == 3
