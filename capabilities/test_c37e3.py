"""C37E3: a person is referred to a service, which answers without an account."""

from django.core import mail
from django.test import Client
from django.urls import reverse

from linkwork.connections import reads
from linkwork.testing.capabilities import epic
from linkwork.testing.cast import PASSWORD
from linkwork.web.connect.tests.conftest import PHONE, REFERRAL, ids, new_url


@epic("C37E3", pages=["connect:new", "connect:detail", "reply:open", "reply:say"])
def test_c37e3_a_person_is_referred_to_a_service_that_answers(cast):
    """Given a person with a need, and a service in the directory with an e-mail address
    When the worker sends what the person agreed to share, and the service opens its link and says yes
    Then nothing personal is in the letter, the service saw what was agreed, and the record shows that it accepted
    """
    known = ids(cast)
    worker, service = Client(), Client()
    worker.login(email="worker@example.org", password=PASSWORD)

    worker.post(new_url(known, "referral"), REFERRAL)
    [letter] = mail.outbox
    path = next(word for word in letter.body.split() if "/reply/" in word).split("/reply/")[1]
    token = path.strip("/")
    shown = service.get(reverse("reply:open", args=[token])).content.decode()
    service.post(reverse("reply:say", args=[token, "accepted"]))

    assert PHONE not in letter.body
    assert PHONE in shown
    [card] = reads.connections_of(cast.worker, known["case_id"])
    page = worker.get(reverse("connect:detail", args=[card.id])).content.decode()
    assert "Green Corner said yes." in page
