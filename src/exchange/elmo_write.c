/*
 * exchange/elmo_write.c: ELMO documents from rows.
 *
 * Elements stand in the order of the schema, the same rows give the same document.  Versions: 1.7.0, 2.1.1.
 */
#include "exchange/elmo_columns.h"

#include "common/base64.h"
#include "miscadmin.h"
#include "utils/builtins.h"

#include "exchange/base64_core.h"
#include "exchange/exchange.h"
#include "exchange/kind.h"
#include "exchange/write.h"

PG_FUNCTION_INFO_V1(elmo_export);

/* Rows of a kind, sorted by report, achievement and number. */
typedef struct Sorted
{
	Rows rows;
	int *order;
	int report; /* columns */
	int los;
	int n;
} Sorted;

typedef struct Export
{
	Writer writer;
	bool v2;
	const char *uri;
	Sorted kinds[ELMO_KINDS];
	int next; /* of the achievements: the one to write */
} Export;

/* ---- sorted rows ---- */

/* A number by which rows are sorted; 0 for NULL, or where this kind has no such column. */
static int
place_of(const Sorted *sorted, int i, int column)
{
	return column < 0 ? 0 : row_int(&sorted->rows, i, column, 0);
}

/* For qsort: by report, achievement and number. */
static int
compare_places(const void *a, const void *b, void *context)
{
	const Sorted *sorted = context;
	int columns[3] = {sorted->report, sorted->los, sorted->n};

	for (int k = 0; k < 3; k++)
	{
		int x = place_of(sorted, *(const int *) a, columns[k]);
		int y = place_of(sorted, *(const int *) b, columns[k]);

		if (x != y)
			return x < y ? -1 : 1;
	}
	return *(const int *) a < *(const int *) b ? -1 : 1;
}

/* Rows of a kind in the order in which they are written, so that those of one achievement are found by search. */
static void
sort_rows(Sorted *sorted, Datum array, bool isnull, int report, int los, int n)
{
	rows_of_array(&sorted->rows, array, isnull);
	sorted->report = report;
	sorted->los = los;
	sorted->n = n;
	sorted->order = palloc((sorted->rows.n + 1) * sizeof(int));
	for (int i = 0; i < sorted->rows.n; i++)
		sorted->order[i] = i;
	qsort_arg(sorted->order, sorted->rows.n, sizeof(int), compare_places, sorted);
}

/* The first row of an owner, as an index of 'order'; the last one is before *end. */
static int
rows_at(const Sorted *sorted, int report, int los, int *end)
{
	int low = 0;
	int high = sorted->rows.n;

	while (low < high)
	{
		int middle = (low + high) / 2;
		int r = place_of(sorted, sorted->order[middle], sorted->report);
		int l = place_of(sorted, sorted->order[middle], sorted->los);

		if (r < report || (r == report && l < los))
			low = middle + 1;
		else
			high = middle;
	}
	for (*end = low; *end < sorted->rows.n; (*end)++)
		if (place_of(sorted, sorted->order[*end], sorted->report) != report ||
			place_of(sorted, sorted->order[*end], sorted->los) != los)
			break;
	return low;
}

/* Does the column say exactly this? */
static bool
text_is(const Rows *rows, int i, int column, const char *value)
{
	char *own = row_text(rows, i, column);

	return own != NULL && strcmp(own, value) == 0;
}

/* ---- what every owner has ---- */

/* The identifiers of a learner, an issuer or an achievement, in their order. */
static void
write_identifiers(Export *e, const char *owner, int report, int los)
{
	Sorted *ids = &e->kinds[ELMO_IDENTIFIER];
	int end;

	for (int k = rows_at(ids, report, los, &end); k < end; k++)
	{
		int i = ids->order[k];
		char *type;

		if (!text_is(&ids->rows, i, ID_OWNER, owner))
			continue;
		type = row_text(&ids->rows, i, ID_KIND);
		writer_leaf(&e->writer, "identifier", row_text(&ids->rows, i, ID_VALUE), "type", type ? type : "local");
	}
}

