import type { Messages } from '../namespaces.ts';

export const failures: Messages['failures'] = {
  why: {
    network: 'لم يصل رد. تحقق من اتصالك، ثم حاول من جديد.',
    busy: 'الخادم مشغول. حاول من جديد بعد دقيقة.',
    failed: 'حدثت مشكلة في الخادم. ليس السبب اتصالك: حاول من جديد لاحقًا.',
    'signed-out': 'انتهت جلستك. سجّل الدخول من جديد.',
    forbidden: 'ليس لك أن ترى هذا.',
    gone: 'لم يعد موجودًا.',
    refused: 'لم يقبل الخادم هذا الطلب. حمّل الصفحة من جديد، ثم حاول من جديد.',
  },
};
