-- report/official: figures that offices publish.

COMMENT ON TABLE official_count IS
'Figures that offices publish: enrolled and internationally mobile students, population, graduates. Series of '
'different offices stand side by side and are never mixed: the views take one series for each state, year, measure and '
'unit, see official_choice.';
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
COMMENT ON COLUMN official_count.unit IS
'persons, institutions, percent … A published rate or balance is a measure of its own, or has its own unit; it may be '
'negative, unless it is enrolled, mobile or population.';
COMMENT ON COLUMN official_count.value IS
'The figure; 0 is a true zero; NULL if it is missing, not applicable, in another cell, or only bounded.';
COMMENT ON COLUMN official_count.lower IS 'With status L: at least.';
COMMENT ON COLUMN official_count.upper IS 'With status L: at most; NULL = not known.';
COMMENT ON COLUMN official_count.status IS
'A normal, E estimated or rounded by the source, P provisional, B break in series, M missing, N true zero, Z not '
'applicable, X in another cell, L bounded.';
COMMENT ON COLUMN official_count.as_of IS 'Reference date as far as it is known.';
COMMENT ON COLUMN official_count.origin_basis IS
'How origin is determined: prior_education, residence, citizenship or unknown.';
COMMENT ON COLUMN official_count.preferred IS
'True: this series is used for the state, year, measure and unit, whatever the ranks; one series only (23P01). False: '
'shown beside the others, never used. NULL: by official_rank.';
COMMENT ON COLUMN official_count.definition IS 'What the office means.';
COMMENT ON COLUMN official_count.generated IS 'True for made-up rows (tests, demonstrations).';
COMMENT ON COLUMN official_count.source IS 'Where the figure stands.';

COMMENT ON INDEX official_count_year IS 'One year of the reports.';
COMMENT ON CONSTRAINT official_count_one_preferred ON official_count IS
'One series is preferred for a state, year, measure and unit.';
COMMENT ON TABLE official_rank IS
'Which series is used where several give a figure for a state, year, measure and unit: that of the lowest rank. A '
'series without a row has 50. A site''s row goes before a shipped one.';
COMMENT ON COLUMN official_rank.series IS 'The series.';
COMMENT ON COLUMN official_rank.rank IS '1 (first) to 1000 (last).';
COMMENT ON COLUMN official_rank.note IS 'A remark for the reader.';
COMMENT ON COLUMN official_rank.shipped IS
'True for a row that came with the extension as a fact: network_facts_update() brings corrections.';
COMMENT ON COLUMN official_rank.source IS 'Why it has this rank.';
COMMENT ON COLUMN official_rank.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';

CREATE OR REPLACE VIEW official_choice AS
SELECT o.state, o.year, o.measure, o.unit, o.series, o.shipped, o.rank, o.preferred,
       o.place = 1 AND o.alike = 1 AS used, o.place = 1 AND o.alike > 1 AS undecided
FROM (SELECT g.*,
             rank() OVER (PARTITION BY g.state, g.year, g.measure, g.unit
                          ORDER BY g.generated, g.preferred DESC, g.rank, g.shipped) AS place,
             count(*) OVER (PARTITION BY g.state, g.year, g.measure, g.unit, g.generated, g.preferred, g.rank,
                                         g.shipped) AS alike
      FROM (SELECT c.state, c.year, c.measure, c.unit, c.series, c.shipped, bool_and(c.generated) AS generated,
                   coalesce(bool_or(c.preferred), false) AS preferred,
                   coalesce(min(r.rank), 50) AS rank
            FROM official_count c
            LEFT JOIN (SELECT DISTINCT ON (x.series) x.series, x.rank
                       FROM official_rank x ORDER BY x.series, x.shipped) r ON r.series = c.series
            WHERE c.preferred IS NOT FALSE
            GROUP BY c.state, c.year, c.measure, c.unit, c.series, c.shipped) g) o;
COMMENT ON VIEW official_choice IS
'Which series is used for each state, year, measure and unit: the preferred one; else that of the lowest rank; of two '
'with one rank a site''s before a shipped one. Two that are alike in all this: none is used. Generated ones come last.';
COMMENT ON COLUMN official_choice.state IS 'State, ISO 3166 alpha-2; _T = the network.';
COMMENT ON COLUMN official_choice.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN official_choice.measure IS 'What is counted, as in official_count.';
COMMENT ON COLUMN official_choice.unit IS 'Unit of the figures.';
COMMENT ON COLUMN official_choice.series IS 'The series that is offered.';
COMMENT ON COLUMN official_choice.shipped IS 'True for the rows that came with the extension.';
COMMENT ON COLUMN official_choice.rank IS 'Rank of the series, 50 if none is stated.';
COMMENT ON COLUMN official_choice.preferred IS 'True if it is stated as the preferred one.';
COMMENT ON COLUMN official_choice.used IS 'True if the views use it.';
COMMENT ON COLUMN official_choice.undecided IS
'True if another series has the same claim, so that none is used: state a rank or a preferred one.';

