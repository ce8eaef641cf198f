"""What doors, ways, occasions and lists of referrals are called on screen."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from linkwork.casework.reads import ReferralList, ReferralOrder, Took
from linkwork.casework.rules.referrals import Door, Occasion, Phoning, Way

DOORS: dict[Door, Promise] = {
    Door.FORM: gettext_lazy("The referral form"),
    Door.SELF: gettext_lazy("The form for oneself"),
    Door.FILE: gettext_lazy("A file"),
    Door.WORKER: gettext_lazy("Entered by a worker"),
    Door.SYSTEM: gettext_lazy("Another system"),
}
PHONING: dict[Phoning, Promise] = {
    Phoning.YES: gettext_lazy("Safe, also to leave a message"),
    Phoning.NO_MESSAGE: gettext_lazy("Safe, but leave no message"),
    Phoning.NO: gettext_lazy("Do not call"),
}
OCCASIONS: dict[Occasion, Promise] = {
    Occasion.ACCEPTED: gettext_lazy("We took them on"),
    Occasion.DECLINED: gettext_lazy("We could not take them on"),
    Occasion.CLOSED: gettext_lazy("Our work with them has ended"),
    Occasion.ASKED: gettext_lazy("The referrer wants to know how it goes"),
}
TOLD: dict[Occasion, Promise] = {
    Occasion.ACCEPTED: gettext_lazy("That we took them on"),
    Occasion.DECLINED: gettext_lazy("That we could not take them on"),
    Occasion.CLOSED: gettext_lazy("That our work with them has ended"),
    Occasion.ASKED: gettext_lazy("How it goes"),
}
WAYS: dict[Way, Promise] = {
    Way.MAIL: gettext_lazy("by e-mail"),
    Way.PAPER: gettext_lazy("on paper"),
}
LISTS: dict[ReferralList, Promise] = {
    ReferralList.WAITING: gettext_lazy("Waiting"),
    ReferralList.URGENT: gettext_lazy("Urgent"),
    ReferralList.OVERDUE: gettext_lazy("Overdue"),
    ReferralList.ANSWERED: gettext_lazy("Answered"),
    ReferralList.ALL: gettext_lazy("All"),
}
ORDERS: dict[ReferralOrder, Promise] = {
    ReferralOrder.PRESSING: gettext_lazy("What presses first"),
    ReferralOrder.OLDEST: gettext_lazy("Longest waiting first"),
    ReferralOrder.NEWEST: gettext_lazy("Newest first"),
}
TOOK: dict[Took, Promise] = {
    Took.IN_TIME: gettext_lazy("answered in time"),
    Took.LATE: gettext_lazy("answered late"),
}
