import { useRouteLoaderData } from '@remix-run/react'
import { useEffect, useSyncExternalStore } from 'react'
import type { RootData } from '#app/root.tsx'
import { lastVisit, leaveThread } from './offline/visits.ts'
import type { ShownPost } from './thread-post.tsx'

/** The first of these replies that others wrote since this person's last visit on this device. */
export function useFirstNew(thread: string, posts: ShownPost[]) {
  const viewer = useRouteLoaderData<RootData>('root')?.viewer
  const since = useSyncExternalStore(
    () => () => {},
    () => (viewer ? lastVisit(viewer.id, thread) : null),
    () => null,
  )
  useEffect(() => () => leaveThread(thread), [thread])
  if (!viewer || !since) return undefined
  const isNew = ({ published_at, author }: ShownPost) =>
    published_at !== null && published_at > since && author.handle !== viewer.handle
  return posts.find(isNew)?.id
}
