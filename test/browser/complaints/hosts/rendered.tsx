import { createHandrail } from 'handrail'
import { render } from 'preact'
import { useState } from 'preact/hooks'

const ROW_PX = 20
const ITEMS = 1000
const SEEN = 12

/** Rows get new elements whenever they are sorted, because their keys change. */
function Rows() {
  const [sorted, setSorted] = useState(0)
  const [isEmpty, setEmpty] = useState(false)
  const rows = sorted % 2 ? [3, 2, 1] : [1, 2, 3]
  return (
    <>
      <button type="button" id="plain" onClick={() => setSorted(sorted + 1)}>
        Sort
      </button>
      <button type="button" onClick={() => setEmpty(!isEmpty)}>
        Empty
      </button>
      {isEmpty
        ? 'Nothing here'
        : rows.map((row) => (
            <p key={`${row}-${sorted}`}>
              <button type="button" data-row={row}>
                Row {row}
              </button>
            </p>
          ))}
    </>
  )
}

/** Only the items in view are in the document, as in every virtualised list. */
function List() {
  const [first, setFirst] = useState(0)
  const items = Array.from({ length: SEEN }, (_, index) => first + index).filter((item) => item < ITEMS)
  return (
    <div id="list" onScroll={({ currentTarget }) => setFirst(Math.floor(currentTarget.scrollTop / ROW_PX))}>
      <div style={{ height: `${ITEMS * ROW_PX}px`, position: 'relative' }}>
        {items.map((item) => (
          <div key={item} data-item={item} style={{ position: 'absolute', top: `${item * ROW_PX}px` }}>
            Item {item}
          </div>
        ))}
      </div>
    </div>
  )
}

const root = document.querySelector('#app')
if (root)
  render(
    <>
      <Rows />
      <List />
    </>,
    root,
  )

const handrail = createHandrail({
  writeKey: 'wk_host',
  endpoint: 'http://127.0.0.1:9',
  config: '/config.json',
})
handrail.on('event', (event) => window.events.push(event))
window.handrail = handrail
