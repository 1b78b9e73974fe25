/*
 * program/core.h: codes of study programmes in national classifiers, as one
 * 64-bit integer each.
 *
 * The value.  11 bits of classifier, 53 bits of code, the top bit inverted, so
 * that the order of signed 64-bit integers is the order of the values: by
 * classifier number, then part by part.  The parts of a code are the digits of
 * one mixed-radix number, most significant first; digit 0 means that the code
 * ends before this part, digit 1 that the part is empty although a later one is
 * not, digit v + 2 that it has the value v.  The radix of a part depends only
 * on its kind and width, never on the range that the grammar admits today.  So the codes below a code are one interval
 * of integers, and a grammar may admit more tomorrow without moving any value.
 *
 * Classifier numbers.  0 to 675 are the ISO 3166 alpha-2 codes by arithmetic,
 * AA = 0, ZZ = 675: a classifier that no release knows can be written under the
 * state's code at once.  Named classifiers follow from 1024.  Numbers and
 * layouts are append-only: stored values depend on them.
 *
 * Pure C: no PostgreSQL header, no allocation, no static state that changes.
 */
#ifndef PROGRAM_CORE_H
#define PROGRAM_CORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PROGRAM_PARTS 8		/* parts of a code at most */
#define PROGRAM_CODE_MAX 40 /* bytes of the text of a code at most, with the final NUL */
#define PROGRAM_NAME_MAX 16 /* bytes of a classifier's name at most, with the final NUL */
#define PROGRAM_TEXT_MAX (PROGRAM_NAME_MAX + PROGRAM_CODE_MAX)
#define PROGRAM_FIRST_NAMED 1024 /* the first number of a named classifier */
#define PROGRAM_CLASSIFIERS 2048 /* numbers there can ever be */

/* ---- the layout of the value ---- */

#define PROGRAM_CODE_BITS 53
#define PROGRAM_CODE_MASK ((UINT64_C(1) << PROGRAM_CODE_BITS) - 1)
#define PROGRAM_TOP_BIT (UINT64_C(1) << 63)

/* how a digit is read */
#define PROGRAM_DIGIT_END 0
#define PROGRAM_DIGIT_EMPTY 1
#define PROGRAM_DIGIT_VALUE 2 /* the first of those that stand for a value */

/* codes of symbols */
#define SYMBOL_RADIX 39 /* end, hyphen, dot, 0-9, A-Z: in the order of ASCII */
#define SYMBOL_COUNT 10 /* 39^10 < 2^53 */
#define SYMBOL_DOT 2

/* ---- grammars: the table in program/grammar_core.c ---- */

typedef enum ProgramKind
{
	PROGRAM_NUMBER,	  /* 'width' digits with leading zeros, 'lo' to 'hi' */
	PROGRAM_VARIABLE, /* up to 'width' digits, no leading zero, 'lo' to 'hi'; sorts by number */
	PROGRAM_SERIAL,	  /* 'width' - 1 digits with leading zeros, or 'width' without; sorts by number */
	PROGRAM_LETTER,	  /* one Latin capital */
	PROGRAM_MIXED,	  /* two digits ('lo' to 'hi'), or one letter of 'tokens' and a digit */
	PROGRAM_TOKEN,	  /* one of the words of 'tokens', in the order of the list */
	PROGRAM_SYMBOLS	  /* 'lo' to 'hi' symbols 0-9, A-Z, hyphen, dot: the only part of its classifier */
} ProgramKind;

/* what holds for a part, besides its kind */
#define PROGRAM_ZERO 0x01		/* zeros are no value: the code ends before this part */
#define PROGRAM_PAD 0x02		/* the canonical text prints those zeros */
#define PROGRAM_LISTED 0x04		/* a code of the list may have those zeros (else they make a heading) */
#define PROGRAM_OPTIONAL 0x08	/* may be empty while a later part is not */
#define PROGRAM_JOINED 0x10		/* one level together with the part stored after it: no heading ends here */
#define PROGRAM_OWN_SEP 0x20	/* the separator tells what follows: never omitted, never another */
#define PROGRAM_EITHER_SEP 0x40 /* with PROGRAM_OWN_SEP: hyphen and space are read alike */
#define PROGRAM_SUFFIX 0x80		/* the separator may also be a hyphen, a slash, or brackets around the part */
#define PROGRAM_RUN_ON 0x100	/* with PROGRAM_OWN_SEP: left out with all others where a part with its own follows */

