// NextStep imports the router of Next.js, which is not there.
export const useRouter = () => ({ push() {} })
export const usePathname = () => '/'
