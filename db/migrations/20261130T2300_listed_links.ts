import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const isListed = `item.state in ('published', 'archived') and item.hidden_at is null`

const dayOf = (itemId: string) => `(select published_at from item
  where item.id = ${itemId} and ${isListed})`

const lastDayOf = (itemId: string) => `(select coalesce(thread.last_post_at, item.published_at)
  from item left join thread on thread.item_id = item.id where item.id = ${itemId} and ${isListed})`

const isThread = (itemId: string) => `(select kind = 'thread' from item where item.id = ${itemId})`

// The day of an item stands with what it is filed under and linked to, null while lists do not show it:
// so a page of a list is read along an index, however long the list is. Triggers keep it in the same
// transaction, whoever writes.
const statements = [
  `alter table item_tag add column listed_at text`,
  `update item_tag set listed_at = ${dayOf('item_tag.item_id')}`,
  `drop index item_tag_tag`,
  `create index item_tag_listed on item_tag (tag_id, listed_at, item_id)`,
  `create trigger item_tag_added after insert on item_tag begin
    update item_tag set listed_at = ${dayOf('new.item_id')}
      where item_id = new.item_id and tag_id = new.tag_id;
  end`,

  // A thread stands by its last word, what answers by when it was published: two lists of one challenge.
  `alter table challenge_link add column listed_at text`,
  `alter table challenge_link add column is_thread integer not null default 0
    check (is_thread in (0, 1))`,
  `update challenge_link set is_thread = ${isThread('challenge_link.item_id')},
    listed_at = ${lastDayOf('challenge_link.item_id')}`,
  `create index challenge_link_listed on challenge_link (challenge_id, is_thread, listed_at, item_id)`,
  `create trigger challenge_link_added after insert on challenge_link begin
    update challenge_link set is_thread = ${isThread('new.item_id')},
      listed_at = ${lastDayOf('new.item_id')}
      where challenge_id = new.challenge_id and item_id = new.item_id;
  end`,

  `create trigger item_listed after update of state, hidden_at, published_at on item
    when new.kind <> 'post' begin
    update item_tag set listed_at = ${dayOf('new.id')} where item_id = new.id;
    update challenge_link set listed_at = ${lastDayOf('new.id')} where item_id = new.id;
  end`,
  ...['insert', 'update of last_post_at'].map(
    (change, at) => `create trigger thread_listed_${at} after ${change} on thread begin
      update challenge_link set listed_at = new.last_post_at
        where item_id = new.item_id and listed_at <> new.last_post_at;
    end`,
  ),
]
