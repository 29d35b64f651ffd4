// The least that can be expected to lose nothing: a journal in localStorage, batches of fetch once a second, beacons when the
// page ends, and a second attempt after a failure.
window.control = (() => {
  const key = 'control-queue'
  let queue = []
  let origin
  let timer = 0
  let isSending = false
  let isDirty = false
  let backoffMs = 500

  const save = () => localStorage.setItem(key, JSON.stringify(queue))
  function saveSoon() {
    if (isDirty) return
    isDirty = true
    queueMicrotask(() => {
      isDirty = false
      save()
    })
  }
  function sendIn(ms) {
    timer ||= setTimeout(() => {
      timer = 0
      send()
    }, ms)
  }
  async function send() {
    if (isSending || queue.length === 0) return
    isSending = true
    const batch = queue.slice(0, 200)
    try {
      const headers = { 'content-type': 'text/plain' }
      const answer = await fetch(`${origin}/c`, { method: 'POST', body: JSON.stringify(batch), headers })
      if (!answer.ok) throw new Error(String(answer.status))
      queue = queue.filter((event) => !batch.includes(event))
      backoffMs = 500
      save()
    } catch {
      backoffMs = Math.min(backoffMs * 2, 8000)
      sendIn(backoffMs)
    } finally {
      isSending = false
    }
    if (queue.length > 0) sendIn(backoffMs > 500 ? backoffMs : 0)
  }
  function sendBeacons() {
    save()
    let bytes = 0
    for (let i = 0; i < queue.length && bytes < 60_000; i += 100) {
      const body = JSON.stringify(queue.slice(i, i + 100))
      if (!navigator.sendBeacon(`${origin}/c`, body)) break
      bytes += body.length
    }
  }
  return {
    init(collector) {
      origin = collector
      queue = JSON.parse(localStorage.getItem(key) ?? '[]')
      addEventListener('pagehide', sendBeacons)
      addEventListener('online', () => {
        backoffMs = 500
        clearTimeout(timer)
        timer = 0
        send()
      })
      if (queue.length > 0) sendIn(100)
    },
    track(name, properties) {
      queue.push({ id: crypto.randomUUID(), ts: Date.now(), name, props: properties })
      saveSoon()
      sendIn(1000)
    },
  }
})()
