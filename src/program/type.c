/*
 * program/type.c: the SQL type program_code: input and output, its parts, the tree.
 */
#include "program/type.h"

#include "catalog/pg_type.h"
#include "libpq/pqformat.h"
#include "mb/pg_wchar.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

PG_FUNCTION_INFO_V1(program_code_in);
PG_FUNCTION_INFO_V1(program_code_out);
PG_FUNCTION_INFO_V1(program_code_recv);
PG_FUNCTION_INFO_V1(program_code_send);
PG_FUNCTION_INFO_V1(program_code_from_text);
PG_FUNCTION_INFO_V1(program_code_classifier);
PG_FUNCTION_INFO_V1(program_code_code);
PG_FUNCTION_INFO_V1(program_code_state);
PG_FUNCTION_INFO_V1(program_code_level);
PG_FUNCTION_INFO_V1(program_code_depth);
PG_FUNCTION_INFO_V1(program_code_listed);
PG_FUNCTION_INFO_V1(program_code_parent);
PG_FUNCTION_INFO_V1(program_code_ancestors);
PG_FUNCTION_INFO_V1(program_code_lineage);
PG_FUNCTION_INFO_V1(program_code_common_ancestor);
PG_FUNCTION_INFO_V1(program_code_below);
PG_FUNCTION_INFO_V1(program_code_above);
PG_FUNCTION_INFO_V1(program_code_first);
PG_FUNCTION_INFO_V1(program_code_last);

/* ---- encodings: the core speaks UTF-8 ---- */

bool
program_is_utf8(void)
{
	return GetDatabaseEncoding() == PG_UTF8 || GetDatabaseEncoding() == PG_SQL_ASCII;
}

char *
program_to_utf8(const char *text, Size *len)
{
	char *converted;

	if (program_is_utf8())
		return pnstrdup(text, *len);
	converted = pg_server_to_any(text, (int) *len, PG_UTF8);
	if (converted == text)
		return pnstrdup(text, *len);
	*len = strlen(converted);
	return converted;
}

char *
program_to_server(const char *text, Size len)
{
	char *converted = pg_any_to_server(text, (int) len, PG_UTF8);

	return converted == text ? pnstrdup(text, len) : converted;
}

static bool
is_ascii(const char *text, Size len)
{
	for (Size i = 0; i < len; i++)
		if (IS_HIGHBIT_SET(text[i]))
			return false;
	return true;
}

char *
program_text(int64 value)
{
	char *text = palloc(PROGRAM_TEXT_MAX);
	int len = program_out(value, text);

	return program_is_utf8() || is_ascii(text, len) ? text : program_to_server(text, len);
}

/* ---- errors: one place turns a core result into a message ---- */

/* The candidates' names for a code without classifier, or NULL. */
static char *
readings(const char *code, Size len)
{
	StringInfoData names;
	char name[PROGRAM_NAME_MAX];

	initStringInfo(&names);
	for (int number = 0; number < PROGRAM_CLASSIFIERS; number++)
	{
		const ProgramGrammar *g = program_classifier_grammar(number);
		ProgramProblem ignored;
		int64 value;

		if (g != NULL && (g->flags & PROGRAM_SEARCHED) &&
			program_encode(number, code, len, PROGRAM_READ_LISTED | PROGRAM_READ_EXACT, &value, &ignored) == PROGRAM_OK)
			appendStringInfo(&names, "%s%s", names.len > 0 ? ", " : "", program_classifier_name(number, name));
	}
	return names.len > 0 ? names.data : NULL;
}

/* the first character of a UTF-8 text that is not ASCII, or 0 */
static pg_wchar
first_foreign(const char *text, Size len)
{
	for (Size i = 0; i < len; i++)
		if (IS_HIGHBIT_SET(text[i]))
			return i + pg_encoding_mblen(PG_UTF8, text + i) <= len ? utf8_to_unicode((const unsigned char *) text + i)
																   : 0xFFFD;
	return 0;
}

/* would the code be one with a zero in front? */
static bool
zero_lost(int classifier, const char *code, Size len)
{
	char with_zero[PROGRAM_CODE_MAX];
	ProgramProblem problem;
	int64 value;

	if (len == 0 || len + 1 >= sizeof(with_zero) || code[0] < '0' || code[0] > '9')
		return false;
	with_zero[0] = '0';
	memcpy(with_zero + 1, code, len);
	return program_encode(classifier, with_zero, len + 1, PROGRAM_READ_LISTED, &value, &problem) == PROGRAM_OK;
}

