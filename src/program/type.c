/*
 * program/type.c: the SQL type program_code: input and output, its parts, the tree.
 */
#include "program/type.h"

#include "ground/text_core.h"

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

char *
program_text(int64 value)
{
	char *text = palloc(PROGRAM_TEXT_MAX);

	program_out(value, text);
	return text;
}

#define CLASSIFIER_HINT                                                                                                \
	"A classifier is one of the names in docs/program.md, such as KZ2018 or RU2013, or the ISO 3166 code of a state "  \
	"whose classifier is not among them."

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
wrong_part_hint(int classifier, const char *code, Size len)
{
	pg_wchar foreign = first_foreign(code, len);

	if (foreign != 0)
		return errhint("The code has the character U+%04X, which is not ASCII; program_code_parse() reads "
					   "Cyrillic look-alikes of Latin letters, full-width characters and Arabic digits.",
					   foreign);
	if (zero_lost(classifier, code, len))
		return errhint("With a zero in front it would be a code: a spreadsheet may have lost it; "
					   "program_code_parse() puts it back if asked to be lenient.");
	return errhint("program_code_parse() reads codes that are not written cleanly and says what is wrong.");
}

/* What was given and refused: 'shown' as messages show it, 'code' its part behind the classifier. */
typedef struct Refused
{
	const char *shown;
	const char *code;
	Size len;
	const ProgramProblem *problem;
} Refused;

/* A soft error about the classifier: there is no code yet to complain of. */
static void
classifier_error(ProgramResult result, const Refused *refused, struct Node *escontext)
{
	char name[PROGRAM_NAME_MAX];
	char *names;

	switch (result)
	{
		case PROGRAM_NO_CLASSIFIER:
			names = readings(refused->code, refused->len);
			ereturn(escontext, ,
					(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
					 errmsg("program code \"%s\" does not name its classifier", refused->shown),
					 names != NULL ? errdetail("Classifiers that know a code of this form: %s.", names) : 0,
					 errhint("Write CLASSIFIER:code, as in \"KZ2009:6M070300\"; program_code_parse() tells what a "
							 "bare code may be.")));
		case PROGRAM_UNKNOWN_CLASSIFIER:
			ereturn(escontext, ,
					(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
					 errmsg("unknown classifier in program code \"%s\"", refused->shown), errhint(CLASSIFIER_HINT)));
		case PROGRAM_NO_GRAMMAR:
			ereturn(escontext, ,
					(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
					 errmsg("the form of the codes of classifier %s is not known",
							program_classifier_name(refused->problem->classifier, name)),
					 errdetail("The name is kept for it; the value was \"%s\".", refused->shown),
					 errhint("Keep such codes as text until a release knows them.")));
		default:
			ereturn(escontext, ,
					(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
					 errmsg("invalid input syntax for type %s: \"%s\"", "program_code", refused->shown),
					 errdetail("There is no code."), errhint("Write CLASSIFIER:code, as in \"KZ2009:6M070300\".")));
	}
}

/* "part 2 of KZ2009, the group, is two digits"; of a code of one part "the code of KZ is ..." */
static char *
part_text(const ProgramGrammar *g, const char *name, int number)
{
	const ProgramPart *part = &g->parts[number - 1];
	char form[400];

	program_part_form(part, form, sizeof(form));
	return g->nparts == 1 ? psprintf("the %s of %s is %s", part->name, name, form)
						  : psprintf("part %d of %s, the %s, is %s", number, name, part->name, form);
}

