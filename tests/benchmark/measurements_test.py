"""Rows, goals and trouble."""

import unittest

from measurements import Goal, Row, Trouble


class RowTest(unittest.TestCase):
    def test_a_ratio_is_taken_round_by_round(self):
        row = Row("P1", "what", Goal(">=", 0.5), baseline_name="no-op")
        for ours, baseline in [(10, 100), (60, 100), (900, 1000)]:
            row.add(ours, baseline)
        self.assertEqual(row.compared(), [0.1, 0.6, 0.9])
        self.assertEqual(row.median(), 0.6)
        self.assertTrue(row.met())

    def test_a_median_just_short_of_its_goal_does_not_meet_it(self):
        row = Row("P1", "what", Goal(">=", 0.5), baseline_name="no-op")
        row.add(499, 1000)
        self.assertFalse(row.met())

    def test_a_row_without_a_baseline_compares_itself(self):
        row = Row("P8", "what", Goal("<=", 2, "s"), "s")
        row.add(1.5)
        self.assertEqual(row.compared(), [1.5])
        self.assertTrue(row.met())

    def test_what_was_not_measured_neither_meets_a_goal_nor_misses_it(self):
        row = Row("P1", "what", Goal(">=", 0.5), baseline_name="PostgreSQL")
        row.add(10, None)
        self.assertIsNone(row.met())


class TroubleTest(unittest.TestCase):
    def test_errors_of_every_kind_are_counted(self):
        trouble = Trouble()
        trouble.note("P1", {"errors": {"UNAVAILABLE: x": 2}, "wrong": 3})
        trouble.note("P1", {"error": "the stream broke off", "refused": 1})
        trouble.note("P1", {"stale": 4})
        self.assertEqual(trouble.errors_of("P1"), 11)
        self.assertEqual(trouble.errors_of("P2"), 0)

    def test_a_program_that_fails_without_an_error_is_one(self):
        trouble = Trouble()
        trouble.note("P2", {"reads": 0, "stale": 0, "exit_status": 1})
        trouble.note("P1", {"wrong": 2, "exit_status": 1})
        self.assertEqual(trouble.errors_of("P2"), 1)
        self.assertEqual(trouble.errors_of("P1"), 2)

    def test_others_are_counted_in_processors(self):
        trouble = Trouble()
        trouble.note("P1", {"seconds": 4, "cpu_seconds": {"others": 2}})
        self.assertEqual(trouble.others_of("P1"), 0.5)


if __name__ == "__main__":
    unittest.main()