/* the way out for a code with a wrong or a missing part */
static int
wrong_code_hint(int classifier, const char *code, Size len)
{
	pg_wchar foreign = code != NULL ? first_foreign(code, len) : 0;

	if (foreign != 0)
		return errhint("The code has the character U+%04X, which is not ASCII; program_code_parse() reads "
					   "Cyrillic look-alikes of Latin letters, full-width characters and Arabic digits.",
					   foreign);
	if (code != NULL && zero_lost(classifier, code, len))
		return errhint("With a zero in front it would be a code: a spreadsheet may have lost it; "
					   "program_code_parse() puts it back if asked to be lenient.");
	return errhint("program_code_parse() reads codes that are not written cleanly and says what is wrong.");
}

/* what a part may be, in the server's encoding */
static const char *
part_form_text(const ProgramPart *part, char *buf, size_t size)
{
	program_part_form(part, buf, size);
	return is_ascii(buf, strlen(buf)) ? buf : program_to_server(buf, strlen(buf));
}

/*
 * A soft error where the context can take one.  'shown' is what the user gave,
 * 'code' its part behind the classifier in UTF-8.
 */
static void
program_error(ProgramResult result, const char *shown, const char *code, Size len, const ProgramProblem *problem,
			  struct Node *escontext)
{
	const ProgramGrammar *g = problem->classifier >= 0 ? program_classifier_grammar(problem->classifier) : NULL;
	const ProgramPart *part = g != NULL && problem->part > 0 ? &g->parts[problem->part - 1] : NULL;
	char name[PROGRAM_NAME_MAX] = "";
	char form[400] = "";
	const char *form_text = "";
	char *found = "";
	char *names;

	if (g != NULL)
		program_classifier_name(problem->classifier, name);
	if (part != NULL)
		form_text = part_form_text(part, form, sizeof(form));
	if (code != NULL && problem->offset < len)
		found = socu_clip(program_to_server(code + problem->offset, len - problem->offset), -1);

	switch (result)
	{
		case PROGRAM_OK:
			break;
		case PROGRAM_EMPTY:
			ereturn(escontext, ,
					(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
					 errmsg("invalid input syntax for type %s: \"%s\"", "program_code", shown),
					 errdetail("There is no code."), errhint("Write CLASSIFIER:code, as in \"KZ2009:6M070300\".")));
		case PROGRAM_NO_CLASSIFIER:
			names = code != NULL ? readings(code, len) : NULL;
			ereturn(escontext, ,
					(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
					 errmsg("program code \"%s\" does not name its classifier", shown),
					 names != NULL ? errdetail("Classifiers that know a code of this form: %s.", names) : 0,
					 errhint("Write CLASSIFIER:code, as in \"KZ2009:6M070300\"; program_code_parse() tells what a "
							 "bare code may be.")));
		case PROGRAM_UNKNOWN_CLASSIFIER:
			ereturn(escontext, ,
					(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
					 errmsg("unknown classifier in program code \"%s\"", shown),
					 errhint("A classifier is one of the names in docs/program.md, such as KZ2018 or RU2013, or the "
							 "ISO 3166 code of a state whose classifier is not among them.")));
		case PROGRAM_NO_GRAMMAR:
			ereturn(escontext, ,
					(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
					 errmsg("the form of the codes of classifier %s is not known", name),
					 errdetail("The name is kept for it; the value was \"%s\".", shown),
					 errhint("Keep such codes as text until a release knows them.")));
		case PROGRAM_WRONG_PART:
			ereturn(escontext, ,
					(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION), errmsg("invalid program code \"%s\"", shown),
					 part == NULL ? errdetail("Codes of %s begin with \"%s\".", name, g->prefix)
					 : g->nparts == 1
						 ? errdetail("The %s of %s is %s; found \"%s\" at byte %zu of the code.", part->name, name,
									 form_text, found, problem->offset + 1)
						 : errdetail("Part %d of %s, the %s, is %s; found \"%s\" at byte %zu of the code.",
									 problem->part, name, part->name, form_text, found, problem->offset + 1),
					 wrong_code_hint(problem->classifier, code, len)));
		case PROGRAM_WRONG_SEPARATOR:
			ereturn(
				escontext, ,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION), errmsg("invalid program code \"%s\"", shown),
				 errdetail("In codes of %s \"%s\" stands before part %d, the %s; found \"%s\" at byte %zu of the code.",
						   name, part->separator, problem->part, part->name, found, problem->offset + 1),
				 errhint("Write all separators or none.")));
		case PROGRAM_INCOMPLETE:
			ereturn(escontext, ,
					(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION), errmsg("invalid program code \"%s\"", shown),
					 part == NULL	  ? errdetail("It ends too early.")
					 : g->nparts == 1 ? errdetail("It ends too early: the %s of %s is %s.", part->name, name, form_text)
									  : errdetail("It ends too early: part %d of %s, the %s, is %s.", problem->part,
												  name, part->name, form_text),
					 wrong_code_hint(problem->classifier, code, len)));
		case PROGRAM_TRAILING:
			ereturn(escontext, ,
					(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION), errmsg("invalid program code \"%s\"", shown),
					 errdetail("\"%s\" at byte %zu follows a complete code of %s.", found, problem->offset + 1, name),
					 errhint("program_code_parse() separates a code from the title behind it.")));
		case PROGRAM_WRONG_PAIR:
			ereturn(escontext, ,
					(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION), errmsg("invalid program code \"%s\"", shown),
					 errdetail("The first two parts, %s and %s, do not occur together in %s.", g->parts[0].name,
							   g->parts[1].name, name)));
		case PROGRAM_WRONG_VALUE:
			break;
	}
}

