import { fold } from './text.server.ts'

const STOP_WORDS = new Set(
  fold(`
    ال في من على إلى عن مع أن إن أو أم ما لا لم لن قد كل بين عند هذا هذه ذلك تلك التي الذي الذين هو هي
    هم كان كانت يكون تكون أي ثم حتى كما حيث له لها لهم لدى لديه لديها به بها فيه فيها منه منها عليه
    عليها عنه عنها وفي ومن وعلى وعن ومع وأن وما ولا وهو وهي كيف لماذا ماذا متى أين هل لكن لكي إذا خلال
    عبر ولم ولن وقد وهل جدا بعض جميع كافة أيضا كذلك يجب يمكن ينبغي نريد أريد يريد عليهم إليهم لنا لي أنا
    نحن أنت أنتم هؤلاء هناك هنا ليس ليست سوف سيتم تم يتم تمت نحو حول لأن بأن كي إنما إلا بل إما سواء
    كلما عندما حين حينما منذ رغم لدينا عندنا لديكم عندكم كم ممكن أكثر مثل ديال ديالنا ديالو ديالها
    ديالكم اللي كيفاش علاش فين واش شنو شنا شكون هاد هادي هادشي باش بزاف حيت راه ماشي عندي عندو كاين
    كاينة دابا فاش منين أية لو نفس كيفية وراء خلف سوى لقد إذ لما فقط تماما أثناء ضمن لأجل بسبب
    بفضل بواسطة وفق وفقا حسب بخصوص بشأن حيال تجاه إزاء عني مني بيننا ذا ذو ذي ذات اللذان اللتان اللواتي
    أولئك هما كنا كنت كانوا مازال لازال ربما دائما غالبا أحيانا الآن هكذا كثيرا معظم عدة كذا بينما لذلك
    لهذا بعدما لعل كأن أينما مهما أيها نعم كاينين غادي خاصنا واخا علاه شحال بحال ديالي ديالهم حنا هوما
    هادو هداك
    de la le les des du un une et en à au aux pour par sur dans avec ou où que qui quoi dont ce ces cet
    cette son sa ses leur leurs nos notre vos votre est sont être ne pas plus se il elle ils elles
    comment pourquoi quand combien quel quelle quels quelles comme nous vous on ont avez avons faire
    fait tres tous toute toutes peut peuvent doit doivent faut dois je tu moi mon mes mais donc chez
    entre depuis trop encore aussi alors deja ici cela ceci celui celle ceux celles autre autres meme
    memes chaque quelques plusieurs certains certaines afin ainsi lors selon etre etait sera seront
    serait soit vais va veux veut voudrais voulons souhaite mieux svp merci bonjour as es suis sommes
    font faites quelqu aucun aucune lui eux toujours jamais beaucoup vers devant derriere pendant sauf
    parmi malgre jusque jusqu si ni parce puisque lorsque tandis tel telle tels telles y lequel
    laquelle lesquels lesquelles duquel auquel dessus dessous dehors dedans ailleurs partout ensuite
    enfin puis seulement surtout environ voici voila durant envers concernant etaient soyez ait aient
    aurait avait avaient etant pourrait pourraient pouvons pouvez devons devez
    devrait devraient faudrait allons allez vient venir viennent tant peu assez presque
    autant dit parfois souvent maintenant voulez vouloir sait savez
    the a an of and in to for with by or is are be was were this that these those it its at from how
    what when where who which why do does did can we you they our your their have has not there more
    most some any all get got getting into about than then them he she his her i my me us should would
    could may must shall been am also just only very much many so if but between through during please
    want wants wanted such other others each every both same really here let don within before because
    while via per upon toward towards among across around besides beyond again further once nor too
    cannot now until till since although though unless whether whose whom himself herself itself
    themselves something anything nothing everything someone anyone nobody everyone somewhere being
    doing done had go going goes went come comes coming like yes maybe often always never sometimes
    usually already yet still even ever instead rather quite enough another neither either along despite
    except onto throughout whenever wherever however therefore thus
  `)
    .trim()
    .split(/\s+/),
)

