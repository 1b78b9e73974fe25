/*
 * program/grammar_core.c: the grammars of all classifiers, one entry each.
 *
 * To add a classifier: write its parts, append an entry at the END of
 * program_named[] with the next number, a regular expression and a few
 * examples, and run "make check-core": it proves the entry against its
 * expression and examples.  docs/program.md walks through it.
 *
 * What must never change once released, because stored values depend on it:
 * numbers and names; number, kind, width and order of the parts; the words of a
 * token list and their order (append only); PROGRAM_ZERO and PROGRAM_OPTIONAL.
 * What may be widened: lo and hi, pairs, ends, levels, separators.
 *
 * Sources: the national acts named in the comments, through the table of
 * classifiers in docs/program.md, which also tells what is certain.
 */
#include "program/core.h"

/* the tables below are laid out by hand */
/* clang-format off */
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define PARTS(array) .parts = array, .nparts = COUNT(array)
#define AFTER(n) (1 << (n))

/* the parts: N = fixed digits, V = variable digits, S = a serial, T = words, A = a letter, M = digits or letter and digit */
#define N(name, width, lo, hi, flags, separator) {name, PROGRAM_NUMBER, width, flags, lo, hi, separator, NULL, PROGRAM_NUMBER_RADIX(width)}
#define V(name, width, lo, hi, separator) {name, PROGRAM_VARIABLE, width, 0, lo, hi, separator, NULL, PROGRAM_NUMBER_RADIX(width)}
#define S(name, width, lo, hi, long) {name, PROGRAM_SERIAL, width, 0, lo, hi, "", long, PROGRAM_NUMBER_RADIX(width)}
#define T(name, tokens, flags, separator) {name, PROGRAM_TOKEN, 0, flags, 0, 0, separator, tokens, PROGRAM_TOKEN_RADIX}
#define A(name) {name, PROGRAM_LETTER, 1, 0, 0, 25, "", NULL, PROGRAM_LETTER_RADIX}
#define M(name, hi, letters, flags) {name, PROGRAM_MIXED, 2, flags, 0, hi, "", letters, PROGRAM_MIXED_RADIX}
#define SYMBOLS(name, lo, hi) {name, PROGRAM_SYMBOLS, hi, 0, lo, hi, "", "0123456789", 0}

#define L(n) (1 << (n))
#define ALWAYS(levels) {levels, 0, NULL, 0, NULL}
#define WHEN(part, values, levels) {levels, part, values, 0, NULL}
#define WHEN2(part, values, part2, values2, levels) {levels, part, values, part2, values2}
#define NO_MORE {0, 0, NULL, 0, NULL}

static const ProgramLevel level_6[] = {ALWAYS(L(6)), NO_MORE};
static const ProgramLevel level_8[] = {ALWAYS(L(8)), NO_MORE};

/* ---- Kazakhstan ---- */

static const ProgramPart kz2004[] = {
	T("stage", "05 6D 6N", 0, ""), N("field group", 2, 1, 13, 0, ""), N("speciality", 2, 0, 99, 0, ""),
};
static const ProgramLevel kz2004_levels[] = {
	WHEN(1, "05", L(6)), WHEN(1, "6N", L(7)), WHEN(1, "6D", L(8)), NO_MORE
};
static const ProgramPart kz2009[] = {
	T("stage", "5B 6D 6M", 0, ""), N("field group", 2, 1, 13, 0, ""), N("speciality", 2, 0, 99, 0, ""),
	N("specialisation", 2, 0, 99, PROGRAM_ZEROS, ""),
};
/* the digits of 5B and 6M are levels of ISCED 1997 */
static const ProgramLevel kz2009_levels[] = {
	WHEN(1, "5B", L(6)), WHEN(1, "6M", L(7)), WHEN(1, "6D", L(8)), NO_MORE
};
static const ProgramPart kz2018[] = {
	T("level", "6B 7M 7R 8D", 0, ""), N("field", 2, 1, 12, 0, ""), N("direction", 1, 0, 9, 0, ""),
	N("programme", 2, 0, 99, 0, ""),
};
static const ProgramLevel kz2018_levels[] = {
	WHEN(1, "6B", L(6)), WHEN(1, "7M 7R", L(7)), WHEN(1, "8D", L(8)), NO_MORE
};
static const ProgramPart kz2018g[] = {
	T("level", "B BM D M R", PROGRAM_JOINED, ""), N("group", 3, 0, 999, 0, ""),
};
static const ProgramLevel kz2018g_levels[] = {
	WHEN(1, "B", L(6)), WHEN(1, "BM M R", L(7)), WHEN(1, "D", L(8)), NO_MORE
};
static const ProgramPart kz_tvet2008[] = {
	N("field", 2, 0, 19, 0, ""), N("speciality", 2, 0, 99, PROGRAM_ZEROS, ""), N("qualification", 3, 0, 999, PROGRAM_ZEROS, ""),
};
static const ProgramPart kz_tvet2018[] = {
	T("level", "3W 4S 5AB", PROGRAM_OPTIONAL, ""), N("group", 4, 100, 1299, 0, ""), N("speciality", 2, 0, 99, 0, ""),
	N("qualification", 2, 0, 99, PROGRAM_ZEROS, ""),
};
static const ProgramLevel kz_tvet2018_levels[] = {
	WHEN(1, "3W", L(3)), WHEN(1, "4S", L(4)), WHEN(1, "5AB", L(5)), NO_MORE
};

