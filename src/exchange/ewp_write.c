/*
 * exchange/ewp_write.c: EWP documents from rows.
 *
 * Elements stand in the order of the schemas (IIAs 7, omobilities 2 and 3, omobility-las 1, imobility-tors 2 and 3),
 * the same rows give the same document.  Rows are taken in the order in which they come.
 */
#include "exchange/ewp_columns.h"

#include "catalog/pg_type.h"
#include "utils/builtins.h"

#include "exchange/hash.h"
#include "exchange/kind.h"
#include "exchange/source.h"
#include "exchange/write.h"

PG_FUNCTION_INFO_V1(ewp_iias_get);
PG_FUNCTION_INFO_V1(ewp_omobilities_get);
PG_FUNCTION_INFO_V1(ewp_omobility_las_get);
PG_FUNCTION_INFO_V1(ewp_imobility_tors_get);

/* ERROR 22023 with the versions that can be written. */
static void
bad_version(const char *version, const char *known)
{
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					errmsg("version \"%s\" cannot be written", socu_clip(version, -1)),
					errhint("Versions that can: %s.", known)));
}

/* Do two rows have the same number in the column? NULL counts as 0. */
static bool
same_int(const Rows *rows, int a, int b, int column)
{
	return row_int(rows, a, column, 0) == row_int(rows, b, column, 0);
}

/* Is the value in the list? Its NULLs are no values. */
static bool
list_has(char **list, int n, const char *value)
{
	for (int i = 0; i < n; i++)
		if (list[i] != NULL && strcmp(list[i], value) == 0)
			return true;
	return false;
}

/* "2024/2025" of a whole academic year. */
static char *
year_text(const Rows *rows, int i, int column)
{
	char *term = row_text(rows, i, column);

	if (term != NULL)
		term[strcspn(term, "-")] = '\0';
	return term;
}

static void
write_year(Writer *w, const char *name, const Rows *rows, int i, int column)
{
	writer_leaf(w, name, year_text(rows, i, column), NULL, NULL);
}

/* ---- agreements ---- */

/* Writes <language/> and <cefr-level/> in an element of this name, for each language. */
static void
write_skills(Writer *w, const char *name, const Rows *rows, int i, int languages, int levels, const char *undefined)
{
	int n, m;
	char **language = row_list(rows, i, languages, &n);
	char **level = row_list(rows, i, levels, &m);

	for (int k = 0; k < n; k++)
	{
		if (language[k] == NULL)
			continue;
		writer_open(w, name, undefined ? "not-yet-defined" : NULL, undefined);
		writer_leaf(w, "language", language[k], NULL, NULL);
		writer_leaf(w, "cefr-level", k < m ? level[k] : NULL, NULL, NULL);
		writer_close(w, name);
	}
}

/* Writes the subject areas of a condition: code, wording and the value of version 6 stand in three arrays. */
static void
write_areas(Writer *w, const Rows *rows, int i)
{
	int n, m, l;
	char **code = row_list(rows, i, IIA_ISCED_F, &n);
	char **wording = row_list(rows, i, IIA_ISCED_WORDINGS, &m);
	char **v6 = row_list(rows, i, IIA_ISCED_V6, &l);

	for (int k = 0; k < n; k++)
	{
		if (code[k] == NULL)
			continue;
		writer_open(w, "subject-area", NULL, NULL);
		writer_leaf(w, "isced-f-code", code[k], "v6-value", k < l ? v6[k] : NULL);
		writer_leaf(w, "isced-clarification", k < m ? wording[k] : NULL, NULL, NULL);
		writer_close(w, "subject-area");
	}
}

