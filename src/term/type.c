/*
 * term/type.c: the type academic_term (4 bytes by value).
 *
 * Comparison, hashing and sorting are PostgreSQL's own of int4, named in
 * sql/term/term.sql: stored terms sort as integers (see term/core.h).
 */
#include "ground/planner.h"
#include "ground/socu.h"

#include "access/stratnum.h"
#include "catalog/pg_type.h"
#include "libpq/pqformat.h"
#include "nodes/makefuncs.h"
#include "nodes/nodeFuncs.h"
#include "nodes/pathnodes.h"
#include "nodes/supportnodes.h"
#include "optimizer/optimizer.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

#include "term/core.h"

PG_FUNCTION_INFO_V1(academic_term_in);
PG_FUNCTION_INFO_V1(academic_term_out);
PG_FUNCTION_INFO_V1(academic_term_recv);
PG_FUNCTION_INFO_V1(academic_term_send);
PG_FUNCTION_INFO_V1(academic_term_make);
PG_FUNCTION_INFO_V1(academic_term_year);
PG_FUNCTION_INFO_V1(academic_term_year_id);
PG_FUNCTION_INFO_V1(academic_term_part);
PG_FUNCTION_INFO_V1(academic_term_parts);
PG_FUNCTION_INFO_V1(academic_term_start_year);
PG_FUNCTION_INFO_V1(academic_term_end_year);
PG_FUNCTION_INFO_V1(academic_term_southern);
PG_FUNCTION_INFO_V1(academic_term_next);
PG_FUNCTION_INFO_V1(academic_term_previous);
PG_FUNCTION_INFO_V1(academic_term_diff);
PG_FUNCTION_INFO_V1(academic_term_distance);
PG_FUNCTION_INFO_V1(academic_term_contains);
PG_FUNCTION_INFO_V1(academic_term_contained);
PG_FUNCTION_INFO_V1(academic_term_overlaps);
PG_FUNCTION_INFO_V1(academic_term_support);
PG_FUNCTION_INFO_V1(academic_term_first_within);
PG_FUNCTION_INFO_V1(academic_term_first_overlapping);
PG_FUNCTION_INFO_V1(academic_term_last_beginning_in);

#define PG_GETARG_TERM(n) PG_GETARG_INT32(n)
#define PG_RETURN_TERM(term) PG_RETURN_INT32(term)

/*
 * The one place where a core result becomes an error; 'value' is what the user
 * wrote, 'seen' what was read of it (unused for syntax, range and bits).
 */
static Datum
term_error(struct Node *escontext, TermResult result, const char *value, const TermFields *seen)
{
	value = socu_clip(value, -1);
	switch (result)
	{
		case TERM_BAD_START:
			ereturn(escontext, (Datum) 0,
					(errcode(ERRCODE_DATETIME_FIELD_OVERFLOW), errmsg("academic year out of range: \"%s\"", value),
					 errdetail("The first year is %d; it must be between %d and %d.", seen->start_year, TERM_MIN_YEAR,
							   TERM_MAX_YEAR)));
		case TERM_BAD_END:
			ereturn(escontext, (Datum) 0,
					(errcode(ERRCODE_DATETIME_FIELD_OVERFLOW), errmsg("invalid academic year: \"%s\"", value),
					 seen->end_year > TERM_MAX_YEAR
						 ? errdetail("The second year is %d; the last one is %d.", seen->end_year, TERM_MAX_YEAR)
						 : errdetail("The second year is %04d; it must be the first one, %04d, or the one after it.",
									 seen->end_year, seen->start_year),
					 errhint("Write \"2024/2025\" for a year that begins in the autumn of 2024, \"2024/2024\" for one "
							 "that begins in January 2024.")));
		case TERM_BAD_PARTS:
			ereturn(escontext, (Datum) 0,
					(errcode(ERRCODE_DATETIME_FIELD_OVERFLOW), errmsg("invalid academic term: \"%s\"", value),
					 errdetail("The year is divided into %d terms; it must be 1 to %d.", seen->parts, TERM_MAX_PARTS)));
		case TERM_BAD_PART:
			ereturn(escontext, (Datum) 0,
					(errcode(ERRCODE_DATETIME_FIELD_OVERFLOW), errmsg("invalid academic term: \"%s\"", value),
					 errdetail("Term %d of %d does not exist.", seen->part, seen->parts),
					 errhint("After the year stand the number of the term and the number of terms: \"-1/2\" is the "
							 "first semester, \"-1/1\" the whole year.")));
		case TERM_OUT_OF_RANGE:
			ereturn(
				escontext, (Datum) 0,
				(errcode(ERRCODE_DATETIME_FIELD_OVERFLOW), errmsg("academic term out of range"),
				 errdetail("Counting from \"%s\" leaves the years %d to %d.", value, TERM_MIN_YEAR, TERM_MAX_YEAR)));
		case TERM_BAD_BITS:
			ereturn(escontext, (Datum) 0,
					(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION), errmsg("invalid binary academic term: %s", value),
					 errhint("Binary terms are exchanged between databases with this extension; send text instead.")));
		case TERM_BAD_SYNTAX:
		case TERM_OK:
			break;
	}
	ereturn(
		escontext, (Datum) 0,
		(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
		 errmsg("invalid input syntax for type %s: \"%s\"", "academic_term", value),
		 errhint("Write the academic year and the term, as in \"2024/2025-1/2\" (first of two), or the year alone.")));
}

