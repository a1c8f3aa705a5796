import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { countKinds } from '../search/counted.server.ts'
import { openColumns } from '../search/opened.server.ts'
import { FOUND_KINDS } from '../search/search.limits.ts'
import type { Viewer } from '../users/viewer.ts'
import { listTags, type TagName } from './tags.server.ts'
import type { TagNode } from './tree.ts'

/**
 * All tags as a tree, named for the reader, each with the number of items that this viewer would
 * find under it: what they may not read is not counted.
 */
export async function listTagTree(db: Db, viewer: Viewer, lang: Lang): Promise<TagNode[]> {
  const [tags, parents] = [await listTags(db, lang), await listParents(db)]
  const { facets } = countKinds(await openColumns(db, viewer), FOUND_KINDS)
  const counts = new Map(facets.tag.map(({ value, count }) => [value, count]))
  const nodes = new Map(tags.map((tag) => [tag.id, toNode(tag, counts.get(tag.id) ?? 0)]))
  const roots: TagNode[] = []
  for (const node of nodes.values()) {
    const parent = nodes.get(parents.get(node.id) ?? '')
    if (parent) parent.children.push(node)
    else roots.push(node)
  }
  return roots
}

/** A tag's place in the tree: what it is filed under, and what is filed under it. */
export async function findRelatives(db: Db, tagId: string, lang: Lang) {
  const [tags, parents] = [await listTags(db, lang), await listParents(db)]
  return {
    parent: tags.find(({ id }) => id === parents.get(tagId)) ?? null,
    children: tags.filter(({ id }) => parents.get(id) === tagId),
  }
}

/** The ids of a tag and of all that is filed under it, however deep. */
export async function listBranch(db: Db, tagId: string) {
  const parents = await listParents(db)
  const branch = new Set([tagId])
  for (let size = 0; size !== branch.size;) {
    size = branch.size
    for (const [id, parent] of parents) if (parent && branch.has(parent)) branch.add(id)
  }
  return branch
}

async function listParents(db: Db) {
  const rows = await db.selectFrom('tag').select(['id', 'parent_id']).execute()
  return new Map(rows.map(({ id, parent_id }) => [id, parent_id]))
}

function toNode({ id, slug, label, lang }: TagName, count: number): TagNode {
  return { id, slug, label, lang, count, children: [] }
}
