type Line = { name: string; count: number }

/** Counts as a table whose lengths can be compared at a glance. */
export const Bars = ({ title, lines }: { title: string; lines: readonly Line[] }) => {
  const most = Math.max(1, ...lines.map(({ count }) => count))
  return (
    <table className="bars">
      <caption>{title}</caption>
      <tbody>
        {lines.map(({ name, count }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="bars-count">{count}</td>
            <td className="bars-line" aria-hidden="true">
              <span className="bar" style={{ inlineSize: `${(count / most) * 100}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
