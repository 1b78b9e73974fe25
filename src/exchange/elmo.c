/*
 * exchange/elmo.c: ELMO documents (EMREX transcripts) as rows.
 *
 * ELMO 1.0 to 1.7 and 2.0 share a namespace; 2.1 has its own.  What came before (purl.org, no
 * namespace) is read when the caller asks for it.  Rules: elmo-schemas, schema.xsd of 1.7.0 and 2.1.1.
 */
#include "exchange/elmo.h"

#include "catalog/pg_type.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/typcache.h"

#include "exchange/base64_core.h"
#include "exchange/exchange.h"
#include "exchange/kind.h"
#include "exchange/total.h"
#include "exchange/xsd_core.h"

PG_FUNCTION_INFO_V1(elmo_document);
PG_FUNCTION_INFO_V1(elmo_reports);
PG_FUNCTION_INFO_V1(elmo_achievements);
PG_FUNCTION_INFO_V1(elmo_credits);
PG_FUNCTION_INFO_V1(elmo_levels);
PG_FUNCTION_INFO_V1(elmo_identifiers);
PG_FUNCTION_INFO_V1(elmo_texts);
PG_FUNCTION_INFO_V1(elmo_distributions);
PG_FUNCTION_INFO_V1(elmo_attachments);
PG_FUNCTION_INFO_V1(elmo_rest);
PG_FUNCTION_INFO_V1(elmo_read);
PG_FUNCTION_INFO_V1(elmo_totals);

/* where in the tree the reader is */
enum
{
	TOP,
	ELMO,
	LEARNER,
	REPORT,
	REPORT_STATE,
	ISSUER,
	LOS,
	SPECIFIES,
	LOI,
	TERM,
	SHORTENED,
	DISTRIBUTION,
	CATEGORY,
	CREDIT,
	LEVEL,
	HAS_PART,
	GRADING_SCHEME,
	ATTACHMENT,
	SIGNATURE
};

/* what the map is told of */
enum
{
	NO_HOOK,
	ON_IDENTIFIER,
	ON_TEXT,
	ON_TITLE,
	ON_LOS,
	ON_REPORT,
	ON_STATUS,
	ON_CREDIT,
	ON_CREDIT_SCHEME,
	ON_CREDIT_VALUE,
	ON_SCHEME_ID,
	ON_BIRTH_DATE,
	ON_SIGNATURE,
	ON_ATTACHMENT,
	ON_CONTENT
};

#define DOC 0  /* the namespace of the root */
#define DSIG 1 /* XML signatures */