/* ---- Russia ---- */

static const ProgramPart ru_okso1993[] = {
	N("group", 2, 0, 99, 0, ""), N("direction", 2, 0, 99, PROGRAM_ZEROS, ""), N("speciality", 2, 0, 99, PROGRAM_ZEROS, ""),
};
static const ProgramPart ru_okso2003[] = {
	N("enlarged group", 2, 1, 29, 0, ""), N("direction", 2, 0, 99, PROGRAM_ZEROS, ""),
	N("speciality", 2, 0, 99, PROGRAM_ZEROS, ""), T("qualification", "51 52 62 65 68", PROGRAM_SUFFIX, "."),
};
static const ProgramLevel ru_okso2003_levels[] = {
	WHEN(4, "51 52", L(5)), WHEN(4, "62", L(6)), WHEN(4, "65 68", L(7)), NO_MORE
};
static const ProgramPart ru2013[] = {
	N("enlarged group", 2, 1, 58, 0, ""), N("level", 2, 3, 9, PROGRAM_HEADING, "."), N("direction", 2, 1, 99, PROGRAM_HEADING, "."),
};
#define RU_LEVELS(part) \
	WHEN(part, "01", L(3)), WHEN(part, "02", L(5)), WHEN(part, "03", L(6)), WHEN(part, "04 05 08 09", L(7)), \
	WHEN(part, "06 07", L(8)), NO_MORE
static const ProgramLevel ru_levels_2[] = {RU_LEVELS(2)};
static const ProgramLevel ru_levels_3[] = {RU_LEVELS(3)};
static const ProgramPart ru2013g[] = {
	N("enlarged group", 2, 1, 58, 0, ""), N("level", 2, 0, 9, PROGRAM_ZEROS, "."), N("zeros", 2, 0, 0, PROGRAM_ZEROS, "."),
};
static const ProgramPart ru_spo[] = {
	N("enlarged group", 2, 1, 58, 0, ""), N("level", 2, 1, 2, PROGRAM_HEADING, "."), N("speciality", 2, 1, 99, PROGRAM_HEADING, "."),
};
static const ProgramPart ru_okso2016[] = {
	N("area", 1, 1, 9, 0, ""), N("enlarged group", 2, 1, 59, 0, "."), N("level", 2, 1, 9, PROGRAM_HEADING, "."),
	N("direction", 2, 0, 99, PROGRAM_ZEROS, "."),
};
static const ProgramPart nomenclature[] = {	/* of scientific specialities, everywhere in this form */
	N("branch of science", 2, 0, 99, 0, ""), N("group", 2, 0, 99, PROGRAM_ZEROS, "."), N("speciality", 2, 0, 99, PROGRAM_ZEROS, "."),
};
/* branch and group of the lists of 2000 to 2021: they tell most codes from RU2013 */
static const ProgramPair ru_vak2009_pairs[] = {
	{1, 1, 1, 4, false}, {2, 2, 0, 1, false}, {3, 3, 0, 3, false}, {4, 4, 0, 0, false}, {5, 5, 0, 27, false},
	{6, 6, 0, 4, false}, {10, 10, 0, 2, false}, {14, 14, 0, 4, false}, {20, 20, 0, 2, false},
	{7, 9, 0, 0, false}, {12, 13, 0, 0, false}, {15, 19, 0, 0, false}, {21, 26, 0, 0, false}, {-1, 0, 0, 0, false}
};
static const ProgramPart ru_vak2021[] = {
	N("area", 1, 1, 5, 0, ""), V("group", 2, 1, 12, "."), V("speciality", 2, 1, 99, "."),
};

/* ---- China ---- */

