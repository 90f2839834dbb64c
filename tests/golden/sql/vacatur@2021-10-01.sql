WITH "_texts" AS (
  SELECT *,
    (chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(28) || chr(29) || chr(30) || chr(31) || ' ' || chr(133) || '                 　') AS "_spaces",
    CAST("_1" AS STRING) AS "_text_offense_level",
    CAST("_2" AS STRING) AS "_text_longest_prison_term",
    CAST("_3" AS STRING) AS "_text_took_part_as_result_of_trafficking",
    CAST("_4" AS STRING) AS "_text_took_part_as_result_of_federal_crime",
    CAST("_5" AS STRING) AS "_text_proved_victim_at_time_of_offense",
    CAST("_6" AS STRING) AS "_text_conviction_for_prostitution",
    CAST("_7" AS STRING) AS "_text_crime_has_victim",
    CAST("_8" AS STRING) AS "_text_victim_notified_by_registered_or_certified_mail",
    CAST("_9" AS STRING) AS "_text_notice_on_prescribed_form",
    CAST("_10" AS STRING) AS "_text_notice_tells_of_hearing",
    CAST("_11" AS STRING) AS "_text_prosecutor_could_investigate",
    CAST("_12" AS STRING) AS "_text_prosecutor_could_be_heard",
    CAST("_13" AS STRING) AS "_text_victim_could_be_heard",
    CAST("_14" AS STRING) AS "_text_has_any_prostitution_conviction"
  FROM cases
), "_given" AS (
  SELECT *,
    CASE WHEN "_text_offense_level" >= '!' AND "_text_offense_level" < '~' AND RIGHT("_text_offense_level", 1) BETWEEN '!' AND '~' THEN "_text_offense_level" ELSE TRIM(BOTH "_spaces" FROM "_text_offense_level") END AS "_words_offense_level",
    CASE WHEN "_text_longest_prison_term" >= '!' AND "_text_longest_prison_term" < '~' AND RIGHT("_text_longest_prison_term", 1) BETWEEN '!' AND '~' THEN "_text_longest_prison_term" ELSE TRIM(BOTH "_spaces" FROM "_text_longest_prison_term") END AS "_words_longest_prison_term",
    CASE WHEN "_text_took_part_as_result_of_trafficking" >= '!' AND "_text_took_part_as_result_of_trafficking" < '~' AND RIGHT("_text_took_part_as_result_of_trafficking", 1) BETWEEN '!' AND '~' THEN "_text_took_part_as_result_of_trafficking" ELSE TRIM(BOTH "_spaces" FROM "_text_took_part_as_result_of_trafficking") END AS "_words_took_part_as_result_of_trafficking",
    CASE WHEN "_text_took_part_as_result_of_federal_crime" >= '!' AND "_text_took_part_as_result_of_federal_crime" < '~' AND RIGHT("_text_took_part_as_result_of_federal_crime", 1) BETWEEN '!' AND '~' THEN "_text_took_part_as_result_of_federal_crime" ELSE TRIM(BOTH "_spaces" FROM "_text_took_part_as_result_of_federal_crime") END AS "_words_took_part_as_result_of_federal_crime",
    CASE WHEN "_text_proved_victim_at_time_of_offense" >= '!' AND "_text_proved_victim_at_time_of_offense" < '~' AND RIGHT("_text_proved_victim_at_time_of_offense", 1) BETWEEN '!' AND '~' THEN "_text_proved_victim_at_time_of_offense" ELSE TRIM(BOTH "_spaces" FROM "_text_proved_victim_at_time_of_offense") END AS "_words_proved_victim_at_time_of_offense",
    CASE WHEN "_text_conviction_for_prostitution" >= '!' AND "_text_conviction_for_prostitution" < '~' AND RIGHT("_text_conviction_for_prostitution", 1) BETWEEN '!' AND '~' THEN "_text_conviction_for_prostitution" ELSE TRIM(BOTH "_spaces" FROM "_text_conviction_for_prostitution") END AS "_words_conviction_for_prostitution",
    CASE WHEN "_text_crime_has_victim" >= '!' AND "_text_crime_has_victim" < '~' AND RIGHT("_text_crime_has_victim", 1) BETWEEN '!' AND '~' THEN "_text_crime_has_victim" ELSE TRIM(BOTH "_spaces" FROM "_text_crime_has_victim") END AS "_words_crime_has_victim",
    CASE WHEN "_text_victim_notified_by_registered_or_certified_mail" >= '!' AND "_text_victim_notified_by_registered_or_certified_mail" < '~' AND RIGHT("_text_victim_notified_by_registered_or_certified_mail", 1) BETWEEN '!' AND '~' THEN "_text_victim_notified_by_registered_or_certified_mail" ELSE TRIM(BOTH "_spaces" FROM "_text_victim_notified_by_registered_or_certified_mail") END AS "_words_victim_notified_by_registered_or_certified_mail",
    CASE WHEN "_text_notice_on_prescribed_form" >= '!' AND "_text_notice_on_prescribed_form" < '~' AND RIGHT("_text_notice_on_prescribed_form", 1) BETWEEN '!' AND '~' THEN "_text_notice_on_prescribed_form" ELSE TRIM(BOTH "_spaces" FROM "_text_notice_on_prescribed_form") END AS "_words_notice_on_prescribed_form",
    CASE WHEN "_text_notice_tells_of_hearing" >= '!' AND "_text_notice_tells_of_hearing" < '~' AND RIGHT("_text_notice_tells_of_hearing", 1) BETWEEN '!' AND '~' THEN "_text_notice_tells_of_hearing" ELSE TRIM(BOTH "_spaces" FROM "_text_notice_tells_of_hearing") END AS "_words_notice_tells_of_hearing",
    CASE WHEN "_text_prosecutor_could_investigate" >= '!' AND "_text_prosecutor_could_investigate" < '~' AND RIGHT("_text_prosecutor_could_investigate", 1) BETWEEN '!' AND '~' THEN "_text_prosecutor_could_investigate" ELSE TRIM(BOTH "_spaces" FROM "_text_prosecutor_could_investigate") END AS "_words_prosecutor_could_investigate",
    CASE WHEN "_text_prosecutor_could_be_heard" >= '!' AND "_text_prosecutor_could_be_heard" < '~' AND RIGHT("_text_prosecutor_could_be_heard", 1) BETWEEN '!' AND '~' THEN "_text_prosecutor_could_be_heard" ELSE TRIM(BOTH "_spaces" FROM "_text_prosecutor_could_be_heard") END AS "_words_prosecutor_could_be_heard",
    CASE WHEN "_text_victim_could_be_heard" >= '!' AND "_text_victim_could_be_heard" < '~' AND RIGHT("_text_victim_could_be_heard", 1) BETWEEN '!' AND '~' THEN "_text_victim_could_be_heard" ELSE TRIM(BOTH "_spaces" FROM "_text_victim_could_be_heard") END AS "_words_victim_could_be_heard",
    CASE WHEN "_text_has_any_prostitution_conviction" >= '!' AND "_text_has_any_prostitution_conviction" < '~' AND RIGHT("_text_has_any_prostitution_conviction", 1) BETWEEN '!' AND '~' THEN "_text_has_any_prostitution_conviction" ELSE TRIM(BOTH "_spaces" FROM "_text_has_any_prostitution_conviction") END AS "_words_has_any_prostitution_conviction"
  FROM "_texts"
), "_facts" AS (
  SELECT *,
    CASE WHEN ("_words_offense_level" = 'violation' OR "_words_offense_level" = 'misdemeanor' OR "_words_offense_level" = 'class A felony' OR "_words_offense_level" = 'class B felony' OR "_words_offense_level" = 'class C felony' OR "_words_offense_level" = 'class D felony' OR "_words_offense_level" = 'class E felony' OR "_words_offense_level" = 'unclassified felony') THEN "_words_offense_level" END AS "offense_level",
    CASE WHEN TRANSLATE("_words_longest_prison_term", '0123456789', '') = '' AND "_words_longest_prison_term" <> '' AND LENGTH("_words_longest_prison_term") <= 18 THEN TRY_CAST("_words_longest_prison_term" AS BIGINT) END AS "longest_prison_term",
    CASE WHEN (LOWER("_words_took_part_as_result_of_trafficking") = 'true' OR LOWER("_words_took_part_as_result_of_trafficking") = 'yes') THEN TRUE WHEN (LOWER("_words_took_part_as_result_of_trafficking") = 'false' OR LOWER("_words_took_part_as_result_of_trafficking") = 'no') THEN FALSE END AS "took_part_as_result_of_trafficking",
    CASE WHEN (LOWER("_words_took_part_as_result_of_federal_crime") = 'true' OR LOWER("_words_took_part_as_result_of_federal_crime") = 'yes') THEN TRUE WHEN (LOWER("_words_took_part_as_result_of_federal_crime") = 'false' OR LOWER("_words_took_part_as_result_of_federal_crime") = 'no') THEN FALSE END AS "took_part_as_result_of_federal_crime",
    CASE WHEN (LOWER("_words_proved_victim_at_time_of_offense") = 'true' OR LOWER("_words_proved_victim_at_time_of_offense") = 'yes') THEN TRUE WHEN (LOWER("_words_proved_victim_at_time_of_offense") = 'false' OR LOWER("_words_proved_victim_at_time_of_offense") = 'no') THEN FALSE END AS "proved_victim_at_time_of_offense",
    CASE WHEN (LOWER("_words_conviction_for_prostitution") = 'true' OR LOWER("_words_conviction_for_prostitution") = 'yes') THEN TRUE WHEN (LOWER("_words_conviction_for_prostitution") = 'false' OR LOWER("_words_conviction_for_prostitution") = 'no') THEN FALSE END AS "conviction_for_prostitution",
    CASE WHEN (LOWER("_words_crime_has_victim") = 'true' OR LOWER("_words_crime_has_victim") = 'yes') THEN TRUE WHEN (LOWER("_words_crime_has_victim") = 'false' OR LOWER("_words_crime_has_victim") = 'no') THEN FALSE END AS "crime_has_victim",
    CASE WHEN (LOWER("_words_victim_notified_by_registered_or_certified_mail") = 'true' OR LOWER("_words_victim_notified_by_registered_or_certified_mail") = 'yes') THEN TRUE WHEN (LOWER("_words_victim_notified_by_registered_or_certified_mail") = 'false' OR LOWER("_words_victim_notified_by_registered_or_certified_mail") = 'no') THEN FALSE END AS "victim_notified_by_registered_or_certified_mail",
    CASE WHEN (LOWER("_words_notice_on_prescribed_form") = 'true' OR LOWER("_words_notice_on_prescribed_form") = 'yes') THEN TRUE WHEN (LOWER("_words_notice_on_prescribed_form") = 'false' OR LOWER("_words_notice_on_prescribed_form") = 'no') THEN FALSE END AS "notice_on_prescribed_form",
    CASE WHEN (LOWER("_words_notice_tells_of_hearing") = 'true' OR LOWER("_words_notice_tells_of_hearing") = 'yes') THEN TRUE WHEN (LOWER("_words_notice_tells_of_hearing") = 'false' OR LOWER("_words_notice_tells_of_hearing") = 'no') THEN FALSE END AS "notice_tells_of_hearing",
    CASE WHEN (LOWER("_words_prosecutor_could_investigate") = 'true' OR LOWER("_words_prosecutor_could_investigate") = 'yes') THEN TRUE WHEN (LOWER("_words_prosecutor_could_investigate") = 'false' OR LOWER("_words_prosecutor_could_investigate") = 'no') THEN FALSE END AS "prosecutor_could_investigate",
    CASE WHEN (LOWER("_words_prosecutor_could_be_heard") = 'true' OR LOWER("_words_prosecutor_could_be_heard") = 'yes') THEN TRUE WHEN (LOWER("_words_prosecutor_could_be_heard") = 'false' OR LOWER("_words_prosecutor_could_be_heard") = 'no') THEN FALSE END AS "prosecutor_could_be_heard",
    CASE WHEN (LOWER("_words_victim_could_be_heard") = 'true' OR LOWER("_words_victim_could_be_heard") = 'yes') THEN TRUE WHEN (LOWER("_words_victim_could_be_heard") = 'false' OR LOWER("_words_victim_could_be_heard") = 'no') THEN FALSE END AS "victim_could_be_heard",
    CASE WHEN (LOWER("_words_has_any_prostitution_conviction") = 'true' OR LOWER("_words_has_any_prostitution_conviction") = 'yes') THEN TRUE WHEN (LOWER("_words_has_any_prostitution_conviction") = 'false' OR LOWER("_words_has_any_prostitution_conviction") = 'no') THEN FALSE END AS "has_any_prostitution_conviction"
  FROM "_given"
), "_clauses_1" AS (
  SELECT *,
    (NOT "conviction_for_prostitution" OR "offense_level" = 'misdemeanor') AS "is_prostitution_is_a_misdemeanor",
    (NOT "conviction_for_prostitution" OR "has_any_prostitution_conviction") AS "is_a_conviction_for_prostitution_is_some_co",
    ("offense_level" = 'misdemeanor' OR ("offense_level" = 'class C felony' OR "offense_level" = 'class D felony' OR "offense_level" = 'class E felony') OR ("offense_level" = 'unclassified felony' AND "longest_prison_term" <= 10)) AS "is_offense_in_scope",
    ("took_part_as_result_of_trafficking" OR "took_part_as_result_of_federal_crime") AS "is_basis_of_the_application",
    "proved_victim_at_time_of_offense" AS "is_victim_at_the_time_of_the_offense",
    (NOT "crime_has_victim" OR ("victim_notified_by_registered_or_certified_mail" AND "notice_on_prescribed_form" AND "notice_tells_of_hearing")) AS "is_notice_to_the_victim_met",
    (NOT "crime_has_victim" OR "victim_could_be_heard") AS "is_victim_s_opportunity_to_be_heard_met"
  FROM "_facts"
), "_clauses_2" AS (
  SELECT *,
    ("is_offense_in_scope" AND "is_basis_of_the_application" AND "is_victim_at_the_time_of_the_offense") AS "is_application_made_out"
  FROM "_clauses_1"
), "_clauses_3" AS (
  SELECT *,
    ("is_application_made_out" AND "conviction_for_prostitution") AS "is_plain_shall_vacate",
    ("is_application_made_out" AND NOT "conviction_for_prostitution") AS "is_plain_may_vacate"
  FROM "_clauses_2"
), "_clauses_4" AS (
  SELECT *,
    NOT ("is_plain_shall_vacate" OR "is_plain_may_vacate") AS "is_plain_no_relief"
  FROM "_clauses_3"
), "_results" AS (
  SELECT *,
    NULLIF(CONCAT_WS('; ', CASE WHEN "offense_level" IS NULL AND "_words_offense_level" <> '' AND "_words_offense_level" <> 'unknown' THEN ('bad value in column offense_level: ' || chr(39)) || CASE WHEN LENGTH("_words_offense_level") <= 60 THEN "_words_offense_level" ELSE SUBSTR("_words_offense_level", 1, 60) || '…' END || chr(39) END, CASE WHEN "longest_prison_term" IS NULL AND "_words_longest_prison_term" <> '' AND "_words_longest_prison_term" <> 'unknown' THEN ('bad value in column longest_prison_term: ' || chr(39)) || CASE WHEN LENGTH("_words_longest_prison_term") <= 60 THEN "_words_longest_prison_term" ELSE SUBSTR("_words_longest_prison_term", 1, 60) || '…' END || chr(39) END, CASE WHEN "took_part_as_result_of_trafficking" IS NULL AND "_words_took_part_as_result_of_trafficking" <> '' AND "_words_took_part_as_result_of_trafficking" <> 'unknown' THEN ('bad value in column took_part_as_result_of_trafficking: ' || chr(39)) || CASE WHEN LENGTH("_words_took_part_as_result_of_trafficking") <= 60 THEN "_words_took_part_as_result_of_trafficking" ELSE SUBSTR("_words_took_part_as_result_of_trafficking", 1, 60) || '…' END || chr(39) END, CASE WHEN "took_part_as_result_of_federal_crime" IS NULL AND "_words_took_part_as_result_of_federal_crime" <> '' AND "_words_took_part_as_result_of_federal_crime" <> 'unknown' THEN ('bad value in column took_part_as_result_of_federal_crime: ' || chr(39)) || CASE WHEN LENGTH("_words_took_part_as_result_of_federal_crime") <= 60 THEN "_words_took_part_as_result_of_federal_crime" ELSE SUBSTR("_words_took_part_as_result_of_federal_crime", 1, 60) || '…' END || chr(39) END, CASE WHEN "proved_victim_at_time_of_offense" IS NULL AND "_words_proved_victim_at_time_of_offense" <> '' AND "_words_proved_victim_at_time_of_offense" <> 'unknown' THEN ('bad value in column proved_victim_at_time_of_offense: ' || chr(39)) || CASE WHEN LENGTH("_words_proved_victim_at_time_of_offense") <= 60 THEN "_words_proved_victim_at_time_of_offense" ELSE SUBSTR("_words_proved_victim_at_time_of_offense", 1, 60) || '…' END || chr(39) END, CASE WHEN "conviction_for_prostitution" IS NULL AND "_words_conviction_for_prostitution" <> '' AND "_words_conviction_for_prostitution" <> 'unknown' THEN ('bad value in column conviction_for_prostitution: ' || chr(39)) || CASE WHEN LENGTH("_words_conviction_for_prostitution") <= 60 THEN "_words_conviction_for_prostitution" ELSE SUBSTR("_words_conviction_for_prostitution", 1, 60) || '…' END || chr(39) END, CASE WHEN "crime_has_victim" IS NULL AND "_words_crime_has_victim" <> '' AND "_words_crime_has_victim" <> 'unknown' THEN ('bad value in column crime_has_victim: ' || chr(39)) || CASE WHEN LENGTH("_words_crime_has_victim") <= 60 THEN "_words_crime_has_victim" ELSE SUBSTR("_words_crime_has_victim", 1, 60) || '…' END || chr(39) END, CASE WHEN "victim_notified_by_registered_or_certified_mail" IS NULL AND "_words_victim_notified_by_registered_or_certified_mail" <> '' AND "_words_victim_notified_by_registered_or_certified_mail" <> 'unknown' THEN ('bad value in column victim_notified_by_registered_or_certified_mail: ' || chr(39)) || CASE WHEN LENGTH("_words_victim_notified_by_registered_or_certified_mail") <= 60 THEN "_words_victim_notified_by_registered_or_certified_mail" ELSE SUBSTR("_words_victim_notified_by_registered_or_certified_mail", 1, 60) || '…' END || chr(39) END, CASE WHEN "notice_on_prescribed_form" IS NULL AND "_words_notice_on_prescribed_form" <> '' AND "_words_notice_on_prescribed_form" <> 'unknown' THEN ('bad value in column notice_on_prescribed_form: ' || chr(39)) || CASE WHEN LENGTH("_words_notice_on_prescribed_form") <= 60 THEN "_words_notice_on_prescribed_form" ELSE SUBSTR("_words_notice_on_prescribed_form", 1, 60) || '…' END || chr(39) END, CASE WHEN "notice_tells_of_hearing" IS NULL AND "_words_notice_tells_of_hearing" <> '' AND "_words_notice_tells_of_hearing" <> 'unknown' THEN ('bad value in column notice_tells_of_hearing: ' || chr(39)) || CASE WHEN LENGTH("_words_notice_tells_of_hearing") <= 60 THEN "_words_notice_tells_of_hearing" ELSE SUBSTR("_words_notice_tells_of_hearing", 1, 60) || '…' END || chr(39) END, CASE WHEN "prosecutor_could_investigate" IS NULL AND "_words_prosecutor_could_investigate" <> '' AND "_words_prosecutor_could_investigate" <> 'unknown' THEN ('bad value in column prosecutor_could_investigate: ' || chr(39)) || CASE WHEN LENGTH("_words_prosecutor_could_investigate") <= 60 THEN "_words_prosecutor_could_investigate" ELSE SUBSTR("_words_prosecutor_could_investigate", 1, 60) || '…' END || chr(39) END, CASE WHEN "prosecutor_could_be_heard" IS NULL AND "_words_prosecutor_could_be_heard" <> '' AND "_words_prosecutor_could_be_heard" <> 'unknown' THEN ('bad value in column prosecutor_could_be_heard: ' || chr(39)) || CASE WHEN LENGTH("_words_prosecutor_could_be_heard") <= 60 THEN "_words_prosecutor_could_be_heard" ELSE SUBSTR("_words_prosecutor_could_be_heard", 1, 60) || '…' END || chr(39) END, CASE WHEN "victim_could_be_heard" IS NULL AND "_words_victim_could_be_heard" <> '' AND "_words_victim_could_be_heard" <> 'unknown' THEN ('bad value in column victim_could_be_heard: ' || chr(39)) || CASE WHEN LENGTH("_words_victim_could_be_heard") <= 60 THEN "_words_victim_could_be_heard" ELSE SUBSTR("_words_victim_could_be_heard", 1, 60) || '…' END || chr(39) END, CASE WHEN "has_any_prostitution_conviction" IS NULL AND "_words_has_any_prostitution_conviction" <> '' AND "_words_has_any_prostitution_conviction" <> 'unknown' THEN ('bad value in column has_any_prostitution_conviction: ' || chr(39)) || CASE WHEN LENGTH("_words_has_any_prostitution_conviction") <= 60 THEN "_words_has_any_prostitution_conviction" ELSE SUBSTR("_words_has_any_prostitution_conviction", 1, 60) || '…' END || chr(39) END), '') AS "_bad",
    CASE
      WHEN (NOT "is_prostitution_is_a_misdemeanor" OR NOT "is_a_conviction_for_prostitution_is_some_co") THEN 'impossible record'
      WHEN "is_plain_shall_vacate" THEN 'shall vacate'
      WHEN "is_plain_may_vacate" THEN 'may vacate'
      WHEN "is_plain_no_relief" THEN 'no relief'
      WHEN (("took_part_as_result_of_trafficking" AND "proved_victim_at_time_of_offense" AND "conviction_for_prostitution") OR ("took_part_as_result_of_federal_crime" AND "proved_victim_at_time_of_offense" AND "conviction_for_prostitution")) THEN 'shall vacate'
      WHEN (("offense_level" = 'misdemeanor' AND "took_part_as_result_of_trafficking" AND "proved_victim_at_time_of_offense" AND NOT "has_any_prostitution_conviction") OR ("offense_level" = 'unclassified felony' AND ("longest_prison_term" >= 0 AND "longest_prison_term" <= 10) AND "took_part_as_result_of_trafficking" AND "proved_victim_at_time_of_offense") OR ("offense_level" = 'misdemeanor' AND "took_part_as_result_of_federal_crime" AND "proved_victim_at_time_of_offense" AND NOT "has_any_prostitution_conviction") OR ("offense_level" = 'unclassified felony' AND ("longest_prison_term" >= 0 AND "longest_prison_term" <= 10) AND "took_part_as_result_of_federal_crime" AND "proved_victim_at_time_of_offense") OR (("offense_level" = 'class C felony' OR "offense_level" = 'class D felony' OR "offense_level" = 'class E felony') AND "took_part_as_result_of_federal_crime" AND "proved_victim_at_time_of_offense") OR (("offense_level" = 'class C felony' OR "offense_level" = 'class D felony' OR "offense_level" = 'class E felony') AND "took_part_as_result_of_trafficking" AND "proved_victim_at_time_of_offense")) THEN 'may vacate'
      ELSE 'undetermined' END AS "_result_1"
  FROM "_clauses_4"
), "_asks" AS (
  SELECT *,
    CONCAT_WS(', ', CASE
      WHEN ("offense_level" IS NULL AND ("_result_1" = 'undetermined' AND ("conviction_for_prostitution" IS NULL OR NOT "conviction_for_prostitution"))) THEN 'offense_level' END, CASE
      WHEN ("longest_prison_term" IS NULL AND ("_result_1" = 'undetermined' AND (("offense_level" IS NULL OR "offense_level" = 'unclassified felony') AND ("conviction_for_prostitution" IS NULL OR NOT "conviction_for_prostitution")))) THEN 'longest_prison_term' END, CASE
      WHEN ("took_part_as_result_of_trafficking" IS NULL AND ("_result_1" = 'undetermined' AND ("took_part_as_result_of_federal_crime" IS NULL OR NOT "took_part_as_result_of_federal_crime"))) THEN 'took_part_as_result_of_trafficking' END, CASE
      WHEN ("took_part_as_result_of_federal_crime" IS NULL AND ("_result_1" = 'undetermined' AND ("took_part_as_result_of_trafficking" IS NULL OR NOT "took_part_as_result_of_trafficking"))) THEN 'took_part_as_result_of_federal_crime' END, CASE
      WHEN ("proved_victim_at_time_of_offense" IS NULL AND "_result_1" = 'undetermined') THEN 'proved_victim_at_time_of_offense' END, CASE
      WHEN ("conviction_for_prostitution" IS NULL AND ("_result_1" = 'undetermined' AND (("offense_level" IS NULL OR "offense_level" = 'misdemeanor') AND ("has_any_prostitution_conviction" IS NULL OR "has_any_prostitution_conviction")))) THEN 'conviction_for_prostitution' END) AS "_ask"
  FROM "_results"
)
SELECT
  "_1",
  "_2",
  "_3",
  "_4",
  "_5",
  "_6",
  "_7",
  "_8",
  "_9",
  "_10",
  "_11",
  "_12",
  "_13",
  "_14",
  CASE
      WHEN ("_bad" IS NOT NULL OR ("_result_1" = 'undetermined' OR "_result_1" = 'impossible record')) THEN CAST(NULL AS STRING)
      ELSE "_result_1" END AS "outcome",
  CASE
      WHEN "_bad" IS NOT NULL THEN 'bad value'
      WHEN ("_result_1" = 'undetermined' OR "_result_1" = 'impossible record') THEN "_result_1"
      ELSE 'settled' END AS "state",
  CASE
      WHEN "_bad" IS NOT NULL THEN "_bad"
      WHEN "_result_1" = 'undetermined' THEN 'unknown: ' || "_ask"
      WHEN "_result_1" = 'impossible record' THEN CASE
      WHEN NOT "is_prostitution_is_a_misdemeanor" THEN 'contradicts: prostitution is a misdemeanor'
      WHEN NOT "is_a_conviction_for_prostitution_is_some_co" THEN 'contradicts: a conviction for prostitution is some conviction for prostitution'
      ELSE 'contradicts: prostitution is a misdemeanor; a conviction for prostitution is some conviction for prostitution' END
      WHEN "is_plain_shall_vacate" THEN 'met: (d)(1) "shall vacate the judgment of conviction"'
      WHEN "is_plain_may_vacate" THEN 'met: (d)(2) "may, in its discretion, vacate the judgment of conviction, if it is for any other misdemeanor or for a felony described in subsection (a) of this section"'
      WHEN "is_plain_no_relief" THEN CASE WHEN NOT "is_application_made_out" THEN CASE WHEN NOT "is_offense_in_scope" THEN 'not met: offense in scope, (a)' WHEN NOT "is_basis_of_the_application" THEN 'not met: basis of the application, (a), (a)(1), (a)(2)' WHEN NOT "is_victim_at_the_time_of_the_offense" THEN 'not met: victim at the time of the offense, (d) "the defendant proves that, at the time of the offense named in the application, he or she was the victim of conduct described in subdivision (1) or (2) of subsection (a) of this section"' END WHEN NOT "conviction_for_prostitution" THEN 'not met: conviction for prostitution, (d)(1) "if it is for prostitution under section 53a-82"' END
      ELSE 'settled whatever the unknown facts are' END AS "reason",
  CASE
      WHEN ("_bad" IS NOT NULL OR (NOT "is_prostitution_is_a_misdemeanor" OR NOT "is_a_conviction_for_prostitution_is_some_co")) THEN CAST(NULL AS BOOLEAN)
      WHEN "is_notice_to_the_victim_met" THEN TRUE
      WHEN NOT "is_notice_to_the_victim_met" THEN FALSE END AS _step_1,
  CASE
      WHEN ("_bad" IS NOT NULL OR (NOT "is_prostitution_is_a_misdemeanor" OR NOT "is_a_conviction_for_prostitution_is_some_co")) THEN CAST(NULL AS BOOLEAN)
      WHEN "prosecutor_could_investigate" THEN TRUE
      WHEN NOT "prosecutor_could_investigate" THEN FALSE END AS _step_2,
  CASE
      WHEN ("_bad" IS NOT NULL OR (NOT "is_prostitution_is_a_misdemeanor" OR NOT "is_a_conviction_for_prostitution_is_some_co")) THEN CAST(NULL AS BOOLEAN)
      WHEN "prosecutor_could_be_heard" THEN TRUE
      WHEN NOT "prosecutor_could_be_heard" THEN FALSE END AS _step_3,
  CASE
      WHEN ("_bad" IS NOT NULL OR (NOT "is_prostitution_is_a_misdemeanor" OR NOT "is_a_conviction_for_prostitution_is_some_co")) THEN CAST(NULL AS BOOLEAN)
      WHEN "is_victim_s_opportunity_to_be_heard_met" THEN TRUE
      WHEN NOT "is_victim_s_opportunity_to_be_heard_met" THEN FALSE END AS _step_4
FROM "_asks"
