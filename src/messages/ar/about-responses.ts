import type { Messages } from '../namespaces.ts';

export const aboutResponsesMessages: Messages['aboutResponses'] = {
  kinds: {
    review: 'مراجعة رد',
    correct: 'تصحيح رد',
    comment: 'تعليق على رد',
    takeBackComment: 'تراجع عن تعليق',
    assign: 'إسناد رد',
  },
  reasons: {
    review: {
      gone: 'لا يمكن لأحد مراجعته ما لم يُستعَد.',
      not_found: 'لقد مُحي، أو هو معلّق.',
      forbidden: 'لم يعد حسابك مخوّلًا بمراجعة ردود هذا النموذج.',
    },
    correct: {
      gone: 'لا يمكن لأحد تصحيحه ما لم يستعده صاحبه.',
      not_found: 'لقد مُحي، أو هو معلّق.',
      forbidden: 'لم يعد حسابك مخوّلًا بتصحيح ردود هذا النموذج.',
    },
    comment: {
      gone: 'لا يمكن لأحد التعليق عليه ما لم يُستعَد.',
      not_found: 'لقد مُحي، أو هو معلّق.',
      full: 'بلغ هذا الرد أقصى عدد من التعليقات. تراجع عن أحدها ليتسع لغيره.',
      forbidden: 'لم يعد حسابك مخوّلًا بالتعليق على ردود هذا النموذج.',
    },
    takeBackComment: {
      not_found: 'مُحي الرد مع كل تعليقاته.',
      forbidden: 'حسابك غير مخوّل بالتراجع عن هذا التعليق.',
    },
    assign: {
      gone: 'لا يمكن لأحد العمل عليه ما لم يُستعَد.',
      not_found: 'لقد مُحي، أو هو معلّق.',
      forbidden: 'لم يعد حسابك مخوّلًا بإسناد ردود هذا النموذج.',
      invalid_parameter:
        'من كان سيُسند إليه لم يعد مالكًا لهذا النموذج ولا مراجعًا له، أو لا يمكنه رؤية هذا الرد.',
    },
  },
  reviewStates: {
    approved: 'مقبول',
    rejected: 'مرفوض',
    'sent-back': 'أُعيد إلى صاحبه',
    received: 'تم التراجع عن المراجعة',
  },
  assignTo: (to) => (to === null ? 'إلغاء الإسناد' : `إلى ${to}`),
  openResponse: 'فتح الرد',
};