static const ProgramPart cn_ug[] = {
	/* class 0502 has more than a hundred majors */
	N("category", 2, 1, 14, 0, ""), N("class", 2, 0, 99, 0, ""), S("major", 3, 0, 199, "0502"), T("mark", "K T TK", PROGRAM_SUFFIX, ""),
};
static const ProgramPart cn_ug1998[] = {
	N("category", 2, 1, 11, 0, ""), N("class", 2, 0, 99, 0, ""), N("major", 2, 0, 99, 0, ""), T("mark", "H S W Y", PROGRAM_SUFFIX, ""),
};
static const ProgramPart cn_pg[] = {
	N("category", 2, 1, 99, 0, ""), M("first-level discipline", 99, "J", 0),
	M("second-level discipline", 99, "JZ", PROGRAM_ZERO | PROGRAM_LISTED),
};
static const ProgramPair cn_pg_pairs[] = {	/* letter and digit count from 100 for A0: J0 is 190 */
	{1, 14, 0, 99, false}, {99, 99, 190, 199, true}, {-1, 0, 0, 0, false}
};
static const ProgramLevel cn_pg_levels[] = {ALWAYS(L(7) | L(8)), NO_MORE};
static const ProgramPart cn_voc2021[] = {
	N("major group", 2, 20, 79, 0, ""), N("class", 2, 0, 99, 0, ""), N("major", 2, 0, 99, 0, ""),
};
static const ProgramLevel cn_voc2021_levels[] = {
	WHEN(1, "20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39", L(6)),
	WHEN(1, "40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59", L(5)),
	WHEN(1, "60 61 62 63 64 65 66 67 68 69 70 71 72 73 74 75 76 77 78 79", L(3)), NO_MORE
};

/* ---- Uzbekistan ---- */

/* a master's speciality stands below the bachelor's direction: 5A330202 below 5330200 */
static const ProgramPart uz2010[] = {
	T("master's mark", "A", PROGRAM_OPTIONAL | PROGRAM_JOINED, ""), N("field of knowledge", 1, 1, 9, 0, ""),
	N("field of education", 1, 1, 9, 0, ""), N("direction", 2, 0, 99, 0, ""), N("speciality", 2, 0, 99, PROGRAM_ZEROS, ""),
};
static const ProgramLevel uz2010_levels[] = {
	WHEN(1, "A", L(7)), WHEN(4, NULL, L(6)), NO_MORE
};
static const ProgramPart uz2021[] = {
	N("level", 1, 3, 8, 0, ""), N("narrow field", 3, 0, 109, 0, ""), N("direction", 2, 0, 99, 0, ""),
	N("speciality", 2, 0, 99, PROGRAM_ZEROS, ""),
};
static const ProgramLevel uz2021_levels[] = {
	WHEN(1, "3", L(3)), WHEN(1, "4", L(4)), WHEN(1, "5", L(5)), WHEN(1, "6", L(6)), WHEN(1, "7", L(7)), WHEN(1, "8", L(8)), NO_MORE
};

/* ---- Kyrgyzstan, Tajikistan, Belarus ---- */

static const ProgramPart kg[] = {
	N("enlarged group", 2, 50, 79, 0, ""), N("direction", 2, 0, 99, PROGRAM_ZEROS, ""), N("speciality", 2, 0, 99, PROGRAM_ZEROS, ""),
};
/* a direction is studied for bachelor and master alike; a speciality takes five years */
static const ProgramLevel kg_levels[] = {WHEN(3, NULL, L(7)), ALWAYS(L(6) | L(7)), NO_MORE};
/* as in Belarus; where a sixth part follows, the fifth also stands behind a space */
static const ProgramPart tj[] = {
	N("stage", 1, 1, 2, 0, ""), N("section", 2, 0, 99, 0, "-"), N("direction", 2, 0, 99, 0, " "), N("speciality", 2, 0, 99, 0, " "),
	N("direction of speciality", 2, 0, 99, PROGRAM_OPTIONAL | PROGRAM_OWN_SEP | PROGRAM_EITHER_SEP | PROGRAM_RUN_ON, "-"),
	N("specialisation", 2, 0, 99, PROGRAM_OWN_SEP, " "),
};
static const ProgramLevel tj_levels[] = {WHEN(1, "1", L(6) | L(7)), WHEN(1, "2", L(5)), NO_MORE};
static const ProgramPart by2009[] = {
	N("level", 1, 1, 3, 0, ""), N("section", 2, 0, 99, 0, "-"), N("direction of education", 2, 0, 99, 0, " "),
	N("speciality", 2, 0, 99, 0, " "), N("direction of speciality", 2, 0, 99, PROGRAM_OPTIONAL | PROGRAM_OWN_SEP | PROGRAM_RUN_ON, "-"),
	N("specialisation", 2, 0, 99, PROGRAM_OWN_SEP, " "),
};
static const ProgramLevel by2009_levels[] = {
	WHEN(1, "2", L(5)), WHEN(1, "3", L(3)), WHEN(3, "80 81", L(7)), WHEN(3, NULL, L(6)), WHEN(1, "1", L(6) | L(7)), NO_MORE
};
static const ProgramPart by2022[] = {
	N("level", 1, 2, 9, 0, ""), N("kind of programme", 2, 1, 9, 0, "-"), N("broad field", 2, 0, 99, 0, "-"),
	N("narrow field", 1, 0, 9, 0, ""), N("group of specialities", 1, 0, 9, 0, ""), N("speciality", 2, 0, 99, 0, "-"),
};
static const ProgramLevel by2022_levels[] = {
	WHEN2(1, "6", 2, "05", L(6)), WHEN2(1, "7", 2, "06 07", L(7)), WHEN2(1, "5", 2, "04", L(5)), WHEN2(1, "4", 2, "02 03", L(3)), NO_MORE
};

