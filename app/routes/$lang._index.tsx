export async function loader() {
  return null
}

export default function Home() {
  return <p>home</p>
}
