/*
 * program/planner.c: how the planner understands <@ and @> of program codes.
 *
 * A subtree is one interval of values, so "column <@ code" is an index range,
 * for a constant and for a parameter of a join alike, and "code <@ column" is
 * equality with one of a few codes.  Row counts come from the ordinary
 * statistics of the column: the common values are tried one by one, and the
 * histogram is read as what it is, integers.
 */
#include "program/type.h"

#include "ground/planner.h"

#include "access/htup_details.h"
#include "access/stratnum.h"
#include "catalog/pg_am.h"
#include "catalog/pg_class.h"
#include "catalog/pg_partitioned_table.h"
#include "catalog/pg_statistic.h"
#include "catalog/pg_type.h"
#include "commands/defrem.h"
#include "nodes/makefuncs.h"
#include "nodes/nodeFuncs.h"
#include "nodes/supportnodes.h"
#include "optimizer/optimizer.h"
#include "parser/parsetree.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/selfuncs.h"
#include "utils/syscache.h"
#include "utils/typcache.h"

PG_FUNCTION_INFO_V1(program_code_tree_support);
PG_FUNCTION_INFO_V1(program_code_below_sel);
PG_FUNCTION_INFO_V1(program_code_above_sel);
PG_FUNCTION_INFO_V1(program_code_below_joinsel);
PG_FUNCTION_INFO_V1(program_code_above_joinsel);

#define JOIN_SAMPLES 100 /* values of the other side that are tried */

/* ---- index conditions ---- */

/* column OPERATOR value, by the strategy of the index's family; NULL if it has none such. */
static Expr *
make_condition(Oid opfamily, Oid type, int strategy, Node *column, Expr *value)
{
	Oid operator= get_opfamily_member(opfamily, type, type, strategy);
	Expr *condition;

	if (!OidIsValid(operator))
		return NULL;
	condition = make_opclause(operator, BOOLOID, false, (Expr *) copyObject(column), value, InvalidOid, InvalidOid);
	set_opfuncid((OpExpr *) condition);
	return condition;
}

/* A code as a constant. */
static Const *
make_code(Oid type, int64 value)
{
	return makeConst(type, -1, InvalidOid, sizeof(int64), ProgramGetDatum(value), false, FLOAT8PASSBYVAL);
}

/* column <@ code: column >= code AND column <= its last */
static List *
range_conditions(Oid opfamily, Oid funcid, Node *column, Node *code, Oid type)
{
	Expr *low, *high;

	if (IsA(code, Const))
	{
		int64_t lo, hi;

		if (((Const *) code)->constisnull)
			return NIL;
		lo = DatumGetProgram(((Const *) code)->constvalue);
		if (!program_last(lo, &hi))
			return NIL;
		if (lo == hi)
		{
			low = make_condition(opfamily, type, BTEqualStrategyNumber, column, (Expr *) make_code(type, lo));
			return low == NULL ? NIL : list_make1(low);
		}
		low = (Expr *) make_code(type, lo);
		high = (Expr *) make_code(type, hi);
	}
	else
	{
		low = (Expr *) copyObject(code);
		high = planner_sibling_call(funcid, "program_code_last", type, type, code);
		if (high == NULL)
			return NIL;
	}
	low = make_condition(opfamily, type, BTGreaterEqualStrategyNumber, column, low);
	high = make_condition(opfamily, type, BTLessEqualStrategyNumber, column, high);
	return low == NULL || high == NULL ? NIL : list_make2(low, high);
}

/* code <@ column: column = ANY (the code and all above it) */
static List *
lineage_condition(SupportRequestIndexCondition *req, Node *column, Node *code, Oid type)
{
	Node *array = (Node *) planner_sibling_call(req->funcid, "program_code_lineage", type, get_array_type(type), code);
	Oid equal = get_opfamily_member(req->opfamily, type, type, BTEqualStrategyNumber);
	ScalarArrayOpExpr *any;

	if (array == NULL || !OidIsValid(equal) || !req->index->amsearcharray)
		return NIL;
	any = makeNode(ScalarArrayOpExpr);
	any->opno = equal;
	any->opfuncid = get_opcode(equal);
	any->useOr = true;
	any->inputcollid = InvalidOid;
	any->args = list_make2(copyObject(column), eval_const_expressions(req->root, array));
	any->location = -1;
	return list_make1(any);
}

