"""Lists of services in the layouts that are known: made-up ones, then the real ones."""

import datetime as dt

import pytest

from linkwork.core.errors import Refused
from linkwork.directory.rules.kinds import CostKind, Precision
from linkwork.exchange.sheets.directories import read_directory
from linkwork.exchange.sheets.table import read_sheet, write_csv
from linkwork.testing.shared import shared_path

pytestmark = pytest.mark.rules
OASA = (
    "id", "name", "description", "category", "address", "suburb", "state", "postcode", "latitude", "longitude",
    "phone", "email", "website", "hours", "eligibility", "cost", "source_id", "source_name",
    "source_organisation", "source_license", "source_url", "source_date", "location_precision",
)  # fmt: skip


def read(tmp_path, header, *rows, **options):
    path = tmp_path / "list.csv"
    write_csv(path, header, [[row.get(column, "") for column in header] for row in rows])
    return read_directory(read_sheet(path), **options)


def test_a_plain_list(tmp_path):
    header = ["name", "hours", "cost", "latitude", "longitude", "languages", "checked"]
    good = {
        "name": "Soup",
        "hours": "Mon 9am-5pm",
        "cost": "Free",
        "latitude": "51.5",
        "longitude": "0.1",
        "languages": "en; AR",
        "checked": "2026-03-01",
    }
    file = read(
        tmp_path,
        header,
        good,
        {"hours": "x"},
        {"name": "Bread", "checked": "lately"},
        {"name": "Tea", "latitude": "x"},
    )
    assert (file.layout, file.rows_read) == ("plain", 4)
    soup, tea = file.records
    assert (soup.place, soup.languages, soup.cost.kind) == ((51.5, 0.1), ("en", "ar"), CostKind.FREE)
    assert soup.assured_on == dt.date(2026, 3, 1)
    assert tea.place is None
    assert [(one.row, one.reason) for one in file.refused] == [
        (3, "The row has no name."),
        (4, "“lately” is not a day."),
    ]
    assert file.mended[0].row == 5


def test_an_unknown_layout_is_refused_with_the_columns_to_use(tmp_path):
    with pytest.raises(Refused, match="organisation, description"):
        read(tmp_path, ["title", "text"], {"title": "Soup"})


def test_the_archive_withheld_places_and_imputed_costs(tmp_path):
    common = {"source_name": "Relief", "source_license": "CC0", "source_date": "2026-04-19", "cost": "Free"}
    file = read(
        tmp_path,
        OASA,
        common
        | {
            "name": "Withheld",
            "description": "Relief operated by Elm Shelter",
            "address": "Withheld",
            "latitude": "-33",
            "longitude": "115",
            "location_precision": "address",
        },
        common
        | {
            "name": "Soup",
            "suburb": "Fitzroy",
            "state": "VIC",
            "latitude": "-37",
            "longitude": "144",
            "location_precision": "postcode",
        },
        common | {"name": "Loan", "state": "VIC", "location_precision": "none"},
    )
    withheld, soup, loan = file.records
    assert (withheld.name, withheld.organisation) == ("Elm Shelter", "Elm Shelter")
    assert (withheld.place, withheld.address) == (None, "")
    assert (soup.precision, soup.address) == (Precision.AREA, "Fitzroy, VIC")
    assert (loan.place, loan.precision) == (None, Precision.NONE)
    assert all(one.cost.imputed and one.cost.kind is CostKind.NOT_STATED for one in file.records)


def test_every_row_of_the_melbourne_export_is_accounted_for():
    path = shared_path("data/directories/melbourne_helping_out_2024-03.csv")
    file = read_directory(read_sheet(path), dt.date(2024, 3, 13))
    assert (file.layout, file.rows_read, len(file.records)) == ("melbourne", 119, 118)
    assert [one.row for one in file.refused] == [47]
    helplines = [one for one in file.records if one.category == "Helpful phone number"]
    assert len(helplines) > 5
    assert all(one.phone and one.place is None and not one.address for one in helplines)
    strays = [one for one in file.mended if one.field == "Cost"]
    assert {one.found for one in strays} >= {"14", ", 9am-3pm"}
    assert sum(one.cost.words != "" for one in file.records) == 119 - 1 - len(
        [o for o in strays if o.row != 47]
    )
    assert sum(one.cost.kind is CostKind.FREE for one in file.records) == 3
    assert not [one for one in file.records if "N/A" in one.category]
    lazarus = next(one for one in file.records if "Drop in Centre" in one.hours_text)
    assert "11.30am to 3.00pm (Drop in Centre), 12.00Noon to 3.00pm (Food Parcels)" in lazarus.hours_text


@pytest.mark.parametrize(
    ("name", "rows", "imputed"),
    [
        ("melbourne_helping_out", 118, 0),
        ("emergency_relief", 1187, 1187),
        ("neighbourhood_houses", 146, 146),
        ("ballarat_food", 26, 26),
        ("ballarat_community_centres", 23, 23),
        ("gov_service_counters", 86, 86),
        ("housing_centres", 42, 42),
        ("housing_finder", 34, 34),
        ("service_shops", 27, 27),
    ],
)
def test_every_row_of_the_archive_is_accounted_for(name, rows, imputed):
    file = read_directory(read_sheet(shared_path(f"data/directories/oasa/{name}.csv")))
    assert (file.layout, file.rows_read, len(file.refused)) == ("oasa", rows, 0)
    assert sum(one.cost.imputed for one in file.records) == imputed
    assert all(one.source.licence and one.source.date and one.source.attribution for one in file.records)
    assert not [
        one for one in file.records if "\x1a" in one.address or "\ufffd" in one.name or one.name == "Withheld"
    ]
