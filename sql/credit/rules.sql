-- credit/rules: what a scheme is worth, and when.

CREATE TABLE socu.credit_scheme (
    label text COLLATE "C" NOT NULL
        CONSTRAINT credit_scheme_label
            CHECK (@extschema@.scheme(@extschema@.credit(0.0, label)) OPERATOR(pg_catalog.=) label),
    state text COLLATE "C" CONSTRAINT credit_scheme_state CHECK (state OPERATOR(pg_catalog.~) '^[A-Z]{2}$'),
    name_en text NOT NULL,
    name_local text,
    level text CONSTRAINT credit_scheme_level
        CHECK (level IN ('secondary', 'vocational', 'bachelor', 'master', 'doctorate')),
    activity text,
    basis text NOT NULL CONSTRAINT credit_scheme_basis CHECK (basis IN ('workload', 'contact')),
    hours_low numeric,
    hours_high numeric,
    hour_minutes numeric CONSTRAINT credit_scheme_minutes CHECK (hour_minutes > 0 AND hour_minutes <= 120),
    contact_hours numeric CONSTRAINT credit_scheme_contact CHECK (contact_hours > 0),
    year_credits numeric CONSTRAINT credit_scheme_year CHECK (year_credits > 0),
    date_basis text NOT NULL DEFAULT 'calendar' CONSTRAINT credit_scheme_date_basis
        CHECK (date_basis IN ('calendar', 'cohort')),
    validity daterange NOT NULL DEFAULT '(,)' CONSTRAINT credit_scheme_validity
        CHECK (NOT pg_catalog.isempty(validity)),
    note text,
    source text NOT NULL,
    confidence text NOT NULL CONSTRAINT credit_scheme_confidence CHECK (confidence IN ('found', 'known', 'uncertain')),
    shipped boolean NOT NULL DEFAULT false,
    CONSTRAINT credit_scheme_hours CHECK (hours_low > 0 AND hours_low <= hours_high
                                          OR hours_low IS NULL AND hours_high IS NULL),
    CONSTRAINT credit_scheme_no_overlap EXCLUDE USING gist (label WITH OPERATOR(pg_catalog.=),
                                                            (shipped::int) WITH OPERATOR(pg_catalog.=),
                                                            validity WITH OPERATOR(pg_catalog.&&))
);
COMMENT ON TABLE socu.credit_scheme IS
'Credit schemes: what one credit is, and when. A row of your own (shipped = false) outranks the shipped one for the '
'dates it is valid on.';
COMMENT ON COLUMN socu.credit_scheme.label IS
'The label in a credit''s text, in capitals: ECTS, KZ, KZ_2004, or a label of your own from AA, QM-QZ, XA-XZ, ZZ.';
COMMENT ON COLUMN socu.credit_scheme.state IS 'ISO 3166-1 alpha-2 code of the state; NULL for an international scheme.';
COMMENT ON COLUMN socu.credit_scheme.name_en IS 'Name in English.';
COMMENT ON COLUMN socu.credit_scheme.name_local IS 'Name in the language of the state.';
COMMENT ON COLUMN socu.credit_scheme.level IS 'Level of education that the scheme is for; NULL: any.';
COMMENT ON COLUMN socu.credit_scheme.activity IS
'Activity that the scheme is for (theory, practice, research); NULL: any.';
COMMENT ON COLUMN socu.credit_scheme.basis IS
'What the scheme counts: workload (all work of the student) or contact (class hours).';
COMMENT ON COLUMN socu.credit_scheme.hours_low IS
'Hours of total work for one credit, lower end, in hours of hour_minutes.';
COMMENT ON COLUMN socu.credit_scheme.hours_high IS
'Hours of total work for one credit, upper end; equal to hours_low where the rule is one number.';
COMMENT ON COLUMN socu.credit_scheme.hour_minutes IS
'Minutes of the hour that the scheme counts in; NULL where the rule does not say.';
COMMENT ON COLUMN socu.credit_scheme.contact_hours IS 'Class hours (lecture) for one credit.';
COMMENT ON COLUMN socu.credit_scheme.year_credits IS 'Credits of a nominal full-time year.';
COMMENT ON COLUMN socu.credit_scheme.date_basis IS
'Which date validity speaks of: calendar (the credit was earned) or cohort (the student was admitted).';
COMMENT ON COLUMN socu.credit_scheme.validity IS 'Days on which the row holds, [from, to).';
COMMENT ON COLUMN socu.credit_scheme.note IS 'What a user should know before relying on the row.';
COMMENT ON COLUMN socu.credit_scheme.confidence IS
'found (read in the source), known (general knowledge of the act), uncertain (to be checked).';

