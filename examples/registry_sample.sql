-- The facts of the five founding documents as rows: a sample to try the registry with.
-- Load it with psql into a network:  PGOPTIONS='-c search_path=sco,public,socu' psql -1 -f examples/registry_sample.sql
-- Functions stand for persons; nobody is named.  Only what the documents say is in here: what they leave open stays open.

-- The owner loads rows as they were, with who recorded them and when.
SET row_security = off;

INSERT INTO source_document (source_document, title, kind, publisher, url, lang, published, content_date, note) VALUES
('usco_page_2011', 'The University of Shanghai Organization of Collaboration', 'page', 'hedclub.com', 'http://hedclub.com/library/the_university_of_shanghai_organization_of_collabo_082011', 'en', '2011-08', '2011/2013',
 'the notice of a conference below the text is of a later year'),
('xjtu_news_2024', 'XJTU hosts forum on development of higher education among SCO member states', 'news', 'Xi''an Jiaotong University', NULL, 'en', '2024-07-05', '2024-07-04', NULL),
('abai_news_2017', 'The forum of rectors of Russian and Kazakhstan universities in Chelyabinsk', 'news', 'Abai Kazakh National Pedagogical University', NULL, 'en', NULL, '2017-11-08/2017-11-09', NULL),
('kaznu_news_2023', 'Rector participated in the forum of the Association of Law Schools of the SCO countries', 'news', 'Al-Farabi Kazakh National University', NULL, 'en', '2023-09-13', '2023-09-13', NULL),
('eku_news_2025', 'A new stage of cooperation between Amanzholov University and Shandong College of Foreign Trade', 'news', 'Sarsen Amanzholov East Kazakhstan University', NULL, 'en', '2025-12-04', '../2025-12-04', NULL),
('press_forum_2017', 'A press page on the forum of rectors at Chelyabinsk', 'news', NULL, NULL, NULL, NULL, '2017-11', 'gives other numbers of rectors'),
('mpei_news', 'News of MPEI on the direction Energy', 'news', 'National Research University MPEI', 'https://mpei.ru/lang/en/main/News/Lists/NewsList/NewsDispForm.aspx?ID=544', 'en', NULL, NULL, NULL),
('usco_chronicle', 'Chronicle of the university (the directions agreed in the first half of 2009)', 'page', 'University of the SCO', 'http://www.usco.edu.cn/gywm/dsj.htm', 'zh', NULL, '2009', NULL),
('cust_page', 'Changchun University of Science and Technology in the University of the SCO', 'page', 'Changchun University of Science and Technology', 'https://www.cust.edu.cn/lgxw/42397.htm', 'zh', NULL, '2013', NULL);

INSERT INTO body (body, kind, name_en, parent, state, field, founded, note, source, confidence) VALUES
('kz_ministry_education', 'ministry', 'Ministry of Science and Higher Education of the Republic of Kazakhstan', NULL, 'KZ', NULL, NULL, 'in 2011 the Ministry of Education and Science', 'usco_page_2011, kaznu_news_2023', 'found'),
('law_schools_sco', 'association', 'Association of Law Schools of the SCO countries', NULL, NULL, 'law', NULL, NULL, 'kaznu_news_2023', 'found'),
('sco_legal_training_centre', 'training_centre', 'Centre for International Legal Training and Cooperation for the SCO (China)', NULL, 'CN', 'law', '2013', 'tenth anniversary in 2023', 'kaznu_news_2023', 'found'),
('sco_legal_exchange_centre', 'other', 'Centre for Exchange and Cooperation under the Legal Services Commission for the SCO', NULL, 'CN', 'law', NULL, NULL, 'kaznu_news_2023', 'found'),
('un_academic_impact', 'programme', 'United Nations Academic Impact', NULL, NULL, 'sustainable development goals', NULL, NULL, 'kaznu_news_2023', 'found'),
('new_silk_road_universities', 'alliance', 'Alliance of New Silk Road Universities', NULL, NULL, NULL, NULL, NULL, 'kaznu_news_2023', 'found'),
('haier_haitech', 'company', 'Haier Haitech', NULL, 'CN', NULL, NULL, NULL, 'eku_news_2025', 'found'),
('cn_foreign_language_education', 'association', 'Association or council on foreign-language education (name not given)', NULL, 'CN', 'foreign-language education', NULL, NULL, 'eku_news_2025', 'uncertain'),
('cn_international_business', 'association', 'Association or council on international business (name not given)', NULL, 'CN', 'international business', NULL, NULL, 'eku_news_2025', 'uncertain'),
('cn_cross_border_e_commerce', 'association', 'Association or council on cross-border e-commerce (name not given)', NULL, 'CN', 'cross-border e-commerce', NULL, NULL, 'eku_news_2025', 'uncertain');