/* Which of the two functions is it?  1: above, 0: below, -1: neither, for anybody may name our support function. */
static int
is_above(Oid funcid)
{
	FmgrInfo called;

	fmgr_info(funcid, &called);
	return called.fn_addr == program_code_above ? 1 : called.fn_addr == program_code_below ? 0 : -1;
}

/* The conditions by which an index finds what the call asks for; NIL if it cannot. */
static List *
index_conditions(SupportRequestIndexCondition *req)
{
	List *args = is_opclause(req->node)		? ((OpExpr *) req->node)->args
				 : is_funcclause(req->node) ? ((FuncExpr *) req->node)->args
											: NIL;
	int above = is_above(req->funcid);
	Node *column, *code;

	if (list_length(args) != 2 || above < 0)
		return NIL;
	column = list_nth(args, req->indexarg);
	code = list_nth(args, 1 - req->indexarg);
	if (exprType(column) != exprType(code) ||
		!planner_family_is_own(req->opfamily, req->index->relam, exprType(code)) ||
		!is_pseudo_constant_for_index(req->root, code, req->index))
		return NIL;
	if ((req->indexarg == 0) != (above == 1))
		return range_conditions(req->opfamily, req->funcid, column, code, exprType(code));
	return lineage_condition(req, column, code, exprType(code));
}

/* Is it a column by whose order a partitioned table of this query is partitioned? */
static bool
is_partition_key(PlannerInfo *root, Node *node)
{
	Var *var = (Var *) node;
	RangeTblEntry *rte;
	HeapTuple tuple;
	Form_pg_partitioned_table table;
	bool found = false;

	if (root == NULL || !IsA(node, Var) || var->varlevelsup != 0 || var->varno < 1 || var->varattno < 1 ||
		var->varno > list_length(root->parse->rtable))
		return false;
	rte = rt_fetch(var->varno, root->parse->rtable);
	if (rte->rtekind != RTE_RELATION || rte->relkind != RELKIND_PARTITIONED_TABLE)
		return false;
	tuple = SearchSysCache1(PARTRELID, ObjectIdGetDatum(rte->relid));
	if (!HeapTupleIsValid(tuple))
		return false;
	table = (Form_pg_partitioned_table) GETSTRUCT(tuple);
	for (int i = 0; i < table->partnatts && table->partstrat != PARTITION_STRATEGY_HASH; i++)
		found |= table->partattrs.values[i] == var->varattno;
	ReleaseSysCache(tuple);
	return found;
}

/*
 * "key <@ constant" of a partitioned table as a range, which prunes partitions: no support function is
 * asked about that.  Other columns keep <@, whose estimates are better than those of a range.
 */
static Node *
range_of_key(SupportRequestSimplify *req)
{
	FuncExpr *call = req->fcall;
	int above = is_above(call->funcid);
	Node *column, *code;
	Oid type, opclass;
	List *conditions;

	if (list_length(call->args) != 2 || above < 0)
		return NULL;
	column = list_nth(call->args, above == 1 ? 1 : 0);
	code = list_nth(call->args, above == 1 ? 0 : 1);
	type = exprType(code);
	if (!IsA(code, Const) || exprType(column) != type || !is_partition_key(req->root, column))
		return NULL;
	opclass = GetDefaultOpClass(type, BTREE_AM_OID);
	if (!OidIsValid(opclass))
		return NULL;
	conditions = range_conditions(get_opclass_family(opclass), call->funcid, column, code, type);
	return conditions == NIL ? NULL : (Node *) make_ands_explicit(conditions);
}