#define PROGRAM_HEADING (PROGRAM_ZERO | PROGRAM_PAD)
#define PROGRAM_ZEROS (PROGRAM_ZERO | PROGRAM_PAD | PROGRAM_LISTED)

typedef struct ProgramPart
{
	const char *name; /* what it is, for messages */
	ProgramKind kind;
	uint8_t width;
	uint16_t flags;
	int32_t lo;
	int32_t hi;
	const char *separator; /* before the part, in the canonical text; "" for none */
	const char *tokens;	   /* words separated by one space; of a serial: what stands before it where it may be long */
	uint32_t radix;		   /* PROGRAM_*_RADIX of its kind and width: frozen */
} ProgramPart;

/* how many digits a part takes in the value, "ends before" and "empty" included */
#define PROGRAM_NUMBER_RADIX(width)                                                                                    \
	(2 + ((width) == 1	 ? 10                                                                                          \
		  : (width) == 2 ? 100                                                                                         \
		  : (width) == 3 ? 1000                                                                                        \
		  : (width) == 4 ? 10000                                                                                       \
		  : (width) == 5 ? 100000                                                                                      \
						 : 1000000))
#define PROGRAM_LETTER_RADIX (2 + 26)
#define PROGRAM_MIXED_RADIX (2 + 100 + 260)
#define PROGRAM_TOKEN_RADIX (2 + 64) /* room for 64 words */

/* values of the first two parts that go together; the last row has lo1 = -1 */
typedef struct ProgramPair
{
	int16_t lo1, hi1, lo2, hi2;
	bool alone; /* such a code has exactly two parts and no heading above it */
} ProgramPair;

/* the ISCED 2011 levels of a code: the first rule that fits decides */
typedef struct ProgramLevel
{
	uint16_t levels;	/* bit n: level n is possible; 0 ends the list */
	uint8_t part;		/* 1-based, in text order; 0: any code */
	const char *values; /* spellings of that part, separated by spaces; NULL: any */
	uint8_t part2;		/* a second condition, or 0 */
	const char *values2;
} ProgramLevel;

typedef struct ProgramGrammar
{
	int number;
	int codes_of; /* another classifier, whose codes these are (headings of it); 0: its own */
	char name[PROGRAM_NAME_MAX];
	char state[3];			  /* ISO 3166 alpha-2, "" where no state's */
	uint8_t nparts;			  /* 0: the number is kept, but no grammar is known */
	uint16_t ends;			  /* bit n: a code of the list may end after the n-th part in the text */
	const char *prefix;		  /* letters or digits before the first part */
	const char *order;		  /* "1243": place in the value of each part of the text; NULL: the same */
	const ProgramPart *parts; /* in the order of the text */
	const ProgramPair *pairs;
	const ProgramLevel *levels;
	uint8_t flags;
	int16_t from, to;	  /* years in which codes were given; 0: not known, or still */
	uint8_t extension;	  /* digits that admission lists hang on to a code (a lenient repair drops them) */
	const char *regex;	  /* of the codes of the list, canonical spelling; checked by the core test */
	const char *examples; /* codes, separated by "|" */
} ProgramGrammar;

#define PROGRAM_COHORT_YEARS 8 /* how long students finish under lists that have ended */

#define PROGRAM_SEARCHED 0x01  /* a candidate of program_parse without being named */
#define PROGRAM_COMPACT 0x02   /* may be written without its separators */
#define PROGRAM_FIRST_SEP 0x04 /* ... or with the first of them only */

/*
 * Grammars named by their state, and named classifiers: the number of
 * program_named[i] is PROGRAM_FIRST_NAMED + i.
 */
extern const ProgramGrammar program_states[];
extern const int program_states_count;
extern const ProgramGrammar program_named[];
extern const int program_named_count;

/* ---- classifiers ---- */

/* The number of a classifier by name (any letter case), or -1. */
extern int program_classifier_number(const char *name, size_t len);

/* Writes the name (NUL-terminated) and returns buf; "" for a number that nobody has. */
extern char *program_classifier_name(int number, char buf[PROGRAM_NAME_MAX]);

/* The ISO 3166 alpha-2 code of the state that issues it, or "" where none does. */
extern char *program_classifier_state(int number, char buf[3]);

/* The grammar of a classifier; a general one for states without; NULL for no classifier. */
extern const ProgramGrammar *program_classifier_grammar(int number);

/* ---- codes ---- */

