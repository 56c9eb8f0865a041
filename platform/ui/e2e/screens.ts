import { call, created, joined, type Page } from './world'

/** Every screen, by name, and what has to be there before it is looked at. */
export type Screen = { name: string; open: (page: Page) => Promise<unknown> }

const CSV = 'Họ và tên,Điện thoại,Ngày sinh\nNguyễn Thị Hạnh,0912 000 111,03/05/1990\nTrần Văn Dũng,0912 000 222,17/11/1985\nLê Hoa,không có,\n'

const NAMES = ['Nguyễn Thị Thu Hương', 'Trần Quốc Bảo', 'Lê Ngọc Phượng', 'Phạm Văn Đức', 'Huỳnh Mỹ Linh', 'Đặng Hữu Phúc', 'Võ Hoài Duyên', 'Bùi Thanh Tùng', 'Hồ Kim Ngân', 'Ngô Gia Khánh', 'Dương Bích Thủy', 'Lý Minh Quân']
const STAGES = ['lead', 'prospect', 'customer', 'regular', 'lapsed']

export async function furnish(page: Page): Promise<Screen[]> {
  for (const [n, name] of NAMES.entries())
    await created(page, {
      kind: 'person', name, gender: n % 2 ? 'male' : 'female', birthDate: `19${80 + n}-0${(n % 9) + 1}-15`, stage: STAGES[n % 5],
      phones: [{ value: `0912.34${n % 10}.${600 + n}`, label: 'mobile', primary: true }],
      emails: n % 3 ? [{ value: `khach${n}@mail.example`, label: 'home', primary: true }] : [],
      addresses: [{ line: `${n + 1} Lê Lợi`, ward: 'Phường Bến Thành', province: 'TP. Hồ Chí Minh', country: 'VN', label: 'home', primary: true }],
      tags: n % 2 ? ['vip'] : ['mới', 'giới thiệu'], occupation: 'Kế toán',
    })
  await created(page, { kind: 'organisation', name: 'Công ty TNHH Một thành viên Thực phẩm An Khang Đồng Bằng Sông Cửu Long', taxCode: '0312345678', stage: 'regular' })
  const customer = await created(page, { kind: 'person', name: 'Nguyễn Thị Ánh', phones: [{ value: '0912345999' }], occupation: 'Sinh viên' })
  await call(page, 'PATCH', `/customers/${customer.id}`, { occupation: 'Giáo viên', stage: 'regular' }, { 'If-Match': `"v${customer.version}"`, 'Content-Type': 'application/merge-patch+json' })
  const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
  const post = async (path: string, body: object) => (await call(page, 'POST', path, body)).body
  const bought = await post('/orders', {
    customerId: customer.id, state: 'delivered', channel: 'store', store: 'Cửa hàng Lê Lợi', shipping: 30000, placedAt: soon(-12),
    lines: [{ sku: 'AO-01', name: 'Áo sơ mi linen trắng, cỡ L', quantity: 2, unitPrice: 420000, discount: 40000 }, { sku: 'GI-22', name: 'Giày da nam công sở đế cao su chống trượt', quantity: 1, unitPrice: 1250000 }],
    payments: [{ method: 'transfer', amount: 1000000, reference: 'FT26112233' }],
  })
  await post('/interactions', { customerId: customer.id, channel: 'call', direction: 'out', outcome: 'reached', durationSeconds: 272, body: 'Khách hỏi khi nào có hàng mới. Hẹn gọi lại sáng thứ Hai.' })
  await post('/interactions', { customerId: customer.id, channel: 'email', direction: 'in', at: soon(-30), subject: 'Hỏi chính sách đổi trả', body: 'Chào shop,\nnếu áo không vừa thì đổi trong bao nhiêu ngày ạ?' })
  const complaint = await post('/feedback', { customerId: customer.id, kind: 'complaint', subject: 'Giao sai màu áo', body: 'Đặt màu trắng nhưng nhận màu kem.', dueAt: soon(1) })
  await post('/feedback', { customerId: customer.id, kind: 'survey', nps: 9, at: soon(-40) })
  await post('/tasks', { customerId: customer.id, title: 'Gọi lại báo hàng mới về', dueAt: soon(1), priority: 'high' })
  await post('/tasks', { customerId: customer.id, title: 'Gửi phiếu giảm giá sinh nhật', dueAt: soon(-1) })
  const survey = await post('/surveys', {
    title: { vi: 'Sau khi giao hàng', en: 'After delivery' }, intro: { vi: 'Chỉ mất một phút, và giúp chúng tôi phục vụ bạn tốt hơn.', en: 'One minute of your time helps us to do better.' },
    questions: [
      { type: 'nps', required: true, label: { vi: 'Bạn có giới thiệu chúng tôi với bạn bè, người thân không?', en: 'Would you recommend us to friends and family?' } },
      { type: 'csat', label: { vi: 'Bạn hài lòng với việc giao hàng chứ?', en: 'How satisfied are you with the delivery?' } },
      { type: 'rating', label: { vi: 'Bạn chấm nhân viên giao hàng mấy sao?', en: 'How many stars for the courier?' } },
      { type: 'choice', label: { vi: 'Bạn mua ở đâu?', en: 'Where did you buy?' }, choices: [{ value: 'shop', label: { vi: 'Cửa hàng', en: 'Shop' } }, { value: 'web', label: { vi: 'Trang web', en: 'Website' } }] },
      { type: 'text', label: { vi: 'Điều gì khiến bạn chọn điểm đó?', en: 'What is the reason for your score?' } },
      { type: 'phone', required: true, label: { vi: 'Số điện thoại của bạn', en: 'Your phone number' } },
    ],
  })
  const path = async (customerId: string | null) => new URL((await post(`/surveys/${survey.id}/links`, { customerId })).url).pathname
  const answered = await path(customer.id)
  const sheet = (await call(page, 'GET', `/public/surveys/${answered.slice(3)}`)).body.sheet
  await call(page, 'POST', `/public/surveys/${answered.slice(3)}`, { sheet, answers: { q1: 9, q2: 5, q3: 4, q4: 'web', q5: 'Giao nhanh, gói cẩn thận.' } })
  const form = await path(null)
  const upload = async () => (await call(page, 'POST', `/imports?fileName=${encodeURIComponent('khách hàng.csv')}`, CSV, { 'Content-Type': 'text/csv' })).body.id as string
  const until = async (id: string, state: string) => {
    for (let n = 0; n < 120 && (await call(page, 'GET', `/imports/${id}`)).body.state !== state; n++) await page.waitForTimeout(250)
  }
  const mapping = await upload()
  const checked = await upload()
  await call(page, 'POST', `/imports/${checked}/check`)
  await until(checked, 'checked')
  const over = await upload()
  await call(page, 'POST', `/imports/${over}/start`)
  await until(over, 'completed')

  const view = await post('/views', { record: 'customer', name: 'Khách quen ở Sài Gòn chưa mua tháng này', scope: 'workspace', query: { filters: ['stage:in:regular'] }, columns: ['name', 'phones', 'stage'] })
  await call(page, 'POST', `/customers/${customer.id}/attachments?fileName=${encodeURIComponent('phiếu khảo sát nhu cầu khách hàng tháng 11.txt')}`, 'Khách thích màu trầm.', { 'Content-Type': 'text/plain' })
  await call(page, 'POST', `/orders/${bought.id}/attachments?fileName=${encodeURIComponent('hóa đơn.txt')}`, 'Hóa đơn của đơn hàng.', { 'Content-Type': 'text/plain' })

  const person = (name: string, role: string) => joined(page, name, role)
  const seller = await person('Huỳnh Công Thành Nguyễn Trọng Đại', 'sales')
  const carer = await person('Lê Thu', 'care')
  const region = await post('/teams', { name: 'Miền Tây', parentId: null })
  const branch = await post('/teams', { name: 'Chi nhánh Cần Thơ, quầy chăm sóc khách hàng thân thiết', parentId: region.id })
  await call(page, 'PUT', `/teams/${branch.id}/members`, { members: [seller, carer] })
  await post(`/customers/${customer.id}/shared-with`, { toKind: 'team', toId: branch.id, level: 'read', until: soon(30) })
  const analyst = await person('Đặng Phân Tích', 'analyst')
  // so many that the list of them scrolls on every screen
  for (const name of NAMES.slice(0, 8)) await person(name, 'viewer')
  for (const [n, name] of ['Ông Văn Năm', 'Công ty Cổ phần Đầu tư Thương mại và Dịch vụ Xuất nhập khẩu Hải Đăng Xanh', 'Kha Thị Mười'].entries()) {
    const theirs = await created(page, { kind: 'person', name, ownerId: seller })
    await post('/tasks', { customerId: theirs.id, title: `Gọi chăm sóc định kỳ lần ${n + 1}`, assigneeId: seller })
  }
  const draft = await post('/hand-overs', { from: seller, rule: 'evenly', to: [carer, analyst] })
  const given = await post('/hand-overs', { from: seller, records: ['task'], rule: 'one', to: [carer] })
  await call(page, 'POST', `/bulk/${given.id}/start`)
  await call(page, 'PATCH', '/security-rules/failed-sign-ins', { floor: 1 }, { 'Content-Type': 'application/merge-patch+json' })
  const victim = (await call(page, 'GET', '/members')).body.items.find((one: { id: string }) => one.id === carer).email as string
  for (let n = 0; n < 3; n++) await call(page, 'POST', '/session', { email: victim, password: 'doan mo mot cau khac' })
  for (let n = 0; n < 60 && (await call(page, 'GET', '/security-events')).body.items.length === 0; n++) await page.waitForTimeout(500)
  const asAnalyst = { id: analyst, name: 'Đặng Phân Tích', role: 'Phân tích', workspace: (await call(page, 'GET', '/session')).body.workspace.id, permissions: ['customer:read', 'order:read', 'interaction:read', 'feedback:read', 'field:read', 'member:read', 'view:read'] }
  const looking = async (it: Page, path: string) => {
    await it.goto('/settings/members')
    await it.evaluate((as) => sessionStorage.setItem('quen.viewAs', JSON.stringify(as)), asAnalyst)
    await it.goto(path)
  }
  const menu = async (it: Page, nth: number) => {
    await it.goto(`/customers/${customer.id}`)
    await settled(it)
    await it.locator('main button').filter({ has: it.locator('.tabler-icon-dots-vertical') }).first().click()
    await it.getByRole('menuitem').nth(nth).click()
    await it.getByRole('dialog').getByRole('listitem').first().waitFor()
  }

  const at = (name: string, path: string): Screen => ({ name, open: (it) => it.goto(path) })
  return [
    at('customers', '/customers'),
    at('customers-filtered', '/customers?filter=stage:in:regular,customer&sort=name'),
    at('customers-nothing-found', '/customers?q=khongcoai&filter=stage:in:lead'),
    at('customers-view-changed', `/customers?view=${view.id}&filter=stage:in:regular,customer&cols=name,phones,stage`),
    { name: 'view-name', open: async (it) => { await it.goto('/customers?filter=stage:in:lead'); await settled(it); await it.locator('.tabler-icon-bookmark-plus:visible').waitFor(); await it.keyboard.press('v'); await it.getByRole('dialog').waitFor() } },
    { name: 'view-menu', open: async (it) => { await it.goto(`/customers?view=${view.id}&filter=stage:in:regular&cols=name,phones,stage`); await settled(it); await it.locator('main .tabler-icon-chevron-down').first().waitFor(); await it.keyboard.press('v'); await it.getByRole('menu').waitFor() } },
    { name: 'customers-selected', open: async (it) => { await it.goto('/customers'); await settled(it); await it.keyboard.press('a'); await it.locator('main [role=region] button').nth(2).waitFor() } },
    { name: 'bulk-edit', open: bulkEdit },
    { name: 'bulk-preview', open: async (it) => { await bulkEdit(it); await it.getByRole('dialog').locator('.mantine-PillsInputField-field, .mantine-TagsInput-inputField').fill('khách cũ'); await it.keyboard.press('Enter'); await it.getByRole('dialog').locator('button[type=submit]').click(); await it.getByRole('dialog').getByRole('table').waitFor() } },
    { name: 'export', open: exporting },
    { name: 'tray', open: async (it) => { await exporting(it); await it.getByRole('dialog').locator('button[type=submit]').click(); await it.locator('a[href$="/file"]').first().waitFor() } },
    { name: 'customer-files', open: async (it) => { await it.goto(`/customers/${customer.id}`); await settled(it); if ((it.viewportSize()?.width ?? 0) < 768) await it.locator('main label').last().click(); await it.locator('.tabler-icon-paperclip').first().scrollIntoViewIfNeeded() } },
    at('customer-panel', `/customers?open=${customer.id}`),
    at('customer', `/customers/${customer.id}`),
    { name: 'customer-origin', open: async (it) => { await it.goto(`/customers/${customer.id}`); await settled(it); if ((it.viewportSize()?.width ?? 0) < 768) await it.locator('main label').nth(1).click(); await it.locator('[data-origin]').first().click(); await it.getByRole('dialog').waitFor() } },
    at('customer-not-found', '/customers/00000000-0000-7000-8000-000000000000'),
    at('customer-new', '/customers/new'),
    at('orders', '/orders'),
    at('order-panel', `/orders?open=${bought.id}`),
    at('order', `/orders/${bought.id}`),
    at('order-new', `/orders/new?customerId=${customer.id}`),
    at('orders-trash', '/orders?trash=true'),
    at('interactions', '/interactions'),
    at('feedback', `/feedback?open=${complaint.id}`),
    at('surveys', '/surveys'),
    at('survey', `/surveys/${survey.id}`),
    at('survey-new', '/surveys/new?like=complaint'),
    at('survey-answers', `/surveys/${survey.id}?show=answers`),
    { name: 'survey-send', open: async (it) => { await it.goto(`/customers/${customer.id}`); await settled(it); await it.locator('main button').filter({ has: it.locator('.tabler-icon-dots-vertical') }).first().click(); await it.getByRole('menuitem').first().click(); await it.getByRole('dialog').waitFor() } },
    at('form', form),
    at('form-thanks', answered),
    at('tasks', '/tasks?filter=assigneeId:in:me&filter=state:in:open'),
    at('imports', '/imports'),
    at('import-mapping', `/imports/${mapping}`),
    at('import-checked', `/imports/${checked}`),
    at('import-result', `/imports/${over}`),
    { name: 'import-undo', open: async (it) => { await it.goto(`/imports/${over}`); await settled(it); await it.locator('.tabler-icon-arrow-back-up').click(); await it.getByRole('dialog').waitFor() } },
    at('bulk-runs', '/bulk'),
    at('plugins', '/plugins'),
    at('account', '/settings/account'),
    at('general', '/settings/general'),
    at('sign-in-policy', '/settings/sign-in'),
    at('members', '/settings/members'),
    at('roles', '/settings/roles'),
    { name: 'role-new', open: async (it) => { await it.goto('/settings/roles'); await settled(it); await it.locator('main button .tabler-icon-plus').click(); await it.getByRole('dialog').waitFor() } },
    at('role', '/settings/roles/marketing'),
    { name: 'role-effect', open: async (it) => { await it.goto('/settings/roles/sales'); await settled(it); await it.getByRole('checkbox').nth(4).uncheck(); await it.locator('main [role=region] button').last().click(); await it.getByRole('dialog').getByRole('listitem').first().waitFor() } },
    at('teams', '/settings/teams'),
    { name: 'team-edit', open: async (it) => { await it.goto('/settings/teams'); await settled(it); await it.locator('main li .tabler-icon-pencil').last().click(); await it.getByRole('dialog').waitFor() } },
    { name: 'shares', open: (it) => menu(it, 1) },
    { name: 'viewers', open: async (it) => { await menu(it, 1); const dialog = it.getByRole('dialog'); await dialog.getByRole('tab').nth(1).click(); await dialog.getByRole('tabpanel').getByRole('listitem').first().waitFor() } },
    { name: 'members-menu', open: async (it) => { await it.goto('/settings/members'); await settled(it); await it.locator('main .tabler-icon-dots').first().click(); await it.getByRole('menu').waitFor() } },
    at('security', '/settings/security'),
    { name: 'security-note', open: async (it) => { await it.goto('/settings/security'); await settled(it); await it.locator('main li button').first().click(); await it.getByRole('dialog').waitFor() } },
    at('security-rules', '/settings/security?show=rules'),
    at('hand-over', '/settings/hand-over'),
    at('hand-over-new', `/settings/hand-over?from=${seller}`),
    { name: 'hand-over-by-hand', open: async (it) => { await it.goto(`/settings/hand-over?from=${seller}`); await settled(it); await it.getByRole('radio').last().check(); await it.locator('main ul input[type=checkbox]').first().check() } },
    { name: 'hand-over-preview', open: async (it) => { await it.goto(`/settings/hand-over?run=${draft.id}`); await settled(it); await it.locator('main li button[aria-expanded]').first().click(); await it.locator('main li li').first().waitFor() } },
    at('hand-over-done', `/settings/hand-over?run=${given.id}`),
    { name: 'preview', open: (it) => looking(it, '/customers') },
    { name: 'preview-masked', open: (it) => looking(it, `/customers/${customer.id}`) },
    { name: 'preview-no-permission', open: (it) => looking(it, '/settings/members') },
    { name: 'trail-filters', open: async (it) => { await it.goto('/settings/trail?act=records&record=customer&field=occupation'); await settled(it) } },
    { name: 'trail-recover', open: async (it) => { await it.goto(`/settings/trail?customer=${customer.id}&act=CustomerRevised`); await settled(it); await it.locator('main li button[aria-expanded]').first().click(); await it.locator('main li button.mantine-Button-root').first().click(); await it.getByRole('dialog').getByRole('checkbox').first().waitFor() } },
    { name: 'trail-verified', open: async (it) => { await it.goto('/settings/trail'); await settled(it); await it.locator('main section button').first().click(); await it.locator('main section[data-state=whole]').waitFor() } },
    at('trail', '/settings/trail'),
    { name: 'trail-entry', open: async (it) => { await it.goto(`/settings/trail?customer=${customer.id}&act=CustomerRevised`); await settled(it); await it.locator('main li button[aria-expanded]').first().click() } },
    at('trail-nothing', '/settings/trail?act=TrailLost'),
    at('workspaces', '/settings/workspaces'),
    at('fields', '/settings/fields'),
    at('fields-usage', '/settings/fields?show=usage'),
    { name: 'field-new', open: async (it) => { await it.goto('/settings/fields'); await settled(it); await it.locator('main button').filter({ has: it.locator('.tabler-icon-plus') }).first().click(); await it.getByRole('dialog').waitFor() } },
    at('layouts', '/settings/layouts'),
    at('layouts-feedback', '/settings/layouts?record=feedback'),
    at('consents', '/settings/consents'),
    at('sources', '/settings/sources'),
    at('api-keys', '/settings/api-keys'),
    at('no-such-page', '/khong-co-trang-nay'),
    at('api-docs', '/api/docs'),
    { name: 'search', open: async (it) => { await it.goto('/customers'); await settled(it); await it.keyboard.press('Control+k'); await it.getByRole('combobox').first().waitFor(); await it.keyboard.type('nguyen'); await it.getByRole('option', { name: /Nguyễn/ }).first().waitFor() } },
    { name: 'palette', open: async (it) => { await it.goto(`/customers/${customer.id}`); await settled(it); await it.keyboard.press('Control+k'); await it.getByRole('option').first().waitFor() } },
    { name: 'keyboard', open: async (it) => { await it.goto('/plugins'); await settled(it); await it.keyboard.press('?'); await it.getByRole('dialog').waitFor() } },
  ]
}

async function bulkEdit(page: Page) {
  await page.goto('/customers')
  await settled(page)
  await page.keyboard.press('a')
  // The bar and what stands in it come one after the other.
  await page.locator('main [role=region] button').nth(2).waitFor()
  await page.keyboard.press('b')
  await page.getByRole('dialog').waitFor()
}

async function exporting(page: Page) {
  await page.goto('/customers')
  await settled(page)
  await page.keyboard.press('d')
  await page.getByRole('dialog').waitFor()
}

/** Fonts are there, nothing is on its way, and placeholders are gone. */
export async function settled(page: Page) {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  await page.waitForFunction(() => !document.querySelector('.mantine-Skeleton-root, .mantine-Loader-root'), undefined, { timeout: 10_000 }).catch(() => undefined)
}