INSERT INTO membership (body, institution, role, note, source, confidence) VALUES
('law_schools_sco', 'kaznu.kz', 'member', NULL, 'kaznu_news_2023', 'found'),
('un_academic_impact', 'kaznu.kz', 'hub_head', 'global hub', 'kaznu_news_2023', 'found'),
('new_silk_road_universities', 'kaznu.kz', 'coordinating_committee', NULL, 'kaznu_news_2023', 'found'),
('cn_foreign_language_education', 'sdwm.edu.cn', 'lead', NULL, 'eku_news_2025', 'found'),
('cn_international_business', 'sdwm.edu.cn', 'lead', NULL, 'eku_news_2025', 'found'),
('cn_cross_border_e_commerce', 'sdwm.edu.cn', 'lead', NULL, 'eku_news_2025', 'found');

INSERT INTO org_unit (institution, unit, kind, name_en, source_document) VALUES
('kaznu.kz', 'law', 'faculty', 'Faculty of Law', 'kaznu_news_2023');

INSERT INTO branch (institution, state, city, host_institution, status, validity, note, source_document) VALUES
('kaznu.kz', 'TR', 'Istanbul', NULL, 'open', '[2023-09-13,)', 'open by this day; since when is not stated', 'kaznu_news_2023'),
('kaznu.kz', 'KG', 'Bishkek', NULL, 'open', '[2023-09-13,)', 'open by this day; since when is not stated', 'kaznu_news_2023'),
('mephi.ru', 'KZ', 'Almaty', 'kaznu.kz', 'open', '[2023-09-13,)', 'open by this day; since when is not stated', 'kaznu_news_2023'),
('nwpu.edu.cn', 'KZ', 'Almaty', 'kaznu.kz', 'planned', '[2023-09-13,)', NULL, 'kaznu_news_2023');

INSERT INTO event (event, kind, title, held, status, state, city, parent, ordinal, network, note, source_document) VALUES
('usco_distance_education', 'conference', 'University of SCO – New horizons for distance education: experience, practice and prospects', 'XXXX-04-10/XXXX-04-12', 'held', 'KZ', 'Karaganda', NULL, NULL, 'usco', 'another page dates it 2013', 'usco_page_2011'),
('forum_interregional_14', 'forum', 'Forum of interregional cooperation of Russia and Kazakhstan', '2017-11', 'held', 'RU', 'Chelyabinsk', NULL, 14, NULL, NULL, 'abai_news_2017'),
('rectors_forum_2017', 'forum', 'Forum of rectors of Russian and Kazakh universities', '2017-11-08/2017-11-09', 'held', 'RU', 'Chelyabinsk', 'forum_interregional_14', NULL, NULL, NULL, 'abai_news_2017'),
('rectors_forum_2017_sessions', 'session', 'Work in sessions', '2017-11-08/2017-11-09', 'held', 'RU', 'Chelyabinsk', 'rectors_forum_2017', 1, NULL, NULL, 'abai_news_2017'),
('rectors_forum_2017_plenary', 'plenary', 'Plenary session', '2017-11-08/2017-11-09', 'held', 'RU', 'Chelyabinsk', 'rectors_forum_2017', 2, NULL, NULL, 'abai_news_2017'),
('kz_visit_xian_2023', 'state_visit', 'State visit of the President of Kazakhstan to Xi''an', '2023-05', 'held', 'CN', 'Xi''an', NULL, NULL, NULL, NULL, 'kaznu_news_2023'),
('law_forum_2023', 'forum', 'Forum of the Association of Law Schools of the SCO countries', '2023-09-13', 'held', 'CN', 'Shanghai', NULL, NULL, 'law_schools_sco', 'the day of the opening; "today" in the news of that day', 'kaznu_news_2023'),
('law_forum_2023_meeting', 'meeting', 'Meeting on the training of highly qualified specialists', '2023-09-13', 'held', 'CN', 'Shanghai', 'law_forum_2023', 1, NULL, NULL, 'kaznu_news_2023'),
('law_forum_2023_panels', 'panel', 'Panel discussions', '2023-09-13', 'held', 'CN', 'Shanghai', 'law_forum_2023', 2, NULL, NULL, 'kaznu_news_2023'),
('law_meeting_2024', 'meeting', 'Next meeting of the Association of Law Schools, with the 90 years of KazNU', '2024', 'proposed', 'KZ', 'Almaty', NULL, NULL, 'law_schools_sco', NULL, 'kaznu_news_2023'),
('qingdao_visit_2024', 'visit', 'Visit of East Kazakhstan University to Qingdao', '2024-04', 'held', 'CN', 'Qingdao', NULL, NULL, NULL, NULL, 'eku_news_2025'),
('astana_2024', 'forum', 'Forum on the development of higher education among SCO member states', '2024-07-04', 'held', 'KZ', 'Astana', NULL, NULL, NULL, NULL, 'xjtu_news_2024'),
('astana_2024_book', 'book_launch', 'Release of the book International Cooperation in Higher Education Among SCO Member States', '2024-07-04', 'held', 'KZ', 'Astana', 'astana_2024', 1, NULL, NULL, 'xjtu_news_2024'),
('astana_2024_honour', 'ceremony', 'Honorary professorship ceremony', '2024-07-04', 'held', 'KZ', 'Astana', 'astana_2024', 2, NULL, NULL, 'xjtu_news_2024'),
('astana_2024_signing', 'signing', 'Signing of cooperation agreements', '2024-07-04', 'held', 'KZ', 'Astana', 'astana_2024', 3, NULL, NULL, 'xjtu_news_2024'),
('astana_2024_symposium', 'symposium', 'International Symposium on Higher Education Cooperation and Industry-University Integration', '2024-07-04', 'held', 'KZ', 'Astana', 'astana_2024', 4, NULL, NULL, 'xjtu_news_2024'),
('kz_visit_china_2025', 'state_visit', 'Visit of the President of Kazakhstan to China', '2025-09', 'held', 'CN', NULL, NULL, NULL, NULL, NULL, 'eku_news_2025'),
('eku_visit_2025', 'visit', 'Visit of Shandong Vocational College of Foreign Trade to East Kazakhstan University', '../2025-12-04', 'held', 'KZ', 'Oskemen', NULL, NULL, NULL, 'by the day of the news', 'eku_news_2025');

