-- term: default calendars of the states of the SCO, as rules shown for 2024/2025.
--
-- How the sources' words became days: a month is its first and last day; "early" is the 1st to the 10th of a month, "mid"
-- the 15th, "late" from the 21st; where a source leaves a choice of months ("June or July"), the widest reading.  Days that come
-- from such a reading are nominal: the row is 'known' where the practice is established, else 'uncertain', and never 'found'.
-- States and terms for which no source gives dates have no row.

INSERT INTO socu.academic_calendar (state, institution, term, dates, recurs, confidence, shipped, source, note) VALUES
    ('RU', '', '2024/2025-1/1', '[2024-09-01,2025-08-01)', true, 'known', true, 'https://cn.ugtu.net/xue-zhu-ri-li',
     '1 September to June or July; last day nominal.'),
    ('RU', '', '2024/2025-1/2', '[2024-09-01,2025-02-01)', true, 'known', true, 'https://cn.ugtu.net/xue-zhu-ri-li',
     'Autumn, September to January; days nominal.'),
    ('RU', '', '2024/2025-2/2', '[2025-02-01,2025-08-01)', true, 'known', true, 'https://cn.ugtu.net/xue-zhu-ri-li',
     'Spring, February to July; days nominal.'),

    ('KZ', '', '2024/2025-1/1', '[2024-09-01,2025-07-01)', true, 'known', true,
     'https://kstu.kz/acad-2/?lang=en ; https://www.kaznu.kz/en/20567/page/',
     '1 September to May or June; last day nominal. A summer term of June and July comes on top and has no EWP identifier.'),
    ('KZ', '', '2024/2025-1/2', '[2024-09-01,2024-12-15)', true, 'uncertain', true, 'https://kstu.kz/acad-2/?lang=en',
     '15 weeks of teaching from 1 September, examinations after it not counted; each university approves its own calendar.'),
    ('KZ', '', '2024/2025-2/2', '[2025-01-26,2025-05-09)', true, 'uncertain', true, 'https://kstu.kz/acad-2/?lang=en',
     'As one university had it in 2014/2015 (15 weeks); each university approves its own calendar.'),
    ('KZ', 'kstu.kz', '2014/2015-1/2', '[2014-09-01,2014-12-15)', false, 'found', true, 'https://kstu.kz/acad-2/?lang=en', NULL),
    ('KZ', 'kstu.kz', '2014/2015-2/2', '[2015-01-26,2015-05-09)', false, 'found', true, 'https://kstu.kz/acad-2/?lang=en',
     'A summer term, 1 June to 31 July, followed.'),

    ('IR', '', '2024/2025-1/1', '[2024-09-23,2025-09-23)', true, 'known', true, 'https://khatkesh.net/rule/16460/tree/186952',
     '1 Mehr to the end of Shahrivar (rule for schools); 1 Mehr is 22 or 23 September.'),
    ('IR', '', '2024/2025-1/2', '[2024-09-23,2025-02-01)', true, 'uncertain', true,
     'https://www.usb.ac.ir/en/Faculties-and-Programs/Faculties/Faculty-of-Science/Academic-Calendars',
     'From 1 Mehr; ends where the second term begins, no last day is given.'),
    ('IR', '', '2024/2025-2/2', '[2025-02-01,2025-06-22)', true, 'uncertain', true,
     'https://www.usb.ac.ir/en/Faculties-and-Programs/Faculties/Faculty-of-Science/Academic-Calendars',
     'From early February; teaching and examinations to the end of Khordad (21 June).'),

    ('CN', '', '2024/2025-1/1', '[2024-09-01,2025-07-11)', true, 'known', true, 'established practice',
     'About 1 September to early July; days nominal.'),
    ('CN', '', '2024/2025-1/2', '[2024-09-01,2025-01-16)', true, 'uncertain', true, 'established practice',
     'Autumn, to mid January; the break follows the lunar new year, so dates move.'),
    ('CN', '', '2024/2025-2/2', '[2025-02-21,2025-07-11)', true, 'uncertain', true, 'established practice',
     'Spring, from late February or March; the break follows the lunar new year, so dates move.'),

    ('KG', '', '2024/2025-1/1', '[2024-09-01,2025-07-01)', true, 'known', true, 'established practice',
     '1 September to June, two terms without known dates; last day nominal.'),
    ('TJ', '', '2024/2025-1/1', '[2024-09-01,2025-07-01)', true, 'known', true, 'established practice',
     '1 September to June, two terms without known dates; last day nominal.'),
    ('BY', '', '2024/2025-1/1', '[2024-09-01,2025-07-01)', true, 'known', true, 'established practice',
     '1 September to June, two terms without known dates; last day nominal.'),
    ('MN', '', '2024/2025-1/1', '[2024-09-01,2025-07-01)', true, 'known', true, 'established practice',
     '1 September to June, two terms without known dates; last day nominal.'),
    ('UZ', '', '2024/2025-1/1', '[2024-09-01,2025-07-01)', true, 'known', true, 'established practice',
     'Early September to June, two terms without known dates; days nominal.'),

    ('IN', '', '2024/2025-1/1', '[2024-07-01,2025-07-01)', true, 'uncertain', true, 'established practice',
     'July or August to May or June, differs by university; the widest reading.'),

    ('PK', '', '2024/2025-1/1', '[2024-08-01,2025-07-01)', true, 'uncertain', true, 'established practice',
     'Fall and spring together; differs by university, the widest reading.'),
    ('PK', '', '2024/2025-1/2', '[2024-08-01,2025-02-01)', true, 'uncertain', true, 'established practice',
     'Fall, August or September to January; the widest reading.'),
    ('PK', '', '2024/2025-2/2', '[2025-02-01,2025-07-01)', true, 'uncertain', true, 'established practice',
     'Spring, February to June.');