/* ---- input and output ---- */

Datum
program_code_in(PG_FUNCTION_ARGS)
{
	char *text = PG_GETARG_CSTRING(0);
	Size len = strlen(text);
	const char *utf8 = text;
	const char *code;
	ProgramProblem problem;
	ProgramResult result;
	int64 value;

	if (!program_is_utf8() && !is_ascii(text, len))
		utf8 = program_to_utf8(text, &len);
	result = program_in(utf8, len, &value, &problem);
	if (likely(result == PROGRAM_OK))
		PG_RETURN_PROGRAM(value);
	code = memchr(utf8, ':', len);
	if (code == NULL || problem.classifier < 0)
		code = utf8;
	else
		code++;
	program_error(result, socu_clip(text, -1), code, len - (code - utf8), &problem, (struct Node *) fcinfo->context);
	PG_RETURN_NULL();
}

Datum
program_code_out(PG_FUNCTION_ARGS)
{
	PG_RETURN_CSTRING(program_text(PG_GETARG_PROGRAM(0)));
}

Datum
program_code_recv(PG_FUNCTION_ARGS)
{
	int64 value = pq_getmsgint64((StringInfo) PG_GETARG_POINTER(0));

	if (!program_valid(value))
	{
		char hex[20];

		snprintf(hex, sizeof(hex), "%016llx", (unsigned long long) value);
		ereturn(fcinfo->context, (Datum) 0,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid binary value of type %s: \"%s\"", "program_code", hex),
				 errdetail("No code of a classifier known to this release has these 8 bytes."),
				 errhint("A newer release may have sent it: update this one, or send text.")));
	}
	PG_RETURN_PROGRAM(value);
}

Datum
program_code_send(PG_FUNCTION_ARGS)
{
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendint64(&buf, PG_GETARG_PROGRAM(0));
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* the same from a column of codes and a column of classifiers */
Datum
program_code_from_text(PG_FUNCTION_ARGS)
{
	text *code_text = PG_GETARG_TEXT_PP(0);
	text *name_text = PG_GETARG_TEXT_PP(1);
	const char *code = VARDATA_ANY(code_text);
	Size len = VARSIZE_ANY_EXHDR(code_text);
	const char *name = VARDATA_ANY(name_text);
	Size name_len = VARSIZE_ANY_EXHDR(name_text);
	char *shown = socu_clip(code, len);
	int number = program_classifier_number(name, name_len);
	ProgramProblem problem;
	ProgramResult result;
	int64 value;

	if (number < 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("unknown classifier \"%s\"", socu_clip(name, name_len)),
						errdetail("The code was \"%s\".", shown),
						errhint("A classifier is one of the names in docs/program.md, such as KZ2018 or RU2013, or the "
								"ISO 3166 code of a state whose classifier is not among them.")));
	if (!is_ascii(code, len))
		code = program_to_utf8(code, &len);
	while (len > 0 && isspace((unsigned char) code[len - 1]))
		len--;
	while (len > 0 && isspace((unsigned char) *code))
	{
		code++;
		len--;
	}
	result = program_encode(number, code, len, 0, &value, &problem);
	if (result != PROGRAM_OK)
		program_error(result, shown, code, len, &problem, NULL);
	PG_RETURN_PROGRAM(value);
}