/* Writes a condition; the rows from 'first' to before 'end' are its years. */
static void
write_condition(Writer *w, const Rows *rows, int first, int end)
{
	char *kind = row_text(rows, first, IIA_KIND);
	char *name = psprintf("%s-mobility-spec", kind);
	int undefined_count;
	char **undefined = row_list(rows, first, IIA_NOT_YET_DEFINED, &undefined_count);
	bool student = strncmp(kind, "student", 7) == 0;
	const char *months = student ? "total-months-per-year" : "total-days-per-year";
	int places = row_has(rows, first, IIA_PLACES) ? IIA_PLACES : IIA_PLACES_PROPOSED;
	int neqf;
	char **eqf = row_list(rows, first, IIA_EQF, &neqf);

	for (int i = first + 1; i < end; i++)
		if (!same_int(rows, i, first, IIA_PLACES))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("condition %d of agreement %d has different places in its years",
							row_int(rows, first, IIA_CONDITION_NO, 0), row_int(rows, first, IIA_NO, 0)),
					 errhint("Years with other places are another condition: give it a condition_no of its own.")));
	writer_open(w, name, NULL, NULL);
	writer_column(w, "sending-hei-id", rows, first, IIA_SENDING_HEI_ID);
	writer_column(w, "sending-ounit-id", rows, first, IIA_SENDING_OUNIT_ID);
	writer_column(w, "receiving-hei-id", rows, first, IIA_RECEIVING_HEI_ID);
	writer_column(w, "receiving-ounit-id", rows, first, IIA_RECEIVING_OUNIT_ID);
	write_year(w, "receiving-first-academic-year-id", rows, first, IIA_ACADEMIC_YEAR);
	write_year(w, "receiving-last-academic-year-id", rows, end - 1, IIA_ACADEMIC_YEAR);
	writer_leaf(w, "mobilities-per-year", row_text(rows, first, places), "not-yet-defined",
				list_has(undefined, undefined_count, "mobilities-per-year") ? "true" : NULL);
	write_skills(w, "recommended-language-skill", rows, first, IIA_LANGUAGES, IIA_LANGUAGE_LEVELS,
				 list_has(undefined, undefined_count, "recommended-language-skill") ? "true" : NULL);
	write_areas(w, rows, first);
	writer_column(w, "other-info-terms", rows, first, IIA_OTHER_INFO);
	writer_leaf(w, months, row_text(rows, first, IIA_DURATION), "not-yet-defined",
				list_has(undefined, undefined_count, months) ? "true" : NULL);
	if (student)
		writer_leaf(w, "blended", row_has(rows, first, IIA_BLENDED) ? row_text(rows, first, IIA_BLENDED) : "false",
					NULL, NULL);
	for (int k = 0; student && k < neqf; k++)
		writer_leaf(w, "eqf-level", eqf[k], NULL, NULL);
	writer_close(w, name);
}

/* Writes a partner, from the columns of the first or of the second. */
static void
write_partner(Writer *w, const Rows *rows, int i, int hei, int id, int code)
{
	writer_open(w, "partner", NULL, NULL);
	writer_column(w, "hei-id", rows, i, hei);
	writer_column(w, "iia-id", rows, i, id);
	writer_column(w, "iia-code", rows, i, code);
	writer_close(w, "partner");
}

/* Writes the conditions of an agreement, by kind in the order of the schema. */
static void
write_conditions(Writer *w, const Rows *rows, int first, int end)
{
	static const char *const kinds[] = {"student-studies", "student-traineeship", "staff-teacher", "staff-training"};
	int written = 0;
	int conditions = 0;

	for (int k = 0; k < lengthof(kinds); k++)
		for (int i = first, next; i < end; i = next)
		{
			char *kind = row_text(rows, i, IIA_KIND);

			for (next = i + 1; next < end && same_int(rows, next, i, IIA_CONDITION_NO); next++)
				;
			if (k == 0 && row_has(rows, i, IIA_CONDITION_NO))
				conditions++;
			if (kind == NULL || strcmp(kind, kinds[k]) != 0)
				continue;
			write_condition(w, rows, i, next);
			written++;
		}
	if (written < conditions)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("agreement %d has a condition of no known kind", row_int(rows, first, IIA_NO, 0)),
						errhint("Kinds: student-studies, student-traineeship, staff-teacher, staff-training.")));
}

