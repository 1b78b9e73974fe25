/*
 * Unit and property tests of the exchange cores: base64, gzip, the simple types of XML Schema,
 * identifiers, the text of the hash of an agreement.
 */
#include "check.h"

#include "exchange/base64_core.h"
#include "exchange/gzip_core.h"
#include "exchange/id_core.h"
#include "exchange/iia_core.h"
#include "exchange/xsd_core.h"

/* ---- base64 ---- */

/* Decodes in pieces of 'step' bytes; gives the result, *length bytes in 'out'. */
static Base64Result
decode(const char *text, int flags, size_t step, unsigned char *out, size_t *length)
{
	Base64Decoder decoder;
	Base64Result result = BASE64_OK;
	size_t n = strlen(text);
	size_t produced;

	*length = 0;
	base64_begin(&decoder, flags);
	for (size_t i = 0; i < n && result == BASE64_OK; i += step)
	{
		size_t piece = i + step <= n ? step : n - i;
		unsigned char *room = malloc(BASE64_ROOM(piece)); /* an overrun is seen */

		result = base64_decode(&decoder, text + i, piece, room, &produced);
		memcpy(out + *length, room, produced);
		*length += produced;
		free(room);
	}
	if (result != BASE64_OK)
		return result;
	result = base64_finish(&decoder, out + *length, &produced);
	*length += produced;
	return result;
}

static void
test_base64(void)
{
	static const struct
	{
		const char *text;
		int flags;
		Base64Result result;
		const char *bytes;
	} cases[] = {
		{"", 0, BASE64_OK, ""},
		{"MQ==", 0, BASE64_OK, "1"},
		{"MTI=", 0, BASE64_OK, "12"},
		{"MTIz", 0, BASE64_OK, "123"},
		{"MQ= =", 0, BASE64_OK, "1"},
		{"\tM\r\nQ==\n", 0, BASE64_OK, "1"},
		{"MQ==MQ==", 0, BASE64_AFTER_END, "1"},
		{"MQ==x", 0, BASE64_AFTER_END, "1"},
		{"MQ===", 0, BASE64_AFTER_END, "1"},
		{"=MQ=", 0, BASE64_BAD_PADDING, ""},
		{"M===", 0, BASE64_BAD_PADDING, ""},
		{"M", 0, BASE64_TRUNCATED, ""},
		{"MQ=", 0, BASE64_TRUNCATED, ""},
		{"MQ", 0, BASE64_TRUNCATED, ""},
		{"M!", 0, BASE64_BAD_SYMBOL, ""},
		{"M-Q=", 0, BASE64_BAD_SYMBOL, ""},
		{"%4DQ%3d=", BASE64_PERCENT, BASE64_OK, "1"},
		{"%4DQ%3D=", 0, BASE64_BAD_SYMBOL, ""},
		{"MQ%3", BASE64_PERCENT, BASE64_TRUNCATED, ""},
		{"MQ%zz", BASE64_PERCENT, BASE64_BAD_SYMBOL, ""},
		{"Pj4 ", BASE64_SPACE_IS_PLUS, BASE64_OK, ">>>"},
		{"Pj4 Pj4+", BASE64_SPACE_IS_PLUS, BASE64_OK, ">>>>>>"},
		{"Pj4 \r\n  Pj4+\n", BASE64_SPACE_IS_PLUS, BASE64_OK, ">>>>>>"},
		{"MQ= =", BASE64_SPACE_IS_PLUS, BASE64_OK, "1"},
		{"  MQ==  ", BASE64_SPACE_IS_PLUS, BASE64_OK, "1"},
		{"Pj4 ", 0, BASE64_TRUNCATED, ""},
	};
	unsigned char out[200];
	size_t length;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		for (size_t step = 1; step <= 7; step += 3)
		{
			Base64Result result = decode(cases[i].text, cases[i].flags, step, out, &length);

			check(result == cases[i].result && (result != BASE64_OK || (length == strlen(cases[i].bytes) &&
																		memcmp(out, cases[i].bytes, length) == 0)),
				  "base64 case %zu in pieces of %zu", i, step);
		}
}

