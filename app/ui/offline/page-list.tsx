type Props = { pages: { path: string; title: string }[] }

/** Pages that this device knows of: loaded whole, since the worker may have a copy of each. */
export function PageList({ pages }: Props) {
  return (
    <ul className="list page-list">
      {pages.map(({ path, title }) => (
        <li key={path}>
          <a href={path}>
            <bdi>{title}</bdi>
          </a>
        </li>
      ))}
    </ul>
  )
}
