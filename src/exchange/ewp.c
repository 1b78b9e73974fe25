/*
 * exchange/ewp.c: EWP documents (Erasmus Without Paper) as rows: the functions of SQL.
 */
#include "exchange/ewp_read.h"

#include "exchange/ewp_parts.h"

PG_FUNCTION_INFO_V1(ewp_iias);
PG_FUNCTION_INFO_V1(ewp_omobilities);
PG_FUNCTION_INFO_V1(ewp_omobility_las);
PG_FUNCTION_INFO_V1(ewp_omobility_la_components);
PG_FUNCTION_INFO_V1(ewp_omobility_la_rest);
PG_FUNCTION_INFO_V1(ewp_imobility_tors);
PG_FUNCTION_INFO_V1(ewp_imobility_tor_grades);
PG_FUNCTION_INFO_V1(ewp_institutions);
PG_FUNCTION_INFO_V1(ewp_ounits);
PG_FUNCTION_INFO_V1(ewp_courses);

/* Rows of one kind: f(document). */
static Datum
rows_of(FunctionCallInfo fcinfo, const EwpKind *kind, int row_kind)
{
	Map map;
	Ewp ewp;

	ewp_prepare(&map, &ewp, kind);
	sink_to_set(&map.sinks[row_kind], fcinfo);
	map_run(&map, source_open(PG_GETARG_DATUM(0), source_argument_type(fcinfo, 0)));
	return (Datum) 0;
}

Datum
ewp_iias(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, &ewp_iia_kind, 0);
}

Datum
ewp_omobilities(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, &ewp_omobility_kind, 0);
}

Datum
ewp_omobility_las(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, &ewp_la_kind, LA);
}

Datum
ewp_omobility_la_components(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, &ewp_la_kind, COMP);
}

Datum
ewp_omobility_la_rest(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, &ewp_la_kind, KEPT);
}

Datum
ewp_imobility_tors(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, &ewp_tor_kind, TOR);
}

Datum
ewp_imobility_tor_grades(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, &ewp_tor_kind, GRADE);
}

Datum
ewp_institutions(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, &ewp_hei_kind, 0);
}

Datum
ewp_ounits(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, &ewp_ounit_kind, 0);
}

Datum
ewp_courses(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, &ewp_course_kind, COURSE);
}
