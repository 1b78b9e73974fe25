-- crosswalk: the shipped rows.  Every row names its source and how sure we are (found, known, uncertain).

-- Classifiers.  A year alone is taken whole; an unknown end of a validity is open.  The number is
-- that of the high bits of its codes.
INSERT INTO socu.classifier
    (label, number, state, name, name_local, edition, valid, authority, parts, example, source, confidence, note, shipped)
SELECT r.label, r.number::int4, r.state, r.name, r.name_local, r.edition, r.valid::daterange, r.authority,
       r.parts::text[], r.example, r.source, r.confidence, r.note, true
FROM (VALUES
    ('KZ2004', 1024, 'KZ', 'Classifier of higher and postgraduate specialities used before the 2009 state classifier',
     'Классификатор специальностей высшего и послевузовского образования РК (до 2009)', '2004',
     '[2004-01-01,2010-01-01)', NULL, '{"stage","field group","speciality"}', '050703',
     'public file on GitHub (6N07xx, 6N02xx, 050101 shown without its zero)', 'found',
     'Field and serial digits went on into KZ2009 with 00 appended.'),
    ('KZ2009', 1025, 'KZ', 'State classifier GK RK 08-2009 of specialities of higher and postgraduate education',
     'Классификатор специальностей высшего и послевузовского образования РК (ГК РК 08-2009)', '2009',
     '[2009-01-01,2019-01-01)',
     'GK RK 08-2009, put into force by an order of the Committee for Technical Regulation and Metrology of 20 March 2009',
     '{"stage","group","speciality","specialisation"}', '6M070300',
     'public file on GitHub (about 1000 codes with Kazakh and Russian names)', 'found',
     'The first digit is a level of ISCED 1997: 6M is ISCED 2011 level 7, 6D level 8.'),
    ('KZ2018', 1026, 'KZ',
     'Classifier of training areas of personnel with higher and postgraduate education (fields, directions, programmes)',
     'Классификатор направлений подготовки кадров с высшим и послевузовским образованием', '2018', '[2018-10-01,)',
     'Order of the Minister of Education and Science of 13 October 2018 No 569 (registered 17 October 2018 No 17565), amended among others by order No 327 of 21 July 2023',
     '{"field","direction","programme"}', '6B06103',
     'https://adilet.zan.kz/eng/docs/V1800017565; https://vku.edu.kz/entrant-2/masters-degree', 'found',
     'The last two digits are given by each university: a whole code is unique only together with the institution.'),
    ('KZ2018G', 1027, 'KZ', 'Groups of educational programmes used for admission and state grants',
     'Группы образовательных программ (ГОП)', '2018', '[2018-01-01,)',
     'Groups listed next to the KZ2018 directions; legal basis: order No 569 and the state-order placement rules (order registered as V1600013418)',
     '{"group"}', 'B057', 'https://vku.edu.kz/entrant-2/masters-degree; public file on GitHub', 'found',
     'Numbers differ between levels for one field (B057, M094, D094).'),
    ('KZ_TVET2008', 1028, 'KZ',
     'Classifier of professions and specialities of technical and vocational, post-secondary education',
     'ГК РК 05-2008', '2008', '[2008-09-01,2021-01-01)',
     'GK RK 05-2008, order of 3 June 2008 No 273-од, in force from 1 September 2008, amended 1 July 2017 No 186-од',
     '{"field","speciality","qualification"}', '1305000',
     'http://www.edu.gov.kz/en/deyatelnost/detail.php?ELEMENT_ID=664 (act); digit structure: knowledge of the editors',
     'known', NULL),
    ('KZ_TVET2018', 1029, 'KZ',
     'Classifier of specialities and qualifications of technical and vocational, post-secondary education',
     'Классификатор специальностей и квалификаций ТиПО', '2018', '[2018-01-01,)',
     'Order of the Minister of Education and Science of 27 September 2018 No 500',
     '{"level","group","speciality","qualification"}', '4S06120102',
     'knowledge of the editors: the classifier; not seen in this search', 'known', NULL),
    ('RU_OKSO1993', 1030, 'RU', 'All-Russian classifier of specialities by education OK 009-93', 'ОКСО ОК 009-93',
     '1993', '[1994-07-01,2004-01-01)', 'Gosstandart decree of 30 December 1993 No 296',
     '{"group","direction","speciality"}', '510100', 'https://pravoeducation.ru/obrazovanie1/obrazovanie_1481.htm',
     'found', NULL),
    ('RU_OKSO2003', 1031, 'RU',
     'All-Russian classifier of specialities by education OK 009-2003 and lists based on it',
     'ОКСО ОК 009-2003; перечни направлений подготовки 2005 и 2009 гг.', '2003', '[2004-01-01,2014-01-01)',
     'Gosstandart decree of 30 September 2003 No 276-ст; lists by Ministry orders No 4 (12.01.2005) and No 337 (17.09.2009); 2011 concordance order No 201 of 17.02.2011',
     '{"group","direction","speciality","qualification"}', '230400.62',
     'http://it-claim.ru/Library/Books/Vestnik_ITO/Vestnik_IT.files/37.htm; https://gusteh.profiedu.ru/file/download?id=300; http://businesspravo.ru/Docum/DocumShow_DocumID_179652_DocumIsPrint__Page_5.html',
     'found', 'Six digits alone carry no level, and some changed their meaning between the 2005 and 2009 lists.'),
    ('RU2013', 1032, 'RU', 'Lists of specialities and directions of higher education 2013',
     'Перечни специальностей и направлений подготовки высшего образования', '2013', '[2014-01-01,)',
     'Ministry order of 12 September 2013 No 1061 (with many amendments)',
     '{"group","level within group","direction"}', '09.04.02',
     'https://ik-ptz.ru/en/primary-school/klassifikator-po-obrazovaniyu-okso-obshcherossiiskii.html; public file on GitHub',
     'found', 'Serial numbers are given per level; equal serials mean the same name as a rule, not always.'),
    ('RU2013G', 1033, 'RU', 'Enlarged groups of specialities and directions (UGSN headings)', 'УГСН', '2013',
     '[2014-01-01,)', 'same as RU2013', '{"group"}', '09.00.00',
     'public file on GitHub (57 headings; 34.00.00 missing there but exists)', 'found', NULL),
    ('RU_SPO', 1034, 'RU', 'Lists of professions and specialities of secondary vocational education',
     'Перечни профессий и специальностей СПО', NULL, '[2013-01-01,)',
     'Orders No 1199 of 29 October 2013 (Ministry of Education and Science) and No 336 of 17 May 2022 (Ministry of Education)',
     '{"group","level within group","profession"}', '09.02.07',
     'https://cfuv.ru/?p=34763; https://github.com/forem1/Portfolio/blob/master/README.md', 'found', NULL),
    ('RU_OKSO2016', 1035, 'RU', 'All-Russian classifier of specialities by education OK 009-2016', 'ОКСО ОК 009-2016',
     '2016', '[2017-07-01,)', 'Rosstandart order of 8 December 2016 No 2007-ст',
     '{"area","group","level within group","direction"}', '2.09.03.02',
     'https://dokipedia.ru/document/5518450?pid=30 (act); area digits: knowledge of the editors', 'known', NULL),
    ('RU2022', 1036, 'RU', 'New list of specialities and directions (order 89 of 2022)',
     'Перечень специальностей и направлений подготовки (приказ 89)', '2022', '(,)',
     'Ministry order of 1 February 2022 No 89; announced for 1 September 2024, start later postponed', NULL, NULL,
     'https://ug.ru/utverzhdeny-novye-perechni-napravlenij-podgotovki-vysshego-obrazovaniya', 'uncertain',
     'Start postponed and code form not verified: the label is kept free, no code of it can be written.'),
    ('RU_VAK2009', 1037, 'RU', 'Nomenclature of scientific specialities (old form)',
     'Номенклатура специальностей научных работников', '2009', '[2009-01-01,2023-01-01)',
     'Orders No 59 of 25 February 2009 and No 1027 of 23 October 2017 (amended by No 209 of 23 March 2018)',
     '{"branch","group","speciality"}', '05.13.01',
     'https://garant.ru/products/ipo/prime/doc/71714408; https://wafarin.com/article/5812837/номенклатура-научных-специальностей-рф',
     'found', 'The same form is used by other post-Soviet attestation bodies with partly different meanings.'),
    ('RU_VAK2021', 1038, 'RU', 'Nomenclature of scientific specialities 2021', 'Номенклатура научных специальностей',
     '2021', '[2021-04-01,)', 'Ministry order of 24 February 2021 No 118 (registered 6 April 2021 No 62998)',
     '{"area","group","speciality"}', '2.3.1',
     'https://docs.cntd.ru/document/1302482017/titles/7EA0KE; http://science-expert.ru/news/25', 'found',
     'Parts have variable width: the dots belong to the code.'),
    ('CN_UG', 1039, 'CN',
     'Catalogue of undergraduate majors of regular higher education institutions (2012 and yearly consolidated editions)',
     '普通高等学校本科专业目录', NULL, '[2012-01-01,)',
     'Ministry of Education catalogue of 2012, consolidated yearly (2020, 2024 ...)', '{"category","class","major"}',
     '080910T', 'https://baike.baidu.hk/item/普通高等學校本科專業目錄/2849128; public file on GitHub', 'found',
     'T and K come and go in circulating lists: compare the six digits.'),
    ('CN_UG1998', 1040, 'CN', 'Undergraduate catalogue of 1998', '普通高等学校本科专业目录 (1998)', '1998',
     '[1998-01-01,2013-01-01)', 'Ministry of Education catalogue of 1998', '{"category","class","major"}', '080605',
     'knowledge of the editors: the 1998 catalogue', 'uncertain',
     'The same six digits mean other majors than in CN_UG.'),
    ('CN_PG', 1041, 'CN', 'Catalogue of disciplines and professional degrees for postgraduate education',
     '研究生教育学科专业目录 (2022); 授予博士硕士学位和培养研究生的学科专业目录 (1997); 学位授予和人才培养学科目录 (2011, 2018)', NULL, '[1997-01-01,)',
     'State Council Academic Degrees Committee and Ministry of Education catalogue of 2022, in force from 2023',
     '{"category","first level","second level"}', '0812',
     'https://m.028kaoyan.com/n202391.html; public file on GitHub', 'found', 'One code serves master and doctor.'),
    ('CN_VOC2021', 1042, 'CN', 'Catalogue of vocational education majors (secondary, associate, vocational bachelor)',
     '职业教育专业目录 (2021)', '2021', '[2021-01-01,)', 'Ministry of Education, March 2021', '{"group","class","major"}',
     '510203', 'knowledge of the editors: the 2021 catalogue', 'known', NULL),
    ('UZ2010', 1043, 'UZ',
     'Classifier of directions and specialities of higher education (before the ISCED based edition)',
     'Oliy taʼlim yoʻnalishlari va mutaxassisliklari klassifikatori (eski)', '2010', '[2001-01-01,2022-01-01)',
     'State education standard of higher education under Cabinet decision No 343 of 16 August 2001 and later editions',
     '{"stage","knowledge field","education field","direction","speciality"}', '5A330202',
     'https://opendata.edu.uz/vazirlik/14.php; http://fayllar.org/kasbiy-ta--lim-metodologiyasi/fayllar.org/kasbiy-ta--lim-metodologiyasi.html?page=29; https://abt.uz/blog/qabul-2019-2020',
     'found', NULL),
    ('UZ2021', 1044, 'UZ',
     'Classifier of directions and specialities of higher education based on ISCED 2011 and ISCED-F 2013',
     'Oliy taʼlimning davlat taʼlim standarti. Oliy taʼlim yoʻnalishlari va mutaxassisliklari klassifikatori', '2021',
     '[2021-01-01,)',
     'State standard referred to by the ministry order 35-2021 of 19 October 2021; a later edition renumbered many directions',
     '{"level","narrow field","direction","speciality"}', '60610200',
     'https://lex.uz/docs/-5705038; public file on GitHub', 'found',
     'A later edition gave several codes a new meaning: keep the date of a code.'),
    ('KG', 266, 'KG', 'List of directions and specialities of higher professional education',
     'Перечень направлений подготовки и специальностей высшего профессионального образования КР', NULL,
     '[2012-01-01,)',
     'Two-level structure by Government decision No 496 of 23 August 2011; list by ministry order, not verified',
     '{"group","direction","speciality"}', '710100',
     'http://oshtu.kg/en/2018/04/11515/; https://24-kg.com/obschestvo/334788_vkyirgyizstane_vveden_moratoriy_napriem_abiturientov_nazaochnyie_programmyi',
     'found', 'No level in the code: one code is printed for bachelor and master.'),
    ('TJ', 503, 'TJ', 'National classifier of specialities, same notation as the Belarusian OKRB 011',
     'Таснифоти ихтисосҳо / Общереспубликанский классификатор специальностей РТ', NULL, '(,)', NULL,
     '{"stage","section","direction","speciality","direction of speciality","specialisation"}',
     '1-40 01 01', 'public file on GitHub (compact form)', 'found',
     'Same form as BY2009, whose sixth part occurs too; the names of single codes are not verified.'),
    ('BY2009', 1045, 'BY',
     'National classifier OKRB 011-2009 Specialities and qualifications (successor of OKRB 011-2001)',
     'ОКРБ 011-2009 Специальности и квалификации', '2009', '[2009-01-01,2022-09-01)',
     'Resolution of the Ministry of Education of 2 June 2009 No 36',
     '{"level","section","direction of education","speciality","direction of speciality","specialisation"}',
     '1-40 01 01', 'https://www.iseu.bsu.by/en/for-a-student-and-lecturer/magistracy/; public file on GitHub',
     'found', NULL),
    ('BY2022', 1046, 'BY', 'National classifier OKRB 011-2022 Specialities and qualifications',
     'ОКРБ 011-2022 Специальности и квалификации', '2022', '[2022-09-01,)',
     'Resolution of the Ministry of Education of 24 March 2022 No 54',
     '{"level","kind","field","group","speciality"}', '6-05-0612-01',
     'public file on GitHub; https://cis-legislation.com/document.fwx?rgn=166654', 'found',
     'The first three digits of the group follow ISCED-F, the fourth is national.'),
    ('BY_VAK', 1047, 'BY', 'Nomenclature of scientific specialities of Belarus',
     'Номенклатура специальностей научных работников РБ', NULL, '[1995-01-01,)',
     'Decision of the Higher Attestation Committee of 5 December 1995 No 125 and later lists',
     '{"branch","group","speciality"}', '05.13.01', 'http://levonevski.net/pravo/norm2013/num65/d65020.html', 'found',
     NULL),
    ('UZ_OAK', 1048, 'UZ', 'List of scientific specialities of the Supreme Attestation Commission of Uzbekistan',
     'OAK ixtisosliklar roʻyxati', NULL, '(,)', NULL, '{"branch","group","speciality"}', '05.01.10',
     'knowledge of the editors', 'uncertain', 'Same form as RU_VAK2009, other contents.'),
    ('MN', 325, 'MN', 'Index of higher education programmes', 'Дээд боловсролын хөтөлбөрийн (мэргэжлийн) индекс',
     NULL, '[2014-01-01,)', 'Order of the education ministry introducing ISCED based indexes (about 2013-2014)',
     '{"level","ISCED-F field","programme"}', 'D061302',
     'public file on GitHub (printed as degree code followed by profession code), 35711504855 (0613010000002306 as an index of Computer science)',
     'uncertain', 'Level letters are not verified.'),
    ('AZ2009', 1049, 'AZ', 'Classification of specialities (programmes) of bachelor and master higher education',
     'Ali təhsilin bakalavriat səviyyəsi üzrə ixtisasların təsnifatı', '2009', '[2009-01-01,)',
     'Cabinet of Ministers decision of 12 January 2009 No 8; newer edition from about 2019 not verified',
     '{"level","field group","speciality"}', '050631', 'http://www.adau.edu.az/tuition-fee-expenses', 'found',
     'A newer edition of about 2019 was not seen.'),
    ('AZ_PHD2012', 1050, 'AZ', 'Classification of specialities of doctoral level',
     'Ali təhsilin doktorantura səviyyəsi üzrə ixtisasların təsnifatı', '2012', '[2012-01-01,)',
     'Cabinet of Ministers decision of 15 March 2012 No 65', '{"field","group","speciality"}', '1203.01',
     'http://md.bsu.edu.az/az/rub/1/doktorantura/ixtisaslarin-tesnifati', 'found', NULL),
    ('AM2014', 1051, 'AM', 'List of specialities and qualifications of higher professional education',
     'ՀՀ բարձրագույն մասնագիտական կրթության մասնագիտությունների և որակավորումների ցանկ', '2014', '[2015-01-01,)',
     'Government decision of 23 October 2014 No 1191-Ն, in force from 1 January 2015',
     '{"field","speciality","programme","level"}', '031101.01.6',
     'https://www.arlis.am/DocumentView.aspx?DocID=162021; http://www.irtek.am/views/act.aspx?aid=153390', 'found',
     'The four digits follow ISCED-F only loosely.'),
    ('AM_PHD', 1052, 'AM', 'List of scientific specialities of Armenia',
     'Հայաստանի գիտական աստիճանաշնորհման անվանացանկ', NULL, '(,)', 'Supreme Attestation Committee list',
     '{"branch","group","speciality"}', 'Ա.01.01', 'http://bok.am/?page_id=164', 'found',
     'Begins with an Armenian letter.'),
    ('IN', 221, 'IN', 'No single national numeric programme code',
     'AISHE programme and discipline lists; UGC and AICTE approvals; National Credit Framework levels', NULL, '(,)',
     NULL, NULL, NULL, 'knowledge of the editors', 'uncertain',
     'Programmes are registered by name and level; there is no national code to parse.'),
    ('PK', 400, 'PK', 'No single national numeric programme code', 'HEC list of recognised degree programmes', NULL,
     '(,)', NULL, NULL, NULL, 'knowledge of the editors', 'uncertain',
     'Programmes are registered by name and institution; there is no national code to parse.'),
    ('IR', 225, 'IR', 'Field of study codes of the Ministry of Science (entrance examinations)', 'کد رشته', NULL,
     '(,)', NULL, NULL, NULL, 'knowledge of the editors', 'uncertain',
     'Entrance codes are issued yearly: not a stable classifier.'),
    ('TR', 511, 'TR', 'No national programme classifier beyond ISCED-F coding; admission guide codes',
     'YÖK / ÖSYM program kodu', NULL, '(,)', NULL, NULL, NULL, 'knowledge of the editors', 'uncertain',
     'Codes of the admission guide name one programme at one institution: not a classifier of subjects.'),
    ('ISCEDF2013', 1053, NULL, 'ISCED fields of education and training 2013',
     'МСКО: области образования и профессиональной подготовки 2013', '2013', '[2014-01-01,)',
     'UNESCO General Conference, November 2013', '{"broad field","narrow field","detailed field"}', '0613',
     'public file on GitHub', 'found', '11 broad, 29 narrow and 80 detailed fields.'),
    ('ISCED1997F', 1054, NULL, 'ISCED 1997 fields of education (with Eurostat 1999 detail)', 'МСКО-97', '1997',
     '[1997-01-01,2016-01-01)', 'UNESCO 1997; Eurostat/Cedefop manual 1999',
     '{"broad field","narrow field","detailed field"}', '481',
     'knowledge of the editors: the ISCED 1997 field manual', 'known', NULL),
    ('ISCED2011L', 1055, NULL, 'ISCED 2011 levels of programmes (P) and attainment (A)', 'Уровни МСКО 2011', '2011',
     '[2014-01-01,)', 'UNESCO General Conference, 2011', '{"level","orientation","completion"}', '7',
     'knowledge of the editors: ISCED 2011', 'known', NULL),
    ('CIP2020', 1056, 'US', 'Classification of Instructional Programs 2020', 'CIP', '2020', '[2020-01-01,)',
     'National Center for Education Statistics, 2020', '{"series","group","programme"}', '11.0101',
     'knowledge of the editors: CIP 2020', 'known', NULL),
    ('HECOS', 1057, 'GB', 'Higher Education Classification of Subjects', 'HECoS', NULL, '[2019-01-01,)',
     'HESA/JISC, used from academic year 2019-20', '{"subject"}', '100366', 'knowledge of the editors: HECoS',
     'known', 'Numbers without meaning: a subject finds its place through CAH.'),
    ('CAH', 1058, 'GB', 'Common Aggregation Hierarchy for HECoS', 'CAH', NULL, '[2018-01-01,)', 'HESA/JISC',
     '{"first level","second level","third level"}', 'CAH11-01-01', 'knowledge of the editors', 'known', NULL),
    ('JACS', 1059, 'GB', 'Joint Academic Coding System (2.0 and 3.0)', 'JACS', NULL, '[2002-01-01,2020-01-01)',
     'HESA/UCAS', '{"subject area","subject"}', 'G400', 'knowledge of the editors: JACS', 'known',
     'JACS 3 moved computer science from G400 to I100.'),
    ('FORD2015', 1060, NULL, 'Fields of R and D of the Frascati Manual 2015', 'FORD', '2015', '[2015-01-01,)',
     'OECD 2015', '{"major field","second level"}', '1.2', 'knowledge of the editors', 'known', NULL),
    ('EQF', 1061, NULL, 'European Qualifications Framework level', 'EQF', NULL, '[2008-01-01,)',
     'Council recommendation 2017/C 189/03', '{"level"}', '7', 'knowledge of the editors', 'known', NULL),
    ('QFEHEA', 1062, NULL, 'Cycles of the Framework of Qualifications of the European Higher Education Area',
     'QF-EHEA cycles', NULL, '[2005-01-01,)', 'Bergen communique 2005, Paris 2018', '{"cycle"}', '2',
     'knowledge of the editors', 'known', 'The tokens are a convention of this extension.'),
    ('SCOU_DIR', 1063, NULL, 'Directions of the SCO University network',
     'Направления подготовки Университета ШОС / 上海合作组织大学专业方向', NULL, '[2008-01-01,)',
     'Concept approved by the meeting of SCO education ministers, Astana, 28 October 2008, with later additions',
     '{"direction"}', 'it',
     'https://new.mpei.ru/internationalactivities/jubilee/form/network-uni/ushos-uni.php; https://ug.ru/shos-zapustit-svoj-universitet-uzhe-v-etom-godu/; https://www.rudn.ru/media/news/international-cooperation/vedushchie-vuzy-rossii-gotovy-prinyat-350-luchshih-studentov-universitetov-stran-shanhayskoy-organizacii-sotrudnichestva-v-rudn-proshlo-zasedanie-rektorata-universiteta-shos',
     'found', 'The tokens are a convention of this extension; no official code exists.')
) AS r (label, number, state, name, name_local, edition, valid, authority, parts, example, source, confidence, note);

-- Which part of a code tells the level.
INSERT INTO socu.classifier_level
    (classifier, marker, position, name, isced_levels, eqf_levels, source, confidence, note, shipped)
SELECT r.classifier, r.marker, r.position, r.name, r.isced_levels::int2[], r.eqf_levels::int2[], r.source,
       r.confidence, r.note, true
FROM (VALUES
    ('KZ2004', '05', 'characters 1-2', 'bachelor', '{6}', '{6}',
     'public file on GitHub (6N07xx, 6N02xx, 050101 shown without its zero)', 'known', NULL),
    ('KZ2004', '6N', 'characters 1-2', 'master', '{7}', '{7}',
     'public file on GitHub (6N07xx, 6N02xx, 050101 shown without its zero)', 'known', NULL),
    ('KZ2004', '6D', 'characters 1-2', 'doctor PhD', '{8}', '{8}',
     'public file on GitHub (6N07xx, 6N02xx, 050101 shown without its zero)', 'known', NULL),
    ('KZ2009', '5B', 'characters 1-2', 'bachelor', '{6}', '{6}',
     'public file on GitHub (about 1000 codes with Kazakh and Russian names)', 'known',
     'The digit is a level of ISCED 1997.'),
    ('KZ2009', '6M', 'characters 1-2', 'master', '{7}', '{7}',
     'public file on GitHub (about 1000 codes with Kazakh and Russian names)', 'known',
     'The digit is a level of ISCED 1997.'),
    ('KZ2009', '6D', 'characters 1-2', 'doctor PhD or by profile', '{8}', '{8}',
     'public file on GitHub (about 1000 codes with Kazakh and Russian names)', 'known', NULL),
    ('KZ2018', '6B', 'characters 1-2', 'bachelor (and continuous higher education of bachelor level)', '{6}', '{6}',
     'https://adilet.zan.kz/eng/docs/V1800017565; https://vku.edu.kz/entrant-2/masters-degree', 'found',
     'The digit is the ISCED 2011 level.'),
    ('KZ2018', '7M', 'characters 1-2', 'master', '{7}', '{7}',
     'https://adilet.zan.kz/eng/docs/V1800017565; https://vku.edu.kz/entrant-2/masters-degree', 'found', NULL),
    ('KZ2018', '7R', 'characters 1-2', 'residency (medicine)', '{7}', '{7}',
     'https://adilet.zan.kz/eng/docs/V1800017565; https://vku.edu.kz/entrant-2/masters-degree', 'uncertain', NULL),
    ('KZ2018', '8D', 'characters 1-2', 'doctor PhD or by profile', '{8}', '{8}',
     'https://adilet.zan.kz/eng/docs/V1800017565; https://vku.edu.kz/entrant-2/masters-degree', 'found', NULL),
    ('KZ2018G', 'B', 'character 1', 'bachelor group', '{6}', '{6}',
     'https://vku.edu.kz/entrant-2/masters-degree; public file on GitHub', 'found', NULL),
    ('KZ2018G', 'M', 'character 1', 'master group', '{7}', '{7}',
     'https://vku.edu.kz/entrant-2/masters-degree; public file on GitHub', 'found', NULL),
    ('KZ2018G', 'D', 'character 1', 'doctoral group', '{8}', '{8}',
     'https://vku.edu.kz/entrant-2/masters-degree; public file on GitHub', 'known', NULL),
    ('KZ2018G', 'R', 'character 1', 'residency group', '{7}', '{7}',
     'https://vku.edu.kz/entrant-2/masters-degree; public file on GitHub', 'uncertain', NULL),
    ('KZ2018G', 'BM', 'characters 1-2', 'integrated medical programme group', '{7}', '{7}',
     'https://vku.edu.kz/entrant-2/masters-degree; public file on GitHub', 'uncertain', NULL),
    ('KZ_TVET2018', '3W', 'characters 1-2', 'qualified worker', '{3}', '{4}',
     'knowledge of the editors: the classifier; not seen in this search', 'uncertain',
     'Level 3 or 4 by entry requirement; the EQF level is not official.'),
    ('KZ_TVET2018', '4S', 'characters 1-2', 'mid-level specialist', '{4}', '{5}',
     'knowledge of the editors: the classifier; not seen in this search', 'uncertain', 'Reported at level 4 or 5.'),
    ('KZ_TVET2018', '5AB', 'characters 1-3', 'applied bachelor', '{5}', '{5}',
     'knowledge of the editors: the classifier; not seen in this search', 'known', NULL),
    ('RU_OKSO2003', '51', 'after the dot', 'technician (basic secondary vocational)', '{5}', '{5}',
     'http://it-claim.ru/Library/Books/Vestnik_ITO/Vestnik_IT.files/37.htm; https://gusteh.profiedu.ru/file/download?id=300; http://businesspravo.ru/Docum/DocumShow_DocumID_179652_DocumIsPrint__Page_5.html',
     'known', NULL),
    ('RU_OKSO2003', '52', 'after the dot', 'senior technician (advanced secondary vocational)', '{5}', '{5}',
     'http://it-claim.ru/Library/Books/Vestnik_ITO/Vestnik_IT.files/37.htm; https://gusteh.profiedu.ru/file/download?id=300; http://businesspravo.ru/Docum/DocumShow_DocumID_179652_DocumIsPrint__Page_5.html',
     'known', NULL),
    ('RU_OKSO2003', '62', 'after the dot', 'bachelor', '{6}', '{6}',
     'http://it-claim.ru/Library/Books/Vestnik_ITO/Vestnik_IT.files/37.htm; https://gusteh.profiedu.ru/file/download?id=300; http://businesspravo.ru/Docum/DocumShow_DocumID_179652_DocumIsPrint__Page_5.html',
     'found', NULL),
    ('RU_OKSO2003', '65', 'after the dot', 'specialist (5 years and more)', '{7}', '{7}',
     'http://it-claim.ru/Library/Books/Vestnik_ITO/Vestnik_IT.files/37.htm; https://gusteh.profiedu.ru/file/download?id=300; http://businesspravo.ru/Docum/DocumShow_DocumID_179652_DocumIsPrint__Page_5.html',
     'found', NULL),
    ('RU_OKSO2003', '68', 'after the dot', 'master', '{7}', '{7}',
     'http://it-claim.ru/Library/Books/Vestnik_ITO/Vestnik_IT.files/37.htm; https://gusteh.profiedu.ru/file/download?id=300; http://businesspravo.ru/Docum/DocumShow_DocumID_179652_DocumIsPrint__Page_5.html',
     'found', NULL),
    ('RU_SPO', '01', 'second pair', 'profession of skilled workers and employees', '{3}', '{4}',
     'https://cfuv.ru/?p=34763; https://github.com/forem1/Portfolio/blob/master/README.md', 'uncertain', NULL),
    ('RU_SPO', '02', 'second pair', 'speciality of mid-level specialists', '{5}', '{5}',
     'https://cfuv.ru/?p=34763; https://github.com/forem1/Portfolio/blob/master/README.md', 'known', NULL),
    ('RU2013', '03', 'second pair', 'bachelor', '{6}', '{6}',
     'https://ik-ptz.ru/en/primary-school/klassifikator-po-obrazovaniyu-okso-obshcherossiiskii.html; public file on GitHub',
     'found', NULL),
    ('RU2013', '04', 'second pair', 'master', '{7}', '{7}',
     'https://ik-ptz.ru/en/primary-school/klassifikator-po-obrazovaniyu-okso-obshcherossiiskii.html; public file on GitHub',
     'found', NULL),
    ('RU2013', '05', 'second pair', 'specialist', '{7}', '{7}',
     'https://ik-ptz.ru/en/primary-school/klassifikator-po-obrazovaniyu-okso-obshcherossiiskii.html; public file on GitHub',
     'found', NULL),
    ('RU2013', '06', 'second pair', 'postgraduate training in aspirantura', '{8}', '{8}',
     'https://ik-ptz.ru/en/primary-school/klassifikator-po-obrazovaniyu-okso-obshcherossiiskii.html; public file on GitHub',
     'known', 'Closed in 2022 in favour of scientific specialities.'),
    ('RU2013', '07', 'second pair', 'postgraduate training in adjunctura (military, security)', '{8}', '{8}',
     'https://ik-ptz.ru/en/primary-school/klassifikator-po-obrazovaniyu-okso-obshcherossiiskii.html; public file on GitHub',
     'known', NULL),
    ('RU2013', '08', 'second pair', 'medical residency (ordinatura)', '{7}', '{7}',
     'https://ik-ptz.ru/en/primary-school/klassifikator-po-obrazovaniyu-okso-obshcherossiiskii.html; public file on GitHub',
     'uncertain', 'Sources differ on the level.'),
    ('RU2013', '09', 'second pair', 'assistant traineeship (arts)', '{7}', '{7}',
     'https://ik-ptz.ru/en/primary-school/klassifikator-po-obrazovaniyu-okso-obshcherossiiskii.html; public file on GitHub',
     'uncertain', NULL),
    ('RU_OKSO2016', '01', 'third pair', 'profession of skilled workers and employees', '{3}', '{4}',
     'https://dokipedia.ru/document/5518450?pid=30 (act); area digits: knowledge of the editors', 'uncertain', NULL),
    ('RU_OKSO2016', '02', 'third pair', 'speciality of mid-level specialists', '{5}', '{5}',
     'https://dokipedia.ru/document/5518450?pid=30 (act); area digits: knowledge of the editors', 'known', NULL),
    ('RU_OKSO2016', '03', 'third pair', 'bachelor', '{6}', '{6}',
     'https://dokipedia.ru/document/5518450?pid=30 (act); area digits: knowledge of the editors', 'found', NULL),
    ('RU_OKSO2016', '04', 'third pair', 'master', '{7}', '{7}',
     'https://dokipedia.ru/document/5518450?pid=30 (act); area digits: knowledge of the editors', 'found', NULL),
    ('RU_OKSO2016', '05', 'third pair', 'specialist', '{7}', '{7}',
     'https://dokipedia.ru/document/5518450?pid=30 (act); area digits: knowledge of the editors', 'found', NULL),
    ('RU_OKSO2016', '06', 'third pair', 'postgraduate training in aspirantura', '{8}', '{8}',
     'https://dokipedia.ru/document/5518450?pid=30 (act); area digits: knowledge of the editors', 'known',
     'Closed in 2022 in favour of scientific specialities.'),
    ('RU_OKSO2016', '07', 'third pair', 'postgraduate training in adjunctura (military, security)', '{8}', '{8}',
     'https://dokipedia.ru/document/5518450?pid=30 (act); area digits: knowledge of the editors', 'known', NULL),
    ('RU_OKSO2016', '08', 'third pair', 'medical residency (ordinatura)', '{7}', '{7}',
     'https://dokipedia.ru/document/5518450?pid=30 (act); area digits: knowledge of the editors', 'uncertain',
     'Sources differ on the level.'),
    ('RU_OKSO2016', '09', 'third pair', 'assistant traineeship (arts)', '{7}', '{7}',
     'https://dokipedia.ru/document/5518450?pid=30 (act); area digits: knowledge of the editors', 'uncertain', NULL),
    ('RU_VAK2009', '', NULL, 'research degree candidate or doctor of sciences', '{8}', '{8}',
     'https://garant.ru/products/ipo/prime/doc/71714408; https://wafarin.com/article/5812837/номенклатура-научных-специальностей-рф',
     'known', 'Candidate and doctor of sciences share one code.'),
    ('RU_VAK2021', '', NULL, 'research degree candidate or doctor of sciences', '{8}', '{8}',
     'https://docs.cntd.ru/document/1302482017/titles/7EA0KE; http://science-expert.ru/news/25', 'known', NULL),
    ('CN_UG', '', NULL, 'bachelor', '{6}', '{6}',
     'https://baike.baidu.hk/item/普通高等學校本科專業目錄/2849128; public file on GitHub', 'known', NULL),
    ('CN_PG', '', NULL, 'master or doctor', '{7,8}', '{7,8}',
     'https://m.028kaoyan.com/n202391.html; public file on GitHub', 'found',
     'One code for both: keep the level beside it.'),
    ('CN_PG', '5-9 as third digit, not 7x', 'character 3', 'professional degree', '{7,8}', '{7,8}',
     'https://m.028kaoyan.com/n202391.html; public file on GitHub', 'found', NULL),
    ('CN_VOC2021', '2-3', 'character 1', 'vocational bachelor', '{6}', '{6}',
     'knowledge of the editors: the 2021 catalogue', 'known', NULL),
    ('CN_VOC2021', '4-5', 'character 1', 'associate (three-year college)', '{5}', '{5}',
     'knowledge of the editors: the 2021 catalogue', 'known', NULL),
    ('CN_VOC2021', '6-7', 'character 1', 'secondary vocational', '{3}', '{4}',
     'knowledge of the editors: the 2021 catalogue', 'known', NULL),
    ('UZ2010', '5', 'character 1 (no A)', 'bachelor', '{6}', '{6}',
     'https://opendata.edu.uz/vazirlik/14.php; http://fayllar.org/kasbiy-ta--lim-metodologiyasi/fayllar.org/kasbiy-ta--lim-metodologiyasi.html?page=29; https://abt.uz/blog/qabul-2019-2020',
     'found', 'The digit is a level of ISCED 1997.'),
    ('UZ2010', '5A', 'characters 1-2', 'master', '{7}', '{7}',
     'https://opendata.edu.uz/vazirlik/14.php; http://fayllar.org/kasbiy-ta--lim-metodologiyasi/fayllar.org/kasbiy-ta--lim-metodologiyasi.html?page=29; https://abt.uz/blog/qabul-2019-2020',
     'found', NULL),
    ('UZ2021', '6', 'character 1', 'bachelor', '{6}', '{6}', 'https://lex.uz/docs/-5705038; public file on GitHub',
     'found', NULL),
    ('UZ2021', '7', 'character 1', 'master', '{7}', '{7}', 'https://lex.uz/docs/-5705038; public file on GitHub',
     'found', NULL),
    ('UZ2021', '8', 'character 1', 'doctoral', '{8}', '{8}', 'https://lex.uz/docs/-5705038; public file on GitHub',
     'uncertain', NULL),
    ('UZ2021', '3', 'character 1', 'initial vocational', '{3}', '{3}',
     'https://lex.uz/docs/-5705038; public file on GitHub', 'uncertain', NULL),
    ('UZ2021', '4', 'character 1', 'secondary vocational', '{4}', '{4}',
     'https://lex.uz/docs/-5705038; public file on GitHub', 'uncertain', NULL),
    ('UZ2021', '5', 'character 1', 'secondary special vocational', '{5}', '{5}',
     'https://lex.uz/docs/-5705038; public file on GitHub', 'uncertain', NULL),
    ('KG', '', NULL, 'bachelor or master', '{6,7}', '{6,7}',
     'http://oshtu.kg/en/2018/04/11515/; https://24-kg.com/obschestvo/334788_vkyirgyizstane_vveden_moratoriy_napriem_abiturientov_nazaochnyie_programmyi',
     'found', 'One code for both; a non-zero tail is a five-year speciality (level 7).'),
    ('TJ', '1-', 'character 1', 'higher education (bachelor, specialist, master)', '{6,7}', '{6,7}',
     'public file on GitHub (compact form)', 'uncertain', 'Bachelor and specialist share the digit.'),
    ('TJ', '2-', 'character 1', 'secondary vocational', '{5}', '{5}', 'public file on GitHub (compact form)',
     'uncertain', NULL),
    ('BY2009', '1-', 'character 1', 'higher education, first stage', '{6}', '{6}',
     'https://www.iseu.bsu.by/en/for-a-student-and-lecturer/magistracy/; public file on GitHub', 'known',
     'Four to five years; statistics counted it as level 7 earlier.'),
    ('BY2009', '1-xx 80 / 1-xx 81', 'second pair after the section', 'higher education, second stage (master)', '{7}',
     '{7}', 'https://www.iseu.bsu.by/en/for-a-student-and-lecturer/magistracy/; public file on GitHub', 'found', NULL),
    ('BY2009', '2-', 'character 1', 'secondary specialised', '{5}', '{5}',
     'https://www.iseu.bsu.by/en/for-a-student-and-lecturer/magistracy/; public file on GitHub', 'known', NULL),
    ('BY2009', '3-', 'character 1', 'vocational-technical', '{3}', '{3}',
     'https://www.iseu.bsu.by/en/for-a-student-and-lecturer/magistracy/; public file on GitHub', 'known', NULL),
    ('BY2022', '6-05', 'characters 1-4', 'general higher education (bachelor)', '{6}', '{6}',
     'public file on GitHub; https://cis-legislation.com/document.fwx?rgn=166654', 'found', NULL),
    ('BY2022', '7-06', 'characters 1-4', 'advanced higher education (master)', '{7}', '{7}',
     'public file on GitHub; https://cis-legislation.com/document.fwx?rgn=166654', 'known', NULL),
    ('BY2022', '7-07', 'characters 1-4', 'special higher education (continuous, master level)', '{7}', '{7}',
     'public file on GitHub; https://cis-legislation.com/document.fwx?rgn=166654', 'known', NULL),
    ('BY2022', '5-04', 'characters 1-4', 'secondary specialised', '{5}', '{5}',
     'public file on GitHub; https://cis-legislation.com/document.fwx?rgn=166654', 'known', NULL),
    ('BY2022', '4-02 / 4-03', 'characters 1-4', 'vocational-technical', '{3}', '{4}',
     'public file on GitHub; https://cis-legislation.com/document.fwx?rgn=166654', 'uncertain', NULL),
    ('BY2022', '9-09', 'characters 1-4', 'retraining (additional education of adults)', NULL, NULL,
     'public file on GitHub; https://cis-legislation.com/document.fwx?rgn=166654', 'found',
     'Has no ISCED level of its own.'),
    ('MN', 'C', 'character 1', 'diploma', '{5}', '{5}',
     'public file on GitHub (printed as degree code followed by profession code), 35711504855 (0613010000002306 as an index of Computer science)',
     'uncertain', NULL),
    ('MN', 'D', 'character 1', 'bachelor', '{6}', '{6}',
     'public file on GitHub (printed as degree code followed by profession code), 35711504855 (0613010000002306 as an index of Computer science)',
     'uncertain', NULL),
    ('MN', 'E', 'character 1', 'master', '{7}', '{7}',
     'public file on GitHub (printed as degree code followed by profession code), 35711504855 (0613010000002306 as an index of Computer science)',
     'uncertain', NULL),
    ('MN', 'F', 'character 1', 'doctor', '{8}', '{8}',
     'public file on GitHub (printed as degree code followed by profession code), 35711504855 (0613010000002306 as an index of Computer science)',
     'uncertain', NULL),
    ('AZ2009', '05', 'characters 1-2', 'bachelor', '{6}', '{6}', 'http://www.adau.edu.az/tuition-fee-expenses',
     'found', NULL),
    ('AZ2009', '06', 'characters 1-2', 'master', '{7}', '{7}', 'http://www.adau.edu.az/tuition-fee-expenses',
     'uncertain', NULL),
    ('AZ_PHD2012', '', NULL, 'doctoral', '{8}', '{8}',
     'http://md.bsu.edu.az/az/rub/1/doktorantura/ixtisaslarin-tesnifati', 'found', NULL),
    ('AM2014', '.6', 'last character', 'bachelor', '{6}', '{6}',
     'https://www.arlis.am/DocumentView.aspx?DocID=162021; http://www.irtek.am/views/act.aspx?aid=153390', 'found',
     NULL),
    ('AM2014', '.7', 'last character', 'master', '{7}', '{7}',
     'https://www.arlis.am/DocumentView.aspx?DocID=162021; http://www.irtek.am/views/act.aspx?aid=153390', 'known',
     NULL),
    ('AM2014', '.8', 'last character', 'doctoral (researcher)', '{8}', '{8}',
     'https://www.arlis.am/DocumentView.aspx?DocID=162021; http://www.irtek.am/views/act.aspx?aid=153390',
     'uncertain', NULL),
    ('AM2014', '.5', 'last character', 'secondary vocational or short cycle', '{5}', '{5}',
     'https://www.arlis.am/DocumentView.aspx?DocID=162021; http://www.irtek.am/views/act.aspx?aid=153390',
     'uncertain', NULL),
    ('CIP2020', '', NULL, 'any award level', NULL, NULL, 'knowledge of the editors: CIP 2020', 'known',
     'The award level is kept beside the code.'),
    ('HECOS', '', NULL, 'any level', NULL, NULL, 'knowledge of the editors: HECoS', 'known', NULL),
    ('JACS', '', NULL, 'any level', NULL, NULL, 'knowledge of the editors: JACS', 'known', NULL),
    ('ISCED2011L', '0', 'character 1', 'early childhood education', '{0}', NULL,
     'knowledge of the editors: ISCED 2011', 'known', NULL),
    ('ISCED2011L', '1', 'character 1', 'primary education', '{1}', NULL, 'knowledge of the editors: ISCED 2011',
     'known', NULL),
    ('ISCED2011L', '2', 'character 1', 'lower secondary education', '{2}', NULL,
     'knowledge of the editors: ISCED 2011', 'known', NULL),
    ('ISCED2011L', '3', 'character 1', 'upper secondary education', '{3}', '{3,4}',
     'knowledge of the editors: ISCED 2011', 'known', NULL),
    ('ISCED2011L', '4', 'character 1', 'post-secondary non-tertiary education', '{4}', '{4}',
     'knowledge of the editors: ISCED 2011', 'known', NULL),
    ('ISCED2011L', '5', 'character 1', 'short-cycle tertiary education', '{5}', '{5}',
     'knowledge of the editors: ISCED 2011', 'known', NULL),
    ('ISCED2011L', '6', 'character 1', 'bachelor or equivalent', '{6}', '{6}', 'knowledge of the editors: ISCED 2011',
     'known', NULL),
    ('ISCED2011L', '7', 'character 1', 'master or equivalent', '{7}', '{7}', 'knowledge of the editors: ISCED 2011',
     'known', NULL),
    ('ISCED2011L', '8', 'character 1', 'doctoral or equivalent', '{8}', '{8}', 'knowledge of the editors: ISCED 2011',
     'known', NULL),
    ('EQF', '1', 'character 1', 'EQF level 1', '{1,2}', '{1}', 'knowledge of the editors', 'known', NULL),
    ('EQF', '2', 'character 1', 'EQF level 2', '{2}', '{2}', 'knowledge of the editors', 'known', NULL),
    ('EQF', '3', 'character 1', 'EQF level 3', '{3}', '{3}', 'knowledge of the editors', 'known', NULL),
    ('EQF', '4', 'character 1', 'EQF level 4', '{3,4}', '{4}', 'knowledge of the editors', 'known', NULL),
    ('EQF', '5', 'character 1', 'EQF level 5', '{5}', '{5}', 'knowledge of the editors', 'known', NULL),
    ('EQF', '6', 'character 1', 'EQF level 6', '{6}', '{6}', 'knowledge of the editors', 'known', NULL),
    ('EQF', '7', 'character 1', 'EQF level 7', '{7}', '{7}', 'knowledge of the editors', 'known', NULL),
    ('EQF', '8', 'character 1', 'EQF level 8', '{8}', '{8}', 'knowledge of the editors', 'known', NULL),
    ('QFEHEA', 'short', 'token', 'short cycle', '{5}', '{5}', 'knowledge of the editors', 'known', NULL),
    ('QFEHEA', '1', 'token', 'first cycle', '{6}', '{6}', 'knowledge of the editors', 'known', NULL),
    ('QFEHEA', '2', 'token', 'second cycle', '{7}', '{7}', 'knowledge of the editors', 'known', NULL),
    ('QFEHEA', '3', 'token', 'third cycle', '{8}', '{8}', 'knowledge of the editors', 'known', NULL)
) AS r (classifier, marker, position, name, isced_levels, eqf_levels, source, confidence, note);

-- ISCED-F 2013.  The Russian names are working translations, not compared with the official Russian edition.
-- The list of UNESCO.
INSERT INTO socu.isced_f
    (code, parent, kind, name_en, name_ru, source, confidence, shipped)
SELECT r.code::socu.program_code, r.parent::socu.program_code, r.kind, r.name_en, r.name_ru,
       'UNESCO-UIS ISCED-F 2013 numerical list as reproduced in public file on GitHub', 'found', true
FROM (VALUES
    ('ISCEDF:00', NULL, 'core', 'Generic programmes and qualifications', 'Общие программы и квалификации'),
    ('ISCEDF:000', 'ISCEDF:00', 'nfd', 'Generic programmes and qualifications not further defined',
     'Общие программы и квалификации, без дополнительных уточнений'),
    ('ISCEDF:0000', 'ISCEDF:000', 'nfd', 'Generic programmes and qualifications not further defined',
     'Общие программы и квалификации, без дополнительных уточнений'),
    ('ISCEDF:001', 'ISCEDF:00', 'core', 'Basic programmes and qualifications', 'Базовые программы и квалификации'),
    ('ISCEDF:0011', 'ISCEDF:001', 'core', 'Basic programmes and qualifications', 'Базовые программы и квалификации'),
    ('ISCEDF:002', 'ISCEDF:00', 'core', 'Literacy and numeracy', 'Грамотность и счёт'),
    ('ISCEDF:0021', 'ISCEDF:002', 'core', 'Literacy and numeracy', 'Грамотность и счёт'),
    ('ISCEDF:003', 'ISCEDF:00', 'core', 'Personal skills and development', 'Личные навыки и развитие'),
    ('ISCEDF:0031', 'ISCEDF:003', 'core', 'Personal skills and development', 'Личные навыки и развитие'),
    ('ISCEDF:009', 'ISCEDF:00', 'nec', 'Generic programmes and qualifications not elsewhere classified',
     'Общие программы и квалификации, не включённые в другие группировки'),
    ('ISCEDF:0099', 'ISCEDF:009', 'nec', 'Generic programmes and qualifications not elsewhere classified',
     'Общие программы и квалификации, не включённые в другие группировки'),
    ('ISCEDF:01', NULL, 'core', 'Education', 'Образование'),
    ('ISCEDF:011', 'ISCEDF:01', 'core', 'Education', 'Образование'),
    ('ISCEDF:0110', 'ISCEDF:011', 'nfd', 'Education not further defined', 'Образование, без дополнительных уточнений'),
    ('ISCEDF:0111', 'ISCEDF:011', 'core', 'Education science', 'Педагогическая наука (науки об образовании)'),
    ('ISCEDF:0112', 'ISCEDF:011', 'core', 'Training for pre-school teachers',
     'Подготовка педагогов дошкольного образования'),
    ('ISCEDF:0113', 'ISCEDF:011', 'core', 'Teacher training without subject specialization',
     'Подготовка учителей без предметной специализации'),
    ('ISCEDF:0114', 'ISCEDF:011', 'core', 'Teacher training with subject specialization',
     'Подготовка учителей с предметной специализацией'),
    ('ISCEDF:0119', 'ISCEDF:011', 'nec', 'Education not elsewhere classified',
     'Образование, не включённые в другие группировки'),
    ('ISCEDF:018', 'ISCEDF:01', 'inter-disciplinary',
     'Inter-disciplinary programmes and qualifications involving education',
     'Междисциплинарные программы и квалификации, связанные с образованием'),
    ('ISCEDF:0188', 'ISCEDF:018', 'inter-disciplinary',
     'Inter-disciplinary programmes and qualifications involving education',
     'Междисциплинарные программы и квалификации, связанные с образованием'),
    ('ISCEDF:02', NULL, 'core', 'Arts and humanities', 'Искусство и гуманитарные науки'),
    ('ISCEDF:020', 'ISCEDF:02', 'nfd', 'Arts and humanities not further defined',
     'Искусство и гуманитарные науки, без дополнительных уточнений'),
    ('ISCEDF:0200', 'ISCEDF:020', 'nfd', 'Arts and humanities not further defined',
     'Искусство и гуманитарные науки, без дополнительных уточнений'),
    ('ISCEDF:021', 'ISCEDF:02', 'core', 'Arts', 'Искусство'),
    ('ISCEDF:0210', 'ISCEDF:021', 'nfd', 'Arts not further defined', 'Искусство, без дополнительных уточнений'),
    ('ISCEDF:0211', 'ISCEDF:021', 'core', 'Audio-visual techniques and media production',
     'Аудиовизуальные технологии и медиапроизводство'),
    ('ISCEDF:0212', 'ISCEDF:021', 'core', 'Fashion, interior and industrial design',
     'Мода, дизайн интерьера и промышленный дизайн'),
    ('ISCEDF:0213', 'ISCEDF:021', 'core', 'Fine arts', 'Изобразительное искусство'),
    ('ISCEDF:0214', 'ISCEDF:021', 'core', 'Handicrafts', 'Ремёсла'),
    ('ISCEDF:0215', 'ISCEDF:021', 'core', 'Music and performing arts', 'Музыка и исполнительские искусства'),
    ('ISCEDF:0219', 'ISCEDF:021', 'nec', 'Arts not elsewhere classified',
     'Искусство, не включённые в другие группировки'),
    ('ISCEDF:022', 'ISCEDF:02', 'core', 'Humanities (except languages)', 'Гуманитарные науки (кроме языков)'),
    ('ISCEDF:0220', 'ISCEDF:022', 'nfd', 'Humanities (except languages) not further defined',
     'Гуманитарные науки (кроме языков), без дополнительных уточнений'),
    ('ISCEDF:0221', 'ISCEDF:022', 'core', 'Religion and theology', 'Религия и теология'),
    ('ISCEDF:0222', 'ISCEDF:022', 'core', 'History and archaeology', 'История и археология'),
    ('ISCEDF:0223', 'ISCEDF:022', 'core', 'Philosophy and ethics', 'Философия и этика'),
    ('ISCEDF:0229', 'ISCEDF:022', 'nec', 'Humanities (except languages) not elsewhere classified',
     'Гуманитарные науки (кроме языков), не включённые в другие группировки'),
    ('ISCEDF:023', 'ISCEDF:02', 'core', 'Languages', 'Языки'),
    ('ISCEDF:0230', 'ISCEDF:023', 'nfd', 'Languages not further defined', 'Языки, без дополнительных уточнений'),
    ('ISCEDF:0231', 'ISCEDF:023', 'core', 'Language acquisition', 'Овладение языками'),
    ('ISCEDF:0232', 'ISCEDF:023', 'core', 'Literature and linguistics', 'Литература и лингвистика'),
    ('ISCEDF:0239', 'ISCEDF:023', 'nec', 'Languages not elsewhere classified',
     'Языки, не включённые в другие группировки'),
    ('ISCEDF:028', 'ISCEDF:02', 'inter-disciplinary',
     'Inter-disciplinary programmes and qualifications involving arts and humanities',
     'Междисциплинарные программы и квалификации, связанные с искусством и гуманитарными науками'),
    ('ISCEDF:0288', 'ISCEDF:028', 'inter-disciplinary',
     'Inter-disciplinary programmes and qualifications involving arts and humanities',
     'Междисциплинарные программы и квалификации, связанные с искусством и гуманитарными науками'),
    ('ISCEDF:029', 'ISCEDF:02', 'nec', 'Arts and humanities not elsewhere classified',
     'Искусство и гуманитарные науки, не включённые в другие группировки'),
    ('ISCEDF:0299', 'ISCEDF:029', 'nec', 'Arts and humanities not elsewhere classified',
     'Искусство и гуманитарные науки, не включённые в другие группировки'),
    ('ISCEDF:03', NULL, 'core', 'Social sciences, journalism and information',
     'Социальные науки, журналистика и информация'),
    ('ISCEDF:030', 'ISCEDF:03', 'nfd', 'Social sciences, journalism and information not further defined',
     'Социальные науки, журналистика и информация, без дополнительных уточнений'),
    ('ISCEDF:0300', 'ISCEDF:030', 'nfd', 'Social sciences, journalism and information not further defined',
     'Социальные науки, журналистика и информация, без дополнительных уточнений'),
    ('ISCEDF:031', 'ISCEDF:03', 'core', 'Social and behavioural sciences', 'Социальные и поведенческие науки'),
    ('ISCEDF:0310', 'ISCEDF:031', 'nfd', 'Social and behavioural sciences not further defined',
     'Социальные и поведенческие науки, без дополнительных уточнений'),
    ('ISCEDF:0311', 'ISCEDF:031', 'core', 'Economics', 'Экономика'),
    ('ISCEDF:0312', 'ISCEDF:031', 'core', 'Political sciences and civics', 'Политология и обществоведение'),
    ('ISCEDF:0313', 'ISCEDF:031', 'core', 'Psychology', 'Психология'),
    ('ISCEDF:0314', 'ISCEDF:031', 'core', 'Sociology and cultural studies', 'Социология и культурология'),
    ('ISCEDF:0319', 'ISCEDF:031', 'nec', 'Social and behavioural sciences not elsewhere classified',
     'Социальные и поведенческие науки, не включённые в другие группировки'),
    ('ISCEDF:032', 'ISCEDF:03', 'core', 'Journalism and information', 'Журналистика и информация'),
    ('ISCEDF:0320', 'ISCEDF:032', 'nfd', 'Journalism and information not further defined',
     'Журналистика и информация, без дополнительных уточнений'),
    ('ISCEDF:0321', 'ISCEDF:032', 'core', 'Journalism and reporting', 'Журналистика и репортёрское дело'),
    ('ISCEDF:0322', 'ISCEDF:032', 'core', 'Library, information and archival studies',
     'Библиотечное, информационное и архивное дело'),
    ('ISCEDF:0329', 'ISCEDF:032', 'nec', 'Journalism and information not elsewhere classified',
     'Журналистика и информация, не включённые в другие группировки'),
    ('ISCEDF:038', 'ISCEDF:03', 'inter-disciplinary',
     'Inter-disciplinary programmes and qualifications involving social sciences, journalism and information',
     'Междисциплинарные программы и квалификации, связанные с социальными науками, журналистикой и информацией'),
    ('ISCEDF:0388', 'ISCEDF:038', 'inter-disciplinary',
     'Inter-disciplinary programmes and qualifications involving social sciences, journalism and information',
     'Междисциплинарные программы и квалификации, связанные с социальными науками, журналистикой и информацией'),
    ('ISCEDF:039', 'ISCEDF:03', 'nec', 'Social sciences, journalism and information not elsewhere classified',
     'Социальные науки, журналистика и информация, не включённые в другие группировки'),
    ('ISCEDF:0399', 'ISCEDF:039', 'nec', 'Social sciences, journalism and information not elsewhere classified',
     'Социальные науки, журналистика и информация, не включённые в другие группировки'),
    ('ISCEDF:04', NULL, 'core', 'Business, administration and law', 'Бизнес, управление и право'),
    ('ISCEDF:040', 'ISCEDF:04', 'nfd', 'Business, administration and law not further defined',
     'Бизнес, управление и право, без дополнительных уточнений'),
    ('ISCEDF:0400', 'ISCEDF:040', 'nfd', 'Business, administration and law not further defined',
     'Бизнес, управление и право, без дополнительных уточнений'),
    ('ISCEDF:041', 'ISCEDF:04', 'core', 'Business and administration', 'Бизнес и управление'),
    ('ISCEDF:0410', 'ISCEDF:041', 'nfd', 'Business and administration not further defined',
     'Бизнес и управление, без дополнительных уточнений'),
    ('ISCEDF:0411', 'ISCEDF:041', 'core', 'Accounting and taxation', 'Бухгалтерский учёт и налогообложение'),
    ('ISCEDF:0412', 'ISCEDF:041', 'core', 'Finance, banking and insurance', 'Финансы, банковское и страховое дело'),
    ('ISCEDF:0413', 'ISCEDF:041', 'core', 'Management and administration', 'Менеджмент и управление'),
    ('ISCEDF:0414', 'ISCEDF:041', 'core', 'Marketing and advertising', 'Маркетинг и реклама'),
    ('ISCEDF:0415', 'ISCEDF:041', 'core', 'Secretarial and office work', 'Секретарское дело и делопроизводство'),
    ('ISCEDF:0416', 'ISCEDF:041', 'core', 'Wholesale and retail sales', 'Оптовая и розничная торговля'),
    ('ISCEDF:0417', 'ISCEDF:041', 'core', 'Work skills', 'Трудовые навыки'),
    ('ISCEDF:0419', 'ISCEDF:041', 'nec', 'Business and administration not elsewhere classified',
     'Бизнес и управление, не включённые в другие группировки'),
    ('ISCEDF:042', 'ISCEDF:04', 'core', 'Law', 'Право'),
    ('ISCEDF:0421', 'ISCEDF:042', 'core', 'Law', 'Право'),
    ('ISCEDF:048', 'ISCEDF:04', 'inter-disciplinary',
     'Inter-disciplinary programmes and qualifications involving business, administration and law',
     'Междисциплинарные программы и квалификации, связанные с бизнесом, управлением и правом'),
    ('ISCEDF:0488', 'ISCEDF:048', 'inter-disciplinary',
     'Inter-disciplinary programmes and qualifications involving business, administration and law',
     'Междисциплинарные программы и квалификации, связанные с бизнесом, управлением и правом'),
    ('ISCEDF:049', 'ISCEDF:04', 'nec', 'Business, administration and law not elsewhere classified',
     'Бизнес, управление и право, не включённые в другие группировки'),
    ('ISCEDF:0499', 'ISCEDF:049', 'nec', 'Business, administration and law not elsewhere classified',
     'Бизнес, управление и право, не включённые в другие группировки'),
    ('ISCEDF:05', NULL, 'core', 'Natural sciences, mathematics and statistics',
     'Естественные науки, математика и статистика'),
    ('ISCEDF:050', 'ISCEDF:05', 'nfd', 'Natural sciences, mathematics and statistics not further defined',
     'Естественные науки, математика и статистика, без дополнительных уточнений'),
    ('ISCEDF:0500', 'ISCEDF:050', 'nfd', 'Natural sciences, mathematics and statistics not further defined',
     'Естественные науки, математика и статистика, без дополнительных уточнений'),
    ('ISCEDF:051', 'ISCEDF:05', 'core', 'Biological and related sciences', 'Биологические и смежные науки'),
    ('ISCEDF:0510', 'ISCEDF:051', 'nfd', 'Biological and related sciences not further defined',
     'Биологические и смежные науки, без дополнительных уточнений'),
    ('ISCEDF:0511', 'ISCEDF:051', 'core', 'Biology', 'Биология'),
    ('ISCEDF:0512', 'ISCEDF:051', 'core', 'Biochemistry', 'Биохимия'),
    ('ISCEDF:0519', 'ISCEDF:051', 'nec', 'Biological and related sciences not elsewhere classified',
     'Биологические и смежные науки, не включённые в другие группировки'),
    ('ISCEDF:052', 'ISCEDF:05', 'core', 'Environment', 'Окружающая среда'),
    ('ISCEDF:0520', 'ISCEDF:052', 'nfd', 'Environment not further defined',
     'Окружающая среда, без дополнительных уточнений'),
    ('ISCEDF:0521', 'ISCEDF:052', 'core', 'Environmental sciences', 'Науки об окружающей среде'),
    ('ISCEDF:0522', 'ISCEDF:052', 'core', 'Natural environments and wildlife', 'Природная среда и дикая природа'),
    ('ISCEDF:0529', 'ISCEDF:052', 'nec', 'Environment not elsewhere classified',
     'Окружающая среда, не включённые в другие группировки'),
    ('ISCEDF:053', 'ISCEDF:05', 'core', 'Physical sciences', 'Физические науки'),
    ('ISCEDF:0530', 'ISCEDF:053', 'nfd', 'Physical sciences not further defined',
     'Физические науки, без дополнительных уточнений'),
    ('ISCEDF:0531', 'ISCEDF:053', 'core', 'Chemistry', 'Химия'),
    ('ISCEDF:0532', 'ISCEDF:053', 'core', 'Earth sciences', 'Науки о Земле'),
    ('ISCEDF:0533', 'ISCEDF:053', 'core', 'Physics', 'Физика'),
    ('ISCEDF:0539', 'ISCEDF:053', 'nec', 'Physical sciences not elsewhere classified',
     'Физические науки, не включённые в другие группировки'),
    ('ISCEDF:054', 'ISCEDF:05', 'core', 'Mathematics and statistics', 'Математика и статистика'),
    ('ISCEDF:0540', 'ISCEDF:054', 'nfd', 'Mathematics and statistics not further defined',
     'Математика и статистика, без дополнительных уточнений'),
    ('ISCEDF:0541', 'ISCEDF:054', 'core', 'Mathematics', 'Математика'),
    ('ISCEDF:0542', 'ISCEDF:054', 'core', 'Statistics', 'Статистика'),
    ('ISCEDF:058', 'ISCEDF:05', 'inter-disciplinary',
     'Inter-disciplinary programmes and qualifications involving natural sciences, mathematics and statistics',
     'Междисциплинарные программы и квалификации, связанные с естественными науками, математикой и статистикой'),
    ('ISCEDF:0588', 'ISCEDF:058', 'inter-disciplinary',
     'Inter-disciplinary programmes and qualifications involving natural sciences, mathematics and statistics',
     'Междисциплинарные программы и квалификации, связанные с естественными науками, математикой и статистикой'),
    ('ISCEDF:059', 'ISCEDF:05', 'nec', 'Natural sciences, mathematics and statistics not elsewhere classified',
     'Естественные науки, математика и статистика, не включённые в другие группировки'),
    ('ISCEDF:0599', 'ISCEDF:059', 'nec', 'Natural sciences, mathematics and statistics not elsewhere classified',
     'Естественные науки, математика и статистика, не включённые в другие группировки'),
    ('ISCEDF:06', NULL, 'core', 'Information and Communication Technologies (ICTs)',
     'Информационно-коммуникационные технологии (ИКТ)'),
    ('ISCEDF:061', 'ISCEDF:06', 'core', 'Information and Communication Technologies (ICTs)',
     'Информационно-коммуникационные технологии (ИКТ)'),
    ('ISCEDF:0610', 'ISCEDF:061', 'nfd', 'Information and Communication Technologies (ICTs) not further defined',
     'Информационно-коммуникационные технологии (ИКТ), без дополнительных уточнений'),
    ('ISCEDF:0611', 'ISCEDF:061', 'core', 'Computer use', 'Использование компьютера'),
    ('ISCEDF:0612', 'ISCEDF:061', 'core', 'Database and network design and administration',
     'Проектирование и администрирование баз данных и сетей'),
    ('ISCEDF:0613', 'ISCEDF:061', 'core', 'Software and applications development and analysis',
     'Разработка и анализ программного обеспечения и приложений'),
    ('ISCEDF:0619', 'ISCEDF:061', 'nec', 'Information and Communication Technologies (ICTs) not elsewhere classified',
     'Информационно-коммуникационные технологии (ИКТ), не включённые в другие группировки'),
    ('ISCEDF:068', 'ISCEDF:06', 'inter-disciplinary',
     'Inter-disciplinary programmes and qualifications involving Information and Communication Technologies (ICTs)',
     'Междисциплинарные программы и квалификации, связанные с информационно-коммуникационными технологиями (ИКТ)'),
    ('ISCEDF:0688', 'ISCEDF:068', 'inter-disciplinary',
     'Inter-disciplinary programmes and qualifications involving Information and Communication Technologies (ICTs)',
     'Междисциплинарные программы и квалификации, связанные с информационно-коммуникационными технологиями (ИКТ)'),
    ('ISCEDF:07', NULL, 'core', 'Engineering, manufacturing and construction',
     'Инженерные, обрабатывающие и строительные отрасли'),
    ('ISCEDF:070', 'ISCEDF:07', 'nfd', 'Engineering, manufacturing and construction not further defined',
     'Инженерные, обрабатывающие и строительные отрасли, без дополнительных уточнений'),
    ('ISCEDF:0700', 'ISCEDF:070', 'nfd', 'Engineering, manufacturing and construction not further defined',
     'Инженерные, обрабатывающие и строительные отрасли, без дополнительных уточнений'),
    ('ISCEDF:071', 'ISCEDF:07', 'core', 'Engineering and engineering trades', 'Инженерия и инженерное дело'),
    ('ISCEDF:0710', 'ISCEDF:071', 'nfd', 'Engineering and engineering trades not further defined',
     'Инженерия и инженерное дело, без дополнительных уточнений'),
    ('ISCEDF:0711', 'ISCEDF:071', 'core', 'Chemical engineering and processes', 'Химическая инженерия и процессы'),
    ('ISCEDF:0712', 'ISCEDF:071', 'core', 'Environmental protection technology', 'Технологии охраны окружающей среды'),
    ('ISCEDF:0713', 'ISCEDF:071', 'core', 'Electricity and energy', 'Электричество и энергетика'),
    ('ISCEDF:0714', 'ISCEDF:071', 'core', 'Electronics and automation', 'Электроника и автоматизация'),
    ('ISCEDF:0715', 'ISCEDF:071', 'core', 'Mechanics and metal trades', 'Механика и металлообработка'),
    ('ISCEDF:0716', 'ISCEDF:071', 'core', 'Motor vehicles, ships and aircraft',
     'Автотранспортные средства, суда и летательные аппараты'),
    ('ISCEDF:0719', 'ISCEDF:071', 'nec', 'Engineering and engineering trades not elsewhere classified',
     'Инженерия и инженерное дело, не включённые в другие группировки'),
    ('ISCEDF:072', 'ISCEDF:07', 'core', 'Manufacturing and processing', 'Производственные и обрабатывающие отрасли'),
    ('ISCEDF:0720', 'ISCEDF:072', 'nfd', 'Manufacturing and processing not further defined',
     'Производственные и обрабатывающие отрасли, без дополнительных уточнений'),
    ('ISCEDF:0721', 'ISCEDF:072', 'core', 'Food processing', 'Производство продуктов питания'),
    ('ISCEDF:0722', 'ISCEDF:072', 'core', 'Materials (glass, paper, plastic and wood)',
     'Материалы (стекло, бумага, пластик и дерево)'),
    ('ISCEDF:0723', 'ISCEDF:072', 'core', 'Textiles (clothes, footwear and leather)',
     'Текстиль (одежда, обувь и кожаные изделия)'),
    ('ISCEDF:0724', 'ISCEDF:072', 'core', 'Mining and extraction', 'Горное дело и добыча полезных ископаемых'),
    ('ISCEDF:0729', 'ISCEDF:072', 'nec', 'Manufacturing and processing not elsewhere classified',
     'Производственные и обрабатывающие отрасли, не включённые в другие группировки'),
    ('ISCEDF:073', 'ISCEDF:07', 'core', 'Architecture and construction', 'Архитектура и строительство'),
    ('ISCEDF:0730', 'ISCEDF:073', 'nfd', 'Architecture and construction not further defined',
     'Архитектура и строительство, без дополнительных уточнений'),
    ('ISCEDF:0731', 'ISCEDF:073', 'core', 'Architecture and town planning', 'Архитектура и градостроительство'),
    ('ISCEDF:0732', 'ISCEDF:073', 'core', 'Building and civil engineering',
     'Строительство зданий и инженерных сооружений'),
    ('ISCEDF:078', 'ISCEDF:07', 'inter-disciplinary',
     'Inter-disciplinary programmes and qualifications involving engineering, manufacturing and construction',
     'Междисциплинарные программы и квалификации, связанные с инженерными, обрабатывающими и строительными отраслями'),
    ('ISCEDF:0788', 'ISCEDF:078', 'inter-disciplinary',
     'Inter-disciplinary programmes and qualifications involving engineering, manufacturing and construction',
     'Междисциплинарные программы и квалификации, связанные с инженерными, обрабатывающими и строительными отраслями'),
    ('ISCEDF:079', 'ISCEDF:07', 'nec', 'Engineering, manufacturing and construction not elsewhere classified',
     'Инженерные, обрабатывающие и строительные отрасли, не включённые в другие группировки'),
    ('ISCEDF:0799', 'ISCEDF:079', 'nec', 'Engineering, manufacturing and construction not elsewhere classified',
     'Инженерные, обрабатывающие и строительные отрасли, не включённые в другие группировки'),
    ('ISCEDF:08', NULL, 'core', 'Agriculture, forestry, fisheries and veterinary',
     'Сельское, лесное, рыбное хозяйство и ветеринария'),
    ('ISCEDF:080', 'ISCEDF:08', 'nfd', 'Agriculture, forestry, fisheries and veterinary not further defined',
     'Сельское, лесное, рыбное хозяйство и ветеринария, без дополнительных уточнений'),
    ('ISCEDF:0800', 'ISCEDF:080', 'nfd', 'Agriculture, forestry, fisheries and veterinary not further defined',
     'Сельское, лесное, рыбное хозяйство и ветеринария, без дополнительных уточнений'),
    ('ISCEDF:081', 'ISCEDF:08', 'core', 'Agriculture', 'Сельское хозяйство'),
    ('ISCEDF:0810', 'ISCEDF:081', 'nfd', 'Agriculture not further defined',
     'Сельское хозяйство, без дополнительных уточнений'),
    ('ISCEDF:0811', 'ISCEDF:081', 'core', 'Crop and livestock production', 'Растениеводство и животноводство'),
    ('ISCEDF:0812', 'ISCEDF:081', 'core', 'Horticulture', 'Садоводство'),
    ('ISCEDF:0819', 'ISCEDF:081', 'nec', 'Agriculture not elsewhere classified',
     'Сельское хозяйство, не включённые в другие группировки'),
    ('ISCEDF:082', 'ISCEDF:08', 'core', 'Forestry', 'Лесное хозяйство'),
    ('ISCEDF:0821', 'ISCEDF:082', 'core', 'Forestry', 'Лесное хозяйство'),
    ('ISCEDF:083', 'ISCEDF:08', 'core', 'Fisheries', 'Рыбное хозяйство'),
    ('ISCEDF:0831', 'ISCEDF:083', 'core', 'Fisheries', 'Рыбное хозяйство'),
    ('ISCEDF:084', 'ISCEDF:08', 'core', 'Veterinary', 'Ветеринария'),
    ('ISCEDF:0841', 'ISCEDF:084', 'core', 'Veterinary', 'Ветеринария'),
    ('ISCEDF:088', 'ISCEDF:08', 'inter-disciplinary',
     'Inter-disciplinary programmes and qualifications involving agriculture, forestry, fisheries and veterinary',
     'Междисциплинарные программы и квалификации, связанные с сельским, лесным, рыбным хозяйством и ветеринарией'),
    ('ISCEDF:0888', 'ISCEDF:088', 'inter-disciplinary',
     'Inter-disciplinary programmes and qualifications involving agriculture, forestry, fisheries and veterinary',
     'Междисциплинарные программы и квалификации, связанные с сельским, лесным, рыбным хозяйством и ветеринарией'),
    ('ISCEDF:089', 'ISCEDF:08', 'nec', 'Agriculture, forestry, fisheries and veterinary not elsewhere classified',
     'Сельское, лесное, рыбное хозяйство и ветеринария, не включённые в другие группировки'),
    ('ISCEDF:0899', 'ISCEDF:089', 'nec', 'Agriculture, forestry, fisheries and veterinary not elsewhere classified',
     'Сельское, лесное, рыбное хозяйство и ветеринария, не включённые в другие группировки'),
    ('ISCEDF:09', NULL, 'core', 'Health and welfare', 'Здравоохранение и социальное обеспечение'),
    ('ISCEDF:090', 'ISCEDF:09', 'nfd', 'Health and welfare not further defined',
     'Здравоохранение и социальное обеспечение, без дополнительных уточнений'),
    ('ISCEDF:0900', 'ISCEDF:090', 'nfd', 'Health and welfare not further defined',
     'Здравоохранение и социальное обеспечение, без дополнительных уточнений'),
    ('ISCEDF:091', 'ISCEDF:09', 'core', 'Health', 'Здравоохранение'),
    ('ISCEDF:0910', 'ISCEDF:091', 'nfd', 'Health not further defined',
     'Здравоохранение, без дополнительных уточнений'),
    ('ISCEDF:0911', 'ISCEDF:091', 'core', 'Dental studies', 'Стоматология'),
    ('ISCEDF:0912', 'ISCEDF:091', 'core', 'Medicine', 'Медицина'),
    ('ISCEDF:0913', 'ISCEDF:091', 'core', 'Nursing and midwifery', 'Сестринское дело и акушерство'),
    ('ISCEDF:0914', 'ISCEDF:091', 'core', 'Medical diagnostic and treatment technology',
     'Технологии медицинской диагностики и лечения'),
    ('ISCEDF:0915', 'ISCEDF:091', 'core', 'Therapy and rehabilitation', 'Терапия и реабилитация'),
    ('ISCEDF:0916', 'ISCEDF:091', 'core', 'Pharmacy', 'Фармация'),
    ('ISCEDF:0917', 'ISCEDF:091', 'core', 'Traditional and complementary medicine and therapy',
     'Традиционная и нетрадиционная медицина и терапия'),
    ('ISCEDF:0919', 'ISCEDF:091', 'nec', 'Health not elsewhere classified',
     'Здравоохранение, не включённые в другие группировки'),
    ('ISCEDF:092', 'ISCEDF:09', 'core', 'Welfare', 'Социальное обеспечение'),
    ('ISCEDF:0920', 'ISCEDF:092', 'nfd', 'Welfare not further defined',
     'Социальное обеспечение, без дополнительных уточнений'),
    ('ISCEDF:0921', 'ISCEDF:092', 'core', 'Care of the elderly and of disabled adults',
     'Уход за пожилыми людьми и взрослыми с инвалидностью'),
    ('ISCEDF:0922', 'ISCEDF:092', 'core', 'Child care and youth services', 'Уход за детьми и услуги для молодёжи'),
    ('ISCEDF:0923', 'ISCEDF:092', 'core', 'Social work and counselling', 'Социальная работа и консультирование'),
    ('ISCEDF:0929', 'ISCEDF:092', 'nec', 'Welfare not elsewhere classified',
     'Социальное обеспечение, не включённые в другие группировки'),
    ('ISCEDF:098', 'ISCEDF:09', 'inter-disciplinary',
     'Inter-disciplinary programmes and qualifications involving health and welfare',
     'Междисциплинарные программы и квалификации, связанные с здравоохранением и социальным обеспечением'),
    ('ISCEDF:0988', 'ISCEDF:098', 'inter-disciplinary',
     'Inter-disciplinary programmes and qualifications involving health and welfare',
     'Междисциплинарные программы и квалификации, связанные с здравоохранением и социальным обеспечением'),
    ('ISCEDF:099', 'ISCEDF:09', 'nec', 'Health and welfare not elsewhere classified',
     'Здравоохранение и социальное обеспечение, не включённые в другие группировки'),
    ('ISCEDF:0999', 'ISCEDF:099', 'nec', 'Health and welfare not elsewhere classified',
     'Здравоохранение и социальное обеспечение, не включённые в другие группировки'),
    ('ISCEDF:10', NULL, 'core', 'Services', 'Услуги'),
    ('ISCEDF:100', 'ISCEDF:10', 'nfd', 'Services not further defined', 'Услуги, без дополнительных уточнений'),
    ('ISCEDF:1000', 'ISCEDF:100', 'nfd', 'Services not further defined', 'Услуги, без дополнительных уточнений'),
    ('ISCEDF:101', 'ISCEDF:10', 'core', 'Personal services', 'Сфера личных услуг'),
    ('ISCEDF:1010', 'ISCEDF:101', 'nfd', 'Personal services not further defined',
     'Сфера личных услуг, без дополнительных уточнений'),
    ('ISCEDF:1011', 'ISCEDF:101', 'core', 'Domestic services', 'Бытовое обслуживание'),
    ('ISCEDF:1012', 'ISCEDF:101', 'core', 'Hair and beauty services', 'Парикмахерские и косметические услуги'),
    ('ISCEDF:1013', 'ISCEDF:101', 'core', 'Hotel, restaurants and catering',
     'Гостиничное дело, рестораны и общественное питание'),
    ('ISCEDF:1014', 'ISCEDF:101', 'core', 'Sports', 'Спорт'),
    ('ISCEDF:1015', 'ISCEDF:101', 'core', 'Travel, tourism and leisure', 'Путешествия, туризм и досуг'),
    ('ISCEDF:1019', 'ISCEDF:101', 'nec', 'Personal services not elsewhere classified',
     'Сфера личных услуг, не включённые в другие группировки'),
    ('ISCEDF:102', 'ISCEDF:10', 'core', 'Hygiene and occupational health services', 'Гигиена и охрана труда'),
    ('ISCEDF:1020', 'ISCEDF:102', 'nfd', 'Hygiene and occupational health services not further defined',
     'Гигиена и охрана труда, без дополнительных уточнений'),
    ('ISCEDF:1021', 'ISCEDF:102', 'core', 'Community sanitation', 'Коммунальная санитария'),
    ('ISCEDF:1022', 'ISCEDF:102', 'core', 'Occupational health and safety', 'Охрана здоровья и безопасность труда'),
    ('ISCEDF:1029', 'ISCEDF:102', 'nec', 'Hygiene and occupational health services not elsewhere classified',
     'Гигиена и охрана труда, не включённые в другие группировки'),
    ('ISCEDF:103', 'ISCEDF:10', 'core', 'Security services', 'Службы безопасности'),
    ('ISCEDF:1030', 'ISCEDF:103', 'nfd', 'Security services not further defined',
     'Службы безопасности, без дополнительных уточнений'),
    ('ISCEDF:1031', 'ISCEDF:103', 'core', 'Military and defence', 'Военное дело и оборона'),
    ('ISCEDF:1032', 'ISCEDF:103', 'core', 'Protection of persons and property', 'Защита людей и имущества'),
    ('ISCEDF:1039', 'ISCEDF:103', 'nec', 'Security services not elsewhere classified',
     'Службы безопасности, не включённые в другие группировки'),
    ('ISCEDF:104', 'ISCEDF:10', 'core', 'Transport services', 'Транспортные услуги'),
    ('ISCEDF:1041', 'ISCEDF:104', 'core', 'Transport services', 'Транспортные услуги'),
    ('ISCEDF:108', 'ISCEDF:10', 'inter-disciplinary',
     'Inter-disciplinary programmes and qualifications involving services',
     'Междисциплинарные программы и квалификации, связанные с услугами'),
    ('ISCEDF:1088', 'ISCEDF:108', 'inter-disciplinary',
     'Inter-disciplinary programmes and qualifications involving services',
     'Междисциплинарные программы и квалификации, связанные с услугами'),
    ('ISCEDF:109', 'ISCEDF:10', 'nec', 'Services not elsewhere classified',
     'Услуги, не включённые в другие группировки'),
    ('ISCEDF:1099', 'ISCEDF:109', 'nec', 'Services not elsewhere classified',
     'Услуги, не включённые в другие группировки')
) AS r (code, parent, kind, name_en, name_ru);

-- Codes of European data collections that the UNESCO list does not have.
INSERT INTO socu.isced_f
    (code, parent, kind, name_en, name_ru, source, confidence, shipped)
SELECT r.code::socu.program_code, r.parent::socu.program_code, r.kind, r.name_en, r.name_ru,
       'public file on GitHub (Erasmus+ style list); 0549 also in public file on GitHub', 'found', true
FROM (VALUES
    ('ISCEDF:0420', 'ISCEDF:042', 'extension', 'Law not further defined', 'Право, без дополнительных уточнений'),
    ('ISCEDF:0429', 'ISCEDF:042', 'extension', 'Law not elsewhere classified',
     'Право, не включённые в другие группировки'),
    ('ISCEDF:0549', 'ISCEDF:054', 'extension', 'Mathematics and statistics not elsewhere classified',
     'Математика и статистика, не включённые в другие группировки'),
    ('ISCEDF:0739', 'ISCEDF:073', 'extension', 'Architecture and construction not elsewhere classified',
     'Архитектура и строительство, не включённые в другие группировки'),
    ('ISCEDF:0820', 'ISCEDF:082', 'extension', 'Forestry not further defined',
     'Лесное хозяйство, без дополнительных уточнений'),
    ('ISCEDF:0829', 'ISCEDF:082', 'extension', 'Forestry not elsewhere classified',
     'Лесное хозяйство, не включённые в другие группировки'),
    ('ISCEDF:0830', 'ISCEDF:083', 'extension', 'Fisheries not further defined',
     'Рыбное хозяйство, без дополнительных уточнений'),
    ('ISCEDF:0839', 'ISCEDF:083', 'extension', 'Fisheries not elsewhere classified',
     'Рыбное хозяйство, не включённые в другие группировки'),
    ('ISCEDF:0840', 'ISCEDF:084', 'extension', 'Veterinary not further defined',
     'Ветеринария, без дополнительных уточнений'),
    ('ISCEDF:0849', 'ISCEDF:084', 'extension', 'Veterinary not elsewhere classified',
     'Ветеринария, не включённые в другие группировки'),
    ('ISCEDF:1040', 'ISCEDF:104', 'extension', 'Transport services not further defined',
     'Транспортные услуги, без дополнительных уточнений'),
    ('ISCEDF:1049', 'ISCEDF:104', 'extension', 'Transport services not elsewhere classified',
     'Транспортные услуги, не включённые в другие группировки')
) AS r (code, parent, kind, name_en, name_ru);

-- The missing-value codes of data collections.
INSERT INTO socu.isced_f
    (code, parent, kind, name_en, name_ru, source, confidence, shipped)
SELECT r.code::socu.program_code, r.parent::socu.program_code, r.kind, r.name_en, r.name_ru,
       'ISCED-F 2013 manual, rule for unknown field (data-collection code, not counted among the 11 broad fields)',
       'known', true
FROM (VALUES
    ('ISCEDF:99', NULL, 'unknown', 'Field unknown', 'Область неизвестна'),
    ('ISCEDF:999', 'ISCEDF:99', 'unknown', 'Field unknown', 'Область неизвестна'),
    ('ISCEDF:9999', 'ISCEDF:999', 'unknown', 'Field unknown', 'Область неизвестна')
) AS r (code, parent, kind, name_en, name_ru);

-- Crosswalk to ISCED-F 2013.  The relation says what the code is to the field: narrower = the code covers less.
-- KZ2018.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       CASE substr(r.code, 8, 2) WHEN '7M' THEN 'https://vku.edu.kz/entrant-2/masters-degree'
                                 WHEN '6B' THEN 'public file on GitHub (names of the fields and directions)'
                                 ELSE 'order No 569 of 13 October 2018 (list of fields and directions)' END, true
FROM (VALUES
    ('KZ2018:6B01', 'ISCEDF:01', 'exact', 'Pedagogical sciences', 'found', NULL),
    ('KZ2018:7M01', 'ISCEDF:01', 'exact', 'Pedagogical sciences', 'found', NULL),
    ('KZ2018:8D01', 'ISCEDF:01', 'exact', 'Pedagogical sciences', 'known', NULL),
    ('KZ2018:6B011', 'ISCEDF:0111', 'related', 'Pedagogy and psychology', 'known', NULL),
    ('KZ2018:7M011', 'ISCEDF:0111', 'related', 'Pedagogy and psychology', 'known', NULL),
    ('KZ2018:8D011', 'ISCEDF:0111', 'related', 'Pedagogy and psychology', 'known', NULL),
    ('KZ2018:6B012', 'ISCEDF:0112', 'exact', 'Pedagogy of preschool education', 'found', NULL),
    ('KZ2018:7M012', 'ISCEDF:0112', 'exact', 'Pedagogy of preschool education', 'found', NULL),
    ('KZ2018:8D012', 'ISCEDF:0112', 'exact', 'Pedagogy of preschool education', 'known', NULL),
    ('KZ2018:6B013', 'ISCEDF:0113', 'exact', 'Teachers without subject specialisation', 'found', NULL),
    ('KZ2018:7M013', 'ISCEDF:0113', 'exact', 'Teachers without subject specialisation', 'found', NULL),
    ('KZ2018:8D013', 'ISCEDF:0113', 'exact', 'Teachers without subject specialisation', 'known', NULL),
    ('KZ2018:6B014', 'ISCEDF:0114', 'narrower', 'Teachers with subject specialisation, general development', 'known',
     NULL),
    ('KZ2018:7M014', 'ISCEDF:0114', 'narrower', 'Teachers with subject specialisation, general development', 'known',
     NULL),
    ('KZ2018:8D014', 'ISCEDF:0114', 'narrower', 'Teachers with subject specialisation, general development', 'known',
     NULL),
    ('KZ2018:6B015', 'ISCEDF:0114', 'narrower', 'Teachers of natural science subjects', 'known', NULL),
    ('KZ2018:7M015', 'ISCEDF:0114', 'narrower', 'Teachers of natural science subjects', 'known', NULL),
    ('KZ2018:8D015', 'ISCEDF:0114', 'narrower', 'Teachers of natural science subjects', 'known', NULL),
    ('KZ2018:6B016', 'ISCEDF:0114', 'narrower', 'Teachers of humanities', 'known', NULL),
    ('KZ2018:7M016', 'ISCEDF:0114', 'narrower', 'Teachers of humanities', 'known', NULL),
    ('KZ2018:8D016', 'ISCEDF:0114', 'narrower', 'Teachers of humanities', 'known', NULL),
    ('KZ2018:6B017', 'ISCEDF:0114', 'narrower', 'Teachers of languages and literature', 'known', NULL),
    ('KZ2018:7M017', 'ISCEDF:0114', 'narrower', 'Teachers of languages and literature', 'known', NULL),
    ('KZ2018:8D017', 'ISCEDF:0114', 'narrower', 'Teachers of languages and literature', 'known', NULL),
    ('KZ2018:6B019', 'ISCEDF:011', 'narrower', 'Special pedagogy', 'known', 'ISCED-F has no 019.'),
    ('KZ2018:7M019', 'ISCEDF:011', 'narrower', 'Special pedagogy', 'known', 'ISCED-F has no 019.'),
    ('KZ2018:8D019', 'ISCEDF:011', 'narrower', 'Special pedagogy', 'known', 'ISCED-F has no 019.')
) AS r (code, to_code, relation, name, confidence, note);

INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'order No 569 of 13 October 2018 (list of fields and directions)', true
FROM (VALUES
    ('KZ2018:6B02', 'ISCEDF:02', 'exact', 'Arts and humanities', 'known', NULL),
    ('KZ2018:7M02', 'ISCEDF:02', 'exact', 'Arts and humanities', 'known', NULL),
    ('KZ2018:8D02', 'ISCEDF:02', 'exact', 'Arts and humanities', 'known', NULL),
    ('KZ2018:6B03', 'ISCEDF:03', 'exact', 'Social sciences, journalism and information', 'known', NULL),
    ('KZ2018:7M03', 'ISCEDF:03', 'exact', 'Social sciences, journalism and information', 'known', NULL),
    ('KZ2018:8D03', 'ISCEDF:03', 'exact', 'Social sciences, journalism and information', 'known', NULL),
    ('KZ2018:6B04', 'ISCEDF:04', 'exact', 'Business, management and law', 'known', NULL),
    ('KZ2018:7M04', 'ISCEDF:04', 'exact', 'Business, management and law', 'known', NULL),
    ('KZ2018:8D04', 'ISCEDF:04', 'exact', 'Business, management and law', 'known', NULL),
    ('KZ2018:6B05', 'ISCEDF:05', 'exact', 'Natural sciences, mathematics and statistics', 'known', NULL),
    ('KZ2018:7M05', 'ISCEDF:05', 'exact', 'Natural sciences, mathematics and statistics', 'known', NULL),
    ('KZ2018:8D05', 'ISCEDF:05', 'exact', 'Natural sciences, mathematics and statistics', 'known', NULL),
    ('KZ2018:6B06', 'ISCEDF:06', 'broader', 'Information and communication technologies', 'known',
     'Telecommunications included (0714).'),
    ('KZ2018:7M06', 'ISCEDF:06', 'broader', 'Information and communication technologies', 'known',
     'Telecommunications included (0714).'),
    ('KZ2018:8D06', 'ISCEDF:06', 'broader', 'Information and communication technologies', 'known',
     'Telecommunications included (0714).'),
    ('KZ2018:6B07', 'ISCEDF:07', 'exact', 'Engineering, manufacturing and construction', 'known',
     'Without telecommunications.'),
    ('KZ2018:7M07', 'ISCEDF:07', 'exact', 'Engineering, manufacturing and construction', 'known',
     'Without telecommunications.'),
    ('KZ2018:8D07', 'ISCEDF:07', 'exact', 'Engineering, manufacturing and construction', 'known',
     'Without telecommunications.'),
    ('KZ2018:6B08', 'ISCEDF:08', 'narrower', 'Agriculture and bioresources', 'known', 'Without veterinary.'),
    ('KZ2018:7M08', 'ISCEDF:08', 'narrower', 'Agriculture and bioresources', 'known', 'Without veterinary.'),
    ('KZ2018:8D08', 'ISCEDF:08', 'narrower', 'Agriculture and bioresources', 'known', 'Without veterinary.'),
    ('KZ2018:6B09', 'ISCEDF:084', 'exact', 'Veterinary', 'known', 'Not ISCED-F 09.'),
    ('KZ2018:7M09', 'ISCEDF:084', 'exact', 'Veterinary', 'known', 'Not ISCED-F 09.'),
    ('KZ2018:8D09', 'ISCEDF:084', 'exact', 'Veterinary', 'known', 'Not ISCED-F 09.'),
    ('KZ2018:6B10', 'ISCEDF:091', 'related', 'Health care (medicine)', 'known', 'Not ISCED-F 10.'),
    ('KZ2018:7M10', 'ISCEDF:091', 'related', 'Health care (medicine)', 'known', 'Not ISCED-F 10.'),
    ('KZ2018:8D10', 'ISCEDF:091', 'related', 'Health care (medicine)', 'known', 'Not ISCED-F 10.'),
    ('KZ2018:6B11', 'ISCEDF:10', 'related', 'Services', 'known', 'ISCED-F has no 11; with welfare, without security.'),
    ('KZ2018:7M11', 'ISCEDF:10', 'related', 'Services', 'known', 'ISCED-F has no 11; with welfare, without security.'),
    ('KZ2018:8D11', 'ISCEDF:10', 'related', 'Services', 'known', 'ISCED-F has no 11; with welfare, without security.'),
    ('KZ2018:6B12', 'ISCEDF:103', 'exact', 'National security and military affairs', 'known', 'ISCED-F has no 12.'),
    ('KZ2018:7M12', 'ISCEDF:103', 'exact', 'National security and military affairs', 'known', 'ISCED-F has no 12.'),
    ('KZ2018:8D12', 'ISCEDF:103', 'exact', 'National security and military affairs', 'known', 'ISCED-F has no 12.'),
    ('KZ2018:6B018', 'ISCEDF:011', 'narrower', 'Social pedagogy and self-knowledge', 'known', 'Not ISCED-F 018.'),
    ('KZ2018:7M018', 'ISCEDF:011', 'narrower', 'Social pedagogy and self-knowledge', 'known', 'Not ISCED-F 018.'),
    ('KZ2018:8D018', 'ISCEDF:011', 'narrower', 'Social pedagogy and self-knowledge', 'known', 'Not ISCED-F 018.'),
    ('KZ2018:6B021', 'ISCEDF:021', 'exact', 'Arts', 'known', NULL),
    ('KZ2018:7M021', 'ISCEDF:021', 'exact', 'Arts', 'known', NULL),
    ('KZ2018:8D021', 'ISCEDF:021', 'exact', 'Arts', 'known', NULL),
    ('KZ2018:6B022', 'ISCEDF:022', 'exact', 'Humanities', 'known', NULL),
    ('KZ2018:7M022', 'ISCEDF:022', 'exact', 'Humanities', 'known', NULL),
    ('KZ2018:8D022', 'ISCEDF:022', 'exact', 'Humanities', 'known', NULL),
    ('KZ2018:6B023', 'ISCEDF:023', 'exact', 'Languages and literature', 'known', NULL),
    ('KZ2018:7M023', 'ISCEDF:023', 'exact', 'Languages and literature', 'known', NULL),
    ('KZ2018:8D023', 'ISCEDF:023', 'exact', 'Languages and literature', 'known', NULL),
    ('KZ2018:6B031', 'ISCEDF:031', 'exact', 'Social sciences', 'known', NULL),
    ('KZ2018:7M031', 'ISCEDF:031', 'exact', 'Social sciences', 'known', NULL),
    ('KZ2018:8D031', 'ISCEDF:031', 'exact', 'Social sciences', 'known', NULL),
    ('KZ2018:6B032', 'ISCEDF:032', 'exact', 'Journalism and information', 'known', NULL),
    ('KZ2018:7M032', 'ISCEDF:032', 'exact', 'Journalism and information', 'known', NULL),
    ('KZ2018:8D032', 'ISCEDF:032', 'exact', 'Journalism and information', 'known', NULL),
    ('KZ2018:6B041', 'ISCEDF:041', 'exact', 'Business and management', 'known', NULL),
    ('KZ2018:7M041', 'ISCEDF:041', 'exact', 'Business and management', 'known', NULL),
    ('KZ2018:8D041', 'ISCEDF:041', 'exact', 'Business and management', 'known', NULL),
    ('KZ2018:6B042', 'ISCEDF:042', 'exact', 'Law', 'known', NULL),
    ('KZ2018:7M042', 'ISCEDF:042', 'exact', 'Law', 'known', NULL),
    ('KZ2018:8D042', 'ISCEDF:042', 'exact', 'Law', 'known', NULL),
    ('KZ2018:6B051', 'ISCEDF:051', 'exact', 'Biological and related sciences', 'known', NULL),
    ('KZ2018:7M051', 'ISCEDF:051', 'exact', 'Biological and related sciences', 'known', NULL),
    ('KZ2018:8D051', 'ISCEDF:051', 'exact', 'Biological and related sciences', 'known', NULL),
    ('KZ2018:6B052', 'ISCEDF:052', 'exact', 'Environment', 'known', NULL),
    ('KZ2018:7M052', 'ISCEDF:052', 'exact', 'Environment', 'known', NULL),
    ('KZ2018:8D052', 'ISCEDF:052', 'exact', 'Environment', 'known', NULL),
    ('KZ2018:6B053', 'ISCEDF:053', 'exact', 'Physical and chemical sciences', 'known', NULL),
    ('KZ2018:7M053', 'ISCEDF:053', 'exact', 'Physical and chemical sciences', 'known', NULL),
    ('KZ2018:8D053', 'ISCEDF:053', 'exact', 'Physical and chemical sciences', 'known', NULL),
    ('KZ2018:6B054', 'ISCEDF:054', 'exact', 'Mathematics and statistics', 'known', NULL),
    ('KZ2018:7M054', 'ISCEDF:054', 'exact', 'Mathematics and statistics', 'known', NULL),
    ('KZ2018:8D054', 'ISCEDF:054', 'exact', 'Mathematics and statistics', 'known', NULL),
    ('KZ2018:6B061', 'ISCEDF:061', 'narrower', 'Information and communication technologies', 'known',
     'Without information security and telecommunications.'),
    ('KZ2018:7M061', 'ISCEDF:061', 'narrower', 'Information and communication technologies', 'known',
     'Without information security and telecommunications.'),
    ('KZ2018:8D061', 'ISCEDF:061', 'narrower', 'Information and communication technologies', 'known',
     'Without information security and telecommunications.'),
    ('KZ2018:6B062', 'ISCEDF:0714', 'narrower', 'Telecommunications', 'known', 'ISCED-F has no 062.'),
    ('KZ2018:7M062', 'ISCEDF:0714', 'narrower', 'Telecommunications', 'known', 'ISCED-F has no 062.'),
    ('KZ2018:8D062', 'ISCEDF:0714', 'narrower', 'Telecommunications', 'known', 'ISCED-F has no 062.'),
    ('KZ2018:6B063', 'ISCEDF:0612', 'narrower', 'Information security', 'known', 'ISCED-F has no 063.'),
    ('KZ2018:7M063', 'ISCEDF:0612', 'narrower', 'Information security', 'known', 'ISCED-F has no 063.'),
    ('KZ2018:8D063', 'ISCEDF:0612', 'narrower', 'Information security', 'known', 'ISCED-F has no 063.'),
    ('KZ2018:6B071', 'ISCEDF:071', 'exact', 'Engineering and engineering trades', 'known', NULL),
    ('KZ2018:7M071', 'ISCEDF:071', 'exact', 'Engineering and engineering trades', 'known', NULL),
    ('KZ2018:8D071', 'ISCEDF:071', 'exact', 'Engineering and engineering trades', 'known', NULL),
    ('KZ2018:6B072', 'ISCEDF:072', 'exact', 'Manufacturing and processing', 'known', NULL),
    ('KZ2018:7M072', 'ISCEDF:072', 'exact', 'Manufacturing and processing', 'known', NULL),
    ('KZ2018:8D072', 'ISCEDF:072', 'exact', 'Manufacturing and processing', 'known', NULL),
    ('KZ2018:6B073', 'ISCEDF:073', 'exact', 'Architecture and construction', 'known', NULL),
    ('KZ2018:7M073', 'ISCEDF:073', 'exact', 'Architecture and construction', 'known', NULL),
    ('KZ2018:8D073', 'ISCEDF:073', 'exact', 'Architecture and construction', 'known', NULL),
    ('KZ2018:6B074', 'ISCEDF:0732', 'related', 'Water management', 'uncertain', 'ISCED-F has no 074.'),
    ('KZ2018:7M074', 'ISCEDF:0732', 'related', 'Water management', 'uncertain', 'ISCED-F has no 074.'),
    ('KZ2018:8D074', 'ISCEDF:0732', 'related', 'Water management', 'uncertain', 'ISCED-F has no 074.'),
    ('KZ2018:6B075', 'ISCEDF:0719', 'related', 'Standardisation, certification and metrology', 'uncertain',
     'ISCED-F has no 075.'),
    ('KZ2018:7M075', 'ISCEDF:0719', 'related', 'Standardisation, certification and metrology', 'uncertain',
     'ISCED-F has no 075.'),
    ('KZ2018:8D075', 'ISCEDF:0719', 'related', 'Standardisation, certification and metrology', 'uncertain',
     'ISCED-F has no 075.'),
    ('KZ2018:6B081', 'ISCEDF:0811', 'narrower', 'Crop science', 'known', NULL),
    ('KZ2018:7M081', 'ISCEDF:0811', 'narrower', 'Crop science', 'known', NULL),
    ('KZ2018:8D081', 'ISCEDF:0811', 'narrower', 'Crop science', 'known', NULL),
    ('KZ2018:6B082', 'ISCEDF:0811', 'narrower', 'Animal husbandry', 'known', 'Not ISCED-F 082.'),
    ('KZ2018:7M082', 'ISCEDF:0811', 'narrower', 'Animal husbandry', 'known', 'Not ISCED-F 082.'),
    ('KZ2018:8D082', 'ISCEDF:0811', 'narrower', 'Animal husbandry', 'known', 'Not ISCED-F 082.'),
    ('KZ2018:6B083', 'ISCEDF:082', 'exact', 'Forestry', 'known', 'Not ISCED-F 083.'),
    ('KZ2018:7M083', 'ISCEDF:082', 'exact', 'Forestry', 'known', 'Not ISCED-F 083.'),
    ('KZ2018:8D083', 'ISCEDF:082', 'exact', 'Forestry', 'known', 'Not ISCED-F 083.'),
    ('KZ2018:6B084', 'ISCEDF:083', 'exact', 'Fisheries', 'known', 'Not ISCED-F 084.'),
    ('KZ2018:7M084', 'ISCEDF:083', 'exact', 'Fisheries', 'known', 'Not ISCED-F 084.'),
    ('KZ2018:8D084', 'ISCEDF:083', 'exact', 'Fisheries', 'known', 'Not ISCED-F 084.'),
    ('KZ2018:6B091', 'ISCEDF:0841', 'exact', 'Veterinary', 'known', 'Not ISCED-F 091.'),
    ('KZ2018:7M091', 'ISCEDF:0841', 'exact', 'Veterinary', 'known', 'Not ISCED-F 091.'),
    ('KZ2018:8D091', 'ISCEDF:0841', 'exact', 'Veterinary', 'known', 'Not ISCED-F 091.'),
    ('KZ2018:6B101', 'ISCEDF:091', 'exact', 'Health care', 'known', 'Not ISCED-F 101.'),
    ('KZ2018:7M101', 'ISCEDF:091', 'exact', 'Health care', 'known', 'Not ISCED-F 101.'),
    ('KZ2018:8D101', 'ISCEDF:091', 'exact', 'Health care', 'known', 'Not ISCED-F 101.'),
    ('KZ2018:6B111', 'ISCEDF:101', 'related', 'Service sphere', 'known', NULL),
    ('KZ2018:7M111', 'ISCEDF:101', 'related', 'Service sphere', 'known', NULL),
    ('KZ2018:8D111', 'ISCEDF:101', 'related', 'Service sphere', 'known', NULL),
    ('KZ2018:6B112', 'ISCEDF:102', 'exact', 'Hygiene and occupational safety', 'known', NULL),
    ('KZ2018:7M112', 'ISCEDF:102', 'exact', 'Hygiene and occupational safety', 'known', NULL),
    ('KZ2018:8D112', 'ISCEDF:102', 'exact', 'Hygiene and occupational safety', 'known', NULL),
    ('KZ2018:6B113', 'ISCEDF:104', 'exact', 'Transport services', 'known', NULL),
    ('KZ2018:7M113', 'ISCEDF:104', 'exact', 'Transport services', 'known', NULL),
    ('KZ2018:8D113', 'ISCEDF:104', 'exact', 'Transport services', 'known', NULL),
    ('KZ2018:6B114', 'ISCEDF:092', 'exact', 'Social welfare', 'known', NULL),
    ('KZ2018:7M114', 'ISCEDF:092', 'exact', 'Social welfare', 'known', NULL),
    ('KZ2018:8D114', 'ISCEDF:092', 'exact', 'Social welfare', 'known', NULL),
    ('KZ2018:6B121', 'ISCEDF:1031', 'exact', 'Military affairs', 'uncertain', NULL),
    ('KZ2018:7M121', 'ISCEDF:1031', 'exact', 'Military affairs', 'uncertain', NULL),
    ('KZ2018:8D121', 'ISCEDF:1031', 'exact', 'Military affairs', 'uncertain', NULL),
    ('KZ2018:6B122', 'ISCEDF:1031', 'related', 'National security', 'uncertain', NULL),
    ('KZ2018:7M122', 'ISCEDF:1031', 'related', 'National security', 'uncertain', NULL),
    ('KZ2018:8D122', 'ISCEDF:1031', 'related', 'National security', 'uncertain', NULL),
    ('KZ2018:6B123', 'ISCEDF:1032', 'exact', 'Public security', 'known', NULL),
    ('KZ2018:7M123', 'ISCEDF:1032', 'exact', 'Public security', 'known', NULL),
    ('KZ2018:8D123', 'ISCEDF:1032', 'exact', 'Public security', 'known', NULL)
) AS r (code, to_code, relation, name, confidence, note);

INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'public file on GitHub (6B06801)', true
FROM (VALUES
    ('KZ2018:6B068', 'ISCEDF:068', 'exact', 'Inter-disciplinary programmes involving ICT', 'found', NULL),
    ('KZ2018:7M068', 'ISCEDF:068', 'exact', 'Inter-disciplinary programmes involving ICT', 'known', NULL),
    ('KZ2018:8D068', 'ISCEDF:068', 'exact', 'Inter-disciplinary programmes involving ICT', 'known', NULL)
) AS r (code, to_code, relation, name, confidence, note);

-- Directions that a public list of the directions has beside these.
INSERT INTO socu.program_crosswalk (code, to_code, relation, name, confidence, source, shipped)
SELECT ('KZ2018:' || l.level || r.code)::socu.program_code, ('ISCEDF:' || r.field)::socu.program_code, r.relation,
       r.name, 'known', 'public file on GitHub (names of the directions); field mapping is judgement of the editors', true
FROM (VALUES ('055', '0532', 'narrower', 'Geology'),
             ('102', '092', 'exact', 'Social welfare')) AS r (code, field, relation, name),
     (VALUES ('6B'), ('7M'), ('8D')) AS l (level);

-- KZ2009.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'GK RK 08-2009 field groups; names as in public file on GitHub', true
FROM (VALUES
    ('KZ2009:5B01', 'ISCEDF:01', 'exact', 'Education', 'known', NULL),
    ('KZ2009:6M01', 'ISCEDF:01', 'exact', 'Education', 'known', NULL),
    ('KZ2009:6D01', 'ISCEDF:01', 'exact', 'Education', 'known', NULL),
    ('KZ2009:5B02', 'ISCEDF:022', 'related', 'Humanities', 'known',
     'Languages (023) and international relations (0312) included.'),
    ('KZ2009:6M02', 'ISCEDF:022', 'related', 'Humanities', 'known',
     'Languages (023) and international relations (0312) included.'),
    ('KZ2009:6D02', 'ISCEDF:022', 'related', 'Humanities', 'known',
     'Languages (023) and international relations (0312) included.'),
    ('KZ2009:5B03', 'ISCEDF:042', 'exact', 'Law', 'known', NULL),
    ('KZ2009:6M03', 'ISCEDF:042', 'exact', 'Law', 'known', NULL),
    ('KZ2009:6D03', 'ISCEDF:042', 'exact', 'Law', 'known', NULL),
    ('KZ2009:5B04', 'ISCEDF:021', 'exact', 'Arts', 'known', NULL),
    ('KZ2009:6M04', 'ISCEDF:021', 'exact', 'Arts', 'known', NULL),
    ('KZ2009:6D04', 'ISCEDF:021', 'exact', 'Arts', 'known', NULL),
    ('KZ2009:5B05', 'ISCEDF:03', 'related', 'Social sciences, economics and business', 'known',
     'Spread over 031, 032 and 041.'),
    ('KZ2009:6M05', 'ISCEDF:03', 'related', 'Social sciences, economics and business', 'known',
     'Spread over 031, 032 and 041.'),
    ('KZ2009:6D05', 'ISCEDF:03', 'related', 'Social sciences, economics and business', 'known',
     'Spread over 031, 032 and 041.'),
    ('KZ2009:5B06', 'ISCEDF:05', 'related', 'Natural sciences', 'known', 'Except 0602 Informatics, which is 061.'),
    ('KZ2009:6M06', 'ISCEDF:05', 'related', 'Natural sciences', 'known', 'Except 0602 Informatics, which is 061.'),
    ('KZ2009:6D06', 'ISCEDF:05', 'related', 'Natural sciences', 'known', 'Except 0602 Informatics, which is 061.'),
    ('KZ2009:5B0602', 'ISCEDF:061', 'narrower', 'Informatics', 'known', NULL),
    ('KZ2009:6M0602', 'ISCEDF:061', 'narrower', 'Informatics', 'known', NULL),
    ('KZ2009:6D0602', 'ISCEDF:061', 'narrower', 'Informatics', 'known', NULL),
    ('KZ2009:5B0608', 'ISCEDF:0521', 'exact', 'Ecology', 'known', NULL),
    ('KZ2009:6M0608', 'ISCEDF:0521', 'exact', 'Ecology', 'known', NULL),
    ('KZ2009:6D0608', 'ISCEDF:0521', 'exact', 'Ecology', 'known', NULL),
    ('KZ2009:5B07', 'ISCEDF:07', 'related', 'Engineering sciences and technologies', 'known',
     'Except 0703, 0704 and 0705, which are 06 or 05.'),
    ('KZ2009:6M07', 'ISCEDF:07', 'related', 'Engineering sciences and technologies', 'known',
     'Except 0703, 0704 and 0705, which are 06 or 05.'),
    ('KZ2009:6D07', 'ISCEDF:07', 'related', 'Engineering sciences and technologies', 'known',
     'Except 0703, 0704 and 0705, which are 06 or 05.'),
    ('KZ2009:5B0702', 'ISCEDF:0714', 'exact', 'Automation and control', 'known', NULL),
    ('KZ2009:6M0702', 'ISCEDF:0714', 'exact', 'Automation and control', 'known', NULL),
    ('KZ2009:6D0702', 'ISCEDF:0714', 'exact', 'Automation and control', 'known', NULL),
    ('KZ2009:5B0703', 'ISCEDF:061', 'narrower', 'Information systems', 'known', 'Nearest detailed field: 0612.'),
    ('KZ2009:6M0703', 'ISCEDF:061', 'narrower', 'Information systems', 'known', 'Nearest detailed field: 0612.'),
    ('KZ2009:6D0703', 'ISCEDF:061', 'narrower', 'Information systems', 'known', 'Nearest detailed field: 0612.'),
    ('KZ2009:5B0704', 'ISCEDF:061', 'narrower', 'Computer engineering and software', 'known',
     'Nearest detailed field: 0613.'),
    ('KZ2009:6M0704', 'ISCEDF:061', 'narrower', 'Computer engineering and software', 'known',
     'Nearest detailed field: 0613.'),
    ('KZ2009:6D0704', 'ISCEDF:061', 'narrower', 'Computer engineering and software', 'known',
     'Nearest detailed field: 0613.'),
    ('KZ2009:5B0717', 'ISCEDF:0713', 'narrower', 'Heat power engineering', 'known', NULL),
    ('KZ2009:6M0717', 'ISCEDF:0713', 'narrower', 'Heat power engineering', 'known', NULL),
    ('KZ2009:6D0717', 'ISCEDF:0713', 'narrower', 'Heat power engineering', 'known', NULL),
    ('KZ2009:5B0718', 'ISCEDF:0713', 'narrower', 'Electric power engineering', 'known', NULL),
    ('KZ2009:6M0718', 'ISCEDF:0713', 'narrower', 'Electric power engineering', 'known', NULL),
    ('KZ2009:6D0718', 'ISCEDF:0713', 'narrower', 'Electric power engineering', 'known', NULL),
    ('KZ2009:5B0719', 'ISCEDF:0714', 'narrower', 'Radio engineering, electronics and telecommunications', 'known',
     NULL),
    ('KZ2009:6M0719', 'ISCEDF:0714', 'narrower', 'Radio engineering, electronics and telecommunications', 'known',
     NULL),
    ('KZ2009:6D0719', 'ISCEDF:0714', 'narrower', 'Radio engineering, electronics and telecommunications', 'known',
     NULL),
    ('KZ2009:5B0740', 'ISCEDF:0719', 'related', 'Nanomaterials and nanotechnologies', 'uncertain',
     'ISCED-F has no field for nanotechnology.'),
    ('KZ2009:6M0740', 'ISCEDF:0719', 'related', 'Nanomaterials and nanotechnologies', 'uncertain',
     'ISCED-F has no field for nanotechnology.'),
    ('KZ2009:6D0740', 'ISCEDF:0719', 'related', 'Nanomaterials and nanotechnologies', 'uncertain',
     'ISCED-F has no field for nanotechnology.'),
    ('KZ2009:5B0505', 'ISCEDF:0314', 'narrower', 'Regional studies', 'known',
     'Some states use 0312 for area studies.'),
    ('KZ2009:6M0505', 'ISCEDF:0314', 'narrower', 'Regional studies', 'known',
     'Some states use 0312 for area studies.'),
    ('KZ2009:6D0505', 'ISCEDF:0314', 'narrower', 'Regional studies', 'known',
     'Some states use 0312 for area studies.'),
    ('KZ2009:5B0506', 'ISCEDF:0311', 'exact', 'Economics', 'known', NULL),
    ('KZ2009:6M0506', 'ISCEDF:0311', 'exact', 'Economics', 'known', NULL),
    ('KZ2009:6D0506', 'ISCEDF:0311', 'exact', 'Economics', 'known', NULL),
    ('KZ2009:5B08', 'ISCEDF:081', 'related', 'Agricultural sciences', 'known', NULL),
    ('KZ2009:6M08', 'ISCEDF:081', 'related', 'Agricultural sciences', 'known', NULL),
    ('KZ2009:6D08', 'ISCEDF:081', 'related', 'Agricultural sciences', 'known', NULL),
    ('KZ2009:5B09', 'ISCEDF:10', 'related', 'Services', 'known', NULL),
    ('KZ2009:6M09', 'ISCEDF:10', 'related', 'Services', 'known', NULL),
    ('KZ2009:6D09', 'ISCEDF:10', 'related', 'Services', 'known', NULL),
    ('KZ2009:5B0911', 'ISCEDF:0521', 'narrower', 'Geoecology and nature management', 'known',
     'Ecology inside the group of services.'),
    ('KZ2009:6M0911', 'ISCEDF:0521', 'narrower', 'Geoecology and nature management', 'known',
     'Ecology inside the group of services.'),
    ('KZ2009:6D0911', 'ISCEDF:0521', 'narrower', 'Geoecology and nature management', 'known',
     'Ecology inside the group of services.'),
    ('KZ2009:5B10', 'ISCEDF:103', 'related', 'Military affairs and security', 'known',
     'Except 1002 Information security systems, which is 0612.'),
    ('KZ2009:6M10', 'ISCEDF:103', 'related', 'Military affairs and security', 'known',
     'Except 1002 Information security systems, which is 0612.'),
    ('KZ2009:6D10', 'ISCEDF:103', 'related', 'Military affairs and security', 'known',
     'Except 1002 Information security systems, which is 0612.'),
    ('KZ2009:5B11', 'ISCEDF:09', 'related', 'Health care and social security (medicine)', 'known', NULL),
    ('KZ2009:6M11', 'ISCEDF:09', 'related', 'Health care and social security (medicine)', 'known', NULL),
    ('KZ2009:6D11', 'ISCEDF:09', 'related', 'Health care and social security (medicine)', 'known', NULL),
    ('KZ2009:5B12', 'ISCEDF:084', 'exact', 'Veterinary', 'known', NULL),
    ('KZ2009:6M12', 'ISCEDF:084', 'exact', 'Veterinary', 'known', NULL),
    ('KZ2009:6D12', 'ISCEDF:084', 'exact', 'Veterinary', 'known', NULL),
    ('KZ2009:5B13', 'ISCEDF:091', 'narrower', 'Medicine (continuous programmes)', 'known', NULL),
    ('KZ2009:6M13', 'ISCEDF:091', 'narrower', 'Medicine (continuous programmes)', 'known', NULL),
    ('KZ2009:6D13', 'ISCEDF:091', 'narrower', 'Medicine (continuous programmes)', 'known', NULL)
) AS r (code, to_code, relation, name, confidence, note);

-- KZ2004.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'by identity of the field and serial digits with KZ2009', true
FROM (VALUES
    ('KZ2004:0501', 'ISCEDF:01', 'exact', 'Education', 'known', NULL),
    ('KZ2004:6N01', 'ISCEDF:01', 'exact', 'Education', 'known', NULL),
    ('KZ2004:0502', 'ISCEDF:022', 'related', 'Humanities', 'known',
     'Languages (023) and international relations (0312) included.'),
    ('KZ2004:6N02', 'ISCEDF:022', 'related', 'Humanities', 'known',
     'Languages (023) and international relations (0312) included.'),
    ('KZ2004:0503', 'ISCEDF:042', 'exact', 'Law', 'known', NULL),
    ('KZ2004:6N03', 'ISCEDF:042', 'exact', 'Law', 'known', NULL),
    ('KZ2004:0504', 'ISCEDF:021', 'exact', 'Arts', 'known', NULL),
    ('KZ2004:6N04', 'ISCEDF:021', 'exact', 'Arts', 'known', NULL),
    ('KZ2004:0505', 'ISCEDF:03', 'related', 'Social sciences, economics and business', 'known',
     'Spread over 031, 032 and 041.'),
    ('KZ2004:6N05', 'ISCEDF:03', 'related', 'Social sciences, economics and business', 'known',
     'Spread over 031, 032 and 041.'),
    ('KZ2004:0506', 'ISCEDF:05', 'related', 'Natural sciences', 'known', 'Except 0602 Informatics, which is 061.'),
    ('KZ2004:6N06', 'ISCEDF:05', 'related', 'Natural sciences', 'known', 'Except 0602 Informatics, which is 061.'),
    ('KZ2004:050602', 'ISCEDF:061', 'narrower', 'Informatics', 'known', NULL),
    ('KZ2004:6N0602', 'ISCEDF:061', 'narrower', 'Informatics', 'known', NULL),
    ('KZ2004:050608', 'ISCEDF:0521', 'exact', 'Ecology', 'known', NULL),
    ('KZ2004:6N0608', 'ISCEDF:0521', 'exact', 'Ecology', 'known', NULL),
    ('KZ2004:0507', 'ISCEDF:07', 'related', 'Engineering sciences and technologies', 'known',
     'Except 0703, 0704 and 0705, which are 06 or 05.'),
    ('KZ2004:6N07', 'ISCEDF:07', 'related', 'Engineering sciences and technologies', 'known',
     'Except 0703, 0704 and 0705, which are 06 or 05.'),
    ('KZ2004:050702', 'ISCEDF:0714', 'exact', 'Automation and control', 'known', NULL),
    ('KZ2004:6N0702', 'ISCEDF:0714', 'exact', 'Automation and control', 'known', NULL),
    ('KZ2004:050703', 'ISCEDF:061', 'narrower', 'Information systems', 'known', 'Nearest detailed field: 0612.'),
    ('KZ2004:6N0703', 'ISCEDF:061', 'narrower', 'Information systems', 'known', 'Nearest detailed field: 0612.'),
    ('KZ2004:050704', 'ISCEDF:061', 'narrower', 'Computer engineering and software', 'known',
     'Nearest detailed field: 0613.'),
    ('KZ2004:6N0704', 'ISCEDF:061', 'narrower', 'Computer engineering and software', 'known',
     'Nearest detailed field: 0613.'),
    ('KZ2004:050717', 'ISCEDF:0713', 'narrower', 'Heat power engineering', 'known', NULL),
    ('KZ2004:6N0717', 'ISCEDF:0713', 'narrower', 'Heat power engineering', 'known', NULL),
    ('KZ2004:050718', 'ISCEDF:0713', 'narrower', 'Electric power engineering', 'known', NULL),
    ('KZ2004:6N0718', 'ISCEDF:0713', 'narrower', 'Electric power engineering', 'known', NULL),
    ('KZ2004:050719', 'ISCEDF:0714', 'narrower', 'Radio engineering, electronics and telecommunications', 'known',
     NULL),
    ('KZ2004:6N0719', 'ISCEDF:0714', 'narrower', 'Radio engineering, electronics and telecommunications', 'known',
     NULL),
    ('KZ2004:050740', 'ISCEDF:0719', 'related', 'Nanomaterials and nanotechnologies', 'uncertain',
     'ISCED-F has no field for nanotechnology.'),
    ('KZ2004:6N0740', 'ISCEDF:0719', 'related', 'Nanomaterials and nanotechnologies', 'uncertain',
     'ISCED-F has no field for nanotechnology.'),
    ('KZ2004:050505', 'ISCEDF:0314', 'narrower', 'Regional studies', 'known',
     'Some states use 0312 for area studies.'),
    ('KZ2004:6N0505', 'ISCEDF:0314', 'narrower', 'Regional studies', 'known',
     'Some states use 0312 for area studies.'),
    ('KZ2004:050506', 'ISCEDF:0311', 'exact', 'Economics', 'known', NULL),
    ('KZ2004:6N0506', 'ISCEDF:0311', 'exact', 'Economics', 'known', NULL),
    ('KZ2004:0508', 'ISCEDF:081', 'related', 'Agricultural sciences', 'known', NULL),
    ('KZ2004:6N08', 'ISCEDF:081', 'related', 'Agricultural sciences', 'known', NULL),
    ('KZ2004:0509', 'ISCEDF:10', 'related', 'Services', 'known', NULL),
    ('KZ2004:6N09', 'ISCEDF:10', 'related', 'Services', 'known', NULL),
    ('KZ2004:050911', 'ISCEDF:0521', 'narrower', 'Geoecology and nature management', 'known',
     'Ecology inside the group of services.'),
    ('KZ2004:6N0911', 'ISCEDF:0521', 'narrower', 'Geoecology and nature management', 'known',
     'Ecology inside the group of services.'),
    ('KZ2004:0510', 'ISCEDF:103', 'related', 'Military affairs and security', 'known',
     'Except 1002 Information security systems, which is 0612.'),
    ('KZ2004:6N10', 'ISCEDF:103', 'related', 'Military affairs and security', 'known',
     'Except 1002 Information security systems, which is 0612.'),
    ('KZ2004:0511', 'ISCEDF:09', 'related', 'Health care and social security (medicine)', 'known', NULL),
    ('KZ2004:6N11', 'ISCEDF:09', 'related', 'Health care and social security (medicine)', 'known', NULL),
    ('KZ2004:0512', 'ISCEDF:084', 'exact', 'Veterinary', 'known', NULL),
    ('KZ2004:6N12', 'ISCEDF:084', 'exact', 'Veterinary', 'known', NULL)
) AS r (code, to_code, relation, name, confidence, note);

-- KZ2018G.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'list of groups of educational programmes', true
FROM (VALUES
    ('KZ2018G:M001', 'ISCEDF:0111', 'related', 'Pedagogy and psychology', 'known', NULL),
    ('KZ2018G:M012', 'ISCEDF:0114', 'narrower', 'Teacher training in informatics', 'known', NULL),
    ('KZ2018G:M095', 'ISCEDF:0612', 'narrower', 'Information security', 'known', NULL),
    ('KZ2018G:M094', 'ISCEDF:061', 'narrower', 'Information technologies', 'known', NULL),
    ('KZ2018G:D094', 'ISCEDF:061', 'narrower', 'Information technologies', 'known', NULL)
) AS r (code, to_code, relation, name, confidence, note);

INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'public file on GitHub', true
FROM (VALUES
    ('KZ2018G:B001', 'ISCEDF:0111', 'related', 'Pedagogy and psychology', 'known', NULL),
    ('KZ2018G:B009', 'ISCEDF:0114', 'narrower', 'Training of mathematics teachers', 'known', NULL),
    ('KZ2018G:B011', 'ISCEDF:0114', 'narrower', 'Training of informatics teachers', 'known', NULL),
    ('KZ2018G:B050', 'ISCEDF:051', 'exact', 'Biological and related sciences', 'known', NULL),
    ('KZ2018G:B057', 'ISCEDF:061', 'narrower', 'Information technologies', 'known', NULL),
    ('KZ2018G:B058', 'ISCEDF:0612', 'narrower', 'Information security', 'known', NULL),
    ('KZ2018G:B059', 'ISCEDF:0714', 'narrower', 'Communications and communication technologies', 'known', NULL),
    ('KZ2018G:B060', 'ISCEDF:0711', 'exact', 'Chemical engineering and processes', 'known', NULL),
    ('KZ2018G:B062', 'ISCEDF:0713', 'exact', 'Electrical and power engineering', 'known', NULL),
    ('KZ2018G:B064', 'ISCEDF:0715', 'exact', 'Mechanics and metal working', 'known', NULL),
    ('KZ2018G:B071', 'ISCEDF:0724', 'exact', 'Mining and extraction', 'known', NULL),
    ('KZ2018G:B091', 'ISCEDF:1015', 'exact', 'Tourism', 'known', NULL),
    ('KZ2018G:B093', 'ISCEDF:1013', 'exact', 'Restaurant and hotel business', 'known', NULL),
    ('KZ2018G:BM086', 'ISCEDF:0912', 'exact', 'Medicine', 'known', NULL),
    ('KZ2018G:BM088', 'ISCEDF:0912', 'narrower', 'Paediatrics', 'known', NULL)
) AS r (code, to_code, relation, name, confidence, note);

-- The groups of the bachelor's level: 97 in a public list, two more in another that agrees with it.
INSERT INTO socu.program_crosswalk (code, to_code, relation, name, confidence, source, shipped)
SELECT ('KZ2018G:' || r.code)::socu.program_code, ('ISCEDF:' || r.field)::socu.program_code, r.relation, r.name, 'known',
       'two public files on GitHub that list the groups of programmes; field mapping is judgement of the editors', true
FROM (VALUES
    ('B002', '0112', 'exact', 'Preschool education and upbringing'),
    ('B003', '0113', 'narrower', 'Pedagogy and methods of primary education'),
    ('B004', '0114', 'narrower', 'Training of teachers of initial military training'),
    ('B005', '0114', 'narrower', 'Training of teachers of physical culture'),
    ('B006', '0114', 'narrower', 'Training of teachers of music'),
    ('B007', '0114', 'narrower', 'Training of teachers of art work and drawing'),
    ('B008', '0114', 'narrower', 'Training of teachers of law and economics'),
    ('B010', '0114', 'narrower', 'Training of teachers of physics'),
    ('B012', '0114', 'narrower', 'Training of teachers of chemistry'),
    ('B013', '0114', 'narrower', 'Training of teachers of biology'),
    ('B014', '0114', 'narrower', 'Training of teachers of geography'),
    ('B015', '0114', 'narrower', 'Training of teachers of humanities'),
    ('B016', '0114', 'narrower', 'Training of teachers of Kazakh language and literature'),
    ('B017', '0114', 'narrower', 'Training of teachers of Russian language and literature'),
    ('B018', '0114', 'narrower', 'Training of teachers of a foreign language'),
    ('B019', '011', 'narrower', 'Social pedagogy'),
    ('B020', '011', 'narrower', 'Special pedagogy'),
    ('B021', '0215', 'narrower', 'Performing arts'),
    ('B022', '0215', 'narrower', 'Variety art'),
    ('B023', '0215', 'narrower', 'Instrumental performance'),
    ('B024', '021', 'narrower', 'Musicology and art studies'),
    ('B025', '0215', 'narrower', 'Traditional musical art'),
    ('B026', '0215', 'narrower', 'Conducting and composition'),
    ('B027', '0215', 'narrower', 'Theatre'),
    ('B028', '0215', 'narrower', 'Choreography'),
    ('B029', '0211', 'narrower', 'Audiovisual arts and media production'),
    ('B030', '0213', 'narrower', 'Fine arts'),
    ('B031', '0212', 'narrower', 'Fashion, interior and industrial design'),
    ('B032', '0223', 'narrower', 'Philosophy and ethics'),
    ('B033', '0221', 'narrower', 'Religion and theology'),
    ('B034', '0222', 'exact', 'History and archaeology'),
    ('B035', '02', 'related', 'Turkology and oriental studies'),
    ('B036', '0231', 'narrower', 'Translation'),
    ('B037', '0232', 'narrower', 'Philology'),
    ('B038', '0314', 'narrower', 'Sociology'),
    ('B039', '0314', 'narrower', 'Cultural studies'),
    ('B040', '0312', 'exact', 'Political science and civics'),
    ('B041', '0313', 'exact', 'Psychology'),
    ('B042', '0321', 'exact', 'Journalism and reporting'),
    ('B043', '0322', 'exact', 'Library science, information processing and archives'),
    ('B044', '0413', 'exact', 'Management and administration'),
    ('B045', '0411', 'narrower', 'Audit and taxation'),
    ('B046', '0412', 'related', 'Finance, economics, banking and insurance'),
    ('B047', '0414', 'exact', 'Marketing and advertising'),
    ('B048', '0417', 'exact', 'Work skills'),
    ('B049', '0421', 'exact', 'Law'),
    ('B051', '052', 'exact', 'Environment'),
    ('B052', '0532', 'exact', 'Earth science'),
    ('B053', '0531', 'exact', 'Chemistry'),
    ('B054', '0533', 'exact', 'Physics'),
    ('B055', '054', 'exact', 'Mathematics and statistics'),
    ('B056', '05', 'narrower', 'Mechanics'),
    ('B061', '07', 'narrower', 'Materials science and technologies'),
    ('B063', '071', 'narrower', 'Electrical engineering and automation'),
    ('B065', '0716', 'narrower', 'Motor vehicles'),
    ('B066', '0716', 'narrower', 'Marine transport and technologies'),
    ('B067', '0716', 'narrower', 'Air transport and technologies'),
    ('B068', '0721', 'exact', 'Production of food'),
    ('B069', '0722', 'exact', 'Production of materials (glass, paper, plastic, wood)'),
    ('B070', '0723', 'exact', 'Textiles: clothes, footwear and leather'),
    ('B072', '07', 'related', 'Pharmaceutical production technology'),
    ('B073', '0731', 'narrower', 'Architecture'),
    ('B074', '073', 'narrower', 'Town planning, construction and civil engineering'),
    ('B075', '0731', 'narrower', 'Cadastre and land management'),
    ('B076', '07', 'related', 'Standardisation, certification and metrology'),
    ('B077', '0811', 'narrower', 'Crop science'),
    ('B078', '0811', 'narrower', 'Animal husbandry'),
    ('B079', '0821', 'exact', 'Forestry'),
    ('B080', '0831', 'exact', 'Fishery'),
    ('B081', '08', 'related', 'Land management'),
    ('B082', '08', 'related', 'Water resources and water use'),
    ('B083', '0841', 'exact', 'Veterinary medicine'),
    ('B084', '0913', 'narrower', 'Nursing'),
    ('B085', '0916', 'exact', 'Pharmacy'),
    ('B086', '0912', 'narrower', 'General medicine'),
    ('B087', '0911', 'exact', 'Dentistry'),
    ('B088', '0912', 'narrower', 'Paediatrics'),
    ('B089', '0914', 'exact', 'Medical diagnostics and treatment technology'),
    ('B090', '0923', 'narrower', 'Social work'),
    ('B092', '1015', 'related', 'Leisure'),
    ('B094', '102', 'narrower', 'Sanitary and preventive measures'),
    ('B095', '1041', 'exact', 'Transport services'),
    ('B096', '1032', 'narrower', 'Law enforcement'),
    ('B097', '1032', 'narrower', 'Fire safety'),
    ('B134', '0222', 'related', 'Archaeology and ethnology'),
    ('B140', '0312', 'narrower', 'International relations and diplomacy')
) AS r (code, field, relation, name);

-- Groups of the master's level as a university lists them; doctoral groups bear the same numbers by analogy.
INSERT INTO socu.program_crosswalk (code, to_code, relation, name, confidence, source, shipped)
SELECT ('KZ2018G:' || l.level || r.number)::socu.program_code, ('ISCEDF:' || r.field)::socu.program_code, r.relation,
       r.name, l.confidence, l.source || '; field mapping is judgement of the editors', true
FROM (VALUES
    ('002', '0112', 'exact', 'Preschool education and upbringing'),
    ('003', '0113', 'narrower', 'Teacher training without subject specialisation'),
    ('005', '0114', 'narrower', 'Teacher training in physical education'),
    ('007', '0114', 'narrower', 'Teacher training in arts, graphics and design'),
    ('010', '0114', 'narrower', 'Teacher training in mathematics'),
    ('011', '0114', 'narrower', 'Teacher training in physics'),
    ('013', '0114', 'narrower', 'Teacher training in chemistry'),
    ('014', '0114', 'narrower', 'Teacher training in biology'),
    ('015', '0114', 'narrower', 'Teacher training in geography'),
    ('016', '0114', 'narrower', 'Teacher training in history'),
    ('017', '0114', 'narrower', 'Teacher training in Kazakh language and literature'),
    ('018', '0114', 'narrower', 'Teacher training in Russian language and literature'),
    ('019', '0114', 'narrower', 'Teacher training in a foreign language')
) AS r (number, field, relation, name),
     (VALUES ('M', 'known', 'https://vku.edu.kz/entrant-2/masters-degree'),
             ('D', 'uncertain', 'by analogy with the groups of the master''s level')) AS l (level, confidence, source);

-- RU2013.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'public file on GitHub (group names); field mapping is judgement of the editors', true
FROM (VALUES
    ('RU2013:01', 'ISCEDF:054', 'related', 'Mathematics and mechanics', 'known', NULL),
    ('RU2013:02', 'ISCEDF:061', 'narrower', 'Computer and information sciences', 'known', NULL),
    ('RU2013:03', 'ISCEDF:0533', 'exact', 'Physics and astronomy', 'known', NULL),
    ('RU2013:04', 'ISCEDF:0531', 'exact', 'Chemistry', 'known', NULL),
    ('RU2013:05', 'ISCEDF:0532', 'related', 'Earth sciences', 'known', 'Ecology (serial 06) is 0521.'),
    ('RU2013:06', 'ISCEDF:051', 'exact', 'Biological sciences', 'known', NULL),
    ('RU2013:07', 'ISCEDF:0731', 'exact', 'Architecture', 'known', NULL),
    ('RU2013:08', 'ISCEDF:0732', 'exact', 'Construction engineering and technology', 'known', NULL),
    ('RU2013:09', 'ISCEDF:061', 'exact', 'Informatics and computer engineering', 'known',
     'Group 02 and 10 belong to 06 too.'),
    ('RU2013:10', 'ISCEDF:0612', 'narrower', 'Information security', 'known', NULL),
    ('RU2013:11', 'ISCEDF:0714', 'narrower', 'Electronics, radio engineering and communication systems', 'known',
     NULL),
    ('RU2013:12', 'ISCEDF:0714', 'related', 'Photonics, instrument engineering, optical and biotechnical systems',
     'known', NULL),
    ('RU2013:13', 'ISCEDF:0713', 'narrower', 'Electric and heat power engineering', 'known', NULL),
    ('RU2013:14', 'ISCEDF:0713', 'narrower', 'Nuclear power and technologies', 'known', NULL),
    ('RU2013:15', 'ISCEDF:0715', 'related', 'Mechanical engineering', 'known', NULL),
    ('RU2013:16', 'ISCEDF:0719', 'related', 'Physical and technical sciences and technologies', 'known', NULL),
    ('RU2013:17', 'ISCEDF:0719', 'related', 'Weapons and weapon systems', 'known', NULL),
    ('RU2013:18', 'ISCEDF:0711', 'exact', 'Chemical technologies', 'known', NULL),
    ('RU2013:19', 'ISCEDF:0721', 'related', 'Industrial ecology and biotechnologies', 'known',
     'Biotechnology and food together.'),
    ('RU2013:20', 'ISCEDF:1022', 'related', 'Technosphere safety and environmental engineering', 'known',
     'Environmental engineering (serial 02) is 0712.'),
    ('RU2013:21', 'ISCEDF:0724', 'related', 'Applied geology, mining, oil and gas, geodesy', 'known',
     'Geodesy is 0731 or 0532.'),
    ('RU2013:22', 'ISCEDF:0722', 'related', 'Materials technologies', 'known', 'Metallurgy is 0715.'),
    ('RU2013:23', 'ISCEDF:0716', 'related', 'Land transport engineering and technology', 'known',
     'Operation of transport is 1041.'),
    ('RU2013:24', 'ISCEDF:0716', 'narrower', 'Aviation, rocket and space technology', 'known', NULL),
    ('RU2013:25', 'ISCEDF:1041', 'related', 'Air navigation and operation of aircraft', 'known', NULL),
    ('RU2013:26', 'ISCEDF:0716', 'related', 'Shipbuilding and water transport', 'known', NULL),
    ('RU2013:27', 'ISCEDF:0714', 'related', 'Control in technical systems', 'known',
     'With standardisation and innovation management.'),
    ('RU2013:28', 'ISCEDF:0719', 'related', 'Nanotechnologies and nanomaterials', 'known',
     'ISCED-F has no field for it; 0714 and 0533 occur too.'),
    ('RU2013:29', 'ISCEDF:0723', 'related', 'Light industry technologies', 'known', NULL),
    ('RU2013:30', 'ISCEDF:0914', 'related', 'Fundamental medicine', 'known', NULL),
    ('RU2013:31', 'ISCEDF:0912', 'related', 'Clinical medicine', 'known', 'Dentistry (31.05.03) is 0911.'),
    ('RU2013:32', 'ISCEDF:0912', 'narrower', 'Health sciences and preventive medicine', 'known', NULL),
    ('RU2013:33', 'ISCEDF:0916', 'exact', 'Pharmacy', 'known', NULL),
    ('RU2013:34', 'ISCEDF:0913', 'exact', 'Nursing', 'known', NULL),
    ('RU2013:35', 'ISCEDF:08', 'narrower', 'Agriculture, forestry and fishery', 'known', NULL),
    ('RU2013:36', 'ISCEDF:084', 'related', 'Veterinary and zootechnics', 'known', 'Zootechnics is 0811.'),
    ('RU2013:37', 'ISCEDF:0313', 'exact', 'Psychological sciences', 'known', NULL),
    ('RU2013:38', 'ISCEDF:04', 'related', 'Economics and management', 'known', 'Economics (serial 01) is 0311.'),
    ('RU2013:39', 'ISCEDF:0314', 'related', 'Sociology and social work', 'known', 'Social work is 0923.'),
    ('RU2013:40', 'ISCEDF:0421', 'exact', 'Jurisprudence', 'known', NULL),
    ('RU2013:41', 'ISCEDF:0312', 'related', 'Political sciences and regional studies', 'known',
     'Regional studies are 0314.'),
    ('RU2013:42', 'ISCEDF:032', 'broader', 'Mass media and information and library science', 'known', NULL),
    ('RU2013:43', 'ISCEDF:101', 'narrower', 'Service and tourism', 'known', NULL),
    ('RU2013:44', 'ISCEDF:011', 'exact', 'Education and pedagogical sciences', 'known', NULL),
    ('RU2013:45', 'ISCEDF:023', 'exact', 'Linguistics and literary studies', 'known', NULL),
    ('RU2013:46', 'ISCEDF:0222', 'broader', 'History and archaeology', 'known', 'Archival studies are 0322.'),
    ('RU2013:47', 'ISCEDF:0223', 'related', 'Philosophy, ethics and religious studies', 'known',
     'Religious studies are 0221.'),
    ('RU2013:48', 'ISCEDF:0221', 'narrower', 'Theology', 'known', NULL),
    ('RU2013:49', 'ISCEDF:1014', 'exact', 'Physical culture and sport', 'known', NULL),
    ('RU2013:50', 'ISCEDF:0213', 'related', 'Art studies', 'known', NULL),
    ('RU2013:51', 'ISCEDF:0314', 'related', 'Cultural studies and sociocultural projects', 'known', NULL),
    ('RU2013:52', 'ISCEDF:0215', 'narrower', 'Performing arts and creative writing', 'known', NULL),
    ('RU2013:53', 'ISCEDF:0215', 'narrower', 'Music', 'known', NULL),
    ('RU2013:54', 'ISCEDF:0213', 'related', 'Fine and applied arts', 'known', 'Design is 0212.'),
    ('RU2013:55', 'ISCEDF:0211', 'exact', 'Screen arts', 'known', NULL),
    ('RU2013:56', 'ISCEDF:1031', 'narrower', 'Military administration', 'known', NULL),
    ('RU2013:57', 'ISCEDF:103', 'narrower', 'State security', 'known', NULL),
    ('RU2013:58', 'ISCEDF:0314', 'narrower', 'Oriental and African studies', 'known', NULL)
) AS r (code, to_code, relation, name, confidence, note);

-- Programmes that stand elsewhere than their group, or of which more is known.  One row for each level that has the serial.
INSERT INTO socu.program_crosswalk (code, to_code, relation, name, confidence, source, shipped)
SELECT ('RU2013:' || r.area || '.' || l.level || '.' || r.serial)::socu.program_code,
       ('ISCEDF:' || r.field)::socu.program_code, r.relation, r.name, r.confidence,
       'public file on GitHub (programme names); field mapping is judgement of the editors', true
FROM (VALUES
    ('01', '{03,04}', '01', '0541', 'narrower', 'Mathematics', 'known'),
    ('01', '{03,04}', '02', '0541', 'narrower', 'Applied mathematics and informatics', 'known'),
    ('01', '{03,04}', '04', '0541', 'narrower', 'Applied mathematics', 'known'),
    ('01', '{03,04}', '05', '0542', 'narrower', 'Statistics', 'known'),
    ('05', '{03,04}', '01', '0532', 'narrower', 'Geology', 'known'),
    ('05', '{03,04}', '04', '0532', 'narrower', 'Hydrometeorology', 'known'),
    ('05', '{03,04}', '05', '0532', 'narrower', 'Applied hydrometeorology', 'known'),
    ('05', '{03,04}', '06', '0521', 'narrower', 'Ecology and nature management', 'known'),
    ('15', '{03,04}', '01', '0715', 'narrower', 'Mechanical engineering', 'known'),
    ('15', '{03,04}', '02', '0715', 'narrower', 'Technological machines and equipment', 'known'),
    ('15', '{03,04}', '04', '0714', 'narrower', 'Automation of technological processes and production', 'known'),
    ('15', '{03,04}', '06', '0714', 'narrower', 'Mechatronics and robotics', 'known'),
    ('19', '{03,04}', '02', '0721', 'narrower', 'Food from plant raw materials', 'known'),
    ('19', '{03,04}', '03', '0721', 'narrower', 'Food of animal origin', 'known'),
    ('20', '{03,04}', '02', '0712', 'narrower', 'Environmental engineering and water use', 'known'),
    ('20', '{05}', '01', '1032', 'narrower', 'Fire safety', 'known'),
    ('21', '{03,04}', '01', '0724', 'narrower', 'Oil and gas engineering', 'known'),
    ('21', '{03,04}', '02', '0731', 'narrower', 'Land management and cadastres', 'known'),
    ('21', '{03,04}', '03', '0731', 'narrower', 'Geodesy and remote sensing', 'known'),
    ('21', '{05}', '01', '0731', 'narrower', 'Applied geodesy', 'known'),
    ('21', '{05}', '04', '0724', 'narrower', 'Mining', 'known'),
    ('22', '{03,04}', '02', '0715', 'narrower', 'Metallurgy', 'known'),
    ('23', '{03,04}', '01', '1041', 'narrower', 'Technology of transport processes', 'known'),
    ('23', '{05}', '04', '1041', 'narrower', 'Operation of railways', 'known'),
    ('25', '{03,04}', '01', '0716', 'narrower', 'Technical operation of aircraft and engines', 'known'),
    ('25', '{03,04}', '02', '0716', 'narrower', 'Technical operation of electrical systems of aircraft', 'known'),
    ('25', '{03,04}', '03', '1041', 'narrower', 'Air navigation', 'known'),
    ('25', '{03,04}', '04', '1041', 'narrower', 'Operation of airports and support of flights', 'known'),
    ('25', '{05}', '01', '0716', 'narrower', 'Technical operation of combat aircraft and engines', 'known'),
    ('25', '{05}', '02', '0716', 'narrower', 'Technical operation of electrical systems of combat aircraft', 'known'),
    ('25', '{05}', '03', '0714', 'narrower', 'Technical operation of transport radio equipment', 'known'),
    ('25', '{05}', '04', '1041', 'narrower', 'Flight operation and use of aviation complexes', 'known'),
    ('25', '{05}', '05', '1041', 'narrower', 'Operation of aircraft and air traffic', 'known'),
    ('26', '{03,04}', '01', '1041', 'narrower', 'Management of water transport', 'known'),
    ('26', '{03,04}', '02', '0716', 'narrower', 'Shipbuilding and ocean engineering', 'known'),
    ('26', '{05}', '05', '1041', 'narrower', 'Navigation', 'known'),
    ('27', '{03,04}', '02', '0413', 'narrower', 'Quality management', 'uncertain'),
    ('27', '{03,04}', '04', '0714', 'narrower', 'Control in technical systems', 'known'),
    ('27', '{03,04}', '05', '0413', 'narrower', 'Innovation management', 'uncertain'),
    ('28', '{03,04}', '01', '0714', 'narrower', 'Nanotechnologies and microsystem engineering', 'known'),
    ('28', '{03,04}', '02', '0719', 'narrower', 'Nanoengineering', 'known'),
    ('28', '{03,04}', '03', '0719', 'narrower', 'Nanomaterials', 'known'),
    ('29', '{03,04}', '01', '0723', 'narrower', 'Technology of products of light industry', 'known'),
    ('29', '{03,04}', '02', '0723', 'narrower', 'Technologies and design of textiles', 'known'),
    ('29', '{03,04}', '05', '0723', 'narrower', 'Design of products of light industry', 'known'),
    ('31', '{05}', '03', '0911', 'exact', 'Dentistry', 'known'),
    ('35', '{03,04}', '01', '0821', 'narrower', 'Forestry', 'known'),
    ('35', '{03,04}', '03', '0811', 'narrower', 'Agrochemistry and soil science', 'known'),
    ('35', '{03,04}', '04', '0811', 'narrower', 'Agronomy', 'known'),
    ('35', '{03,04}', '05', '0812', 'exact', 'Horticulture', 'known'),
    ('35', '{03,04}', '08', '0831', 'narrower', 'Aquatic bioresources and aquaculture', 'known'),
    ('35', '{03,04}', '09', '0831', 'narrower', 'Industrial fishery', 'known'),
    ('36', '{03,04}', '01', '0841', 'narrower', 'Veterinary sanitary inspection', 'known'),
    ('36', '{03,04}', '02', '0811', 'narrower', 'Zootechnics', 'known'),
    ('36', '{05}', '01', '0841', 'exact', 'Veterinary medicine', 'known'),
    ('38', '{03,04}', '01', '0311', 'exact', 'Economics', 'known'),
    ('38', '{03,04}', '02', '0413', 'exact', 'Management', 'known'),
    ('38', '{03,04}', '03', '0413', 'narrower', 'Personnel management', 'known'),
    ('38', '{03,04}', '04', '0413', 'narrower', 'State and municipal administration', 'known'),
    ('38', '{03,04}', '05', '0413', 'related', 'Business informatics', 'known'),
    ('38', '{03,04}', '06', '0416', 'narrower', 'Trade', 'known'),
    ('38', '{03,04}', '07', '0416', 'narrower', 'Commodity science', 'known'),
    ('38', '{04}', '08', '0412', 'exact', 'Finance and credit', 'known'),
    ('38', '{04}', '09', '0411', 'narrower', 'State audit', 'known'),
    ('38', '{05}', '01', '0311', 'narrower', 'Economic security', 'known'),
    ('38', '{06}', '01', '0311', 'exact', 'Economics (postgraduate)', 'known'),
    ('39', '{03,04}', '01', '0314', 'narrower', 'Sociology', 'known'),
    ('39', '{03,04}', '02', '0923', 'exact', 'Social work', 'known'),
    ('39', '{03,04}', '03', '0922', 'narrower', 'Organisation of work with youth', 'uncertain'),
    ('39', '{06}', '01', '0314', 'narrower', 'Sociological sciences (postgraduate)', 'known'),
    ('41', '{03,04}', '01', '0314', 'narrower', 'Foreign regional studies', 'known'),
    ('41', '{03,04}', '02', '0314', 'narrower', 'Regional studies of Russia', 'known'),
    ('41', '{03,04}', '03', '0314', 'narrower', 'Oriental and African studies', 'known'),
    ('41', '{03,04}', '04', '0312', 'exact', 'Political science', 'known'),
    ('41', '{03,04}', '05', '0312', 'narrower', 'International relations', 'known'),
    ('41', '{03,04}', '06', '0312', 'narrower', 'Public policy and social sciences', 'uncertain'),
    ('42', '{03,04}', '01', '0414', 'narrower', 'Advertising and public relations', 'known'),
    ('42', '{03,04}', '02', '0321', 'exact', 'Journalism', 'known'),
    ('43', '{03,04}', '02', '1015', 'narrower', 'Tourism', 'known'),
    ('43', '{03,04}', '03', '1013', 'narrower', 'Hotel business', 'known'),
    ('46', '{03,04}', '01', '0222', 'exact', 'History', 'known'),
    ('46', '{03,04}', '02', '0322', 'narrower', 'Records and archives management', 'known'),
    ('46', '{03,04}', '03', '0314', 'narrower', 'Anthropology and ethnology', 'known'),
    ('47', '{03,04}', '01', '0223', 'narrower', 'Philosophy', 'known'),
    ('47', '{03,04}', '02', '0223', 'narrower', 'Applied ethics', 'known'),
    ('47', '{03,04}', '03', '0221', 'narrower', 'Religious studies', 'known'),
    ('51', '{03,04}', '01', '0314', 'narrower', 'Cultural studies', 'known'),
    ('51', '{03,04}', '02', '0215', 'related', 'Folk art culture', 'uncertain'),
    ('51', '{03,04}', '04', '0322', 'narrower', 'Museology and protection of heritage', 'known'),
    ('51', '{03,04}', '05', '0215', 'narrower', 'Directing of theatrical performances and festivals', 'known'),
    ('51', '{03,04}', '06', '0322', 'narrower', 'Library and information work', 'known'),
    ('51', '{05}', '01', '0211', 'related', 'Sound directing of cultural mass performances', 'uncertain'),
    ('54', '{03,04}', '01', '0212', 'narrower', 'Design', 'known'),
    ('54', '{03,04}', '02', '0214', 'narrower', 'Decorative and applied arts and folk crafts', 'known'),
    ('54', '{03,04}', '03', '0212', 'narrower', 'Art of costume and textile', 'known'),
    ('54', '{05}', '02', '0213', 'narrower', 'Painting', 'known'),
    ('54', '{05}', '03', '0213', 'narrower', 'Graphic art', 'known'),
    ('54', '{05}', '04', '0213', 'narrower', 'Sculpture', 'known')
) AS r (area, levels, serial, field, relation, name, confidence),
     unnest(r.levels::text[]) AS l (level);

-- RU_SPO.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'same group headings as RU2013; field mapping is judgement of the editors', true
FROM (VALUES
    ('RU_SPO:01', 'ISCEDF:054', 'related', 'Mathematics and mechanics', 'known', NULL),
    ('RU_SPO:02', 'ISCEDF:061', 'narrower', 'Computer and information sciences', 'known', NULL),
    ('RU_SPO:03', 'ISCEDF:0533', 'related', 'Physics and astronomy', 'known', NULL),
    ('RU_SPO:04', 'ISCEDF:0531', 'related', 'Chemistry', 'known', NULL),
    ('RU_SPO:05', 'ISCEDF:0532', 'related', 'Earth sciences', 'known', 'Ecology (serial 06) is 0521.'),
    ('RU_SPO:06', 'ISCEDF:051', 'related', 'Biological sciences', 'known', NULL),
    ('RU_SPO:07', 'ISCEDF:0731', 'related', 'Architecture', 'known', NULL),
    ('RU_SPO:08', 'ISCEDF:0732', 'related', 'Construction engineering and technology', 'known', NULL),
    ('RU_SPO:09', 'ISCEDF:061', 'related', 'Informatics and computer engineering', 'known',
     'Group 02 and 10 belong to 06 too.'),
    ('RU_SPO:10', 'ISCEDF:0612', 'narrower', 'Information security', 'known', NULL),
    ('RU_SPO:11', 'ISCEDF:0714', 'narrower', 'Electronics, radio engineering and communication systems', 'known',
     NULL),
    ('RU_SPO:12', 'ISCEDF:0714', 'related', 'Photonics, instrument engineering, optical and biotechnical systems',
     'known', NULL),
    ('RU_SPO:13', 'ISCEDF:0713', 'narrower', 'Electric and heat power engineering', 'known', NULL),
    ('RU_SPO:14', 'ISCEDF:0713', 'narrower', 'Nuclear power and technologies', 'known', NULL),
    ('RU_SPO:15', 'ISCEDF:0715', 'related', 'Mechanical engineering', 'known', NULL),
    ('RU_SPO:16', 'ISCEDF:0719', 'related', 'Physical and technical sciences and technologies', 'known', NULL),
    ('RU_SPO:17', 'ISCEDF:0719', 'related', 'Weapons and weapon systems', 'known', NULL),
    ('RU_SPO:18', 'ISCEDF:0711', 'related', 'Chemical technologies', 'known', NULL),
    ('RU_SPO:19', 'ISCEDF:0721', 'related', 'Industrial ecology and biotechnologies', 'known',
     'Biotechnology and food together.'),
    ('RU_SPO:20', 'ISCEDF:1022', 'related', 'Technosphere safety and environmental engineering', 'known',
     'Environmental engineering (serial 02) is 0712.'),
    ('RU_SPO:21', 'ISCEDF:0724', 'related', 'Applied geology, mining, oil and gas, geodesy', 'known',
     'Geodesy is 0731 or 0532.'),
    ('RU_SPO:22', 'ISCEDF:0722', 'related', 'Materials technologies', 'known', 'Metallurgy is 0715.'),
    ('RU_SPO:23', 'ISCEDF:0716', 'related', 'Land transport engineering and technology', 'known',
     'Operation of transport is 1041.'),
    ('RU_SPO:24', 'ISCEDF:0716', 'narrower', 'Aviation, rocket and space technology', 'known', NULL),
    ('RU_SPO:25', 'ISCEDF:1041', 'related', 'Air navigation and operation of aircraft', 'known', NULL),
    ('RU_SPO:26', 'ISCEDF:0716', 'related', 'Shipbuilding and water transport', 'known', NULL),
    ('RU_SPO:27', 'ISCEDF:0714', 'related', 'Control in technical systems', 'known',
     'With standardisation and innovation management.'),
    ('RU_SPO:28', 'ISCEDF:0719', 'related', 'Nanotechnologies and nanomaterials', 'known',
     'ISCED-F has no field for it; 0714 and 0533 occur too.'),
    ('RU_SPO:29', 'ISCEDF:0723', 'related', 'Light industry technologies', 'known', NULL),
    ('RU_SPO:30', 'ISCEDF:0914', 'related', 'Fundamental medicine', 'known', NULL),
    ('RU_SPO:31', 'ISCEDF:0912', 'related', 'Clinical medicine', 'known', 'Dentistry (31.05.03) is 0911.'),
    ('RU_SPO:32', 'ISCEDF:0912', 'narrower', 'Health sciences and preventive medicine', 'known', NULL),
    ('RU_SPO:33', 'ISCEDF:0916', 'related', 'Pharmacy', 'known', NULL),
    ('RU_SPO:34', 'ISCEDF:0913', 'related', 'Nursing', 'known', NULL),
    ('RU_SPO:35', 'ISCEDF:08', 'narrower', 'Agriculture, forestry and fishery', 'known', NULL),
    ('RU_SPO:36', 'ISCEDF:084', 'related', 'Veterinary and zootechnics', 'known', 'Zootechnics is 0811.'),
    ('RU_SPO:37', 'ISCEDF:0313', 'related', 'Psychological sciences', 'known', NULL),
    ('RU_SPO:38', 'ISCEDF:04', 'related', 'Economics and management', 'known', 'Economics (serial 01) is 0311.'),
    ('RU_SPO:39', 'ISCEDF:0314', 'related', 'Sociology and social work', 'known', 'Social work is 0923.'),
    ('RU_SPO:40', 'ISCEDF:0421', 'related', 'Jurisprudence', 'known', NULL),
    ('RU_SPO:41', 'ISCEDF:0312', 'related', 'Political sciences and regional studies', 'known',
     'Regional studies are 0314.'),
    ('RU_SPO:42', 'ISCEDF:032', 'related', 'Mass media and information and library science', 'known', NULL),
    ('RU_SPO:43', 'ISCEDF:101', 'narrower', 'Service and tourism', 'known', NULL),
    ('RU_SPO:44', 'ISCEDF:011', 'related', 'Education and pedagogical sciences', 'known', NULL),
    ('RU_SPO:45', 'ISCEDF:023', 'related', 'Linguistics and literary studies', 'known', NULL),
    ('RU_SPO:46', 'ISCEDF:0222', 'related', 'History and archaeology', 'known', 'Archival studies are 0322.'),
    ('RU_SPO:47', 'ISCEDF:0223', 'related', 'Philosophy, ethics and religious studies', 'known',
     'Religious studies are 0221.'),
    ('RU_SPO:48', 'ISCEDF:0221', 'narrower', 'Theology', 'known', NULL),
    ('RU_SPO:49', 'ISCEDF:1014', 'related', 'Physical culture and sport', 'known', NULL),
    ('RU_SPO:50', 'ISCEDF:0213', 'related', 'Art studies', 'known', NULL),
    ('RU_SPO:51', 'ISCEDF:0314', 'related', 'Cultural studies and sociocultural projects', 'known', NULL),
    ('RU_SPO:52', 'ISCEDF:0215', 'narrower', 'Performing arts and creative writing', 'known', NULL),
    ('RU_SPO:53', 'ISCEDF:0215', 'related', 'Music', 'known', NULL),
    ('RU_SPO:54', 'ISCEDF:0213', 'related', 'Fine and applied arts', 'known', 'Design is 0212.'),
    ('RU_SPO:55', 'ISCEDF:0211', 'related', 'Screen arts', 'known', NULL)
) AS r (code, to_code, relation, name, confidence, note);

-- Specialities that stand elsewhere than their group.
INSERT INTO socu.program_crosswalk (code, to_code, relation, name, confidence, source, shipped)
SELECT ('RU_SPO:' || r.code)::socu.program_code, ('ISCEDF:' || r.field)::socu.program_code, r.relation, r.name, 'known',
       'public file on GitHub (programme names); field mapping is judgement of the editors', true
FROM (VALUES
    ('20.02.03', '0712', 'narrower', 'Environmental engineering of territories'),
    ('23.02.01', '1041', 'narrower', 'Organisation and management of transport'),
    ('25.02.01', '0716', 'narrower', 'Technical operation of aircraft and engines'),
    ('25.02.02', '0716', 'narrower', 'Maintenance of aircraft with piston engines'),
    ('25.02.03', '0716', 'narrower', 'Technical operation of electrical systems of aircraft'),
    ('26.02.03', '1041', 'narrower', 'Navigation'),
    ('27.02.02', '0413', 'narrower', 'Technical regulation and quality management'),
    ('39.02.01', '0923', 'narrower', 'Social work'),
    ('39.02.02', '0923', 'narrower', 'Organisation of sign-language communication'),
    ('42.02.01', '0414', 'narrower', 'Advertising'),
    ('44.02.01', '0112', 'narrower', 'Preschool education'),
    ('46.02.01', '0322', 'narrower', 'Records management and archives'),
    ('49.02.01', '0114', 'related', 'Physical culture (teachers)'),
    ('49.02.02', '0114', 'related', 'Adaptive physical culture (teachers)'),
    ('51.02.01', '0215', 'related', 'Folk art'),
    ('51.02.03', '0322', 'narrower', 'Library science'),
    ('53.02.01', '0114', 'narrower', 'Music education'),
    ('54.02.06', '0114', 'narrower', 'Fine arts and drawing (teachers)'),
    ('54.02.08', '0211', 'narrower', 'Technique and art of photography')
) AS r (code, field, relation, name);

-- RU_OKSO2016.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'OK 009-2016', true
FROM (VALUES
    ('RU_OKSO2016:1', 'ISCEDF:05', 'related', 'Mathematical and natural sciences', 'known',
     'Wide area; the rows of its groups say more.'),
    ('RU_OKSO2016:2', 'ISCEDF:07', 'related', 'Engineering, technologies and technical sciences', 'known',
     'Wide area; the rows of its groups say more.'),
    ('RU_OKSO2016:3', 'ISCEDF:091', 'exact', 'Health care and medical sciences', 'known',
     'Wide area; the rows of its groups say more.'),
    ('RU_OKSO2016:4', 'ISCEDF:08', 'exact', 'Agriculture and agricultural sciences', 'known',
     'Wide area; the rows of its groups say more.'),
    ('RU_OKSO2016:5', 'ISCEDF:03', 'related', 'Sciences of society', 'known',
     'Wide area; the rows of its groups say more.'),
    ('RU_OKSO2016:6', 'ISCEDF:01', 'exact', 'Education and pedagogical sciences', 'known',
     'Wide area; the rows of its groups say more.'),
    ('RU_OKSO2016:7', 'ISCEDF:02', 'related', 'Humanities', 'known', 'Wide area; the rows of its groups say more.'),
    ('RU_OKSO2016:8', 'ISCEDF:021', 'related', 'Art and culture', 'known',
     'Wide area; the rows of its groups say more.'),
    ('RU_OKSO2016:9', 'ISCEDF:103', 'related', 'Defence and security of the state', 'known',
     'Wide area; the rows of its groups say more.')
) AS r (code, to_code, relation, name, confidence, note);

-- What RU2013 knows of groups and programmes holds behind the area digit too.
INSERT INTO socu.program_crosswalk (code, to_code, relation, name, confidence, note, source, shipped)
SELECT ('RU_OKSO2016:' || a.digit || '.' || socu.code(c.code))::socu.program_code, c.to_code, c.relation, c.name,
       c.confidence, c.note,
       'row of RU2013 behind the area digit of OK 009-2016; field mapping is judgement of the editors', true
FROM socu.program_crosswalk c
JOIN (VALUES ('1', '01', '06'), ('2', '07', '29'), ('3', '30', '34'), ('4', '35', '36'), ('5', '37', '43'),
             ('6', '44', '44'), ('7', '45', '49'), ('8', '50', '55'), ('9', '56', '57')) AS a (digit, first, last)
    ON left(socu.code(c.code), 2) BETWEEN a.first AND a.last
WHERE socu.classifier(c.code) = 'RU2013';

-- RU_OKSO2003.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'OK 009-2003 group headings as reprinted at https://dark-lore.ru (zeros lost there); field mapping is judgement of the editors',
       true
FROM (VALUES
    ('RU_OKSO2003:01', 'ISCEDF:05', 'related', 'Physical and mathematical sciences', 'known',
     '0104 and 0105 overlap 061.'),
    ('RU_OKSO2003:02', 'ISCEDF:05', 'related', 'Natural sciences', 'known', '0220 ecology is 0521.'),
    ('RU_OKSO2003:03', 'ISCEDF:02', 'related', 'Humanities', 'known',
     'Law (0305, 0309) and international relations (0320) included.'),
    ('RU_OKSO2003:04', 'ISCEDF:03', 'related', 'Social sciences', 'known', NULL),
    ('RU_OKSO2003:05', 'ISCEDF:01', 'exact', 'Education and pedagogy', 'known', NULL),
    ('RU_OKSO2003:06', 'ISCEDF:091', 'exact', 'Health care', 'known', NULL),
    ('RU_OKSO2003:07', 'ISCEDF:021', 'related', 'Culture and art', 'known', NULL),
    ('RU_OKSO2003:08', 'ISCEDF:04', 'related', 'Economics and management', 'known', '0801 economics is 0311.'),
    ('RU_OKSO2003:09', 'ISCEDF:0612', 'narrower', 'Information security', 'known', NULL),
    ('RU_OKSO2003:10', 'ISCEDF:101', 'related', 'Service sphere', 'known', NULL),
    ('RU_OKSO2003:11', 'ISCEDF:08', 'narrower', 'Agriculture and fishery', 'known', NULL),
    ('RU_OKSO2003:12', 'ISCEDF:0731', 'related', 'Geodesy and land management', 'known', NULL),
    ('RU_OKSO2003:13', 'ISCEDF:0724', 'related', 'Geology, exploration and development of mineral resources', 'known',
     NULL),
    ('RU_OKSO2003:14', 'ISCEDF:0713', 'exact', 'Energy, power and electrical engineering', 'known', NULL),
    ('RU_OKSO2003:15', 'ISCEDF:0715', 'related', 'Metallurgy, mechanical engineering and materials processing',
     'known', '1522 is nanoengineering.'),
    ('RU_OKSO2003:16', 'ISCEDF:0716', 'related', 'Aviation, rocket and space technology', 'known', NULL),
    ('RU_OKSO2003:17', 'ISCEDF:0719', 'related', 'Weapons and weapon systems', 'known', NULL),
    ('RU_OKSO2003:18', 'ISCEDF:0716', 'related', 'Marine technology', 'known', NULL),
    ('RU_OKSO2003:19', 'ISCEDF:0716', 'related', 'Vehicles', 'known', NULL),
    ('RU_OKSO2003:20', 'ISCEDF:0714', 'related', 'Instrumentation and optics', 'known', NULL),
    ('RU_OKSO2003:21', 'ISCEDF:0714', 'narrower', 'Electronic engineering, radio engineering and communications',
     'known', NULL),
    ('RU_OKSO2003:22', 'ISCEDF:0714', 'related', 'Automation and control', 'known', NULL),
    ('RU_OKSO2003:23', 'ISCEDF:061', 'broader', 'Informatics and computer engineering', 'known', NULL),
    ('RU_OKSO2003:24', 'ISCEDF:0711', 'related', 'Chemical and biotechnology', 'known', NULL),
    ('RU_OKSO2003:25', 'ISCEDF:0821', 'related', 'Reproduction and processing of forest resources', 'known', NULL),
    ('RU_OKSO2003:26', 'ISCEDF:0721', 'related', 'Food and consumer products technology', 'known', NULL),
    ('RU_OKSO2003:27', 'ISCEDF:073', 'exact', 'Architecture and construction', 'known', NULL),
    ('RU_OKSO2003:28', 'ISCEDF:0712', 'related', 'Life safety, nature management and environmental protection',
     'known', '1022 occurs too.')
) AS r (code, to_code, relation, name, confidence, note);

-- Groups and specialities whose field differs from their group's.  The list of 2009 (in use from 2010) gave numbers of
-- the list of 2005 to other programmes: there each list has its own row, and the day of admission decides.
INSERT INTO socu.program_crosswalk (code, to_code, relation, valid, name, confidence, source, shipped)
SELECT ('RU_OKSO2003:' || rpad(r.code, 6, '0'))::socu.program_code, ('ISCEDF:' || r.field)::socu.program_code,
       r.relation, r.valid::daterange, r.name, 'known',
       'public file on GitHub (codes of 2005 and 2009, with their successors of 2013); field mapping is judgement of the editors',
       true
FROM (VALUES
    ('0101', '0541', 'narrower', '(,)', 'Mathematics'),
    ('0102', '061', 'related', '[2010-01-01,)', 'Mathematics and computer science'),
    ('0103', '061', 'narrower', '(,)', 'Fundamental informatics and information technologies'),
    ('0104', '0541', 'narrower', '[2010-01-01,)', 'Applied mathematics and informatics'),
    ('0104', '061', 'narrower', '(,2010-01-01)', 'Information technologies'),
    ('0105', '061', 'narrower', '[2010-01-01,)', 'Software and administration of information systems'),
    ('010501', '0541', 'narrower', '(,)', 'Applied mathematics and informatics'),
    ('010503', '061', 'narrower', '(,)', 'Software and administration of information systems'),
    ('0112', '0533', 'exact', '(,)', 'Physics'),
    ('0115', '0533', 'narrower', '(,)', 'Astronomy'),
    ('0118', '0533', 'narrower', '(,)', 'Radiophysics'),
    ('0201', '0531', 'exact', '(,)', 'Chemistry'),
    ('0208', '0521', 'narrower', '(,)', 'Ecology and nature management (list of 2005)'),
    ('0220', '0521', 'narrower', '(,)', 'Ecology and nature management'),
    ('0222', '0719', 'related', '(,)', 'Nanosystems and nanomaterials'),
    ('0301', '0223', 'narrower', '(,)', 'Philosophy'),
    ('0302', '0312', 'exact', '(,)', 'Political science'),
    ('0303', '0313', 'exact', '(,)', 'Psychology'),
    ('0304', '0222', 'narrower', '(,2010-01-01)', 'History'),
    ('0304', '0313', 'narrower', '[2010-01-01,)', 'Clinical psychology'),
    ('0305', '0421', 'narrower', '(,)', 'Law (list of 2005)'),
    ('0306', '0321', 'related', '(,2010-01-01)', 'Journalism and public relations'),
    ('0306', '0222', 'exact', '[2010-01-01,)', 'History'),
    ('030601', '0321', 'exact', '(,)', 'Journalism (list of 2005)'),
    ('030602', '0414', 'narrower', '(,)', 'Public relations (list of 2005)'),
    ('0307', '0312', 'narrower', '(,)', 'International relations (list of 2005)'),
    ('0308', '0314', 'narrower', '(,)', 'Oriental and African studies (list of 2005)'),
    ('0309', '0421', 'exact', '[2010-01-01,)', 'Jurisprudence'),
    ('0310', '023', 'narrower', '(,2010-01-01)', 'Philology'),
    ('0310', '0421', 'narrower', '[2010-01-01,)', 'Law enforcement and forensic examination'),
    ('0311', '023', 'narrower', '(,)', 'Linguistics (list of 2005)'),
    ('0312', '023', 'narrower', '(,)', 'Linguistics and intercultural communication (list of 2005)'),
    ('0313', '0321', 'narrower', '[2010-01-01,)', 'Journalism'),
    ('0314', '0314', 'narrower', '(,)', 'Cultural studies (list of 2005)'),
    ('0316', '0414', 'narrower', '[2010-01-01,)', 'Advertising and public relations'),
    ('0318', '0221', 'narrower', '(,)', 'Religious studies (list of 2005)'),
    ('0319', '0221', 'narrower', '(,2010-01-01)', 'Theology'),
    ('0319', '0312', 'narrower', '[2010-01-01,)', 'International relations'),
    ('0320', '0322', 'narrower', '(,2010-01-01)', 'Records and archives management'),
    ('0320', '0314', 'narrower', '[2010-01-01,)', 'Foreign regional studies'),
    ('032001', '0322', 'narrower', '(,)', 'Records management (list of 2005)'),
    ('032002', '0322', 'narrower', '(,)', 'Records management and archives (list of 2005)'),
    ('0321', '1014', 'narrower', '(,2010-01-01)', 'Physical culture'),
    ('0321', '0314', 'narrower', '[2010-01-01,)', 'Oriental and African studies'),
    ('032101', '1014', 'narrower', '(,)', 'Physical culture and sport (list of 2005)'),
    ('032102', '1014', 'narrower', '(,)', 'Adaptive physical culture (list of 2005)'),
    ('032103', '1014', 'narrower', '(,)', 'Recreation and sport tourism (list of 2005)'),
    ('0322', '0223', 'narrower', '(,2010-01-01)', 'Applied ethics'),
    ('0322', '0314', 'narrower', '[2010-01-01,)', 'Regional studies of Russia'),
    ('0323', '0314', 'narrower', '(,)', 'Regional studies (list of 2005)'),
    ('0324', '0314', 'narrower', '[2010-01-01,)', 'Anthropology and ethnology'),
    ('032401', '0414', 'narrower', '(,)', 'Advertising (list of 2005)'),
    ('0327', '023', 'narrower', '(,)', 'Philology'),
    ('0330', '0314', 'narrower', '(,)', 'Cultural studies'),
    ('0333', '0221', 'narrower', '(,)', 'Religious studies'),
    ('0334', '0221', 'narrower', '(,)', 'Theology'),
    ('0337', '0223', 'narrower', '(,)', 'Applied ethics'),
    ('0340', '0313', 'related', '(,)', 'Conflict studies'),
    ('0343', '1014', 'narrower', '(,)', 'Physical culture'),
    ('0344', '1014', 'narrower', '(,)', 'Adaptive physical culture'),
    ('0345', '1014', 'narrower', '(,)', 'Sport'),
    ('0346', '1014', 'narrower', '(,)', 'Recreation and sport tourism'),
    ('0347', '0322', 'narrower', '(,)', 'Records and archives management'),
    ('0350', '032', 'related', '(,)', 'Publishing'),
    ('0351', '032', 'related', '(,)', 'Television'),
    ('0352', '021', 'narrower', '(,)', 'Fine arts'),
    ('0353', '02', 'related', '(,)', 'Arts and humanities'),
    ('0354', '021', 'narrower', '(,)', 'History of arts'),
    ('0357', '023', 'narrower', '(,)', 'Linguistics'),
    ('0358', '023', 'narrower', '(,)', 'Fundamental and applied linguistics'),
    ('0360', '023', 'related', '(,)', 'Intelligent systems in the humanities'),
    ('0364', '04', 'related', '(,)', 'Customs'),
    ('0401', '0314', 'narrower', '[2010-01-01,)', 'Sociology'),
    ('040101', '0923', 'exact', '(,)', 'Social work (list of 2005)'),
    ('040102', '0314', 'narrower', '(,)', 'Social anthropology (list of 2005)'),
    ('040104', '0922', 'narrower', '(,)', 'Organisation of work with youth (list of 2005)'),
    ('0402', '0314', 'narrower', '(,)', 'Sociology (list of 2005)'),
    ('0404', '0923', 'related', '(,)', 'Social work'),
    ('0407', '0922', 'narrower', '(,)', 'Organisation of work with youth'),
    ('0712', '0322', 'related', '(,2010-01-01)', 'Library and information resources'),
    ('0718', '0314', 'related', '(,)', 'Social and cultural activity'),
    ('0719', '0322', 'narrower', '(,)', 'Library and information work'),
    ('0723', '0322', 'narrower', '(,)', 'Museology and protection of heritage'),
    ('0801', '0311', 'narrower', '(,)', 'Economics'),
    ('080105', '0412', 'exact', '(,)', 'Finance and credit (list of 2005)'),
    ('080106', '0412', 'narrower', '(,)', 'Finance (list of 2005)'),
    ('080107', '0411', 'narrower', '(,)', 'Taxes and taxation (list of 2005)'),
    ('080108', '0412', 'narrower', '(,)', 'Banking (list of 2005)'),
    ('080109', '041', 'narrower', '(,)', 'Accounting, analysis and audit; finance'),
    ('080110', '041', 'narrower', '(,)', 'Economics and accounting; banking'),
    ('080111', '0414', 'narrower', '(,)', 'Marketing (list of 2005)'),
    ('080112', '0414', 'narrower', '(,)', 'Marketing by industries (list of 2005)'),
    ('080113', '0412', 'narrower', '(,)', 'Insurance (list of 2005)'),
    ('080114', '041', 'related', '(,)', 'Land and property relations; economics and accounting'),
    ('080115', '04', 'related', '(,)', 'Customs (list of 2005)'),
    ('080118', '0412', 'narrower', '(,)', 'Insurance'),
    ('0802', '0413', 'exact', '(,)', 'Management'),
    ('0803', '0416', 'narrower', '(,2010-01-01)', 'Commerce'),
    ('0803', '0412', 'exact', '[2010-01-01,)', 'Finance and credit'),
    ('080301', '0416', 'narrower', '(,)', 'Commerce (list of 2005)'),
    ('080302', '0416', 'narrower', '(,)', 'Commerce by industries (list of 2005)'),
    ('0804', '0413', 'narrower', '[2010-01-01,)', 'Personnel management'),
    ('080401', '0416', 'narrower', '(,)', 'Commodity science (list of 2005)'),
    ('080402', '0416', 'narrower', '(,)', 'Commodity science by groups of goods (list of 2005)'),
    ('0805', '0413', 'related', '(,)', 'Management; business informatics'),
    ('0806', '0542', 'narrower', '(,)', 'Statistics (list of 2005)'),
    ('0807', '0413', 'related', '(,)', 'Business informatics (list of 2005)'),
    ('0808', '061', 'narrower', '(,)', 'Applied informatics by fields (list of 2005)'),
    ('0811', '0413', 'narrower', '(,)', 'State and municipal administration'),
    ('0812', '0411', 'narrower', '(,)', 'State audit'),
    ('100111', '0211', 'narrower', '(,)', 'Technique and art of photography (list of 2005)'),
    ('100118', '0211', 'narrower', '(,)', 'Technique and art of photography'),
    ('1002', '1015', 'narrower', '(,)', 'Tourism (list of 2005)'),
    ('1004', '1015', 'narrower', '(,)', 'Tourism'),
    ('1007', '0416', 'narrower', '(,)', 'Trade'),
    ('1008', '0416', 'narrower', '(,)', 'Commodity science'),
    ('1011', '1013', 'narrower', '(,)', 'Hotel business'),
    ('1101', '0811', 'narrower', '(,)', 'Agrochemistry and soil science'),
    ('1102', '0811', 'narrower', '(,)', 'Agronomy (list of 2005)'),
    ('1104', '0811', 'narrower', '(,)', 'Agronomy; zootechnics in the list of 2005'),
    ('1521', '0719', 'narrower', '(,)', 'Nanomaterials'),
    ('1522', '0719', 'narrower', '(,)', 'Nanoengineering'),
    ('1605', '1041', 'narrower', '(,)', 'Operation of aircraft and air traffic (list of 2005)'),
    ('1610', '1041', 'narrower', '(,)', 'Air navigation'),
    ('1620', '1041', 'narrower', '(,)', 'Operation of aircraft and air traffic'),
    ('1627', '1041', 'narrower', '(,)', 'Operation of airports'),
    ('180403', '1041', 'narrower', '[2010-01-01,)', 'Navigation'),
    ('1805', '1041', 'narrower', '[2010-01-01,)', 'Management of water transport'),
    ('1904', '1041', 'narrower', '(,)', 'Operation of railways'),
    ('1907', '1041', 'narrower', '(,)', 'Technology of transport processes'),
    ('2204', '0714', 'narrower', '(,)', 'Control in technical systems'),
    ('2207', '0714', 'narrower', '(,)', 'Automation of technological processes and production'),
    ('2210', '0714', 'narrower', '(,)', 'Mechatronics and robotics'),
    ('2214', '0413', 'narrower', '(,)', 'Quality management'),
    ('2220', '0413', 'narrower', '(,)', 'Innovation management'),
    ('2229', '0714', 'narrower', '(,)', 'Nanotechnologies and microsystem engineering'),
    ('2301', '061', 'narrower', '(,)', 'Informatics and computer engineering'),
    ('2302', '061', 'narrower', '(,)', 'Information systems (list of 2005)'),
    ('2304', '061', 'narrower', '(,)', 'Information systems and technologies'),
    ('2307', '061', 'narrower', '(,)', 'Applied informatics'),
    ('2310', '061', 'narrower', '(,)', 'Software engineering'),
    ('2313', '0541', 'narrower', '(,)', 'Applied mathematics'),
    ('2804', '0532', 'narrower', '[2010-01-01,)', 'Applied hydrometeorology'),
    ('2807', '1022', 'related', '(,)', 'Technosphere safety'),
    ('280705', '1032', 'narrower', '(,)', 'Fire safety')
) AS r (code, field, relation, valid, name);

-- RU_VAK2009.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'nomenclature of scientific specialities', true
FROM (VALUES
    ('RU_VAK2009:01', 'ISCEDF:05', 'narrower', 'Physics and mathematics', 'known', NULL),
    ('RU_VAK2009:02', 'ISCEDF:0531', 'exact', 'Chemistry', 'known', NULL),
    ('RU_VAK2009:03', 'ISCEDF:051', 'related', 'Biology', 'known', NULL),
    ('RU_VAK2009:05', 'ISCEDF:07', 'related', 'Engineering', 'known', NULL),
    ('RU_VAK2009:05.13', 'ISCEDF:061', 'related', 'Informatics, computing and control', 'known', NULL),
    ('RU_VAK2009:05.14', 'ISCEDF:0713', 'exact', 'Energy', 'known', NULL),
    ('RU_VAK2009:06', 'ISCEDF:08', 'related', 'Agriculture', 'known', NULL),
    ('RU_VAK2009:07', 'ISCEDF:0222', 'exact', 'History and archaeology', 'known', NULL),
    ('RU_VAK2009:08', 'ISCEDF:0311', 'broader', 'Economics', 'known', NULL),
    ('RU_VAK2009:09', 'ISCEDF:0223', 'exact', 'Philosophy', 'known', NULL),
    ('RU_VAK2009:10', 'ISCEDF:023', 'exact', 'Philology', 'known', NULL),
    ('RU_VAK2009:12', 'ISCEDF:0421', 'exact', 'Law', 'known', NULL),
    ('RU_VAK2009:13', 'ISCEDF:011', 'exact', 'Pedagogy', 'known', NULL),
    ('RU_VAK2009:14', 'ISCEDF:091', 'related', 'Medicine', 'known', NULL),
    ('RU_VAK2009:19', 'ISCEDF:0313', 'exact', 'Psychology', 'known', NULL),
    ('RU_VAK2009:22', 'ISCEDF:0314', 'narrower', 'Sociology', 'known', NULL),
    ('RU_VAK2009:23', 'ISCEDF:0312', 'exact', 'Political science', 'known', NULL),
    ('RU_VAK2009:25', 'ISCEDF:0532', 'broader', 'Earth sciences', 'known', NULL)
) AS r (code, to_code, relation, name, confidence, note);

-- RU_VAK2021.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'https://docs.cntd.ru/document/1302482017/titles/7EA0KE', true
FROM (VALUES
    ('RU_VAK2021:1.2', 'ISCEDF:061', 'related', 'Computer sciences and informatics', 'known', NULL),
    ('RU_VAK2021:5.12', 'ISCEDF:0313', 'related', 'Cognitive sciences', 'known', NULL),
    ('RU_VAK2021:1.3', 'ISCEDF:0533', 'exact', 'Physical sciences', 'known', NULL),
    ('RU_VAK2021:1.4', 'ISCEDF:0531', 'exact', 'Chemical sciences', 'known', NULL),
    ('RU_VAK2021:1.5', 'ISCEDF:051', 'broader', 'Biological sciences', 'known', NULL),
    ('RU_VAK2021:1.1', 'ISCEDF:054', 'related', 'Mathematics and mechanics', 'known', NULL)
) AS r (code, to_code, relation, name, confidence, note);

INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'order No 118 of 24 February 2021', true
FROM (VALUES
    ('RU_VAK2021:2.3', 'ISCEDF:061', 'related', 'Information technologies and telecommunications', 'known', NULL),
    ('RU_VAK2021:2.4', 'ISCEDF:0713', 'exact', 'Power and electrical engineering', 'known', NULL),
    ('RU_VAK2021:2.6', 'ISCEDF:0711', 'related', 'Chemical technologies, materials science, metallurgy', 'known',
     NULL),
    ('RU_VAK2021:5.1', 'ISCEDF:0421', 'exact', 'Law', 'known', NULL),
    ('RU_VAK2021:5.2', 'ISCEDF:0311', 'broader', 'Economics', 'known', NULL),
    ('RU_VAK2021:5.5', 'ISCEDF:0312', 'exact', 'Political sciences', 'known', NULL),
    ('RU_VAK2021:5.8', 'ISCEDF:011', 'exact', 'Pedagogy', 'known', NULL)
) AS r (code, to_code, relation, name, confidence, note);

-- CN_UG.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'undergraduate catalogue; field mapping is judgement of the editors', true
FROM (VALUES
    ('CN_UG:01', 'ISCEDF:0223', 'exact', 'Philosophy', 'known', NULL),
    ('CN_UG:02', 'ISCEDF:0311', 'broader', 'Economics', 'known', NULL),
    ('CN_UG:03', 'ISCEDF:03', 'related', 'Law (legal, political, social)', 'known', NULL),
    ('CN_UG:04', 'ISCEDF:01', 'related', 'Education', 'known', NULL),
    ('CN_UG:05', 'ISCEDF:023', 'related', 'Literature', 'known', NULL),
    ('CN_UG:06', 'ISCEDF:0222', 'exact', 'History', 'known', NULL),
    ('CN_UG:07', 'ISCEDF:05', 'related', 'Science', 'known', NULL),
    ('CN_UG:08', 'ISCEDF:07', 'related', 'Engineering', 'known', NULL),
    ('CN_UG:09', 'ISCEDF:08', 'related', 'Agriculture', 'known', NULL),
    ('CN_UG:10', 'ISCEDF:09', 'related', 'Medicine', 'known', NULL),
    ('CN_UG:12', 'ISCEDF:041', 'related', 'Management', 'known', NULL),
    ('CN_UG:13', 'ISCEDF:021', 'exact', 'Arts', 'known', NULL),
    ('CN_UG:0201', 'ISCEDF:0311', 'exact', 'Economics class', 'known', NULL),
    ('CN_UG:0203', 'ISCEDF:0412', 'exact', 'Finance class', 'known', NULL),
    ('CN_UG:0204', 'ISCEDF:0311', 'related', 'Economy and trade class', 'known', NULL),
    ('CN_UG:0301', 'ISCEDF:0421', 'exact', 'Law class', 'known', NULL),
    ('CN_UG:0302', 'ISCEDF:0312', 'exact', 'Political science class', 'known', NULL),
    ('CN_UG:0303', 'ISCEDF:0314', 'exact', 'Sociology class', 'known', NULL),
    ('CN_UG:0401', 'ISCEDF:011', 'related', 'Education class', 'known', NULL),
    ('CN_UG:0402', 'ISCEDF:1014', 'related', 'Physical education class', 'known', NULL),
    ('CN_UG:0502', 'ISCEDF:023', 'narrower', 'Foreign languages and literatures class', 'known', NULL),
    ('CN_UG:0503', 'ISCEDF:032', 'narrower', 'Journalism and communication class', 'known', NULL),
    ('CN_UG:0701', 'ISCEDF:0541', 'exact', 'Mathematics class', 'known', NULL),
    ('CN_UG:0702', 'ISCEDF:0533', 'exact', 'Physics class', 'known', NULL),
    ('CN_UG:0703', 'ISCEDF:0531', 'exact', 'Chemistry class', 'known', NULL),
    ('CN_UG:0710', 'ISCEDF:051', 'related', 'Biological sciences class', 'known', NULL),
    ('CN_UG:0712', 'ISCEDF:0542', 'exact', 'Statistics class', 'known', NULL),
    ('CN_UG:0804', 'ISCEDF:0722', 'related', 'Materials class', 'known', NULL),
    ('CN_UG:0805', 'ISCEDF:0713', 'narrower', 'Energy and power class', 'known', NULL),
    ('CN_UG:0806', 'ISCEDF:0713', 'narrower', 'Electrical class', 'known', NULL),
    ('CN_UG:0807', 'ISCEDF:0714', 'related', 'Electronic information class', 'known',
     'Except 080717T Artificial intelligence, which is 0613.'),
    ('CN_UG:0808', 'ISCEDF:0714', 'narrower', 'Automation class', 'known', NULL),
    ('CN_UG:0809', 'ISCEDF:061', 'exact', 'Computer class', 'known', NULL),
    ('CN_UG:0825', 'ISCEDF:0712', 'related', 'Environmental science and engineering class', 'known', NULL),
    ('CN_UG:1201', 'ISCEDF:0413', 'related', 'Management science and engineering class', 'known', NULL),
    ('CN_UG:1202', 'ISCEDF:041', 'narrower', 'Business administration class', 'known', NULL)
) AS r (code, to_code, relation, name, confidence, note);

-- CN_PG.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'postgraduate catalogue; field mapping is judgement of the editors', true
FROM (VALUES
    ('CN_PG:0201', 'ISCEDF:0311', 'exact', 'Theoretical economics', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:0202', 'ISCEDF:0311', 'broader', 'Applied economics', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:0270', 'ISCEDF:0542', 'exact', 'Statistics granted in economics', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:0710', 'ISCEDF:051', 'related', 'Biology', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:0301', 'ISCEDF:0421', 'exact', 'Law', 'known', 'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:0302', 'ISCEDF:0312', 'exact', 'Political science', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:0401', 'ISCEDF:0111', 'related', 'Education science', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:0451', 'ISCEDF:0114', 'related', 'Education (professional)', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:0701', 'ISCEDF:0541', 'exact', 'Mathematics', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:0702', 'ISCEDF:0533', 'exact', 'Physics', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:0713', 'ISCEDF:0521', 'exact', 'Ecology', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:0714', 'ISCEDF:0542', 'exact', 'Statistics', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:0805', 'ISCEDF:0722', 'related', 'Materials science and engineering', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:0807', 'ISCEDF:0713', 'narrower', 'Power engineering and engineering thermophysics', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:0808', 'ISCEDF:0713', 'narrower', 'Electrical engineering', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:0809', 'ISCEDF:0714', 'narrower', 'Electronic science and technology', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:0810', 'ISCEDF:0714', 'narrower', 'Information and communication engineering', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:0811', 'ISCEDF:0714', 'narrower', 'Control science and engineering', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:0812', 'ISCEDF:061', 'exact', 'Computer science and technology', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:0830', 'ISCEDF:0712', 'related', 'Environmental science and engineering', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:0835', 'ISCEDF:0613', 'narrower', 'Software engineering', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:0839', 'ISCEDF:0612', 'narrower', 'Cyberspace security', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:0854', 'ISCEDF:061', 'related', 'Electronic information (professional)', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:0858', 'ISCEDF:0713', 'exact', 'Energy and power (professional)', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:1201', 'ISCEDF:0413', 'related', 'Management science and engineering', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:1202', 'ISCEDF:041', 'narrower', 'Business administration', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:1405', 'ISCEDF:0613', 'narrower', 'Intelligence science and technology', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:1406', 'ISCEDF:0719', 'related', 'Nanoscience and engineering', 'known',
     'Four digits of this classifier are not ISCED-F digits.'),
    ('CN_PG:1407', 'ISCEDF:0314', 'narrower', 'Area studies', 'known',
     'Four digits of this classifier are not ISCED-F digits.')
) AS r (code, to_code, relation, name, confidence, note);

-- UZ2021.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'public file on GitHub (programme list); order 35-2021 names ISCED-F 2013 as the basis', true
FROM (VALUES
    ('UZ2021:6011', 'ISCEDF:011', 'exact', NULL, 'found', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:7011', 'ISCEDF:011', 'exact', NULL, 'known', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:6021', 'ISCEDF:021', 'exact', NULL, 'found', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:7021', 'ISCEDF:021', 'exact', NULL, 'known', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:6022', 'ISCEDF:022', 'exact', NULL, 'found', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:7022', 'ISCEDF:022', 'exact', NULL, 'known', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:6023', 'ISCEDF:023', 'exact', NULL, 'found', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:7023', 'ISCEDF:023', 'exact', NULL, 'known', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:6031', 'ISCEDF:031', 'exact', NULL, 'found', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:7031', 'ISCEDF:031', 'exact', NULL, 'known', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:6032', 'ISCEDF:032', 'exact', NULL, 'found', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:7032', 'ISCEDF:032', 'exact', NULL, 'known', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:6041', 'ISCEDF:041', 'exact', NULL, 'found', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:7041', 'ISCEDF:041', 'exact', NULL, 'known', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:6042', 'ISCEDF:042', 'exact', NULL, 'found', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:7042', 'ISCEDF:042', 'exact', NULL, 'known', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:6051', 'ISCEDF:051', 'exact', NULL, 'found', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:7051', 'ISCEDF:051', 'exact', NULL, 'known', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:6053', 'ISCEDF:053', 'exact', NULL, 'found', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:7053', 'ISCEDF:053', 'exact', NULL, 'known', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:6054', 'ISCEDF:054', 'exact', NULL, 'found', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:7054', 'ISCEDF:054', 'exact', NULL, 'known', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:6061', 'ISCEDF:061', 'exact', NULL, 'found', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:7061', 'ISCEDF:061', 'exact', NULL, 'known', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:6071', 'ISCEDF:071', 'exact', NULL, 'found', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:7071', 'ISCEDF:071', 'exact', NULL, 'known', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:6072', 'ISCEDF:072', 'exact', NULL, 'found', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:7072', 'ISCEDF:072', 'exact', NULL, 'known', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:6073', 'ISCEDF:073', 'exact', NULL, 'found', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:7073', 'ISCEDF:073', 'exact', NULL, 'known', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:6081', 'ISCEDF:081', 'exact', NULL, 'found', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:7081', 'ISCEDF:081', 'exact', NULL, 'known', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:6091', 'ISCEDF:091', 'exact', NULL, 'found', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:7091', 'ISCEDF:091', 'exact', NULL, 'known', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:6092', 'ISCEDF:092', 'exact', NULL, 'found', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:7092', 'ISCEDF:092', 'exact', NULL, 'known', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:6101', 'ISCEDF:101', 'exact', NULL, 'found', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:7101', 'ISCEDF:101', 'exact', NULL, 'known', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:6102', 'ISCEDF:102', 'exact', NULL, 'found', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:7102', 'ISCEDF:102', 'exact', NULL, 'known', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:6104', 'ISCEDF:104', 'exact', NULL, 'found', 'Single programmes may stand elsewhere in ISCED-F.'),
    ('UZ2021:7104', 'ISCEDF:104', 'exact', NULL, 'known', 'Single programmes may stand elsewhere in ISCED-F.')
) AS r (code, to_code, relation, name, confidence, note);

INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'by analogy with the found narrow fields', true
FROM (VALUES
    ('UZ2021:6052', 'ISCEDF:052', 'exact', NULL, 'uncertain', NULL),
    ('UZ2021:7052', 'ISCEDF:052', 'exact', NULL, 'uncertain', NULL),
    ('UZ2021:6082', 'ISCEDF:082', 'exact', NULL, 'uncertain', NULL),
    ('UZ2021:7082', 'ISCEDF:082', 'exact', NULL, 'uncertain', NULL),
    ('UZ2021:6083', 'ISCEDF:083', 'exact', NULL, 'uncertain', NULL),
    ('UZ2021:7083', 'ISCEDF:083', 'exact', NULL, 'uncertain', NULL),
    ('UZ2021:6084', 'ISCEDF:084', 'exact', NULL, 'uncertain', NULL),
    ('UZ2021:7084', 'ISCEDF:084', 'exact', NULL, 'uncertain', NULL),
    ('UZ2021:6103', 'ISCEDF:103', 'exact', NULL, 'uncertain', NULL),
    ('UZ2021:7103', 'ISCEDF:103', 'exact', NULL, 'uncertain', NULL)
) AS r (code, to_code, relation, name, confidence, note);

-- UZ2010.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'https://opendata.edu.uz/vazirlik/14.php; https://abt.uz/blog/qabul-2019-2020', true
FROM (VALUES
    ('UZ2010:511', 'ISCEDF:011', 'exact', 'Pedagogy', 'known', NULL),
    ('UZ2010:512', 'ISCEDF:02', 'related', 'Humanities', 'known', NULL),
    ('UZ2010:515', 'ISCEDF:021', 'exact', 'Arts', 'known', NULL),
    ('UZ2010:521', 'ISCEDF:031', 'related', 'Social sciences', 'known', NULL),
    ('UZ2010:522', 'ISCEDF:032', 'exact', 'Journalism and information', 'known', NULL),
    ('UZ2010:561', 'ISCEDF:101', 'related', 'Services', 'known', NULL)
) AS r (code, to_code, relation, name, confidence, note);

INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'classifier of higher education directions', true
FROM (VALUES
    ('UZ2010:513', 'ISCEDF:054', 'related', 'Mathematics', 'uncertain', NULL),
    ('UZ2010:514', 'ISCEDF:05', 'related', 'Natural sciences', 'uncertain', NULL),
    ('UZ2010:523', 'ISCEDF:04', 'related', 'Economics and business', 'uncertain', NULL),
    ('UZ2010:524', 'ISCEDF:042', 'exact', 'Law', 'uncertain', NULL),
    ('UZ2010:531', 'ISCEDF:071', 'related', 'Engineering', 'uncertain', NULL),
    ('UZ2010:532', 'ISCEDF:072', 'related', 'Manufacturing technologies', 'uncertain', NULL),
    ('UZ2010:533', 'ISCEDF:061', 'exact', 'Computer technologies and informatics', 'uncertain', NULL),
    ('UZ2010:534', 'ISCEDF:073', 'exact', 'Architecture and construction', 'uncertain', NULL),
    ('UZ2010:535', 'ISCEDF:0714', 'related', 'Communication and telecommunication technologies', 'uncertain', NULL),
    ('UZ2010:541', 'ISCEDF:081', 'related', 'Agriculture', 'uncertain', NULL),
    ('UZ2010:551', 'ISCEDF:091', 'exact', 'Health care', 'uncertain', NULL),
    ('UZ2010:563', 'ISCEDF:052', 'related', 'Environmental protection', 'uncertain', NULL)
) AS r (code, to_code, relation, name, confidence, note);

-- BY2022. The group stands behind level and kind: one row for each kind of programme that classifier_level knows.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'OKRB 011-2022', true
FROM (VALUES
    ('BY2022:4-02-061', 'ISCEDF:061', 'exact', 'ICT group of the classifier', 'known', NULL),
    ('BY2022:4-03-061', 'ISCEDF:061', 'exact', 'ICT group of the classifier', 'known', NULL),
    ('BY2022:5-04-061', 'ISCEDF:061', 'exact', 'ICT group of the classifier', 'known', NULL),
    ('BY2022:6-05-061', 'ISCEDF:061', 'exact', 'ICT group of the classifier', 'known', NULL),
    ('BY2022:7-06-061', 'ISCEDF:061', 'exact', 'ICT group of the classifier', 'known', NULL),
    ('BY2022:7-07-061', 'ISCEDF:061', 'exact', 'ICT group of the classifier', 'known', NULL),
    ('BY2022:9-09-061', 'ISCEDF:061', 'exact', 'ICT group of the classifier', 'known', NULL),
    ('BY2022:4-02-0712', 'ISCEDF:0713', 'related', 'Power engineering', 'uncertain', 'Not ISCED-F 0712.'),
    ('BY2022:4-03-0712', 'ISCEDF:0713', 'related', 'Power engineering', 'uncertain', 'Not ISCED-F 0712.'),
    ('BY2022:5-04-0712', 'ISCEDF:0713', 'related', 'Power engineering', 'uncertain', 'Not ISCED-F 0712.'),
    ('BY2022:6-05-0712', 'ISCEDF:0713', 'related', 'Power engineering', 'uncertain', 'Not ISCED-F 0712.'),
    ('BY2022:7-06-0712', 'ISCEDF:0713', 'related', 'Power engineering', 'uncertain', 'Not ISCED-F 0712.'),
    ('BY2022:7-07-0712', 'ISCEDF:0713', 'related', 'Power engineering', 'uncertain', 'Not ISCED-F 0712.'),
    ('BY2022:9-09-0712', 'ISCEDF:0713', 'related', 'Power engineering', 'uncertain', 'Not ISCED-F 0712.'),
    ('BY2022:4-02-0714', 'ISCEDF:0715', 'related', 'Mechanics and machine building', 'known', 'Not ISCED-F 0714.'),
    ('BY2022:4-03-0714', 'ISCEDF:0715', 'related', 'Mechanics and machine building', 'known', 'Not ISCED-F 0714.'),
    ('BY2022:5-04-0714', 'ISCEDF:0715', 'related', 'Mechanics and machine building', 'known', 'Not ISCED-F 0714.'),
    ('BY2022:6-05-0714', 'ISCEDF:0715', 'related', 'Mechanics and machine building', 'known', 'Not ISCED-F 0714.'),
    ('BY2022:7-06-0714', 'ISCEDF:0715', 'related', 'Mechanics and machine building', 'known', 'Not ISCED-F 0714.'),
    ('BY2022:7-07-0714', 'ISCEDF:0715', 'related', 'Mechanics and machine building', 'known', 'Not ISCED-F 0714.'),
    ('BY2022:9-09-0714', 'ISCEDF:0715', 'related', 'Mechanics and machine building', 'known', 'Not ISCED-F 0714.'),
    ('BY2022:4-02-0732', 'ISCEDF:0732', 'exact', 'Building and civil engineering', 'known', NULL),
    ('BY2022:4-03-0732', 'ISCEDF:0732', 'exact', 'Building and civil engineering', 'known', NULL),
    ('BY2022:5-04-0732', 'ISCEDF:0732', 'exact', 'Building and civil engineering', 'known', NULL),
    ('BY2022:6-05-0732', 'ISCEDF:0732', 'exact', 'Building and civil engineering', 'known', NULL),
    ('BY2022:7-06-0732', 'ISCEDF:0732', 'exact', 'Building and civil engineering', 'known', NULL),
    ('BY2022:7-07-0732', 'ISCEDF:0732', 'exact', 'Building and civil engineering', 'known', NULL),
    ('BY2022:9-09-0732', 'ISCEDF:0732', 'exact', 'Building and civil engineering', 'known', NULL),
    ('BY2022:4-02-0311', 'ISCEDF:0311', 'related', 'Economics', 'known', NULL),
    ('BY2022:4-03-0311', 'ISCEDF:0311', 'related', 'Economics', 'known', NULL),
    ('BY2022:5-04-0311', 'ISCEDF:0311', 'related', 'Economics', 'known', NULL),
    ('BY2022:6-05-0311', 'ISCEDF:0311', 'related', 'Economics', 'known', NULL),
    ('BY2022:7-06-0311', 'ISCEDF:0311', 'related', 'Economics', 'known', NULL),
    ('BY2022:7-07-0311', 'ISCEDF:0311', 'related', 'Economics', 'known', NULL),
    ('BY2022:9-09-0311', 'ISCEDF:0311', 'related', 'Economics', 'known', NULL),
    ('BY2022:4-02-0421', 'ISCEDF:0421', 'exact', 'Law', 'known', NULL),
    ('BY2022:4-03-0421', 'ISCEDF:0421', 'exact', 'Law', 'known', NULL),
    ('BY2022:5-04-0421', 'ISCEDF:0421', 'exact', 'Law', 'known', NULL),
    ('BY2022:6-05-0421', 'ISCEDF:0421', 'exact', 'Law', 'known', NULL),
    ('BY2022:7-06-0421', 'ISCEDF:0421', 'exact', 'Law', 'known', NULL),
    ('BY2022:7-07-0421', 'ISCEDF:0421', 'exact', 'Law', 'known', NULL),
    ('BY2022:9-09-0421', 'ISCEDF:0421', 'exact', 'Law', 'known', NULL),
    ('BY2022:4-02-0521', 'ISCEDF:0521', 'exact', 'Environmental sciences', 'known', NULL),
    ('BY2022:4-03-0521', 'ISCEDF:0521', 'exact', 'Environmental sciences', 'known', NULL),
    ('BY2022:5-04-0521', 'ISCEDF:0521', 'exact', 'Environmental sciences', 'known', NULL),
    ('BY2022:6-05-0521', 'ISCEDF:0521', 'exact', 'Environmental sciences', 'known', NULL),
    ('BY2022:7-06-0521', 'ISCEDF:0521', 'exact', 'Environmental sciences', 'known', NULL),
    ('BY2022:7-07-0521', 'ISCEDF:0521', 'exact', 'Environmental sciences', 'known', NULL),
    ('BY2022:9-09-0521', 'ISCEDF:0521', 'exact', 'Environmental sciences', 'known', NULL),
    ('BY2022:4-02-0911', 'ISCEDF:0912', 'related', 'Medicine', 'known', 'Not ISCED-F 0911.'),
    ('BY2022:4-03-0911', 'ISCEDF:0912', 'related', 'Medicine', 'known', 'Not ISCED-F 0911.'),
    ('BY2022:5-04-0911', 'ISCEDF:0912', 'related', 'Medicine', 'known', 'Not ISCED-F 0911.'),
    ('BY2022:6-05-0911', 'ISCEDF:0912', 'related', 'Medicine', 'known', 'Not ISCED-F 0911.'),
    ('BY2022:7-06-0911', 'ISCEDF:0912', 'related', 'Medicine', 'known', 'Not ISCED-F 0911.'),
    ('BY2022:7-07-0911', 'ISCEDF:0912', 'related', 'Medicine', 'known', 'Not ISCED-F 0911.'),
    ('BY2022:9-09-0911', 'ISCEDF:0912', 'related', 'Medicine', 'known', 'Not ISCED-F 0911.')
) AS r (code, to_code, relation, name, confidence, note);

INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'public file on GitHub', true
FROM (VALUES
    ('BY2022:4-02-0611', 'ISCEDF:0612', 'related', 'Information and communication systems', 'known',
     'Not ISCED-F 0611: holds information systems and artificial intelligence.'),
    ('BY2022:4-03-0611', 'ISCEDF:0612', 'related', 'Information and communication systems', 'known',
     'Not ISCED-F 0611: holds information systems and artificial intelligence.'),
    ('BY2022:5-04-0611', 'ISCEDF:0612', 'related', 'Information and communication systems', 'known',
     'Not ISCED-F 0611: holds information systems and artificial intelligence.'),
    ('BY2022:6-05-0611', 'ISCEDF:0612', 'related', 'Information and communication systems', 'known',
     'Not ISCED-F 0611: holds information systems and artificial intelligence.'),
    ('BY2022:7-06-0611', 'ISCEDF:0612', 'related', 'Information and communication systems', 'known',
     'Not ISCED-F 0611: holds information systems and artificial intelligence.'),
    ('BY2022:7-07-0611', 'ISCEDF:0612', 'related', 'Information and communication systems', 'known',
     'Not ISCED-F 0611: holds information systems and artificial intelligence.'),
    ('BY2022:9-09-0611', 'ISCEDF:0612', 'related', 'Information and communication systems', 'known',
     'Not ISCED-F 0611: holds information systems and artificial intelligence.'),
    ('BY2022:4-02-0612', 'ISCEDF:0613', 'related', 'Software engineering', 'known',
     'Not ISCED-F 0612: the fourth digit is national.'),
    ('BY2022:4-03-0612', 'ISCEDF:0613', 'related', 'Software engineering', 'known',
     'Not ISCED-F 0612: the fourth digit is national.'),
    ('BY2022:5-04-0612', 'ISCEDF:0613', 'related', 'Software engineering', 'known',
     'Not ISCED-F 0612: the fourth digit is national.'),
    ('BY2022:6-05-0612', 'ISCEDF:0613', 'related', 'Software engineering', 'found',
     'Not ISCED-F 0612: the fourth digit is national.'),
    ('BY2022:7-06-0612', 'ISCEDF:0613', 'related', 'Software engineering', 'found',
     'Not ISCED-F 0612: the fourth digit is national.'),
    ('BY2022:7-07-0612', 'ISCEDF:0613', 'related', 'Software engineering', 'known',
     'Not ISCED-F 0612: the fourth digit is national.'),
    ('BY2022:9-09-0612', 'ISCEDF:0613', 'related', 'Software engineering', 'known',
     'Not ISCED-F 0612: the fourth digit is national.'),
    ('BY2022:4-02-0713', 'ISCEDF:0714', 'exact', 'Electronics and automation', 'known', 'Not ISCED-F 0713.'),
    ('BY2022:4-03-0713', 'ISCEDF:0714', 'exact', 'Electronics and automation', 'known', 'Not ISCED-F 0713.'),
    ('BY2022:5-04-0713', 'ISCEDF:0714', 'exact', 'Electronics and automation', 'known', 'Not ISCED-F 0713.'),
    ('BY2022:6-05-0713', 'ISCEDF:0714', 'exact', 'Electronics and automation', 'known', 'Not ISCED-F 0713.'),
    ('BY2022:7-06-0713', 'ISCEDF:0714', 'exact', 'Electronics and automation', 'known', 'Not ISCED-F 0713.'),
    ('BY2022:7-07-0713', 'ISCEDF:0714', 'exact', 'Electronics and automation', 'known', 'Not ISCED-F 0713.'),
    ('BY2022:9-09-0713', 'ISCEDF:0714', 'exact', 'Electronics and automation', 'known', 'Not ISCED-F 0713.')
) AS r (code, to_code, relation, name, confidence, note);

INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'https://cis-legislation.com/document.fwx?rgn=166654', true
FROM (VALUES
    ('BY2022:4-02-0231', 'ISCEDF:0231', 'exact', 'Language acquisition', 'known', 'Seen in a code of retraining.'),
    ('BY2022:4-03-0231', 'ISCEDF:0231', 'exact', 'Language acquisition', 'known', 'Seen in a code of retraining.'),
    ('BY2022:5-04-0231', 'ISCEDF:0231', 'exact', 'Language acquisition', 'known', 'Seen in a code of retraining.'),
    ('BY2022:6-05-0231', 'ISCEDF:0231', 'exact', 'Language acquisition', 'known', 'Seen in a code of retraining.'),
    ('BY2022:7-06-0231', 'ISCEDF:0231', 'exact', 'Language acquisition', 'known', 'Seen in a code of retraining.'),
    ('BY2022:7-07-0231', 'ISCEDF:0231', 'exact', 'Language acquisition', 'known', 'Seen in a code of retraining.'),
    ('BY2022:9-09-0231', 'ISCEDF:0231', 'exact', 'Language acquisition', 'known', 'Seen in a code of retraining.'),
    ('BY2022:4-02-0232', 'ISCEDF:0232', 'exact', 'Philology', 'known', 'Seen in a code of retraining.'),
    ('BY2022:4-03-0232', 'ISCEDF:0232', 'exact', 'Philology', 'known', 'Seen in a code of retraining.'),
    ('BY2022:5-04-0232', 'ISCEDF:0232', 'exact', 'Philology', 'known', 'Seen in a code of retraining.'),
    ('BY2022:6-05-0232', 'ISCEDF:0232', 'exact', 'Philology', 'known', 'Seen in a code of retraining.'),
    ('BY2022:7-06-0232', 'ISCEDF:0232', 'exact', 'Philology', 'known', 'Seen in a code of retraining.'),
    ('BY2022:7-07-0232', 'ISCEDF:0232', 'exact', 'Philology', 'known', 'Seen in a code of retraining.'),
    ('BY2022:9-09-0232', 'ISCEDF:0232', 'exact', 'Philology', 'known', 'Seen in a code of retraining.'),
    ('BY2022:4-02-0113', 'ISCEDF:0114', 'related', 'Subject teacher training', 'known',
     'Seen for the teaching of cultural disciplines: one off against ISCED-F.'),
    ('BY2022:4-03-0113', 'ISCEDF:0114', 'related', 'Subject teacher training', 'known',
     'Seen for the teaching of cultural disciplines: one off against ISCED-F.'),
    ('BY2022:5-04-0113', 'ISCEDF:0114', 'related', 'Subject teacher training', 'known',
     'Seen for the teaching of cultural disciplines: one off against ISCED-F.'),
    ('BY2022:6-05-0113', 'ISCEDF:0114', 'related', 'Subject teacher training', 'known',
     'Seen for the teaching of cultural disciplines: one off against ISCED-F.'),
    ('BY2022:7-06-0113', 'ISCEDF:0114', 'related', 'Subject teacher training', 'known',
     'Seen for the teaching of cultural disciplines: one off against ISCED-F.'),
    ('BY2022:7-07-0113', 'ISCEDF:0114', 'related', 'Subject teacher training', 'known',
     'Seen for the teaching of cultural disciplines: one off against ISCED-F.'),
    ('BY2022:9-09-0113', 'ISCEDF:0114', 'related', 'Subject teacher training', 'known',
     'Seen for the teaching of cultural disciplines: one off against ISCED-F.')
) AS r (code, to_code, relation, name, confidence, note);

-- BY2009.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'OKRB 011-2009 sections', true
FROM (VALUES
    ('BY2009:1-01', 'ISCEDF:0112', 'exact', 'Pedagogy of preschool education', 'known', NULL),
    ('BY2009:1-02', 'ISCEDF:0114', 'exact', 'Pedagogy of adolescence, subject teachers', 'known', NULL),
    ('BY2009:1-23', 'ISCEDF:03', 'related', 'Communications', 'known', NULL),
    ('BY2009:1-24', 'ISCEDF:042', 'related', 'Law', 'known', NULL),
    ('BY2009:1-25', 'ISCEDF:0311', 'broader', 'Economics', 'known', NULL),
    ('BY2009:1-26', 'ISCEDF:0413', 'related', 'Management', 'known', NULL),
    ('BY2009:1-31', 'ISCEDF:05', 'narrower', 'Natural sciences', 'known', NULL),
    ('BY2009:1-36', 'ISCEDF:0715', 'related', 'Equipment (machine building)', 'known', NULL),
    ('BY2009:1-41', 'ISCEDF:0714', 'related', 'Components of equipment (electronics, nanotechnology)', 'known', NULL),
    ('BY2009:1-43', 'ISCEDF:0713', 'exact', 'Power engineering', 'known', NULL),
    ('BY2009:1-45', 'ISCEDF:0714', 'narrower', 'Communications technology', 'known', NULL),
    ('BY2009:1-53', 'ISCEDF:0714', 'narrower', 'Automation', 'known', NULL),
    ('BY2009:1-70', 'ISCEDF:0732', 'exact', 'Construction', 'known', NULL),
    ('BY2009:1-74', 'ISCEDF:081', 'related', 'Agriculture', 'known', NULL),
    ('BY2009:1-75', 'ISCEDF:082', 'related', 'Forestry', 'known', NULL),
    ('BY2009:1-79', 'ISCEDF:0912', 'related', 'Medicine', 'known', NULL),
    ('BY2009:2-40', 'ISCEDF:061', 'exact', 'Informatics and computer engineering (secondary specialised)', 'known',
     NULL),
    ('BY2009:2-03', 'ISCEDF:011', 'related', 'Pedagogy, secondary specialised', 'known', NULL)
) AS r (code, to_code, relation, name, confidence, note);

INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'https://www.iseu.bsu.by/en/for-a-student-and-lecturer/magistracy/; public file on GitHub', true
FROM (VALUES
    ('BY2009:1-33', 'ISCEDF:052', 'related', 'Ecological sciences', 'known', NULL),
    ('BY2009:1-40', 'ISCEDF:061', 'exact', 'Informatics and computer engineering', 'known', NULL)
) AS r (code, to_code, relation, name, confidence, note);

-- TJ.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'by analogy with OKRB 011-2009', true
FROM (VALUES
    ('TJ:1-01', 'ISCEDF:0112', 'exact', 'Pedagogy of preschool education', 'uncertain',
     'Notation as in BY2009; contents not verified.'),
    ('TJ:1-02', 'ISCEDF:0114', 'exact', 'Pedagogy of adolescence, subject teachers', 'uncertain',
     'Notation as in BY2009; contents not verified.'),
    ('TJ:1-23', 'ISCEDF:03', 'related', 'Communications', 'uncertain',
     'Notation as in BY2009; contents not verified.'),
    ('TJ:1-24', 'ISCEDF:042', 'related', 'Law', 'uncertain', 'Notation as in BY2009; contents not verified.'),
    ('TJ:1-25', 'ISCEDF:0311', 'broader', 'Economics', 'uncertain', 'Notation as in BY2009; contents not verified.'),
    ('TJ:1-26', 'ISCEDF:0413', 'related', 'Management', 'uncertain', 'Notation as in BY2009; contents not verified.'),
    ('TJ:1-31', 'ISCEDF:05', 'narrower', 'Natural sciences', 'uncertain',
     'Notation as in BY2009; contents not verified.'),
    ('TJ:1-33', 'ISCEDF:052', 'related', 'Ecological sciences', 'uncertain',
     'Notation as in BY2009; contents not verified.'),
    ('TJ:1-36', 'ISCEDF:0715', 'related', 'Equipment (machine building)', 'uncertain',
     'Notation as in BY2009; contents not verified.'),
    ('TJ:1-40', 'ISCEDF:061', 'exact', 'Informatics and computer engineering', 'uncertain',
     'Notation as in BY2009; contents not verified.'),
    ('TJ:1-41', 'ISCEDF:0714', 'related', 'Components of equipment (electronics, nanotechnology)', 'uncertain',
     'Notation as in BY2009; contents not verified.'),
    ('TJ:1-43', 'ISCEDF:0713', 'exact', 'Power engineering', 'uncertain',
     'Notation as in BY2009; contents not verified.'),
    ('TJ:1-45', 'ISCEDF:0714', 'narrower', 'Communications technology', 'uncertain',
     'Notation as in BY2009; contents not verified.'),
    ('TJ:1-53', 'ISCEDF:0714', 'narrower', 'Automation', 'uncertain', 'Notation as in BY2009; contents not verified.'),
    ('TJ:1-70', 'ISCEDF:0732', 'exact', 'Construction', 'uncertain', 'Notation as in BY2009; contents not verified.'),
    ('TJ:1-74', 'ISCEDF:081', 'related', 'Agriculture', 'uncertain', 'Notation as in BY2009; contents not verified.'),
    ('TJ:1-75', 'ISCEDF:082', 'related', 'Forestry', 'uncertain', 'Notation as in BY2009; contents not verified.'),
    ('TJ:1-79', 'ISCEDF:0912', 'related', 'Medicine', 'uncertain', 'Notation as in BY2009; contents not verified.')
) AS r (code, to_code, relation, name, confidence, note);

-- KG.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'http://oshtu.kg/en/2018/04/11515/; https://24-kg.com/obschestvo/334788_vkyirgyizstane_vveden_moratoriy_napriem_abiturientov_nazaochnyie_programmyi',
       true
FROM (VALUES
    ('KG:53', 'ISCEDF:02', 'related', 'Humanities and law', 'known', NULL),
    ('KG:5305', 'ISCEDF:0421', 'exact', 'Jurisprudence', 'known', NULL),
    ('KG:57', 'ISCEDF:021', 'related', 'Culture and arts', 'known', NULL),
    ('KG:58', 'ISCEDF:04', 'related', 'Economics and management', 'known', NULL),
    ('KG:5801', 'ISCEDF:0311', 'exact', 'Economics', 'known', NULL),
    ('KG:5802', 'ISCEDF:0413', 'exact', 'Management', 'known', NULL),
    ('KG:62', 'ISCEDF:0532', 'related', 'Geodesy and land', 'known', NULL),
    ('KG:67', 'ISCEDF:104', 'related', 'Transport', 'known', NULL),
    ('KG:69', 'ISCEDF:0714', 'narrower', 'Electronics and communications', 'known', NULL),
    ('KG:70', 'ISCEDF:0714', 'narrower', 'Automation and control', 'known', NULL),
    ('KG:71', 'ISCEDF:061', 'exact', 'Informatics and computer engineering', 'known', NULL),
    ('KG:75', 'ISCEDF:073', 'exact', 'Architecture and construction', 'known', NULL)
) AS r (code, to_code, relation, name, confidence, note);

INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'list of directions', true
FROM (VALUES
    ('KG:55', 'ISCEDF:01', 'exact', 'Education', 'uncertain', NULL),
    ('KG:64', 'ISCEDF:0713', 'exact', 'Power engineering', 'uncertain', NULL),
    ('KG:76', 'ISCEDF:1022', 'related', 'Life safety and environment', 'uncertain', NULL)
) AS r (code, to_code, relation, name, confidence, note);

-- AZ2009.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'http://www.adau.edu.az/tuition-fee-expenses', true
FROM (VALUES
    ('AZ2009:0501', 'ISCEDF:01', 'exact', 'Education', 'uncertain', NULL),
    ('AZ2009:0504', 'ISCEDF:04', 'related', 'Economics and management', 'known', NULL),
    ('AZ2009:0505', 'ISCEDF:05', 'exact', 'Natural sciences', 'known', NULL),
    ('AZ2009:0506', 'ISCEDF:07', 'related', 'Engineering and technology', 'known', NULL),
    ('AZ2009:050510', 'ISCEDF:0521', 'exact', 'Ecology', 'known', NULL),
    ('AZ2009:050631', 'ISCEDF:061', 'narrower', 'Computer engineering', 'known', NULL),
    ('AZ2009:050632', 'ISCEDF:061', 'narrower', 'Information technologies and systems engineering', 'known', NULL),
    ('AZ2009:050608', 'ISCEDF:0713', 'narrower', 'Electric power engineering', 'known', NULL)
) AS r (code, to_code, relation, name, confidence, note);

-- AM2014.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'http://www.irtek.am/views/act.aspx?aid=153390', true
FROM (VALUES
    ('AM2014:0221', 'ISCEDF:0221', 'exact', NULL, 'found', NULL),
    ('AM2014:0222', 'ISCEDF:0222', 'exact', NULL, 'found', NULL),
    ('AM2014:0311', 'ISCEDF:0311', 'exact', NULL, 'found', NULL),
    ('AM2014:0313', 'ISCEDF:0313', 'exact', NULL, 'found', NULL),
    ('AM2014:0321', 'ISCEDF:0321', 'exact', NULL, 'found', NULL),
    ('AM2014:0412', 'ISCEDF:0412', 'exact', NULL, 'found', NULL),
    ('AM2014:0413', 'ISCEDF:0413', 'exact', NULL, 'found', NULL),
    ('AM2014:0231', 'ISCEDF:023', 'narrower', 'Languages and literature (national content)', 'known',
     'Holds literature too (023102.02.6), so it is wider than ISCED-F 0231.'),
    ('AM2014:0318', 'ISCEDF:0312', 'narrower', 'International relations (national group)', 'known',
     'ISCED-F has no 0318.')
) AS r (code, to_code, relation, name, confidence, note);

-- MN. The field stands behind the optional level letter: one row for each.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'public file on GitHub', true
FROM (VALUES
    ('MN:0613', 'ISCEDF:0613', 'exact', NULL, 'uncertain', NULL),
    ('MN:C0613', 'ISCEDF:0613', 'exact', NULL, 'uncertain', NULL),
    ('MN:D0613', 'ISCEDF:0613', 'exact', NULL, 'uncertain', NULL),
    ('MN:E0613', 'ISCEDF:0613', 'exact', NULL, 'uncertain', NULL),
    ('MN:F0613', 'ISCEDF:0613', 'exact', NULL, 'uncertain', NULL)
) AS r (code, to_code, relation, name, confidence, note);

-- AZ_PHD2012.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'http://md.bsu.edu.az/az/rub/1/doktorantura/ixtisaslarin-tesnifati', true
FROM (VALUES
    ('AZ_PHD2012:12', 'ISCEDF:054', 'related', 'Mathematics', 'known',
     'Except 1203.01 Computer sciences, which is 061.'),
    ('AZ_PHD2012:20', 'ISCEDF:0533', 'related', 'Mechanics', 'known', NULL),
    ('AZ_PHD2012:21', 'ISCEDF:0533', 'narrower', 'Astronomy', 'known', NULL),
    ('AZ_PHD2012:22', 'ISCEDF:0533', 'related', 'Physics', 'known', 'Except 2226.01 (0521) and 2221.01 (0713).'),
    ('AZ_PHD2012:23', 'ISCEDF:0531', 'exact', 'Chemistry', 'known', NULL)
) AS r (code, to_code, relation, name, confidence, note);

INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'UNESCO nomenclature of science and technology fields', true
FROM (VALUES
    ('AZ_PHD2012:33', 'ISCEDF:07', 'related', 'Technological sciences', 'uncertain', NULL),
    ('AZ_PHD2012:53', 'ISCEDF:0311', 'related', 'Economic sciences', 'uncertain', NULL),
    ('AZ_PHD2012:56', 'ISCEDF:0421', 'exact', 'Law', 'uncertain', NULL),
    ('AZ_PHD2012:58', 'ISCEDF:011', 'exact', 'Pedagogy', 'uncertain', NULL),
    ('AZ_PHD2012:59', 'ISCEDF:0312', 'exact', 'Political science', 'uncertain', NULL)
) AS r (code, to_code, relation, name, confidence, note);

-- CN_VOC2021.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'vocational catalogue of 2021; field mapping is judgement of the editors', true
FROM (VALUES
    ('CN_VOC2021:5102', 'ISCEDF:061', 'exact', 'Computer class, associate', 'known', NULL),
    ('CN_VOC2021:3102', 'ISCEDF:061', 'exact', 'Computer class, vocational bachelor', 'known', NULL),
    ('CN_VOC2021:7102', 'ISCEDF:061', 'exact', 'Computer class, secondary', 'known', NULL),
    ('CN_VOC2021:4301', 'ISCEDF:0713', 'narrower', 'Electric power technology, associate', 'known', NULL),
    ('CN_VOC2021:5303', 'ISCEDF:0411', 'related', 'Finance and accounting, associate', 'known', NULL)
) AS r (code, to_code, relation, name, confidence, note);

-- KZ_TVET2018.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'order No 500 of 27 September 2018, group digits after the level prefix', true
FROM (VALUES
    ('KZ_TVET2018:0611', 'ISCEDF:0611', 'exact', 'Computer use group', 'uncertain', NULL),
    ('KZ_TVET2018:0612', 'ISCEDF:0612', 'exact', 'Databases and networks group', 'uncertain', NULL),
    ('KZ_TVET2018:0613', 'ISCEDF:0613', 'exact', 'Software group', 'uncertain', NULL)
) AS r (code, to_code, relation, name, confidence, note);

-- CAH.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'Common Aggregation Hierarchy', true
FROM (VALUES
    ('CAH:CAH11', 'ISCEDF:061', 'exact', 'Computing', 'known', NULL),
    ('CAH:CAH10-01', 'ISCEDF:071', 'related', 'Engineering', 'uncertain', NULL),
    ('CAH:CAH16', 'ISCEDF:0421', 'exact', 'Law', 'known', NULL),
    ('CAH:CAH22', 'ISCEDF:011', 'exact', 'Education and teaching', 'known', NULL)
) AS r (code, to_code, relation, name, confidence, note);

-- CIP2020.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'CIP 2020 two-digit series', true
FROM (VALUES
    ('CIP2020:01', 'ISCEDF:08', 'related', 'Agriculture', 'known', NULL),
    ('CIP2020:03', 'ISCEDF:052', 'related', 'Natural resources and conservation', 'known', NULL),
    ('CIP2020:04', 'ISCEDF:0731', 'exact', 'Architecture', 'known', NULL),
    ('CIP2020:05', 'ISCEDF:0314', 'narrower', 'Area and ethnic studies', 'known', NULL),
    ('CIP2020:09', 'ISCEDF:032', 'related', 'Communication, journalism', 'known', NULL),
    ('CIP2020:11', 'ISCEDF:061', 'exact', 'Computer and information sciences', 'known', NULL),
    ('CIP2020:13', 'ISCEDF:011', 'exact', 'Education', 'known', NULL),
    ('CIP2020:14', 'ISCEDF:071', 'related', 'Engineering', 'known', NULL),
    ('CIP2020:15', 'ISCEDF:071', 'related', 'Engineering technologies', 'known', NULL),
    ('CIP2020:16', 'ISCEDF:023', 'exact', 'Foreign languages', 'known', NULL),
    ('CIP2020:22', 'ISCEDF:0421', 'exact', 'Legal professions and studies', 'known', NULL),
    ('CIP2020:26', 'ISCEDF:051', 'related', 'Biological and biomedical sciences', 'known', NULL),
    ('CIP2020:27', 'ISCEDF:054', 'exact', 'Mathematics and statistics', 'known', NULL),
    ('CIP2020:30', 'ISCEDF:0588', 'related', 'Multi/interdisciplinary studies', 'known', NULL),
    ('CIP2020:40', 'ISCEDF:053', 'exact', 'Physical sciences', 'known', NULL),
    ('CIP2020:42', 'ISCEDF:0313', 'exact', 'Psychology', 'known', NULL),
    ('CIP2020:45', 'ISCEDF:031', 'related', 'Social sciences', 'known', NULL),
    ('CIP2020:51', 'ISCEDF:091', 'exact', 'Health professions', 'known', NULL),
    ('CIP2020:52', 'ISCEDF:041', 'exact', 'Business, management, marketing', 'known', NULL),
    ('CIP2020:54', 'ISCEDF:0222', 'exact', 'History', 'known', NULL)
) AS r (code, to_code, relation, name, confidence, note);

-- ISCED1997F.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'ISCED 1997 fields manual and ISCED-F 2013 correspondence', true
FROM (VALUES
    ('ISCED1997F:14', 'ISCEDF:011', 'exact', 'Teacher training and education science', 'known', NULL),
    ('ISCED1997F:21', 'ISCEDF:021', 'exact', 'Arts', 'known', NULL),
    ('ISCED1997F:22', 'ISCEDF:02', 'related', 'Humanities', 'known', NULL),
    ('ISCED1997F:31', 'ISCEDF:031', 'exact', 'Social and behavioural science', 'known', NULL),
    ('ISCED1997F:32', 'ISCEDF:032', 'exact', 'Journalism and information', 'known', NULL),
    ('ISCED1997F:34', 'ISCEDF:041', 'exact', 'Business and administration', 'known', NULL),
    ('ISCED1997F:38', 'ISCEDF:042', 'exact', 'Law', 'known', NULL),
    ('ISCED1997F:42', 'ISCEDF:051', 'related', 'Life sciences', 'known', NULL),
    ('ISCED1997F:44', 'ISCEDF:053', 'exact', 'Physical sciences', 'known', NULL),
    ('ISCED1997F:46', 'ISCEDF:054', 'exact', 'Mathematics and statistics', 'known', NULL),
    ('ISCED1997F:48', 'ISCEDF:061', 'exact', 'Computing', 'known', NULL),
    ('ISCED1997F:481', 'ISCEDF:0613', 'related', 'Computer science', 'known', NULL),
    ('ISCED1997F:482', 'ISCEDF:0611', 'exact', 'Computer use', 'known', NULL),
    ('ISCED1997F:52', 'ISCEDF:071', 'related', 'Engineering and engineering trades', 'known', NULL),
    ('ISCED1997F:522', 'ISCEDF:0713', 'exact', 'Electricity and energy', 'known', NULL),
    ('ISCED1997F:523', 'ISCEDF:0714', 'exact', 'Electronics and automation', 'known', NULL),
    ('ISCED1997F:54', 'ISCEDF:072', 'exact', 'Manufacturing and processing', 'known', NULL),
    ('ISCED1997F:58', 'ISCEDF:073', 'exact', 'Architecture and building', 'known', NULL),
    ('ISCED1997F:62', 'ISCEDF:08', 'narrower', 'Agriculture, forestry and fishery', 'known', NULL),
    ('ISCED1997F:64', 'ISCEDF:084', 'exact', 'Veterinary', 'known', NULL),
    ('ISCED1997F:72', 'ISCEDF:091', 'exact', 'Health', 'known', NULL),
    ('ISCED1997F:76', 'ISCEDF:092', 'exact', 'Social services', 'known', NULL),
    ('ISCED1997F:81', 'ISCEDF:101', 'related', 'Personal services', 'known', NULL),
    ('ISCED1997F:84', 'ISCEDF:104', 'exact', 'Transport services', 'known', NULL),
    ('ISCED1997F:85', 'ISCEDF:052', 'related', 'Environmental protection', 'known', NULL),
    ('ISCED1997F:86', 'ISCEDF:103', 'exact', 'Security services', 'known', NULL)
) AS r (code, to_code, relation, name, confidence, note);

-- FORD2015.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'Frascati Manual 2015', true
FROM (VALUES
    ('FORD2015:1.2', 'ISCEDF:061', 'exact', 'Computer and information sciences', 'known', NULL),
    ('FORD2015:1.5', 'ISCEDF:0532', 'related', 'Earth and related environmental sciences', 'known', NULL),
    ('FORD2015:2.2', 'ISCEDF:0714', 'related', 'Electrical, electronic, information engineering', 'known', NULL),
    ('FORD2015:2.7', 'ISCEDF:0712', 'exact', 'Environmental engineering', 'known', NULL),
    ('FORD2015:2.10', 'ISCEDF:0719', 'related', 'Nano-technology', 'known', NULL),
    ('FORD2015:5.2', 'ISCEDF:0311', 'broader', 'Economics and business', 'known', NULL),
    ('FORD2015:5.3', 'ISCEDF:011', 'exact', 'Education', 'known', NULL),
    ('FORD2015:5.5', 'ISCEDF:0421', 'exact', 'Law', 'known', NULL),
    ('FORD2015:5.6', 'ISCEDF:0312', 'exact', 'Political science', 'known', NULL)
) AS r (code, to_code, relation, name, confidence, note);

-- JACS.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'JACS subject areas', true
FROM (VALUES
    ('JACS:B', 'ISCEDF:091', 'related', 'Subjects allied to medicine', 'known', NULL),
    ('JACS:C', 'ISCEDF:051', 'related', 'Biological sciences', 'known', NULL),
    ('JACS:F', 'ISCEDF:053', 'related', 'Physical sciences', 'known', NULL),
    ('JACS:G', 'ISCEDF:054', 'related', 'Mathematical sciences (JACS 3); also computer science G4-G7 in JACS 2',
     'known', NULL),
    ('JACS:I', 'ISCEDF:061', 'exact', 'Computer sciences (JACS 3)', 'known', NULL),
    ('JACS:L', 'ISCEDF:031', 'related', 'Social studies', 'known', NULL),
    ('JACS:M', 'ISCEDF:0421', 'exact', 'Law', 'known', NULL),
    ('JACS:N', 'ISCEDF:041', 'exact', 'Business and administrative studies', 'known', NULL),
    ('JACS:X', 'ISCEDF:011', 'exact', 'Education', 'known', NULL)
) AS r (code, to_code, relation, name, confidence, note);

-- SCOU_DIR.
INSERT INTO socu.program_crosswalk
    (code, to_code, relation, name, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence, r.note,
       'https://new.mpei.ru/internationalactivities/jubilee/form/network-uni/ushos-uni.php (direction names); mapping is judgement of the editors',
       true
FROM (VALUES
    ('SCOU_DIR:it', 'ISCEDF:06', 'exact', 'IT technologies', 'uncertain', NULL),
    ('SCOU_DIR:energy', 'ISCEDF:0713', 'exact', 'Energy / power engineering', 'uncertain', NULL),
    ('SCOU_DIR:ecology', 'ISCEDF:052', 'related', 'Ecology', 'uncertain', '0712 occurs too.'),
    ('SCOU_DIR:nanotechnology', 'ISCEDF:0719', 'related', 'Nanotechnology', 'uncertain',
     'ISCED-F has no field for it; 0533, 0714 and 0722 occur too.'),
    ('SCOU_DIR:regional_studies', 'ISCEDF:0314', 'related', 'Regional studies', 'uncertain',
     '0312 and 0232 occur too.'),
    ('SCOU_DIR:economics', 'ISCEDF:0311', 'related', 'Economics', 'uncertain', '041 occurs too.'),
    ('SCOU_DIR:pedagogy', 'ISCEDF:011', 'exact', 'Pedagogy', 'uncertain', NULL),
    ('SCOU_DIR:agriculture', 'ISCEDF:081', 'exact', 'Agriculture', 'uncertain', NULL),
    ('SCOU_DIR:law', 'ISCEDF:0421', 'exact', 'Law', 'uncertain', 'Announced, not opened as far as seen.'),
    ('SCOU_DIR:medicine', 'ISCEDF:0912', 'exact', 'Medicine', 'uncertain', 'Announced, not opened as far as seen.'),
    ('SCOU_DIR:journalism', 'ISCEDF:0321', 'exact', 'Journalism', 'uncertain',
     'Announced, not opened as far as seen.')
) AS r (code, to_code, relation, name, confidence, note);

-- Programmes of these classifiers that stand elsewhere than their group, or of which more is known.
INSERT INTO socu.program_crosswalk (code, to_code, relation, name, confidence, source, shipped)
SELECT r.code::socu.program_code, r.to_code::socu.program_code, r.relation, r.name, r.confidence,
       'national lists as in the titles of socu.program; field mapping is judgement of the editors', true
FROM (VALUES
    ('AZ2009:050402', 'ISCEDF:0411', 'narrower', 'Accounting and audit', 'known'),
    ('AZ2009:050403', 'ISCEDF:0412', 'narrower', 'Finance', 'known'),
    ('AZ2009:050404', 'ISCEDF:0311', 'narrower', 'Economics', 'known'),
    ('AZ2009:050407', 'ISCEDF:0413', 'narrower', 'Management', 'known'),
    ('AZ2009:050626', 'ISCEDF:0713', 'narrower', 'Electrical engineering', 'known'),
    ('AZ2009:050628', 'ISCEDF:0714', 'narrower', 'Process automation engineering', 'known'),
    ('AZ_PHD2012:1203.01', 'ISCEDF:0613', 'narrower', 'Computer sciences', 'known'),
    ('AZ_PHD2012:2221.01', 'ISCEDF:0713', 'narrower', 'Electrophysics, electrophysical installations', 'known'),
    ('AZ_PHD2012:2222.01', 'ISCEDF:0533', 'narrower', 'Physics and technology of nanostructures', 'known'),
    ('AZ_PHD2012:2226.01', 'ISCEDF:0521', 'narrower', 'Radioecology', 'known'),
    ('BY2009:1-23 01 01', 'ISCEDF:0312', 'narrower', 'International relations', 'known'),
    ('BY2009:1-24 01 02', 'ISCEDF:0421', 'narrower', 'Law', 'known'),
    ('BY2009:1-25 01 07', 'ISCEDF:0413', 'narrower', 'Economics and management at an enterprise', 'known'),
    ('BY2009:1-33 01 02', 'ISCEDF:0521', 'narrower', 'Geoecology', 'known'),
    ('BY2009:1-33 80 01', 'ISCEDF:0521', 'narrower', 'Ecology (master)', 'known'),
    ('BY2009:1-41 01 04', 'ISCEDF:0714', 'narrower', 'Nanotechnologies and nanomaterials in electronics', 'known'),
    ('BY2009:2-03 02 01', 'ISCEDF:0114', 'narrower', 'Physical culture (secondary specialised)', 'known'),
    ('BY2022:6-05-0311-02', 'ISCEDF:0311', 'narrower', 'Economics and management', 'known'),
    ('BY2022:6-05-0611-01', 'ISCEDF:0612', 'narrower', 'Information systems and technologies', 'known'),
    ('BY2022:6-05-0611-03', 'ISCEDF:0613', 'narrower', 'Artificial intelligence', 'known'),
    ('BY2022:6-05-0612-01', 'ISCEDF:0613', 'narrower', 'Software engineering', 'known'),
    ('BY2022:6-05-0612-02', 'ISCEDF:0613', 'narrower', 'Informatics and programming technologies', 'known'),
    ('BY2022:7-06-0612-03', 'ISCEDF:0613', 'narrower', 'Software and systems engineering (master)', 'uncertain'),
    ('BY2022:7-07-0712-01', 'ISCEDF:0713', 'narrower', 'Electric power and electrical engineering', 'uncertain'),
    ('BY2022:7-07-0911-01', 'ISCEDF:0912', 'narrower', 'General medicine', 'known'),
    ('BY2022:9-09-0113-12', 'ISCEDF:0114', 'narrower', 'Teaching of cultural disciplines (retraining)', 'known'),
    ('CIP2020:03.0104', 'ISCEDF:0521', 'narrower', 'Environmental science', 'known'),
    ('CIP2020:14.0903', 'ISCEDF:0613', 'narrower', 'Computer software engineering', 'known'),
    ('CIP2020:15.1601', 'ISCEDF:0719', 'narrower', 'Nanotechnology', 'known'),
    ('CIP2020:26.1301', 'ISCEDF:0521', 'narrower', 'Ecology', 'known'),
    ('CIP2020:45.0601', 'ISCEDF:0311', 'narrower', 'Economics, general', 'known'),
    ('CIP2020:45.0901', 'ISCEDF:0312', 'narrower', 'International relations and affairs', 'known'),
    ('CN_PG:020204', 'ISCEDF:0412', 'narrower', 'Finance', 'known'),
    ('CN_PG:040101', 'ISCEDF:0111', 'narrower', 'Principles of education', 'known'),
    ('CN_PG:040110', 'ISCEDF:0111', 'narrower', 'Educational technology', 'known'),
    ('CN_PG:071012', 'ISCEDF:0521', 'narrower', 'Ecology (1997 catalogue)', 'known'),
    ('CN_PG:080501', 'ISCEDF:0533', 'narrower', 'Materials physics and chemistry', 'known'),
    ('CN_PG:083001', 'ISCEDF:0521', 'narrower', 'Environmental science', 'known'),
    ('CN_PG:083002', 'ISCEDF:0712', 'narrower', 'Environmental engineering', 'known'),
    ('CN_PG:085404', 'ISCEDF:0613', 'narrower', 'Computer technology (professional field)', 'known'),
    ('CN_UG:020401', 'ISCEDF:0311', 'narrower', 'International economics and trade', 'known'),
    ('CN_UG:040101', 'ISCEDF:0111', 'narrower', 'Education', 'known'),
    ('CN_UG:040102', 'ISCEDF:0114', 'narrower', 'Science education', 'known'),
    ('CN_UG:040103', 'ISCEDF:0114', 'narrower', 'Humanities education', 'known'),
    ('CN_UG:040104', 'ISCEDF:0111', 'narrower', 'Educational technology', 'known'),
    ('CN_UG:040105', 'ISCEDF:0114', 'narrower', 'Art education', 'known'),
    ('CN_UG:040106', 'ISCEDF:0112', 'narrower', 'Preschool education', 'known'),
    ('CN_UG:040107', 'ISCEDF:0113', 'narrower', 'Primary education', 'known'),
    ('CN_UG:040108', 'ISCEDF:011', 'narrower', 'Special education', 'known'),
    ('CN_UG:071004', 'ISCEDF:0521', 'narrower', 'Ecology', 'known'),
    ('CN_UG:080413', 'ISCEDF:0719', 'narrower', 'Nanomaterials and technology', 'known'),
    ('CN_UG:080701', 'ISCEDF:0714', 'narrower', 'Electronic information engineering', 'known'),
    ('CN_UG:080703', 'ISCEDF:0714', 'narrower', 'Communication engineering', 'known'),
    ('CN_UG:080717', 'ISCEDF:0613', 'narrower', 'Artificial intelligence', 'known'),
    ('CN_UG:082502', 'ISCEDF:0712', 'narrower', 'Environmental engineering', 'known'),
    ('CN_UG:082503', 'ISCEDF:0521', 'narrower', 'Environmental science', 'known'),
    ('CN_UG:101101', 'ISCEDF:0913', 'narrower', 'Nursing', 'known'),
    ('CN_UG:120102', 'ISCEDF:0413', 'narrower', 'Information management and information systems', 'known'),
    ('JACS:F850', 'ISCEDF:0521', 'narrower', 'Environmental sciences', 'known'),
    ('JACS:G400', 'ISCEDF:0613', 'narrower', 'Computer science (JACS 2)', 'known'),
    ('JACS:L100', 'ISCEDF:0311', 'narrower', 'Economics', 'known'),
    ('KG:530800', 'ISCEDF:0312', 'narrower', 'International relations', 'uncertain'),
    ('KG:531100', 'ISCEDF:0232', 'narrower', 'Linguistics', 'known'),
    ('KG:531200', 'ISCEDF:0232', 'narrower', 'Computer linguistics (as printed)', 'known'),
    ('KG:570400', 'ISCEDF:0212', 'narrower', 'Design', 'known'),
    ('KG:620101', 'ISCEDF:0532', 'narrower', 'Applied geodesy (five-year speciality)', 'known'),
    ('KG:670300', 'ISCEDF:1041', 'narrower', 'Technology of transport processes', 'known'),
    ('KZ2004:050202', 'ISCEDF:0312', 'narrower', 'International relations', 'known'),
    ('KZ2004:050203', 'ISCEDF:0222', 'narrower', 'History', 'known'),
    ('KZ2004:050207', 'ISCEDF:0231', 'narrower', 'Translation', 'known'),
    ('KZ2004:050723', 'ISCEDF:0533', 'narrower', 'Technical physics', 'known'),
    ('KZ2004:050731', 'ISCEDF:1022', 'narrower', 'Life safety and environmental protection', 'known'),
    ('KZ2004:6N0202', 'ISCEDF:0312', 'narrower', 'International relations', 'known'),
    ('KZ2004:6N0203', 'ISCEDF:0222', 'narrower', 'History', 'known'),
    ('KZ2004:6N0207', 'ISCEDF:0231', 'narrower', 'Translation', 'known'),
    ('KZ2004:6N0723', 'ISCEDF:0533', 'narrower', 'Technical physics', 'known'),
    ('KZ2004:6N0731', 'ISCEDF:1022', 'narrower', 'Life safety and environmental protection', 'known'),
    ('KZ2009:5B0201', 'ISCEDF:0223', 'narrower', 'Philosophy', 'known'),
    ('KZ2009:5B0202', 'ISCEDF:0312', 'narrower', 'International relations', 'known'),
    ('KZ2009:5B0507', 'ISCEDF:0413', 'narrower', 'Management', 'known'),
    ('KZ2009:5B0514', 'ISCEDF:0414', 'narrower', 'Public relations', 'known'),
    ('KZ2009:5B0518', 'ISCEDF:0413', 'narrower', 'Project management', 'known'),
    ('KZ2009:5B0605', 'ISCEDF:0533', 'narrower', 'Nuclear physics', 'known'),
    ('KZ2009:5B0610', 'ISCEDF:0532', 'narrower', 'Hydrology', 'known'),
    ('KZ2009:5B0612', 'ISCEDF:0532', 'narrower', 'Meteorology', 'known'),
    ('KZ2009:5B0613', 'ISCEDF:0511', 'narrower', 'Geobotany', 'known'),
    ('KZ2009:5B0705', 'ISCEDF:0541', 'narrower', 'Mathematical and computer modelling', 'known'),
    ('KZ2009:5B0708', 'ISCEDF:0724', 'narrower', 'Oil and gas engineering', 'known'),
    ('KZ2009:5B0723', 'ISCEDF:0533', 'narrower', 'Technical physics', 'known'),
    ('KZ2009:5B0751', 'ISCEDF:061', 'narrower', 'Informatics, computing machinery and control', 'known'),
    ('KZ2009:5B0812', 'ISCEDF:0713', 'narrower', 'Energy supply of agriculture', 'known'),
    ('KZ2009:5B0909', 'ISCEDF:1041', 'narrower', 'Logistics', 'known'),
    ('KZ2009:5B1002', 'ISCEDF:0612', 'narrower', 'Information security systems', 'known'),
    ('KZ2009:6D0201', 'ISCEDF:0223', 'narrower', 'Philosophy', 'known'),
    ('KZ2009:6D0202', 'ISCEDF:0312', 'narrower', 'International relations', 'known'),
    ('KZ2009:6D0507', 'ISCEDF:0413', 'narrower', 'Management', 'known'),
    ('KZ2009:6D0514', 'ISCEDF:0414', 'narrower', 'Public relations', 'known'),
    ('KZ2009:6D0518', 'ISCEDF:0413', 'narrower', 'Project management', 'known'),
    ('KZ2009:6D0605', 'ISCEDF:0533', 'narrower', 'Nuclear physics', 'known'),
    ('KZ2009:6D0610', 'ISCEDF:0532', 'narrower', 'Hydrology', 'known'),
    ('KZ2009:6D0612', 'ISCEDF:0532', 'narrower', 'Meteorology', 'known'),
    ('KZ2009:6D0613', 'ISCEDF:0511', 'narrower', 'Geobotany', 'known'),
    ('KZ2009:6D0705', 'ISCEDF:0541', 'narrower', 'Mathematical and computer modelling', 'known'),
    ('KZ2009:6D0708', 'ISCEDF:0724', 'narrower', 'Oil and gas engineering', 'known'),
    ('KZ2009:6D0723', 'ISCEDF:0533', 'narrower', 'Technical physics', 'known'),
    ('KZ2009:6D0751', 'ISCEDF:061', 'narrower', 'Informatics, computing machinery and control', 'known'),
    ('KZ2009:6D0812', 'ISCEDF:0713', 'narrower', 'Energy supply of agriculture', 'known'),
    ('KZ2009:6D0909', 'ISCEDF:1041', 'narrower', 'Logistics', 'known'),
    ('KZ2009:6D1002', 'ISCEDF:0612', 'narrower', 'Information security systems', 'known'),
    ('KZ2009:6M0201', 'ISCEDF:0223', 'narrower', 'Philosophy', 'known'),
    ('KZ2009:6M0202', 'ISCEDF:0312', 'narrower', 'International relations', 'known'),
    ('KZ2009:6M0507', 'ISCEDF:0413', 'narrower', 'Management', 'known'),
    ('KZ2009:6M0514', 'ISCEDF:0414', 'narrower', 'Public relations', 'known'),
    ('KZ2009:6M0518', 'ISCEDF:0413', 'narrower', 'Project management', 'known'),
    ('KZ2009:6M0605', 'ISCEDF:0533', 'narrower', 'Nuclear physics', 'known'),
    ('KZ2009:6M0610', 'ISCEDF:0532', 'narrower', 'Hydrology', 'known'),
    ('KZ2009:6M0612', 'ISCEDF:0532', 'narrower', 'Meteorology', 'known'),
    ('KZ2009:6M0613', 'ISCEDF:0511', 'narrower', 'Geobotany', 'known'),
    ('KZ2009:6M0705', 'ISCEDF:0541', 'narrower', 'Mathematical and computer modelling', 'known'),
    ('KZ2009:6M0708', 'ISCEDF:0724', 'narrower', 'Oil and gas engineering', 'known'),
    ('KZ2009:6M0723', 'ISCEDF:0533', 'narrower', 'Technical physics', 'known'),
    ('KZ2009:6M0751', 'ISCEDF:061', 'narrower', 'Informatics, computing machinery and control', 'known'),
    ('KZ2009:6M0812', 'ISCEDF:0713', 'narrower', 'Energy supply of agriculture', 'known'),
    ('KZ2009:6M0909', 'ISCEDF:1041', 'narrower', 'Logistics', 'known'),
    ('KZ2009:6M1002', 'ISCEDF:0612', 'narrower', 'Information security systems', 'known'),
    ('RU_SPO:09.01.03', 'ISCEDF:0611', 'narrower', 'Operator of information systems and resources', 'known'),
    ('RU_SPO:09.02.02', 'ISCEDF:0612', 'narrower', 'Computer networks', 'known'),
    ('RU_SPO:09.02.03', 'ISCEDF:0613', 'narrower', 'Programming in computer systems', 'known'),
    ('RU_SPO:09.02.07', 'ISCEDF:0613', 'narrower', 'Information systems and programming', 'known'),
    ('RU_VAK2009:03.02.08', 'ISCEDF:0521', 'narrower', 'Ecology', 'known'),
    ('RU_VAK2009:05.04.06', 'ISCEDF:0715', 'narrower', 'Vacuum, compressor technology and pneumatic systems',
     'known'),
    ('RU_VAK2009:05.13.01', 'ISCEDF:0714', 'narrower', 'System analysis, control and information processing',
     'known'),
    ('RU_VAK2009:05.13.11', 'ISCEDF:0613', 'narrower', 'Mathematical support and software of computers and networks',
     'known'),
    ('RU_VAK2009:05.13.19', 'ISCEDF:0612', 'narrower', 'Methods and systems of information protection', 'known'),
    ('RU_VAK2009:05.16.08', 'ISCEDF:0719', 'narrower', 'Nanotechnologies and nanomaterials', 'known'),
    ('RU_VAK2021:1.2.1', 'ISCEDF:0613', 'narrower', 'Artificial intelligence and machine learning', 'known'),
    ('RU_VAK2021:1.2.2', 'ISCEDF:0541', 'narrower',
     'Mathematical modelling, numerical methods and software complexes', 'known'),
    ('RU_VAK2021:1.2.3', 'ISCEDF:0613', 'narrower', 'Theoretical informatics, cybernetics', 'known'),
    ('RU_VAK2021:1.2.4', 'ISCEDF:0612', 'narrower', 'Cybersecurity', 'known'),
    ('RU_VAK2021:1.5.15', 'ISCEDF:0521', 'narrower', 'Ecology', 'known'),
    ('RU_VAK2021:2.3.1', 'ISCEDF:0714', 'narrower', 'System analysis, control and information processing, statistics',
     'known'),
    ('RU_VAK2021:2.3.5', 'ISCEDF:0613', 'narrower', 'Mathematical support and software of computing systems',
     'known'),
    ('RU_VAK2021:2.6.6', 'ISCEDF:0719', 'narrower', 'Nanotechnologies and nanomaterials', 'known'),
    ('RU_VAK2021:5.12.4', 'ISCEDF:0613', 'narrower', 'Cognitive modelling', 'known'),
    ('TJ:1-24 01 02', 'ISCEDF:0421', 'narrower', 'Jurisprudence', 'uncertain'),
    ('TJ:1-25 01 04', 'ISCEDF:0412', 'narrower', 'Finance and credit', 'uncertain'),
    ('TJ:1-79 01 01', 'ISCEDF:0912', 'narrower', 'General medicine', 'uncertain'),
    ('UZ2010:5120100', 'ISCEDF:0232', 'narrower', 'Philology and language teaching', 'known'),
    ('UZ2010:5120200', 'ISCEDF:0231', 'narrower', 'Theory and practice of translation', 'known'),
    ('UZ2010:5120300', 'ISCEDF:0222', 'narrower', 'History (by countries and regions)', 'known'),
    ('UZ2010:5120800', 'ISCEDF:0223', 'narrower', 'Eastern philosophy and culture', 'known'),
    ('UZ2010:5210300', 'ISCEDF:0312', 'narrower', 'Political science', 'known'),
    ('UZ2010:5230100', 'ISCEDF:0311', 'narrower', 'Economics', 'uncertain'),
    ('UZ2010:5310200', 'ISCEDF:0713', 'narrower', 'Electric power engineering', 'uncertain'),
    ('UZ2010:5630100', 'ISCEDF:0521', 'narrower', 'Ecology and environmental protection', 'uncertain'),
    ('UZ2021:60411900', 'ISCEDF:0311', 'narrower', 'World economy and international economic relations', 'known')
) AS r (code, to_code, relation, name, confidence);

-- Directions of study.  A row with an ISCED-F field reaches every code that isced_f() places inside it.  Directions that
-- were only announced (law, medicine, journalism) have no row: a site adds it when they open.
INSERT INTO socu.direction_program (code, direction, valid, confidence, note, source, shipped)
VALUES
    ('KZ2009:6M070300', 'it_technologies', '[2009-01-01,)', 'found', 'Information systems; programme of the Kazakh coordinator of the direction.',
     'coordinator record of D. Serikbayev East Kazakhstan Technical University', true);

-- Fields of the directions: judgement of the editors, from the names of the directions.  Nanotechnologies and regional
-- studies have none: 0719 and 0314 hold much else.
INSERT INTO socu.direction_program (code, direction, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.direction, r.valid::daterange, 'uncertain', r.note,
       'https://new.mpei.ru/internationalactivities/jubilee/form/network-uni/ushos-uni.php (names); field is judgement of the editors', true
FROM (VALUES
    ('ISCEDF:06', 'it_technologies', '[2009-01-01,)', NULL),
    ('ISCEDF:0713', 'energy', '[2009-01-01,)', NULL),
    ('ISCEDF:052', 'ecology', '[2009-01-01,)', 'Environmental engineering (0712) occurs too.'),
    ('ISCEDF:0311', 'economics', '[2012-10-11,)', '041 occurs too; the day of the decision is not verified.'),
    ('ISCEDF:01', 'pedagogy', '[2012-10-11,)', 'The day of the decision is not verified.'),
    ('ISCEDF:081', 'agriculture', '[2025-07-07,)', 'First admission of a university for the direction; announced in November 2023.')
) AS r (code, direction, valid, note);

-- Groups and programmes that bear the name of a direction, where their field alone does not tell it.
INSERT INTO socu.direction_program (code, direction, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.direction, r.valid::daterange, 'uncertain', r.note,
       'https://new.mpei.ru/internationalactivities/jubilee/form/network-uni/ushos-uni.php (names of the directions); the programme is judgement of the editors',
       true
FROM (VALUES
    ('SCOU_DIR:it', 'it_technologies', '[2009-01-01,)', NULL),
    ('SCOU_DIR:energy', 'energy', '[2009-01-01,)', NULL),
    ('SCOU_DIR:ecology', 'ecology', '[2009-01-01,)', NULL),
    ('SCOU_DIR:nanotechnology', 'nanotechnologies', '[2009-01-01,)', NULL),
    ('SCOU_DIR:regional_studies', 'regional_studies', '[2009-01-01,)', NULL),
    ('SCOU_DIR:economics', 'economics', '[2012-10-11,)', NULL),
    ('SCOU_DIR:pedagogy', 'pedagogy', '[2012-10-11,)', NULL),
    ('SCOU_DIR:agriculture', 'agriculture', '[2025-07-07,)', NULL),
    ('KZ2009:5B0505', 'regional_studies', '[2009-01-01,)', 'Regional studies.'),
    ('KZ2009:6M0505', 'regional_studies', '[2009-01-01,)', 'Regional studies.'),
    ('KZ2009:6D0505', 'regional_studies', '[2009-01-01,)', 'Regional studies.'),
    ('RU2013:41.03.01', 'regional_studies', '[2009-01-01,)', 'Foreign regional studies.'),
    ('RU2013:41.03.02', 'regional_studies', '[2009-01-01,)', 'Regional studies of Russia.'),
    ('RU2013:41.03.03', 'regional_studies', '[2009-01-01,)', 'Oriental and African studies.'),
    ('RU2013:41.04.01', 'regional_studies', '[2009-01-01,)', 'Foreign regional studies.'),
    ('RU2013:41.04.02', 'regional_studies', '[2009-01-01,)', 'Regional studies of Russia.'),
    ('RU2013:41.04.03', 'regional_studies', '[2009-01-01,)', 'Oriental and African studies.'),
    ('RU_OKSO2016:5.41.03.01', 'regional_studies', '[2009-01-01,)', 'Foreign regional studies.'),
    ('RU_OKSO2016:5.41.03.02', 'regional_studies', '[2009-01-01,)', 'Regional studies of Russia.'),
    ('RU_OKSO2016:5.41.03.03', 'regional_studies', '[2009-01-01,)', 'Oriental and African studies.'),
    ('RU_OKSO2016:5.41.04.01', 'regional_studies', '[2009-01-01,)', 'Foreign regional studies.'),
    ('RU_OKSO2016:5.41.04.02', 'regional_studies', '[2009-01-01,)', 'Regional studies of Russia.'),
    ('RU_OKSO2016:5.41.04.03', 'regional_studies', '[2009-01-01,)', 'Oriental and African studies.'),
    ('RU2013:58.00.00', 'regional_studies', '[2009-01-01,)', 'Oriental and African studies.'),
    ('RU_OKSO2003:030800', 'regional_studies', '[2009-01-01,)', 'Oriental and African studies in the list of 2005.'),
    ('RU_OKSO2003:032000', 'regional_studies', '[2010-01-01,)', 'Foreign regional studies in the list of 2009.'),
    ('RU_OKSO2003:032100', 'regional_studies', '[2010-01-01,)', 'Oriental and African studies in the list of 2009.'),
    ('RU_OKSO2003:032200', 'regional_studies', '[2010-01-01,)', 'Regional studies of Russia in the list of 2009.'),
    ('RU_OKSO2003:032300', 'regional_studies', '[2009-01-01,)', 'Regional studies in the list of 2005.'),
    ('RU_VAK2021:5.5.4', 'regional_studies', '[2009-01-01,)',
     'International relations, global and regional studies.'),
    ('CN_PG:1407', 'regional_studies', '[2009-01-01,)', 'Area studies.'),
    ('CIP2020:05.01', 'regional_studies', '[2009-01-01,)', 'Area studies.'),
    ('KZ2009:5B0740', 'nanotechnologies', '[2009-01-01,)', 'Nanomaterials and nanotechnologies.'),
    ('KZ2009:6M0740', 'nanotechnologies', '[2009-01-01,)', 'Nanomaterials and nanotechnologies.'),
    ('KZ2009:6D0740', 'nanotechnologies', '[2009-01-01,)', 'Nanomaterials and nanotechnologies.'),
    ('RU2013:28.00.00', 'nanotechnologies', '[2009-01-01,)', 'Nanotechnologies and nanomaterials.'),
    ('RU_OKSO2016:2.28', 'nanotechnologies', '[2009-01-01,)', 'Nanotechnologies and nanomaterials.'),
    ('RU_OKSO2003:022200', 'nanotechnologies', '[2009-01-01,)', 'Nanosystems and nanomaterials.'),
    ('RU_OKSO2003:152100', 'nanotechnologies', '[2009-01-01,)', 'Nanomaterials.'),
    ('RU_OKSO2003:152200', 'nanotechnologies', '[2009-01-01,)', 'Nanoengineering.'),
    ('RU_OKSO2003:222900', 'nanotechnologies', '[2009-01-01,)', 'Nanotechnologies and microsystem engineering.'),
    ('RU_VAK2009:05.16.08', 'nanotechnologies', '[2009-01-01,)', 'Nanotechnologies and nanomaterials.'),
    ('RU_VAK2021:2.6.6', 'nanotechnologies', '[2009-01-01,)', 'Nanotechnologies and nanomaterials.'),
    ('CN_PG:1406', 'nanotechnologies', '[2009-01-01,)', 'Nanoscience and engineering.'),
    ('CN_UG:080413', 'nanotechnologies', '[2009-01-01,)', 'Nanomaterials and technology.'),
    ('FORD2015:2.10', 'nanotechnologies', '[2009-01-01,)', 'Nano-technology.'),
    ('RU_VAK2009:08', 'economics', '[2012-10-11,)', 'Economic sciences.'),
    ('RU_VAK2021:5.2', 'economics', '[2012-10-11,)', 'Economics.'),
    ('CN_PG:02', 'economics', '[2012-10-11,)', 'Economics, the category.'),
    ('CN_UG:02', 'economics', '[2012-10-11,)', 'Economics, the category.'),
    ('BY2009:1-25', 'economics', '[2012-10-11,)', 'Economics.'),
    ('FORD2015:5.2', 'economics', '[2012-10-11,)', 'Economics and business.'),
    ('CN_PG:0401', 'pedagogy', '[2012-10-11,)', 'Education science.'),
    ('CN_PG:0451', 'pedagogy', '[2012-10-11,)', 'Education (professional degree).'),
    ('CN_UG:0401', 'pedagogy', '[2012-10-11,)', 'Education.')
) AS r (code, direction, valid, note);

-- Titles of programmes: examples of every classifier.  Sites load their national lists beside them.
-- KZ2004.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note, 'public file on GitHub',
       true
FROM (VALUES
    ('KZ2004:050101', 'en', 'Preschool teaching and upbringing', '(,)', 'found', NULL),
    ('KZ2004:050101', 'ru', 'Дошкольное обучение и воспитание', '(,)', 'found', NULL),
    ('KZ2004:050102', 'en', 'Pedagogy and methods of primary education', '(,)', 'found', NULL),
    ('KZ2004:050102', 'ru', 'Педагогика и методика начального обучения', '(,)', 'found', NULL),
    ('KZ2004:6N0718', 'en', 'Electric power engineering', '(,)', 'found', NULL),
    ('KZ2004:6N0718', 'ru', 'Электроэнергетика', '(,)', 'found', NULL),
    ('KZ2004:6N0717', 'en', 'Heat power engineering', '(,)', 'found', NULL),
    ('KZ2004:6N0717', 'ru', 'Теплоэнергетика', '(,)', 'found', NULL),
    ('KZ2004:6N0202', 'en', 'International relations', '(,)', 'found', NULL),
    ('KZ2004:6N0202', 'ru', 'Международные отношения', '(,)', 'found', NULL),
    ('KZ2004:6N0203', 'en', 'History', '(,)', 'found', NULL),
    ('KZ2004:6N0203', 'kk', 'Тарих', '(,)', 'found', NULL),
    ('KZ2004:6N0203', 'ru', 'История', '(,)', 'found', NULL),
    ('KZ2004:6N0207', 'en', 'Translation', '(,)', 'found', NULL),
    ('KZ2004:6N0207', 'ru', 'Переводческое дело', '(,)', 'found', NULL),
    ('KZ2004:6N0719', 'en', 'Radio engineering, electronics and telecommunications', '(,)', 'found', NULL),
    ('KZ2004:6N0719', 'ru', 'Радиотехника, электроника и телекоммуникации', '(,)', 'found', NULL),
    ('KZ2004:6N0723', 'en', 'Technical physics', '(,)', 'found', NULL),
    ('KZ2004:6N0723', 'ru', 'Техническая физика', '(,)', 'found', NULL),
    ('KZ2004:6N0731', 'en', 'Life safety and environmental protection', '(,)', 'found', NULL),
    ('KZ2004:6N0731', 'ru', 'Безопасность жизнедеятельности и защита окружающей среды', '(,)', 'found', NULL)
) AS r (code, lang, title, valid, confidence, note);

INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'classifier of specialities used before GK RK 08-2009', true
FROM (VALUES
    ('KZ2004:050703', 'en', 'Information systems', '(,)', 'known', NULL),
    ('KZ2004:050703', 'ru', 'Информационные системы', '(,)', 'known', NULL),
    ('KZ2004:050704', 'en', 'Computer engineering and software', '(,)', 'known', NULL),
    ('KZ2004:050704', 'ru', 'Вычислительная техника и программное обеспечение', '(,)', 'known', NULL),
    ('KZ2004:050718', 'en', 'Electric power engineering', '(,)', 'known', NULL),
    ('KZ2004:050718', 'ru', 'Электроэнергетика', '(,)', 'known', NULL),
    ('KZ2004:050506', 'en', 'Economics', '(,)', 'known', NULL),
    ('KZ2004:050506', 'ru', 'Экономика', '(,)', 'known', NULL),
    ('KZ2004:6N0703', 'en', 'Information systems', '(,)', 'known', NULL),
    ('KZ2004:6N0703', 'ru', 'Информационные системы', '(,)', 'known', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- KZ2009.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note, 'public file on GitHub',
       true
FROM (VALUES
    ('KZ2009:6M070300', 'en', 'Information systems', '(,)', 'found', NULL),
    ('KZ2009:6M070300', 'kk', 'Ақпараттық жүйелер', '(,)', 'found', NULL),
    ('KZ2009:6M070300', 'ru', 'Информационные системы', '(,)', 'found', NULL),
    ('KZ2009:6D070400', 'en', 'Computer engineering and software', '(,)', 'found', NULL),
    ('KZ2009:6D070400', 'kk', 'Есептеу техникасы және бағдарламалық қамтамасыз ету', '(,)', 'found', NULL),
    ('KZ2009:6D070500', 'en', 'Mathematical and computer modelling', '(,)', 'found', NULL),
    ('KZ2009:6D070500', 'kk', 'Математикалық және компьютерлік модельдеу', '(,)', 'found', NULL),
    ('KZ2009:6M070200', 'en', 'Automation and control', '(,)', 'found', NULL),
    ('KZ2009:6M070200', 'kk', 'Автоматтандыру және басқару', '(,)', 'found', NULL),
    ('KZ2009:6D075100', 'en', 'Informatics, computing machinery and control', '(,)', 'found', NULL),
    ('KZ2009:6D075100', 'kk', 'Информатика, есептегіш техника және басқару', '(,)', 'found', NULL),
    ('KZ2009:6D100200', 'en', 'Information security systems', '(,)', 'found', NULL),
    ('KZ2009:6D100200', 'kk', 'Ақпараттық қауіпсіздік жүйесі', '(,)', 'found', NULL),
    ('KZ2009:6D071900', 'en', 'Radio engineering, electronics and telecommunications', '(,)', 'found', NULL),
    ('KZ2009:6D071900', 'kk', 'Радиотехника, электроника және телекоммуникациялар', '(,)', 'found', NULL),
    ('KZ2009:6D072300', 'en', 'Technical physics', '(,)', 'found', NULL),
    ('KZ2009:6D072300', 'kk', 'Техникалық физика', '(,)', 'found', NULL),
    ('KZ2009:6D091100', 'en', 'Geoecology and nature management', '(,)', 'found', NULL),
    ('KZ2009:6D091100', 'kk', 'Геоэкология және табиғатты пайдалану басқармасы', '(,)', 'found', NULL),
    ('KZ2009:6D061000', 'en', 'Hydrology', '(,)', 'found', NULL),
    ('KZ2009:6D061000', 'kk', 'Гидрология', '(,)', 'found', NULL),
    ('KZ2009:6D061200', 'en', 'Meteorology', '(,)', 'found', NULL),
    ('KZ2009:6D061200', 'kk', 'Метеорология', '(,)', 'found', NULL),
    ('KZ2009:6D061300', 'en', 'Geobotany', '(,)', 'found', NULL),
    ('KZ2009:6D061300', 'kk', 'Геоботаника', '(,)', 'found', NULL),
    ('KZ2009:6D081200', 'en', 'Energy supply of agriculture', '(,)', 'found', NULL),
    ('KZ2009:6D081200', 'kk', 'Ауыл шаруашылығын энергиямен қамтамасыз ету', '(,)', 'found', NULL),
    ('KZ2009:5B060500', 'en', 'Nuclear physics', '(,)', 'found', NULL),
    ('KZ2009:5B060500', 'kk', 'Ядролық физика', '(,)', 'found', NULL),
    ('KZ2009:6D070800', 'en', 'Oil and gas engineering', '(,)', 'found', NULL),
    ('KZ2009:6D070800', 'kk', 'Мұнай-газ ісі', '(,)', 'found', NULL),
    ('KZ2009:5B050600', 'en', 'Economics', '(,)', 'found', NULL),
    ('KZ2009:5B050600', 'kk', 'Экономика', '(,)', 'found', NULL),
    ('KZ2009:6M050700', 'en', 'Management', '(,)', 'found', NULL),
    ('KZ2009:6M050700', 'kk', 'Менеджмент', '(,)', 'found', NULL),
    ('KZ2009:6M051400', 'en', 'Public relations', '(,)', 'found', NULL),
    ('KZ2009:6M051400', 'kk', 'Қоғамдық байланыс', '(,)', 'found', NULL),
    ('KZ2009:6D051800', 'en', 'Project management', '(,)', 'found', NULL),
    ('KZ2009:6D051800', 'kk', 'Жобаны басқару', '(,)', 'found', NULL),
    ('KZ2009:6D090900', 'en', 'Logistics', '(,)', 'found', NULL),
    ('KZ2009:6D090900', 'kk', 'Логистика', '(,)', 'found', NULL),
    ('KZ2009:5B010100', 'en', 'Preschool teaching and upbringing', '(,)', 'found', NULL),
    ('KZ2009:5B010100', 'kk', 'Мектепке дейінгі оқыту және тәрбиелеу', '(,)', 'found', NULL),
    ('KZ2009:5B012000', 'en', 'Vocational training', '(,)', 'found', NULL),
    ('KZ2009:5B012000', 'kk', 'Кәсіптік оқыту', '(,)', 'found', NULL),
    ('KZ2009:5B011600', 'en', 'Geography (teacher training)', '(,)', 'found', NULL),
    ('KZ2009:5B011600', 'kk', 'География', '(,)', 'found', NULL),
    ('KZ2009:6D012400', 'en', 'Pedagogical measurement', '(,)', 'found', NULL),
    ('KZ2009:6D012400', 'kk', 'Педагогикалық өлшеу', '(,)', 'found', NULL),
    ('KZ2009:5B020100', 'en', 'Philosophy', '(,)', 'found', NULL),
    ('KZ2009:5B020100', 'kk', 'Философия', '(,)', 'found', NULL),
    ('KZ2009:5B130100', 'en', 'General medicine', '(,)', 'found', NULL),
    ('KZ2009:5B130100', 'kk', 'Жалпы медицина', '(,)', 'found', NULL)
) AS r (code, lang, title, valid, confidence, note);

INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note, 'GK RK 08-2009', true
FROM (VALUES
    ('KZ2009:5B070300', 'en', 'Information systems', '(,)', 'known', NULL),
    ('KZ2009:5B070300', 'ru', 'Информационные системы', '(,)', 'known', NULL),
    ('KZ2009:6D070300', 'en', 'Information systems', '(,)', 'known', NULL),
    ('KZ2009:6D070300', 'ru', 'Информационные системы', '(,)', 'known', NULL),
    ('KZ2009:5B070400', 'en', 'Computer engineering and software', '(,)', 'known', NULL),
    ('KZ2009:5B070400', 'ru', 'Вычислительная техника и программное обеспечение', '(,)', 'known', NULL),
    ('KZ2009:5B060200', 'en', 'Informatics', '(,)', 'known', NULL),
    ('KZ2009:5B060200', 'ru', 'Информатика', '(,)', 'known', NULL),
    ('KZ2009:5B060800', 'en', 'Ecology', '(,)', 'known', NULL),
    ('KZ2009:5B060800', 'ru', 'Экология', '(,)', 'known', NULL),
    ('KZ2009:6M060800', 'en', 'Ecology', '(,)', 'known', NULL),
    ('KZ2009:6M060800', 'ru', 'Экология', '(,)', 'known', NULL),
    ('KZ2009:5B071800', 'en', 'Electric power engineering', '(,)', 'known', NULL),
    ('KZ2009:5B071800', 'ru', 'Электроэнергетика', '(,)', 'known', NULL),
    ('KZ2009:6M071700', 'en', 'Heat power engineering', '(,)', 'known', NULL),
    ('KZ2009:6M071700', 'ru', 'Теплоэнергетика', '(,)', 'known', NULL),
    ('KZ2009:5B050500', 'en', 'Regional studies', '(,)', 'known', NULL),
    ('KZ2009:5B050500', 'ru', 'Регионоведение', '(,)', 'known', NULL),
    ('KZ2009:5B020200', 'en', 'International relations', '(,)', 'known', NULL),
    ('KZ2009:5B020200', 'ru', 'Международные отношения', '(,)', 'known', NULL),
    ('KZ2009:5B030100', 'en', 'Jurisprudence', '(,)', 'known', NULL),
    ('KZ2009:5B030100', 'ru', 'Юриспруденция', '(,)', 'known', NULL),
    ('KZ2009:5B010300', 'en', 'Pedagogy and psychology', '(,)', 'known', NULL),
    ('KZ2009:5B010300', 'ru', 'Педагогика и психология', '(,)', 'known', NULL),
    ('KZ2009:6M074000', 'en', 'Nanomaterials and nanotechnologies', '(,)', 'known', NULL),
    ('KZ2009:6M074000', 'ru', 'Наноматериалы и нанотехнологии', '(,)', 'known', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- KZ2018.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'public file on GitHub (Astana IT University list)', true
FROM (VALUES
    ('KZ2018:6B06101', 'en', 'Computer science (AITU)', '(,)', 'found', 'Code given by one university.'),
    ('KZ2018:6B06102', 'en', 'Software engineering (AITU)', '(,)', 'found', 'Code given by one university.'),
    ('KZ2018:6B06103', 'en', 'Big data analysis (AITU)', '(,)', 'found', 'Code given by one university.'),
    ('KZ2018:6B06202', 'en', 'Smart technologies (AITU)', '(,)', 'found', 'Code given by one university.'),
    ('KZ2018:6B06301', 'en', 'Cybersecurity (AITU)', '(,)', 'found', 'Code given by one university.'),
    ('KZ2018:6B06801', 'en', 'Big data in healthcare (AITU)', '(,)', 'found', 'Code given by one university.'),
    ('KZ2018:6B07101', 'en', 'Industrial Internet of Things (AITU)', '(,)', 'found',
     'Another university uses the code for Automation and control.'),
    ('KZ2018:6B07103', 'en', 'Digital technologies in nuclear power engineering (AITU)', '(,)', 'found',
     'Code given by one university.'),
    ('KZ2018:6B04101', 'en', 'IT management (AITU)', '(,)', 'found', 'Code given by one university.'),
    ('KZ2018:6B03201', 'en', 'Digital journalism (AITU)', '(,)', 'found', 'Code given by one university.'),
    ('KZ2018:7M06103', 'en', 'Applied data analytics (AITU)', '(,)', 'found', 'Code given by one university.'),
    ('KZ2018:7M06105', 'en', 'Computer science and engineering (AITU)', '(,)', 'found',
     'Code given by one university.'),
    ('KZ2018:8D06101', 'en', 'Computer science (AITU)', '(,)', 'found', 'Code given by one university.'),
    ('KZ2018:8D04101', 'en', 'Project management (AITU)', '(,)', 'found', 'Code given by one university.')
) AS r (code, lang, title, valid, confidence, note);

INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'https://vku.edu.kz/entrant-2/masters-degree', true
FROM (VALUES
    ('KZ2018:7M01', 'en', 'Pedagogical sciences (field)', '(,)', 'found', NULL),
    ('KZ2018:7M01', 'ru', 'Педагогические науки', '(,)', 'found', NULL),
    ('KZ2018:7M011', 'en', 'Pedagogy and psychology (direction)', '(,)', 'found', NULL),
    ('KZ2018:7M011', 'ru', 'Педагогика и психология', '(,)', 'found', NULL),
    ('KZ2018:7M013', 'en', 'Training of teachers without subject specialisation (direction)', '(,)', 'found', NULL),
    ('KZ2018:7M015', 'en', 'Training of teachers in natural science subjects (direction)', '(,)', 'found', NULL),
    ('KZ2018:7M01101', 'en', 'Pedagogy and psychology', '(,)', 'found', NULL),
    ('KZ2018:7M01501', 'en', 'Informatics (teacher training)', '(,)', 'found', NULL),
    ('KZ2018:7M01513', 'en', 'STEM education', '(,)', 'found', NULL)
) AS r (code, lang, title, valid, confidence, note);

INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'order No 569 of 13 October 2018, list of fields and directions', true
FROM (VALUES
    ('KZ2018:6B061', 'en', 'Information and communication technologies (direction)', '(,)', 'known', NULL),
    ('KZ2018:6B061', 'ru', 'Информационно-коммуникационные технологии', '(,)', 'known', NULL),
    ('KZ2018:6B063', 'en', 'Information security (direction)', '(,)', 'known', NULL),
    ('KZ2018:6B063', 'ru', 'Информационная безопасность', '(,)', 'known', NULL),
    ('KZ2018:7M061', 'en', 'Information and communication technologies (direction)', '(,)', 'known', NULL),
    ('KZ2018:7M061', 'ru', 'Информационно-коммуникационные технологии', '(,)', 'known', NULL),
    ('KZ2018:6B052', 'en', 'Environment (direction)', '(,)', 'known', NULL),
    ('KZ2018:6B052', 'ru', 'Окружающая среда', '(,)', 'known', NULL),
    ('KZ2018:6B071', 'en', 'Engineering and engineering trades (direction)', '(,)', 'known', NULL),
    ('KZ2018:6B071', 'ru', 'Инженерия и инженерное дело', '(,)', 'known', NULL),
    ('KZ2018:6B031', 'en', 'Social sciences (direction)', '(,)', 'known', NULL),
    ('KZ2018:6B031', 'ru', 'Социальные науки', '(,)', 'known', NULL),
    ('KZ2018:6B041', 'en', 'Business and management (direction)', '(,)', 'known', NULL),
    ('KZ2018:6B041', 'ru', 'Бизнес и управление', '(,)', 'known', NULL),
    ('KZ2018:6B042', 'en', 'Law (direction)', '(,)', 'known', NULL),
    ('KZ2018:6B042', 'ru', 'Право', '(,)', 'known', NULL),
    ('KZ2018:6B12', 'en', 'National security and military affairs (field)', '(,)', 'known', NULL),
    ('KZ2018:6B12', 'ru', 'Национальная безопасность и военное дело', '(,)', 'known', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- KZ2018G.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note, 'public file on GitHub',
       true
FROM (VALUES
    ('KZ2018G:B057', 'en', 'Information technologies', '(,)', 'found', NULL),
    ('KZ2018G:B057', 'ru', 'Информационные технологии', '(,)', 'found', NULL),
    ('KZ2018G:B058', 'en', 'Information security', '(,)', 'found', NULL),
    ('KZ2018G:B058', 'ru', 'Информационная безопасность', '(,)', 'found', NULL),
    ('KZ2018G:B059', 'en', 'Communications and communication technologies', '(,)', 'found', NULL),
    ('KZ2018G:B059', 'ru', 'Коммуникации и коммуникационные технологии', '(,)', 'found', NULL),
    ('KZ2018G:B062', 'en', 'Electrical and power engineering', '(,)', 'found', NULL),
    ('KZ2018G:B062', 'ru', 'Электротехника и энергетика', '(,)', 'found', NULL),
    ('KZ2018G:B063', 'en', 'Electronics and automation', '(,)', 'found', NULL),
    ('KZ2018G:B063', 'ru', 'Электроника и автоматизация', '(,)', 'found', NULL),
    ('KZ2018G:B060', 'en', 'Chemical engineering and processes', '(,)', 'found', NULL),
    ('KZ2018G:B060', 'ru', 'Химическая инженерия и процессы', '(,)', 'found', NULL),
    ('KZ2018G:B053', 'en', 'Physics', '(,)', 'found', NULL),
    ('KZ2018G:B053', 'ru', 'Физика', '(,)', 'found', NULL),
    ('KZ2018G:B050', 'en', 'Biological and related sciences', '(,)', 'found', NULL),
    ('KZ2018G:B050', 'ru', 'Биологические науки', '(,)', 'found', NULL),
    ('KZ2018G:B001', 'en', 'Pedagogy and psychology', '(,)', 'found', NULL),
    ('KZ2018G:B001', 'ru', 'Педагогика и психология', '(,)', 'found', NULL),
    ('KZ2018G:B011', 'en', 'Training of informatics teachers', '(,)', 'found', NULL),
    ('KZ2018G:B011', 'ru', 'Подготовка учителей информатики', '(,)', 'found', NULL),
    ('KZ2018G:B009', 'en', 'Training of mathematics teachers', '(,)', 'found', NULL),
    ('KZ2018G:B009', 'ru', 'Подготовка учителей математики', '(,)', 'found', NULL),
    ('KZ2018G:BM086', 'en', 'Medicine', '(,)', 'found', NULL),
    ('KZ2018G:BM086', 'ru', 'Медицина', '(,)', 'found', NULL)
) AS r (code, lang, title, valid, confidence, note);

INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'https://vku.edu.kz/entrant-2/masters-degree', true
FROM (VALUES
    ('KZ2018G:M001', 'en', 'Pedagogy and psychology', '(,)', 'found', NULL),
    ('KZ2018G:M012', 'en', 'Teacher training in informatics', '(,)', 'found', NULL)
) AS r (code, lang, title, valid, confidence, note);

INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'list of groups of educational programmes', true
FROM (VALUES
    ('KZ2018G:M094', 'en', 'Information technologies', '(,)', 'known', NULL),
    ('KZ2018G:M094', 'ru', 'Информационные технологии', '(,)', 'known', NULL),
    ('KZ2018G:M095', 'en', 'Information security', '(,)', 'known', NULL),
    ('KZ2018G:M095', 'ru', 'Информационная безопасность', '(,)', 'known', NULL),
    ('KZ2018G:D094', 'en', 'Information technologies', '(,)', 'known', NULL),
    ('KZ2018G:D094', 'ru', 'Информационные технологии', '(,)', 'known', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- KZ_TVET2018.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'order No 500 of 27 September 2018', true
FROM (VALUES
    ('KZ_TVET2018:06120100', 'en', 'Computing machinery and information networks (by type)', '(,)', 'known', NULL),
    ('KZ_TVET2018:06120100', 'ru', 'Вычислительная техника и информационные сети (по видам)', '(,)', 'known', NULL),
    ('KZ_TVET2018:4S06120102', 'en', 'Technician of network and system administration', '(,)', 'known',
     'Name not verified.'),
    ('KZ_TVET2018:06130100', 'en', 'Software (by type)', '(,)', 'known', NULL),
    ('KZ_TVET2018:06130100', 'ru', 'Программное обеспечение (по видам)', '(,)', 'known', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- RU2013.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note, 'public file on GitHub',
       true
FROM (VALUES
    ('RU2013:09.03.01', 'en', 'Informatics and computer engineering', '(,)', 'found', NULL),
    ('RU2013:09.03.01', 'ru', 'Информатика и вычислительная техника', '(,)', 'found', NULL),
    ('RU2013:09.03.02', 'en', 'Information systems and technologies', '(,)', 'found', NULL),
    ('RU2013:09.03.02', 'ru', 'Информационные системы и технологии', '(,)', 'found', NULL),
    ('RU2013:09.03.03', 'en', 'Applied informatics', '(,)', 'found', NULL),
    ('RU2013:09.03.03', 'ru', 'Прикладная информатика', '(,)', 'found', NULL),
    ('RU2013:09.03.04', 'en', 'Software engineering', '(,)', 'found', NULL),
    ('RU2013:09.03.04', 'ru', 'Программная инженерия', '(,)', 'found', NULL),
    ('RU2013:10.03.01', 'en', 'Information security', '(,)', 'found', NULL),
    ('RU2013:10.03.01', 'ru', 'Информационная безопасность', '(,)', 'found', NULL),
    ('RU2013:01.03.02', 'en', 'Applied mathematics and informatics', '(,)', 'found', NULL),
    ('RU2013:01.03.02', 'ru', 'Прикладная математика и информатика', '(,)', 'found', NULL),
    ('RU2013:02.03.02', 'en', 'Fundamental informatics and information technologies', '(,)', 'found', NULL),
    ('RU2013:02.03.02', 'ru', 'Фундаментальная информатика и информационные технологии', '(,)', 'found', NULL),
    ('RU2013:11.03.02', 'en', 'Infocommunication technologies and communication systems', '(,)', 'found', NULL),
    ('RU2013:11.03.02', 'ru', 'Инфокоммуникационные технологии и системы связи', '(,)', 'found', NULL),
    ('RU2013:11.03.04', 'en', 'Electronics and nanoelectronics', '(,)', 'found', NULL),
    ('RU2013:11.03.04', 'ru', 'Электроника и наноэлектроника', '(,)', 'found', NULL),
    ('RU2013:28.03.01', 'en', 'Nanotechnologies and microsystem engineering', '(,)', 'found', NULL),
    ('RU2013:28.03.01', 'ru', 'Нанотехнологии и микросистемная техника', '(,)', 'found', NULL),
    ('RU2013:28.03.02', 'en', 'Nanoengineering', '(,)', 'found', NULL),
    ('RU2013:28.03.02', 'ru', 'Наноинженерия', '(,)', 'found', NULL),
    ('RU2013:28.03.03', 'en', 'Nanomaterials', '(,)', 'found', NULL),
    ('RU2013:28.03.03', 'ru', 'Наноматериалы', '(,)', 'found', NULL),
    ('RU2013:13.03.01', 'en', 'Heat power and heat engineering', '(,)', 'found', NULL),
    ('RU2013:13.03.01', 'ru', 'Теплоэнергетика и теплотехника', '(,)', 'found', NULL),
    ('RU2013:13.03.02', 'en', 'Electric power and electrical engineering', '(,)', 'found', NULL),
    ('RU2013:13.03.02', 'ru', 'Электроэнергетика и электротехника', '(,)', 'found', NULL),
    ('RU2013:14.03.01', 'en', 'Nuclear power and thermal physics', '(,)', 'found', NULL),
    ('RU2013:14.03.01', 'ru', 'Ядерная энергетика и теплофизика', '(,)', 'found', NULL),
    ('RU2013:05.03.06', 'en', 'Ecology and nature management', '(,)', 'found', NULL),
    ('RU2013:05.03.06', 'ru', 'Экология и природопользование', '(,)', 'found', NULL),
    ('RU2013:20.03.01', 'en', 'Technosphere safety', '(,)', 'found', NULL),
    ('RU2013:20.03.01', 'ru', 'Техносферная безопасность', '(,)', 'found', NULL),
    ('RU2013:38.03.01', 'en', 'Economics', '(,)', 'found', NULL),
    ('RU2013:38.03.01', 'ru', 'Экономика', '(,)', 'found', NULL),
    ('RU2013:38.03.02', 'en', 'Management', '(,)', 'found', NULL),
    ('RU2013:38.03.02', 'ru', 'Менеджмент', '(,)', 'found', NULL),
    ('RU2013:38.03.05', 'en', 'Business informatics', '(,)', 'found', NULL),
    ('RU2013:38.03.05', 'ru', 'Бизнес-информатика', '(,)', 'found', NULL),
    ('RU2013:40.03.01', 'en', 'Jurisprudence', '(,)', 'found', NULL),
    ('RU2013:40.03.01', 'ru', 'Юриспруденция', '(,)', 'found', NULL),
    ('RU2013:41.03.01', 'en', 'Foreign regional studies', '(,)', 'found', NULL),
    ('RU2013:41.03.01', 'ru', 'Зарубежное регионоведение', '(,)', 'found', NULL),
    ('RU2013:41.03.02', 'en', 'Regional studies of Russia', '(,)', 'found', NULL),
    ('RU2013:41.03.02', 'ru', 'Регионоведение России', '(,)', 'found', NULL),
    ('RU2013:41.03.03', 'en', 'Oriental and African studies', '(,)', 'found', NULL),
    ('RU2013:41.03.03', 'ru', 'Востоковедение и африканистика', '(,)', 'found', NULL),
    ('RU2013:41.03.05', 'en', 'International relations', '(,)', 'found', NULL),
    ('RU2013:41.03.05', 'ru', 'Международные отношения', '(,)', 'found', NULL),
    ('RU2013:58.03.01', 'en', 'Oriental and African studies', '(,)', 'found', NULL),
    ('RU2013:58.03.01', 'ru', 'Востоковедение и африканистика', '(,)', 'found', NULL),
    ('RU2013:44.03.01', 'en', 'Pedagogical education', '(,)', 'found', NULL),
    ('RU2013:44.03.01', 'ru', 'Педагогическое образование', '(,)', 'found', NULL),
    ('RU2013:44.03.02', 'en', 'Psychological and pedagogical education', '(,)', 'found', NULL),
    ('RU2013:44.03.02', 'ru', 'Психолого-педагогическое образование', '(,)', 'found', NULL),
    ('RU2013:31.05.01', 'en', 'General medicine', '(,)', 'found', NULL),
    ('RU2013:31.05.01', 'ru', 'Лечебное дело', '(,)', 'found', NULL),
    ('RU2013:09.04.02', 'en', 'Information systems and technologies', '(,)', 'found', NULL),
    ('RU2013:09.04.02', 'ru', 'Информационные системы и технологии', '(,)', 'found', NULL),
    ('RU2013:04.04.02', 'en', 'Chemistry, physics and mechanics of materials', '(,)', 'found', NULL),
    ('RU2013:04.04.02', 'ru', 'Химия, физика и механика материалов', '(,)', 'found', NULL)
) AS r (code, lang, title, valid, confidence, note);

INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'order No 1061 of 12 September 2013', true
FROM (VALUES
    ('RU2013:09.04.01', 'en', 'Informatics and computer engineering', '(,)', 'known', NULL),
    ('RU2013:09.04.01', 'ru', 'Информатика и вычислительная техника', '(,)', 'known', NULL),
    ('RU2013:09.04.04', 'en', 'Software engineering', '(,)', 'known', NULL),
    ('RU2013:09.04.04', 'ru', 'Программная инженерия', '(,)', 'known', NULL),
    ('RU2013:01.04.02', 'en', 'Applied mathematics and informatics', '(,)', 'known', NULL),
    ('RU2013:01.04.02', 'ru', 'Прикладная математика и информатика', '(,)', 'known', NULL),
    ('RU2013:05.04.06', 'en', 'Ecology and nature management', '(,)', 'known', NULL),
    ('RU2013:05.04.06', 'ru', 'Экология и природопользование', '(,)', 'known', NULL),
    ('RU2013:13.04.02', 'en', 'Electric power and electrical engineering', '(,)', 'known', NULL),
    ('RU2013:13.04.02', 'ru', 'Электроэнергетика и электротехника', '(,)', 'known', NULL),
    ('RU2013:28.04.01', 'en', 'Nanotechnologies and microsystem engineering', '(,)', 'known', NULL),
    ('RU2013:28.04.01', 'ru', 'Нанотехнологии и микросистемная техника', '(,)', 'known', NULL),
    ('RU2013:38.04.01', 'en', 'Economics', '(,)', 'known', NULL),
    ('RU2013:38.04.01', 'ru', 'Экономика', '(,)', 'known', NULL),
    ('RU2013:41.04.01', 'en', 'Foreign regional studies', '(,)', 'known', NULL),
    ('RU2013:41.04.01', 'ru', 'Зарубежное регионоведение', '(,)', 'known', NULL),
    ('RU2013:44.04.01', 'en', 'Pedagogical education', '(,)', 'known', NULL),
    ('RU2013:44.04.01', 'ru', 'Педагогическое образование', '(,)', 'known', NULL),
    ('RU2013:40.04.01', 'en', 'Jurisprudence', '(,)', 'known', NULL),
    ('RU2013:40.04.01', 'ru', 'Юриспруденция', '(,)', 'known', NULL),
    ('RU2013:10.05.01', 'en', 'Computer security', '(,)', 'known', NULL),
    ('RU2013:10.05.01', 'ru', 'Компьютерная безопасность', '(,)', 'known', NULL),
    ('RU2013:38.05.01', 'en', 'Economic security', '(,)', 'known', NULL),
    ('RU2013:38.05.01', 'ru', 'Экономическая безопасность', '(,)', 'known', NULL),
    ('RU2013:09.06.01', 'en', 'Informatics and computer engineering (postgraduate)', '(,)', 'known', NULL),
    ('RU2013:09.06.01', 'ru', 'Информатика и вычислительная техника', '(,)', 'known', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- RU_SPO.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'https://github.com/forem1/Portfolio/blob/master/README.md; https://cfuv.ru/?p=34763', true
FROM (VALUES
    ('RU_SPO:09.02.07', 'en', 'Information systems and programming', '(,)', 'found', NULL),
    ('RU_SPO:09.02.07', 'ru', 'Информационные системы и программирование', '(,)', 'found', NULL),
    ('RU_SPO:09.02.03', 'en', 'Programming in computer systems', '(,)', 'found', NULL),
    ('RU_SPO:09.02.03', 'ru', 'Программирование в компьютерных системах', '(,)', 'found', NULL),
    ('RU_SPO:09.02.02', 'en', 'Computer networks', '(,)', 'found', NULL),
    ('RU_SPO:09.02.02', 'ru', 'Компьютерные сети', '(,)', 'found', NULL),
    ('RU_SPO:09.01.03', 'en', 'Operator of information systems and resources', '(,)', 'found', NULL),
    ('RU_SPO:09.01.03', 'ru', 'Оператор информационных систем и ресурсов', '(,)', 'found', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- RU_OKSO2003.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'http://it-claim.ru/Library/Books/Vestnik_ITO/Vestnik_IT.files/37.htm', true
FROM (VALUES
    ('RU_OKSO2003:230100.62', 'en', 'Informatics and computer engineering', '(,)', 'found', NULL),
    ('RU_OKSO2003:230100.62', 'ru', 'Информатика и вычислительная техника', '(,)', 'found', NULL),
    ('RU_OKSO2003:230100.68', 'en', 'Informatics and computer engineering', '(,)', 'found', NULL),
    ('RU_OKSO2003:230100.68', 'ru', 'Информатика и вычислительная техника', '(,)', 'found', NULL),
    ('RU_OKSO2003:230101.65', 'en', 'Computers, complexes, systems and networks', '(,)', 'found', NULL),
    ('RU_OKSO2003:230101.65', 'ru', 'Вычислительные машины, комплексы, системы и сети', '(,)', 'found', NULL),
    ('RU_OKSO2003:230101.51', 'en', 'Computers, complexes, systems and networks', '(,)', 'found', NULL),
    ('RU_OKSO2003:230101.51', 'ru', 'Вычислительные машины, комплексы, системы и сети', '(,)', 'found', NULL),
    ('RU_OKSO2003:230102.65', 'en', 'Automated systems of information processing and control', '(,)', 'found', NULL),
    ('RU_OKSO2003:230102.65', 'ru', 'Автоматизированные системы обработки информации и управления', '(,)', 'found',
     NULL)
) AS r (code, lang, title, valid, confidence, note);

INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'https://gusteh.profiedu.ru/file/download?id=300', true
FROM (VALUES
    ('RU_OKSO2003:010400.62', 'en', 'Information technologies', '(,)', 'found',
     'The list of 2009 gives the code another name.'),
    ('RU_OKSO2003:010400.62', 'ru', 'Информационные технологии', '(,)', 'found',
     'The list of 2009 gives the code another name.'),
    ('RU_OKSO2003:010501.65', 'en', 'Applied mathematics and informatics', '(,)', 'found', NULL),
    ('RU_OKSO2003:010501.65', 'ru', 'Прикладная математика и информатика', '(,)', 'found', NULL),
    ('RU_OKSO2003:010503.65', 'en', 'Software and administration of information systems', '(,)', 'found', NULL),
    ('RU_OKSO2003:010503.65', 'ru', 'Математическое обеспечение и администрирование информационных систем', '(,)',
     'found', NULL)
) AS r (code, lang, title, valid, confidence, note);

INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note, 'public file on GitHub',
       true
FROM (VALUES
    ('RU_OKSO2003:140404', 'en', 'Nuclear power stations and plants', '(,)', 'found',
     'Printed without its suffix 65.'),
    ('RU_OKSO2003:140404', 'ru', 'Атомные электрические станции и установки', '(,)', 'found',
     'Printed without its suffix 65.')
) AS r (code, lang, title, valid, confidence, note);

INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'order No 337 of 17 September 2009', true
FROM (VALUES
    ('RU_OKSO2003:230400.62', 'en', 'Information systems and technologies', '(,)', 'known', NULL),
    ('RU_OKSO2003:230400.62', 'ru', 'Информационные системы и технологии', '(,)', 'known', NULL),
    ('RU_OKSO2003:230400.68', 'en', 'Information systems and technologies', '(,)', 'known', NULL),
    ('RU_OKSO2003:230400.68', 'ru', 'Информационные системы и технологии', '(,)', 'known', NULL),
    ('RU_OKSO2003:080100.62', 'en', 'Economics', '(,)', 'known', NULL),
    ('RU_OKSO2003:080100.62', 'ru', 'Экономика', '(,)', 'known', NULL),
    ('RU_OKSO2003:022000.62', 'en', 'Ecology and nature management', '(,)', 'known', NULL),
    ('RU_OKSO2003:022000.62', 'ru', 'Экология и природопользование', '(,)', 'known', NULL),
    ('RU_OKSO2003:140400.68', 'en', 'Electric power and electrical engineering', '(,)', 'known', NULL),
    ('RU_OKSO2003:140400.68', 'ru', 'Электроэнергетика и электротехника', '(,)', 'known', NULL),
    ('RU_OKSO2003:032000.62', 'en', 'Foreign regional studies', '(,)', 'known', NULL),
    ('RU_OKSO2003:032000.62', 'ru', 'Зарубежное регионоведение', '(,)', 'known', NULL),
    ('RU_OKSO2003:030900.62', 'en', 'Jurisprudence', '(,)', 'known', NULL),
    ('RU_OKSO2003:030900.62', 'ru', 'Юриспруденция', '(,)', 'known', NULL),
    ('RU_OKSO2003:050100.62', 'en', 'Pedagogical education', '(,)', 'known', NULL),
    ('RU_OKSO2003:050100.62', 'ru', 'Педагогическое образование', '(,)', 'known', NULL),
    ('RU_OKSO2003:152200.62', 'en', 'Nanoengineering', '(,)', 'known', NULL),
    ('RU_OKSO2003:152200.62', 'ru', 'Наноинженерия', '(,)', 'known', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- RU_OKSO2016.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note, 'OK 009-2016', true
FROM (VALUES
    ('RU_OKSO2016:2.09.03.02', 'en', 'Information systems and technologies', '(,)', 'known', NULL),
    ('RU_OKSO2016:2.09.03.02', 'ru', 'Информационные системы и технологии', '(,)', 'known', NULL),
    ('RU_OKSO2016:1.05.03.06', 'en', 'Ecology and nature management', '(,)', 'known', NULL),
    ('RU_OKSO2016:1.05.03.06', 'ru', 'Экология и природопользование', '(,)', 'known', NULL),
    ('RU_OKSO2016:5.38.03.01', 'en', 'Economics', '(,)', 'known', NULL),
    ('RU_OKSO2016:5.38.03.01', 'ru', 'Экономика', '(,)', 'known', NULL),
    ('RU_OKSO2016:2.13.04.02', 'en', 'Electric power and electrical engineering', '(,)', 'known', NULL),
    ('RU_OKSO2016:2.13.04.02', 'ru', 'Электроэнергетика и электротехника', '(,)', 'known', NULL),
    ('RU_OKSO2016:6.44.04.01', 'en', 'Pedagogical education', '(,)', 'known', NULL),
    ('RU_OKSO2016:6.44.04.01', 'ru', 'Педагогическое образование', '(,)', 'known', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- RU_VAK2009.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'order No 1027 of 23 October 2017 / order No 59 of 25 February 2009', true
FROM (VALUES
    ('RU_VAK2009:05.13.01', 'en', 'System analysis, control and information processing', '(,)', 'known', NULL),
    ('RU_VAK2009:05.13.01', 'ru', 'Системный анализ, управление и обработка информации', '(,)', 'known', NULL),
    ('RU_VAK2009:05.13.11', 'en', 'Mathematical support and software of computers and networks', '(,)', 'known', NULL),
    ('RU_VAK2009:05.13.11', 'ru', 'Математическое и программное обеспечение вычислительных машин', '(,)', 'known',
     NULL),
    ('RU_VAK2009:05.13.19', 'en', 'Methods and systems of information protection', '(,)', 'known', NULL),
    ('RU_VAK2009:05.13.19', 'ru', 'Методы и системы защиты информации, информационная безопасность', '(,)', 'known',
     NULL),
    ('RU_VAK2009:08.00.05', 'en', 'Economics and management of national economy', '(,)', 'known', NULL),
    ('RU_VAK2009:08.00.05', 'ru', 'Экономика и управление народным хозяйством', '(,)', 'known', NULL),
    ('RU_VAK2009:03.02.08', 'en', 'Ecology', '(,)', 'known', NULL),
    ('RU_VAK2009:03.02.08', 'ru', 'Экология', '(,)', 'known', NULL),
    ('RU_VAK2009:13.00.01', 'en', 'General pedagogy, history of pedagogy and education', '(,)', 'known', NULL),
    ('RU_VAK2009:13.00.01', 'ru', 'Общая педагогика, история педагогики и образования', '(,)', 'known', NULL),
    ('RU_VAK2009:05.14.02', 'en', 'Power stations and electric power systems', '(,)', 'known', NULL),
    ('RU_VAK2009:05.14.02', 'ru', 'Электрические станции и электроэнергетические системы', '(,)', 'known', NULL),
    ('RU_VAK2009:05.16.08', 'en', 'Nanotechnologies and nanomaterials', '(,)', 'known', NULL),
    ('RU_VAK2009:05.16.08', 'ru', 'Нанотехнологии и наноматериалы', '(,)', 'known', NULL),
    ('RU_VAK2009:01.04.02', 'en', 'Theoretical physics', '(,)', 'known', NULL),
    ('RU_VAK2009:01.04.02', 'ru', 'Теоретическая физика', '(,)', 'known', NULL),
    ('RU_VAK2009:05.04.06', 'en', 'Vacuum, compressor technology and pneumatic systems', '(,)', 'known', NULL),
    ('RU_VAK2009:05.04.06', 'ru', 'Вакуумная, компрессорная техника и пневмосистемы', '(,)', 'known', NULL),
    ('RU_VAK2009:23.00.04', 'en', 'Political problems of international relations', '(,)', 'known', NULL),
    ('RU_VAK2009:23.00.04', 'ru', 'Политические проблемы международных отношений', '(,)', 'known', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- RU_VAK2021.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'https://docs.cntd.ru/document/1302482017/titles/7EA0KE', true
FROM (VALUES
    ('RU_VAK2021:1.2.1', 'en', 'Artificial intelligence and machine learning', '(,)', 'found', NULL),
    ('RU_VAK2021:1.2.1', 'ru', 'Искусственный интеллект и машинное обучение', '(,)', 'found', NULL),
    ('RU_VAK2021:1.2.2', 'en', 'Mathematical modelling, numerical methods and software complexes', '(,)', 'found',
     NULL),
    ('RU_VAK2021:1.2.2', 'ru', 'Математическое моделирование, численные методы и комплексы программ', '(,)', 'found',
     NULL),
    ('RU_VAK2021:1.2.3', 'en', 'Theoretical informatics, cybernetics', '(,)', 'found', NULL),
    ('RU_VAK2021:1.2.3', 'ru', 'Теоретическая информатика, кибернетика', '(,)', 'found', NULL),
    ('RU_VAK2021:1.2.4', 'en', 'Cybersecurity', '(,)', 'found', NULL),
    ('RU_VAK2021:1.2.4', 'ru', 'Кибербезопасность', '(,)', 'found', NULL),
    ('RU_VAK2021:5.12.4', 'en', 'Cognitive modelling', '(,)', 'found', NULL),
    ('RU_VAK2021:5.12.4', 'ru', 'Когнитивное моделирование', '(,)', 'found', NULL)
) AS r (code, lang, title, valid, confidence, note);

INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'order No 118 of 24 February 2021', true
FROM (VALUES
    ('RU_VAK2021:2.3.1', 'en', 'System analysis, control and information processing, statistics', '(,)', 'known',
     NULL),
    ('RU_VAK2021:2.3.1', 'ru', 'Системный анализ, управление и обработка информации, статистика', '(,)', 'known',
     NULL),
    ('RU_VAK2021:2.3.5', 'en', 'Mathematical support and software of computing systems', '(,)', 'known', NULL),
    ('RU_VAK2021:2.3.5', 'ru', 'Математическое и программное обеспечение вычислительных систем', '(,)', 'known', NULL),
    ('RU_VAK2021:1.5.15', 'en', 'Ecology', '(,)', 'known', NULL),
    ('RU_VAK2021:1.5.15', 'ru', 'Экология', '(,)', 'known', NULL),
    ('RU_VAK2021:5.2.3', 'en', 'Regional and sectoral economics', '(,)', 'known', NULL),
    ('RU_VAK2021:5.2.3', 'ru', 'Региональная и отраслевая экономика', '(,)', 'known', NULL),
    ('RU_VAK2021:5.8.1', 'en', 'General pedagogy, history of pedagogy and education', '(,)', 'known', NULL),
    ('RU_VAK2021:5.8.1', 'ru', 'Общая педагогика, история педагогики и образования', '(,)', 'known', NULL),
    ('RU_VAK2021:2.4.3', 'en', 'Electric power engineering', '(,)', 'known', NULL),
    ('RU_VAK2021:2.4.3', 'ru', 'Электроэнергетика', '(,)', 'known', NULL),
    ('RU_VAK2021:2.6.6', 'en', 'Nanotechnologies and nanomaterials', '(,)', 'known', NULL),
    ('RU_VAK2021:2.6.6', 'ru', 'Нанотехнологии и наноматериалы', '(,)', 'known', NULL),
    ('RU_VAK2021:5.5.4', 'en', 'International relations, global and regional studies', '(,)', 'known', NULL),
    ('RU_VAK2021:5.5.4', 'ru', 'Международные отношения, глобальные и региональные исследования', '(,)', 'known',
     NULL)
) AS r (code, lang, title, valid, confidence, note);

-- CN_UG.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note, 'public file on GitHub',
       true
FROM (VALUES
    ('CN_UG:080901', 'en', 'Computer science and technology', '(,)', 'found', NULL),
    ('CN_UG:080901', 'zh', '计算机科学与技术', '(,)', 'found', NULL),
    ('CN_UG:080902', 'en', 'Software engineering', '(,)', 'found', NULL),
    ('CN_UG:080902', 'zh', '软件工程', '(,)', 'found', NULL),
    ('CN_UG:080903', 'en', 'Network engineering', '(,)', 'found', NULL),
    ('CN_UG:080903', 'zh', '网络工程', '(,)', 'found', NULL),
    ('CN_UG:080904K', 'en', 'Information security', '(,)', 'found', NULL),
    ('CN_UG:080904K', 'zh', '信息安全', '(,)', 'found', NULL),
    ('CN_UG:080905', 'en', 'Internet of things engineering', '(,)', 'found', NULL),
    ('CN_UG:080905', 'zh', '物联网工程', '(,)', 'found', NULL),
    ('CN_UG:080907T', 'en', 'Intelligent science and technology', '(,)', 'found', NULL),
    ('CN_UG:080907T', 'zh', '智能科学与技术', '(,)', 'found', NULL),
    ('CN_UG:080908T', 'en', 'Spatial information and digital technology', '(,)', 'found', NULL),
    ('CN_UG:080908T', 'zh', '空间信息与数字技术', '(,)', 'found', NULL),
    ('CN_UG:080910T', 'en', 'Data science and big data technology', '(,)', 'found', NULL),
    ('CN_UG:080910T', 'zh', '数据科学与大数据技术', '(,)', 'found', NULL),
    ('CN_UG:080911TK', 'en', 'Cyberspace security', '(,)', 'found', NULL),
    ('CN_UG:080911TK', 'zh', '网络空间安全', '(,)', 'found', NULL),
    ('CN_UG:080717T', 'en', 'Artificial intelligence', '(,)', 'found', NULL),
    ('CN_UG:080717T', 'zh', '人工智能', '(,)', 'found', NULL),
    ('CN_UG:080701', 'en', 'Electronic information engineering', '(,)', 'found', NULL),
    ('CN_UG:080701', 'zh', '电子信息工程', '(,)', 'found', NULL),
    ('CN_UG:080703', 'en', 'Communication engineering', '(,)', 'found', NULL),
    ('CN_UG:080703', 'zh', '通信工程', '(,)', 'found', NULL),
    ('CN_UG:020101', 'en', 'Economics', '(,)', 'found', NULL),
    ('CN_UG:020101', 'zh', '经济学', '(,)', 'found', NULL),
    ('CN_UG:020301K', 'en', 'Finance', '(,)', 'found', NULL),
    ('CN_UG:020301K', 'zh', '金融学', '(,)', 'found', NULL),
    ('CN_UG:040106', 'en', 'Preschool education', '(,)', 'found', NULL),
    ('CN_UG:040106', 'zh', '学前教育', '(,)', 'found', NULL),
    ('CN_UG:070101', 'en', 'Mathematics and applied mathematics', '(,)', 'found', NULL),
    ('CN_UG:070101', 'zh', '数学与应用数学', '(,)', 'found', NULL),
    ('CN_UG:101101', 'en', 'Nursing', '(,)', 'found', NULL),
    ('CN_UG:101101', 'zh', '护理学', '(,)', 'found', NULL)
) AS r (code, lang, title, valid, confidence, note);

INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'Ministry of Education undergraduate catalogue 2012-2024', true
FROM (VALUES
    ('CN_UG:080601', 'en', 'Electrical engineering and automation', '(,)', 'known', NULL),
    ('CN_UG:080601', 'zh', '电气工程及其自动化', '(,)', 'known', NULL),
    ('CN_UG:080501', 'en', 'Energy and power engineering', '(,)', 'known', NULL),
    ('CN_UG:080501', 'zh', '能源与动力工程', '(,)', 'known', NULL),
    ('CN_UG:080503T', 'en', 'New energy science and engineering', '(,)', 'known', NULL),
    ('CN_UG:080503T', 'zh', '新能源科学与工程', '(,)', 'known', NULL),
    ('CN_UG:082502', 'en', 'Environmental engineering', '(,)', 'known', NULL),
    ('CN_UG:082502', 'zh', '环境工程', '(,)', 'known', NULL),
    ('CN_UG:082503', 'en', 'Environmental science', '(,)', 'known', NULL),
    ('CN_UG:082503', 'zh', '环境科学', '(,)', 'known', NULL),
    ('CN_UG:071004', 'en', 'Ecology', '(,)', 'known', NULL),
    ('CN_UG:071004', 'zh', '生态学', '(,)', 'known', NULL),
    ('CN_UG:030101K', 'en', 'Law', '(,)', 'known', NULL),
    ('CN_UG:030101K', 'zh', '法学', '(,)', 'known', NULL),
    ('CN_UG:030202', 'en', 'International politics', '(,)', 'known', NULL),
    ('CN_UG:030202', 'zh', '国际政治', '(,)', 'known', NULL),
    ('CN_UG:040101', 'en', 'Education science', '(,)', 'known', NULL),
    ('CN_UG:040101', 'zh', '教育学', '(,)', 'known', NULL),
    ('CN_UG:080413T', 'en', 'Nanomaterials and technology', '(,)', 'known', NULL),
    ('CN_UG:080413T', 'zh', '纳米材料与技术', '(,)', 'known', NULL),
    ('CN_UG:120102', 'en', 'Information management and information systems', '(,)', 'known', NULL),
    ('CN_UG:120102', 'zh', '信息管理与信息系统', '(,)', 'known', NULL),
    ('CN_UG:020401', 'en', 'International economics and trade', '(,)', 'known', NULL),
    ('CN_UG:020401', 'zh', '国际经济与贸易', '(,)', 'known', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- CN_PG.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note, 'public file on GitHub',
       true
FROM (VALUES
    ('CN_PG:081201', 'en', 'Computer system architecture', '(,)', 'found', NULL),
    ('CN_PG:081201', 'zh', '计算机系统结构', '(,)', 'found', NULL),
    ('CN_PG:081202', 'en', 'Computer software and theory', '(,)', 'found', NULL),
    ('CN_PG:081202', 'zh', '计算机软件与理论', '(,)', 'found', NULL),
    ('CN_PG:081203', 'en', 'Computer applied technology', '(,)', 'found', NULL),
    ('CN_PG:081203', 'zh', '计算机应用技术', '(,)', 'found', NULL),
    ('CN_PG:080902', 'en', 'Circuits and systems', '(,)', 'found', NULL),
    ('CN_PG:080902', 'zh', '电路与系统', '(,)', 'found', NULL),
    ('CN_PG:080801', 'en', 'Electric machines and apparatus', '(,)', 'found', NULL),
    ('CN_PG:080801', 'zh', '电机与电器', '(,)', 'found', NULL),
    ('CN_PG:080802', 'en', 'Power systems and automation', '(,)', 'found', NULL),
    ('CN_PG:080802', 'zh', '电力系统及其自动化', '(,)', 'found', NULL),
    ('CN_PG:080702', 'en', 'Thermal engineering', '(,)', 'found', NULL),
    ('CN_PG:080702', 'zh', '热能工程', '(,)', 'found', NULL),
    ('CN_PG:0808Z1', 'en', 'Power plant systems and control (self-set)', '(,)', 'found', NULL),
    ('CN_PG:0808Z1', 'zh', '电站系统及控制', '(,)', 'found', NULL),
    ('CN_PG:083001', 'en', 'Environmental science', '(,)', 'found', NULL),
    ('CN_PG:083001', 'zh', '环境科学', '(,)', 'found', NULL),
    ('CN_PG:083002', 'en', 'Environmental engineering', '(,)', 'found', NULL),
    ('CN_PG:083002', 'zh', '环境工程', '(,)', 'found', NULL),
    ('CN_PG:071012', 'en', 'Ecology (1997 catalogue)', '(,)', 'found', NULL),
    ('CN_PG:071012', 'zh', '生态学', '(,)', 'found', NULL),
    ('CN_PG:020202', 'en', 'Regional economics', '(,)', 'found', NULL),
    ('CN_PG:020202', 'zh', '区域经济学', '(,)', 'found', NULL),
    ('CN_PG:020204', 'en', 'Finance', '(,)', 'found', NULL),
    ('CN_PG:020204', 'zh', '金融学', '(,)', 'found', NULL),
    ('CN_PG:0270', 'en', 'Statistics (in economics)', '(,)', 'found', NULL),
    ('CN_PG:0270', 'zh', '统计学', '(,)', 'found', NULL),
    ('CN_PG:030109', 'en', 'International law', '(,)', 'found', NULL),
    ('CN_PG:030109', 'zh', '国际法学', '(,)', 'found', NULL),
    ('CN_PG:040101', 'en', 'Principles of education', '(,)', 'found', NULL),
    ('CN_PG:040101', 'zh', '教育学原理', '(,)', 'found', NULL),
    ('CN_PG:040110', 'en', 'Educational technology', '(,)', 'found', NULL),
    ('CN_PG:040110', 'zh', '教育技术学', '(,)', 'found', NULL),
    ('CN_PG:080501', 'en', 'Materials physics and chemistry', '(,)', 'found', NULL),
    ('CN_PG:080501', 'zh', '材料物理与化学', '(,)', 'found', NULL),
    ('CN_PG:1201', 'en', 'Management science and engineering', '(,)', 'found', NULL),
    ('CN_PG:1201', 'zh', '管理科学与工程', '(,)', 'found', NULL)
) AS r (code, lang, title, valid, confidence, note);

INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'postgraduate catalogue of 2022', true
FROM (VALUES
    ('CN_PG:0812', 'en', 'Computer science and technology', '(,)', 'known', NULL),
    ('CN_PG:0812', 'zh', '计算机科学与技术', '(,)', 'known', NULL),
    ('CN_PG:0835', 'en', 'Software engineering', '(,)', 'known', NULL),
    ('CN_PG:0835', 'zh', '软件工程', '(,)', 'known', NULL),
    ('CN_PG:0839', 'en', 'Cyberspace security', '(,)', 'known', NULL),
    ('CN_PG:0839', 'zh', '网络空间安全', '(,)', 'known', NULL),
    ('CN_PG:0713', 'en', 'Ecology', '(,)', 'known', NULL),
    ('CN_PG:0713', 'zh', '生态学', '(,)', 'known', NULL),
    ('CN_PG:0854', 'en', 'Electronic information (professional)', '(,)', 'known', NULL),
    ('CN_PG:0854', 'zh', '电子信息', '(,)', 'known', NULL),
    ('CN_PG:085404', 'en', 'Computer technology (professional field)', '(,)', 'known', NULL),
    ('CN_PG:085404', 'zh', '计算机技术', '(,)', 'known', NULL),
    ('CN_PG:0858', 'en', 'Energy and power (professional)', '(,)', 'known', NULL),
    ('CN_PG:0858', 'zh', '能源动力', '(,)', 'known', NULL),
    ('CN_PG:1406', 'en', 'Nanoscience and engineering', '(,)', 'known', NULL),
    ('CN_PG:1406', 'zh', '纳米科学与工程', '(,)', 'known', NULL),
    ('CN_PG:1407', 'en', 'Area studies', '(,)', 'known', NULL),
    ('CN_PG:1407', 'zh', '区域国别学', '(,)', 'known', NULL),
    ('CN_PG:1405', 'en', 'Intelligence science and technology', '(,)', 'known', NULL),
    ('CN_PG:1405', 'zh', '智能科学与技术', '(,)', 'known', NULL),
    ('CN_PG:0401', 'en', 'Education science', '(,)', 'known', NULL),
    ('CN_PG:0401', 'zh', '教育学', '(,)', 'known', NULL),
    ('CN_PG:0451', 'en', 'Education (professional)', '(,)', 'known', NULL),
    ('CN_PG:0451', 'zh', '教育', '(,)', 'known', NULL),
    ('CN_PG:0202', 'en', 'Applied economics', '(,)', 'known', NULL),
    ('CN_PG:0202', 'zh', '应用经济学', '(,)', 'known', NULL),
    ('CN_PG:0301', 'en', 'Law', '(,)', 'known', NULL),
    ('CN_PG:0301', 'zh', '法学', '(,)', 'known', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- CN_VOC2021.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'vocational catalogue of 2021', true
FROM (VALUES
    ('CN_VOC2021:510203', 'en', 'Software technology (associate)', '(,)', 'known', NULL),
    ('CN_VOC2021:510203', 'zh', '软件技术', '(,)', 'known', NULL),
    ('CN_VOC2021:510201', 'en', 'Computer applied technology (associate)', '(,)', 'known', NULL),
    ('CN_VOC2021:510201', 'zh', '计算机应用技术', '(,)', 'known', NULL),
    ('CN_VOC2021:310203', 'en', 'Software engineering technology (vocational bachelor)', '(,)', 'known', NULL),
    ('CN_VOC2021:310203', 'zh', '软件工程技术', '(,)', 'known', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- UZ2010.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'https://abt.uz/blog/qabul-2019-2020; https://www.samdu.uz (PQ-4749 of 12.06.2020)', true
FROM (VALUES
    ('UZ2010:5111300', 'en', 'Native language and literature: Russian in other-language groups', '(,)', 'found', NULL),
    ('UZ2010:5111300', 'uz', 'Ona tili va adabiyoti: rus tili', '(,)', 'found', NULL),
    ('UZ2010:5111400', 'en', 'Foreign language and literature: English', '(,)', 'found', NULL),
    ('UZ2010:5111400', 'uz', 'Xorijiy til va adabiyoti: ingliz tili', '(,)', 'found', NULL),
    ('UZ2010:5120100', 'en', 'Philology and language teaching', '(,)', 'found', NULL),
    ('UZ2010:5120100', 'uz', 'Filologiya va tillarni oʻqitish', '(,)', 'found', NULL),
    ('UZ2010:5120200', 'en', 'Theory and practice of translation', '(,)', 'found', NULL),
    ('UZ2010:5120200', 'uz', 'Tarjima nazariyasi va amaliyoti', '(,)', 'found', NULL),
    ('UZ2010:5210300', 'en', 'Political science', '(,)', 'found', NULL),
    ('UZ2010:5210300', 'uz', 'Siyosatshunoslik', '(,)', 'found', NULL),
    ('UZ2010:5220100', 'en', 'Journalism', '(,)', 'found', NULL),
    ('UZ2010:5220100', 'uz', 'Jurnalistika', '(,)', 'found', NULL),
    ('UZ2010:5150900', 'en', 'Design', '(,)', 'found', NULL),
    ('UZ2010:5150900', 'uz', 'Dizayn', '(,)', 'found', NULL)
) AS r (code, lang, title, valid, confidence, note);

INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'http://www.gazeta.uz/2015/02/02/edu/', true
FROM (VALUES
    ('UZ2010:5120300', 'en', 'History (by countries and regions)', '(,)', 'found', NULL),
    ('UZ2010:5120300', 'uz', 'Tarix (mamlakatlar va mintaqalar boʻyicha)', '(,)', 'found', NULL),
    ('UZ2010:5120800', 'en', 'Eastern philosophy and culture', '(,)', 'found', NULL),
    ('UZ2010:5120800', 'uz', 'Sharq falsafasi va madaniyati', '(,)', 'found', NULL),
    ('UZ2010:5112100', 'en', 'Labour education', '(,)', 'found', NULL),
    ('UZ2010:5112100', 'uz', 'Mehnat taʼlimi', '(,)', 'found', NULL)
) AS r (code, lang, title, valid, confidence, note);

INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'classifier of higher education directions', true
FROM (VALUES
    ('UZ2010:5330200', 'en', 'Informatics and information technologies', '(,)', 'uncertain', 'Name not verified.'),
    ('UZ2010:5330200', 'uz', 'Informatika va axborot texnologiyalari', '(,)', 'uncertain', 'Name not verified.'),
    ('UZ2010:5A330202', 'en', 'Information systems (by sectors)', '(,)', 'uncertain', 'Name not verified.'),
    ('UZ2010:5A330202', 'uz', 'Axborot tizimlari', '(,)', 'uncertain', 'Name not verified.'),
    ('UZ2010:5330500', 'en', 'Computer engineering', '(,)', 'uncertain', NULL),
    ('UZ2010:5330500', 'uz', 'Kompyuter injiniringi', '(,)', 'uncertain', NULL),
    ('UZ2010:5330600', 'en', 'Software engineering', '(,)', 'uncertain', NULL),
    ('UZ2010:5330600', 'uz', 'Dasturiy injiniring', '(,)', 'uncertain', NULL),
    ('UZ2010:5310200', 'en', 'Electric power engineering', '(,)', 'uncertain', NULL),
    ('UZ2010:5310200', 'uz', 'Elektr energetikasi', '(,)', 'uncertain', NULL),
    ('UZ2010:5630100', 'en', 'Ecology and environmental protection', '(,)', 'uncertain', NULL),
    ('UZ2010:5630100', 'uz', 'Ekologiya va atrof-muhit muhofazasi', '(,)', 'uncertain', NULL),
    ('UZ2010:5230100', 'en', 'Economics', '(,)', 'uncertain', NULL),
    ('UZ2010:5230100', 'uz', 'Iqtisodiyot', '(,)', 'uncertain', NULL),
    ('UZ2010:5240100', 'en', 'Jurisprudence', '(,)', 'uncertain', NULL),
    ('UZ2010:5240100', 'uz', 'Yurisprudensiya', '(,)', 'uncertain', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- UZ2021.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note, 'public file on GitHub',
       true
FROM (VALUES
    ('UZ2021:60610100', 'en', 'Computer sciences and programming technologies', '(,)', 'found', NULL),
    ('UZ2021:60610100', 'uz', 'Kompyuter ilmlari va dasturlash texnologiyalari', '(,)', 'found', NULL),
    ('UZ2021:60610200', 'en', 'Information systems and technologies', '(,)', 'found', NULL),
    ('UZ2021:60610200', 'uz', 'Axborot tizimlari va texnologiyalari', '(,)', 'found', NULL),
    ('UZ2021:60610300', 'en', 'Information security', '(,2025-09-01)', 'found', 'Edition before the renumbering.'),
    ('UZ2021:60610300', 'uz', 'Axborot xavfsizligi', '(,2025-09-01)', 'found', 'Edition before the renumbering.'),
    ('UZ2021:60610400', 'en', 'Information security management', '(,2025-09-01)', 'found',
     'Edition before the renumbering.'),
    ('UZ2021:60610400', 'uz', 'Axborot xavfsizligini boshqarish', '(,2025-09-01)', 'found',
     'Edition before the renumbering.'),
    ('UZ2021:60610501', 'en', 'Computer engineering', '(,)', 'found', NULL),
    ('UZ2021:60610501', 'uz', 'Kompyuter injiniringi', '(,)', 'found', NULL),
    ('UZ2021:60610700', 'en', 'Artificial intelligence', '(,)', 'found', NULL),
    ('UZ2021:60610700', 'uz', 'Sunʼiy intellekt', '(,)', 'found', NULL),
    ('UZ2021:60310100', 'en', 'Economics', '(,)', 'found', NULL),
    ('UZ2021:60310100', 'uz', 'Iqtisodiyot', '(,)', 'found', NULL),
    ('UZ2021:60310300', 'en', 'Regional economics', '(,2025-09-01)', 'found', 'Edition before the renumbering.'),
    ('UZ2021:60310300', 'uz', 'Mintaqaviy iqtisodiyot', '(,2025-09-01)', 'found', 'Edition before the renumbering.'),
    ('UZ2021:60310500', 'en', 'Digital economy', '(,)', 'found', NULL),
    ('UZ2021:60310500', 'uz', 'Raqamli iqtisodiyot', '(,)', 'found', NULL),
    ('UZ2021:60310800', 'en', 'International relations', '(,)', 'found', NULL),
    ('UZ2021:60310800', 'uz', 'Xalqaro munosabatlar', '(,)', 'found', NULL),
    ('UZ2021:60310700', 'en', 'Political science', '(,)', 'found', NULL),
    ('UZ2021:60310700', 'uz', 'Siyosatshunoslik', '(,)', 'found', NULL),
    ('UZ2021:60411900', 'en', 'World economy and international economic relations', '(,)', 'found', NULL),
    ('UZ2021:60411900', 'uz', 'Jahon iqtisodiyoti va xalqaro iqtisodiy munosabatlar', '(,)', 'found', NULL),
    ('UZ2021:60410100', 'en', 'Accounting and audit', '(,2025-09-01)', 'found', 'Edition before the renumbering.'),
    ('UZ2021:60410100', 'uz', 'Buxgalteriya hisobi va audit', '(,2025-09-01)', 'found', 'Edition before the renumbering.'),
    ('UZ2021:60420107', 'en', 'Jurisprudence (by type of activity)', '(,)', 'found', NULL),
    ('UZ2021:60420107', 'uz', 'Yurisprudensiya', '(,)', 'found', NULL),
    ('UZ2021:60710500', 'en', 'Power engineering', '(,)', 'found', NULL),
    ('UZ2021:60710500', 'uz', 'Energetika', '(,)', 'found', NULL),
    ('UZ2021:60710602', 'en', 'Electric power engineering', '(,)', 'found', NULL),
    ('UZ2021:60710602', 'uz', 'Elektr energetikasi', '(,)', 'found', NULL),
    ('UZ2021:60710900', 'en', 'Energy saving and energy audit', '(,)', 'found', NULL),
    ('UZ2021:60710900', 'uz', 'Energiya tejamkorligi va energoaudit', '(,)', 'found', NULL),
    ('UZ2021:60711001', 'en', 'Alternative energy sources', '(,)', 'found', NULL),
    ('UZ2021:60711001', 'uz', 'Muqobil energiya manbalari', '(,)', 'found', NULL),
    ('UZ2021:60710403', 'en', 'Ecology and environmental protection', '(,2025-09-01)', 'found',
     'Edition before the renumbering.'),
    ('UZ2021:60710403', 'uz', 'Ekologiya va atrof-muhit muhofazasi', '(,2025-09-01)', 'found',
     'Edition before the renumbering.'),
    ('UZ2021:60711500', 'en', 'Mechatronics and robotics', '(,)', 'found', NULL),
    ('UZ2021:60711500', 'uz', 'Mexatronika va robototexnika', '(,)', 'found', NULL),
    ('UZ2021:60720601', 'en', 'Materials science and technology of new materials', '(,)', 'found', NULL),
    ('UZ2021:60720601', 'uz', 'Materialshunoslik va yangi materiallar texnologiyasi', '(,)', 'found', NULL),
    ('UZ2021:60110100', 'en', 'Pedagogy', '(,)', 'found', NULL),
    ('UZ2021:60110100', 'uz', 'Pedagogika', '(,)', 'found', NULL),
    ('UZ2021:60110200', 'en', 'Preschool education', '(,)', 'found', NULL),
    ('UZ2021:60110200', 'uz', 'Maktabgacha taʼlim', '(,)', 'found', NULL),
    ('UZ2021:60110600', 'en', 'Mathematics and informatics (teacher training)', '(,)', 'found', NULL),
    ('UZ2021:60110600', 'uz', 'Matematika va informatika', '(,)', 'found', NULL),
    ('UZ2021:60220307', 'en', 'History', '(,)', 'found', NULL),
    ('UZ2021:60220307', 'uz', 'Tarix', '(,)', 'found', NULL),
    ('UZ2021:60530901', 'en', 'Physics', '(,)', 'found', NULL),
    ('UZ2021:60530901', 'uz', 'Fizika', '(,)', 'found', NULL),
    ('UZ2021:60540200', 'en', 'Applied mathematics', '(,)', 'found', NULL),
    ('UZ2021:60540200', 'uz', 'Amaliy matematika', '(,)', 'found', NULL),
    ('UZ2021:61010401', 'en', 'Tourism', '(,)', 'found', NULL),
    ('UZ2021:61010401', 'uz', 'Turizm', '(,)', 'found', NULL),
    ('UZ2021:61040101', 'en', 'Transport logistics', '(,)', 'found', NULL),
    ('UZ2021:61040101', 'uz', 'Transport logistikasi', '(,)', 'found', NULL)
) AS r (code, lang, title, valid, confidence, note);

INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'public file on GitHub (2025-26 admission)', true
FROM (VALUES
    ('UZ2021:60610400', 'en', 'Software engineering', '[2025-09-01,)', 'found',
     'Later edition; its first day is not verified.'),
    ('UZ2021:60610400', 'uz', 'Dasturiy injiniring', '[2025-09-01,)', 'found',
     'Later edition; its first day is not verified.'),
    ('UZ2021:60710400', 'en', 'Power engineering', '[2025-09-01,)', 'found',
     'Later edition; its first day is not verified.'),
    ('UZ2021:60710400', 'uz', 'Energetika muhandisligi', '[2025-09-01,)', 'found',
     'Later edition; its first day is not verified.'),
    ('UZ2021:70610101', 'en', 'Computer systems and their software', '(,)', 'found', NULL),
    ('UZ2021:70610101', 'uz', 'Kompyuter tizimlari va ularning dasturiy taʼminoti', '(,)', 'found', NULL),
    ('UZ2021:70110901', 'en', 'Foreign language and literature', '(,)', 'found', NULL),
    ('UZ2021:70110901', 'uz', 'Xorijiy til va adabiyoti', '(,)', 'found', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- KG.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'http://oshtu.kg/en/2018/04/11515/', true
FROM (VALUES
    ('KG:710100', 'en', 'Informatics and computer engineering', '(,)', 'found', NULL),
    ('KG:710100', 'ru', 'Информатика и вычислительная техника', '(,)', 'found', NULL),
    ('KG:710200', 'en', 'Information systems and technologies', '(,)', 'found', NULL),
    ('KG:710200', 'ru', 'Информационные системы и технологии', '(,)', 'found', NULL),
    ('KG:690300', 'en', 'Infocommunication technologies and communication systems', '(,)', 'found', NULL),
    ('KG:690300', 'ru', 'Инфокоммуникационные технологии и системы связи', '(,)', 'found', NULL),
    ('KG:700200', 'en', 'Control in technical systems', '(,)', 'found', NULL),
    ('KG:700200', 'ru', 'Управление в технических системах', '(,)', 'found', NULL),
    ('KG:531100', 'en', 'Linguistics', '(,)', 'found', NULL),
    ('KG:531100', 'ru', 'Лингвистика', '(,)', 'found', NULL),
    ('KG:531200', 'en', 'Computer linguistics (as printed)', '(,)', 'found',
     'Other lists give the code another name.'),
    ('KG:570400', 'en', 'Design', '(,)', 'found', NULL),
    ('KG:570400', 'ru', 'Дизайн', '(,)', 'found', NULL),
    ('KG:750500', 'en', 'Construction', '(,)', 'found', NULL),
    ('KG:750500', 'ru', 'Строительство', '(,)', 'found', NULL),
    ('KG:670300', 'en', 'Technology of transport processes', '(,)', 'found', NULL),
    ('KG:670300', 'ru', 'Технология транспортных процессов', '(,)', 'found', NULL),
    ('KG:620101', 'en', 'Applied geodesy (five-year speciality)', '(,)', 'found', NULL),
    ('KG:620101', 'ru', 'Прикладная геодезия', '(,)', 'found', NULL),
    ('KG:750002', 'en', 'Construction of railways and transport tunnels (speciality)', '(,)', 'found', NULL)
) AS r (code, lang, title, valid, confidence, note);

INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'https://24-kg.com/obschestvo/334788_vkyirgyizstane_vveden_moratoriy_napriem_abiturientov_nazaochnyie_programmyi',
       true
FROM (VALUES
    ('KG:530500', 'en', 'Jurisprudence', '(,)', 'found', 'Bachelor and master share the code.'),
    ('KG:530500', 'ru', 'Юриспруденция', '(,)', 'found', 'Bachelor and master share the code.'),
    ('KG:580100', 'en', 'Economics', '(,)', 'found', 'Bachelor and master share the code.'),
    ('KG:580100', 'ru', 'Экономика', '(,)', 'found', 'Bachelor and master share the code.'),
    ('KG:580200', 'en', 'Management', '(,)', 'found', 'Bachelor and master share the code.'),
    ('KG:580200', 'ru', 'Менеджмент', '(,)', 'found', 'Bachelor and master share the code.')
) AS r (code, lang, title, valid, confidence, note);

INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note, 'list of directions',
       true
FROM (VALUES
    ('KG:710400', 'en', 'Software engineering', '(,)', 'uncertain', NULL),
    ('KG:710400', 'ru', 'Программная инженерия', '(,)', 'uncertain', NULL),
    ('KG:710300', 'en', 'Applied informatics', '(,)', 'uncertain', NULL),
    ('KG:710300', 'ru', 'Прикладная информатика', '(,)', 'uncertain', NULL),
    ('KG:640200', 'en', 'Electric power and electrical engineering', '(,)', 'uncertain', NULL),
    ('KG:640200', 'ru', 'Электроэнергетика и электротехника', '(,)', 'uncertain', NULL),
    ('KG:640100', 'en', 'Heat power and heat engineering', '(,)', 'uncertain', NULL),
    ('KG:640100', 'ru', 'Теплоэнергетика и теплотехника', '(,)', 'uncertain', NULL),
    ('KG:530800', 'en', 'International relations', '(,)', 'uncertain', NULL),
    ('KG:530800', 'ru', 'Международные отношения', '(,)', 'uncertain', NULL),
    ('KG:550700', 'en', 'Pedagogy', '(,)', 'uncertain', NULL),
    ('KG:550700', 'ru', 'Педагогика', '(,)', 'uncertain', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- TJ.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'notation of Tajik student systems; names from the common ancestor with the Belarusian classifier', true
FROM (VALUES
    ('TJ:1-40 01 01', 'en', 'Software of information technologies', '(,)', 'uncertain', NULL),
    ('TJ:1-40 01 01', 'tg', 'Таъминоти барномавии технологияҳои иттилоотӣ', '(,)', 'uncertain', NULL),
    ('TJ:1-24 01 02', 'en', 'Jurisprudence', '(,)', 'uncertain', NULL),
    ('TJ:1-24 01 02', 'tg', 'Ҳуқуқшиносӣ', '(,)', 'uncertain', NULL),
    ('TJ:1-25 01 04', 'en', 'Finance and credit', '(,)', 'uncertain', NULL),
    ('TJ:1-25 01 04', 'tg', 'Молия ва қарз', '(,)', 'uncertain', NULL),
    ('TJ:1-79 01 01', 'en', 'General medicine', '(,)', 'uncertain', NULL),
    ('TJ:1-79 01 01', 'tg', 'Кори табобатӣ', '(,)', 'uncertain', NULL),
    ('TJ:1-43 01 01', 'en', 'Electric power stations', '(,)', 'uncertain', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- BY2009.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'https://www.iseu.bsu.by/en/for-a-student-and-lecturer/magistracy/', true
FROM (VALUES
    ('BY2009:1-33 80 01', 'en', 'Ecology (master)', '(,)', 'found', NULL),
    ('BY2009:1-33 80 01', 'ru', 'Экология', '(,)', 'found', NULL),
    ('BY2009:1-31 80 22', 'en', 'Medical physics (master)', '(,)', 'found', NULL),
    ('BY2009:1-31 80 22', 'ru', 'Медицинская физика', '(,)', 'found', NULL),
    ('BY2009:1-31 80 23', 'en', 'Bioinformatics (master)', '(,)', 'found', NULL),
    ('BY2009:1-31 80 23', 'ru', 'Биоинформатика', '(,)', 'found', NULL),
    ('BY2009:1-33 80 05', 'en', 'Medical and biological science (master)', '(,)', 'found', NULL),
    ('BY2009:1-33 80 05', 'ru', 'Медико-биологическое дело', '(,)', 'found', NULL)
) AS r (code, lang, title, valid, confidence, note);

INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'public file on GitHub; https://zakony-by.com (resolution of 08.02.2019 No 19)', true
FROM (VALUES
    ('BY2009:1-40 01 01', 'en', 'Software of information technologies', '(,)', 'found', NULL),
    ('BY2009:1-40 01 01', 'ru', 'Программное обеспечение информационных технологий', '(,)', 'found', NULL),
    ('BY2009:1-40 05 01', 'en', 'Information systems and technologies (by directions)', '(,)', 'found', NULL),
    ('BY2009:1-40 05 01', 'ru', 'Информационные системы и технологии (по направлениям)', '(,)', 'found', NULL),
    ('BY2009:1-40 01 01 05', 'en', 'Modelling and computer design of hardware-software complexes (specialisation)',
     '(,)', 'found', NULL),
    ('BY2009:1-40 01 01 05', 'ru', 'Моделирование и компьютерное проектирование программно-аппаратных комплексов',
     '(,)', 'found', NULL),
    ('BY2009:2-03 02 01', 'en', 'Physical culture (secondary specialised)', '(,)', 'found', NULL),
    ('BY2009:2-03 02 01', 'ru', 'Физическая культура', '(,)', 'found', NULL)
) AS r (code, lang, title, valid, confidence, note);

INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note, 'OKRB 011-2009', true
FROM (VALUES
    ('BY2009:1-40 05 01-01', 'en', 'Information systems and technologies (in design and production)', '(,)', 'known',
     NULL),
    ('BY2009:1-40 05 01-01', 'ru', 'Информационные системы и технологии (в проектировании и производстве)', '(,)',
     'known', NULL),
    ('BY2009:1-24 01 02', 'en', 'Law', '(,)', 'known', NULL),
    ('BY2009:1-24 01 02', 'ru', 'Правоведение', '(,)', 'known', NULL),
    ('BY2009:1-25 01 07', 'en', 'Economics and management at an enterprise', '(,)', 'known', NULL),
    ('BY2009:1-25 01 07', 'ru', 'Экономика и управление на предприятии', '(,)', 'known', NULL),
    ('BY2009:1-43 01 01', 'en', 'Electric power stations', '(,)', 'known', NULL),
    ('BY2009:1-43 01 01', 'ru', 'Электрические станции', '(,)', 'known', NULL),
    ('BY2009:1-33 01 02', 'en', 'Geoecology', '(,)', 'known', NULL),
    ('BY2009:1-33 01 02', 'ru', 'Геоэкология', '(,)', 'known', NULL),
    ('BY2009:1-41 01 04', 'en', 'Nanotechnologies and nanomaterials in electronics', '(,)', 'known', NULL),
    ('BY2009:1-41 01 04', 'ru', 'Нанотехнологии и наноматериалы в электронике', '(,)', 'known', NULL),
    ('BY2009:1-23 01 01', 'en', 'International relations', '(,)', 'known', NULL),
    ('BY2009:1-23 01 01', 'ru', 'Международные отношения', '(,)', 'known', NULL),
    ('BY2009:2-40 01 01', 'en', 'Software of information technologies (secondary specialised)', '(,)', 'known', NULL),
    ('BY2009:2-40 01 01', 'ru', 'Программное обеспечение информационных технологий', '(,)', 'known', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- BY2022.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note, 'public file on GitHub',
       true
FROM (VALUES
    ('BY2022:6-05-0612-01', 'en', 'Software engineering', '(,)', 'found', NULL),
    ('BY2022:6-05-0612-01', 'ru', 'Программная инженерия', '(,)', 'found', NULL),
    ('BY2022:6-05-0611-01', 'en', 'Information systems and technologies', '(,)', 'found', NULL),
    ('BY2022:6-05-0611-01', 'ru', 'Информационные системы и технологии', '(,)', 'found', NULL),
    ('BY2022:6-05-0611-03', 'en', 'Artificial intelligence', '(,)', 'found', NULL),
    ('BY2022:6-05-0611-03', 'ru', 'Искусственный интеллект', '(,)', 'found', NULL),
    ('BY2022:6-05-0713-04', 'en', 'Automated electric drives', '(,)', 'found',
     'Another version of the list prints 6-05-0713-11.'),
    ('BY2022:6-05-0713-04', 'ru', 'Автоматизированные электроприводы', '(,)', 'found',
     'Another version of the list prints 6-05-0713-11.'),
    ('BY2022:6-05-0713-05', 'en', 'Industrial robots and robotic complexes', '(,)', 'found', NULL),
    ('BY2022:6-05-0713-05', 'ru', 'Промышленные роботы и робототехнические комплексы', '(,)', 'found', NULL)
) AS r (code, lang, title, valid, confidence, note);

INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'https://cis-legislation.com/document.fwx?rgn=166654', true
FROM (VALUES
    ('BY2022:9-09-0231-01', 'en', 'Translation activities (retraining)', '(,)', 'found', NULL),
    ('BY2022:9-09-0231-01', 'ru', 'Переводческая деятельность', '(,)', 'found', NULL),
    ('BY2022:9-09-0232-01', 'en', 'Chinese philology (retraining)', '(,)', 'found', NULL),
    ('BY2022:9-09-0232-01', 'ru', 'Китайская филология', '(,)', 'found', NULL),
    ('BY2022:9-09-0113-12', 'en', 'Teaching of cultural disciplines (retraining)', '(,)', 'found', NULL),
    ('BY2022:9-09-0113-12', 'ru', 'Преподавание культурологических дисциплин', '(,)', 'found', NULL)
) AS r (code, lang, title, valid, confidence, note);

INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note, 'OKRB 011-2022', true
FROM (VALUES
    ('BY2022:6-05-0612-02', 'en', 'Informatics and programming technologies', '(,)', 'known', NULL),
    ('BY2022:6-05-0612-02', 'ru', 'Информатика и технологии программирования', '(,)', 'known', NULL),
    ('BY2022:6-05-0421-01', 'en', 'Law', '(,)', 'known', NULL),
    ('BY2022:6-05-0421-01', 'ru', 'Правоведение', '(,)', 'known', NULL),
    ('BY2022:6-05-0311-02', 'en', 'Economics and management', '(,)', 'known', NULL),
    ('BY2022:6-05-0311-02', 'ru', 'Экономика и управление', '(,)', 'known', NULL),
    ('BY2022:6-05-0521-01', 'en', 'Ecology', '(,)', 'known', NULL),
    ('BY2022:6-05-0521-01', 'ru', 'Экология', '(,)', 'known', NULL),
    ('BY2022:7-07-0732-01', 'en', 'Construction of buildings and structures', '(,)', 'known', NULL),
    ('BY2022:7-07-0732-01', 'ru', 'Строительство зданий и сооружений', '(,)', 'known', NULL),
    ('BY2022:7-07-0911-01', 'en', 'General medicine', '(,)', 'known', NULL),
    ('BY2022:7-07-0911-01', 'ru', 'Лечебное дело', '(,)', 'known', NULL),
    ('BY2022:7-07-0712-01', 'en', 'Electric power and electrical engineering', '(,)', 'uncertain',
     'Seen in demonstration data only.'),
    ('BY2022:7-07-0712-01', 'ru', 'Электроэнергетика и электротехника', '(,)', 'uncertain',
     'Seen in demonstration data only.'),
    ('BY2022:7-06-0612-03', 'en', 'Software and systems engineering (master)', '(,)', 'uncertain',
     'Serial not verified.')
) AS r (code, lang, title, valid, confidence, note);

-- MN.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'public file on GitHub (prefix of a longer index)', true
FROM (VALUES
    ('MN:061301', 'en', 'Computer science', '(,)', 'found', NULL),
    ('MN:061301', 'mn', 'Компьютерын ухаан', '(,)', 'found', NULL)
) AS r (code, lang, title, valid, confidence, note);

INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note, 'ISCED based indexes',
       true
FROM (VALUES
    ('MN:D061302', 'en', 'Software / information systems (bachelor)', '(,)', 'uncertain', 'Name not verified.'),
    ('MN:E061302', 'en', 'the same field (master)', '(,)', 'uncertain', 'Level letter not verified.')
) AS r (code, lang, title, valid, confidence, note);

-- AZ2009.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'http://www.adau.edu.az/tuition-fee-expenses', true
FROM (VALUES
    ('AZ2009:050402', 'en', 'Accounting and audit', '(,)', 'found', NULL),
    ('AZ2009:050402', 'az', 'Mühasibat uçotu və audit', '(,)', 'found', NULL),
    ('AZ2009:050403', 'en', 'Finance', '(,)', 'found', NULL),
    ('AZ2009:050403', 'az', 'Maliyyə', '(,)', 'found', NULL),
    ('AZ2009:050404', 'en', 'Economics', '(,)', 'found', NULL),
    ('AZ2009:050404', 'az', 'İqtisadiyyat', '(,)', 'found', NULL),
    ('AZ2009:050407', 'en', 'Management', '(,)', 'found', NULL),
    ('AZ2009:050407', 'az', 'Menecment', '(,)', 'found', NULL),
    ('AZ2009:050505', 'en', 'Biology', '(,)', 'found', NULL),
    ('AZ2009:050505', 'az', 'Biologiya', '(,)', 'found', NULL),
    ('AZ2009:050510', 'en', 'Ecology', '(,)', 'found', NULL),
    ('AZ2009:050510', 'az', 'Ekologiya', '(,)', 'found', NULL),
    ('AZ2009:050608', 'en', 'Electric power engineering', '(,)', 'found', NULL),
    ('AZ2009:050608', 'az', 'Elektroenergetika mühəndisliyi', '(,)', 'found', NULL),
    ('AZ2009:050626', 'en', 'Electrical engineering', '(,)', 'found', NULL),
    ('AZ2009:050626', 'az', 'Elektrik mühəndisliyi', '(,)', 'found', NULL),
    ('AZ2009:050628', 'en', 'Process automation engineering', '(,)', 'found', NULL),
    ('AZ2009:050628', 'az', 'Proseslərin avtomatlaşdırılması mühəndisliyi', '(,)', 'found', NULL),
    ('AZ2009:050631', 'en', 'Computer engineering', '(,)', 'found', NULL),
    ('AZ2009:050631', 'az', 'Kompüter mühəndisliyi', '(,)', 'found', NULL),
    ('AZ2009:050632', 'en', 'Information technologies and systems engineering', '(,)', 'found', NULL),
    ('AZ2009:050632', 'az', 'İnformasiya texnologiyaları və sistemləri mühəndisliyi', '(,)', 'found', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- AZ_PHD2012.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'http://md.bsu.edu.az/az/rub/1/doktorantura/ixtisaslarin-tesnifati', true
FROM (VALUES
    ('AZ_PHD2012:1203.01', 'en', 'Computer sciences', '(,)', 'found', NULL),
    ('AZ_PHD2012:1203.01', 'az', 'Kompyuter elmləri', '(,)', 'found', NULL),
    ('AZ_PHD2012:2222.01', 'en', 'Physics and technology of nanostructures', '(,)', 'found', NULL),
    ('AZ_PHD2012:2222.01', 'az', 'Nanoquruluşların fizikası və texnologiyası', '(,)', 'found', NULL),
    ('AZ_PHD2012:2226.01', 'en', 'Radioecology', '(,)', 'found', NULL),
    ('AZ_PHD2012:2226.01', 'az', 'Radioekologiya', '(,)', 'found', NULL),
    ('AZ_PHD2012:2221.01', 'en', 'Electrophysics, electrophysical installations', '(,)', 'found', NULL),
    ('AZ_PHD2012:2221.01', 'az', 'Elektrofizika, elektrofiziki qurğular', '(,)', 'found', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- AM2014.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'http://www.irtek.am/views/act.aspx?aid=153390', true
FROM (VALUES
    ('AM2014:022201.01.6', 'en', 'History', '(,)', 'found', NULL),
    ('AM2014:022201.01.6', 'hy', 'Պատմություն', '(,)', 'found', NULL),
    ('AM2014:023102.02.6', 'en', 'English language and literature', '(,)', 'found', NULL),
    ('AM2014:023102.02.6', 'hy', 'Անգլերեն լեզու և գրականություն', '(,)', 'found', NULL),
    ('AM2014:031101.00.6', 'en', 'Economics (speciality heading)', '(,)', 'found', NULL),
    ('AM2014:031101.00.6', 'hy', 'Տնտեսագիտություն', '(,)', 'found', NULL),
    ('AM2014:031101.01.6', 'en', 'Economics', '(,)', 'found', NULL),
    ('AM2014:031101.01.6', 'hy', 'Տնտեսագիտություն', '(,)', 'found', NULL),
    ('AM2014:031801.01.6', 'en', 'International relations', '(,)', 'found', NULL),
    ('AM2014:031801.01.6', 'hy', 'Միջազգային հարաբերություններ', '(,)', 'found', NULL),
    ('AM2014:032101.01.6', 'en', 'Journalism', '(,)', 'found', NULL),
    ('AM2014:032101.01.6', 'hy', 'Լրագրություն', '(,)', 'found', NULL),
    ('AM2014:041201.01.6', 'en', 'Finance (by sector)', '(,)', 'found', NULL),
    ('AM2014:041201.01.6', 'hy', 'Ֆինանսներ (ըստ ոլորտի)', '(,)', 'found', NULL),
    ('AM2014:041301.01.6', 'en', 'Management (by sector)', '(,)', 'found', NULL),
    ('AM2014:041301.01.6', 'hy', 'Կառավարում (ըստ ոլորտի)', '(,)', 'found', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- AM_PHD.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'http://bok.am/?page_id=164', true
FROM (VALUES
    ('AM_PHD:Ա.01.07', 'en', 'Computational mathematics', '(,)', 'found', NULL),
    ('AM_PHD:Ա.01.07', 'hy', 'Հաշվողական մաթեմատիկա', '(,)', 'found', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- CIP2020.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note, 'CIP 2020', true
FROM (VALUES
    ('CIP2020:11.0101', 'en', 'Computer and information sciences, general', '(,)', 'known', NULL),
    ('CIP2020:11.0102', 'en', 'Artificial intelligence', '(,)', 'known', NULL),
    ('CIP2020:11.0103', 'en', 'Information technology', '(,)', 'known', NULL),
    ('CIP2020:11.0701', 'en', 'Computer science', '(,)', 'known', NULL),
    ('CIP2020:14.0903', 'en', 'Computer software engineering', '(,)', 'known', NULL),
    ('CIP2020:15.1601', 'en', 'Nanotechnology', '(,)', 'known', NULL),
    ('CIP2020:26.1301', 'en', 'Ecology', '(,)', 'known', NULL),
    ('CIP2020:03.0104', 'en', 'Environmental science', '(,)', 'known', NULL),
    ('CIP2020:45.0601', 'en', 'Economics, general', '(,)', 'known', NULL),
    ('CIP2020:45.0901', 'en', 'International relations and affairs', '(,)', 'known', NULL),
    ('CIP2020:22.0101', 'en', 'Law', '(,)', 'known', NULL),
    ('CIP2020:13.0101', 'en', 'Education, general', '(,)', 'known', NULL),
    ('CIP2020:05.0103', 'en', 'Asian studies', '(,)', 'known', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- HECOS.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note, 'HECoS vocabulary', true
FROM (VALUES
    ('HECOS:100366', 'en', 'computer science', '(,)', 'known', NULL),
    ('HECOS:100374', 'en', 'software engineering', '(,)', 'known', NULL),
    ('HECOS:100450', 'en', 'economics', '(,)', 'known', NULL),
    ('HECOS:100485', 'en', 'law', '(,)', 'known', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- CAH.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'Common Aggregation Hierarchy', true
FROM (VALUES
    ('CAH:CAH11-01-01', 'en', 'computer science', '(,)', 'known', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- JACS.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note, 'JACS 2.0 and 3.0', true
FROM (VALUES
    ('JACS:G400', 'en', 'Computer science (JACS 2)', '(,)', 'known', NULL),
    ('JACS:I100', 'en', 'Computer science (JACS 3)', '(,)', 'known', NULL),
    ('JACS:L100', 'en', 'Economics', '(,)', 'known', NULL),
    ('JACS:F850', 'en', 'Environmental sciences', '(,)', 'known', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- FORD2015.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note, 'Frascati Manual 2015',
       true
FROM (VALUES
    ('FORD2015:1.2', 'en', 'Computer and information sciences', '(,)', 'known', NULL),
    ('FORD2015:2.10', 'en', 'Nano-technology', '(,)', 'known', NULL),
    ('FORD2015:5.2', 'en', 'Economics and business', '(,)', 'known', NULL),
    ('FORD2015:5.3', 'en', 'Education', '(,)', 'known', NULL)
) AS r (code, lang, title, valid, confidence, note);

-- ISCED1997F.
INSERT INTO socu.program
    (code, lang, title, valid, confidence, note, source, shipped)
SELECT r.code::socu.program_code, r.lang, r.title, r.valid::daterange, r.confidence, r.note,
       'ISCED 1997 fields manual 1999', true
FROM (VALUES
    ('ISCED1997F:481', 'en', 'Computer science', '(,)', 'known', NULL),
    ('ISCED1997F:482', 'en', 'Computer use', '(,)', 'known', NULL),
    ('ISCED1997F:522', 'en', 'Electricity and energy', '(,)', 'known', NULL),
    ('ISCED1997F:380', 'en', 'Law', '(,)', 'known', NULL)
) AS r (code, lang, title, valid, confidence, note);
