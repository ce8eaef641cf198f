"""How long is too long? And which licences a programme can choose from."""

LONGEST_TITLE, LONGEST_BARRIER, LONGEST_ADVICE = 160, 300, 6000
LONGEST_ITEM, MOST_ITEMS = 200, 20
LONGEST_REASON = 2000
# Each with the address of its text; "" keeps all rights.
LICENCES = {
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC BY-NC 4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "all rights reserved": "",
}
USUAL_LICENCE = "CC BY 4.0"