/* ---- text and binary form ---- */

Datum
academic_term_in(PG_FUNCTION_ARGS)
{
	const char *text = PG_GETARG_CSTRING(0);
	TermFields seen;
	int32 term;
	TermResult result = term_parse(text, strlen(text), &term, &seen);

	if (result != TERM_OK)
		return term_error(fcinfo->context, result, text, &seen);
	PG_RETURN_TERM(term);
}

Datum
academic_term_out(PG_FUNCTION_ARGS)
{
	char *text = palloc(TERM_TEXT_SIZE);

	term_format(PG_GETARG_TERM(0), text);
	PG_RETURN_CSTRING(text);
}

Datum
academic_term_recv(PG_FUNCTION_ARGS)
{
	int32 bits = (int32) pq_getmsgint((StringInfo) PG_GETARG_POINTER(0), 4);

	if (term_check(bits) != TERM_OK)
		return term_error(fcinfo->context, TERM_BAD_BITS, psprintf("0x%08X", (unsigned) bits), NULL);
	PG_RETURN_TERM(bits);
}

Datum
academic_term_send(PG_FUNCTION_ARGS)
{
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendint32(&buf, (uint32) PG_GETARG_TERM(0));
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* academic_term(start_year, part, parts, southern) */
Datum
academic_term_make(PG_FUNCTION_ARGS)
{
	TermFields fields;
	int32 term;
	TermResult result;

	fields.start_year = PG_GETARG_INT32(0);
	fields.part = PG_GETARG_INT32(1);
	fields.parts = PG_GETARG_INT32(2);
	fields.end_year = fields.start_year;
	if (!PG_GETARG_BOOL(3) && fields.start_year < PG_INT32_MAX)
		fields.end_year++;
	result = term_make(&fields, &term);
	if (result != TERM_OK)
		return term_error(NULL, result,
						  psprintf("%04d/%04d-%d/%d", fields.start_year, fields.end_year, fields.part, fields.parts),
						  &fields);
	PG_RETURN_TERM(term);
}

/* ---- taking it apart ---- */

Datum
academic_term_year(PG_FUNCTION_ARGS)
{
	PG_RETURN_TERM(term_year(PG_GETARG_TERM(0)));
}

/* EWP's AcademicYearId: what stands before the hyphen. */
Datum
academic_term_year_id(PG_FUNCTION_ARGS)
{
	char text[TERM_TEXT_SIZE];

	term_format(PG_GETARG_TERM(0), text);
	PG_RETURN_TEXT_P(cstring_to_text_with_len(text, 9));
}

Datum
academic_term_part(PG_FUNCTION_ARGS)
{
	TermFields fields;

	term_fields(PG_GETARG_TERM(0), &fields);
	PG_RETURN_INT32(fields.part);
}

Datum
academic_term_parts(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(term_parts(PG_GETARG_TERM(0)));
}

Datum
academic_term_start_year(PG_FUNCTION_ARGS)
{
	TermFields fields;

	term_fields(PG_GETARG_TERM(0), &fields);
	PG_RETURN_INT32(fields.start_year);
}

Datum
academic_term_end_year(PG_FUNCTION_ARGS)
{
	TermFields fields;

	term_fields(PG_GETARG_TERM(0), &fields);
	PG_RETURN_INT32(fields.end_year);
}

Datum
academic_term_southern(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(term_southern(PG_GETARG_TERM(0)));
}

/* ---- neighbours and distance ---- */

/* The term so many later, or an error. */
static Datum
shifted(int32 term, int64 count)
{
	int32 shifted_term;
	TermResult result = term_shift(term, count, &shifted_term);

	if (result != TERM_OK)
	{
		char text[TERM_TEXT_SIZE];

		term_format(term, text);
		return term_error(NULL, result, text, NULL);
	}
	PG_RETURN_TERM(shifted_term);
}

Datum
academic_term_next(PG_FUNCTION_ARGS)
{
	return shifted(PG_GETARG_TERM(0), PG_GETARG_INT32(1));
}

Datum
academic_term_previous(PG_FUNCTION_ARGS)
{
	return shifted(PG_GETARG_TERM(0), -(int64) PG_GETARG_INT32(1));
}

/* Years from the start of the second to the start of the first: the range type's measure. */
Datum
academic_term_diff(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8((term_start(PG_GETARG_TERM(0)) - term_start(PG_GETARG_TERM(1))) / (double) TERM_YEAR);
}

/* ---- spans ---- */

/* academic_term_distance(a, b): how many terms a is after b */
Datum
academic_term_distance(PG_FUNCTION_ARGS)
{
	int32 a = PG_GETARG_TERM(0);
	int32 b = PG_GETARG_TERM(1);
	int32_t distance;
	char text_a[TERM_TEXT_SIZE];
	char text_b[TERM_TEXT_SIZE];

	if (term_check(a) != TERM_OK || term_check(b) != TERM_OK || !term_distance(a, b, &distance))
	{
		term_format(a, text_a);
		term_format(b, text_b);
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cannot count terms between %s and %s", text_b, text_a),
				 errdetail("They are of two kinds: another number of terms a year, or another beginning of the year."),
				 errhint("Compare the years: start_year(term).")));
	}
	PG_RETURN_INT32(distance);
}

