-- Regions, agencies, catalogue entries and city platforms: what every function looks up.
-- Written only by the owner through `govshare registry load`; functions read.
-- Periods are [valid_from, valid_to): the last day is not included; '-infinity' is "since before our records".

CREATE TABLE region (
    code        text NOT NULL CHECK (code ~ '^[1-9][0-9]{5}$'),
    level       text NOT NULL CHECK (level IN ('province', 'city', 'county')),
    name        text NOT NULL CHECK (name <> ''),
    parent_code text CHECK (parent_code <> code),
    valid_from  date NOT NULL DEFAULT '-infinity',
    valid_to    date NOT NULL DEFAULT 'infinity',
    PRIMARY KEY (code, valid_from),
    CHECK (valid_from < valid_to),
    CHECK ((level = 'province') = (parent_code IS NULL)),
    -- One name and parent for a code on any day. Deferred: a load may end one period and start the next.
    CONSTRAINT region_one_at_a_time
        EXCLUDE USING gist (int4range(code::int, code::int, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX region_parent ON region (parent_code);

CREATE TABLE agency (
    credit_code char(18) PRIMARY KEY CHECK (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$'),
    name        text NOT NULL CHECK (name <> ''),
    name_en     text NOT NULL CHECK (name_en <> ''),
    short_name  text NOT NULL CHECK (short_name <> ''),
    region_code text NOT NULL CHECK (region_code ~ '^[1-9][0-9]{5}$'),
    kind        text NOT NULL CHECK (kind IN ('agency', 'authority', 'government')),
    valid_from  date NOT NULL DEFAULT '-infinity',
    valid_to    date NOT NULL DEFAULT 'infinity',
    CHECK (valid_from < valid_to),
    -- Hebei art. 4: a region has one government, and one authority which it determines.
    CONSTRAINT agency_one_authority
        EXCLUDE USING gist (int4range(region_code::int, region_code::int, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&)
        WHERE (kind = 'authority') DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT agency_one_government
        EXCLUDE USING gist (int4range(region_code::int, region_code::int, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&)
        WHERE (kind = 'government') DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX agency_region ON agency (region_code, kind);

-- A catalogue entry, with the contents that Hebei art. 7 requires.
CREATE TABLE dataset (
    id               text PRIMARY KEY CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(id) <= 80),
    title            text NOT NULL CHECK (title <> ''),
    title_en         text NOT NULL CHECK (title_en <> ''),
    content          text NOT NULL CHECK (content <> ''),
    provider_code    char(18) NOT NULL REFERENCES agency,
    share_class      text NOT NULL CHECK (share_class IN ('UNCONDITIONAL', 'CONDITIONAL', 'WITHHELD')),
    share_conditions text,
    withheld_basis   text,
    update_frequency text NOT NULL CHECK (update_frequency IN
        ('real-time', 'daily', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly', 'irregular')),
    security_level   smallint NOT NULL CHECK (security_level BETWEEN 1 AND 4),
    scope_of_use     text NOT NULL CHECK (scope_of_use <> ''),
    base_database    text,
    theme            text,
    record_type      text NOT NULL CHECK (record_type <> ''),
    fields           jsonb NOT NULL CHECK (jsonb_typeof(fields) = 'array' AND fields <> '[]'),
    valid_from       date NOT NULL DEFAULT '-infinity',
    valid_to         date NOT NULL DEFAULT 'infinity',
    CHECK (valid_from < valid_to),
    -- Conditions belong to the conditional class; withholding needs its basis in law (Hebei art. 11).
    CHECK ((share_class = 'CONDITIONAL') = (coalesce(share_conditions, '') <> '')),
    CHECK ((share_class = 'WITHHELD') = (coalesce(withheld_basis, '') <> ''))
);
CREATE INDEX dataset_provider ON dataset (provider_code, id);
CREATE INDEX dataset_share_class ON dataset (share_class, id);

-- A city's own platform stands only with the province's approval on file (Hebei art. 22).
CREATE TABLE city_platform (
    region_code       text PRIMARY KEY CHECK (region_code ~ '^[1-9][0-9]{3}00$'),
    operator_code     char(18) NOT NULL REFERENCES agency,
    approved_on       date NOT NULL,
    approval_document text NOT NULL CHECK (approval_document <> '')
);
CREATE INDEX city_platform_operator ON city_platform (operator_code);

GRANT SELECT ON region, agency, dataset, city_platform TO govshare_app;
