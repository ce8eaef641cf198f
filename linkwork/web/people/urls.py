"""Addresses of the people's pages. A person's page stands for one case: one spell of support."""

from django.urls import path

from linkwork.web.people import files
from linkwork.web.people.views import (
    listing,
    logging,
    person,
    referral_files,
    referral_news,
    referrals,
    schedule,
    steps,
    triage,
)

app_name = "people"
urlpatterns = [
    path("", listing.listing, name="list"),
    path("print/", listing.list_print, name="list_print"),
    path("export/", listing.list_export, name="list_export"),
    path("visits/", schedule.visits, name="visits"),
    path("new/", listing.new, name="new"),
    path("address/", referrals.address, name="address"),
    path("log/", logging.log, name="log"),
    path("referrals/", triage.referrals, name="referrals"),
    path("referrals/report/", triage.report, name="referral_report"),
    path("referrals/file/", referral_files.bring, name="referral_file"),
    path("referrals/file/refused/", referral_files.refused, name="referral_file_refused"),
    path("referrals/<uuid:referral_id>/", referrals.referral, name="referral"),
    path("referrals/<uuid:referral_id>/decline/", referrals.decline, name="decline"),
    path("referrals/<uuid:referral_id>/ask/", referral_news.ask, name="ask"),
    path("referrals/<uuid:referral_id>/back/", referral_news.withdraw, name="withdraw"),
    path("referrals/<uuid:referral_id>/tell/", referral_news.tell_page, name="tell"),
    path("referrals/<uuid:referral_id>/letter/<uuid:news_id>/", referral_news.letter, name="letter"),
    path("needs/<uuid:need_id>/met/", steps.need_met, name="need_met"),
    path("follow-ups/<uuid:follow_up_id>/done/", steps.follow_up_done, name="follow_up_done"),
    path("<uuid:case_id>/", person.person, name="person"),
    path("<uuid:case_id>/record.json", files.fhir, name="fhir"),
    path("<uuid:case_id>/edit/", person.edit, name="edit"),
    path("<uuid:case_id>/close/", person.close, name="close"),
    path("<uuid:case_id>/worker/", person.worker, name="worker"),
    path("<uuid:case_id>/schedule/", schedule.schedule, name="schedule"),
    path("<uuid:case_id>/rest/", steps.rest, name="rest"),
    path("<uuid:case_id>/needs/", steps.need_add, name="need_add"),
    path("<uuid:case_id>/words/", steps.say, name="say"),
    path("<uuid:case_id>/follow-up/", steps.follow_up_set, name="follow_up_set"),
    path("<uuid:case_id>/consent/", steps.consent, name="consent"),
    path("<uuid:case_id>/consent/<uuid:consent_id>/end/", steps.consent_end, name="consent_end"),
]