static const MapRule rules[] = {
	{TOP, "elmo", DOC, ELMO, ELMO_HEAD, -1, VALUE_NONE, MAP_OPEN | MAP_REST, NULL, 0},

	{ELMO, "generatedDate", DOC, 0, ELMO_HEAD, HEAD_GENERATED_AT, VALUE_TIME, 0, NULL, 0},
	{ELMO, "learner", DOC, LEARNER, ELMO_HEAD, -1, VALUE_NONE, MAP_REST, NULL, 0},
	{ELMO, "report", DOC, REPORT, ELMO_REPORT, -1, VALUE_NONE, MAP_OPEN | MAP_REST, NULL, ON_REPORT},
	{ELMO, "attachment", DOC, ATTACHMENT, -1, -1, VALUE_NONE, MAP_REST, NULL, ON_ATTACHMENT},
	{ELMO, "Signature", DSIG, SIGNATURE, -1, -1, VALUE_NONE, 0, NULL, ON_SIGNATURE},

	{LEARNER, "citizenship", DOC, 0, ELMO_HEAD, HEAD_CITIZENSHIP, VALUE_TOKEN, 0, NULL, 0},
	{LEARNER, "identifier", DOC, 0, -1, -1, VALUE_TOKEN, 0, NULL, ON_IDENTIFIER},
	{LEARNER, "givenNames", DOC, 0, ELMO_HEAD, HEAD_GIVEN_NAMES, VALUE_TOKEN, 0, NULL, 0},
	{LEARNER, "familyName", DOC, 0, ELMO_HEAD, HEAD_FAMILY_NAME, VALUE_TOKEN, 0, NULL, 0},
	{LEARNER, "alternativeName", DOC, 0, -1, -1, VALUE_TOKEN, 0, NULL, ON_TEXT},
	{LEARNER, "bday", DOC, 0, ELMO_HEAD, HEAD_BIRTH_DATE, VALUE_DATE, 0, NULL, ON_BIRTH_DATE},
	{LEARNER, "dateOfBirth", DOC, 0, ELMO_HEAD, HEAD_BIRTH_DATE, VALUE_DATE, 0, NULL, ON_BIRTH_DATE},
	{LEARNER, "placeOfBirth", DOC, 0, ELMO_HEAD, HEAD_BIRTH_PLACE, VALUE_TOKEN, 0, NULL, 0},
	{LEARNER, "countryOfBirth", DOC, 0, ELMO_HEAD, HEAD_BIRTH_COUNTRY, VALUE_TOKEN, 0, NULL, 0},
	{LEARNER, "birthName", DOC, 0, ELMO_HEAD, HEAD_BIRTH_NAME, VALUE_TOKEN, 0, NULL, 0},
	{LEARNER, "gender", DOC, 0, ELMO_HEAD, HEAD_GENDER, VALUE_INT, 0, NULL, 0},

	{REPORT, "learner", DOC, LEARNER, ELMO_HEAD, -1, VALUE_NONE, MAP_REST, NULL, 0}, /* before 1.0 */
	{REPORT, "issuer", DOC, ISSUER, ELMO_REPORT, -1, VALUE_NONE, MAP_REST, NULL, 0},
	{REPORT, "learningOpportunitySpecification", DOC, LOS, ELMO_ACHIEVEMENT, -1, VALUE_NONE, MAP_OPEN | MAP_REST, NULL,
	 ON_LOS},
	{REPORT, "issueDate", DOC, 0, ELMO_REPORT, REPORT_ISSUED_AT, VALUE_TIME, 0, NULL, 0},
	{REPORT, "gradingScheme", DOC, GRADING_SCHEME, -1, -1, VALUE_NONE, MAP_REST, NULL, 0},
	{REPORT, "gradingScheme", DOC, GRADING_SCHEME, -1, -1, VALUE_TOKEN, 0, "localId", ON_SCHEME_ID},
	{REPORT, "status", DOC, REPORT_STATE, ELMO_REPORT, -1, VALUE_NONE, MAP_REST, NULL, 0},
	{REPORT, "attachment", DOC, ATTACHMENT, -1, -1, VALUE_NONE, MAP_REST, NULL, ON_ATTACHMENT},

	{REPORT_STATE, "code", DOC, 0, ELMO_REPORT, REPORT_STATUS, VALUE_TOKEN, 0, NULL, 0},
	{REPORT_STATE, "message", DOC, 0, -1, -1, VALUE_TOKEN, 0, NULL, ON_TEXT},

	{ISSUER, "country", DOC, 0, ELMO_REPORT, REPORT_COUNTRY, VALUE_TOKEN, 0, NULL, 0},
	{ISSUER, "identifier", DOC, 0, -1, -1, VALUE_TOKEN, 0, NULL, ON_IDENTIFIER},
	{ISSUER, "title", DOC, 0, ELMO_REPORT, REPORT_TITLE, VALUE_TOKEN, 0, NULL, ON_TITLE},
	{ISSUER, "url", DOC, 0, ELMO_REPORT, REPORT_URL, VALUE_TOKEN, 0, NULL, 0},

	{LOS, "identifier", DOC, 0, -1, -1, VALUE_TOKEN, 0, NULL, ON_IDENTIFIER},
	{LOS, "title", DOC, 0, ELMO_ACHIEVEMENT, LOS_TITLE, VALUE_TOKEN, 0, NULL, ON_TITLE},
	{LOS, "type", DOC, 0, ELMO_ACHIEVEMENT, LOS_TYPE, VALUE_TOKEN, 0, NULL, 0},
	{LOS, "subjectArea", DOC, 0, ELMO_ACHIEVEMENT, LOS_SUBJECT_AREA, VALUE_TOKEN, 0, NULL, 0},
	{LOS, "iscedCode", DOC, 0, ELMO_ACHIEVEMENT, LOS_ISCED_F, VALUE_TOKEN, 0, NULL, 0},
	{LOS, "url", DOC, 0, ELMO_ACHIEVEMENT, LOS_URL, VALUE_TOKEN, 0, NULL, 0},
	{LOS, "description", DOC, 0, -1, -1, VALUE_TEXT, 0, NULL, ON_TEXT},
	{LOS, "descriptionHtml", DOC, 0, -1, -1, VALUE_TEXT, 0, NULL, ON_TEXT},
	{LOS, "specifies", DOC, SPECIFIES, ELMO_ACHIEVEMENT, -1, VALUE_NONE, MAP_REST, NULL, 0},
	{LOS, "hasPart", DOC, HAS_PART, ELMO_ACHIEVEMENT, -1, VALUE_NONE, MAP_REST, NULL, 0},
	{LOS, "credit", DOC, CREDIT, ELMO_CREDIT, -1, VALUE_NONE, MAP_OPEN, NULL, ON_CREDIT}, /* before 1.0 */

	{SPECIFIES, "learningOpportunityInstance", DOC, LOI, ELMO_ACHIEVEMENT, -1, VALUE_NONE, MAP_REST, NULL, 0},

	{LOI, "identifier", DOC, 0, -1, -1, VALUE_TOKEN, 0, NULL, ON_IDENTIFIER},
	{LOI, "start", DOC, 0, ELMO_ACHIEVEMENT, LOS_STARTED, VALUE_DATE, 0, NULL, 0},
	{LOI, "date", DOC, 0, ELMO_ACHIEVEMENT, LOS_ENDED, VALUE_DATE, 0, NULL, 0},
	{LOI, "academicTerm", DOC, TERM, ELMO_ACHIEVEMENT, -1, VALUE_NONE, MAP_REST, NULL, 0},
	{LOI, "status", DOC, 0, ELMO_ACHIEVEMENT, LOS_STATUS, VALUE_TOKEN, 0, NULL, ON_STATUS},
	{LOI, "gradingSchemeLocalId", DOC, 0, ELMO_ACHIEVEMENT, LOS_GRADING_SCHEME, VALUE_TOKEN, 0, NULL, 0},
	{LOI, "resultLabel", DOC, 0, ELMO_ACHIEVEMENT, LOS_GRADE, VALUE_TOKEN, 0, NULL, 0},
	{LOI, "result", DOC, 0, ELMO_ACHIEVEMENT, LOS_GRADE, VALUE_TOKEN, 0, NULL, 0}, /* before 1.0 */
	{LOI, "shortenedGrading", DOC, SHORTENED, ELMO_ACHIEVEMENT, -1, VALUE_NONE, MAP_REST, NULL, 0},
	{LOI, "resultDistribution", DOC, DISTRIBUTION, ELMO_ACHIEVEMENT, -1, VALUE_NONE, MAP_REST, NULL, 0},
	{LOI, "credit", DOC, CREDIT, ELMO_CREDIT, -1, VALUE_NONE, MAP_OPEN, NULL, ON_CREDIT},
	{LOI, "level", DOC, LEVEL, ELMO_LEVEL, -1, VALUE_NONE, MAP_OPEN, NULL, 0},
	{LOI, "languageOfInstruction", DOC, 0, ELMO_ACHIEVEMENT, LOS_LANGUAGE, VALUE_LANGUAGE, 0, NULL, 0},
	{LOI, "engagementHours", DOC, 0, ELMO_ACHIEVEMENT, LOS_HOURS, VALUE_DECIMAL, 0, NULL, 0},

	{TERM, "title", DOC, 0, ELMO_ACHIEVEMENT, LOS_TERM_TITLE, VALUE_TOKEN, 0, NULL, ON_TITLE},
	{TERM, "start", DOC, 0, ELMO_ACHIEVEMENT, LOS_TERM_STARTED, VALUE_DATE, 0, NULL, 0},
	{TERM, "end", DOC, 0, ELMO_ACHIEVEMENT, LOS_TERM_ENDED, VALUE_DATE, 0, NULL, 0},

	{SHORTENED, "percentageLower", DOC, 0, ELMO_ACHIEVEMENT, LOS_LOWER, VALUE_DECIMAL, 0, NULL, 0},
	{SHORTENED, "percentageEqual", DOC, 0, ELMO_ACHIEVEMENT, LOS_EQUAL, VALUE_DECIMAL, 0, NULL, 0},
	{SHORTENED, "percentageHigher", DOC, 0, ELMO_ACHIEVEMENT, LOS_HIGHER, VALUE_DECIMAL, 0, NULL, 0},

	{DISTRIBUTION, "category", DOC, CATEGORY, ELMO_DISTRIBUTION, -1, VALUE_NONE, MAP_OPEN, NULL, 0},
	{DISTRIBUTION, "category", DOC, CATEGORY, ELMO_DISTRIBUTION, DIST_LABEL, VALUE_TOKEN, 0, "label", 0},
	{DISTRIBUTION, "category", DOC, CATEGORY, ELMO_DISTRIBUTION, DIST_COUNT, VALUE_BIGINT, 0, "count", 0},
	{DISTRIBUTION, "description", DOC, 0, -1, -1, VALUE_TEXT, 0, NULL, ON_TEXT},

	{CREDIT, "scheme", DOC, 0, ELMO_CREDIT, CREDIT_SCHEME, VALUE_TOKEN, 0, NULL, ON_CREDIT_SCHEME},
	{CREDIT, "level", DOC, 0, ELMO_CREDIT, CREDIT_LEVEL, VALUE_TOKEN, 0, NULL, 0},
	{CREDIT, "value", DOC, 0, ELMO_CREDIT, CREDIT_VALUE, VALUE_DECIMAL, 0, NULL, ON_CREDIT_VALUE},

	{LEVEL, "type", DOC, 0, ELMO_LEVEL, LEVEL_KIND, VALUE_TOKEN, 0, NULL, 0},
	{LEVEL, "description", DOC, 0, ELMO_LEVEL, LEVEL_DESCRIPTION, VALUE_TEXT, 0, NULL, 0},
	{LEVEL, "value", DOC, 0, ELMO_LEVEL, LEVEL_VALUE, VALUE_TOKEN, 0, NULL, 0},

	{HAS_PART, "learningOpportunitySpecification", DOC, LOS, ELMO_ACHIEVEMENT, -1, VALUE_NONE, MAP_OPEN | MAP_REST, NULL,
	 ON_LOS},

	{GRADING_SCHEME, "description", DOC, 0, -1, -1, VALUE_TEXT, 0, NULL, ON_TEXT},
	{GRADING_SCHEME, "title", DOC, 0, -1, -1, VALUE_TOKEN, 0, NULL, ON_TEXT},

	{ATTACHMENT, "identifier", DOC, 0, -1, -1, VALUE_TOKEN, 0, NULL, ON_CONTENT},
	{ATTACHMENT, "title", DOC, 0, -1, -1, VALUE_TOKEN, 0, NULL, ON_CONTENT},
	{ATTACHMENT, "type", DOC, 0, -1, -1, VALUE_TOKEN, 0, NULL, ON_CONTENT},
	{ATTACHMENT, "description", DOC, 0, -1, -1, VALUE_TEXT, 0, NULL, ON_TEXT},
	{ATTACHMENT, "content", DOC, 0, -1, -1, VALUE_NONE, 0, NULL, ON_CONTENT},
	{0, NULL, 0, 0, 0, 0, VALUE_NONE, 0, NULL, 0}};

