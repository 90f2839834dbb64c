"""Hostile input that tests elsewhere hold: each row names the test, which must be there."""

from __future__ import annotations

from typing import NamedTuple


class Reference(NamedTuple):
    """Hostile input, and the test that holds it.

    Args:
        name: What is hostile about it.
        file: The file of the test.
        test: The function.
    """

    name: str
    file: str
    test: str


_EXCHANGE = "tests/unit/pull/test_exchange.py"
_ROBOTS = "tests/unit/pull/test_robots.py"
_RUN = "tests/unit/pull/test_run.py"
_TLS = "tests/unit/pull/test_tls.py"
_PULL = "tests/unit/pull/test_us_ct.py"
_FORMATS = "tests/unit/publish/test_hostile_words.py"
_CELLS = "tests/unit/publish/test_tables.py"
_REPORTS = "tests/unit/reports/test_tables.py"

REFERENCES = (
    Reference(
        "a page that is forbidden, of another type, cut short, shorter than promised, "
        "without an end, packed badly, too large, hung up on, or sent elsewhere",
        _EXCHANGE,
        "test_what_is_not_the_whole_page_is_refused_and_not_asked_for_again",
    ),
    Reference("a page without a type", _EXCHANGE, "test_a_page_without_a_type_is_refused"),
    Reference(
        "a small answer that unpacks to too much",
        _EXCHANGE,
        "test_a_small_answer_that_unpacks_to_too_much_is_refused",
    ),
    Reference("redirections in a loop", _EXCHANGE, "test_a_loop_ends"),
    Reference(
        "a server that stays busy", _EXCHANGE, "test_a_server_that_stays_busy_is_left_alone"
    ),
    Reference(
        "a server that wants us to wait for ever",
        _EXCHANGE,
        "test_no_wait_is_longer_than_our_patience",
    ),
    Reference(
        "a server that says nothing", _EXCHANGE, "test_silence_counts_as_a_lost_answer"
    ),
    Reference(
        "a page that comes byte by byte", _EXCHANGE, "test_a_page_that_drips_is_given_up"
    ),
    Reference("a server that is not there", _EXCHANGE, "test_a_server_that_is_not_there"),
    Reference(
        "rules for robots that cannot be read",
        _ROBOTS,
        "test_rules_that_cannot_be_read_allow_nothing",
    ),
    Reference(
        "rules for robots that are hidden",
        _ROBOTS,
        "test_a_server_that_hides_its_rules_may_not",
    ),
    Reference(
        "a pause beyond our patience",
        _ROBOTS,
        "test_a_pause_beyond_our_patience_ends_the_run",
    ),
    Reference("pages without an end", _RUN, "test_the_total_of_bytes_ends_a_run"),
    Reference("a run without an end", _RUN, "test_the_total_of_time_ends_a_run"),
    Reference(
        "an edition of another year", _RUN, "test_an_edition_of_another_year_is_refused"
    ),
    Reference(
        "a kept page that somebody edited",
        _RUN,
        "test_a_page_whose_file_was_edited_is_told",
    ),
    Reference(
        "a server that is somebody else", _TLS, "test_a_server_that_is_somebody_else"
    ),
    Reference(
        "a certificate that does not reach a root",
        _TLS,
        "test_a_certificate_in_between_does_not_stand_for_a_root",
    ),
    Reference(
        "certificates that cannot be read", _TLS, "test_certificates_that_cannot_be_read"
    ),
    Reference(
        "pages that come unencrypted from elsewhere",
        _PULL,
        "test_pages_come_encrypted_or_from_this_computer",
    ),
    Reference(
        "an error page that says all is well",
        _PULL,
        "test_an_error_page_with_status_200_is_not_taken_for_the_page",
    ),
    Reference(
        "quotes, brackets, markup, formulas, Markdown, control and bidirectional "
        "characters in every format of a comparison",
        _FORMATS,
        "test_hostile_words_come_out_as_words",
    ),
    Reference("a formula in a list of changes", _CELLS, "test_no_cell_is_a_formula"),
    Reference(
        "a formula in a workbook of changes",
        _CELLS,
        "test_the_workbook_holds_the_same_rows_as_strings",
    ),
    Reference(
        "a formula in a report",
        _REPORTS,
        "test_no_cell_is_a_formula_and_none_steers_the_display",
    ),
    Reference(
        "a formula in a workbook of a report", _REPORTS, "test_a_workbook_has_words_only"
    ),
    Reference(
        "markup in a page of a report", _REPORTS, "test_hostile_words_stay_words_in_a_page"
    ),
    Reference(
        "commands to a code host in a report",
        "tests/unit/reports/test_github.py",
        "test_hostile_words_make_no_command_of_their_own",
    ),
    Reference(
        "markup in a JUnit report",
        "tests/unit/reports/test_junit.py",
        "test_hostile_words_are_xml",
    ),
    Reference(
        "markup in a SARIF report",
        "tests/unit/reports/test_sarif.py",
        "test_hostile_words_keep_to_the_schema",
    ),
    Reference(
        "a text that makes a regular expression explode",
        "tests/fuzz/test_patterns.py",
        "test_no_text_takes_cubic_time",
    ),
    Reference(
        "bytes of no shape, for every reader",
        "tests/fuzz/test_targets.py",
        "test_changed_seeds_end_as_they_may",
    ),
)