INSERT INTO agreement (agreement, kind, title, signed, event, parties_complete, note, source_document, confidence) VALUES
('rectors_forum_2017_resolution', 'resolution', 'Joint resolution of the forum of rectors', '2017-11-08/2017-11-09', 'rectors_forum_2017', true, NULL, 'abai_news_2017', 'found'),
('susu_abai_2017', 'memorandum', 'Memorandum of South Ural State University and Abai KazNPU', '2017-11-08/2017-11-09', 'rectors_forum_2017', true, NULL, 'abai_news_2017', 'found'),
('susu_2017_2', 'memorandum', 'Memorandum of South Ural State University, second of six', '2017-11-08/2017-11-09', 'rectors_forum_2017', true, NULL, 'abai_news_2017', 'found'),
('susu_2017_3', 'memorandum', 'Memorandum of South Ural State University, third of six', '2017-11-08/2017-11-09', 'rectors_forum_2017', true, NULL, 'abai_news_2017', 'found'),
('susu_2017_4', 'memorandum', 'Memorandum of South Ural State University, fourth of six', '2017-11-08/2017-11-09', 'rectors_forum_2017', true, NULL, 'abai_news_2017', 'found'),
('susu_2017_5', 'memorandum', 'Memorandum of South Ural State University, fifth of six', '2017-11-08/2017-11-09', 'rectors_forum_2017', true, NULL, 'abai_news_2017', 'found'),
('susu_2017_6', 'memorandum', 'Memorandum of South Ural State University, sixth of six', '2017-11-08/2017-11-09', 'rectors_forum_2017', true, NULL, 'abai_news_2017', 'found'),
('eku_haier_2024', 'agreement', 'Agreement with Haier Haitech on digital projects', '2024-04', 'qingdao_visit_2024', true, NULL, 'eku_news_2025', 'found'),
('eku_sdwm_2024', 'memorandum', 'Memorandum of cooperation of East Kazakhstan University and Shandong Vocational College of Foreign Trade', '2024-04', 'qingdao_visit_2024', true,
 'taken to be the memorandum of which the news of 2025 speaks', 'eku_news_2025', 'uncertain'),
('xjtu_kaznu_2024', 'agreement', 'Agreement of XJTU and KazNU on the exchange of students in international law', '2024-07-04', 'astana_2024_signing', true, NULL, 'xjtu_news_2024', 'found'),
('eku_sdwm_2025', 'agreement', 'Agreement on launching new educational programmes', '../2025-12-04', 'eku_visit_2025', true, 'signed after the meeting, by the day of the news', 'eku_news_2025', 'found'),
('eku_chinese_partners', 'partnership', 'Partnerships of East Kazakhstan University in China over five years', NULL, NULL, false, 'seven are named, there are more', 'eku_news_2025', 'found');