/* Writes the agreement of the rows from first to before end; hash NULL: without it, to compute it. */
static void
write_agreement(Writer *w, const Rows *rows, int first, int end, const char *hash)
{
	writer_open(w, "iia", NULL, NULL);
	write_partner(w, rows, first, IIA_HEI_ID, IIA_ID, IIA_CODE);
	write_partner(w, rows, first, IIA_PARTNER_HEI_ID, IIA_PARTNER_ID, IIA_PARTNER_CODE);
	writer_leaf(w, "in-effect", row_has(rows, first, IIA_IN_EFFECT) ? row_text(rows, first, IIA_IN_EFFECT) : "false",
				NULL, NULL);
	writer_open(w, "cooperation-conditions", "terminated-as-a-whole",
				row_has(rows, first, IIA_TERMINATED) && DatumGetBool(rows->values[first][IIA_TERMINATED]) ? "true"
																										  : NULL);
	write_conditions(w, rows, first, end);
	writer_close(w, "cooperation-conditions");
	writer_leaf(w, "iia-hash", hash, NULL, NULL);
	writer_column(w, "pdf-file", rows, first, IIA_PDF);
	writer_close(w, "iia");
}

/* The hash of one agreement that is written as a response of its own. */
static char *
hash_of(const Rows *rows, int first, int end)
{
	Writer w;
	bytea *document;

	writer_begin(&w);
	writer_open(&w, "iias-get-response", "xmlns", EWP_IIAS_URI("7"));
	write_agreement(&w, rows, first, end, NULL);
	writer_close(&w, "iias-get-response");
	document = palloc(VARHDRSZ + w.out.len);
	SET_VARSIZE(document, VARHDRSZ + w.out.len);
	memcpy(VARDATA(document), w.out.data, w.out.len);
	return iia_hash_of(PointerGetDatum(document), BYTEAOID, 1);
}

/* ewp_iias_get(rows): version 7, the hashes made of what is written. */
Datum
ewp_iias_get(PG_FUNCTION_ARGS)
{
	Writer w;
	Rows rows;

	rows_of_array(&rows, PG_GETARG_DATUM(0), false);
	writer_begin(&w);
	writer_open(&w, "iias-get-response", "xmlns", EWP_IIAS_URI("7"));
	for (int i = 0, end; i < rows.n; i = end)
	{
		for (end = i + 1; end < rows.n && same_int(&rows, end, i, IIA_NO); end++)
			;
		write_agreement(&w, &rows, i, end, hash_of(&rows, i, end));
	}
	writer_close(&w, "iias-get-response");
	PG_RETURN_DATUM(writer_end(&w));
}

/* ---- nominations ---- */

/* An institution with its unit, and with the agreement where iia is a column. */
static void
write_hei(Writer *w, const char *name, const Rows *rows, int i, int hei, int ounit, int iia)
{
	writer_open(w, name, NULL, NULL);
	writer_column(w, "hei-id", rows, i, hei);
	writer_column(w, "ounit-id", rows, i, ounit);
	if (iia >= 0)
		writer_column(w, "iia-id", rows, i, iia);
	writer_close(w, name);
}

/* Writes names in other languages, "LANG: NAME"; the first of each language is a given name. */
static void
write_names(Writer *w, const Rows *rows, int i, const char *name, int column, bool second)
{
	int n;
	char **other = row_list(rows, i, OM_OTHER_NAMES, &n);

	writer_leaf(w, name, row_has(rows, i, column) ? row_text(rows, i, column) : "", NULL, NULL);
	for (int k = 0; k < n; k++)
	{
		char *colon = other[k] ? strstr(other[k], ": ") : NULL;
		bool seen = false;

		if (colon == NULL)
			continue;
		for (int before = 0; before < k; before++)
			seen = seen || (other[before] && strncmp(other[before], other[k], colon - other[k] + 2) == 0);
		if (seen == second)
			writer_leaf(w, name, colon + 2, "xml:lang", pnstrdup(other[k], colon - other[k]));
	}
}

/* Writes the student; version 3 calls citizenship nationality. */
static void
write_student(Writer *w, const Rows *rows, int i, bool v3)
{
	writer_open(w, "student", NULL, NULL);
	write_names(w, rows, i, "given-names", OM_GIVEN_NAMES, false);
	write_names(w, rows, i, "family-name", OM_FAMILY_NAME, true);
	writer_column(w, "global-id", rows, i, OM_ESI);
	writer_column(w, "birth-date", rows, i, OM_BIRTH_DATE);
	writer_column(w, v3 ? "nationality" : "citizenship", rows, i, OM_CITIZENSHIP);
	writer_column(w, "gender", rows, i, OM_GENDER);
	writer_column(w, "email", rows, i, OM_EMAIL);
	writer_close(w, "student");
}

