"""The experiment runs on the repository's own data, and comes out the same each time. How right it is: docs/accuracy.md."""

from accuracy.experiment.blocks import Line, features_of, lines_of
from accuracy.experiment.data import invented, invented_rows, page_of, row_lines
from accuracy.experiment.train import border_of, by_group, fit, held_out

from compliance.model.article import Article
from compliance.read import read


def test_the_rows_are_many_and_their_domains_invented() -> None:
    rows = invented_rows()
    assert len(rows) >= 400
    assert len({row["language"] for row in rows}) >= 25
    assert {host.split("/")[0].rpartition(".")[2] for row in rows for host in row["html"].split("https://")[1:]} == {"example"}
    assert len({(row["language"], row["html"]) for row in rows}) == len(rows)


def test_every_row_is_one_line_of_its_page() -> None:
    for number, row in enumerate(invented_rows()):
        lines = lines_of(read(page_of(row, number))[0])
        assert sum(row_lines(lines, row["language"])) == 1, row


def test_a_line_is_told_by_where_it_stands_and_what_it_links() -> None:
    article, lines = _lines(0)
    assert features_of(article, lines)[-1] == features_of(article, lines)[-1]
    assert len(set(features_of(article, lines))) > 1
    assert [line.text for line in lines if line.links] == [lines[-1].text]


def test_training_is_the_same_each_time_and_learns() -> None:
    pages = list(invented())
    assert fit(pages, epochs=1) == fit(reversed(pages), epochs=1)
    scored = held_out(pages, by_group, epochs=2)
    border = border_of(scored)
    right = sum((max(chances) >= border) == page.credited for page, chances in scored)
    assert 0 < border < 1
    assert right > 0.75 * len(pages)


def _lines(number: int) -> tuple[Article, list[Line]]:
    article = read(page_of(invented_rows()[number], number))[0]
    return article, lines_of(article)
