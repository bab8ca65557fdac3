#!/usr/bin/env python3
"""The month of the ad reckoned a second time, by other means, from the rules in words:
prints the table that the tests hold the program to. Run: python3 plans.py > plans-2026-2030.tsv"""
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
# Easter Day as printed in almanacs.
EASTER = {2025: (4, 20), 2026: (4, 5), 2027: (3, 28), 2028: (4, 16), 2029: (4, 1), 2030: (4, 21), 2031: (4, 13)}


def free(day):
    e = date(day.year, *EASTER[day.year])
    fixed = {(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)}
    if (day.month, day.day) in fixed or day - e in [n * DAY for n in (-2, -1, 0, 1, 39, 48, 49)]:
        return True
    midsummer_day = next(date(day.year, 6, n) for n in range(20, 27) if date(day.year, 6, n).weekday() == 5)
    return day.weekday() >= 5 or day in (midsummer_day, midsummer_day - DAY)


def plannable(day):
    return not free(day) and not (free(day - DAY) and free(day + DAY))


def before(day, n):
    while n:
        day -= DAY
        n -= plannable(day)
    return day


def vacation(day):
    return 28 <= day.isocalendar()[1] <= 31


def there(day):
    while not plannable(day) or vacation(day):
        day += DAY
    return day


def plan(print_day, zone):
    zone, home = ZoneInfo(zone), ZoneInfo("Europe/Stockholm")
    at = lambda day, h, m, z: datetime.combine(day, time(h, m), z)
    first = before(print_day, 12)
    if vacation(first):
        start = first
        while vacation(start - DAY):
            start -= DAY
        first = before(start, 5)
    question = at(there(first), 9, 0, zone)
    answers_in = at(before(print_day, 5), 12, 0, home)
    steps, last, nudges = [("question", question)], question, 0
    if question > answers_in:
        raise ValueError(print_day)
    for name, n in (("nudge", 9), ("secondNudge", 7), ("lastCall", 6)):
        day = there(before(print_day, n))
        when = at(day, 10 if day.weekday() == 0 else 9, 10, zone)
        if day > last.astimezone(zone).date() and when < answers_in:
            steps.append((name, when))
            last, nudges = when, nudges + 1
    told = at(before(print_day, 6), 13, 0, home)
    if nudges:
        told = max(told, last + timedelta(hours=2), key=lambda d: d.timestamp())
    steps.append(("escalation", told if question < told < answers_in else answers_in))
    return steps


def main():
    for year in range(2026, 2031):
        for month in range(1, 13):
            days = [date(year, month, n) for n in range(1, 15)]
            tuesday = next(d for d in days if d.weekday() == 1)
            thursday = [d for d in days if d.weekday() == 3][1]
            for day in sorted((tuesday, thursday)):
                for zone in ("Europe/Stockholm", "America/New_York", "Asia/Kolkata"):
                    cells = [f"{name} {when.astimezone(ZoneInfo('UTC')):%Y-%m-%dT%H:%MZ}" for name, when in plan(day, zone)]
                    print("\t".join([day.isoformat(), zone, *cells]))


main()
