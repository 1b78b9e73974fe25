"""An attacker of releases: what can be computed from all released relations of a network together.

    attack.py RELEASE AGAIN MORE OTHER METHOD

It reads the releases through psql (PGDATABASE, search_path in PGOPTIONS), the truth from the exact views to score
itself, and prints one line: a JSON object with what each attack found.  AGAIN is the same year published again, MORE the
same with one more record, OTHER with another secret.
"""

import json
import subprocess
import sys
from collections import Counter, defaultdict
from fractions import Fraction

RELEASE, AGAIN, MORE, OTHER, METHOD = sys.argv[1:6]
ROWS = "origin", "destination"


def ask(query):
    out = subprocess.run(["psql", "-XAtqF", "\t", "-v", "ON_ERROR_STOP=1", "-c", query], check=True, capture_output=True,
                         text=True).stdout
    return [tuple(None if v == "" else v for v in line.split("\t")) for line in out.splitlines()]


def number(text):
    return None if text is None else Fraction(text)


# ---- what a print says of a count ----

def ckm_weights():
    text = """0: 0:300
1: 0:212 3:55 4:30 5:3
2: 0:112 3:155 4:30 5:3
3: 0:52 3:140 4:72 5:27 6:6 7:3
4: 0:24 3:60 4:117 5:57 6:30 7:9 8:3
5: 3:63 4:63 5:72 6:45 7:33 8:18 9:6
6: 3:21 4:36 5:48 6:84 7:57 8:39 9:12 10:3"""
    return {int(line.split(":")[0]): {int(t.split(":")[0]): int(t.split(":")[1]) for t in line.split()[1:]}
            for line in text.splitlines()}


CKM = ckm_weights()
TAIL = dict(zip(range(-4, 5), (3, 15, 33, 60, 78, 60, 33, 15, 3)))


