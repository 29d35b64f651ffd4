/** Gives a form's handler the fields as texts, and keeps the browser from sending it. */
export const onSubmit = (handle: (field: (name: string) => string) => void) => (event: SubmitEvent) => {
  event.preventDefault()
  if (!(event.currentTarget instanceof HTMLFormElement)) return
  const data = new FormData(event.currentTarget)
  handle((name) => String(data.get(name) ?? '').trim())
}