/* ---- Mongolia, Azerbaijan, Armenia, Iran, Turkey ---- */

static const ProgramPart mn[] = {
	T("level", "C D E F", PROGRAM_OPTIONAL, ""), N("broad field", 2, 0, 10, 0, ""), N("narrow field", 1, 0, 9, 0, ""),
	N("detailed field", 1, 0, 9, 0, ""), N("programme", 2, 0, 99, 0, ""),
};
static const ProgramLevel mn_levels[] = {
	WHEN(1, "C", L(5)), WHEN(1, "D", L(6)), WHEN(1, "E", L(7)), WHEN(1, "F", L(8)), NO_MORE
};
static const ProgramPart az2009[] = {
	N("level", 2, 5, 6, 0, ""), N("field group", 2, 1, 9, 0, ""), N("speciality", 2, 0, 99, 0, ""),
};
static const ProgramLevel az2009_levels[] = {WHEN(1, "05", L(6)), WHEN(1, "06", L(7)), NO_MORE};
static const ProgramPart az_phd2012[] = {
	N("field", 2, 0, 99, 0, ""), N("group", 2, 0, 99, 0, ""), N("speciality", 2, 0, 99, 0, "."),
};
/* the level stays with the speciality: 031101.01.6 below 031101.00.6 */
static const ProgramPart am2014[] = {
	N("field", 4, 0, 9999, 0, ""), N("speciality", 2, 0, 99, PROGRAM_JOINED, ""), N("programme", 2, 0, 99, PROGRAM_ZEROS, "."),
	N("level", 1, 5, 8, 0, "."),
};
static const ProgramLevel am2014_levels[] = {
	WHEN(4, "5", L(5)), WHEN(4, "6", L(6)), WHEN(4, "7", L(7)), WHEN(4, "8", L(8)), NO_MORE
};
static const ProgramPart am_phd[] = {
	T("branch of science", "Ա Բ Գ Դ Ե Զ Է Ը Թ Ժ Ի Լ Խ Ծ Կ Հ Ձ Ղ Ճ Մ Յ Ն Շ Ո Չ Պ Ջ Ռ Ս Վ Տ Ր Ց Ւ Փ Ք Օ Ֆ", 0, ""),
	N("group", 2, 0, 99, 0, "."), N("speciality", 2, 0, 99, 0, "."),
};
static const ProgramPart ir[] = {SYMBOLS("code", 4, 5)};
static const ProgramPart tr[] = {SYMBOLS("code", 9, 9)};

/* ---- beyond one state ---- */

