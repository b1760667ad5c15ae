"""The judged questions: everything that is expected is found, and nothing else."""

from cms.domain.visibility import anonymous_audience
from cms.search.benchmarks.quality import lines, on_demo, on_titles
from cms.testing.factories import BilingualSite


def test_questions_to_titles_find_what_is_expected(bilingual_site: BilingualSite) -> None:
    outcomes = on_titles(anonymous_audience())

    assert list(lines(outcomes)) == ["20 questions: recall 44/44, precision 44/44"]


def test_questions_to_the_demonstration_find_what_is_expected(demo_site: None) -> None:
    outcomes = on_demo(anonymous_audience())

    wrong = [line for line in lines(outcomes) if line.startswith("  ")]
    assert wrong == []
    assert [(each.asked, each.language) for each in outcomes if not each.expected] == [
        ("balina", "tr"),
        ("zebra", "en"),
    ]
    assert len(outcomes) == 60
