import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const now = `(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`

const statements = [
  // A private space does not exist for others, so nobody can ask to join it: invitation only.
  `create table space (
    id text primary key not null,
    slug text not null unique check (length(slug) between 1 and 100),
    name text not null check (length(name) between 1 and 80),
    purpose text not null default '' check (length(purpose) <= 1000),
    lang text not null check (lang in ('ar', 'fr', 'zgh', 'en')),
    visibility text not null check (visibility in ('public', 'network', 'private')),
    joining text not null check (joining in ('open', 'request', 'invitation')),
    created_by text references user (id) on delete set null,
    created_at text not null default ${now},
    archived_at text,
    check (visibility <> 'private' or joining = 'invitation')
  ) strict`,
  `create index space_visibility on space (visibility, created_at)`,
  `create index space_created_by on space (created_by)`,

  `create table space_member (
    space_id text not null references space (id) on delete cascade,
    user_id text not null references user (id) on delete cascade,
    role text not null check (role in ('member', 'moderator', 'owner')),
    joined_at text not null default ${now},
    primary key (space_id, user_id)
  ) strict, without rowid`,
  `create index space_member_user on space_member (user_id, space_id)`,

  `create table space_request (
    space_id text not null references space (id) on delete cascade,
    user_id text not null references user (id) on delete cascade,
    note text not null default '' check (length(note) <= 500),
    created_at text not null default ${now},
    primary key (space_id, user_id)
  ) strict, without rowid`,
  `create index space_request_user on space_request (user_id)`,

  `create table space_invitation (
    id text primary key not null,
    space_id text not null references space (id) on delete cascade,
    email text not null check (length(email) between 3 and 254 and email = lower(email)),
    token_hash text not null unique,
    role text not null check (role in ('member', 'moderator')),
    invited_by text references user (id) on delete set null,
    created_at text not null default ${now},
    expires_at text not null,
    accepted_at text,
    accepted_by text references user (id) on delete set null,
    revoked_at text
  ) strict`,
  `create index space_invitation_space on space_invitation (space_id, created_at)`,
  `create index space_invitation_invited_by on space_invitation (invited_by)`,
  `create index space_invitation_accepted_by on space_invitation (accepted_by)`,
]
