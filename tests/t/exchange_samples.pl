# exchange: official samples and schemas, where they are at hand: SOCU_XML_SAMPLES, or shared/xml_samples beside the
# folder of the tree.  They are read from there and never copied.
use strict;
use warnings FATAL => 'all';
use Cwd qw(abs_path);
use File::Basename;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my ($samples) = grep { defined $_ && -e "$_/INDEX.tsv" } ($ENV{SOCU_XML_SAMPLES},
	map { dirname(abs_path($0)) . "/$_/shared/xml_samples" } ('../../..', '../../../..'));
plan skip_all => 'official samples are not here: name their folder with SOCU_XML_SAMPLES' if !defined $samples;

my $node = PostgreSQL::Test::Cluster->new('exchange');
$node->init(extra => [ '--no-locale', '--encoding=UTF8' ]);
$node->start;
$node->safe_psql('postgres', 'CREATE EXTENSION socu CASCADE');

sub quoted { my ($text) = @_; $text =~ s/'/''/g; return "'$text'" }
sub bytes { my ($file) = @_; return "(SELECT body FROM public.doc WHERE name = " . quoted($file) . ")" }
sub text { my ($file) = @_; return "convert_from(" . bytes($file) . ", 'UTF8')" }
sub query { my ($sql) = @_; return $node->safe_psql('postgres', "SET client_min_messages = error; SET search_path = socu, public; $sql") }

$node->safe_psql('postgres', "CREATE TABLE doc (name text PRIMARY KEY, body bytea); "
	. join '', map { my $name = $_; $name =~ s{^\Q$samples\E/}{}; "INSERT INTO doc VALUES (" . quoted($name) . ", '\\x" . unpack('H*', slurp_file($_)) . "'); " }
	(glob("$samples/samples/*/*"), map { chomp; $_ } `find '$samples/schemas' -name '*.xsd'`));

# Many answers from one session: want() what a query gives, all of them with answers().
my @wanted;
sub want { my ($sql, $answer, $what) = @_; push @wanted, [ $sql, $answer, $what ]; return }
sub answers
{
	my %got;
	my $all = query(join ' ', map { "SELECT $_, q.* FROM ($wanted[$_][0]) q;" } 0 .. $#wanted);
	for (split /\n/, $all) { my ($i, $answer) = split /\|/, $_, 2; $got{$i} = $answer }
	is($got{$_}, $wanted[$_][1], $wanted[$_][2]) for 0 .. $#wanted;
	@wanted = ();
	return;
}

# ---- facts that others have found, by hand or with other tools ----

want(("SELECT topmost, deepest FROM elmo_totals(" . bytes('samples/elmo/fi-sweden-30los.xml') . ")"), '247.5|319.5', 'Swedish export');
want(("SELECT topmost, deepest FROM elmo_totals(" . bytes('samples/elmo/elmo-1.7.0-example.xml') . ")"), '126|21', '1.7.0 example');
want(("SELECT count(*) FROM elmo_achievements(" . bytes('samples/elmo/fi-sweden-30los.xml') . ")"), 30, '30 achievements');
want(("SELECT count(*), (SELECT count(*) FROM elmo_reports(d, true)) FROM (SELECT " . text('samples/elmo/fi-emrex-response.b64gz.txt') . " AS d) x, LATERAL elmo_achievements(d, true) GROUP BY d"),
	'40|2', 'EMREX value: 40 achievements, two reports');
want(("SELECT emrex_decode(" . text('samples/elmo/dk-tomcat-signed.b64gz.txt') . ")::text = " . text('samples/elmo/dk-tomcat-signed.xml')
	. "::xml::text"), 't', 'transport form');
want(("SELECT digest_ok FROM elmo_digest(" . bytes("samples/elmo/$_->[0]") . ")"), $_->[1], "digest of $_->[0]")
	for [ 'dk-tomcat-signed.xml', 't' ], [ 'dk-tomcat-signed.b64gz.txt', 't' ], [ 'dk-tomcat-signed-beautified.xml', 'f' ], [ 'fi-kaisa.xml', 'f' ];
want(("SELECT iia_hash(d) = (SELECT DISTINCT hash FROM ewp_iias(d)) FROM (SELECT " . bytes("samples/ewp/$_") . " AS d) x"), 't', "hash of $_")
	for 'iias-7-get.xml', 'iias-7-xsltkit.xml';
want(("SELECT conditions_hash(d) = (SELECT DISTINCT hash FROM ewp_iias(d)) FROM (SELECT " . bytes("samples/ewp/$_") . " AS d) x"), 't', "hash of $_")
	for 'iias-6.3.0-get.xml', 'iias-6-xsltkit.xml';
want(("SELECT count(*), count(*) FILTER (WHERE in_plan) FROM ewp_omobility_la_components(" . bytes('samples/ewp/las-1-get.xml') . ")"), '6|4', 'plan in force');
want(("SELECT count(*), sum(places) FROM ewp_iias(" . bytes('samples/ewp/iias-7-get.xml') . ")"), '20|96', 'quota lines');
like(query("SELECT string_agg(message, ';') FROM exchange_check(" . bytes('samples/ewp/tors-2-get.xml') . ")"), qr/learner has no ESI/, 'the official transcript has no ESI');
want(("SELECT verdict FROM exchange_check(" . bytes('samples/security/manifest-xxe.xml') . ")"), 'well-formed', 'external entity refused');
my ($status, $out, $err) = $node->psql('postgres', "SELECT ewp_iias(" . bytes('samples/ewp/iias-4.0.0-get.xml') . ")");
like($err, qr/stable-v4/, 'an unknown version is named');

answers();

# ---- schemas: imports are loaded as they are asked for ----

my %location;
my $catalog = slurp_file("$samples/schemas/catalog.xml");
$location{$1} = $2 while $catalog =~ /<system systemId="([^"]+)" uri="([^"]+)"/g;
my @files = map { chomp; $_ } `cd '$samples/schemas' && find . -name '*.xsd' | sed 's|^./||' | sort`;

# A schema's own address may lead to a neighbour by a relative path: the file with the longest common end.
sub file_of
{
	my ($uri) = @_;
	return $location{$uri} if exists $location{$uri};
	my @parts = split m{/}, $uri;
	for my $n (reverse 1 .. 4)
	{
		next if $n > @parts;
		my $end = join '/', @parts[ -$n .. -1 ];
		my ($file) = grep { $_ eq $end || substr($_, -length("/$end")) eq "/$end" } @files;
		return $file if defined $file;
	}
	return;
}

sub load { my ($uri, $file) = @_; return query("SELECT exchange_schema_load(" . quoted($uri) . ", " . text("schemas/$file") . ")") }

# Loads 'uri' and what it needs; true once it compiles.
sub load_all
{
	my ($uri, $file) = @_;
	my $namespace = load($uri, $file);
	for (1 .. 20)
	{
		my ($status, $out, $err) = $node->psql('postgres',
			"SELECT count(*) FROM exchange_schema_faults('<a/>', " . quoted($uri) . ")");
		return 1 if $status == 0;
		my ($missing) = $err =~ /It needs (\S+), which is not loaded/ or return diag($err) && 0;
		my $found = file_of($missing) or return diag("no file for $missing") && 0;
		load($missing, $found);
	}
	return 0;
}

my %schema = (
	elmo1 => [ 'https://raw.githubusercontent.com/emrex-eu/elmo-schemas/v1/schema.xsd', 'elmo/elmo-v1.7.0.xsd' ],
	elmo2 => [ 'https://raw.githubusercontent.com/emrex-eu/elmo-schemas/v2.1.1/schema.xsd', 'elmo/elmo-v2.1.1.xsd' ],
	iias6 => [ 'urn:iias6/endpoints/get-response.xsd', 'ewp-specs-api-iias-v6.3.0/endpoints/get-response.xsd' ],
	iias7 => [ 'urn:iias7/endpoints/get-response.xsd', 'ewp-specs-api-iias-v7.0.0/endpoints/get-response.xsd' ],
	omobilities2 => [ 'urn:om2/endpoints/get-response.xsd', 'ewp-specs-api-omobilities-v2.0.0/endpoints/get-response.xsd' ],
	omobilities3 => [ 'urn:om3/endpoints/get-response.xsd', 'ewp-specs-api-omobilities-v3.0.0/endpoints/get-response.xsd' ],
	las1 => [ 'urn:la1/endpoints/get-response.xsd', 'ewp-specs-api-omobility-las-v1.2.0/endpoints/get-response.xsd' ],
	tors2 => [ 'urn:tor2/endpoints/get-response.xsd', 'ewp-specs-api-imobility-tors-v2.0.0/endpoints/get-response.xsd' ],
	tors3 => [ 'urn:tor3/endpoints/get-response.xsd', 'ewp-specs-api-imobility-tors-v3.0.0/endpoints/get-response.xsd' ],);
# Relative imports want an address with folders.
for (values %schema) { $_->[0] =~ s{^urn:(\w+)/}{https://site.example/$1/}; }
ok(load_all(@{ $schema{$_} }), "schema $_ with its imports") for sort keys %schema;

sub faults_sql { my ($kind, $document) = @_;
	return "SELECT count(*) FROM exchange_schema_faults($document, " . quoted($schema{$kind}[0]) . ") WHERE severity = 'error'" }

# What the index says of each ELMO sample (judged by 1.7.0), our verdict says too: as many errors.
my %errors = ('elmo-1.7.0-example' => 0, 'elmo-1.1.0-example' => 0, 'elmoPlus' => 0, 'fi-kaisa' => 0, 'fi-sweden-30los' => 0, 'fi-my-elmo' => 0,
	'oots-identity-mismatch' => 0, 'fi-my-elmo-incomplete' => 1, 'dk-denmark-36los' => 37, 'dk-tomcat-signed' => 7, 'oots-sample' => 6, 'oots-invalid' => 1);
want(faults_sql('elmo1', bytes("samples/elmo/$_.xml")), $errors{$_}, "schema errors of $_") for sort keys %errors;
want(faults_sql('elmo2', bytes('samples/elmo/elmo-2.1.1-derived.xml')), 0, 'ELMO 2.1.1');
my %ewp = ('iias-7-get' => 'iias7', 'iias-7-xsltkit' => 'iias7', 'iias-6.3.0-get' => 'iias6', 'iias-6-xsltkit' => 'iias6', 'omobilities-2-get' => 'omobilities2',
	'omobilities-3-get' => 'omobilities3', 'las-1-get' => 'las1', 'tors-2-get' => 'tors2', 'tors-3-derived' => 'tors3');
want(faults_sql($ewp{$_}, bytes("samples/ewp/$_.xml")), 0, "no schema errors of $_") for sort keys %ewp;

answers();

# ---- round trips: what was read is written, valid, and read again ----

my @elmo = qw(elmo-1.0.0-example elmo-1.1.0-example elmo-1.2-example elmo-1.3.0-example elmo-1.7.0-example elmoPlus fi-kaisa fi-sweden-30los
	fi-my-elmo dk-denmark-36los dk-tomcat-signed oots-sample oots-identity-mismatch elmo-2.1.1-derived);
query(q{
	-- What writing changes on purpose: ects in lower case, a status that is always given, an issuer's url that the schema demands.
	CREATE FUNCTION public.facts(e elmo) RETURNS jsonb LANGUAGE sql AS $$
		SELECT jsonb_build_object('head', to_jsonb((e).head) - 'signed',
			'reports', (SELECT jsonb_agg(to_jsonb(r) || jsonb_build_object('url', coalesce(r.url, ''))) FROM unnest((e).reports) r),
			'achievements', (SELECT jsonb_agg(to_jsonb(a) - 'status_given' || jsonb_build_object('credit_scheme', lower(a.credit_scheme))) FROM unnest((e).achievements) a),
			'credits', (SELECT jsonb_agg(to_jsonb(c) - 'value_text' - 'level' || jsonb_build_object('scheme', lower(c.scheme))) FROM unnest((e).credits) c),
			'levels', to_jsonb((e).levels), 'identifiers', to_jsonb((e).identifiers),
			'texts', (SELECT jsonb_agg(to_jsonb(t) - 'n') FROM unnest((e).texts) t WHERE NOT (t.owner = 'grading_scheme' AND t.kind = 'title')),
			'distributions', to_jsonb((e).distributions), 'attachments', to_jsonb((e).attachments)) $$;
});
for my $name (@elmo)
{
	my $kind = $name =~ /2\.1/ ? 'elmo2' : 'elmo1';
	my $version = $kind eq 'elmo2' ? '2.1.1' : '1.7.0';
	my $written = "elmo_export(elmo_read(" . bytes("samples/elmo/$name.xml") . "), '$version')";
	want(faults_sql($kind, $written), 0, "$name written is valid");
	want(("SELECT facts(elmo_read(" . bytes("samples/elmo/$name.xml") . ")) = facts(elmo_read(x)) AND elmo_export(elmo_read(x), '$version')::text = x::text FROM (SELECT $written AS x) w"),
		't', "$name: the same facts, and the same document again");
}
want(faults_sql('elmo2', "elmo_export(elmo_read(" . bytes('samples/elmo/elmo-1.7.0-example.xml') . "), '2.1.1')"), 1, '1.7 as 2.1.1: only the identifier that it lacks is missing');

sub rows { my ($function, $document, $less) = @_;
	return "ARRAY(SELECT to_jsonb(r) - 'rest' - 'partners_rest' FROM $function($document) r)" }
sub array { my ($function, $document) = @_; return "ARRAY(SELECT r FROM $function($document) r)" }
for ([ 'iias-7-get', 'iias7', 'ewp_iias', 'ewp_iias_get(%s)' ], [ 'iias-7-xsltkit', 'iias7', 'ewp_iias', 'ewp_iias_get(%s)' ],
	[ 'omobilities-2-get', 'omobilities2', 'ewp_omobilities', "ewp_omobilities_get(%s, '2')" ],
	[ 'omobilities-3-get', 'omobilities3', 'ewp_omobilities', "ewp_omobilities_get(%s, '3')" ])
{
	my ($name, $kind, $function, $write) = @$_;
	my $document = bytes("samples/ewp/$name.xml");
	my $written = sprintf($write, array($function, $document));
	want(faults_sql($kind, $written), 0, "$name written is valid");
	want(("SELECT " . rows($function, $document) . " = " . rows($function, 'w') . " FROM (SELECT $written AS w) x"), 't', "$name: the same facts");
}
{
	my $la = bytes('samples/ewp/las-1-get.xml');
	my $written = "ewp_omobility_las_get(" . join(', ', map { array($_, $la) } qw(ewp_omobility_las ewp_omobility_la_components ewp_omobility_la_rest)) . ")";
	want(faults_sql('las1', $written), 0, 'las-1-get written is valid');
	want(("SELECT " . join(' AND ', map { rows($_, $la) . " = " . rows($_, 'w') } qw(ewp_omobility_las ewp_omobility_la_components)) . " FROM (SELECT $written AS w) x"), 't', 'las-1-get: the same facts');
}
for ([ 'tors-2-get', 'tors2', '2' ], [ 'tors-3-derived', 'tors3', '3' ])
{
	my ($name, $kind, $version) = @$_;
	my $document = bytes("samples/ewp/$name.xml");
	my $written = "ewp_imobility_tors_get(" . array('ewp_imobility_tors', $document) . ", " . array('ewp_imobility_tor_grades', $document) . ", '$version')";
	want(faults_sql($kind, $written), 0, "$name written is valid");
	want(("SELECT " . rows('ewp_imobility_tor_grades', $document) . " = " . rows('ewp_imobility_tor_grades', 'w')
		. " AND (SELECT array_agg(a) FROM ewp_imobility_tors($document) t, elmo_achievements(t.elmo) a)::text = (SELECT array_agg(a) FROM ewp_imobility_tors(w) t, elmo_achievements(t.elmo) a)::text FROM (SELECT $written AS w) x"),
		't', "$name: the same facts");
}

answers();

# ---- every sample, cut at many bytes: an error or rows, never more ----

my %reader = (elmo => 'elmo_read(d, true)', iias => 'ewp_iias(d)', omobilities => 'ewp_omobilities(d)', las => 'ewp_omobility_la_components(d)',
	tors => 'ewp_imobility_tors(d)', other => 'exchange_kind(d)');
query("CREATE FUNCTION public.try_$_(d bytea) RETURNS boolean LANGUAGE plpgsql SET search_path = socu, public AS \$\$ BEGIN PERFORM $reader{$_}; RETURN true;
	EXCEPTION WHEN invalid_xml_document THEN RETURN false; END \$\$") for sort keys %reader;
my %kind = map { split /\|/ } split /\n/, query("SELECT name, (SELECT coalesce(kind, 'other') FROM exchange_kind(body)) FROM doc WHERE name LIKE '%.xml' AND name NOT LIKE '%xxe%'");
want("SELECT count(*) FILTER (WHERE public.try_" . ($reader{ $kind{$_} } ? $kind{$_} : 'other') . "(substr(d, 1, n))) FROM (SELECT " . bytes($_)
	. " AS d) x, generate_series(1, length(rtrim(convert_from(d, 'UTF8'), E' \\n\\r')) - 40, 1 + length(d) / 60) n", 0, "$_ cut") for sort keys %kind;
answers();

$node->stop;
done_testing();
