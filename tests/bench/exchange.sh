# exchange: documents to rows, beside XMLTABLE, xpath() and the bare reader of libxml2 over the same bytes.
BENCH_DOCS=${BENCH_DOCS:-20000}
bench_sql "
SET search_path = public;
-- A transcript of 12 achievements, about 8 kB, as many as are asked for; each has a number of its own.
CREATE FUNCTION transcript(i integer, n integer) RETURNS text LANGUAGE sql IMMUTABLE AS \$\$
	SELECT '<elmo xmlns=\"https://github.com/emrex-eu/elmo-schemas/tree/v1\"><generatedDate>2026-02-10T09:30:00+05:00</generatedDate><learner><identifier type=\"esi\">urn:schac:personalUniqueCode:int:esi:kaznu.kz:'
		|| i || '</identifier><givenNames>Given ' || i || '</givenNames><familyName>Family ' || i || '</familyName><bday>2004-05-17</bday></learner><report><issuer><country>KZ</country><identifier type=\"schac\">kaznu.kz</identifier>'
		|| '<title xml:lang=\"en\">Kazakh National University</title><url>https://kaznu.kz</url></issuer>' || string_agg('<learningOpportunitySpecification><identifier type=\"local\">C-' || k || '</identifier><title xml:lang=\"en\">Course number '
		|| k || ' of student ' || i || '</title><title xml:lang=\"ru\">Предмет номер ' || k || '</title><type>Course</type><iscedCode>0713</iscedCode><specifies><learningOpportunityInstance><start>2025-09-01</start><date>2026-01-25</date><academicTerm>'
		|| '<title xml:lang=\"en\">Autumn</title><start>2025-09-01</start><end>2026-01-31</end></academicTerm><status>passed</status><resultLabel>' || k % 5 || '</resultLabel><credit><scheme>ects</scheme><value>' || k
		|| '.5</value></credit><level><type>EQF</type><value>7</value></level><languageOfInstruction>ru</languageOfInstruction></learningOpportunityInstance></specifies></learningOpportunitySpecification>', '')
		|| '<issueDate>2026-02-10T09:30:00+05:00</issueDate></report></elmo>' FROM generate_series(1, n) k \$\$;
CREATE TABLE doc AS SELECT i, transcript(i, 12)::xml AS x FROM generate_series(1, $BENCH_DOCS) i;
CREATE TABLE big (x xml);
ALTER TABLE big ALTER x SET STORAGE EXTERNAL;
INSERT INTO big SELECT ('<elmo xmlns=\"https://github.com/emrex-eu/elmo-schemas/tree/v1\"><learner><familyName>F</familyName></learner>'
	|| string_agg(replace(substr(t, strpos(t, '<report>')), '</elmo>', ''), '') || '</elmo>')::xml FROM (SELECT transcript(i, 12) AS t FROM generate_series(1, 6500) i) s;
CREATE TABLE agreement AS SELECT i, ('<iias-get-response xmlns=\"https://github.com/erasmus-without-paper/ewp-specs-api-iias/blob/stable-v7/endpoints/get-response.xsd\"><iia><partner><hei-id>kaznu.kz</hei-id><iia-id>' || i
	|| '</iia-id></partner><partner><hei-id>mpei.ru</hei-id></partner><in-effect>true</in-effect><cooperation-conditions>' || repeat('<student-studies-mobility-spec><sending-hei-id>kaznu.kz</sending-hei-id><receiving-hei-id>mpei.ru</receiving-hei-id>'
	|| '<receiving-first-academic-year-id>2025/2026</receiving-first-academic-year-id><receiving-last-academic-year-id>2027/2028</receiving-last-academic-year-id><mobilities-per-year>3</mobilities-per-year><recommended-language-skill>'
	|| '<language>ru</language><cefr-level>B1</cefr-level></recommended-language-skill><subject-area><isced-f-code>0713</isced-f-code></subject-area><total-months-per-year>15</total-months-per-year><blended>false</blended>'
	|| '</student-studies-mobility-spec>', 5) || '</cooperation-conditions><iia-hash>0</iia-hash></iia></iias-get-response>')::xml AS x FROM generate_series(1, $BENCH_DOCS) i;
