import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { isProblem, type RecordName } from '@/api'
import { readTrailView } from '@/features/audit/view'
import type { Purpose } from '@/features/session/provider'
import { sessionQuery } from '@/features/session/useSession'
import { readListView } from '@/kit/list/view'
import { LinesSkeleton } from '@/kit/states'
import { allTexts, language, speak } from '@/i18n'
import { forget } from './forget'
import { Frame } from './Frame'
import { NotFound, RouteFailure } from './RouteFailure'
import { parseSearch, stringifySearch, textOf } from './search'

/** A room and the texts it speaks, which come beside it. */
const spoken = <M,>(load: () => Promise<M>) => async () => (await Promise.all([load(), allTexts()]))[0]

const root = createRootRouteWithContext<{ client: QueryClient }>()({ component: Outlet, notFoundComponent: NotFound })

const signin = createRoute({
  getParentRoute: () => root,
  path: '/signin',
  validateSearch: (search): { next?: string } => ({ next: textOf(search.next) }),
  component: lazyRouteComponent(spoken(() => import('@/features/session/SignIn')), 'SignIn'),
})
const byProvider = createRoute({
  getParentRoute: () => root,
  path: '/signin/provider/$slug',
  validateSearch: (search): { begin?: Purpose; next?: string; code?: string; state?: string; iss?: string; error?: string } =>
    Object.fromEntries(['begin', 'next', 'code', 'state', 'iss', 'error'].map((name) => [name, textOf(search[name])])),
  component: lazyRouteComponent(spoken(() => import('@/features/session/ProviderSignIn')), 'ProviderSignIn'),
})
const signup = createRoute({
  getParentRoute: () => root,
  path: '/signup',
  component: lazyRouteComponent(spoken(() => import('@/features/signup/SignUp')), 'SignUp'),
})
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(spoken(() => import('@/features/invitation/AcceptInvitation')), 'AcceptInvitation'),
})

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Frame,
  beforeLoad: async ({ context, location }) => {
    try {
      const session = await context.client.ensureQueryData(sessionQuery)
      if (session.account.language !== language()) await speak(session.account.language)
    } catch (error) {
      if (!isProblem(error, 'unauthenticated')) throw error
      forget()
      throw redirect({ to: '/signin', search: location.pathname === '/' ? {} : { next: location.href } })
    }
  },
})

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/customers' })
  },
})
const customers = createRoute({
  getParentRoute: () => inside,
  path: '/customers',
  validateSearch: readListView,
  component: lazyRouteComponent(() => import('@/features/customer/CustomerList'), 'CustomerList'),
})
const newCustomer = createRoute({
  getParentRoute: () => inside,
  path: '/customers/new',
  component: lazyRouteComponent(spoken(() => import('@/features/customer/NewCustomer')), 'NewCustomer'),
})
const customer = createRoute({
  getParentRoute: () => inside,
  path: '/customers/$id',
  component: lazyRouteComponent(spoken(() => import('@/features/customer/CustomerPage')), 'CustomerPage'),
})
const orders = createRoute({
  getParentRoute: () => inside,
  path: '/orders',
  validateSearch: readListView,
  component: lazyRouteComponent(spoken(() => import('@/features/order/OrderList')), 'OrderList'),
})
const newOrder = createRoute({
  getParentRoute: () => inside,
  path: '/orders/new',
  validateSearch: (search): { customerId?: string } => ({ customerId: textOf(search.customerId) }),
  component: lazyRouteComponent(spoken(() => import('@/features/order/OrderForm')), 'NewOrder'),
})
const order = createRoute({
  getParentRoute: () => inside,
  path: '/orders/$id',
  component: lazyRouteComponent(spoken(() => import('@/features/order/OrderPage')), 'OrderPage'),
})
const editOrder = createRoute({
  getParentRoute: () => inside,
  path: '/orders/$id/edit',
  component: lazyRouteComponent(spoken(() => import('@/features/order/OrderForm')), 'EditOrder'),
})
const interactions = createRoute({
  getParentRoute: () => inside,
  path: '/interactions',
  validateSearch: readListView,
  component: lazyRouteComponent(spoken(() => import('@/features/interaction/InteractionList')), 'InteractionList'),
})
const feedback = createRoute({
  getParentRoute: () => inside,
  path: '/feedback',
  validateSearch: readListView,
  component: lazyRouteComponent(spoken(() => import('@/features/feedback/FeedbackList')), 'FeedbackList'),
})
const tasks = createRoute({
  getParentRoute: () => inside,
  path: '/tasks',
  validateSearch: readListView,
  component: lazyRouteComponent(spoken(() => import('@/features/task/TaskList')), 'TaskList'),
})
const surveys = createRoute({
  getParentRoute: () => inside,
  path: '/surveys',
  component: lazyRouteComponent(spoken(() => import('@/features/survey/SurveyList')), 'SurveyList'),
})
const survey = createRoute({
  getParentRoute: () => inside,
  path: '/surveys/$id',
  validateSearch: (search): { show?: 'answers'; like?: string } => ({ show: search.show === 'answers' ? 'answers' : undefined, like: textOf(search.like) }),
  component: lazyRouteComponent(spoken(() => import('@/features/survey/SurveyPage')), 'SurveyPage'),
})
const imports = createRoute({
  getParentRoute: () => inside,
  path: '/imports',
  component: lazyRouteComponent(spoken(() => import('@/features/importing/ImportList')), 'ImportList'),
})
const importRun = createRoute({
  getParentRoute: () => inside,
  path: '/imports/$id',
  component: lazyRouteComponent(spoken(() => import('@/features/importing/ImportPage')), 'ImportPage'),
})
const bulk = createRoute({
  getParentRoute: () => inside,
  path: '/bulk',
  component: lazyRouteComponent(spoken(() => import('@/features/bulk/BulkPage')), 'BulkPage'),
})
const plugins = createRoute({
  getParentRoute: () => inside,
  path: '/plugins',
  component: lazyRouteComponent(spoken(() => import('@/features/plugin/Plugins')), 'Plugins'),
})
const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: lazyRouteComponent(spoken(() => import('./Settings')), 'Settings'),
})
const settingsHome = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/account' })
  },
})
const account = createRoute({
  getParentRoute: () => settings,
  path: '/account',
  component: lazyRouteComponent(spoken(() => import('@/features/account/AccountSettings')), 'AccountSettings'),
})
const general = createRoute({
  getParentRoute: () => settings,
  path: '/general',
  component: lazyRouteComponent(spoken(() => import('@/features/setting/WorkspaceSettings')), 'WorkspaceSettings'),
})
const signInPolicy = createRoute({
  getParentRoute: () => settings,
  path: '/sign-in',
  component: lazyRouteComponent(spoken(() => import('@/features/signin/SignInPolicy')), 'SignInPolicyPage'),
})
const members = createRoute({
  getParentRoute: () => settings,
  path: '/members',
  component: lazyRouteComponent(spoken(() => import('@/features/member/Members')), 'Members'),
})
const roles = createRoute({
  getParentRoute: () => settings,
  path: '/roles',
  component: lazyRouteComponent(spoken(() => import('@/features/role/Roles')), 'Roles'),
})
const role = createRoute({
  getParentRoute: () => settings,
  path: '/roles/$key',
  component: lazyRouteComponent(spoken(() => import('@/features/role/RolePage')), 'RolePage'),
})
const teams = createRoute({
  getParentRoute: () => settings,
  path: '/teams',
  component: lazyRouteComponent(spoken(() => import('@/features/team/Teams')), 'Teams'),
})
const handOver = createRoute({
  getParentRoute: () => settings,
  path: '/hand-over',
  validateSearch: (search): { from?: string; run?: string } => ({ from: textOf(search.from), run: textOf(search.run) }),
  component: lazyRouteComponent(spoken(() => import('@/features/handover/HandOver')), 'HandOver'),
})
const security = createRoute({
  getParentRoute: () => settings,
  path: '/security',
  validateSearch: (search): { show?: 'all' | 'rules' } => ({ show: search.show === 'all' || search.show === 'rules' ? search.show : undefined }),
  component: lazyRouteComponent(spoken(() => import('@/features/security/SecurityEvents')), 'SecurityEvents'),
})
const trail = createRoute({
  getParentRoute: () => settings,
  path: '/trail',
  validateSearch: readTrailView,
  component: lazyRouteComponent(spoken(() => import('@/features/audit/Trail')), 'Trail'),
})
const workspaces = createRoute({
  getParentRoute: () => settings,
  path: '/workspaces',
  component: lazyRouteComponent(spoken(() => import('@/features/workspace/Workspaces')), 'Workspaces'),
})
const apiKeys = createRoute({
  getParentRoute: () => settings,
  path: '/api-keys',
  component: lazyRouteComponent(spoken(() => import('@/features/apikey/ApiKeys')), 'ApiKeys'),
})