static void
test_base64_back(void)
{
	uint64_t state = 1;
	int good = 0;

	for (int i = 0; i < 3000; i++)
	{
		unsigned char data[64], out[200];
		char text[100];
		size_t length = next_random(&state) % sizeof(data);
		size_t n, back;

		for (size_t k = 0; k < length; k++)
			data[k] = (unsigned char) (i % 3 == 0 ? 0xFB : next_random(&state));
		n = base64_encode(data, length, text);
		text[n] = '\0';
		for (size_t k = 0; i % 2 == 0 && k < n; k++)
			if (text[k] == '+')
				text[k] = ' '; /* what a form makes of it */
		if (n == base64_encoded_length(length) && (i % 2 != 0 || text[0] != ' ') &&
			decode(text, BASE64_SPACE_IS_PLUS, 1 + next_random(&state) % 9, out, &back) == BASE64_OK &&
			back == length && memcmp(out, data, length) == 0)
			good++;
		else if (i % 2 == 0 && n > 0 && text[0] == ' ')
			good++; /* a space at the very start is indentation: no gzip begins with 0xFB */
	}
	check(good == 3000, "what is encoded is decoded (%d of 3000)", good);
}

/* ---- gzip ---- */

static GzipResult
unpack(const unsigned char *packed, size_t length, size_t step, unsigned char *out, size_t room, size_t *produced)
{
	GzipReader reader;
	GzipResult result = gzip_begin(&reader);
	size_t n;

	*produced = 0;
	for (size_t i = 0; i < length && result == GZIP_OK; i += step)
	{
		const unsigned char *in = packed + i;
		size_t left = i + step <= length ? step : length - i;

		do
		{
			result = gzip_read(&reader, &in, &left, out + *produced, room - *produced < 7 ? room - *produced : 7, &n);
			*produced += n;
		} while (result == GZIP_OK && (left > 0 || n > 0) && *produced < room);
	}
	if (result == GZIP_OK)
		result = gzip_finish(&reader);
	gzip_end(&reader);
	return result;
}

static void
test_gzip(void)
{
	static const char text[] = "<elmo>text that is packed, packed, packed</elmo>";
	unsigned char packed[400], out[400];
	size_t n, produced;
	size_t length = sizeof(text) - 1;
	int refused = 0;

	check(gzip_write((const unsigned char *) text, length, packed, sizeof(packed), &n) == GZIP_OK, "gzip writes");
	for (size_t step = 1; step <= 61; step += 20)
		check(unpack(packed, n, step, out, sizeof(out), &produced) == GZIP_OK && produced == length &&
				  memcmp(out, text, length) == 0,
			  "gzip in pieces of %zu", step);
	for (size_t cut = 0; cut < n; cut++)
		refused += unpack(packed, cut, 5, out, sizeof(out), &produced) != GZIP_OK;
	check(refused == (int) n, "gzip that is cut off is refused at every byte");
	memcpy(packed + n, packed, n);
	for (size_t step = 1; step <= 61; step += 20)
		check(unpack(packed, 2 * n, step, out, sizeof(out), &produced) == GZIP_OK && produced == 2 * length,
			  "two members in pieces of %zu", step);
	packed[n] = 0;
	check(unpack(packed, n + 1, 100, out, sizeof(out), &produced) == GZIP_TRAILING, "a zero after the member");
	packed[n] = 0x1F;
	check(unpack(packed, n + 1, 100, out, sizeof(out), &produced) == GZIP_TRUNCATED, "half a mark after the member");
	packed[n - 1] ^= 1;
	check(unpack(packed, n, 100, out, sizeof(out), &produced) == GZIP_DAMAGED, "a wrong length");
}

/* ---- simple types ---- */