/* The piece of a document that is one language's content of an attachment. */
typedef struct Content
{
	char *lang;
	char *text;
	int length;
} Content;

#define LOS_LEVELS 130 /* a LOS stands two elements below another: EXCHANGE_MAX_DEPTH / 2 */

typedef struct Elmo
{
	bool older;
	int reports;
	int report_no;				 /* of the report being read; 0 outside of one */
	int los_no;					 /* of the last LOS that began */
	int depth;					 /* of LOS within one another */
	int open[LOS_LEVELS];		 /* their numbers */
	char status[LOS_LEVELS][16]; /* "" if none is given */
	int attachments;
	bool birth_date_given;
	Datum birth_date;

	int n[ELMO_KINDS]; /* rows of each kind so far */

	/* the credit being read */
	StringInfoData scheme;
	StringInfoData value;
	bool value_given;

	StringInfoData scheme_id; /* of the gradingScheme being read */

	/* the attachment being read */
	char *attachment_type;
	char *attachment_title;
	ArrayBuildState *attachment_ids;
	ArrayBuildState *attachment_id_types;
	List *contents;

	/* rows of a topmost LOS, in the order of the document */
	List *kept;

	ElmoTotals *totals;
	Tuplestorestate *totals_store;
	TupleDesc totals_desc;
} Elmo;