CREATE TABLE socu.credit_rate (
    from_scheme text COLLATE "C" NOT NULL
        CONSTRAINT credit_rate_from
            CHECK (@extschema@.scheme(@extschema@.credit(0.0, from_scheme)) OPERATOR(pg_catalog.=) from_scheme),
    to_scheme text COLLATE "C" NOT NULL
        CONSTRAINT credit_rate_to
            CHECK (@extschema@.scheme(@extschema@.credit(0.0, to_scheme)) OPERATOR(pg_catalog.=) to_scheme),
    low_num bigint NOT NULL,
    low_den bigint NOT NULL,
    num bigint NOT NULL,
    den bigint NOT NULL,
    high_num bigint NOT NULL,
    high_den bigint NOT NULL,
    level text,
    activity text,
    date_basis text NOT NULL DEFAULT 'calendar' CONSTRAINT credit_rate_date_basis
        CHECK (date_basis IN ('calendar', 'cohort')),
    validity daterange NOT NULL DEFAULT '(,)' CONSTRAINT credit_rate_validity CHECK (NOT pg_catalog.isempty(validity)),
    note text,
    source text NOT NULL,
    confidence text NOT NULL CONSTRAINT credit_rate_confidence CHECK (confidence IN ('found', 'known', 'uncertain')),
    shipped boolean NOT NULL DEFAULT false,
    CONSTRAINT credit_rate_two_schemes CHECK (from_scheme OPERATOR(pg_catalog.<>) to_scheme),
    -- below a million, so that two rates combine exactly in 64 bits
    CONSTRAINT credit_rate_fractions CHECK (
        low_num BETWEEN 1 AND 1000000 AND low_den BETWEEN 1 AND 1000000 AND num BETWEEN 1 AND 1000000
        AND den BETWEEN 1 AND 1000000 AND high_num BETWEEN 1 AND 1000000 AND high_den BETWEEN 1 AND 1000000),
    CONSTRAINT credit_rate_order CHECK (low_num * den <= num * low_den AND num * high_den <= high_num * den),
    CONSTRAINT credit_rate_no_overlap EXCLUDE USING gist (
        from_scheme WITH OPERATOR(pg_catalog.=), to_scheme WITH OPERATOR(pg_catalog.=),
        (coalesce(level, '')) WITH OPERATOR(pg_catalog.=), (coalesce(activity, '')) WITH OPERATOR(pg_catalog.=),
        (shipped::int) WITH OPERATOR(pg_catalog.=), validity WITH OPERATOR(pg_catalog.&&))
);
COMMENT ON TABLE socu.credit_rate IS
'Published ratios between two schemes (method M1). A row of your own (shipped = false) outranks the shipped one for '
'the dates it is valid on.';
COMMENT ON COLUMN socu.credit_rate.from_scheme IS 'Label of the scheme of which the ratio speaks.';
COMMENT ON COLUMN socu.credit_rate.to_scheme IS 'Label of the scheme in which the result is.';
COMMENT ON COLUMN socu.credit_rate.low_num IS 'Numerator of the lower end of the published range.';
COMMENT ON COLUMN socu.credit_rate.low_den IS 'Denominator of the lower end.';
COMMENT ON COLUMN socu.credit_rate.num IS
'Numerator of the rate in use: one from_scheme credit is num/den to_scheme credits.';
COMMENT ON COLUMN socu.credit_rate.den IS 'Denominator of the rate in use.';
COMMENT ON COLUMN socu.credit_rate.high_num IS 'Numerator of the upper end of the published range.';
COMMENT ON COLUMN socu.credit_rate.high_den IS 'Denominator of the upper end.';
COMMENT ON COLUMN socu.credit_rate.level IS 'Level of education that the rate is for; NULL: any.';
COMMENT ON COLUMN socu.credit_rate.activity IS 'Activity that the rate is for; NULL: any.';
COMMENT ON COLUMN socu.credit_rate.date_basis IS
'Which date validity speaks of: calendar (the credit was earned) or cohort (the student was admitted).';
COMMENT ON COLUMN socu.credit_rate.validity IS 'Days on which the rate holds, [from, to).';
COMMENT ON COLUMN socu.credit_rate.note IS 'What a user should know before relying on the row.';
COMMENT ON COLUMN socu.credit_rate.source IS 'Where the rate is published.';
COMMENT ON COLUMN socu.credit_rate.confidence IS
'found (read in the source), known (general knowledge of the act), uncertain (to be checked).';