/* The texts of an owner and kind, in all languages; how many. */
static int
write_texts(Export *e, const char *name, const char *owner, const char *kind, const char *id, int report, int los)
{
	Sorted *texts = &e->kinds[ELMO_TEXT];
	int end;
	int n = 0;

	for (int k = rows_at(texts, report, los, &end); k < end; k++)
	{
		int i = texts->order[k];

		if (!text_is(&texts->rows, i, TEXT_OWNER, owner) || !text_is(&texts->rows, i, TEXT_KIND, kind) ||
			(id != NULL && !text_is(&texts->rows, i, TEXT_ID, id)) || !row_has(&texts->rows, i, TEXT_TEXT))
			continue;
		writer_leaf(&e->writer, name, row_text(&texts->rows, i, TEXT_TEXT), "xml:lang",
					row_text(&texts->rows, i, TEXT_LANG));
		n++;
	}
	return n;
}

/* An element that was kept, if it is one of the namespace that is written. */
static void
write_rest(Export *e, const char *owner, const char *name, int report, int los)
{
	Sorted *rest = &e->kinds[ELMO_REST];
	int end;

	for (int k = rows_at(rest, report, los, &end); k < end; k++)
	{
		int i = rest->order[k];
		char *content;
		char *tag;

		if (!text_is(&rest->rows, i, REST_OWNER, owner) || !text_is(&rest->rows, i, REST_NAME, name))
			continue;
		content = row_text(&rest->rows, i, REST_CONTENT);
		tag = content == NULL ? NULL : pnstrdup(content, strcspn(content, ">"));
		if (tag != NULL && strstr(tag, psprintf("xmlns=\"%s\"", e->uri)) != NULL)
			appendStringInfoString(&e->writer.out, content);
		else
			writer_omit(&e->writer, name);
	}
}

/* Is it in the list, which ends with NULL? */
static bool
is_one_of(const char *value, const char *const *list)
{
	for (int i = 0; list[i] != NULL; i++)
		if (strcmp(value, list[i]) == 0)
			return true;
	return false;
}

/* A value that the schema allows only from a list. */
static void
write_listed(Export *e, const char *name, char *value, const char *const *list)
{
	if (value == NULL)
		return;
	if (is_one_of(value, list))
		writer_leaf(&e->writer, name, value, NULL, NULL);
	else
		writer_omit(&e->writer, name);
}

/* ---- the learner ---- */

/* Writes the learner; names even if they are unknown, for the schema demands them. */
static void
write_learner(Export *e, const Rows *head)
{
	Writer *w = &e->writer;
	const char *type = e->v2 ? "type" : NULL;
	char *given = row_text(head, 0, HEAD_GIVEN_NAMES);
	char *family = row_text(head, 0, HEAD_FAMILY_NAME);
	char *birth = row_text(head, 0, HEAD_BIRTH_DATE);

	writer_open(w, "learner", NULL, NULL);
	writer_leaf(w, "citizenship", row_text(head, 0, HEAD_CITIZENSHIP), type, "ISO");
	write_identifiers(e, "learner", 0, 0);
	writer_leaf(w, "givenNames", given ? given : "", NULL, NULL);
	writer_leaf(w, "familyName", family ? family : "", NULL, NULL);
	if (e->v2 && write_texts(e, "alternativeName", "learner", "alternative_name", NULL, 0, 0) == 0)
		writer_leaf(w, "alternativeName", psprintf("%s %s", given ? given : "", family ? family : ""), NULL, NULL);
	writer_leaf(w, e->v2 ? "dateOfBirth" : "bday", birth, NULL, NULL);
	writer_column(w, "placeOfBirth", head, 0, HEAD_BIRTH_PLACE);
	if (e->v2)
		writer_leaf(w, "countryOfBirth", row_text(head, 0, HEAD_BIRTH_COUNTRY), type, "ISO");
	else if (row_has(head, 0, HEAD_BIRTH_COUNTRY))
		writer_omit(w, "countryOfBirth");
	writer_column(w, "birthName", head, 0, HEAD_BIRTH_NAME);
	write_rest(e, "learner", "currentAddress", 0, 0);
	writer_column(w, "gender", head, 0, HEAD_GENDER);
	writer_close(w, "learner");
}