typedef enum ProgramResult
{
	PROGRAM_OK,
	PROGRAM_EMPTY,		   /* nothing there */
	PROGRAM_NO_CLASSIFIER, /* a bare code */
	PROGRAM_UNKNOWN_CLASSIFIER,
	PROGRAM_NO_GRAMMAR,		 /* the classifier's number is kept, its form is not known */
	PROGRAM_WRONG_PART,		 /* 'part' has no such value */
	PROGRAM_WRONG_SEPARATOR, /* before 'part' */
	PROGRAM_INCOMPLETE,		 /* the text ends where 'part' is needed */
	PROGRAM_TRAILING,		 /* something follows the code */
	PROGRAM_WRONG_PAIR,		 /* the first two parts do not go together */
	PROGRAM_WRONG_VALUE		 /* no code has this integer */
} ProgramResult;

typedef struct ProgramProblem
{
	int classifier; /* number, -1 if not known */
	int part;		/* 1-based, in the order of the text; 0 if none */
	size_t offset;	/* bytes into the code (PROGRAM_UNKNOWN_CLASSIFIER: length of the name) */
} ProgramProblem;

/* how to read */
#define PROGRAM_READ_LISTED 0x01 /* only codes of the list, no headings */
#define PROGRAM_READ_EXACT 0x02	 /* only the canonical spelling */
#define PROGRAM_READ_SPACED 0x04 /* spaces may stand inside */

/* The value of a code of one classifier.  The text has no surrounding space. */
extern ProgramResult program_encode(int classifier, const char *code, size_t len, int how, int64_t *value,
									ProgramProblem *problem);

/* The value of "CLASSIFIER:code", surrounding white space allowed. */
extern ProgramResult program_in(const char *text, size_t len, int64_t *value, ProgramProblem *problem);

/*
 * The canonical text of the code alone / with its classifier; returns its length.  An integer
 * that has not the form of a code has a text too, which program_in refuses: "KZ2009:#8123456789ABCDEF".
 */
extern int program_code_text(int64_t value, char buf[PROGRAM_CODE_MAX]);
extern int program_out(int64_t value, char buf[PROGRAM_TEXT_MAX]);

/* Is this integer the value of a code? */
extern bool program_valid(int64_t value);

/* The number of the classifier that an integer names, of a code or not. */
extern int program_classifier(int64_t value);

/* The interval of all codes at and below a code. */
extern void program_subtree(int64_t value, int64_t *lo, int64_t *hi);

/*
 * The last code at or below a code: where its interval ends as far as there are codes.
 * False for an integer that is no code.
 */
extern bool program_last(int64_t value, int64_t *last);

/*
 * Is 'value' at or below 'top'?  Nothing is below an integer that is no code; one that is no code
 * is below the codes between which it lies.
 */
static inline bool
program_below(int64_t value, int64_t top)
{
	int64_t lo, hi;

	program_subtree(top, &lo, &hi);
	return value >= lo && value <= hi && program_last(top, &hi) && value <= hi;
}

/* A code has at most so many codes above it, with itself. */
#define PROGRAM_LINEAGE_MAX (PROGRAM_PARTS + 10) /* a general code has ten symbols */

/* All that 'value' is at or below, the nearest first: how many. */
extern int program_lineage(int64_t value, int64_t codes[PROGRAM_LINEAGE_MAX]);

/* The code one level above; false where there is none. */
extern bool program_parent(int64_t value, int64_t *parent);

/* 1 for a code without parent, one more for each level below. */
extern int program_depth(int64_t value);

/* The lowest code that both are at or below; false where there is none. */
extern bool program_common(int64_t a, int64_t b, int64_t *common);

/* Is it a code of the list (true) or a heading? */
extern bool program_listed(int64_t value);

/* Bit n: ISCED 2011 level n is possible; 0: the code says nothing. */
extern uint16_t program_levels(int64_t value);

/* The only possible level, or -1. */
extern int program_level(int64_t value);

/* What a part may be, in words, for a message; returns buf. */
extern char *program_part_form(const ProgramPart *part, char *buf, size_t size);

/*
 * Reading at the start of a longer text: the longest code that 'tail' accepts
 * what follows.  Used by program_parse; returns the length read, 0 if none.
 */
typedef bool (*ProgramTail)(void *context, size_t offset);
extern size_t program_read(int classifier, const char *text, size_t len, int how, bool compact, ProgramTail tail,
						   void *context, int64_t *value);

#endif /* PROGRAM_CORE_H */
