"""The descriptions of 149 real reports against their manifest, and against the pages where the two differ."""

import csv
from datetime import datetime
from pathlib import Path
from time import perf_counter

import pytest

from documents.authorities import lookup
from documents.blocks import Content
from documents.describe import describe
from documents.frameworks import Framework
from documents.read import read
from documents.report import Report, ReportDate, Speaker
from documents.subjects import named

pytestmark = pytest.mark.shared

Rows = list[dict[str, str]]
Days = tuple[str | None, str | None]
KINDS = {Framework.JTAI: "jtai", Framework.AREA_SEND: "send", Framework.AREA_SEND_REVISIT: "send"}
NO_INSPECTION = {Framework.SELF_ASSESSMENT, Framework.PRESS_ARTICLE, Framework.OTHER}

PAGE_IS_RIGHT_ON_DAYS = {
    # South Tyneside: inspectors came back; the page gives both stretches, the manifest only the first.
    "50216273.pdf": ("2022-12-05", "2023-02-15"),
}
PAGE_IS_RIGHT_ON_PUBLICATION = {  # the manifest gives the day on which the file was put on the site
    "50004340.pdf": "2016-09-20",  # Hackney: "Report published" on page 1
    "50004281.pdf": "2014-09-01",  # Manchester: "Report published" on page 1
    "56500282.pdf": "2016-12-02",  # Lincolnshire: the date at the head of the letter
}
STATES_NO_PUBLICATION = "50004260.pdf"  # East Sussex 2014, the only single inspection without it

BLANK_IN_THE_MANIFEST = [  # read by eye from the pages: first and last day, published, lead inspector
    ("2761820.pdf", "2013-06-24", "2013-06-28", "2013-08-02", "Christopher Sands"),
    ("50004260.pdf", "2014-01-14", "2014-02-05", None, "Helen Cawston"),
    ("50004270.pdf", "2014-04-30", "2014-05-21", "2014-06-30", "Neil Penswick"),
    ("50004271.pdf", "2014-04-29", "2014-05-21", "2014-06-30", "Robert Hackeson"),
    ("50004281.pdf", "2014-06-25", "2014-07-16", "2014-09-01", "Peter McEntee"),
    ("2765686.pdf", "2014-09-30", "2014-10-22", "2014-12-05", "Robert Hackeson"),
    ("2754178.pdf", "2015-03-03", "2015-03-25", "2015-05-13", "Mike Ferguson"),
    ("50004300.pdf", "2015-05-22", "2015-06-18", "2015-08-03", "Jansy Kelly"),
    ("50004315.pdf", "2016-01-11", "2016-02-04", "2016-03-29", "Pietro Battista"),  # led "on site"
    ("50004318.pdf", "2016-01-11", "2016-02-08", "2016-04-05", "Peter McEntee"),
    ("50004322.pdf", "2016-02-22", "2016-03-18", "2016-05-16", "Fiona Millns"),
    ("50004340.pdf", "2016-07-04", "2016-07-28", "2016-09-20", "Jansy Kelly"),
    ("50004354.pdf", "2016-09-27", "2016-10-20", "2016-12-09", "Louise Warren"),
    ("2755422.pdf", "2016-11-21", "2016-12-15", "2017-02-13", "Stephanie Murray"),
    ("2762674.pdf", "2017-06-12", "2017-07-07", "2017-08-25", "Emmy Tomsett"),
    ("50004408.pdf", "2017-10-09", "2017-11-02", "2017-12-21", "Brenda McLaughlin"),
    ("53096246.pdf", "2016-05-16", "2016-05-20", "2016-06-29", None),  # its year is the letter's
    ("51173014.pdf", "2016-10-31", "2016-11-04", "2016-12-16", None),
    ("55350610.pdf", "2018-07-09", "2018-07-13", "2018-08-24", None),
    ("57513489.pdf", "2020-02-24", "2020-02-28", "2020-04-14", None),
    ("53205879.pdf", "2022-05-09", "2022-05-13", "2022-07-04", None),
    ("54976707.pdf", "2023-10-09", "2023-10-13", "2023-11-30", None),
    ("55057870.pdf", "2023-01-30", "2023-02-03", None, "Paul Wilson"),
    ("53181884.pdf", "2024-11-18", "2024-11-22", None, "Chris Ellison"),
    ("58413561.pdf", "2024-09-30", "2024-10-04", None, "Jenny Thomas"),
    ("50194303.pdf", "2022-06-20", "2022-07-01", None, "Jan Edwards"),  # Redcar: blank though labelled
]
THEMES = {
    "50827899.pdf": "identification of initial need and risk",
    "54976707.pdf": "serious youth violence",
    "54999608.pdf": "children between seven and 15 years old who have been neglected",
    "55350610.pdf": "domestic abuse",
    "52454996.pdf": "sexual abuse in the family",
    "57513489.pdf": "children’s mental health",
    "51173014.pdf": "children living with domestic abuse",
}


@pytest.fixture(scope="module")
def manifest(shared: Path) -> Rows:
    with (shared / "corpus" / "manifest.csv").open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def test_every_report_is_about_the_authority_of_the_manifest(
    manifest: Rows, reports: dict[str, Report]
) -> None:
    for row in manifest:
        assert reports[row["file"]].source.authorities == (lookup(row["authority"]),), row["file"]


def test_every_report_is_of_the_kind_in_the_manifest(manifest: Rows, reports: dict[str, Report]) -> None:
    for row in manifest:
        source = reports[row["file"]].source
        assert source.speaker is Speaker.INSPECTORATE, row["file"]
        assert source.framework not in NO_INSPECTION, row["file"]
        assert KINDS.get(source.framework, "ilacs") == row["kind"], row["file"]


