/*
 * ground/dump.c: comparisons that a dump cannot carry.
 *
 * pg_dump writes operators out with their schema, because it restores under an
 * empty search_path.  SQL has no place for a schema in IS DISTINCT FROM, NULLIF,
 * CASE x WHEN, JOIN USING, nor for two schemas in a comparison of rows: there
 * the operator is looked up anew, and one outside pg_catalog is not found.
 */
#include "ground/socu.h"

#include "catalog/pg_namespace.h"
#include "catalog/pg_operator.h"
#include "funcapi.h"
#include "nodes/nodeFuncs.h"
#include "utils/builtins.h"
#include "utils/syscache.h"
#include "utils/tuplestore.h"

PG_FUNCTION_INFO_V1(dump_comparisons);

/* The schema of an operator; pg_catalog for one that is gone, which nothing can be said of. */
static Oid
operator_schema(Oid operator)
{
	HeapTuple tuple = SearchSysCache1(OPEROID, ObjectIdGetDatum(operator));
	Oid schema = PG_CATALOG_NAMESPACE;

	if (HeapTupleIsValid(tuple))
	{
		schema = ((Form_pg_operator) GETSTRUCT(tuple))->oprnamespace;
		ReleaseSysCache(tuple);
	}
	return schema;
}

/* A row (comparison, operator) of the result, unless the operator is found without a search_path. */
static void
report(ReturnSetInfo *result, const char *comparison, Oid operator)
{
	Datum values[2] = {CStringGetTextDatum(comparison), ObjectIdGetDatum(operator)};
	bool nulls[2] = {false, false};

	if (operator_schema(operator) != PG_CATALOG_NAMESPACE)
		tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

/* Operators of one comparison of rows: printed once, with the schema of the first. */
static void
report_row(ReturnSetInfo *result, List *operators)
{
	ListCell *cell;
	bool mixed = false;

	foreach (cell, operators)
		mixed |= operator_schema(lfirst_oid(cell)) != operator_schema(linitial_oid(operators));
	if (!mixed)
		return;
	foreach (cell, operators)
		report(result, "comparison of rows", lfirst_oid(cell));
}

/* CASE x WHEN y: each WHEN holds x = y, and is printed as y. */
static void
report_case(ReturnSetInfo *result, CaseExpr *expression)
{
	ListCell *cell;

	if (expression->arg == NULL)
		return;
	foreach (cell, expression->args)
	{
		Node *condition = (Node *) lfirst_node(CaseWhen, cell)->expr;

		if (IsA(condition, OpExpr))
			report(result, "simple CASE", ((OpExpr *) condition)->opno);
	}
}

/* The operators of a condition made by the parser: one, or several under AND or OR. */
static List *
operators_of(Node *condition)
{
	List *result = NIL;
	ListCell *cell;

	if (condition == NULL)
		return NIL;
	if (IsA(condition, OpExpr))
		return list_make1_oid(((OpExpr *) condition)->opno);
	if (IsA(condition, RowCompareExpr))
		return list_copy(((RowCompareExpr *) condition)->opnos);
	if (IsA(condition, BoolExpr))
		foreach (cell, ((BoolExpr *) condition)->args)
			result = list_concat(result, operators_of(lfirst(cell)));
	return result;
}

/* JOIN USING (columns), and NATURAL JOIN. */
static void
report_join(ReturnSetInfo *result, JoinExpr *join)
{
	ListCell *cell;

	if (join->usingClause == NIL)
		return;
	foreach (cell, operators_of(join->quals))
		report(result, "JOIN USING", lfirst_oid(cell));
}

/* Every node of an expression or query; 'context' is the ReturnSetInfo. */
static bool
look(Node *node, void *context)
{
	ReturnSetInfo *result = context;

	if (node == NULL)
		return false;
	switch (nodeTag(node))
	{
		case T_Query:
			return query_tree_walker((Query *) node, look, context, QTW_IGNORE_JOINALIASES);
		case T_DistinctExpr:
			report(result, "IS DISTINCT FROM", ((OpExpr *) node)->opno);
			break;
		case T_NullIfExpr:
			report(result, "NULLIF", ((OpExpr *) node)->opno);
			break;
		case T_CaseExpr:
			report_case(result, (CaseExpr *) node);
			break;
		case T_JoinExpr:
			report_join(result, (JoinExpr *) node);
			break;
		case T_RowCompareExpr:
			report_row(result, operators_of(node));
			break;
		case T_SubLink:
			report_row(result, operators_of(((SubLink *) node)->testexpr));
			break;
		default:
			break;
	}
	return expression_tree_walker(node, look, context);
}

/*
 * dump_comparisons(expression pg_node_tree): comparisons in a stored expression
 * or query whose operator is named by no text of it, with the operator.
 */
Datum
dump_comparisons(PG_FUNCTION_ARGS)
{
	Node *tree;

	InitMaterializedSRF(fcinfo, 0);
	tree = stringToNode(TextDatumGetCString(PG_GETARG_DATUM(0)));
	(void) look(tree, fcinfo->resultinfo);
	return (Datum) 0;
}