CREATE TABLE read AS SELECT i, elmo_read(x) AS e FROM doc;
ANALYZE;"
columns="report_no, los_no, type, code, title, started, ended, status, grade, credit_scheme, credit_value, language"
xmltable="SELECT sum(length(t.title)), sum(t.credit), max(t.ended) FROM %s d, XMLTABLE(XMLNAMESPACES('https://github.com/emrex-eu/elmo-schemas/tree/v1' AS e),
	'//e:learningOpportunitySpecification' PASSING d.x COLUMNS code text PATH 'e:identifier[@type=\"local\"]', title text PATH 'e:title[1]', type text PATH 'e:type', isced text PATH 'e:iscedCode',
	started date PATH 'e:specifies/e:learningOpportunityInstance/e:start', ended date PATH 'e:specifies/e:learningOpportunityInstance/e:date', status text PATH 'e:specifies/e:learningOpportunityInstance/e:status',
	grade text PATH 'e:specifies/e:learningOpportunityInstance/e:resultLabel', scheme text PATH 'e:specifies/e:learningOpportunityInstance/e:credit[1]/e:scheme',
	credit numeric PATH 'e:specifies/e:learningOpportunityInstance/e:credit[1]/e:value', language text PATH 'e:specifies/e:learningOpportunityInstance/e:languageOfInstruction') t"
ours="SELECT sum(length(t.title)), sum(t.credit_value), max(t.ended) FROM %s d, LATERAL elmo_achievements(d.x) t"
ns="ARRAY[ARRAY['e', 'https://github.com/emrex-eu/elmo-schemas/tree/v1']]"
los='//e:learningOpportunitySpecification'
# shellcheck disable=SC2059
bench_together rows "$(printf "$ours" doc)" '' xmltable "$(printf "$xmltable" doc)" '' \
	xpath "SELECT sum(cardinality(xpath('$los/e:title[1]/text()', x, $ns)) + cardinality(xpath('$los//e:credit/e:value/text()', x, $ns)) + cardinality(xpath('$los//e:date/text()', x, $ns)) + cardinality(xpath('$los//e:status/text()', x, $ns))) FROM doc" ''
bench_row "achievements of $BENCH_DOCS documents" rows xmltable 'XMLTABLE, 11 columns' 0.33
bench_row "achievements of $BENCH_DOCS documents" rows xpath 'four xpath()' 0.33
# shellcheck disable=SC2059
bench_time big_rows "$(printf "$ours" big)"
# shellcheck disable=SC2059
bench_single big_xmltable "$(printf "$xmltable" big)"
bench_row 'one document of 50 MB' big_rows big_xmltable 'XMLTABLE, 11 columns' 1
# The bare reader: libxml2's xmlTextReader over the same bytes, nothing kept.
reader=$SOCU_TMP/reader
$AS tee "$reader.c" >/dev/null <<'C'
#include <libxml/xmlreader.h>
#include <stdio.h>
#include <time.h>
int
main(int argc, char **argv)
{
	struct timespec a, b;
	xmlTextReaderPtr r;
	long nodes = 0;

	clock_gettime(CLOCK_MONOTONIC, &a);
	r = xmlReaderForFile(argv[1], NULL, XML_PARSE_NONET);
	while (xmlTextReaderRead(r) == 1)
		nodes++;
	clock_gettime(CLOCK_MONOTONIC, &b);
	printf("%.1f\n", (b.tv_sec - a.tv_sec) * 1e3 + (b.tv_nsec - a.tv_nsec) / 1e6);
	return nodes == 0;
}
C
# shellcheck disable=SC2046
$AS cc -O2 -o "$reader" "$reader.c" $(xml2-config --cflags --libs)
bench_psql -c 'SELECT x FROM big' >"$SOCU_TMP/big.xml"
MS[bare]=$(for _ in $(seq "$BENCH_RUNS"); do $AS "$reader" "$SOCU_TMP/big.xml"; done | sort -g | sed -n "$(((BENCH_RUNS + 1) / 2))p")
echo "#   bare: ${MS[bare]} ms" >&2
bench_row 'one document of 50 MB' big_rows bare 'a bare xmlTextReader pass' 2
# Memory of a backend of its own, over what it had before.
peak() { # SQL: kB that the largest resident set grew by
	bench_psql <<-Q
		SELECT count(*) FROM elmo_achievements('<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1"/>'::xml);
		SELECT 'before ' || substring(pg_read_file('/proc/self/status') FROM 'VmHWM:\s*(\d+)');
		SET work_mem = '4MB';
		$1;
		SELECT 'after ' || substring(pg_read_file('/proc/self/status') FROM 'VmHWM:\s*(\d+)');
	Q
}
# shellcheck disable=SC2059
if [ -e /proc/self/status ]; then
	for name in big_rows big_xmltable; do
		sql=$ours
		[ $name = big_rows ] || sql=$xmltable
		MS[$name.kb]=$(peak "$(printf "$sql" big)" | awk '/^before/ {b = $2} /^after/ {print $2 - b}')
		echo "#   $name: ${MS[$name.kb]} kB" >&2
	done
	bench_row 'memory for it (kB)' big_rows.kb big_xmltable.kb 'XMLTABLE' 0.1
