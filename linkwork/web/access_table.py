"""Every page and who may open it. A page that is not here opens for nobody; a row without a page fails the build."""

from dataclasses import dataclass

from linkwork.core.viewer import Kind, Role, Viewer


@dataclass(frozen=True)
class Door:
    """`public`: no account needed (the page checks its own signed link, if it has one). Otherwise one of `roles`."""

    roles: frozenset[Role] = frozenset()
    public: bool = False


def only(*roles: Role) -> Door:
    """Open for these roles."""
    return Door(roles=frozenset(roles))


PUBLIC = Door(public=True)
ANY_LOGIN = Door(roles=frozenset(Role))
PRACTICE = only(Role.WORKER, Role.MANAGER)
MANAGING = only(Role.MANAGER)
DECIDING = only(Role.MANAGER, Role.SUPERVISOR)
TEAM = only(Role.WORKER, Role.MANAGER, Role.SUPERVISOR)
STUDY = only(Role.EVALUATOR)
FIGURES = only(Role.EVALUATOR, Role.MANAGER)
LEARNING = only(Role.EVALUATOR, Role.MANAGER, Role.ADVISER)
LOOKING_UP = only(Role.WORKER, Role.MANAGER, Role.SUPERVISOR, Role.ADMINISTRATOR)
DIRECTORY = only(Role.WORKER, Role.MANAGER, Role.ADMINISTRATOR)
SETTING_UP = only(Role.ADMINISTRATOR, Role.MANAGER)