/* ---- the root ---- */

/* "{namespace}name" for a message. */
static char *
root_name(const XmlEvent *event)
{
	return event->uri == NULL ? pstrdup(event->name) : psprintf("{%s}%s", event->uri, event->name);
}

static void
elmo_root(Map *map, const XmlEvent *event)
{
	Elmo *elmo = map->own;
	bool older;

	if (strcmp(event->name, "elmo") != 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("document is not ELMO: its root element is %s", socu_clip(root_name(event), -1)),
						errhint("exchange_kind tells what a document is; ewp_imobility_tors gives the ELMO inside a "
								"transcript of records.")));
	if (!elmo_namespace(event->uri, &older))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("namespace \"%s\" is none of ELMO's", socu_clip(event->uri, -1)),
						errhint("Known are %s and %s.", ELMO_V1, ELMO_V2)));
	if (older && !elmo->older)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("%s", event->uri == NULL ? "document has no namespace"
														: psprintf("namespace \"%s\" is of an older ELMO", event->uri)),
						errhint("Pass older => true to read it all the same.")));
	map->spaces[DOC] = event->uri;
	map->spaces[DSIG] = DSIG_URI;
}

/* ---- rows ---- */

static void
set_int(MapRow *row, int column, int value)
{
	map_set(row, column, Int32GetDatum(value));
}

/* The columns that say where a row belongs, and which of its kind it is. */
static void
set_place(Elmo *elmo, MapRow *row, int report_no, int los_no, int n)
{
	if (elmo->report_no > 0)
		set_int(row, report_no, elmo->report_no);
	if (elmo->depth > 0)
		set_int(row, los_no, elmo->open[elmo->depth]);
	set_int(row, n, ++elmo->n[row->kind]);
}

static void
enter_los(Elmo *elmo)
{
	elmo->los_no++;
	elmo->depth++;
	elmo->open[elmo->depth] = elmo->los_no;
	elmo->status[elmo->depth][0] = '\0';
	if (elmo->totals != NULL)
		elmo_totals_enter(elmo->totals, elmo->los_no);
}

static void
elmo_opened(Map *map, MapRow *row, const XmlEvent *event)
{
	Elmo *elmo = map->own;

	switch ((ElmoKind) row->kind)
	{
		case ELMO_HEAD:
			if (event->uri != NULL)
				map_set(row, HEAD_NAMESPACE, value_string(event->uri));
			break;
		case ELMO_REPORT:
			set_int(row, REPORT_NO, elmo->report_no);
			break;
		case ELMO_ACHIEVEMENT:
			set_int(row, LOS_REPORT_NO, elmo->report_no);
			set_int(row, LOS_NO, elmo->los_no);
			set_int(row, LOS_DEPTH, elmo->depth);
			if (elmo->depth > 1)
				set_int(row, LOS_PARENT_NO, elmo->open[elmo->depth - 1]);
			elmo->kept = lappend(elmo->kept, row);
			map->held++;
			break;
		case ELMO_CREDIT:
			set_place(elmo, row, CREDIT_REPORT_NO, CREDIT_LOS_NO, CREDIT_N);
			break;
		case ELMO_LEVEL:
			set_place(elmo, row, LEVEL_REPORT_NO, LEVEL_LOS_NO, LEVEL_N);
			break;
		case ELMO_DISTRIBUTION:
			set_place(elmo, row, DIST_REPORT_NO, DIST_LOS_NO, DIST_N);
			break;
		default:
			break;
	}
}

/* No status means passed; a code with a classifier is one of a programme. */
static void
finish_achievement(MapRow *row)
{
	Datum program;

	map_set(row, LOS_STATUS_GIVEN, BoolGetDatum(!row->nulls[LOS_STATUS]));
	map_set(row, LOS_STATUS, PointerGetDatum(cstring_to_text("passed")));
	if (!row->nulls[LOS_CODE] && value_program(row->values[LOS_CODE], &program))
		map_set(row, LOS_PROGRAM, program);
}

static void
elmo_closed(Map *map, MapRow *row)
{
	Elmo *elmo = map->own;

	switch ((ElmoKind) row->kind)
	{
		case ELMO_HEAD:
			map_set(row, HEAD_SIGNED, BoolGetDatum(false));
			break;
		case ELMO_REPORT:
			set_int(row, REPORT_ACHIEVEMENTS, elmo->los_no);
			break;
		case ELMO_ACHIEVEMENT:
			finish_achievement(row);
			return; /* handed on when the topmost LOS ends */
		default:
			break;
	}
	map_emit(map, row->kind, row->values, row->nulls);
}

/* ---- rows that are made here ---- */

static Datum
c_text(const char *text)
{
	return PointerGetDatum(cstring_to_text(text));
}

static const char *
owner_name(const Map *map, const MapRule *rule)
{
	switch (rule->in)
	{
		case LEARNER:
			return "learner";
		case ISSUER:
			return "issuer";
		case REPORT:
		case REPORT_STATE:
			return "report";
		case LOS:
			return "los";
		case LOI:
			return "loi";
		case TERM:
			return "term";
		case DISTRIBUTION:
			return "distribution";
		case SHORTENED:
			return "shortened";
		case SPECIFIES:
			return "specifies";
		case HAS_PART:
			return "part";
		case GRADING_SCHEME:
			return "grading_scheme";
		case ATTACHMENT:
			return "attachment";
		default:
			return "document";
	}
}

