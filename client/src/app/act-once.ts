/** A double click on a button is one act: the second half of it finds what the first has made, and would act on that. */
export function actOnce() {
  const again = (event: MouseEvent) => {
    const button = event.target instanceof Element && event.target.closest('.mantine-Button-root')
    if (!button || event.detail < 2 || button.closest('[data-many]')) return
    event.preventDefault()
    event.stopPropagation()
  }
  document.addEventListener('click', again, { capture: true })
}
