import { queryOptions, useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { api, type Customer, type CustomerQuery, type Page } from '@/api'
import { summaryQuery, TIMELINE_PAGE, timelineQuery } from '../timeline/queries'

export const countQuery = (query: CustomerQuery) =>
  queryOptions({
    queryKey: ['customers', 'count', { ...query, sort: undefined }],
    queryFn: ({ signal }) => api.customers.count({ ...query, sort: undefined }, signal),
    staleTime: 30_000,
  })

export const customerQuery = (id: string) =>
  queryOptions({ queryKey: ['customers', 'one', id], queryFn: () => api.customers.one(id) })

/** The customer of a page that shows its summary and timeline too: all three come in one answer the first time. */
export const profileQuery = (client: QueryClient, id: string) =>
  queryOptions({
    ...customerQuery(id),
    queryFn: async () => {
      if (client.getQueryData(summaryQuery(id).queryKey)) return api.customers.one(id)
      const { customer, summary, timeline } = await api.customers.profile(id, TIMELINE_PAGE)
      client.setQueryData(summaryQuery(id).queryKey, summary)
      client.setQueryData(timelineQuery(id, []).queryKey, { pages: [timeline], pageParams: [undefined] })
      return customer
    },
  })

/** Puts what the server answered wherever this customer is shown, so that nothing needs to be loaded again. */
export function useCustomerCache() {
  const client = useQueryClient()
  const put = useCallback(
    (customer: Customer) => {
      client.setQueryData(customerQuery(customer.id).queryKey, customer)
      client.setQueriesData<InfiniteData<Page<Customer>>>({ queryKey: ['customers', 'list'] }, (old) =>
        old && {
          ...old,
          pages: old.pages.map((page) =>
            page.items.some((one) => one.id === customer.id)
              ? { ...page, items: page.items.map((one) => (one.id === customer.id ? customer : one)) }
              : page,
          ),
        },
      )
      void client.invalidateQueries({ queryKey: ['customers', 'timeline', customer.id] })
      void client.invalidateQueries({ queryKey: ['customers', 'origins', customer.id] })
    },
    [client],
  )
  const forgetLists = useCallback(() => {
    void client.invalidateQueries({ queryKey: ['customers', 'list'] })
    void client.invalidateQueries({ queryKey: ['customers', 'count'] })
  }, [client])
  return useMemo(() => ({ put, forgetLists }), [put, forgetLists])
}
