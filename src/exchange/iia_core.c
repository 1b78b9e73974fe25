/*
 * exchange/iia_core.c: the text that the hash of an agreement (EWP IIAs 7) is taken of.
 */
#include "exchange/iia_core.h"

#include <stdlib.h>
#include <string.h>

/* depths of the elements of a response */
#define DEPTH_IIA 2
#define DEPTH_PART 3 /* partner, cooperation-conditions, iia-hash */
#define DEPTH_SPEC 4

/* Adds text to what is hashed; if there is no memory the hash is marked as failed. */
static void
append(IiaHash *hash, IiaText *to, const char *text, size_t length)
{
	if (to->room - to->used < length)
	{
		size_t room = to->room * 2 > to->used + length ? to->room * 2 : to->used + length + 256;
		char *data = realloc(to->data, room);

		if (data == NULL)
		{
			hash->failed = true;
			return;
		}
		to->data = data;
		to->room = room;
	}
	if (length > 0)
		memcpy(to->data + to->used, text, length);
	to->used += length;
}

static void
append_string(IiaHash *hash, IiaText *to, const char *text)
{
	append(hash, to, text, strlen(text));
}

void
iia_begin(IiaHash *hash, int wanted)
{
	memset(hash, 0, sizeof(*hash));
	hash->wanted = wanted;
}

void
iia_end(IiaHash *hash)
{
	free(hash->conditions.data);
	free(hash->value.data);
	free(hash->first_year.data);
	free(hash->last_year.data);
	free(hash->ids[0].data);
	free(hash->ids[1].data);
	free(hash->given.data);
}

/* Is the element open at this depth of that name, and the present one within it? */
static bool
inside(const IiaHash *hash, int depth, const char *name)
{
	return hash->depth > depth && strcmp(hash->stack[depth].name, name) == 0;
}

/* Does the reader stand in the agreement that is asked for? */
static bool
is_wanted(const IiaHash *hash)
{
	return hash->depth >= DEPTH_IIA && hash->current == hash->wanted && strcmp(hash->stack[DEPTH_IIA].name, "iia") == 0;
}

/* Is the element within the conditions, which are what is hashed? */
static bool
in_conditions(const IiaHash *hash)
{
	return is_wanted(hash) && inside(hash, DEPTH_PART, "cooperation-conditions");
}

/* Adds grandparent.parent.element. */
static void
append_path(IiaHash *hash, IiaText *to)
{
	append_string(hash, to, hash->stack[hash->depth - 2].name);
	append(hash, to, ".", 1);
	append_string(hash, to, hash->stack[hash->depth - 1].name);
	append(hash, to, ".", 1);
	append_string(hash, to, hash->stack[hash->depth].name);
}

/* The value of an attribute; NULL if there is none of this name. */
static const char *
attr_value(const IiaAttr *attrs, int nattrs, const char *name)
{
	for (int i = 0; i < nattrs; i++)
		if (strcmp(attrs[i].name, name) == 0)
			return attrs[i].value;
	return NULL;
}

/* Is the text true? XML Schema writes it in two ways. */
static bool
is_true(const char *value)
{
	return value != NULL && (strcmp(value, "true") == 0 || strcmp(value, "1") == 0);
}

/* Is it an element that the transformation of the specification drops? */
static bool
is_left_out(const char *name)
{
	return strcmp(name, "sending-contact") == 0 || strcmp(name, "receiving-contact") == 0 ||
		   strcmp(name, "receiving-first-academic-year-id") == 0 ||
		   strcmp(name, "receiving-last-academic-year-id") == 0;
}

/* An element inside a condition begins. */
static void
start_in_spec(IiaHash *hash, IiaElement *element, const IiaAttr *attrs, int nattrs)
{
	const char *v6 = attr_value(attrs, nattrs, "v6-value");

	element->left_out = hash->stack[hash->depth - 1].left_out || is_left_out(element->name) ||
						is_true(attr_value(attrs, nattrs, "not-yet-defined"));
	hash->has_v6 = v6 != NULL;
	if (v6 != NULL)
		append_string(hash, &hash->value, v6);
	if (element->left_out)
		return;
	for (int i = 0; i < nattrs; i++)
	{
		if (strcmp(attrs[i].name, "v6-value") == 0 || strcmp(attrs[i].name, "not-yet-defined") == 0)
			continue;
		append(hash, &hash->conditions, "_@", 2);
		append_path(hash, &hash->conditions);
		append(hash, &hash->conditions, ".", 1);
		append_string(hash, &hash->conditions, attrs[i].name);
		append(hash, &hash->conditions, "=", 1);
		append_string(hash, &hash->conditions, attrs[i].value);
		append(hash, &hash->conditions, "@_", 2);
	}
}

