import type { ProblemCode } from '#core/api/problem.ts';

/** The API's problems, by code. */
export const problems: { readonly [Code in ProblemCode]: string } = {
  malformed: 'المحتوى المُرسَل غير مفهوم',
  too_deep: 'المحتوى المُرسَل متداخل أكثر من اللازم',
  repeated_key: 'في المحتوى المُرسَل مفتاح مكرر',
  invalid_parameter: 'أحد معاملات الطلب غير صحيح',
  unauthorized: 'سجّل الدخول أولًا',
  forbidden: 'هذا لمالكي النموذج',
  not_found: 'لا يوجد شيء هنا',
  gone: 'سُحب هذا الإدخال',
  stale: 'تغيّر هذا الإدخال منذ أن قرأته',
  too_large: 'الإجابات أكبر من 64 كيلوبايت',
  not_json: 'صيغة المحتوى المُرسَل غير صحيحة',
  invalid: 'بعض الإجابات تحتاج إلى مراجعة',
  form_version_unknown: 'هذا الإصدار من النموذج غير معروف هنا بعد',
  idempotency_key_reused: 'استُخدم هذا المفتاح لشيء آخر',
  version_required: 'لم يُذكر أي إصدار من الإدخال هو المقصود',
  internal: 'حدث خطأ ما من جهتنا',
  unavailable: 'الخادم مشغول في هذه اللحظة: حاول مرة أخرى لاحقًا',
};
