# split.awk: template files into rows of socu.network_step, one statement a row.
#
#   awk -f split.awk kind=table sql/ROOM/NNN-TOPIC.sql ... kind=set sql/ROOM/TOPIC.sql ... kind=facts sql/data/ROOM.sql ...
#
# It reads SQL as the server does: strings '...' and E'...', names "...", bodies $tag$...$tag$, comments -- and /* */
# (which nest), and BEGIN ATOMIC ... END, inside which a semicolon ends no statement.  What it does not understand is an
# error with file and line; it never guesses.  Comments between statements are left out, those inside are kept.

BEGIN {
	IDENT = "^[A-Za-z_\200-\377][A-Za-z0-9_$\200-\377]*"
	if (ARGC < 2) fail("no file was named")
}

function fail(why) {
	printf "%s:%d: %s\n", FILENAME, FNR, why | "cat 1>&2"
	close("cat 1>&2")
	failed = 1
	exit 1
}

# A new file: its name says room and step.
FNR == 1 {
	if (previous != "") at_end(previous)
	previous = FILENAME
	n = split(FILENAME, parts, "/")
	room = parts[n - 1]
	topic = parts[n]
	sub(/\.sql$/, "", topic)
	if (room == "data") room = topic
	step = 0
	if (kind == "table") {
		if (topic !~ /^[0-9][0-9][0-9]-/) fail("a step is named NNN-topic.sql")
		step = substr(topic, 1, 3) + 0
		if (step < 1) fail("steps are numbered from 001")
	} else if (kind != "set" && kind != "facts")
		fail("kind is table, set or facts, not \"" kind "\"")
	else if (topic ~ /^[0-9]/)
		fail("only a step (kind=table) has a number")
	state = ""
	statement = ""
	words = 0
	parens = depth = 0
}

{
	rest = $0
	sub(/\r$/, "", rest)
	while (rest != "" || state == "--") {
		if (state == "") normal()
		else if (state == "--") break
		else inside()
	}
	if (state == "--") state = ""
	if (statement != "") statement = statement "\n"
}

END {
	if (failed) exit 1
	if (previous != "") at_end(previous)
	if (failed) exit 1
}

function at_end(file) {
	if (state != "")
		problem(file, "the file ends inside " (state == "/*" ? "a comment" : "a string, name or body"))
	if (statement ~ /[^ \t\n]/) problem(file, "the last statement has no semicolon")
}

function problem(file, why) {
	printf "%s: %s (the statement begins in line %d)\n", file, why, first_line | "cat 1>&2"
	close("cat 1>&2")
	failed = 1
	exit 1
}

# Take n characters from the line into the statement.
function take(n) {
	if (statement == "") first_line = FNR
	statement = statement substr(rest, 1, n)
	rest = substr(rest, n + 1)
}

# Between strings and comments.
function normal(   c) {
	if (match(rest, /^[ \t\f\v]+/)) {
		if (statement == "") rest = substr(rest, RLENGTH + 1)
		else take(RLENGTH)
		return
	}
	c = substr(rest, 1, 1)
	if (substr(rest, 1, 2) == "--") { comment("--", length(rest)); return }
	if (substr(rest, 1, 2) == "/*") { comments = 1; comment("/*", 2); return }
	if (match(rest, IDENT)) { word(substr(rest, 1, RLENGTH)); return }
	if (match(rest, /^[0-9]+[0-9A-Za-z_]*/)) { take(RLENGTH); last_word = ""; return }
	if (c == "'" || c == "\"") { state = c; take(1); last_word = ""; return }
	if (c == "$") { dollar(); return }
	if (c == "\\") fail("a backslash outside a string: commands of psql have no place in a template")
	if (c == ";") { semicolon(); return }
	if (c == "(") parens++
	if (c == ")" && --parens < 0) fail("a closing parenthesis without an opening one")
	last_word = c == "." ? "." : ""
	take(1)
}

# A comment goes into the statement that it stands in, else nowhere.
function comment(kind_of, n) {
	state = kind_of
	in_statement = statement != ""
	swallow(n)
	if (kind_of == "--") { rest = "" }
}

function swallow(n) {
	if (in_statement) take(n)
	else rest = substr(rest, n + 1)
}