/* Writes both institutions, the term and the year. */
static void
write_where_and_when(Writer *w, const Rows *rows, int i)
{
	write_hei(w, "sending-hei", rows, i, OM_SENDING_HEI_ID, OM_SENDING_OUNIT_ID, OM_SENDING_IIA_ID);
	write_hei(w, "receiving-hei", rows, i, OM_RECEIVING_HEI_ID, OM_RECEIVING_OUNIT_ID, OM_RECEIVING_IIA_ID);
	if (row_has(rows, i, OM_SENDING_TERM))
		writer_column(w, "sending-academic-term-ewp-id", rows, i, OM_SENDING_TERM);
	else
		writer_leaf(w, "non-standard-mobility-period", "", NULL, NULL);
	write_year(w, "receiving-academic-year-id", rows, i, OM_RECEIVING_YEAR);
}

/* Writes a mobility; in version 3 the student comes first, and the rest in an element nomination. */
static void
write_mobility(Writer *w, const Rows *rows, int i, bool v3)
{
	writer_open(w, "student-mobility", NULL, NULL);
	writer_column(w, "omobility-id", rows, i, OM_ID);
	if (v3)
	{
		write_student(w, rows, i, true);
		writer_open(w, "nomination", "proposal-id",
					row_has(rows, i, OM_PROPOSAL_ID) ? row_text(rows, i, OM_PROPOSAL_ID) : "");
	}
	write_where_and_when(w, rows, i);
	if (!v3)
	{
		write_student(w, rows, i, false);
		writer_column(w, "status", rows, i, OM_STATUS);
	}
	writer_column(w, "activity-type", rows, i, OM_ACTIVITY_TYPE);
	writer_column(w, "activity-attributes", rows, i, OM_ACTIVITY_ATTRIBUTES);
	if (v3)
		writer_column(w, "agreement-isced-f-code", rows, i, OM_AGREEMENT_ISCED_F);
	else
	{
		writer_column(w, "planned-arrival-date", rows, i, OM_ARRIVAL);
		writer_column(w, "planned-departure-date", rows, i, OM_DEPARTURE);
		writer_column(w, "eqf-level-studied-at-nomination", rows, i, OM_EQF_NOMINATION);
	}
	writer_column(w, "eqf-level-studied-at-departure", rows, i, OM_EQF_DEPARTURE);
	writer_column(w, "nominee-isced-f-code", rows, i, OM_NOMINEE_ISCED_F);
	if (v3)
	{
		writer_close(w, "nomination");
		writer_column(w, "status", rows, i, OM_STATUS);
		writer_column(w, "comment", rows, i, OM_COMMENT);
	}
	else
		write_skills(w, "nominee-language-skill", rows, i, OM_LANGUAGES, OM_LANGUAGE_LEVELS, NULL);
	writer_close(w, "student-mobility");
}

/* ewp_omobilities_get(rows, version) */
Datum
ewp_omobilities_get(PG_FUNCTION_ARGS)
{
	char *version = text_to_cstring(PG_GETARG_TEXT_PP(1));
	bool v3 = strcmp(version, "3") == 0;
	Writer w;
	Rows rows;

	if (!v3 && strcmp(version, "2") != 0)
		bad_version(version, "2, 3");
	rows_of_array(&rows, PG_GETARG_DATUM(0), false);
	writer_begin(&w);
	writer_open(&w, "omobilities-get-response", "xmlns", v3 ? EWP_OMOBILITIES_URI("3") : EWP_OMOBILITIES_URI("2"));
	for (int i = 0; i < rows.n; i++)
		write_mobility(&w, &rows, i, v3);
	writer_close(&w, "omobilities-get-response");
	PG_RETURN_DATUM(writer_end(&w));
}

/* ---- learning agreements ---- */

typedef struct LaRows
{
	Rows las;
	Rows components;
	Rows rest;
} LaRows;