INSERT INTO agreement_flow (agreement, flow, from_institution, to_institution, activity) VALUES
('susu_abai_2017', 1, 'abaiuniversity.edu.kz', 'susu.ru', 'internship'),
('susu_abai_2017', 2, 'susu.ru', 'abaiuniversity.edu.kz', 'single_courses'),
('xjtu_kaznu_2024', 1, 'xjtu.edu.cn', 'kaznu.kz', 'student_exchange'),
('xjtu_kaznu_2024', 2, 'kaznu.kz', 'xjtu.edu.cn', 'student_exchange');

INSERT INTO programme (programme, kind, status, title, level, code, direction, network, agreement, note, source_document) VALUES
('usco_information_systems', 'joint', 'running', 'Information systems', 7, 'KZ2009:6M070300', 'it_technologies', 'usco', NULL, NULL, 'usco_page_2011'),
('kaznu_law_upenn', 'double_degree', 'running', 'Double diploma of the Faculty of Law with the University of Pennsylvania', NULL, NULL, NULL, NULL, NULL, NULL, 'kaznu_news_2023'),
('kaznu_law_wismar', 'double_degree', 'running', 'Double diploma of the Faculty of Law with the University of Wismar', NULL, NULL, NULL, NULL, NULL, NULL, 'kaznu_news_2023'),
('kaznu_law_baku', 'double_degree', 'running', 'Double diploma of the Faculty of Law with Baku State University', NULL, NULL, NULL, NULL, NULL, NULL, 'kaznu_news_2023'),
('eku_sdwm_e_commerce', 'joint', 'planned', 'E-commerce', NULL, NULL, NULL, NULL, 'eku_sdwm_2025', 'the field in ISCED-F is to be stated', 'eku_news_2025'),
('eku_sdwm_entrepreneurship', 'joint', 'planned', 'International entrepreneurship', NULL, NULL, NULL, NULL, 'eku_sdwm_2025', 'the field in ISCED-F is to be stated', 'eku_news_2025'),
('eku_sdwm_ai', 'joint', 'planned', 'AI technologies', NULL, NULL, NULL, NULL, 'eku_sdwm_2025', 'the field in ISCED-F is to be stated', 'eku_news_2025'),
('eku_sdwm_dual_degree', 'dual_degree', 'possible', 'Dual-degree programmes', NULL, NULL, NULL, NULL, 'eku_sdwm_2025', 'an opportunity, not a programme', 'eku_news_2025');

INSERT INTO project (project, kind, status, title, funding, agreement, source_document) VALUES
('smart_library', 'digital', 'running', 'Smart Library', NULL, 'eku_haier_2024', 'eku_news_2025'),
('ai_smart_classroom', 'digital', 'running', 'AI Smart Classroom', NULL, 'eku_haier_2024', 'eku_news_2025'),
('susu_abai_research', 'research', 'planned', 'Joint research of teachers and students', NULL, 'susu_abai_2017', 'abai_news_2017'),
('kaznu_law_ministry', 'research', 'running', 'Research of the Faculty of Law for the ministry', 'national', NULL, 'kaznu_news_2023'),
('kaznu_law_international', 'research', 'running', 'International projects of the Faculty of Law', 'international', NULL, 'kaznu_news_2023');

INSERT INTO output (output, kind, title, made, event, source_document) VALUES
('sco_cooperation_book', 'book', 'International Cooperation in Higher Education Among Shanghai Cooperation Organisation (SCO) Member States', '2024-07-04', 'astana_2024_book', 'xjtu_news_2024'),
('xjtu_honour_2024', 'honorary_professorship', 'Honorary professorship of XJTU for the rector of KazNU', '2024-07-04', 'astana_2024_honour', 'xjtu_news_2024'),
('kaznu_constitution_review', 'expert_review', 'Review of the constitutional legislation and reforms of Kazakhstan', NULL, NULL, 'kaznu_news_2023');