CREATE OR REPLACE VIEW official_series AS
SELECT c.series, c.state, c.year, c.measure, c.breakdown, c.category, c.level, c.sex, c.unit, c.value, c.lower, c.upper,
       CASE WHEN c.value = 0 AND c.status = 'A' THEN 'N' ELSE c.status END AS status, c.as_of, c.origin_basis,
       c.preferred, c.definition, c.generated, c.shipped, c.source, c.confidence
FROM official_count c
JOIN official_choice s
  ON s.state = c.state AND s.year = c.year AND s.measure = c.measure AND s.unit = c.unit AND s.series = c.series
     AND s.shipped = c.shipped AND s.used
WHERE c.preferred IS NOT FALSE;
COMMENT ON VIEW official_series IS
'The rows of official_count that the rates use: one series for each state, year, measure and unit, see '
'official_choice.';
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
COMMENT ON COLUMN official_series.unit IS 'Unit of the figure.';
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
COMMENT ON COLUMN official_series.preferred IS 'True if this series is stated as the preferred one.';
COMMENT ON COLUMN official_series.definition IS 'What the office means.';
COMMENT ON COLUMN official_series.generated IS 'True for made-up rows (tests, demonstrations).';
COMMENT ON COLUMN official_series.shipped IS
'True for a row that came with the extension as a fact: network_facts_update() brings corrections.';
COMMENT ON COLUMN official_series.source IS 'Where the figure stands.';
COMMENT ON COLUMN official_series.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';

CREATE OR REPLACE VIEW official_disagreement AS
SELECT c.state, c.year, c.measure, c.unit, c.level, c.sex, u.series AS used, u.value AS used_value, c.series, c.value,
       coalesce(o.undecided, false) AS undecided
FROM official_count c
LEFT JOIN official_choice o
  ON o.state = c.state AND o.year = c.year AND o.measure = c.measure AND o.unit = c.unit AND o.series = c.series
     AND o.shipped = c.shipped
LEFT JOIN official_series u
  ON u.state = c.state AND u.year = c.year AND u.measure = c.measure AND u.unit = c.unit AND u.breakdown = 'total'
     AND u.level = c.level AND u.sex = c.sex
WHERE c.breakdown = 'total' AND c.value IS NOT NULL
  AND (o.undecided OR u.series <> c.series
                      AND (u.value <> c.value OR c.value < u.lower OR c.value > u.upper));
COMMENT ON VIEW official_disagreement IS
'Totals that another office gives otherwise than the one that is used, and totals of which none is used because two '
'series have the same claim.';
COMMENT ON COLUMN official_disagreement.state IS 'State, ISO 3166 alpha-2; _T = the network.';
COMMENT ON COLUMN official_disagreement.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN official_disagreement.measure IS 'What is counted, as in official_count.';
COMMENT ON COLUMN official_disagreement.unit IS 'Unit of the figures.';
COMMENT ON COLUMN official_disagreement.level IS 'ISCED 2011 level 5 to 8; _T = 5 to 8 together.';
COMMENT ON COLUMN official_disagreement.sex IS 'F, M, _U not specified, _T together.';
COMMENT ON COLUMN official_disagreement.used IS 'The series that the views use; NULL if none.';
COMMENT ON COLUMN official_disagreement.used_value IS 'Its figure; NULL if it has a bound only.';
COMMENT ON COLUMN official_disagreement.series IS 'The other series.';
COMMENT ON COLUMN official_disagreement.value IS 'Its figure.';
COMMENT ON COLUMN official_disagreement.undecided IS
'True if no series is used: state a rank (official_rank) or a preferred one (official_count.preferred).';

