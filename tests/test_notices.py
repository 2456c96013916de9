"""Copyright notices: what is one, whom it names, its years, what it speaks of."""

import pytest

from compliance.attribution import Scanner, attribute
from compliance.model.attribution import Notice
from compliance.model.resource import Resource
from compliance.read import read
from compliance.terms import load_shelf

SCANNER = Scanner(load_shelf().lexicon)


def notices(text: str, name: str = "page.txt") -> tuple[Notice, ...]:
    return attribute(read(Resource(name, text.encode("utf-8"), None))[0], SCANNER)[1].notices


@pytest.mark.parametrize(
    ("text", "holder", "years"),
    [
        ("© 2020 The Gazette", "The Gazette", (2020,)),
        ("Copyright © Ines Falk, Harbour Ledger, 2016", "Ines Falk, Harbour Ledger", (2016,)),
        ("Harbour Ledger © 2016", "Harbour Ledger", (2016,)),
        ("Copyright 1999–2021 Harbour Ledger, Inc. All rights reserved.", "Harbour Ledger, Inc", (1999, 2021)),
        ("Copyright (c) 1996-98 Ines Falk", "Ines Falk", (1996, 1998)),
        ("Copyright (C) Ines Falk 2016-05", "Ines Falk", (2016,)),
        ("© 2019: Harbour Ledger", "Harbour Ledger", (2019,)),
        ("© Januar 2019 Verlag am Kai", "Verlag am Kai", (2019,)),
        ("© | 2024 | Harbour Ledger", "Harbour Ledger", (2024,)),
        ("Copyright ⓒ Harbour Ledger", "Harbour Ledger", ()),
        ("Copyleft © Ines Falk", "Ines Falk", ()),
        ("Copyright \ufffd 2010 Harbour Ledger", "Harbour Ledger", (2010,)),
        # years and numbers in names
        ("© Rudersport 1990 e.V.", "Rudersport 1990 e.V", ()),
        ("Foto: © falk1976/77bilder.example", "falk1976/77bilder.example", ()),
        ("© 2023 7Meilen Verlag", "7Meilen Verlag", (2023,)),
        ("© 20 Morgen", "20 Morgen", ()),
        # what stands beside the name
        ("© 2021 Ines Falk. Impressum & Datenschutz", "Ines Falk", (2021,)),
        ("© 2022 · Harbour Ledger · Privacy Policy · Contact", "Harbour Ledger", (2022,)),
        ("© Harbour Ledger 2003 - 2019 powered by Mudflat", "Harbour Ledger", (2003, 2019)),
        ("© 2020 Harbour Ledger AG. Part of Ledger Holding.", "Harbour Ledger AG", (2020,)),
        ("© 2016 by Ines Falk. Reprinted by permission of Kai Books, Stannow.", "Ines Falk", (2016,)),
        ("© 2020 Harbour Ledger; user contributions licensed under cc by-sa", "Harbour Ledger", (2020,)),
        ("© Harbour Ledger Inc. 12 Quay Street, Stannow", "Harbour Ledger Inc", ()),
        ("© 2019 Harbour Ledger <desk@ledger.example> and contributors", "Harbour Ledger and contributors", (2019,)),
        ("© Ines Falk (www.falk.example)", "Ines Falk", ()),
        # one name
        ("© 2022 Ledger Verlag GmbH - KAI UND MOLE", "Ledger Verlag GmbH - KAI UND MOLE", (2022,)),
        ("© 2024 CKR/Radio-Stannow. All rights reserved.", "CKR/Radio-Stannow", (2024,)),
        ("© 2022 The Quay Company (Media) Limited.", "The Quay Company (Media) Limited", (2022,)),
        ("© 2023 kaiverlag GmbH", "kaiverlag GmbH", (2023,)),
        ("© Theresa May", "Theresa May", ()),
        ("© NASA/K. Falk/KRI", "NASA/K. Falk/KRI", ()),
        # nobody
        ("© Alle Rechte vorbehalten", "", ()),
        ("© 2019 - Algunos derechos reservados.", "", (2019,)),
        ("Copyright 2019 - Alle Inhalte sind urheberrechtlich geschützt", "", (2019,)),
        ("© 2002 - Designed by Mudflat", "", (2002,)),
        ("© [YEAR] [NAME]", "", ()),
        # in words
        ("This article is copyright Harbour Ledger.", "Harbour Ledger", ()),
        ("Tous droits réservés à La Gazette", "La Gazette", ()),
        ("Copyright © All rights reserved. Harbour Ledger", "Harbour Ledger", ()),
        ("This material may not be published, broadcast, rewritten or redistributed.", "", ()),
        ("Copyright @ 2020 Harbour Ledger", "Harbour Ledger", (2020,)),
        ("Copyright owned by Harbour Ledger", "Harbour Ledger", ()),
        ("Published by Harbour Ledger © 2020", "Harbour Ledger", (2020,)),
        ("© 2020 Gazeta Portowa sp. z o.o. Wszelkie prawa zastrzeżone", "Gazeta Portowa sp. z o.o", (2020,)),
        ("© https://ledger.example/", "https://ledger.example", ()),
        ("版权归海港日报所有", "海港日报", ()),
        ("版权声明：本文为海港网博主「灯塔守望」的原创文章，遵循版权协议，转载请附上原文出处链接和本声明。", "灯塔守望", ()),
        ("2007-2020 版权所有：海港日报社", "海港日报社", (2007, 2020)),
        ("本文由记者作者【海港深度】创作，独家发布，未经授权，不得转载", "海港深度", ()),
    ],
)
def test_holder_and_years(text: str, holder: str, years: tuple[int, ...]) -> None:
    notice = notices(text)[0]
    assert (" ".join(notice.holders), notice.years) == (holder, years)