def chance(method, count, printed):
    """The probability that a count is printed so."""
    if method == "rr5":
        low = count - count % 5
        return Fraction(count % 5, 5) if printed == low + 5 else 1 - Fraction(count % 5, 5) if printed == low else Fraction(0)
    if method == "ckm":
        weight = CKM[count].get(printed, 0) if count < 7 else TAIL.get(printed - count, 0)
        return Fraction(weight, 300)
    return Fraction(int(printed == 5 * ((count + 2) // 5)))


def interval(method, printed):
    possible = [n for n in range(max(0, printed - 4), printed + 5) if chance(method, n, printed) > 0]
    return min(possible), max(possible)


# ---- the releases and the truth ----

FLOW = "measure, breakdown, category, origin, destination"
released = {tuple(r[:5]): int(number(r[5])) for r in
            ask(f"SELECT {FLOW}, value FROM released_mobility_flow WHERE release = '{RELEASE}' AND measure <> 'official_stock'")}
year = ask(f"SELECT year FROM released_release WHERE release = '{RELEASE}'")[0][0]
truth = {tuple(r[:5]): int(number(r[5])) for r in
         ask(f"SELECT {FLOW}, value FROM mobility_flow WHERE year = {year} AND measure <> 'official_stock' AND value > 0")}
institutions = {("institution",) + tuple(r[:4]): int(number(r[4])) for r in
                ask(f"SELECT measure, role, state, institution, value FROM released_institution_flow WHERE release = '{RELEASE}'")}
truth.update({("institution",) + tuple(r[:4]): int(number(r[4])) for r in
              ask(f"SELECT measure, role, state, institution, value FROM institution_flow WHERE year = {year} AND direction = '_T'")})
everything = ask(f"SELECT view, indicator, measure, unit, breakdown, category, origin, destination, state, value, numerator,"
                 f" denominator, conf FROM report_cell WHERE release = '{RELEASE}' AND measure IS DISTINCT FROM 'official_stock'")

# what everybody knows, from other years: the states, the categories and the institutions, not who went where
measures = sorted({k[0] for k in truth if k[0] != "institution"})
states = sorted({s for (s,) in ask("SELECT sending_state FROM mobility UNION SELECT receiving_state FROM mobility")})
categories = defaultdict(set)
for b, c in ask("SELECT DISTINCT breakdown, category FROM mobility_flow WHERE measure <> 'official_stock'"):
    categories[b].add(c)
houses = sorted(set(ask("SELECT sending_state, coalesce(sending_institution, '_U') FROM mobility"
                        " UNION SELECT receiving_state, coalesce(receiving_institution, '_U') FROM mobility")))


def variables(known_totals):
    """Bounds of every count, from its print alone (or exactly, for totals known from outside)."""
    bounds = {}
    for m in measures:
        for b, names in categories.items():
            for c in names:
                for o in states + ["_T"]:
                    for d in states + ["_T"]:
                        key = (m, b, c, o, d)
                        if o == d != "_T":
                            bounds[key] = [0, 0]
                        elif known_totals(b, o, d):
                            bounds[key] = [truth.get(key, 0)] * 2
                        else:
                            bounds[key] = list(interval(METHOD, released.get(key, 0)))
        for role in ROWS:
            for state, house in houses:
                key = ("institution", m, role, state, house)
                bounds[key] = list(interval(METHOD, institutions.get(key, 0)))
    return bounds


def equations():
    """Lists of a total and its parts."""
    found = []
    for m in measures:
        for b, names in categories.items():
            for c in names:
                for s in states + ["_T"]:
                    found.append(((m, b, c, s, "_T"), [(m, b, c, s, d) for d in states]))
                    found.append(((m, b, c, "_T", s), [(m, b, c, o, s) for o in states]))
        for b in categories:
            if b != "total":
                for o in states + ["_T"]:
                    for d in states + ["_T"]:
                        found.append(((m, "total", "_T", o, d), [(m, b, c, o, d) for c in categories[b]]))
        for role in ROWS:
            for s in states:
                total = (m, "total", "_T", s, "_T") if role == "origin" else (m, "total", "_T", "_T", s)
                found.append((total, [("institution", m, role, s, h) for t, h in houses if t == s]))
    return found


def propagate(bounds, sums):
    """Integer bounds of all counts that fit together, narrowed until nothing changes."""
    changed = True
    while changed:
        changed = False
        for total, parts in sums:
            low = sum(bounds[p][0] for p in parts)
            high = sum(bounds[p][1] for p in parts)
            t = bounds[total]
            if low > t[0]:
                t[0], changed = low, True
            if high < t[1]:
                t[1], changed = high, True
            for p in parts:
                q = bounds[p]
                least, most = t[0] - (high - q[1]), t[1] - (low - q[0])
                if least > q[0]:
                    low, q[0], changed = low + least - q[0], least, True
                if most < q[1]:
                    high, q[1], changed = high - (q[1] - most), most, True
            if t[0] > t[1] or any(bounds[p][0] > bounds[p][1] for p in parts):
                raise SystemExit(f"the bounds contradict each other at {total}: the attacker is wrong")
    return bounds


def share(few, many):
    return round(float(Fraction(100 * few, many)), 3) if many else 0.0


small = {k: n for k, n in truth.items() if 1 <= n <= 4}
result = {"stays": sum(n for k, n in truth.items() if k[1:3] == ("total", "_T") and k[3] == "_T" and k[4] == "_T"),
          "small": len(small)}

# T1: integer bounds over all numbers; T8: the whole is known exactly from elsewhere; T8s: the totals of all states are
sums = equations()
for name, known in (("T1", lambda b, o, d: False), ("T8", lambda b, o, d: b == "total" and o == d == "_T"),
                    ("T8s", lambda b, o, d: b == "total" and "_T" in (o, d))):
    bounds = propagate(variables(known), sums)
    wrong = sum(not bounds[k][0] <= n <= bounds[k][1] for k, n in truth.items())
    result[name] = {"exact": share(sum(bounds[k][0] == bounds[k][1] for k in small), len(small)),
                    "width_1": share(sum(bounds[k][1] - bounds[k][0] <= 1 for k in small), len(small)), "wrong": wrong}

# T2: whatever is no count is computed from printed counts: numerator and denominator are prints, and give the value
count_views = {"mobility_flow", "institution_flow"}
official = {"inbound_mobility_rate", "outbound_mobility_ratio", "gross_outbound_enrolment_ratio", "net_flow_ratio"}
bad = 0
for view, indicator, measure, unit, b, c, o, d, s, value, num, den, conf in everything:
    value, num, den = number(value), number(num), number(den)
    step = 5 if METHOD != "ckm" else 1
    if conf != METHOD or view in count_views:
        continue
    if view == "mobility_concentration" or indicator in ("mean_stay", "days_per_stay", "student_months", "working_days"):
        continue
    if num is not None and num % step:
        bad += 1
    if den is not None and view not in official | {"quota_indicator"} and den % step:
        bad += 1
    if unit == "%" and view not in official and abs(value - min(100, 100 * num / den)) > Fraction(1, 2):
        bad += 1
result["T2"] = {"not_from_prints": bad}

# T3: the best guess from one print, with a prior of one half at 0 and x^-1.5 from 1 on
prior = {n: 0.5 if n == 0 else 0.5 * n ** -1.5 / sum(k ** -1.5 for k in range(1, 200)) for n in range(0, 60)}
right, certain = 0, 0.0
for key, n in small.items():
    printed = (institutions if key[0] == "institution" else released).get(key, 0)
    posterior = {k: p * float(chance(METHOD, k, printed)) for k, p in prior.items()}
    whole = sum(posterior.values())
    best = max(posterior, key=posterior.get)
    right += best == n
    certain = max(certain, max(v / whole for k, v in posterior.items() if k > 0))
result["T3"] = {"right": share(right, len(small)), "surest": round(certain, 3)}

# T4: the mean of a cell's print and the sums of all its released breakdowns, rounded
right, cells = 0, 0
for key, n in small.items():
    if key[0] == "institution" or key[1] != "total":
        continue
    m, _, _, o, d = key
    guesses = [released.get(key, 0)] + [sum(released.get((m, b, c, o, d), 0) for c in categories[b]) for b in categories if b != "total"]
    cells += 1
    right += round(sum(guesses) / len(guesses)) == n
result["T4"] = {"right": share(right, cells), "cells": cells}

# T5: equal counts of stays and persons are printed alike
volume = defaultdict(dict)
for view, indicator, measure, unit, b, c, o, d, s, value, num, den, conf in everything:
    if view == "mobility_volume" and indicator in ("stays", "persons"):
        volume[measure, o, d][indicator] = int(number(value))
exact = defaultdict(dict)
for m, o, d, i, v in ask(f"SELECT measure, origin, destination, indicator, value FROM mobility_volume WHERE year = {year} AND indicator IN ('stays', 'persons')"):
    exact[m, o, d][i] = int(number(v))
result["T5"] = {"unequal": sum(v["stays"] == v["persons"] and len(set((volume[k].get("stays", 0), volume[k].get("persons", 0)))) > 1
                               for k, v in exact.items() if k[0] != "degree_stock"),
                "more_persons": sum(v.get("persons", 0) > v.get("stays", 0) for v in volume.values())}

# T6: nothing is drawn anew; one more record changes few of the prints that it is in
def prints(release):
    return {tuple(r[:5]): int(number(r[5])) for r in
            ask(f"SELECT {FLOW}, value FROM released_mobility_flow WHERE release = '{release}' AND measure <> 'official_stock'")}


def differences(a, b):
    return [k for k in set(a) | set(b) if a.get(k, 0) != b.get(k, 0)]


more = prints(MORE)
result["T6"] = {"redrawn": len(differences(released, prints(AGAIN))), "changed_by_one": len(differences(released, more)),
                "one_is_in": 20}

# T7: a count is listed if it is printed above 0, and for no other reason
result["T7"] = {"zeros_listed": sum(v == 0 for v in released.values()) + sum(v == 0 for v in institutions.values())}

# T9: five counts or more fit what is printed of a quota line
fewest = 99
for view, indicator, measure, unit, b, c, o, d, s, value, num, den, conf in everything:
    if view == "quota_indicator":
        num, cap = int(number(num)), 5 * (int(number(den)) // 5)
        fits = [n for n in range(0, 2 * int(number(den)) + 20)
                if any(chance(METHOD, n, p) > 0 for p in ([num] if num < cap else range(num, num + 60)))]
        fewest = min(fewest, len(fits))
result["T9"] = {"fewest_candidates": fewest}

# T10: another secret prints otherwise
result["T10"] = {"other_prints": len(differences(released, prints(OTHER)))}

# T11: one word for all that is protected
words = Counter(row[-1] for row in everything)
result["T11"] = {"words": sorted(words)}
print(json.dumps(result))