CREATE OR REPLACE VIEW official_mobile AS
SELECT c.year, CASE WHEN c.level <> '_T' THEN 'level' WHEN c.sex <> '_T' THEN 'sex' ELSE 'total' END AS breakdown,
       CASE WHEN c.level <> '_T' THEN c.level ELSE c.sex END AS category, c.state, c.breakdown = 'total' AS whole,
       c.category AS origin, c.value, c.lower, c.upper, c.status, c.origin_basis, c.generated,
       row_number() OVER w = 1 AS first,
       bool_or(c.breakdown = 'total') OVER w AS has_total,
       max(c.value) FILTER (WHERE c.breakdown = 'total') OVER w AS total,
       max(c.lower) FILTER (WHERE c.breakdown = 'total') OVER w AS total_lower,
       max(c.upper) FILTER (WHERE c.breakdown = 'total') OVER w AS total_upper,
       max(c.status) FILTER (WHERE c.breakdown = 'total') OVER w AS total_status,
       coalesce(bool_or(c.breakdown = 'origin' AND c.category = '_O') OVER w, false) AS has_others,
       coalesce(max(c.value) FILTER (WHERE c.breakdown = 'origin' AND c.category = '_O') OVER w, 0) AS others,
       sum(c.value) FILTER (WHERE c.breakdown = 'origin') OVER w AS listed,
       sum(coalesce(c.lower, c.value)) FILTER (WHERE c.breakdown = 'origin') OVER w AS listed_lower,
       bool_or(c.status IN ('M', 'L')) OVER w AS gaps,
       array_agg(c.status) FILTER (WHERE c.breakdown = 'origin') OVER w AS statuses,
       min(c.origin_basis) OVER w AS first_basis, max(c.origin_basis) OVER w AS last_basis,
       bool_or(c.generated) OVER w AS any_generated
FROM official_series c
WHERE c.measure = 'mobile' AND c.breakdown IN ('total', 'origin') AND c.unit = 'persons'
  AND (c.level = '_T' OR c.sex = '_T')
WINDOW w AS (PARTITION BY c.year, c.state, c.level, c.sex);
COMMENT ON VIEW official_mobile IS
'Mobile students as offices report them, in all and by origin, each row with what its destination reports together: '
'what the official part of mobility_flow is made of.';
COMMENT ON COLUMN official_mobile.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN official_mobile.breakdown IS 'total, level or sex.';
COMMENT ON COLUMN official_mobile.category IS 'The level or sex; _T total.';
COMMENT ON COLUMN official_mobile.state IS 'The destination, ISO 3166 alpha-2.';
COMMENT ON COLUMN official_mobile.whole IS 'True for the total of the destination, false for one origin.';
COMMENT ON COLUMN official_mobile.origin IS 'The origin, ISO 3166 alpha-2; _T all, _U not specified, _O all others.';
COMMENT ON COLUMN official_mobile.value IS 'The figure; NULL if missing or bounded. Unit: persons.';
COMMENT ON COLUMN official_mobile.lower IS 'At least, where the figure is bounded.';
COMMENT ON COLUMN official_mobile.upper IS 'At most, where the figure is bounded.';
COMMENT ON COLUMN official_mobile.status IS 'Status of the figure, as in official_count.';
COMMENT ON COLUMN official_mobile.origin_basis IS 'How origin is determined.';
COMMENT ON COLUMN official_mobile.generated IS 'True for made-up rows.';
COMMENT ON COLUMN official_mobile.first IS 'True for one row of each destination.';
COMMENT ON COLUMN official_mobile.has_total IS 'Does the destination report a total?';
COMMENT ON COLUMN official_mobile.total IS 'The total (persons).';
COMMENT ON COLUMN official_mobile.total_lower IS 'At least, where the total is bounded.';
COMMENT ON COLUMN official_mobile.total_upper IS 'At most, where the total is bounded.';
COMMENT ON COLUMN official_mobile.total_status IS 'Status of the total.';
COMMENT ON COLUMN official_mobile.has_others IS
'Does the list of origins have a row for all others, _O? Then it is whole.';
COMMENT ON COLUMN official_mobile.others IS 'That row (persons); 0 if there is none.';
COMMENT ON COLUMN official_mobile.listed IS 'Sum of the origins listed (persons).';
COMMENT ON COLUMN official_mobile.listed_lower IS 'The same, with the lower bounds of those that are bounded.';
COMMENT ON COLUMN official_mobile.gaps IS 'Is a figure missing or bounded?';
COMMENT ON COLUMN official_mobile.statuses IS 'Status of each origin listed.';
COMMENT ON COLUMN official_mobile.first_basis IS
'First of the ways in which origin is determined, in order of the alphabet.';
COMMENT ON COLUMN official_mobile.last_basis IS 'Last of them.';
COMMENT ON COLUMN official_mobile.any_generated IS 'True if made-up rows are among them.';
