-- Documents: a transcript and an agreement are read, judged, and written again.
-- psql -f examples/exchange.sql, from the top of the source tree, in a database where the extension is created.  Leaves nothing behind.
\set QUIET on
\pset footer off
\pset null ''
SET client_min_messages = warning;
SET search_path = public, socu;
SET datestyle = iso;
\set transcript `cat examples/exchange/transcript.xml`
\set agreement `cat examples/exchange/agreement.xml`
\set learning_agreement `cat examples/exchange/learning_agreement.xml`

\echo
\echo 'A TRANSCRIPT as it came: whose, from where, what'
SELECT d.given_names, d.family_name, r.hei_id, r.title, r.issued_at::date AS issued FROM elmo_document(:'transcript') d, elmo_reports(:'transcript') r;
SELECT repeat('  ', depth - 1) || title AS achievement, code, grade, status, credit FROM elmo_achievements(:'transcript') ORDER BY report_no, los_no;

\echo
\echo 'WHAT ITS CREDITS ADD UP TO: never a sum over programme and courses'
SELECT scheme, status, topmost, deepest FROM elmo_totals(:'transcript') ORDER BY 1, 2;

\echo
\echo 'AN AGREEMENT becomes quota lines: one a condition and year'
SELECT kind, sending_hei_id AS "from", receiving_hei_id AS "to", academic_year AS year, places, languages, isced_f FROM ewp_iias(:'agreement') ORDER BY condition_no, academic_year;

\echo
\echo 'WHAT IS WRONG WITH IT: its hash was made for other conditions, and one number is not agreed yet'
SELECT verdict, severity, path, left(message, 60) AS message FROM exchange_check(:'agreement') WHERE verdict <> 'schema';

\echo
\echo 'A LEARNING AGREEMENT: the plan in force after the approved changes'
SELECT title, credit, term, in_plan FROM ewp_omobility_la_components(:'learning_agreement') WHERE status IS DISTINCT FROM 'deleted' ORDER BY part DESC, n;

\echo
\echo 'THE AGREEMENT WRITTEN AGAIN has the right hash; the transcript written again says the same'
SELECT count(*) AS faults FROM exchange_check(ewp_iias_get(ARRAY(SELECT i FROM ewp_iias(:'agreement') i))) WHERE verdict IN ('well-formed', 'facts');
SELECT elmo_read(elmo_export(elmo_read(:'transcript')))::text = elmo_read(:'transcript')::text AS the_same;

\echo
\echo 'EMREX: the value of the form field'
SELECT left(emrex_encode(:'transcript'), 60) || '...' AS value;
