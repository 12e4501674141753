"""What holds in every real report: nothing lost, twice or hidden; and what trips a naive reader."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from documents.clean import LIGATURES
from documents.marks import STUDY
from documents.report import Kind, Page, Passage, Report, joined

pytestmark = pytest.mark.shared
Reports = dict[str, Report]
FULL_STOPS = ".!?:;"


def texts(report: Report) -> dict[int, str]:
    return {page.number: page.text for page in report.pages}


def findings(reports: Reports) -> list[tuple[str, Passage]]:
    return [
        (file, passage)
        for file, report in reports.items()
        for passage in report.passages
        if passage.kind is Kind.FINDING
    ]


def is_whole(text: str) -> bool:
    bare = text.rstrip("’”'\")]")
    reference = "recommendation" in text[-40:].lower()
    return not text[0].islower() and (reference or bare[-1:] in FULL_STOPS)


def test_each_passage_is_exactly_its_spans_joined(reports: Reports) -> None:
    for report in reports.values():
        pages = texts(report)
        assert all(joined(each.spans, pages) == each.text for each in report.passages)


def test_no_words_are_in_two_passages(reports: Reports) -> None:
    for file, report in reports.items():
        taken: dict[int, list[tuple[int, int]]] = {}
        for passage in report.passages:
            for span in passage.spans:
                taken.setdefault(span.page, []).append((span.start, span.end))
        for spans in taken.values():
            spans.sort()
            assert all(end <= start for (_, end), (start, _) in pairwise(spans)), file


def outside(page: Page, report: Report) -> list[str]:
    """The lines of a page of which no part is in a passage."""
    held = [span for passage in report.passages for span in passage.spans if span.page == page.number]
    lines, at = [], 0
    for line in page.text.split("\n"):
        if not any(span.start < at + len(line) and span.end > at for span in held) and line.strip():
            lines.append(line)
        at += len(line) + 1
    return lines


def test_only_furniture_is_in_no_passage(reports: Reports) -> None:
    for file, report in reports.items():
        left = [line for page in report.pages for line in outside(page, report)]
        assert all(len(line) < 140 for line in left), file
        once = [line for line in left if left.count(line) == 1 and len(line.split()) > 12]
        assert once == [], file


def letters(text: str) -> Counter[str]:
    return Counter(character for character in text if character.isalpha())


def test_every_letter_of_the_text_layer_stands_on_its_page(reports: Reports, shared: Path) -> None:
    """But for the letters that open the items of lists: "(ii)"."""
    for file, report in reports.items():
        lost: Counter[str] = Counter()
        with PdfDocument(shared / "corpus" / "reports" / file) as document:
            for page, printed in zip(report.pages, document, strict=True):
                written = printed.get_textpage().get_text_range().translate(LIGATURES)
                lost += letters(written) - letters(page.text)
        assert lost.total() == lost["i"] <= 6, file


def test_only_running_lines_and_a_bullet_stand_in_no_passage(reports: Reports) -> None:
    """Each line outside the passages stands on several pages, numbers aside."""
    for file, report in reports.items():
        left = [re.sub(r"\d+", "#", line) for page in report.pages for line in outside(page, report)]
        assert {line for line in left if left.count(line) < 3} <= {"◼", "• ◼", "#"}, file


def test_no_passage_holds_a_header_or_footer(reports: Reports) -> None:
    for file, report in reports.items():
        left = [line for page in report.pages for line in outside(page, report) if len(line) > 25]
        running = {line for line in left if left.count(line) > 2}
        held = [each for each in report.passages if each.spans[0].page > 1]  # the title is set on page 1
        assert not [each.text for each in held for line in running if line in each.text], file


def test_at_most_one_finding_in_200_is_not_whole(reports: Reports) -> None:
    found = findings(reports)
    broken = [(file, each.spans[0].page, each.text[:60]) for file, each in found if not is_whole(each.text)]
    for each in broken:
        print(*each)
    assert len(broken) <= 0.005 * len(found)


def test_no_report_is_mostly_boilerplate(reports: Reports) -> None:
    for file, report in reports.items():
        total = sum(len(each.text) for each in report.passages)
        alike = sum(len(each.text) for each in report.passages if each.kind is Kind.BOILERPLATE)
        print(f"{alike / total:.2f} {file}")
        assert alike / total < 0.2, file


def test_boilerplate_in_the_middle_of_a_report_is_contents_or_about_the_inspection(reports: Reports) -> None:
    for file, report in reports.items():
        for each in report.passages:
            if each.kind is Kind.BOILERPLATE and 5 < each.spans[0].page < len(report.pages) - 4:
                assert any("nspection" in heading for heading in each.heading) or " LSCB" in each.text, file


def test_line_end_hyphens_are_mended(reports: Reports) -> None:
    for report in reports.values():
        assert not any("\ufffe" in page.text for page in report.pages)
    assert any("multi-agency referral" in each.text for each in reports["50074947.pdf"].passages)


def test_a_word_cut_by_a_footnote_at_a_page_break_is_whole(reports: Reports) -> None:
    trafford = reports["50308602.pdf"]
    (cut,) = [each for each in trafford.passages if "decision-making about next steps" in each.text]
    assert [span.page for span in cut.spans] == [2, 3]
    assert any(each.kind is Kind.FOOTNOTE and each.spans[0].page == 2 for each in trafford.passages)


def test_private_use_bullets_are_understood_and_the_dash_in_years_is_kept(reports: Reports) -> None:
    for report in reports.values():
        assert not any("\ue000" <= character <= "\uf8ff" for page in report.pages for character in page.text)
    assert any("2016–17" in each.text for each in reports["2755718.pdf"].passages)


def test_numbers_without_a_space_are_paragraph_numbers(reports: Reports) -> None:
    for file in ("50308110.pdf", "50308876.pdf", "50276863.pdf", "50252261.pdf"):
        numbers = [int(each.paragraph) for each in reports[file].passages if each.paragraph]
        assert set(numbers) == set(range(1, max(numbers) + 1)), file


def test_one_sequence_of_numbers_runs_through_a_report(reports: Reports) -> None:
    numbers = {int(each.paragraph) for each in reports["50004293.pdf"].passages if each.paragraph}
    assert numbers == set(range(1, 145))


def test_contents_rows_open_no_heading(reports: Reports) -> None:
    for file, report in reports.items():
        assert not any("Contents" in each.heading for each in report.passages), file


def test_a_lone_bullet_is_no_passage(reports: Reports) -> None:
    assert not any(each.text.strip("◼▪•– ") == "" for report in reports.values() for each in report.passages)


def test_a_running_header_above_the_title_is_no_finding(reports: Reports) -> None:
    first = reports["50241802.pdf"].passages[0]
    assert first.kind is not Kind.FINDING


def test_printed_page_numbers_are_known_though_glued_to_dates(reports: Reports) -> None:
    for file in ("50308602.pdf", "50173304.pdf"):
        printed = [page.printed for page in reports[file].pages[1:]]
        assert printed == [str(number) for number in range(2, len(printed) + 2)], file


def test_a_grade_on_a_line_of_its_own_stands_over_nothing(reports: Reports) -> None:
    """It belongs to the heading before it, which its findings keep."""
    sandwell = reports["2761820.pdf"]
    assert not any("Grade" in heading for each in sandwell.passages for heading in each.heading)
    (led,) = [each for each in sandwell.passages if each.paragraph == "64"]
    assert led.heading[-1] == "Leadership and management"


def test_the_parts_of_a_case_study_stay_in_its_box(reports: Reports) -> None:
    (last,) = [
        each for each in reports["51173014.pdf"].passages if each.text.startswith("The DACC is a real")
    ]
    assert STUDY.match(last.heading[-1])
