"""Bringing in a file of referrals by the page."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import reads

GOOD = "Name,Phone,Need\nBo Ek,0555 1,Food\n"
MIXED = "Patient,Tel,Language\nBo Ek,0555 1,Arabic\n=Ada,,Arabic\nIda,0555 2,Klingon\n"


def bring(client, content, name="referrals.csv", **more):
    file = SimpleUploadedFile(name, content.encode(), content_type="text/csv")
    return client.post(reverse("people:referral_file"), {"file": file, "columns": ""} | more)


def test_good_rows_wait_for_an_answer(cast, signed_in):
    client = signed_in("manager")
    assert client.get(reverse("people:referral_file")).status_code == 200
    assert bring(client, GOOD).headers["Location"] == reverse("people:referrals")
    assert bring(client, GOOD).status_code == 302  # the same file again
    [card] = reads.referrals_waiting(cast.manager, timezone.now())
    assert (card.name, card.door) == ("Bo Ek", "file")


def test_rows_that_cannot_be_taken_come_back(cast, signed_in):
    client = signed_in("manager")
    assert client.get(reverse("people:referral_file_refused")).status_code == 302
    answer = bring(client, MIXED, columns="Patient = given_name\nTel = phone").content.decode()
    assert "there is no way to reach them" in answer
    assert "“Klingon” is in no list" in answer
    assert len(reads.referrals_waiting(cast.manager, timezone.now())) == 1
    back = client.get(reverse("people:referral_file_refused")).content.decode()
    assert "'=Ada" in back  # never taken for a formula
    assert "Bo Ek" not in back


def test_a_file_nobody_can_read_is_refused_with_what_to_do(cast, signed_in):
    client = signed_in("manager")
    answer = bring(client, MIXED)
    assert answer.status_code == 422
    assert "no column was recognised for given_name" in answer.content.decode()
    assert bring(client, MIXED, columns="nonsense").status_code == 422
    assert client.post(reverse("people:referral_file"), {}).status_code == 422


def test_only_a_manager_brings_files(cast, signed_in):
    assert bring(signed_in("worker"), GOOD).status_code == 403