Datum
academic_term_contains(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(term_contains(PG_GETARG_TERM(0), PG_GETARG_TERM(1)));
}

Datum
academic_term_contained(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(term_contains(PG_GETARG_TERM(1), PG_GETARG_TERM(0)));
}

Datum
academic_term_overlaps(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(term_overlaps(PG_GETARG_TERM(0), PG_GETARG_TERM(1)));
}

/* ---- planner support: spans in a sorted index ---- */

Datum
academic_term_first_within(PG_FUNCTION_ARGS)
{
	PG_RETURN_TERM(term_first_within(PG_GETARG_TERM(0)));
}

Datum
academic_term_first_overlapping(PG_FUNCTION_ARGS)
{
	PG_RETURN_TERM(term_first_overlapping(PG_GETARG_TERM(0)));
}

Datum
academic_term_last_beginning_in(PG_FUNCTION_ARGS)
{
	PG_RETURN_TERM(term_last_beginning_in(PG_GETARG_TERM(0)));
}

/* conditions + (key OP bound), if there is a bound and the index's operator family has the operator. */
static List *
add_condition(List *conditions, SupportRequestIndexCondition *req, Node *key, StrategyNumber strategy, Expr *bound)
{
	Oid type = exprType(key);
	Oid op = get_opfamily_member(req->opfamily, type, type, strategy);

	if (bound == NULL || !OidIsValid(op))
		return conditions;
	return lappend(conditions, make_opclause(op, BOOLOID, false, (Expr *) key, bound, InvalidOid, InvalidOid));
}

/* A bound that is known when the query is planned. */
static Expr *
constant_bound(Oid type, int32 bound)
{
	return (Expr *) makeConst(type, -1, InvalidOid, sizeof(int32), Int32GetDatum(bound), false, true);
}

/* A call of one of the functions above, which live beside the operator's own; NULL if it is not there. */
static Expr *
computed_bound(SupportRequestIndexCondition *req, const char *function, Node *term)
{
	Oid type = exprType(term);

	return planner_sibling_call(req->funcid, function, type, type, term);
}

/*
 * column <@ term and column && term as an interval of a btree or BRIN index.
 * The interval may hold more than what is asked for: rows are checked again.
 */
static List *
index_condition(SupportRequestIndexCondition *req)
{
	List *args = is_opclause(req->node)		? ((OpExpr *) req->node)->args
				 : is_funcclause(req->node) ? ((FuncExpr *) req->node)->args
											: NIL;
	FmgrInfo flinfo;
	Node *key, *other;
	bool overlapping;
	List *conditions = NIL;

	if (list_length(args) != 2)
		return NIL;
	key = list_nth(args, req->indexarg);
	other = list_nth(args, 1 - req->indexarg);
	if (exprType(key) != exprType(other) || !planner_family_is_own(req->opfamily, req->index->relam, exprType(key)))
		return NIL;
	fmgr_info(req->funcid, &flinfo);
	overlapping = flinfo.fn_addr == academic_term_overlaps;
	if (!overlapping && flinfo.fn_addr != (req->indexarg == 0 ? academic_term_contained : academic_term_contains))
		return NIL; /* what contains a term is no interval */

	if (IsA(other, Const))
	{
		Const *constant = (Const *) other;
		TermBounds bounds;

		if (constant->constisnull)
			return NIL;
		(overlapping ? term_bounds_overlapping : term_bounds_within)(DatumGetInt32(constant->constvalue), &bounds);
		if (bounds.has_low)
			conditions = add_condition(conditions, req, key, BTGreaterEqualStrategyNumber,
									   constant_bound(constant->consttype, bounds.low));
		if (bounds.has_high)
			conditions = add_condition(conditions, req, key, BTLessStrategyNumber,
									   constant_bound(constant->consttype, bounds.high));
	}
	else if (is_pseudo_constant_for_index(req->root, other, req->index))
	{
		conditions = add_condition(
			conditions, req, key, BTGreaterEqualStrategyNumber,
			computed_bound(req, overlapping ? "academic_term_first_overlapping" : "academic_term_first_within", other));
		conditions = add_condition(conditions, req, key, BTLessEqualStrategyNumber,
								   computed_bound(req, "academic_term_last_beginning_in", other));
	}
	req->lossy = true;
	return conditions;
}

Datum
academic_term_support(PG_FUNCTION_ARGS)
{
	Node *request = (Node *) PG_GETARG_POINTER(0);
	List *conditions = NIL;

	if (IsA(request, SupportRequestIndexCondition))
		conditions = index_condition((SupportRequestIndexCondition *) request);
	PG_RETURN_POINTER(conditions == NIL ? NULL : conditions);
}
