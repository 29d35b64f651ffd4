// Handrail's snippet, in a file of its own because the policy of these pages allows no inline script.
// Calls made before the script arrives wait in the array and are carried out in order.
window.handrail = window.handrail || []
for (const method of 'identify group track page start stop reset consent on'.split(' ')) {
  window.handrail[method] =
    window.handrail[method] || ((...args) => void window.handrail.push([method, ...args]))
}