def test_the_inspection_dates_are_the_manifests_or_the_pages(
    manifest: Rows, reports: dict[str, Report]
) -> None:
    dated = [row for row in manifest if row["inspection_start"]]
    assert len(dated) == 76
    for row in dated:
        expected = PAGE_IS_RIGHT_ON_DAYS.get(
            row["file"], (_day(row["inspection_start"]), _day(row["inspection_end"]))
        )
        assert _days(reports[row["file"]]) == expected, row["file"]


def test_every_report_has_inspection_dates_also_where_the_manifest_is_blank(
    reports: dict[str, Report],
) -> None:
    for file, report in reports.items():
        assert None not in _days(report), file


@pytest.mark.parametrize(("file", "first", "last", "published", "lead"), BLANK_IN_THE_MANIFEST)
def test_what_the_manifest_leaves_blank_is_what_the_pages_say(
    file: str, first: str, last: str, published: str | None, lead: str | None, reports: dict[str, Report]
) -> None:
    source = reports[file].source
    assert _days(reports[file]) == (first, last)
    assert _iso(source.published) == published
    assert source.lead_inspector == lead


def test_publication_is_given_where_the_report_states_it_and_nowhere_else(
    manifest: Rows, reports: dict[str, Report]
) -> None:
    stating = {Framework.JTAI, Framework.SINGLE_INSPECTION, Framework.LOOKED_AFTER}
    for row in manifest:
        source = reports[row["file"]].source
        stated = source.framework in stating and row["file"] != STATES_NO_PUBLICATION
        expected = PAGE_IS_RIGHT_ON_PUBLICATION.get(row["file"], row["published"]) if stated else None
        assert _iso(source.published) == expected, row["file"]
    assert sum(report.source.published is not None for report in reports.values()) == 54


def test_the_lead_inspector_is_the_manifests_but_for_its_stray_spaces(
    manifest: Rows, reports: dict[str, Report]
) -> None:
    named = [row for row in manifest if row["lead_inspector"]]
    assert len(named) == 76
    for row in named:
        expected = row["lead_inspector"].replace(" -", "-")  # "Paula Thomson -Jones"
        assert reports[row["file"]].source.lead_inspector == expected, row["file"]


def test_only_joint_targeted_inspections_name_no_lead_inspector_and_only_they_have_a_theme(
    reports: dict[str, Report],
) -> None:
    for file, report in reports.items():
        joint = report.source.framework is Framework.JTAI
        assert (report.source.lead_inspector is None) == joint, file
        assert (report.source.theme is not None) == joint, file


def test_the_themes_of_joint_targeted_inspections_are_those_on_their_pages(
    reports: dict[str, Report],
) -> None:
    assert {file: reports[file].source.theme for file in THEMES} == THEMES


def test_every_title_names_the_authority_and_is_a_line_rather_than_a_paragraph(
    manifest: Rows, reports: dict[str, Report]
) -> None:
    for row in manifest:
        title = reports[row["file"]].source.title
        assert lookup(row["authority"]) in named(title), title
        assert len(title) < 230, title
        assert not title.endswith("."), title


def test_a_report_is_described_in_ten_milliseconds(reports: dict[str, Report]) -> None:
    content = Content((), ())
    began = perf_counter()
    for report in reports.values():
        source = report.source
        describe(source.sha256, source.file, source.media_type, content, report.pages, report.passages)
    assert (perf_counter() - began) / len(reports) < 0.01


SEEDS = {
    "000": ("trafford", Speaker.PRESS, "Children First", Framework.PRESS_ARTICLE, None),
    "001": ("trafford", Speaker.INSPECTORATE, "Ofsted", Framework.FOCUSED_VISIT, "2018-08-02"),
    "002": ("trafford", Speaker.PRESS, "Plainsmen Post", Framework.PRESS_ARTICLE, None),
    "003": ("shropshire", Speaker.PRESS, "Children First", Framework.PRESS_ARTICLE, None),
    "004": ("trafford", Speaker.COUNCIL, "Trafford Council", Framework.SELF_ASSESSMENT, "2018-03"),
}
SEED_TITLES = {
    "000": "Trafford is delivering against transformation plan",
    "001": "Focused visit to Trafford Metropolitan Borough children's services",
    "002": "Early signs of improvement in Trafford’s ‘inadequate’ children’s services",
    "003": "Shropshire makes progress",
    "004": "Summary of Trafford's Self Assessment – March 2018",
}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_documents_the_project_began_from_are_told_apart(seed: str, shared: Path) -> None:
    [path] = (shared / "seeds").glob(f"{seed}_*")
    source = read(path).source
    authority, *facts = SEEDS[seed]
    assert source.title.startswith(SEED_TITLES[seed])
    assert source.authorities == (authority,)
    assert [source.speaker, source.publisher, source.framework, _iso(source.published)] == facts


def test_the_letter_the_project_began_from_gives_the_days_of_the_visit(shared: Path) -> None:
    [path] = (shared / "seeds").glob("001_*")
    assert _days(read(path)) == ("2018-07-10", "2018-07-11")


def _days(report: Report) -> Days:
    return _iso(report.source.inspected_from), _iso(report.source.inspected_to)


def _iso(date: ReportDate | None) -> str | None:
    return date.iso if date else None


def _day(written: str) -> str:
    return datetime.strptime(written, "%d/%m/%Y").date().isoformat()
