/*
 * recognition/parse_core.h: grades as transcripts hold them: what may this text be?
 *
 * Never a silent choice: one reading is accepted, several are all reported.
 * Repairs are tried only when asked for, only when nothing else fits, and must
 * lead to one reading.  Pure C as scale_core.h; texts are UTF-8, and any bytes
 * are survived.
 */
#ifndef GRADE_PARSE_CORE_H
#define GRADE_PARSE_CORE_H

#include "recognition/scale_core.h"

#define GRADE_TEXT_CHARS 96 /* characters of the longest text that is looked at */
#define GRADE_CANDIDATES 16

typedef enum GradeParseStatus
{
	GRADE_PARSED,	  /* one reading; repairs != 0: after a repair */
	GRADE_NOTHING,	  /* blank, or a word for "none" */
	GRADE_NO_READING, /* no grade of this scale in any known form */
	GRADE_RANGE,	  /* a number that the scale does not reach, or that no band holds */
	GRADE_PRECISION,  /* a number finer than the scale's step */
	GRADE_AMBIGUOUS,  /* several readings */
	GRADE_MULTIPLE	  /* two grades that do not agree */
} GradeParseStatus;

/* the repairs of a lenient reading, as bits */
#define GRADE_REPAIR_MARK 0x01	 /* a footnote mark hangs on: H1^, A* */
#define GRADE_REPAIR_TAIL 0x02	 /* other words follow: 87 (autumn) */
#define GRADE_REPAIR_RETAKE 0x04 /* the grade of a retake follows: 3 retake: 4 */
#define GRADE_REPAIR_SLASH 0x08	 /* a slash as the decimal point: 17/5 */
#define GRADE_REPAIRS 4

extern const char *const grade_repair_names[GRADE_REPAIRS];

/* One spelling of a step, folded. */
typedef struct GradeForm
{
	const uint32_t *chars;
	int n;
	int step;
} GradeForm;

typedef struct GradeReading
{
	GradeParseStatus status;
	Grade grade; /* when GRADE_PARSED */
	unsigned repairs;
	int ncandidates;
	Grade candidates[GRADE_CANDIDATES]; /* the readings, best first; the one when GRADE_PARSED */
} GradeReading;

/*
 * The text with case, width, digits, dashes and spaces made one, without
 * quotes and white space around it, into 'chars' (GRADE_TEXT_CHARS); its
 * length, -1 if it is longer.  Spellings are folded by it once, texts each time.
 */
extern int grade_fold(const char *text, size_t len, uint32_t *chars);

extern void grade_parse_text(const char *text, size_t len, const GradeScale *scale, const GradeForm *forms, int nforms,
							 bool lenient, GradeReading *reading);

#endif /* GRADE_PARSE_CORE_H */