static void
place_values(const Elmo *elmo, Datum *values, bool *nulls, int report_no, int los_no)
{
	values[report_no] = Int32GetDatum(elmo->report_no);
	nulls[report_no] = elmo->report_no == 0;
	values[los_no] = Int32GetDatum(elmo->open[elmo->depth]);
	nulls[los_no] = elmo->depth == 0;
}

/* alternativeName -> alternative_name: SQL's way to write it */
static char *
snake(const char *name)
{
	StringInfoData s;

	initStringInfo(&s);
	for (; *name != '\0'; name++)
	{
		if (*name >= 'A' && *name <= 'Z')
			appendStringInfo(&s, "_%c", *name + ('a' - 'A'));
		else
			appendStringInfoChar(&s, *name);
	}
	return s.data;
}

/* A text row ('text' NULL only says that there is such an id). */
static void
emit_text(Map *map, const MapRule *rule, char *text, int length)
{
	Elmo *elmo = map->own;
	Datum values[TEXT_COLUMNS] = {0};
	bool nulls[TEXT_COLUMNS] = {false};

	if (!map_wants(map, ELMO_TEXT))
		return;
	values[TEXT_OWNER] = c_text(text == NULL ? "grading_scheme" : owner_name(map, rule));
	place_values(elmo, values, nulls, TEXT_REPORT_NO, TEXT_LOS_NO);
	values[TEXT_N] = Int32GetDatum(++elmo->n[ELMO_TEXT]);
	values[TEXT_KIND] = c_text(text == NULL ? "id" : snake(rule->name));
	nulls[TEXT_ID] = !(rule->in == GRADING_SCHEME || text == NULL);
	if (!nulls[TEXT_ID])
		values[TEXT_ID] = value_text(elmo->scheme_id.data, elmo->scheme_id.len);
	else if (rule->in == ATTACHMENT)
	{
		nulls[TEXT_ID] = false;
		values[TEXT_ID] = c_text(psprintf("%d", elmo->attachments));
	}
	nulls[TEXT_LANG] = text == NULL || map->lang == NULL;
	if (!nulls[TEXT_LANG])
		values[TEXT_LANG] = value_string(map->lang);
	nulls[TEXT_TEXT] = text == NULL;
	if (text != NULL && !value_read(rule->form, text, length, &values[TEXT_TEXT]))
		nulls[TEXT_TEXT] = true;
	map_emit(map, ELMO_TEXT, values, nulls);
}

/* The code of an achievement is its local identifier; before 1.0 the type could be absent. */
static void
note_identifier(Map *map, const MapRule *rule, const char *type, char *value, int length)
{
	MapRow *row = map->rows[rule->in == LOS ? ELMO_ACHIEVEMENT : ELMO_REPORT];

	if (row == NULL || length == 0)
		return;
	if (rule->in == LOS && (type == NULL || strcmp(type, "local") == 0))
		map_set(row, LOS_CODE, value_text(value, length));
	else if (rule->in == ISSUER && type != NULL && pg_strcasecmp(type, "schac") == 0)
		map_set(row, REPORT_HEI_ID, value_text(value, length));
}

static void
on_identifier(Map *map, const MapRule *rule, char *text, int length)
{
	Elmo *elmo = map->own;
	Datum values[ID_COLUMNS] = {0};
	bool nulls[ID_COLUMNS] = {false};

	length = (int) xsd_collapse(text, length);
	note_identifier(map, rule, map->type, text, length);
	if (!map_wants(map, ELMO_IDENTIFIER))
		return;
	values[ID_OWNER] = c_text(owner_name(map, rule));
	place_values(elmo, values, nulls, ID_REPORT_NO, ID_LOS_NO);
	values[ID_N] = Int32GetDatum(++elmo->n[ELMO_IDENTIFIER]);
	nulls[ID_KIND] = map->type == NULL;
	if (map->type != NULL)
		values[ID_KIND] = value_text(map->type, (int) xsd_collapse(map->type, strlen(map->type)));
	values[ID_VALUE] = value_text(text, length);
	map_emit(map, ELMO_IDENTIFIER, values, nulls);
}

static void
elmo_rest_element(Map *map, const MapRule *container, const char *name, StringInfo xml)
{
	Elmo *elmo = map->own;
	Datum values[REST_COLUMNS] = {0};
	bool nulls[REST_COLUMNS] = {false};
	MapRule inside = *container;

	if (!map_wants(map, ELMO_REST))
		return;
	inside.in = container->to;
	values[REST_OWNER] = c_text(owner_name(map, &inside));
	place_values(elmo, values, nulls, REST_REPORT_NO, REST_LOS_NO);
	values[REST_N] = Int32GetDatum(++elmo->n[ELMO_REST]);
	values[REST_NAME] = value_string(name);
	values[REST_CONTENT] = value_text(xml->data, xml->len);
	map_emit(map, ELMO_REST, values, nulls);
}

/* ---- credits ---- */

static void
keep_token(StringInfo to, const char *text, int length)
{
	resetStringInfo(to);
	appendBinaryStringInfo(to, text, length);
	to->len = (int) xsd_collapse(to->data, to->len);
	to->data[to->len] = '\0';
}

