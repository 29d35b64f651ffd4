import type { Thanks } from '../../schema'
import type { SurveyHost } from '../host'
import { Blocks } from '../parts/blocks'
import { Button } from '../parts/button'
import { CheckIcon } from '../parts/icons'

interface ThanksProps {
  host: SurveyHost
  title: string
  thanks: Thanks | undefined
  onAct: () => void
}

/** What is said at the end, and what may be done then. */
export const ThanksCard = ({ host, title, thanks, onAct }: ThanksProps) => (
  <div class="thanks fade">
    <span class="medal">
      <CheckIcon size={24} />
    </span>
    <h2 id="title">{title}</h2>
    <Blocks blocks={host.blocks(thanks?.body)} />
    {thanks?.do !== undefined && (
      <Button look="primary" onClick={onAct}>
        {thanks.label ? host.plain(thanks.label) : host.say('continue')}
      </Button>
    )}
  </div>
)