void
iia_start_element(IiaHash *hash, const char *name, const IiaAttr *attrs, int nattrs)
{
	IiaElement *element;

	if (hash->depth + 1 >= IIA_DEPTH)
	{
		hash->failed = true;
		return;
	}
	hash->stack[hash->depth].has_children = true;
	element = &hash->stack[++hash->depth];
	element->name = name;
	element->has_children = element->left_out = false;
	hash->value.used = 0;
	hash->has_v6 = false;
	if (hash->depth == DEPTH_IIA && strcmp(name, "iia") == 0)
		hash->current++;
	if (!is_wanted(hash))
		return;
	hash->found = true;
	if (hash->depth == DEPTH_PART && strcmp(name, "partner") == 0)
		hash->partners++;
	else if (hash->depth == DEPTH_PART && strcmp(name, "cooperation-conditions") == 0)
		hash->terminated = is_true(attr_value(attrs, nattrs, "terminated-as-a-whole"));
	else if (hash->depth == DEPTH_SPEC)
		hash->first_year.used = hash->last_year.used = 0;
	else if (hash->depth > DEPTH_SPEC && in_conditions(hash))
		start_in_spec(hash, element, attrs, nattrs);
}

void
iia_text(IiaHash *hash, const char *text, size_t length)
{
	if (!hash->has_v6 && is_wanted(hash))
		append(hash, &hash->value, text, length);
}

/* A condition ends: its first and its last year come last. */
static void
end_spec(IiaHash *hash)
{
	append_string(hash, &hash->conditions, "_receiving-first-academic-year-id=");
	append(hash, &hash->conditions, hash->first_year.data, hash->first_year.used);
	append_string(hash, &hash->conditions, "__receiving-last-academic-year-id=");
	append(hash, &hash->conditions, hash->last_year.data, hash->last_year.used);
	append(hash, &hash->conditions, "_", 1);
}

/* A leaf of a condition ends. */
static void
end_leaf(IiaHash *hash, const IiaElement *element)
{
	if (hash->depth == DEPTH_SPEC + 1 && strcmp(element->name, "receiving-first-academic-year-id") == 0)
		append(hash, &hash->first_year, hash->value.data, hash->value.used);
	else if (hash->depth == DEPTH_SPEC + 1 && strcmp(element->name, "receiving-last-academic-year-id") == 0)
		append(hash, &hash->last_year, hash->value.data, hash->value.used);
	if (element->left_out)
		return;
	append(hash, &hash->conditions, "_", 1);
	append_path(hash, &hash->conditions);
	append(hash, &hash->conditions, "=", 1);
	append(hash, &hash->conditions, hash->value.data, hash->value.used);
	append(hash, &hash->conditions, "_", 1);
}

void
iia_end_element(IiaHash *hash)
{
	const IiaElement *element = &hash->stack[hash->depth];

	if (is_wanted(hash))
	{
		if (hash->depth == DEPTH_SPEC && inside(hash, DEPTH_PART, "partner") && strcmp(element->name, "iia-id") == 0 &&
			hash->partners >= 1 && hash->partners <= 2)
			append(hash, &hash->ids[hash->partners - 1], hash->value.data, hash->value.used);
		else if (hash->depth == DEPTH_PART && strcmp(element->name, "iia-hash") == 0)
			append(hash, &hash->given, hash->value.data, hash->value.used);
		else if (hash->depth == DEPTH_SPEC && in_conditions(hash))
			end_spec(hash);
		else if (hash->depth > DEPTH_SPEC && in_conditions(hash) && !element->has_children)
			end_leaf(hash, element);
	}
	hash->value.used = 0;
	hash->has_v6 = false;
	hash->depth--;
}

bool
iia_finish(IiaHash *hash, IiaSink sink, void *context)
{
	static const char first[] = "_iia-id_1=";
	static const char second[] = "__iia-id_2=";
	static const char terminated[] = "_@terminated-as-a-whole@_";

	if (hash->failed || !hash->found)
		return false;
	if (hash->terminated)
		sink(context, terminated, sizeof(terminated) - 1);
	sink(context, first, sizeof(first) - 1);
	sink(context, hash->ids[0].data ? hash->ids[0].data : "", hash->ids[0].used);
	sink(context, second, sizeof(second) - 1);
	sink(context, hash->ids[1].data ? hash->ids[1].data : "", hash->ids[1].used);
	sink(context, "_", 1);
	sink(context, hash->conditions.data ? hash->conditions.data : "", hash->conditions.used);
	return true;
}