/* The planner's questions about calls of program_code_below and program_code_above. */
Datum
program_code_tree_support(PG_FUNCTION_ARGS)
{
	Node *request = (Node *) PG_GETARG_POINTER(0);

	if (IsA(request, SupportRequestIndexCondition))
	{
		SupportRequestIndexCondition *req = (SupportRequestIndexCondition *) request;
		List *conditions = index_conditions(req);

		if (conditions == NIL)
			PG_RETURN_POINTER(NULL);
		req->lossy = false;
		PG_RETURN_POINTER(conditions);
	}
	if (IsA(request, SupportRequestSimplify))
		PG_RETURN_POINTER(range_of_key((SupportRequestSimplify *) request));
	PG_RETURN_POINTER(NULL);
}

/* ---- selectivity ---- */

/*
 * Is this an operator of program codes?  Whoever makes an operator may name these estimators for it, and
 * its values are then no integers.
 */
static bool
compares_codes(Oid operator)
{
	Oid function = get_opcode(operator);
	FmgrInfo called;

	if (!OidIsValid(function))
		return false;
	fmgr_info(function, &called);
	return called.fn_addr == program_code_below || called.fn_addr == program_code_above;
}

/* the statistics of a column of codes */
typedef struct CodeStats
{
	bool usable;
	double nullfrac;
	double common;		  /* share of the common values */
	double rest_distinct; /* other values */
	AttStatsSlot mcv;
	AttStatsSlot histogram;
} CodeStats;

/* The statistics that this user may see; not usable without any. */
static void
read_stats(VariableStatData *var, Oid function, CodeStats *stats)
{
	bool is_default;

	memset(stats, 0, sizeof(*stats));
	if (!HeapTupleIsValid(var->statsTuple) || !statistic_proc_security_check(var, function))
		return;
	stats->nullfrac = ((Form_pg_statistic) GETSTRUCT(var->statsTuple))->stanullfrac;
	if (get_attstatsslot(&stats->mcv, var->statsTuple, STATISTIC_KIND_MCV, InvalidOid,
						 ATTSTATSSLOT_VALUES | ATTSTATSSLOT_NUMBERS))
		for (int i = 0; i < stats->mcv.nnumbers; i++)
			stats->common += stats->mcv.numbers[i];
	get_attstatsslot(&stats->histogram, var->statsTuple, STATISTIC_KIND_HISTOGRAM, InvalidOid, ATTSTATSSLOT_VALUES);
	stats->rest_distinct = Max(get_variable_numdistinct(var, &is_default) - stats->mcv.nvalues, 1.0);
	stats->usable = stats->mcv.nvalues > 0 || stats->histogram.nvalues > 1;
}

/* What read_stats() fetched. */
static void
free_stats(CodeStats *stats)
{
	free_attstatsslot(&stats->mcv);
	free_attstatsslot(&stats->histogram);
}

/* the share of the histogram's values below x, its boundaries being integers */
static double
histogram_share(const AttStatsSlot *h, int64 x)
{
	int lo = 0, hi = h->nvalues - 1;
	int64 left, right;

	if (x <= DatumGetProgram(h->values[0]))
		return 0.0;
	if (x > DatumGetProgram(h->values[hi]))
		return 1.0;
	while (hi - lo > 1)
	{
		int middle = (lo + hi) / 2;

		if (DatumGetProgram(h->values[middle]) < x)
			lo = middle;
		else
			hi = middle;
	}
	left = DatumGetProgram(h->values[lo]);
	right = DatumGetProgram(h->values[hi]);
	return (lo + ((double) x - (double) left) / ((double) right - (double) left)) / (h->nvalues - 1);
}

/* the share of rows whose value is at or below 'code' */
static double
share_below(const CodeStats *stats, int64 code)
{
	double share = 0.0, rest = 0.0;
	int64 lo, hi;

	program_subtree(code, &lo, &hi);
	for (int i = 0; i < stats->mcv.nvalues; i++)
	{
		int64 value = DatumGetProgram(stats->mcv.values[i]);

		if (value >= lo && value <= hi)
			share += stats->mcv.numbers[i];
	}
	if (stats->histogram.nvalues > 1)
	{
		if (hi >= DatumGetProgram(stats->histogram.values[0]) &&
			lo <= DatumGetProgram(stats->histogram.values[stats->histogram.nvalues - 1]))
		{
			rest = histogram_share(&stats->histogram, hi) - histogram_share(&stats->histogram, lo);
			rest = Max(rest, 1.0 / stats->rest_distinct); /* one value may be there */
		}
	}
	else if (share == 0.0)
		rest = 1.0 / stats->rest_distinct;
	return share + rest * Max(1.0 - stats->nullfrac - stats->common, 0.0);
}

