/*
 * exchange/ewp_course.c: courses (EWP courses 0.7), one row for each instance.
 */
#include "exchange/ewp_parts.h"

/* An instance ends: a copy of the row with what belongs to it, which the row then forgets. */
static void
course_instance_ends(Map *map)
{
	static const int own[] = {COURSE_LOI_ID,		 COURSE_STARTED,	  COURSE_ENDED, COURSE_TERM,
							  COURSE_CREDIT,		 COURSE_LANGUAGE,	  COURSE_HOURS, COURSE_INSTANCE_NO,
							  COURSE_CREDIT_SCHEMES, COURSE_CREDIT_VALUES};
	Ewp *ewp = map->own;
	MapRow *row = map->rows[COURSE];
	MapRow *copy;
	int bytes = COURSE_COLUMNS;

	if (row == NULL)
		return;
	copy = palloc0(sizeof(MapRow));
	copy->values = memcpy(palloc(bytes * sizeof(Datum)), row->values, bytes * sizeof(Datum));
	copy->nulls = memcpy(palloc(bytes * sizeof(bool)), row->nulls, bytes * sizeof(bool));
	map_set(copy, COURSE_INSTANCE_NO, Int32GetDatum(++ewp->part));
	for (int i = COURSE_CREDIT_SCHEMES; i <= COURSE_CREDIT_VALUES; i++)
		if (row->lists[i] != NULL)
			map_set(copy, i, makeArrayResult(row->lists[i], CurrentMemoryContext));
	ewp->kept = lappend(ewp->kept, copy);
	for (int i = 0; i < lengthof(own); i++)
	{
		row->nulls[own[i]] = true;
		row->lists[own[i]] = NULL;
	}
}

/* A course is a row for each of its instances, or one if it has none. */
static void
course_ends(Map *map, MapRow *row)
{
	Ewp *ewp = map->own;
	Datum program;
	ListCell *cell;

	map_set(row, COURSE_NO, Int32GetDatum(ewp->item));
	if (!row->nulls[COURSE_LOS_CODE] && value_program(row->values[COURSE_LOS_CODE], &program))
		map_set(row, COURSE_PROGRAM, program);
	if (ewp->kept == NIL)
		map_emit(map, COURSE, row->values, row->nulls);
	foreach (cell, ewp->kept)
	{
		MapRow *instance = lfirst(cell);

		for (int i = 0; i < COURSE_COLUMNS; i++)
			if (!row->nulls[i])
				map_set(instance, i, row->values[i]);
		map_emit(map, COURSE, instance->values, instance->nulls);
	}
	ewp->kept = NIL;
}

/* An instance ends; an instance is the only thing here that is told. */
static void
course_ended(Map *map, const MapRule *rule)
{
	if (rule->hook == ON_INSTANCE)
		course_instance_ends(map);
}

const EwpKind ewp_course_kind = {.name = "courses",
								 .rules = ewp_course_rules,
								 .rows = 1,
								 .skill_column = NO_COLUMN,
								 .credit_kind = COURSE,
								 .credit_column = COURSE_CREDIT,
								 .ended = course_ended,
								 .closed = course_ends};
