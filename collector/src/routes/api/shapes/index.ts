import { accountDetail, accountRow, accountsPage } from './account'
import { healthPreview, metrics, portfolio } from './portfolio'
import {
  apiError,
  eventCount,
  eventsPage,
  featuresList,
  guideDetail,
  guideSummary,
  guidesList,
  surveyDetail,
} from './product'

/** What the API answers, by the name it has in the OpenAPI document and in `api-types.ts`. */
export const shapes = {
  AccountRow: accountRow,
  AccountsPage: accountsPage,
  AccountDetail: accountDetail,
  ApiError: apiError,
  EventCount: eventCount,
  EventsPage: eventsPage,
  FeaturesList: featuresList,
  GuideDetail: guideDetail,
  GuideSummary: guideSummary,
  GuidesList: guidesList,
  HealthPreview: healthPreview,
  Metrics: metrics,
  Portfolio: portfolio,
  SurveyDetail: surveyDetail,
}

export type ShapeName = keyof typeof shapes