fi
bench_together read "SELECT count(cardinality((elmo_read(x)).achievements)) FROM doc" '' export "SELECT sum(length(elmo_export(e)::text)) FROM read" '' \
	xmlagg "SELECT sum(length(x::text)) FROM (SELECT xmlelement(name elmo, xmlattributes('https://github.com/emrex-eu/elmo-schemas/tree/v1' AS xmlns), xmlelement(name \"generatedDate\", (e).head.generated_at),
		xmlelement(name learner, xmlelement(name \"givenNames\", (e).head.given_names), xmlelement(name \"familyName\", (e).head.family_name), xmlelement(name bday, (e).head.birth_date)),
		xmlelement(name report, (SELECT xmlelement(name issuer, xmlelement(name country, r.country), xmlelement(name title, r.title), xmlelement(name url, r.url)) FROM unnest((e).reports) r),
		(SELECT xmlagg(xmlelement(name \"learningOpportunitySpecification\", xmlelement(name identifier, xmlattributes('local' AS type), a.code), xmlelement(name title, a.title), xmlelement(name type, a.type), xmlelement(name \"iscedCode\", a.isced_f),
			xmlelement(name specifies, xmlelement(name \"learningOpportunityInstance\", xmlelement(name start, a.started), xmlelement(name date, a.ended), xmlelement(name status, a.status), xmlelement(name \"resultLabel\", a.grade),
			xmlelement(name credit, xmlelement(name scheme, a.credit_scheme), xmlelement(name value, a.credit_value)), xmlelement(name \"languageOfInstruction\", a.language)))) ORDER BY a.los_no) FROM unnest((e).achievements) a))) AS x FROM read) t" ''
bench_row "$BENCH_DOCS documents written" export xmlagg 'xmlelement and xmlagg, fewer columns' 0.5
MS[goal_read]=$(awk -v n="$BENCH_DOCS" 'BEGIN {print n / 2000 * 1000}')
MS[goal_hash]=$(awk -v n="$BENCH_DOCS" 'BEGIN {print n / 5000 * 1000}')
bench_row "$BENCH_DOCS documents read as a whole" read goal_read '2,000 a second' 1
bench_sql "SELECT socu.create_network('bench', '{exchange}', false)"
bench_sql "INSERT INTO bench.exchange_scale VALUES ('kaznu.kz', '', 'RU_5')"
bench_single import "SELECT count(*) FROM doc, bench.elmo_import(x, faults => 'ignore')"
bench_row "$BENCH_DOCS transcripts imported, judged before" import goal_read '2,000 a second' 1
bench_time hash "SELECT count(iia_hash(x)) FROM agreement"
bench_row "iia_hash of $BENCH_DOCS agreements" hash goal_hash '5,000 a second' 1
