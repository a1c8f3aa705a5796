import type { LoaderFunctionArgs } from '@remix-run/node'
import { replyKey } from '#app/domain/drafts/keys.ts'
import { listOwnSeats } from '#app/domain/items/authors.server.ts'
import type { Cursor } from '#app/domain/items/page.ts'
import { mentioned } from '#app/domain/notifications/recipients.server.ts'
import { findItem } from '#app/domain/posts/any-item.server.ts'
import {
  canEdit,
  canReact,
  canReply,
  canUnsend,
  canWithdraw,
} from '#app/domain/posts/posts.policy.ts'
import { findPost, type ListedPost, listPosts, pageBefore } from '#app/domain/posts/posts.server.ts'
import { quoteOf, withoutQuotesOf } from '#app/domain/posts/quotes.ts'
import { canDraftFromThread } from '#app/domain/practices/practices.policy.ts'
import { canWriteInSpace } from '#app/domain/spaces/spaces.policy.ts'
import { audienceOf } from '#app/domain/spaces/readers.server.ts'
import { firstWords, plainText } from '#app/domain/text/markdown.server.ts'
import { canMarkAnswer } from '#app/domain/threads/threads.policy.ts'
import { type FoundThread, listAbout } from '#app/domain/threads/threads.server.ts'
import type { Viewer } from '#app/domain/users/viewer.ts'
import { wordsFor } from '#app/i18n/words.server.ts'
import { db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { openComposer } from './composer.server.ts'
import type { openThreadAt } from './conversation.server.ts'
import { linkedThread } from './linked-data.server.ts'
import { passOn, shareItem } from './share.server.ts'

type Opened = Awaited<ReturnType<typeof openThreadAt>>
type Asked = { after?: Cursor; quote: string | null; sent: string | null }

/** All that a thread's page shows of one of its pages of replies, and what the viewer may do. */
export async function showThread(args: LoaderFunctionArgs, opened: Opened, asked: Asked) {
  const { viewer } = args.context
  const { lang, thread, around } = opened
  const posts = await listPosts(db, viewer, lang, { threadId: thread.id, after: asked.after })
  const show = (post: ListedPost) => toShown(post, viewer, opened)
  const accepted = thread.accepted_post_id
    ? await findPost(db, viewer, lang, thread.accepted_post_id)
    : undefined
  // For engines and previews of links, which nobody signs in for.
  const lead = viewer ? undefined : firstWords(thread.source)
  return {
    thread: headOf(thread),
    lead,
    share: lead === undefined ? null : shareThread(opened, asked, { lead, accepted }),
    pass: passOn(thread),
    space: around ? { name: around.name, slug: around.slug } : null,
    ...(await listAbout(db, viewer, lang, thread)),
    posts: posts.rows.map(show),
    accepted: accepted ? show(accepted) : null,
    next: posts.next,
    last: posts.next ? await pageBefore(db, viewer, thread.id) : null,
    // The page before ends with the reply after which this one begins.
    before: asked.after ? await pageBefore(db, viewer, thread.id, asked.after) : null,
    after: asked.after ? `${asked.after.at}~${asked.after.id}` : null,
    audience: await audienceOf(db, around),
    may: {
      reply: canReply(viewer, thread, around),
      mark: canMarkAnswer(viewer, thread, around),
      edit: canEdit(viewer, thread, around) && thread.locked_at === null,
      react: canReact(viewer, thread, around),
      unsend: thread.reply_count === 0 && canUnsend(viewer, thread),
      report: thread.author_id !== viewer?.id,
      moderate: thread.steward,
      draft:
        canDraftFromThread(viewer, thread) &&
        (!around || canWriteInSpace(viewer, { space: around, role: around.role })),
    },
    signedIn: viewer !== null,
    unheard: await unheardOf(viewer, lang, asked.sent),
    composer: await composerOf(args, opened, asked.quote),
  }
}

function headOf(thread: FoundThread) {
  const { source: _____, titles: ____, asks_about: ______, ...rest } = thread
  const { author_id: _, hidden_by: __, space_id: ___, ...head } = rest
  return head
}

function shareThread(
  { lang, thread }: Opened,
  { after }: Asked,
  { lead, accepted }: { lead: string; accepted?: ListedPost },
) {
  const answer = accepted?.gone ? null : (accepted ?? null)
  const text = answer && plainText(answer.source)
  return shareItem(
    { ...thread, kind: 'thread' },
    {
      lang,
      query: after ? `?after=${after.at}~${after.id}` : '',
      linked: (address) =>
        linkedThread({ ...headOf(thread), lead }, answer && { ...answer, text: text! }, {
          address,
          lang,
        }),
    },
  )
}

function toShown(post: ListedPost, viewer: Viewer, { lang, thread, around }: Opened) {
  const { source: _, hidden_by: __, steward: ___, quoted: ____, ...rest } = post
  const { space_id: _____, author_id: ______, readable: _______, lost, ...shown } = rest
  const open = thread.locked_at === null
  return {
    ...shown,
    html: withoutQuotesOf(lost, post.html, goneQuote(lang)),
    may: {
      react: canReact(viewer, post, around),
      edit: open && canEdit(viewer, post, around),
      withdraw: open && canWithdraw(viewer, post, around),
      unsend: !post.quoted && canUnsend(viewer, post),
      report: post.author_id !== viewer?.id,
      moderate: post.steward,
    },
  }
}

/** What is sent in place of the words of a reply that is gone, where another quotes them. */
export function goneQuote(lang: Lang) {
  return `<blockquote><p>${wordsFor(lang)('posts.placeholder.quote')}</p></blockquote>`
}

// Asked again from the text itself, so that no address can make the page say what is not so.
async function unheardOf(viewer: Viewer, lang: Opened['lang'], sent: string | null) {
  if (!viewer || !sent) return []
  const item = await findItem(db, viewer, lang, sent)
  if (item?.author_id !== viewer.id) return []
  const { others } = await mentioned(db, item.id, item.source)
  return others.map(({ handle }) => handle)
}

async function composerOf(
  { request, context }: LoaderFunctionArgs,
  { lang, thread, around }: Opened,
  quote: string | null,
) {
  const { viewer } = context
  if (!viewer || !canReply(viewer, thread, around)) return null
  const form = replyKey(thread.id)
  const composing = await openComposer(request, { viewer, form }, { lang: [lang] })
  const post = quote ? await findPost(db, viewer, lang, quote) : undefined
  if (post && post.thread_id === thread.id && !post.gone) {
    const typed = composing.values.body?.[0]
    composing.values.body = [(typed ? `${typed}\n\n` : '') + quoteOf(post)]
  }
  return { ...composing, form, seats: await listOwnSeats(db, viewer) }
}
