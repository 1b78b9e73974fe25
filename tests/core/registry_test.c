/*
 * registry_test.c: how alike two names are.
 */
#include "registry/name_core.h"

#include "check.h"

static double
alike(const char *a, const char *b)
{
	return registry_name_similarity(a, strlen(a), b, strlen(b));
}

int
main(void)
{
	static const char *const letters[] = {"a",	  "b",	 "c", " ", " ", "\320\266", "\344\272\244", "\360\237\216\223",
										  "\377", "\xc3"};
	char long_a[5000];
	uint64_t seed = 20260601;
	int wrong = 0;

	check(alike("xian jiaotong university", "xian jiaotong university") == 1.0, "equal names are 1");
	check(alike("", "") == 0 && alike("", "x") == 0 && alike("x", "") == 0 && alike("   ", "x") == 0,
		  "an empty name is like nothing");
	check(alike("jiaotong xian", "xian jiaotong") > 0.95 && alike("jiaotong xian", "xian jiaotong") < 1.0,
		  "the order of words matters little");
	check(alike("jiatong", "jiaotong") > 0.8, "a missing letter");
	check(alike("jaiotong", "jiaotong") > 0.8, "two letters changed places");
	check(alike("ektu", "kstu") == 0, "short names of other letters are not alike");
	check(alike("osh university", "ural university") < 0.4, "the word university alone is little");
	check(alike("karaganda university", "karaganda technical university") >
			  alike("karaganda university", "almaty technical university"),
		  "the word that tells decides");
	check(alike("technical university", "karaganda technical university") <
			  alike("karaganda technical university", "karaganda technical university"),
		  "a part is less than the whole");
	check(alike("\345\214\227\344\272\254", "\345\214\227\344\272\254\345\244\247\345\255\246") > 0.5,
		  "the beginning of a Chinese name");
	check(alike("\344\272\254\345\244\247", "\345\214\227\344\272\254\345\244\247\345\255\246") > 0.5,
		  "the middle of a Chinese name");
	check(alike("\346\270\205\345\215\216\345\244\247\345\255\246",
				"\345\214\227\344\272\254\345\244\247\345\255\246") == 0,
		  "two Chinese universities");
	check(alike("ogo", "ogonyok") > 0 && alike("yok", "ogonyok") == 0,
		  "the end of a word is no hit where words are parted");

	memset(long_a, 'a', sizeof(long_a));
	check(registry_name_similarity(long_a, sizeof(long_a), long_a, sizeof(long_a) - 1) <= 1.0, "a very long word");
	for (size_t i = 1; i < sizeof(long_a); i += 2)
		long_a[i] = ' ';
	check(registry_name_similarity(long_a, sizeof(long_a), long_a, sizeof(long_a) - 2) <= 1.0, "very many words");

	/* Any bytes at all: between 0 and 1, 1 for equal strings alone, and what is past the given length is not read. */
	for (int round = 0; round < 200000; round++)
	{
		char text[2][64];
		size_t len[2] = {0, 0};
		double score;
		bool same;

		for (int side = 0; side < 2; side++)
		{
			seed = seed * 6364136223846793005u + 1442695040888963407u;
			for (int n = (int) (seed >> 60); n > 0; n--)
			{
				const char *l;

				seed = seed * 6364136223846793005u + 1442695040888963407u;
				l = letters[(seed >> 33) % 10];
				memcpy(text[side] + len[side], l, strlen(l));
				len[side] += strlen(l);
			}
		}
		score = registry_name_similarity(text[0], len[0], text[1], len[1]);
		same = len[0] == len[1] && len[0] > 0 && memcmp(text[0], text[1], len[0]) == 0;
		if (!(score >= 0 && score <= 1) || (score == 1) != same)
			wrong++;
	}
	check(wrong == 0, "200000 pairs of random bytes stay between 0 and 1, and 1 is for equal ones alone (%d wrong)",
		  wrong);
	return done();
}
