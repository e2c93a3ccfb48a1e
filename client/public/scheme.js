// Runs before the first paint, so that nobody who chose a dark page is dazzled by a light one.
try {
  const chosen = localStorage.getItem('mortar.scheme')
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
} catch {
  // Without storage the system's choice holds.
}
