/**
 * Legal forms by the class in which forms of different languages answer to each other: our own table, from public registers
 * and general knowledge. Written without dots; ` ` separates words, `|` separates spellings; `(a/b)` stands for either.
 */
export const wordForms: Readonly<Record<string, string>> = {
  "limited-company":
    // English, and where English law is followed
    "ltd|limited|ltda co|co ltd|co limited|coltd|company limited|company ltd|llc|l l c|lc|limited liability company|limited liability co|" +
    "with limited liability|pte ltd|pte limited|pte|pty ltd|pty limited|pty|proprietary limited|pvt ltd|pvt limited|co pvt ltd|" +
    "company pvt ltd|private ltd|private limited|private limited company|sdn bhd|sendirian berhad|unltd co|unltd|ulc|lllc|pllc|dac|" +
    "designated activity company|clg|company limited by guarantee|company limited by shares|wll|w l l|with limited liability company|" +
    "spc|fzco|fze|fzc|fz llc|fz co|fz|free zone company|free zone establishment|dmcc|dmcest|bsc|bsc closed|est|establishment|" +
    "off shore|offshore|sal off shore|sal offshore|s a l offshore|s a l off shore|" +
    // German, Dutch, Nordic, Baltic
    "gmbh|ges m b h|gesmbh|g m b h|mbh|gesellschaft mit beschrankter haftung|ggmbh|gemeinnutzige gmbh|ug|" +
    "ug haftungsbeschrankt|unternehmergesellschaft|bv|b v|besloten vennootschap|besloten vennootschap met beperkte aansprakelijkheid|" +
    "bvba|b v b a|sprl|s p r l|aps|anpartsselskab|ehf|einkahlutafelag|sia|sabiedriba ar ierobezotu atbildibu|uab|" +
    "uzdaroji akcine bendrove|mb|mazoji bendrija|ou|osauhing|" +
    // Romance languages
    "sarl|s a r l|sarlu|suarl|eurl|societe a responsabilite limitee|srl|s r l|srls|srlcr|societa a responsabilita limitata|" +
    "societatea cu raspundere limitata|societate cu raspundere limitata|sociedad de responsabilidad limitada|sociedad limitada|sl|s l|" +
    "slu|s l u|s l l|srl de cv|s de rl|s de r l|s de rl de cv|s de r l de c v|s de r l de cv|de rl|de r l|de rl de cv|de r l de c v|" +
    "s r l de c v|sociedad de responsabilidad limitada de capital variable|lda|limitada|ltda|cia ltda|cia limitada|compania limitada|" +
    "unipessoal lda|sociedade por quotas|sociedade limitada|eireli|e i r l|eirl|ltee|limitee|" +
    // Slavic
    "sp z o o|sp z oo|spzoo|sp zoo|spolka z o o|spolka z ograniczona odpowiedzialnoscia|sro|s r o|spol s r o|spol sro|" +
    "spolecnost s rucenim omezenym|spolocnost s rucenim obmedzenym|doo|d o o|druzba z omejeno odgovornostjo|" +
    "drustvo s ogranicenom odgovornoscu|drustvo sa ogranicenom odgovornoscu|jdoo|j d o o|ood|o o d|eood|e o o d|оод|еоод|ооо|о о о|" +
    "дооел|dooel|ooo|o o o|общество с ограниченной ответственностью|obshchestvo s ogranichennoy otvetstvennostyu|" +
    "obshchestvo s ogranichennoi otvetstvennostyu|obschestvo s ogranichennoy otvetstvennostyu|" +
    "obshestvo s ogranichennoi otvetstvennostyu|тов|tov|tzov|товариство з обмеженою відповідальністю|" +
    "tovarystvo z obmezhenoiu vidpovidalnistiu|тоо|too|товарищество с ограниченной ответственностью|жшс|zhshs|осоо|osoo|odo|одо|" +
    "таа|зтаа|итаа|ізтаа|ооо сп|иооо|ооо ии|соо|сооо|зооо|дооо|mchj|mas uliyati cheklangan jamiyat|ooo mchj|мчж|" +
    // Hungarian, Greek, Turkish, Asian
    "kft|korlatolt felelossegu tarsasag|epe|ε π ε|επε|ike|ι κ ε|ικε|μον ικε|ltd sti|limited sirketi|lti sti|ltd sirketi|" +
    "tic ltd sti|san ve tic ltd sti|sanayi ve ticaret limited sirketi|ticaret limited sirketi|mmc|m m c|mehdud mesuliyyetli cemiyyeti|" +
    "tnhh|cong ty tnhh|cong ty trach nhiem huu han|trach nhiem huu han|xxk|ххк|хязгаарлагдмал хариуцлагатай компани|yk|y k|" +
    "yugen kaisha|yugen gaisha|gk|g k|ghk|godo kaisha|goudou kaisha|youxian gongsi|youxian zeren gongsi|yuhan hoesa|yuhan hoisa|" +
    "yuhan chaegim hoesa|შპს|shps|ՍՊԸ|spe|llp kz|בעמ|bam|ذمم|ش ذ م م|ش م م|مسئوليت محدود|با مسئوليت محدود|mas uliyatli|" +
    // Further: single persons, Latin America, Greece, the Balkans, Central Asia, the Arab world, South-East Asia; romanised Russian and Chinese
    "close corporation|opc|opc pvt ltd|opc private limited|one person company|one person corporation|proprietary ltd|proprietary|" +
    "smc pvt ltd|smc private limited|ultd|unlimited company|unlimited liability company|limited by guarantee|limited by shares|" +
    "private company limited by (shares/guarantee)|public company limited by guarantee|ibc|" +
    "international business (company/corporation)|exempted company|exempted limited company|ldc|limited duration company|l3c|" +
    "low profit limited liability company|professional limited liability company|(foreign/domestic) limited liability company|" +
    "ltd liability (co/company)|sezc|cyf|cyfyngedig|teoranta|slne|s l n e|sll|" +
    "sociedad limitada (laboral/profesional/nueva empresa)|slp es|(compania/cia) de responsabilidad limitada|s de rl mi|s de r l mi|" +
    "empresa individual de responsabilidad limitada|spr|spr de rl|spr de rl de cv|spr de ri|s p r de r l|s p r de r l de c v|" +
    "sociedad de produccion rural|sociedad de produccion rural de responsabilidad (limitada/ilimitada)|" +
    "sociedad de produccion rural de (rl/r l/rl de cv/r l de c v)|avv|a v v|vba|v b a|aruba vrijgestelde vennootschap|surl|selarl|" +
    "sarl (unipersonnelle/au)|societe (unipersonnelle a/a) responsabilite limitee unipersonnelle|" +
    "societe unipersonnelle a responsabilite limitee|entreprise unipersonnelle a responsabilite limitee|" +
    "srl (semplificata/unipersonale)|srlu|srl a socio unico|societa a responsabilita limitata (semplificata/unipersonale)|sagl|" +
    "societa a garanzia limitata|ivs|ivaerksaetterselskab|smba|kht|nonprofit kft|shpk|sh p k|shoqeri me pergjegjesi te kufizuar|доо|" +
    "д о о|друштво (со ограничена одговорност/са ограниченом одговорношћу)|drustvo so ogranicena odgovornost|" +
    "дружество с ограничена отговорност|еднолично дружество с ограничена отговорност|" +
    "(druzhestvo/ednolichno druzhestvo) s ogranichena otgovornost|таварыства з (абмежаванай/дадатковай) адказнасцю|" +
    "tavarystva z abmezhavana(i/y/j) adkaznas(tsiu/cyu/tsyu)|тда|тдв|tdv|товариство з додатковою відповідальністю|" +
    "общество с дополнительной ответственностью|товарищество с ограниченной ответственностью|" +
    "жауапкершілігі шектеулі (серіктестігі/серіктестік)|жчк|жоопкерчилиги чектелген коом|масъулияти чекланган жамият|" +
    "mas uliyati cheklangan jamiyati|ma suliyati cheklangan jamiyat|чдмм|ҷдмм|mahdud masuliyyatli camiyyat(/i)|" +
    "mahdud masuliyyetli cemiyyet(/i)|ob(shch/sch/sh)estvo s ogranichenno(y/i/j/iy) otvetstvennost(yu/iu/ju/u)|" +
    "tovarishchestvo s ogranichenno(y/i/j) otvetstvennost(yu/iu/ju)|sp ooo|сп ооо|taa|таа|чуп|чтуп|чпуп|шпс|" +
    "частное (унитарное/торговое унитарное/производственное унитарное) предприятие|прыватнае унітарнае прадпрыемства|" +
    "μονοπροσωπη (ικε/επε)|ιδιωτικη κεφαλαιουχικη (εταιρεια/εταιρια)|(εταιρεια/εταιρια) περιορισμενης ευθυνης|λιμιτεδ|λτδ|" +
    "(شركة/الشركة) ذات (مسؤولية محدودة/المسؤولية المحدودة)|ذات (مسؤولية محدودة/المسؤولية المحدودة)|ذ م م|شركة الشخص الواحد|" +
    "مسئولیت محدود|با مسئولیت محدود|masouliat mahdoud|ba masouliat mahdoud|בע מ|tnhh mtv|cong ty tnhh mtv|tnhh mot thanh vien|" +
    "cong ty tnhh mot thanh vien|you xian gong si|you xian ze ren gong si|yuhanhoesa|yugengaisha|godo gaisha|goudou gaisha|" +
    "goudougaisya|liabilty company|liability company|limited liabilty company|limited liability partnership company|ลิมิเต็ด|" +
    "लिमिटेड|प्राइवेट लिमिटेड|লিমিটেড|প্রাইভেট লিমিটেড|لمیٹڈ|پرائیویٹ لمیٹڈ",
  "stock-company":
    "inc|incorporated|incorporation|corp|corporation|corp ltd|corporation limited|corporation ltd|co inc|company inc|plc|p l c|" +
    "public limited company|public company limited|pcl|public ltd co|jsc|cjsc|ojsc|pjsc|npjsc|opjsc|llj sc|joint stock|" +
    "joint stock company|joint stock co|jt stk co|jt st co|closed joint stock company|open joint stock company|" +
    "public joint stock company|private joint stock company|private joint stock co|pjs|pjs co|pjs company|prjsc|open joint stock|" +
    "closed joint stock|openjoint stock company|public shareholding company|public shareholding co|psc|pssc|" +
    "private shareholding company|shareholding company|ag|a g|aktiengesellschaft|ag co|kgaa|" +
    "kommanditgesellschaft auf aktien|se|s e|societas europaea|ab|a b|ab publ|aktiebolag|aktiebolaget|publ|as|a s|asa|a s a|" +
    "aktieselskab|aksjeselskap|allmennaksjeselskap|oy|oyj|oy ab|osakeyhtio|hf|h f|hlutafelag|nv|n v|naamloze vennootschap|sa|s a|" +
    "s a s|sas|sasu|saca|s a c a|sac|s a c|saa|sab|sab de cv|s a b de c v|sapi de cv|s a p i de c v|sa de cv|s a de c v|sa de c v|" +
    "s a de cv|sadecv|de cv|de c v|cv de|sociedad anonima|sociedad anonima de capital variable|sociedad anonima cerrada|" +
    "sociedad por acciones|sociedad por acciones simplificada|spa|s p a|societa per azioni|societe anonyme|" +
    "societe par actions simplifiee|societate pe actiuni|c a|compania anonima|sociedade anonima|s c a|sca|" +
    "sal|s a l|societe anonyme libanaise|sal holding|s a l holding|sarl holding|saoc|s a o c|saog|s a o g|sae|s a e|sak|" +
    "s a k|ksc|k s c|kscc|kscp|qsc|q s c|qpsc|bsc c|ad|a d|akcionarsko drustvo|dd|d d|dionicko drustvo|delniska druzba|ead|e a d|ад|еад|" +
    "акционерно дружество|akcine bendrove|ab lt|akciju sabiedriba|aktsiaselts|akciova spolecnost|akciova spolocnost|" +
    "as sk|sp akcyjna|spolka akcyjna|rt|nyrt|zrt|reszvenytarsasag|zartkoruen mukodo reszvenytarsasag|" +
    "nyilvanosan mukodo reszvenytarsasag|ae|a e|α ε|αε|ανωνυμη εταιρεια|ανωνυμη εταιρια|anonim sirketi|anonim sti|a s ti|san ve tic as|" +
    "sanayi ve ticaret anonim sirketi|san ve tic a s|ve ticaret a s|tas|t a s|asc|a s c|qsc az|acik sehmdar cemiyyeti|" +
    "ао|пао|оао|зао|а о|п а о|о а о|з а о|нао|ат|пат|прат|ват|зат|ак|акб|ao|oao|zao|pao|nao|pat|prat|vat|zat|at|aat|zaat|" +
    "акционерное общество|публичное акционерное общество|открытое акционерное общество|закрытое акционерное общество|" +
    "непубличное акционерное общество|aktsionernoe obshchestvo|aktsionernoye obshchestvo|" +
    "publichnoe aktsionernoe obshchestvo|publichnoye aktsionernoye obshchestvo|otkrytoe aktsionernoe obshchestvo|" +
    "otkrytoye aktsionernoye obshchestvo|zakrytoe aktsionernoe obshchestvo|zakrytoye aktsionernoye obshchestvo|" +
    "nauchno proizvodstvennoe ao|акціонерне товариство|публічне акціонерне товариство|приватне акціонерне товариство|" +
    "адкрытае акцыянернае таварыства|закрытае акцыянернае таварыства|аат|зат|ааt|adkrytae aktsyianernae tavarystva|aksiyadorlik jamiyati|aj|tbk|pt tbk|persero|" +
    "pt|perseroan terbatas|pt persero|berhad|bhd|ctcp|cong ty co phan|cp|jsc vn|kk|k k|kabushiki kaisha|kabushiki gaisha|kabushikigaisha|" +
    "gufen youxian gongsi|chusik hoesa|chusik hoisa|შსს|სს|ՓԲԸ|ԲԲԸ|cjsc am|ש|شركه مساهمه|شركه مساهمه عامه|ش م ل|ش م ع|سهامي عام|" +
    "سهامي خاص|(سهامي خاص)|" +
    // Further
    "ptc|public company|private company|publicly traded company|sau|s a u|sacs|s a c s|" +
    "sociedad anonima (unipersonal/abierta/laboral/bursatil/mixta/simplificada)|sociedad anonima promotora de inversion|" +
    "sociedad anonima promotora de inversion de capital variable|sapib|sapib de cv|s a p i b de c v|sas eu|s a s e u|" +
    "sofom (enr/er/e n r/e r)|sociedad de economia mixta|sociedade por acoes|sa de capital variable|ca|saica|s a i c a|" +
    "societe anonyme monegasque|s a m|societe par actions|societe par actions simplifiee unipersonnelle|psa|p s a|" +
    "prosta spolka akcyjna|shoqeri aksionare|sh a|акционерско друштво|акционарско друштво|akcionersko drustvo|" +
    "еднолично акционерно дружество|кда|kda|адсиц|akc spol|jednoducha spolocnost na akcie|nonprofit zrt|abp|julkinen osakeyhtio|" +
    "publikt aktiebolag|(aktsionernoe/aktsionernoye/akcionernoe/aktsionernoje) ob(shch/sch/sh)estvo|" +
    "(otkrytoe/otkrytoye/otkrytoje/zakrytoe/zakrytoye/zakrytoje/publichnoe/publichnoye/nepublichnoe/nepublichnoye) (aktsionernoe/aktsionernoye/akcionernoe/aktsionernoje) ob(shch/sch/sh)estvo|" +
    "(zakrytae/adkrytae) (aktsyianernae/aktsyyanernae/akcyyanernae/akcyjanernaje) tavarystva|акцыянернае таварыства|спао|" +
    "страховое публичное акционерное общество|страховое акционерное общество|страховое открытое акционерное общество|" +
    "акционерлік қоғам|акционерлік қоғамы|ақ|публічне акціонерне товариство|відкрите акціонерне товариство|" +
    "закрите акціонерне товариство|acq sahmdar camiyyat(/i)|(aciq/qapali/aciq tipli/qapali tipli) sahmdar camiyyat(/i)|" +
    "хувьцаат компани|акциядорлик жамияти|μονοπροσωπη (αε/ανωνυμη εταιρεια/ανωνυμη εταιρια)|αεβε|α ε β ε|αβεε|α β ε ε|شركة مساهمة|" +
    "شركة مساهمة (عامة/خاصة/مقفلة/عامة محدودة/خاصة محدودة)|شركة المساهمة (العامة/الخاصة/المقفلة)|مساهمة (عامة/خاصة)|شمل|شمع|شمم|شمخ|" +
    "شمق|ش م خ|ش م ق|شركت سهامي|شرکت سهامی|شرکت سهامی (عام/خاص)|سهامی (عام/خاص)|sahami (aam/am/khass/khas)|" +
    "(sherkat/sherkate/sharkat) sahami (aam/am/khass/khas)|(sherkat/sherkate) sahami|cong ty co phan thuong mai|" +
    "gu fen you xian gong si|ji tuan you xian gong si|ji tuan gu fen you xian gong si|jusik hoesa|jusikhoesa|chusikhoesa|" +
    "kabushikikaisha",
  company:
    "co|company|cos|cie|et cie|compagnie|compania|cia|y cia|y compania|e cia|companhia|comp|and co|& co|and company|" +
    "and cie|u co|und co|& sons|kompania|kompaniya|компания|компанія|sirket|sirketi|sti|sherkat|sharikat|شركه|شركت|gongsi|hoesa|kaisha|" +
    "rt co|" +
    // Further
    "شركة|شرکت|ال شركة|sherkate|sharkat|kompanie|kompanija|společnost|spolocnost|spolka|druzba|drustvo|друштво|дружество|gong si|" +
    "joint venture|jv|joint venture company|совместное предприятие|сп зао|зао сп|сп оао|joint enterprise|ndermarrje|kompani",
  partnership:
    "llp|l l p|lllp|lp|l p|limited partnership|limited liability partnership|general partnership|gp|g p|slp|scsp|" +
    "professional corporation|pc|p c|kg|k g|kommanditgesellschaft|gmbh and co kg|gmbh & co kg|gmbh co kg|gmbh & co|gmbh u co kg|" +
    "ag & co kg|ag and co kg|ag co kg|and co kg|& co kg|co kg|ohg|o h g|offene handelsgesellschaft|gbr|gesbr|partg|partg mbb|kgaa co|eg kg|cv|c v|" +
    "commanditaire vennootschap|vof|v o f|vennootschap onder firma|comm v|commv|snc|s n c|societe en nom collectif|" +
    "societa in nome collettivo|sas di|s a s di|scs|s c s|sca lu|s en c|s en c s|s en cs|sen c|s en n c|s en c por a|y cia s en c|" +
    "cia s en c|cia scs|cia s c s|y cia s c s|& cia s c s|& cia s en c|& cia scs|cia sca|s c|sc|sociedad en comandita|" +
    "sociedad en comandita simple|sociedad en comandita por acciones|sociedad colectiva|sociedad civil|kb|kommanditbolag|hb|handelsbolag|" +
    "ks|k s|komandityhtio|kommandiittiyhtio|ky|ay|avoin yhtio|interessentskab|p s|tu|taisuhing|uu|usaldusuhing|ks lv|ps|" +
    "tub|kub|sp k|sp j|sp jawna|spolka jawna|spolka komandytowa|s k a|sp komandytowa|vos|v o s|k s cz|kd|k d|jtd|j t d|od|dno|bt|betéti társaság|kkt|oe|o e|" +
    "ο ε|οε|εε|ε ε|ee|kom sti|koll sti|adi ortakligi|пк|ip sp|полное товарищество|коммандитное товарищество|" +
    "goshi kaisha|gomei kaisha|hapja hoesa|hapmyeong hoesa|hehuo qiye|" +
    // Further
    "og|oeg|keg|offene gesellschaft|ansvarlig selskap|i s|kommanditselskab|kommandittselskap|partnerselskab|slf|slhf|" +
    "samlagsfelag|samlagshlutafelag|(kollektif/komandit) (sirket/sirketi/sti)|командитно (друштво/дружество)|ортачко друштво|" +
    "събирателно дружество|командитно дружество с акции|к д|о д|senc|sencrl|s e n c|s e n c r l|secs|s e c s|societe en commandite|" +
    "societe en commandite (simple/par actions)|societe civile|societe civile particuliere|societe civile immobiliere|scp|s c p|" +
    "sociedad en nombre colectivo|compania en nombre colectivo|sociedade em nome coletivo|sociedade simples|societa semplice|" +
    "societa in accomandita (semplice/per azioni)|sapa|s a p a|rllp|r l l p|rlllp|ilp|i l p|elp|incorporated limited partnership|" +
    "exempted limited partnership|registered limited liability partnership|limited liability limited partnership|" +
    "separate limited partnership|general partnership company|commanditaire vennootschap op aandelen|comm va|openbare vennootschap|" +
    "komanditsabiedriba|pilnsabiedriba|komanditine ukine bendrija|tikroji ukine bendrija|sp p|spolka partnerska|" +
    "spolka komandytowo akcyjna|verejna obchodni spolecnost|verejna obchodna spolocnost|komanditni spolecnost|komanditna spolocnost|" +
    "kom spol|ver obch spol|(ετερορρυθμη/ομορρυθμη) (εταιρεια/εταιρια)|professional service corporation|professional association|" +
    "prof corp|chartered|chtd|شركة (تضامن/التضامن/محاصة/توصية بسيطة/التوصية البسيطة)|توصية بسيطة|повне товариство|" +
    "командитне товариство|командное товарищество|прастое таварыства|goushi gaisha|goshi gaisha|gousigaisya|gomei gaisha|" +
    "goumei gaisha|(public/private) partnership",
  "sole-trader":
    "ип|ип кфх|индивидуальный предприниматель|individualnyy predprinimatel|ip|i p|individual entrepreneur|фоп|fop|чп|chp|пп|pe|" +
    "private enterprise|private entrepreneur|sole proprietor|sole proprietorship|e k|ek|e kfm|e kfr|e u|eu|eingetragener kaufmann|" +
    "empresa unipersonal|unipersonal|e i|ei|entreprise individuelle|ditta individuale|enskild firma|enk|tmi|eenmanszaak|et|е т|" +
    "sp fiz|e v k|f z e est|cv perorangan|" +
    // Further
    "ud|einzelfirma|einzelunternehmen|e kffr|eingetragene kauffrau|raison individuelle|ragione individuale|impresa individuale|" +
    "empresario individual|comerciante individual|egyeni ceg|egyeni vallalkozo|fie|fuusilisest isikust ettevotja|" +
    "individualais komersants|individuali imone|obrt|samostojni podjetnik|preduzetnik|предузетник|sole trader|жк|жеке кәсіпкер|" +
    "фізична особа підприємець|приватне підприємство|частное предприятие|едноличен търговец|ednolichen targovets|" +
    "yakka tartibdagi tadbirkor|مؤسسة فردية",
  "state-enterprise":
    "fsue|f s u e|fgup|fgu|fgbu|fgaou|fgbou|fgku|fkp|fku|gup|mup|kup|гуп|муп|куп|ргп|rgp|кгп|фгуп|фгу|фгбу|фгаоу|фгбоу|фгбну|фгбун|фгку|фкп|фку|фбу|" +
    "федеральное государственное унитарное предприятие|федеральное государственное бюджетное учреждение|" +
    "федеральное государственное автономное образовательное учреждение|федеральное государственное бюджетное образовательное учреждение|" +
    "федеральное государственное бюджетное учреждение науки|государственное унитарное предприятие|" +
    "республиканское унитарное предприятие|руп|rup|republican unitary enterprise|республиканское государственное предприятие|" +
    "унитарное предприятие|уп|up|unitary enterprise|казенное предприятие|state unitary enterprise|municipal unitary enterprise|" +
    "federal state unitary enterprise|federal state budgetary institution|federal state autonomous institution|" +
    "federal state budgetary educational institution|federal state budgetary institution of science|" +
    "federal state autonomous educational institution|federal treasury enterprise|federal state enterprise|state enterprise|" +
    "state owned enterprise|soe|state owned company|гк|gk rf|дп|dp|державне підприємство|" +
    "gosudarstvennoe unitarnoe predpriyatie|federalnoe gosudarstvennoe unitarnoe predpriyatie|" +
    "federalnoye gosudarstvennoye unitarnoye predpriyatie|empresa estatal|empresa publica|ep|e p e|epe pt|epic|e p i c|pte estatal|jp|javno preduzece|" +
    "statutory corporation|government owned corporation|goc|perum|perusahaan umum|guoyou qiye|przedsiebiorstwo panstwowe|pp pl|statni podnik|s p|" +
    // Further
    "statsforetak|kommunalt foretak|fylkeskommunalt foretak|valstybes imone|valstybine imone|savivaldybes imone|entreprise publique|" +
    "entreprise d etat|societe d etat|empresa del estado|empresa publica empresarial|entidad publica empresarial|statny podnik|" +
    "javno podjetje|javno poduzece|јавно (предузеће/претпријатие)|јп|государственное предприятие|государственная корпорация|" +
    "коммунальное предприятие|комунальне підприємство|казенне підприємство|кп|гп|госп|ру|" +
    "(рэспубліканскае/дзяржаўнае/камунальнае) (унітарнае прадпрыемства/вытворчае унітарнае прадпрыемства/прадпрыемства)|" +
    "унітарнае прадпрыемства|" +
    "(республиканское/государственное/производственное/торговое/республиканское производственное/республиканское дочернее) унитарное предприятие|" +
    "(unitarnoe/unitarnoye/unitarnoje) predpriyati(e/ye)|" +
    "(respublikanskoe/gosudarstvennoe/proizvodstvennoe) unitarnoe predpriyati(e/ye)|" +
    "(respublikanskoe proizvodstvennoe/respublikanskoe nauchno proizvodstvennoe/chastnoe proizvodstvennoe/chastnoe) unitarnoe predpriyati(e/ye)|" +
    "(federalnoe/federalnoye) kazennoe predpriyati(e/ye)|gosudarstvennoe predpriyati(e/ye)|gosudarstvennaya korporatsiya|soc|s o c|" +
    "soc ltd|state owned company soc ltd|state company|unitary production enterprise|republican (subsidiary/production/research and production) unitary enterprise|subsidiary unitary enterprise|" +
    "production unitary enterprise|private unitary enterprise|communal enterprise|državno podjetje|drzavno preduzece|" +
    "мемлекеттік кәсіпорын|давлат корхонаси|perusahaan perseroan|public corporation|crown corporation|parastatal",
  association:
    "ev|e v|eingetragener verein|verein|asbl|a s b l|vzw|v z w|npo|ngo|non profit|non profit organization|nonprofit organization|" +
    "not for profit corporation|association|assoc|assn|asociacion civil|asociacion|a c|associazione|associacao|stowarzyszenie|spolek|z s|zs|" +
    "o z|udruzenje|egyesulet|nko|нко|ано|ano|автономная некоммерческая организация|autonomous non profit organization|" +
    "autonomous noncommercial organization|avtonomnaya nekommercheskaya organizatsiya|некоммерческое партнерство|нп|np|np ru|оо|ro|" +
    "общественная организация|всероссийская общественная организация|forening|yhdistys|ry|r y|dernegi|dernek|onlus|aps it|" +
    "loi 1901|association loi 1901|sci|s c i|unincorporated association|incorporated association|inc assoc|społka|" +
    // Further
    "ac|aisbl|a i s b l|ivzw|i v z w|vog|vereniging|cooperatieve vereniging|ideell forening|mtu|mittetulundusuhing|biedriba|" +
    "asociacija|udruga|zdruzenie|obcianske zdruzenie|obcanske sdruzeni|zapsany spolek|vvag|versicherungsverein auf gegenseitigkeit|" +
    "nicht eingetragener verein|organizatie non guvernamentala|asociatia|asociatie|associacao civil|asociacion gremial|сдружение|" +
    "sdruzhenie|здружение|удружење|громадська організація|громадське об єднання|общественное объединение|грамадскае аб яднанне|" +
    "non profit company|nonprofit company|nonprofit corporation|non profit corporation|friendly society|incorporated society|" +
    "association sans but lucratif|association internationale sans but lucratif|vereniging zonder winstoogmerk|zapsany ustav|" +
    "razem dernegi|جمعية خيرية|loi de 1901",
  foundation:
    "foundation|fdn|stiftung|gemeinnutzige stiftung|stichting|fondation|fundacion|fundacao|fondazione|fundacja|nadace|nadacia|zaklada|" +
    "fondacija|fondatsiya|фондация|alapitvany|saatio|stiftelse|stiftelsen|sihtasutus|fonds|фонд|fond|благотворительный фонд|vakfi|vakif|" +
    "waqf|bonyad|charitable trust|charitable foundation|private foundation|anstalt|treuhand|trust reg|reg trust|zaidan hojin|" +
    // Further
    "privatstiftung|familienstiftung|fundacion de interes privado|stichting particulier fonds|yayasan|nodibinajums|paramos fondas|" +
    "labdaros ir paramos fondas|fundatia|fundatie|fundacio|благодійний фонд|благодійна організація|мемлекеттік қор|مؤسسة خيرية|" +
    "بنياد|بنیاد|юридический фонд|sabiedriskais fonds",
  cooperative:
    "cooperative|co operative|coop|co op|cooperative society|co operative society|cooperative limited|scrl|s c r l|scarl|s c a r l|s c a rl|" +
    "cvba|c v b a|cooperativa|soc coop|societa cooperativa|soc coop a r l|s coop|sociedad cooperativa|ccl|c r l|crl|eg|e g|genossenschaft|egmbh|" +
    "registrierte genossenschaft|cooperatie|u a|ua coop|b a|sce|andelsselskab|amba|a m b a|fmba|ekonomisk forening|ek for|osuuskunta|osk|" +
    "spoldzielnia|druzstvo|zadruga|szovetkezet|kooperatif|kooperativ|кооператив|производственный кооператив|спк|" +
    "кооперация|kyodo kumiai|nokyo|hezuoshe|hyopdong johap|koperasi|sdn koperasi|" +
    // Further
    "scl|s c l|sc de rl|sc de rl de cv|s c de r l|s c de r l de c v|sociedad cooperativa de responsabilidad limitada|" +
    "sociedad cooperativa limitada|s coop p|s coop ltda|co op ltd|coop ltd|co operative ltd|cooperative ltd|" +
    "co operative society (ltd/limited)|cooperative society (ltd/limited)|polnohospodarske druzstvo|vyrobni druzstvo|" +
    "vyrobne druzstvo|mezogazdasagi szovetkezet|societas cooperativa europaea|europaische genossenschaft|" +
    "genossenschaft mit beschrankter haftung|credit union|caisse populaire|сельскохозяйственный производственный кооператив|" +
    "потребительский кооператив|потребительское общество|кооперативно дружество|задруга|земеделска кооперация|kooperativa|" +
    "jamiat taawuni|تعاونی|شركة تعاونية|شرکت تعاونی|جمعية تعاونية",
  "public-body":
    "epe|epic fr|etablissement public|etablissement public industriel et commercial|gie|g i e|groupement d interet economique|geie|eeig|" +
    "e e i g|european economic interest grouping|ewiv|egts|aor|anstalt des offentlichen rechts|korperschaft des offentlichen rechts|kdor|kor|" +
    "public law entity|statutory body|public institution|государственное учреждение|бюджетное учреждение|казенное учреждение|" +
    "автономное учреждение|научное учреждение|учреждение|establishment of science|budgetary institution|state institution|" +
    "state institution of science|royal charter|body corporate|community interest company|cic|c i c|cio|tokushu hojin|dokuritsu gyosei hojin|" +
    "kokuritsu kenkyu kaihatsu hojin|kokuritsu daigaku hojin|gakko hojin|ippan shadan hojin|koeki shadan hojin|ippan zaidan hojin|" +
    "koeki zaidan hojin|tokutei hieiri katsudo hojin|" +
    // Further
    "etablissement public (a caractere industriel et commercial/administratif/a caractere administratif)|" +
    "groupement d interet public|aeie|agrupacion de interes economico|agrupacion europea de interes economico|" +
    "agrupamento (complementar de empresas/europeu de interesse economico)|eesv|e e s v|europees economisch samenwerkingsverband|" +
    "europaische wirtschaftliche interessenvereinigung|europos ekonominiu interesu grupe|consorzio|societa consortile|" +
    "societa consortile (per azioni/a responsabilita limitata)|scpa|s c p a|ente publico|organismo autonomo|organismo publico|гбу|" +
    "гау|гну|государственное бюджетное учреждение|государственное автономное учреждение|государственное научное учреждение|" +
    "муниципальное (учреждение/бюджетное учреждение)|фгаоу во|фгбоу во|фгбоу впо|фгбу науки|" +
    "федеральное государственное автономное учреждение|федеральное государственное казенное учреждение|" +
    "федеральное казенное учреждение|державна установа|benefit corporation|public benefit corporation|public benefit organization",
  branch:
    "branch|branch office|representative office|rep office|liaison office|filiale|filial|филиал|представительство|succursale|sucursal|" +
    "sucursal colombia|sucursal en espana|zweigniederlassung|niederlassung|zweigstelle|niederlassung deutschland|oddzial|oddzial w polsce|" +
    "organizacni slozka|organizacna zlozka|fióktelepe|fioktelepe|suc|sucursala|podruznica|klon|клон|bijkantoor|nuf|filialas|subesi|sube|" +
    // Further
    "branch of a foreign company|branch of foreign company|foreign branch|permanent establishment|sede secondaria|" +
    "sucursal de sociedad extranjera|representacao permanente|представництво|філія|філіал|філіял|ogranak|predstavnistvo|zastoupeni|" +
    "zastupitelstvo|فرع شركة أجنبية|فرع|شعبه|trade representative office|trading office",
  fund:
    "investment trust|unit trust|mutual fund|sicav|s i c a v|sicaf|sicar|fcp|fcpe|fcpr|fcpi|oeic|icav|ucits|raif|sif|spv|spc ky|reit|etf|" +
    "investmentfonds|fondo de inversion|fonds commun de placement|fondo comune|pif|пиф|investment company with variable capital|vcc|" +
    "variable capital company|protected cell company|pcc|incorporated cell company|icc|" +
    // Further
    "sicav sif|sicav raif|fcp sif|segregated portfolio company|incorporated cell|protected cell|open ended investment company|" +
    "investment company with fixed capital|investmentaktiengesellschaft|invag|siefore|afore|segregated cell company|" +
    "segregated accounts company",
};

