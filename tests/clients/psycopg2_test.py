"""psycopg2: parameters, arrays, prepared statements, COPY, errors."""
import io
import psycopg2
from check import CODES, COURSE_1, CREDITS, TERMS, equal, same_refusals, done
import socu_psycopg2

conn = socu_psycopg2.connect()
conn.autocommit = True
cursor = conn.cursor()


def one(statement, *parameters):
    cursor.execute(statement, parameters or None)
    return cursor.fetchone()


equal("read", one("SELECT * FROM course WHERE id = 1"), COURSE_1)
equal("read NULL", one("SELECT * FROM course WHERE id = 2"), (2, "7.5 ECTS", None, None, [None, "0.1 KZ"], [], None))
cursor.execute("INSERT INTO course VALUES (%s, %s, %s, %s, %s, %s, %s)", (20,) + COURSE_1[1:])
equal("write", one("SELECT * FROM course WHERE id = 20"), (20,) + COURSE_1[1:])
cursor.execute("PREPARE add AS INSERT INTO course VALUES ($1, $2, $3, $4, $5, $6, $7)")
cursor.execute("EXECUTE add (%s, %s, %s, %s, %s::credit[], %s::program_code[], %s::academic_term[])", (21,) + COURSE_1[1:])
equal("write, prepared", one("SELECT * FROM course WHERE id = 21"), (21,) + COURSE_1[1:])
equal("find", one("SELECT count(*) FROM course WHERE id > 19 AND credit = %s AND code <@ %s AND term = ANY (%s::academic_term[])",
                  "10/3 CN", "KZ2009:6M07", ["2024/2025-1/2"]), (2,))
equal("credit * number", one("SELECT credit '3 ECTS' * %s, credit '3 ECTS' * %s", 2, 1.5), ("6 ECTS", "4.5 ECTS"))
data = io.StringIO()
cursor.copy_expert("COPY (SELECT * FROM course WHERE id = 20) TO STDOUT", data)
cursor.execute("DELETE FROM course WHERE id = 20")
data.seek(0)
cursor.copy_expert("COPY course FROM STDIN", data)
equal("COPY", one("SELECT * FROM course WHERE id = 20"), (20,) + COURSE_1[1:])


def refuse(statement, *parameters):
    try:
        cursor.execute(statement, parameters or None)
    except psycopg2.Error as error:
        return error.pgcode, error.diag.constraint_name


same_refusals(refuse, "%s")
done()
