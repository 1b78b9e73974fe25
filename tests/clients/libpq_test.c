/*
 * libpq: parameters and results in text and binary, prepared statements, COPY in
 * both formats, errors.  docs/clients.md has the function add().
 */
#include "socu_libpq.c"

#include <string.h>

static int passed, failed;

static void
equal(const char *what, const char *got, const char *expected)
{
	if (got != NULL && strcmp(got, expected) == 0)
		passed++;
	else
	{
		failed++;
		printf("not ok: %s: got %s, expected %s\n", what, got ? got : "nothing", expected);
	}
}

/* The first value of a statement, or its SQLSTATE and the constraint. */
static const char *
one(PGconn *conn, const char *statement)
{
	static char text[1000];
	PGresult *result = PQexec(conn, statement);
	const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
	const char *constraint = PQresultErrorField(result, PG_DIAG_CONSTRAINT_NAME);

	if (state != NULL)
		snprintf(text, sizeof text, "%s %s", state, constraint ? constraint : "-");
	else
		snprintf(text, sizeof text, "%s", PQntuples(result) ? PQgetvalue(result, 0, 0) : "");
	PQclear(result);
	return text;
}

/* Row 1 as binary values, sent back as binary parameters of a prepared statement, gives row 'id'. */
static void
binary_round_trip(PGconn *conn, const char *id)
{
	static const int lengths_expected[] = {8, 8, 4};
	PGresult *row = PQexecParams(conn, "SELECT credit, code, term, credits, codes, terms FROM course WHERE id = 1", 0,
								 NULL, NULL, NULL, NULL, 1);
	PGresult *described;
	const char *values[7] = {id};
	int lengths[7] = {0};
	int formats[7] = {0, 1, 1, 1, 1, 1, 1};
	char what[100];

	for (int i = 0; i < 6; i++)
	{
		values[i + 1] = PQgetvalue(row, 0, i);
		lengths[i + 1] = PQgetlength(row, 0, i);
		if (i < 3)
			lengths[i + 1] == lengths_expected[i] ? passed++ : (failed++, printf("not ok: length of column %d\n", i));
	}
	PQclear(PQprepare(conn, "add", "INSERT INTO course VALUES ($1, $2, $3, $4, $5, $6, $7)", 0, NULL));
	described = PQdescribePrepared(conn, "add");
	for (int i = 0; i < 6; i++)
	{
		snprintf(what, sizeof what, "type of parameter %d", i + 2);
		PQparamtype(described, i + 1) == PQftype(row, i) ? passed++ : (failed++, printf("not ok: %s\n", what));
	}
	PQclear(PQexecPrepared(conn, "add", 7, values, lengths, formats, 0));
	equal("binary in a prepared statement",
		  one(conn, "SELECT count(*) FROM (SELECT credit, code, term, credits, codes, terms FROM course "
					"WHERE id IN (1, 101) GROUP BY 1, 2, 3, 4, 5, 6 HAVING count(*) = 2) AS x"),
		  "1");
	PQclear(described);
	PQclear(row);
}

/* COPY in a format, out of course and into course_copy. */
static void
copy_round_trip(PGconn *conn, const char *format)
{
	static char data[100000];
	char statement[200];
	char *part;
	int size = 0;
	int length;

	snprintf(statement, sizeof statement, "COPY course TO STDOUT (FORMAT %s)", format);
	PQclear(PQexec(conn, statement));
	while ((length = PQgetCopyData(conn, &part, 0)) > 0 && size + length < (int) sizeof data)
	{
		memcpy(data + size, part, length);
		size += length;
		PQfreemem(part);
	}
	PQclear(PQgetResult(conn));
	PQclear(PQexec(conn, "TRUNCATE course_copy"));
	snprintf(statement, sizeof statement, "COPY course_copy FROM STDIN (FORMAT %s)", format);
	PQclear(PQexec(conn, statement));
	PQputCopyData(conn, data, size);
	PQputCopyEnd(conn, NULL);
	PQclear(PQgetResult(conn));
	while (PQgetResult(conn) != NULL)
		;
	equal(format,
		  one(conn, "SELECT (SELECT count(*) FROM course) - (SELECT count(*) FROM (SELECT * FROM course INTERSECT "
					"SELECT * FROM "
					"course_copy) AS x)"),
		  "0");
}

/* A word that is no value is refused. */
static void
binary_refused(PGconn *conn, const char *type, int length)
{
	static const char word[] = "\x80\0\0\0\0\0\0"; /* the smallest integer of its length */
	const char *values[] = {word};
	int formats[] = {1};
	char statement[100];
	PGresult *result;

	snprintf(statement, sizeof statement, "SELECT CAST($1 AS %s)", type);
	result = PQexecParams(conn, statement, 1, NULL, values, &length, formats, 0);
	equal(type, PQresultErrorField(result, PG_DIAG_SQLSTATE), "22P03");
	PQclear(result);
}

int
main(void)
{
	PGconn *conn = PQconnectdb(getenv("DATABASE_URL"));
	const char *row = "{\"7.5 ECTS\",\"10/3 CN\"}";

	equal("read", one(conn, "SELECT credits FROM course WHERE id = 1"), row);
	equal("the block writes", add(conn, "100", "10/3 CN", "KZ2009:6M070300", "2024/2025-1/2", row) ? "no" : "yes",
		  "yes");
	equal("what it wrote", one(conn, "SELECT (credit, code, term, credits)::text FROM course WHERE id = 100"),
		  "(\"10/3 CN\",KZ2009:6M070300,2024/2025-1/2,\"{\"\"7.5 ECTS\"\",\"\"10/3 CN\"\"}\")");
	equal("the block names the constraint", add(conn, "102", "0 ECTS", NULL, NULL, NULL), "course_credit_positive");
	binary_round_trip(conn, "101");
	copy_round_trip(conn, "text");
	copy_round_trip(conn, "binary");
	binary_refused(conn, "credit", 8);
	binary_refused(conn, "program_code", 8);
	binary_refused(conn, "academic_term", 4);
	equal("bad credit", one(conn, "SELECT credit '7.5'"), "22P02 -");
	equal("credit out of range", one(conn, "SELECT credit '99999999999999999999 ECTS'"), "22003 -");
	equal("bad code", one(conn, "SELECT program_code 'KZ2009:'"), "22P02 -");
	equal("bad year", one(conn, "SELECT academic_term '2024/2025-3/2'"), "22008 -");
	equal("two schemes", one(conn, "SELECT credit '1 ECTS' + credit '1 KZ'"), "22023 -");
	equal("check", one(conn, "INSERT INTO course (id, credit) VALUES (99, '-1 ECTS')"), "23514 course_credit_positive");
	equal("key", one(conn, "INSERT INTO course (id, credit) VALUES (1, '1 ECTS')"), "23505 course_pkey");
	PQfinish(conn);
	printf("%d passed, %d failed\n", passed, failed);
	return failed > 0;
}