const fields = createRoute({
  getParentRoute: () => settings,
  path: '/fields',
  validateSearch: (search): { record?: RecordName; show?: string } => ({ record: textOf(search.record) as RecordName | undefined, show: textOf(search.show) }),
  component: lazyRouteComponent(spoken(() => import('@/features/field/Fields')), 'Fields'),
})
const layouts = createRoute({
  getParentRoute: () => settings,
  path: '/layouts',
  validateSearch: (search): { record?: RecordName; stage?: string } => ({ record: textOf(search.record) as RecordName | undefined, stage: textOf(search.stage) }),
  component: lazyRouteComponent(spoken(() => import('@/features/field/Layouts')), 'Layouts'),
})

const consents = createRoute({
  getParentRoute: () => settings,
  path: '/consents',
  component: lazyRouteComponent(spoken(() => import('@/features/consent/Purposes')), 'Purposes'),
})
const sources = createRoute({
  getParentRoute: () => settings,
  path: '/sources',
  component: lazyRouteComponent(spoken(() => import('@/features/source/Sources')), 'Sources'),
})

const tree = root.addChildren([
  signin,
  byProvider,
  signup,
  invitation,
  inside.addChildren([
    home, customers, newCustomer, customer, orders, newOrder, order, editOrder, interactions, feedback, surveys, survey, tasks, imports, importRun, bulk, plugins,
    settings.addChildren([settingsHome, account, general, signInPolicy, members, roles, role, teams, handOver, trail, security, workspaces, fields, layouts, consents, sources, apiKeys]),
  ]),
])

export const makeRouter = (client: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { client },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPendingComponent: LinesSkeleton,
    defaultPendingMs: 150,
    defaultErrorComponent: RouteFailure,
    scrollRestoration: false,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
