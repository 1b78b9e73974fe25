#!/usr/bin/env python3
"""The averages of random transcripts in exact fractions, written from the documentation alone.

recognition_gpa.py TRANSCRIPTS SEED FOLDER writes FOLDER/attempts.csv (student, course, attempt, points, credits,
status) and FOLDER/expected.csv (student, policy, gpa, half up at 9 decimals; graded, earned, failed, pending credits).
"""
import csv
import random
import sys
from collections import defaultdict
from fractions import Fraction

POLICIES = ("replace", "last", "best", "lowest", "all")


def half_up(value, places):
    scaled = value * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = f"{whole:0{places + 1}d}"
    return f"{digits[:-places]}.{digits[-places:]}"


def choose(results, policy):
    """The one result of a course that counts; results are (points or None, credits, passed), in order of time."""
    if not results:
        return None
    if policy == "last":
        return results[-1]
    passes = [r for r in results if r[2]]
    kind = passes or results
    if policy == "replace":
        return kind[-1]
    graded = [r for r in kind if r[0] is not None]
    if not graded:
        return kind[-1]
    wanted = max(r[0] for r in graded) if policy == "best" else min(r[0] for r in graded)
    return [r for r in graded if r[0] == wanted][-1]


def summary(courses, policy):
    weighted = credits = earned = failed = pending = Fraction(0)
    for attempts in courses.values():
        attempts = sorted(attempts)
        results = [(p, c, s == "passed") for _, p, c, s in attempts if s in ("passed", "failed")]
        counted = choose(results, policy)
        for points, credit, _ in results if policy == "all" else [counted] if counted else []:
            if points is not None:
                weighted += points * credit
                credits += credit
        passes = [r for r in results if r[2]]
        if passes:
            earned += counted[1] if policy != "all" and counted[2] else passes[-1][1]
        elif attempts[-1][3] == "pending":
            pending += attempts[-1][2]
        elif results:
            failed += results[-1][1]
    return (half_up(weighted / credits, 9) if credits else "", credits, earned, failed, pending)


def main(transcripts, seed, folder):
    rng = random.Random(seed)
    with open(f"{folder}/attempts.csv", "w", newline="") as attempts_file, open(
        f"{folder}/expected.csv", "w", newline=""
    ) as expected_file:
        attempts_csv, expected_csv = csv.writer(attempts_file), csv.writer(expected_file)
        for student in range(transcripts):
            courses = defaultdict(list)
            rows = []
            for course in range(rng.randint(1, 4)):
                name = f"курс-{course}"
                for number in rng.sample(range(1, 9), rng.randint(1, 3)):
                    hundredths = rng.choice((0, 100, 167, 233, 267, 300, 333, 367, 400, rng.randint(0, 1000)))
                    points = Fraction(hundredths, 100) if rng.random() < 0.8 else None
                    credit = Fraction(rng.choice((0, 1, 2, 3, 5, 6, 10, 15)), rng.choice((1, 2, 4)))
                    status = rng.choices(("passed", "failed", "pending", "withdrawn", "audited"), (6, 3, 1, 1, 1))[0]
                    courses[name].append((number, points, credit, status))
                    rows.append((student, name, number, "" if points is None else float(points), float(credit), status))
            rng.shuffle(rows)
            attempts_csv.writerows(rows)
            for policy in POLICIES:
                gpa, *sums = summary(courses, policy)
                expected_csv.writerow((student, policy, gpa, *(float(s) for s in sums)))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
