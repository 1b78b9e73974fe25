/*
 * The counters of quota lines, as src/quota/counter.c and slot.c read and write them: a model for spin.
 *
 * Two takers and one who changes a limit, two lines, two slots a line.  A taker asks for units of line 0, then of
 * line 1, and gives back later what it got; every transaction may be undone after any step.
 *
 *   never oversold    whoever takes units leaves no more held than the limit
 *   no seat lost      free units of all slots + held units = limit, after each commit
 *   no deadlock       with one unit a statement nobody waits in a circle (-DASK=2 allows it: then one is undone)
 *
 * Guards, each of which can be taken out to see that it is needed; the model must then fail:
 *   -DNO_VERSION   a slot is replaced without a look whether the version seen is still the newest
 *   -DNO_LOCKS     the limit is changed from a look at the slots, without their locks
 *   -DNO_PORTION   a slot gives what is asked for because all slots together have it
 *   -DNO_FLAG      the flag "frozen" is not looked at
 *   -DLOCK_FIRST   a slot is locked before it is known whether it helps
 *   -DNO_UNDO      an undone transaction leaves what it wrote
 */
#define LINES 2
#define SLOTS 2
#define TAKERS 2
#define LIMITER TAKERS
#ifndef ASK
#define ASK 1
#endif
#define NONE 9

/* What is committed, and what the holder of a row's lock has written. */
typedef Line {
	short limit;
	short held;
	short free[SLOTS];
	bool frozen[SLOTS];
	byte version[SLOTS];
	byte owner[SLOTS]; /* NONE, or who has the row locked */
	short new_free[SLOTS];
	bool new_frozen[SLOTS];
}
Line line[LINES];

#define mine(l, s) (line[l].owner[s] == me)
#define open(l, s) (line[l].owner[s] == NONE || mine(l, s))

/* How much of what is asked for a slot gives; what is given back is at home in every slot. */
#ifdef NO_PORTION
#define portion(asked, available) (asked)
#else
#define portion(asked, available) \
	(asked <= 0 -> asked : (available <= 0 -> 0 : (asked < available -> asked : available)))
#endif

/* The free units of all slots: newest committed state and own changes, seen in one moment. */
inline look_at_all(l)
{
	d_step {
		total = (mine(l, 0) -> line[l].new_free[0] : line[l].free[0]) +
				(mine(l, 1) -> line[l].new_free[1] : line[l].free[1])
	}
}

/* Wait for the lock of a row.  Where all wait, the server undoes one. */
inline lock_row(l, s)
{
	if
	:: atomic {
			open(l, s) ->
			if
			:: !mine(l, s) ->
				line[l].owner[s] = me;
				line[l].new_free[s] = line[l].free[s];
				line[l].new_frozen[s] = line[l].frozen[s]
			:: else
			fi
		}
	:: timeout ->
		assert(ASK > 1);
		goto undo
	fi
}

/* What is free is divided among the slots; a debt stands in the first one. */
inline spread(l, amount)
{
	d_step {
		line[l].new_free[0] = ((amount) < 0 -> (amount) : (amount) / SLOTS + (amount) % SLOTS);
		line[l].new_free[1] = ((amount) < 0 -> 0 : (amount) / SLOTS);
		line[l].new_frozen[0] = ((amount) < 0);
		line[l].new_frozen[1] = ((amount) < 0)
	}
}

/* The transaction's changes become what is committed. */
inline commit_rows(l)
{
	i = 0;
	do
	:: i < SLOTS ->
		if
		:: mine(l, i) ->
			line[l].free[i] = line[l].new_free[i];
			line[l].frozen[i] = line[l].new_frozen[i];
			line[l].version[i] = (line[l].version[i] + 1) % 8;
			line[l].owner[i] = NONE
		:: else
		fi;
		i++
	:: else -> break
	od;
	i = 0
}

inline undo_rows(l)
{
	i = 0;
	do
	:: i < SLOTS ->
		if
		:: mine(l, i) ->
#ifdef NO_UNDO
			line[l].free[i] = line[l].new_free[i];
#endif
			line[l].owner[i] = NONE
		:: else
		fi;
		i++
	:: else -> break
	od;
	i = 0
}

/* No seat is lost, none is made. */
#define adds_up(l) (line[l].free[0] + line[l].free[1] + line[l].held == line[l].limit)

