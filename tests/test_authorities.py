"""The register of authorities, and finding them in printed text and typed questions."""

import re

import pytest

from documents.authorities import Authority, lookup, name_of, register
from documents.mentions import mentions
from documents.typed_names import asked_about

AUTHORITIES = tuple(register().values())
NAMES = tuple((name, each.code) for each in AUTHORITIES for name in (each.name, *each.variants))


def named(text: str) -> list[str]:
    return [mention.code for mention in mentions(text)]


def test_the_register_holds_the_153_councils_that_run_childrens_services() -> None:
    assert sum(not each.former for each in AUTHORITIES) == 153


@pytest.mark.parametrize("authority", AUTHORITIES, ids=lambda each: each.code)
def test_a_code_is_the_name_in_lower_case_with_underscores(authority: Authority) -> None:
    assert authority.code == "_".join(re.findall("[a-z]+", authority.name.lower()))
    assert name_of(authority.code) == authority.name


@pytest.mark.parametrize("authority", AUTHORITIES, ids=lambda each: each.code)
def test_only_a_former_authority_has_successors_and_they_are_current(authority: Authority) -> None:
    assert authority.former == bool(authority.successors)
    assert not any(register()[code].former for code in authority.successors)


def test_no_name_belongs_to_two_authorities() -> None:
    names = [name.lower() for name, _ in NAMES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("name", "code"), NAMES)
def test_every_authority_is_found_by_each_of_its_names(name: str, code: str) -> None:
    printed = f"The inspection of {name} found that {name}’s leaders know {name.upper()} well."
    assert named(printed) == [code] * 3
    assert {printed[mention.start : mention.end] for mention in mentions(printed)} == {name, name.upper()}
    assert asked_about(f"What is the grade of {name}?") == [code]
    assert lookup(name) == lookup(name.upper()) == lookup(code) == code


@pytest.mark.parametrize(
    "official", ["{} County Council", "London Borough of {}", "the city of {}", "{}, City of"]
)
def test_an_official_name_is_looked_up_by_its_short_name(official: str) -> None:
    titled = {"city_of_london", "dorset_county"}  # their short names hold a title already
    codes = register().keys() - titled - {"dorset"}
    assert {code: lookup(official.format(name_of(code))) for code in codes} == {code: code for code in codes}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("windsor & maidenhead", "windsor_and_maidenhead"),
        ("windsor_&_maidenhead", "windsor_and_maidenhead"),
        ("southend-on-sea", "southend_on_sea"),
        ("east sussex", "east_sussex"),
        ("LONDON BOROUGH OF HACKNEY", "hackney"),
        ("Royal Borough of Kensington and Chelsea", "kensington_and_chelsea"),
        ("Kingston upon Hull, City of", "kingston_upon_hull"),
        ("Durham County Council", "durham"),
        ("City of London Corporation", "city_of_london"),
        ("Council of the Isles of Scilly", "isles_of_scilly"),
        ("Bournemouth Christchurch & Poole Council", "bournemouth_christchurch_and_poole"),
        ("St. Helens MBC", "st_helens"),
        ("Dorset County Council", "dorset_county"),
        ("Dorset Council", "dorset"),
        ("Birmingham Children’s Trust", "birmingham"),
        ("Doncaster Children's Services Trust", "doncaster"),
        ("Bradford Children and Families Trust", "bradford"),
        ("Slough Children First", "slough"),
        ("Middlesborough", "middlesbrough"),
        ("Greater Manchester", None),
        ("London", None),
        ("Council", None),
        ("", None),
    ],
)
def test_a_name_is_looked_up_however_it_is_written(name: str, code: str | None) -> None:
    assert lookup(name) == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Trafford’s children", ["trafford"]),
        ("TRAFFORD COUNCIL", ["trafford"]),
        ("Trafford Metropolitan Borough Council1", ["trafford"]),
        ("the board1, Trafford2 and others", ["trafford"]),
        ("London Borough of Camden", ["camden"]),
        ("Royal Borough of Windsor & Maidenhead", ["windsor_and_maidenhead"]),
        ("the Royal Borough of Kensington and\nChelsea", ["kensington_and_chelsea"]),
        ("City of Bristol, City of York", ["bristol", "york"]),
        ("Southend on Sea and Southend-on-\nSea", ["southend_on_sea", "southend_on_sea"]),
        ("Stoke\ufffeon\ufffeTrent", ["stoke_on_trent"]),
        ("St. Helens and St Helen’s", ["st_helens", "st_helens"]),
        ("Kingston upon Hull, Kingston upon Thames", ["kingston_upon_hull", "kingston_upon_thames"]),
        ("North East Lincolnshire and Lincolnshire", ["north_east_lincolnshire", "lincolnshire"]),
        ("South Gloucestershire and Gloucestershire", ["south_gloucestershire", "gloucestershire"]),
        ("South Tyneside, North Tyneside", ["south_tyneside", "north_tyneside"]),
        ("Bedford is not Central Bedfordshire", ["bedford", "central_bedfordshire"]),
        ("Leicester, Leicestershire", ["leicester", "leicestershire"]),
        ("Derby and Nottinghamshire", ["derby", "nottinghamshire"]),
        ("Cumbria County Council and Dorset County Council", ["cumbria", "dorset_county"]),
    ],
)
def test_the_longest_name_is_found_as_reports_print_it(text: str, codes: list[str]) -> None:
    assert named(text) == codes


