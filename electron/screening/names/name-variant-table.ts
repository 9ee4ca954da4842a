/**
 * Given names (and a few family names) in their spellings and languages, and short forms of them: our own table, from
 * general knowledge. A line is one name, its members separated by spaces; after `:` stand the short forms.
 */
export const nameVariantTable = `
alexander aleksandr aleksander alexandr alexandre alessandro alejandro alexandros oleksandr aliaksandr aleksandar iskander iskandar sikandar александр олександр аляксандр александар : sasha sacha alex aleks alek sandy sascha shura саша
alexandra aleksandra alessandra alejandra oleksandra : sasha sandra alex
alexey alexei aleksey aleksei alexis oleksii oleksiy aliaksei алексей олексій : alyosha lyosha alex леша
anatoly anatoli anatoliy anatolii anatol анатолий анатолій : tolya
antonia
carolina karolina caroline karoline
roberta
paola paula pavla
daniela daniella danielle
martina
gabriela gabriella gabrielle
andrew andrei andrey andrej andriy andrii andreas andres andre andrea andrzej anders ondrej андрей андрій : andy drew
anthony antony anton antonio antoine antonin antoni антон : tony toni
arthur artur arturo артур : art
benjamin veniamin benyamin binyamin : ben benny benji
boris borys борис : borya
catherine katherine kathryn katharina katarina katarzyna ekaterina yekaterina caterina catalina kateryna екатерина катерина : kate katie kathy cathy cate kitty katya katja
charles carl karl carlos carlo karel karol : charlie chuck chas charly
christian kristian cristian krystian : chris
christine christina kristina cristina kristin : chris chrissy tina
christopher christoph kristof cristobal christophe krzysztof : chris kit topher
constantine konstantin constantin kostyantyn konstantinos константин костянтин : kostya kosta
cyril kirill kyrill cyrille kyrylo кирилл кирило
daniel danil danila daniil danilo daniele danylo daniyal danyal данил даниил : dan danny
david dawid davide dawud daoud dawood daud davud davit daviti داود داوود : dave davy
dennis denis denys dionysius денис
dmitry dmitri dmitriy dmitrii dimitri dimitry dmytro dimitar dimitrios dzmitry дмитрий дмитро : dima mitya дима
donald : don donnie donny
dorothy dorothea dorota dorotea : dot dolly dottie
edward eduard eduardo edoardo edvard edouard эдуард : ed eddie ted teddy ned
elizabeth elisabeth elizaveta elisabetta elzbieta yelizaveta isabel isabella : liz lizzie beth betty eliza lisa bess libby
emmanuel emanuel manuel immanuel : manny manu
eric erik erich eryk
eugene evgeny evgeni evgeniy evgenii yevgeny yevgeni yevgeniy yevhen eugenio eugen eugeniusz евгений євген : gene zhenya
fedor fyodor fiodor theodor theodore teodor feodor федор фёдор : ted teddy theo
francis francisco francesco francois franz frantisek franciszek ferenc frans : frank frankie pancho paco fran
frederick friedrich frederik frederic fredrik fryderyk federico : fred freddy freddie fritz
gabriel gavriil gabriele gabor havryil jibril jabril jibreel djibril
george georg georges jorge giorgio yuri yury yuriy yurii iurii georgi georgy georgiy jerzy jiri juri heorhii giorgi юрий юрій георгий
gerald gerard gerhard gerardo : gerry jerry
gregory grigory grigori grigoriy gregor gregorio hryhorii grzegorz григорий : greg grisha
hans johannes : hannes
helen helena elena yelena olena helene alena елена олена : nell nellie ellie lena lenka
henry heinrich henri enrique enrico henrik hendrik henryk : harry hank hal
hugh hugo ugo
igor ihor игорь ігор
ilya ilia illia ilja elias elijah eliyahu ilyas elyas илья ілля
irene irina iryna irena ирина
isaac isak itzhak yitzhak ishaq isaak ishak izaak is'haq
ivan ioann jan john johann johan juan giovanni jean joao ian ivano iwan yahya yehia yahia janos jovan joannes sean иван іван ян : johnny jack vanya jon
jacob jakob jakub yakov iakov yaqub yaqoob yakub yacoub yaakov giacomo jacobo jacques : jake
james jaime jaume diego santiago tiago : jim jimmy jamie
jeffrey geoffrey jeffery : jeff geoff
jennifer : jen jenny jennie
jerome geronimo hieronymus girolamo
jessica : jess jessie
jonathan yonatan jonatan : jon jonny
joseph josef jose josip giuseppe iosif yosef yusuf yousef youssef yousuf yusif yusef yusof jusuf jozef osip يوسف юсуф иосиф : joe joey pepe sepp beppe
joshua yehoshua josue jesus : josh
judith yehudit judit : judy
julia yulia iuliia julie giulia yuliya julija юлия юлія
julian yulian julien iulian giuliano
kenneth : ken kenny
konrad conrad kurt
lawrence laurence laurent lorenzo lars lavrentiy lorenz laurentius : larry
leo lev leon leonid leonidas leonard leonardo : lenny lyonya
louis ludwig luis luigi lewis ludovic lajos ludwik luiz : lou louie
lucas luke lukas luca lukasz luka
luqman lukman loqman loghman
margaret margarita marguerite margherita malgorzata margareta маргарита : maggie meg peggy marge rita greta daisy
mark marc marco markus marcus marek marko марк
martin martino marcin martyn
mary maria marie mariya mariia miriam maryam mariam marija mari maryja مريم мария марія : masha molly polly mimi
matthew matteo mateo matthias mathieu matvey matvei mateusz matej : matt matty
maurice mauricio moritz maurizio morris
maxim maksim maxime maksym massimo maximilian максим : max maks
michael mikhail michel miguel michele mykhailo mihail mihai mikael michal mikhael mihailo mikayil mikail михаил михайло : mike mick mickey misha micky миша
moses moshe musa moussa mousa moises moisei moosa موسى
natalia natalya nataliya nataliia natalie natalja наталья наталія : natasha nata
nathaniel nathan natan : nat nate
nicholas nikolai nikolay nicolas nikolaus nicola nicolo mykola mikalai nikola nikolaos mikolaj miklos nikolaj николай микола : nick nicky kolya klaus
noah nuh nooh noe
oleg oleh aleh олег
olga olha volha ольга
patrick patricio patrik padraig patrice : pat paddy
patricia patrycja patrizia : pat patty trish tricia
paul pavel pablo paolo pavlo pawel pol paulo paavo pavle павел павло : pasha
peter pyotr petr pedro pietro pierre petro piotr petar petros pieter boutros butrus петр пётр петро : pete petya
philip philipp philippe felipe filippo filip phillip филипп : phil pip
rachel rahel raquel rahil
raphael rafael raffaele rafail
rebecca rivka rebekah : becky becca
richard ricardo riccardo ryszard rikard : rick rich dick richie ricky
robert roberto rupert robertas роберт : rob bob bobby bobbie robbie bert
roger rogerio ruggero rogelio
roman romano роман : roma
ronald ronaldo : ron ronnie ronny
rudolf rudolph rodolfo : rudi rudy
samuel samuil samuele : sam sammy
sarah sara sarra : sally sadie
sebastian sebastien sebastiano : seb bastian
sergei sergey sergio serge serhiy serhii siarhei sergiy sergej sergejs сергей сергій сяргей : seryozha серёжа
simon simeon semyon semen shimon simone semjon семен семён
solomon salomon suleiman sulaiman suleyman sulayman soleiman shlomo sulieman سليمان : solly
sophia sofia sofya sophie zofia sofiya софья
stanislav stanislaw stanislas станислав : stas stan
stephen steven stefan stephan esteban stefano stepan etienne istvan stephane szczepan степан : steve stevie
susan susanna suzanne susana zuzana : sue susie suzy
svetlana svitlana sviatlana светлана світлана : sveta lana
sviatoslav svyatoslav святослав : slava
tatiana tatyana tetiana tetyana татьяна тетяна : tanya tania
theresa teresa therese : terry tess tessa
thomas tomas tommaso foma tomasz tamas : tom tommy thom
timothy timofey timotheus timoteo timofei : tim timmy tima
tobias tobiasz : toby
valentin valentine valentyn walenty валентин : val valya
valery valeri valeriy valerii valerie валерий валерій : lera
vasily vassily vasili vasyl basil vasiliy vasilii wassily vasile vasilios василий василь : vasya
victor viktor vittorio viktar wiktor виктор віктор : vic vitya
victoria viktoria viktoriya viktoriia wiktoria виктория вікторія : vicky vika tori
vincent vicente vincenzo vikenty wincenty : vince vinnie
vitaly vitali vitaliy vitalii vital виталий віталій : vitalik
vladimir volodymyr wladimir uladzimir vladimer wlodzimierz valdemar waldemar владимир володимир : volodya vova vlad vladi
vladislav vladyslav uladzislau wladyslaw владислав : vlad slava
vyacheslav viacheslav viatcheslav vjaceslav вячеслав : slava
walter gautier valter : walt wally
william wilhelm guillaume guillermo willem guglielmo viljam wiliam vilhelm : will bill billy willy willie wim liam
xavier javier saverio
yaroslav jaroslav iaroslav jaroslaw ярослав : slava
zachary zakaria zakariya zacharias zechariah zakariyya : zach zack
albert alberto albrecht : al bert
alfred alfredo : al alf fred
allen alan allan alain
barbara varvara : barb babs
bernard bernardo bernhard : bernie
brian bryan bryant
deborah debora devorah : deb debbie
diane diana
douglas : doug
frances francesca francisca franziska : fran
gilbert gilberto
harold harald
jerald : jerry
laura lora : laurie
leslie lesley
linda lynda
neil neal niall nils niels
pamela : pam
phillipa philippa : pippa
raymond ramon raimund raimondo : ray
reginald reinhold reinaldo reynaldo rinaldo : reg reggie
samantha : sam
sandra xandra
sean shaun shawn shane
stuart stewart : stu
vera wiera
veronica veronika : ronnie nika
virginia : ginny
yasmin jasmine yasmine yasemin jasmin
muhammad mohammed mohammad mohamed mohamad muhammed muhamad muhamed mohamud mahomed mehmed mehmet mahamat mamadou muhammet mohd mukhammad magomed mohammod mahammad محمد магомед мухаммад mukhamed muhd moh md
ahmad ahmed ahmet akhmed akhmad achmad akhmet ahamed ahmadu amadou احمد ахмед ахмад
mahmoud mahmud mahmood mehmood makhmud mahmut محمود махмуд
hamid hameed hamed khamid hamit حميد حامد
muhsin mohsen muhsen mohsin mochsin محسن
mustafa mustapha mostafa moustafa mustofa moustapha مصطفى мустафа
ali aly alee علي على али
omar umar omer oumar umer عمر умар омар
osman uthman othman usman ousmane uthmaan otman عثمان усман осман
usama osama ousama oussama اسامه اسامة усама
hassan hasan hassen hasaan hacen assan حسن хасан
hussein hussain husayn husain hossein hosein husein hoseyn houssein husseyn hüseyin huseyin khusein حسين хусейн
ibrahim ebrahim ibraheem brahim abraham avraham abram abramo ibragim ابراهيم ибрагим авраам : abe
ismail ismael esmail ismaeel isma'il ishmael ismoil esmaeil اسماعيل исмаил
khalid khaled halid chalid خالد халид
khalil khaleel halil خليل
karim kareem kerim كريم карим
said saeed saed saiid sayeed سعيد саид
salim saleem selim salem سليم سالم салим
saleh salih salah saaleh صالح صلاح
samir sameer semir سمير
saif sayf seif seyf سيف
sharif shareef sherif cherif شريف
tariq tarek tarik tareq طارق тарик
walid waleed oualid velid وليد
yasin yassin yaseen yasseen yasine ياسين ясин
yasir yasser yaser yassir ياسر ясир
yunus younis younes yunis jonas jonah yunos يونس юнус
zayd zaid zeid zayed زيد زايد
zahir zaher ظاهر زاهر
jamal gamal jamaal djamel djamal cemal jamel جمال джамал
jalal galal celal djalal جلال
jafar jaafar ja'far gafar jafer جعفر джафар
jasim jassim جاسم
qasim qassem kassem qasem kassim qassim kasem gassem قاسم касим
qadir kader qader kadir qadeer kadeer قادر
abbas abass عباس аббас
abdullah abdallah abdalla abdulla abdellah abdoullah abdulloh عبدالله абдулла абдуллах
abdulrahman abdurrahman abdelrahman abderrahmane abdirahman abdurahman abdourahmane abdarrahman عبدالرحمن абдурахман
abdulaziz abdelaziz abdoulaziz عبدالعزيز
abubakar aboubakar aboubacar abubakr bubakar
adnan عدنان
amin ameen emin امين амин
amir ameer emir امير амир
anwar anouar enver anvar انور анвар
ashraf achraf اشرف
asad assad essad اسد асад
aziz azeez عزيز азиз
bashir basheer bachir beshir بشير башир
bilal belal bilel بلال билал
badr bader bedr بدر
fahd fahad فهد
faisal faysal feisal faycal فيصل
farid fareed ferid فريد фарид
faruq farouk farooq faruk farouq فاروق фарук
fatima fatimah fatma fatemeh fatmah فاطمه فاطمة фатима
fuad fouad fawad fu'ad فؤاد
ghulam gulam gholam غلام
habib habeeb حبيب хабиб
hakim hakeem حكيم хаким
hani hany هاني
harun haroun haroon aaron هارون
haydar haider heydar hyder haidar حيدر хайдар
hisham hicham hesham هشام
idris idriss edris ادريس идрис
imad emad عماد
isa issa eissa eesa عيسى иса
iqbal eqbal ikbal اقبال
jawad javad جواد
latif lateef latef لطيف
lutfi lotfi loutfi لطفي
mahdi mehdi مهدي махди мехди
majid majeed maged ماجد مجيد
mansur mansour mansoor منصور мансур
marwan merwan marouane مروان
masud masoud massoud masood مسعود масуд
muammar moammar moamar معمر
mubarak mobarak moubarak مبارك
munir mounir muneer moneer منير
murad mourad morad مراد мурад
nabil nabeel نبيل
najib nagib najeeb nadjib نجيب наджиб
nasir nasser naser nassir naseer ناصر насир
nasrallah nasrullah نصرالله
nur noor nour نور нур
rahim raheem rehim رحيم рахим
rahman rehman rakhman رحمن رحمان рахман
ramadan ramazan ramzan ramadhan رمضان рамазан рамзан
rashid rasheed rachid reshid رشيد راشد рашид
rauf raouf raoof رؤوف
rida reza ridha redha riza رضا реза риза
ridwan redouane ridouan rizwan رضوان
sadiq sadeq sadek sadik saddiq siddiq صادق садик
saddam sadam صدام
sami samy سامي
sayyid sayed sayyed syed sayid سيد
shafiq shafik chafik شفيق
shakir shaker شاكر
shaykh sheikh shaikh sheik
suhail sohail souhail suhayl سهيل
taha طه
talib taleb طالب талиб
tawfiq toufik tawfik taufik tewfik توفيق
umm oum om
wahid waheed vahid وحيد вахид
yehya يحيى
zaki zaky زكي
zaynab zainab zeinab زينب
ziyad ziad زياد
zubair zubayr zoubair زبير
gul gol گل
khan خان хан
mullah mulla molla
shah شاه шах
wali vali ولي
rustam rostam rustem рустам
ruslan rouslan руслан
timur teymur taymour temur тимур
aslan arslan аслан
bakhtiyar bahtiyar bakhtiar
islam eslam اسلام ислам
nursultan нурсултан
kim gim 김
lee yi ri rhee i 이 리
park pak bak 박
choi choe ch'oe 최
jung jong chung jeong 정
kang gang 강
cho jo 조
yoon yun 윤
jang chang 장
lim im rim 임 림
shin sin 신
kwon gwon 권
ahn an 안
yoo yu ryu 유 류
jeon jon chon 전
noh roh no ro 노 로
moon mun 문
bae pae 배
baek paek 백
woo u 우
young yong yeong 영
hyun hyon hyeon 현
chul chol cheol 철
sun son seon 선
sung song seong 성
suk sok seok 석
kyung kyong gyeong 경
myung myong myeong 명
chen chan chin tan 陈
wang wong
zhang cheung teo
huang hwang
zhou chow chou
zhao chiu
xu hsu tsui
xie hsieh tse
jiang chiang
cai tsai chua
zheng cheng cheang tay
zedong tsetung
nguyen nguyễn
huynh hoang
`;