// Folded, «إليه» is «آلية» (mechanism), «وإلى» is «والي» (governor) and «أمام» an imam: only the hamza tells.
const STOP_WORDS_AS_WRITTEN = /^(?:وإلى|و?إليه|و?إليها|و?أمام)$/

/**
 * Takes a word as written and folded, tells whether it is too common to search for when a query
 * has others. Such words have no stems.
 */
export function isStopWord(surface: string, word: string): boolean {
  if (isWrittenAsStopWord(surface) || STOP_WORDS.has(word)) return true
  return /^و(?!الي$).{3}/.test(word) && STOP_WORDS.has(word.slice(1))
}

/** Whether a word is one of these only as it is written: folded, it is another one. */
export function isWrittenAsStopWord(surface: string): boolean {
  return STOP_WORDS_AS_WRITTEN.test(surface)
}

/**
 * Word families, the singular first: the broken plurals of this field, and feminine words that
 * would otherwise be taken for the masculine (مكتبة is not مكتب, عمالة is not عمال).
 */
export const ARABIC_FAMILIES = families(`
  مشروع مشاريع / عريضة عرائض / تحدي تحد تحديات / أداة أدوات / ورشة أوراش / برنامج برامج / مجلس مجالس
  إقليم أقاليم / حي أحياء / نقطة نقط نقاط / لجنة لجان / مبدأ مبادئ / قانون قوانين / وثيقة وثائق
  تقرير تقارير / محور محاور / هدف أهداف / مورد موارد / مرفق مرافق / طريق طرق طرقات / مدينة مدن
  قرية قرى / دوار دواوير / سوق أسواق / مكتب مكاتب / نموذج نماذج / تجربة تجارب / فكرة أفكار
  رأي آراء / حل حلول / مشكل مشاكل / مشكلة مشكلات / عضو أعضاء أعضائه / رئيس رؤساء / شريك شركاء
  خبير خبراء / شاب شباب / طفل أطفال / امرأة مرأة نساء نسوة / حديقة حدائق / شارع شوارع / منطقة مناطق
  ميثاق مواثيق / قطب أقطاب / رسم رسوم / جهد جهود / حق حقوق / بئر آبار / سد سدود / واد وادي وديان
  شاطئ شواطئ / ملعب ملاعب / مركز مراكز / خطة خطط / تدبير تدابير / إطار أطر / نظام أنظمة نظم
  دائرة دوائر / شخص أشخاص / ضريبة ضرائب / مطرح مطارح / سنة سنوات / شهر أشهر / يوم أيام
  عامل عمال / جهة جهات / مدرسة مدارس / عمالة عمالات / مكتبة مكتبات / جامعة جامعات / دورة دورات
  فقرة فقرات / كتابة كتابات / مقاطعة مقاطعات / شركة شركات / رسالة رسائل / مسألة مسائل
  وسيلة وسائل / فائدة فوائد / نتيجة نتائج / مصلحة مصالح / مؤشر مؤشرات / اقتراح اقتراحات / درس دروس
  مسجد مساجد / مسلك مسالك / قناة قنوات / وزير وزراء / والي ولاة / رقم أرقام / عمل أعمال
  كتاب كتب / خبر أخبار / خبرة خبرات / حاجة حاجيات / حصيلة حصائل / آلية آليات / كفاءة كفاءات / حرفة حرف
  عائق عوائق / حاجز حواجز / بناية بنايات / شاحنة شاحنات / حاوية حاويات / فضاء فضاءات / ماء مياه
  شجرة أشجار شجر / نخلة نخيل نخل / زهرة أزهار زهور / بستان بساتين / حقل حقول / محصول محاصيل
  أرض أراضي أراض / جبل جبال / صخرة صخور / رمل رمال / كثيب كثبان / حجر أحجار / نهر أنهار
  ساقية سواقي سواق / خزانة خزانات / صهريج صهاريج / أنبوب أنابيب / حوض أحواض / بحر بحار
  ميناء موانئ / قارب قوارب / سمك أسماك / كلب كلاب / طائر طيور / مطر أمطار / سيل سيول / ريح رياح
  مقبرة مقابر / قبر قبور / مجزرة مجازر / مصباح مصابيح / عمود أعمدة / قنطرة قناطر / جسر جسور
  رصيف أرصفة / زقاق أزقة / منزل منازل / بيت بيوت / مسكن مساكن / طابق طوابق / جدار جدران
  سقف سقوف / سور أسوار / قصر قصور / زاوية زوايا / ضريح أضرحة / متحف متاحف / مسرح مسارح
  مسبح مسابح / معرض معارض / مصنع مصانع / معمل معامل / مخزن مخازن / ملجأ ملاجئ / مرآب مرائب
  قاعة قاعات / ساحة ساحات / محطة محطات / صورة صور / خريطة خرائط / لوحة لوحات / شريط أشرطة
  تاجر تجار / بائع باعة / صانع صناع / زائر زوار / سائح سياح / تلميذ تلاميذ / أستاذ أساتذة
  طالب طلبة طلاب / طبيب أطباء / مريض مرضى / قاض قضاة / حارس حراس / نائب نواب / راع رعاة
  أرملة أرامل / يتيم أيتام / سجين سجناء / ضحية ضحايا / جار جيران / فرد أفراد / طرف أطراف
  قبيلة قبائل / دولة دول / فرقة فرق / مهمة مهام / قضية قضايا / قيمة قيم / حالة حالات / ساعة ساعات
  فاتورة فواتير / رخصة رخص / منحة منح / صفقة صفقات / حصة حصص / ثمن أثمان / سعر أسعار / مبلغ مبالغ
  قرض قروض / عقد عقود / بند بنود / أجل آجال / موعد مواعيد / عرض عروض / دليل أدلة دلائل
  صندوق صناديق / كيس أكياس / حاسوب حواسيب / هاتف هواتف / موقع مواقع / جريدة جرائد / قصة قصص
  مادة مواد / نوع أنواع / صنف أصناف / قسم أقسام / جزء أجزاء / نسبة نسب / عدد أعداد / معيار معايير
  شرط شروط / قاعدة قواعد / سبب أسباب / مصدر مصادر / مرسوم مراسيم / نص نصوص / محضر محاضر
  مرض أمراض / دواء أدوية / حريق حرائق / زلزال زلازل / خطر أخطار مخاطر / كارثة كوارث
  موسم مواسم / عيد أعياد / مدخل مداخل / ميدان ميادين / شكوى شكاوى / اسم أسماء / لون ألوان
  معلمة معالم / موقف مواقف / أجر أجور / نشاط أنشطة / فصل فصول / باب أبواب / دفتر دفاتر
  شاهد شهود / شهادة شهادات شواهد / رجل رجال / ولد أولاد / بنت بنات / ابن أبناء / عائلة عائلات عوائل
  فقير فقراء / فن فنون / أثر آثار / شكل أشكال / مرحلة مراحل / مكان أماكن أمكنة / عنوان عناوين
  جدول جداول / جهاز أجهزة / موضوع مواضيع / نادي ناد أندية نوادي / شعب شعوب / ساكن سكان / وباء أوبئة
  قارض قوارض / جرذ جرذان / فأر فئران / بهيمة بهائم / غنم أغنام / بقرة أبقار بقر / ذبيحة ذبائح / لحم لحوم
  فاكهة فواكه / زيت زيوت / معصرة معاصر / مطحنة مطاحن / فرن أفران أفرنة / مرحاض مراحيض / نافورة نوافير
  حزب أحزاب / صوت أصوات / مطلب مطالب / مكسب مكاسب / أصل أصول / ربح أرباح / ورقة أوراق / صنبور صنابير
  منبع منابع / مجرى مجاري مجار / خندق خنادق / ضفة ضفاف / خط خطوط / سلك أسلاك / نفق أنفاق / راكب ركاب
  شرطي شرطة / لص لصوص / سجن سجون / محكمة محاكم / منشأة منشآت / منفذ منافذ / عجوز عجائز عجزة / كبير كبار
  صغير صغار / جديد جدد / قديم قدماء قدامى / حاضنة حاضنات حواضن / قافلة قوافل / رمز رموز / سطر أسطر سطور
  فقيه فقهاء / شيخ شيوخ / حاكم حكام / زوج أزواج / عروس عرائس / ثلج ثلوج / سحابة سحب / عاصفة عواصف
  لوح ألواح / معدن معادن / منجم مناجم / مقلع مقالع / ركن أركان / فندق فنادق / مقهى مقاهي مقاه
  مطعم مطاعم / مخبزة مخابز / دكان دكاكين / متجر متاجر / كشك أكشاك / خيمة خيام / فيلم أفلام / لعبة ألعاب
  بطل أبطال / مرسى مراسي / سفينة سفن / عقرب عقارب / أفعى أفاعي / قطة قطط / حمار حمير / حصان أحصنة خيول
  بغل بغال / نعجة نعاج / خروف خرفان / كبش أكباش / بذرة بذور / غلة غلال / ثمرة ثمار / عشب أعشاب
  غرس أغراس / شتلة شتلات شتائل / غصن أغصان / مرعى مراعي مراع / سهل سهول / هضبة هضاب / صحراء صحاري
  نبع ينابيع / طلب طلبات / جواب أجوبة / سؤال أسئلة / كرسي كراسي / مقعد مقاعد / جائزة جوائز
  سلامة سلامات / تعريفة تعريفات / حملة حملات / رحلة رحلات / دفعة دفعات / مصالحة مصالحات / طائرة طائرات
  بوابة بوابات / نفقة نفقات / سلفة سلفات / صناعة صناعات / رياضة رياضات / قيادة قيادات / عجلة عجلات
  معارضة معارضات / سيولة سيولات / طريقة طرائق / حمام حمامات / راية رايات / نقابة نقابات / عزلة عزلات
  طابعة طابعات / قصبة قصبات / بيعة بيعات / جملة جمل / إضاءة إضاءات / خصوصية خصوصيات / قطعة قطع
  يد أيدي أيادي / رأس رؤوس / جسم أجسام / جريمة جرائم / ذكر ذكور / أنثى إناث
  حادث حوادث / مسطرة مساطر / درب دروب / كهف كهوف / عطب أعطاب / عطل أعطال / سهم أسهم / ضرر أضرار
  طبق أطباق / جرف أجراف / ثقب أثقاب ثقوب / صرصور صراصير / شباك شبابيك / نزيل نزلاء / صديق أصدقاء
  وعاء أوعية / قفة قفف / كنيسة كنائس / جنازة جنائز / وسيط وسطاء / ورد ورود / مفتاح مفاتيح / قفل أقفال
  قسط أقساط / منصب مناصب / علف أعلاف / مصعد مصاعد / معبر معابر / عمر أعمار / وسام أوسمة / مأتم مآتم
  قصيدة قصائد / طابور طوابير / درج أدراج / خادم خوادم / ظرف ظروف / مذبح مذابح / طابع طوابع
  تمثال تماثيل / فائض فوائض / أرجوحة أراجيح / سارق سراق / بضاعة بضائع / ضابط ضباط / خنزير خنازير
  نافذة نوافذ / أسبوع أسابيع / مشتل مشاتل / خطأ أخطاء / سم سموم / هدية هدايا / أجير أجراء / رضيع رضع
  سلاح أسلحة / غطاء أغطية / ساحل سواحل / تقليد تقاليد / عبء أعباء / ملك أملاك / بنك أبناك بنوك
  راتب رواتب / بركة برك / مخفر مخافر / وعد وعود / ذعيرة ذعائر / طاقم أطقم طواقم / حزام أحزمة
  سياج أسيجة / تل تلال / جلد جلود / محل محال / حانوت حوانيت / فحص فحوص / مبنى مباني مبان / خلية خلايا
  مزية مزايا / مرفأ مرافئ / أجنبي أجانب / جندي جنود / شاعر شعراء / مدير مدراء / زبون زبناء زبائن
  عميل عملاء / وكيل وكلاء / نظير نظراء / ولي أولياء / وجيه وجهاء / خزينة خزائن / مصرف مصارف
  جناح أجنحة / غريب غرباء / حبة حبوب / دابة دواب / ذئب ذئاب / ثعبان ثعابين / رائحة روائح / موج أمواج
  قرن قرون / غلاف أغلفة / قلم أقلام / مدخول مداخيل / مصروف مصاريف / دعوى دعاوى دعاوي / حكم أحكام
  ظهير ظهائر / منشور مناشير / قائمة قوائم / كناش كنانيش / ضاحية ضواحي ضواح / هامش هوامش / رافد روافد
  جزيرة جزر / موقد مواقد / مدخنة مداخن / عادم عوادم / قفص أقفاص / سلة سلال / حبل حبال / علبة علب
  قارورة قوارير / قنينة قناني / ستار ستائر / زربية زرابي / خاتم خواتم / ثوب أثواب / قماش أقمشة
  حذاء أحذية / لباس ألبسة / شبح أشباح / قطيع قطعان / مهنة مهن / عريس عرسان / عرس أعراس / فرح أفراح
  غذاء أغذية / نجم نجوم / قمر أقمار / كوكب كواكب / سفر أسفار / لغز ألغاز / رصيد أرصدة / حجم أحجام
  وزن أوزان / نبات نباتات / مقطع مقاطع / شقة شقق / محفظة محافظ محفظات / صاحب أصحاب / قنصل قناصل
  سفير سفراء / أمير أمراء
`)