static void
test_dates(void)
{
	static const char *const good[] = {"2024-02-29",	"2014-11-28+02:00", "2014-11-28Z",
									   " 2014-11-28\n", "0001-01-01",		"9999-12-31-14:00"};
	static const char *const bad[] = {"2023-02-29",
									  "2024-13-01",
									  "2024-00-01",
									  "2024-01-32",
									  "24-01-01",
									  "2024-1-1",
									  "0000-01-01",
									  "-2024-01-01",
									  "12024-01-01",
									  "2024-01-01+14:01",
									  "2024-01-01+0100",
									  "2024-01-01T",
									  "today",
									  "",
									  "2024-01-01 +01:00",
									  "2024/01/01"};
	XsdDate date;
	XsdTime time;

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		check(xsd_date(good[i], strlen(good[i]), &date), "date %s", good[i]);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		check(!xsd_date(bad[i], strlen(bad[i]), &date), "no date %s", bad[i]);
	check(xsd_date_time("2024-05-01T24:00:00Z", 20, &time) && time.microseconds == INT64_C(86400000000), "24:00:00");
	check(!xsd_date_time("2024-05-01T24:00:00.1Z", 22, &time), "24:00:00.1");
	check(!xsd_date_time("2024-05-01T12:00:60Z", 20, &time), "second 60");
	check(!xsd_date_time("2024-05-01T12:00:00.Z", 21, &time), "a point without digits");
	check(xsd_date_time("2024-05-01T12:00:00.5-04:30", 27, &time) && time.offset == -270 && time.zoned,
		  "offset -04:30");
	check(xsd_date_time("2024-05-01T12:00:00", 19, &time) && !time.zoned, "no offset");
	check(xsd_year_month("2024-12", 7, &date) && date.day == 1 && !xsd_year_month("2024-13", 7, &date), "months");
}

static void
test_numbers(void)
{
	static const char *const good[] = {"7.", ".5",	   "+7.5", "-0",
									   "0",	 "10.000", " 1\n", "12345678901234567890123456789"};
	static const char *const bad[] = {"", ".", "+", "1E1", "NaN", "INF", "1,5", "1 5", "0x1", "--1", "1.2.3"};
	int64_t n;
	bool flag;

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		check(xsd_decimal(good[i], strlen(good[i])), "decimal %s", good[i]);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		check(!xsd_decimal(bad[i], strlen(bad[i])), "no decimal %s", bad[i]);
	check(xsd_integer("9223372036854775807", 19, &n) && n == INT64_MAX, "the largest integer");
	check(xsd_integer("-9223372036854775808", 20, &n) && n == INT64_MIN, "the smallest integer");
	check(!xsd_integer("9223372036854775808", 19, &n) && !xsd_integer("-9223372036854775809", 20, &n), "beyond them");
	check(!xsd_integer("", 0, &n) && !xsd_integer("-", 1, &n) && !xsd_integer("1.0", 3, &n), "no integers");
	check(xsd_boolean(" true ", 6, &flag) && flag && xsd_boolean("0", 1, &flag) && !flag &&
			  !xsd_boolean("TRUE", 4, &flag),
		  "booleans");
	check(xsd_language("nn-NO", 5) && xsd_language("ru-Cyrl", 7) && !xsd_language("en_GB", 5) && !xsd_language("", 0) &&
			  !xsd_language("en-", 3) && !xsd_language("1a", 2) && !xsd_language("toolonglang", 11),
		  "languages");
}