/* ---- achievements ---- */

/* Writes a term, of which the schema wants both days: without them its title is left out, and counted. */
static void
write_term(Export *e, const Rows *los, int i, int report, int no)
{
	Writer *w = &e->writer;

	if (!row_has(los, i, LOS_TERM_STARTED) || !row_has(los, i, LOS_TERM_ENDED))
	{
		if (row_has(los, i, LOS_TERM_TITLE))
			writer_omit(w, "academicTerm");
		return;
	}
	writer_open(w, "academicTerm", NULL, NULL);
	if (write_texts(e, "title", "term", "title", NULL, report, no) == 0)
		writer_leaf(w, "title", row_has(los, i, LOS_TERM_TITLE) ? row_text(los, i, LOS_TERM_TITLE) : "", NULL, NULL);
	writer_column(w, "start", los, i, LOS_TERM_STARTED);
	writer_column(w, "end", los, i, LOS_TERM_ENDED);
	writer_close(w, "academicTerm");
}

/* Writes how the others did: the short form, and the distribution. */
static void
write_results(Export *e, const Rows *los, int i, int report, int no)
{
	Sorted *dist = &e->kinds[ELMO_DISTRIBUTION];
	Writer *w = &e->writer;
	int end;
	int k;

	if (row_has(los, i, LOS_LOWER) && row_has(los, i, LOS_EQUAL) && row_has(los, i, LOS_HIGHER))
	{
		writer_open(w, "shortenedGrading", NULL, NULL);
		writer_column(w, "percentageLower", los, i, LOS_LOWER);
		writer_column(w, "percentageEqual", los, i, LOS_EQUAL);
		writer_column(w, "percentageHigher", los, i, LOS_HIGHER);
		writer_close(w, "shortenedGrading");
	}
	k = rows_at(dist, report, no, &end);
	if (k == end)
		return;
	writer_open(w, "resultDistribution", NULL, NULL);
	for (; k < end; k++)
	{
		char *label = row_text(&dist->rows, dist->order[k], DIST_LABEL);
		char *count = row_text(&dist->rows, dist->order[k], DIST_COUNT);

		appendStringInfoString(&w->out, "<category label=\"");
		w->characters += write_escaped(&w->out, label ? label : "", label ? strlen(label) : 0, true);
		appendStringInfo(&w->out, "\" count=\"%s\"/>", count ? count : "0");
	}
	write_texts(e, "description", "distribution", "description", NULL, report, no);
	writer_close(w, "resultDistribution");
}

/* Writes the credits; a level that the version does not know is left out, and counted. */
static void
write_credits(Export *e, const Rows *los, int i, int report, int no)
{
	static const char *const levels[] = {"Bachelor", "Master", "PhD", NULL};
	Sorted *credits = &e->kinds[ELMO_CREDIT];
	Writer *w = &e->writer;
	int end;
	int k = rows_at(credits, report, no, &end);

	for (; k < end; k++)
	{
		int c = credits->order[k];
		char *scheme = row_text(&credits->rows, c, CREDIT_SCHEME);

		if (scheme == NULL)
			continue;
		writer_open(w, "credit", NULL, NULL);
		writer_leaf(w, "scheme", pg_strcasecmp(scheme, "ects") == 0 ? "ects" : scheme, NULL, NULL);
		if (!e->v2)
			write_listed(e, "level", row_text(&credits->rows, c, CREDIT_LEVEL), levels);
		else if (row_has(&credits->rows, c, CREDIT_LEVEL))
			writer_omit(w, "level");
		writer_column(w, "value", &credits->rows, c, CREDIT_VALUE);
		writer_close(w, "credit");
	}
}

static void
write_levels(Export *e, int report, int no)
{
	Sorted *levels = &e->kinds[ELMO_LEVEL];
	int end;

	for (int k = rows_at(levels, report, no, &end); k < end; k++)
	{
		int i = levels->order[k];

		writer_open(&e->writer, "level", NULL, NULL);
		writer_leaf(&e->writer, "type",
					row_has(&levels->rows, i, LEVEL_KIND) ? row_text(&levels->rows, i, LEVEL_KIND) : "", NULL, NULL);
		writer_column(&e->writer, "description", &levels->rows, i, LEVEL_DESCRIPTION);
		writer_column(&e->writer, "value", &levels->rows, i, LEVEL_VALUE);
		writer_close(&e->writer, "level");
	}
}