/* The first credit of an achievement stands in its row; all of them in rows of their own. */
static void
end_credit(Map *map)
{
	Elmo *elmo = map->own;
	MapRow *row = map->rows[ELMO_ACHIEVEMENT];
	MapRow *own = map->rows[ELMO_CREDIT];
	bool is_number = elmo->value_given && xsd_decimal(elmo->value.data, elmo->value.len);
	int64 credit;
	Datum number;

	if (own != NULL)
	{
		if (elmo->value_given)
			map_set(own, CREDIT_VALUE_TEXT, value_text(elmo->value.data, elmo->value.len));
		if (elmo->value_given && value_credit(elmo->scheme.data, elmo->value.data, &credit))
			map_set(own, CREDIT_CREDIT, Int64GetDatum(credit));
	}
	if (row != NULL && row->nulls[LOS_CREDIT_SCHEME] && elmo->scheme.len > 0)
	{
		map_set(row, LOS_CREDIT_SCHEME, value_text(elmo->scheme.data, elmo->scheme.len));
		if (is_number && value_read(VALUE_DECIMAL, elmo->value.data, elmo->value.len, &number))
			map_set(row, LOS_CREDIT_VALUE, number);
		if (elmo->value_given && value_credit(elmo->scheme.data, elmo->value.data, &credit))
			map_set(row, LOS_CREDIT, Int64GetDatum(credit));
	}
	if (elmo->totals != NULL && is_number && elmo->depth > 0 &&
		value_read(VALUE_DECIMAL, elmo->value.data, elmo->value.len, &number))
		elmo_totals_credit(elmo->totals, elmo->scheme.data, DatumGetNumeric(number));
	resetStringInfo(&elmo->scheme);
	resetStringInfo(&elmo->value);
	elmo->value_given = false;
}

/* ---- attachments ---- */

static void
begin_attachment(Elmo *elmo)
{
	if (++elmo->attachments > exchange_max_attachments)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
						errmsg("document has more attachments than socu.exchange_max_attachments allows"),
						errdetail("The limit is %d.", exchange_max_attachments)));
	elmo->attachment_type = elmo->attachment_title = NULL;
	elmo->attachment_ids = elmo->attachment_id_types = NULL;
	elmo->contents = NIL;
}

static void
on_content(Map *map, const MapRule *rule, char *text, int length)
{
	Elmo *elmo = map->own;
	MemoryContext old;

	if (strcmp(rule->name, "title") == 0)
		emit_text(map, rule, text, length);
	if (!map_wants(map, ELMO_ATTACHMENT))
		return;
	old = MemoryContextSwitchTo(map->context);
	if (strcmp(rule->name, "content") == 0)
	{
		Content *content = palloc(sizeof(Content));

		content->lang = map->lang ? pstrdup(map->lang) : NULL;
		content->text = pnstrdup(text, length);
		content->length = length;
		elmo->contents = lappend(elmo->contents, content);
	}
	else
	{
		char *token = pnstrdup(text, xsd_collapse(text, length));

		if (strcmp(rule->name, "type") == 0)
			elmo->attachment_type = token;
		else if (strcmp(rule->name, "title") == 0 && elmo->attachment_title == NULL)
			elmo->attachment_title = token;
		else if (strcmp(rule->name, "identifier") == 0)
		{
			const char *type = map->type ? map->type : "";

			elmo->attachment_ids =
				array_append_value(elmo->attachment_ids, value_string(token), false, TEXTOID);
			elmo->attachment_id_types =
				array_append_value(elmo->attachment_id_types, value_string(type), false, TEXTOID);
		}
	}
	MemoryContextSwitchTo(old);
}

/* data:TYPE;base64,TEXT: where the text begins, and the type; NULL if it is no such URI. */
static const char *
data_uri(const char *text, const char **mime, int *mime_length)
{
	const char *comma;
	const char *end;

	*mime = NULL;
	if (pg_strncasecmp(text, "data:", 5) != 0)
		return text;
	comma = strchr(text, ',');
	if (comma == NULL || comma - text < 12 || pg_strncasecmp(comma - 7, ";base64", 7) != 0)
		return NULL;
	*mime = text + 5;
	end = memchr(*mime, ';', comma - *mime);
	*mime_length = (int) (end - *mime);
	return comma + 1;
}

static bool
decode_content(const char *text, bytea **content)
{
	Base64Decoder decoder;
	Size length = strlen(text);
	bytea *out = palloc(VARHDRSZ + BASE64_ROOM(length));
	unsigned char end[3];
	size_t produced, none;

	base64_begin(&decoder, BASE64_PERCENT);
	if (base64_decode(&decoder, text, length, (unsigned char *) VARDATA(out), &produced) != BASE64_OK ||
		base64_finish(&decoder, end, &none) != BASE64_OK)
	{
		pfree(out);
		return false;
	}
	SET_VARSIZE(out, VARHDRSZ + produced);
	*content = out;
	return true;
}

