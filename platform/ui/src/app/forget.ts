/** What lies in the tab of a session that has ended: drafts of customers, and names that were looked at lately. */
export const forget = () => sessionStorage.clear()