INSERT INTO participation (agreement, role, institution, body, name_as_given) VALUES
('rectors_forum_2017_resolution', 'party', NULL, NULL, 'universities of Russia and Kazakhstan'),
('susu_abai_2017', 'party', 'susu.ru', NULL, NULL), ('susu_abai_2017', 'party', 'abaiuniversity.edu.kz', NULL, NULL),
('susu_2017_2', 'party', 'susu.ru', NULL, NULL), ('susu_2017_2', 'party', NULL, NULL, 'university of Kazakhstan, not named'),
('susu_2017_3', 'party', 'susu.ru', NULL, NULL), ('susu_2017_3', 'party', NULL, NULL, 'university of Kazakhstan, not named'),
('susu_2017_4', 'party', 'susu.ru', NULL, NULL), ('susu_2017_4', 'party', NULL, NULL, 'university of Kazakhstan, not named'),
('susu_2017_5', 'party', 'susu.ru', NULL, NULL), ('susu_2017_5', 'party', NULL, NULL, 'university of Kazakhstan, not named'),
('susu_2017_6', 'party', 'susu.ru', NULL, NULL), ('susu_2017_6', 'party', NULL, NULL, 'university of Kazakhstan, not named'),
('eku_haier_2024', 'party', 'vku.edu.kz', NULL, NULL), ('eku_haier_2024', 'party', NULL, 'haier_haitech', NULL),
('eku_sdwm_2024', 'party', 'vku.edu.kz', NULL, NULL), ('eku_sdwm_2024', 'party', 'sdwm.edu.cn', NULL, NULL),
('xjtu_kaznu_2024', 'party', 'xjtu.edu.cn', NULL, NULL), ('xjtu_kaznu_2024', 'party', 'kaznu.kz', NULL, NULL),
('eku_sdwm_2025', 'party', 'vku.edu.kz', NULL, NULL), ('eku_sdwm_2025', 'party', 'sdwm.edu.cn', NULL, NULL),
('eku_chinese_partners', 'party', 'vku.edu.kz', NULL, NULL), ('eku_chinese_partners', 'party', 'qdu.edu.cn', NULL, NULL),
('eku_chinese_partners', 'party', 'sdwm.edu.cn', NULL, NULL), ('eku_chinese_partners', 'party', 'ylnu.edu.cn', NULL, 'Ili Pedagogical University'),
('eku_chinese_partners', 'party', 'lut.edu.cn', NULL, NULL), ('eku_chinese_partners', 'party', 'jsnu.edu.cn', NULL, NULL),
('eku_chinese_partners', 'party', 'national-central-university.invalid', NULL, 'National Central University'),
('eku_chinese_partners', 'party', 'tsinghua.edu.cn', NULL, NULL);

INSERT INTO participation (event, role, institution, body, state, function, persons) VALUES
('usco_distance_education', 'host', 'keu.kz', NULL, NULL, NULL, NULL),
('rectors_forum_2017', 'participant', 'susu.ru', NULL, NULL, NULL, NULL),
('rectors_forum_2017', 'participant', 'abaiuniversity.edu.kz', NULL, NULL, 'rector', '[1,2)'),
('kz_visit_xian_2023', 'participant', 'kaznu.kz', NULL, NULL, NULL, NULL),
('law_forum_2023', 'host', 'shupl.edu.cn', NULL, NULL, 'rector', '[1,2)'),
('law_forum_2023', 'speaker', 'kaznu.kz', NULL, NULL, 'rector', '[1,2)'),
('law_forum_2023', 'participant', NULL, 'sco_legal_training_centre', NULL, NULL, NULL),
('law_meeting_2024', 'host', 'kaznu.kz', NULL, NULL, NULL, NULL),
('qingdao_visit_2024', 'visitor', 'vku.edu.kz', NULL, NULL, NULL, NULL),
('qingdao_visit_2024', 'host', 'sdwm.edu.cn', NULL, NULL, NULL, NULL),
('astana_2024', 'host', 'xjtu.edu.cn', NULL, NULL, NULL, NULL),
('astana_2024', 'host', 'kaznu.kz', NULL, NULL, NULL, NULL),
('astana_2024', 'host', 'astanait.edu.kz', NULL, NULL, NULL, NULL),
('astana_2024', 'official', NULL, NULL, 'KZ', 'adviser of the president', '[1,2)'),
('astana_2024', 'official', NULL, NULL, 'KZ', 'minister of education', '[1,2)'),
('astana_2024', 'official', NULL, NULL, 'CN', 'minister of education', '[1,2)'),
('astana_2024_book', 'opener', NULL, NULL, 'KZ', 'minister of education', '[1,2)'),
('astana_2024_book', 'opener', 'xjtu.edu.cn', NULL, NULL, 'president', '[1,2)'),
('astana_2024_book', 'opener', 'kaznu.kz', NULL, NULL, 'rector', '[1,2)'),
('astana_2024_book', 'opener', 'astanait.edu.kz', NULL, NULL, 'rector', '[1,2)'),
('eku_visit_2025', 'host', 'vku.edu.kz', NULL, NULL, NULL, NULL),
('eku_visit_2025', 'visitor', 'sdwm.edu.cn', NULL, NULL, 'president, director of a department, deputy head of international programmes', '[3,)');

