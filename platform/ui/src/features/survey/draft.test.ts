import { describe, expect, it } from 'vitest'
import { bodyOf, draftOf, newQuestion, STARTS, tellsWho } from './draft'
import { moved } from '@/kit/useReorder'
import type { Survey } from '@/api'

describe('draft of a survey', () => {
  it('saysInBothLanguagesWhatWasWrittenInOne', () => {
    const draft = { ...STARTS.blank!(), title: { vi: ' Sau khi mua ', en: '' } }
    draft.questions = [newQuestion('nps', { vi: '', en: 'Would you recommend us?' }, true)]
    expect(bodyOf(draft)).toMatchObject({
      title: { vi: 'Sau khi mua', en: 'Sau khi mua' }, intro: null,
      questions: [{ type: 'nps', label: { vi: 'Would you recommend us?', en: 'Would you recommend us?' } }],
    })
  })

  it('keepsKeysAndValuesOfWhatWasAskedBefore', () => {
    const survey = {
      kind: 'survey', title: { vi: 'A', en: 'A' }, intro: null, thanks: null, active: true,
      questions: [{ key: 'q7', type: 'choice', label: { vi: 'Kênh', en: 'Channel' }, required: false, choices: [{ value: 'web', label: { vi: 'Trang web', en: 'Website' } }] }],
    } as unknown as Survey
    const draft = draftOf(survey)
    draft.questions[0]!.choices[0]!.label.vi = 'Web'
    expect(bodyOf(draft).questions[0]).toMatchObject({ key: 'q7', choices: [{ value: 'web', label: { vi: 'Web', en: 'Website' } }] })
  })

  it('leavesOutChoicesThatNobodyWrote', () => {
    const question = newQuestion('choice', { vi: 'Màu', en: '' })
    question.choices[0]!.label.vi = 'Đỏ'
    expect(bodyOf({ ...STARTS.blank!(), questions: [question] }).questions[0]!.choices).toEqual([{ value: 'Đỏ', label: { vi: 'Đỏ', en: 'Đỏ' } }])
  })

  it('knowsWhetherALinkForEverybodyWouldTellWhoAnswers', () => {
    expect(tellsWho(STARTS.nps!().questions)).toBe(false)
    expect(tellsWho(STARTS.complaint!().questions)).toBe(true)
  })

  it('movesOneUpAndDown', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  })
})