/* ---- parts ---- */

Datum
program_code_classifier(PG_FUNCTION_ARGS)
{
	char name[PROGRAM_NAME_MAX];

	PG_RETURN_TEXT_P(cstring_to_text(program_classifier_name(program_classifier(PG_GETARG_PROGRAM(0)), name)));
}

Datum
program_code_code(PG_FUNCTION_ARGS)
{
	char buf[PROGRAM_CODE_MAX];
	int len = program_code_text(PG_GETARG_PROGRAM(0), buf);

	if (is_ascii(buf, len))
		PG_RETURN_TEXT_P(cstring_to_text_with_len(buf, len));
	PG_RETURN_TEXT_P(cstring_to_text(program_to_server(buf, len)));
}

Datum
program_code_state(PG_FUNCTION_ARGS)
{
	char state[3];

	program_classifier_state(program_classifier(PG_GETARG_PROGRAM(0)), state);
	if (state[0] == '\0')
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(state));
}

Datum
program_code_level(PG_FUNCTION_ARGS)
{
	int level = program_level(PG_GETARG_PROGRAM(0));

	if (level < 0)
		PG_RETURN_NULL();
	PG_RETURN_INT32(level);
}

Datum
program_code_depth(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(program_depth(PG_GETARG_PROGRAM(0)));
}

Datum
program_code_listed(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(program_listed(PG_GETARG_PROGRAM(0)));
}

/* ---- the tree ---- */

Datum
program_code_parent(PG_FUNCTION_ARGS)
{
	int64 parent;

	if (!program_parent(PG_GETARG_PROGRAM(0), &parent))
		PG_RETURN_NULL();
	PG_RETURN_PROGRAM(parent);
}

/* codes as an array of the type that the function returns */
static Datum
code_array(FunctionCallInfo fcinfo, const int64_t *codes, int n)
{
	Datum elements[PROGRAM_LINEAGE_MAX];
	Oid result = get_fn_expr_rettype(fcinfo->flinfo);

	if (!OidIsValid(result)) /* not called from an expression */
		result = get_func_rettype(fcinfo->flinfo->fn_oid);
	for (int i = 0; i < n; i++)
		elements[i] = ProgramGetDatum(codes[i]);
	return PointerGetDatum(
		construct_array(elements, n, get_element_type(result), sizeof(int64), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE));
}

/* all codes above, the nearest first */
Datum
program_code_ancestors(PG_FUNCTION_ARGS)
{
	int64_t value = PG_GETARG_PROGRAM(0);
	int64_t codes[PROGRAM_LINEAGE_MAX];
	int n = 0;

	while (n < PROGRAM_LINEAGE_MAX && program_parent(value, &value))
		codes[n++] = value;
	return code_array(fcinfo, codes, n);
}

/* the codes that <@ is true of: the code itself and all above, for index conditions */
Datum
program_code_lineage(PG_FUNCTION_ARGS)
{
	int64_t codes[PROGRAM_LINEAGE_MAX];
	int n = program_lineage(PG_GETARG_PROGRAM(0), codes);

	return code_array(fcinfo, codes, n);
}

Datum
program_code_common_ancestor(PG_FUNCTION_ARGS)
{
	int64 common;

	if (!program_common(PG_GETARG_PROGRAM(0), PG_GETARG_PROGRAM(1), &common))
		PG_RETURN_NULL();
	PG_RETURN_PROGRAM(common);
}