/* the share of rows with this value */
static double
share_of(VariableStatData *var, Oid type, int64 code)
{
	Oid equal = lookup_type_cache(type, TYPECACHE_EQ_OPR)->eq_opr;

	return var_eq_const(var, equal, InvalidOid, ProgramGetDatum(code), false, true, false);
}

/* the share of rows whose value is 'code' or stands above it */
static double
share_above(VariableStatData *var, Oid type, int64 code)
{
	double share = 0.0;

	do
		share += share_of(var, type, code);
	while (program_parent(code, &code));
	return share;
}

/* The share of rows of a column for <@ (or @>) with a constant; a guess without one. */
static float8
tree_sel(PG_FUNCTION_ARGS, bool above)
{
	PlannerInfo *root = (PlannerInfo *) PG_GETARG_POINTER(0);
	Oid operator= PG_GETARG_OID(1);
	List *args = (List *) PG_GETARG_POINTER(2);
	VariableStatData var;
	Node *other;
	bool var_left;
	double share = DEFAULT_RANGE_INEQ_SEL;

	if (!compares_codes(operator) || !get_restriction_variable(root, args, PG_GETARG_INT32(3), &var, &other, &var_left))
		return share;
	if (IsA(other, Const) && ((Const *) other)->constisnull)
		share = 0.0;
	else if (IsA(other, Const) && var_left != above)
	{
		int64 code = DatumGetProgram(((Const *) other)->constvalue);
		int64 lo, hi;
		CodeStats stats;

		program_subtree(code, &lo, &hi);
		if (lo == hi) /* nothing can stand below: equality */
			share = share_of(&var, ((Const *) other)->consttype, code);
		else
		{
			read_stats(&var, get_opcode(operator), &stats);
			if (stats.usable)
				share = share_below(&stats, code);
			free_stats(&stats);
		}
	}
	else if (IsA(other, Const))
		share = share_above(&var, ((Const *) other)->consttype, DatumGetProgram(((Const *) other)->constvalue));
	ReleaseVariableStats(var);
	CLAMP_PROBABILITY(share);
	return share;
}

Datum
program_code_below_sel(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(tree_sel(fcinfo, false));
}

Datum
program_code_above_sel(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(tree_sel(fcinfo, true));
}

/* lower <@ upper: the mean share below, over what the statistics show of the upper side */
static double
mean_share_below(const CodeStats *lower, const CodeStats *upper)
{
	double sum = 0.0, weight = 0.0;
	int step;

	step = upper->mcv.nvalues / JOIN_SAMPLES + 1;
	for (int i = 0; i < upper->mcv.nvalues; i += step)
	{
		sum += upper->mcv.numbers[i] * share_below(lower, DatumGetProgram(upper->mcv.values[i]));
		weight += upper->mcv.numbers[i];
	}
	if (weight > 0.0)
		sum *= upper->common / weight; /* what was left out is like the rest */
	if (upper->histogram.nvalues > 1)
	{
		double below = 0.0;
		int samples = 0;

		step = upper->histogram.nvalues / JOIN_SAMPLES + 1;
		for (int i = 0; i < upper->histogram.nvalues; i += step, samples++)
			below += share_below(lower, DatumGetProgram(upper->histogram.values[i]));
		sum += Max(1.0 - upper->nullfrac - upper->common, 0.0) * below / samples;
	}
	return sum;
}

/* The values that statistics show of a column, at most so many of either kind, each with its share of the rows. */
typedef struct Shown
{
	int n;
	int64 value[2 * JOIN_SAMPLES];
	double share[2 * JOIN_SAMPLES];
} Shown;

