"""Dates as articles write them, in many languages and forms."""

import pytest

from compliance.terms import load_shelf
from compliance.text.dates import find_dates, iso_day, neighbours
from compliance.text.words import fold

MONTHS = load_shelf().lexicon.months
SIXTH = "2016-09-06"


@pytest.mark.parametrize(
    "written",
    [
        "6 September 2016", "September 6, 2016", "Sept. 6, 2016", "the 6th of September 2016", "6 Sep 2016", "6 septembre 2016", "le 6 sept. 2016",
        "6 de septiembre de 2016", "6 de setembro de 2016", "6. September 2016", "am 6. Sept. 2016", "6 settembre 2016", "6 сентября 2016 года",
        "6 вересня 2016 року", "6 września 2016 r.", "6. září 2016", "2016. szeptember 6.", "6 Eylül 2016", "6. syyskuuta 2016",
        "6 σεπτεμβρίου 2016", "6 septembrie 2016",
        "٦ سبتمبر ٢٠١٦", "6 أيلول 2016", "۶ سپتامبر ۲۰۱۶", "6 בספטמבר 2016", "6 सितंबर 2016", "৬ সেপ্টেম্বর ২০১৬", "6 กันยายน 2559", "6 September 2016 at 10:30",
        "2016年9月6日", "2016年09月06日", "2016년 9월 6일", "ngày 6 tháng 9 năm 2016", "2016-09-06", "2016/09/06", "06.09.2016", "6/9/2016", "09/06/2016",
        "6.9.16", "06-09-2016", "Tuesday, September 6th, 2016", "6 de setembre de 2016", "6 septemba 2016",
    ],
)  # fmt: skip
def test_a_day(written: str) -> None:
    found = find_dates(fold(written), MONTHS)
    assert [each for each in found if each.whole and SIXTH in each.readings], found
    assert len(found) == 1


@pytest.mark.parametrize(
    ("written", "readings"),
    [
        ("September 2016", ["2016-09"]),
        ("en septiembre de 2016", ["2016-09"]),
        ("2016年9月", ["2016-09"]),
        ("in 2016", ["2016"]),
        ("03/04/2024", ["2024-04-03", "2024-03-04"]),
        ("31/04/2024", []),
        ("6 كانون الثاني 2016", ["2016-01-06", "2016-12-06"]),
        ("۶ مرداد ۱۳۹۵", []),
        ("version 3.2.1 of 2016-13-45", []),
        ("call 020 7946 0123, room 2016b", []),
        ("may we march in 40 days", []),
    ],
)
def test_other_readings(written: str, readings: list[str]) -> None:
    assert [reading for each in find_dates(fold(written), MONTHS) for reading in each.readings] == readings


def test_a_date_of_another_calendar_is_one_that_is_not_read() -> None:
    assert [(each.readings, each.whole) for each in find_dates(fold("۶ مرداد ۱۳۹۵"), MONTHS)] == [((), False)]


def test_two_dates_are_two() -> None:
    found = find_dates(fold("First published 6 September 2016, updated 8 September 2016"), MONTHS)
    assert [each.readings for each in found] == [("2016-09-06",), ("2016-09-08",)]


def test_a_day_may_be_a_month() -> None:
    month = find_dates("september 2016", MONTHS)[0]
    assert month.may_be("2016-09-06")
    assert not month.may_be("2016-10-06")
    assert not month.whole


def test_neighbours_and_days_of_metadata() -> None:
    assert neighbours("2016-03-01") == ("2016-02-29", "2016-03-02")
    assert [iso_day(written) for written in ("2016-09-06T23:00:00-05:00", "2016/9/6", "6.9.2016", "2016-02-30")] == [SIXTH, SIXTH, None, None]