/** Forms written without spaces around them. */
export const gluedForms: Readonly<Record<string, string>> = {
  "limited-company":
    "有限会社|有限會社|合同会社|合同會社|特例有限会社|有限責任会社|有限責任中間法人|特定目的会社|有限公司|有限责任公司|有限責任公司|股份合作公司|一人有限责任公司|独资有限公司|無限公司|无限公司|" +
    "유한회사|유한책임회사|농업회사법인유한회사|（有）|㈲|" +
    "无限责任公司|無限責任公司|股份两合公司|外商独资有限公司|有限責任合夥公司|合同會社|유한책임회사|จำกัด|จํากัด|บริษัทจำกัด|บริษัทจํากัด|ຈຳກັດ|လီမိတက်",
  "stock-company":
    "株式会社|株式會社|特殊株式会社|公開株式会社|非公開株式会社|公開型株式会社|閉鎖型株式会社|公開合資会社|公共株式会社|公開共同株式会社|合同株式会社|共同株式会社|" +
    "股份有限公司|股份公司|股份制公司|集团股份有限公司|集團股份有限公司|控股有限公司|控股股份有限公司|集团控股有限公司|주식회사|농업회사법인주식회사|㈜|㈱|㍿|" +
    "私人股份有限公司|股份有限責任公司|股份合作制企业|股份合作企业|相互会社|公開株式會社|投資法人|จำกัด(มหาชน)|มหาชน",
  company:
    "集团有限公司|集團有限公司|集团有限责任公司|集團有限責任公司|总公司|總公司|集团总公司|集团公司|集團公司|分公司|公司|コーポレーション|カンパニー|カンパニー・リミテッド|" +
    "リミテッド|インコーポレイテッド|インコーポレーテッド|シーオー|회사|공사|そうごう会社|" +
    "บริษัท|ບໍລິສັດ|ကုမ္ပဏီ|ក្រុមហ៊ុន|外国会社|株式合資会社|合弁会社|合弁企業|合資企業|合资企业|外商投资企业|中外合资企业",
  partnership:
    "合名会社|合名會社|合資会社|合資會社|有限責任事業組合|投資事業有限責任組合|民法組合|匿名組合|合伙企业|合夥企業|有限合伙企业|有限合夥企業|有限合伙|有限合夥|普通合伙|特殊普通合伙|合夥|" +
    "합자회사|합명회사|합자조합|㈴|㈾|監査法人|弁護士法人|税理士法人|司法書士法人|行政書士法人|社会保険労務士法人|特許業務法人|弁理士法人|" +
    "有限責任監査法人|有限責任合夥|有限责任合伙|有限責任合伙|ห้างหุ้นส่วนจำกัด|ห้างหุ้นส่วน|投資組合",
  "sole-trader": "个体工商户|個体工商户|个人独资企业|個人獨資企業|個人事業主|개인사업자",
  "state-enterprise":
    "連邦国家単一企業|連邦国家予算機関|連邦国家予算機構|連邦国家予算高等教育機関|連邦国家自治高等教育機関|連邦国家自律機関|連邦国営単一企業|連邦政府単一企業|連邦国庫企業|国家単一企業|単一企業|国営企業|" +
    "国有企業|国有企业|國有企業|国有独资公司|全民所有制企业|集体所有制企业|国有控股公司|公有企業|公社|공기업|公営企業|国営公社|国家公社|" +
    "国家企業|共和国単一企業|国営単一企業|国有単一企業|連邦国家企業|国家公団|国家コーポレーション|集体企业|集體企業|乡镇企业",
  association:
    "一般社団法人|公益社団法人|社団法人|一般社團法人|特定非営利活動法人|認定特定非営利活動法人|認定NPO法人|NPO法人|非営利法人|中間法人|労働組合|商工会議所|商工会|社会团体|民办非企业单位|社團法人|" +
    "사단법인|비영리법인|㈳|自律非営利団体|自治非営利団体|自治的非営利組織|非商業組織",
  foundation: "一般財団法人|公益財団法人|財団法人|財團法人|재단법인|基金会|基金會|㈶",
  cooperative:
    "協同組合|事業協同組合|農業協同組合|漁業協同組合|生活協同組合|消費生活協同組合|信用金庫|信用組合|協業組合|企業組合|商店街振興組合|農事組合法人|合作社|农民专业合作社|專業合作社|협동조합|영농조합법인|" +
    "森林組合|農業共済組合|共済組合|健康保険組合|信用农业合作社|农村信用合作社|사회적협동조합",
  "public-body":
    "国立研究開発法人|独立行政法人|地方独立行政法人|国立大学法人|公立大学法人|大学共同利用機関法人|学校法人|準学校法人|医療法人|医療法人社団|医療法人財団|社会医療法人|宗教法人|社会福祉法人|更生保護法人|" +
    "特殊法人|認可法人|技術研究組合|管理組合法人|事业单位|學校財團法人|학교법인|의료법인|종교법인|국립대학법인|㈻|國立大學法人|沖縄科学技術大学院大学学園|" +
    "国家予算機関|国家自治機関|連邦国家自治機関|連邦国家機関|連邦国家科学機関|連邦国家予算科学機関|国家科学機関|国家機関",
  branch: "支店|出張所|駐在員事務所|代表处|代表處|办事处|辦事處|분사무소|지점",
};

