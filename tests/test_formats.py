"""Word documents, workbooks, e-mails and saved web pages: their words, in order, with their own locators."""

from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_BREAK
from openpyxl import Workbook
from openpyxl.styles import Font

from documents import media
from documents.problem import UnreadableReport
from documents.read import read
from documents.report import Kind, Passage, Report, joined

ARTICLE = (
    "<html><head><title>Fostering in Trafford</title></head><body><nav><a href='/'>Home</a></nav><article>"
    "<h1>Fostering in Trafford</h1><p>The council says that it has recruited twelve new foster carers since "
    "April, after a campaign across the borough and in its schools.</p><p>A spokesperson said that more are "
    "needed for brothers and sisters, and for children who arrive alone.</p></article></body></html>"
)


@pytest.fixture
def self_assessment(tmp_path: Path) -> Report:
    """A council's self-assessment in Word: two pages, a nested list, a table, a footnote's worth of prose."""
    document = Document()
    document.add_heading("Self-assessment of Trafford children’s services", 0)
    document.add_heading("Help and protection", 1)
    document.add_paragraph("Strategy discussions are timely and well recorded.")
    document.add_heading("What we will do next", 2)
    document.add_paragraph("Train every manager", style="List Bullet")
    document.add_paragraph("in supervision and in challenge", style="List Bullet 2")
    table = document.add_table(2, 2)
    for cell, words in zip(
        (cell for row in table.rows for cell in row.cells),
        ("Measure", "2018", "Re-referrals", "18%"),
        strict=True,
    ):
        cell.text = words
    document.add_paragraph("Caseloads have fallen since").add_run().add_break(WD_BREAK.PAGE)
    document.paragraphs[-1].add_run("the spring of 2018.")
    document.add_paragraph().add_run("Our priorities").bold = True
    document.add_paragraph("We will recruit social workers of our own.")
    path = tmp_path / "self-assessment.docx"
    document.save(str(path))
    return read(path)


@pytest.fixture
def workbook(tmp_path: Path) -> Report:
    book = Workbook()
    sheet = book.active
    sheet.title = "Children in care"
    sheet.append(["Children in care by area, March 2023"])
    sheet.append([])
    sheet.append(["Area", "Children", "Share", "Counted on"])
    sheet.append(["Trafford", 1372, 0.453, date(2023, 3, 31)])
    sheet.append(["Bury", 401, 0.5, date(2023, 3, 31)])
    for row in (4, 5):
        sheet.cell(row, 2).number_format, sheet.cell(row, 3).number_format = "#,##0", "0.0%"
    sheet.append([])
    sheet.append(["Staff", "Filled", "Agency"])
    sheet.append(["Social workers", 41, 12])
    actions = book.create_sheet("Action plan")
    actions.append(["Action", "Owner"])
    actions.cell(1, 1).font = Font(bold=True)
    actions.append(["Recruit 12 social workers", "Head of service"])
    book.create_sheet("Lists").sheet_state = "hidden"
    book["Lists"].append(["Nobody sees this"])
    path = tmp_path / "performance.xlsx"
    book.save(path)
    return read(path)


def one(report: Report, words: str) -> Passage:
    found = [passage for passage in report.passages if words in passage.text]
    assert len(found) == 1, [passage.text for passage in report.passages]
    return found[0]


def is_true_to_its_pages(report: Report) -> bool:
    pages = {page.number: page.text for page in report.pages}
    return all(joined(passage.spans, pages) == passage.text for passage in report.passages)


def test_a_word_document_keeps_its_headings_over_its_paragraphs(self_assessment: Report) -> None:
    assert self_assessment.source.media_type == media.WORD
    assert self_assessment.source.authorities == ("trafford",)
    assert one(self_assessment, "Strategy discussions").heading == ("Help and protection",)
    assert one(self_assessment, "Train every manager").heading == (
        "Help and protection",
        "What we will do next",
    )
    assert one(self_assessment, "recruit social workers").heading[-1] == "Our priorities"
    assert is_true_to_its_pages(self_assessment)


def test_a_sentence_over_a_page_break_in_word_is_one_passage_on_two_pages(self_assessment: Report) -> None:
    passage = one(self_assessment, "Caseloads have fallen since the spring of 2018.")
    assert [span.page for span in passage.spans] == [1, 2]
    assert len(self_assessment.pages) == 2


def test_a_table_in_word_is_read_row_by_row(self_assessment: Report) -> None:
    assert one(self_assessment, "Re-referrals 18%").kind is Kind.TABLE_ROW