INSERT INTO participation (programme, role, institution, unit) VALUES
('usco_information_systems', 'coordinator', 'ektu.kz', NULL),
('kaznu_law_upenn', 'awarding', 'kaznu.kz', 'law'), ('kaznu_law_upenn', 'partner', 'upenn.edu', NULL),
('kaznu_law_wismar', 'awarding', 'kaznu.kz', 'law'), ('kaznu_law_wismar', 'partner', 'hs-wismar.de', NULL),
('kaznu_law_baku', 'awarding', 'kaznu.kz', 'law'), ('kaznu_law_baku', 'partner', 'bsu.edu.az', NULL),
('eku_sdwm_e_commerce', 'partner', 'vku.edu.kz', NULL), ('eku_sdwm_e_commerce', 'partner', 'sdwm.edu.cn', NULL),
('eku_sdwm_entrepreneurship', 'partner', 'vku.edu.kz', NULL), ('eku_sdwm_entrepreneurship', 'partner', 'sdwm.edu.cn', NULL),
('eku_sdwm_ai', 'partner', 'vku.edu.kz', NULL), ('eku_sdwm_ai', 'partner', 'sdwm.edu.cn', NULL),
('eku_sdwm_dual_degree', 'partner', 'vku.edu.kz', NULL), ('eku_sdwm_dual_degree', 'partner', 'sdwm.edu.cn', NULL);

INSERT INTO participation (project, role, institution, unit, body, function) VALUES
('smart_library', 'partner', 'vku.edu.kz', NULL, NULL, NULL), ('smart_library', 'partner', NULL, NULL, 'haier_haitech', NULL),
('ai_smart_classroom', 'partner', 'vku.edu.kz', NULL, NULL, NULL), ('ai_smart_classroom', 'partner', NULL, NULL, 'haier_haitech', NULL),
('susu_abai_research', 'partner', 'susu.ru', NULL, NULL, 'teachers'), ('susu_abai_research', 'partner', 'susu.ru', NULL, NULL, 'students'),
('susu_abai_research', 'partner', 'abaiuniversity.edu.kz', NULL, NULL, 'teachers'), ('susu_abai_research', 'partner', 'abaiuniversity.edu.kz', NULL, NULL, 'students'),
('kaznu_law_ministry', 'partner', 'kaznu.kz', 'law', NULL, NULL), ('kaznu_law_ministry', 'funder', NULL, NULL, 'kz_ministry_education', NULL),
('kaznu_law_international', 'partner', 'kaznu.kz', 'law', NULL, NULL);

INSERT INTO participation (output, role, institution, unit, body, function) VALUES
('sco_cooperation_book', 'publisher', 'xjtu.edu.cn', NULL, NULL, NULL),
('xjtu_honour_2024', 'giver', 'xjtu.edu.cn', NULL, NULL, 'president'), ('xjtu_honour_2024', 'receiver', 'kaznu.kz', NULL, NULL, 'rector'),
('kaznu_constitution_review', 'author', 'kaznu.kz', 'law', NULL, NULL), ('kaznu_constitution_review', 'requester', NULL, NULL, 'sco_legal_exchange_centre', NULL);

INSERT INTO topic (agreement, ordinal, activity, field, label) VALUES
('rectors_forum_2017_resolution', 1, NULL, NULL, 'cooperation in science and education'),
('rectors_forum_2017_resolution', 2, 'joint_training', NULL, 'training and education of students'),
('rectors_forum_2017_resolution', 3, 'shared_facility', NULL, 'joint use of laboratories and technical base'),
('rectors_forum_2017_resolution', 4, 'joint_project', NULL, 'joint projects'),
('susu_abai_2017', 1, 'joint_training', NULL, 'training of personnel'),
('susu_abai_2017', 2, 'joint_research', NULL, 'joint research of teachers and students'),
('susu_abai_2017', 3, 'staff_training', NULL, 'professional development and retraining of teachers'),
('xjtu_kaznu_2024', 1, 'student_exchange', 'ISCEDF:0421', 'international law'),
('eku_haier_2024', 1, 'digital_project', NULL, 'digital projects'),
('eku_sdwm_2024', 1, 'joint_programme', NULL, 'joint educational programmes'),
('eku_sdwm_2024', 2, 'joint_research', NULL, 'research projects'),
('eku_sdwm_2024', 3, 'digital_project', NULL, 'digital projects'),
('eku_sdwm_2024', 4, 'student_exchange', NULL, 'exchange of students and faculty'),
('eku_sdwm_2025', 1, 'joint_programme', NULL, 'e-commerce'),
('eku_sdwm_2025', 2, 'joint_programme', NULL, 'international entrepreneurship'),
('eku_sdwm_2025', 3, 'joint_programme', NULL, 'AI technologies');