@pytest.mark.parametrize(
    "text",
    [
        "Copyright law is hard, and the copyright holder shall be asked.",
        "The Copyright Act of 1976 was passed in a hurry.",
        "Copyright and Reprint",
        "Copyright: why it matters",
        "Copyright 2020: what changed for newsrooms",
        "The © symbol is used in most countries.",
        "The work is not subject to copyright by Section 12 of the code.",
        "The Gazette holds the copyright.",
        "(a) Rowing club (b) Sailing club (c) Harbour Ledger",
        "Section 4(c) of the Harbour Act",
        "(c) Object C",
        "版权声明：本文为博主原创文章，转载请附上博文链接！",
        "Copyright (c) <year> <name of author>",
    ],
)
def test_no_notice(text: str) -> None:
    assert notices(text) == ()


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("© Harbour Ledger", "page"),
        ("By Ines Falk | © Harbour Ledger", "page"),
        ("All content © Harbour Ledger", "page"),
        ("© Harbour Ledger. Photos: Getty Images", "page"),
        ("Bilder | Videos | © 2020 Harbour Ledger", "page"),
        ("Text and photos © Ines Falk", "page"),
        ("The harbour was empty that night. © Harbour Ledger 2019", "page"),
        ("Harbour Ledger Online © 2019 Ledger Verlag", "page"),
        ("Cranes at dawn, and nobody there © Harbour Ledger 2019", "caption"),
        ("Foto: © Ines Falk", "image"),
        ("© Foto: Ines Falk", "image"),
        ("Bild 2 von 4 © Ines Falk", "image"),
        ("8/28 photos © Harbour Ledger", "image"),
        ("Image Copyright @falk", "image"),
        ("Text: Ines Falk, Foto: © Jon Vole", "image"),
        ("© Ines Falk / Getty Images", "image"),
        ("Cranes at dawn, and nobody there © Harbour Ledger", "caption"),
        ("© Ines Falk/Harbour Ledger", "caption"),
    ],
)
def test_scope(text: str, scope: str) -> None:
    assert [notice.scope.value for notice in notices(text)] == [scope]


def test_names_one_by_one() -> None:
    assert notices("© Ines Falk, Harbour Ledger, Inc. 2016")[0].names == ("Ines Falk", "Harbour Ledger Inc")


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Copyright ©<br>2016 Harbour Ledger", "Harbour Ledger"),
        ("© 2016<br>Harbour Ledger", "Harbour Ledger"),
        ("© 2016 Ines Falk,<br>Harbour Ledger", "Ines Falk, Harbour Ledger"),
        ("© 2016 Harbour Ledger<br>Stannow", "Harbour Ledger"),
    ],
)
def test_a_notice_over_two_lines(text: str, holder: str) -> None:
    assert notices(f"<p>{text}</p>", "page.html")[0].holders == (holder,)


def test_the_rights_reserved_on_the_next_line_belong_to_the_notice() -> None:
    found = notices("<p>© 2016 Harbour Ledger is a Ledger company.<br>All rights reserved.</p>", "page.html")
    assert [notice.holders for notice in found] == [("Harbour Ledger",)]


def test_a_heading_is_no_part_of_the_notice_below_it() -> None:
    found = notices("<h4>Copyright:</h4><p>Copyright 1998 - 2008 Harbour Ledger</p>", "page.html")
    assert [(notice.holders, notice.years) for notice in found] == [(("Harbour Ledger",), (1998, 2008))]


def test_many_marks_take_no_long() -> None:
    assert len(notices("(c) © 2016 Foto: Ines Falk. All rights reserved, copyright " * 3000)) > 1000
