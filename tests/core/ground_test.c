/*
 * Unit tests of what keys of states and institutions look like: no server.
 */
#include "check.h"
#include "ground/domain_core.h"
#include "ground/iso_core.h"

/* Each text with what is wrong with it; NULL = nothing. */
static const struct
{
	const char *text;
	const char *wrong;
} domains[] = {
	{"msu.ru", NULL},
	{"a.ru", NULL},
	{"1c.uz", NULL},
	{"uw.edu.pl", NULL},
	{"xn--80afcdbalict6afooklqi5o.xn--p1ai", NULL},
	{"MSU.ru", "a capital"},
	{"msu.RU", "a capital"},
	{"msu.ru ", "a space"},
	{" msu.ru", "a space"},
	{"msu.ru\n", "a new line"},
	{"msu.ru.", "an empty label"},
	{".msu.ru", "an empty label"},
	{"msu..ru", "an empty label"},
	{"msu", "one label"},
	{"a.b", "too short"},
	{"-msu.ru", "a hyphen at an end"},
	{"msu-.ru", "a hyphen at an end"},
	{"m_su.ru", "an underscore"},
	{"192.0.2.1", "an address"},
	{"msu.ru/kz", "a path"},
	{"\xd0\xbc\xd0\xb3\xd1\x83.ru", "letters beyond ASCII"},
	{"", "nothing"},
};

static void
test_domains(void)
{
	char label[80];
	char longest[300] = "";

	for (size_t i = 0; i < sizeof(domains) / sizeof(domains[0]); i++)
		check(domain_valid(domains[i].text, strlen(domains[i].text)) == (domains[i].wrong == NULL), "domain: %s",
			  domains[i].wrong ? domains[i].wrong : domains[i].text);
	check(!domain_valid("msu\0ru.ru", 9), "domain: a zero byte");

	memset(label, 'a', 64);
	strcpy(label + 63, ".ru");
	check(domain_valid(label, 66), "domain: a label of 63 bytes");
	memset(label, 'a', 64);
	strcpy(label + 64, ".ru");
	check(!domain_valid(label, 67), "domain: a label of 64 bytes");

	for (int i = 0; i < 126; i++)
		strcat(longest, "a.");
	strcat(longest, "a");
	check(strlen(longest) == 253 && domain_valid(longest, 253), "domain: 253 bytes");
	longest[252] = '\0';
	strcat(longest, "aa");
	check(strlen(longest) == 254 && !domain_valid(longest, 254), "domain: 254 bytes");
}

int
main(void)
{
	test_domains();
	check(iso_state_number("KZ") == 10 * 26 + 25 && iso_state_number("kz") == 10 * 26 + 25,
		  "state: in any letter case");
	check(iso_state_number("_T") < 0 && iso_state_number("??") < 0 && iso_state_number("QQ") >= 0,
		  "state: pairs of letters");
	return done();
}