CREATE TABLE socu.credit_activity (
    scheme text COLLATE "C" NOT NULL
        CONSTRAINT credit_activity_scheme
            CHECK (@extschema@.scheme(@extschema@.credit(0.0, scheme)) OPERATOR(pg_catalog.=) scheme),
    activity text NOT NULL,
    contact_hours_low numeric NOT NULL,
    contact_hours_high numeric NOT NULL,
    hour_minutes numeric CONSTRAINT credit_activity_minutes CHECK (hour_minutes > 0 AND hour_minutes <= 120),
    date_basis text NOT NULL DEFAULT 'calendar' CONSTRAINT credit_activity_date_basis
        CHECK (date_basis IN ('calendar', 'cohort')),
    validity daterange NOT NULL DEFAULT '(,)' CONSTRAINT credit_activity_validity
        CHECK (NOT pg_catalog.isempty(validity)),
    source text NOT NULL,
    confidence text NOT NULL CONSTRAINT credit_activity_confidence
        CHECK (confidence IN ('found', 'known', 'uncertain')),
    shipped boolean NOT NULL DEFAULT false,
    CONSTRAINT credit_activity_hours CHECK (contact_hours_low > 0 AND contact_hours_low <= contact_hours_high),
    CONSTRAINT credit_activity_no_overlap EXCLUDE USING gist (
        scheme WITH OPERATOR(pg_catalog.=), activity WITH OPERATOR(pg_catalog.=),
        (shipped::int) WITH OPERATOR(pg_catalog.=), validity WITH OPERATOR(pg_catalog.&&))
);
COMMENT ON TABLE socu.credit_activity IS
'Class hours of one credit by kind of activity (method M3): a laboratory hour is never compared with a lecture hour.';
COMMENT ON COLUMN socu.credit_activity.scheme IS 'Label of the scheme.';
COMMENT ON COLUMN socu.credit_activity.activity IS
'lecture, tutorial, laboratory, workshop, practice, field, or a word of your own.';
COMMENT ON COLUMN socu.credit_activity.contact_hours_low IS 'Class hours of the activity for one credit, lower end.';
COMMENT ON COLUMN socu.credit_activity.contact_hours_high IS 'Class hours of the activity for one credit, upper end.';
COMMENT ON COLUMN socu.credit_activity.hour_minutes IS 'Minutes of that hour; NULL: as the scheme says.';
COMMENT ON COLUMN socu.credit_activity.date_basis IS 'Which date validity speaks of: calendar or cohort.';
COMMENT ON COLUMN socu.credit_activity.validity IS 'Days on which the row holds, [from, to).';

CREATE TRIGGER rules_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON socu.credit_scheme
    FOR EACH STATEMENT EXECUTE FUNCTION socu.rules_changed();
CREATE TRIGGER rules_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON socu.credit_rate
    FOR EACH STATEMENT EXECUTE FUNCTION socu.rules_changed();
CREATE TRIGGER rules_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON socu.credit_activity
    FOR EACH STATEMENT EXECUTE FUNCTION socu.rules_changed();