proctype Taker(byte me)
{
	short ask[LINES];
	short has[LINES];
	short rest, total, seen_free, part;
	bool seen_frozen, waits;
	byte seen_version, seen_owner, i, l, s, step, turn;

begin:
	/* The first transaction takes, the second gives back or takes more. */
	if
	:: turn == 2 -> goto end
	:: turn == 1 && has[0] > 0 -> ask[0] = -has[0]; ask[1] = -has[1]
	:: turn < 2 -> ask[0] = 1; ask[1] = 1
	:: turn < 2 -> ask[0] = ASK; ask[1] = 0
	fi;
	turn++;
	l = 0;

next_line:
	if
	:: l == LINES -> goto decide
	:: else
	fi;
	rest = ask[l];
	waits = false;
	step = 0;

next_slot:
	if
	:: rest == 0 -> l++; goto next_line
	:: else
	fi;
	/* The own slot, a look at all, the others that nobody has locked, a look, all of them with waiting. */
	if
	:: step == SLOTS -> step = 0; waits = true
	:: else
	fi;
	if
	:: (step == 0 && waits) || (step == 1 && !waits) ->
		look_at_all(l);
		if
		:: rest > 0 && total < rest -> goto undo
		:: else
		fi
	:: else
	fi;
	s = (me + step) % SLOTS;
	step++;

	d_step {
		seen_free = (mine(l, s) -> line[l].new_free[s] : line[l].free[s]);
#ifndef NO_FLAG
		seen_frozen = (mine(l, s) -> line[l].new_frozen[s] : line[l].frozen[s]);
#endif
		seen_version = line[l].version[s];
		seen_owner = line[l].owner[s]
	}
	if
	:: !seen_frozen && rest > 0 && seen_free <= 0 -> goto next_slot
	:: seen_frozen && rest > 0 ->
		look_at_all(l);
		if
		:: total < rest -> goto undo
		:: else
		fi
	:: else
	fi;

	/* Locked by somebody: only the last round waits. */
	if
	:: !waits && seen_owner != NONE && seen_owner != me -> goto next_slot
	:: else
	fi;
#ifdef LOCK_FIRST
	lock_row(l, s);
	d_step {
		seen_free = line[l].new_free[s];
		seen_frozen = line[l].new_frozen[s]
	}
#endif
	if
	:: seen_frozen && rest > 0 ->
		/* All slots together: what is given back has paid the debt, or there is nothing to take. */
		lock_row(l, 0);
		lock_row(l, 1);
		look_at_all(l);
		if
		:: total < rest -> goto undo
		:: else
		fi;
		spread(l, total - rest);
		rest = 0;
		goto next_slot
	:: else
	fi;

	/* Replace the version that was seen, if it is still the newest; whoever has it locked is waited for. */
	part = portion(rest, seen_free);
	if
	:: atomic {
			open(l, s) ->
			if
#ifdef NO_VERSION
			:: true ->
#else
			:: mine(l, s) || line[l].version[s] == seen_version ->
#endif
				line[l].owner[s] = me;
				line[l].new_free[s] = seen_free - part;
				line[l].new_frozen[s] = seen_frozen;
				rest = rest - part
			:: else -> step-- /* look at it again */
			fi
		}
	:: timeout ->
		assert(ASK > 1);
		goto undo
	fi;
	if
	:: true
	:: true -> goto undo /* for whatever reason */
	fi;
	goto next_slot;

decide:
	if
	:: true
	:: true -> goto undo
	fi;
	atomic {
		l = 0;
		do
		:: l < LINES ->
			commit_rows(l);
			line[l].held = line[l].held + ask[l];
			has[l] = has[l] + ask[l];
			assert(adds_up(l));
			assert(ask[l] <= 0 || line[l].held <= line[l].limit);
			l++
		:: else -> break
		od;
		l = 0
	}
	goto begin;

undo:
	atomic {
		undo_rows(0);
		undo_rows(1);
		assert(adds_up(0) && adds_up(1))
	}
	goto begin;

end:
	skip
}

/* Sets the limit of line 0 once, up or down, with the locks of all its slots. */
proctype Limiter(byte me)
{
	short total, limit;
	byte i;

	if
	:: limit = 1
	:: limit = 3
	fi;
#ifndef NO_LOCKS
	lock_row(0, 0);
	lock_row(0, 1);
#endif
	look_at_all(0);
#ifdef NO_LOCKS
	lock_row(0, 0);
	lock_row(0, 1);
#endif
	spread(0, total + limit - line[0].limit);
	if
	:: true
	:: true -> goto undo
	fi;
	atomic {
		commit_rows(0);
		line[0].limit = limit;
		assert(adds_up(0))
	}
	goto end;
undo:
	atomic {
		undo_rows(0)
	}
end:
	skip
}

init
{
	byte l;

	atomic {
		do
		:: l < LINES ->
			line[l].limit = 2;
			line[l].free[0] = 1;
			line[l].free[1] = 1;
			line[l].owner[0] = NONE;
			line[l].owner[1] = NONE;
			l++
		:: else -> break
		od;
		run Taker(0);
		run Taker(1);
		run Limiter(LIMITER)
	}
	_nr_pr == 1;
	assert(adds_up(0) && adds_up(1))
}