/** Words whose first letter و ف ب ك ل is their own, not a particle (بلدية is not ب + لديه). */
export const ROOT_INITIAL = new Set(
  fold(`
    بلدية بلدي بلد برنامج برامج بيئة بيئي بيان بناء بناية بنية بحث بطاقة بداية بديل بريد بحيرة بعثة بنك
    بطالة بئر بيت برلمان بشري بذور بقرة بحري بيع بستان بلاغ بوابة بعد
    كتاب كتب كتابة كفاءة كفالة كبير كرامة كامل كلام كلفة كتلة كهرباء كراء كائن كل كلية
    لجنة لجان لقاء لغة لائحة لوائح لباس لوحة ليلة لولا لاجئ لامركزية لاتمركز
    فريق فرصة فرص فضاء فلاحة فلاحي فيضان فعال فعل فعالية فساد فائدة فوائد فائض فقر فقرة فصل فحص فكرة فئة
    فاعل فاس فواتير فاتورة فوج فرع فروع
    وثيقة وثائق ورشة وزارة وزير وزراء ولاية والي ولاة وطني وطن وكالة وسائل وسيلة وسط واقع واجب واحد وحدة
    وادي واد وديان وقاية وقائع وقت وصول وضوح وضع وضعية ولوج وعي وعاء ورقة وفاة وقف وظيفة وظائف وساطة وجدة
    ورزازات وصف وزان
  `)
    .trim()
    .split(/\s+/),
)