/* What is wrong with a code of a known classifier, and where. */
static char *
wrong_code_detail(ProgramResult result, const Refused *refused)
{
	const ProgramProblem *problem = refused->problem;
	const ProgramGrammar *g = program_classifier_grammar(problem->classifier);
	char name[PROGRAM_NAME_MAX];
	char *what = NULL;
	char *found = "";

	program_classifier_name(problem->classifier, name);
	if (problem->part > 0)
		what = part_text(g, name, problem->part);
	if (problem->offset < refused->len)
		found = socu_clip(refused->code + problem->offset, refused->len - problem->offset);
	switch (result)
	{
		case PROGRAM_WRONG_SEPARATOR:
			return psprintf(
				"In codes of %s \"%s\" stands before part %d, the %s; found \"%s\" at byte %zu of the code.", name,
				g->parts[problem->part - 1].separator, problem->part, g->parts[problem->part - 1].name, found,
				problem->offset + 1);
		case PROGRAM_TRAILING:
			return psprintf("\"%s\" at byte %zu follows a complete code of %s.", found, problem->offset + 1, name);
		case PROGRAM_WRONG_PAIR:
			return psprintf("The first two parts, %s and %s, do not occur together in %s.", g->parts[0].name,
							g->parts[1].name, name);
		case PROGRAM_INCOMPLETE:
			return what != NULL ? psprintf("It ends too early: %s.", what) : "It ends too early.";
		default:
			break;
	}
	if (what == NULL)
		return psprintf("Codes of %s begin with \"%s\".", name, g->prefix);
	what[0] = text_upper(what[0]);
	return psprintf("%s; found \"%s\" at byte %zu of the code.", what, found, problem->offset + 1);
}

/* The way out, where there is one. */
static int
wrong_code_hint(ProgramResult result, const Refused *refused)
{
	if (result == PROGRAM_WRONG_PAIR)
		return 0;
	if (result == PROGRAM_WRONG_SEPARATOR)
		return errhint("Write all separators or none.");
	if (result == PROGRAM_TRAILING)
		return errhint("program_code_parse() separates a code from the title behind it.");
	return wrong_part_hint(refused->problem->classifier, refused->code, refused->len);
}

/* A soft error where the context can take one. */
static void
program_error(ProgramResult result, const Refused *refused, struct Node *escontext)
{
	if (result == PROGRAM_EMPTY || result == PROGRAM_NO_CLASSIFIER || result == PROGRAM_UNKNOWN_CLASSIFIER ||
		result == PROGRAM_NO_GRAMMAR)
	{
		classifier_error(result, refused, escontext);
		return;
	}
	ereturn(escontext, ,
			(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION), errmsg("invalid program code \"%s\"", refused->shown),
			 errdetail("%s", wrong_code_detail(result, refused)), wrong_code_hint(result, refused)));
}

/* ---- input and output ---- */

Datum
program_code_in(PG_FUNCTION_ARGS)
{
	char *text = PG_GETARG_CSTRING(0);
	Size len = strlen(text);
	const char *code;
	ProgramProblem problem;
	ProgramResult result;
	Refused refused;
	int64 value;

	result = program_in(text, len, &value, &problem);
	if (likely(result == PROGRAM_OK))
		PG_RETURN_PROGRAM(value);
	code = memchr(text, ':', len);
	if (code == NULL || problem.classifier < 0)
		code = text;
	else
		code++;
	refused = (Refused){socu_clip(text, -1), code, len - (code - text), &problem};
	program_error(result, &refused, (struct Node *) fcinfo->context);
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
						errdetail("The code was \"%s\".", shown), errhint(CLASSIFIER_HINT)));
	while (len > 0 && text_is_space(code[len - 1]))
		len--;
	while (len > 0 && text_is_space(*code))
	{
		code++;
		len--;
	}
	result = program_encode(number, code, len, 0, &value, &problem);
	if (result != PROGRAM_OK)
	{
		Refused refused = {shown, code, len, &problem};

		program_error(result, &refused, NULL);
	}
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

	PG_RETURN_TEXT_P(cstring_to_text_with_len(buf, len));
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

/* Room for 2^bits codes, which the call keeps until it ends. */
static Subtrees *
new_subtrees(FunctionCallInfo fcinfo, int bits)
{
	Subtrees *subtrees =
		MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, offsetof(Subtrees, places) + (sizeof(Subtree) << bits));

	subtrees->bits = bits;
	fcinfo->flinfo->fn_extra = subtrees;
	return subtrees;
}

/* The one place where a code may be kept: the top bits of its product with 2^64 over the golden ratio. */
static inline Subtree *
place_of(Subtrees *subtrees, int64 top)
{
	return &subtrees->places[((uint64) top * UINT64CONST(0x9E3779B97F4A7C15)) >> (64 - subtrees->bits)];
}

/* Takes a code in; where many pushed each other out, the room grows and starts empty. */
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

/* The subtree of a code, remembered from an earlier row if it is there. */
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

/* program_below() with a memory; a call without FmgrInfo has none. */
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