@pytest.mark.parametrize(
    "text",
    [
        "Piccadilly Gate, Store Street, Manchester M1 2WD",
        "Piccadilly Gate\nStore Street\nManchester\nM1 2WD",
        "Greater Manchester Police",
        "West Yorkshire, Merseyside and Tyneside",
        "Devon and Cornwall Police",
        "Devon and Cornwall police’s board",
        "Avon and Somerset Constabulary",
        "Durham Constabulary and Lincolnshire Police",
        "Newcastle-under-Lyme and Bury St Edmunds",
        "Sutton-in-Ashfield",
        "the University of Sunderland and Bristol University",
        "12 Bath Road, Royston",
        "NHS Bedfordshire, Luton and Milton Keynes Integrated Care Board",
        "NHS Nottingham and Nottinghamshire ICB",
        "Bradford Teaching Hospitals and Devon Partnership NHS Trust",
        "Liverpool City Region, Cambridgeshire and Peterborough Combined Authority",
        "Sheffield Hallam University and Bath Spa University",
        "Mr John Bolton and Ms Derby",
        "not compliant with the Southwark judgement",
        "Reading is taught well. Reading and writing improved.",
        "attainment in Reading, Writing and Maths",
        "the reading of reports, a bath, they bury it",
        "Kentish Town, Bathing, Barnetts",
        "South Essex, north Devon",
    ],
)
def test_a_place_force_or_person_with_an_authoritys_name_is_no_mention(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "children in Reading are safe",
        "Slough, Reading and Wokingham",
        "READING BOROUGH COUNCIL",
        "Reading’s plan",
    ],
)
def test_reading_the_town_is_a_mention(text: str) -> None:
    assert "reading" in named(text)


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("whats traffords grade", ["trafford"]),
        ("WHATS TRAFFORDS GRADE", ["trafford"]),
        ("Croydons looked after children", ["croydon"]),
        ("What's Gloucestershire's grade?", ["gloucestershire"]),
        (
            "redcar, westmorland, RBWM",
            ["redcar_and_cleveland", "westmorland_and_furness", "windsor_and_maidenhead"],
        ),
        ("Southend & h&f", ["southend_on_sea", "hammersmith_and_fulham"]),
        ("n yorks and S. Tyneside", ["north_yorkshire", "south_tyneside"]),
        ("trafford or Trafford?", ["trafford"]),
        ("does trafford place or house children in Salford", ["trafford", "salford"]),
        ("Leicester and leicestershire", ["leicester", "leicestershire"]),
        ("compare Devon and Cornwall", ["devon", "cornwall"]),
        ("what must Nottinghamshire ICB do?", ["nottinghamshire"]),
        ("hulls grade", ["kingston_upon_hull"]),
        ("İstanbul & Trafford", ["trafford"]),  # a letter that is two in lower case
    ],
)
def test_a_typed_question_names_its_authorities(question: str, codes: list[str]) -> None:
    assert asked_about(question) == codes


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("Traford care leavers", "trafford"),
        ("Trafords care leavers", "trafford"),
        ("shropshre", "shropshire"),
        ("Nottinghamshrie", "nottinghamshire"),
        ("Middlesborough", "middlesbrough"),
        ("Birmigham", "birmingham"),
        ("tower hamlts", "tower_hamlets"),
        ("Hammersmith & Fullham", "hammersmith_and_fulham"),
        ("Kingston upon Hul", "kingston_upon_hull"),
        ("Westmoreland", "westmorland_and_furness"),
    ],
)
def test_a_slip_of_the_keyboard_is_forgiven(question: str, code: str) -> None:
    assert asked_about(question) == [code]


@pytest.mark.parametrize(
    "question",
    [
        "survey of staff views, easing and eating",
        "Herfordshire",  # as near to Hertfordshire as to Herefordshire
        "West Yorkshire and South Yorkshire",
        "Winchester, Northampton, Stafford, Worcester, Harlow, Washington",
        "greater manchester police",
        "devon and cornwall officers",
        "Durham constabulary",
        "newcastle-under-lyme",
        "cheshire",
        "north s",
        "",
    ],
)
def test_no_authority_is_guessed_where_none_is_named(question: str) -> None:
    assert asked_about(question) == []


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("reading the report, how good is it", []),
        ("Reading the 2022 report, how good is trafford", ["trafford"]),
        ("progress in reading", []),
        ("how do Trafford children do in reading", ["trafford"]),
        ("did they bury bad news in Salford", ["salford"]),
        ("a bath before bed", []),
        ("how good is it in reading", ["reading"]),
        ("reading council", ["reading"]),
        ("reading's care leavers", ["reading"]),
        ("Is Reading good?", ["reading"]),
        ("Reading: latest grade", ["reading"]),
        ("bury council and bury care leavers", ["bury"]),
        ("compare trafford and bury", ["trafford", "bury"]),
        ("Bath care leavers", ["bath_and_north_east_somerset"]),
    ],
)
def test_a_name_that_is_an_ordinary_word_needs_its_context(question: str, codes: list[str]) -> None:
    assert asked_about(question) == codes


def test_a_very_long_list_of_names_is_read_in_linear_time() -> None:
    assert len(mentions("Trafford, " * 20_000)) == 20_000