INSERT INTO topic (body, topic_kind, ordinal, activity, label, source_document) VALUES
('usco', 'task', 1, 'student_exchange', 'more exchange of students and of scientific and teaching staff', 'usco_page_2011'),
('usco', 'task', 2, 'joint_research', 'more cooperation in research and teaching', 'usco_page_2011'),
('usco', 'task', 3, 'method_transfer', 'modern methods and technologies of education', 'usco_page_2011'),
('usco', 'task', 4, 'recognition', 'recognition and equivalence of the documents of the university, among the members and in the world', 'usco_page_2011');
-- the directions: four in the founding text, five in the network's own chronicle
INSERT INTO topic (body, ordinal, direction, source_document) VALUES
('usco', 1, 'regional_studies', 'usco_page_2011'), ('usco', 2, 'ecology', 'usco_page_2011'), ('usco', 3, 'energy', 'usco_page_2011'), ('usco', 4, 'it_technologies', 'usco_page_2011'),
('usco', 1, 'regional_studies', 'usco_chronicle'), ('usco', 2, 'ecology', 'usco_chronicle'), ('usco', 3, 'energy', 'usco_chronicle'), ('usco', 4, 'it_technologies', 'usco_chronicle'),
('usco', 5, 'nanotechnologies', 'usco_chronicle');
INSERT INTO topic (institution, topic_kind, ordinal, field, label, source_document) VALUES
('sdwm.edu.cn', 'training', 1, 'ISCEDF:0311', 'international economics', 'eku_news_2025'),
('sdwm.edu.cn', 'training', 2, 'ISCEDF:0416', 'foreign trade', 'eku_news_2025'),
('sdwm.edu.cn', 'training', 3, NULL, 'e-commerce', 'eku_news_2025');

INSERT INTO topic (event, ordinal, activity, label) VALUES
('rectors_forum_2017_sessions', 1, NULL, 'innovation activity of universities'),
('rectors_forum_2017_sessions', 2, NULL, 'competitiveness of human capital'),
('rectors_forum_2017_sessions', 3, NULL, 'strategic partnership of the universities of Russia and Kazakhstan'),
('astana_2024_symposium', 1, 'industry_university_research', 'cooperation of industry, universities and research'),
('astana_2024_symposium', 2, NULL, 'a mechanism of higher education cooperation in the SCO region'),
('astana_2024_symposium', 3, NULL, 'international cooperative education'),
('kz_visit_china_2025', 1, NULL, 'energy'), ('kz_visit_china_2025', 2, NULL, 'digital development'), ('kz_visit_china_2025', 3, NULL, 'culture'),
('kz_visit_china_2025', 4, NULL, 'education'), ('kz_visit_china_2025', 5, NULL, 'science');

INSERT INTO topic (output, ordinal, activity, label) VALUES
('sco_cooperation_book', 1, NULL, 'strengths and challenges of universities in international cooperation'),
('sco_cooperation_book', 2, NULL, 'cases of success'),
('sco_cooperation_book', 3, 'industry_university_research', 'initiatives for cooperation of industry, universities and research'),
('sco_cooperation_book', 4, NULL, 'the Digital Silk Road');

INSERT INTO outcome (event, kind, label, agreement, status) VALUES
('rectors_forum_2017', 'aim', 'agreements on collaboration in science and education', NULL, 'done'),
('rectors_forum_2017', 'resolution', 'joint resolution', 'rectors_forum_2017_resolution', 'done'),
('astana_2024', 'intention', 'language training and talent cultivation to go on, new fields and models of research to be opened', NULL, 'open'),
('astana_2024_symposium', 'consensus', 'a mechanism of higher education cooperation in the SCO region and international cooperative education', NULL, 'open'),
('law_forum_2023', 'issue', 'integration in higher education within the SCO: problems and ways to solve them', NULL, 'open'),
('law_forum_2023', 'proposal', 'to develop a rating of universities of SCO countries', NULL, 'open'),
('law_forum_2023', 'proposal', 'to hold the next meeting at Almaty in 2024', NULL, 'open'),
('eku_visit_2025', 'intention', 'joint research', 'eku_sdwm_2025', 'open'),
('eku_visit_2025', 'intention', 'innovative projects', 'eku_sdwm_2025', 'open'),
('eku_visit_2025', 'intention', 'dual-degree programmes', 'eku_sdwm_2025', 'open');