static const ProgramPart iscedf2013[] = {
	N("broad field", 2, 0, 99, 0, ""), N("narrow field", 1, 0, 9, 0, ""), N("detailed field", 1, 0, 9, 0, ""),
};
static const ProgramPair iscedf2013_pairs[] = {{0, 10, 0, 9, false}, {99, 99, 0, 9, false}, {-1, 0, 0, 0, false}};
static const ProgramPart isced1997f[] = {
	N("broad field", 1, 0, 9, 0, ""), N("narrow field", 1, 0, 9, 0, ""), N("detailed field", 1, 0, 9, 0, ""),
};
static const ProgramPart isced2011l[] = {
	N("level", 1, 0, 8, 0, ""), N("orientation and completion", 2, 0, 99, 0, ""),
};
static const ProgramLevel isced2011l_levels[] = {
	WHEN(1, "0", L(0)), WHEN(1, "1", L(1)), WHEN(1, "2", L(2)), WHEN(1, "3", L(3)), WHEN(1, "4", L(4)), WHEN(1, "5", L(5)),
	WHEN(1, "6", L(6)), WHEN(1, "7", L(7)), WHEN(1, "8", L(8)), NO_MORE
};
static const ProgramPart cip2020[] = {
	N("series", 2, 0, 99, 0, ""), N("group", 2, 0, 99, 0, "."), N("programme", 2, 0, 99, 0, ""),
};
static const ProgramPart hecos[] = {N("subject", 6, 100000, 101999, 0, "")};
static const ProgramPart cah[] = {
	N("level 1", 2, 0, 99, 0, ""), N("level 2", 2, 0, 99, 0, "-"), N("level 3", 2, 0, 99, 0, "-"),
};
static const ProgramPart jacs[] = {
	A("subject area"), N("subject", 1, 0, 9, 0, ""), N("topic", 1, 0, 9, PROGRAM_ZEROS, ""), N("detail", 1, 0, 9, PROGRAM_ZEROS, ""),
};
static const ProgramPart ford2015[] = {N("major field", 1, 1, 6, 0, ""), V("field", 2, 1, 11, ".")};
static const ProgramPart eqf[] = {N("level", 1, 1, 8, 0, "")};
static const ProgramLevel eqf_levels[] = {
	WHEN(1, "1", L(1) | L(2)), WHEN(1, "2", L(2)), WHEN(1, "3", L(3)), WHEN(1, "4", L(3) | L(4)),
	WHEN(1, "5", L(5)), WHEN(1, "6", L(6)), WHEN(1, "7", L(7)), WHEN(1, "8", L(8)), NO_MORE
};
static const ProgramPart qfehea[] = {T("cycle", "short 1 2 3", 0, "")};
static const ProgramLevel qfehea_levels[] = {
	WHEN(1, "short", L(5)), WHEN(1, "1", L(6)), WHEN(1, "2", L(7)), WHEN(1, "3", L(8)), NO_MORE
};
static const ProgramPart scou_dir[] = {
	T("direction", "regional_studies energy nanotechnology it ecology pedagogy economics agriculture law medicine journalism", 0, ""),
};

/* ---- the tables ---- */

#define SEARCHED PROGRAM_SEARCHED
#define COMPACT PROGRAM_COMPACT
#define ISO(a, b) (((a) - 'A') * 26 + ((b) - 'A'))

/*
 * Classifiers that go by their state's name.  A state that is not here writes
 * codes of the general form; it never moves here, because its values are stored.
 */
const ProgramGrammar program_states[] = {
	{.number = ISO('K', 'G'), .name = "KG", .state = "KG", .from = 2012, PARTS(kg), .prefix = "", .ends = AFTER(3), .levels = kg_levels,
		.flags = SEARCHED, .regex = "^[5-7][0-9]{5}$", .examples = "710100|750002|620101|580100"},
	{.number = ISO('T', 'J'), .name = "TJ", .state = "TJ", PARTS(tj), .prefix = "", .ends = AFTER(4) | AFTER(5) | AFTER(6), .levels = tj_levels,
		.flags = SEARCHED | COMPACT | PROGRAM_FIRST_SEP,
		.regex = "^[12]-[0-9]{2} [0-9]{2} [0-9]{2}(-[0-9]{2})?( [0-9]{2})?$",
		.examples = "1-40 01 01|1-40 01 01 05|1-98 01 01-01 03|1-98 01 01-01"},
	{.number = ISO('M', 'N'), .name = "MN", .state = "MN", PARTS(mn), .prefix = "", .ends = AFTER(5), .levels = mn_levels,
		.flags = SEARCHED, .regex = "^[CDEF]?(0[0-9]|10)[0-9]{4}$", .examples = "061301|D061302"},
	{.number = ISO('I', 'R'), .name = "IR", .state = "IR", PARTS(ir), .prefix = "", .ends = AFTER(1),
		.regex = "^[0-9]{4,5}$", .examples = "1234|12345"},
	{.number = ISO('T', 'R'), .name = "TR", .state = "TR", PARTS(tr), .prefix = "", .ends = AFTER(1),
		.regex = "^[0-9]{9}$", .examples = "123456789"},
};
const int	program_states_count = COUNT(program_states);

