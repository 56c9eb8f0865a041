import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { isProblem } from '@/api'
import { readView } from '@/features/customer/view'
import { sessionQuery } from '@/features/session/useSession'
import { LinesSkeleton } from '@/kit/states'
import { language, speak } from '@/i18n'
import { Frame } from './Frame'
import { NotFound, RouteFailure } from './RouteFailure'
import { parseSearch, stringifySearch, textOf } from './search'

const root = createRootRouteWithContext<{ client: QueryClient }>()({ component: Outlet, notFoundComponent: NotFound })

const signin = createRoute({
  getParentRoute: () => root,
  path: '/signin',
  validateSearch: (search): { next?: string } => ({ next: textOf(search.next) }),
  component: lazyRouteComponent(() => import('@/features/session/SignIn'), 'SignIn'),
})
const signup = createRoute({
  getParentRoute: () => root,
  path: '/signup',
  component: lazyRouteComponent(() => import('@/features/signup/SignUp'), 'SignUp'),
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
  validateSearch: readView,
  component: lazyRouteComponent(() => import('@/features/customer/CustomerList'), 'CustomerList'),
})
const newCustomer = createRoute({
  getParentRoute: () => inside,
  path: '/customers/new',
  component: lazyRouteComponent(() => import('@/features/customer/NewCustomer'), 'NewCustomer'),
})
const customer = createRoute({
  getParentRoute: () => inside,
  path: '/customers/$id',
  component: lazyRouteComponent(() => import('@/features/customer/CustomerPage'), 'CustomerPage'),
})
const imports = createRoute({
  getParentRoute: () => inside,
  path: '/imports',
  component: lazyRouteComponent(() => import('@/features/importing/ImportList'), 'ImportList'),
})
const importRun = createRoute({
  getParentRoute: () => inside,
  path: '/imports/$id',
  component: lazyRouteComponent(() => import('@/features/importing/ImportPage'), 'ImportPage'),
})
const plugins = createRoute({
  getParentRoute: () => inside,
  path: '/plugins',
  component: lazyRouteComponent(() => import('@/features/plugin/Plugins'), 'Plugins'),
})
const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: lazyRouteComponent(() => import('./Settings'), 'Settings'),
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
  component: lazyRouteComponent(() => import('@/features/account/AccountSettings'), 'AccountSettings'),
})
const members = createRoute({
  getParentRoute: () => settings,
  path: '/members',
  component: lazyRouteComponent(() => import('@/features/member/Members'), 'Members'),
})
const workspaces = createRoute({
  getParentRoute: () => settings,
  path: '/workspaces',
  component: lazyRouteComponent(() => import('@/features/workspace/Workspaces'), 'Workspaces'),
})
const apiKeys = createRoute({
  getParentRoute: () => settings,
  path: '/api-keys',
  component: lazyRouteComponent(() => import('@/features/apikey/ApiKeys'), 'ApiKeys'),
})

const tree = root.addChildren([
  signin,
  signup,
  inside.addChildren([
    home, customers, newCustomer, customer, imports, importRun, plugins,
    settings.addChildren([settingsHome, account, members, workspaces, apiKeys]),
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
