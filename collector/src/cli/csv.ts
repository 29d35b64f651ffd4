/** The records of a CSV text (RFC 4180): fields may be quoted, and quoted ones hold commas, line ends and doubled quotes. */
export function parseCsv(text: string): string[][] {
  const records: string[][] = []
  let record: string[] = []
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy
  const source = text.replace(/^\uFEFF/, '')
  while (field.lastIndex < source.length) {
    const at = field.lastIndex
    const match = field.exec(source)
    if (!match) throw new Error(`CSV: found a quote out of place in line ${lineOf(source, at)}`)
    const [, quoted, plain = '', end] = match
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === ',') {
      if (field.lastIndex === source.length)
        record.push('') // the file ends in an empty field
      else continue
    }
    records.push(record)
    record = []
  }
  return records.filter((one) => one.length > 1 || one[0] !== '') // an empty line is no record
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length
