import type { NewSurvey, Survey, SurveyQuestion, Text } from '@/api'

export type QuestionType = SurveyQuestion['type']
export const ASKED: QuestionType[] = ['nps', 'csat', 'rating', 'choice', 'text']
/** They tell who answers, where the link does not. */
export const CONTACT: QuestionType[] = ['name', 'phone', 'email']
export const isContact = (type: QuestionType) => CONTACT.includes(type)

/** `id` is known to the screen alone; a question that was never saved has no key yet. */
export type DraftChoice = { id: string; value?: string; label: Text }
export type DraftQuestion = { id: string; key?: string; type: QuestionType; label: Text; required: boolean; choices: DraftChoice[] }
export type SurveyDraft = { kind: Survey['kind']; title: Text; intro: Text; thanks: Text; active: boolean; questions: DraftQuestion[] }

const id = () => crypto.randomUUID()
const none = (): Text => ({ vi: '', en: '' })
/** A text that was written once stands for both languages; it is shown as written in one. */
const written = (text: Text | null | undefined): Text => (text ? { vi: text.vi, en: text.en === text.vi ? '' : text.en } : none())

export const newChoice = (): DraftChoice => ({ id: id(), label: none() })
export const newQuestion = (type: QuestionType, label: Text = none(), required = false): DraftQuestion => ({
  id: id(), type, label, required, choices: type === 'choice' ? [newChoice(), newChoice()] : [],
})

export const draftOf = (survey: Survey): SurveyDraft => ({
  kind: survey.kind, title: written(survey.title), intro: written(survey.intro), thanks: written(survey.thanks), active: survey.active,
  questions: survey.questions.map((one) => ({
    id: one.key, key: one.key, type: one.type, label: written(one.label), required: one.required,
    choices: one.choices.map((choice) => ({ id: choice.value, value: choice.value, label: written(choice.label) })),
  })),
})

const both = ({ vi, en }: Text): Text => ({ vi: vi.trim() || en.trim(), en: en.trim() || vi.trim() })
const orNull = (text: Text) => (both(text).vi ? both(text) : null)

export const bodyOf = (draft: SurveyDraft): NewSurvey => ({
  kind: draft.kind,
  title: both(draft.title),
  intro: orNull(draft.intro),
  thanks: orNull(draft.thanks),
  active: draft.active,
  questions: draft.questions.map((one) => ({
    ...(one.key ? { key: one.key } : {}),
    type: one.type,
    label: both(one.label),
    required: one.required,
    choices: one.type === 'choice' ? one.choices.filter((choice) => orNull(choice.label)).map((choice) => ({ value: choice.value ?? both(choice.label).vi, label: both(choice.label) })) : [],
  })),
})

/** Without one of these, a link for everybody would bring answers of nobody. */
export const tellsWho = (questions: Pick<SurveyQuestion, 'type' | 'required'>[]) =>
  questions.some((one) => one.required && (one.type === 'phone' || one.type === 'email'))

/** Beginnings that people change rather than write. */
export const STARTS: Record<string, () => SurveyDraft> = {
  blank: () => ({ kind: 'survey', title: none(), intro: none(), thanks: none(), active: true, questions: [newQuestion('nps', none(), true)] }),
  nps: () => ({
    kind: 'survey', active: true, intro: none(),
    title: { vi: 'Sau khi giao hàng', en: 'After delivery' },
    thanks: { vi: 'Cảm ơn bạn đã dành thời gian cho chúng tôi.', en: 'Thank you for your time.' },
    questions: [
      newQuestion('nps', { vi: 'Bạn có giới thiệu chúng tôi với bạn bè, người thân không?', en: 'Would you recommend us to friends and family?' }, true),
      newQuestion('text', { vi: 'Điều gì khiến bạn chọn điểm đó?', en: 'What is the reason for your score?' }),
    ],
  }),
  csat: () => ({
    kind: 'survey', active: true, intro: none(),
    title: { vi: 'Sau khi được hỗ trợ', en: 'After support' },
    thanks: { vi: 'Cảm ơn bạn. Chúng tôi đọc từng câu trả lời.', en: 'Thank you. We read every answer.' },
    questions: [
      newQuestion('csat', { vi: 'Bạn có hài lòng với lần hỗ trợ vừa rồi không?', en: 'How satisfied are you with the help you got?' }, true),
      newQuestion('text', { vi: 'Chúng tôi nên làm gì tốt hơn?', en: 'What could we do better?' }),
    ],
  }),
  complaint: () => ({
    kind: 'complaint', active: true,
    title: { vi: 'Góp ý, khiếu nại', en: 'Complaints' },
    intro: { vi: 'Kể cho chúng tôi điều bạn chưa hài lòng. Chúng tôi sẽ liên hệ lại với bạn.', en: 'Tell us what went wrong. We will get back to you.' },
    thanks: { vi: 'Cảm ơn bạn đã cho chúng tôi biết. Chúng tôi sẽ gọi lại sớm.', en: 'Thank you for telling us. We will call you soon.' },
    questions: [
      newQuestion('text', { vi: 'Chuyện gì đã xảy ra?', en: 'What happened?' }, true),
      newQuestion('name', { vi: 'Tên của bạn', en: 'Your name' }),
      newQuestion('phone', { vi: 'Số điện thoại để chúng tôi gọi lại', en: 'Phone number to reach you' }, true),
    ],
  }),
}