/* Writes what happened: days, term, result, credits, in the order of the schema. */
static void
write_instance(Export *e, const Rows *los, int i, int report, int no)
{
	static const char *const states[] = {"passed", "failed", "in-progress", NULL};
	static const char *const last[] = {"attachments", "grouping", "extension", "diplomaSupplement"};
	Writer *w = &e->writer;

	writer_open(w, "specifies", NULL, NULL);
	writer_open(w, "learningOpportunityInstance", NULL, NULL);
	write_identifiers(e, "loi", report, no);
	write_rest(e, "loi", "enrolment", report, no);
	writer_column(w, "start", los, i, LOS_STARTED);
	writer_column(w, "date", los, i, LOS_ENDED);
	write_term(e, los, i, report, no);
	write_rest(e, "loi", "duration", report, no);
	write_listed(e, "status", row_text(los, i, LOS_STATUS), states);
	writer_column(w, "gradingSchemeLocalId", los, i, LOS_GRADING_SCHEME);
	write_rest(e, "loi", "gradingSchemeExternalId", report, no);
	writer_column(w, "resultLabel", los, i, LOS_GRADE);
	write_results(e, los, i, report, no);
	write_credits(e, los, i, report, no);
	write_levels(e, report, no);
	writer_column(w, "languageOfInstruction", los, i, LOS_LANGUAGE);
	writer_column(w, "engagementHours", los, i, LOS_HOURS);
	for (int k = 0; k < lengthof(last); k++)
		write_rest(e, "loi", last[k], report, no);
	writer_close(w, "learningOpportunityInstance");
	write_rest(e, "specifies", "extension", report, no);
	writer_close(w, "specifies");
}

/* An achievement and its parts, which follow it. */
static void
write_achievement(Export *e, int report)
{
	static const char *const types[] = {"Degree Programme", "Module", "Course", "Class", NULL};
	Sorted *all = &e->kinds[ELMO_ACHIEVEMENT];
	const Rows *los = &all->rows;
	Writer *w = &e->writer;
	int i = all->order[e->next++];
	int no = row_int(los, i, LOS_NO, 0);

	check_stack_depth();
	writer_open(w, "learningOpportunitySpecification", NULL, NULL);
	write_identifiers(e, "los", report, no);
	if (write_texts(e, "title", "los", "title", NULL, report, no) == 0)
		writer_leaf(w, "title", row_has(los, i, LOS_TITLE) ? row_text(los, i, LOS_TITLE) : "", NULL, NULL);
	write_listed(e, "type", row_text(los, i, LOS_TYPE), types);
	writer_column(w, "subjectArea", los, i, LOS_SUBJECT_AREA);
	writer_column(w, "iscedCode", los, i, LOS_ISCED_F);
	writer_column(w, "url", los, i, LOS_URL);
	write_texts(e, "description", "los", "description", NULL, report, no);
	write_texts(e, "descriptionHtml", "los", "description_html", NULL, report, no);
	write_rest(e, "los", "documentType", report, no);
	write_instance(e, los, i, report, no);
	while (e->next < los->n && row_int(los, all->order[e->next], LOS_REPORT_NO, 0) == report &&
		   row_int(los, all->order[e->next], LOS_PARENT_NO, 0) == no)
	{
		writer_open(w, "hasPart", NULL, NULL);
		write_achievement(e, report);
		writer_close(w, "hasPart");
	}
	write_rest(e, "los", "extension", report, no);
	writer_close(w, "learningOpportunitySpecification");
}

/* ---- reports ---- */

