"""What an operator's monitor is told at /health."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, JsonResponse

from cms.domain.health import findings
from cms.domain.readiness import database_problems
from cms.models import Problem


def health(request: HttpRequest) -> JsonResponse:
    """Say how the system is: 200 "ok", 200 "degraded" with what is wrong, or 503 "failing".

    Recorded problems are told to those who may see them in the admin, everyone else gets their number.
    """
    if problems := database_problems():
        return told({"status": "failing", "problems": problems}, status=503)
    found = findings()
    checks = {item.name: "failing" if item.wrong else "ok" for item in found}
    wrong = [f"{item.name}: {item.wrong} {item.remedy}" for item in found if item.wrong]
    answer: dict[str, Any] = {  # Any: JSON
        "status": "degraded" if wrong else "ok",
        "problems": wrong,
        "checks": checks,
        "recorded": Problem.objects.count(),
    }
    if request.user.has_perm("cms.view_problem"):
        answer["recordedProblems"] = [as_json(problem) for problem in Problem.objects.all()[:100]]
    return told(answer, status=200)


def told(answer: dict[str, Any], *, status: int) -> JsonResponse:  # Any: JSON
    response = JsonResponse(answer, status=status)
    response["Cache-Control"] = "no-store"
    return response


def as_json(problem: Problem) -> dict[str, Any]:  # Any: JSON
    return {
        "owner": problem.owner,
        "kind": problem.kind,
        "place": problem.place,
        "summary": problem.summary,
        "count": problem.count,
        "firstAt": problem.first_at.isoformat(),
        "lastAt": problem.last_at.isoformat(),
        "remedy": problem.remedy,
    }