/* Does the column say exactly this? */
static bool
is_text(const Rows *rows, int i, int column, const char *value)
{
	char *own = row_text(rows, i, column);

	return own != NULL && strcmp(own, value) == 0;
}

/* Writes elements that had no column, as they were kept. */
static void
write_kept(Writer *w, const Rows *rest, int la_no, const char *owner, const char *name)
{
	for (int i = 0; i < rest->n; i++)
		if (row_int(rest, i, LAREST_LA_NO, 0) == la_no && is_text(rest, i, LAREST_OWNER, owner) &&
			is_text(rest, i, LAREST_NAME, name) && row_has(rest, i, LAREST_CONTENT))
			appendStringInfoString(&w->out, row_text(rest, i, LAREST_CONTENT));
}

/* Writes a component; its credits stand in two arrays. */
static void
write_component(Writer *w, const Rows *rows, int i)
{
	static const int attributes[] = {COMP_STATUS, COMP_REASON_CODE, COMP_REASON_TEXT};
	static const char *const names[] = {"status", "reason-code", "reason-text"};
	int n, m;
	char **schemes = row_list(rows, i, COMP_CREDIT_SCHEMES, &n);
	char **values = row_list(rows, i, COMP_CREDIT_VALUES, &m);

	appendStringInfoString(&w->out, "<component");
	for (int k = 0; k < lengthof(attributes); k++)
		if (row_has(rows, i, attributes[k]))
		{
			char *value = row_text(rows, i, attributes[k]);

			appendStringInfo(&w->out, " %s=\"", names[k]);
			w->characters += write_escaped(&w->out, value, strlen(value), true);
			appendStringInfoChar(&w->out, '"');
		}
	appendStringInfoChar(&w->out, '>');
	writer_column(w, "los-id", rows, i, COMP_LOS_ID);
	writer_column(w, "los-code", rows, i, COMP_LOS_CODE);
	writer_column(w, "title", rows, i, COMP_TITLE);
	writer_column(w, "loi-id", rows, i, COMP_LOI_ID);
	if (row_has(rows, i, COMP_TERM_NUMBER) && row_has(rows, i, COMP_TOTAL_TERMS))
	{
		writer_open(w, "term-id", NULL, NULL);
		writer_column(w, "trm:term-number", rows, i, COMP_TERM_NUMBER);
		writer_column(w, "trm:total-terms", rows, i, COMP_TOTAL_TERMS);
		writer_close(w, "term-id");
	}
	for (int k = 0; k < Min(n, m); k++)
	{
		if (schemes[k] == NULL || values[k] == NULL)
			continue;
		writer_open(w, "credit", NULL, NULL);
		writer_leaf(w, "scheme", pg_strcasecmp(schemes[k], "ects") == 0 ? "ects" : schemes[k], NULL, NULL);
		writer_leaf(w, "value", values[k], NULL, NULL);
		writer_close(w, "credit");
	}
	writer_column(w, "recognition-conditions", rows, i, COMP_CONDITIONS);
	writer_column(w, "short-description", rows, i, COMP_DESCRIPTION);
	writer_close(w, "component");
}

/* Writes first-version, approved-changes or changes-proposal: lists of components, then signatures. */
static void
write_version(Writer *w, const LaRows *all, int la_no, const char *part, const char *id)
{
	static const char *const lists[] = {"studied", "recognized", "virtual", "blended-mobility", "short-term-doctoral"};
	static const char *const elements[] = {"components-studied", "components-recognized", "virtual-components",
										   "blended-mobility-components", "short-term-doctoral-components"};
	static const char *const kept[] = {"student-signature", "sending-hei-signature", "receiving-hei-signature",
									   "student"};
	const Rows *rows = &all->components;

	writer_open(w, part, id ? "id" : NULL, id);
	for (int k = 0; k < lengthof(lists); k++)
	{
		bool open = false;

		for (int i = 0; i < rows->n; i++)
		{
			if (row_int(rows, i, COMP_LA_NO, 0) != la_no || !is_text(rows, i, COMP_PART, part) ||
				!is_text(rows, i, COMP_LIST, lists[k]))
				continue;
			if (!open)
				writer_open(w, elements[k], NULL, NULL);
			open = true;
			write_component(w, rows, i);
		}
		if (open)
			writer_close(w, elements[k]);
	}
	for (int k = 0; k < lengthof(kept); k++)
		write_kept(w, &all->rest, la_no, part, kept[k]);
	writer_close(w, part);
}

