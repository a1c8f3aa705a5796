import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table collectivity (
    code text primary key not null,
    kind text not null check (kind in ('region', 'province', 'prefecture', 'commune', 'arrondissement')),
    name_ar text not null check (length(name_ar) between 1 and 120),
    name_fr text not null check (length(name_fr) between 1 and 120),
    name_zgh text,
    slug text not null,
    region_code text references collectivity (code),
    province_code text references collectivity (code),
    commune_code text references collectivity (code),
    milieu text check (milieu in ('urban', 'rural')),
    population integer check (population >= 0),
    longitude real,
    latitude real
  ) strict`,
  `create index collectivity_region on collectivity (region_code, kind)`,
  `create index collectivity_province on collectivity (province_code, kind)`,
  `create index collectivity_commune on collectivity (commune_code)`,
  `create index collectivity_kind on collectivity (kind, code)`,

  // Every name and spelling, folded, from each of its words on: «الدار البيضاء» is found by «البيضاء».
  `create table collectivity_name (
    folded text not null,
    collectivity_code text not null references collectivity (code) on delete cascade,
    primary key (folded, collectivity_code)
  ) strict, without rowid`,
  `create index collectivity_name_code on collectivity_name (collectivity_code)`,

  // Membership of the network is a dated record; a count is always computed from it.
  `create table membership (
    id text primary key not null,
    collectivity_code text not null references collectivity (code),
    joined_on text,
    wave integer check (wave between 1 and 99),
    left_on text,
    source_url text
  ) strict`,
  `create unique index membership_current on membership (collectivity_code) where left_on is null`,
  `create index membership_collectivity on membership (collectivity_code)`,

  `create table principle (
    slug text primary key not null,
    position integer not null unique
  ) strict`,

  `create table tag (
    id text primary key not null,
    slug text not null unique check (length(slug) between 1 and 80),
    parent_id text references tag (id) on delete set null,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
  ) strict`,
  `create index tag_parent on tag (parent_id)`,
  `create table tag_label (
    tag_id text not null references tag (id) on delete cascade,
    lang text not null check (lang in ('ar', 'fr', 'zgh', 'en')),
    folded text not null check (length(folded) between 1 and 80),
    label text not null check (length(label) between 1 and 80),
    preferred integer not null default 0 check (preferred in (0, 1)),
    primary key (tag_id, lang, folded)
  ) strict, without rowid`,
  `create unique index tag_label_preferred on tag_label (tag_id, lang) where preferred = 1`,
  `create index tag_label_folded on tag_label (folded, tag_id)`,
  // A tag that was renamed or merged keeps its address.
  `create table tag_former_slug (
    slug text primary key not null,
    tag_id text not null references tag (id) on delete cascade
  ) strict, without rowid`,
  `create index tag_former_slug_tag on tag_former_slug (tag_id)`,
]
