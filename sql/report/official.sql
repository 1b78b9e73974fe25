-- report/official: figures that offices publish.

COMMENT ON TABLE official_count IS
'Figures that offices publish: enrolled and internationally mobile students, population, graduates. Series of '
'different offices stand side by side and are never mixed: the views take one series for each state, year and measure.';
COMMENT ON COLUMN official_count.shipped IS
'True for a row that came with the extension as a fact: network_facts_update() brings corrections.';
COMMENT ON COLUMN official_count.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON COLUMN official_count.series IS 'Short name of the office and definition, for example kz_bns.';
COMMENT ON COLUMN official_count.state IS
'State that the figure is of (for mobile students the destination), ISO 3166 alpha-2; _T = the network.';
COMMENT ON COLUMN official_count.year IS
'Reporting year: the calendar year in which the academic year ends; the year of the figure where the source gives one '
'year only.';
COMMENT ON COLUMN official_count.measure IS
'enrolled (all tertiary students in the state), mobile (those from abroad), population (of tertiary age), mobile_share '
'(per cent of all mobile) and others.';
COMMENT ON COLUMN official_count.breakdown IS
'total, or by what it is broken down: origin (categories are states), continent, programme_type, funding, region …';
COMMENT ON COLUMN official_count.category IS
'The category: _T total, _U not specified, _O all others together, a state, a word.';
COMMENT ON COLUMN official_count.level IS 'ISCED 2011 level 5 to 8; _T = 5 to 8 together.';
COMMENT ON COLUMN official_count.sex IS 'F, M, _U not specified, _T together.';
COMMENT ON COLUMN official_count.unit IS 'persons, institutions, percent.';
COMMENT ON COLUMN official_count.value IS
'The figure; NULL if it is missing, not applicable, in another cell, or only bounded.';
COMMENT ON COLUMN official_count.lower IS 'With status L: at least.';
COMMENT ON COLUMN official_count.upper IS 'With status L: at most; NULL = not known.';
COMMENT ON COLUMN official_count.status IS
'A normal, E estimated or rounded by the source, P provisional, B break in series, M missing, N true zero, Z not '
'applicable, X in another cell, L bounded.';
COMMENT ON COLUMN official_count.as_of IS 'Reference date as far as it is known.';
COMMENT ON COLUMN official_count.origin_basis IS
'How origin is determined: prior_education, residence, citizenship or unknown.';
COMMENT ON COLUMN official_count.preferred IS 'False: shown beside the others, not used in rates.';
COMMENT ON COLUMN official_count.definition IS 'What the office means.';
COMMENT ON COLUMN official_count.generated IS 'True for made-up rows (tests, demonstrations).';
COMMENT ON COLUMN official_count.source IS 'Where the figure stands.';

CREATE OR REPLACE VIEW official_series AS
SELECT c.* FROM official_count c
JOIN (SELECT DISTINCT ON (x.state, x.year, x.measure) x.state, x.year, x.measure, x.series, x.shipped
      FROM official_count x WHERE x.preferred
      ORDER BY x.state, x.year, x.measure, x.generated, x.shipped, x.series) s
  ON s.state = c.state AND s.year = c.year AND s.measure = c.measure AND s.series = c.series AND s.shipped = c.shipped;
COMMENT ON VIEW official_series IS
'The rows of official_count that the rates use: one series for each state, year and measure; a site''s series goes '
'before a shipped one, a generated one comes last.';
COMMENT ON COLUMN official_series.series IS 'Short name of the office and definition, for example kz_bns.';
COMMENT ON COLUMN official_series.state IS
'State that the figure is of (for mobile students the destination), ISO 3166 alpha-2; _T = the network.';
COMMENT ON COLUMN official_series.year IS
'Reporting year: the calendar year in which the academic year ends; the year of the figure where the source gives '
'one year only.';
COMMENT ON COLUMN official_series.measure IS
'enrolled (all tertiary students in the state), mobile (those from abroad), population (of tertiary age), '
'mobile_share (per cent of all mobile) and others.';
COMMENT ON COLUMN official_series.breakdown IS
'total, or by what it is broken down: origin (categories are states), continent, programme_type, funding, region …';
COMMENT ON COLUMN official_series.category IS
'The category: _T total, _U not specified, _O all others together, a state, a word.';
COMMENT ON COLUMN official_series.level IS 'ISCED 2011 level 5 to 8; _T = 5 to 8 together.';
COMMENT ON COLUMN official_series.sex IS 'F, M, _U not specified, _T together.';
COMMENT ON COLUMN official_series.unit IS 'persons, institutions, percent.';
COMMENT ON COLUMN official_series.value IS
'The figure; NULL if it is missing, not applicable, in another cell, or only bounded.';
COMMENT ON COLUMN official_series.lower IS 'With status L: at least.';
COMMENT ON COLUMN official_series.upper IS 'With status L: at most; NULL = not known.';
COMMENT ON COLUMN official_series.status IS
'A normal, E estimated or rounded by the source, P provisional, B break in series, M missing, N true zero, Z not '
'applicable, X in another cell, L bounded.';
COMMENT ON COLUMN official_series.as_of IS 'Reference date as far as it is known.';
COMMENT ON COLUMN official_series.origin_basis IS
'How origin is determined: prior_education, residence, citizenship or unknown.';
COMMENT ON COLUMN official_series.preferred IS 'False: shown beside the others, not used in rates.';
COMMENT ON COLUMN official_series.definition IS 'What the office means.';
COMMENT ON COLUMN official_series.generated IS 'True for made-up rows (tests, demonstrations).';
COMMENT ON COLUMN official_series.shipped IS
'True for a row that came with the extension as a fact: network_facts_update() brings corrections.';
COMMENT ON COLUMN official_series.source IS 'Where the figure stands.';
COMMENT ON COLUMN official_series.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