/* An institution of a learning agreement, with what was kept of it. */
static void
write_la_hei(Writer *w, const LaRows *all, int i, int la_no, const char *name, int hei, int ounit)
{
	writer_open(w, name, NULL, NULL);
	writer_column(w, "hei-id", &all->las, i, hei);
	write_kept(w, &all->rest, la_no, name, "ounit-name");
	writer_column(w, "ounit-id", &all->las, i, ounit);
	write_kept(w, &all->rest, la_no, name, "contact-person");
	writer_close(w, name);
}

/* Writes start-date or start-year-month, then end-date or end-year-month. */
static void
write_period(Writer *w, const Rows *las, int i)
{
	bool month = row_has(las, i, LA_BY_MONTH) && DatumGetBool(las->values[i][LA_BY_MONTH]);
	char *started = row_text(las, i, LA_STARTED);
	char *ended = row_text(las, i, LA_ENDED);

	if (month && started != NULL)
		started[7] = '\0';
	if (month && ended != NULL)
		ended[7] = '\0';
	writer_leaf(w, month ? "start-year-month" : "start-date", started, NULL, NULL);
	writer_leaf(w, month ? "end-year-month" : "end-date", ended, NULL, NULL);
}

/* Is the column true? NULL is not. */
static bool
is_true(const Rows *rows, int i, int column)
{
	return row_has(rows, i, column) && DatumGetBool(rows->values[i][column]);
}

/* Writes a learning agreement: versions and changes with the components that belong to each. */
static void
write_la(Writer *w, const LaRows *all, int i)
{
	const Rows *las = &all->las;
	int no = row_int(las, i, LA_NO, 0);

	writer_open(w, "la", NULL, NULL);
	writer_column(w, "omobility-id", las, i, LA_ID);
	write_la_hei(w, all, i, no, "sending-hei", LA_SENDING_HEI_ID, LA_SENDING_OUNIT_ID);
	write_la_hei(w, all, i, no, "receiving-hei", LA_RECEIVING_HEI_ID, LA_RECEIVING_OUNIT_ID);
	write_year(w, "receiving-academic-year-id", las, i, LA_RECEIVING_YEAR);
	writer_open(w, "student", NULL, NULL);
	writer_column(w, "given-names", las, i, LA_GIVEN_NAMES);
	writer_column(w, "family-name", las, i, LA_FAMILY_NAME);
	writer_column(w, "global-id", las, i, LA_ESI);
	writer_column(w, "birth-date", las, i, LA_BIRTH_DATE);
	writer_column(w, "citizenship", las, i, LA_CITIZENSHIP);
	writer_column(w, "gender", las, i, LA_GENDER);
	writer_column(w, "email", las, i, LA_EMAIL);
	writer_close(w, "student");
	write_period(w, las, i);
	writer_column(w, "eqf-level-studied-at-departure", las, i, LA_EQF);
	writer_column(w, "isced-f-code", las, i, LA_ISCED_F);
	writer_column(w, "isced-clarification", las, i, LA_ISCED_WORDING);
	writer_open(w, "student-language-skill", NULL, NULL);
	writer_column(w, "language", las, i, LA_LANGUAGE);
	writer_column(w, "cefr-level", las, i, LA_LANGUAGE_LEVEL);
	writer_close(w, "student-language-skill");
	if (is_true(las, i, LA_FIRST_VERSION))
		write_version(w, all, no, "first-version", NULL);
	if (is_true(las, i, LA_APPROVED_CHANGES))
		write_version(w, all, no, "approved-changes", NULL);
	if (row_has(las, i, LA_PROPOSAL_ID))
		write_version(w, all, no, "changes-proposal", row_text(las, i, LA_PROPOSAL_ID));
	write_kept(w, &all->rest, no, "la", "learning-outcomes-url");
	write_kept(w, &all->rest, no, "la", "provisions-url");
	writer_close(w, "la");
}

