import { useState } from 'preact/hooks'
import { track } from '../product-events'
import { $session, planPrice, updateSession } from '../store/session'
import type { Account, Plan } from '../store/shapes'
import { useStore } from '../store/use-store'
import { isAdmin } from '../store/work'
import { longDate, money, t } from '../text/text'

const PLANS = [
  { id: 'team', name: t('planTeam'), lead: t('teamPlanLead') },
  { id: 'business', name: t('planBusiness'), lead: t('businessPlanLead') },
  { id: 'enterprise', name: t('planEnterprise'), lead: t('enterprisePlanLead') },
] as const

export function Billing() {
  const account = useStore($session)?.account
  if (!account) return null
  return (
    <>
      <header class="page-head">
        <div>
          <h1>{t('billing')}</h1>
          <p>
            {account.plan === 'trial' ? t('trialLeft') : t('renews', { date: longDate(account.renewsAt) })}
          </p>
        </div>
      </header>
      <ul class="plans">
        {PLANS.map((plan) => (
          <li key={plan.id} class={plan.id === account.plan ? 'card plan current' : 'card plan'}>
            <h2>{plan.name}</h2>
            <p>{plan.lead}</p>
            <p class="quiet">
              {t('perMonth', { price: money(planPrice(plan.id, account.seats)), seats: account.seats })}
            </p>
            <Choice account={account} plan={plan.id} name={plan.name} />
          </li>
        ))}
      </ul>
      {isAdmin() ? (
        account.plan !== 'trial' && <Cancellation plan={account.plan} />
      ) : (
        <p>{t('adminsOnly')}</p>
      )}
    </>
  )
}

function Choice({ account, plan, name }: { account: Account; plan: Plan; name: string }) {
  if (plan === account.plan) return <p class="tag">{t('currentPlan')}</p>
  const choose = () => {
    updateSession({ account: { ...account, plan, mrr: planPrice(plan, account.seats) } })
    track('Plan Upgraded', { from: account.plan, to: plan, seats: account.seats })
  }
  return (
    <button type="button" class="button" disabled={!isAdmin()} onClick={choose}>
      {t('choosePlan', { plan: name })}
    </button>
  )
}

function Cancellation({ plan }: { plan: Plan }) {
  const [noted, setNoted] = useState(false)
  const cancel = () => {
    setNoted(true)
    track('Cancellation Started', { plan })
  }
  if (noted) return <p role="status">{t('cancelled')}</p>
  return (
    <button type="button" class="button quiet-button" onClick={cancel}>
      {t('cancelPlan')}
    </button>
  )
}
