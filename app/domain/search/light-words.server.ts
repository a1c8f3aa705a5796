import { fold } from './text.server.ts'

/** Words that any text may say of what it does, by whom and for whom: they tell less than what it is about. */
export const LIGHT_WORDS = new Set(
  fold(`
    محاربة مكافحة تحسين تطوير تقوية تعزيز حماية تدبير تسيير إدارة مساعدة إنشاء إحداث خلق تنظيم إنجاز إعداد
    تنفيذ تفعيل دعم ضمان توفير تشجيع تغيير رفع تقليص خفض زيادة استعمال مشكل مشكلة مشاكل حل حلول مشروع مشاريع
    تجربة تجارب فكرة أفكار عملية عمل طريقة كيفية وضع وضعية نوع مثال مختلف جديد جديدة كبير كبيرة صغير صغيرة
    lutter lutte ameliorer amelioration developper developpement renforcer renforcement proteger protection
    gerer gestion aider aide creer creation organiser organisation realiser realisation preparer preparation
    assurer garantir encourager changer changement augmenter augmentation reduire reduction diminuer baisse
    utiliser utilisation probleme problemes solution solutions projet projets experience experiences idee
    idees exemple exemples methode maniere type nouveau nouvelle nouveaux nouvelles grand grande grands
    grandes petit petite petits petites bon bonne bons bonnes contre sans mettre mise donner prendre trouver
    fight fighting improve improving improvement develop developing development strengthen strengthening
    protect protecting protection manage managing management help helping create creating creation organise
    organize organising organizing build increase increasing reduce reducing use using problem problems
    solution solutions project projects experience experiences idea ideas example examples method way ways
    new big large small little good better best old make making give take find keep
    جماعة الجماعة الجماعات جماعي جماعية الجماعي الجماعية عمومي عمومية العمومي العمومية محلي محلية المحلي المحلية
    مواطن مواطنين المواطن المواطنين المواطنات ساكنة الساكنة السكان
    commune communes communal communale communaux communales municipal municipale municipaux municipales
    local locale locaux locales public publique publics publiques citoyen citoyenne citoyens citoyennes
    habitant habitants municipality municipalities citizen citizens resident residents
  `)
    .trim()
    .split(/\s+/),
)
