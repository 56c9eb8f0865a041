import '@mantine/core/styles.layer.css'
import '@fontsource/be-vietnam-pro/400.css'
import '@fontsource/be-vietnam-pro/500.css'
import '@fontsource/be-vietnam-pro/600.css'
import './app/tokens.css'
import { MantineProvider } from '@mantine/core'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { lazily } from './app/lazily'
import { makeRouter } from './app/router'
import { theme } from './app/theme'
import { isProblem } from './api'
import { startLanguage } from './i18n'

const Toasts = lazily(() => import('./kit/Toasts'), 'Toasts')

/** The workspace has begun to want more than this session has shown: what the page is to say now stands in the session. */
const onError = (error: unknown) => {
  if (isProblem(error, 'provider-required') || isProblem(error, 'second-factor-missing')) void client.invalidateQueries({ queryKey: ['session'] })
}

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (times, error) => times < 2 && (!isProblem(error) || error.status === 0 || error.status >= 500),
    },
  },
})

await startLanguage()
const router = makeRouter(client)
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <Suspense>
        <Toasts />
      </Suspense>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
