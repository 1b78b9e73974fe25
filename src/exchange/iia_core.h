/*
 * exchange/iia_core.h: the text that the hash of an agreement (EWP IIAs 7) is taken of.
 *
 * The text is made of local names and values, in document order, as the stylesheet of the interface's
 * specification writes it:
 *
 *	_@terminated-as-a-whole@_                     if the conditions are terminated
 *	_iia-id_1=A__iia-id_2=B_                      of the two partners; empty if absent
 *	for each condition, for each element in it:
 *		_@grandparent.parent.element.attr=value@_ for each attribute
 *		_grandparent.parent.element=value_        if it has no elements in it
 *	and then
 *		_receiving-first-academic-year-id=Y__receiving-last-academic-year-id=Z_
 *
 * Contacts, the two years, and what is marked not-yet-defined are left out; a v6-value stands for the ISCED
 * code that it marks.  Values are taken verbatim.
 *
 * Pure C: the caller hands in the events of one document, and a sink that takes the text.
 */
#ifndef EXCHANGE_IIA_CORE_H
#define EXCHANGE_IIA_CORE_H

#include <stdbool.h>
#include <stddef.h>

#define IIA_DEPTH 260

typedef void (*IiaSink)(void *context, const char *text, size_t length);

/* A buffer of malloc. */
typedef struct IiaText
{
	char *data;
	size_t used;
	size_t room;
} IiaText;

typedef struct IiaElement
{
	const char *name;
	bool has_children;
	bool left_out; /* this element and what is in it */
} IiaElement;

typedef struct IiaHash
{
	int wanted; /* number of the agreement, from 1 */
	int current;
	int depth;
	IiaElement stack[IIA_DEPTH];
	IiaText conditions; /* the text of the conditions so far */
	IiaText value;		/* of the leaf being read */
	IiaText first_year;
	IiaText last_year;
	IiaText ids[2];
	IiaText given; /* iia-hash, as the document gives it */
	int partners;
	bool terminated;
	bool has_v6;
	bool failed; /* out of memory */
	bool found;
} IiaHash;

typedef struct IiaAttr
{
	const char *name;
	const char *value;
} IiaAttr;

extern void iia_begin(IiaHash *hash, int wanted);
extern void iia_end(IiaHash *hash); /* gives the memory back */

extern void iia_start_element(IiaHash *hash, const char *name, const IiaAttr *attrs, int nattrs);
extern void iia_text(IiaHash *hash, const char *text, size_t length);
extern void iia_end_element(IiaHash *hash);

/* After the last event: the whole text; false if there is no such agreement, or no memory. */
extern bool iia_finish(IiaHash *hash, IiaSink sink, void *context);

#endif /* EXCHANGE_IIA_CORE_H */
