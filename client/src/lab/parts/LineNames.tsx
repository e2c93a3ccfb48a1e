import styles from './parts.module.css'

/** The names of the lines of a drawing, in their colours: where it is too narrow to name them at their ends. */
export function LineNames({ names }: { names: readonly string[] }) {
  return (
    <ul className={styles.names} data-no-words>
      {names.map((name, at) => (
        <li key={at} data-colour={at + 1}>
          {name}
        </li>
      ))}
    </ul>
  )
}
