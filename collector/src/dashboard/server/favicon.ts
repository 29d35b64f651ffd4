/** The mark on the accent, readable on light and dark tabs. */
export const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="6" fill="#4549b8"/><g fill="none" stroke="#fff" stroke-linecap="round"><path d="M4.5 13.5 19.5 7" stroke-width="2.4"/><path d="M7.5 13v6M12 11v8M16.5 9v10" stroke-width="1.5"/></g></svg>`