function word(w,   up) {
	take(length(w))
	if ((w == "e" || w == "E") && substr(rest, 1, 1) == "'") { state = "e"; take(1); last_word = ""; return }
	up = toupper(w)
	if (words < 6) first_words[++words] = up
	# after a dot or AS it is a name, whatever it says
	if (last_word != "." && last_word != "AS") {
		if (up == "ATOMIC" && last_word == "BEGIN") {
			if (depth > 0 || parens > 0) fail("BEGIN ATOMIC inside parentheses or another body")
			depth = 1
		} else if (depth > 0 && up == "CASE") depth++
		else if (depth > 0 && up == "END") depth--
	}
	last_word = up
}

# $tag$ opens a body; $1 is a parameter.
function dollar() {
	if (match(rest, /^\$([A-Za-z_\200-\377][A-Za-z0-9_\200-\377]*)?\$/)) {
		tag = substr(rest, 1, RLENGTH)
		state = "$"
		take(RLENGTH)
	} else if (match(rest, /^\$[0-9]+/)) take(RLENGTH)
	else fail("a dollar sign that opens nothing")
	last_word = ""
}

# Inside a string, name, body or comment: up to its end or the end of the line.
function inside(   at, c) {
	if (state == "$") {
		at = index(rest, tag)
		if (at == 0) take(length(rest))
		else { take(at - 1 + length(tag)); state = "" }
		return
	}
	if (state == "/*") {
		if (!match(rest, /\/\*|\*\//)) { swallow(length(rest)); return }
		comments += substr(rest, RSTART, 2) == "/*" ? 1 : -1
		swallow(RSTART + 1)
		if (comments == 0) state = ""
		return
	}
	# a quote ends it, a doubled one does not; in E'...' a backslash protects the next character
	if (!match(rest, state == "\"" ? "\"" : state == "e" ? "['\\\\]" : "'")) { take(length(rest)); return }
	c = substr(rest, RSTART, 1)
	at = RSTART
	if (c == "\\" || substr(rest, at + 1, 1) == c) take(at + 1)
	else { take(at); state = "" }
}

function semicolon() {
	if (depth > 0) { take(1); last_word = ""; return }
	if (parens > 0) fail("a semicolon inside parentheses")
	rest = substr(rest, 2)
	if (words > 0) emit()
	else if (statement ~ /[^ \t\n]/) fail("a statement without a word")
	statement = ""
	words = 0
	last_word = ""
}

# May this statement stand in this kind of file?
function check(   i, all) {
	all = ""
	for (i = 1; i <= words; i++) all = all first_words[i] " "
	if (index(statement, "@ext")) fail("@extschema@ and @extowner@ would hold a name that may change: leave names bare")
	if (kind == "facts") {
		if (all !~ /^INSERT INTO /) fail("facts are INSERT statements, not: " all)
	} else if (kind == "table") {
		if (all !~ /^(CREATE|ALTER|DROP|INSERT|UPDATE|DELETE) /) fail("no statement of a step: " all)
		if (all ~ /^(CREATE OR REPLACE|CREATE SCHEMA|CREATE EXTENSION|CREATE ROLE|CREATE EVENT|CREATE DATABASE) /)
			fail("no statement of a step: " all)
		if (all ~ / IF NOT EXISTS /) fail("a step runs once: IF NOT EXISTS would hide an object of the site")
		if (all ~ /^DROP / && cascades()) fail("a step never drops with CASCADE")
	} else {
		if (all !~ /^(CREATE OR REPLACE|COMMENT ON|GRANT|REVOKE|ALTER|DROP (POLICY|TRIGGER) IF EXISTS) / &&
			all !~ /^CREATE (POLICY|CONSTRAINT TRIGGER) /)
			fail("the set is replayed, and this cannot be: " all)
		if (cascades()) fail("the set never drops with CASCADE")
	}
}

function cascades() {
	return toupper(statement) ~ /[ \t\n]CASCADE[ \t\n]*$/
}

function emit(   quote, n) {
	sub(/[ \t\n]+$/, "", statement)
	check()
	quote = "$s$"
	n = 0
	while (index(statement quote, quote) != length(statement) + 1) quote = "$s" (++n) "$"
	printf "INSERT INTO socu.network_step (ordinal, room, step, kind, source, line, statement)\n"
	printf "VALUES (%d, '%s', %d, '%s', '%s/%s', %d, %s%s%s);\n", ++ordinal, room, step, kind,
		room, topic, first_line, quote, statement, quote
}
