import { api, type Customer, type CustomerPatch } from '@/api'
import { useFields } from '@/kit/field/useFields'
import { useSave } from '@/kit/record/useSave'
import { useCustomerCache } from './queries'

export function useSaveCustomer() {
  const { edited: fields } = useFields()
  const { put } = useCustomerCache()
  return useSave<Customer>({ fields, put, one: api.customers.one, change: (id, version, patch) => api.customers.change(id, version, patch as CustomerPatch) })
}