def test_a_row_of_a_workbook_is_read_with_its_column_headings(workbook: Report) -> None:
    row = one(workbook, "1,372")
    assert row.text == "Area: Trafford | Children: 1,372 | Share: 45.3% | Counted on: 31 March 2023"
    assert (row.kind, row.paragraph, row.spans[0].page) == (Kind.TABLE_ROW, "row 4", 1)
    assert row.heading == ("Children in care", "Children in care by area, March 2023")
    assert is_true_to_its_pages(workbook)


def test_a_second_table_on_a_sheet_has_its_own_column_headings(workbook: Report) -> None:
    assert one(workbook, "Filled: 41").text == ("Staff: Social workers | Filled: 41 | Agency: 12")


def test_a_sheet_is_a_page_by_its_name_and_a_hidden_one_is_none(workbook: Report) -> None:
    assert [page.printed for page in workbook.pages] == ["Children in care", "Action plan"]
    assert one(workbook, "Recruit 12").text == "Action: Recruit 12 social workers | Owner: Head of service"
    assert not any("Nobody" in page.text for page in workbook.pages)


def message(tmp_path: Path, body: str, subtype: str = "plain") -> Report:
    written = EmailMessage()
    written["Subject"] = "Focused visit to Trafford: what we heard"
    written["From"] = "Ada Lovelace <ada.lovelace@trafford.gov.uk>"
    written["To"] = "Leaders <leaders@trafford.gov.uk>"
    written["Date"] = "Tue, 12 Mar 2024 09:30:00 +0000"
    written.set_content(body, subtype=subtype)
    written.add_attachment(b"a, b", maintype="text", subtype="csv", filename="figures.csv")
    path = tmp_path / "visit.eml"
    path.write_bytes(bytes(written))
    return read(path)


def test_an_e_mail_is_read_with_its_subject_sender_and_date(tmp_path: Path) -> None:
    report = message(tmp_path, "Inspectors were positive about supervision.\n\nThey will write in two weeks.")
    assert report.source.media_type == media.MAIL
    assert report.source.title == "Focused visit to Trafford: what we heard"
    assert one(report, "From: Ada Lovelace") and one(report, "Sent: 12 March 2024, 09:30")
    assert one(report, "Inspectors were positive about supervision.").kind is Kind.FINDING
    assert is_true_to_its_pages(report)


def test_what_is_attached_to_an_e_mail_is_named_and_never_a_finding(tmp_path: Path) -> None:
    report = message(tmp_path, "Please see the figures that came with this message.")
    assert one(report, "figures.csv").kind is Kind.BOILERPLATE


def test_an_e_mail_in_html_is_read_as_its_lines(tmp_path: Path) -> None:
    body = "<style>p{}</style><p>They saw <b>three</b> teams.</p><ul><li>Fostering</li><li>Duty</li></ul>"
    report = message(tmp_path, f"<html><body>{body}</body></html>", "html")
    assert one(report, "They saw three teams.") and one(report, "Fostering") and one(report, "Duty")


def test_a_saved_web_page_is_read_like_the_page_itself(tmp_path: Path) -> None:
    path = tmp_path / "article.mht"
    path.write_text(
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/news\nSubject: Fostering\n"
        'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="B"\n\n--B\n'
        f"Content-Type: text/html\nContent-Transfer-Encoding: 8bit\n\n{ARTICLE}\n--B\n"
        "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--B--\n"
    )
    report = read(path)
    assert report.source.media_type == media.SAVED_WEB
    assert one(report, "twelve new foster carers").kind is Kind.FINDING
    assert not any("Home" in page.text for page in report.pages)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("plan.docx", b"PK\x03\x04" + b"x" * 500, "a zip file or a damaged Office document"),
        ("plan.docx", media.OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "by a password"),
        ("plan.doc", media.OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le"), "Save it as .docx"),
        ("mail.msg", media.OLE + b"\0" * 600 + "__substg1.0_0037".encode("utf-16-le"), "Outlook"),
        ("plan.rtf", b"{\\rtf1\\ansi Plan}", "rich text"),
        ("plan.docx", b"Dear all, here is the plan.\0\0", "not a kind of document"),
        ("photo.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0", "not a kind of document"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_to_do(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableReport, match=said):
        read(path)


def test_a_workbook_named_as_a_word_document_is_told(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Area", "Children"])
    path = tmp_path / "plan.docx"
    book.save(path)
    with pytest.raises(UnreadableReport, match="really an Excel workbook, not a Word document"):
        read(path)
