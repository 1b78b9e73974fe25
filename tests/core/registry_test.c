/*
 * registry_test.c: how alike two names are.
 */
#include "registry/name_core.h"

#include "check.h"

static double
alike(const char *a, const char *b)
{
	RegistryName as = {b, strlen(b), "", 0, "", 0};

	return registry_name_similarity(a, strlen(a), &as);
}

/* The same for a name of something in a place, known by a short name. */
static double
alike_there(const char *a, const char *b, const char *place, const char *short_name)
{
	RegistryName as = {b, strlen(b), place, strlen(place), short_name, strlen(short_name)};

	return registry_name_similarity(a, strlen(a), &as);
}

static bool
initials(const char *name, const char *short_name)
{
	return registry_name_initials(name, strlen(name), short_name, strlen(short_name));
}

/* Any bytes at all: between 0 and 1, 1 for equal strings alone, and what is past the given length is not read. */
static int
random_names(int rounds)
{
	static const char *const letters[] = {"a",	  "b",	 "c", " ", " ", "\320\266", "\344\272\244", "\360\237\216\223",
										  "\377", "\xc3"};
	uint64_t seed = 20260601;
	int wrong = 0;

	while (rounds-- > 0)
	{
		char text[4][64];
		size_t len[4] = {0, 0, 0, 0};
		double score;
		bool same;

		for (int side = 0; side < 4; side++)
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
		score = registry_name_similarity(text[0], len[0],
										 &(RegistryName){text[1], len[1], text[2], len[2], text[3], len[3]});
		same = len[0] == len[1] && len[0] > 0 && memcmp(text[0], text[1], len[0]) == 0;
		if (!(score >= 0 && score <= 1) || (score == 1) != same)
			wrong++;
	}
	return wrong;
}

int
main(void)
{
	char long_a[5000];
	int wrong;

	check(alike("xian jiaotong university", "xian jiaotong university") == 1.0, "equal names are 1");
	check(alike("", "") == 0 && alike("", "x") == 0 && alike("x", "") == 0 && alike("   ", "x") == 0,
		  "an empty name is like nothing");
	check(alike("jiaotong xian", "xian jiaotong") > 0.95 && alike("jiaotong xian", "xian jiaotong") < 1.0,
		  "the order of words matters little");
	check(alike("jiatong", "jiaotong") > 0.75, "a missing letter");
	check(alike("jaiotong", "jiaotong") > 0.75, "two letters changed places");
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
	check(registry_name_similarity(long_a, sizeof(long_a), &(RegistryName){long_a, sizeof(long_a) - 1, "", 0, "", 0}) <=
			  1.0,
		  "a very long word");
	for (size_t i = 1; i < sizeof(long_a); i += 2)
		long_a[i] = ' ';
	check(registry_name_similarity(long_a, sizeof(long_a), &(RegistryName){long_a, sizeof(long_a) - 2, "", 0, "", 0}) <=
			  1.0,
		  "very many words");

	check(alike_there("shanghai university", "shanghai university of political science and law", "shanghai", "shupl") <
			  0.7,
		  "nobody is found by the place alone");
	check(alike_there("kaznu almaty", "kaznu", "almaty", "") > alike_there("kaznu almaty", "kaznu", "", ""),
		  "the place is a small fault");
	check(alike_there("knu balasagyn", "kyrgyz national university balasagyn", "", "knu") ==
			  alike("balasagyn", "kyrgyz national university balasagyn"),
		  "a short name is no fault");
	check(alike_there("phystech mipt", "moscow institute of physics", "", "mipt") == 0.5,
		  "a short name alone is a half");
	check(alike("lanzhou universty", "lanzhou university") > 0.85,
		  "a misspelled word tells as little as the right one");
	check(initials("university of electronic science and technology of china", "uestc"),
		  "initials leave out particles");
	check(initials("evraziiskii natsionalnyi universitet imeni l n gumileva", "enu"), "initials end before a person");
	check(!initials("harbin institute of technology", "hi") && !initials("harbin institute of technology", "hitt") &&
			  !initials("harbin", "h") && !initials("", ""),
		  "initials are of the whole name, of two words or more");

	wrong = random_names(200000);
	check(wrong == 0, "200000 pairs of random bytes stay between 0 and 1, and 1 is for equal ones alone (%d wrong)",
		  wrong);
	return done();
}