/* The grading schemes that a report has explained, each with its texts. */
static void
write_grading_schemes(Export *e, int report)
{
	Sorted *texts = &e->kinds[ELMO_TEXT];
	int end;

	for (int k = rows_at(texts, report, 0, &end); k < end; k++)
	{
		int i = texts->order[k];
		char *id;

		if (!text_is(&texts->rows, i, TEXT_OWNER, "grading_scheme") || !text_is(&texts->rows, i, TEXT_KIND, "id"))
			continue;
		id = row_text(&texts->rows, i, TEXT_ID);
		writer_open(&e->writer, "gradingScheme", "localId", id ? id : "");
		write_texts(e, "description", "grading_scheme", "description", id, report, 0);
		writer_close(&e->writer, "gradingScheme");
	}
}

/* data:TYPE;base64,TEXT, or what could not be decoded, as it was. */
static void
write_content(Export *e, const Rows *att, int i)
{
	char *mime = row_text(att, i, ATT_MIME);
	char *lang = row_text(att, i, ATT_LANG);
	bytea *content;
	Size room;
	StringInfo out = &e->writer.out;

	if (!row_has(att, i, ATT_CONTENT))
	{
		writer_leaf(&e->writer, "content", row_text(att, i, ATT_UNDECODED), "xml:lang", lang);
		return;
	}
	content = DatumGetByteaPP(att->values[i][ATT_CONTENT]);
	writer_open(&e->writer, "content", "xml:lang", lang);
	if (mime != NULL)
	{
		appendStringInfoString(out, "data:");
		e->writer.characters += write_escaped(out, mime, strlen(mime), false);
		appendStringInfoString(out, ";base64,");
	}
	room = base64_encoded_length(VARSIZE_ANY_EXHDR(content));
	enlargeStringInfo(out, (int) room);
	out->len +=
		(int) base64_encode((unsigned char *) VARDATA_ANY(content), VARSIZE_ANY_EXHDR(content), out->data + out->len);
	out->data[out->len] = '\0';
	writer_close(&e->writer, "content");
}

/* The attachments of a report (0: of the document); the rows of one number are its languages. */
static void
write_attachments(Export *e, int report)
{
	static const char *const types[] = {"Diploma",
										"Diploma Supplement",
										"Transcript of Records",
										"EMREX transcript",
										"Micro Credential",
										"Letter of Nomination",
										"Certificate of Training",
										"Learning Agreement",
										"Other",
										NULL};
	Sorted *atts = &e->kinds[ELMO_ATTACHMENT];
	const Rows *att = &atts->rows;
	Writer *w = &e->writer;
	int end;
	int k = rows_at(atts, report, 0, &end);

	while (k < end)
	{
		int i = atts->order[k];
		int number = row_int(att, i, ATT_N, 0);
		char *id = psprintf("%d", number);
		int n, m;
		char **ids = row_list(att, i, ATT_IDS, &n);
		char **id_types = row_list(att, i, ATT_ID_TYPES, &m);

		writer_open(w, "attachment", NULL, NULL);
		for (int x = 0; x < n; x++)
			writer_leaf(w, "identifier", ids[x], "type", x < m && id_types[x] ? id_types[x] : "local");
		if (write_texts(e, "title", "attachment", "title", id, report, 0) == 0)
			writer_column(w, "title", att, i, ATT_TITLE);
		write_listed(e, "type", row_text(att, i, ATT_TYPE), types);
		write_texts(e, "description", "attachment", "description", id, report, 0);
		for (; k < end && row_int(att, atts->order[k], ATT_N, 0) == number; k++)
			write_content(e, att, atts->order[k]);
		writer_close(w, "attachment");
	}
}