/** Latin words whose Snowball stem is another word's (pétition → petit, commune → commun). */
export const LATIN_FAMILIES = families(`
  petition petitions / commun communs common / commune communes / communal communale communales communaux
  communication communications / community communities / communaute communautes
  publication publications / collecte collectes / collection collections / collectif collectifs
  collective collectives
  collectivite collectivites collectivity collectivities / activite activites activity activities
  generation generations / general generale generales generaux / information informations
  informatique informatiques / informel informels informelle informelles informal
  universite universites university universities / universel universelle universal
  organisation organisations organization organizations / organe organes / partie parties
  parti partis / port ports / porte portes / forme formes / format formats / station stations
  population populations / news / note notes / experience experiences / marche marches
  gouvernance governance / government governments / theme themes / sidi / object objects
  organic organique organiques / access acces / accession accessions / relation relations / relatif relative relatifs relatives / territoire territoires territory territories
  ambulance ambulances / ambulant ambulante ambulants ambulantes / application applications
  audition auditions / berge berges / berger bergers / carte cartes / cart carts
  charte chartes charter charters / chart charts / classe classes / classement classements
  communique communiques / concert concerts / concertation concertations / conseil conseils
  conseiller conseillers conseillere conseilleres / date dates / delai delais / delit delits
  direction directions / eleve eleves / equipe equipes / equipement equipements / ferme fermes
  habitant habitants / habitation habitations / hiver hivers / livre livres / logement logements
  loi lois / loyer loyers / maire maires / mairie mairies / mare mares / marais / mari maris
  mer mers / mere meres / mont monts / montant montants / objectif objectifs objective objectives
  objection objections / orange oranges / procuration procurations / procurement / quota quotas
  rat rats / rate rates / restaurant restaurants / rive rives / river rivers / sel sels / sell sells sold
  sortie sorties / succession successions / success succes / taxi taxis / terrasse terrasses
  terre terres / test tests / testament testaments / tournament tournaments / vent vents
  vente ventes / villa villas / ville villes / visa visas / wife wives / wifi
  jeu jeux / lieu lieux / feu feux / voeu voeux / enjeu enjeux / milieu milieux / cheveu cheveux
  public publics publique publiques / woman women / man men / child children / craftsman craftsmen / fisherman fishermen
  fireman firemen / policeman policemen / foot feet / mouse mice / knife knives
  onee / aids / gis / association associations associatif associative associatifs associatives
  fille filles fillette fillettes / arret arrets / arrete arretes / store stores / story stories
  allowance allowances / gens / gene genes / customs / halle halles / server servers
  serveur serveurs / enseigne enseignes / facultatif facultative / avenant avenants
  reserve reserves / amende amendes / amendement amendements amendment amendments / regle regles
  reglement reglements / counter counters / movie movies / compte comptes / refuge refuges
  refugie refugies refugiee refugiees / vegetation / vetement vetements / injury injuries
  fare fares / directory directories / rendement rendements / amiante / basement basements
  care carer carers / tanker tankers / tele / site sites / graine graines / recit recits
  form forms / design designs / cours / donnee donnees / produit produits / habit habits
  bail baux / vitrail vitraux / tuyau tuyaux / noyau noyaux / vieux vieil vieille vieilles
  beau bel beaux belle belles / nouveau nouvel nouveaux nouvelle nouvelles / neuf neufs neuve neuves
  sec secs seche seches / long longs longue longues / blanc blancs blanche blanches
  doux douce douces / faux fausse fausses / gros grosse grosses / bas basse basses
  complet complets complete completes / discret discrets discrete discretes
  muet muets muette muettes / fou fous folle folles / tooth teeth / life lives / leaf leaves
  half halves / shelf shelves / thief thieves / wolf wolves / calf calves / criterion criteria
  build built / steal stole stolen / break broke broken / teach taught / buy bought / lose lost
  pay paid / drive drove driven / write wrote written / dig dug / grow grew grown / choose chosen
  speak spoke spoken / spend spent / burn burnt / learn learnt / feed fed / fall fallen
  freeze froze frozen / hide hidden / bite bitten / eat ate eaten / drink drank drunk / swim swam swum
  sink sunk / catch caught / fight fought / wear worn / draw drew drawn / fly flown
  throw threw thrown / win won / run ran / sweep swept / strike struck / bend bent / shake shaken
  forget forgot forgotten / forbid forbidden / ride rode ridden
`)

function families(lines: string) {
  return new Map(
    fold(lines)
      .trim()
      .split(/\s*[/\n]\s*/)
      .map((line) => line.split(' '))
      .flatMap((words) => words.map((word) => [word, words[0] ?? word] as const)),
  )
}