INSERT INTO coordinator (direction, state, institution, programme, leads, validity, source_document, recorded_by, recorded_at) VALUES
('it_technologies', 'KZ', 'ektu.kz', 'usco_information_systems', false, '[2011-08-01,)', 'usco_page_2011', 'sample', '2011-08-31 12:00 UTC'),
('energy', 'RU', 'mpei.ru', NULL, true, '[2009-01-01,)', 'mpei_news', 'sample', '2011-08-31 12:00 UTC'),
('nanotechnologies', 'CN', 'cust.edu.cn', NULL, false, '[2013-01-01,)', 'cust_page', 'sample', '2013-07-03 12:00 UTC');

INSERT INTO direction_record (direction, state, subject, content, validity, recorded_by, recorded_at) VALUES
('it_technologies', 'KZ', 'joint training', 'Masters are trained jointly in the programme 6M070300 Information systems.', '[2011-08-01,)', 'sample', '2011-08-31 12:00 UTC');

-- How often coordinators report is not in the documents: once a year is a choice of this sample.
INSERT INTO report_schedule (report_schedule, name_en, addressee, first_day, months, due_days, confidence) VALUES
('rectorate_yearly', 'Materials for the presidency of the network, once a year', 'rectorate', '2024-01-01', 12, 31, 'uncertain');

INSERT INTO reported_figure (measure, institution, unit, state, event, origins, destinations, qualifier, stated, as_of, as_of_inferred, source_document) VALUES
('university_heads', NULL, NULL, 'RU', 'rectors_forum_2017', NULL, NULL, 'exact', 77, '2017-11-08/2017-11-09', false, 'abai_news_2017'),
('university_heads', NULL, NULL, 'KZ', 'rectors_forum_2017', NULL, NULL, 'exact', 49, '2017-11-08/2017-11-09', false, 'abai_news_2017'),
('university_heads', NULL, NULL, 'RU', 'rectors_forum_2017', NULL, NULL, 'more_than', 70, '2017-11-08/2017-11-09', false, 'press_forum_2017'),
('university_heads', NULL, NULL, 'KZ', 'rectors_forum_2017', NULL, NULL, 'more_than', 50, '2017-11-08/2017-11-09', false, 'press_forum_2017'),
('agreements_signed', NULL, NULL, NULL, 'rectors_forum_2017', NULL, NULL, 'exact', 40, '2017-11-08/2017-11-09', false, 'abai_news_2017'),
('memoranda_signed', 'susu.ru', NULL, NULL, 'rectors_forum_2017', NULL, NULL, 'exact', 6, '2017-11-08/2017-11-09', false, 'abai_news_2017'),
('agreements_signed', 'xjtu.edu.cn', NULL, NULL, 'astana_2024_signing', NULL, NULL, 'at_least', 2, '2024-07-04', false, 'xjtu_news_2024'),
('universities_at_event', NULL, NULL, NULL, 'astana_2024_symposium', NULL, NULL, 'exact', 27, '2024-07-04', false, 'xjtu_news_2024'),
('states_at_event', NULL, NULL, NULL, 'astana_2024_symposium', NULL, NULL, 'exact', 7, '2024-07-04', false, 'xjtu_news_2024'),
('agreements_signed', 'kaznu.kz', NULL, NULL, 'kz_visit_xian_2023', NULL, NULL, 'not_stated', NULL, '2023-05', false, 'kaznu_news_2023'),
('students_enrolled', 'kaznu.kz', NULL, NULL, NULL, '{CN}', NULL, 'exact', 401, '2023-09-13', false, 'kaznu_news_2023'),
('students_enrolled', 'kaznu.kz', 'law', NULL, NULL, '{CN,RU,UZ,TJ,KG}', NULL, 'exact', 155, '2023-09-13', false, 'kaznu_news_2023'),
('exchange_students', 'kaznu.kz', NULL, NULL, NULL, NULL, '{CN}', 'not_stated', NULL, '2023-09-13', true, 'kaznu_news_2023'),
('exchange_students', 'vku.edu.kz', NULL, NULL, NULL, '{CN}', NULL, 'more_than', 70, '2020-12-04/2025-12-04', true, 'eku_news_2025'),
('exchange_and_internship', 'vku.edu.kz', NULL, NULL, NULL, NULL, '{CN}', 'more_than', 50, '2020-12-04/2025-12-04', true, 'eku_news_2025');

INSERT INTO rating (rating, title, status, event, source_document) VALUES
('sco_universities', 'Rating of universities of SCO countries', 'proposed', 'law_forum_2023', 'kaznu_news_2023');

RESET row_security;