/* One institution: the issuer, its achievements, what it explains. */
static void
write_report(Export *e, const Rows *reports, int i)
{
	Sorted *los = &e->kinds[ELMO_ACHIEVEMENT];
	Writer *w = &e->writer;
	int report = row_int(reports, i, REPORT_NO, 0);

	writer_open(w, "report", NULL, NULL);
	writer_open(w, "issuer", NULL, NULL);
	writer_leaf(w, "country", row_text(reports, i, REPORT_COUNTRY), e->v2 ? "type" : NULL, "ISO");
	write_identifiers(e, "issuer", report, 0);
	if (write_texts(e, "title", "issuer", "title", NULL, report, 0) == 0)
		writer_leaf(w, "title", row_has(reports, i, REPORT_TITLE) ? row_text(reports, i, REPORT_TITLE) : "", NULL,
					NULL);
	writer_leaf(w, "url", row_has(reports, i, REPORT_URL) ? row_text(reports, i, REPORT_URL) : "", NULL, NULL);
	writer_close(w, "issuer");
	while (e->next < los->rows.n && row_int(&los->rows, los->order[e->next], LOS_REPORT_NO, 0) == report)
	{
		if (row_has(&los->rows, los->order[e->next], LOS_PARENT_NO))
			ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
							errmsg("achievement %d of report %d does not follow achievement %d, of which it is a part",
								   row_int(&los->rows, los->order[e->next], LOS_NO, 0), report,
								   row_int(&los->rows, los->order[e->next], LOS_PARENT_NO, 0)),
							errhint("Number the achievements in the order of the document: parts after the whole.")));
		write_achievement(e, report);
	}
	write_rest(e, "report", "resultOfRecognition", report, 0);
	writer_column(w, "issueDate", reports, i, REPORT_ISSUED_AT);
	write_grading_schemes(e, report);
	if (e->v2 && row_has(reports, i, REPORT_STATUS))
	{
		writer_open(w, "status", NULL, NULL);
		writer_column(w, "code", reports, i, REPORT_STATUS);
		write_texts(e, "message", "report", "message", NULL, report, 0);
		writer_close(w, "status");
	}
	write_attachments(e, report);
	writer_close(w, "report");
}

/* elmo_export(document, version) */
Datum
elmo_export(PG_FUNCTION_ARGS)
{
	static const int report[] = {-1,		   REPORT_NO,	   LOS_REPORT_NO,  CREDIT_REPORT_NO, LEVEL_REPORT_NO,
								 ID_REPORT_NO, TEXT_REPORT_NO, DIST_REPORT_NO, ATT_REPORT_NO,	 REST_REPORT_NO};
	static const int los[] = {-1,		   -1,			LOS_NO, CREDIT_LOS_NO, LEVEL_LOS_NO, ID_LOS_NO,
							  TEXT_LOS_NO, DIST_LOS_NO, -1,		REST_LOS_NO};
	static const int n[] = {-1, -1, -1, CREDIT_N, LEVEL_N, ID_N, TEXT_N, DIST_N, ATT_N, REST_N};
	char *version = text_to_cstring(PG_GETARG_TEXT_PP(1));
	Export e;
	Rows whole;
	Rows head;
	const Rows *reports = &e.kinds[ELMO_REPORT].rows;

	memset(&e, 0, sizeof(e));
	if (strcmp(version, "1.7.0") != 0 && strcmp(version, "2.1.1") != 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("ELMO version \"%s\" cannot be written", socu_clip(version, -1)),
						errhint("Versions that can: 1.7.0, 2.1.1.")));
	e.v2 = *version == '2';
	e.uri = e.v2 ? ELMO_V2 : ELMO_V1;
	rows_of_one(&whole, PG_GETARG_DATUM(0), false);
	rows_of_one(&head, whole.values[0][ELMO_HEAD], whole.nulls[0][ELMO_HEAD]);
	for (int kind = ELMO_REPORT; kind < ELMO_KINDS; kind++)
		sort_rows(&e.kinds[kind], whole.values[0][kind], whole.nulls[0][kind], report[kind], los[kind], n[kind]);
	if (head.n == 0 || reports->n == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("an ELMO document needs a head and a report")));
	writer_begin(&e.writer);
	writer_open(&e.writer, "elmo", "xmlns", e.uri);
	writer_column(&e.writer, "generatedDate", &head, 0, HEAD_GENERATED_AT);
	write_learner(&e, &head);
	for (int i = 0; i < reports->n; i++)
		write_report(&e, reports, e.kinds[ELMO_REPORT].order[i]);
	write_attachments(&e, 0);
	write_rest(&e, "document", "groups", 0, 0);
	write_rest(&e, "document", "extension", 0, 0);
	writer_close(&e.writer, "elmo");
	PG_RETURN_DATUM(writer_end(&e.writer));
}
