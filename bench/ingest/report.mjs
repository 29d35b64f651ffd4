export async function writeIngestReport() {
  return 'nothing'
}