/* Named classifiers.  Append only: the place is the number. */
const ProgramGrammar program_named[] = {
	{.number = 1024, .name = "KZ2004", .state = "KZ", .from = 2004, .to = 2009, PARTS(kz2004), .prefix = "", .ends = AFTER(3), .levels = kz2004_levels,
		.flags = SEARCHED, .regex = "^(05(0[1-9]|1[0-3])[0-9]{2}|6[ND](0[1-9]|1[0-3])[0-9]{2})$", .examples = "050703|6N0718"},
	{.number = 1025, .name = "KZ2009", .state = "KZ", .from = 2009, .to = 2018, PARTS(kz2009), .prefix = "", .ends = AFTER(4), .levels = kz2009_levels,
		.flags = SEARCHED, .regex = "^(5B|6M|6D)(0[1-9]|1[0-3])[0-9]{4}$", .examples = "6M070300|5B012000|6D075100"},
	{.number = 1026, .name = "KZ2018", .state = "KZ", .from = 2018, PARTS(kz2018), .prefix = "", .ends = AFTER(2) | AFTER(3) | AFTER(4), .levels = kz2018_levels,
		.flags = SEARCHED, .regex = "^(6B|7M|7R|8D)(0[1-9]|1[0-2])([0-9]([0-9]{2})?)?$", .examples = "6B06103|7M011|7M01"},
	{.number = 1027, .name = "KZ2018G", .state = "KZ", .from = 2018, PARTS(kz2018g), .prefix = "", .ends = AFTER(2), .levels = kz2018g_levels,
		.flags = SEARCHED, .regex = "^(BM|B|M|D|R)[0-9]{3}$", .examples = "B057|BM086|D094"},
	{.number = 1028, .name = "KZ_TVET2008", .state = "KZ", .from = 2008, .to = 2020, PARTS(kz_tvet2008), .prefix = "", .ends = AFTER(3),
		.regex = "^[01][0-9]{6}$", .examples = "1305000|1305012"},
	{.number = 1029, .name = "KZ_TVET2018", .state = "KZ", .from = 2018, PARTS(kz_tvet2018), .prefix = "", .order = "4123", .ends = AFTER(4),
		.levels = kz_tvet2018_levels, .flags = SEARCHED, .regex = "^(3W|4S|5AB)?(0[1-9]|1[0-2])[0-9]{6}$", .examples = "4S06120102|06120100"},
	{.number = 1030, .name = "RU_OKSO1993", .state = "RU", .from = 1994, .to = 2003, PARTS(ru_okso1993), .prefix = "", .ends = AFTER(3),
		.regex = "^[0-9]{6}$", .examples = "510100|010100"},
	{.number = 1031, .name = "RU_OKSO2003", .state = "RU", .from = 2004, .to = 2013, PARTS(ru_okso2003), .prefix = "", .ends = AFTER(3) | AFTER(4),
		.levels = ru_okso2003_levels, .flags = SEARCHED | COMPACT,
		.regex = "^(0[1-9]|1[0-9]|2[0-9])[0-9]{4}(\\.(51|52|62|65|68))?$", .examples = "230400.62|140404|230101.65"},
	{.number = 1032, .name = "RU2013", .state = "RU", .from = 2014, PARTS(ru2013), .prefix = "", .ends = AFTER(3), .levels = ru_levels_2,
		.flags = SEARCHED | COMPACT, .regex = "^(0[1-9]|[1-4][0-9]|5[0-8])\\.0[3-9]\\.(0[1-9]|[1-9][0-9])$", .examples = "09.04.02|31.05.01"},
	/* the headings of RU2013 under their own name: what they head is below them */
	{.number = 1033, .codes_of = 1032, .name = "RU2013G", .state = "RU", .from = 2014, PARTS(ru2013g), .prefix = "", .ends = AFTER(3), .levels = ru_levels_2,
		.flags = SEARCHED | COMPACT, .regex = "^(0[1-9]|[1-4][0-9]|5[0-8])\\.0[0-9]\\.00$", .examples = "09.00.00|09.04.00"},
	{.number = 1034, .name = "RU_SPO", .state = "RU", .from = 2013, PARTS(ru_spo), .prefix = "", .ends = AFTER(3), .levels = ru_levels_2,
		.flags = SEARCHED | COMPACT, .regex = "^(0[1-9]|[1-4][0-9]|5[0-8])\\.0[12]\\.(0[1-9]|[1-9][0-9])$", .examples = "09.02.07|09.01.03"},
	{.number = 1035, .name = "RU_OKSO2016", .state = "RU", .from = 2017, PARTS(ru_okso2016), .prefix = "", .ends = AFTER(4), .levels = ru_levels_3,
		.flags = SEARCHED | COMPACT, .regex = "^[1-9]\\.(0[1-9]|[1-5][0-9])\\.0[1-9]\\.[0-9]{2}$", .examples = "2.09.03.02|6.44.04.01"},
	{.number = 1036, .name = "RU2022", .state = "RU", .prefix = ""},	/* order 89 of 2022: the form could not be verified */
	{.number = 1037, .name = "RU_VAK2009", .state = "RU", .to = 2022, PARTS(nomenclature), .prefix = "", .ends = AFTER(3), .pairs = ru_vak2009_pairs,
		.levels = level_8, .flags = SEARCHED | COMPACT,
		.regex = "^(01\\.0[1-4]|02\\.0[01]|03\\.0[0-3]|04\\.00|05\\.(0[0-9]|1[0-9]|2[0-7])|06\\.0[0-4]|10\\.0[0-2]|14\\.0[0-4]|20\\.0[0-2]|"
		"(07|08|09|12|13|15|16|17|18|19|21|22|23|24|25|26)\\.00)\\.[0-9]{2}$", .examples = "05.13.01|08.00.05"},
	{.number = 1038, .name = "RU_VAK2021", .state = "RU", .from = 2021, PARTS(ru_vak2021), .prefix = "", .ends = AFTER(3), .levels = level_8,
		.flags = SEARCHED, .regex = "^[1-5]\\.(1[0-2]?|[2-9])\\.[1-9][0-9]?$", .examples = "2.3.1|5.12.4|1.5.15"},
	{.number = 1039, .name = "CN_UG", .state = "CN", .from = 2012, PARTS(cn_ug), .prefix = "", .ends = AFTER(3) | AFTER(4), .levels = level_6,
		.flags = SEARCHED, .regex = "^(0[1-9]|1[0-4])[0-9]{4}(TK|T|K)?$|^05021[0-9]{2}(TK|T|K)?$",
		.examples = "080910T|080902|080911TK|080904K|0502100T|0502103T"},
	{.number = 1040, .name = "CN_UG1998", .state = "CN", .from = 1998, .to = 2012, PARTS(cn_ug1998), .prefix = "", .ends = AFTER(3) | AFTER(4), .levels = level_6,
		.regex = "^(0[1-9]|1[0-1])[0-9]{4}[WSYH]?$", .examples = "080605|080605W"},
	{.number = 1041, .name = "CN_PG", .state = "CN", .from = 1997, PARTS(cn_pg), .prefix = "", .ends = AFTER(2) | AFTER(3), .pairs = cn_pg_pairs,
		.levels = cn_pg_levels, .flags = SEARCHED, .regex = "^((0[1-9]|1[0-4])[0-9]{2}([0-9]{2}|[ZJ][0-9])?|99J[0-9])$",
		.examples = "0812|081203|0812Z1|99J1"},
	{.number = 1042, .name = "CN_VOC2021", .state = "CN", .from = 2021, PARTS(cn_voc2021), .prefix = "", .ends = AFTER(3), .levels = cn_voc2021_levels,
		.flags = SEARCHED, .regex = "^[2-7][0-9]{5}$", .examples = "510203|310203"},
	{.number = 1043, .name = "UZ2010", .state = "UZ", .to = 2021, PARTS(uz2010), .prefix = "5", .order = "41235", .ends = AFTER(5), .levels = uz2010_levels,
		.flags = SEARCHED, .regex = "^5A?[1-9][1-9][0-9]{4}$", .examples = "5A330202|5330200"},
	{.number = 1044, .name = "UZ2021", .state = "UZ", .from = 2021, PARTS(uz2021), .prefix = "", .ends = AFTER(4), .levels = uz2021_levels,
		.flags = SEARCHED, .extension = 3, .regex = "^[3-8](0[0-9]{2}|10[0-9])[0-9]{4}$", .examples = "60610200|70610201|61010401"},
	{.number = 1045, .name = "BY2009", .state = "BY", .from = 2009, .to = 2022, PARTS(by2009), .prefix = "", .ends = AFTER(4) | AFTER(5) | AFTER(6), .levels = by2009_levels,
		.flags = SEARCHED | COMPACT | PROGRAM_FIRST_SEP,
		.regex = "^[123]-[0-9]{2} [0-9]{2} [0-9]{2}(-[0-9]{2})?( [0-9]{2})?$", .examples = "1-40 01 01|1-40 05 01-01 03|1-33 80 01|1-40 01 01 05"},
	{.number = 1046, .name = "BY2022", .state = "BY", .from = 2022, PARTS(by2022), .prefix = "", .ends = AFTER(6), .levels = by2022_levels,
		.flags = SEARCHED | COMPACT, .regex = "^[2-9]-0[1-9]-[0-9]{4}-[0-9]{2}$", .examples = "6-05-0612-01|7-06-0612-03"},
	{.number = 1047, .name = "BY_VAK", .state = "BY", PARTS(nomenclature), .prefix = "", .ends = AFTER(3), .levels = level_8,
		.flags = COMPACT, .regex = "^[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}$", .examples = "05.13.01"},
	{.number = 1048, .name = "UZ_OAK", .state = "UZ", PARTS(nomenclature), .prefix = "", .ends = AFTER(3), .levels = level_8,
		.flags = COMPACT, .regex = "^[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}$", .examples = "05.01.10"},
	{.number = 1049, .name = "AZ2009", .state = "AZ", .from = 2009, PARTS(az2009), .prefix = "", .ends = AFTER(3), .levels = az2009_levels,
		.flags = SEARCHED, .regex = "^0[56]0[1-9][0-9]{2}$", .examples = "050631"},
	{.number = 1050, .name = "AZ_PHD2012", .state = "AZ", .from = 2012, PARTS(az_phd2012), .prefix = "", .ends = AFTER(3), .levels = level_8,
		.flags = SEARCHED | COMPACT, .regex = "^[0-9]{4}\\.[0-9]{2}$", .examples = "1203.01"},
	{.number = 1051, .name = "AM2014", .state = "AM", .from = 2015, PARTS(am2014), .prefix = "", .order = "1243", .ends = AFTER(4), .levels = am2014_levels,
		.flags = SEARCHED | COMPACT, .regex = "^[0-9]{6}\\.[0-9]{2}\\.[5-8]$", .examples = "031101.01.6|031101.00.6"},
	{.number = 1052, .name = "AM_PHD", .state = "AM", PARTS(am_phd), .prefix = "", .ends = AFTER(3), .levels = level_8,
		.examples = "Ա.01.07"},
	{.number = 1053, .name = "ISCEDF2013", .state = "", .from = 2014, PARTS(iscedf2013), .prefix = "", .ends = AFTER(1) | AFTER(2) | AFTER(3),
		.pairs = iscedf2013_pairs, .flags = SEARCHED, .regex = "^(0[0-9]|10|99)([0-9]([0-9])?)?$", .examples = "0613|061|06|9999"},
	{.number = 1054, .name = "ISCED1997F", .state = "", .from = 1997, .to = 2015, PARTS(isced1997f), .prefix = "", .ends = AFTER(1) | AFTER(2) | AFTER(3),
		.regex = "^[0-9]([0-9]([0-9])?)?$", .examples = "481|4"},
	{.number = 1055, .name = "ISCED2011L", .state = "", .from = 2014, PARTS(isced2011l), .prefix = "", .ends = AFTER(1) | AFTER(2), .levels = isced2011l_levels,
		.regex = "^[0-8]([0-9]{2})?$", .examples = "7|760"},
	{.number = 1056, .name = "CIP2020", .state = "US", .from = 2020, PARTS(cip2020), .prefix = "", .ends = AFTER(1) | AFTER(2) | AFTER(3),
		.flags = SEARCHED | COMPACT, .regex = "^[0-9]{2}(\\.[0-9]{2}([0-9]{2})?)?$", .examples = "11.0101|11.01|03"},
	{.number = 1057, .name = "HECOS", .state = "GB", .from = 2019, PARTS(hecos), .prefix = "", .ends = AFTER(1),
		.flags = SEARCHED, .regex = "^10[01][0-9]{3}$", .examples = "100366"},
	{.number = 1058, .name = "CAH", .state = "GB", .from = 2018, PARTS(cah), .prefix = "CAH", .ends = AFTER(1) | AFTER(2) | AFTER(3),
		.regex = "^CAH[0-9]{2}(-[0-9]{2}(-[0-9]{2})?)?$", .examples = "CAH11-01-01|CAH11", .flags = COMPACT},
	{.number = 1059, .name = "JACS", .state = "GB", .from = 2002, .to = 2019, PARTS(jacs), .prefix = "", .ends = AFTER(4),
		.flags = SEARCHED, .regex = "^[A-Z][0-9]{3}$", .examples = "G400|G410|F850"},
	{.number = 1060, .name = "FORD2015", .state = "", .from = 2015, PARTS(ford2015), .prefix = "", .ends = AFTER(1) | AFTER(2),
		.regex = "^[1-6](\\.(1[01]|[1-9]))?$", .examples = "1.2|2.10|5"},
	{.number = 1061, .name = "EQF", .state = "", PARTS(eqf), .prefix = "", .ends = AFTER(1), .levels = eqf_levels,
		.regex = "^[1-8]$", .examples = "7"},
	{.number = 1062, .name = "QFEHEA", .state = "", PARTS(qfehea), .prefix = "", .ends = AFTER(1), .levels = qfehea_levels,
		.regex = "^(short|[123])$", .examples = "2|short"},
	{.number = 1063, .name = "SCOU_DIR", .state = "", PARTS(scou_dir), .prefix = "", .ends = AFTER(1),
		.regex = "^(regional_studies|energy|nanotechnology|it|ecology|pedagogy|economics|agriculture|law|medicine|journalism)$",
		.examples = "it|regional_studies"},
};
const int	program_named_count = COUNT(program_named);
