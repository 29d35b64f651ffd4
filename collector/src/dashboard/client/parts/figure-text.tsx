/** A figure, or the words that there is none: null is never drawn as 0. */
export function Figure({ value, format }: { value: number | null; format: (value: number) => string }) {
  return value === null ? <NoData /> : <span class="num">{format(value)}</span>
}

export function NoData() {
  return <span class="no-data">no data</span>
}
