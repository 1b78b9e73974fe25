"""What the Python tests share: the expected values, and one line for each check."""
import sys

CREDITS, CODES, TERMS = ["7.5 ECTS", "10/3 CN"], ["KZ2009:6M070300", "RU2013:09.04.02"], ["2024/2025-1/2", "2025/2025-1/1"]
COURSE_1 = (1, "10/3 CN", "KZ2009:6M070300", "2024/2025-1/2", CREDITS, CODES, TERMS)
counts = {True: 0, False: 0}


def equal(what, got, expected):
    counts[got == expected] += 1
    if got != expected:
        print(f"not ok: {what}: got {got!r}, expected {expected!r}")


def same_refusals(refuse, mark):
    """refuse(statement, parameters...) gives (SQLSTATE, constraint or None) of the error, None where there is none."""
    for what, expected, statement, *parameters in (
        ("bad credit", ("22P02", None), f"SELECT CAST({mark} AS credit)", "7.5"),
        ("credit out of range", ("22003", None), f"SELECT CAST({mark} AS credit)", "1e99 ECTS".replace("1e99", "9" * 20)),
        ("bad code", ("22P02", None), f"SELECT CAST({mark} AS program_code)", "KZ2009:"),
        ("bad year", ("22008", None), f"SELECT CAST({mark} AS academic_term)", "2024/2025-3/2"),
        ("two schemes", ("22023", None), "SELECT credit '1 ECTS' + credit '1 KZ'"),
        ("check", ("23514", "course_credit_positive"), "INSERT INTO course (id, credit) VALUES (99, '-1 ECTS')"),
        ("key", ("23505", "course_pkey"), "INSERT INTO course (id, credit) VALUES (1, '1 ECTS')"),
    ):
        equal(f"error: {what}", refuse(statement, *parameters), expected)


def done():
    print(f"{counts[True]} passed, {counts[False]} failed")
    sys.exit(counts[False] > 0)