static void
emit_content(Map *map, const Content *content)
{
	Elmo *elmo = map->own;
	Datum values[ATT_COLUMNS] = {0};
	bool nulls[ATT_COLUMNS];
	const char *mime = NULL;
	int mime_length = 0;
	const char *body;
	bytea *bytes;

	memset(nulls, true, sizeof(nulls));
	values[ATT_OWNER] = c_text(elmo->report_no > 0 ? "report" : "document");
	values[ATT_N] = Int32GetDatum(elmo->attachments);
	nulls[ATT_OWNER] = nulls[ATT_N] = false;
	values[ATT_REPORT_NO] = Int32GetDatum(elmo->report_no);
	nulls[ATT_REPORT_NO] = elmo->report_no == 0;
	if (!(nulls[ATT_TYPE] = elmo->attachment_type == NULL))
		values[ATT_TYPE] = value_string(elmo->attachment_type);
	if (!(nulls[ATT_TITLE] = elmo->attachment_title == NULL))
		values[ATT_TITLE] = value_string(elmo->attachment_title);
	if (!(nulls[ATT_IDS] = elmo->attachment_ids == NULL))
	{
		nulls[ATT_ID_TYPES] = false;
		values[ATT_IDS] = makeArrayResult(elmo->attachment_ids, CurrentMemoryContext);
		values[ATT_ID_TYPES] = makeArrayResult(elmo->attachment_id_types, CurrentMemoryContext);
	}
	if (content != NULL)
	{
		if (!(nulls[ATT_LANG] = content->lang == NULL))
			values[ATT_LANG] = value_string(content->lang);
		body = content->text;
		while (xsd_is_space(*body))
			body++;
		body = data_uri(body, &mime, &mime_length);
		if (!(nulls[ATT_MIME] = mime == NULL))
			values[ATT_MIME] = value_text(mime, mime_length);
		if (!(nulls[ATT_CONTENT] = !(body != NULL && *body != '\0' && decode_content(body, &bytes))))
			values[ATT_CONTENT] = PointerGetDatum(bytes);
		else
		{
			nulls[ATT_UNDECODED] = false;
			values[ATT_UNDECODED] = value_text(content->text, content->length);
			nulls[ATT_MIME] = true;
		}
	}
	map_emit(map, ELMO_ATTACHMENT, values, nulls);
}

static void
end_attachment(Map *map)
{
	Elmo *elmo = map->own;
	ListCell *cell;

	if (map_wants(map, ELMO_ATTACHMENT))
	{
		foreach (cell, elmo->contents)
		{
			Content *content = lfirst(cell);

			emit_content(map, content);
			pfree(content->text);
		}
		if (elmo->contents == NIL)
			emit_content(map, NULL);
	}
	list_free_deep(elmo->contents);
	elmo->contents = NIL;
}

/* ---- hooks ---- */

/* Before 1.0 a birth date could be "18-07-1966" (dtf="dd-MM-yyyy"). */
static void
on_birth_date(Map *map, const MapRule *rule, char *text, int length)
{
	Elmo *elmo = map->own;
	MapRow *row = map->rows[ELMO_HEAD];
	char turned[11];
	Datum date;

	if (map->fault != NULL && value_read(VALUE_DATE, text, length, &date))
	{
		if (elmo->birth_date_given && elmo->birth_date != date)
			map->fault(map, "error", "bday and dateOfBirth differ", pnstrdup(text, length), "the same day in both");
		elmo->birth_date_given = true;
		elmo->birth_date = date;
	}
	if (row == NULL)
		return;
	/* 2.1 has both names: dateOfBirth outranks bday */
	if (strcmp(rule->name, "dateOfBirth") == 0 && value_read(VALUE_DATE, text, length, &date))
	{
		row->values[HEAD_BIRTH_DATE] = date;
		row->nulls[HEAD_BIRTH_DATE] = false;
	}
	length = (int) xsd_collapse(text, length);
	if (!elmo->older || length != 10 || map->type == NULL || strcmp(map->type, "dd-MM-yyyy") != 0)
		return;
	snprintf(turned, sizeof(turned), "%.4s-%.2s-%.2s", text + 6, text + 3, text);
	if (value_read(VALUE_DATE, turned, 10, &date))
		map_set(row, HEAD_BIRTH_DATE, date);
}

/* The rows of a topmost LOS go out in the order of the document. */
static void
release_rows(Map *map)
{
	Elmo *elmo = map->own;
	ListCell *cell;

	foreach (cell, elmo->kept)
	{
		MapRow *row = lfirst(cell);

		map_emit(map, ELMO_ACHIEVEMENT, row->values, row->nulls);
		map->held--;
	}
	elmo->kept = NIL;
}

static void
elmo_begin(Map *map, const MapRule *rule)
{
	Elmo *elmo = map->own;

	switch (rule->hook)
	{
		case ON_REPORT:
			elmo->report_no = ++elmo->reports;
			elmo->los_no = 0;
			break;
		case ON_LOS:
			enter_los(elmo);
			break;
		case ON_ATTACHMENT:
			begin_attachment(elmo);
			break;
		default:
			break;
	}
}

/* An element that is no leaf ends. */
static void
elmo_ended(Map *map, const MapRule *rule)
{
	Elmo *elmo = map->own;

	switch (rule->hook)
	{
		case ON_LOS:
			if (elmo->totals != NULL)
				elmo_totals_leave(elmo->totals, elmo->status[elmo->depth]);
			elmo->depth--;
			break;
		case ON_REPORT:
			if (elmo->totals != NULL)
				elmo_totals_report(elmo->totals, elmo->report_no, elmo->totals_store, elmo->totals_desc);
			elmo->report_no = 0;
			break;
		case ON_CREDIT:
			end_credit(map);
			break;
		case ON_ATTACHMENT:
			end_attachment(map);
			break;
		case ON_SIGNATURE:
			if (map->rows[ELMO_HEAD] != NULL)
				map_set(map->rows[ELMO_HEAD], HEAD_SIGNED, BoolGetDatum(true));
			break;
		default:
			break;
	}
}

