/** Version of the package, written in by the build and by the test runner. */
declare const __VERSION__: string
