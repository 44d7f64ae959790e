-- Who said what, as one would lay it out by hand for a relational database. Runs on PostgreSQL and SQLite.
-- Holds less than Gainsay does: no earlier versions of anything, no withdrawals, silences or relations.

create table entities (
  id integer primary key,
  name text not null unique,
  display_name text not null,
  kind smallint not null,
  speaks_for integer references entities,
  speaks_from bigint,
  speaks_until bigint,
  owned_by integer references entities,
  recorded_at timestamptz not null default current_timestamp
);
create index entities_by_principal on entities (speaks_for);
create index entities_by_owner on entities (owned_by);

create table broader (
  entity integer not null references entities,
  broader integer not null references entities,
  primary key (entity, broader)
);
create index broader_by_broader on broader (broader);

create table topics (
  id integer primary key,
  name text not null unique,
  title text not null,
  time text,
  participants text not null,
  recorded_at timestamptz not null default current_timestamp
);

create table questions (
  id integer primary key,
  topic_id integer not null references topics,
  name text not null,
  title text not null,
  value_type smallint not null,
  unit text not null,
  evolution smallint not null,
  relative_tolerance double precision not null,
  recorded_at timestamptz not null default current_timestamp,
  unique (topic_id, name)
);

create table respondents (
  question_id integer not null references questions,
  entity integer not null references entities,
  primary key (question_id, entity)
);

create table sources (
  id integer primary key,
  name text not null unique,
  uri text not null,
  title text not null,
  publisher integer references entities,
  published text,
  published_at bigint,
  language text not null,
  reliability smallint not null,
  sha256 text,
  recorded_at timestamptz not null default current_timestamp
);

create table citations (
  source integer not null references sources,
  cited integer not null references sources,
  kind smallint not null,
  primary key (source, cited)
);
create index citations_by_cited on citations (cited);

-- What a claim leaves open lies from `low` to `high`, both included, in the question's unit: booleans are 0
-- and 1, times seconds, and 1e300 is without end. `magnitude` is that of the larger bounded end. An entity
-- is the `answer`. `amount`, `bound` and `unit` are as given.
create table claims (
  id integer primary key,
  question_id integer not null references questions,
  name text not null,
  party integer not null references entities,
  polarity smallint not null,
  certainty smallint not null,
  speech_act smallint not null,
  low double precision,
  high double precision,
  magnitude double precision,
  answer integer references entities,
  amount text,
  bound smallint not null,
  unit text,
  said text,
  said_at bigint,
  words text not null,
  recorded_at timestamptz not null default current_timestamp,
  unique (question_id, name)
);
create index claims_by_party on claims (party);

create table appearances (
  claim_id integer not null references claims,
  number smallint not null,
  source integer not null references sources,
  quote text not null,
  language text not null,
  locator text not null,
  access smallint not null,
  primary key (claim_id, number)
);
create index appearances_by_source on appearances (source);
