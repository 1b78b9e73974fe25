"""psycopg 3: text and binary parameters and results, prepared statements, arrays, COPY, errors."""
import psycopg
from check import CODES, COURSE_1, CREDITS, TERMS, equal, same_refusals, done
import socu_psycopg

conn = socu_psycopg.connect()
conn.autocommit = True
columns = "id, credit, code, term, credits, codes, terms"
equal("read", conn.execute(f"SELECT {columns} FROM course WHERE id = 1").fetchone(), COURSE_1)
equal("read NULL", conn.execute(f"SELECT {columns} FROM course WHERE id = 2").fetchone(),
      (2, "7.5 ECTS", None, None, [None, "0.1 KZ"], [], None))

socu_psycopg.add(conn, 10, "6 RU_ZET", "RU2013:09.04.02", "2025/2026-2/2", ["6 RU_ZET"])
equal("the block writes", conn.execute("SELECT credit, code, term, credits FROM course WHERE id = 10").fetchone(),
      ("6 RU_ZET", "RU2013:09.04.02", "2025/2026-2/2", ["6 RU_ZET"]))
try:
    socu_psycopg.add(conn, 11, "0 ECTS", None, None, None)
    refused = None
except ValueError as error:
    refused = str(error)
equal("the block names the constraint", refused, "course_credit_positive")

for format, mark in (("text", "%t"), ("binary", "%b")):
    for prepare in (True, False):
        conn.execute("DELETE FROM course WHERE id = 12")
        row = (12, "7.5 ECTS", "KZ2009:6M070300", "2024/2025", CREDITS, CODES, TERMS)
        conn.execute(f"INSERT INTO course ({columns}) VALUES ({', '.join([mark] * 7)})", row, prepare=prepare)
        equal(f"write in {format}, prepared {prepare}", conn.execute(f"SELECT {columns} FROM course WHERE id = 12").fetchone(),
              (12, "7.5 ECTS", "KZ2009:6M070300", "2024/2025-1/1", CREDITS, CODES, TERMS))
        equal(f"find in {format}, prepared {prepare}", conn.execute(
            f"SELECT count(*) FROM course WHERE id = 12 AND credit = CAST({mark} AS credit) AND code <@ CAST({mark} AS program_code)"
            f" AND term = ANY (CAST({mark} AS academic_term[]))",
            ("7.5 ECTS", "KZ2009:6M07", ["2024/2025"]), prepare=prepare).fetchone(), (1,))

# the binary form is the word: 8, 8 and 4 bytes, and what the server sends it takes
binary = conn.cursor(binary=True)
words = binary.execute("SELECT credit, code, term FROM course WHERE id = 1").fetchone()
equal("words", [len(word) for word in words], [8, 8, 4])
for word, name, text in zip(words, ("credit", "program_code", "academic_term"), COURSE_1[1:4]):
    equal(f"{name} from its word", conn.pgconn.exec_params(b"SELECT $1::text", [bytes(word)],
          [psycopg.types.TypeInfo.fetch(conn, name).oid], [1]).get_value(0, 0).decode(), text)

for number, type in ((2, "int"), (1.5, "float"), (psycopg.types.numeric.Decimal("0.1"), "Decimal")):
    equal(f"credit * {type}", conn.execute("SELECT credit '3 ECTS' * %s", (number,)).fetchone()[0],
          {"int": "6 ECTS", "float": "4.5 ECTS", "Decimal": "0.3 ECTS"}[type])
equal("credit(float, text)", conn.execute("SELECT credit(%s, %s)", (0.1, "KZ")).fetchone()[0], "0.1 KZ")

cursor = conn.cursor()
with cursor.copy(f"COPY course ({columns}) FROM STDIN") as copy:
    copy.write_row((13, "10/3 CN", "KZ2009:6M070300", "2024/2025-1/2", CREDITS, CODES, TERMS))
with cursor.copy(f"COPY (SELECT {columns} FROM course WHERE id = 13) TO STDOUT") as copy:
    copy.set_types(["int4", "credit", "program_code", "academic_term", "credit[]", "program_code[]", "academic_term[]"])
    equal("COPY", list(copy.rows()), [(13,) + COURSE_1[1:]])
with cursor.copy("COPY course TO STDOUT (FORMAT binary)") as copy:
    data = b"".join(bytes(part) for part in copy)
with cursor.copy("COPY course_copy FROM STDIN (FORMAT binary)") as copy:
    copy.write(data)
equal("COPY in binary", conn.execute("SELECT count(*) FROM (SELECT * FROM course EXCEPT SELECT * FROM course_copy) AS x").fetchone(), (0,))

def refuse(statement, *parameters):
    try:
        conn.execute(statement, parameters or None)
    except psycopg.Error as error:
        return error.sqlstate, error.diag.constraint_name
same_refusals(refuse, "%s")
done()
