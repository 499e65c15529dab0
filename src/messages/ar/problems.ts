import type { ProblemCode } from '#core/api/problem.ts';

/** The API's problems, by code. */
export const problems: { readonly [Code in ProblemCode]: string } = {
  malformed: 'المحتوى المُرسَل غير مفهوم',
  too_deep: 'المحتوى المُرسَل متداخل أكثر من اللازم',
  repeated_key: 'في المحتوى المُرسَل مفتاح مكرر',
  invalid_parameter: 'أحد معاملات الطلب غير صحيح',
  unauthorized: 'سجّل الدخول أولًا',
  forbidden: 'هذا متاح لمالكي النموذج فقط',
  not_found: 'غير موجود',
  file_not_arrived: 'لم يصل الملف بعد',
  gone: 'سُحب هذا الإدخال، أو مُحي حساب صاحبه',
  stale: 'تغيّر هذا الإدخال منذ أن قرأته',
  too_large: 'الإجابات أكبر مما يقبله هذا النموذج',
  not_json: 'صيغة المحتوى المُرسَل غير صحيحة',
  invalid: 'بعض الإجابات تحتاج إلى تصحيح',
  file_damaged: 'وصلت بيانات غير بيانات الملف: أرسله مرة أخرى',
  file_of_other_type: 'الملف ليس من النوع المذكور',
  form_version_unknown: 'لا يعرف الخادم هذا الإصدار من النموذج بعد',
  idempotency_key_reused: 'استُخدم هذا المفتاح لطلب مختلف',
  version_required: 'لم يُذكر أي إصدار من الإدخال هو المقصود',
  too_many: 'وصل من هنا عدد كبير من الإدخالات: حاول مرة أخرى لاحقًا',
  internal: 'حدث خطأ ما من جهتنا',
  unavailable: 'الخادم مشغول: حاول مرة أخرى لاحقًا',
};