static void
test_characters(void)
{
	static const struct
	{
		const char *text;
		size_t good;
	} cases[] = {{"a", 1},
				 {"\t", 1},
				 {"\x0b", 0},
				 {"\x7f", 1},
				 {"\xc3\xa9", 2},
				 {"\xef\xbf\xbd", 3},
				 {"\xef\xbf\xbe", 0},
				 {"\xed\xa0\x80", 0},
				 {"\xc0\x80", 0},
				 {"\xf0\x9f\x98\x80", 4},
				 {"\xf4\x90\x80\x80", 0},
				 {"\xc3", 0},
				 {"\x80", 0}};
	size_t skip, n;
	const char *claim;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		check(xsd_character(cases[i].text, strlen(cases[i].text), &skip) == cases[i].good, "character case %zu", i);
	check(xsd_declaration("<?xml version='1.0'?><a/>", 25, &claim, &n) == 21 && claim == NULL, "a declaration");
	check(xsd_declaration("<?xml version=\"1.0\" encoding=\"UTF-16\" standalone=\"yes\" ?>", 57, &claim, &n) == 57 &&
			  n == 6 && memcmp(claim, "UTF-16", 6) == 0,
		  "its encoding");
	check(xsd_declaration("<a/>", 4, &claim, &n) == 0 && xsd_declaration("<?xml-style?>", 13, &claim, &n) == 0, "none");
	check(xsd_declaration("<?xml encoding='x'?>", 20, &claim, &n) == -1 &&
			  xsd_declaration("<?xml version='1.0' standalone='maybe'?>", 40, &claim, &n) == -1 &&
			  xsd_declaration("<?xml version='1.0'encoding='x'?>", 33, &claim, &n) == -1 &&
			  xsd_declaration("<?xml version='1.0'", 19, &claim, &n) == -1,
		  "none by the letter");
}

/* ---- the text of a hash ---- */

static char collected[2000];

static void
collect(void *context, const char *text, size_t length)
{
	(void) context;
	strncat(collected, text, length);
}

static void
leaf(IiaHash *hash, const char *name, const char *value, const IiaAttr *attrs, int nattrs)
{
	iia_start_element(hash, name, attrs, nattrs);
	iia_text(hash, value, strlen(value));
	iia_end_element(hash);
}

static void
test_iia(void)
{
	static const IiaAttr undefined[] = {{"not-yet-defined", "true"}};
	static const IiaAttr v6[] = {{"v6-value", "031"}};
	IiaHash *hash = malloc(sizeof(IiaHash));

	iia_begin(hash, 1);
	iia_start_element(hash, "iias-get-response", NULL, 0);
	iia_start_element(hash, "iia", NULL, 0);
	iia_start_element(hash, "partner", NULL, 0);
	leaf(hash, "iia-id", "A", NULL, 0);
	iia_end_element(hash);
	iia_start_element(hash, "cooperation-conditions", NULL, 0);
	iia_start_element(hash, "spec", NULL, 0);
	leaf(hash, "receiving-last-academic-year-id", "2", NULL, 0);
	leaf(hash, "receiving-first-academic-year-id", "1", NULL, 0);
	leaf(hash, "mobilities-per-year", "9", undefined, 1);
	leaf(hash, "isced-f-code", "0314", v6, 1);
	iia_start_element(hash, "sending-contact", NULL, 0);
	leaf(hash, "name", "n", NULL, 0);
	iia_end_element(hash);
	for (int i = 0; i < 4; i++)
		iia_end_element(hash);
	collected[0] = '\0';
	check(iia_finish(hash, collect, NULL) &&
			  strcmp(collected, "_iia-id_1=A__iia-id_2=__cooperation-conditions.spec.isced-f-code=031_"
								"_receiving-first-academic-year-id=1__receiving-last-academic-year-id=2_") == 0,
		  "the text of the hash: %s", collected);
	iia_end(hash);
	iia_begin(hash, 2);
	iia_start_element(hash, "iias-get-response", NULL, 0);
	iia_end_element(hash);
	check(!iia_finish(hash, collect, NULL), "no such agreement");
	iia_end(hash);
	iia_begin(hash, 1);
	for (int i = 0; i < 400; i++)
		iia_start_element(hash, "iia", NULL, 0);
	check(!iia_finish(hash, collect, NULL), "too deep");
	iia_end(hash);
	free(hash);
}

static void
test_ids(void)
{
	check(id_esi("urn:schac:personalUniqueCode:int:esi:pl:1", 41) &&
			  !id_esi("urn:schac:personalUniqueCode:int:esi:pl:", 40),
		  "esi");
	check(id_academic_term("2024/2025-1/2", 13) && !id_academic_term("2024/2025-2/1", 13), "terms");
}

int
main(void)
{
	test_base64();
	test_base64_back();
	test_gzip();
	test_dates();
	test_numbers();
	test_characters();
	test_iia();
	test_ids();
	return done();
}
