"""The ground floor: ids, periods, errors, privacy classes, who is looking, small-number suppression, text folding.

Ten words: viewer, role, kept, class, period, suppress, fold, refuse, id, action.
It must never know any table.
"""
