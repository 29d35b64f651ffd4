import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { createFormat, type Format } from './format'

export const FormatContext = createContext<Format>(createFormat('en'))

/** Formatting in the locale of the page. */
export const useFormat = (): Format => useContext(FormatContext)
