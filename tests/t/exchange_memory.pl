# exchange: memory.  100,000 good and bad documents in one session leave it as large as it was; a document of 100 MB becomes
# rows in a small part of that.
use strict;
use warnings FATAL => 'all';
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

plan skip_all => 'sizes are read from /proc, which is not here' if !-e '/proc/self/status';

my $node = PostgreSQL::Test::Cluster->new('exchange_memory');
$node->init(extra => [ '--no-locale', '--encoding=UTF8' ]);
$node->append_conf('postgresql.conf', "shared_buffers = '8MB'\nwork_mem = '4MB'\njit = off\nmax_parallel_workers_per_gather = 0\n");
$node->start;
$node->safe_psql('postgres', 'CREATE EXTENSION socu CASCADE');
$node->safe_psql('postgres', q{
	CREATE FUNCTION size(what text) RETURNS bigint LANGUAGE sql AS $$ SELECT substring(pg_read_file('/proc/self/status') FROM what || ':\s*(\d+)')::bigint $$;
	CREATE TABLE document (n serial, doc text, call text);
	INSERT INTO document (doc, call)
	SELECT d, c FROM (VALUES
		('<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1"><learner><familyName>A</familyName></learner><report><issuer><title>T</title></issuer>'
			|| repeat('<learningOpportunitySpecification><identifier type="local">X</identifier><title>t</title><specifies><learningOpportunityInstance><credit><scheme>ects</scheme><value>3</value></credit><extension><a/></extension></learningOpportunityInstance></specifies></learningOpportunitySpecification>', 3)
			|| '<attachment><content>data:a/b;base64,MQ==</content></attachment></report></elmo>'),
		('<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1"><report>'), ('<elmo xmlns="urn:x"/>'), ('<a><b></a>'), ('<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'),
		(repeat('<a>', 300)), ('H4sIAAAAAAAAA7PRTwQA'), ('!'), (''),
		('<iias-get-response xmlns="https://github.com/erasmus-without-paper/ewp-specs-api-iias/blob/stable-v7/endpoints/get-response.xsd"><iia><partner><iia-id>A</iia-id></partner><cooperation-conditions><student-studies-mobility-spec><subject-area><isced-f-code>0314</isced-f-code></subject-area></student-studies-mobility-spec></cooperation-conditions></iia></iias-get-response>'),
		('<iias-get-response xmlns="https://github.com/erasmus-without-paper/ewp-specs-api-iias/blob/stable-v6/endpoints/get-response.xsd"><iia><cooperation-conditions/></iia></iias-get-response>')) v(d),
		unnest(ARRAY['elmo_read', 'elmo_achievements', 'elmo_rest', 'elmo_attachments', 'elmo_totals', 'elmo_digest', 'ewp_iias', 'iia_hash', 'conditions_hash', 'exchange_schema_faults', 'exchange_form', 'exchange_kind']) c;
	CREATE FUNCTION rounds(n integer) RETURNS bigint LANGUAGE plpgsql AS $$
	DECLARE
		d record;
		good bigint := 0;
	BEGIN
		FOR i IN 1 .. n LOOP
			FOR d IN SELECT * FROM document LOOP
				BEGIN
					EXECUTE 'SELECT count(*) FROM socu.' || d.call || '($1)' USING d.doc;
					good := good + 1;
				EXCEPTION WHEN OTHERS THEN NULL;
				END;
			END LOOP;
		END LOOP;
		RETURN good;
	END $$;
	SELECT socu.exchange_schema_load('urn:s', '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:x"><xs:element name="elmo"/></xs:schema>');
});

# each transaction by itself, as an importer would: every round is all documents through all functions
my $per_round = $node->safe_psql('postgres', 'SELECT count(*) FROM document');
my $rounds = int(100_000 / $per_round / 20) + 1;
my $script = "SELECT rounds(10) > 0;\n" . "SELECT 'size ' || size('VmRSS');\n" . ("SELECT rounds($rounds) > 0;\n" x 20) . "SELECT 'size ' || size('VmRSS');\n";
my @sizes = $node->safe_psql('postgres', $script) =~ /size (\d+)/g;
cmp_ok($rounds * 20 * $per_round, '>=', 100_000, 'documents');
cmp_ok($sizes[1] - $sizes[0], '<', 2048, "kB that the session grew by: $sizes[0] to $sizes[1]");

# one document of 100 MB, of many reports; stored as it is, and packed
$node->safe_psql('postgres', q{
	CREATE TABLE large (name text, doc bytea);
	ALTER TABLE large ALTER doc SET STORAGE EXTERNAL;
	INSERT INTO large SELECT 'plain', convert_to('<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1">' || string_agg(r, '') || '</elmo>', 'UTF8')
	FROM (SELECT '<report><issuer><title>Institution ' || i || '</title><url>https://a.kz</url></issuer>' || repeat('<learningOpportunitySpecification><identifier type="local">C-' || i || '</identifier><title xml:lang="en">Course ' || i
		|| '</title><type>Course</type><specifies><learningOpportunityInstance><start>2025-09-01</start><date>2026-01-25</date><status>passed</status><resultLabel>5</resultLabel><credit><scheme>ects</scheme><value>6</value></credit><languageOfInstruction>ru</languageOfInstruction></learningOpportunityInstance></specifies></learningOpportunitySpecification>', 20)
		|| '<issueDate>2026-02-10T09:30:00Z</issueDate></report>' AS r FROM generate_series(1, 13500) i) x;
	INSERT INTO large SELECT 'packed', convert_to(emrex_encode(convert_from(doc, 'UTF8')::xml), 'UTF8') FROM large;
});
cmp_ok($node->safe_psql('postgres', "SELECT length(doc) FROM large WHERE name = 'plain'"), '>', 100_000_000, 'bytes of the document');
for my $name (qw(plain packed))
{
	my ($before, $rows, $after) = split /\n/, $node->safe_psql('postgres', qq{
		SELECT count(*) + size('VmHWM') FROM elmo_achievements('<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1"/>'::bytea);
		SELECT count(*) FROM large, elmo_achievements(doc) WHERE name = '$name';
		SELECT size('VmHWM');});
	is($rows, 270_000, "$name: rows");
	cmp_ok($after - $before, '<', 64 * 1024, "$name: kB at the most: $before to $after");
}

$node->stop;
done_testing();