/* Every n-th of the common values and of the histogram's bounds, standing for those left out. */
static Shown *
shown_values(const CodeStats *stats)
{
	Shown *shown = palloc(sizeof(Shown));
	int step = (stats->mcv.nvalues + JOIN_SAMPLES - 1) / JOIN_SAMPLES;
	int samples;

	shown->n = 0;
	for (int i = 0; i < stats->mcv.nvalues; i += step)
	{
		shown->value[shown->n] = DatumGetProgram(stats->mcv.values[i]);
		shown->share[shown->n++] = stats->mcv.numbers[i] * step;
	}
	step = (stats->histogram.nvalues + JOIN_SAMPLES - 1) / JOIN_SAMPLES;
	samples = step > 0 ? (stats->histogram.nvalues + step - 1) / step : 0;
	for (int i = 0; i < stats->histogram.nvalues; i += step)
	{
		shown->value[shown->n] = DatumGetProgram(stats->histogram.values[i]);
		shown->share[shown->n++] = Max(1.0 - stats->nullfrac - stats->common, 0.0) / samples;
	}
	return shown;
}

/*
 * The share of the outer rows that have a partner among the inner ones.  Where the statistics show nearly
 * all inner codes, each outer code is looked up; else what is shown stands for as many more.
 */
static double
partner_share(const CodeStats *outer_stats, const CodeStats *inner_stats, bool outer_below)
{
	Shown *outer = shown_values(outer_stats), *inner = shown_values(inner_stats);
	Shown *tops = outer_below ? inner : outer;
	int64_t *lo = palloc(tops->n * sizeof(int64_t)), *hi = palloc(tops->n * sizeof(int64_t));
	double unseen = (inner_stats->mcv.nvalues + inner_stats->rest_distinct) / Max(inner->n, 1);
	double found = 0.0, partners = 0.0;

	for (int i = 0; i < tops->n; i++)
		program_subtree(tops->value[i], &lo[i], &hi[i]);
	for (int o = 0; o < outer->n; o++)
	{
		int hits = 0;

		for (int i = 0; i < inner->n; i++)
		{
			int top = outer_below ? i : o;
			int64 value = outer_below ? outer->value[o] : inner->value[i];

			hits += value >= lo[top] && value <= hi[top];
		}
		found += hits > 0 ? outer->share[o] : 0.0;
		partners += hits * outer->share[o];
	}
	return unseen < 1.5 ? found : Max(found, Min(partners * unseen, 1.0 - outer_stats->nullfrac));
}

/* The share of pairs of two columns; for semi-joins and anti-joins, of outer rows that have a partner. */
static float8
tree_joinsel(PG_FUNCTION_ARGS, bool above)
{
	PlannerInfo *root = (PlannerInfo *) PG_GETARG_POINTER(0);
	Oid operator= PG_GETARG_OID(1);
	List *args = (List *) PG_GETARG_POINTER(2);
	SpecialJoinInfo *sjinfo = (SpecialJoinInfo *) PG_GETARG_POINTER(4);
	VariableStatData left, right;
	CodeStats left_stats, right_stats;
	bool reversed;
	double share = DEFAULT_RANGE_INEQ_SEL;

	if (!compares_codes(operator))
		return share;
	/* left and right are the operator's sides here, whichever is joined to which */
	get_join_variables(root, args, sjinfo, &left, &right, &reversed);
	read_stats(&left, get_opcode(operator), &left_stats);
	read_stats(&right, get_opcode(operator), &right_stats);
	if (left_stats.usable && right_stats.usable)
	{
		if (sjinfo->jointype == JOIN_SEMI || sjinfo->jointype == JOIN_ANTI)
			share = reversed ? partner_share(&right_stats, &left_stats, above)
							 : partner_share(&left_stats, &right_stats, !above);
		else
			share = above ? mean_share_below(&right_stats, &left_stats) : mean_share_below(&left_stats, &right_stats);
	}
	free_stats(&left_stats);
	free_stats(&right_stats);
	ReleaseVariableStats(left);
	ReleaseVariableStats(right);
	CLAMP_PROBABILITY(share);
	return share;
}

Datum
program_code_below_joinsel(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(tree_joinsel(fcinfo, false));
}

Datum
program_code_above_joinsel(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(tree_joinsel(fcinfo, true));
}
