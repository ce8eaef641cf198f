"""Files to take away."""

from linkwork.web.shared.files import csv_answer


def test_a_spreadsheet_takes_no_cell_for_a_formula():
    answer = csv_answer([["Who", "How many"], ["=HYPERLINK(1)", 3], ["Åsa, Bo", -1]], "people")
    assert answer.content.decode() == '\ufeffWho,How many\r\n\'=HYPERLINK(1),3\r\n"Åsa, Bo",-1\r\n'
    assert answer["Content-Disposition"] == 'attachment; filename="people.csv"'
