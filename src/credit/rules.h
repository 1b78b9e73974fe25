/*
 * credit/rules.h: how two credit schemes compare on a date.
 *
 * The rules are rows of credit_scheme, credit_rate and credit_activity, held
 * in the backend by a rulebook.  The methods (docs/credit.md explains them):
 *
 *	M1		the published ratio, directly or through ECTS
 *	M2		notional workload in clock hours; an interval where a rule is a range
 *	M2H		the same in each scheme's own academic hours
 *	M3		class hours of one activity (lecture, laboratory, ...)
 *	M4		the share of a full-time year
 */
#ifndef SOCU_CREDIT_RULES_H
#define SOCU_CREDIT_RULES_H

#include "credit/type.h"

#include "nodes/pg_list.h"
#include "utils/date.h"

typedef enum CreditMethod
{
	METHOD_M1,
	METHOD_M2,
	METHOD_M2H,
	METHOD_M3,
	METHOD_M4
} CreditMethod;

#define CREDIT_METHODS 5

typedef enum CreditBound
{
	BOUND_LOW,
	BOUND_STANDARD,
	BOUND_HIGH
} CreditBound;

/* What a caller asks; NULL level or activity: not stated. */
typedef struct CreditQuestion
{
	int from; /* scheme numbers */
	int to;
	DateADT on_date;
	DateADT cohort; /* = on_date where not stated */
	const char *level;
	const char *activity;
} CreditQuestion;

/* One way in which two schemes can be compared: credits of 'to' for one credit of 'from'. */
typedef struct CreditRoute
{
	CreditMethod method;
	CreditFraction low;
	CreditFraction standard; /* only where has_standard */
	CreditFraction high;
	bool has_standard; /* false for an interval that no rule narrows down */
	const char *path;  /* in words, palloc'ed */
	const char *source;
	const char *confidence;
} CreditRoute;

/* What a scheme says of itself on a date; a part is valid only where its flag is set. */
typedef struct CreditSchemeRule
{
	int scheme;
	bool shipped;
	bool by_cohort;
	DateADT from; /* [from, until) */
	DateADT until;
	bool has_hours;
	CreditFraction hours_low;
	CreditFraction hours_high;
	bool has_minutes;
	CreditFraction minutes;
	bool has_contact;
	CreditFraction contact;
	bool has_year;
	CreditFraction year;
	char *source;
	char *confidence;
} CreditSchemeRule;

/* The generation of the rules, loading them if need be: derive again when it changes. */
extern uint64 credit_rules_generation(void);

/* Is 'generation' still the one in force?  Cheap. */
extern bool credit_rules_current(uint64 generation);

/* All the routes for a question, best first: a list of palloc'ed CreditRoute. */
extern List *credit_routes(const CreditQuestion *question);

/*
 * The rate that a conversion uses: M1 for method -1, else that method.  ERROR
 * 22023 if there is no such rule, with the methods that would need a decision,
 * or if the rule is an interval and 'bound' is BOUND_STANDARD.
 */
extern CreditFraction credit_rate_required(const CreditQuestion *question, int method, CreditBound bound);

/* The scheme's own rule on a date; NULL if there is none. */
extern const CreditSchemeRule *credit_scheme_rule(int scheme, DateADT on_date, DateADT cohort);

/*
 * Class hours and minutes of an activity of a scheme; false if the rules do
 * not say.  A null activity is a lecture.
 */
extern bool credit_contact_hours(int scheme, const char *activity, DateADT on_date, DateADT cohort, CreditFraction *low,
								 CreditFraction *high, CreditFraction *minutes);

/* -1 for NULL; ERROR 22023 for a name that is no method. */
extern int credit_method_required(const char *name);
extern const char *credit_method_name(CreditMethod method);
extern CreditBound credit_bound_required(const char *name);

#endif /* SOCU_CREDIT_RULES_H */
