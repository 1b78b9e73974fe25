#!/usr/bin/env perl
# tests/bin/measure-sql.pl: the measures of the SQL and the documents.  Prints a table, names what is over a limit, and fails then.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));

my ($width, $length) = (120, 60);

my @over;
sub slurp { open my $file, '<', $_[0] or die "$_[0]: $!"; local $/; return scalar <$file>; }
sub median { my @sorted = sort { $a <=> $b } @_; return @sorted ? $sorted[@sorted / 2] : 0; }
sub row { printf "%-44s %s\n", @_; }

# Rows of data are as long as their facts; they stand in sql/data/.
my @parts = grep { !m{^sql/data/} } glob('sql/*/*.sql');
my ($lines, $long, $longest, @files, @functions) = (0, 0, 0);
for my $part (@parts)
{
	my $text = slurp($part);
	my @lines = split /\n/, $text;
	push @files, [ scalar @lines, $part ];
	$lines += @lines;
	for my $n (1 .. @lines)
	{
		my $columns = length $lines[ $n - 1 ];
		$longest = $columns if $columns > $longest;
		next if $columns <= $width;
		$long++;
		push @over, "$part:$n: $columns columns";
	}
	# a function ends with END; of BEGIN ATOMIC, with the second quote of its body, or with its only semicolon
	while ($text =~ /^CREATE (?:OR REPLACE )?FUNCTION ([\w.@]+)\((?:(?!^CREATE ).)*?(?:BEGIN ATOMIC\n.*?^END;|(\$\w*\$).*?\2|;\n)/msg)
	{
		my ($name, $size) = ($1, 1 + ($& =~ tr/\n//));
		push @functions, [ $size, $name ];
		push @over, "$part: $name has $size lines" if $size > $length;
	}
}
@files = sort { $b->[0] <=> $a->[0] } @files;
@functions = sort { $b->[0] <=> $a->[0] } @functions;
row('SQL: files, lines', @files . ", $lines");
row("SQL: lines over $width columns, longest", "$long, $longest");
row('SQL: longest file, median', "$files[0][1] $files[0][0], " . median(map { $_->[0] } @files));
row('SQL: functions, longest, median',
	@functions . ", $functions[0][1] $functions[0][0], " . median(map { $_->[0] } @functions));
row("SQL: functions over $length lines", scalar grep { $_->[0] > $length } @functions);

# A row of a table cannot be broken, nor can what a block shows or a link.
($lines, $long) = (0, 0);
for my $page (glob('docs/*.md'), 'README.md')
{
	my ($n, $block) = (0, 0);
	for my $line (split /\n/, slurp($page))
	{
		$n++;
		$lines++;
		$block = !$block if $line =~ /^\s*```/;
		next if $block || length $line <= $width || $line =~ /^\s*\|/ || $line =~ /^\s*\S+$/;
		$long++;
		push @over, "$page:$n: " . length($line) . ' columns';
	}
}
row('documents: lines', $lines);
row("documents: lines over $width columns", $long);

print STDERR "$_\n" for @over;
exit(@over ? 1 : 0);