/* ewp_omobility_las_get(agreements, components, rest) */
Datum
ewp_omobility_las_get(PG_FUNCTION_ARGS)
{
	Writer w;
	LaRows all;

	rows_of_array(&all.las, PG_GETARG_DATUM(0), false);
	rows_of_array(&all.components, PG_GETARG_DATUM(1), false);
	rows_of_array(&all.rest, PG_GETARG_DATUM(2), false);
	writer_begin(&w);
	appendStringInfo(&w.out, "<omobility-las-get-response xmlns=\"%s\" xmlns:trm=\"%s\">", EWP_LAS_URI("1"),
					 EWP_TERM2_URI);
	for (int i = 0; i < all.las.n; i++)
		write_la(&w, &all, i);
	writer_close(&w, "omobility-las-get-response");
	PG_RETURN_DATUM(writer_end(&w));
}

/* ---- transcripts ---- */

/* Writes the grade tables of one transcript, by subject area. */
static void
write_grades(Writer *w, const Rows *grades, int tor_no)
{
	char *open = NULL;

	for (int i = 0; i < grades->n; i++)
	{
		char *isced;
		char *label;
		char *percentage;

		if (row_int(grades, i, GRADE_TOR_NO, 0) != tor_no)
			continue;
		isced = row_has(grades, i, GRADE_ISCED) ? row_text(grades, i, GRADE_ISCED) : "";
		if (open == NULL)
			writer_open(w, "gradeConversionTable", NULL, NULL);
		if (open != NULL && strcmp(open, isced) != 0)
			writer_close(w, "iscedTable");
		if (open == NULL || strcmp(open, isced) != 0)
			writer_open(w, "iscedTable", "iscedCode", isced);
		open = isced;
		label = row_has(grades, i, GRADE_LABEL) ? row_text(grades, i, GRADE_LABEL) : "";
		percentage = row_has(grades, i, GRADE_PERCENTAGE) ? row_text(grades, i, GRADE_PERCENTAGE) : "0";
		appendStringInfoString(&w->out, "<gradeFrequency label=\"");
		w->characters += write_escaped(&w->out, label, strlen(label), true);
		appendStringInfo(&w->out, "\" percentage=\"%s\"/>", percentage);
	}
	if (open != NULL)
	{
		writer_close(w, "iscedTable");
		writer_close(w, "gradeConversionTable");
	}
}

/* Writes the ELMO of a transcript as an element: without a declaration. */
static void
write_elmo(Writer *w, const Rows *tors, int i)
{
	ExchangeSource *source;
	Size length;
	char *all;

	if (!row_has(tors, i, TOR_ELMO))
		return;
	source = source_open(tors->values[i][TOR_ELMO], XMLOID);
	all = source_all(source, &length);
	appendBinaryStringInfo(&w->out, all, (int) length);
}

/* ewp_imobility_tors_get(tors, grades, version) */
Datum
ewp_imobility_tors_get(PG_FUNCTION_ARGS)
{
	char *version = text_to_cstring(PG_GETARG_TEXT_PP(2));
	bool v3 = strcmp(version, "3") == 0;
	Writer w;
	Rows tors;
	Rows grades;

	if (!v3 && strcmp(version, "2") != 0)
		bad_version(version, "2, 3");
	rows_of_array(&tors, PG_GETARG_DATUM(0), false);
	rows_of_array(&grades, PG_GETARG_DATUM(1), false);
	writer_begin(&w);
	writer_open(&w, "imobility-tors-get-response", "xmlns", v3 ? EWP_TORS_URI("3") : EWP_TORS_URI("2"));
	for (int i = 0; i < tors.n; i++)
	{
		writer_open(&w, "tor", NULL, NULL);
		writer_column(&w, "omobility-id", &tors, i, TOR_ID);
		if (v3)
			write_year(&w, "receiving-academic-year-id", &tors, i, TOR_RECEIVING_YEAR);
		write_elmo(&w, &tors, i);
		write_grades(&w, &grades, row_int(&tors, i, TOR_NO, 0));
		writer_close(&w, "tor");
	}
	writer_close(&w, "imobility-tors-get-response");
	PG_RETURN_DATUM(writer_end(&w));
}