/*
 * What a call of <@ keeps of a code: the end of its subtree's interval, and, once that was needed, its last code.
 */
typedef struct Subtree
{
	int64_t top;
	int64_t hi;
	enum
	{
		SUBTREE_FREE,	  /* none here */
		SUBTREE_INTERVAL, /* hi is the end of the interval */
		SUBTREE_LAST,	  /* hi is the last code */
		SUBTREE_NONE	  /* top is no code: nothing is below it */
	} known;
} Subtree;

/* The codes that a call met as tops, often a constant or a few: each in the one place that its hash says. */
typedef struct Subtrees
{
	int bits;	/* 2^bits places */
	int pushed; /* codes that had to go since it grew */
	Subtree places[FLEXIBLE_ARRAY_MEMBER];
} Subtrees;

#define SUBTREES_BITS_FIRST 4
#define SUBTREES_BITS_LAST 12 /* 96 kB */

static Subtrees *
new_subtrees(FunctionCallInfo fcinfo, int bits)
{
	Subtrees *subtrees =
		MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, offsetof(Subtrees, places) + (sizeof(Subtree) << bits));

	subtrees->bits = bits;
	fcinfo->flinfo->fn_extra = subtrees;
	return subtrees;
}

static inline Subtree *
place_of(Subtrees *subtrees, int64 top)
{
	return &subtrees->places[((uint64) top * UINT64CONST(0x9E3779B97F4A7C15)) >> (64 - subtrees->bits)];
}

static Subtree *
new_subtree(FunctionCallInfo fcinfo, Subtrees *subtrees, int64 top)
{
	Subtree *subtree;
	int64_t lo;

	if (place_of(subtrees, top)->known != SUBTREE_FREE && ++subtrees->pushed > 1 << subtrees->bits &&
		subtrees->bits < SUBTREES_BITS_LAST)
	{
		int bits = subtrees->bits + 2;

		pfree(subtrees);
		subtrees = new_subtrees(fcinfo, bits);
	}
	subtree = place_of(subtrees, top);
	subtree->known = SUBTREE_INTERVAL;
	subtree->top = top;
	program_subtree(top, &lo, &subtree->hi);
	return subtree;
}

static inline Subtree *
subtree_of(FunctionCallInfo fcinfo, int64 top)
{
	Subtrees *subtrees = fcinfo->flinfo->fn_extra;
	Subtree *subtree;

	if (subtrees == NULL)
		subtrees = new_subtrees(fcinfo, SUBTREES_BITS_FIRST);
	subtree = place_of(subtrees, top);
	if (subtree->top == top && subtree->known != SUBTREE_FREE)
		return subtree;
	return new_subtree(fcinfo, subtrees, top);
}

/* Makes hi the last code; false if top is no code. */
static inline bool
settle(Subtree *subtree)
{
	if (subtree->known == SUBTREE_INTERVAL)
		subtree->known = program_last(subtree->top, &subtree->hi) ? SUBTREE_LAST : SUBTREE_NONE;
	return subtree->known == SUBTREE_LAST;
}

static bool
is_below(FunctionCallInfo fcinfo, int64 value, int64 top)
{
	Subtree *subtree;

	if (fcinfo->flinfo == NULL)
		return program_below(value, top);
	subtree = subtree_of(fcinfo, top);
	return value >= top && value <= subtree->hi && settle(subtree) && value <= subtree->hi;
}

Datum
program_code_below(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(is_below(fcinfo, PG_GETARG_PROGRAM(0), PG_GETARG_PROGRAM(1)));
}

Datum
program_code_above(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(is_below(fcinfo, PG_GETARG_PROGRAM(1), PG_GETARG_PROGRAM(0)));
}

/* the ends of the interval of a code's subtree, for index conditions */
Datum
program_code_first(PG_FUNCTION_ARGS)
{
	PG_RETURN_PROGRAM(PG_GETARG_PROGRAM(0));
}

/* null for a stored value that is no code: nothing is below it, and an index condition with a null finds no row */
Datum
program_code_last(PG_FUNCTION_ARGS)
{
	Subtree *subtree = subtree_of(fcinfo, PG_GETARG_PROGRAM(0));

	if (!settle(subtree))
		PG_RETURN_NULL();
	PG_RETURN_PROGRAM(subtree->hi);
}