static void
elmo_value(Map *map, const MapRule *rule, char *text, int length)
{
	Elmo *elmo = map->own;

	if (text == NULL)
	{
		elmo_ended(map, rule);
		return;
	}
	switch (rule->hook)
	{
		case ON_IDENTIFIER:
			on_identifier(map, rule, text, length);
			break;
		case ON_TEXT:
		case ON_TITLE:
			emit_text(map, rule, text, length);
			break;
		case ON_STATUS:
			length = (int) xsd_collapse(text, length);
			strlcpy(elmo->status[elmo->depth], text, Min(length + 1, sizeof(elmo->status[0])));
			break;
		case ON_CREDIT_SCHEME:
			keep_token(&elmo->scheme, text, length);
			break;
		case ON_CREDIT_VALUE:
			keep_token(&elmo->value, text, length);
			elmo->value_given = elmo->value.len > 0;
			break;
		case ON_SCHEME_ID:
			keep_token(&elmo->scheme_id, text, length);
			emit_text(map, rule, NULL, 0);
			break;
		case ON_BIRTH_DATE:
			on_birth_date(map, rule, text, length);
			break;
		case ON_CONTENT:
			on_content(map, rule, text, length);
			break;
		default:
			break;
	}
}

static void
elmo_rows_closed(Map *map, MapRow *row)
{
	Elmo *elmo = map->own;

	elmo_closed(map, row);
	if (row->kind == ELMO_ACHIEVEMENT && elmo->depth == 0)
		release_rows(map);
}

static void
elmo_prepare(Map *map, Elmo *elmo, bool older)
{
	memset(map, 0, sizeof(*map));
	memset(elmo, 0, sizeof(*elmo));
	map->rules = rules;
	map->kinds = ELMO_KINDS;
	map->root = elmo_root;
	map->begin = elmo_begin;
	map->opened = elmo_opened;
	map->closed = elmo_rows_closed;
	map->value = elmo_value;
	map->rest = elmo_rest_element;
	map->rest_kind = ELMO_REST;
	map->own = elmo;
	elmo->older = older;
	initStringInfo(&elmo->scheme);
	initStringInfo(&elmo->value);
	initStringInfo(&elmo->scheme_id);
}

void
elmo_faults(ExchangeSource *source, ElmoFault fault, void *own)
{
	Map map;
	Elmo elmo;

	elmo_prepare(&map, &elmo, true);
	map.fault = fault;
	map.fault_own = own;
	map_run(&map, source);
}

/* ---- functions ---- */

/* Rows of one kind: f(document, older). */
static Datum
rows_of(FunctionCallInfo fcinfo, ElmoKind kind)
{
	Map map;
	Elmo elmo;

	elmo_prepare(&map, &elmo, PG_GETARG_BOOL(1));
	sink_to_set(&map.sinks[kind], fcinfo);
	map_run(&map, source_open(PG_GETARG_DATUM(0), source_argument_type(fcinfo, 0)));
	return (Datum) 0;
}

Datum
elmo_reports(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, ELMO_REPORT);
}

Datum
elmo_achievements(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, ELMO_ACHIEVEMENT);
}

Datum
elmo_credits(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, ELMO_CREDIT);
}

Datum
elmo_levels(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, ELMO_LEVEL);
}

Datum
elmo_identifiers(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, ELMO_IDENTIFIER);
}

Datum
elmo_texts(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, ELMO_TEXT);
}

Datum
elmo_distributions(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, ELMO_DISTRIBUTION);
}

Datum
elmo_attachments(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, ELMO_ATTACHMENT);
}

Datum
elmo_rest(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, ELMO_REST);
}

/* The row type that the query expects of a function that gives one row. */
static TupleDesc
one_row_desc(FunctionCallInfo fcinfo)
{
	TupleDesc desc;

	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	return desc;
}

Datum
elmo_document(PG_FUNCTION_ARGS)
{
	Map map;
	Elmo elmo;

	elmo_prepare(&map, &elmo, PG_GETARG_BOOL(1));
	sink_to_row(&map.sinks[ELMO_HEAD], one_row_desc(fcinfo));
	map_run(&map, source_open(PG_GETARG_DATUM(0), source_argument_type(fcinfo, 0)));
	PG_RETURN_DATUM(sink_result(&map.sinks[ELMO_HEAD], CurrentMemoryContext));
}

/* Everything in one reading: the head, and an array of each kind of rows. */
Datum
elmo_read(PG_FUNCTION_ARGS)
{
	TupleDesc desc = BlessTupleDesc(one_row_desc(fcinfo));
	Datum values[ELMO_KINDS];
	bool nulls[ELMO_KINDS] = {false};
	Map map;
	Elmo elmo;

	if (desc->natts != ELMO_KINDS)
		elog(ERROR, "a document read has %d columns", ELMO_KINDS);
	elmo_prepare(&map, &elmo, PG_GETARG_BOOL(1));
	sink_to_row(&map.sinks[ELMO_HEAD], lookup_rowtype_tupdesc_copy(TupleDescAttr(desc, 0)->atttypid, -1));
	for (int kind = ELMO_REPORT; kind < ELMO_KINDS; kind++)
		sink_to_array(&map.sinks[kind], TupleDescAttr(desc, kind)->atttypid);
	map_run(&map, source_open(PG_GETARG_DATUM(0), source_argument_type(fcinfo, 0)));
	for (int kind = ELMO_HEAD; kind < ELMO_KINDS; kind++)
		values[kind] = sink_result(&map.sinks[kind], CurrentMemoryContext);
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(desc, values, nulls)));
}

Datum
elmo_totals(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *info;
	Map map;
	Elmo elmo;

	elmo_prepare(&map, &elmo, PG_GETARG_BOOL(1));
	InitMaterializedSRF(fcinfo, 0);
	info = (ReturnSetInfo *) fcinfo->resultinfo;
	elmo.totals = elmo_totals_begin(CurrentMemoryContext);
	elmo.totals_store = info->setResult;
	elmo.totals_desc = info->setDesc;
	map_run(&map, source_open(PG_GETARG_DATUM(0), source_argument_type(fcinfo, 0)));
	return (Datum) 0;
}