/** Forms abbreviated to a bracketed character or two, without their brackets. */
export const bracketedForms: Readonly<Record<string, string>> = {
  "limited-company": "有|同|합|유",
  "stock-company": "株|주",
  partnership: "名|資|업",
  association: "社|一社|公社|特非|非|사",
  foundation: "財|一財|公財|재",
  cooperative: "協|協組|企",
  "public-body": "国研|独|国|学|医|宗|福|地独|国大|公大",
};

/**
 * Forms that also stand before a name: ООО «…», JSC …, PT …, K.K. …. Any other form counts only at the end. Spelled-out
 * forms of two words or more may stand before any name and need no line here.
 */
export const leadingForms =
  "ooo|ооо|ао|ao|jsc|oao|оао|zao|зао|pao|пао|нао|nao|ojsc|cjsc|pjsc|npjsc|llc|too|тоо|тов|tov|ат|пат|прат|pat|prat|pt|cv|kk|gk|yk|" +
  "fsue|фгуп|fgup|фгбу|фгаоу|фгбоу|фгбун|фку|фкп|fgbu|fgbou|fgaou|гуп|муп|gup|mup|руп|rup|ип|ip|фоп|нко|ано|ano|uab|sia|ab|mb|as|" +
  "srl|sarl|sas|sci|eurl|ctcp|tnhh|ud|asociacion|cooperativa|fundacion|stichting|stiftung|foundation|eood|ood|ead|ад|оод|шпс|შპს|" +
  "mchj|чп|пп|дп|осоо|osoo|одо|odo|таа|зтаа|итаа|аат|зат|иооо|сооо|соо|зооо|акб|дооел|госп|гп|уп|чуп|чтуп|чпуп|ру|спао|пк|нп|оо|" +
  "شركة|شركه|شركت|شرکت|sherkat|sherkate|sharkat|sharikat|yayasan|koperasi|fondation|fondazione|fundacao|fundacja|bonyad|بنیاد|" +
  "بنياد|тдв|доо|shpk|spr|taa|aat|zat|fkp|филиал|filial|фонд";