ACCESS: dict[str, Door] = {
    "home": PUBLIC,
    "language": PUBLIC,
    "choose_programme": ANY_LOGIN,
    # allauth's pages: sign-in and the second factor; signing up is closed by the adapter
    "account_login": PUBLIC,
    "account_logout": PUBLIC,
    "account_inactive": PUBLIC,
    "account_reauthenticate": ANY_LOGIN,
    "account_change_password": ANY_LOGIN,
    "account_reset_password": PUBLIC,
    "account_reset_password_done": PUBLIC,
    "account_reset_password_from_key": PUBLIC,
    "account_reset_password_from_key_done": PUBLIC,
    "mfa_authenticate": PUBLIC,
    "mfa_reauthenticate": ANY_LOGIN,
    "mfa_index": ANY_LOGIN,
    "mfa_activate_totp": ANY_LOGIN,
    "mfa_deactivate_totp": ANY_LOGIN,
    "mfa_view_recovery_codes": ANY_LOGIN,
    "mfa_generate_recovery_codes": ANY_LOGIN,
    "mfa_download_recovery_codes": ANY_LOGIN,
    # -- today
    "today:home": PRACTICE,
    #
    #
    # -- people
    "people:list": PRACTICE,
    "people:list_print": PRACTICE,
    "people:list_export": MANAGING,
    "people:new": PRACTICE,
    "people:visits": PRACTICE,
    "people:funnel": PRACTICE,
    "people:counted": PRACTICE,
    "people:report": PRACTICE,
    "people:report_print": PRACTICE,
    "people:report_file": PRACTICE,
    "people:schedule": PRACTICE,
    "people:log": PRACTICE,
    "people:suggest": PRACTICE,
    "people:contact": PRACTICE,
    "people:contact_change": PRACTICE,
    "people:contact_undo": PRACTICE,
    "people:session_new": PRACTICE,
    "people:session": PRACTICE,
    "people:session_undo": PRACTICE,
    "people:contacts": PRACTICE,
    "people:print": PRACTICE,
    "people:record": PRACTICE,
    "people:referral": PRACTICE,
    "people:decline": PRACTICE,
    "people:referrals": PRACTICE,
    "people:referral_report": PRACTICE,
    "people:referral_file": MANAGING,
    "people:referral_file_refused": MANAGING,
    "people:ask": PRACTICE,
    "people:withdraw": PRACTICE,
    "people:tell": PRACTICE,
    "people:letter": PRACTICE,
    "people:need_met": PRACTICE,
    "people:follow_up_done": PRACTICE,
    "people:person": PRACTICE,
    "people:fhir": PRACTICE,
    "people:edit": PRACTICE,
    "people:close": PRACTICE,
    "people:closed": PRACTICE,
    "people:reopen": PRACTICE,
    "people:again": PRACTICE,
    "people:worker": PRACTICE,
    "people:rest": PRACTICE,
    "people:need_add": PRACTICE,
    "people:say": PRACTICE,
    "people:follow_up_set": PRACTICE,
    "people:about": PRACTICE,
    "people:looks": MANAGING,
    "people:alike": PRACTICE,
    "people:alert": PRACTICE,
    "people:alert_review": PRACTICE,
    "people:alert_end": PRACTICE,
    "people:member_new": PRACTICE,
    "people:member": PRACTICE,
    "people:member_end": PRACTICE,
    "people:due": PRACTICE,
    "people:restrict": MANAGING,
    "people:unrestrict": MANAGING,
    "people:merge": MANAGING,
    "people:unmerge": MANAGING,
    "people:renew": PRACTICE,
    "people:consent": PRACTICE,
    "people:consent_end": PRACTICE,
    "people:address": MANAGING,
    #
    #
    # -- plan
    "plan:plan": PRACTICE,
    "plan:begin": PRACTICE,
    "plan:link": PRACTICE,
    "plan:paper": PRACTICE,
    "plan:pdf": PRACTICE,
    "plan:goal": PRACTICE,
    "plan:goal_settle": PRACTICE,
    "plan:goal_again": PRACTICE,
    "plan:attain": PRACTICE,
    "plan:action": PRACTICE,
    "plan:action_done": PRACTICE,
    "plan:action_again": PRACTICE,
    "plan:action_drop": PRACTICE,
    "plan:goal_new": PRACTICE,
    "plan:action_new": PRACTICE,
    "plan:ask": PRACTICE,
    "plan:agree": PRACTICE,
    "plan:close": PRACTICE,
    "plan:take_up": PRACTICE,
    "plan:seen": PRACTICE,
    "plan:history": PRACTICE,
    "plan:waiting": DECIDING,
    "plan:approve": DECIDING,
    "plan:templates": MANAGING,
    "plan:template_new": MANAGING,
    "plan:template": MANAGING,
    "plan:template_retire": MANAGING,
    #
    # -- measures
    #
    # -- safety
    #
    # -- feedback
    "feedback:support": MANAGING,
    "feedback:service": MANAGING,
    "feedback:new": PRACTICE,
    # -- mine
    #
    # -- outreach
    "outreach:home": PRACTICE,
    "outreach:presence_new": PRACTICE,
    "outreach:presence": PRACTICE,
    "outreach:talk_new": PRACTICE,
    "outreach:refer": PRACTICE,
    #
    #
    # -- refer
    "refer:form": PUBLIC,
    "refer:thanks": PUBLIC,
    "refer:own": PUBLIC,
    "refer:own_thanks": PUBLIC,
    "refer:news": PUBLIC,
    "refer:answer": PUBLIC,
    "refer:take_back": PUBLIC,
    "refer:letter": PUBLIC,
    "refer:letter_file": PUBLIC,
    #
    #
    # -- connect
    "connect:new": PRACTICE,
    "connect:detail": PRACTICE,
    "connect:fhir": PRACTICE,
    "connect:step": PRACTICE,
    "connect:chase": PRACTICE,
    "connect:link": PRACTICE,
    "connect:noted": PRACTICE,
    "connect:follow_up": PRACTICE,
    "connect:answer": PRACTICE,
    "connect:signpost": PRACTICE,
    "connect:signpost_send": PRACTICE,
    "connect:signpost_print": PRACTICE,
    "connect:draft": PRACTICE,
    "connect:time": PRACTICE,
    "connect:introduced": PRACTICE,
    "connect:history": PRACTICE,
    "connect:calendar": PRACTICE,
    "connect:appointment_new": PRACTICE,
    "connect:appointments": PRACTICE,
    "connect:appointment": PRACTICE,
    "connect:appointment_move": PRACTICE,
    "connect:appointment_cancel": PRACTICE,
    "connect:appointment_came": PRACTICE,
    "connect:appointment_reminded": PRACTICE,
    "connect:appointment_file": PRACTICE,
    "mine:connect:tell": PUBLIC,
    "mine:connect:tell_signpost": PUBLIC,
    "mine:connect:time": PUBLIC,
    # -- calendar
    "calendar:feed": PUBLIC,
    # -- reply
    "reply:open": PUBLIC,
    "reply:say": PUBLIC,
    "reply:ask": PUBLIC,
    "reply:times": PUBLIC,
    "reply:appointment": PUBLIC,
    "reply:call_off": PUBLIC,
    "reply:came": PUBLIC,
    # -- mine
    "mine:open": PUBLIC,
    "mine:language": PUBLIC,
    "mine:end": PUBLIC,
    # -- safety: these open for the author of a concern and the leads; for other workers and managers they are not there
    "safety:home": PRACTICE,
    "safety:somebody": PRACTICE,
    "safety:new": PRACTICE,
    "safety:asked": PRACTICE,
    "safety:concern": PRACTICE,
    "safety:more": PRACTICE,
    "safety:told": PRACTICE,
    "safety:acknowledge": PRACTICE,
    "safety:decide": PRACTICE,
    "safety:close": PRACTICE,
    "safety:reopen": PRACTICE,
    "mine:plan:tick": PUBLIC,
    "mine:plan:comment": PUBLIC,
    "mine:plan:paper": PUBLIC,
    "mine:feedback:asked": PUBLIC,
    "mine:feedback:say": PUBLIC,
    # -- find
    "find:search": LOOKING_UP,
    "find:service": LOOKING_UP,
    "find:shortlist": LOOKING_UP,
    "find:clear": LOOKING_UP,
    "find:keep": LOOKING_UP,
    "find:add": DIRECTORY,
    "find:right": DIRECTORY,
    "find:wrong": DIRECTORY,
    "find:closed": DIRECTORY,
    # -- partners
    "partners:home": TEAM,
    "partners:new": PRACTICE,
    "partners:about": TEAM,
    "partners:edit": PRACTICE,
    "partners:organisation": PRACTICE,
    "partners:contact_edit": PRACTICE,
    "partners:contact_left": PRACTICE,
    "partners:step_done": PRACTICE,
    "partners:take_back": PRACTICE,
    "partners:there": PRACTICE,
    "partners:agreements": TEAM,
    "partners:agreement_new": PRACTICE,
    "partners:agreement": TEAM,
    "partners:agreement_pdf": TEAM,
    "partners:agreement_kept": PRACTICE,
    "partners:agreement_end": PRACTICE,
    "partners:relationship": TEAM,
    "partners:rate": PRACTICE,
    "partners:ask": PRACTICE,
    "partners:links_end": PRACTICE,
    "partners:role_card": TEAM,
    "partners:role_card_edit": MANAGING,
    "partners:role_card_print": TEAM,
    "partners:role_card_pdf": TEAM,
    "partners:network": TEAM,
    "partners:network_file": TEAM,
    "partners:network_picture": TEAM,
    "partners:rules": MANAGING,
    "alongside:open": PUBLIC,
    "alongside:acknowledge": PUBLIC,
    "alongside:clarity": PUBLIC,
    "alongside:together": PUBLIC,
    "partners:partner": TEAM,
    "partners:together": PRACTICE,
    "partners:contact_new": PRACTICE,
    "partners:champion": PRACTICE,
    "partners:champion_end": PRACTICE,
    "partners:meeting_new": PRACTICE,
    "partners:meeting": TEAM,
    "partners:minutes": PRACTICE,
    "partners:take_on": PRACTICE,
    "partners:action_done": PRACTICE,
    "partners:advocacy_new": PRACTICE,
    "partners:advocacy": TEAM,
    "partners:attempt": PRACTICE,
    "partners:settle": PRACTICE,
    "partners:again": PRACTICE,
    "partners:factor_new": PRACTICE,
    "partners:factor_move": PRACTICE,
    #
    #
    # -- team
    "team:home": TEAM,
    "team:caseload": TEAM,
    "team:transfer": PRACTICE,
    "team:rules": MANAGING,
    "team:room": MANAGING,
    "team:away": PRACTICE,
    "team:away_off": PRACTICE,
    "team:supervision": TEAM,
    "team:supervision_new": TEAM,
    "team:group_new": DECIDING,
    "team:supervision_rule": MANAGING,
    "team:talk": TEAM,
    "team:talk_confirm": TEAM,
    "team:talk_next": TEAM,
    "team:talk_calendar": TEAM,
    "team:agreed_done": TEAM,
    # -- visits
    "visits:home": PRACTICE,
    "visits:over": PRACTICE,
    "visits:new": PRACTICE,
    "visits:visit": PRACTICE,
    "visits:start": PRACTICE,
    "visits:extend": PRACTICE,
    "visits:end": PRACTICE,
    "visits:cancel": PRACTICE,
    "visits:not_safe": PRACTICE,
    "visits:place_shared": PRACTICE,
    "visits:place_back": PRACTICE,
    "visits:reached": PRACTICE,
    "visits:resolve": PRACTICE,
    "visits:places": PRACTICE,
    "visits:place_holds": PRACTICE,
    "visits:place_ends": PRACTICE,
    "visits:ladder": SETTING_UP,
    "visits:text": PUBLIC,  # signed by who hands texts in
    #
    #
    # -- study
    "study:home": STUDY,
    "study:new": STUDY,
    "study:study": STUDY,
    "study:add": STUDY,
    "study:describe": STUDY,
    "study:desk": STUDY,
    "study:passage": STUDY,
    "study:code": STUDY,
    "study:memo": STUDY,
    "study:remove": STUDY,
    "study:restore": STUDY,
    "study:overlap": STUDY,
    "study:quotes": STUDY,
    # -- rounds
    "rounds:home": STUDY,
    "rounds:new": STUDY,
    "rounds:agreement": STUDY,
    "rounds:keep": STUDY,
    "rounds:record": STUDY,
    "rounds:round": STUDY,
    "rounds:close": STUDY,
    "rounds:done": STUDY,
    "rounds:not_done": STUDY,
    # -- figures
    "figures:home": FIGURES,
    "figures:take": FIGURES,
    "figures:log": FIGURES,
    "figures:extract": FIGURES,
    "figures:disagreements": FIGURES,
    "figures:imported": FIGURES,
    "figures:refused": FIGURES,
    # -- portraits
    "portraits:home": LEARNING,
    "portraits:new": STUDY,
    "portraits:new_display": STUDY,
    "portraits:display": LEARNING,
    "portraits:freeze": STUDY,
    "portraits:row_new": STUDY,
    "portraits:row": STUDY,
    "portraits:row_remove": STUDY,
    "portraits:read": LEARNING,
    "portraits:pdf": LEARNING,
    "portraits:edit": STUDY,
    "portraits:section": STUDY,
    "portraits:statement_new": STUDY,
    "portraits:statement": STUDY,
    "portraits:evidence": STUDY,
    "portraits:statement_remove": STUDY,
    "portraits:event_new": STUDY,
    "portraits:event_remove": STUDY,
    "portraits:share": STUDY,
    "portraits:review": only(Role.ADVISER),
    "portraits:sign": only(Role.ADVISER),
    #
    #
    # -- toolkit
    "toolkit:home": LEARNING,
    "toolkit:new": STUDY,
    "toolkit:edit": STUDY,
    "toolkit:publish": STUDY,
    "toolkit:withdraw": STUDY,
    "toolkit:download": LEARNING,
    "toolkit:preview": LEARNING,
    #
    #
    # -- outcomes
    "outcomes:change_new": PRACTICE,
    # -- measures
    "measures:home": PRACTICE,
    "measures:new": PRACTICE,
    "measures:answer": PRACTICE,
    "measures:paper": PRACTICE,
    "measures:stop": PRACTICE,
    "measures:done": PRACTICE,
    "measures:correct": PRACTICE,
    "measures:void": PRACTICE,
    "measures:followed": PRACTICE,
    "measures:change": PRACTICE,
    "measures:about": LOOKING_UP,
    "measures:measure": LOOKING_UP,
    "mine:measures:answer": PUBLIC,
    "mine:measures:thanks": PUBLIC,
    # -- settings
    "settings:home": SETTING_UP,
    "settings:programme": SETTING_UP,
    "settings:worker_new": SETTING_UP,
    "settings:stage": SETTING_UP,
    "settings:plans": SETTING_UP,
    "settings:late": SETTING_UP,
    "settings:safeguarding": SETTING_UP,
    "settings:lists": SETTING_UP,
    "settings:list": SETTING_UP,
    "settings:list_file": SETTING_UP,
    "settings:list_take": SETTING_UP,
    "settings:term_add": SETTING_UP,
    "settings:term": SETTING_UP,
    "settings:term_code": SETTING_UP,
    "settings:list_step": SETTING_UP,
    "settings:trail": SETTING_UP,
    #
    #
    # -- look
    "look:specimen": ANY_LOGIN,
    #
    #
}


def opens(door: Door, viewer: Viewer) -> bool:
    """Whether the door opens for this viewer."""
    return door.public or (viewer.kind is Kind.LOGIN and bool(viewer.roles & door.roles))
