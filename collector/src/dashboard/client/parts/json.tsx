/** Untrusted data as text; the element escapes it. */
export function Json({ value }: { value: unknown }) {
  return (
    <pre class="json" dir="ltr">
      {JSON.stringify(value, null, 2)}
    </pre>
  )
}
